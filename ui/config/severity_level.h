// SPDX-License-Identifier: GPL-3.0-or-later
// How a finding's severity is drawn.
#pragma once

#include "core/config/lint.h"
#include "ui/common/level.h"

namespace ui {

[[nodiscard]] inline Level levelOf(config::Severity severity)
{
    switch (severity) {
    case config::Severity::Error:
        return Level::Error;
    case config::Severity::Warning:
        return Level::Warning;
    case config::Severity::Info:
        break;
    }
    return Level::Info;
}

} // namespace ui
