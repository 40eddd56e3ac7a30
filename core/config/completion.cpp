// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/completion.h"

#include "core/base/ascii.h"
#include "core/config/layout.h"
#include "core/config/values.h"

#include <algorithm>
#include <array>

namespace config {

namespace {

bool isWordCharacter(char c) noexcept
{
    return base::isAlnum(c) || c == '_';
}

/// One place in one line.
class Position
{
public:
    Position(const IniDocument& document, std::size_t offset)
        : m_document(document), m_offset(std::min(offset, document.bytes().size()))
    {
        const std::vector<Line>& lines = document.lines();
        m_number = document.lineAt(m_offset);
        const bool isBehindAll = lines.empty() || (m_offset == document.bytes().size() &&
                                                   lines.back().contentEnd != lines.back().end);
        if (isBehindAll) {
            m_number = lines.size();
            m_line = {LineKind::Blank, m_offset, m_offset, m_offset};
        } else {
            m_line = lines[m_number];
        }
        const std::vector<Block>& blocks = document.blocks();
        const auto behind = std::partition_point(
            blocks.begin(), blocks.end(), [this](const Block& block) { return block.line < m_number; });
        m_block = behind == blocks.begin() ? nullptr : &*std::prev(behind);
    }

    [[nodiscard]] Completion completion() const
    {
        if (m_offset < m_line.begin || m_offset > m_line.contentEnd) {
            return {};
        }
        if (m_line.begin < m_line.contentEnd && m_document.bytes()[m_line.begin] == '[') {
            return sections();
        }
        if (m_block == nullptr) {
            return {};
        }
        const auto key =
            std::ranges::find(m_block->keys, m_number, [](const config::Key& each) { return each.line; });
        if (key != m_block->keys.end() && m_offset > key->separator) {
            return values(*key);
        }
        return std::ranges::all_of(text(m_line.begin, m_offset), isWordCharacter) ? keys() : Completion();
    }

private:
    [[nodiscard]] std::string_view text(std::size_t begin, std::size_t end) const
    {
        return m_document.text({begin, end});
    }

    [[nodiscard]] std::size_t wordEnd() const
    {
        const std::string_view rest = text(m_offset, m_line.contentEnd);
        const auto end = std::ranges::find_if_not(rest, isWordCharacter);
        return m_offset + static_cast<std::size_t>(end - rest.begin());
    }

    /// Of a header without its bracket: all up to a comment was to be the name.
    [[nodiscard]] std::size_t openNameEnd() const
    {
        std::size_t end = m_offset;
        while (end < m_line.contentEnd) {
            const char c = m_document.bytes()[end];
            if ((c == ';' || c == '#') && base::isBlank(m_document.bytes()[end - 1])) {
                break;
            }
            ++end;
        }
        while (end > m_offset && base::isBlank(m_document.bytes()[end - 1])) {
            --end;
        }
        return end;
    }

    [[nodiscard]] Completion sections() const
    {
        const std::string_view line = text(m_line.begin, m_line.contentEnd);
        const std::size_t close = line.find(']');
        const bool isClosed = close != std::string_view::npos;
        const std::size_t end = isClosed ? m_line.begin + close : openNameEnd();
        std::size_t begin = m_line.begin + 1;
        while (begin < end && base::isBlank(m_document.bytes()[begin])) {
            ++begin;
        }
        if (m_offset < begin || m_offset > end) {
            return {};
        }
        Completion found{CompletionKind::Section, {begin, end}, 0, false, {}};
        for (const auto& [name, kind] : {std::pair("globals", SectionKind::Globals),
                                         std::pair("enforce_actions", SectionKind::EnforceActions)}) {
            const bool isThere = std::ranges::any_of(m_document.blocks(), [&](const Block& block) {
                return block.kind == kind && block.line != m_number;
            });
            if (!isThere) {
                found.candidates.push_back(
                    {name, std::string(name) + (isClosed ? "" : "]"), kind, nullptr, {}});
            }
        }
        return narrowed(std::move(found), isClosed);
    }

    [[nodiscard]] Completion keys() const
    {
        Completion found{CompletionKind::Key, {m_line.begin, wordEnd()}, 0, false, {}};
        const std::string_view rest = base::trimmed(text(found.span.end, m_line.contentEnd));
        if (!rest.empty() && rest.front() != '=' && rest.front() != ':') {
            return {};
        }
        for (const KeySchema& key : keysOf(m_block->kind)) {
            if (isSetElsewhere(key.key)) {
                continue;
            }
            found.candidates.push_back(
                {std::string(key.key),
                 rest.empty() ? layout::keyStart(m_document, m_block, key.key) : std::string(key.key),
                 m_block->kind, &key, fieldValue(m_document, m_block->canonical, key.key).defaultValue});
        }
        return narrowed(std::move(found), !rest.empty());
    }

    [[nodiscard]] bool isSetElsewhere(std::string_view key) const
    {
        const Section* section = m_document.sectionByCanonicalName(m_block->canonical);
        return std::ranges::any_of(section->blocks, [&](std::size_t index) {
            return std::ranges::any_of(m_document.blocks()[index].keys, [&](const config::Key& each) {
                return each.line != m_number && each.name == key;
            });
        });
    }

    [[nodiscard]] Completion values(const config::Key& key) const
    {
        const KeySchema* schema = findKey(m_block->kind, key.name);
        const auto comment = m_document.inlineComment(key, key.line);
        const std::size_t end = comment ? comment->begin : m_line.contentEnd;
        const bool isEmpty = key.value.isEmpty();
        if (schema == nullptr || m_offset > (isEmpty ? end : key.value.end)) {
            return {};
        }
        Completion found{CompletionKind::Value, key.value, 0, false, {}};
        std::string before;
        if (isEmpty) {
            found.span = {m_offset, m_offset};
            const std::string_view bytes = m_document.bytes();
            const bool isAtSeparator = m_offset == key.separator + 1;
            before = isAtSeparator && base::isBlank(bytes[key.separator - 1]) ? " " : "";
        } else if (m_offset < key.value.begin) {
            return {};
        }
        const std::string behind = isEmpty && comment && m_offset == end ? " " : "";
        const std::string defaultValue = fieldValue(m_document, m_block->canonical, key.name).defaultValue;
        for (const std::string_view word : allowedValues(*schema)) {
            std::string text = before + std::string(word) + behind;
            found.candidates.push_back(
                {std::string(word), std::move(text), m_block->kind, schema, defaultValue});
        }
        return narrowed(std::move(found), true);
    }

    /// `isFinished`: nothing would be added behind the word.
    [[nodiscard]] Completion narrowed(Completion found, bool isFinished) const
    {
        found.typed = m_offset - found.span.begin;
        const std::string_view word = m_document.text(found.span);
        found.isWhole = isFinished && std::ranges::any_of(found.candidates, [&](const Candidate& each) {
                            return base::equalsIgnoreCase(each.word, word);
                        });
        if (!found.isWhole) {
            const std::string_view typed = word.substr(0, found.typed);
            std::erase_if(found.candidates, [&](const Candidate& each) {
                return !base::startsWithIgnoreCase(each.word, typed);
            });
        }
        return found;
    }

    const IniDocument& m_document;
    std::size_t m_offset;
    std::size_t m_number = 0;
    Line m_line;
    const Block* m_block = nullptr; ///< the header above
};

} // namespace

Completion completionAt(const IniDocument& document, std::size_t offset)
{
    return Position(document, offset).completion();
}

} // namespace config
