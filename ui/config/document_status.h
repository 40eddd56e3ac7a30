// SPDX-License-Identifier: GPL-3.0-or-later
// The status bar of pages that show the document.
#pragma once

#include "ui/common/page.h"
#include "ui/config/config_document.h"

namespace ui {

[[nodiscard]] StatusLine documentStatus(const ConfigDocument& document,
                                        const std::function<void()>& showProblems);

} // namespace ui
