// SPDX-License-Identifier: GPL-3.0-or-later
// A stretch of a column as bytes: the smallest value, then each value's distance from it in as few bytes as
// the largest needs. Most columns shrink to a half, those of one value to nothing, and unpacking is one
// addition.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace maillog::packing {

template <class T>
[[nodiscard]] constexpr std::uint64_t bitsOf(T value) noexcept
{
    if constexpr (std::is_enum_v<T>) {
        return bitsOf(static_cast<std::underlying_type_t<T>>(value));
    } else {
        return static_cast<std::uint64_t>(value); // signed values wrap, and wrap back
    }
}

/// Bytes of a distance: 0, 1, 2, 4 or 8.
[[nodiscard]] constexpr std::size_t widthOf(std::uint64_t largest) noexcept
{
    return largest == 0            ? 0
           : largest <= UINT8_MAX  ? 1
           : largest <= UINT16_MAX ? 2
           : largest <= UINT32_MAX ? 4
                                   : 8;
}

template <class Distance, class T>
void putDistances(std::string& out, std::span<const T> values, std::uint64_t base)
{
    const auto at = out.size();
    out.resize(at + values.size() * sizeof(Distance));
    char* to = out.data() + at;
    for (const T value : values) {
        const auto distance = static_cast<Distance>(bitsOf(value) - base);
        std::memcpy(to, &distance, sizeof distance);
        to += sizeof distance;
    }
}

template <class T>
void pack(std::string& out, std::span<const T> values)
{
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    const auto base = values.empty() ? 0 : bitsOf(*least);
    const auto width = values.empty() ? 0 : widthOf(bitsOf(*most) - base);
    out.append(reinterpret_cast<const char*>(&base), sizeof base);
    out.push_back(static_cast<char>(width));
    switch (width) {
    case 1:
        return putDistances<std::uint8_t>(out, values, base);
    case 2:
        return putDistances<std::uint16_t>(out, values, base);
    case 4:
        return putDistances<std::uint32_t>(out, values, base);
    case 8:
        return putDistances<std::uint64_t>(out, values, base);
    default:
        return;
    }
}

/// The head of what pack() has written.
struct Packed
{
    std::uint64_t base = 0;
    std::size_t width = 0;
    std::string_view distances;
};

/// Nothing when the bytes are not those of `count` values.
[[nodiscard]] inline std::optional<Packed> packedOf(std::string_view bytes, std::size_t count) noexcept
{
    Packed packed;
    if (bytes.size() < sizeof packed.base + 1) {
        return std::nullopt;
    }
    std::memcpy(&packed.base, bytes.data(), sizeof packed.base);
    packed.width = static_cast<unsigned char>(bytes[sizeof packed.base]);
    packed.distances = bytes.substr(sizeof packed.base + 1);
    const bool known = packed.width <= 2 || packed.width == 4 || packed.width == 8;
    return known && packed.distances.size() == packed.width * count ? std::optional(packed) : std::nullopt;
}

template <class Distance, class T>
void takeDistances(const Packed& packed, std::span<T> values)
{
    const char* from = packed.distances.data();
    for (T& value : values) {
        Distance distance;
        std::memcpy(&distance, from, sizeof distance);
        from += sizeof distance;
        value = static_cast<T>(packed.base + distance);
    }
}

template <class T>
void unpack(const Packed& packed, std::span<T> values)
{
    switch (packed.width) {
    case 1:
        return takeDistances<std::uint8_t>(packed, values);
    case 2:
        return takeDistances<std::uint16_t>(packed, values);
    case 4:
        return takeDistances<std::uint32_t>(packed, values);
    case 8:
        return takeDistances<std::uint64_t>(packed, values);
    default:
        std::fill(values.begin(), values.end(), static_cast<T>(packed.base));
    }
}

} // namespace maillog::packing
