// SPDX-License-Identifier: GPL-3.0-or-later
// How often each number of a table occurs. Two bytes a number: with millions of names the counters do not fit
// any cache, and how much of them does is what counting takes; the few that are more are kept beside.
#pragma once

#include "core/maillog/string_table.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace maillog {

class Tally
{
public:
    Tally() = default;

    explicit Tally(std::size_t ids) : m_low(ids) {}

    /// To be called some time before add().
    void fetch(Id id) const noexcept { base::prefetch(m_low.data() + id); }

    void add(Id id, std::uint64_t count)
    {
        const auto sum = m_low[id] + count;
        if (sum > UINT16_MAX) [[unlikely]] {
            m_rest[id] += sum - carried;
            m_low[id] = carried;
        } else {
            m_low[id] = static_cast<std::uint16_t>(sum);
        }
    }

    /// Of the same ids.
    void add(const Tally& other);

    [[nodiscard]] std::uint64_t operator[](Id id) const
    {
        const std::uint64_t low = m_low[id];
        if (low < carried) {
            return low;
        }
        const auto rest = m_rest.find(id);
        return rest == m_rest.end() ? low : low + rest->second;
    }

    [[nodiscard]] std::size_t size() const noexcept { return m_low.size(); }

    void grow(std::size_t ids) { m_low.resize(std::max(m_low.size(), ids)); }

    /// Ids but 0 that have any.
    [[nodiscard]] std::uint64_t distinct() const noexcept;

    /// Calls `visit(id, count)` for the ids but 0 with more than `least` has at that time.
    template <class Visit>
    void forEachAbove(const std::uint64_t& least, const Visit& visit) const
    {
        for (std::size_t begin = 0; begin < m_low.size(); begin += together) {
            const auto end = std::min(begin + together, m_low.size());
            std::uint16_t most = 0;
            for (auto id = begin; id < end; ++id) {
                most = std::max(most, m_low[id]);
            }
            if (most <= least && most < carried) {
                continue;
            }
            for (auto id = std::max<std::size_t>(begin, 1); id < end; ++id) {
                const auto count = (*this)[static_cast<Id>(id)];
                if (count > least) {
                    visit(static_cast<Id>(id), count);
                }
            }
        }
    }

private:
    /// What is left of a count that became too large, so that below it nothing is in m_rest.
    static constexpr std::uint16_t carried = 0x8000;
    static constexpr std::size_t together = 64;

    std::vector<std::uint16_t> m_low;
    std::unordered_map<Id, std::uint64_t> m_rest;
};

} // namespace maillog
