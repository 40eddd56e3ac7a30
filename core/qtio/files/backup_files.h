// SPDX-License-Identifier: GPL-3.0-or-later
// The copies a save leaves beside a file: how they are called, and which of them are old enough to go.
#pragma once

#include <QDateTime>
#include <QString>

namespace qtio {

/// "config.ini.20261121-090807", the second one of the same second with "-2" behind it.
[[nodiscard]] QString backupName(const QString& file, const QDateTime& time, int number);

/// Keeps the newest `most` backups of `file`, always the `fresh` one; removes regular files of exactly our
/// names and nothing else.
void removeOldBackups(const QString& file, const QString& fresh, int most);

} // namespace qtio
