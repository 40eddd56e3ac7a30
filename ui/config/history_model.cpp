// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/history_model.h"

#include "ui/common/table_view.h"
#include "ui/common/text_diff.h"
#include "ui/config/file_text.h"

#include <QLocale>

#include <utility>

namespace ui {

HistoryModel::HistoryModel(std::vector<qtio::HistoryEntry> entries, config::Encoding encoding,
                           QObject* parent)
    : QAbstractTableModel(parent),
      m_entries(std::move(entries)),
      m_encoding(encoding),
      m_lines(m_entries.size())
{
}

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int HistoryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const qtio::HistoryEntry& HistoryModel::entryAt(int row) const
{
    return m_entries.at(static_cast<std::size_t>(row));
}

/// Against the version before it; the oldest has none.
QString HistoryModel::lines(int row) const
{
    std::optional<QString>& known = m_lines.at(static_cast<std::size_t>(row));
    if (!known) {
        known = QString();
        const auto after = qtio::ConfigHistory::bytes(entryAt(row));
        const auto before = row + 1 < rowCount() ? qtio::ConfigHistory::bytes(entryAt(row + 1))
                                                 : tl::unexpected(qtio::FileError{});
        if (before && after) {
            const TextDiff diff = diffTexts(decoded(before->toStdString(), m_encoding),
                                            decoded(after->toStdString(), m_encoding), 0);
            known = QStringLiteral("+%1 −%2").arg(diff.added).arg(diff.removed);
        }
    }
    return *known;
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const qtio::HistoryEntry& entry = entryAt(index.row());
    const bool found = entry.origin == qtio::HistoryEntry::Origin::Found;
    if (role == CellDelegate::MonoRole)
        return index.column() == LinesColumn;
    if (role == CellDelegate::SecondaryRole)
        return index.column() == LinesColumn || found;
    if (role == Qt::ToolTipRole)
        return facts(index.row());
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case TimeColumn:
        return historyTime(entry);
    case UserColumn:
        return found ? QStringLiteral("–") : entry.user;
    case LinesColumn:
        return lines(index.row());
    default:
        return found ? tr("Found on the disk") : entry.note;
    }
}

QString HistoryModel::facts(int row) const
{
    const qtio::HistoryEntry& entry = entryAt(row);
    if (entry.origin == qtio::HistoryEntry::Origin::Found)
        return tr("Stood on the disk before a save; this program had not written it.");
    const QString who = tr("Saved by %1 on %2").arg(entry.user, entry.host);
    return entry.note.isEmpty() ? who : QStringLiteral("%1: %2").arg(who, entry.note);
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case UserColumn:
        return tr("User");
    case LinesColumn:
        return tr("Lines");
    default:
        return tr("Note");
    }
}

QString historyTime(const qtio::HistoryEntry& entry)
{
    return QLocale().toString(entry.time.toLocalTime(), QLocale::ShortFormat);
}

} // namespace ui
