// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/ip_address.h"

#include "core/base/ascii.h"

#include <algorithm>
#include <charconv>

namespace net {
namespace {

constexpr std::array<std::uint8_t, 12> mappedPrefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

std::optional<std::uint32_t> parseQuad(std::string_view text) noexcept
{
    const char* at = text.data();
    const char* const end = at + text.size();
    constexpr unsigned notOne = 10;
    const auto digitHere = [&] { return at != end ? static_cast<unsigned>(*at) - unsigned{'0'} : notOne; };
    std::uint32_t value = 0;
    for (int part = 0; part < 4; ++part) {
        if (part > 0 && (at == end || *at++ != '.')) {
            return std::nullopt;
        }
        unsigned octet = digitHere();
        if (octet >= notOne) {
            return std::nullopt;
        }
        ++at;
        // No zeros in front, and not more than three digits: another digit is no dot.
        for (int more = octet == 0 ? 0 : 2; more > 0; --more, ++at) {
            const auto digit = digitHere();
            if (digit >= notOne) {
                break;
            }
            octet = octet * 10 + digit;
        }
        if (octet > 255) {
            return std::nullopt;
        }
        value = value << 8 | octet;
    }
    return at == end ? std::optional(value) : std::nullopt;
}

int hexDigit(char c) noexcept
{
    if (base::isDigit(c)) {
        return c - '0';
    }
    const char lower = base::toLower(c);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// The groups of RFC 4291 2.2 on one side of "::"; the dotted tail counts as two.
struct Groups
{
    std::array<std::uint16_t, 8> value{};
    std::size_t count = 0;
};

bool parseGroups(std::string_view text, bool mayEndInQuad, Groups& groups) noexcept
{
    while (!text.empty()) {
        const auto end = std::min(text.find(':'), text.size());
        const auto piece = text.substr(0, end);
        if (mayEndInQuad && end == text.size() && piece.find('.') != std::string_view::npos) {
            const auto quad = parseQuad(piece);
            if (!quad || groups.count > 6) {
                return false;
            }
            groups.value[groups.count++] = static_cast<std::uint16_t>(*quad >> 16);
            groups.value[groups.count++] = static_cast<std::uint16_t>(*quad & 0xffff);
            return true;
        }
        if (piece.empty() || piece.size() > 4 || groups.count == 8) {
            return false;
        }
        unsigned value = 0;
        for (const char c : piece) {
            const int digit = hexDigit(c);
            if (digit < 0) {
                return false;
            }
            value = value << 4 | static_cast<unsigned>(digit);
        }
        groups.value[groups.count++] = static_cast<std::uint16_t>(value);
        if (end == text.size()) {
            return true;
        }
        text.remove_prefix(end + 1);
        if (text.empty()) {
            return false; // a lone ":" at the end
        }
    }
    return true;
}

std::optional<IpAddress> parseV6(std::string_view text) noexcept
{
    Groups head;
    Groups tail;
    const auto gap = text.find("::");
    if (gap == std::string_view::npos) {
        if (!parseGroups(text, true, head) || head.count != 8) {
            return std::nullopt;
        }
    } else if (!parseGroups(text.substr(0, gap), false, head) ||
               !parseGroups(text.substr(gap + 2), true, tail) || head.count + tail.count > 7) {
        return std::nullopt;
    }
    IpAddress::Bytes bytes{};
    const auto put = [&bytes](std::size_t place, std::uint16_t group) {
        bytes[2 * place] = static_cast<std::uint8_t>(group >> 8);
        bytes[2 * place + 1] = static_cast<std::uint8_t>(group & 0xff);
    };
    for (std::size_t i = 0; i < head.count; ++i) {
        put(i, head.value[i]);
    }
    for (std::size_t i = 0; i < tail.count; ++i) {
        put(8 - tail.count + i, tail.value[i]);
    }
    return IpAddress::v6(bytes);
}

void appendQuad(std::string& text, std::span<const std::uint8_t> octets)
{
    for (std::size_t i = 0; i < 4; ++i) {
        if (i > 0) {
            text += '.';
        }
        std::array<char, 4> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), octets[i]).ptr;
        text.append(digits.data(), end);
    }
}

/// Longest run of at least two zero groups, the first of equal ones (RFC 5952 4.2).
std::pair<std::size_t, std::size_t> longestZeroRun(const std::array<unsigned, 8>& groups) noexcept
{
    std::size_t bestStart = 8;
    std::size_t bestLength = 1;
    for (std::size_t start = 0; start < 8;) {
        std::size_t end = start;
        while (end < 8 && groups[end] == 0) {
            ++end;
        }
        if (end - start > bestLength) {
            bestStart = start;
            bestLength = end - start;
        }
        start = std::max(end, start + 1);
    }
    return {bestStart, bestStart == 8 ? 0 : bestLength};
}

} // namespace

std::optional<IpAddress> IpAddress::parse(std::string_view text) noexcept
{
    if (const auto quad = parseQuad(text)) {
        return v4(*quad);
    }
    return text.find(':') == std::string_view::npos ? std::nullopt : parseV6(text);
}

IpAddress IpAddress::v4(std::uint32_t hostOrder) noexcept
{
    IpAddress address;
    address.m_bytes[12] = static_cast<std::uint8_t>(hostOrder >> 24);
    address.m_bytes[13] = static_cast<std::uint8_t>(hostOrder >> 16 & 0xff);
    address.m_bytes[14] = static_cast<std::uint8_t>(hostOrder >> 8 & 0xff);
    address.m_bytes[15] = static_cast<std::uint8_t>(hostOrder & 0xff);
    return address;
}

IpAddress IpAddress::v6(const Bytes& networkOrder) noexcept
{
    IpAddress address;
    address.m_family = Family::V6;
    address.m_bytes = networkOrder;
    return address;
}

IpAddress IpAddress::unmapped() const noexcept
{
    IpAddress address = *this;
    if (std::equal(mappedPrefix.begin(), mappedPrefix.end(), m_bytes.begin())) {
        address.m_family = Family::V4;
    }
    return address;
}

std::string IpAddress::toString() const
{
    std::string text;
    if (isV4()) {
        appendQuad(text, bytes());
        return text;
    }
    if (unmapped().isV4()) {
        text = "::ffff:";
        appendQuad(text, std::span(m_bytes).subspan(12));
        return text;
    }
    std::array<unsigned, 8> groups{};
    for (std::size_t i = 0; i < 8; ++i) {
        groups[i] = static_cast<unsigned>(m_bytes[2 * i] << 8 | m_bytes[2 * i + 1]);
    }
    const auto [gapStart, gapLength] = longestZeroRun(groups);
    for (std::size_t i = 0; i < 8; ++i) {
        if (i == gapStart) {
            text += "::";
            i += gapLength - 1;
            continue;
        }
        if (!text.empty() && text.back() != ':') {
            text += ':';
        }
        std::array<char, 5> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), groups[i], 16).ptr;
        text.append(digits.data(), end);
    }
    return text;
}

} // namespace net
