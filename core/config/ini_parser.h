// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes to lines, keys and sections after SPEC 1.2; one pass, never fails. Internal to IniDocument.
#pragma once

#include "core/config/ini_document.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace config {

struct IniDocument::Data
{
    std::string bytes;
    std::vector<Line> lines;
    std::vector<Key> keysOutside;
    std::vector<Block> blocks;
    std::vector<Section> sections;
    std::unordered_map<std::string, std::size_t> sectionByName; ///< canonical
    std::size_t crlfLines = 0;
    std::size_t lfLines = 0;
    bool hasByteOrderMark = false;
    bool isText = true;
};

class IniDocument::Parser
{
public:
    [[nodiscard]] static Data parse(std::string bytes);

private:
    explicit Parser(Data& data) noexcept : m_data(data) {}

    void run();
    void readLine(Line& line, std::size_t index);
    [[nodiscard]] bool readHeader(const Line& line, std::size_t index);
    [[nodiscard]] bool readKey(const Line& line, std::size_t index);
    void addBlock(Block block);

    Data& m_data;
    Key* m_openList = nullptr; ///< a list key that an indented line continues
};

/// The mark of an inline comment in bytes [begin, end), where bytes[begin - 1] belongs to the same line
/// (SPEC 1.2): blank and ";" or "#" for enum, list and int keys; blank and ";" for unknown ones, as Python
/// reads them; none in reply texts. `end` when there is none.
[[nodiscard]] std::size_t commentStart(std::string_view bytes, std::size_t begin, std::size_t end,
                                       std::optional<KeyType> type) noexcept;
/// Without white space at both ends; an empty span stays where it was.
[[nodiscard]] ByteSpan trimmedSpan(std::string_view bytes, ByteSpan span) noexcept;

} // namespace config
