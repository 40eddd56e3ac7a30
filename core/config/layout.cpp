// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/layout.h"

#include "core/base/ascii.h"
#include "core/config/ini_parser.h"
#include "core/net/domain_pattern.h"

#include <algorithm>
#include <array>

namespace config::layout {

namespace {

bool isFiller(LineKind kind) noexcept
{
    return kind == LineKind::Blank || kind == LineKind::Comment;
}

std::size_t columnOf(const IniDocument& document, const Key& key, std::size_t position)
{
    return position - document.lines()[key.line].begin;
}

std::optional<std::size_t> controlCharacter(std::string_view text) noexcept
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte < 0x20 && byte != '\t') || byte == 0x7f) {
            return i;
        }
    }
    return std::nullopt;
}

} // namespace

EditPlan removeLines(const IniDocument& document, std::span<const std::size_t> lines)
{
    const std::vector<Line>& all = document.lines();
    EditPlan plan;
    for (std::size_t i = 0; i < lines.size();) {
        const std::size_t first = lines[i];
        std::size_t last = first;
        for (++i; i < lines.size() && lines[i] == last + 1; ++i) {
            last = lines[i];
        }
        std::size_t begin = all[first].begin;
        const std::size_t end = all[last].end;
        const bool lacksNewline = all[last].contentEnd == end;
        if (lacksNewline && first > 0) {
            begin = all[first - 1].contentEnd;
        }
        plan.push_back({begin, end - begin, {}});
    }
    return plan;
}

TextEdit insertBehind(const IniDocument& document, std::size_t line, std::string text)
{
    const Line& found = document.lines()[line];
    if (found.contentEnd == found.end) {
        text.insert(0, document.lineEndText());
    }
    return {found.end, 0, std::move(text)};
}

EditPlan moveLines(const IniDocument& document, std::span<const std::size_t> removed,
                   std::span<const std::size_t> copied, std::size_t behind)
{
    EditPlan plan = removeLines(document, removed);
    if (copied.empty()) {
        return plan;
    }
    TextEdit insertion = insertBehind(document, behind, copyOf(document, copied));
    if (!plan.empty()) {
        // The last lines of a file without final newline take the line end in front of them along.
        TextEdit& last = plan.back();
        if (last.position < insertion.position && insertion.position <= last.position + last.length) {
            const std::string_view lineEnd = document.lineEndText();
            insertion.replacement.erase(insertion.replacement.size() - lineEnd.size());
            last.replacement = std::string(lineEnd) + insertion.replacement;
            return plan;
        }
    }
    plan.push_back(std::move(insertion));
    sortPlan(plan);
    return plan;
}

std::vector<std::size_t> linesOf(const IniDocument& document, const Key& key)
{
    const std::vector<Line>& all = document.lines();
    std::vector<std::size_t> lines{key.line};
    std::size_t i = key.line + 1;
    for (; i < key.endLine; ++i) {
        if (all[i].kind == LineKind::Continuation) {
            lines.push_back(i);
        }
    }
    for (; i < all.size() && (isFiller(all[i].kind) || all[i].kind == LineKind::Unreadable); ++i) {
        const bool isIndented =
            all[i].begin < all[i].contentEnd && base::isSpace(document.bytes()[all[i].begin]);
        if (all[i].kind == LineKind::Unreadable && !isIndented) {
            break;
        }
        if (all[i].kind == LineKind::Unreadable) {
            lines.push_back(i);
        }
    }
    return lines;
}

std::size_t lastContentLine(const IniDocument& document, const Block& block)
{
    std::size_t line = block.endLine - 1;
    while (line > block.line && isFiller(document.lines()[line].kind)) {
        --line;
    }
    return line;
}

std::string copyOf(const IniDocument& document, std::span<const std::size_t> lines)
{
    std::string text;
    for (const std::size_t line : lines) {
        const Line& found = document.lines()[line];
        text += document.text({found.begin, found.end});
        if (found.contentEnd == found.end) {
            text += document.lineEndText();
        }
    }
    return text;
}

std::string keyStart(const IniDocument& document, const Block* block, std::string_view key)
{
    std::string before = " ";
    std::string after = " ";
    if (block != nullptr && !block->keys.empty()) {
        const Key& last = block->keys.back();
        const std::string_view bytes = document.bytes();
        const std::size_t nameEnd = last.nameSpan.end;
        before = bytes.substr(nameEnd, last.separator - nameEnd);
        const bool hasBlank = last.separator + 1 < bytes.size() && base::isBlank(bytes[last.separator + 1]);
        after = hasBlank || !before.empty() ? " " : "";
        // Aligned when two keys of different length have their "=" in one column.
        const std::size_t column = columnOf(document, last, last.separator);
        const bool isAligned = std::any_of(block->keys.begin(), block->keys.end(), [&](const Key& other) {
            return other.nameSpan.size() != last.nameSpan.size() &&
                   columnOf(document, other, other.separator) == column;
        });
        if (isAligned) {
            before.assign(key.size() < column ? column - key.size() : 1, ' ');
        } else if (before.size() > 1) {
            before = " ";
        }
    }
    return std::string(key) + before + '=' + after;
}

std::string keyLine(const IniDocument& document, const Block* block, std::string_view key,
                    std::string_view value)
{
    std::string line = keyStart(document, block, key);
    if (value.empty()) {
        line.resize(line.rfind('=') + 1);
    }
    return line.append(value).append(document.lineEndText());
}

TextEdit appendKeys(const IniDocument& document, std::string_view section,
                    std::span<const std::pair<std::string, std::string>> values)
{
    const Section* found = document.section(section);
    const Block* block = found != nullptr ? &document.blocks()[found->blocks.back()] : nullptr;
    std::string text;
    for (const auto& [key, value] : values) {
        text += keyLine(document, block, key, value);
    }
    if (block != nullptr) {
        return insertBehind(document, lastContentLine(document, *block), std::move(text));
    }
    text.insert(0, '[' + std::string(section) + ']' + std::string(document.lineEndText()));
    return appendBlock(document, std::move(text));
}

TextEdit appendBlock(const IniDocument& document, std::string text)
{
    const std::vector<Line>& lines = document.lines();
    if (lines.empty()) {
        return {document.bytes().size(), 0, std::move(text)};
    }
    if (lines.back().kind != LineKind::Blank) {
        text.insert(0, document.lineEndText());
    }
    return insertBehind(document, lines.size() - 1, std::move(text));
}

EditPlan replaceValue(const IniDocument& document, const Key& key, std::string_view value)
{
    const std::string_view bytes = document.bytes();
    if (document.text(key.value) == value) {
        return {};
    }
    const std::size_t lineEnd = document.lines()[key.line].contentEnd;
    const auto comment = document.inlineComment(key, key.line);
    if (comment) {
        const std::string_view gap = bytes.substr(key.value.end, comment->begin - key.value.end);
        const bool isPadded = gap.size() > 1 && gap.find_first_not_of(' ') == std::string_view::npos;
        std::string text(value);
        if (isPadded) {
            const std::size_t width = key.value.size() + gap.size();
            text.append(value.size() < width ? width - value.size() : 1, ' ');
        } else {
            text.append(gap.empty() || !base::isSpace(gap.front()) ? " " : gap);
        }
        if (value.empty() && !base::isBlank(bytes[key.value.begin - 1]) && !base::isBlank(text.front())) {
            text.insert(0, " ");
        }
        return {{key.value.begin, comment->begin - key.value.begin, std::move(text)}};
    }
    if (value.empty()) {
        return {{key.separator + 1, key.value.end - key.separator - 1, {}}};
    }
    if (key.value.isEmpty()) {
        const bool wantsBlank =
            key.value.begin == key.separator + 1 && base::isBlank(bytes[key.separator - 1]);
        return {{key.value.begin, lineEnd - key.value.begin, (wantsBlank ? " " : "") + std::string(value)}};
    }
    return {{key.value.begin, key.value.size(), std::string(value)}};
}

EditPlan replaceWholeValue(const IniDocument& document, const Key& key, std::string_view value)
{
    EditPlan plan = replaceValue(document, key, value);
    const std::vector<std::size_t> lines = linesOf(document, key);
    const EditPlan removed = removeLines(document, std::span(lines).subspan(1));
    plan.insert(plan.end(), removed.begin(), removed.end());
    return plan;
}

EditPlan removeItem(const IniDocument& document, const Key& key, std::span<const ListItem> items,
                    std::size_t index)
{
    const ListItem& item = items[index];
    if (index + 1 < items.size() && items[index + 1].line == item.line) {
        return {{item.span.begin, items[index + 1].span.begin - item.span.begin, {}}};
    }
    if (index > 0 && items[index - 1].line == item.line) {
        return {{items[index - 1].span.end, item.span.end - items[index - 1].span.end, {}}};
    }
    if (item.line != key.line) {
        return removeLines(document, std::array{item.line});
    }
    return replaceValue(document, key, {});
}

void sortPlan(EditPlan& plan)
{
    // An insertion stands in front of what is removed at its place.
    std::stable_sort(plan.begin(), plan.end(), [](const TextEdit& a, const TextEdit& b) {
        return std::pair(a.position, a.position + a.length) < std::pair(b.position, b.position + b.length);
    });
}

std::optional<EditError> checkText(const IniDocument& document)
{
    return document.isText() ? std::nullopt : std::optional(EditError{EditError::Code::NotText, 0});
}

std::optional<EditError> checkKeyName(std::string_view name)
{
    const auto control = controlCharacter(name);
    if (control) {
        return EditError{EditError::Code::BadKeyName, *control};
    }
    const bool isTrimmed = !name.empty() && name == trimmedText(name);
    const bool isMarked = isTrimmed && std::string_view("[#;").find(name.front()) != std::string_view::npos;
    const auto separator = name.find_first_of("=:;#");
    if (!isTrimmed || isMarked || separator != std::string_view::npos) {
        return EditError{EditError::Code::BadKeyName, isTrimmed && !isMarked ? separator : 0};
    }
    return std::nullopt;
}

std::optional<EditError> checkSectionName(std::string_view name)
{
    const auto position = controlCharacter(name).value_or(name.find_first_of("[];#"));
    if (trimmedText(name).empty() || position != std::string_view::npos) {
        return EditError{EditError::Code::BadSectionName, position == std::string_view::npos ? 0 : position};
    }
    return std::nullopt;
}

std::optional<EditError> checkValue(std::string_view value, std::optional<KeyType> type)
{
    if (const auto control = controlCharacter(value)) {
        return EditError{EditError::Code::BadValue, *control};
    }
    if (type == KeyType::Reply) {
        return std::nullopt;
    }
    // A mark at the front would stand behind the blank after "=".
    const bool startsWithMark = !value.empty() && (value[0] == ';' || (value[0] == '#' && type.has_value()));
    const std::size_t mark = startsWithMark ? 0 : commentStart(value, 0, value.size(), type);
    return mark < value.size() ? std::optional(EditError{EditError::Code::BadValue, mark}) : std::nullopt;
}

std::optional<EditError> checkItem(std::string_view item)
{
    const auto isBreak = [](char c) { return c == ',' || base::isSpace(c); };
    const auto found = std::find_if(item.begin(), item.end(), isBreak);
    if (item.empty() || found != item.end()) {
        return EditError{EditError::Code::BadValue, static_cast<std::size_t>(found - item.begin())};
    }
    return checkValue(item, KeyType::DomainList);
}

std::string_view trimmedText(std::string_view text) noexcept
{
    constexpr std::array<std::string_view, 9> wide{"\xC2\x85",     "\xC2\xA0",     "\xE1\x9A\x80",
                                                   "\xE2\x80\xA8", "\xE2\x80\xA9", "\xE2\x80\xAF",
                                                   "\xE2\x81\x9F", "\xE3\x80\x80", "\xE2\x80\x83"};
    std::size_t before = 0;
    do {
        before = text.size();
        text = base::trimmed(text);
        for (const std::string_view blank : wide) {
            if (text.starts_with(blank)) {
                text.remove_prefix(blank.size());
            }
            if (text.ends_with(blank)) {
                text.remove_suffix(blank.size());
            }
        }
    } while (text.size() != before);
    return text;
}

std::string itemAsWritten(std::string_view item, KeyType type)
{
    const bool isAscii = detectEncoding(item) == Encoding::Ascii;
    if (type == KeyType::DomainList && !isAscii) {
        if (const auto pattern = net::DomainPattern::parse(item)) {
            return pattern->canonical();
        }
    }
    return std::string(item);
}

} // namespace config::layout
