// SPDX-License-Identifier: GPL-3.0-or-later
// spfpolicy log from the outside: folders, copies, journals, other hosts, output files, and following a log
// that is renamed and cut.
#include "tests/cli/program.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QTemporaryDir>

#include <memory>

#include <csignal>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

QByteArray line(int number, const QByteArray& result = "Pass")
{
    return "Nov 20 10:00:0" + QByteArray::number(number % 10) + " mx policyd-spf[" +
           QByteArray::number(number) + "]: prepend Received-SPF: " + result +
           " (mailfrom) identity=mailfrom; client-ip=192.0.2." + QByteArray::number(number) +
           "; helo=a.example; envelope-from=u@a.example; receiver=b@c.example \n";
}

QByteArray lines(int first, int count)
{
    QByteArray text;
    for (int i = first; i < first + count; ++i) {
        text += line(i);
    }
    return text;
}

/// debugLevel 2: what was found of one identity.
QByteArray detail(int number, const QByteArray& result, const QByteArray& identity)
{
    const QByteArray n = QByteArray::number(number);
    return "2026-11-20T10:00:02Z mx policyd-spf[" + n + "]: " + result + "; identity=" + identity +
           "; client-ip=192.0.2." + n + "; helo=h2; envelope-from=u2@s.example; receiver=mx \n";
}

QByteArray block(int number)
{
    const QByteArray n = QByteArray::number(number);
    return "2026-11-20T10:00:05Z mx policyd-spf[" + n +
           "]: 550 5.7.23 Message rejected due to: SPF fail - not authorized. Please see "
           "http://www.openspf.net/Why?s=mfrom;id=u2@s.example;ip=192.0.2." +
           n + ";r=mx\n";
}

void add(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// `log follow` under way.
class Follower
{
public:
    explicit Follower(const QStringList& arguments, bool withInput = false)
    {
        m_process.start(qEnvironmentVariable("SPM_BIN_DIR") + u"/spfpolicy"_s,
                        QStringList{u"log"_s, u"follow"_s} + arguments);
        m_process.waitForStarted();
        if (!withInput) {
            m_process.closeWriteChannel();
        }
    }

    ~Follower()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    /// The last numbers of the clients' addresses, in their order.
    [[nodiscard]] QList<int> clients()
    {
        m_out += m_process.readAllStandardOutput();
        QList<int> numbers;
        for (const QByteArray& row : m_out.split('\n')) {
            const QString ip = QJsonDocument::fromJson(row).object()[u"ip"_s].toString();
            if (!ip.isEmpty()) {
                numbers.append(ip.section(u'.', -1).toInt());
            }
        }
        return numbers;
    }

    /// That it runs shows by a check of its own.
    [[nodiscard]] bool isReady(const QString& log)
    {
        for (int i = 0; i < 100 && clients().isEmpty(); ++i) {
            add(log, line(99));
            QTest::qWait(100);
        }
        QTest::qWait(500);
        return !clients().isEmpty();
    }

    [[nodiscard]] QList<int> clientsAfterReady()
    {
        QList<int> all = clients();
        all.removeAll(99);
        return all;
    }

    /// "result/action" of what was printed.
    [[nodiscard]] QStringList outcomes()
    {
        (void)clients();
        QStringList all;
        for (const QByteArray& row : m_out.split('\n')) {
            const QJsonObject check = QJsonDocument::fromJson(row).object();
            if (!check.isEmpty()) {
                all.append(check[u"result"_s].toString() + u'/' + check[u"action"_s].toString());
            }
        }
        return all;
    }

    [[nodiscard]] QProcess& process() { return m_process; }

private:
    QProcess m_process;
    QByteArray m_out;
};

} // namespace

class CliLogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void folder();
    void copiesAreReadOnce();
    void journalForms();
    void journalInParts();
    void yearOfASet();
    void periodWithoutChecks();
    void oddNamesOnATerminal();
    void zonesOfSources();
    void outputFile();
    void outputIsNeverLost();
    void whatCanBeReadIsCounted();
    void quiet();
    void followed();
    void followedCopy_data();
    void followedCopy();
    void followedPast();
    void followedFilter();
    void followedPipe();
    void followedBrokenJournal();
    void followedDetails();
    void followedDetailsAlone();
    void followedPastDetails();
    void followedBeforeItExists();
    void followedNamedPipe();
    void followedForLong();
    void followRefuses();
    void otherHost();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_dir->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void CliLogTest::folder()
{
    writeFile(path(u"mail.log"_s), lines(1, 3));
    writeFile(path(u"mail.log.1"_s), lines(4, 2));
    QCOMPARE(QProcess::execute(u"gzip"_s, {path(u"mail.log.1"_s)}), 0);
    writeFile(path(u"mail.err"_s), lines(1, 1));
    const Run run = spfpolicy({u"log"_s, u"summary"_s, m_dir->path(), u"--json"_s});
    QCOMPARE(run.exit, 0);
    QCOMPARE(run.object()[u"checks"_s].toInt(), 5);
    QVERIFY2(run.err.contains("mail.err was left out"), run.err.constData());

    QVERIFY(QDir(m_dir->path()).mkdir(u"empty"_s));
    const Run none = spfpolicy({u"log"_s, u"summary"_s, path(u"empty"_s)});
    QCOMPARE(none.exit, 3);
    QVERIFY(none.err.contains("holds no mail log"));

    const Run url = spfpolicy({u"log"_s, u"summary"_s, u"file://"_s + path(u"mail.log"_s), u"--json"_s});
    QCOMPARE(url.object()[u"checks"_s].toInt(), 3);

    if (::geteuid() != 0) { // root may read everything
        QVERIFY(QFile::setPermissions(path(u"empty"_s), {}));
        const Run denied = spfpolicy({u"log"_s, u"summary"_s, path(u"empty"_s)});
        QVERIFY(
            QFile::setPermissions(path(u"empty"_s), QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner));
        QCOMPARE(denied.exit, 3);
        QVERIFY2(denied.err.contains("permission denied") && !denied.err.contains("holds no mail log"),
                 denied.err.constData());
    }
}

void CliLogTest::copiesAreReadOnce()
{
    writeFile(path(u"a.log"_s), lines(1, 3));
    writeFile(path(u"b.log"_s), lines(1, 5));
    const Run run = spfpolicy(
        {u"log"_s, u"summary"_s, path(u"a.log"_s), path(u"b.log"_s), path(u"b.log"_s), u"--json"_s});
    QCOMPARE(run.exit, 0);
    QCOMPARE(run.object()[u"checks"_s].toInt(), 5);
    QVERIFY(run.err.contains("a copy of"));
    QVERIFY(run.err.contains("the same file as"));
}

void CliLogTest::journalForms()
{
    const QByteArray message = line(7).mid(line(7).indexOf("prepend")).trimmed();
    const QByteArray json = R"({"__REALTIME_TIMESTAMP":"1732060800000000","_HOSTNAME":"mx",)"
                            R"("SYSLOG_IDENTIFIER":"policyd-spf","_PID":"7","MESSAGE":")" +
                            message + "\"}\n";
    const QByteArray exported = "__REALTIME_TIMESTAMP=1732060800000000\n_HOSTNAME=mx\n"
                                "SYSLOG_IDENTIFIER=policyd-spf\n_PID=7\nMESSAGE=" +
                                message + "\n\n";
    for (const QByteArray& bytes : {json, exported}) {
        const QStringList command{u"log"_s, u"summary"_s, u"-"_s, u"--json"_s, u"--tz"_s, u"Asia/Tokyo"_s};
        const Run run = spfpolicy(command, bytes);
        QCOMPARE(run.exit, 0);
        QCOMPARE(run.object()[u"byHour"_s].toObject().keys(), QStringList(u"2024-11-20T09"_s));
    }
}

void CliLogTest::journalInParts()
{
    const QByteArray message = line(7).mid(line(7).indexOf("prepend")).trimmed();
    const QByteArray json = R"({"__REALTIME_TIMESTAMP":"1732060800000000","_HOSTNAME":"mx",)"
                            R"("SYSLOG_IDENTIFIER":"policyd-spf","_PID":"7","MESSAGE":")" +
                            message + "\"}\n";
    const QByteArray exported = "__REALTIME_TIMESTAMP=1732060800000000\n_HOSTNAME=mx\n"
                                "SYSLOG_IDENTIFIER=policyd-spf\n_PID=7\nMESSAGE=" +
                                message + "\n\n";
    const QStringList command{u"log"_s, u"summary"_s, u"-"_s, u"--json"_s, u"--quiet"_s};
    for (const QByteArray& bytes : {json + json.chopped(60), exported + exported.chopped(60)}) {
        const Run cut = spfpolicy(command, bytes);
        QCOMPARE(cut.exit, 3);
        QCOMPARE(cut.object()[u"checks"_s].toInt(), 1);
        QVERIFY2(cut.err.contains("cut or damaged"), cut.err.constData());
    }
    for (const QByteArray& entry : {json, exported}) {
        const Run mixed = spfpolicy(command, lines(1, 300) + entry + lines(1, 3) + entry);
        QCOMPARE(mixed.exit, 3);
        QCOMPARE(mixed.object()[u"checks"_s].toInt(), 303);
        const QByteArray place = entry == json ? "line 301: " : "line 305: ";
        QVERIFY2(mixed.err.contains(place + "journal entries") && mixed.err.contains("2 lines"),
                 mixed.err.constData());
    }
}

void CliLogTest::yearOfASet()
{
    const auto at = [](const QByteArray& date, int number) { return date + line(number).mid(6); };
    writeFile(path(u"mail.log"_s), {}); // just rotated
    writeFile(path(u"mail.log.1"_s), at("Jan  3", 5) + at("Jan  4", 6));
    writeFile(path(u"mail.log.2"_s), at("Dec 30", 3) + at("Jan  2", 4));
    writeFile(path(u"mail.log.3"_s), at("Dec 28", 1) + at("Dec 29", 2));
    writeFile(path(u"other.log"_s), at("Dec 31", 7));
    QCOMPARE(QProcess::execute(u"gzip"_s, {path(u"mail.log.2"_s), path(u"mail.log.3"_s)}), 0);
    const Run run = spfpolicy({u"log"_s, u"events"_s, m_dir->path(), u"--year"_s, u"2021"_s, u"--tz"_s,
                               u"UTC"_s, u"--format"_s, u"csv"_s, u"--no-cache"_s});
    QCOMPARE(run.exit, 0);
    QByteArrayList times;
    for (const QByteArray& row : run.out.trimmed().split('\n').mid(1)) {
        times.append(row.left(10));
    }
    QCOMPARE(times, (QByteArrayList{"2020-12-28", "2020-12-29", "2020-12-30", "2021-01-02", "2021-01-03",
                                    "2021-01-04", "2021-12-31"}));
}

void CliLogTest::periodWithoutChecks()
{
    writeFile(path(u"a.log"_s), lines(1, 3));
    const QStringList command{u"log"_s,  u"summary"_s, path(u"a.log"_s), u"--year"_s,
                              u"2025"_s, u"--tz"_s,    u"+09:00"_s,      u"--json"_s};
    const Run other = spfpolicy(command + QStringList{u"--since"_s, u"2026-01-01"_s});
    QCOMPARE(other.exit, 0);
    QVERIFY2(other.err.contains("2025-11-20 10:00 UTC+09:00"), other.err.constData());
    const Run quiet = spfpolicy(command + QStringList{u"--since"_s, u"2026-01-01"_s, u"--quiet"_s});
    QVERIFY(quiet.err.isEmpty());
    const Run none =
        spfpolicy(command + QStringList{u"--since"_s, u"2025-11-20"_s, u"--filter"_s, u"result:fail"_s});
    QVERIFY2(none.err.isEmpty(), none.err.constData()); // the period has checks
    // Without an offset a time is in the zone of --tz.
    const auto checks = [&](const QString& since) {
        return spfpolicy(command + QStringList{u"--since"_s, since}).object()[u"checks"_s].toInt();
    };
    QCOMPARE(checks(u"2025-11-20T10:00:02"_s), 2);
    QCOMPARE(checks(u"2025-11-20T01:00:03Z"_s), 1);
}

void CliLogTest::oddNamesOnATerminal()
{
    const QByteArray longName = QByteArray(35'000, 'x') + "end" + QByteArray(35'000, 'y');
    writeFile(path(u"a.log"_s), line(1).replace("u@a.example", "u@\xe2\x80\xaemoc.\x1b[31mknab") +
                                    line(2).replace("u@a.example", "u@" + longName));
    const QStringList command{u"log"_s, u"summary"_s, path(u"a.log"_s)};
    const Run text = spfpolicy(command);
    QVERIFY(!text.out.contains("\xe2\x80\xae") && !text.out.contains('\x1b'));
    QVERIFY2(text.out.contains("\\u202emoc.\\x1b[31mknab"), text.out.constData());
    for (const QByteArray& row : text.out.split('\n')) {
        QVERIFY2(row.size() < 300, row.constData());
    }
    QVERIFY(text.out.contains("xxx\xe2\x80\xa6yyy"));
    QVERIFY(spfpolicy(command + QStringList{u"--json"_s}).out.contains(longName));
    // What an error quotes, too.
    const QString odd = u"no\x1b[31m\n\u202e.log"_s;
    const Run missing = spfpolicy({u"log"_s, u"summary"_s, odd});
    QCOMPARE(missing.exit, 3);
    QVERIFY2(missing.err.contains("no\\x1b[31m\\x0a\\u202e.log"), missing.err.constData());
    const Run filter = spfpolicy(command + QStringList{u"--filter"_s, u"domain:\x1b[31m\u202e\n bad:("_s});
    QCOMPARE(filter.exit, 2);
    const Run unknown = spfpolicy({odd});
    QCOMPARE(unknown.exit, 2);
    for (const QByteArray& err : {missing.err, filter.err, unknown.err}) {
        QVERIFY2(!err.contains('\x1b') && !err.contains("\xe2\x80\xae"), err.constData());
        QVERIFY2(err.startsWith("spfpolicy: ") && err.endsWith('\n'), err.constData());
    }
    QCOMPARE(missing.err.count('\n'), 1);
}

void CliLogTest::zonesOfSources()
{
    writeFile(path(u"a.log"_s), line(1));
    writeFile(path(u"b.log"_s), line(2));
    const QString b = path(u"b.log"_s);
    const Run run = spfpolicy({u"log"_s, u"events"_s, path(u"a.log"_s), b, u"--year"_s, u"2025"_s, u"--tz"_s,
                               u"UTC"_s, u"--tz"_s, b + u"=Asia/Tokyo"_s});
    QCOMPARE(run.exit, 0);
    QVERIFY(run.out.contains("2025-11-20T10:00:01") && run.out.contains("2025-11-20T10:00:02"));
    QCOMPARE(run.out.count("+09:00"), 1);
    QCOMPARE(spfpolicy({u"log"_s, u"events"_s, b, u"--tz"_s, u"c.log=UTC"_s}).exit, 2);
    QCOMPARE(spfpolicy({u"log"_s, u"events"_s, b, u"--tz"_s, b + u"=Moon/Crater"_s}).exit, 2);
    for (const QString& name : {u"Moon"_s, u"asia/tokyo"_s, u"JST"_s, u"zone.tab"_s, u"../zoneinfo"_s}) {
        const Run unknown = spfpolicy({u"log"_s, u"events"_s, b, u"--tz"_s, name});
        QCOMPARE(unknown.exit, 2);
        QVERIFY2(unknown.err.contains((u'"' + name + u'"').toUtf8()) && unknown.err.contains("--tz") &&
                     unknown.err.contains("Asia/Tokyo"),
                 unknown.err.constData());
    }
    for (const QString& name : {u"Japan"_s, u"EST"_s, u"JST-9"_s, u"Etc/GMT+9"_s, u"-05:00"_s, u"utc"_s}) {
        QCOMPARE(spfpolicy({u"log"_s, u"events"_s, b, u"--tz"_s, name}).exit, 0);
    }
}

void CliLogTest::outputFile()
{
    writeFile(path(u"a.log"_s), lines(1, 3));
    const QString out = path(u"out.csv"_s);
    const QStringList command{u"log"_s,      u"events"_s, path(u"a.log"_s), u"--format"_s, u"csv"_s,
                              u"--output"_s, out};
    const Run run = spfpolicy(command);
    QCOMPARE(run.exit, 0);
    QVERIFY(run.out.isEmpty());
    QCOMPARE(bytesOf(out).trimmed().split('\n').size(), 4);
    const QByteArray before = bytesOf(out);
    QCOMPARE(spfpolicy({u"log"_s, u"events"_s, path(u"missing"_s), u"--output"_s, out}).exit, 3);
    QCOMPARE(bytesOf(out), before);
    const Run bad = spfpolicy({u"log"_s, u"summary"_s, path(u"a.log"_s), u"--output"_s, path(u"no/such"_s)});
    QCOMPARE(bad.exit, 3);
    QVERIFY(bad.err.contains("cannot be written"));
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), (QStringList{u"a.log"_s, u"out.csv"_s}));
}

void CliLogTest::outputIsNeverLost()
{
    writeFile(path(u"a.log"_s), lines(1, 3));
    const QStringList events{u"log"_s, u"events"_s, path(u"a.log"_s)};
    const Run onto = spfpolicy(events + QStringList{u"--output"_s, path(u"a.log"_s)});
    QCOMPARE(onto.exit, 3);
    QVERIFY(onto.err.contains("one of the logs"));
    QCOMPARE(bytesOf(path(u"a.log"_s)), lines(1, 3));
    // A device stays one, and what does not fit is told.
    const QString device = path(u"device"_s);
    QVERIFY(QFile::link(u"/dev/full"_s, device));
    const Run full = spfpolicy(events + QStringList{u"--output"_s, device});
    QCOMPARE(full.exit, 3);
    QVERIFY(full.err.contains("cannot be written"));
    QVERIFY(!QFileInfo(device).isFile());
    QProcess process;
    process.setStandardOutputFile(u"/dev/full"_s);
    process.start(qEnvironmentVariable("SPM_BIN_DIR") + u"/spfpolicy"_s, events);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 3);
    QVERIFY(process.readAllStandardError().contains("standard output cannot be written"));
}

void CliLogTest::whatCanBeReadIsCounted()
{
    writeFile(path(u"a.log"_s), lines(1, 3));
    const Run run = spfpolicy({u"log"_s, u"events"_s, path(u"a.log"_s), path(u"missing"_s)});
    QCOMPARE(run.exit, 3);
    QCOMPARE(run.out.trimmed().split('\n').size(), 3);
    QVERIFY(run.err.contains("missing"));
}

void CliLogTest::quiet()
{
    writeFile(path(u"empty.log"_s), {});
    writeFile(path(u"other.log"_s), "nothing\n");
    const Run run = spfpolicy({u"log"_s, u"summary"_s, path(u"empty.log"_s), path(u"other.log"_s),
                               path(u"other.log"_s), u"--quiet"_s});
    QCOMPARE(run.exit, 0);
    QVERIFY2(run.err.isEmpty(), run.err.constData());
}

void CliLogTest::followed()
{
    const QString log = path(u"mail.log"_s);
    writeFile(log, lines(1, 5));
    Follower follower({log});
    QVERIFY(follower.isReady(log));
    QVERIFY(!follower.clients().contains(1)); // what was there before is not news

    add(log, line(10));
    add(log, line(11).left(40)); // half a line
    QTRY_COMPARE(follower.clientsAfterReady(), QList<int>{10});
    QVERIFY(QFile::rename(log, path(u"mail.log.1"_s)));
    add(path(u"mail.log.1"_s), line(11).mid(40)); // by who still holds on to it
    writeFile(log, lines(12, 2));
    QTRY_COMPARE(follower.clientsAfterReady(), (QList<int>{10, 11, 12, 13}));

    QVERIFY(QFile::resize(log, 0)); // copytruncate
    add(log, line(14));
    QTRY_COMPARE(follower.clientsAfterReady(), (QList<int>{10, 11, 12, 13, 14}));
    QVERIFY(QFile::resize(log, 0)); // and past its old size between two looks
    add(log, lines(15, 4));
    QTRY_COMPARE(follower.clientsAfterReady().size(), 9);
    QCOMPARE(follower.clientsAfterReady().last(), 18);

    QVERIFY(QFile::remove(log));
    QTest::qWait(500);
    writeFile(log, line(19));
    QTRY_COMPARE(follower.clientsAfterReady().last(), 19);

    ::kill(static_cast<pid_t>(follower.process().processId()), SIGINT);
    QVERIFY(follower.process().waitForFinished(5000));
    QCOMPARE(follower.process().exitStatus(), QProcess::NormalExit);
    QCOMPARE(follower.process().exitCode(), 0);
}

void CliLogTest::followedCopy_data()
{
    QTest::addColumn<QString>("copy");
    QTest::newRow("mail.log.1") << u"mail.log.1"_s;
    QTest::newRow("mail.log-20261122") << u"mail.log-20261122"_s;
    QTest::newRow("mail.log.1.gz") << u"mail.log.1.gz"_s;
}

void CliLogTest::followedCopy()
{
    QFETCH(QString, copy);
    const QString log = path(u"mail.log"_s);
    writeFile(log, lines(1, 5));
    writeFile(path(u"mail.log.3"_s), lines(40, 5)); // another part of the set
    Follower follower({log});
    QVERIFY(follower.isReady(log));
    ::kill(static_cast<pid_t>(follower.process().processId()), SIGSTOP); // between two looks
    add(log, lines(10, 3) + line(20).left(50));                          // a line that is never ended is none
    const bool isPacked = copy.endsWith(u".gz"_s);
    QVERIFY(QFile::copy(log, path(isPacked ? copy.chopped(3) : copy)));
    if (isPacked) {
        QCOMPARE(QProcess::execute(u"gzip"_s, {path(copy.chopped(3))}), 0);
    }
    QVERIFY(QFile::resize(log, 0));
    add(log, lines(13, 2));
    ::kill(static_cast<pid_t>(follower.process().processId()), SIGCONT);
    QTRY_COMPARE(follower.clientsAfterReady(), (QList<int>{10, 11, 12, 13, 14}));
    add(log, line(15));
    QTRY_COMPARE(follower.clientsAfterReady(), (QList<int>{10, 11, 12, 13, 14, 15}));
}

void CliLogTest::followedPast()
{
    const QString log = path(u"mail.log"_s);
    writeFile(log, lines(1, 5) + line(6).left(50));
    Follower last({log, u"--lines"_s, u"2"_s});
    Follower all({log, u"--all"_s});
    QTRY_COMPARE(last.clients(), (QList<int>{4, 5}));
    QTRY_COMPARE(all.clients(), (QList<int>{1, 2, 3, 4, 5}));
    add(log, line(6).mid(50));
    QTRY_COMPARE(last.clients(), (QList<int>{4, 5, 6}));
    QTRY_COMPARE(all.clients(), (QList<int>{1, 2, 3, 4, 5, 6}));
}

void CliLogTest::followedFilter()
{
    const QString log = path(u"mail.log"_s);
    writeFile(log, {});
    Follower follower({log, u"--filter"_s, u"text:identity=mailfrom -result:fail"_s});
    QVERIFY(follower.isReady(log));
    add(log, line(1) + line(2, "Fail") + line(3, "Softfail"));
    QTRY_COMPARE(follower.clientsAfterReady(), (QList<int>{1, 3}));
}

void CliLogTest::followedPipe()
{
    Follower follower({u"-"_s}, true);
    follower.process().write(line(1));
    QTRY_COMPARE(follower.clients(), QList<int>{1});
    follower.process().write(line(2) + line(3).trimmed());
    follower.process().closeWriteChannel();
    QVERIFY(follower.process().waitForFinished(5000));
    QCOMPARE(follower.process().exitCode(), 0);
    QCOMPARE(follower.clients(), (QList<int>{1, 2, 3}));
}

/// A journal that begins in an entry, and a field of another whose length is wrong: both are told by one
/// message.
void CliLogTest::followedBrokenJournal()
{
    const auto entry = [](int number, const QByteArray& more = {}) -> QByteArray {
        return "__CURSOR=s=" + QByteArray::number(number) + "\n__REALTIME_TIMESTAMP=1763700000000000\n" +
               "_HOSTNAME=mx1\nSYSLOG_IDENTIFIER=policyd-spf\n" + more +
               "MESSAGE=" + line(number).split(':').sliced(3).join(':').trimmed() + "\n\n";
    };
    QByteArray length(8, '\0');
    length[5] = 1; // 2^40
    Follower follower({u"-"_s}, true);
    follower.process().write(entry(1).mid(40) + entry(2));
    QTRY_COMPARE(follower.clients(), QList<int>{2});
    follower.process().write(entry(3, "COREDUMP\n" + length + "a\nb\n") + entry(4));
    QTRY_COMPARE(follower.clients(), (QList<int>{2, 4}));
    follower.process().closeWriteChannel();
    QVERIFY(follower.process().waitForFinished(5000));
    QCOMPARE(follower.process().exitCode(), 0);
    QCOMPARE(follower.process().readAllStandardError().count("line 1: a journal entry is cut or damaged"), 1);
    QCOMPARE(follower.clients(), (QList<int>{2, 4}));
}

void CliLogTest::followedDetails()
{
    Follower all({u"-"_s}, true);
    Follower blocks({u"-"_s, u"--filter"_s, u"action:block"_s}, true);
    for (Follower* follower : {&all, &blocks}) {
        follower->process().write(block(1) + detail(2, "None", "helo"));
        QTRY_COMPARE(follower->outcomes(), QStringList{u"fail/block"_s});
        QTest::qWait(700); // longer than between two looks
        follower->process().write(detail(2, "Fail", "mailfrom") + block(3));
        QTRY_COMPARE(follower->clients(), (QList<int>{1, 3})); // one that waits holds up no other
        QTest::qWait(700);
        follower->process().write(block(2));
        QTRY_COMPARE(follower->clients(), (QList<int>{1, 3, 2}));
        QCOMPARE(follower->outcomes(), QStringList(3, u"fail/block"_s));
        follower->process().write(detail(4, "Softfail", "mailfrom"));
        follower->process().closeWriteChannel();
        QVERIFY(follower->process().waitForFinished(5000));
    }
    QCOMPARE(all.clients(), (QList<int>{1, 3, 2, 4})); // nothing follows
    QCOMPARE(all.outcomes().last(), u"softfail/unknown"_s);
    QCOMPARE(blocks.clients(), (QList<int>{1, 3, 2}));
}

void CliLogTest::followedDetailsAlone()
{
    const QString log = path(u"mail.log"_s);
    writeFile(log, {});
    Follower follower({log});
    QVERIFY(follower.isReady(log));
    add(log, detail(2, "Pass", "mailfrom"));
    QTest::qWait(5000);
    QVERIFY(follower.clientsAfterReady().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(follower.clientsAfterReady(), QList<int>{2}, 40'000);
    add(log, detail(3, "Pass", "mailfrom"));
    QTest::qWait(700);
    ::kill(static_cast<pid_t>(follower.process().processId()), SIGINT);
    QVERIFY(follower.process().waitForFinished(5000));
    QCOMPARE(follower.clientsAfterReady(), (QList<int>{2, 3}));
}

void CliLogTest::followedPastDetails()
{
    const QString log = path(u"mail.log"_s);
    QByteArray old = detail(1, "Pass", "mailfrom").replace("T10:00", "T09:00");
    writeFile(log, old + detail(2, "Fail", "mailfrom") + detail(3, "Fail", "mailfrom") + block(4));
    Follower all({log, u"--all"_s});
    Follower last({log, u"--lines"_s, u"2"_s});
    QTRY_COMPARE(all.clients(), (QList<int>{1, 4}));
    QTRY_COMPARE(last.clients(), QList<int>{4});
    add(log, block(3) + block(2));
    QTRY_COMPARE(all.clients(), (QList<int>{1, 4, 2, 3}));
    QTRY_COMPARE(last.clients(), (QList<int>{4, 2, 3}));
    QCOMPARE(last.outcomes(), QStringList(3, u"fail/block"_s));
}

void CliLogTest::followedBeforeItExists()
{
    const QString log = path(u"mail.log"_s);
    Follower follower({log});
    QByteArray said;
    QTRY_VERIFY((said += follower.process().readAllStandardError()).contains("waiting for"));
    QCOMPARE(said, "spfpolicy: waiting for " + QFile::encodeName(log) + '\n');
    QTest::qWait(700);
    writeFile(log, lines(1, 2));
    QTRY_COMPARE(follower.clients(), (QList<int>{1, 2}));
    QVERIFY(QFile::rename(log, path(u"mail.log.1"_s)));
    QTest::qWait(700);
    writeFile(log, line(3));
    QTRY_COMPARE(follower.clients(), (QList<int>{1, 2, 3}));
    QVERIFY(follower.process().readAllStandardError().isEmpty());
}

void CliLogTest::followedNamedPipe()
{
    const QString pipe = path(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    const QString log = path(u"mail.log"_s);
    writeFile(log, {});
    Follower follower({pipe, log});
    QVERIFY(follower.isReady(log)); // although nobody writes into the pipe
    add(pipe, line(1));
    QTRY_COMPARE(follower.clientsAfterReady(), QList<int>{1});
    add(pipe, line(2)); // by the next who opens it
    add(log, line(3));
    QTRY_COMPARE(follower.clientsAfterReady().size(), 3);
    ::kill(static_cast<pid_t>(follower.process().processId()), SIGINT);
    QVERIFY(follower.process().waitForFinished(5000));
    QCOMPARE(follower.process().exitCode(), 0);
    QVERIFY2(follower.process().readAllStandardError().isEmpty(), "nothing is wrong");

    QProcess shell; // a pipe without a name ends
    shell.start(u"bash"_s, {u"-c"_s, u"exec \"$0\" log follow <(cat \"$1\")"_s,
                            qEnvironmentVariable("SPM_BIN_DIR") + u"/spfpolicy"_s, log});
    QVERIFY(shell.waitForFinished(10'000));
    QCOMPARE(shell.exitCode(), 0);
    QVERIFY(shell.readAllStandardOutput().contains("192.0.2.3"));
}

void CliLogTest::followedForLong()
{
    const QByteArray folder = qgetenv("XDG_CACHE_HOME");
    qputenv("XDG_CACHE_HOME", QFile::encodeName(path(u"cache"_s)));
    Follower follower({u"-"_s, u"--filter"_s, u"ip:192.0.2.9"_s}, true);
    folder.isNull() ? qunsetenv("XDG_CACHE_HOME") : qputenv("XDG_CACHE_HOME", folder);
    const QByteArray others = line(7).repeated(20'000);
    for (int i = 1; i <= 4; ++i) {
        follower.process().write(others + line(9));
        QTRY_COMPARE_WITH_TIMEOUT(follower.clients(), QList<int>(i, 9), 30'000);
    }
    // What was told takes no room any more.
    QDirIterator files(path(u"cache/spf-policy-manager/spools"_s), QDir::Files, QDirIterator::Subdirectories);
    QVERIFY(files.hasNext());
    const QByteArray spool = QFile::encodeName(files.next());
    struct stat status{};
    const auto room = [&] { return ::stat(spool.constData(), &status) == 0 ? status.st_blocks * 512 : 0; };
    QTRY_VERIFY2(room() > 0 && room() < status.st_size / 2,
                 QByteArray::number(qlonglong(room())).constData());
    follower.process().closeWriteChannel();
    QVERIFY(follower.process().waitForFinished(5000));
    QVERIFY(!QFileInfo::exists(QFile::decodeName(spool)));
}

void CliLogTest::followRefuses()
{
    writeFile(path(u"mail.log"_s), lines(1, 5));
    QCOMPARE(QProcess::execute(u"gzip"_s, {path(u"mail.log"_s)}), 0);
    QCOMPARE(spfpolicy({u"log"_s, u"follow"_s, path(u"mail.log.gz"_s)}).exit, 3);
    QCOMPARE(spfpolicy({u"log"_s, u"follow"_s, path(u"no/such.log"_s)}).exit, 3);
    QCOMPARE(spfpolicy({u"log"_s, u"follow"_s, path(u"mail.log.gz"_s), u"--lines"_s, u"few"_s}).exit, 2);
}

void CliLogTest::otherHost()
{
    const Run run = spfpolicy({u"log"_s, u"summary"_s, u"no-such-host.invalid:/var/log/mail.log"_s});
    QCOMPARE(run.exit, 3);
    QVERIFY2(run.err.contains("no-such-host.invalid") || run.err.contains("ssh"), run.err.constData());
    QVERIFY(run.out.isEmpty());
}

QTEST_GUILESS_MAIN(CliLogTest)
#include "cli_log_test.moc"
