// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/timestamp.h"

#include "core/base/ascii.h"
#include "core/maillog/month_names.h"

#include <algorithm>
#include <array>

namespace maillog {

namespace {

/// Reads a stamp from the left; every step says whether it could.
class StampCursor
{
public:
    explicit StampCursor(std::string_view text) noexcept : m_text(text) {}

    [[nodiscard]] std::size_t position() const noexcept { return m_at; }

    void rewind(std::size_t position) noexcept { m_at = position; }

    [[nodiscard]] char peek(std::size_t ahead = 0) const noexcept
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }

    bool skip(char c) noexcept
    {
        const bool found = peek() == c && m_at < m_text.size();
        m_at += found ? 1 : 0;
        return found;
    }

    void skipBlanks() noexcept
    {
        while (base::isBlank(peek())) {
            ++m_at;
        }
    }

    /// Exactly `count` digits.
    bool digits(std::size_t count, int& value) noexcept
    {
        value = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (!base::isDigit(peek(i))) {
                return false;
            }
            value = value * 10 + (peek(i) - '0');
        }
        m_at += count;
        return true;
    }

    bool skip(std::string_view text) noexcept
    {
        const bool found = m_text.substr(m_at).starts_with(text);
        m_at += found ? text.size() : 0;
        return found;
    }

    bool monthName(int& month) noexcept
    {
        static constexpr std::string_view names = "janfebmaraprmayjunjulaugsepoctnovdec";
        constexpr std::size_t longestName = 8;
        for (std::size_t i = 0; i < 12; ++i) {
            if (base::equalsIgnoreCase(m_text.substr(m_at, 3), names.substr(i * 3, 3)) && peek(3) == ' ') {
                m_at += 3;
                month = static_cast<int>(i) + 1;
                return true;
            }
        }
        const auto word = m_text.substr(m_at, longestName);
        const auto name = word.substr(0, std::min(word.find(' '), word.size()));
        month = monthOf(name);
        m_at += month != 0 ? name.size() : 0;
        return month != 0;
    }

    bool weekdayName() noexcept
    {
        static constexpr std::string_view names = "montuewedthufrisatsun";
        for (std::size_t i = 0; i < 7; ++i) {
            if (peek(3) == ' ' && base::equalsIgnoreCase(m_text.substr(m_at, 3), names.substr(i * 3, 3))) {
                m_at += 4;
                return true;
            }
        }
        return false;
    }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
};

bool readClock(StampCursor& cursor, Stamp& stamp) noexcept
{
    return cursor.digits(2, stamp.hour) && cursor.skip(':') && cursor.digits(2, stamp.minute) &&
           cursor.skip(':') && cursor.digits(2, stamp.second);
}

void readFraction(StampCursor& cursor, Stamp& stamp) noexcept
{
    if ((cursor.peek() != '.' && cursor.peek() != ',') || !base::isDigit(cursor.peek(1))) {
        return;
    }
    cursor.rewind(cursor.position() + 1);
    int weight = 100;
    for (; base::isDigit(cursor.peek()); cursor.rewind(cursor.position() + 1), weight /= 10) {
        stamp.millisecond += (cursor.peek() - '0') * weight;
    }
}

/// "Z", "+0900", "+09:00", "+09"; anything else leaves the offset open.
void readOffset(StampCursor& cursor, Stamp& stamp) noexcept
{
    if (cursor.skip('Z') || cursor.skip('z')) {
        stamp.offsetMinutes = std::int16_t{0};
        return;
    }
    const auto start = cursor.position();
    const bool west = cursor.peek() == '-';
    int hours = 0;
    int minutes = 0;
    if (!cursor.skip(west ? '-' : '+') || !cursor.digits(2, hours)) {
        cursor.rewind(start);
        return;
    }
    cursor.skip(':');
    if (!cursor.digits(2, minutes)) {
        minutes = 0;
    }
    if (hours < 24 && minutes < 60) {
        stamp.offsetMinutes = static_cast<std::int16_t>((west ? -1 : 1) * (hours * 60 + minutes));
    }
}

/// "UTC" and "GMT" are the only zone names that mean one thing; others are passed over. Zones without a name
/// are written as "+03".
void readZoneName(StampCursor& cursor, Stamp& stamp) noexcept
{
    const auto start = cursor.position();
    if (!cursor.skip(' ')) {
        return;
    }
    if (cursor.peek() == '+' || cursor.peek() == '-') {
        readOffset(cursor, stamp);
        cursor.rewind(stamp.offsetMinutes ? cursor.position() : start);
        return;
    }
    std::array<char, 5> name{};
    std::size_t length = 0;
    while (length < name.size() && cursor.peek() >= 'A' && cursor.peek() <= 'Z') {
        name[length++] = cursor.peek();
        cursor.rewind(cursor.position() + 1);
    }
    if (length < 3 || !base::isBlank(cursor.peek())) {
        cursor.rewind(start);
        return;
    }
    const std::string_view text(name.data(), length);
    if (text == "UTC" || text == "GMT") {
        stamp.offsetMinutes = std::int16_t{0};
    }
}

/// 2024-08-29T01:08:59.764590+00:00 and its relatives.
bool readIso(StampCursor& cursor, Stamp& stamp) noexcept
{
    if (!cursor.digits(4, stamp.year) || !cursor.skip('-') || !cursor.digits(2, stamp.month) ||
        !cursor.skip('-') || !cursor.digits(2, stamp.day)) {
        return false;
    }
    if (stamp.year == 0) {
        return false; // 0 stands for a year that is not in the stamp
    }
    const bool named = cursor.peek() == ' ';
    if (!(cursor.skip('T') || cursor.skip('t') || cursor.skip(' ')) || !readClock(cursor, stamp)) {
        return false;
    }
    readFraction(cursor, stamp);
    readOffset(cursor, stamp);
    if (named && !stamp.offsetMinutes) {
        readZoneName(cursor, stamp);
    }
    return true;
}

/// "Sep  2 10:14:48", "Sep 02 10:14:48", "Sep 13 2024 10:14:48", "Aug 29 01:08:59 2024".
bool readTraditional(StampCursor& cursor, Stamp& stamp) noexcept
{
    if (!cursor.monthName(stamp.month) || !cursor.skip(' ')) {
        return false;
    }
    cursor.skip(' ');
    if (!cursor.digits(2, stamp.day) && !cursor.digits(1, stamp.day)) {
        return false;
    }
    if (!cursor.skip(' ')) {
        return false;
    }
    if (cursor.peek(4) == ' ' && cursor.digits(4, stamp.year)) {
        cursor.skip(' ');
    }
    if (!readClock(cursor, stamp)) {
        return false;
    }
    readFraction(cursor, stamp);
    const auto end = cursor.position();
    if (stamp.year == 0 && cursor.skip(' ') && !(cursor.digits(4, stamp.year) && cursor.peek() == ' ')) {
        stamp.year = 0;
        cursor.rewind(end);
    }
    return true;
}

/// " 8月 29 01:08:59", "8月29日 01:08:59", "2024年8月29日 01:08:59" (ja_JP's "%b" has a blank in front).
bool readJapanese(StampCursor& cursor, Stamp& stamp) noexcept
{
    constexpr std::string_view year = "\xE5\xB9\xB4";
    constexpr std::string_view month = "\xE6\x9C\x88";
    constexpr std::string_view day = "\xE6\x97\xA5";
    const auto number = [&](int& value) {
        cursor.skipBlanks();
        return cursor.digits(2, value) || cursor.digits(1, value);
    };
    const auto start = cursor.position();
    if (!cursor.digits(4, stamp.year) || !cursor.skip(year)) {
        stamp.year = 0;
        cursor.rewind(start);
    }
    if (!number(stamp.month) || !cursor.skip(month) || !number(stamp.day)) {
        return false;
    }
    const bool marked = cursor.skip(day);
    if (!cursor.skip(' ') && !marked) {
        return false;
    }
    return readClock(cursor, stamp);
}

/// "12.345678" in brackets (journalctl -o short-monotonic): no date can be told.
bool readUptime(StampCursor& cursor, Stamp& stamp) noexcept
{
    cursor.skipBlanks();
    const auto start = cursor.position();
    while (base::isDigit(cursor.peek())) {
        cursor.rewind(cursor.position() + 1);
    }
    if (cursor.position() == start || cursor.peek() != '.') {
        return false;
    }
    Stamp fraction;
    readFraction(cursor, fraction);
    stamp.withoutDate = cursor.peek() == ']';
    return stamp.withoutDate;
}

/// "1724893739.76" (journalctl -o short-unix): always UTC.
bool readUnix(StampCursor& cursor, Stamp& stamp) noexcept
{
    std::int64_t seconds = 0;
    const auto start = cursor.position();
    while (base::isDigit(cursor.peek()) && cursor.position() - start < 11) {
        seconds = seconds * 10 + (cursor.peek() - '0');
        cursor.rewind(cursor.position() + 1);
    }
    const auto length = cursor.position() - start;
    if (length < 9 || length > 10 || cursor.peek() != '.') {
        return false;
    }
    readFraction(cursor, stamp);
    const auto date = civilFromDays(seconds / 86'400);
    const auto rest = static_cast<int>(seconds % 86'400);
    stamp.year = date.year;
    stamp.month = date.month;
    stamp.day = date.day;
    stamp.hour = rest / 3600;
    stamp.minute = rest / 60 % 60;
    stamp.second = rest % 60;
    stamp.offsetMinutes = std::int16_t{0};
    return true;
}

bool isValid(const Stamp& stamp) noexcept
{
    static constexpr std::array<int, 12> days{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leapDay = stamp.month == 2 && stamp.day == 29;
    return stamp.month >= 1 && stamp.month <= 12 && stamp.day >= 1 &&
           stamp.day <= days[static_cast<std::size_t>(stamp.month - 1)] &&
           !(leapDay && stamp.year != 0 && !isLeapYear(stamp.year)) && stamp.hour < 24 && stamp.minute < 60 &&
           stamp.second <= 60 && (stamp.year == 0 || stamp.year >= 1970);
}

constexpr std::uint32_t packed(const char* letters) noexcept
{
    std::uint32_t word = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        word = word << 8U | static_cast<unsigned char>(letters[i]);
    }
    return word;
}

/// 1 to 12 of three letters as the C locale writes them; 0 for others.
int plainMonth(const char* letters) noexcept
{
    switch (packed(letters)) {
    case packed("Jan"):
        return 1;
    case packed("Feb"):
        return 2;
    case packed("Mar"):
        return 3;
    case packed("Apr"):
        return 4;
    case packed("May"):
        return 5;
    case packed("Jun"):
        return 6;
    case packed("Jul"):
        return 7;
    case packed("Aug"):
        return 8;
    case packed("Sep"):
        return 9;
    case packed("Oct"):
        return 10;
    case packed("Nov"):
        return 11;
    case packed("Dec"):
        return 12;
    default:
        return 0;
    }
}

/// "Sep 12 10:14:48 ", by far the most frequent form, by its fixed places; anything that differs is left to
/// the cursor.
std::optional<Stamp> plainStamp(std::string_view line) noexcept
{
    constexpr std::size_t length = 16;
    if (line.size() <= length || line[3] != ' ' || line[6] != ' ' || line[9] != ':' || line[12] != ':' ||
        line[15] != ' ' || base::isBlank(line[length]) || base::isDigit(line[length])) {
        return std::nullopt;
    }
    unsigned wrong = 0; // more than 9 when a character was no digit
    const auto digit = [&](std::size_t at) {
        const auto value = static_cast<unsigned>(static_cast<unsigned char>(line[at])) - '0';
        wrong = std::max(wrong, value);
        return static_cast<int>(value);
    };
    const auto number = [&](std::size_t at) { return digit(at) * 10 + digit(at + 1); };
    std::optional<Stamp> stamp(std::in_place);
    stamp->month = plainMonth(line.data());
    stamp->day = line[4] == ' ' ? digit(5) : number(4);
    stamp->hour = number(7);
    stamp->minute = number(10);
    stamp->second = number(13);
    stamp->length = length;
    if (wrong > 9 || !isValid(*stamp)) {
        stamp.reset();
    }
    return stamp;
}

/// "<22>" or "<22>1 " (RFC 3164, RFC 5424).
void skipPriority(StampCursor& cursor, Stamp& stamp) noexcept
{
    if (!cursor.skip('<')) {
        return;
    }
    while (base::isDigit(cursor.peek())) {
        cursor.rewind(cursor.position() + 1);
    }
    if (!cursor.skip('>')) {
        cursor.rewind(0);
        return;
    }
    if (cursor.peek() == '1' && cursor.peek(1) == ' ') {
        cursor.rewind(cursor.position() + 2);
        stamp.isSyslogProtocol = true;
    }
}

} // namespace

std::optional<Stamp> parseStamp(std::string_view line) noexcept
{
    if (const auto plain = plainStamp(line)) {
        return plain;
    }
    StampCursor cursor(line);
    Stamp stamp;
    skipPriority(cursor, stamp);
    const bool bracketed = cursor.skip('[');
    cursor.weekdayName();
    const auto start = cursor.position();
    const auto attempt = [&](auto read) {
        cursor.rewind(start);
        Stamp fresh;
        fresh.isSyslogProtocol = stamp.isSyslogProtocol;
        const bool found = read(cursor, fresh) && isValid(fresh);
        if (found) {
            stamp = fresh;
        }
        return found;
    };
    bool found = false;
    if (base::isDigit(cursor.peek()) || base::isBlank(cursor.peek())) {
        found = attempt(readIso) || attempt(readUnix) || attempt(readJapanese) ||
                (bracketed && attempt(readUptime));
    } else {
        found = attempt(readTraditional);
    }
    if (!found || (bracketed && !cursor.skip(']')) || !base::isBlank(cursor.peek())) {
        return std::nullopt;
    }
    cursor.skipBlanks();
    stamp.length = cursor.position();
    return stamp;
}

std::int64_t daysFromCivil(int year, int month, int day) noexcept
{
    // Years begin in March, so that the leap day is the last one; 400 years have 146,097 days.
    year -= month <= 2 ? 1 : 0;
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const std::int64_t yearOfEra = year - era * 400;
    const std::int64_t dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146'097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719'468;
}

Civil civilFromDays(std::int64_t days) noexcept
{
    days += 719'468;
    const std::int64_t era = (days >= 0 ? days : days - 146'096) / 146'097;
    const std::int64_t dayOfEra = days - era * 146'097;
    const std::int64_t yearOfEra =
        (dayOfEra - dayOfEra / 1460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const std::int64_t shifted = (5 * dayOfYear + 2) / 153;
    const auto month = static_cast<int>(shifted < 10 ? shifted + 3 : shifted - 9);
    return {static_cast<int>(yearOfEra + era * 400) + (month <= 2 ? 1 : 0), month,
            static_cast<int>(dayOfYear - (153 * shifted + 2) / 5 + 1)};
}

bool isLeapYear(int year) noexcept
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

std::int64_t wallSeconds(const Stamp& stamp, int year) noexcept
{
    return daysFromCivil(year, stamp.month, stamp.day) * 86'400 + secondsOfDay(stamp);
}

std::int64_t secondsOfDay(const Stamp& stamp) noexcept
{
    return stamp.hour * 3600 + stamp.minute * 60 + stamp.second;
}

} // namespace maillog
