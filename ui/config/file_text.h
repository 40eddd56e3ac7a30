// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a config.ini as text for people and back (SPEC 1.2): UTF-8, Shift_JIS, EUC-JP or Latin-1. What
// cannot be written back byte for byte is shown, but not edited as text.
#pragma once

#include "core/config/ini_document.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <string_view>

namespace ui {

[[nodiscard]] QString encodingName(config::Encoding encoding); ///< "UTF-8", "Shift_JIS", ...
[[nodiscard]] QString decoded(std::string_view bytes, config::Encoding encoding);
/// Nothing when a character does not exist in the encoding.
[[nodiscard]] std::optional<std::string> encoded(const QString& text, config::Encoding encoding);

/// The characters that do not exist in the encoding, each once, in order.
[[nodiscard]] QStringList unwritable(const QString& text, config::Encoding encoding);

/// Longer lines (some thousand entries of a list) are shown cut: laying them out takes longer than typing.
inline constexpr std::size_t longestLine = 32 * 1024;

/// The content of one line for the text pane: one block of text, whatever it holds.
struct LineText
{
    QString text;
    bool isExact = true; ///< encoded(text) gives the bytes again
};

[[nodiscard]] LineText lineText(std::string_view bytes, config::Encoding encoding);

/// Byte offset in a line to position in its text, and back.
[[nodiscard]] int positionAt(std::string_view line, std::size_t offset, config::Encoding encoding);
[[nodiscard]] std::size_t offsetAt(std::string_view line, int position, config::Encoding encoding);

} // namespace ui
