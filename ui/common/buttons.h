// SPDX-License-Identifier: GPL-3.0-or-later
// Buttons in the kinds the style sheet knows. Texts are set by the caller's retranslate().
#pragma once

#include "ui/common/tokens.h"

#include <QPushButton>
#include <QToolButton>

namespace ui {

enum class ButtonKind { Plain, Primary, Flat, Link, Small };

/// `icon` may be empty. A primary button draws its icon on the accent.
[[nodiscard]] QPushButton* makeButton(ButtonKind kind, const QString& icon = {}, QWidget* parent = nullptr);
/// Only for undo, redo, copy, close, more, reset and the top bar: give it a tooltip and an accessible name.
[[nodiscard]] QToolButton* makeIconButton(const QString& icon, QWidget* parent = nullptr);
/// Tooltip and accessible name in one, for buttons without a word on them.
void setNamed(QWidget* widget, const QString& name);

} // namespace ui
