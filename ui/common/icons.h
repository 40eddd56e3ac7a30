// SPDX-License-Identifier: GPL-3.0-or-later
// The drawings of resources/icons in the colour of the theme: an icon made once follows every theme change.
#pragma once

#include "ui/common/tokens.h"

#include <QIcon>
#include <QString>

class QPainter;

namespace ui {

/// `name` without folder and ending ("save", "result-fail"). Asked for a size wider than high, the drawing
/// stands at the left: a 20x16 icon keeps the gap to the text that buttons do not leave themselves.
[[nodiscard]] QIcon themedIcon(const QString& name, Ink ink = &Tokens::text);
/// The program's own icon, in its own colours.
[[nodiscard]] QIcon appIcon();

/// For painted widgets and delegates.
void paintIcon(QPainter& painter, const QString& name, const QColor& colour, const QRectF& square);

[[nodiscard]] QString iconName(spf::Result result);
[[nodiscard]] QString iconName(policy::Action action);

} // namespace ui
