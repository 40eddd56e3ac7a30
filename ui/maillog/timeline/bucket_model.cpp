// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/timeline/bucket_model.h"

#include "ui/common/table_view.h"
#include "ui/maillog/timeline/timeline_words.h"

#include <QLocale>

#include <algorithm>

namespace ui {

void BucketModel::setHistogram(std::optional<maillog::TimeBuckets> histogram, SeriesBy by)
{
    if (!isGrown(histogram, by)) {
        beginResetModel();
        m_histogram = std::move(histogram);
        m_by = by;
        endResetModel();
        return;
    }
    const int before = rowCount();
    const auto after = static_cast<int>(histogram->buckets.size());
    if (after > before) {
        beginInsertRows({}, before, after - 1);
    }
    m_histogram = std::move(histogram);
    if (after > before) {
        endInsertRows();
    }
    Q_EMIT dataChanged(index(0, 0), index(before - 1, columnCount() - 1));
}

bool BucketModel::isGrown(const std::optional<maillog::TimeBuckets>& histogram, SeriesBy by) const
{
    if (!m_histogram || !histogram || by != m_by) {
        return false;
    }
    const auto& old = m_histogram->borders;
    const auto& now = histogram->borders;
    return old.size() <= now.size() && std::equal(old.begin(), old.end(), now.begin());
}

void BucketModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int BucketModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_histogram ? 0 : static_cast<int>(m_histogram->buckets.size());
}

int BucketModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(seriesOf(m_by).size()) + 2;
}

QVariant BucketModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const bool isTime = index.column() == 0;
    if (role == Qt::TextAlignmentRole) {
        return QVariant((isTime ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    if (role == CellDelegate::MonoRole) {
        return true;
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    if (isTime) {
        const auto row = static_cast<std::size_t>(index.row());
        return spanText({m_histogram->from(row), m_histogram->to(row)}, m_histogram->clock);
    }
    const auto& bucket = m_histogram->buckets[static_cast<std::size_t>(index.row())];
    const auto& series = seriesOf(m_by);
    std::uint64_t count = 0;
    if (index.column() <= static_cast<int>(series.size())) {
        count = countOf(bucket, m_by, series[static_cast<std::size_t>(index.column()) - 1]);
    } else {
        for (const Series& one : series) {
            count += countOf(bucket, m_by, one);
        }
    }
    return QLocale().toString(static_cast<qulonglong>(count));
}

QVariant BucketModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    if (section == 0) {
        return tr("Time");
    }
    const auto& series = seriesOf(m_by);
    return section <= static_cast<int>(series.size()) ? series[static_cast<std::size_t>(section) - 1].word
                                                      : tr("Total");
}

} // namespace ui
