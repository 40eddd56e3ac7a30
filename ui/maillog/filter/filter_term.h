// SPDX-License-Identifier: GPL-3.0-or-later
// How a term of the filter language looks as a chip.
#pragma once

#include <QString>

namespace ui {

[[nodiscard]] bool isNegated(const QString& term);
[[nodiscard]] QString iconOf(const QString& term);
/// A long one without its middle.
[[nodiscard]] QString shortened(const QString& term);

} // namespace ui
