// SPDX-License-Identifier: GPL-3.0-or-later
// A few characters to look for: asking costs a shift, where the library's find_first_of() makes a call for
// each character of the text.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace base {

class CharSet
{
public:
    // A literal is meant wherever a set is asked for.
    consteval CharSet(const char* characters) noexcept // NOLINT(google-explicit-constructor)
    {
        for (const char c : std::string_view(characters)) {
            m_bits[static_cast<unsigned char>(c) >> 6U] |= std::uint64_t{1}
                                                           << (static_cast<unsigned char>(c) & 63U);
        }
    }

    [[nodiscard]] constexpr bool contains(char c) const noexcept
    {
        const auto byte = static_cast<unsigned char>(c);
        return (m_bits[byte >> 6U] >> (byte & 63U) & 1U) != 0;
    }

private:
    std::array<std::uint64_t, 4> m_bits{};
};

/// How many characters at the start are none of these: the size when all are.
[[nodiscard]] constexpr std::size_t lengthBefore(std::string_view text, const CharSet& ends) noexcept
{
    std::size_t length = 0;
    while (length < text.size() && !ends.contains(text[length])) {
        ++length;
    }
    return length;
}

/// How many characters at the start are one of these.
[[nodiscard]] constexpr std::size_t lengthOf(std::string_view text, const CharSet& characters) noexcept
{
    std::size_t length = 0;
    while (length < text.size() && characters.contains(text[length])) {
        ++length;
    }
    return length;
}

/// Up to the first of these.
[[nodiscard]] constexpr std::string_view upTo(std::string_view text, const CharSet& ends) noexcept
{
    return text.substr(0, lengthBefore(text, ends));
}

/// Without these at both ends.
[[nodiscard]] constexpr std::string_view trimmedOf(std::string_view text, const CharSet& characters) noexcept
{
    text.remove_prefix(lengthOf(text, characters));
    while (!text.empty() && characters.contains(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

} // namespace base
