// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/tally.h"

namespace maillog {

void Tally::add(const Tally& other)
{
    for (std::size_t begin = 0; begin < m_low.size(); begin += together) {
        const auto end = std::min(begin + together, m_low.size());
        unsigned bits = 0;
        for (auto id = begin; id < end; ++id) {
            bits |= static_cast<unsigned>(m_low[id]) | other.m_low[id];
        }
        if ((bits & carried) == 0) { // no sum is too large
            for (auto id = begin; id < end; ++id) {
                m_low[id] = static_cast<std::uint16_t>(m_low[id] + other.m_low[id]);
            }
            continue;
        }
        for (auto id = begin; id < end; ++id) {
            add(static_cast<Id>(id), other.m_low[id]);
        }
    }
    for (const auto& [id, count] : other.m_rest) {
        m_rest[id] += count; // whose lower part is carried by now
    }
}

std::uint64_t Tally::distinct() const noexcept
{
    std::uint64_t count = 0;
    for (std::size_t id = 1; id < m_low.size(); ++id) {
        count += m_low[id] != 0 ? 1 : 0;
    }
    return count;
}

} // namespace maillog
