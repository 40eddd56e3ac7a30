// SPDX-License-Identifier: GPL-3.0-or-later
// The records of which an image (log_image.h) is made, each with its size and sum, and the tables of names in
// them.
#pragma once

#include "core/maillog/string_table.h"

#include <atomic>
#include <bit>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace maillog {

/// False stops the writing; no bytes at all only ask whether it goes on.
using ImageSink = std::function<bool(std::string_view bytes)>;

struct ImageSource
{
    std::uint64_t size = 0;
    /// Fills all of `bytes` from a place on; false when there are not so many. From any thread.
    std::function<bool(std::uint64_t offset, std::span<char> bytes)> read;
};

[[nodiscard]] bool putRecord(const ImageSink& sink, std::string_view bytes);

/// Takes records one after the other.
class RecordReader
{
public:
    explicit RecordReader(const ImageSource& source, std::uint64_t offset = 0) noexcept
        : m_source(&source), m_offset(offset)
    {
    }

    /// False when it cannot be read or is not what was written.
    [[nodiscard]] bool take(std::string& bytes);
    /// Into memory of its own, of at least `least` bytes, which are NUL behind the record.
    [[nodiscard]] bool take(std::shared_ptr<char[]>& bytes, std::size_t& size, std::size_t least);

    /// A record takes so many bytes more than what is in it.
    static constexpr std::size_t overhead = 16;

private:
    struct Head
    {
        std::uint64_t size = 0;
        std::uint64_t sum = 0;
    };

    friend bool putRecord(const ImageSink& sink, std::string_view bytes);
    [[nodiscard]] bool takeHead(Head& head);
    [[nodiscard]] bool takeBytes(const Head& head, std::span<char> bytes);

    const ImageSource* m_source;
    std::uint64_t m_offset;
};

/// The names of a table that an image needs, and their numbers in it: without gaps, in the order of the
/// table. A bit each: a second table would not fit the memory.
class UsedNames
{
public:
    explicit UsedNames(std::size_t names) : m_words(names / bits + 1) {}

    void mark(Id id) noexcept { m_words[id / bits] |= std::uint64_t{1} << id % bits; }

    /// All that are used are marked.
    void close()
    {
        m_words[0] |= 1; // 0 stays 0
        std::uint32_t before = 0;
        for (const auto word : m_words) {
            m_before.push_back(before);
            before += static_cast<std::uint32_t>(std::popcount(word));
        }
    }

    /// Of one that is marked.
    [[nodiscard]] Id operator()(Id id) const noexcept
    {
        const auto lower = m_words[id / bits] & ((std::uint64_t{1} << id % bits) - 1);
        return m_before[id / bits] + static_cast<Id>(std::popcount(lower));
    }

    /// Calls `visit(id)` in ascending order until it says false.
    template <class Visit>
    [[nodiscard]] bool forEach(const Visit& visit) const
    {
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            for (auto word = m_words[i]; word != 0; word &= word - 1) {
                const auto id = i * bits + static_cast<std::size_t>(std::countr_zero(word));
                if (id != 0 && !visit(static_cast<Id>(id))) {
                    return false;
                }
            }
        }
        return true;
    }

private:
    static constexpr std::size_t bits = 64;
    std::vector<std::uint64_t> m_words;
    std::vector<std::uint32_t> m_before; ///< marked in the words before each
};

/// Records of names as they lie in a table; an empty one ends them.
[[nodiscard]] bool putNames(const ImageSink& sink, const StringTable& table, const UsedNames& used);
/// Into a table that has no names. index() is to follow.
[[nodiscard]] bool takeNames(RecordReader& reader, StringTable& table, const std::atomic<bool>& stopped);
[[nodiscard]] bool putAddresses(const ImageSink& sink, const AddressTable& table, const UsedNames& used);
[[nodiscard]] bool takeAddresses(RecordReader& reader, AddressTable& table, const std::atomic<bool>& stopped);

} // namespace maillog
