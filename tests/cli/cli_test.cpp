// SPDX-License-Identifier: GPL-3.0-or-later
// spfpolicy from the outside: help, wrong usage, config, log and postfix commands, files that cannot be used;
// exit status and JSON as in INTERFACES.md.
#include "tests/cli/program.h"

#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <memory>
#include <vector>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

const QStringList commands{u"check"_s,          u"config lint"_s,  u"config show"_s,  u"config get"_s,
                           u"config set"_s,     u"config unset"_s, u"config add"_s,   u"config remove"_s,
                           u"config explain"_s, u"config diff"_s,  u"log summary"_s,  u"log events"_s,
                           u"log follow"_s,     u"postfix plan"_s, u"postfix lint"_s, u"record lint"_s};

constexpr auto logText = "Nov 20 10:00:01 mx policyd-spf[11]: : prepend Received-SPF: Pass (mailfrom) "
                         "identity=mailfrom; client-ip=192.0.2.1; "
                         "helo=a.example.com; envelope-from=u@example.com; receiver=<UNKNOWN> \n"
                         "Nov 20 10:00:02 mx postfix/smtpd[12]: connect from unknown[192.0.2.1]\n"
                         "Nov 20 11:00:03 mx SPFPolicyd[13]: action=block result=fail identity=mailfrom "
                         "domain=bad.example client-ip=203.0.113.9 "
                         "helo=h.bad.example envelope-from=<x@bad.example> to=<b@example.jp> "
                         "rule=globals.fail instance=1.2.0 queue-id=\n";

QStringList words(const QString& line)
{
    return line.split(u' ', Qt::SkipEmptyParts);
}

} // namespace

class CliTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { QVERIFY(m_dir.isValid()); }

    void everyCommandHelps()
    {
        const Run overview = spfpolicy({u"--help"_s});
        QCOMPARE(overview.exit, 0);
        for (const QString& command : commands) {
            QVERIFY2(overview.out.contains("  " + command.toUtf8() + ' '), qPrintable(command));
            for (const QString& language : {u"C"_s, u"ja_JP.UTF-8"_s}) {
                const Run help = spfpolicy(words(command) + QStringList{u"--help"_s}, {}, language);
                QCOMPARE(help.exit, 0);
                QVERIFY(help.out.contains("  spfpolicy " + command.toUtf8()));
                QVERIFY(help.out.contains("--json"));
            }
        }
    }

    void laterCommandsAreUnknown_data()
    {
        QTest::addColumn<QString>("command");
        for (const char* name : {"replay", "record flatten", "migrate tmems", "srs forward", "header explain",
                                 "daemon status", "host list", "store init", "postfix apply"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }

    void laterCommandsAreUnknown()
    {
        QFETCH(QString, command);
        const Run run = spfpolicy(words(command));
        QCOMPARE(run.exit, 2);
        QVERIFY(run.err.contains("Unknown command"));
        QVERIFY(!spfpolicy({u"--help"_s}).out.contains("  " + command.toUtf8()));
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* line, const char* said) {
            QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(said);
        };
        row("", "COMMAND is missing");
        row("chek", "\"check\"");
        row("config lnt x", "\"config lint\"");
        row("config", "COMMAND is missing");
        row("check", "--ip is needed");
        row("check --ip 300.1.1.1", "300.1.1.1");
        row("check --ip", "--ip needs a value");
        row("check --ipp 192.0.2.1", "\"--ip\"");
        row("check --ip 192.0.2.1 --trace=yes", "--trace takes no value");
        row("check --ip 192.0.2.1 --ip 192.0.2.2", "only once");
        row("check --ip 192.0.2.1 word", "one word too many");
        row("check --ip 192.0.2.1 --assume-result maybe", "softfail");
        row("check --ip 192.0.2.1 --nameserver ns.example.com", "ns.example.com");
        row("check --ip 192.0.2.1 --record nonsense", "DOMAIN=TEXT");
        row("check --ip 192.0.2.1 --zone a --dns b", "together");
        row("check --ip 192.0.2.1 --batch b.csv", "together");
        row("config lint", "FILE is missing");
        row("config lint x --target vendor", "imsva own");
        row("config get x globals", "KEY is missing");
        row("config add x fail 1", "not a list");
        row("config set - globals fail block", "Standard input");
        row("log summary", "FILE is missing");
        row("log summary x --filter colour:red", "colour");
        row("log summary x --tz Moon/Crater", "Moon/Crater");
        row("log summary x --year twenty", "twenty");
        row("log summary x --format xml", "text json html");
        row("log summary x --format html --json", "together");
        row("log summary x --language fr", "ja en");
        row("log events x --format xml", "csv json");
        row("postfix plan --main x --master y", "--enable");
    }

    void wrongUsage()
    {
        QFETCH(QString, line);
        QFETCH(QString, said);
        const Run run = spfpolicy(words(line));
        QCOMPARE(run.exit, 2);
        QVERIFY2(run.err.contains(said.toUtf8()), run.err.constData());
        QVERIFY(run.out.isEmpty());
        QVERIFY(!QString::fromUtf8(spfpolicy(words(line), {}, u"ja_JP.UTF-8"_s).err).isEmpty());
    }

    void filesThatCannotBeUsed_data()
    {
        QTest::addColumn<QString>("line");
        for (const char* line :
             {"config lint %1", "config show %1", "config get %1 globals fail",
              "config set %1 globals fail block", "config diff %1 %1",
              "config explain %1 --sender a@b.example", "log summary %1", "log events %1",
              "check --ip 192.0.2.1 --config %1 --assume-result pass", "check --ip 192.0.2.1 --zone %1",
              "check --ip 192.0.2.1 --dns %1", "check --batch %1",
              "postfix plan --enable --main %1 --master %1", "postfix lint --main %1 --master %1"}) {
            QTest::newRow(line) << QString::fromLatin1(line);
        }
    }

    void filesThatCannotBeUsed()
    {
        QFETCH(QString, line);
        QStringList bad{m_dir.filePath(u"missing"_s), m_dir.path()};
        const QString secret = m_dir.filePath(u"secret"_s);
        writeFile(secret, "x");
        QVERIFY(QFile::setPermissions(secret, {}));
        if (geteuid() != 0) {
            bad.append(secret);
        }
        for (const QString& path : bad) {
            QStringList arguments = words(line);
            arguments.replaceInStrings(u"%1"_s, path);
            const Run run = spfpolicy(arguments);
            QCOMPARE(run.exit, 3);
            QVERIFY2(run.err.contains(path.toUtf8()), run.err.constData());
        }
        QVERIFY(QFile::setPermissions(secret, QFile::ReadOwner | QFile::WriteOwner));
    }

    void binaryConfigIsShownNotRefused()
    {
        QByteArray bytes;
        for (int i = 0; i < 4096; ++i) {
            bytes += static_cast<char>((i * 7919) >> 3);
        }
        const QString path = m_dir.filePath(u"binary.ini"_s);
        writeFile(path, bytes);
        QCOMPARE(spfpolicy({u"config"_s, u"lint"_s, path}).exit, 1);
        QCOMPARE(spfpolicy({u"config"_s, u"show"_s, path}).exit, 0);
        QCOMPARE(spfpolicy({u"check"_s, u"--ip"_s, u"192.0.2.1"_s, u"--config"_s, path, u"--assume-result"_s,
                            u"pass"_s})
                     .exit,
                 0);
        QCOMPARE(bytesOf(path), bytes);
    }

    void lintJson()
    {
        const Run run = spfpolicy({u"config"_s, u"lint"_s, u"-"_s, u"--json"_s},
                                  "[globals]\nfail = reject\nsoftfail = bypass\n");
        QCOMPARE(run.exit, 1);
        const QJsonArray findings = run.array();
        QVERIFY(!findings.isEmpty());
        const QJsonObject first = findings[0].toObject();
        QCOMPARE(sortedKeys(first), words(u"column fixes id key line message section severity"_s));
        QCOMPARE(first[u"id"_s].toString(), u"CFG-012"_s);
        QCOMPARE(first[u"severity"_s].toString(), u"error"_s);
        QCOMPARE(first[u"line"_s].toInt(), 2);
        QCOMPARE(first[u"column"_s].toInt(), 8);
        QCOMPARE(first[u"section"_s].toString(), u"globals"_s);
        QCOMPARE(first[u"key"_s].toString(), u"fail"_s);
        const Run japanese = spfpolicy({u"config"_s, u"lint"_s, u"-"_s, u"--json"_s},
                                       "[globals]\nfail = reject\nsoftfail = bypass\n", u"ja_JP.UTF-8"_s);
        QVERIFY(japanese.array()[0].toObject()[u"message"_s].toString().startsWith(
            u"「reject」は処理として無効です"_s));
        QCOMPARE(
            spfpolicy({u"config"_s, u"lint"_s, u"-"_s, u"--json"_s}, "[globals]\nsoftfail = bypass\n").exit,
            0);
    }

    void editsAreLosslessAndBackedUp()
    {
        const QString path = m_dir.filePath(u"edit.ini"_s);
        const QByteArray before =
            "# mine\r\n[globals]\r\nfail   = block ; strict\r\nwhite_ip = 127.0.0.1\r\n";
        writeFile(path, before);
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
        QCOMPARE(spfpolicy({u"config"_s, u"set"_s, path, u"globals"_s, u"fail"_s, u"tempblock"_s}).exit, 0);
        QByteArray expected = before;
        expected.replace("block ;", "tempblock ;");
        QCOMPARE(bytesOf(path), expected);
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther),
                 QFile::ReadGroup);
        const QStringList copies = QDir(m_dir.path()).entryList({u"edit.ini.*"_s});
        QCOMPARE(copies.size(), 1);
        QCOMPARE(bytesOf(m_dir.filePath(copies.first())), before);

        QCOMPARE(spfpolicy({u"config"_s, u"get"_s, path, u"globals"_s, u"fail"_s}).out, "tempblock\n");
        QCOMPARE(spfpolicy({u"config"_s, u"get"_s, path, u"globals"_s, u"softfail"_s}).out, "bypass\n");
        QCOMPARE(spfpolicy({u"config"_s, u"add"_s, path, u"white_ip"_s, u"192.0.2.0/24"_s}).exit, 0);
        QVERIFY(bytesOf(path).contains("192.0.2.0/24"));
        QCOMPARE(spfpolicy({u"config"_s, u"remove"_s, path, u"white_ip"_s, u"192.0.2.0/24"_s}).exit, 0);
        QVERIFY(!bytesOf(path).contains("192.0.2.0/24"));
        QCOMPARE(spfpolicy({u"config"_s, u"unset"_s, path, u"globals"_s, u"fail"_s}).exit, 0);
        QCOMPARE(spfpolicy({u"config"_s, u"get"_s, path, u"globals"_s, u"fail"_s}).out, "block\n");
    }

    void writersTakeTurns()
    {
        const QString path = m_dir.filePath(u"turns.ini"_s);
        writeFile(path, "[globals]\nwhite_ip = 127.0.0.1\n");
        std::vector<std::unique_ptr<QProcess>> writers;
        for (int i = 1; i <= 12; ++i) {
            writers.push_back(std::make_unique<QProcess>());
            writers.back()->start(qEnvironmentVariable("SPM_BIN_DIR") + u"/spfpolicy"_s,
                                  {u"config"_s, u"add"_s, path, u"white_ip"_s, u"10.9.0.%1"_s.arg(i)});
        }
        for (const auto& writer : writers) {
            QVERIFY(writer->waitForFinished(60'000));
            QCOMPARE(writer->exitCode(), 0);
        }
        for (int i = 1; i <= 12; ++i) {
            QVERIFY(spfpolicy({u"config"_s, u"get"_s, path, u"globals"_s, u"white_ip"_s})
                        .out.contains("10.9.0." + QByteArray::number(i)));
        }
    }

    void savesAreKeptInTheHistory()
    {
        const QString path = m_dir.filePath(u"kept.ini"_s);
        const QByteArray dataHome = qgetenv("XDG_DATA_HOME");
        qputenv("XDG_DATA_HOME", m_dir.filePath(u"data"_s).toLocal8Bit());
        const auto set = [&path](const QString& action) {
            return spfpolicy({u"config"_s, u"set"_s, path, u"globals"_s, u"fail"_s, action});
        };
        writeFile(path, "[globals]\nfail = block\n");
        QCOMPARE(set(u"tempblock"_s).exit, 0);
        QCOMPARE(set(u"tempblock"_s).exit, 0); // nothing changed, nothing is kept
        const QDir history(m_dir.filePath(u"data/spf-policy-manager/history"_s));
        const QStringList folders = history.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QCOMPARE(folders.size(), 1);
        QCOMPARE(bytesOf(history.filePath(folders.first() + u"/index.jsonl"_s)).count('\n'), 2);
        // Where nothing can be kept the save succeeds all the same.
        qputenv("XDG_DATA_HOME", path.toLocal8Bit());
        const Run run = set(u"bypass"_s);
        qputenv("XDG_DATA_HOME", dataHome);
        QCOMPARE(run.exit, 0);
        QVERIFY(run.err.contains("could not be kept in the history"));
        QCOMPARE(bytesOf(path), "[globals]\nfail = bypass\n");
    }

    void valuesAreWrittenAsTheProductWritesThem()
    {
        const QString path = m_dir.filePath(u"canonical.ini"_s);
        writeFile(path, "[globals]\n");
        QCOMPARE(spfpolicy({u"config"_s, u"set"_s, path, u"globals"_s, u"FAIL"_s, u"BLOCK"_s}).exit, 0);
        QCOMPARE(spfpolicy({u"config"_s, u"set"_s, path, u"globals"_s, u"check_helo"_s, u"true"_s}).exit, 0);
        QVERIFY(bytesOf(path).contains("fail = block\n"));
        QVERIFY(bytesOf(path).contains("check_helo = yes\n"));
        const QByteArray before = bytesOf(path);
        QCOMPARE(spfpolicy({u"config"_s, u"set"_s, path, u"DEFAULT"_s, u"fail"_s, u"block"_s}).exit, 2);
        QCOMPARE(bytesOf(path), before);
        writeFile(path, QByteArray("\xff\xfe[\0g\0]\0", 8));
        const QByteArray wide = bytesOf(path);
        for (const QStringList& arguments : {QStringList{u"set"_s, path, u"globals"_s, u"fail"_s, u"block"_s},
                                             QStringList{u"add"_s, path, u"white_ip"_s, u"10.1.2.3"_s},
                                             QStringList{u"lint"_s, path, u"--fix"_s}}) {
            const Run run = spfpolicy(QStringList{u"config"_s} + arguments);
            QCOMPARE(run.exit, 3);
            QVERIFY2(run.err.contains("was not changed") && run.err.contains("UTF-16"), run.err);
            QCOMPARE(bytesOf(path), wide);
        }
    }

    void whatCannotComeAlongIsSaid()
    {
        const QString path = m_dir.filePath(u"linked.ini"_s);
        writeFile(path, "[globals]\nfail = block\n");
        const auto set = [&](const QString& action) {
            return spfpolicy({u"config"_s, u"set"_s, path, u"globals"_s, u"fail"_s, action});
        };
        QVERIFY(!set(u"bypass"_s).err.contains("hard links"));
        QCOMPARE(::link(QFile::encodeName(path).constData(), QFile::encodeName(path + u".2"_s).constData()),
                 0);
        const Run run = set(u"block"_s);
        QCOMPARE(run.exit, 0);
        QVERIFY2(run.err.contains("hard links"), run.err);
    }

    /// The policy daemon reads its file through a group that who edits it need not be in.
    void aForeignGroupIsKept()
    {
        if (::geteuid() != 0) {
            QSKIP("needs root to make files of another group");
        }
        QTemporaryDir folder;
        const QString path = folder.filePath(u"config.ini"_s);
        writeFile(path, "[globals]\nfail = block\n");
        const QByteArray name = QFile::encodeName(path);
        QCOMPARE(::chown(QFile::encodeName(folder.path()).constData(), 65534, 65534), 0);
        QVERIFY(::chown(name.constData(), 65534, 4321) == 0 && ::chmod(name.constData(), 0640) == 0);
        const QString program = qEnvironmentVariable("SPM_BIN_DIR") + u"/spfpolicy"_s;
        const auto asNobody = [&](const QStringList& arguments, const QByteArray& in) {
            QProcess process;
            process.start(u"setpriv"_s,
                          QStringList{u"--reuid=65534"_s, u"--regid=65534"_s, u"--clear-groups"_s, u"env"_s,
                                      u"XDG_DATA_HOME="_s + folder.path(), program, u"config"_s} +
                              arguments);
            process.write(in);
            process.closeWriteChannel();
            return process.waitForFinished(60'000) ? process.exitCode() : -1;
        };
        if (asNobody({u"show"_s, path}, {}) != 0) {
            QSKIP("the program cannot be run as another user here");
        }
        QCOMPARE(asNobody({u"set"_s, path, u"globals"_s, u"fail"_s, u"bypass"_s}, {}), 0);
        QCOMPARE(bytesOf(path), "[globals]\nfail = bypass\n");
        QCOMPARE(asNobody({u"put"_s, path}, "[globals]\nfail = tempblock\n"), 0);
        QCOMPARE(bytesOf(path), "[globals]\nfail = tempblock\n");
        struct stat info = {};
        QCOMPARE(::stat(name.constData(), &info), 0);
        QVERIFY(info.st_uid == 65534 && info.st_gid == 4321);
        QCOMPARE(info.st_mode & 07777U, 0640U);
    }

    void anEditThatWouldNotHoldIsRefused()
    {
        const QString path = m_dir.filePath(u"refuse.ini"_s);
        writeFile(path, "[globals]\nfail = block\n");
        QCOMPARE(spfpolicy({u"config"_s, u"set"_s, path, u"globals"_s, u"fail"_s, u"reject"_s}).exit, 2);
        QCOMPARE(spfpolicy({u"config"_s, u"add"_s, path, u"white_ip"_s, u"10.1.2.300"_s}).exit, 2);
        QCOMPARE(bytesOf(path), "[globals]\nfail = block\n");
    }

    void explainAndDiff()
    {
        const QByteArray config =
            "[globals]\nenforce_domain = bank.example\n[*.example.com]\nfail = tempblock\n";
        const Run run = spfpolicy(
            {u"config"_s, u"explain"_s, u"-"_s, u"--json"_s, u"--sender"_s, u"a@mail.example.com"_s}, config);
        QCOMPARE(run.exit, 0);
        const QJsonObject actions = run.object()[u"actions"_s].toObject();
        QCOMPARE(actions.size(), 7);
        QCOMPARE(actions[u"fail"_s].toObject()[u"action"_s].toString(), u"tempblock"_s);
        QCOMPARE(actions[u"fail"_s].toObject()[u"rule"_s].toString(), u"*.example.com.fail"_s);
        QCOMPARE(actions[u"softfail"_s].toObject()[u"rule"_s].toString(), u"globals.softfail"_s);

        const QString before = m_dir.filePath(u"old.ini"_s);
        const QString after = m_dir.filePath(u"new.ini"_s);
        writeFile(before, config);
        writeFile(after, "# a comment\n" + config);
        QCOMPARE(spfpolicy({u"config"_s, u"diff"_s, before, after}).exit, 0);
        writeFile(after, "[globals]\nfail = bypass\n");
        const Run diff = spfpolicy({u"config"_s, u"diff"_s, before, after, u"--json"_s});
        QCOMPARE(diff.exit, 1);
        QVERIFY(!diff.array().isEmpty());
    }

    void logSummary()
    {
        const QString path = m_dir.filePath(u"maillog"_s);
        writeFile(path, logText);
        const Run run = spfpolicy(
            {u"log"_s, u"summary"_s, path, u"--json"_s, u"--tz"_s, u"UTC"_s, u"--year"_s, u"2025"_s});
        QCOMPARE(run.exit, 0);
        const QJsonObject json = run.object();
        QCOMPARE(
            sortedKeys(json),
            words(u"byAction byHour byResult bytes checks distinctAddresses distinctDomains guessed lines "
                  "skips topAddresses topDomains unreadable"_s));
        QCOMPARE(json[u"lines"_s].toInt(), 3);
        QCOMPARE(json[u"checks"_s].toInt(), 2);
        QCOMPARE(json[u"byResult"_s].toObject().size(), 7);
        QCOMPARE(json[u"byAction"_s].toObject()[u"block"_s].toInt(), 1);
        QCOMPARE(json[u"byHour"_s].toObject().keys(), words(u"2025-11-20T10 2025-11-20T11"_s));
        const Run filtered = spfpolicy(
            {u"log"_s, u"summary"_s, u"-"_s, u"--json"_s, u"--filter"_s, u"result:fail"_s}, logText);
        QCOMPARE(filtered.object()[u"checks"_s].toInt(), 1);
        const Run events = spfpolicy({u"log"_s, u"events"_s, path, u"--format"_s, u"csv"_s});
        QCOMPARE(events.out.trimmed().split('\n').size(), 3);
    }

    void logSummaryText()
    {
        QByteArray text = logText;
        for (int i = 1; i <= 11; ++i) {
            const QByteArray n = QByteArray::number(i);
            text += QByteArray(logText).replace("192.0.2.", "198.51." + n + ".");
        }
        writeFile(m_dir.filePath(u"many"_s), text);
        const QString path = m_dir.filePath(u"many"_s);
        const Run run =
            spfpolicy({u"log"_s, u"summary"_s, path, u"--tz"_s, u"UTC"_s, u"--year"_s, u"2025"_s});
        QCOMPARE(run.exit, 0);
        QVERIFY2(run.out.contains(path.toUtf8()), run.out.constData());
        QVERIFY2(run.out.contains("2025-11-20 10:00 - 2025-11-20 11:00 UTC+00:00"), run.out.constData());
        QVERIFY2(run.out.contains("Top addresses (the 10 most frequent of 13)"), run.out.constData());
        QVERIFY2(run.out.contains("\nTop domains\n"), run.out.constData());
        const Run none = spfpolicy({u"log"_s, u"summary"_s, path, u"--filter"_s, u"ip:203.0.113.200"_s});
        QVERIFY2(none.out.contains("No check in it"), none.out.constData());
    }

    void logReport()
    {
        const QString path = m_dir.filePath(u"maillog"_s);
        writeFile(path, logText);
        const QString page = m_dir.filePath(u"report.html"_s);
        const QStringList report{u"log"_s,         u"summary"_s, path,           u"--tz"_s, u"UTC"_s,
                                 u"--year"_s,      u"2025"_s,    u"--format"_s,  u"html"_s, u"--filter"_s,
                                 u"result:fail"_s, u"--since"_s, u"2025-01-01"_s};
        const Run run = spfpolicy(report + QStringList{u"--language"_s, u"ja"_s, u"--output"_s, page});
        QCOMPARE(run.exit, 0);
        QVERIFY(run.out.isEmpty() && run.err.isEmpty());
        const QByteArray japanese = bytesOf(page);
        QXmlStreamReader xml(japanese);
        while (!xml.atEnd()) {
            xml.readNext();
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(japanese.contains("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"ja\">"));
        QVERIFY(japanese.contains("評価結果: fail"));
        QVERIFY(japanese.contains("result:fail since:2025-01-01"));
        QVERIFY(spfpolicy(report + QStringList{u"--language"_s, u"en"_s}, {}, u"ja_JP.UTF-8"_s)
                    .out.contains("Result: fail"));
        QVERIFY(spfpolicy(report, {}, u"ja_JP.UTF-8"_s).out.contains("評価結果: fail"));
        const Run lost = spfpolicy(report + QStringList{u"--output"_s, m_dir.filePath(u"no/such"_s)});
        QCOMPARE(lost.exit, 3);
        QVERIFY(lost.err.contains("cannot be written"));
    }

    void anEmptyLogSaysSo()
    {
        const QString path = m_dir.filePath(u"empty.log"_s);
        writeFile(path, {});
        const Run run = spfpolicy({u"log"_s, u"summary"_s, path, u"--json"_s});
        QCOMPARE(run.exit, 0);
        QVERIFY(run.err.contains("is empty"));
        QCOMPARE(run.object()[u"checks"_s].toInt(), 0);
    }

    void postfixPlan()
    {
        const QString main = m_dir.filePath(u"main.cf"_s);
        const QString master = m_dir.filePath(u"master.cf"_s);
        writeFile(main, "myhostname = mx.example.jp\n");
        writeFile(master, "smtp inet n - n - - smtpd\n");
        const QStringList plan{u"postfix"_s, u"plan"_s, u"--main"_s, main, u"--master"_s, master};
        const Run run = spfpolicy(plan + QStringList{u"--enable"_s});
        QCOMPARE(run.exit, 0);
        QVERIFY(run.out.contains("+++ " + main.toUtf8()));
        QVERIFY(run.out.contains("check_policy_service unix:private/SPFPolicyd"));
        QCOMPARE(bytesOf(main), "myhostname = mx.example.jp\n");
        const Run off = spfpolicy(plan + QStringList{u"--disable"_s, u"--json"_s});
        QCOMPARE(off.exit, 0);
        QCOMPARE(off.object()[u"changed"_s].toBool(true), false);
        QVERIFY(!spfpolicy({u"postfix"_s, u"lint"_s, u"--main"_s, main, u"--master"_s, master, u"--json"_s})
                     .out.isEmpty());
    }

private:
    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(CliTest)
#include "cli_test.moc"
