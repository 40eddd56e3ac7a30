// SPDX-License-Identifier: GPL-3.0-or-later
// Logs that are no files here: the journal, by a script in journalctl's place, and logs of another host
// behind a real sshd: the first fetch, growth, rotation, a broken connection, refusals.
#include "core/qtio/log/log_loader.h"
#include "core/qtio/log/log_remote_spool.h"
#include "core/qtio/log/log_zone.h"
#include "tests/core/qtio/ssh_world.h"
#include "tests/support/ssh_server.h"

#include <QProcess>
#include <QSignalSpy>

#include <memory>

#include <unistd.h>

using namespace test;
using Until = LogSpool::Until;
using ErrorCode = LogPlaceError::Code;

namespace {

constexpr auto line = "Sep 12 10:14:48 mx1 policyd-spf[70]: prepend Received-SPF: Pass (mailfrom) "
                      "identity=mailfrom; client-ip=192.0.2.7; helo=mx.a.example; "
                      "envelope-from=u@a.example; receiver=b@c.example \n";

QByteArray lines(int first, int count)
{
    QByteArray text;
    for (int i = first; i < first + count; ++i) {
        text += QByteArray(line).replace("[70]", '[' + QByteArray::number(i) + ']');
    }
    return text;
}

void add(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// Keeps what a spool tells.
struct Watched
{
    explicit Watched(std::unique_ptr<LogSpool> theSpool) : spool(std::move(theSpool))
    {
        spool->setInterval(std::chrono::milliseconds(20));
        QObject::connect(spool.get(), &LogSpool::failed, spool.get(),
                         [this](const LogPlaceError& error) { errors.push_back(error); });
        QObject::connect(spool.get(), &LogSpool::caughtUp, spool.get(), [this] { ++caughtUp; });
        QObject::connect(spool.get(), &LogSpool::progressed, spool.get(),
                         [this](qint64 done, qint64 total) { progress.append({done, total}); });
    }

    [[nodiscard]] QByteArray text() const { return contentOf(spool->path()); }

    std::vector<LogPlaceError> errors;
    QList<std::pair<qint64, qint64>> progress;
    int caughtUp = 0;
    std::unique_ptr<LogSpool> spool; ///< goes first
};

} // namespace

class LogSpoolTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void places_data();
    void places();
    void spoolFile();
    void abandonedSpools();

    void journal();
    void journalIsMissing();
    void journalRefuses();

    void remoteFile();
    void remoteFileInPieces();
    void remoteGrowth();
    void remoteRotation_data();
    void remoteRotation();
    void remotePackedFile();
    void remoteZoneAndDate();
    void brokenConnection();
    void startedAgain();
    void refusals_data();
    void refusals();
    void remoteJournal();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_dir->filePath(name); }

    void needServer()
    {
        if (!m_why.isEmpty()) {
            QSKIP(qPrintable(m_why));
        }
    }

    std::unique_ptr<Watched> watch(const LogPlace& place)
    {
        return std::make_unique<Watched>(LogSpool::of(place, *m_client, *parseZone(u"+0900")));
    }

    std::unique_ptr<Watched> remote(const QString& name)
    {
        return watch({LogPlace::Kind::RemoteFile, u"mx"_s, path(name)});
    }

    void program(const QString& name, const QByteArray& script) const
    {
        QDir(m_dir->path()).mkdir(u"bin"_s);
        put(path(u"bin/"_s + name), "#!/bin/sh\n" + script);
        QVERIFY(QFile::setPermissions(path(u"bin/"_s + name), QFile::Permissions(0x7755)));
    }

    test::SshServer m_server;
    QString m_why;
    QByteArray m_path;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<SshClient> m_client;
};

void LogSpoolTest::initTestCase()
{
    m_path = qgetenv("PATH");
    m_why = test::SshServer::whyNot();
    if (m_why.isEmpty()) {
        QVERIFY(m_server.start());
    }
}

void LogSpoolTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    qputenv("PATH", QFile::encodeName(path(u"bin"_s)) + ':' + m_path);
    if (m_why.isEmpty()) {
        m_server.setLogin({});
        m_client = std::make_unique<SshClient>(u"ssh"_s, m_server.sshArguments());
    } else {
        m_client = std::make_unique<SshClient>();
    }
}

void LogSpoolTest::cleanup()
{
    m_client.reset();
    qputenv("PATH", m_path);
}

void LogSpoolTest::places_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("path");
    using Kind = LogPlace::Kind;
    const auto row = [](const char* text, Kind kind, const QString& host, const QString& path) {
        QTest::newRow(text) << static_cast<int>(kind) << host << path;
    };
    row("journal:", Kind::Journal, {}, {});
    row("mx1:journal", Kind::RemoteJournal, u"mx1"_s, {});
    row("tanaka@mx1.example.co.jp:/var/log/mail.log", Kind::RemoteFile, u"tanaka@mx1.example.co.jp"_s,
        u"/var/log/mail.log"_s);
    row("/var/log/mail.log", Kind::File, {}, u"/var/log/mail.log"_s);
    row("mail.log", Kind::File, {}, u"mail.log"_s);
    row("./a:/b", Kind::File, {}, u"./a:/b"_s);
    row("-", Kind::File, {}, u"-"_s);
    row("file:///var/log/mail%20log", Kind::File, {}, u"/var/log/mail log"_s);
    row("file://localhost/var/log/mail.log", Kind::File, {}, u"/var/log/mail.log"_s);
}

void LogSpoolTest::places()
{
    QFETCH(int, kind);
    QFETCH(QString, host);
    QFETCH(QString, path);
    const QString text = QString::fromLatin1(QTest::currentDataTag());
    const LogPlace place = LogPlace::fromText(text);
    QCOMPARE(static_cast<int>(place.kind), kind);
    QCOMPARE(place.host, host);
    QCOMPARE(place.path, path);
    QCOMPARE(place.text(), text.startsWith(u"file:"_s) ? path : text);
}

void LogSpoolTest::spoolFile()
{
    QString file;
    {
        SpoolFile spool;
        QVERIFY(!spool.create(u"/var/log/mail.log-20250105.gz"_s, path(u"spools"_s)));
        file = spool.path();
        QCOMPARE(QFileInfo(file).fileName(), u"mail.log-20250105.gz"_s);
        QVERIFY(!spool.append("abc"));
        QVERIFY(!spool.append("def"));
        QCOMPARE(contentOf(file), QByteArray("abcdef"));
        QCOMPARE(modeOf(file), mode_t(0600));
        QCOMPARE(modeOf(QFileInfo(file).path()), mode_t(0700));
        QCOMPARE(modeOf(path(u"spools"_s)), mode_t(0700));
    }
    QVERIFY(!QFileInfo::exists(QFileInfo(file).path()));
    {
        SpoolFile large; // removed beside the thread that let it go
        QVERIFY(!large.create(u"large"_s, path(u"spools"_s)));
        file = large.path();
        for (int i = 0; i < 40; ++i) {
            QVERIFY(!large.append(QByteArray(1 << 20, 'x')));
        }
    }
    QTRY_VERIFY(!QFileInfo::exists(QFileInfo(file).path()));
    SpoolFile spent;
    QVERIFY(!spent.create(u"a"_s, path(u"spools"_s)));
    const QByteArray text = lines(1, 3000);
    QVERIFY(!spent.append(text));
    const QByteArray whole = contentOf(spent.path());
    spent.forget(static_cast<quint64>(text.size()));
    const QByteArray left = contentOf(spent.path());
    QCOMPARE(left.size(), whole.size());
    QCOMPARE(left.left(4096), whole.left(4096)); // what a FileMark looks at
    QCOMPARE(left.right(4096), whole.right(4096));
    SpoolFile impossible;
    put(path(u"file"_s), "x");
    QVERIFY(impossible.create(u"a"_s, path(u"file/spools"_s)).has_value());
}

void LogSpoolTest::abandonedSpools()
{
    SpoolFile living;
    QVERIFY(!living.create(u"a"_s, path(u"spools"_s)));
    const QString dead = path(u"spools/dead"_s);
    QVERIFY(QDir().mkpath(dead));
    put(dead + u"/mail.log"_s, "x");
    QVERIFY(QDir().mkpath(path(u"spools/young"_s)));
    for (const QString& folder : {dead, QFileInfo(living.path()).path()}) {
        QCOMPARE(QProcess::execute(u"touch"_s, {u"-d"_s, u"1 hour ago"_s, folder}), 0);
    }
    SpoolFile next;
    QVERIFY(!next.create(u"b"_s, path(u"spools"_s)));
    QVERIFY(!QFileInfo::exists(dead));
    QVERIFY(QFileInfo::exists(living.path()));
    QVERIFY(QFileInfo::exists(path(u"spools/young"_s)));
}

namespace {

/// journalctl that has `past`, then writes the file `now` when it follows, once, and ends.
QByteArray journalctl(const QString& folder)
{
    return "echo \"$*\" >> " + folder.toUtf8() +
           "/calls\n"
           "case \"$*\" in\n"
           "*\" -f \"*after-cursor=3*) exec sleep 60;;\n"
           "*after-cursor=3*) exit 0;;\n"
           "*after-cursor=2*) for i in 3; do :; done; from=3; to=3;;\n"
           "*) from=1; to=2;;\n"
           "esac\n"
           "while [ $from -le $to ]; do\n"
           "printf '__CURSOR=%s\\n__REALTIME_TIMESTAMP=172486133976459%s\\n_HOSTNAME=mx1\\n"
           "SYSLOG_IDENTIFIER=policyd-spf\\nMESSAGE=number %s\\n\\n' $from $from $from\n"
           "from=$((from+1))\n"
           "done\n";
}

QByteArray journalLine(int number)
{
    return "2024-08-29T01:08:59.76459" + QByteArray::number(number) + "+09:00 mx1 policyd-spf: number " +
           QByteArray::number(number) + '\n';
}

} // namespace

void LogSpoolTest::journal()
{
    program(u"journalctl"_s, journalctl(m_dir->path()));
    const auto once = watch({LogPlace::Kind::Journal, {}, {}});
    once->spool->start(Until::CaughtUp);
    QTRY_COMPARE(once->caughtUp, 1);
    QCOMPARE(once->text(), journalLine(1) + journalLine(2));

    const auto followed = watch({LogPlace::Kind::Journal, {}, {}});
    followed->spool->start(Until::Stopped);
    // Between the calls it goes on behind the last entry, also where one ends.
    QTRY_COMPARE(followed->text(), journalLine(1) + journalLine(2) + journalLine(3));
    QTRY_VERIFY(contentOf(path(u"calls"_s)).contains("after-cursor=3"));
    QCOMPARE(followed->caughtUp, 1);
    const QList<QByteArray> calls = contentOf(path(u"calls"_s)).trimmed().split('\n');
    QVERIFY(!calls[0].contains(" -f ") && calls[0].contains("SYSLOG_FACILITY=2 + SYSLOG_IDENTIFIER="));
    QVERIFY(calls.last().contains(" -f "));
    QTest::qWait(100);
    QCOMPARE(followed->text(), journalLine(1) + journalLine(2) + journalLine(3));
    QVERIFY(followed->errors.empty());
    followed->spool->stop();
    followed->spool->start(Until::CaughtUp);
    QTRY_COMPARE(followed->caughtUp, 2);
    QCOMPARE(followed->text(), journalLine(1) + journalLine(2) + journalLine(3));
}

void LogSpoolTest::journalIsMissing()
{
    qputenv("PATH", QFile::encodeName(path(u"bin"_s)));
    const auto spool = watch({LogPlace::Kind::Journal, {}, {}});
    spool->spool->start(Until::CaughtUp);
    QTRY_COMPARE(spool->errors.size(), std::size_t{1});
    QCOMPARE(spool->errors[0].code, ErrorCode::NoJournal);
    QCOMPARE(spool->errors[0].place, u"journal:"_s);
}

void LogSpoolTest::journalRefuses()
{
    program(u"journalctl"_s,
            "echo 'No journal files were opened due to insufficient permissions.' >&2\nexit 1\n");
    const auto spool = watch({LogPlace::Kind::Journal, {}, {}});
    spool->spool->start(Until::CaughtUp);
    QTRY_COMPARE(spool->errors.size(), std::size_t{1});
    QCOMPARE(spool->errors[0].code, ErrorCode::JournalFailed);
    QVERIFY(spool->errors[0].detail.contains(u"insufficient permissions"_s));
    QCOMPARE(spool->caughtUp, 0);
}

void LogSpoolTest::remoteFile()
{
    needServer();
    const QByteArray text = lines(1, 20'000); // some MB
    put(path(u"mail.log"_s), text);
    const auto spool = remote(u"mail.log"_s);
    spool->spool->start(Until::CaughtUp);
    QTRY_COMPARE_WITH_TIMEOUT(spool->caughtUp, 1, 20'000);
    QVERIFY(spool->text() == text);
    QVERIFY(!spool->progress.isEmpty());
    QCOMPARE(spool->progress.last().first, qint64(text.size()));
    QCOMPARE(spool->progress.last().second, qint64(text.size()));
    QCOMPARE(QFileInfo(spool->spool->path()).fileName(), u"mail.log"_s);
}

void LogSpoolTest::remoteFileInPieces()
{
    needServer();
    const QByteArray text = lines(1, 120'000) + "the last line has no end";
    put(path(u"mail.log"_s), text);
    const auto spool = remote(u"mail.log"_s);
    spool->spool->start(Until::CaughtUp);
    QTRY_COMPARE_WITH_TIMEOUT(spool->caughtUp, 1, 30'000);
    QVERIFY(spool->progress.size() > 2);
    QVERIFY(spool->text() == text);
}

void LogSpoolTest::remoteGrowth()
{
    needServer();
    put(path(u"mail.log"_s), {});
    const auto spool = remote(u"mail.log"_s);
    QSignalSpy grew(spool->spool.get(), &LogSpool::grew);
    spool->spool->start(Until::Stopped);
    QTRY_COMPARE(spool->caughtUp, 1);
    QByteArray expected;
    for (int i = 0; i < 5; ++i) {
        add(path(u"mail.log"_s), lines(i, 1));
        expected += lines(i, 1);
        QTRY_COMPARE(spool->text(), expected);
    }
    QCOMPARE(grew.count(), 5);
    QCOMPARE(spool->caughtUp, 1);
    spool->spool->stop();
    add(path(u"mail.log"_s), lines(9, 1));
    QTest::qWait(200);
    QCOMPARE(spool->text(), expected);
}

void LogSpoolTest::remoteRotation_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("renamed") << u"rename"_s;
    QTest::newRow("renamed with a date") << u"date"_s;
    QTest::newRow("renamed, and the new one comes later") << u"late"_s;
    QTest::newRow("copied and cut") << u"copytruncate"_s;
    QTest::newRow("cut and grown past its old size") << u"regrown"_s;
}

void LogSpoolTest::remoteRotation()
{
    needServer();
    QFETCH(QString, kind);
    const QString log = path(u"mail.log"_s);
    put(log, lines(1, 50));
    const auto spool = remote(u"mail.log"_s);
    spool->spool->start(Until::Stopped);
    QTRY_COMPARE(spool->text(), lines(1, 50));

    add(log, lines(51, 3)); // written before the rotation, maybe not yet seen
    const QString old = kind == u"date"_s ? path(u"mail.log-20250105"_s) : path(u"mail.log.1"_s);
    if (kind == u"rename"_s || kind == u"date"_s || kind == u"late"_s) {
        QVERIFY(QFile::rename(log, old));
        if (kind == u"late"_s) {
            QTRY_COMPARE(spool->text(), lines(1, 53)); // from where it is now
            QTest::qWait(200);
        }
        put(log, lines(54, 2));
        add(old, lines(900, 1)); // by who still holds on to it
    } else {
        QVERIFY(QFile::copy(log, old));
        QVERIFY(QFile::resize(log, 0));
        add(old, lines(900, 1));
        add(log, kind == u"regrown"_s ? lines(54, 200) : lines(54, 2));
    }
    const QByteArray expected =
        lines(1, 53) + lines(900, 1) + (kind == u"regrown"_s ? lines(54, 200) : lines(54, 2));
    QTRY_COMPARE(spool->text().size(), expected.size());
    QVERIFY(spool->text() == expected);
    add(log, lines(300, 1));
    QTRY_VERIFY(spool->text() == expected + lines(300, 1));
    QVERIFY(spool->errors.empty());
}

void LogSpoolTest::remotePackedFile()
{
    needServer();
    put(path(u"mail.log.2"_s), lines(1, 3000));
    QCOMPARE(QProcess::execute(u"gzip"_s, {path(u"mail.log.2"_s)}), 0);
    const auto spool = remote(u"mail.log.2.gz"_s);
    spool->spool->start(Until::CaughtUp);
    QTRY_COMPARE(spool->caughtUp, 1);
    QVERIFY(spool->text() == contentOf(path(u"mail.log.2.gz"_s)));
    const auto logs = loadLogs({{spool->spool->path()}, {}, std::nullopt, LogText::Keep});
    QCOMPARE(logs.log->size(), std::size_t{3000});
}

void LogSpoolTest::remoteZoneAndDate()
{
    needServer();
    program(u"timedatectl"_s, "echo Asia/Tokyo\n");
    m_server.setLogin("PATH=" + path(u"bin"_s).toUtf8() +
                      ":$PATH; export PATH; eval \"$SSH_ORIGINAL_COMMAND\"\n");
    put(path(u"mail.log"_s), lines(1, 1));
    QCOMPARE(QProcess::execute(u"touch"_s, {u"-d"_s, u"2023-09-13T00:00:00Z"_s, path(u"mail.log"_s)}), 0);
    const auto spool = remote(u"mail.log"_s);
    spool->spool->start(Until::CaughtUp);
    QTRY_COMPARE(spool->caughtUp, 1);
    QVERIFY(spool->spool->zone().has_value());
    QCOMPARE(spool->spool->zone()->offsetAt(0), 9 * 3600);
    QCOMPARE(QFileInfo(spool->spool->path()).lastModified().toUTC().date(), QDate(2023, 9, 13));
}

void LogSpoolTest::brokenConnection()
{
    needServer();
    put(path(u"mail.log"_s), lines(1, 10));
    const auto spool = remote(u"mail.log"_s);
    spool->spool->start(Until::Stopped);
    QTRY_COMPARE(spool->text(), lines(1, 10));
    m_server.stop();
    add(path(u"mail.log"_s), lines(11, 10));
    QTRY_VERIFY_WITH_TIMEOUT(!spool->errors.empty(), 20'000);
    QVERIFY(spool->errors[0].code == ErrorCode::NoConnection ||
            spool->errors[0].code == ErrorCode::Interrupted);
    QVERIFY(m_server.start());
    QTRY_COMPARE_WITH_TIMEOUT(spool->text(), lines(1, 20), 40'000);
    add(path(u"mail.log"_s), lines(21, 1));
    QTRY_COMPARE(spool->text(), lines(1, 21));
}

void LogSpoolTest::startedAgain()
{
    needServer();
    put(path(u"mail.log"_s), lines(1, 10));
    const auto spool = remote(u"mail.log"_s);
    spool->spool->start(Until::CaughtUp);
    QTRY_COMPARE(spool->caughtUp, 1);
    const QString kept = spool->spool->path();
    add(path(u"mail.log"_s), lines(11, 5));
    QTest::qWait(200);
    QCOMPARE(spool->text(), lines(1, 10)); // nobody wants more
    spool->spool->start(Until::CaughtUp);
    QTRY_COMPARE(spool->caughtUp, 2);
    QCOMPARE(spool->text(), lines(1, 15));
    QCOMPARE(spool->spool->path(), kept);

    QSignalSpy recovered(spool->spool.get(), &LogSpool::recovered);
    QVERIFY(QFile::remove(path(u"mail.log"_s)));
    spool->spool->start(Until::Stopped);
    QTRY_VERIFY(!spool->errors.empty());
    QCOMPARE(spool->errors[0].file.code, FileError::Code::NotFound);
    put(path(u"mail.log"_s), lines(20, 2));
    QTRY_COMPARE(spool->text(), lines(1, 15) + lines(20, 2));
    QVERIFY(recovered.count() > 0);
    spool->spool->stop();
    add(path(u"mail.log"_s), lines(30, 1));
    spool->spool->start(Until::Stopped);
    QTRY_COMPARE(spool->text(), lines(1, 15) + lines(20, 2) + lines(30, 1));
}

void LogSpoolTest::refusals_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("fileCode");
    const auto row = [](const char* name, const QString& host, const QString& file, ErrorCode code,
                        FileError::Code fileCode) {
        QTest::newRow(name) << host << file << static_cast<int>(code) << static_cast<int>(fileCode);
    };
    row("no such file", u"mx"_s, u"missing"_s, ErrorCode::File, FileError::Code::NotFound);
    row("a folder", u"mx"_s, u"."_s, ErrorCode::File, FileError::Code::IsFolder);
    row("a device", u"mx"_s, u"pipe"_s, ErrorCode::File, FileError::Code::NotAFile);
    if (::geteuid() != 0) {
        row("not readable", u"mx"_s, u"secret"_s, ErrorCode::File, FileError::Code::NoPermission);
    }
    row("not let in", u"outsider"_s, u"x"_s, ErrorCode::NoConnection, FileError::Code::Other);
    row("nobody listens", u"closed"_s, u"x"_s, ErrorCode::NoConnection, FileError::Code::Other);
}

void LogSpoolTest::refusals()
{
    needServer();
    QFETCH(QString, host);
    QFETCH(QString, name);
    QFETCH(int, code);
    QFETCH(int, fileCode);
    put(path(u"secret"_s), "x");
    QVERIFY(QFile::setPermissions(path(u"secret"_s), {}));
    QCOMPARE(QProcess::execute(u"mkfifo"_s, {path(u"pipe"_s)}), 0);
    const auto spool = watch({LogPlace::Kind::RemoteFile, host, path(name)});
    spool->spool->start(Until::CaughtUp);
    QTRY_COMPARE_WITH_TIMEOUT(spool->errors.size(), std::size_t{1}, 20'000);
    QCOMPARE(static_cast<int>(spool->errors[0].code), code);
    QCOMPARE(static_cast<int>(spool->errors[0].file.code), fileCode);
    QCOMPARE(spool->errors[0].place, host + u':' + path(name));
    QCOMPARE(spool->caughtUp, 0);
}

void LogSpoolTest::remoteJournal()
{
    needServer();
    program(u"journalctl"_s,
            "case \"$*\" in\n*after-cursor=3*) exit 0;;\nesac\n" + journalctl(m_dir->path()));
    program(u"timedatectl"_s, "echo Asia/Tokyo\n");
    m_server.setLogin("PATH=" + path(u"bin"_s).toUtf8() +
                      ":$PATH; export PATH; eval \"$SSH_ORIGINAL_COMMAND\"\n");
    const auto spool = watch({LogPlace::Kind::RemoteJournal, u"mx"_s, {}});
    spool->spool->start(Until::Stopped);
    QTRY_COMPARE(spool->text(), journalLine(1) + journalLine(2) + journalLine(3));
    QTest::qWait(200);
    QCOMPARE(spool->text(), journalLine(1) + journalLine(2) + journalLine(3));
    QVERIFY(contentOf(path(u"calls"_s)).contains("SYSLOG_FACILITY=2 + SYSLOG_IDENTIFIER="));
}

QTEST_GUILESS_MAIN(LogSpoolTest)
#include "log_spool_test.moc"
