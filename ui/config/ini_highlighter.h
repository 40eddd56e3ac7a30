// SPDX-License-Identifier: GPL-3.0-or-later
// Colours of config.ini as text: comments, sections, keys, and actions in their own ink. Each line for
// itself, so that only those in sight need them.
#pragma once

#include "ui/common/tokens.h"

#include <QTextLayout>

namespace ui {

[[nodiscard]] QList<QTextLayout::FormatRange> iniColours(const QString& line, const Tokens& tokens);

} // namespace ui
