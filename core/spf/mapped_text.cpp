// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spf/mapped_text.h"

#include "core/base/ascii.h"

#include <algorithm>
#include <array>
#include <utility>

namespace spf {

MappedText::MappedText(std::string_view text)
{
    m_text.reserve(text.size());
    m_places.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        append(text[i], {i, 1});
    }
}

void MappedText::append(char c, Span place)
{
    m_text.push_back(c);
    m_places.push_back(place);
}

void MappedText::erase(std::size_t start, std::size_t length)
{
    m_text.erase(start, length);
    const auto from = m_places.begin() + static_cast<std::ptrdiff_t>(start);
    m_places.erase(from, from + static_cast<std::ptrdiff_t>(length));
}

void MappedText::prepend(std::string_view text, Span place)
{
    m_text.insert(0, text);
    m_places.insert(m_places.begin(), text.size(), place);
}

void MappedText::insert(std::size_t at, char c)
{
    const Span place = origin({at, 0});
    m_text.insert(at, 1, c);
    m_places.insert(m_places.begin() + static_cast<std::ptrdiff_t>(at), place);
}

Span MappedText::origin(Span piece) const noexcept
{
    if (m_places.empty()) {
        return {};
    }
    if (piece.start >= m_places.size()) {
        return {m_places.back().start + m_places.back().length, 0};
    }
    const std::size_t start = m_places[piece.start].start;
    if (piece.length == 0) {
        return {start, 0};
    }
    const Span last = m_places[std::min(piece.start + piece.length, m_places.size()) - 1];
    return {start, last.start + last.length - start};
}

namespace {

/// The content of the string that opens at `at`; the place behind its closing quote, or nothing.
std::optional<std::size_t> readString(std::string_view text, std::size_t at, MappedText& content)
{
    for (++at; at < text.size(); ++at) {
        if (text[at] == '"') {
            return at + 1;
        }
        if (text[at] != '\\' || at + 1 == text.size()) {
            content.append(text[at], {at, 1});
            continue;
        }
        const auto number = base::parseNumber(text.substr(at + 1, 3), 255);
        if (at + 3 < text.size() && number) {
            content.append(static_cast<char>(*number), {at, 4});
            at += 3;
        } else {
            content.append(text[at + 1], {at, 2});
            ++at;
        }
    }
    return std::nullopt;
}

std::size_t skipBlanks(std::string_view text, std::size_t at)
{
    while (at < text.size() && (base::isSpace(text[at]) || text[at] == '(' || text[at] == ')')) {
        ++at;
    }
    return at;
}

} // namespace

std::optional<QuotedStrings> readQuotedStrings(std::string_view text)
{
    QuotedStrings strings;
    std::size_t at = skipBlanks(text, 0);
    while (at < text.size()) {
        if (text[at] != '"') {
            return std::nullopt;
        }
        const std::size_t before = strings.content.size();
        const auto end = readString(text, at, strings.content);
        if (!end) {
            return std::nullopt;
        }
        strings.lengths.push_back(strings.content.size() - before);
        at = skipBlanks(text, *end);
    }
    const bool isEscaped = text.find('\\') != std::string_view::npos;
    return strings.lengths.size() > 1 || (isEscaped && !strings.lengths.empty())
               ? std::optional(std::move(strings))
               : std::nullopt;
}

Character characterAt(std::string_view text, std::size_t at) noexcept
{
    const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(at);
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xc2 ? 0
                               : lead < 0xe0 ? 2
                               : lead < 0xf0 ? 3
                               : lead < 0xf5 ? 4
                                             : 0;
    if (length <= 1 || at + length > text.size()) {
        return {length == 1 ? lead : 0xfffd, 1};
    }
    char32_t code = lead & (0xffU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xc0U) != 0x80U) {
            return {0xfffd, 1};
        }
        code = (code << 6) | (byte(at + i) & 0x3fU);
    }
    return {code, length};
}

std::optional<char> asciiMeant(char32_t code) noexcept
{
    // Full-width forms of ASCII (Unicode block "Halfwidth and Fullwidth Forms").
    if (code >= 0xff01 && code <= 0xff5e) {
        return static_cast<char>(code - 0xff01 + '!');
    }

    struct Range
    {
        char32_t first;
        char32_t last;
        char meant;
    };

    static constexpr std::array ranges{
        Range{0x09, 0x0d, ' '},     Range{0xa0, 0xa0, ' '},     Range{0xad, 0xad, 0},
        Range{0x02dc, 0x02dc, '~'}, Range{0x2000, 0x200a, ' '}, Range{0x200b, 0x200f, 0},
        Range{0x2010, 0x2015, '-'}, Range{0x2018, 0x201f, '"'}, Range{0x2028, 0x2029, ' '},
        Range{0x202a, 0x202e, 0},   Range{0x202f, 0x202f, ' '}, Range{0x2044, 0x2044, '/'},
        Range{0x2060, 0x2064, 0},   Range{0x2212, 0x2212, '-'}, Range{0x2215, 0x2215, '/'},
        Range{0x2236, 0x2236, ':'}, Range{0x223c, 0x223c, '~'}, Range{0x3000, 0x3000, ' '},
        Range{0x3001, 0x3001, ','}, Range{0x3002, 0x3002, '.'}, Range{0x301c, 0x301c, '~'},
        Range{0x30fc, 0x30fc, '-'}, Range{0xfeff, 0xfeff, 0},   Range{0xff64, 0xff64, ','},
    };
    const auto found = std::ranges::find_if(
        ranges, [code](const Range& range) { return code >= range.first && code <= range.last; });
    return found == ranges.end() ? std::nullopt : std::optional(found->meant);
}

} // namespace spf
