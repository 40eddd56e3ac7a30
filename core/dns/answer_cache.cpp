// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dns/answer_cache.h"

#include <algorithm>

namespace dns {
namespace {

constexpr std::uint32_t longestTtl = 86'400; ///< a wrong TTL must not outlive a day

} // namespace

std::optional<Answer> AnswerCache::find(const Question& question, Time now)
{
    const auto place = m_places.find(question);
    if (place == m_places.end()) {
        return std::nullopt;
    }
    const Entry& entry = *place->second;
    if (now >= entry.expires || now < entry.inserted) {
        m_order.erase(place->second);
        m_places.erase(place);
        return std::nullopt;
    }
    m_order.splice(m_order.begin(), m_order, place->second);
    Answer answer = entry.answer;
    const auto age = static_cast<std::uint32_t>(
        std::chrono::duration_cast<std::chrono::seconds>(now - entry.inserted).count());
    const auto left = [age](std::uint32_t ttl) { return ttl > age ? ttl - age : 0; };
    answer.ttl = left(answer.ttl.value_or(0));
    for (Record& record : answer.records) {
        record.ttl = left(record.ttl);
    }
    answer.server = "cache";
    answer.elapsed = {};
    return answer;
}

void AnswerCache::insert(const Question& question, const Answer& answer, Time now)
{
    if (const auto known = m_places.find(question); known != m_places.end()) {
        m_order.erase(known->second);
        m_places.erase(known);
    }
    const std::uint32_t ttl = std::min(answer.ttl.value_or(0), longestTtl);
    if (!isAnswered(answer.status) || ttl == 0 || m_capacity == 0) {
        return;
    }
    if (m_places.size() >= m_capacity) {
        m_places.erase(m_order.back().question);
        m_order.pop_back();
    }
    m_order.push_front({question, answer, now, now + std::chrono::seconds(ttl)});
    m_places.emplace(question, m_order.begin());
}

void AnswerCache::clear() noexcept
{
    m_places.clear();
    m_order.clear();
}

} // namespace dns
