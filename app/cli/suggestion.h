// SPDX-License-Identifier: GPL-3.0-or-later
// "Did you mean": the known word nearest to a mistyped one.
#pragma once

#include <QString>
#include <QStringList>

namespace cli {

/// Empty when no word is near (at most a third of its letters may differ).
[[nodiscard]] QString nearest(const QString& word, const QStringList& known);

} // namespace cli
