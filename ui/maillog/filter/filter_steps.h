// SPDX-License-Identifier: GPL-3.0-or-later
// The way a user has gone through the log: each change of the filter or of what the chart shows is a step,
// and back means filter, brush, chosen row and chart.
#pragma once

#include "ui/maillog/log_view.h"
#include "ui/maillog/timeline/series.h"

#include <QStringList>

#include <utility>

namespace ui {

struct FilterState
{
    QStringList terms;
    std::optional<TimeSpan> span;
    int offsetMinutes = 0; ///< wall clock that the span is told in
    friend bool operator==(const FilterState&, const FilterState&) = default;
};

/// What the user wants of the chart, besides its time.
struct ChartChoice
{
    SeriesBy by = SeriesBy::Result;
    std::optional<maillog::BucketLength> length; ///< nothing to fit
    friend bool operator==(const ChartChoice&, const ChartChoice&) = default;
};

struct FilterStep
{
    FilterState filter;
    std::optional<LineKey> chosen;
    ChartChoice chart;
};

class FilterSteps
{
public:
    /// `before` was left for something new.
    void leave(FilterStep before)
    {
        m_past.push_back(std::move(before));
        if (m_past.size() > most) {
            m_past.erase(m_past.begin());
        }
        m_future.clear();
    }

    [[nodiscard]] bool hasPast() const noexcept { return !m_past.empty(); }

    [[nodiscard]] bool hasFuture() const noexcept { return !m_future.empty(); }

    /// There must be one.
    [[nodiscard]] FilterStep back(FilterStep now) { return go(m_past, m_future, std::move(now)); }

    [[nodiscard]] FilterStep forward(FilterStep now) { return go(m_future, m_past, std::move(now)); }

private:
    static constexpr std::size_t most = 100;

    static FilterStep go(std::vector<FilterStep>& from, std::vector<FilterStep>& to, FilterStep now)
    {
        to.push_back(std::move(now));
        FilterStep step = std::move(from.back());
        from.pop_back();
        return step;
    }

    std::vector<FilterStep> m_past;
    std::vector<FilterStep> m_future;
};

} // namespace ui
