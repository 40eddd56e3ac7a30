// SPDX-License-Identifier: GPL-3.0-or-later
// What writing and reading an image (log_image.h) have in common: its head, the order of its parts, and the
// tables that its columns number.
#pragma once

#include "core/maillog/image_records.h"
#include "core/maillog/image_state.h"
#include "core/maillog/log.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace maillog::image {

inline constexpr std::uint64_t magic = 0x314D'4950'534C'4F47; // another byte order makes it another number
inline constexpr std::size_t stretch = Column<std::uint64_t>::pieceSize;
/// Fewer are read in one thread.
inline constexpr std::size_t fewRows = 20'000;

struct Head
{
    std::uint64_t magic = 0;
    std::uint32_t version = 0;
    std::uint32_t source = 0; ///< always 0
    std::uint64_t rows = 0;
    std::uint64_t marks = 0;
    LineCounts counts;
};

inline constexpr std::size_t columnCount = std::tuple_size_v<decltype(fieldsOf(std::declval<Columns&>()))>;

/// What comes after the columns.
enum Part : std::size_t {
    Marks = columnCount,
    State,
    Addresses,
    Domains,
    Helos,
    Mailboxes,
    Hosts,
    Rules,
    PartCount
};

/// Where each part begins, and this itself: the last record.
using Directory = std::array<std::uint64_t, PartCount + 1>;

inline constexpr std::size_t directorySize = sizeof(Directory) + RecordReader::overhead;

template <class T>
[[nodiscard]] std::string_view bytesOf(const T& value) noexcept
{
    return {reinterpret_cast<const char*>(&value), sizeof value};
}

/// The numbers of the names that a column holds; null for columns of other things.
template <class Column, class Maps>
[[nodiscard]] auto numbersOf(const Columns& columns, const Column& column, Maps& maps)
    -> decltype(&maps.hosts)
{
    if constexpr (std::is_same_v<Column, decltype(columns.host)>) {
        const std::array<std::pair<const Column*, decltype(&maps.hosts)>, 7> all{
            {{&columns.address, &maps.addresses},
             {&columns.domain, &maps.domains},
             {&columns.helo, &maps.helos},
             {&columns.sender, &maps.mailboxes},
             {&columns.recipient, &maps.mailboxes},
             {&columns.host, &maps.hosts},
             {&columns.rule, &maps.rules}}};
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const auto& entry) { return entry.first == &column; });
        return found == all.end() ? nullptr : found->second;
    }
    return nullptr;
}

/// The names of a log for a state of the same log.
[[nodiscard]] inline IdMaps sameNames(const Log& log)
{
    return {IdMap(log.addresses().size()), IdMap(log.domains().size()), IdMap(log.helos().size()),
            IdMap(log.mailboxes().size()), IdMap(log.hosts().size()),   IdMap(log.rules().size())};
}

} // namespace maillog::image
