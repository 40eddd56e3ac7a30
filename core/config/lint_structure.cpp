// SPDX-License-Identifier: GPL-3.0-or-later
// CFG-001 to 009, 020 and 042: lines, sections and key names.
#include "core/base/ascii.h"
#include "core/config/linter.h"

#include <array>
#include <unordered_map>

namespace config {

void Linter::checkKeysOutside()
{
    const std::vector<Key>& keys = m_document.keysOutside();
    for (const Key& key : keys) {
        Finding& finding = report(Rule::KeyOutsideSection, key.nameSpan, {nullptr, &key}, {key.name});
        if (findKey(SectionKind::Globals, key.name) == nullptr) {
            continue;
        }
        if (m_document.section("globals") != nullptr) {
            addMoveFix(finding, key);
        } else {
            const std::string header = "[globals]" + std::string(m_document.lineEndText());
            addFix(finding, FixCode::MoveToGlobals, {key.name},
                   {{m_document.lines()[keys.front().line].begin, 0, header}});
        }
    }
    for (const Key& key : keys) {
        checkPercent(nullptr, key);
    }
}

/// Moves the lines of a key to the end of [globals], unless it is set there already.
void Linter::addMoveFix(Finding& finding, const Key& key)
{
    const Section* globals = m_document.section("globals");
    if (globals == nullptr || m_document.key(*globals, key.name) != nullptr) {
        return;
    }
    const std::vector<std::size_t> lines = layout::linesOf(m_document, key);
    const Block& block = m_document.blocks()[globals->blocks.back()];
    EditPlan plan = layout::moveLines(m_document, lines, lines, layout::lastContentLine(m_document, block));
    addFix(finding, FixCode::MoveToGlobals, {key.name}, std::move(plan));
}

void Linter::checkBlocks()
{
    for (const Section& section : m_document.sections()) {
        for (std::size_t nth = 1; nth < section.blocks.size(); ++nth) {
            checkDuplicateBlock(section, nth);
        }
    }
    for (const Block& block : m_document.blocks()) {
        checkSectionName(block);
        checkDuplicateKeys(block);
        for (const Key& key : block.keys) {
            checkKeyName(block, key);
            checkPercent(&block, key);
            checkHashComments(&block, key);
            checkSemicolon(block, key);
        }
    }
}

void Linter::checkDuplicateBlock(const Section& section, std::size_t nth)
{
    const Block& block = m_document.blocks()[section.blocks[nth]];
    const Block& previous = m_document.blocks()[section.blocks[nth - 1]];
    Finding& finding = report(Rule::DuplicateSection, block.nameSpan, {&block, nullptr}, {block.name});
    const std::size_t last = layout::lastContentLine(m_document, block);
    std::vector<std::size_t> body;
    bool isPlain = true; // a broken line could change its meaning in another place
    for (std::size_t line = block.line + 1; line <= last; ++line) {
        body.push_back(line);
        isPlain = isPlain && m_document.lines()[line].kind != LineKind::Unreadable;
    }
    if (block.name != previous.name) {
        addFix(finding, FixCode::RenameSection, {previous.name},
               {{block.nameSpan.begin, block.nameSpan.size(), previous.name}});
    } else if (isPlain && block.junk == 0) {
        std::vector<std::size_t> removed{block.line};
        removed.insert(removed.end(), body.begin(), body.end());
        for (std::size_t line = last + 1; line < block.endLine; ++line) {
            if (m_document.lines()[line].kind != LineKind::Blank) {
                break;
            }
            removed.push_back(line);
        }
        const std::size_t behind = layout::lastContentLine(m_document, previous);
        EditPlan plan = layout::moveLines(m_document, removed, body, behind);
        addFix(finding, FixCode::MergeSections, {block.name}, std::move(plan), true);
    }
}

void Linter::checkSectionName(const Block& block)
{
    const Where where{&block, nullptr};
    const auto addRename = [&](Finding& finding, std::string_view name, bool isSafe) {
        addFix(finding, FixCode::RenameSection, {std::string(name)},
               {{block.nameSpan.begin, block.nameSpan.size(), std::string(name)}}, isSafe);
    };
    if (block.kind == SectionKind::Default) {
        addRename(report(Rule::DefaultSection, block.nameSpan, where, {block.name}), "globals", false);
    } else if (block.kind == SectionKind::Unknown) {
        Finding& finding = report(Rule::UnknownSection, block.nameSpan, where, {block.name});
        const auto nearest =
            nearestWord(block.name, std::array<std::string_view, 2>{"globals", "enforce_actions"});
        if (!nearest.empty()) {
            addRename(finding, nearest, false);
        }
    } else if (block.kind == SectionKind::Globals && base::equalsIgnoreCase(block.name, "global")) {
        // Beside a [globals] section the finding is CFG-002 (SPEC A1).
        const Section& section = *m_document.sectionByCanonicalName(block.canonical);
        for (const std::size_t index : section.blocks) {
            if (!base::equalsIgnoreCase(m_document.blocks()[index].name, "global")) {
                return;
            }
        }
        addRename(report(Rule::GlobalSpelling, block.nameSpan, where, {block.name}), "globals", true);
    }
}

void Linter::checkDuplicateKeys(const Block& block)
{
    std::unordered_map<std::string_view, const Key*> seen;
    for (const Key& key : block.keys) {
        const auto [place, isNew] = seen.try_emplace(key.name, &key);
        if (isNew) {
            continue;
        }
        Finding& finding = report(Rule::DuplicateKey, key.nameSpan, {&block, &key}, {key.name});
        const std::vector<std::size_t> lines = layout::linesOf(m_document, *place->second);
        bool isPlain = true;
        for (const std::size_t line : lines) {
            isPlain = isPlain && m_document.lines()[line].kind != LineKind::Unreadable;
        }
        addFix(finding, FixCode::RemoveEarlier, {key.name}, layout::removeLines(m_document, lines), isPlain);
        place->second = &key;
    }
}

void Linter::checkUnreadableLines()
{
    const std::string_view bytes = m_document.bytes();
    std::size_t next = 0; // block behind the line
    const std::vector<Block>& blocks = m_document.blocks();
    for (std::size_t i = 0; i < m_document.lines().size(); ++i) {
        const Line& line = m_document.lines()[i];
        while (next < blocks.size() && blocks[next].line <= i) {
            ++next;
        }
        const Block* block = next > 0 ? &blocks[next - 1] : nullptr;
        if (line.kind == LineKind::Section && block->junk != 0) {
            const ByteSpan span{block->junk, line.contentEnd};
            Finding& finding = report(Rule::UnreadableLine, span, {block, nullptr}, {std::to_string(i + 1)});
            finding.variant = Variant::JunkAfterHeader;
            const std::size_t close = bytes.find(']', block->nameSpan.end);
            addFix(finding, FixCode::RemoveJunk, {std::string(m_document.text(span))},
                   {{close + 1, line.contentEnd - close - 1, {}}});
        }
        if (line.kind != LineKind::Unreadable) {
            continue;
        }
        const std::size_t start = bytes.find_first_not_of(" \t\v\f\r", line.begin);
        Finding& finding =
            report(Rule::UnreadableLine, {start, line.contentEnd}, {block, nullptr}, {std::to_string(i + 1)});
        addFix(finding, FixCode::CommentOut, {}, {{line.begin, 0, "# "}});
        const std::string_view text = bytes.substr(start, line.contentEnd - start);
        if (start > line.begin && text.find_first_of("=:") != std::string_view::npos) {
            addFix(finding, FixCode::RemoveIndent, {}, {{line.begin, start - line.begin, {}}});
        }
    }
}

void Linter::checkKeyName(const Block& block, const Key& key)
{
    const bool isJudged = block.kind != SectionKind::Default && block.kind != SectionKind::Unknown;
    if (!isJudged || findKey(block.kind, key.name) != nullptr) {
        return;
    }
    const Where where{&block, &key};
    if (block.kind == SectionKind::Domain && key.type) {
        Finding& finding = report(Rule::NoEffectInDomain, key.nameSpan, where, {key.name});
        addMoveFix(finding, key);
        addFix(finding, FixCode::RemoveKey, {key.name},
               layout::removeLines(m_document, layout::linesOf(m_document, key)));
        return;
    }
    std::vector<std::string_view> known;
    for (const KeySchema& entry : keysOf(block.kind)) {
        known.push_back(entry.key);
    }
    const std::string_view nearest = key.type ? std::string_view() : nearestWord(key.name, known);
    Finding& finding = report(Rule::UnknownKey, key.nameSpan, where, {key.name, std::string(nearest)});
    if (nearest.empty()) {
        finding.variant = Variant::NoSuggestion;
    } else {
        addFix(finding, FixCode::RenameKey, {std::string(nearest)},
               {{key.nameSpan.begin, key.nameSpan.size(), std::string(nearest)}});
    }
    if (key.type) { // known, but in [globals]
        addMoveFix(finding, key);
    }
}

bool Linter::isWrittenWith(const Key& key, char mark) const
{
    const std::size_t end = m_document.lines()[key.endLine - 1].contentEnd;
    return m_document.text({key.separator, end}).find(mark) != std::string_view::npos;
}

void Linter::checkPercent(const Block* block, const Key& key)
{
    const std::string_view bytes = m_document.bytes();
    if (!isWrittenWith(key, '%')) {
        return;
    }
    EditPlan doubled;
    for (const ByteSpan& part : m_document.valueParts(key)) {
        for (std::size_t i = part.begin; i < part.end; ++i) {
            if (bytes[i] != '%') {
                continue;
            }
            if (i + 1 < part.end && bytes[i + 1] == '%') {
                ++i; // already a pair
            } else {
                doubled.push_back({i, 0, "%"});
            }
        }
    }
    if (!doubled.empty()) {
        const std::size_t first = doubled.front().position;
        Finding& finding = report(Rule::PercentSign, {first, first + 1}, {block, &key});
        addFix(finding, FixCode::EscapePercent, {}, std::move(doubled));
    }
}

void Linter::checkHashComments(const Block* block, const Key& key)
{
    if (!key.type || *key.type == KeyType::Reply || !isWrittenWith(key, '#')) {
        return;
    }
    for (const ByteSpan& part : m_document.valueParts(key)) {
        const std::size_t lineIndex = m_document.lineAt(part.begin);
        const Line& line = m_document.lines()[lineIndex];
        const auto comment = m_document.inlineComment(key, lineIndex);
        if (!comment || m_document.bytes()[comment->begin] != '#') {
            continue;
        }
        Finding& finding = report(Rule::HashComment, *comment, {block, &key});
        const std::size_t end = part.isEmpty() ? key.separator + 1 : part.end;
        const std::string text(base::trimmed(m_document.text(*comment)));
        addFix(
            finding, FixCode::MoveComment, {},
            {{line.begin, 0, text + std::string(m_document.lineEndText())}, {end, line.contentEnd - end, {}}},
            true);
    }
}

} // namespace config
