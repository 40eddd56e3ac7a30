// SPDX-License-Identifier: GPL-3.0-or-later
// main.cf: parameters, and the words of their values with the place of each (SPEC 3.4).
#pragma once

#include "core/postfix/line_document.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace postfix {

struct Parameter
{
    std::string name;
    std::string value; ///< physical lines joined by one blank each
    LogicalLine lines;
    std::size_t valueColumn = 0; ///< in the first line, behind "="
    friend bool operator==(const Parameter&, const Parameter&) = default;
};

/// A word of a list, parted from its neighbours by commas or white space.
struct Word
{
    std::string text;
    std::size_t line = 0;
    std::size_t column = 0;
    bool hasComma = false; ///< one follows before the next word

    [[nodiscard]] std::size_t end() const noexcept { return column + text.size(); }

    friend bool operator==(const Word&, const Word&) = default;
};

class MainCf
{
public:
    explicit MainCf(std::string_view text) : m_document(text) {}

    [[nodiscard]] std::string bytes() const { return m_document.bytes(); }

    [[nodiscard]] LineDocument& document() noexcept { return m_document; }

    [[nodiscard]] const LineDocument& document() const noexcept { return m_document; }

    /// All assignments in file order, overridden ones too.
    [[nodiscard]] std::vector<Parameter> parameters() const;
    /// The assignment that counts: the last one.
    [[nodiscard]] std::optional<Parameter> find(std::string_view name) const;
    [[nodiscard]] std::size_t count(std::string_view name) const;
    [[nodiscard]] std::vector<Word> words(const Parameter& parameter) const;

private:
    LineDocument m_document;
};

/// "3600", "3600s", "1h" in seconds; units s, m, h, d, w.
[[nodiscard]] std::optional<std::int64_t> parseTime(std::string_view text);

} // namespace postfix
