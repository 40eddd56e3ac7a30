// SPDX-License-Identifier: GPL-3.0-or-later
// Columns for a terminal: Japanese letters take two cells.
#pragma once

#include "app/cli/context.h"

#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

namespace cli {

/// Cells of a text on a terminal (UAX #11: wide and full-width characters take two).
[[nodiscard]] int cellWidth(const QString& text);
[[nodiscard]] QString padded(const QString& text, int width);

/// "  left   right" with the right column aligned; long left parts get a line of their own.
[[nodiscard]] QStringList twoColumns(const QList<QPair<QString, QString>>& rows);

/// What a text is, for colour: never the only carrier of meaning.
enum class Tone { Plain, Good, Warning, Bad, Quiet, Strong };
[[nodiscard]] QString toned(const Context& context, Tone tone, const QString& text);

/// Text from outside, safe for a terminal: control characters and marks that turn the direction of writing
/// become visible.
[[nodiscard]] QString printable(const QString& text);
/// The same for a table: what is longer than any domain name loses its middle.
[[nodiscard]] QString printableCell(const QString& text);

} // namespace cli
