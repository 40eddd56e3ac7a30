// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ini_parser.h"

#include "core/base/ascii.h"

#include <algorithm>
#include <utility>

namespace config {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

bool isCommentMark(char c) noexcept
{
    return c == '#' || c == ';';
}

} // namespace

std::size_t commentStart(std::string_view bytes, std::size_t begin, std::size_t end,
                         std::optional<KeyType> type) noexcept
{
    if (type == KeyType::Reply) {
        return end;
    }
    for (std::size_t i = begin; i < end; ++i) {
        const bool isMark = bytes[i] == ';' || (bytes[i] == '#' && type.has_value());
        if (isMark && i > 0 && base::isSpace(bytes[i - 1])) {
            return i;
        }
    }
    return end;
}

ByteSpan trimmedSpan(std::string_view bytes, ByteSpan span) noexcept
{
    const std::size_t origin = span.begin;
    while (span.begin < span.end && base::isSpace(bytes[span.begin])) {
        ++span.begin;
    }
    while (span.end > span.begin && base::isSpace(bytes[span.end - 1])) {
        --span.end;
    }
    return span.isEmpty() ? ByteSpan{origin, origin} : span;
}

IniDocument::Data IniDocument::Parser::parse(std::string bytes)
{
    Data data;
    data.bytes = std::move(bytes);
    Parser(data).run();
    return data;
}

void IniDocument::Parser::run()
{
    const std::string_view bytes = m_data.bytes;
    m_data.hasByteOrderMark = bytes.starts_with(byteOrderMark);
    m_data.isText = bytes.find('\0') == std::string_view::npos && !bytes.starts_with("\xFF\xFE") &&
                    !bytes.starts_with("\xFE\xFF");
    std::size_t position = m_data.hasByteOrderMark ? byteOrderMark.size() : 0;
    m_data.lines.reserve(static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n')) + 1);
    while (position < bytes.size()) {
        Line line;
        line.begin = position;
        const auto newline = bytes.find('\n', position);
        line.end = newline == std::string_view::npos ? bytes.size() : newline + 1;
        line.contentEnd = line.end;
        if (newline != std::string_view::npos) {
            const bool isCrLf = newline > position && bytes[newline - 1] == '\r';
            line.contentEnd = isCrLf ? newline - 1 : newline;
            ++(isCrLf ? m_data.crlfLines : m_data.lfLines);
        }
        readLine(line, m_data.lines.size());
        m_data.lines.push_back(line);
        position = line.end;
    }
    if (!m_data.blocks.empty()) {
        m_data.blocks.back().endLine = m_data.lines.size();
    }
}

void IniDocument::Parser::readLine(Line& line, std::size_t index)
{
    const std::string_view bytes = m_data.bytes;
    const ByteSpan content = trimmedSpan(bytes, {line.begin, line.contentEnd});
    if (content.isEmpty()) {
        line.kind = LineKind::Blank;
    } else if (isCommentMark(bytes[content.begin])) {
        line.kind = LineKind::Comment;
    } else if (content.begin > line.begin) { // indented
        line.kind = m_openList != nullptr ? LineKind::Continuation : LineKind::Unreadable;
        if (m_openList != nullptr) {
            m_openList->endLine = index + 1;
        }
    } else if (readHeader(line, index)) {
        line.kind = LineKind::Section;
    } else if (readKey(line, index)) {
        line.kind = LineKind::Key;
    } else {
        line.kind = LineKind::Unreadable;
        m_openList = nullptr;
    }
}

bool IniDocument::Parser::readHeader(const Line& line, std::size_t index)
{
    const std::string_view bytes = m_data.bytes;
    const std::size_t close = std::min(bytes.find(']', line.begin), line.contentEnd);
    // " ;" inside the brackets makes the rest of the line a comment to Python, and no header is left.
    const bool isCut = commentStart(bytes, line.begin, close, std::nullopt) != close;
    if (bytes[line.begin] != '[' || close == line.contentEnd || close == line.begin + 1 || isCut) {
        return false;
    }
    Block block;
    block.nameSpan = trimmedSpan(bytes, {line.begin + 1, close});
    block.name = bytes.substr(block.nameSpan.begin, block.nameSpan.size());
    const ByteSpan rest = trimmedSpan(bytes, {close + 1, line.contentEnd});
    // Python takes the last "]" of the line, so a comment with one is no comment to it.
    const std::string_view restText = bytes.substr(rest.begin, rest.size());
    const bool isHarmless = restText.starts_with(';') || restText.find(']') == std::string_view::npos;
    const bool isComment =
        !rest.isEmpty() && rest.begin > close + 1 && isCommentMark(restText.front()) && isHarmless;
    block.junk = rest.isEmpty() || isComment ? 0 : rest.begin;
    block.line = index;
    addBlock(std::move(block));
    m_openList = nullptr;
    return true;
}

void IniDocument::Parser::addBlock(Block block)
{
    SectionName name = classifySection(block.name);
    block.kind = name.kind;
    block.canonical = std::move(name.canonical);
    if (!m_data.blocks.empty()) {
        m_data.blocks.back().endLine = block.line;
    }
    const auto [place, isNew] = m_data.sectionByName.try_emplace(block.canonical, m_data.sections.size());
    if (isNew) {
        m_data.sections.push_back({block.kind, block.name, block.canonical, {}});
    }
    m_data.sections[place->second].blocks.push_back(m_data.blocks.size());
    m_data.blocks.push_back(std::move(block));
}

bool IniDocument::Parser::readKey(const Line& line, std::size_t index)
{
    const std::string_view bytes = m_data.bytes;
    const std::size_t separator = bytes.substr(0, line.contentEnd).find_first_of("=:", line.begin);
    const bool isBrokenHeader = bytes[line.begin] == '[' && bytes.find(']', line.begin) < line.contentEnd;
    if (separator == std::string_view::npos || isBrokenHeader) {
        return false;
    }
    Key key;
    key.nameSpan = trimmedSpan(bytes, {line.begin, separator});
    // " ;" before the separator makes the rest of the line a comment to Python, and no key is left.
    if (key.nameSpan.isEmpty() || commentStart(bytes, line.begin, separator, std::nullopt) != separator) {
        return false;
    }
    key.name = base::toLower(bytes.substr(key.nameSpan.begin, key.nameSpan.size()));
    key.type = typeOfKey(key.name);
    key.separator = separator;
    key.line = index;
    key.endLine = index + 1;
    const std::size_t end = commentStart(bytes, separator + 1, line.contentEnd, key.type);
    key.value = trimmedSpan(bytes, {separator + 1, end});
    if (key.value.isEmpty()) {
        const bool hasBlank = separator + 1 < end && base::isBlank(bytes[separator + 1]);
        key.value.begin = key.value.end = separator + (hasBlank ? 2 : 1);
    }
    std::vector<Key>& keys = m_data.blocks.empty() ? m_data.keysOutside : m_data.blocks.back().keys;
    keys.push_back(std::move(key));
    // Valid until the next key or header: nothing is added to `keys` in between.
    m_openList = keys.back().type && isList(*keys.back().type) ? &keys.back() : nullptr;
    return true;
}

} // namespace config
