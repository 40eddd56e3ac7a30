// SPDX-License-Identifier: GPL-3.0-or-later
// ASCII text without a locale: protocol words, names and numbers are compared the same way everywhere.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace base {

[[nodiscard]] constexpr char toLower(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

[[nodiscard]] constexpr bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

[[nodiscard]] constexpr bool isAlpha(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

[[nodiscard]] constexpr bool isAlnum(char c) noexcept
{
    return isAlpha(c) || isDigit(c);
}

/// Blank and tab, the separators inside a line.
[[nodiscard]] constexpr bool isBlank(char c) noexcept
{
    return c == ' ' || c == '\t';
}

/// The six white-space characters of C.
[[nodiscard]] constexpr bool isSpace(char c) noexcept
{
    return isBlank(c) || (c >= '\n' && c <= '\r');
}

[[nodiscard]] std::string toLower(std::string_view text);

/// Sizes and first characters differ nearly always, so they are compared in place.
[[nodiscard]] constexpr bool equalsIgnoreCase(std::string_view a, std::string_view b) noexcept
{
    if (a.size() != b.size() || (!a.empty() && toLower(a.front()) != toLower(b.front()))) {
        return false;
    }
    for (std::size_t i = 1; i < a.size(); ++i) {
        if (a[i] != b[i] && toLower(a[i]) != toLower(b[i])) {
            return false;
        }
    }
    return true;
}

[[nodiscard]] bool startsWithIgnoreCase(std::string_view text, std::string_view prefix) noexcept;
[[nodiscard]] bool endsWithIgnoreCase(std::string_view text, std::string_view suffix) noexcept;

/// Without white space at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text) noexcept;

/// Pieces between separators, empty ones included; an empty text is one empty piece.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

/// A whole decimal number without sign, or nothing when a character is no digit or it is above `limit`.
[[nodiscard]] std::optional<unsigned long long> parseNumber(std::string_view digits,
                                                            unsigned long long limit) noexcept;

} // namespace base
