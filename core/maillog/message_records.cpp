// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/message_records.h"

#include "core/base/ascii.h"
#include "core/maillog/log_line.h"

#include <algorithm>
#include <unordered_set>

namespace maillog {

namespace {

constexpr std::int64_t second = 1000;
constexpr std::int64_t day = 86'400 * second;
constexpr std::int64_t longestSession = 3600 * second;

std::string_view withoutLineEnd(std::string_view line) noexcept
{
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    return line;
}

bool isSmtpd(const Record& record) noexcept
{
    return baseName(record.program) == "smtpd";
}

bool startsSession(const Record& record) noexcept
{
    return record.text.starts_with("connect from ");
}

bool endsSession(const Record& record) noexcept
{
    return record.text.starts_with("disconnect from ");
}

/// "4f01.88f.0" names process 2191.
bool namesProcess(std::string_view instance, std::uint32_t pid) noexcept
{
    for (const std::string_view piece : base::split(instance, '.')) {
        std::uint64_t value = 0;
        bool isHex = !piece.empty() && piece.size() <= 8;
        for (const char c : piece) {
            const char lower = base::toLower(c);
            const bool isLetter = lower >= 'a' && lower <= 'f';
            isHex = isHex && (base::isDigit(c) || isLetter);
            value = value * 16 + static_cast<std::uint64_t>(isLetter ? lower - 'a' + 10 : lower - '0');
        }
        if (isHex && value == pid) {
            return true;
        }
    }
    return false;
}

/// Finds the processes that talked with the client when the check was made.
class SessionSearch
{
public:
    SessionSearch(std::span<const Record> records, const CheckFacts& facts)
        : m_records(records), m_facts(facts), m_time(records[facts.own].time)
    {
    }

    [[nodiscard]] std::optional<Session> best()
    {
        lookBack();
        lookAhead();
        std::optional<Session> best;
        int bestScore = -1;
        for (Session& candidate : m_candidates) {
            findEnd(candidate);
            if (const int score = scoreOf(candidate); score > bestScore) {
                bestScore = score;
                best = candidate;
            }
        }
        return best;
    }

private:
    [[nodiscard]] bool isOfHost(const Record& record) const noexcept
    {
        return isSmtpd(record) && isSameHost(record.host, m_facts.host);
    }

    [[nodiscard]] bool isClient(const Record& record) const noexcept
    {
        return clientOf(record.text) == m_facts.address;
    }

    /// Connections that were open: the nearest one first.
    void lookBack()
    {
        for (std::size_t i = m_facts.own; i-- > 0 && m_time - m_records[i].time <= longestSession;) {
            const Record& record = m_records[i];
            if (!isOfHost(record) || (!startsSession(record) && !endsSession(record)) ||
                !m_known.insert(record.pid).second) {
                continue;
            }
            if (startsSession(record) && isClient(record)) {
                m_candidates.push_back({i, i, record.pid, record.program, record.host, true, false});
            }
        }
    }

    /// Connections whose start is not in the stretch.
    void lookAhead()
    {
        for (std::size_t i = m_facts.own + 1;
             i < m_records.size() && m_records[i].time - m_time <= longestSession; ++i) {
            const Record& record = m_records[i];
            if (!isOfHost(record) || !m_known.insert(record.pid).second) {
                continue;
            }
            if (!startsSession(record) && isClient(record)) {
                m_candidates.push_back(
                    {firstOf(record), i, record.pid, record.program, record.host, false, false});
            }
        }
    }

    [[nodiscard]] std::size_t firstOf(const Record& last) const noexcept
    {
        std::size_t first = m_facts.own;
        for (std::size_t i = m_facts.own; i-- > 0 && m_time - m_records[i].time <= longestSession;) {
            if (m_records[i].pid == last.pid && isOfHost(m_records[i])) {
                first = i;
            }
        }
        return first;
    }

    void findEnd(Session& session) const noexcept
    {
        session.end = m_facts.own;
        for (std::size_t i = m_facts.own + 1;
             i < m_records.size() && m_records[i].time - m_time <= longestSession; ++i) {
            if (!session.has(m_records[i])) {
                continue;
            }
            session.hasEnd = endsSession(m_records[i]) || startsSession(m_records[i]);
            if (startsSession(m_records[i])) {
                return; // its own end was lost
            }
            session.end = i;
            if (session.hasEnd) {
                return;
            }
        }
    }

    /// The process the instance names; one that rejects this very mail; one that goes on soonest.
    [[nodiscard]] int scoreOf(const Session& session) const noexcept
    {
        constexpr int named = 1000;
        constexpr int rejects = 500;
        constexpr int soonest = 100;
        int score = namesProcess(m_facts.instance, session.pid) ? named : 0;
        bool isFirst = true;
        for (std::size_t i = m_facts.own + 1; i <= session.end; ++i) {
            const Record& record = m_records[i];
            if (!session.has(record)) {
                continue;
            }
            if (isFirst && record.afterId().starts_with("client=")) {
                const auto wait = std::clamp<std::int64_t>((record.time - m_time) / second, 0, soonest);
                score += soonest - static_cast<int>(wait);
            }
            isFirst = false;
            if (m_facts.isRejectionOfIt(record.text)) {
                return score + rejects;
            }
        }
        return score;
    }

    std::span<const Record> m_records;
    const CheckFacts& m_facts;
    std::int64_t m_time;
    std::unordered_set<std::uint32_t> m_known; ///< processes whose state at the check is known
    std::vector<Session> m_candidates;
};

} // namespace

std::int64_t timeNear(const Stamp& stamp, const Check& check) noexcept
{
    const std::int64_t offset = stamp.offsetMinutes.value_or(static_cast<std::int16_t>(check.offsetMinutes));
    const auto inYear = [&](int year) {
        return (wallSeconds(stamp, year) - offset * 60) * second + stamp.millisecond;
    };
    if (stamp.year != 0) {
        return inYear(stamp.year);
    }
    constexpr std::int64_t halfYear = 183;
    const int year = civilFromDays((check.time + offset * 60 * second) / day).year;
    const auto time = inYear(year);
    if (time - check.time > halfYear * day) {
        return inYear(year - 1);
    }
    return check.time - time > halfYear * day ? inYear(year + 1) : time;
}

std::string_view Record::afterId() const noexcept
{
    if (queueId.empty()) {
        return text;
    }
    const auto start = static_cast<std::size_t>(queueId.data() - text.data()) + queueId.size();
    auto rest = text.substr(start);
    rest.remove_prefix(std::min(rest.find_first_not_of(": "), rest.size()));
    return rest;
}

bool isSameHost(std::string_view a, std::string_view b) noexcept
{
    const auto label = [](std::string_view name) { return name.substr(0, name.find('.')); };
    const bool isCut = a.find('.') == std::string_view::npos || b.find('.') == std::string_view::npos;
    return a.empty() || b.empty() || base::equalsIgnoreCase(isCut ? label(a) : a, isCut ? label(b) : b);
}

std::vector<Record> recordsOf(const Check& check, std::span<const LogStretch> stretches,
                              const std::function<bool()>& cancelled)
{
    std::vector<Record> records;
    for (const LogStretch& stretch : stretches) {
        std::int64_t latest = INT64_MIN;
        std::size_t at = 0;
        for (std::size_t n = 1; at < stretch.bytes.size(); ++n) {
            constexpr std::size_t sometimes = 4096;
            if (n % sometimes == 0 && cancelled && cancelled()) {
                return {};
            }
            const auto end = std::min(stretch.bytes.find('\n', at), stretch.bytes.size());
            // A hole of NULs may stand in front (copytruncate); the place of the line is behind it.
            at = std::min(stretch.bytes.find_first_not_of('\0', at), end);
            const auto bytes = withoutLineEnd(stretch.bytes.substr(at, end - at));
            const LogLine line = parseLogLine(bytes);
            Record record{bytes, line.host, line.program,  line.queueId, line.text, stretch.offset + at,
                          0,     line.pid,  stretch.source};
            if (line.stamp) {
                record.hasTime = true;
                record.ownTime = timeNear(*line.stamp, check);
                latest = std::max(latest, record.ownTime);
            }
            record.time = latest;
            records.push_back(record);
            at = end + 1;
        }
    }
    if (stretches.size() > 1) {
        std::stable_sort(records.begin(), records.end(),
                         [](const Record& a, const Record& b) { return a.time < b.time; });
    }
    return records;
}

bool CheckFacts::isSender(std::string_view from) const noexcept
{
    if (base::equalsIgnoreCase(from, sender)) {
        return true;
    }
    const auto isRewritten = [from](std::string_view scheme) {
        return base::startsWithIgnoreCase(from, scheme);
    };
    return !sender.empty() &&
           (isRewritten("srs0") || isRewritten("srs1") || isRewritten("prvs=") || isRewritten("btv1="));
}

bool CheckFacts::isRejectionOfIt(std::string_view text) const noexcept
{
    if (text.find("reject: ") == std::string_view::npos) {
        return false;
    }
    const auto from = valueOf(text, "from=");
    const auto to = valueOf(text, "to=");
    return (!from || isSender(*from)) && (recipient.empty() || !to || base::equalsIgnoreCase(*to, recipient));
}

std::optional<Session> sessionOf(std::span<const Record> records, const CheckFacts& facts)
{
    return facts.address ? SessionSearch(records, facts).best() : std::nullopt;
}

} // namespace maillog
