// SPDX-License-Identifier: GPL-3.0-or-later
// Reading what an option or operand names: a file, or standard input for "-".
#pragma once

#include "app/cli/context.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace cli {

/// Files above this are no configuration: 64 MiB.
inline constexpr qint64 largestFile = qint64(64) << 20;

/// All bytes; when they cannot be read the error is printed, with place and cure.
[[nodiscard]] std::optional<QByteArray> readAll(Context& context, const QString& path);

/// Prints why a path cannot be read when that can be told without opening it.
[[nodiscard]] bool explainUnreadable(Context& context, const QString& path);

} // namespace cli
