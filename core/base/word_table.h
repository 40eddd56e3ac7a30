// SPDX-License-Identifier: GPL-3.0-or-later
// A few words with what they mean, looked up in any case. Length and first letter tell nearly all words of a
// table from each other, so a text is compared with one word or with none.
#pragma once

#include "core/base/ascii.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace base {

template <class Value, std::size_t count>
class WordTable
{
public:
    using Entry = std::pair<std::string_view, Value>;

    /// No word is empty. Of equal words the first is found.
    consteval explicit WordTable(const std::array<Entry, count>& entries) : m_entries(entries)
    {
        for (std::size_t i = 1; i < count; ++i) { // std::stable_sort is no constant expression in C++20
            for (auto at = i; at > 0 && bucketOf(m_entries[at].first) < bucketOf(m_entries[at - 1].first);
                 --at) {
                std::swap(m_entries[at], m_entries[at - 1]);
            }
        }
        for (std::size_t bucket = 0; bucket < m_starts.size(); ++bucket) {
            m_starts[bucket] = static_cast<std::uint8_t>(
                std::count_if(m_entries.begin(), m_entries.end(),
                              [&](const Entry& entry) { return bucketOf(entry.first) < bucket; }));
        }
    }

    [[nodiscard]] constexpr std::optional<Value> find(std::string_view word) const noexcept
    {
        if (word.empty()) {
            return std::nullopt;
        }
        const auto bucket = bucketOf(word);
        for (std::size_t i = m_starts[bucket]; i < m_starts[bucket + 1]; ++i) {
            // In small letters nearly always.
            if (m_entries[i].first == word || equalsIgnoreCase(m_entries[i].first, word)) {
                return m_entries[i].second;
            }
        }
        return std::nullopt;
    }

private:
    static_assert(count < 256);
    static constexpr std::size_t buckets = 64;

    [[nodiscard]] static constexpr std::size_t bucketOf(std::string_view word) noexcept
    {
        constexpr unsigned spread = 5;
        return (word.size() * spread + static_cast<unsigned char>(toLower(word.front()))) % buckets;
    }

    std::array<Entry, count> m_entries; ///< by bucket
    std::array<std::uint8_t, buckets + 1> m_starts{};
};

/// The way to write one: wordTable<Value>({{"word", value}, ...}).
template <class Value, std::size_t count>
[[nodiscard]] consteval WordTable<Value, count>
wordTable(const std::pair<std::string_view, Value> (&entries)[count])
{
    return WordTable<Value, count>(std::to_array(entries));
}

} // namespace base
