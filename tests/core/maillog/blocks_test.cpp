// SPDX-License-Identifier: GPL-3.0-or-later
// Where a log is cut into blocks, by how many threads it is parsed and how its lines are found changes
// nothing: each way is compared with the plainest one, line by line.
#include "core/maillog/literal_scan.h"
#include "core/maillog/reader.h"
#include "core/qtio/log/log_loader.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <random>
#include <set>

using namespace Qt::StringLiterals;
using namespace maillog;

namespace {

const std::string passLine =
    "Sep 12 10:14:48 mx1 policyd-spf[70]: prepend Received-SPF: Pass (mailfrom) identity=mailfrom; "
    "client-ip=192.0.2.7; helo=mx.a.example; envelope-from=u@A.example; receiver=b@c.example \n";
const std::string ownLine =
    "Sep 12 10:14:49 mx2 spfpolicyd[1]: action=block result=fail identity=mailfrom domain=B.example. "
    "client-ip=2001:db8::2 helo=mx.b.example envelope-from=<\"x\\\"y\"@b.example> to=<b@c.example> "
    "rule=globals.fail instance=2 queue-id=\n";
const std::string heloDetail =
    "Sep 12 10:14:50 mx1 policyd-spf[71]: None; identity=helo; client-ip=192.0.2.8; "
    "helo=h.example; envelope-from=u@d.example; receiver=b@c.example \n";
const std::string senderDetail =
    "Sep 12 10:14:51 mx1 policyd-spf[71]: Softfail; identity=mailfrom; client-ip=192.0.2.8; helo=h.example; "
    "envelope-from=u@d.example; receiver=b@c.example \n";
const std::string otherLine = "Sep 12 10:14:52 mx1 postfix/smtpd[9]: connect from unknown[192.0.2.9]\n";

/// Everything MAILLOG.md lists that has to do with bytes and borders.
std::string oddMaterial()
{
    const std::array<std::string, 15> pieces{
        passLine,
        ownLine,
        heloDetail,
        senderDetail,
        otherLine,
        "\n",
        "\r\n",
        passLine.substr(0, passLine.size() - 1) + "\r\n",
        "Sep 12 10:14:53 mx1 last message repeated 3 times\n",
        "Sep 12 10:14:53 mx1 policyd-spf[70]: message repeated 2 times: [ prepend Received-SPF: Fail (x) "
        "identity=mailfrom; client-ip=192.0.2.7; helo=h; envelope-from=u@e.example; receiver=b@c.example]\n",
        std::string(3000, '\0') + passLine,
        "Sep 12 10:14:54 mx1 postfix/smtpd[9]: reject: policyd-spf policy-spf SPFPolicyd message repeated \n",
        "\xff\xfe SPFPolicyd \x82\xa0 result=pass 192.0.2.1\n",
        std::string(70'000, 'x') + " policyd-spf[1]: " + std::string(70'000, '=') + "\n",
        "2025-09-12T10:14:55+09:00 mx3 SPFPolicyd: result=none client-ip=192.0.2.3 from=<a@f.example>\n"};
    std::mt19937 random(7);
    std::string text(10'000, '\0');
    for (int i = 0; i < 1500; ++i) {
        // The long ones are rare.
        const auto which = random() % (random() % 20 == 0 ? pieces.size() : 13);
        text += pieces[which];
        if (i == 700) {
            text += std::string(longestLine + 100, 'y') + '\n';
        }
    }
    return text + passLine.substr(0, passLine.size() - 1); // without line end
}

ReaderOptions options()
{
    ReaderOptions options;
    options.fileTime = 1'760'000'000;
    return options;
}

/// The text in blocks whose sizes `next(rest)` tells.
template <class Next>
Log readBlocks(std::string_view text, const Next& next)
{
    Log log;
    Reader reader(log, log.addSource(), options());
    while (!text.empty()) {
        const std::string block(text.substr(0, std::max<std::size_t>(next(text), 1))); // addresses change
        reader.feed(block);
        text.remove_prefix(block.size());
    }
    reader.finish(Tail::Take);
    return log;
}

/// A line at a time: no line is searched for, none is found from its middle.
Log readLines(std::string_view text)
{
    return readBlocks(text,
                      [](std::string_view rest) { return std::min(rest.find('\n'), rest.size() - 1) + 1; });
}

void compareRow(const Log& a, const Log& b, Row row)
{
    const Check x = a[row];
    const Check y = b[row];
    QCOMPARE(x.time, y.time);
    QCOMPARE(x.offsetMinutes, y.offsetMinutes);
    QVERIFY(x.result == y.result && x.action == y.action && x.identity == y.identity &&
            x.dialect == y.dialect);
    QCOMPARE(x.flags, y.flags);
    QCOMPARE(x.guessed.bits(), y.guessed.bits());
    QCOMPARE(x.pid, y.pid);
    QCOMPARE(x.repeat, y.repeat);
    QVERIFY(x.address == y.address);
    QVERIFY(x.domain == y.domain && x.helo == y.helo && x.sender == y.sender && x.recipient == y.recipient &&
            x.host == y.host && x.rule == y.rule);
    QCOMPARE(x.lineOffset, y.lineOffset);
    QCOMPARE(x.lineLength, y.lineLength);
}

void compare(const Log& a, const Log& b)
{
    QCOMPARE(a.size(), b.size());
    for (Row row = 0; row < a.size() && !QTest::currentTestFailed(); ++row) {
        compareRow(a, b, row);
    }
    QCOMPARE(a.counts(0).lines, b.counts(0).lines);
    QCOMPARE(a.counts(0).bytes, b.counts(0).bytes);
    QCOMPARE(a.counts(0).unreadable, b.counts(0).unreadable);
    QCOMPARE(a.lineIndex(0).offsets().size(), b.lineIndex(0).offsets().size());
    for (std::size_t i = 0; i < a.lineIndex(0).offsets().size(); ++i) {
        QCOMPARE(a.lineIndex(0).offsets()[i], b.lineIndex(0).offsets()[i]);
    }
}

/// The same file by the threads of the loader.
void compareLoaded(const QString& path, const Log& expected)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::fromSecsSinceEpoch(options().fileTime),
                             QFileDevice::FileModificationTime));
    file.close();
    compare(*qtio::loadLogs({{path}, {}, std::nullopt, qtio::LogText::Forget}).log, expected);
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class BlocksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bordersChangeNothing_data();
    void bordersChangeNothing();
    void threadsChangeNothing();
    void generated_data();
    void generated();
    void literals_data();
    void literals();
    void literalsAnywhere();
    void newlines();
    void hashes();
};

void BlocksTest::bordersChangeNothing_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {1, 2, 7, 64, 255, 1000, 4096, 65'536, 262'144, 1 << 20, 1 << 24}) {
        QTest::addRow("%d", size) << size;
    }
}

void BlocksTest::bordersChangeNothing()
{
    QFETCH(int, size);
    const auto text = oddMaterial();
    const auto expected = readLines(text);
    QVERIFY(expected.size() > 500);
    compare(readBlocks(text, [size](std::string_view) { return static_cast<std::size_t>(size); }), expected);
    std::mt19937 random(static_cast<unsigned>(size));
    compare(
        readBlocks(text, [&](std::string_view) { return random() % (static_cast<unsigned>(size) * 2U) + 1; }),
        expected);
}

void BlocksTest::threadsChangeNothing()
{
    QTemporaryDir folder;
    std::string text;
    while (text.size() < std::size_t{9} << 20U) {
        text += oddMaterial();
    }
    const auto path = folder.filePath(u"mail.log"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text.data(), static_cast<qint64>(text.size())), static_cast<qint64>(text.size()));
    file.close();
    const auto expected = readLines(text);
    compareLoaded(path, expected);
    QCOMPARE(QProcess::execute(u"gzip"_s, {u"-k"_s, u"-n"_s, path}), 0);
    compareLoaded(path + u".gz"_s, expected);
}

void BlocksTest::generated_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("odd") << QStringList{u"--odd"_s, u"0.01"_s};
    QTest::newRow("level 2, CRLF") << QStringList{u"--level"_s, u"2"_s, u"--crlf"_s};
    QTest::newRow("mixed stamps, cut")
        << QStringList{u"--ts"_s, u"mixed"_s, u"--odd"_s, u"0.002"_s, u"--truncate-last"_s};
    QTest::newRow("perl") << QStringList{u"--daemon"_s, u"perl"_s};
}

void BlocksTest::generated()
{
    const QString program = QStringLiteral(SPM_SHARED_DIR "/lab/make-maillog");
    if (!QFile::exists(program)) {
        QSKIP("shared/lab/make-maillog is not there");
    }
    QFETCH(QStringList, arguments);
    QTemporaryDir folder;
    const auto path = folder.filePath(u"mail.log"_s);
    QCOMPARE(QProcess::execute(program, QStringList{u"--bytes"_s, u"4M"_s, u"--out"_s, path} + arguments), 0);
    const auto bytes = contentOf(path);
    const std::string_view text(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    const auto expected = readLines(text);
    QVERIFY(expected.size() > 100);
    for (const std::size_t size : {std::size_t{100}, std::size_t{4097}, std::size_t{300'000}}) {
        compare(readBlocks(text, [size](std::string_view) { return size; }), expected);
    }
    compareLoaded(path, expected);
}

void BlocksTest::literals_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("place"); ///< the literal that is found begins there; -1: none
    const auto row = [](const QByteArray& text, int place) { QTest::newRow(text.left(40)) << text << place; };
    row("", -1);
    row("x", -1);
    row("spfpolicy", -1);
    row("spfpolicyd", 0);
    row("a SpFpOlIcYd", 2);
    row("POLICY-SPF", -1);
    row("xpolicy-spf", 1);
    row(QByteArray(31, '.') + "policy-spf", 31);
    row(QByteArray(100, '-') + "zz", 100);
    row(QByteArray(33, 'y') + "zz", 33);
    row(QByteArray(64, 'y') + 'z', -1);
    row(QByteArray("a\0q", 3), 2);
}

void BlocksTest::literals()
{
    QFETCH(QByteArray, text);
    QFETCH(int, place);
    const std::array<Literal, 4> literals{
        {{"SPFPolicyd", true}, {"policy-spf", false}, {"zz", false}, {"q", true}}};
    const LiteralScan scan(literals);
    const std::string_view view(text.constData(), static_cast<std::size_t>(text.size()));
    const auto found = scan.find(view);
    QCOMPARE(found != LiteralScan::none, place >= 0);
    QVERIFY(place < 0 || (found >= static_cast<std::size_t>(place) && found < view.size()));
    if (place >= 0) {
        QCOMPARE(scan.find(view, static_cast<std::size_t>(place) + 1), LiteralScan::none);
    }
}

void BlocksTest::literalsAnywhere()
{
    // Every length up to a few registers, every place, more literals than buckets.
    const std::array<Literal, 10> literals{{{"kxq", false},
                                            {"ab", false},
                                            {"abc", false},
                                            {"Hello", true},
                                            {"message", false},
                                            {"0123456789012345678901234567890123456789", false},
                                            {"\n\n", false},
                                            {"@", false},
                                            {"needle", true},
                                            {"\xe3\x81\x82", false}}};
    const LiteralScan scan(literals);
    for (const auto& literal : literals) {
        for (std::size_t size = literal.text.size(); size < 120; ++size) {
            for (std::size_t at = 0; at + literal.text.size() <= size; ++at) {
                std::string text(size, '.');
                text.replace(at, literal.text.size(), literal.text);
                const auto found = scan.find(text);
                QVERIFY(found >= at && found < at + literal.text.size());
                QCOMPARE(scan.find(text, at + literal.text.size()), LiteralScan::none);
            }
        }
    }
    QCOMPARE(LiteralScan(std::array<Literal, 1>{}).find("abc", 1), std::size_t{1});
    QCOMPARE(LiteralScan({}).find("abc"), LiteralScan::none);
}

void BlocksTest::newlines()
{
    std::mt19937 random(1);
    for (std::size_t size = 0; size < 20'000; size += size < 200 ? 1 : 997) {
        std::string text;
        for (std::size_t i = 0; i < size; ++i) {
            text += random() % 3 == 0 ? '\n' : '\x0b';
        }
        QCOMPARE(countNewlines(text), static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')));
    }
    QCOMPARE(countNewlines(std::string(100'000, '\n')), std::size_t{100'000});
}

/// No bit of a name of any length may be without influence: the hash is the key of tables and the sum of
/// images.
void BlocksTest::hashes()
{
    for (std::size_t size = 0; size < 70; ++size) {
        std::string text(size, 'a');
        std::set<std::uint64_t> seen{hashBytes(text.data(), size)};
        for (std::size_t bit = 0; bit < size * 8; ++bit) {
            const char mask = static_cast<char>(1U << bit % 8);
            text[bit / 8] = static_cast<char>(text[bit / 8] ^ mask);
            seen.insert(hashBytes(text.data(), size));
            text[bit / 8] = static_cast<char>(text[bit / 8] ^ mask);
        }
        QCOMPARE(seen.size(), size * 8 + 1);
    }
}

QTEST_GUILESS_MAIN(BlocksTest)
#include "blocks_test.moc"
