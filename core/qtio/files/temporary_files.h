// SPDX-License-Identifier: GPL-3.0-or-later
// The files a save writes first and renames then: hidden, beside their target, with a mark of ours in the
// name, so that what a killed program has left can be told from anything a person put there.
#pragma once

#include <QByteArray>
#include <QString>

namespace qtio {

/// A fresh name: "/etc/.config.ini.spm-1fl11swvziwjk" for "/etc/config.ini".
[[nodiscard]] QByteArray temporaryName(const QString& target);

/// Only while nobody else can be writing to `target`.
void removeDeadTemporaries(const QString& target);

} // namespace qtio
