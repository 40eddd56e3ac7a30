// SPDX-License-Identifier: GPL-3.0-or-later
// A text that is repaired on the way while every octet remembers where it came from, so that one mistake does
// not hide the next one and findings still point at what was typed.
#pragma once

#include "core/spf/report.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace spf {

class MappedText
{
public:
    /// Stands for a character that cannot be understood.
    static constexpr char unreadable = '\x01';

    MappedText() = default;
    explicit MappedText(std::string_view text);

    [[nodiscard]] const std::string& text() const noexcept { return m_text; }

    [[nodiscard]] std::size_t size() const noexcept { return m_text.size(); }

    /// `c` comes from `place` of the original.
    void append(char c, Span place);
    void erase(std::size_t start, std::size_t length);
    /// Puts `text` in front; all of it comes from `place`.
    void prepend(std::string_view text, Span place);

    /// Puts `c` between two characters; it comes from the place between them.
    void insert(std::size_t at, char c);

    void replace(std::size_t at, char c) { m_text[at] = c; }

    /// Where a piece comes from; an empty piece is a place between two characters.
    [[nodiscard]] Span origin(Span piece) const noexcept;

private:
    std::string m_text;
    std::vector<Span> m_places;
};

/// "…" "…", two or more strings as a master file shows them, with their escapes: the content and the length
/// of each string. Nothing when the text is something else.
struct QuotedStrings
{
    MappedText content;
    std::vector<std::size_t> lengths;
};

[[nodiscard]] std::optional<QuotedStrings> readQuotedStrings(std::string_view text);

/// One character of UTF-8, or one octet that is none.
struct Character
{
    char32_t code = 0;
    std::size_t length = 1;
};

[[nodiscard]] Character characterAt(std::string_view text, std::size_t at) noexcept;

/// The ASCII character that was meant by one that looks like it ("−" is "-"); 0 for one that should go, and
/// nothing when it cannot be told.
[[nodiscard]] std::optional<char> asciiMeant(char32_t code) noexcept;

} // namespace spf
