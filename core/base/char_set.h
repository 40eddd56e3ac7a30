// SPDX-License-Identifier: GPL-3.0-or-later
// A few characters to look for: asking costs one look into a table, where the library's find_first_of() makes
// a call for each character of the text. Sets are written where they are used: charSet<" \t">.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace base {

class CharSet
{
public:
    consteval explicit CharSet(std::string_view characters) noexcept
    {
        for (const char c : characters) {
            m_has[static_cast<unsigned char>(c)] = true;
        }
    }

    [[nodiscard]] constexpr bool contains(char c) const noexcept
    {
        return m_has[static_cast<unsigned char>(c)];
    }

private:
    std::array<bool, 256> m_has{};
};

/// A literal as an argument of a template.
template <std::size_t size>
struct Literal
{
    consteval Literal(const char (&literal)[size]) noexcept // NOLINT(google-explicit-constructor)
    {
        std::copy_n(literal, size, text.data());
    }

    std::array<char, size> text{};
};

/// One table for each set of characters, wherever it is asked for.
template <Literal characters>
inline constexpr CharSet charSet{std::string_view(characters.text.data(), characters.text.size() - 1)};

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
