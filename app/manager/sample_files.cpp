// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manager/sample_files.h"

#include "core/qtio/files/config_history.h"

#include <QCoreApplication>
#include <QFile>

namespace {

struct SampleNotes
{
    Q_DECLARE_TR_FUNCTIONS(SampleNotes)
};

} // namespace

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
    m_valid = makeHistory();
}

bool SampleFiles::makeHistory() const
{
    QFile file(config());
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray now = file.readAll();
    const QByteArray stricter = QByteArray(now).replace("198.51.100.17/28, 203.0.113.7", "198.51.100.17/28");
    const QByteArray first = QByteArray(stricter).replace("softfail = tempblock\n", "softfail = bypass\n");
    QDateTime time = QDateTime::currentDateTimeUtc().addDays(-9);
    const qtio::ConfigHistory history(this->history(), {QStringLiteral("postmaster"), QStringLiteral("mx1")},
                                      [&time] { return time; });
    const auto kept = history.keep({config(), first, stricter, SampleNotes::tr("Softfail is retried")});
    time = time.addDays(5).addSecs(4920);
    return !kept &&
           !history.keep({config(), stricter, now, SampleNotes::tr("New relay of the branch office")});
}
