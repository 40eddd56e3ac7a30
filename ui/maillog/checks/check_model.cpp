// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/checks/check_model.h"

#include "core/maillog/filter_completion.h"
#include "ui/common/badge.h"
#include "ui/common/table_view.h"
#include "ui/maillog/message/log_text.h"
#include "ui/words/log_set_words.h"

#include <QDateTime>
#include <QLocale>

namespace ui {

namespace {

/// What best effort may have read.
std::optional<maillog::Field> fieldOf(int column)
{
    switch (column) {
    case CheckModel::Result:
        return maillog::Field::Result;
    case CheckModel::Action:
        return maillog::Field::Action;
    case CheckModel::Client:
    case CheckModel::Network:
        return maillog::Field::Address;
    case CheckModel::Sender:
        return maillog::Field::Sender;
    case CheckModel::Recipient:
        return maillog::Field::Recipient;
    case CheckModel::Helo:
        return maillog::Field::Helo;
    case CheckModel::Domain:
        return maillog::Field::Domain;
    case CheckModel::Identity:
        return maillog::Field::Identity;
    default:
        return std::nullopt;
    }
}

/// The neighbours of a client: /24 of IPv4, /64 of IPv6.
QString networkText(const net::IpAddress& address)
{
    return QString::fromStdString(
        net::Network(address, address.isV4() ? 24 : 64).withoutHostBits().toString());
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
    return QString::fromStdString(maillog::writtenValue(value.toStdString()));
}

/// The rows of before are the first of `view`, so that selection and place can stay.
bool CheckModel::joins(const LogView& view) const
{
    return m_view && view.joinedTo == m_view->number && view.rows.size() >= m_view->rows.size();
}

QString filterTime(std::int64_t time, int offsetMinutes)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(time, Qt::OffsetFromUTC, offsetMinutes * 60);
    return at.toString(time % 1000 == 0 ? Qt::ISODate : Qt::ISODateWithMs);
}

bool CheckModel::setView(std::shared_ptr<const LogView> view)
{
    const auto isOneDay = [](const LogView& shown) {
        if (shown.rows.empty()) {
            return true;
        }
        const maillog::Log& log = *shown.logs->logs.log;
        const auto dayOf = [&log](std::uint32_t row) { return wallClock(log[row]).left(10); };
        return dayOf(shown.rows.front()) == dayOf(shown.rows.back());
    };
    if (view && joins(*view) && isOneDay(*view) == m_isOneDay) {
        const auto joined = static_cast<int>(view->rows.size() - m_view->rows.size());
        const int first = m_isNewestFirst ? 0 : rowCount();
        if (joined > 0) {
            beginInsertRows({}, first, first + joined - 1);
        }
        m_view = std::move(view);
        if (joined > 0) {
            endInsertRows();
        }
        return true;
    }
    beginResetModel();
    m_view = std::move(view);
    m_isOneDay = m_view && isOneDay(*m_view);
    endResetModel();
    return false;
}

void CheckModel::setNewestFirst(bool isNewestFirst)
{
    beginResetModel();
    m_isNewestFirst = isNewestFirst;
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
    const auto position = static_cast<std::size_t>(row);
    return m_view->rows[m_isNewestFirst ? m_view->rows.size() - 1 - position : position];
}

int CheckModel::rowAt(std::size_t position) const
{
    return static_cast<int>(m_isNewestFirst ? m_view->rows.size() - 1 - position : position);
}

maillog::Check CheckModel::check(int row) const
{
    return (*m_view->logs->logs.log)[logRow(row)];
}

QString CheckModel::widestTime() const
{
    return m_isOneDay || rowCount() == 0 ? QStringLiteral("00:00:00.000")
                                         : QStringLiteral("00-00 00:00:00.000");
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
    case Domain:
        return text(check.domain);
    case Identity:
        return text(policy::word(check.identity));
    case Network:
        return check.address ? networkText(*check.address) : QString();
    case Repeat:
        return QLocale().toString(check.repeat);
    case Form:
        return text(maillog::word(check.dialect));
    case Source:
        return words::placeText(m_view->logs->logs.sources.at(check.source).name);
    case Pid:
        return check.pid == 0 ? QString() : QString::number(check.pid);
    default:
        return {};
    }
}

QVariant CheckModel::toolTip(const maillog::Check& check, int column) const
{
    QStringList lines{column == Time ? wallClock(check) : display(check, column).toString()};
    if (const auto field = fieldOf(column); field && check.guessed.contains(*field)) {
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
        return index.column() == Time || index.column() == Client || index.column() == Rule ||
               index.column() == Network || index.column() == Pid || index.column() == Source;
    case CellDelegate::SecondaryRole:
        return index.column() == Time || index.column() == Rule || index.column() >= Host;
    case Qt::TextAlignmentRole:
        return QVariant((index.column() == Repeat || index.column() == Pid ? Qt::AlignRight : Qt::AlignLeft) |
                        Qt::AlignVCenter);
    case CellDelegate::ElideRole:
        return static_cast<int>(index.column() == Sender || index.column() == Recipient ||
                                        index.column() == Source
                                    ? Qt::ElideMiddle
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
        return QVariant((section == Repeat || section == Pid ? Qt::AlignRight : Qt::AlignLeft) |
                        Qt::AlignVCenter);
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
    case Domain:
        return tr("Sender domain");
    case Identity:
        return tr("Identity");
    case Network:
        return tr("Client network");
    case Repeat:
        return tr("Repeated");
    case Form:
        return tr("Log form");
    case Source:
        return tr("File");
    case Pid:
        return QStringLiteral("PID");
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
    case Domain:
        return QStringLiteral("domain:") + filterValue(value);
    case Identity:
        return QStringLiteral("identity:") + value;
    case Network:
        return QStringLiteral("ip:") + value;
    default:
        return {};
    }
}

QString CheckModel::timeTerm(const QModelIndex& index, maillog::FilterField field) const
{
    if (!index.isValid()) {
        return {};
    }
    const maillog::Check row = check(index.row());
    // "until" stands before its time: one millisecond more keeps this row.
    const bool isSince = field == maillog::FilterField::Since;
    return (isSince ? QStringLiteral("since:") : QStringLiteral("until:")) +
           filterTime(row.time + (isSince ? 0 : 1), row.offsetMinutes);
}

} // namespace ui
