// SPDX-License-Identifier: GPL-3.0-or-later
// The year of stamps that have none (MAILLOG.md, "Year"): the last line was written in the year of the file's
// date; going back, a step forward of more than a month is the turn of a year. Small steps back are not.
#pragma once

#include "core/maillog/timestamp.h"

#include <cstdint>
#include <optional>

namespace maillog {

class YearWalker
{
public:
    /// `lastDay`: days since 1970 of the file's date; `year` of the last line overrides it.
    YearWalker(std::int64_t lastDay, std::optional<int> year) noexcept
        : m_lastDay(lastDay), m_wantedYear(year)
    {
    }

    /// The year of the next stamp in file order, as far as can be told now.
    [[nodiscard]] int next(const Stamp& stamp) noexcept;
    /// The last line of the file was seen: its year is that of the file's date.
    void settle() noexcept;
    /// By how many years the answers so far for stamps without a year have to be moved; 0 when they were
    /// right.
    [[nodiscard]] int takeCorrection() noexcept;

    /// See log_image.h. The date of the file is not kept: it has another one when it has grown.
    template <class State>
    void keepIn(State& state)
    {
        state.number(m_started);
        state.number(m_anchored);
        state.number(m_year);
        state.number(m_month);
        state.number(m_day);
        state.number(m_leapYear);
        state.number(m_correction);
    }

private:
    [[nodiscard]] int latestYear(int month, int day) const noexcept;
    [[nodiscard]] int expectedYear(int dayOfYear) const noexcept;
    void move(int years) noexcept;

    std::int64_t m_lastDay;
    std::optional<int> m_wantedYear;
    bool m_started = false;
    bool m_anchored = false; ///< a stamp with a year was seen, or the file's end
    int m_year = 0;
    int m_month = 1; ///< of the stamp before
    int m_day = 1;
    int m_leapYear = 0; ///< year given to a leap day, 0 when there was none
    int m_correction = 0;
};

} // namespace maillog
