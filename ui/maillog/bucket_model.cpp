// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/bucket_model.h"

#include "ui/common/table_view.h"

#include <QDateTime>
#include <QLocale>

namespace ui {

void BucketModel::setHistogram(std::optional<maillog::Histogram> histogram, SeriesBy by, int offsetMinutes)
{
    beginResetModel();
    m_histogram = std::move(histogram);
    m_by = by;
    m_offsetMinutes = offsetMinutes;
    endResetModel();
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
        return QDateTime::fromMSecsSinceEpoch(m_histogram->start + index.row() * m_histogram->step,
                                              Qt::OffsetFromUTC, m_offsetMinutes * 60)
            .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
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
        return tr("From");
    }
    const auto& series = seriesOf(m_by);
    return section <= static_cast<int>(series.size()) ? series[static_cast<std::size_t>(section) - 1].word
                                                      : tr("Total");
}

} // namespace ui
