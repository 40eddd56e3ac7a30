// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ascii.h"
#include "core/maillog/filter.h"
#include "core/maillog/timestamp.h"

#include <string>

namespace maillog {

namespace {

std::optional<std::int64_t> parseRelative(std::string_view text, std::int64_t now) noexcept
{
    if (text == "now") {
        return now;
    }
    const bool ahead = text.starts_with('+');
    if (text.size() < 3 || (!ahead && !text.starts_with('-'))) {
        return std::nullopt;
    }
    constexpr unsigned long long most = 1'000'000;
    const auto amount = base::parseNumber(text.substr(1, text.size() - 2), most);
    std::int64_t unit = 0;
    switch (text.back()) {
    case 's':
        unit = 1;
        break;
    case 'm':
        unit = 60;
        break;
    case 'h':
        unit = 3600;
        break;
    case 'd':
        unit = 86'400;
        break;
    case 'w':
        unit = 7 * 86'400;
        break;
    default:
        break;
    }
    if (!amount || unit == 0) {
        return std::nullopt;
    }
    const auto distance = static_cast<std::int64_t>(*amount) * unit * 1000;
    return ahead ? now + distance : now - distance;
}

/// Completes a date, or a time without seconds, to the form that parseStamp() reads.
std::string completed(std::string_view text)
{
    constexpr std::size_t dateLength = 10;
    constexpr std::size_t minutesLength = 16;
    std::string stamp(text);
    if (stamp.size() == dateLength) {
        stamp += "T00:00:00";
    } else if (stamp.size() >= minutesLength &&
               (stamp.size() == minutesLength || stamp[minutesLength] != ':')) {
        stamp.insert(minutesLength, ":00");
    }
    return stamp + ' ';
}

} // namespace

std::optional<std::int64_t> parseFilterTime(std::string_view text, const FilterClock& clock) noexcept
{
    if (const auto relative = parseRelative(text, clock.now)) {
        return relative;
    }
    const auto stampText = completed(text);
    const auto stamp = parseStamp(stampText);
    if (!stamp || stamp->year == 0 || stamp->length != stampText.size()) {
        return std::nullopt;
    }
    const auto wall = wallSeconds(*stamp, stamp->year);
    const auto offset = stamp->offsetMinutes ? *stamp->offsetMinutes * 60
                                             : clock.zone.atWall(wall, ZoneRules::Pass::First).offset;
    return (wall - offset) * 1000 + stamp->millisecond;
}

} // namespace maillog
