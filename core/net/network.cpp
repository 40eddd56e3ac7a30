// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/network.h"

#include "core/base/ascii.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace net {
namespace {

/// Both families as 128 bits, IPv4 in its mapped form.
struct Bits
{
    std::uint64_t high = 0;
    std::uint64_t low = 0;
};

std::uint64_t swapIfLittle(std::uint64_t value) noexcept
{
    return std::endian::native == std::endian::little ? __builtin_bswap64(value) : value;
}

Bits bitsOf(const IpAddress& address) noexcept
{
    Bits bits;
    std::memcpy(&bits.high, address.mappedBytes().data(), 8);
    std::memcpy(&bits.low, address.mappedBytes().data() + 8, 8);
    return {swapIfLittle(bits.high), swapIfLittle(bits.low)};
}

Bits maskOf(int mappedPrefix) noexcept
{
    const auto leading = [](int count) -> std::uint64_t {
        return count <= 0 ? 0 : ~std::uint64_t{0} << (64 - std::min(count, 64));
    };
    return {leading(mappedPrefix), leading(mappedPrefix - 64)};
}

int mappedPrefix(const IpAddress& address, int prefixLength) noexcept
{
    return address.isV4() ? prefixLength + 96 : prefixLength;
}

IpAddress fromBits(Family family, Bits bits) noexcept
{
    if (family == Family::V4) {
        return IpAddress::v4(static_cast<std::uint32_t>(bits.low & 0xffffffff));
    }
    IpAddress::Bytes bytes{};
    const std::uint64_t high = swapIfLittle(bits.high);
    const std::uint64_t low = swapIfLittle(bits.low);
    std::memcpy(bytes.data(), &high, 8);
    std::memcpy(bytes.data() + 8, &low, 8);
    return IpAddress::v6(bytes);
}

tl::unexpected<NetworkError> failure(NetworkError::Code code, std::size_t position) noexcept
{
    return tl::make_unexpected(NetworkError{code, position});
}

} // namespace

Network::Network(IpAddress address, int prefixLength) noexcept
    : m_address(address), m_prefixLength(std::clamp(prefixLength, 0, address.bitCount()))
{
}

namespace {

/// "10.", "10.1.", "10.1.2", "10.1.2.*", "10.*": one to three octets and nothing else.
struct Partial
{
    std::uint32_t value = 0;
    int octets = 0;
};

std::optional<Partial> parsePartial(std::string_view text) noexcept
{
    bool marked = false; // by "." or ".*" at the end; a bare number is just a number
    while (text.ends_with(".*")) {
        text.remove_suffix(2);
        marked = true;
    }
    if (!marked && text.ends_with('.')) {
        text.remove_suffix(1);
        marked = true;
    }
    Partial partial;
    while (!text.empty()) {
        const auto end = std::min(text.find('.'), text.size());
        const auto octet = base::parseNumber(text.substr(0, end), 255);
        if (!octet || (end > 1 && text.front() == '0') || partial.octets == 3) {
            return std::nullopt;
        }
        partial.value |= static_cast<std::uint32_t>(*octet) << (24 - 8 * partial.octets);
        ++partial.octets;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    const bool enough = partial.octets >= 2 || (partial.octets == 1 && marked);
    return enough ? std::optional(partial) : std::nullopt;
}

/// The two ends of "a-b"; the second may be the last octet alone ("192.0.2.1-50").
std::optional<std::pair<IpAddress, IpAddress>> parseRange(std::string_view text) noexcept
{
    const auto dash = text.find('-');
    if (dash == std::string_view::npos) {
        return std::nullopt;
    }
    const auto first = IpAddress::parse(base::trimmed(text.substr(0, dash)));
    const auto lastText = base::trimmed(text.substr(dash + 1));
    auto last = IpAddress::parse(lastText);
    if (first && first->isV4() && !last) {
        if (const auto octet = base::parseNumber(lastText, 255)) {
            const auto low = static_cast<std::uint32_t>(bitsOf(*first).low & 0xffffff00);
            last = IpAddress::v4(low | static_cast<std::uint32_t>(*octet));
        }
    }
    if (!first || !last || first->family() != last->family()) {
        return std::nullopt;
    }
    return std::pair(*first, *last);
}

std::optional<int> prefixOfNetmask(std::string_view text) noexcept
{
    const auto mask = IpAddress::parse(text);
    if (!mask || !mask->isV4()) {
        return std::nullopt;
    }
    const auto bits = static_cast<std::uint32_t>(bitsOf(*mask).low & 0xffffffff);
    const int ones = std::countl_one(bits);
    return std::popcount(bits) == ones ? std::optional(ones) : std::nullopt;
}

NetworkError::Code addressError(std::string_view text) noexcept
{
    if (parseRange(text)) {
        return NetworkError::Code::Range;
    }
    return parsePartial(text) ? NetworkError::Code::PartialAddress : NetworkError::Code::BadAddress;
}

/// Halves `candidate` until its pieces lie inside [first, last].
void cover(const Network& candidate, const IpAddress& first, const IpAddress& last,
           std::vector<Network>& pieces)
{
    if (candidate.last() < first || last < candidate.first()) {
        return;
    }
    if (first <= candidate.first() && candidate.last() <= last) {
        pieces.push_back(candidate);
        return;
    }
    const int half = candidate.prefixLength() + 1;
    cover(Network(candidate.first(), half), first, last, pieces);
    cover(Network(Network(candidate.last(), half).first(), half), first, last, pieces);
}

} // namespace

tl::expected<Network, NetworkError> Network::parse(std::string_view text) noexcept
{
    using Code = NetworkError::Code;
    if (text.empty()) {
        return failure(Code::Empty, 0);
    }
    const auto slash = text.find('/');
    const auto addressText = text.substr(0, slash);
    const auto address = IpAddress::parse(addressText);
    if (!address) {
        return failure(addressError(addressText), 0);
    }
    if (slash == std::string_view::npos) {
        return Network(*address, address->bitCount());
    }
    const auto prefixText = text.substr(slash + 1);
    if (IpAddress::parse(prefixText)) {
        return failure(Code::Netmask, slash + 1);
    }
    const bool digitsOnly =
        !prefixText.empty() && std::all_of(prefixText.begin(), prefixText.end(), base::isDigit);
    if (!digitsOnly || (prefixText.size() > 1 && prefixText.front() == '0')) {
        return failure(Code::BadPrefix, slash + 1);
    }
    const auto limit = static_cast<unsigned>(address->bitCount());
    const auto prefix = base::parseNumber(prefixText, limit);
    if (!prefix) {
        return failure(Code::PrefixTooLong, slash + 1);
    }
    return Network(*address, static_cast<int>(*prefix));
}

std::vector<Network> Network::understood(std::string_view text)
{
    text = base::trimmed(text);
    if (const auto plain = parse(text)) {
        return {*plain};
    }
    if (const auto range = parseRange(text)) {
        std::vector<Network> pieces;
        if (range->first <= range->second) {
            cover(Network(range->first, 0).withoutHostBits(), range->first, range->second, pieces);
        }
        return pieces;
    }
    const auto slash = text.find('/');
    const auto addressText = base::trimmed(text.substr(0, slash));
    const auto suffix =
        slash == std::string_view::npos ? std::string_view() : base::trimmed(text.substr(slash + 1));
    std::optional<int> prefix = prefixOfNetmask(suffix);
    if (const auto number = base::parseNumber(suffix, 128); !prefix && number) {
        prefix = static_cast<int>(*number);
    }
    if (slash != std::string_view::npos && !prefix) {
        return {};
    }
    if (const auto address = IpAddress::parse(addressText)) {
        const bool fits = prefix && *prefix <= address->bitCount();
        return fits ? std::vector{Network(*address, *prefix)} : std::vector<Network>{};
    }
    if (const auto partial = parsePartial(addressText); partial && prefix.value_or(0) <= 32) {
        return {Network(IpAddress::v4(partial->value), prefix.value_or(8 * partial->octets))};
    }
    return {};
}

std::vector<Network> Network::aggregated(std::vector<Network> networks)
{
    for (auto& network : networks) {
        network = network.withoutHostBits();
    }
    std::sort(networks.begin(), networks.end(), [](const Network& a, const Network& b) {
        return a.m_address != b.m_address ? a.m_address < b.m_address : a.m_prefixLength < b.m_prefixLength;
    });
    std::vector<Network> merged;
    for (const auto& network : networks) {
        if (!merged.empty() && merged.back().contains(network)) {
            continue;
        }
        merged.push_back(network);
        while (merged.size() > 1) {
            const Network& left = merged[merged.size() - 2];
            const Network& right = merged.back();
            if (left.m_prefixLength != right.m_prefixLength || left.m_prefixLength == 0) {
                break;
            }
            const Network parent = Network(left.m_address, left.m_prefixLength - 1).withoutHostBits();
            if (!parent.contains(right)) {
                break;
            }
            merged.pop_back();
            merged.back() = parent;
        }
    }
    return merged;
}

IpAddress Network::first() const noexcept
{
    const Bits bits = bitsOf(m_address);
    const Bits mask = maskOf(mappedPrefix(m_address, m_prefixLength));
    return fromBits(m_address.family(), {bits.high & mask.high, bits.low & mask.low});
}

IpAddress Network::last() const noexcept
{
    const Bits bits = bitsOf(m_address);
    const Bits mask = maskOf(mappedPrefix(m_address, m_prefixLength));
    return fromBits(m_address.family(), {bits.high | ~mask.high, bits.low | ~mask.low});
}

bool Network::hasHostBits() const noexcept
{
    return first() != m_address;
}

Network Network::withoutHostBits() const noexcept
{
    return Network(first(), m_prefixLength);
}

bool Network::contains(const IpAddress& address) const noexcept
{
    if (address.family() != m_address.family()) {
        return false;
    }
    const Bits mine = bitsOf(m_address);
    const Bits other = bitsOf(address);
    const Bits mask = maskOf(mappedPrefix(m_address, m_prefixLength));
    return ((mine.high ^ other.high) & mask.high) == 0 && ((mine.low ^ other.low) & mask.low) == 0;
}

bool Network::contains(const Network& other) const noexcept
{
    return m_prefixLength <= other.m_prefixLength && contains(other.m_address);
}

bool Network::overlaps(const Network& other) const noexcept
{
    return contains(other) || other.contains(*this);
}

std::string Network::addressCount() const
{
    std::string digits = "1"; // least significant first
    for (int bit = m_prefixLength; bit < m_address.bitCount(); ++bit) {
        int carry = 0;
        for (char& digit : digits) {
            const int doubled = 2 * (digit - '0') + carry;
            digit = static_cast<char>('0' + doubled % 10);
            carry = doubled / 10;
        }
        if (carry > 0) {
            digits += '1';
        }
    }
    return {digits.rbegin(), digits.rend()};
}

std::string Network::toString() const
{
    std::string text = m_address.toString();
    if (m_prefixLength < m_address.bitCount()) {
        text += '/';
        text += std::to_string(m_prefixLength);
    }
    return text;
}

} // namespace net
