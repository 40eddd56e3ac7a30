// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline as a table, for keyboard and screen reader: one row a bucket, one column a series.
#pragma once

#include "ui/maillog/series.h"

#include <QAbstractTableModel>

#include <optional>

namespace ui {

class BucketModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    void setHistogram(std::optional<maillog::Histogram> histogram, SeriesBy by, int offsetMinutes);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::optional<maillog::Histogram> m_histogram;
    SeriesBy m_by = SeriesBy::Result;
    int m_offsetMinutes = 0;
};

} // namespace ui
