// SPDX-License-Identifier: GPL-3.0-or-later
// Log files as they are found: plain, packed, missing, unreadable, empty, growing, cut off.
#include "core/qtio/log/log_session.h"
#include "core/qtio/log/log_zone.h"

#include <QDateTime>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using qtio::LogFileError;

namespace {

const QByteArray line =
    "Sep 12 10:14:48 mx1 policyd-spf[70]: prepend Received-SPF: Pass (mailfrom) identity=mailfrom; "
    "client-ip=192.0.2.7; helo=mx.a.example; envelope-from=u@a.example; receiver=b@c.example \n";

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

qtio::LoadedLogs load(const QStringList& paths)
{
    return qtio::loadLogs({paths, maillog::ZoneRules(), std::nullopt, qtio::LogText::Keep});
}

} // namespace

class FilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plain();
    void packed_data();
    void packed();
    void givenUpBeforeText_data();
    void givenUpBeforeText();
    void compressed();
    void noLogs_data();
    void noLogs();
    void damaged();
    void damagedBehindItsText();
    void errors();
    void onlyWhatHasAnEnd();
    void emptyAndGrowing();
    void cutWhileShown();
    void dates_data();
    void dates();
    void cancelled();
    void inAThread();
    void zones_data();
    void zones();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void FilesTest::plain()
{
    write(path(u"a"_s), line.repeated(3));
    write(path(u"b"_s), "\n" + line);
    const auto loaded = load({path(u"a"_s), path(u"b"_s)});
    QVERIFY(!loaded.hasErrors());
    QCOMPARE(loaded.log->size(), std::size_t{4});
    QCOMPARE((*loaded.log)[3].source, std::uint16_t{1});
    QCOMPARE(QByteArray::fromStdString(std::string(loaded.line(3))) + "\n", line);
}

void FilesTest::packed_data()
{
    QTest::addColumn<QString>("program");
    for (const char* program : {"gzip", "bzip2", "xz", "zstd"}) {
        QTest::newRow(program) << QString::fromLatin1(program);
    }
}

void FilesTest::packed()
{
    QFETCH(QString, program);
    const QString name = path(u"packed-"_s + program);
    write(name, line.repeated(20'000));
    QProcess process;
    process.setStandardOutputFile(name + u".x"_s); // known by its content
    process.start(program, {u"-c"_s, name});
    if (!process.waitForStarted()) {
        QSKIP("this packer is not installed");
    }
    QVERIFY(process.waitForFinished() && process.exitCode() == 0);
    const auto loaded = load({name + u".x"_s});
    QVERIFY(!loaded.hasErrors());
    QVERIFY(loaded.sources[0].file->isCompressed());
    QCOMPARE(loaded.log->size(), std::size_t{20'000});
    QCOMPARE(QByteArray::fromStdString(std::string(loaded.line(19'999))) + "\n", line);
    QCOMPARE(QByteArray::fromStdString(std::string(loaded.line(7))) + "\n", line);
}

/// Where a block takes long to unpack nobody waits for its text.
void FilesTest::givenUpBeforeText_data()
{
    QTest::addColumn<QString>("program");
    for (const char* program : {"bzip2", "xz", "zstd"}) {
        QTest::newRow(program) << QString::fromLatin1(program);
    }
}

void FilesTest::givenUpBeforeText()
{
    QFETCH(QString, program);
    const QString name = path(u"long-"_s + program);
    write(name, line.repeated(20'000));
    QProcess process;
    process.setStandardOutputFile(name + u".x"_s);
    process.start(program, {u"-c"_s, name});
    if (!process.waitForStarted()) {
        QSKIP("this packer is not installed");
    }
    QVERIFY(process.waitForFinished() && process.exitCode() == 0);
    auto file = qtio::LogFile::open(name + u".x"_s);
    QVERIFY(file.has_value());
    std::size_t text = 0;
    const auto result = file->read([&](std::string_view block, qint64) {
        text += block.size();
        return false;
    });
    QVERIFY(!result);
    QCOMPARE(result.error().code, LogFileError::Code::Cancelled);
    QCOMPARE(text, std::size_t{0});
    // The next one who asks gets all of it.
    QVERIFY(file->read([&](std::string_view block, qint64) {
        text += block.size();
        return true;
    }));
    QCOMPARE(text, static_cast<std::size_t>(line.size()) * 20'000);
}

/// compress(1) is seldom there: each letter a code of nine bits, as long as there are few.
void FilesTest::compressed()
{
    QByteArray packed("\x1f\x9d\x90", 3);
    unsigned bits = 0;
    int count = 0;
    for (const char c : line) {
        bits |= static_cast<unsigned char>(c) << count;
        for (count += 9; count >= 8; count -= 8) {
            packed += static_cast<char>(bits & 0xff);
            bits >>= 8;
        }
    }
    write(path(u"mail.log.1.Z"_s), packed + static_cast<char>(bits));
    const auto loaded = load({path(u"mail.log.1.Z"_s)});
    QVERIFY(!loaded.hasErrors());
    QCOMPARE(loaded.log->size(), std::size_t{1});
    QCOMPARE(QByteArray::fromStdString(std::string(loaded.line(0))), line.trimmed() + ' ');
}

void FilesTest::noLogs_data()
{
    using Code = LogFileError::Code;
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("packer");
    QTest::addColumn<std::optional<Code>>("code");
    const QByteArray text = line.repeated(20);
    const auto utf16 = [&text](bool isLittle) {
        QByteArray wide;
        for (const char c : text) {
            wide += isLittle ? c : '\0';
            wide += isLittle ? '\0' : c;
        }
        return wide;
    };
    const auto row = [](const char* name, const QByteArray& bytes, const QString& packer,
                        std::optional<Code> code) { QTest::newRow(name) << bytes << packer << code; };
    row("zip", "PK\x03\x04" + text, {}, Code::Zip);
    row("zip in gz", "PK\x03\x04" + text, u"gzip"_s, Code::Zip);
    row("UTF-16 with a mark", "\xff\xfe" + utf16(true), {}, Code::Utf16);
    row("UTF-16LE", utf16(true), {}, Code::Utf16);
    row("UTF-16BE", utf16(false), {}, Code::Utf16);
    row("UTF-16 in xz", utf16(true), u"xz"_s, Code::Utf16);
    row("gz in gz", {}, u"gzip gzip"_s, Code::PackedTwice);
    row("bz2 in gz", {}, u"bzip2 gzip"_s, Code::PackedTwice);
    row("gz in xz", {}, u"gzip xz"_s, std::nullopt);
    row("a hole of copytruncate", QByteArray(5000, '\0') + text, {}, std::nullopt);
    row("a log", text, {}, std::nullopt);
}

void FilesTest::noLogs()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, packer);
    QFETCH(std::optional<LogFileError::Code>, code);
    bytes = bytes.isEmpty() ? line : bytes;
    for (const QString& program : packer.split(u' ', Qt::SkipEmptyParts)) {
        QProcess process;
        process.start(program, {u"-c"_s});
        process.write(bytes);
        process.closeWriteChannel();
        if (!process.waitForFinished()) {
            QSKIP("this packer is not installed");
        }
        bytes = process.readAllStandardOutput();
    }
    const QString name = path(u"odd"_s);
    write(name, bytes);
    const QString pipe = path(u"odd pipe"_s);
    QFile::remove(pipe);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    std::thread writer([&] { write(pipe, bytes); });
    const auto loaded = load({name, pipe});
    writer.join();
    for (const auto& source : loaded.sources) {
        // A pipe cannot be read again from its start, once it shows that it is packed twice.
        const bool isRead = code == LogFileError::Code::PackedTwice && source.path == name;
        QCOMPARE(source.error ? std::optional(source.error->code) : std::nullopt,
                 isRead ? std::nullopt : code);
        if (isRead || !code) {
            QVERIFY(loaded.log->counts(0).lines > 0);
        }
    }
}

void FilesTest::damaged()
{
    const QString name = path(u"damaged"_s);
    write(name, QByteArray("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", 10) + "this is no deflate stream");
    const auto loaded = load({name});
    QVERIFY(loaded.sources[0].error.has_value());
    QCOMPARE(loaded.sources[0].error->code, LogFileError::Code::Damaged);
}

/// What was unpacked before the damaged place counts.
void FilesTest::damagedBehindItsText()
{
    const qsizetype count = 500'000 / line.size();
    QProcess process;
    process.start(u"xz"_s, {u"-c"_s});
    process.write(line.repeated(count));
    process.closeWriteChannel();
    if (!process.waitForFinished()) {
        QSKIP("xz is not installed");
    }
    const QString name = path(u"junk behind.xz"_s);
    write(name, process.readAllStandardOutput() + "no xz stream");
    const auto loaded = load({name});
    QVERIFY(loaded.sources[0].error.has_value());
    QCOMPARE(loaded.sources[0].error->code, LogFileError::Code::Damaged);
    QVERIFY2(loaded.log->size() * static_cast<std::size_t>(line.size()) + 65'536 >
                 static_cast<std::size_t>(count * line.size()),
             qPrintable(QString::number(loaded.log->size())));
}

void FilesTest::errors()
{
    write(path(u"secret"_s), line);
    QFile::setPermissions(path(u"secret"_s), {});
    write(path(u"good"_s), line);
    const auto loaded = load({path(u"missing"_s), m_folder.path(), path(u"good"_s), path(u"secret"_s)});
    QCOMPARE(loaded.sources.size(), std::size_t{4});
    QCOMPARE(loaded.sources[0].error->code, LogFileError::Code::NotFound);
    QCOMPARE(loaded.sources[1].error->code, LogFileError::Code::IsDirectory);
    QVERIFY(!loaded.sources[2].error.has_value());
    QCOMPARE(loaded.log->sourceCount(), std::uint16_t{4});
    if (::geteuid() == 0) {
        return; // root may read everything
    }
    QCOMPARE(loaded.sources[3].error->code, LogFileError::Code::AccessDenied);
}

void FilesTest::onlyWhatHasAnEnd()
{
    const QString pipe = path(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    std::thread writer([&] { write(pipe, line); });
    const auto loaded = load({u"/dev/zero"_s, u"/dev/null"_s, pipe});
    writer.join();
    QVERIFY(loaded.sources[0].error.has_value());
    QCOMPARE(loaded.sources[0].error->code, LogFileError::Code::IsDevice);
    QVERIFY(!loaded.sources[1].error.has_value());
    QVERIFY(!loaded.sources[2].error.has_value());
    QCOMPARE(loaded.log->counts(2).bytes, quint64(line.size()));
}

void FilesTest::emptyAndGrowing()
{
    write(path(u"empty"_s), {});
    const auto empty = load({path(u"empty"_s)});
    QVERIFY(!empty.hasErrors());
    QCOMPARE(empty.log->totalCounts().bytes, 0U);

    const QString name = path(u"growing"_s);
    write(name, line.repeated(10));
    auto file = qtio::LogFile::open(name);
    QVERIFY(file.has_value());
    qint64 read = 0;
    QVERIFY(file->read([&](std::string_view block, qint64) {
                    if (read == 0) {
                        QFile more(name);
                        more.open(QIODevice::Append);
                        more.write(line);
                    }
                    read += static_cast<qint64>(block.size());
                    return true;
                })
                .has_value());
    QCOMPARE(read, line.size() * 11);
    QVERIFY(file->hasGrown());
}

void FilesTest::cutWhileShown()
{
    const QString name = path(u"cut"_s);
    write(name, line.repeated(10'000));
    const auto loaded = load({name});
    QVERIFY(!loaded.line(9'000).empty());
    QVERIFY(QFile::resize(name, 100)); // copytruncate
    QVERIFY(loaded.line(5'000).empty());

    write(name, line.repeated(100'000));
    auto file = qtio::LogFile::open(name);
    const auto result = file->read([&](std::string_view, qint64) { return QFile::resize(name, 100); });
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, LogFileError::Code::Changed);
}

void FilesTest::dates_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QDate>("date");
    const QDate changed(2024, 5, 6);
    QTest::newRow("last change") << u"maillog"_s << line << changed;
    QTest::newRow("name") << u"maillog-20250105"_s << line << QDate(2025, 1, 5);
    QTest::newRow("name, packed") << u"maillog-20250105.gz"_s
                                  << QByteArray("\x1f\x8b\x08\0\x80\x43\x6d\x38\0\x03", 10)
                                  << QDate(2025, 1, 5);
    QTest::newRow("Postfix's own") << u"maillog.20250105-010859"_s << line << QDate(2025, 1, 5);
    QTest::newRow("gz header") << u"mail.log.2.gz"_s << QByteArray("\x1f\x8b\x08\0\x80\x43\x6d\x38\0\x03", 10)
                               << QDate(2000, 1, 1);
    QTest::newRow("no date in the name") << u"mail.log.20259999"_s << line << changed;
}

void FilesTest::dates()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QDate, date);
    write(path(name), bytes);
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime(QDate(2024, 5, 6), QTime(12, 0), Qt::UTC),
                             QFileDevice::FileModificationTime));
    file.close();
    const auto log = qtio::LogFile::open(path(name));
    QVERIFY(log.has_value());
    QCOMPARE(QDateTime::fromSecsSinceEpoch(log->date(), Qt::UTC).date(), date);
}

void FilesTest::cancelled()
{
    write(path(u"long"_s), line.repeated(50'000));
    int calls = 0;
    const auto loaded =
        qtio::loadLogs({{path(u"long"_s), path(u"long"_s)}, {}, std::nullopt, qtio::LogText::Keep},
                       [&](qint64 done, qint64 total) {
                           ++calls;
                           return done < total / 4;
                       });
    QVERIFY(loaded.isCancelled());
    QVERIFY(calls < 60); // pieces of 128 KiB; a quarter are 34 of them
    QVERIFY(loaded.log->size() > 0 && loaded.log->size() < 50'000);
}

void FilesTest::inAThread()
{
    write(path(u"thread"_s), line.repeated(1000));
    qtio::LogSession loader;
    QSignalSpy finished(&loader, &qtio::LogSession::finished);
    std::size_t rows = 0;
    connect(&loader, &qtio::LogSession::finished, this,
            [&](const qtio::LoadedLogs& logs) { rows = logs.log->size(); });
    loader.start({{path(u"thread"_s)}, {}, std::nullopt, qtio::LogText::Keep});
    loader.start({{path(u"thread"_s), path(u"thread"_s)},
                  {},
                  std::nullopt,
                  qtio::LogText::Keep}); // replaces the first
    QVERIFY(loader.isRunning());
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(rows, std::size_t{2000});
    QVERIFY(!loader.isRunning());
    loader.start({{path(u"thread"_s)}, {}, std::nullopt, qtio::LogText::Keep}); // destroyed while it runs
}

void FilesTest::zones_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("january"); ///< seconds, or -1 when the name is unknown
    QTest::addColumn<int>("july");
    QTest::newRow("UTC") << u"UTC"_s << 0 << 0;
    QTest::newRow("Z") << u"Z"_s << 0 << 0;
    QTest::newRow("digits") << u"+0900"_s << 32'400 << 32'400;
    QTest::newRow("colon") << u"-03:30"_s << -12'600 << -12'600;
    QTest::newRow("name") << u"Asia/Tokyo"_s << 32'400 << 32'400;
    QTest::newRow("with summer time") << u"Europe/Berlin"_s << 3600 << 7200;
    QTest::newRow("unknown") << u"Moon/Base"_s << -1 << -1;
    QTest::newRow("empty") << QString() << -1 << -1;
}

void FilesTest::zones()
{
    QFETCH(QString, name);
    QFETCH(int, january);
    QFETCH(int, july);
    const auto zone = qtio::parseZone(name);
    QCOMPARE(zone.has_value(), january != -1);
    if (zone) {
        QCOMPARE(zone->offsetAt(1'736'942'400), january);
        QCOMPARE(zone->offsetAt(1'752'580'800), july);
    }
}

QTEST_GUILESS_MAIN(FilesTest)
#include "files_test.moc"
