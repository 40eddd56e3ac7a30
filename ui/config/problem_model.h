// SPDX-License-Identifier: GPL-3.0-or-later
// The findings of the document as rows, the worst first, else in file order.
#pragma once

#include "ui/config/config_document.h"

#include <QAbstractTableModel>

#include <vector>

namespace ui {

class ProblemModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { IdColumn, SentenceColumn, PlaceColumn, FixColumn, ColumnCount };

    explicit ProblemModel(ConfigDocument& document, QObject* parent = nullptr);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] const config::Finding& findingAt(int row) const;
    void retranslate();

private:
    void refresh();

    ConfigDocument& m_document;
    std::shared_ptr<const std::vector<config::Finding>> m_findings;
    std::vector<const config::Finding*> m_rows; ///< the worst first
};

} // namespace ui
