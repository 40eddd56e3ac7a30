// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline as a table, for keyboard and screen reader: one row a bucket, one column a series.
#pragma once

#include "ui/maillog/timeline/series.h"

#include <QAbstractTableModel>

#include <optional>

namespace ui {

class BucketModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    /// One that only grew keeps selection and scroll position.
    void setHistogram(std::optional<maillog::TimeBuckets> histogram, SeriesBy by);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] bool isGrown(const std::optional<maillog::TimeBuckets>& histogram, SeriesBy by) const;
    std::optional<maillog::TimeBuckets> m_histogram;
    SeriesBy m_by = SeriesBy::Result;
};

} // namespace ui
