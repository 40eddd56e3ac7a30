// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/year_walker.h"

#include <utility>

namespace maillog {

namespace {

/// 0 to 365, the same for every year.
int dayOfYear(int month, int day) noexcept
{
    constexpr int leapYear = 2000;
    return static_cast<int>(daysFromCivil(leapYear, month, day) - daysFromCivil(leapYear, 1, 1));
}

constexpr int month = 31;
constexpr int yearMinusTwoDays = 363;

} // namespace

int YearWalker::latestYear(int monthOfYear, int day) const noexcept
{
    if (m_wantedYear) {
        return *m_wantedYear;
    }
    // A day of grace: the file's date is in UTC, the stamp is not.
    int year = civilFromDays(m_lastDay + 1).year;
    while (daysFromCivil(year, monthOfYear, day) > m_lastDay + 1) {
        --year;
    }
    return year;
}

int YearWalker::expectedYear(int today) const noexcept
{
    return today < dayOfYear(m_month, m_day) - month ? m_year + 1 : m_year;
}

void YearWalker::move(int years) noexcept
{
    m_year += years;
    m_correction += years;
    m_leapYear += m_leapYear == 0 ? 0 : years;
}

int YearWalker::next(const Stamp& stamp) noexcept
{
    if (stamp.withoutDate) {
        return m_year;
    }
    if (m_started && stamp.month == m_month && stamp.day == m_day &&
        (stamp.year == 0 || (m_anchored && stamp.year == m_year))) {
        return m_year; // as the line before, nearly always
    }
    const int today = dayOfYear(stamp.month, stamp.day);
    if (!m_started) {
        m_year = stamp.year != 0 ? stamp.year : latestYear(stamp.month, stamp.day);
    } else if (stamp.year != 0) {
        if (!m_anchored) {
            move(stamp.year - expectedYear(today));
        }
        m_year = stamp.year;
    } else if (today - dayOfYear(m_month, m_day) > yearMinusTwoDays) {
        return m_year - 1; // a late line of New Year's Eve
    } else {
        m_year = expectedYear(today);
    }
    m_anchored = m_anchored || stamp.year != 0;
    m_started = true;
    if (stamp.month == 2 && stamp.day == 29 && stamp.year == 0) {
        int years = 0;
        while (!isLeapYear(m_year + years)) {
            --years;
        }
        move(years);
        m_leapYear = m_year;
    }
    m_month = stamp.month;
    m_day = stamp.day;
    return m_year;
}

void YearWalker::settle() noexcept
{
    if (!m_started || m_anchored) {
        return;
    }
    int years = latestYear(m_month, m_day) - m_year;
    while (m_leapYear != 0 && !isLeapYear(m_leapYear + years)) {
        --years;
    }
    move(years);
    m_anchored = true;
}

int YearWalker::takeCorrection() noexcept
{
    return std::exchange(m_correction, 0);
}

} // namespace maillog
