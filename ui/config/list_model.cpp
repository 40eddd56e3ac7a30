// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/list_model.h"

#include "core/base/ascii.h"
#include "core/config/list_tidy.h"
#include "ui/common/icons.h"
#include "ui/common/table_view.h"
#include "ui/config/entry_text.h"
#include "ui/config/field.h"
#include "ui/config/file_text.h"
#include "ui/config/severity_level.h"
#include "ui/words/config_words.h"

#include <algorithm>
#include <set>
#include <unordered_set>

namespace ui {

ListModel::ListModel(ConfigDocument& document, std::string key, QObject* parent)
    : QAbstractTableModel(parent),
      m_document(document),
      m_key(std::move(key)),
      m_type(config::typeOfKey(m_key).value_or(config::KeyType::DomainList))
{
    connect(&m_document, &ConfigDocument::contentChanged, this, &ListModel::follow);
    connect(&m_document, &ConfigDocument::analysed, this, &ListModel::follow);
    refresh();
}

void ListModel::setFollowing(bool following)
{
    m_isFollowing = following;
    if (following && m_isStale)
        refresh();
}

void ListModel::follow()
{
    if (m_isFollowing)
        refresh();
    else
        m_isStale = true;
}

void ListModel::refresh()
{
    m_isStale = false;
    beginResetModel();
    readItems();
    readFindings();
    applyFilter();
    endResetModel();
}

void ListModel::readItems()
{
    const bool isSameBase = m_onDisk == m_document.onDisk();
    if (isSameBase && m_shown == m_document.current())
        return;
    if (!isSameBase) {
        m_onDisk = m_document.onDisk();
        const config::Key* old = m_onDisk.key("globals", m_key);
        m_diskItems = old == nullptr ? std::vector<config::ListItem>() : m_onDisk.items(*old);
    }
    m_items.clear();
    m_shown = m_document.current();
    const config::Key* key = m_shown.key("globals", m_key);
    m_isSet = key != nullptr;
    if (!m_isSet)
        return;
    std::size_t noteLine = std::string::npos;
    std::string_view note;
    const std::vector<config::ListItem> items = m_shown.items(*key);
    m_items.reserve(items.size());
    for (const config::ListItem& item : items) {
        if (item.line != noteLine) {
            noteLine = item.line;
            note = config::noteOf(m_shown, *key, item);
        }
        m_items.push_back({.text = item.text, .span = item.span, .note = note});
    }
    markModified();
}

void ListModel::markModified()
{
    // Mostly little changes in much: what stands at the same place from either end is no news.
    const auto isSame = [](const Item& item, const config::ListItem& old) { return item.text == old.text; };
    const auto head =
        std::mismatch(m_items.begin(), m_items.end(), m_diskItems.begin(), m_diskItems.end(), isSame);
    auto last = m_items.end();
    for (auto old = m_diskItems.end(); last != head.first && old != head.second; --last, --old) {
        if (!isSame(*std::prev(last), *std::prev(old)))
            break;
    }
    std::unordered_set<std::string_view> news;
    for (auto item = head.first; item != last; ++item)
        news.insert(item->text);
    for (auto old = m_diskItems.begin(); !news.empty() && old != m_diskItems.end(); ++old)
        news.erase(old->text);
    for (auto item = head.first; item != last; ++item)
        item->modified = news.contains(item->text);
}

void ListModel::readFindings()
{
    for (Item& item : m_items)
        item.finding = -1;
    m_findings = m_document.sharedFindings();
    auto item = m_items.begin(); // both are in file order
    for (std::size_t i = 0; i < m_findings->size() && item != m_items.end(); ++i) {
        const config::Finding& finding = (*m_findings)[i];
        if (finding.key != m_key || !finding.place)
            continue;
        item = std::find_if(item, m_items.end(),
                            [&](const Item& each) { return each.span.begin >= finding.span.begin; });
        const bool isIts = item != m_items.end() && item->span.begin == finding.span.begin;
        if (isIts && (item->finding < 0 || finding.severity < item->severity)) {
            item->finding = static_cast<int>(i);
            item->severity = finding.severity;
        }
    }
}

bool ListModel::matchesFilter(std::string_view text) const
{
    const auto isPlain = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    if (m_plainFilter.empty() || !std::ranges::all_of(text, isPlain))
        return decoded(text, m_document.encoding()).contains(m_filter, Qt::CaseInsensitive);
    const auto lower = [](char c) { return base::toLower(c); };
    return !std::ranges::search(text, m_plainFilter, {}, lower).empty();
}

bool ListModel::matchesFilter(const Item& item) const
{
    if (m_problemsOnly && item.finding < 0)
        return false;
    return m_filter.isEmpty() || matchesFilter(item.text) || (!item.note.empty() && matchesFilter(item.note));
}

void ListModel::applyFilter()
{
    m_rows.clear();
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (matchesFilter(m_items[i]))
            m_rows.push_back(i);
    }
}

void ListModel::setFilter(const QString& filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    const bool isNarrower = filter.contains(m_filter, Qt::CaseInsensitive);
    m_filter = filter;
    const bool isPlain = std::ranges::all_of(filter, [](QChar c) { return c.unicode() < 0x80; });
    m_plainFilter = isPlain ? filter.toLower().toStdString() : std::string();
    if (isNarrower)
        std::erase_if(m_rows, [this](std::size_t row) { return !matchesFilter(m_items[row]); });
    else
        applyFilter();
    endResetModel();
}

void ListModel::setProblemsOnly(bool problemsOnly)
{
    if (problemsOnly == m_problemsOnly)
        return;
    beginResetModel();
    m_problemsOnly = problemsOnly;
    applyFilter();
    endResetModel();
}

int ListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Item& item = itemAt(index.row());
    const config::Finding* finding = findingOf(item);
    const Level level = finding == nullptr ? Level::Good : levelOf(finding->severity);
    switch (role) {
    case Qt::EditRole:
        return index.column() == NoteColumn ? noteAt(item) : display(item, index.column());
    case Qt::DisplayRole:
        return display(item, index.column());
    case Qt::DecorationRole:
        return index.column() == EntryColumn ? QVariant(themedIcon(iconName(level), inkOf(level)))
                                             : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((index.column() == AddressesColumn ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    case Qt::AccessibleDescriptionRole:
        return data(index, ProblemRole);
    case CellDelegate::MonoRole:
        return index.column() == EntryColumn;
    case CellDelegate::SecondaryRole:
        return index.column() == KindColumn;
    case LevelRole:
        return static_cast<int>(level);
    case ModifiedRole:
        return item.modified;
    case ProblemRole:
        return finding == nullptr
                   ? QString()
                   : QStringLiteral("%1  %2").arg(QString::fromStdString(config::idOf(finding->rule)),
                                                  words::shownMessage(*finding));
    case FixRole:
        return finding == nullptr || m_document.isReadOnly() ? QString() : fixTitle(*finding);
    default:
        return {};
    }
}

QVariant ListModel::display(const Item& item, int column) const
{
    const QString text = decoded(item.text, m_document.encoding());
    const QString dash = QStringLiteral("—");
    switch (column) {
    case EntryColumn:
        return text;
    case KindColumn: {
        const QString kind = kindOf(text, m_type);
        return kind.isEmpty() ? dash : kind;
    }
    case AddressesColumn: {
        const QString count = addressCountOf(text, m_type);
        return count.isEmpty() ? dash : count;
    }
    default:
        return item.note.empty() ? dash : noteAt(item);
    }
}

QVariant ListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == AddressesColumn)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case EntryColumn:
        return tr("Entry");
    case KindColumn:
        return tr("Kind");
    case AddressesColumn:
        return tr("Addresses");
    default:
        return tr("Note (comment)");
    }
}

Qt::ItemFlags ListModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool isText = index.column() == EntryColumn || index.column() == NoteColumn;
    return isText && !m_document.isReadOnly() ? flags | Qt::ItemIsEditable : flags;
}

bool ListModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role == Qt::EditRole && index.isValid() && index.column() == NoteColumn)
        return setNote(index.row(), value.toString());
    const QStringList entries = pastedEntries(value.toString());
    if (role != Qt::EditRole || !index.isValid() || entries.isEmpty() ||
        entries.front() == entryAt(index.row()))
        return false;
    std::vector<std::string> texts;
    for (const QString& entry : entries)
        texts.push_back(encoded(entry, m_document.encoding()).value_or(entry.toStdString()));
    m_document.edit(
        config::replaceItemAt(m_document.current(), "globals", m_key,
                              m_rows[static_cast<std::size_t>(index.row())], texts),
        {.what = EditName::What::ReplaceItem, .key = m_key, .value = entries.front().toStdString()});
    return true;
}

bool ListModel::setNote(int row, const QString& note)
{
    const auto bytes = encoded(note.simplified(), m_document.encoding());
    if (!bytes) {
        Q_EMIT noteRefused(row, note,
                           tr("The note was not taken: the file is in %1, which cannot hold %2.")
                               .arg(encodingName(m_document.encoding()),
                                    unwritable(note, m_document.encoding()).join(QStringLiteral(", "))));
        return false;
    }
    const std::size_t item = m_rows[static_cast<std::size_t>(row)];
    const std::string entry(m_items[item].text);
    m_document.edit(config::setNote(m_document.current(), "globals", m_key, item, *bytes),
                    {.what = EditName::What::SetNote, .key = m_key, .value = entry});
    return true;
}

QStringList ListModel::entries() const
{
    QStringList texts;
    for (const Item& item : m_items)
        texts.append(decoded(item.text, m_document.encoding()));
    return texts;
}

QStringList ListModel::notes() const
{
    QStringList texts;
    for (const Item& item : m_items)
        texts.append(noteAt(item));
    return texts;
}

QString ListModel::entryAt(int row) const
{
    return decoded(itemAt(row).text, m_document.encoding());
}

std::array<int, 3> ListModel::countBySeverity() const
{
    std::array<int, 3> counts{};
    for (const std::size_t row : m_rows) {
        if (m_items[row].finding >= 0)
            ++counts[static_cast<std::size_t>(m_items[row].severity)];
    }
    return counts;
}

QString ListModel::noteAt(const Item& item) const
{
    return decoded(item.note, m_document.encoding());
}

int ListModel::rowOf(const QString& entry) const
{
    const std::string text = entry.toStdString();
    const auto found =
        std::ranges::find_if(m_rows, [&](std::size_t item) { return m_items[item].text == text; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int ListModel::rowAt(std::size_t offset) const
{
    const auto found = std::ranges::find_if(m_rows, [&](std::size_t item) {
        return m_items[item].span.begin <= offset && offset < m_items[item].span.end;
    });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

bool ListModel::add(const QStringList& entries)
{
    std::vector<std::string> texts;
    for (const QString& entry : entries)
        texts.push_back(encoded(entry, m_document.encoding()).value_or(entry.toStdString()));
    if (texts.empty())
        return false;
    const config::Edited plan = config::addItems(m_document.current(), "globals", m_key, texts);
    m_document.edit(plan, {.what = EditName::What::AddItems,
                           .key = m_key,
                           .value = texts.front(),
                           .count = static_cast<int>(texts.size())});
    return plan.has_value();
}

bool ListModel::add(const QList<ListFileEntry>& entries)
{
    std::vector<config::NotedItem> items;
    for (const ListFileEntry& entry : entries) {
        // A note that the file cannot hold is left out, not the entry.
        items.push_back({encoded(entry.text, m_document.encoding()).value_or(entry.text.toStdString()),
                         encoded(entry.note, m_document.encoding()).value_or(std::string())});
    }
    if (items.empty())
        return false;
    const config::Edited plan = config::addNotedItems(m_document.current(), "globals", m_key, items);
    m_document.edit(plan, {.what = EditName::What::AddItems,
                           .key = m_key,
                           .value = items.front().text,
                           .count = static_cast<int>(entries.size())});
    return plan.has_value();
}

void ListModel::remove(const QList<int>& rows)
{
    std::set<std::size_t> sorted;
    for (const int row : rows)
        sorted.insert(m_rows[static_cast<std::size_t>(row)]);
    if (sorted.empty())
        return;
    const std::vector<std::size_t> gone(sorted.begin(), sorted.end());
    m_document.edit(config::removeItemsAt(m_document.current(), "globals", m_key, gone),
                    {.what = EditName::What::RemoveItems,
                     .key = m_key,
                     .value = std::string(m_items[gone.front()].text),
                     .count = static_cast<int>(gone.size())});
}

void ListModel::fix(int row)
{
    const config::Finding* finding = findingOf(itemAt(row));
    if (finding == nullptr || finding->fixes.empty() || m_document.isReadOnly())
        return;
    const config::Finding copy = *finding; // applying it makes new findings
    m_document.apply(copy, copy.fixes.front());
}

void ListModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace ui
