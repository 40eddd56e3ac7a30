// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/postfix/main_cf.h"

#include "core/base/ascii.h"

#include <algorithm>

namespace postfix {

namespace {

bool isSeparator(char c)
{
    return c == ',' || base::isSpace(c);
}

} // namespace

std::vector<Parameter> MainCf::parameters() const
{
    std::vector<Parameter> result;
    for (auto& logical : m_document.logicalLines()) {
        const std::string& head = m_document.at(logical.first());
        const auto equals = head.find('=');
        const auto name = base::trimmed(std::string_view(head).substr(0, equals));
        if (equals == std::string::npos || name.empty() || std::ranges::any_of(name, base::isSpace)) {
            continue; // Postfix stops at such a line; we leave it alone
        }
        Parameter parameter{std::string(name), {}, std::move(logical), equals + 1};
        for (const std::size_t line : parameter.lines.lines) {
            const std::size_t from = line == parameter.lines.first() ? equals + 1 : 0;
            const auto piece = base::trimmed(std::string_view(m_document.at(line)).substr(from));
            parameter.value += (parameter.value.empty() || piece.empty() ? "" : " ");
            parameter.value += piece;
        }
        result.push_back(std::move(parameter));
    }
    return result;
}

std::optional<Parameter> MainCf::find(std::string_view name) const
{
    const auto all = parameters();
    const auto found =
        std::find_if(all.rbegin(), all.rend(), [&](const auto& entry) { return entry.name == name; });
    return found == all.rend() ? std::nullopt : std::optional(*found);
}

std::size_t MainCf::count(std::string_view name) const
{
    const auto all = parameters();
    return static_cast<std::size_t>(std::ranges::count(all, name, &Parameter::name));
}

std::vector<Word> MainCf::words(const Parameter& parameter) const
{
    std::vector<Word> result;
    for (const std::size_t line : parameter.lines.lines) {
        const std::string& text = m_document.at(line);
        std::size_t at = line == parameter.lines.first() ? parameter.valueColumn : 0;
        while (at < text.size()) {
            if (isSeparator(text[at])) {
                if (text[at] == ',' && !result.empty()) {
                    result.back().hasComma = true;
                }
                ++at;
                continue;
            }
            const auto end =
                std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), isSeparator);
            const auto length = static_cast<std::size_t>(end - text.begin()) - at;
            result.push_back({text.substr(at, length), line, at, false});
            at += length;
        }
    }
    return result;
}

std::optional<std::int64_t> parseTime(std::string_view text)
{
    text = base::trimmed(text);
    std::int64_t unit = 1;
    if (!text.empty() && base::isAlpha(text.back())) {
        switch (base::toLower(text.back())) {
        case 's':
            break;
        case 'm':
            unit = 60;
            break;
        case 'h':
            unit = 3600;
            break;
        case 'd':
            unit = 86400;
            break;
        case 'w':
            unit = 604800;
            break;
        default:
            return std::nullopt;
        }
        text.remove_suffix(1);
    }
    const auto number = base::parseNumber(text, 0x7fffffff);
    return number ? std::optional(static_cast<std::int64_t>(*number) * unit) : std::nullopt;
}

} // namespace postfix
