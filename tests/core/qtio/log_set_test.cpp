// SPDX-License-Identifier: GPL-3.0-or-later
// From folders and rotated sets to the logs that are read: in order, every line once.
#include "core/qtio/log/log_name.h"
#include "core/qtio/log/log_set.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <memory>

#include <unistd.h>

using namespace Qt::StringLiterals;
using qtio::LeftOutLog;
using qtio::LogName;
using Reason = qtio::LeftOutLog::Reason;

namespace {

QByteArray linesFrom(int first, int count)
{
    QByteArray text;
    for (int i = first; i < first + count; ++i) {
        text += "Sep 12 10:14:48 mx1 postfix/smtpd[" + QByteArray::number(i) + "]: connect from unknown\n";
    }
    return text;
}

/// One a minute, from the autumn on.
QByteArray checksFrom(int first, int count)
{
    const QDateTime start(QDate(2024, 9, 1), QTime(0, 0), QTimeZone::utc());
    QByteArray text;
    for (int i = first; i < first + count; ++i) {
        const QDateTime time = start.addSecs(qint64{60} * i);
        text += QLocale::c().toString(time, u"MMM dd HH:mm:ss"_s).toLatin1() + " mx1 policyd-spf[" +
                QByteArray::number(i) + "]: 550 5.7.23 Message rejected due to: SPF fail - not authorized.\n";
    }
    return text;
}

} // namespace

class LogSetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void names_data();
    void names();
    void folder();
    void folderWithoutMail();
    void whatCannotBeRead();
    void whatAnotherLogHasNot();
    void repetitionOfLargeLogs();
    void order();
    void sameFile();
    void copies();
    void whatIsNoFileStays();
    void siblings();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }

    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    void pack(const QString& name) const { QCOMPARE(QProcess::execute(u"gzip"_s, {u"-k"_s, path(name)}), 0); }

    [[nodiscard]] QStringList names(const QStringList& paths) const
    {
        QStringList names;
        for (const QString& entry : paths) {
            names.append(QDir(m_folder->path()).relativeFilePath(entry));
        }
        return names;
    }

    [[nodiscard]] QString leftOut(const qtio::LogSet& set, Reason reason) const
    {
        QStringList left;
        for (const LeftOutLog& log : set.leftOut) {
            if (log.reason == reason) {
                left.append(names({log.path}) + (log.other.isEmpty() ? QStringList() : names({log.other})));
            }
        }
        return left.join(u' ');
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void LogSetTest::names_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("stamp");
    QTest::addColumn<int>("number");
    QTest::newRow("mail.log") << u"mail.log"_s << QString() << -1;
    QTest::newRow("mail.log.2.gz") << u"mail.log"_s << QString() << 2;
    QTest::newRow("mail.log.gz") << u"mail.log"_s << QString() << -1;
    QTest::newRow("maillog-20250105") << u"maillog"_s << u"20250105"_s << -1;
    QTest::newRow("maillog-20250105.xz") << u"maillog"_s << u"20250105"_s << -1;
    QTest::newRow("maillog.20250105-010859.gz") << u"maillog"_s << u"20250105010859"_s << -1;
    QTest::newRow("mail.log-2025-01-05.zst") << u"mail.log"_s << u"20250105"_s << -1;
    QTest::newRow("mail.log-20250105-1736035200") << u"mail.log"_s << u"202501051736035200"_s << -1;
    QTest::newRow("mail.log.20259999") << u"mail.log.20259999"_s << QString() << -1;
    QTest::newRow("maillog") << u"maillog"_s << QString() << -1;
}

void LogSetTest::names()
{
    QFETCH(QString, base);
    QFETCH(QString, stamp);
    QFETCH(int, number);
    const LogName name = LogName::of(u"/var/log/"_s + QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(name.base, base);
    QCOMPARE(name.stamp, stamp);
    QCOMPARE(name.date.isValid(), !stamp.isEmpty());
    QCOMPARE(name.number.value_or(-1), number);
    QCOMPARE(name.folder, u"/var/log"_s);
}

void LogSetTest::folder()
{
    write(u"mail.log"_s, linesFrom(300, 100));
    write(u"mail.log.1"_s, linesFrom(200, 100));
    write(u"mail.log.2"_s, linesFrom(100, 100));
    pack(u"mail.log.2"_s);
    QFile::remove(path(u"mail.log.2"_s));
    write(u"mail.err"_s, linesFrom(150, 1));
    write(u"mail.info.1"_s, linesFrom(200, 50));
    write(u"syslog"_s, linesFrom(210, 50));
    write(u"maillog.db"_s, QByteArray("\x01\x02\x03\x04", 4).repeated(100));
    write(u"other.log"_s, "nothing of that\n");
    write(u"smtp.log"_s, linesFrom(900, 3));
    write(u"wtmp"_s, "x");
    QVERIFY(QDir(m_folder->path()).mkdir(u"sub"_s));
    const auto set = qtio::logSetOf({m_folder->path()});
    QCOMPARE(names(set.paths),
             QStringList({u"mail.log.2.gz"_s, u"mail.log.1"_s, u"mail.log"_s, u"smtp.log"_s}));
    QCOMPARE(leftOut(set, Reason::Repeats),
             u"mail.info.1 mail.log.1 syslog mail.log.1 mail.err mail.log.2.gz"_s);
    QCOMPARE(leftOut(set, Reason::Binary), u"maillog.db"_s);
    QCOMPARE(leftOut(set, Reason::NoMailLog), u"other.log wtmp"_s);
}

void LogSetTest::folderWithoutMail()
{
    write(u"other.log"_s, "nothing of that\n");
    const auto set = qtio::logSetOf({m_folder->path()});
    QVERIFY(set.paths.isEmpty());
    QCOMPARE(leftOut(set, Reason::NoLogs), u"."_s);

    write(u"messages"_s, linesFrom(1, 5)); // has the mail where nothing else has
    QCOMPARE(names(qtio::logSetOf({m_folder->path()}).paths), QStringList(u"messages"_s));
}

void LogSetTest::whatCannotBeRead()
{
    write(u"mail.log"_s, "PK\x03\x04 an archive");
    const qtio::LogSet set = qtio::logSetOf({m_folder->path()});
    QVERIFY(set.paths.isEmpty());
    QCOMPARE(set.leftOut.size(), std::size_t{1}); // and not that there is no log
    QCOMPARE(set.leftOut[0].reason, Reason::Unreadable);
    QCOMPARE(set.leftOut[0].weight(), LeftOutLog::Weight::Failure);
    QCOMPARE(set.leftOut[0].error->code, qtio::LogFileError::Code::Zip);
    if (::geteuid() == 0) {
        return; // root may read everything
    }
    for (const QFile::Permissions rights : {QFile::Permissions(), QFile::Permissions(QFile::ReadOwner)}) {
        QVERIFY(QFile::setPermissions(m_folder->path(), rights));
        const qtio::LogSet denied = qtio::logSetOf({m_folder->path()});
        QVERIFY(
            QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QCOMPARE(denied.leftOut.size(), std::size_t{1});
        QCOMPARE(denied.leftOut[0].error->code, qtio::LogFileError::Code::AccessDenied);
    }
}

void LogSetTest::whatAnotherLogHasNot()
{
    write(u"mail.log"_s, linesFrom(100, 100)); // of postlogd
    const QByteArray verdicts = checksFrom(0, 50);
    write(u"syslog"_s, "Sep 12 10:14:48 mx1 systemd[1]: Started a unit.\n" + linesFrom(100, 20) + verdicts);
    write(u"messages"_s, "Sep 12 10:14:48 mx1 kernel: up\n" + verdicts); // repeats syslog
    const auto set = qtio::logSetOf({m_folder->path()});
    QCOMPARE(names(set.paths), QStringList({u"mail.log"_s, u"syslog"_s}));
    QCOMPARE(leftOut(set, Reason::Repeats), u"messages syslog"_s);

    write(u"messages"_s, checksFrom(45, 10)); // a part that nothing else has
    QCOMPARE(names(qtio::logSetOf({m_folder->path()}).paths),
             QStringList({u"mail.log"_s, u"syslog"_s, u"messages"_s}));
}

void LogSetTest::repetitionOfLargeLogs()
{
    constexpr int count = 300'000; // 30 MB: found by the time, over the change of the year
    write(u"mail.log"_s, checksFrom(0, count));
    write(u"syslog"_s, checksFrom(count / 2, count / 3));
    write(u"mail.log.2"_s, linesFrom(0, 1000));
    pack(u"mail.log.2"_s);
    QFile::remove(path(u"mail.log.2"_s));
    write(u"syslog.2"_s, "Sep 11 10:14:48 mx1 kernel: up\n" + linesFrom(10, 900));
    auto set = qtio::logSetOf({m_folder->path()});
    QCOMPARE(names(set.paths), QStringList({u"mail.log.2.gz"_s, u"mail.log"_s}));
    QCOMPARE(leftOut(set, Reason::Repeats), u"syslog mail.log syslog.2 mail.log.2.gz"_s);

    write(u"syslog"_s, checksFrom(count / 2, count)); // goes on where mail.log ends
    set = qtio::logSetOf({m_folder->path()});
    QCOMPARE(names(set.paths), QStringList({u"mail.log.2.gz"_s, u"mail.log"_s, u"syslog"_s}));
}

void LogSetTest::order()
{
    QStringList given;
    int first = 0;
    for (const QString& name : {u"maillog"_s, u"maillog-20250105"_s, u"maillog-20241229"_s, u"b.log"_s,
                                u"maillog-20250112.gz"_s, u"mail.log.10"_s, u"mail.log.9"_s, u"mail.log"_s}) {
        write(name, linesFrom(first += 100, 10));
        given.append(path(name));
    }
    QCOMPARE(names(qtio::logSetOf(given).paths),
             QStringList({u"maillog-20241229"_s, u"maillog-20250105"_s, u"maillog-20250112.gz"_s,
                          u"maillog"_s, u"b.log"_s, u"mail.log.10"_s, u"mail.log.9"_s, u"mail.log"_s}));
}

void LogSetTest::sameFile()
{
    write(u"mail.log"_s, linesFrom(1, 10));
    QVERIFY(QFile::link(path(u"mail.log"_s), path(u"link.log"_s)));
    const auto set =
        qtio::logSetOf({path(u"mail.log"_s), path(u"mail.log"_s), path(u"link.log"_s), m_folder->path()});
    QCOMPARE(names(set.paths), QStringList(u"mail.log"_s));
    QCOMPARE(set.leftOut.size(), std::size_t{4});
    QCOMPARE(leftOut(set, Reason::SameFile),
             u"mail.log mail.log link.log mail.log link.log mail.log mail.log mail.log"_s);
}

void LogSetTest::copies()
{
    write(u"mail.log.1"_s, linesFrom(1, 1000));
    pack(u"mail.log.1"_s);
    write(u"mail.log"_s, linesFrom(5000, 1000));
    write(u"saved.log"_s, linesFrom(5000, 700)); // copied while it grew
    write(u"like.log"_s, linesFrom(5000, 900) + linesFrom(1, 10));
    write(u"short.log"_s, linesFrom(1, 2));
    const auto set = qtio::logSetOf({path(u"mail.log.1.gz"_s), path(u"mail.log.1"_s), path(u"mail.log"_s),
                                     path(u"saved.log"_s), path(u"like.log"_s), path(u"short.log"_s)});
    QCOMPARE(names(set.paths), QStringList({u"mail.log.1"_s, u"mail.log"_s, u"like.log"_s}));
    QCOMPARE(leftOut(set, Reason::CopyOf),
             u"mail.log.1.gz mail.log.1 saved.log mail.log short.log mail.log.1"_s);
}

void LogSetTest::whatIsNoFileStays()
{
    write(u"empty.log"_s, {});
    write(u"empty2.log"_s, {});
    const QStringList given{u"-"_s, path(u"missing"_s), path(u"empty.log"_s), path(u"empty2.log"_s),
                            u"/dev/null"_s};
    const auto set = qtio::logSetOf(given);
    QCOMPARE(set.paths, given);
    QVERIFY(set.leftOut.empty());
}

void LogSetTest::siblings()
{
    for (const QString& name : {u"mail.log"_s, u"mail.log.1"_s, u"mail.log.2.gz"_s, u"mail.log.10.gz"_s,
                                u"mail.err"_s, u"mail.err.1"_s}) {
        write(name, "x\n");
    }
    QCOMPARE(names(qtio::rotatedSiblings(path(u"mail.log"_s))),
             QStringList({u"mail.log.10.gz"_s, u"mail.log.2.gz"_s, u"mail.log.1"_s}));
    QCOMPARE(names(qtio::rotatedSiblings(path(u"mail.log.1"_s))),
             QStringList({u"mail.log.10.gz"_s, u"mail.log.2.gz"_s, u"mail.log"_s}));
}

QTEST_GUILESS_MAIN(LogSetTest)
#include "log_set_test.moc"
