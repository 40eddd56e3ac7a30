// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/merge_model.h"

#include "ui/common/icons.h"
#include "ui/common/table_view.h"
#include "ui/config/file_text.h"

#include <QLocale>

#include <algorithm>

namespace ui {

namespace {

constexpr std::size_t mostItems = 3; ///< named; the rest is counted

QString lineRange(const base::PieceRange& range)
{
    const auto number = [](std::size_t line) { return QLocale().toString(static_cast<qulonglong>(line)); };
    return range.count == 1 ? MergeModel::tr("Line %1").arg(number(range.first + 1))
                            : MergeModel::tr("Lines %1–%2").arg(number(range.first + 1), number(range.end()));
}

bool isSection(const config::Change& change)
{
    return change.key.empty();
}

} // namespace

MergeModel::MergeModel(const config::ThreeWay& merge, QObject* parent)
    : QAbstractTableModel(parent),
      m_merge(merge),
      m_encoding(config::detectEncoding(merge.mine().bytes())),
      m_answers(merge.questions().size())
{
    // Rows come by question; one whose lines set nothing has a row all the same.
    const std::vector<config::MergeChange>& changes = merge.changes();
    auto change = changes.begin();
    for (std::size_t question = 0; question < m_answers.size(); ++question) {
        const config::MergeQuestion& asked = merge.questions()[question];
        if (asked.isList && asked.offersBoth)
            m_answers[question] = base::MergePick::MineThenTheirs; // loses nothing of either
        if (change == changes.end() || change->question != question)
            m_rows.push_back({nullptr, question});
        for (; change != changes.end() && change->question == question; ++change)
            m_rows.push_back({&*change, question});
    }
    for (; change != changes.end(); ++change)
        m_rows.push_back({&*change, std::nullopt});
}

int MergeModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MergeModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

std::optional<std::size_t> MergeModel::questionAt(int row) const
{
    return row < 0 ? std::nullopt : m_rows.at(static_cast<std::size_t>(row)).question;
}

int MergeModel::rowOf(std::size_t question) const
{
    const auto found = std::ranges::find(m_rows, std::optional(question), &Row::question);
    return static_cast<int>(found - m_rows.begin());
}

void MergeModel::answer(std::size_t question, base::MergePick pick)
{
    m_answers.at(question) = pick;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString MergeModel::text(const std::string& bytes) const
{
    return decoded(bytes, m_encoding);
}

QString MergeModel::who(const Row& row) const
{
    if (row.change == nullptr || row.change->isAtOdds)
        return tr("Conflict");
    switch (row.change->by) {
    case config::ChangedBy::Me:
        return tr("You");
    case config::ChangedBy::Them:
        return tr("Somebody else");
    case config::ChangedBy::Both:
        break;
    }
    return tr("Both");
}

QString MergeModel::place(const Row& row) const
{
    if (row.change != nullptr)
        return QStringLiteral("[%1]").arg(text(row.change->any().section));
    const config::MergeQuestion& question = m_merge.questions()[*row.question];
    return question.mine.count > 0 ? lineRange(question.mine) : lineRange(question.theirs);
}

QString MergeModel::itemsText(const QString& mark, const std::vector<std::string>& items) const
{
    QStringList texts;
    for (const std::string& item : items) {
        if (texts.size() == mostItems)
            break;
        texts += text(item);
    }
    const QString named = QStringLiteral("%1 %2").arg(mark, texts.join(QStringLiteral(", ")));
    return items.size() > mostItems
               ? tr("%1 and %Ln more", nullptr, static_cast<int>(items.size() - mostItems)).arg(named)
               : named;
}

QString MergeModel::valueText(const std::optional<std::string>& written, const std::string& effective) const
{
    const QString value = text(written ? *written : effective);
    if (!written)
        return value.isEmpty() ? tr("not set (empty)") : tr("not set (%1)").arg(value);
    return value.isEmpty() ? tr("(empty)") : value;
}

QString MergeModel::changeText(const std::optional<config::Change>& change) const
{
    if (!change)
        return {};
    if (isSection(*change))
        return change->kind == config::ChangeKind::SectionAdded ? tr("section added") : tr("section removed");
    QStringList parts;
    if (!change->addedItems.empty())
        parts += itemsText(QStringLiteral("+"), change->addedItems);
    if (!change->removedItems.empty())
        parts += itemsText(QStringLiteral("−"), change->removedItems);
    if (!parts.isEmpty())
        return parts.join(QStringLiteral("   "));
    return valueText(change->newWritten, change->newEffective);
}

QString MergeModel::baseText(const Row& row) const
{
    if (row.change == nullptr || isSection(row.change->any()))
        return {};
    const config::Change& change = row.change->any();
    const config::Key* key = m_merge.base().key(change.section, change.key);
    if (key != nullptr && key->type && config::isList(*key->type))
        return tr("%Ln entries", nullptr, static_cast<int>(m_merge.base().items(*key).size()));
    return valueText(change.oldWritten, change.oldEffective);
}

QString MergeModel::taken(const Row& row) const
{
    const QString mine = tr("Yours");
    const QString theirs = tr("On disk");
    if (!row.question) {
        if (row.change->by == config::ChangedBy::Both)
            return tr("Both");
        return row.change->by == config::ChangedBy::Me ? mine : theirs;
    }
    const auto answer = m_answers[*row.question];
    if (!answer)
        return tr("Undecided");
    return *answer == base::MergePick::Mine ? mine : *answer == base::MergePick::Theirs ? theirs : tr("Both");
}

QString MergeModel::sentence(int number) const
{
    const Row& row = m_rows.at(static_cast<std::size_t>(number));
    if (row.change == nullptr)
        return tr("%1: both changed comments, order or spelling here.").arg(place(row));
    const config::Change& any = row.change->any();
    const QString what = isSection(any) ? place(row) : tr("%1 in %2").arg(text(any.key), place(row));
    const QString mine = changeText(row.change->mine);
    const QString theirs = changeText(row.change->theirs);
    const bool hasItems = !any.addedItems.empty() || !any.removedItems.empty();
    if (row.change->isAtOdds)
        return hasItems ? tr("%1: you %2, they %3.").arg(what, mine, theirs)
                        : tr("%1: you set %2, they set %3.").arg(what, mine, theirs);
    switch (row.change->by) {
    case config::ChangedBy::Me:
        return row.question ? tr("%1: only you changed this (%2), but on lines where both changed something.")
                                  .arg(what, mine)
                            : tr("%1: only you changed this (%2).").arg(what, mine);
    case config::ChangedBy::Them:
        return row.question
                   ? tr("%1: only they changed this (%2), but on lines where both changed something.")
                         .arg(what, theirs)
                   : tr("%1: only they changed this (%2).").arg(what, theirs);
    case config::ChangedBy::Both:
        break;
    }
    return mine == theirs ? tr("%1: both made the same change.").arg(what)
                          : tr("%1: you %2, they %3; all of it stays.").arg(what, mine, theirs);
}

QVariant MergeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const bool isConflict = row.change == nullptr || row.change->isAtOdds;
    const bool isOpen = row.question && !m_answers[*row.question];
    switch (role) {
    case CellDelegate::MonoRole:
        return index.column() >= PlaceColumn && index.column() < TakenColumn && row.change != nullptr;
    case CellDelegate::SecondaryRole:
        return index.column() == PlaceColumn || index.column() == BaseColumn;
    case Qt::ToolTipRole:
        return sentence(index.row());
    case Qt::DecorationRole:
        if (index.column() == WhoColumn)
            return isConflict ? themedIcon(QStringLiteral("warning"), &Tokens::warning)
                              : themedIcon(QStringLiteral("edit"), &Tokens::secondaryText);
        if (index.column() == TakenColumn && row.question)
            return isOpen ? themedIcon(QStringLiteral("pending"), &Tokens::warning)
                          : themedIcon(QStringLiteral("check"), &Tokens::good);
        return {};
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case WhoColumn:
        return who(row);
    case PlaceColumn:
        return place(row);
    case KeyColumn:
        return row.change != nullptr ? text(row.change->any().key) : tr("comments, order or spelling");
    case BaseColumn:
        return baseText(row);
    case MineColumn:
        return row.change != nullptr ? changeText(row.change->mine) : QString();
    case TheirsColumn:
        return row.change != nullptr ? changeText(row.change->theirs) : QString();
    default:
        return taken(row);
    }
}

QVariant MergeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WhoColumn:
        return tr("Changed by");
    case PlaceColumn:
        return tr("Section");
    case KeyColumn:
        return tr("Parameter");
    case BaseColumn:
        return tr("As you opened it");
    case MineColumn:
        return tr("Yours");
    case TheirsColumn:
        return tr("On disk now");
    default:
        return tr("Taken");
    }
}

} // namespace ui
