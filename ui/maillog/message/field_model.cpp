// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/message/field_model.h"

#include "core/maillog/log_line.h"
#include "ui/common/table_view.h"
#include "ui/maillog/checks/check_model.h"
#include "ui/maillog/message/log_text.h"
#include "ui/words/policy_words.h"

#include <QSet>

namespace ui {

namespace {

/// "Please see http://..." of a refusal: what the sender was told.
QString explanationIn(const QString& line)
{
    for (const QString& start :
         {QStringLiteral("Message rejected due to: "), QStringLiteral("explanation=")}) {
        if (const auto at = line.indexOf(start); at >= 0) {
            return line.mid(at + start.size());
        }
    }
    return {};
}

} // namespace

void FieldModel::setCheck(const maillog::Check& check, const QString& path, const QList<MessageLine>& lines)
{
    using maillog::Field;
    beginResetModel();
    m_fields.clear();
    add(tr("Time"), wallClock(check));
    add(tr("Result"), check.result ? text(spf::word(*check.result)) : QString(),
        check.guessed.contains(Field::Result));
    add(tr("Action"), text(maillog::word(check.action)), check.guessed.contains(Field::Action));
    add(tr("Identity"), text(policy::word(check.identity)), check.guessed.contains(Field::Identity));
    add(tr("Client address"), check.address ? QString::fromStdString(check.address->toString()) : QString(),
        check.guessed.contains(Field::Address));
    add(tr("HELO"), text(check.helo), check.guessed.contains(Field::Helo));
    add(tr("Envelope sender"), check.sender.empty() ? QStringLiteral("<>") : text(check.sender),
        check.guessed.contains(Field::Sender));
    add(tr("Sender domain"), text(check.domain), check.guessed.contains(Field::Domain));
    add(tr("Recipient"), text(check.recipient), check.guessed.contains(Field::Recipient));
    add(tr("Rule"), text(check.rule));
    add(tr("Host"), text(check.host));
    add(tr("Policy program"), text(maillog::word(check.dialect)));
    if (check.repeat > 1) {
        add(tr("Repeated"), QString::number(check.repeat));
    }
    addToldFields(lines);
    add(tr("Log"), path);
    endResetModel();
}

void FieldModel::clear()
{
    beginResetModel();
    m_fields.clear();
    endResetModel();
}

void FieldModel::add(const QString& name, const QString& value, bool isGuessed)
{
    if (!value.isEmpty()) {
        m_fields.append({name, value, isGuessed ? tr("guessed") : QString()});
    }
}

/// Names as the log has them: they are its language, not ours.
void FieldModel::addToldFields(const QList<MessageLine>& lines)
{
    static const QSet<QString> known{
        QStringLiteral("result"),    QStringLiteral("action"), QStringLiteral("identity"),
        QStringLiteral("client-ip"), QStringLiteral("helo"),   QStringLiteral("envelope-from"),
        QStringLiteral("domain"),    QStringLiteral("rule"),   QStringLiteral("to"),
        QStringLiteral("receiver"),  QStringLiteral("from"),   QStringLiteral("proto")};
    QSet<QString> told;
    for (const MessageLine& line : lines) {
        const bool isPolicy = line.program.contains(QStringLiteral("policy"), Qt::CaseInsensitive);
        if (line.event != maillog::MessageEvent::Checked || !isPolicy) {
            continue;
        }
        if (const QString explanation = explanationIn(line.text); !explanation.isEmpty()) {
            add(tr("Explanation"), explanation);
        }
        const QByteArray bytes = line.text.toLatin1(); // a byte a character
        for (const maillog::TextField& field :
             maillog::textFieldsOf({bytes.constData(), static_cast<std::size_t>(bytes.size())})) {
            const QString name = line.text.mid(static_cast<qsizetype>(field.nameStart),
                                               static_cast<qsizetype>(field.nameLength));
            if (!known.contains(name) && !told.contains(name)) {
                told.insert(name);
                add(name, line.text.mid(static_cast<qsizetype>(field.valueStart),
                                        static_cast<qsizetype>(field.valueLength)));
            }
        }
    }
}

int FieldModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_fields.size());
}

int FieldModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QVariant FieldModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Field& field = m_fields[index.row()];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        return index.column() == Name ? field.name : index.column() == Value ? field.value : field.remark;
    }
    if (role == CellDelegate::MonoRole) {
        return index.column() == Value;
    }
    if (role == CellDelegate::SecondaryRole) {
        return index.column() != Value;
    }
    return {};
}

QVariant FieldModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == Name ? tr("Field") : section == Value ? tr("Value") : tr("Remark");
}

} // namespace ui
