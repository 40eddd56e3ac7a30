// SPDX-License-Identifier: GPL-3.0-or-later
// How serious something is, with the icon and the ink that say it.
#pragma once

#include "ui/common/tokens.h"

namespace ui {

enum class Level { Good, Info, Warning, Error };

[[nodiscard]] inline Ink inkOf(Level level)
{
    switch (level) {
    case Level::Good:
        return &Tokens::good;
    case Level::Info:
        return &Tokens::info;
    case Level::Warning:
        return &Tokens::warning;
    case Level::Error:
        break;
    }
    return &Tokens::error;
}

[[nodiscard]] inline QString iconName(Level level)
{
    switch (level) {
    case Level::Good:
        return QStringLiteral("ok");
    case Level::Info:
        return QStringLiteral("info");
    case Level::Warning:
        return QStringLiteral("warning");
    case Level::Error:
        break;
    }
    return QStringLiteral("error");
}

} // namespace ui
