// SPDX-License-Identifier: GPL-3.0-or-later
// The logs that were opened lately, as they were named: files, folders, the journal, logs of other hosts.
#pragma once

#include <QStringList>

class QSettings;

namespace ui {

/// What was opened together is one entry; newest first.
[[nodiscard]] QList<QStringList> recentLogs(const QSettings& settings);
void rememberLogs(QSettings& settings, const QStringList& places);

} // namespace ui
