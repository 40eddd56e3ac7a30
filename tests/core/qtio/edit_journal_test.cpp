// SPDX-License-Identifier: GPL-3.0-or-later
// Unsaved text is found after a crash, only then, and by one instance only. Run with --victim this program
// is the instance that gets killed.
#include "core/qtio/files/edit_journal.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

#include <sys/stat.h>
#include <unistd.h>

using namespace qtio;
using namespace Qt::StringLiterals;

namespace {

const UnsavedText text{u"/etc/spf/config.ini"_s,
                       {true, QByteArray(32, '\x7f')},
                       QByteArray("[globals]\r\n\0\xff", 13),
                       QDateTime(QDate(2026, 11, 21), QTime(9, 8, 7, 6), Qt::UTC)};

/// Writes and waits to be killed.
int beVictim(const QString& folder)
{
    EditJournal journal(folder);
    const bool failed = journal.write(text).has_value();
    std::fputs(failed ? "failed\n" : "written\n", stdout);
    std::fflush(stdout);
    while (!failed)
        ::pause();
    return 1;
}

/// An instance of its own.
struct Victim
{
    QProcess process;

    explicit Victim(const QString& folder)
    {
        process.start(QCoreApplication::applicationFilePath(), {u"--victim"_s, folder});
        process.waitForReadyRead();
    }

    QByteArray said() { return process.readAllStandardOutput(); }

    void kill()
    {
        process.kill(); // SIGKILL
        process.waitForFinished();
    }
};

QStringList files(const QString& folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden);
}

} // namespace

class EditJournalTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKilledInstanceLeavesItsText();
    void anOrderlyEndLeavesNothing();
    void nobodyElseMayRead();
    void whatIsOfferedOnceIsNotOfferedTwice();
    void theNewestComesFirst();
    void damagedOnesAreLeftAlone_data();
    void damagedOnesAreLeftAlone();
    void whatCannotBeWrittenIsTold();
};

void EditJournalTest::aKilledInstanceLeavesItsText()
{
    QTemporaryDir dir;
    const EditJournal mine(dir.path());
    Victim victim(dir.path());
    QCOMPARE(victim.said(), QByteArray("written\n"));
    QVERIFY(mine.leftBehind().empty()); // it lives
    victim.kill();
    auto left = mine.leftBehind();
    QCOMPARE(left.size(), std::size_t(1));
    QCOMPARE(left[0].text().path, text.path);
    QCOMPARE(left[0].text().base, text.base);
    QCOMPARE(left[0].text().bytes, text.bytes);
    QCOMPARE(left[0].text().time, text.time);
    left[0].discard();
    left.clear();
    QVERIFY(mine.leftBehind().empty());
    QVERIFY(files(dir.path()).isEmpty());
}

void EditJournalTest::anOrderlyEndLeavesNothing()
{
    QTemporaryDir dir;
    {
        EditJournal journal(dir.path());
        QVERIFY(files(dir.path()).isEmpty()); // nothing before the first edit either
        QVERIFY(!journal.write(text));
        QVERIFY(!journal.write(text));
        QCOMPARE(files(dir.path()).size(), 2);
        QVERIFY(journal.leftBehind().empty()); // its own is not left behind
        journal.clear();
        QVERIFY(files(dir.path()).isEmpty());
        QVERIFY(!journal.write(text));
    }
    QVERIFY(files(dir.path()).isEmpty());
}

void EditJournalTest::nobodyElseMayRead()
{
    QTemporaryDir dir;
    EditJournal journal(dir.filePath(u"a/b"_s));
    QVERIFY(!journal.write(text));
    struct stat info = {};
    for (const QString& name : files(dir.filePath(u"a/b"_s))) {
        QCOMPARE(::stat(QFile::encodeName(dir.filePath(u"a/b/"_s + name)).constData(), &info), 0);
        QCOMPARE(info.st_mode & 07777, mode_t(0600));
    }
    QCOMPARE(::stat(QFile::encodeName(dir.filePath(u"a/b"_s)).constData(), &info), 0);
    QCOMPARE(info.st_mode & 07777, mode_t(0700));
}

void EditJournalTest::whatIsOfferedOnceIsNotOfferedTwice()
{
    QTemporaryDir dir;
    Victim(dir.path()).kill();
    const EditJournal first(dir.path());
    const EditJournal second(dir.path());
    auto left = first.leftBehind();
    QCOMPARE(left.size(), std::size_t(1));
    QVERIFY(second.leftBehind().empty());
    left.clear(); // "Later"
    QCOMPARE(second.leftBehind().size(), std::size_t(1));
}

void EditJournalTest::theNewestComesFirst()
{
    QTemporaryDir dir;
    for (const char* time : {"2026-01-02", "2026-01-03", "2026-01-01"}) {
        QFile file(dir.filePath(QLatin1String(time) + u".unsaved"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"path\":\"\",\"time\":\"" + QByteArray(time) +
                   "T00:00:00.000Z\",\"sha256\":"
                   "\"2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881\"}\nx");
    }
    const EditJournal journal(dir.path());
    QStringList days;
    for (const LeftBehind& left : journal.leftBehind())
        days += left.text().time.toString(u"d"_s);
    QCOMPARE(days.join(u' '), u"3 2 1"_s);
}

void EditJournalTest::damagedOnesAreLeftAlone_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no head") << QByteArray("[globals]\nfail = block\n");
    QTest::newRow("no line end") << QByteArray("{}");
    QTest::newRow("another text") << QByteArray(
        "{\"path\":\"\",\"time\":\"2026-01-01T00:00:00.000Z\",\"sha256\":\"00\"}\nx");
}

void EditJournalTest::damagedOnesAreLeftAlone()
{
    QFETCH(QByteArray, content);
    QTemporaryDir dir;
    QFile file(dir.filePath(u"x.unsaved"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    QVERIFY(EditJournal(dir.path()).leftBehind().empty());
    QVERIFY(file.exists());
}

void EditJournalTest::whatCannotBeWrittenIsTold()
{
    QTemporaryDir dir;
    QFile file(dir.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    EditJournal journal(file.fileName() + u"/below"_s);
    QVERIFY(journal.write(text));
    QVERIFY(journal.leftBehind().empty());
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--victim"_L1)
        return beVictim(arguments.value(2));
    EditJournalTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "edit_journal_test.moc"
