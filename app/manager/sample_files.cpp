// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manager/sample_files.h"

#include <QFile>

SampleFiles::SampleFiles()
{
    if (!m_folder.isValid())
        return;
    for (const char* name :
         {"config.ini", "config.ini.tests.csv", "sample.zone", "maillog", "main.cf", "master.cf"}) {
        const QString target = m_folder.filePath(QLatin1String(name));
        if (!QFile::copy(QStringLiteral(":/sample/") + QLatin1String(name), target))
            return;
        // Copies of resources are born read-only.
        QFile::setPermissions(target,
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    }
    m_valid = true;
}
