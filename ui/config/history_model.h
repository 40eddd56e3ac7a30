// SPDX-License-Identifier: GPL-3.0-or-later
// The kept versions of a config as rows, the newest first: when, who, why, how many lines.
#pragma once

#include "core/config/ini_document.h"
#include "core/qtio/files/config_history.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace ui {

class HistoryModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { TimeColumn, UserColumn, LinesColumn, NoteColumn, ColumnCount };

    HistoryModel(std::vector<qtio::HistoryEntry> entries, config::Encoding encoding,
                 QObject* parent = nullptr);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] const qtio::HistoryEntry& entryAt(int row) const;
    /// Who, where and why in full.
    [[nodiscard]] QString facts(int row) const;

private:
    [[nodiscard]] QString lines(int row) const;

    std::vector<qtio::HistoryEntry> m_entries;
    config::Encoding m_encoding;
    mutable std::vector<std::optional<QString>> m_lines; ///< counted when first shown: texts are read for it
};

/// In the short form of the language, local time.
[[nodiscard]] QString historyTime(const qtio::HistoryEntry& entry);

} // namespace ui
