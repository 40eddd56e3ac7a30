// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/sources/recent_logs.h"

#include <QSettings>

#include <algorithm>

namespace ui {

namespace {

const QString recentKey = QStringLiteral("maillog/recentLogs");
constexpr qsizetype most = 10;

} // namespace

QList<QStringList> recentLogs(const QSettings& settings)
{
    QList<QStringList> all;
    for (const QVariant& entry : settings.value(recentKey).toList()) {
        if (const QStringList places = entry.toStringList(); !places.isEmpty()) {
            all.append(places);
        }
    }
    return all;
}

void rememberLogs(QSettings& settings, const QStringList& places)
{
    if (places.isEmpty()) {
        return;
    }
    QList<QStringList> all = recentLogs(settings);
    all.removeAll(places);
    all.prepend(places);
    QVariantList entries;
    for (const QStringList& entry : all.first(std::min(all.size(), most))) {
        entries.append(entry);
    }
    settings.setValue(recentKey, entries);
}

} // namespace ui
