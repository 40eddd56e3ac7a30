// SPDX-License-Identifier: GPL-3.0-or-later
// What journalctl writes as JSON and in the export form, as lines of a log: plain, packed, from a pipe, in
// pieces of any size.
#include "core/qtio/log/log_journal.h"
#include "core/qtio/log/log_loader.h"
#include "core/qtio/log/log_zone.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <thread>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using qtio::JournalForm;
using qtio::JournalText;

namespace {

const QByteArray check = "prepend Received-SPF: Pass (mailfrom) identity=mailfrom; client-ip=192.0.2.7; "
                         "helo=mx.a.example; envelope-from=u@a.example; receiver=b@c.example ";

/// __REALTIME_TIMESTAMP of 2024-08-28T16:08:59.764590Z.
const QByteArray stamp = "1724861339764590";

QByteArray jsonEntry(const QByteArray& message)
{
    return R"({"__CURSOR":"s=1;i=2","__REALTIME_TIMESTAMP":")" + stamp +
           R"(","_HOSTNAME":"mx1","SYSLOG_IDENTIFIER":"policyd-spf","SYSLOG_PID":"70","PRIORITY":"6","MESSAGE":)" +
           message + "}\n";
}

QByteArray binaryField(const QByteArray& name, const QByteArray& value)
{
    QByteArray field = name + '\n';
    for (int i = 0; i < 8; ++i) {
        field += static_cast<char>((static_cast<quint64>(value.size()) >> (8 * i)) & 0xff);
    }
    return field + value + '\n';
}

QByteArray exportEntry(const QByteArray& messageField)
{
    return "__CURSOR=s=1;i=3\n__REALTIME_TIMESTAMP=" + stamp +
           "\n_BOOT_ID=1\nPRIORITY=6\n_HOSTNAME=mx1\n_COMM=python3\nSYSLOG_IDENTIFIER=policyd-spf\n_PID="
           "70\n" +
           messageField + '\n';
}

QByteArray textOf(const QByteArray& bytes, qsizetype piece, const maillog::ZoneRules& zone = {})
{
    const std::string_view all(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    JournalText journal(qtio::journalFormOf(all.substr(0, 4096)), zone);
    QByteArray text;
    for (std::size_t from = 0; from < all.size(); from += static_cast<std::size_t>(piece)) {
        journal.feed(all.substr(from, static_cast<std::size_t>(piece)), text);
    }
    journal.finish(text);
    return text;
}

struct WrongLength
{
    const char* name;
    quint64 value;
};

/// Of a field of three bytes.
constexpr std::array wrongLengths{
    WrongLength{"length: 100 kB", 100'000}, WrongLength{"length: 2 MB", 2'000'000},
    WrongLength{"length: 2^40", quint64{1} << 40}, WrongLength{"length: 2^63", quint64{1} << 63},
    WrongLength{"length: 2^64-1", ~quint64{0}}};

const QByteArray head = "2024-08-28T16:08:59.764590+00:00 mx1 policyd-spf[70]: ";

} // namespace

class LogJournalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void form_data();
    void form();
    void lines_data();
    void lines();
    void zone();
    void damage_data();
    void damage();
    void cursor();
    void loadedInParts();
    void loaded_data();
    void loaded();
    void fromAPipe();
    void amongLines_data();
    void amongLines();
};

void LogJournalTest::form_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("form");
    QTest::newRow("JSON") << jsonEntry("\"x\"") << static_cast<int>(JournalForm::Json);
    QTest::newRow("export") << exportEntry("MESSAGE=x\n") << static_cast<int>(JournalForm::Export);
    QTest::newRow("sequence") << "\x1e" + jsonEntry("\"x\"") << static_cast<int>(JournalForm::Json);
    QTest::newRow("events") << "data: " + jsonEntry("\"x\"") << static_cast<int>(JournalForm::Json);
    const QByteArray broken = exportEntry("MESSAGE=x\n").mid(70) + exportEntry("MESSAGE=x\n");
    QTest::newRow("export, cut") << broken << static_cast<int>(JournalForm::Export);
    QTest::newRow("export, cut in the message")
        << exportEntry("MESSAGE=x y z\n").last(6) + exportEntry("MESSAGE=x\n")
        << static_cast<int>(JournalForm::Export);
    QTest::newRow("JSON, cut") << jsonEntry("\"x\"").mid(20) + jsonEntry("\"x\"")
                               << static_cast<int>(JournalForm::Json);
    QTest::newRow("export, byte order mark")
        << "\xef\xbb\xbf" + exportEntry("MESSAGE=x\n") << static_cast<int>(JournalForm::Export);
    QTest::newRow("JSON, byte order mark")
        << "\xef\xbb\xbf" + jsonEntry("\"x\"") << static_cast<int>(JournalForm::Json);
    QTest::newRow("export, a note") << "-- Journal begins at Mon --\n" + exportEntry("MESSAGE=x\n")
                                    << static_cast<int>(JournalForm::Export);
    QTest::newRow("JSON, a note") << "-- Journal begins at Mon --\n" + jsonEntry("\"x\"")
                                  << static_cast<int>(JournalForm::Json);
    QTest::newRow("an array") << "[\n" + jsonEntry("\"x\"") << static_cast<int>(JournalForm::Json);
    QTest::newRow("export among lines")
        << head + check + '\n' + exportEntry("MESSAGE=x\n") << static_cast<int>(JournalForm::None);
    QTest::newRow("JSON among lines")
        << head + check + '\n' + jsonEntry("\"x\"") << static_cast<int>(JournalForm::None);
    QTest::newRow("a log") << head + check + '\n' << static_cast<int>(JournalForm::None);
    QTest::newRow("other JSON") << QByteArray("{\"MESSAGE\":\"x\"}\n") << static_cast<int>(JournalForm::None);
    QTest::newRow("empty") << QByteArray() << static_cast<int>(JournalForm::None);
}

void LogJournalTest::form()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, form);
    const std::string_view view(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    QCOMPARE(static_cast<int>(qtio::journalFormOf(view)), form);
}

void LogJournalTest::lines_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("string") << jsonEntry('"' + check + '"') << head + check + '\n';
    QTest::newRow("bytes") << jsonEntry("[83,117,98,106,58,32,131,65]") << head + "Subj: \x83\x41\n";
    QTest::newRow("null") << jsonEntry("null") << head + '\n';
    QTest::newRow("several times") << jsonEntry(R"(["one",[116,119,111],null])") << head + "one#012two\n";
    QTest::newRow("line ends") << jsonEntry(R"("one\ntwo\u0000\ttab")") << head + "one#012two#000#011tab\n";
    QTest::newRow("several forms")
        << "\x1e" + jsonEntry("\"a\"") + "data: " + jsonEntry("\"b\"") + "\n\n" +
               jsonEntry("\"c\"").replace(",", ",\n  ").replace("{", "{\n").replace("}", "\n}")
        << head + "a\n" + head + "b\n" + head + "c\n";
    QTest::newRow("no line end") << jsonEntry("\"x\"").trimmed() << head + "x\n";
    QTest::newRow("other lines stay") << jsonEntry("\"x\"") + "-- Boot --\n{broken\n"
                                      << head + "x\n-- Boot --\n{broken\n";
    QTest::newRow("no program") << R"({"__REALTIME_TIMESTAMP":")" + stamp +
                                       R"(","_HOSTNAME":"mx1","MESSAGE":"x"})"
                                << QByteArray("2024-08-28T16:08:59.764590+00:00 mx1 unknown: x\n");
    QTest::newRow("the program's own time")
        << R"({"__REALTIME_TIMESTAMP":")" + stamp +
               R"(","_SOURCE_REALTIME_TIMESTAMP":"1724861338000001","_HOSTNAME":"mx1","_COMM":"smtpd","_PID":"7","MESSAGE":"x"})"
        << QByteArray("2024-08-28T16:08:58.000001+00:00 mx1 smtpd[7]: x\n");
    QTest::newRow("export") << exportEntry("MESSAGE=" + check + '\n') << head + check + '\n';
    QTest::newRow("export, bytes") << exportEntry(binaryField("MESSAGE", "one\ntwo=\x83\x41\n\n"))
                                   << head + "one#012two=\x83\x41#012#012\n";
    QTest::newRow("export, another field is large")
        << exportEntry(binaryField("COREDUMP", QByteArray(3'000'000, '\n')) + "MESSAGE=x\n") << head + "x\n";
    QTest::newRow("export, two and a half")
        << exportEntry("MESSAGE=a\n") + exportEntry("MESSAGE=b\n").trimmed() + "\n\n" +
               exportEntry(binaryField("MESSAGE", "c").left(10)).trimmed()
        << head + "a\n" + head + "b\n";
    QTest::newRow("export, bytes that look like an entry")
        << exportEntry(binaryField("MESSAGE", "x\n\n__CURSOR=y\n__REALTIME_TIMESTAMP=1\nMESSAGE=z\n\n"))
        << head + "x#012#012__CURSOR=y#012__REALTIME_TIMESTAMP=1#012MESSAGE=z#012#012\n";
    QTest::newRow("byte order mark") << "\xef\xbb\xbf" + jsonEntry("\"x\"") << head + "x\n";
    QTest::newRow("export, byte order mark") << "\xef\xbb\xbf" + exportEntry("MESSAGE=x\n") << head + "x\n";
    QTest::newRow("array") << "[\n" + jsonEntry("\"x\"").replace("}\n", "},\n") + jsonEntry("\"y\"") + "]\n"
                           << "[\n" + head + "x\n" + head + "y\n]\n";
    QTest::newRow("export, other lines stay") << exportEntry("MESSAGE=a\n") + "-- No entries --\n"
                                              << head + "a\n-- No entries --\n";
}

void LogJournalTest::lines()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, text);
    QCOMPARE(textOf(bytes, bytes.size()), text);
    if (bytes.size() < 10'000) {
        QCOMPARE(textOf(bytes, 1), text);
    }
    QCOMPARE(textOf(bytes, 1000), text);
}

void LogJournalTest::zone()
{
    const QByteArray bytes = jsonEntry("\"x\"");
    QVERIFY(textOf(bytes, 100, *qtio::parseZone(u"Asia/Tokyo"_s))
                .startsWith("2024-08-29T01:08:59.764590+09:00 mx1 "));
    QVERIFY(
        textOf(bytes, 100, *qtio::parseZone(u"-03:30"_s)).startsWith("2024-08-28T12:38:59.764590-03:30 "));
}

void LogJournalTest::damage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("entries");
    QTest::addColumn<int>("line");
    const QByteArray json = jsonEntry("\"a\"");
    const QByteArray whole = exportEntry("MESSAGE=a\n"); // 10 lines
    const QByteArray a = head + "a\n";
    const QByteArray tooLong = exportEntry(binaryField("COREDUMP", QByteArray(3'000'000, '\n')));
    QTest::newRow("sound") << json + json << a + a << 0 << 0;
    QTest::newRow("JSON, cut") << json + json.left(80) << a + json.left(80) + '\n' << 1 << 2;
    QTest::newRow("JSON, glued") << json.left(80) + json + json << json.left(80) + json + a << 1 << 1;
    QTest::newRow("JSON, no time") << QByteArray("{\"MESSAGE\":\"b\"}\n") + json << a << 1 << 1;
    QTest::newRow("JSON of several lines, cut") << json + "{\n\"A\":1,\n" << a + "{\n\"A\":1,\n\n" << 1 << 2;
    QTest::newRow("export, sound") << whole + whole << a + a << 0 << 0;
    QTest::newRow("export, empty lines") << whole + "\n\n" + whole << a + a << 0 << 0;
    QTest::newRow("export, cut before the message") << whole + whole.left(60) << a << 1 << 11;
    QTest::newRow("export, cut in the message")
        << whole + exportEntry("MESSAGE=abc").chopped(1) << a + head + "abc" << 1 << 11;
    QTest::newRow("export, cut behind the message") << whole + whole.chopped(1) << a + a << 1 << 11;
    QTest::newRow("export, cut in bytes")
        << whole + exportEntry(binaryField("MESSAGE", "abc")).chopped(4) << a << 1 << 11;
    QTest::newRow("export, cut in a large field") << whole + tooLong.chopped(1000) << a << 1 << 11;
    QTest::newRow("export, glued in the message")
        << exportEntry("MESSAGE=abc").chopped(1) + whole + whole << a + a << 1 << 1;
    QTest::newRow("export, no empty line") << whole.chopped(1) + whole << a + a << 1 << 1;
    QTest::newRow("export, length of bytes wrong")
        << exportEntry(binaryField("MESSAGE", "abcdef")).replace("abcdef", "ab") + whole << "ab\n" + a << 1
        << 1;
    QTest::newRow("begins with a note")
        << "-- Journal begins --\n" + json << "-- Journal begins --\n" + a << 0 << 0;
    QTest::newRow("export, begins with a note")
        << "-- Journal begins --\n" + whole << "-- Journal begins --\n" + a << 0 << 0;
    QTest::newRow("JSON, begins in an entry") << json.mid(30) + json << json.mid(30) + a << 1 << 1;
    QTest::newRow("export, begins in a message")
        << exportEntry("MESSAGE=one two\n").last(9) + whole + whole << "one two\n" + a + a << 1 << 1;
    QTest::newRow("export, begins in a name") << whole.mid(3) + whole << a + a << 0 << 0;
    QTest::newRow("export, begins in the time") << whole.mid(25) + whole << a << 1 << 1;
    QTest::newRow("export, begins behind the time")
        << "_SOURCE_REALTIME_TIMESTAMP=1\nMESSAGE=b\n\n" + whole << a << 1 << 1;
    QTest::newRow("export, begins in lines of a message")
        << "one\n\ntwo\n\n_PID=3\n\n" + whole << "one\ntwo\n" + a << 1 << 1;
    for (const auto& [name, length] : wrongLengths) {
        QByteArray field = binaryField("COREDUMP", "a\nb");
        for (int i = 0; i < 8; ++i) {
            field[9 + i] = static_cast<char>((length >> (8 * i)) & 0xff);
        }
        // What was passed over are no lines any more.
        const QByteArray text = a + (length == 2'000'000 ? QByteArray() : field.mid(17)) + a.repeated(20);
        QTest::newRow(name) << whole + exportEntry("MESSAGE=x\n" + field) + whole.repeated(20) << text << 1
                            << 11;
    }
}

void LogJournalTest::damage()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, text);
    QFETCH(int, entries);
    QFETCH(int, line);
    const std::string_view all(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    for (const std::size_t piece : {all.size(), std::size_t{1000}, std::size_t{7}}) {
        if (bytes.size() / static_cast<qsizetype>(piece) > 10'000) {
            continue;
        }
        JournalText journal(bytes.contains("__CURSOR=") ? JournalForm::Export : JournalForm::Json, {});
        QByteArray read;
        for (std::size_t from = 0; from < all.size(); from += piece) {
            journal.feed(all.substr(from, piece), read);
        }
        journal.finish(read);
        QCOMPARE(read, text);
        QCOMPARE(journal.damage().entries, static_cast<quint64>(entries));
        QCOMPARE(journal.damage().line, static_cast<quint64>(line));
    }
}

void LogJournalTest::loadedInParts()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"journal"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(jsonEntry('"' + check + '"').repeated(20).chopped(50));
    file.close();
    const auto logs = qtio::loadLogs({{path}, {}, std::nullopt, qtio::LogText::Keep});
    QCOMPARE(logs.log->size(), std::size_t{19});
    const auto& error = logs.sources[0].error;
    QVERIFY(error && error->code == qtio::LogFileError::Code::BrokenEntries);
    QCOMPARE(error->line, quint64{20});
    QCOMPARE(error->count, quint64{1});
}

void LogJournalTest::cursor()
{
    QByteArray text;
    JournalText json(JournalForm::Json, {});
    QVERIFY(json.cursor().isEmpty());
    json.feed(jsonEntry("\"x\"").toStdString(), text);
    QCOMPARE(json.cursor(), QByteArray("s=1;i=2"));
    JournalText exported(JournalForm::Export, {});
    exported.feed(exportEntry("MESSAGE=x\n").toStdString(), text);
    QCOMPARE(exported.cursor(), QByteArray("s=1;i=3"));
}

void LogJournalTest::loaded_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("packer");
    const QByteArray json = jsonEntry('"' + check + '"').repeated(5000);
    const QByteArray exported = exportEntry(binaryField("MESSAGE", check)).repeated(5000);
    QTest::newRow("JSON") << json << QString();
    QTest::newRow("JSON, gz") << json << u"gzip"_s;
    QTest::newRow("JSON, xz") << json << u"xz"_s;
    QTest::newRow("export") << exported << QString();
    QTest::newRow("export, gz") << exported << u"gzip"_s;
}

void LogJournalTest::loaded()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, packer);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"journal"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    if (!packer.isEmpty()) {
        QProcess process;
        process.start(packer, {u"-c"_s});
        process.write(bytes);
        process.closeWriteChannel();
        if (!process.waitForFinished()) {
            QSKIP("this packer is not installed");
        }
        bytes = process.readAllStandardOutput();
    }
    QCOMPARE(file.write(bytes), bytes.size());
    file.close();
    const auto logs = qtio::loadLogs({{path}, {}, std::nullopt, qtio::LogText::Keep});
    QVERIFY(!logs.hasErrors());
    QVERIFY(!logs.sources[0].file->isPlain());
    QCOMPARE(logs.log->size(), std::size_t{5000});
    QCOMPARE((*logs.log)[4999].time, 1'724'861'339'764);
    QCOMPARE((*logs.log)[0].host, std::string_view("mx1"));
    QCOMPARE(QByteArray::fromStdString(std::string(logs.line(4999))), head + check);
}

void LogJournalTest::fromAPipe()
{
    QTemporaryDir folder;
    const QString pipe = folder.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    std::thread writer([&] {
        QFile file(pipe);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        const QByteArray bytes = "\xef\xbb\xbf" + jsonEntry('"' + check + '"').repeated(100);
        file.write(bytes.left(1)); // as slowly as pipes may be
        file.write(bytes.mid(1, 20));
        file.write(bytes.mid(21));
    });
    const auto logs = qtio::loadLogs({{pipe}, {}, std::nullopt, qtio::LogText::Keep});
    writer.join();
    QVERIFY(!logs.hasErrors());
    QCOMPARE(logs.log->size(), std::size_t{100});
    QCOMPARE(QByteArray::fromStdString(std::string(logs.line(99))), head + check);
}

void LogJournalTest::amongLines_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::newRow("JSON") << jsonEntry('"' + check + '"');
    QTest::newRow("export") << exportEntry("MESSAGE=" + check + '\n');
    QTest::newRow("export, bytes") << exportEntry(binaryField("MESSAGE", check));
}

void LogJournalTest::amongLines()
{
    QFETCH(QByteArray, entry);
    const QByteArray line = head + check + '\n';
    QTemporaryDir folder;
    const QString path = folder.filePath(u"mail.log"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(line + entry + entry + line);
    file.close();
    const auto logs = qtio::loadLogs({{path}, {}, std::nullopt, qtio::LogText::Keep});
    QVERIFY(!logs.hasErrors());
    QCOMPARE(logs.log->size(), std::size_t{2});
    QCOMPARE(logs.log->totalCounts().journalEntries, std::uint64_t{2});
}

QTEST_GUILESS_MAIN(LogJournalTest)
#include "log_journal_test.moc"
