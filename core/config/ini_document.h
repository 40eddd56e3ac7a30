// SPDX-License-Identifier: GPL-3.0-or-later
// config.ini as a lossless document (SPEC 1.2): the bytes are the truth, lines and keys are a view of them.
// A value: copies share one buffer, an edit makes a new document (edits.h).
#pragma once

#include "core/config/schema.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace config {

/// Bytes [begin, end) of the document.
struct ByteSpan
{
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] std::size_t size() const noexcept { return end - begin; }

    [[nodiscard]] bool isEmpty() const noexcept { return begin == end; }

    friend bool operator==(const ByteSpan&, const ByteSpan&) = default;
};

enum class LineKind : std::uint8_t { Blank, Comment, Section, Key, Continuation, Unreadable };

struct Line
{
    LineKind kind = LineKind::Blank;
    std::size_t begin = 0;      ///< after the byte order mark on the first line
    std::size_t contentEnd = 0; ///< before CR LF or LF
    std::size_t end = 0;        ///< after it
};

/// One "key = value" with its continuation lines.
struct Key
{
    std::string name; ///< lower case
    ByteSpan nameSpan;
    std::size_t separator = 0; ///< place of "=" or ":"
    ByteSpan value; ///< on the key's own line, trimmed, without inline comment; empty: where one would stand
    std::size_t line = 0;
    std::size_t endLine = 0; ///< after the last continuation line; blank and comment lines may lie between
    std::optional<KeyType> type; ///< nothing for unknown keys
};

/// One [header] with its lines.
struct Block
{
    SectionKind kind = SectionKind::Unknown;
    std::string name;      ///< as written, trimmed
    std::string canonical; ///< blocks of one canonical name are one section
    ByteSpan nameSpan;     ///< trimmed
    std::size_t junk = 0;  ///< place of text after "]" that is no comment; 0 when there is none
    std::size_t line = 0;
    std::size_t endLine = 0; ///< line of the next header, or the number of lines
    std::vector<Key> keys;
};

/// All blocks of one name, merged: later keys win.
struct Section
{
    SectionKind kind = SectionKind::Unknown;
    std::string name; ///< first spelling
    std::string canonical;
    std::vector<std::size_t> blocks; ///< in file order
};

struct ListItem
{
    std::string_view text;
    ByteSpan span;
    std::size_t line = 0;
};

enum class Encoding : std::uint8_t { Ascii, Utf8, ShiftJis, EucJp, Latin1 };
enum class LineEnding : std::uint8_t { Lf, CrLf };

/// UTF-8, else Shift_JIS or EUC-JP when the bytes are well formed in it, else Latin-1. Decoding is the
/// caller's.
[[nodiscard]] Encoding detectEncoding(std::string_view bytes) noexcept;

/// Line and byte column, both from 1.
struct Place
{
    std::size_t line = 1;
    std::size_t column = 1;
    friend bool operator==(const Place&, const Place&) = default;
};

class IniDocument
{
public:
    /// An empty file.
    IniDocument();
    /// Any bytes at all: bytes(parse(x)) == x.
    [[nodiscard]] static IniDocument parse(std::string bytes);

    [[nodiscard]] const std::string& bytes() const noexcept;
    [[nodiscard]] const std::vector<Line>& lines() const noexcept;
    [[nodiscard]] std::string_view text(const ByteSpan& span) const noexcept;
    /// Without its line end.
    [[nodiscard]] std::string_view lineText(std::size_t line) const noexcept;
    [[nodiscard]] std::size_t lineAt(std::size_t position) const noexcept;
    [[nodiscard]] Place placeOf(std::size_t position) const noexcept;
    [[nodiscard]] bool hasByteOrderMark() const noexcept;
    /// False for UTF-16, UTF-32 and whatever else holds NUL bytes: no edit of lines fits in there.
    [[nodiscard]] bool isText() const noexcept;
    /// The majority; LF when there is none.
    [[nodiscard]] LineEnding lineEnding() const noexcept;
    [[nodiscard]] std::string_view lineEndText() const noexcept;

    /// In file order.
    [[nodiscard]] const std::vector<Block>& blocks() const noexcept;
    /// Keys before any section (CFG-001).
    [[nodiscard]] const std::vector<Key>& keysOutside() const noexcept;
    /// Merged, in the order of first appearance.
    [[nodiscard]] const std::vector<Section>& sections() const noexcept;
    /// By any spelling ("global", "[*EXAMPLE.com]" as "*EXAMPLE.com"); null when absent.
    [[nodiscard]] const Section* section(std::string_view name) const;
    [[nodiscard]] const Section* sectionByCanonicalName(std::string_view canonical) const;
    /// The occurrence that counts: the last one of the merged section. Null when it is not set.
    [[nodiscard]] const Key* key(std::string_view section, std::string_view key) const;
    [[nodiscard]] const Key* key(const Section& section, std::string_view key) const noexcept;

    /// The value as the product reads it; continuation lines of a list are joined with a blank.
    [[nodiscard]] std::string value(const Key& key) const;
    /// The parts of the value with their places: one for the key's own line, one for each continuation line.
    [[nodiscard]] std::vector<ByteSpan> valueParts(const Key& key) const;
    /// The inline comment of a key or continuation line, from its mark; nothing when there is none.
    [[nodiscard]] std::optional<ByteSpan> inlineComment(const Key& key, std::size_t line) const;
    [[nodiscard]] std::vector<ListItem> items(const Key& key) const;

    /// The same bytes.
    friend bool operator==(const IniDocument& a, const IniDocument& b) noexcept
    {
        return a.m_data == b.m_data || a.bytes() == b.bytes();
    }

private:
    struct Data;
    class Parser;
    explicit IniDocument(std::shared_ptr<const Data> data) noexcept;
    std::shared_ptr<const Data> m_data;
};

} // namespace config
