// SPDX-License-Identifier: GPL-3.0-or-later
// gz logs: as a stream and by the place of a line, whole, in many members, cut off, damaged; gzip is the
// judge.
#include "core/qtio/log/log_file.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using qtio::LogFile;
using qtio::LogFileError;

namespace {

QByteArray run(const QString& program, const QStringList& arguments, const QByteArray& input)
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    return process.waitForFinished(60'000) ? process.readAllStandardOutput() : QByteArray();
}

QByteArray packed(const QByteArray& text)
{
    return run(u"gzip"_s, {u"-c"_s}, text);
}

/// Lines as of a log: neither all the same nor noise.
QByteArray logText(qsizetype bytes)
{
    QRandomGenerator random(7);
    QByteArray text;
    text.reserve(bytes + 200);
    for (int number = 0; text.size() < bytes; ++number) {
        text += "Sep 12 10:14:48 mx1 policyd-spf[" + QByteArray::number(number) +
                "]: prepend Received-SPF: Pass (mailfrom) identity=mailfrom; client-ip=192.0.2." +
                QByteArray::number(random.bounded(256)) + "; helo=mx" +
                QByteArray::number(random.generate(), 36) +
                ".example; envelope-from=u@a.example; receiver=b@c.example\n";
    }
    return text;
}

struct Outcome
{
    QByteArray text;
    std::optional<LogFileError> error;
};

Outcome readAll(LogFile& file)
{
    Outcome outcome;
    const auto result = file.read([&](std::string_view block, qint64) {
        outcome.text.append(block.data(), static_cast<qsizetype>(block.size()));
        return true;
    });
    if (!result) {
        outcome.error = result.error();
    }
    return outcome;
}

} // namespace

class LogGzipTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textByPlace();
    void textWithoutReading();
    void textWhileItIsRead();
    void forms_data();
    void forms();
    void cutAnywhere();
    void wrongChecksum();
    void cancelled();

private:
    QString write(const QByteArray& bytes)
    {
        const QString path = m_folder.filePath(u"log-%1.gz"_s.arg(m_files++));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("no room for a test");
        }
        return path;
    }

    void compareAllOver(LogFile& file, const QByteArray& text);

    QTemporaryDir m_folder;
    int m_files = 0;
};

void LogGzipTest::compareAllOver(LogFile& file, const QByteArray& text)
{
    QRandomGenerator random(11);
    const auto same = [&](qsizetype from, qsizetype size) {
        const auto view = file.text(static_cast<quint64>(from), static_cast<quint32>(size));
        return QByteArrayView(view.data(), static_cast<qsizetype>(view.size())) == text.mid(from, size);
    };
    for (int i = 0; i < 60; ++i) {
        QVERIFY(same(random.bounded(static_cast<int>(text.size())), 300));
    }
    for (qsizetype from = text.size() - 200; from > text.size() - (3 << 20); from -= 70'000) {
        QVERIFY(same(from, 200)); // scrolled backwards
    }
    QVERIFY(same(text.size() / 3, 3 << 20));
    QVERIFY(same(text.size() - 5, 100));
    QVERIFY(same(text.size() + 5, 100));
}

void LogGzipTest::textByPlace()
{
    const QByteArray text = logText(50 << 20);
    auto file = LogFile::open(write(packed(text)));
    QVERIFY(file.has_value());
    QVERIFY(file->isCompressed() && !file->isPlain());
    const Outcome outcome = readAll(*file);
    QVERIFY(!outcome.error);
    QVERIFY(outcome.text == text);
    compareAllOver(*file, text);
}

void LogGzipTest::textWithoutReading()
{
    const QByteArray text = logText(40 << 20);
    auto file = LogFile::open(write(packed(text)));
    compareAllOver(*file, text);
}

void LogGzipTest::textWhileItIsRead()
{
    const QByteArray text = logText(40 << 20);
    auto file = LogFile::open(write(packed(text)));
    std::thread reader([&] { QVERIFY(readAll(*file).text == text); });
    compareAllOver(*file, text);
    reader.join();
}

void LogGzipTest::forms_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isSound");
    const QByteArray text = logText(100'000);
    const QByteArray gz = packed(text);
    QByteArray many;
    QByteArray manyText;
    for (int i = 0; i < 300; ++i) {
        const QByteArray piece = text.mid(i * 7, i % 90);
        many += packed(piece);
        manyText += piece;
    }
    QTest::newRow("one member") << gz << text << true;
    QTest::newRow("two members") << gz + gz << text + text << true;
    QTest::newRow("three hundred small and empty members") << many << manyText << true;
    QTest::newRow("nothing in it") << packed({}) << QByteArray() << true;
    QTest::newRow("name and comment in the header")
        << run(u"gzip"_s, {u"-c"_s, u"-N"_s, u"-1"_s}, text) << text << true;
    QTest::newRow("padded with zeros") << gz + QByteArray(300'000, '\0') << text << true;
    QTest::newRow("garbage behind it") << gz + "garbage" << text << true;
    QTest::newRow("one byte behind it") << gz + "\x1f" << text << true;
    QTest::newRow("a cut header behind it") << gz + gz.left(5) << text << false;
    QTest::newRow("no deflate") << gz.left(10) + "this is no deflate stream" << QByteArray() << false;
    QTest::newRow("magic only") << QByteArray("\x1f\x8b") << QByteArray() << false;
    QTest::newRow("unknown method") << QByteArray("\x1f\x8b\x07\0\0\0\0\0\0\0hello", 15) << QByteArray()
                                    << false;
}

void LogGzipTest::forms()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, text);
    QFETCH(bool, isSound);
    auto file = LogFile::open(write(bytes));
    const Outcome outcome = readAll(*file);
    QCOMPARE(outcome.text.size(), text.size());
    QVERIFY(outcome.text == text);
    QCOMPARE(!outcome.error.has_value(), isSound);
    if (outcome.error) {
        QCOMPARE(outcome.error->code, LogFileError::Code::Damaged);
    }
    const auto view = file->text(0, static_cast<quint32>(text.size() + 1));
    QCOMPARE(static_cast<qsizetype>(view.size()), text.size());
}

void LogGzipTest::cutAnywhere()
{
    const QByteArray gz = packed(logText(2 << 20));
    for (int i = 1; i < 40; ++i) {
        const QByteArray part = gz.left(gz.size() * i / 40);
        auto file = LogFile::open(write(part));
        const Outcome outcome = readAll(*file);
        QVERIFY(outcome.error.has_value());
        QCOMPARE(outcome.error->code, LogFileError::Code::Damaged);
        const QByteArray expected = run(u"gzip"_s, {u"-dc"_s}, part);
        // gzip gives up a byte earlier or later.
        const qsizetype common = std::min(expected.size(), outcome.text.size());
        QVERIFY(outcome.text.left(common) == expected.left(common));
        QVERIFY(std::abs(expected.size() - outcome.text.size()) < 4);
    }
}

void LogGzipTest::wrongChecksum()
{
    const QByteArray text = logText(200'000);
    QByteArray gz = packed(text);
    gz[gz.size() - 6] = static_cast<char>(gz[gz.size() - 6] ^ 1);
    auto file = LogFile::open(write(gz + packed("the next member\n")));
    const Outcome outcome = readAll(*file);
    QVERIFY(outcome.error.has_value());
    QCOMPARE(outcome.error->code, LogFileError::Code::Damaged);
    QVERIFY(outcome.text == text + "the next member\n");
}

void LogGzipTest::cancelled()
{
    auto file = LogFile::open(write(packed(logText(30 << 20))));
    int refusals = 0;
    const auto result = file->read([&](std::string_view, qint64 done) {
        refusals += done > 0 ? 1 : 0;
        return refusals == 0;
    });
    QCOMPARE(refusals, 1);
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, LogFileError::Code::Cancelled);
}

QTEST_GUILESS_MAIN(LogGzipTest)
#include "log_gzip_test.moc"
