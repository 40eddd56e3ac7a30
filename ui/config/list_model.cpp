// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/list_model.h"

#include "core/config/list_tidy.h"
#include "ui/common/icons.h"
#include "ui/common/table_view.h"
#include "ui/config/entry_text.h"
#include "ui/config/field.h"
#include "ui/config/file_text.h"
#include "ui/config/severity_level.h"
#include "ui/words/config_words.h"

#include <algorithm>
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
    if (!(m_onDisk == m_document.onDisk()) || m_known.empty()) {
        m_onDisk = m_document.onDisk();
        m_known.clear();
        if (const config::Key* old = m_onDisk.key("globals", m_key)) {
            for (const config::ListItem& item : m_onDisk.items(*old))
                m_known.insert(item.text);
        }
    }
    m_items.clear();
    m_shown = m_document.current();
    const config::Key* key = m_shown.key("globals", m_key);
    m_isSet = key != nullptr;
    if (!m_isSet)
        return;
    std::size_t noteLine = std::string::npos;
    QString note;
    const std::vector<config::ListItem> items = m_shown.items(*key);
    m_items.reserve(items.size());
    for (const config::ListItem& item : items) {
        if (item.line != noteLine) {
            noteLine = item.line;
            note = decoded(config::noteOf(m_shown, *key, item), m_document.encoding());
        }
        m_items.push_back({item.text, item.span, note, -1, !m_known.contains(item.text)});
    }
}

void ListModel::readFindings()
{
    m_findings = m_document.sharedFindings();
    for (std::size_t i = 0; i < m_findings->size(); ++i) {
        const config::Finding& finding = (*m_findings)[i];
        if (finding.key != m_key)
            continue;
        const auto begin = [](const Item& item) { return item.span.begin; };
        const auto item = std::ranges::lower_bound(m_items, finding.span.begin, {}, begin);
        if (item == m_items.end() || item->span.begin != finding.span.begin)
            continue;
        const config::Finding* worst = findingOf(*item);
        if (worst == nullptr || finding.severity < worst->severity)
            item->finding = static_cast<int>(i);
    }
}

void ListModel::applyFilter()
{
    m_rows.clear();
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const Item& item = m_items[i];
        if (m_filter.isEmpty() ||
            decoded(item.text, m_document.encoding()).contains(m_filter, Qt::CaseInsensitive) ||
            item.note.contains(m_filter, Qt::CaseInsensitive))
            m_rows.push_back(i);
    }
}

void ListModel::setFilter(const QString& filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
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
        return index.column() == NoteColumn ? item.note : display(item, index.column());
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
                                                  words::message(*finding));
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
        return item.note.isEmpty() ? dash : item.note;
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
        return setNote(m_rows[static_cast<std::size_t>(index.row())], value.toString());
    const QStringList entries = pastedEntries(value.toString());
    if (role != Qt::EditRole || !index.isValid() || entries.isEmpty() ||
        entries.front() == entryAt(index.row()))
        return false;
    std::vector<std::string> texts;
    const std::size_t changed = m_rows[static_cast<std::size_t>(index.row())];
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (i != changed) {
            texts.emplace_back(m_items[i].text);
            continue;
        }
        for (const QString& entry : entries)
            texts.push_back(encoded(entry, m_document.encoding()).value_or(entry.toStdString()));
    }
    m_document.edit(
        config::setItems(m_document.current(), "globals", m_key, texts),
        {.what = EditName::What::ReplaceItem, .key = m_key, .value = entries.front().toStdString()});
    return true;
}

bool ListModel::setNote(std::size_t item, const QString& note)
{
    const auto bytes = encoded(note.simplified(), m_document.encoding());
    if (!bytes) {
        Q_EMIT m_document.editRefused(config::EditError::Code::BadValue);
        return false;
    }
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
        texts.append(item.note);
    return texts;
}

QString ListModel::entryAt(int row) const
{
    return decoded(itemAt(row).text, m_document.encoding());
}

config::ByteSpan ListModel::spanAt(int row) const
{
    return itemAt(row).span;
}

int ListModel::count(config::Severity severity) const
{
    return static_cast<int>(std::ranges::count_if(m_rows, [&](std::size_t row) {
        const config::Finding* finding = findingOf(m_items[row]);
        return finding != nullptr && finding->severity == severity;
    }));
}

int ListModel::rowOf(const QString& entry) const
{
    const std::string text = entry.toStdString();
    const auto found =
        std::ranges::find_if(m_rows, [&](std::size_t item) { return m_items[item].text == text; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void ListModel::add(const QStringList& entries)
{
    std::vector<std::string> texts;
    for (const QString& entry : entries)
        texts.push_back(encoded(entry, m_document.encoding()).value_or(entry.toStdString()));
    if (texts.empty())
        return;
    m_document.edit(config::addItems(m_document.current(), "globals", m_key, texts),
                    {.what = EditName::What::AddItems,
                     .key = m_key,
                     .value = texts.front(),
                     .count = static_cast<int>(texts.size())});
}

void ListModel::add(const QList<ListFileEntry>& entries)
{
    std::vector<config::NotedItem> items;
    for (const ListFileEntry& entry : entries) {
        // A note that the file cannot hold is left out, not the entry.
        items.push_back({encoded(entry.text, m_document.encoding()).value_or(entry.text.toStdString()),
                         encoded(entry.note, m_document.encoding()).value_or(std::string())});
    }
    if (items.empty())
        return;
    m_document.edit(config::addNotedItems(m_document.current(), "globals", m_key, items),
                    {.what = EditName::What::AddItems,
                     .key = m_key,
                     .value = items.front().text,
                     .count = static_cast<int>(entries.size())});
}

void ListModel::remove(const QList<int>& rows)
{
    std::unordered_set<std::size_t> gone;
    for (const int row : rows)
        gone.insert(m_rows[static_cast<std::size_t>(row)]);
    if (gone.empty())
        return;
    std::vector<std::string> texts;
    std::string first;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (!gone.contains(i))
            texts.emplace_back(m_items[i].text);
        else if (first.empty())
            first = m_items[i].text;
    }
    m_document.edit(config::setItems(m_document.current(), "globals", m_key, texts),
                    {.what = EditName::What::RemoveItems,
                     .key = m_key,
                     .value = first,
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
