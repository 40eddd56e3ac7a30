// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recent_files.h"

#include <QSettings>

namespace ui {

namespace {
const QString arrayName = QStringLiteral("recent");
} // namespace

RecentFiles::RecentFiles(QSettings& settings, QObject* parent) : QObject(parent), m_settings(settings) {}

QList<RecentFile> RecentFiles::files() const
{
    QList<RecentFile> files;
    const int count = m_settings.beginReadArray(arrayName);
    for (int i = 0; i < count; ++i) {
        m_settings.setArrayIndex(i);
        RecentFile file{m_settings.value(QStringLiteral("path")).toString(),
                        m_settings.value(QStringLiteral("opened")).toDateTime()};
        if (!file.path.isEmpty())
            files.append(file);
    }
    m_settings.endArray();
    return files;
}

void RecentFiles::add(const QString& path, const QDateTime& when)
{
    QList<RecentFile> all = files();
    all.removeIf([&](const RecentFile& file) { return file.path == path; });
    all.prepend({path, when});
    write(all.mid(0, most));
}

void RecentFiles::remove(const QString& path)
{
    QList<RecentFile> all = files();
    all.removeIf([&](const RecentFile& file) { return file.path == path; });
    write(all);
}

void RecentFiles::write(const QList<RecentFile>& files)
{
    m_settings.remove(arrayName);
    m_settings.beginWriteArray(arrayName, static_cast<int>(files.size()));
    for (int i = 0; i < files.size(); ++i) {
        m_settings.setArrayIndex(i);
        m_settings.setValue(QStringLiteral("path"), files[i].path);
        m_settings.setValue(QStringLiteral("opened"), files[i].opened);
    }
    m_settings.endArray();
    Q_EMIT changed();
}

} // namespace ui
