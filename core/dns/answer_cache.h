// SPDX-License-Identifier: GPL-3.0-or-later
// Answers kept for as long as their TTL allows (RFC 1035 3.2.1, RFC 2308); failures never. The time is the
// caller's.
#pragma once

#include "core/dns/message.h"

#include <chrono>
#include <list>
#include <unordered_map>

namespace dns {

class AnswerCache
{
public:
    /// Since any moment, as long as it is always the same one.
    using Time = std::chrono::milliseconds;

    /// Holds `capacity` answers at most; the one not used for longest goes first. 0 keeps nothing.
    explicit AnswerCache(std::size_t capacity = 10'000) : m_capacity(capacity) {}

    /// With the TTLs that are left, `server` "cache" and no time elapsed.
    [[nodiscard]] std::optional<Answer> find(const Question& question, Time now);
    void insert(const Question& question, const Answer& answer, Time now);

    [[nodiscard]] std::size_t size() const noexcept { return m_places.size(); }

    void clear() noexcept;

private:
    struct Entry
    {
        Question question;
        Answer answer;
        Time inserted;
        Time expires;
    };

    using Order = std::list<Entry>;

    std::size_t m_capacity;
    Order m_order; ///< last used first
    std::unordered_map<Question, Order::iterator, QuestionHash> m_places;
};

} // namespace dns
