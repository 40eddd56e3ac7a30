// SPDX-License-Identifier: GPL-3.0-or-later
// Entries of the four lists as people type, paste and read them (SPEC A9, A10).
#pragma once

#include "core/config/schema.h"

#include <QString>
#include <QStringList>

namespace ui {

/// Parted by commas, blanks, line ends, semicolons and their full-width forms; without repeats, in order.
[[nodiscard]] QStringList pastedEntries(const QString& text);
/// Whether the product reads the entry at all.
[[nodiscard]] bool isUsable(const QString& entry, config::KeyType type);
/// "IPv4 /24", "IPv6", "Exact", "With subdomains"; empty when it is not usable.
[[nodiscard]] QString kindOf(const QString& entry, config::KeyType type);
/// Number of addresses with grouping, "2^80" for large ones; empty for domains.
[[nodiscard]] QString addressCountOf(const QString& entry, config::KeyType type);

} // namespace ui
