// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dns/presentation.h"

namespace dns {
namespace {

void appendDecimal(std::string& text, unsigned char byte)
{
    text += '\\';
    text += static_cast<char>('0' + byte / 100);
    text += static_cast<char>('0' + byte / 10 % 10);
    text += static_cast<char>('0' + byte % 10);
}

void append(std::string& text, char c, std::string_view special)
{
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte > 0x7e) {
        appendDecimal(text, byte);
        return;
    }
    if (special.find(c) != std::string_view::npos) {
        text += '\\';
    }
    text += c;
}

} // namespace

std::string presentName(std::string_view name)
{
    if (name.empty()) {
        return ".";
    }
    std::string text;
    for (const char c : name) {
        if (c == ' ') {
            appendDecimal(text, ' ');
        } else {
            append(text, c, "\"\\();@$");
        }
    }
    return text;
}

std::string quoted(std::string_view text)
{
    std::string shown = "\"";
    for (const char c : text) {
        append(shown, c, "\"\\");
    }
    shown += '"';
    return shown;
}

} // namespace dns
