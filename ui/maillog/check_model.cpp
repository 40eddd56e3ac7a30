// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/check_model.h"

#include "ui/common/badge.h"
#include "ui/common/table_view.h"

#include <QDateTime>

namespace ui {

namespace {

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

maillog::Field fieldOf(int column)
{
    switch (column) {
    case CheckModel::Result:
        return maillog::Field::Result;
    case CheckModel::Action:
        return maillog::Field::Action;
    case CheckModel::Client:
        return maillog::Field::Address;
    case CheckModel::Sender:
        return maillog::Field::Sender;
    case CheckModel::Recipient:
        return maillog::Field::Recipient;
    case CheckModel::Helo:
        return maillog::Field::Helo;
    default:
        return maillog::Field::Domain;
    }
}

BadgeSpec actionBadge(maillog::Action action)
{
    if (action == maillog::Action::Unknown) {
        return BadgeSpec::of(QStringLiteral("unknown"), &Tokens::secondaryText, QStringLiteral("help"));
    }
    return BadgeSpec::of(static_cast<policy::Action>(action));
}

} // namespace

QString wallClock(const maillog::Check& check)
{
    const QDateTime time =
        QDateTime::fromMSecsSinceEpoch(check.time, Qt::OffsetFromUTC, check.offsetMinutes * 60);
    const bool hasFraction = check.time % 1000 != 0;
    return time.toString(hasFraction ? QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")
                                     : QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString filterValue(const QString& value)
{
    const bool isPlain = std::none_of(value.begin(), value.end(), [](QChar c) {
        return c.isSpace() || c == QLatin1Char(',') || c == QLatin1Char('"') || c == QLatin1Char('\\');
    });
    if (isPlain && !value.isEmpty()) {
        return value;
    }
    QString quoted = value;
    quoted.replace(QLatin1Char('\\'), QStringLiteral("\\\\"))
        .replace(QLatin1Char('"'), QStringLiteral("\\\""));
    return QLatin1Char('"') + quoted + QLatin1Char('"');
}

void CheckModel::setView(std::shared_ptr<const LogView> view)
{
    beginResetModel();
    m_view = std::move(view);
    m_isOneDay = true;
    if (m_view && !m_view->rows.empty()) {
        const maillog::Log& log = *m_view->logs->logs.log;
        const auto dayOf = [&log](std::uint32_t row) { return wallClock(log[row]).left(10); };
        m_isOneDay = dayOf(m_view->rows.front()) == dayOf(m_view->rows.back());
    }
    endResetModel();
}

void CheckModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnTotal - 1);
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnTotal - 1));
    }
}

int CheckModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_view ? 0 : static_cast<int>(m_view->rows.size());
}

int CheckModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

maillog::Row CheckModel::logRow(int row) const
{
    return m_view->rows[static_cast<std::size_t>(row)];
}

maillog::Check CheckModel::check(int row) const
{
    return (*m_view->logs->logs.log)[logRow(row)];
}

QVariant CheckModel::display(const maillog::Check& check, int column) const
{
    switch (column) {
    case Time:
        return m_isOneDay ? wallClock(check).mid(11) : wallClock(check).mid(5);
    case Result:
        return check.result ? text(spf::word(*check.result)) : QStringLiteral("–");
    case Action:
        return text(maillog::word(check.action));
    case Client:
        return check.address ? QString::fromStdString(check.address->toString()) : QString();
    case Sender:
        return check.sender.empty() ? QStringLiteral("<>") : text(check.sender);
    case Recipient:
        return text(check.recipient);
    case Helo:
        return text(check.helo);
    case Rule:
        return text(check.rule);
    case Host:
        return text(check.host);
    default:
        return {};
    }
}

QVariant CheckModel::toolTip(const maillog::Check& check, int column) const
{
    QStringList lines{column == Time ? wallClock(check) : display(check, column).toString()};
    if (check.guessed.contains(fieldOf(column)) && column != Time && column != Rule && column != Host) {
        lines.append(tr("Read by best effort from a line of unknown form."));
    }
    if (check.repeat > 1) {
        lines.append(tr("This line stands for %n check(s).", nullptr, static_cast<int>(check.repeat)));
    }
    return lines.join(QLatin1Char('\n'));
}

QVariant CheckModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const maillog::Check row = check(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(row, index.column());
    case Qt::ToolTipRole:
        return toolTip(row, index.column());
    case BadgeDelegate::SpecRole:
        if (index.column() == Result && row.result) {
            return QVariant::fromValue(BadgeSpec::of(*row.result));
        }
        return index.column() == Action ? QVariant::fromValue(actionBadge(row.action)) : QVariant();
    case CellDelegate::MonoRole:
        return index.column() == Time || index.column() == Client || index.column() == Rule;
    case CellDelegate::SecondaryRole:
        return index.column() == Time || index.column() == Rule || index.column() == Host;
    case CellDelegate::ElideRole:
        return static_cast<int>(index.column() == Sender || index.column() == Recipient ? Qt::ElideMiddle
                                                                                        : Qt::ElideRight);
    default:
        return {};
    }
}

QVariant CheckModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Time:
        return tr("Time");
    case Result:
        return tr("Result");
    case Action:
        return tr("Action");
    case Client:
        return tr("Client IP");
    case Sender:
        return tr("Envelope sender");
    case Recipient:
        return tr("Recipient");
    case Helo:
        return QStringLiteral("HELO");
    case Rule:
        return tr("Rule");
    case Host:
        return tr("Host");
    default:
        return {};
    }
}

QString CheckModel::filterTerm(const QModelIndex& index) const
{
    const QString value = index.data().toString();
    if (value.isEmpty() || value == QStringLiteral("–")) {
        return {};
    }
    switch (index.column()) {
    case Result:
        return QStringLiteral("result:") + value;
    case Action:
        return QStringLiteral("action:") + value;
    case Client:
        return QStringLiteral("ip:") + value;
    case Sender:
        return QStringLiteral("from:") + filterValue(value == QStringLiteral("<>") ? QString() : value);
    case Recipient:
        return QStringLiteral("to:") + filterValue(value);
    case Helo:
        return QStringLiteral("helo:") + filterValue(value);
    case Rule:
        return QStringLiteral("rule:") + filterValue(value);
    case Host:
        return QStringLiteral("host:") + filterValue(value);
    default:
        return {};
    }
}

} // namespace ui
