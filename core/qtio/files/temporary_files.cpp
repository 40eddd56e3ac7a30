// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/files/temporary_files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

namespace qtio {

namespace {

QString prefixOf(const QString& target)
{
    return QLatin1Char('.') + QFileInfo(target).fileName() + QStringLiteral(".spm-");
}

} // namespace

QByteArray temporaryName(const QString& target)
{
    return QFile::encodeName(QFileInfo(target).path() + QLatin1Char('/') + prefixOf(target)) +
           QByteArray::number(QRandomGenerator::system()->generate64(), 36);
}

void removeDeadTemporaries(const QString& target)
{
    QDir folder(QFileInfo(target).path());
    const QString prefix = prefixOf(target);
    const QStringList names = folder.entryList(QDir::Files | QDir::Hidden | QDir::NoSymLinks);
    for (const QString& name : names) {
        if (name.startsWith(prefix)) {
            folder.remove(name);
        }
    }
}

} // namespace qtio
