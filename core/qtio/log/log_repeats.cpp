// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/log/log_repeats.h"

#include "core/maillog/timestamp.h"
#include "core/qtio/log/log_file.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

namespace qtio {

namespace {

constexpr quint64 mebi = quint64{1} << 20;
constexpr quint64 partSize = mebi;   ///< of a log out of which samples are taken
constexpr quint64 parts = 4;         ///< from its start to its end
constexpr quint64 nearby = 4 * mebi; ///< where a line is looked for around its time
constexpr quint64 mostUnpacked = mebi << 10;
constexpr std::size_t longestLine = 4095; ///< of a sample

template <class Take>
void forEachLine(std::string_view text, const Take& take)
{
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        take(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

std::string textAt(const LogFile& file, quint64 offset, quint64 length)
{
    std::string text(length, '\0');
    const auto got = file.readAt(offset, std::span<char>(text));
    text.resize(got.value_or(0));
    return text;
}

/// Without the lines that the part cuts.
std::string_view wholeLines(std::string_view text, bool isStart, bool isEnd)
{
    if (!isStart) {
        text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    }
    return isEnd ? text : text.substr(0, text.rfind('\n') + 1);
}

/// Parts of the text, in order.
std::vector<std::string> partsOf(LogFile& file, const std::function<bool()>& goOn)
{
    std::vector<std::string> texts;
    const auto size = static_cast<quint64>(file.size());
    if (!file.isPlain()) {
        std::string head;
        static_cast<void>(file.read([&](std::string_view block, qint64) {
            head += block;
            return head.size() < parts * partSize && (!goOn || goOn());
        }));
        texts.emplace_back(wholeLines(head, true, head.size() < parts * partSize));
    } else if (size <= parts * partSize) {
        texts.push_back(textAt(file, 0, size));
    } else {
        for (quint64 i = 0; i < parts; ++i) {
            const quint64 offset = (size - partSize) / (parts - 1) * i;
            const std::string text = textAt(file, offset, partSize);
            if (!text.empty()) {
                texts.emplace_back(wholeLines(text, i == 0, false));
            }
        }
    }
    return texts;
}

bool isOfSpf(std::string_view line)
{
    return line.find("spf") != std::string_view::npos || line.find("SPF") != std::string_view::npos;
}

/// The first one, the last one and one between, of each part.
template <class Tells>
std::vector<std::string> samplesOf(const std::vector<std::string>& texts, const Tells& tells)
{
    std::vector<std::string> samples;
    for (const std::string& text : texts) {
        std::vector<std::string_view> lines;
        forEachLine(text, [&](std::string_view line) {
            if (line.size() <= longestLine && tells(line)) {
                lines.push_back(line);
            }
        });
        if (!lines.empty()) {
            for (const auto line : {lines.front(), lines[lines.size() / 2], lines.back()}) {
                samples.emplace_back(line);
            }
        }
    }
    std::ranges::sort(samples);
    const auto same = std::ranges::unique(samples);
    samples.erase(same.begin(), same.end());
    return samples;
}

/// Seconds of a year: lines of one log stand closer together than that. Only to find a place, so that zones
/// and the change of the year need not be known.
std::optional<std::int64_t> secondsOf(std::string_view line)
{
    const auto stamp = maillog::parseStamp(line);
    if (!stamp || stamp->withoutDate) {
        return std::nullopt;
    }
    constexpr int leapYear = 2000;
    return maillog::wallSeconds(*stamp, leapYear) - maillog::wallSeconds({}, leapYear);
}

std::optional<std::int64_t> firstSecondsOf(std::string_view text)
{
    std::optional<std::int64_t> seconds;
    forEachLine(text, [&](std::string_view line) {
        if (!seconds) {
            seconds = secondsOf(line);
        }
    });
    return seconds;
}

struct Range
{
    quint64 begin;
    quint64 end;
};

/// Where the line stands if it is in the log at all.
Range placeOf(std::string_view line, const LogFile& file)
{
    constexpr quint64 peek = 64 << 10;
    constexpr std::int64_t slack = 3600; // before the first line: an hour out of order is no year
    constexpr std::int64_t year = std::int64_t{366} * 24 * 3600;
    const auto size = static_cast<quint64>(file.size());
    const auto start = firstSecondsOf(textAt(file, 0, std::min(peek, size)));
    const auto sought = secondsOf(line);
    Range range{0, size};
    while (start && sought && range.end - range.begin > nearby) {
        const quint64 middle = (range.begin + range.end) / 2;
        const std::string text = textAt(file, middle, peek);
        const auto there = text.empty() ? std::nullopt : firstSecondsOf(wholeLines(text, false, false));
        if (!there) {
            break;
        }
        const auto age = [&](std::int64_t seconds) { return (seconds - *start + slack + year) % year; };
        (age(*there) < age(*sought) ? range.begin : range.end) = middle;
    }
    range.begin -= std::min(range.begin, nearby);
    range.end = std::min(range.end + nearby, std::min(size, range.begin + 16 * nearby));
    return range;
}

} // namespace

bool hasMailLine(std::string_view text)
{
    static constexpr std::array<std::string_view, 8> signs{"postfix",    "policyd-spf", "policy-spf",
                                                           "SPFPolicyd", "spfpolicyd",  "Received-SPF",
                                                           "rspamd",     "opendmarc"};
    return std::ranges::any_of(signs, [&](auto sign) { return text.find(sign) != std::string_view::npos; });
}

std::vector<std::string> mailSamples(const QString& path, const std::function<bool()>& goOn)
{
    auto file = LogFile::open(path, LogText::Forget);
    if (!file) {
        return {};
    }
    const auto texts = partsOf(*file, goOn);
    auto samples = samplesOf(texts, [](std::string_view line) { return isOfSpf(line) && hasMailLine(line); });
    return samples.empty() ? samplesOf(texts, hasMailLine) : samples;
}

std::vector<QString> RepeatSearch::repeatedBy(const std::vector<std::vector<std::string>>& samples,
                                              const QStringList& logs)
{
    m_wanted.clear();
    m_lengths.reset();
    m_missing.clear();
    m_holders.assign(samples.size(), {});
    for (const auto& lines : samples) {
        for (const std::string& line : lines) {
            m_wanted[line].push_back(m_missing.size());
            m_lengths.set(line.size());
        }
        m_missing.push_back(lines.size());
    }
    for (const QString& log : logs) {
        if (!m_wanted.empty() && (!m_goOn || m_goOn())) {
            lookInto(log);
        }
    }
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (m_missing[i] > 0) {
            m_holders[i].clear();
        }
    }
    return m_holders;
}

void RepeatSearch::lookInto(const QString& log)
{
    auto file = LogFile::open(log, LogText::Forget);
    if (!file) {
        return;
    }
    m_log = log;
    if (file->isPlain()) {
        std::vector<std::string> lines;
        for (const auto& [line, whose] : m_wanted) {
            lines.push_back(line);
        }
        for (const std::string& line : lines) {
            if (m_wanted.contains(line) && (!m_goOn || m_goOn())) {
                const Range range = placeOf(line, *file);
                const std::string text = textAt(*file, range.begin, range.end - range.begin);
                forEachLine(text, [&](std::string_view there) { lookAt(there); });
            }
        }
        return;
    }
    std::string begun;
    static_cast<void>(file->read([&](std::string_view block, qint64) {
        m_unpacked += block.size();
        begun += block;
        const auto whole = begun.rfind('\n') + 1;
        forEachLine(std::string_view(begun).substr(0, whole), [&](std::string_view line) { lookAt(line); });
        begun.erase(0, whole);
        return !m_wanted.empty() && m_unpacked < mostUnpacked && begun.size() < mebi && (!m_goOn || m_goOn());
    }));
    lookAt(begun);
}

void RepeatSearch::lookAt(std::string_view line)
{
    if (line.size() >= longestSample || !m_lengths.test(line.size())) {
        return;
    }
    const auto found = m_wanted.find(line);
    if (found == m_wanted.end()) {
        return;
    }
    for (const std::size_t whose : found->second) {
        --m_missing[whose];
        if (m_holders[whose].isEmpty()) {
            m_holders[whose] = m_log;
        }
    }
    m_wanted.erase(found);
}

} // namespace qtio
