// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/files/backup_files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <optional>
#include <vector>

namespace qtio {

namespace {

const QString stampFormat = QStringLiteral("yyyyMMdd-HHmmss");

struct BackupFile
{
    QDateTime time;
    int number = 1;
    QString path;
};

/// Nothing for a name that backupName() does not give.
std::optional<BackupFile> parseBackup(const QString& file, const QString& path)
{
    const QString stamp = path.mid(file.size() + 1).left(stampFormat.size());
    const QString rest = path.mid(file.size() + 1 + stamp.size());
    BackupFile backup{QDateTime::fromString(stamp, stampFormat), 1, path};
    if (rest.startsWith(QLatin1Char('-'))) {
        backup.number = rest.mid(1).toInt();
    }
    const bool isOurs = backup.time.isValid() && backupName(file, backup.time, backup.number) == path;
    return isOurs ? std::optional(backup) : std::nullopt;
}

} // namespace

QString backupName(const QString& file, const QDateTime& time, int number)
{
    return file + QLatin1Char('.') + time.toString(stampFormat) +
           (number > 1 ? QLatin1Char('-') + QString::number(number) : QString());
}

void removeOldBackups(const QString& file, const QString& fresh, int most)
{
    std::vector<BackupFile> old;
    const QDir folder = QFileInfo(file).absoluteDir();
    for (const QString& name : folder.entryList(QDir::Files | QDir::Hidden | QDir::NoSymLinks)) {
        auto backup = parseBackup(file, folder.path() + QLatin1Char('/') + name);
        if (backup && backup->path != fresh) {
            old.push_back(*std::move(backup));
        }
    }
    // Newest first.
    std::ranges::sort(old, [](const BackupFile& a, const BackupFile& b) {
        return a.time != b.time ? a.time > b.time : a.number > b.number;
    });
    for (auto i = static_cast<std::size_t>(std::max(most - 1, 0)); i < old.size(); ++i) {
        QFile::remove(old[i].path); // one that cannot be removed does no harm
    }
}

} // namespace qtio
