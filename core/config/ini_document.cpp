// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ini_document.h"

#include "core/base/ascii.h"
#include "core/config/ini_parser.h"

#include <algorithm>
#include <utility>

namespace config {

IniDocument::IniDocument()
{
    static const auto empty = std::make_shared<const Data>();
    m_data = empty;
}

IniDocument::IniDocument(std::shared_ptr<const Data> data) noexcept : m_data(std::move(data)) {}

IniDocument IniDocument::parse(std::string bytes)
{
    return IniDocument(std::make_shared<const Data>(Parser::parse(std::move(bytes))));
}

const std::string& IniDocument::bytes() const noexcept
{
    return m_data->bytes;
}

const std::vector<Line>& IniDocument::lines() const noexcept
{
    return m_data->lines;
}

std::string_view IniDocument::text(const ByteSpan& span) const noexcept
{
    return std::string_view(m_data->bytes).substr(span.begin, span.size());
}

std::string_view IniDocument::lineText(std::size_t line) const noexcept
{
    const Line& found = m_data->lines[line];
    return text({found.begin, found.contentEnd});
}

std::size_t IniDocument::lineAt(std::size_t position) const noexcept
{
    const std::vector<Line>& lines = m_data->lines;
    const auto after =
        std::upper_bound(lines.begin(), lines.end(), position,
                         [](std::size_t value, const Line& line) { return value < line.begin; });
    return after == lines.begin() ? 0 : static_cast<std::size_t>(after - lines.begin()) - 1;
}

Place IniDocument::placeOf(std::size_t position) const noexcept
{
    if (m_data->lines.empty()) {
        return {};
    }
    const std::size_t line = lineAt(position);
    const std::size_t begin = m_data->lines[line].begin;
    return {line + 1, position > begin ? position - begin + 1 : 1};
}

bool IniDocument::hasByteOrderMark() const noexcept
{
    return m_data->hasByteOrderMark;
}

bool IniDocument::isText() const noexcept
{
    return m_data->isText;
}

LineEnding IniDocument::lineEnding() const noexcept
{
    return m_data->crlfLines > m_data->lfLines ? LineEnding::CrLf : LineEnding::Lf;
}

std::string_view IniDocument::lineEndText() const noexcept
{
    return lineEnding() == LineEnding::CrLf ? "\r\n" : "\n";
}

const std::vector<Block>& IniDocument::blocks() const noexcept
{
    return m_data->blocks;
}

const std::vector<Key>& IniDocument::keysOutside() const noexcept
{
    return m_data->keysOutside;
}

const std::vector<Section>& IniDocument::sections() const noexcept
{
    return m_data->sections;
}

const Section* IniDocument::section(std::string_view name) const
{
    return sectionByCanonicalName(classifySection(name).canonical);
}

const Section* IniDocument::sectionByCanonicalName(std::string_view canonical) const
{
    const auto found = m_data->sectionByName.find(std::string(canonical));
    return found == m_data->sectionByName.end() ? nullptr : &m_data->sections[found->second];
}

const Key* IniDocument::key(std::string_view section, std::string_view key) const
{
    const Section* found = this->section(section);
    return found != nullptr ? this->key(*found, key) : nullptr;
}

const Key* IniDocument::key(const Section& section, std::string_view key) const noexcept
{
    for (auto block = section.blocks.rbegin(); block != section.blocks.rend(); ++block) {
        const std::vector<Key>& keys = m_data->blocks[*block].keys;
        const auto found = std::find_if(keys.rbegin(), keys.rend(), [key](const Key& candidate) {
            return base::equalsIgnoreCase(candidate.name, key);
        });
        if (found != keys.rend()) {
            return &*found;
        }
    }
    return nullptr;
}

std::vector<ByteSpan> IniDocument::valueParts(const Key& key) const
{
    const std::string_view bytes = m_data->bytes;
    const ByteSpan lines{key.separator, m_data->lines[key.endLine - 1].contentEnd};
    // Most lists have no comments: looking for a mark once is quicker than line by line.
    const bool hasMarks =
        text(lines).find(';') != std::string_view::npos || text(lines).find('#') != std::string_view::npos;
    std::vector<ByteSpan> parts{key.value};
    parts.reserve(key.endLine - key.line);
    for (std::size_t i = key.line + 1; i < key.endLine; ++i) {
        const Line& line = m_data->lines[i];
        if (line.kind == LineKind::Continuation) {
            const std::size_t end =
                hasMarks ? commentStart(bytes, line.begin, line.contentEnd, key.type) : line.contentEnd;
            parts.push_back(trimmedSpan(bytes, {line.begin, end}));
        }
    }
    return parts;
}

std::string IniDocument::value(const Key& key) const
{
    if (key.endLine == key.line + 1) {
        return std::string(text(key.value));
    }
    std::string joined;
    for (const ByteSpan& part : valueParts(key)) {
        if (!joined.empty() && !part.isEmpty()) {
            joined += ' ';
        }
        joined += text(part);
    }
    return joined;
}

std::optional<ByteSpan> IniDocument::inlineComment(const Key& key, std::size_t line) const
{
    const Line& found = m_data->lines[line];
    const std::size_t begin = line == key.line ? key.separator + 1 : found.begin;
    const std::size_t mark = commentStart(m_data->bytes, begin, found.contentEnd, key.type);
    return mark == found.contentEnd ? std::nullopt : std::optional(ByteSpan{mark, found.contentEnd});
}

std::vector<ListItem> IniDocument::items(const Key& key) const
{
    const std::string_view bytes = m_data->bytes;
    const auto isSeparator = [](char c) { return c == ',' || base::isSpace(c); };
    const std::vector<ByteSpan> parts = valueParts(key);
    std::vector<ListItem> items;
    items.reserve(parts.size());
    std::size_t line = key.line;
    for (const ByteSpan& part : parts) {
        for (; line + 1 < key.endLine && m_data->lines[line].end <= part.begin; ++line) {
        }
        std::size_t position = part.begin;
        while (position < part.end) {
            if (isSeparator(bytes[position])) {
                ++position;
                continue;
            }
            ByteSpan span{position, position};
            while (span.end < part.end && !isSeparator(bytes[span.end])) {
                ++span.end;
            }
            items.push_back({text(span), span, line});
            position = span.end;
        }
    }
    return items;
}

} // namespace config
