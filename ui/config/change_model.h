// SPDX-License-Identifier: GPL-3.0-or-later
// What differs from the file on disk in meaning, one row each: old and new value, and a way back.
#pragma once

#include "ui/config/config_document.h"

#include <QAbstractTableModel>

#include <vector>

namespace ui {

class ChangeModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { PlaceColumn, KeyColumn, ValuesColumn, RevertColumn, ColumnCount };

    explicit ChangeModel(ConfigDocument& document, QObject* parent = nullptr);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] const config::Change& changeAt(int row) const;
    void retranslate();

private:
    [[nodiscard]] QString values(const config::Change& change, bool isCut) const;
    [[nodiscard]] QString valueText(const std::optional<std::string>& written,
                                    const std::string& effective) const;
    void refresh();

    ConfigDocument& m_document;
    std::vector<config::Change> m_changes;
};

} // namespace ui
