// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/queue_stay.h"

#include "core/base/ascii.h"
#include "core/maillog/log_line.h"

namespace maillog {

namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::int64_t second = 1000;
constexpr std::int64_t minute = 60 * second;

bool isRemoval(const Record& record) noexcept
{
    return record.afterId() == "removed";
}

} // namespace

bool isArrival(const Record& record) noexcept
{
    const auto text = record.afterId();
    return !record.queueId.empty() && (text.starts_with("client=") || text.starts_with("uid="));
}

std::string_view idBehind(std::string_view text, std::string_view phrase) noexcept
{
    const auto at = text.find(phrase);
    if (at == npos) {
        return {};
    }
    const auto rest = text.substr(at + phrase.size());
    std::size_t length = 0;
    while (length < rest.size() && base::isAlnum(rest[length])) {
        ++length;
    }
    const auto id = rest.substr(0, length);
    return isQueueId(id) ? id : std::string_view{};
}

QueueStay stayFrom(std::span<const Record> records, std::string_view id, std::string_view host,
                   std::size_t begin)
{
    QueueStay stay{id, host, begin, begin, false};
    std::int64_t removed = 0;
    for (std::size_t i = begin + 1; i < records.size(); ++i) {
        const Record& record = records[i];
        if (stay.hasEnded && record.time - removed > 2 * second) {
            break;
        }
        if (!stay.has(record)) {
            continue;
        }
        if (isArrival(record)) {
            stay.hasEnded = true;
            break;
        }
        stay.end = i;
        if (isRemoval(record)) {
            stay.hasEnded = true;
            removed = record.time; // lines of other processes may come a moment later
        }
    }
    return stay;
}

std::optional<std::size_t> beginOf(std::span<const Record> records, std::string_view id,
                                   std::string_view host, std::size_t near)
{
    constexpr std::int64_t longestWay = 10 * minute;
    std::optional<std::size_t> first;
    for (std::size_t i = near + 1; i-- > 0;) {
        const Record& record = records[i];
        if (record.queueId != id || !isSameHost(record.host, host)) {
            continue;
        }
        if (isRemoval(record) && i != near && records[near].time - record.time > 2 * second) {
            break;
        }
        first = i;
        if (isArrival(record)) {
            return first;
        }
    }
    if (first) {
        return first;
    }
    for (std::size_t i = near + 1; i < records.size() && records[i].time - records[near].time <= longestWay;
         ++i) {
        if (records[i].queueId == id && isSameHost(records[i].host, host)) {
            return i;
        }
    }
    return std::nullopt;
}

} // namespace maillog
