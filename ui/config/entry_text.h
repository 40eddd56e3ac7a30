// SPDX-License-Identifier: GPL-3.0-or-later
// Entries of the four lists as people type, paste and read them (SPEC A9, A10).
#pragma once

#include "core/config/schema.h"

#include <QString>
#include <QStringList>

namespace ui {

/// Full-width letters, digits and marks as ASCII, all dashes as "-".
[[nodiscard]] QString halfWidth(QString text);
/// Parted by commas, blanks, line ends, semicolons and their full-width forms; without quotes and repeats, in
/// order, and in half width.
[[nodiscard]] QStringList pastedEntries(const QString& text);
/// Whether the product reads the entry at all.
[[nodiscard]] bool isUsable(const QString& entry, config::KeyType type);
/// The entry itself, or the networks of a range ("a-b") or of a netmask; nothing when it is not usable.
[[nodiscard]] QStringList usableEntries(const QString& entry, config::KeyType type);
/// "IPv4 /24", "IPv6", "Exact", "With subdomains"; empty when it is not usable.
[[nodiscard]] QString kindOf(const QString& entry, config::KeyType type);
/// Number of addresses with grouping, "2^80" for large ones; empty for domains.
[[nodiscard]] QString addressCountOf(const QString& entry, config::KeyType type);

} // namespace ui
