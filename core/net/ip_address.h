// SPDX-License-Identifier: GPL-3.0-or-later
// One IPv4 or IPv6 address as a value.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace net {

enum class Family : std::uint8_t { V4, V6 };

class IpAddress
{
public:
    using Bytes = std::array<std::uint8_t, 16>;

    /// 0.0.0.0
    constexpr IpAddress() noexcept = default;

    /// Dotted quad without leading zeros, or RFC 4291 text in any case; no brackets, no zone id, no blanks.
    [[nodiscard]] static std::optional<IpAddress> parse(std::string_view text) noexcept;
    [[nodiscard]] static IpAddress v4(std::uint32_t hostOrder) noexcept;
    [[nodiscard]] static IpAddress v6(const Bytes& networkOrder) noexcept;

    [[nodiscard]] Family family() const noexcept { return m_family; }

    [[nodiscard]] bool isV4() const noexcept { return m_family == Family::V4; }

    /// 32 or 128.
    [[nodiscard]] int bitCount() const noexcept { return isV4() ? 32 : 128; }

    /// 4 or 16 bytes in network order.
    [[nodiscard]] std::span<const std::uint8_t> bytes() const noexcept
    {
        return isV4() ? std::span(m_bytes).subspan(12) : std::span(m_bytes);
    }

    /// All 16 bytes; an IPv4 address is in its mapped form ::ffff:a.b.c.d (RFC 4291 2.5.5.2).
    [[nodiscard]] const Bytes& mappedBytes() const noexcept { return m_bytes; }

    /// An IPv4-mapped IPv6 address as IPv4; any other address unchanged (SPEC 1.10).
    [[nodiscard]] IpAddress unmapped() const noexcept;
    /// Dotted quad, or RFC 5952.
    [[nodiscard]] std::string toString() const;

    friend auto operator<=>(const IpAddress&, const IpAddress&) noexcept = default;
    friend bool operator==(const IpAddress&, const IpAddress&) noexcept = default;

private:
    Family m_family = Family::V4;
    Bytes m_bytes{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0, 0, 0};
};

} // namespace net
