// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/list_model.h"

#include "ui/common/icons.h"
#include "ui/common/table_view.h"
#include "ui/config/entry_text.h"
#include "ui/config/field.h"
#include "ui/config/file_text.h"
#include "ui/config/severity_level.h"
#include "ui/words/config_words.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace ui {

ListModel::ListModel(ConfigDocument& document, std::string key, QObject* parent)
    : QAbstractTableModel(parent),
      m_document(document),
      m_key(std::move(key)),
      m_type(config::typeOfKey(m_key).value_or(config::KeyType::DomainList))
{
    connect(&m_document, &ConfigDocument::contentChanged, this, &ListModel::refresh);
    connect(&m_document, &ConfigDocument::analysed, this, &ListModel::refresh);
    refresh();
}

void ListModel::refresh()
{
    beginResetModel();
    readItems();
    readFindings();
    applyFilter();
    endResetModel();
}

void ListModel::readItems()
{
    std::unordered_set<std::string_view> before;
    if (const config::Key* old = m_document.onDisk().key("globals", m_key)) {
        for (const config::ListItem& item : m_document.onDisk().items(*old))
            before.insert(item.text);
    }
    m_items.clear();
    const config::Key* key = m_document.current().key("globals", m_key);
    m_isSet = key != nullptr;
    if (!m_isSet)
        return;
    std::size_t noteLine = std::string::npos;
    QString note;
    for (const config::ListItem& item : m_document.current().items(*key)) {
        if (item.line != noteLine) {
            noteLine = item.line;
            note = noteOf(*key, item.line);
        }
        m_items.push_back({std::string(item.text), item.span, note, -1, !before.contains(item.text)});
    }
}

QString ListModel::noteOf(const config::Key& key, std::size_t line) const
{
    const config::IniDocument& document = m_document.current();
    QString note;
    if (const auto comment = document.inlineComment(key, line))
        note = decoded(document.text(*comment), m_document.encoding());
    else if (line > key.line + 1 && document.lines()[line - 1].kind == config::LineKind::Comment)
        note = decoded(document.lineText(line - 1), m_document.encoding()).trimmed();
    while (note.startsWith(QLatin1Char('#')) || note.startsWith(QLatin1Char(';')))
        note.remove(0, 1);
    return note.trimmed();
}

void ListModel::readFindings()
{
    m_findings.clear();
    std::unordered_map<std::size_t, std::size_t> itemAt;
    for (std::size_t i = 0; i < m_items.size(); ++i)
        itemAt.emplace(m_items[i].span.begin, i);
    for (const config::Finding& finding : m_document.findings()) {
        if (finding.key != m_key)
            continue;
        const auto found = itemAt.find(finding.span.begin);
        if (found == itemAt.end())
            continue;
        int& own = m_items[found->second].finding;
        if (own >= 0 && m_findings[static_cast<std::size_t>(own)].severity <= finding.severity)
            continue;
        own = static_cast<int>(m_findings.size());
        m_findings.push_back(finding);
    }
}

void ListModel::applyFilter()
{
    m_rows.clear();
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (m_filter.isEmpty() ||
            QString::fromStdString(m_items[i].text).contains(m_filter, Qt::CaseInsensitive) ||
            m_items[i].note.contains(m_filter, Qt::CaseInsensitive))
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
    const config::Finding* finding =
        item.finding < 0 ? nullptr : &m_findings[static_cast<std::size_t>(item.finding)];
    const Level level = finding == nullptr ? Level::Good : levelOf(finding->severity);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
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
    return index.column() == EntryColumn && !m_document.isReadOnly() ? flags | Qt::ItemIsEditable : flags;
}

bool ListModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const QStringList entries = pastedEntries(value.toString());
    if (role != Qt::EditRole || !index.isValid() || entries.isEmpty() ||
        entries.front() == entryAt(index.row()))
        return false;
    std::vector<std::string> texts;
    const std::size_t changed = m_rows[static_cast<std::size_t>(index.row())];
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (i != changed) {
            texts.push_back(m_items[i].text);
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

QString ListModel::entryAt(int row) const
{
    return decoded(itemAt(row).text, m_document.encoding());
}

config::ByteSpan ListModel::spanAt(int row) const
{
    return itemAt(row).span;
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
            texts.push_back(m_items[i].text);
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
    const int finding = itemAt(row).finding;
    if (finding < 0 || m_document.isReadOnly())
        return;
    const config::Finding copy =
        m_findings[static_cast<std::size_t>(finding)]; // applying it makes new findings
    if (!copy.fixes.empty())
        m_document.apply(copy, copy.fixes.front());
}

void ListModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace ui
