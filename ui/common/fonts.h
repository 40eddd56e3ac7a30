// SPDX-License-Identifier: GPL-3.0-or-later
// The type table of the design language: every text has a role, sizes are not written anywhere else.
#pragma once

#include <QFont>

class QWidget;

namespace ui {

enum class TextRole {
    PageTitle,   ///< 20 / 600
    Verdict,     ///< 22 / 700
    KeyFigure,   ///< 24 / 700
    DialogTitle, ///< 18 / 600
    Strong,      ///< 13 / 600: card titles, selected items
    Body,        ///< 13 / 400
    Label,       ///< 12 / 500: above fields, table heads, badges
    Secondary,   ///< 12 / 400: help, second lines, status bar
    Group,       ///< 11 / 600: groups of the rail and of the palette
    Count,       ///< 11 / 500: count badges
    Axis,        ///< 11 / 400
};

[[nodiscard]] QFont fontOf(TextRole role);
/// Text from files, addresses, records, times, keys. Never a face with ligatures.
[[nodiscard]] QFont monoFont(int pixels = 12, bool bold = false);

} // namespace ui
