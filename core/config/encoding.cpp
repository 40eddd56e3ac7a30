// SPDX-License-Identifier: GPL-3.0-or-later
// Telling encodings apart by well-formedness alone (SPEC 1.2).
#include "core/config/ini_document.h"

namespace config {

namespace {

using Byte = unsigned char;

constexpr bool within(Byte byte, int low, int high) noexcept
{
    return byte >= low && byte <= high;
}

/// Length of the well-formed sequence at the front, or 0.
std::size_t utf8Length(std::string_view text) noexcept
{
    const auto at = [text](std::size_t i) { return i < text.size() ? static_cast<Byte>(text[i]) : Byte{0}; };
    const auto isTail = [&](std::size_t i) { return within(at(i), 0x80, 0xbf); };
    const Byte lead = at(0);
    if (lead < 0x80) {
        return 1;
    }
    if (within(lead, 0xc2, 0xdf)) {
        return isTail(1) ? 2 : 0;
    }
    if (within(lead, 0xe0, 0xef)) {
        const int low = lead == 0xe0 ? 0xa0 : 0x80;
        const int high = lead == 0xed ? 0x9f : 0xbf; // no surrogates
        return within(at(1), low, high) && isTail(2) ? 3 : 0;
    }
    if (within(lead, 0xf0, 0xf4)) {
        const int low = lead == 0xf0 ? 0x90 : 0x80;
        const int high = lead == 0xf4 ? 0x8f : 0xbf;
        return within(at(1), low, high) && isTail(2) && isTail(3) ? 4 : 0;
    }
    return 0;
}

std::size_t eucJpLength(std::string_view text) noexcept
{
    const auto at = [text](std::size_t i) { return i < text.size() ? static_cast<Byte>(text[i]) : Byte{0}; };
    const Byte lead = at(0);
    if (lead < 0x80) {
        return 1;
    }
    if (lead == 0x8e) {
        return within(at(1), 0xa1, 0xdf) ? 2 : 0;
    }
    if (lead == 0x8f) {
        return within(at(1), 0xa1, 0xfe) && within(at(2), 0xa1, 0xfe) ? 3 : 0;
    }
    return within(lead, 0xa1, 0xfe) && within(at(1), 0xa1, 0xfe) ? 2 : 0;
}

std::size_t shiftJisLength(std::string_view text) noexcept
{
    const auto at = [text](std::size_t i) { return i < text.size() ? static_cast<Byte>(text[i]) : Byte{0}; };
    const Byte lead = at(0);
    if (lead < 0x80 || within(lead, 0xa1, 0xdf)) {
        return 1;
    }
    const bool isLead = within(lead, 0x81, 0x9f) || within(lead, 0xe0, 0xfc);
    const bool isTrail = within(at(1), 0x40, 0x7e) || within(at(1), 0x80, 0xfc);
    return isLead && isTrail ? 2 : 0;
}

template <class Length>
bool isWellFormed(std::string_view text, Length length) noexcept
{
    while (!text.empty()) {
        const std::size_t step = length(text);
        if (step == 0) {
            return false;
        }
        text.remove_prefix(step);
    }
    return true;
}

} // namespace

Encoding detectEncoding(std::string_view bytes) noexcept
{
    if (isWellFormed(bytes,
                     [](std::string_view text) { return static_cast<Byte>(text[0]) < 0x80 ? 1U : 0U; })) {
        return Encoding::Ascii;
    }
    if (isWellFormed(bytes, utf8Length)) {
        return Encoding::Utf8;
    }
    // EUC-JP first: its kanji read as half-width katakana in Shift_JIS, while the two-byte characters of
    // Shift_JIS text nearly always hold a byte that EUC-JP has not.
    if (isWellFormed(bytes, eucJpLength)) {
        return Encoding::EucJp;
    }
    return isWellFormed(bytes, shiftJisLength) ? Encoding::ShiftJis : Encoding::Latin1;
}

} // namespace config
