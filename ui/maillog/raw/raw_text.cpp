// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/raw/raw_text.h"

#include "core/maillog/event.h"
#include "core/maillog/log_line.h"
#include "ui/maillog/message/message_lines.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace ui {

namespace {

std::string_view viewOf(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// The character at an index and how many UTF-16 units it takes.
std::pair<char32_t, int> characterAt(const QString& text, qsizetype index)
{
    const QChar c = text[index];
    const bool isPair = c.isHighSurrogate() && index + 1 < text.size() && text[index + 1].isLowSurrogate();
    return isPair ? std::pair(QChar::surrogateToUcs4(c, text[index + 1]), 2)
                  : std::pair(char32_t(c.unicode()), 1);
}

} // namespace

int cellsOf(char32_t c)
{
    struct Range
    {
        char32_t first;
        char32_t last;
    };

    static constexpr std::array<Range, 11> wide{{{0x1100, 0x115f},
                                                 {0x2e80, 0x303e},
                                                 {0x3041, 0x33ff},
                                                 {0x3400, 0x9fff},
                                                 {0xa000, 0xa4cf},
                                                 {0xac00, 0xd7a3},
                                                 {0xf900, 0xfaff},
                                                 {0xfe30, 0xfe6f},
                                                 {0xff00, 0xff60},
                                                 {0xffe0, 0xffe6},
                                                 {0x1f300, 0x3fffd}}};
    constexpr char32_t firstOther = 0x300;
    if (c < firstOther) {
        return 1;
    }
    const auto category = QChar::category(c);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing) {
        return 0;
    }
    return std::any_of(wide.begin(), wide.end(), [c](const Range& r) { return c >= r.first && c <= r.last; })
               ? 2
               : 1;
}

RawText::RawText(const RawLine& line) : m_bytes(line.bytes)
{
    if (line.nulls > 0) {
        m_text = QChar(0x2400) + QStringLiteral("×%1 ").arg(QLocale().toString(line.nulls));
        m_prefix = m_text.size();
    }
    m_text += decodedLine(viewOf(line.bytes));
    m_isByteEach = m_text.size() - m_prefix == line.bytes.size();
    if (line.isCut) {
        m_text += QChar(0x2026);
    }
    for (qsizetype i = 0; i < m_text.size();) {
        const auto [c, units] = characterAt(m_text, i);
        const int width = cellsOf(c);
        m_isNarrow = m_isNarrow && width == 1 && units == 1;
        m_cells += width;
        i += units;
    }
}

int RawText::cellOf(qsizetype index) const
{
    index = std::min(index, m_text.size());
    if (m_isNarrow) {
        return static_cast<int>(index);
    }
    int cell = 0;
    for (qsizetype i = 0; i < index;) {
        const auto [c, units] = characterAt(m_text, i);
        cell += cellsOf(c);
        i += units;
    }
    return cell;
}

qsizetype RawText::indexOf(int cell) const
{
    if (m_isNarrow) {
        return std::clamp<qsizetype>(cell, 0, m_text.size());
    }
    int at = 0;
    for (qsizetype i = 0; i < m_text.size();) {
        const auto [c, units] = characterAt(m_text, i);
        at += cellsOf(c);
        if (at > cell) {
            return i;
        }
        i += units;
    }
    return m_text.size();
}

qsizetype RawText::indexOfByte(std::size_t byte) const
{
    const auto bytes = static_cast<qsizetype>(byte);
    return m_prefix + (m_isByteEach ? bytes : QString::fromUtf8(m_bytes.left(bytes)).size());
}

std::vector<InkedPiece> RawText::matches(const maillog::Regex& pattern, Ink ink) const
{
    constexpr std::size_t mostShown = 1000;
    std::vector<InkedPiece> found;
    for (std::size_t from = 0; found.size() < mostShown;) {
        const auto match = pattern.find(viewOf(m_bytes), from);
        if (!match) {
            break;
        }
        if (match->length > 0) {
            const auto start = indexOfByte(match->start);
            found.push_back({start, indexOfByte(match->start + match->length) - start, ink, false});
        }
        from = match->start + std::max<std::size_t>(match->length, 1);
    }
    return found;
}

std::vector<InkedPiece> RawText::inks() const
{
    const auto parsed = maillog::parseLogLine(viewOf(m_bytes));
    if (parsed.program.empty()) {
        return {{0, m_text.size(), &Tokens::text, false}};
    }
    const auto textStart = indexOfByte(static_cast<std::size_t>(parsed.text.data() - m_bytes.constData()));
    const auto programStart =
        indexOfByte(static_cast<std::size_t>(parsed.program.data() - m_bytes.constData()));
    std::vector<InkedPiece> pieces{
        {0, programStart, &Tokens::secondaryText, false},
        {programStart, textStart - programStart,
         programInk(
             QString::fromLatin1(parsed.program.data(), static_cast<qsizetype>(parsed.program.size()))),
         false}};
    for (InkedPiece piece : inkedPieces(m_text.mid(textStart))) {
        piece.start += textStart;
        pieces.push_back(piece);
    }
    return pieces;
}

std::optional<Ink> RawText::checkInk() const
{
    const auto stamp = maillog::parseStamp(viewOf(m_bytes));
    const auto line = maillog::parsePolicyLine(viewOf(m_bytes).substr(stamp ? stamp->length : 0),
                                               stamp && stamp->isSyslogProtocol);
    if (!line) {
        return std::nullopt;
    }
    std::string scratch;
    const maillog::Event event = maillog::parseEvent(*line, scratch);
    if (event.kind == maillog::LineKind::Check && event.result) {
        return Ink(*event.result);
    }
    return event.kind == maillog::LineKind::Check || event.kind == maillog::LineKind::Skip
               ? std::optional<Ink>(&Tokens::secondaryText)
               : std::nullopt;
}

} // namespace ui
