// SPDX-License-Identifier: GPL-3.0-or-later
// A log read from its image is the log that was read; one that grew is read on from there; a damaged image is
// none.
#include "core/maillog/log_image.h"

#include <QTest>

#include <array>
#include <cstring>
#include <string>

using namespace maillog;

namespace {

/// Both dialects, detail lines whose action line comes later, a turn of the year, an unfinished line.
// clang-format off
const std::string text =
    "Dec 31 23:50:00 mx1 SPFPolicyd[1]: action=block result=fail identity=mailfrom domain=a.example client-ip=192.0.2.2 helo=mx.a.example envelope-from=<x@a.example> to=<b@c.example> rule=globals.fail instance=2 queue-id=\n"
    "Dec 31 23:50:01 mx1 postfix/smtpd[9]: connect from unknown[192.0.2.2]\n"
    "Dec 31 23:59:00 mx2 policyd-spf[70]: Softfail; identity=mailfrom; client-ip=2001:db8::1; helo=mx.b.example; envelope-from=u@b.example; receiver=b@c.example \n"
    "Jan  1 00:00:00 mx2 policyd-spf[70]: prepend Received-SPF: Softfail (mailfrom) identity=mailfrom; client-ip=2001:db8::1; helo=mx.b.example; envelope-from=u@b.example; receiver=b@c.example \n"
    "Jan  1 00:00:02 mx1 SPFPolicyd[1]: action=skip reason=white_ip entry=127.0.0.1 client-ip=127.0.0.1 helo=localhost envelope-from=<t@a.example> to=<b@c.example> instance=5\n"
    "Jan  1 00:00:03 mx1 last message repeated 2 times\n"
    "Jan  1 00:00:04 mx3 policyd-spf[71]: Pass; identity=helo; client-ip=192.0.2.9; helo=mx.d.example; envelope-from=u@d.example; receiver=b@c.example \n"
    "Jan  1 00:00:04 mx3 policyd-spf[71]: Fail; identity=mailfrom; client-ip=192.0.2.9; helo=mx.d.example; envelope-from=u@d.example; receiver=b@c.example \n"
    "Jan  1 00:00:05 mx3 policyd-spf[71]: 550 5.7.23 Message rejected due to: SPF fail - not authorized. Please see http://www.openspf.net/Why?s=mfrom;id=u@d.example;ip=192.0.2.9;r=b@c.example\n"
    "Jan  1 00:00:06 mx1 SPFPolicyd[1]: something new\n"
    "Jan  1 00:00:07 mx1 SPFPolicyd[1]: action=bypass result=pass identity=helo domain=h.example client-ip=198.51.100.3 helo=h.example envelope-from=<> to=<b@c.example> rule=globals.pass instance=4 queue-id=\n";
// clang-format on

const ReaderOptions options{ZoneRules::fixed(9 * 3600), 1'736'000'000, std::nullopt};

std::string imageOf(const Log& log, std::uint16_t source, Row first, Reader& reader)
{
    std::string bytes;
    const bool whole = LogImage::write(log, {source, first, log.size()}, reader, [&](std::string_view piece) {
        bytes += piece;
        return true;
    });
    return whole ? bytes : std::string();
}

ImageSource sourceOf(std::string_view bytes)
{
    return {bytes.size(), [bytes](std::uint64_t offset, std::span<char> to) {
                const bool isThere = offset <= bytes.size() && to.size() <= bytes.size() - offset;
                if (isThere) {
                    std::memcpy(to.data(), bytes.data() + offset, to.size());
                }
                return isThere;
            }};
}

bool onwards()
{
    return true;
}

std::optional<LogImage> imageOf(std::string_view bytes)
{
    return LogImage::read(sourceOf(bytes), onwards);
}

/// All there is to know of a log, names instead of their numbers.
QStringList rowsOf(const Log& log)
{
    QStringList rows;
    for (Row row = 0; row < log.size(); ++row) {
        const auto check = log[row];
        const auto name = [](std::string_view bytes) {
            return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
        };
        rows += QStringLiteral("%1 %2 %3 %4 %5 %6 %7 %8 %9")
                    .arg(check.time)
                    .arg(check.result ? static_cast<int>(*check.result) : -1)
                    .arg(static_cast<int>(check.action))
                    .arg(check.flags)
                    .arg(check.source)
                    .arg(check.pid)
                    .arg(check.repeat)
                    .arg(check.lineOffset)
                    .arg(check.lineLength) +
                u' ' + (check.address ? QString::fromStdString(check.address->toString()) : QString()) +
                QStringList({{},
                             name(check.domain),
                             name(check.helo),
                             name(check.sender),
                             name(check.recipient),
                             name(check.host),
                             name(check.rule)})
                    .join(u' ');
    }
    for (std::uint16_t source = 0; source < log.sourceCount(); ++source) {
        const auto& counts = log.counts(source);
        rows += QStringLiteral("%1 %2 %3 %4")
                    .arg(counts.lines)
                    .arg(counts.bytes)
                    .arg(counts.unreadable)
                    .arg(log.lineIndex(source).offsets().size());
    }
    return rows;
}

/// More than one piece of each column, names of many lengths, more lines than marks fit in one record.
std::string largeText()
{
    std::string big;
    for (int i = 0; i < 80'000; ++i) {
        const auto n = std::to_string(i * 7919 % 50'021);
        big += "2025-01-0" + std::to_string(1 + i / 10'000) + "T00:00:00Z mx" + std::to_string(i % 3) +
               " SPFPolicyd[1]: action=block result=fail identity=mailfrom domain=d" + n +
               ".example client-ip=10." + std::to_string(i % 256) + ".0.1 helo=h" + n + " envelope-from=<u" +
               n + "@d" + n + ".example> to=<b@c.example> rule=globals.fail instance=2 queue-id=\nx\n\n";
    }
    return big;
}

} // namespace

class ImageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnAnywhere();
    void afterOtherSources();
    void ofOneSourceAmongOthers();
    void largeLog();
    void damaged();
    void stopped();
    void readingStopped();
    void wrongParts();
    void stateInACopy();
};

void ImageTest::goesOnAnywhere()
{
    Log straight;
    Reader reader(straight, straight.addSource(), options);
    reader.feed(text);
    reader.finish(Tail::Take);
    QVERIFY(straight.size() >= 6);
    for (std::size_t cut = 0; cut <= text.size(); cut += 13) {
        Log before;
        Reader first(before, before.addSource(), options);
        first.feed(std::string_view(text).substr(0, cut));
        first.finish(Tail::Wait);
        const auto bytes = imageOf(before, 0, 0, first);
        auto image = imageOf(bytes);
        QVERIFY2(image.has_value(), qPrintable(QString::number(cut)));
        Log after;
        Reader second(after, after.addSource(), options);
        QVERIFY(std::move(*image).moveInto(after, 0, second, onwards));
        QCOMPARE(rowsOf(after), rowsOf(before));
        QCOMPARE(second.bytes(), std::uint64_t{cut});
        // The one that was not put away tells what going on gives.
        for (Reader* each : {&first, &second}) {
            each->feed(std::string_view(text).substr(cut));
            each->finish(Tail::Take);
        }
        QCOMPARE(rowsOf(after), rowsOf(before));
    }
}

void ImageTest::afterOtherSources()
{
    Log single;
    Reader reader(single, single.addSource(), options);
    reader.feed(text);
    reader.finish(Tail::Wait);
    const auto bytes = imageOf(single, 0, 0, reader);

    Log expected;
    Log merged;
    for (Log* log : {&expected, &merged}) {
        Reader other(*log, log->addSource(), options);
        other.feed("2025-01-01T00:00:00Z mx9 SPFPolicyd[1]: action=block result=fail identity=mailfrom "
                   "domain=b.example client-ip=192.0.2.77 helo=mx.b.example envelope-from=<u@d.example> "
                   "to=<b@c.example> rule=globals.fail instance=2 queue-id=\n");
    }
    Reader again(expected, expected.addSource(), options);
    again.feed(text);
    again.finish(Tail::Wait);
    Reader restored(merged, merged.addSource(), options);
    QVERIFY(imageOf(bytes).value().moveInto(merged, 1, restored, onwards));
    QCOMPARE(rowsOf(merged), rowsOf(expected));
    // Names that both have are there once.
    QCOMPARE(merged.mailboxes().size(), expected.mailboxes().size());
    QVERIFY(merged.mailboxes().find("u@d.example") != 0);
    const std::string more = "Jan  1 00:01:00 mx3 policyd-spf[71]: None; identity=mailfrom; "
                             "client-ip=192.0.2.9; helo=mx.d.example; envelope-from=u@d.example; "
                             "receiver=b@c.example \n";
    for (Reader* each : {&again, &restored}) {
        each->feed(more);
        each->finish(Tail::Wait);
    }
    QCOMPARE(rowsOf(merged), rowsOf(expected));
}

void ImageTest::ofOneSourceAmongOthers()
{
    Log both;
    Reader one(both, both.addSource(), options);
    one.feed(std::string_view(text).substr(0, 500));
    one.finish(Tail::Wait);
    const Row first = both.size();
    QVERIFY(first > 0);
    Reader two(both, both.addSource(), options);
    two.feed(text);
    two.finish(Tail::Wait);
    Log alone;
    Reader restored(alone, alone.addSource(), options);
    QVERIFY(imageOf(imageOf(both, 1, first, two)).value().moveInto(alone, 0, restored, onwards));
    Log expected;
    Reader reader(expected, expected.addSource(), options);
    reader.feed(text);
    reader.finish(Tail::Wait);
    QCOMPARE(rowsOf(alone), rowsOf(expected));
}

void ImageTest::largeLog()
{
    const auto big = largeText();
    Log log;
    Reader reader(log, log.addSource(), {});
    reader.feed(big);
    reader.finish(Tail::Wait);
    const auto bytes = imageOf(log, 0, 0, reader);
    QVERIFY(bytes.size() < big.size() / 2);
    Log again;
    Reader restored(again, again.addSource(), {});
    QVERIFY(imageOf(bytes).value().moveInto(again, 0, restored, onwards));
    QCOMPARE(rowsOf(again), rowsOf(log));
    const auto last = log.lineIndex(0).offsets().size() - 1;
    QCOMPARE(again.lineIndex(0).offsets()[last], log.lineIndex(0).offsets()[last]);
}

void ImageTest::damaged()
{
    Log log;
    Reader reader(log, log.addSource(), options);
    reader.feed(text);
    reader.finish(Tail::Wait);
    const auto bytes = imageOf(log, 0, 0, reader);
    for (std::size_t size = 0; size < bytes.size(); size += 7) {
        QVERIFY(!imageOf(std::string_view(bytes).substr(0, size)).has_value());
    }
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        auto flipped = bytes;
        flipped[at] = static_cast<char>(flipped[at] ^ (1 << at % 8));
        QVERIFY2(!imageOf(flipped).has_value(), qPrintable(QString::number(at)));
    }
    QVERIFY(!imageOf(std::string(bytes.rbegin(), bytes.rend())).has_value());
}

void ImageTest::stopped()
{
    Log log;
    Reader reader(log, log.addSource(), options);
    reader.feed(text);
    reader.finish(Tail::Wait);
    for (int pieces = 0; pieces < 10; ++pieces) {
        int left = pieces;
        QVERIFY(
            !LogImage::write(log, {0, 0, log.size()}, reader, [&](std::string_view) { return left-- > 0; }));
    }
}

void ImageTest::readingStopped()
{
    Log log;
    Reader reader(log, log.addSource(), {});
    reader.feed(largeText());
    reader.finish(Tail::Wait);
    const auto bytes = imageOf(log, 0, 0, reader);
    const auto never = [] { return false; };
    QVERIFY(!LogImage::read(sourceOf(bytes), never).has_value());
    // Into an empty log, and behind the rows of another one.
    for (const std::string_view before : {std::string_view(), std::string_view(text)}) {
        Log into;
        Reader other(into, into.addSource(), options);
        other.feed(before);
        other.finish(Tail::Take);
        const auto rows = into.size();
        Reader restored(into, into.addSource(), {});
        QVERIFY(!imageOf(bytes).value().moveInto(into, 1, restored, never));
        QCOMPARE(into.size(), rows);
        QCOMPARE(restored.bytes(), std::uint64_t{0});
        QVERIFY(imageOf(bytes).value().moveInto(into, 1, restored, onwards));
        QCOMPARE(into.size(), rows + log.size());
        QCOMPARE(into[rows + 70'000].sender, log[70'000].sender);
    }
    // Written halfway.
    int pieces = 0;
    const auto count = [&pieces](std::string_view) { return ++pieces > 0; };
    QVERIFY(LogImage::write(log, {0, 0, log.size()}, reader, count));
    for (int most = 0; most < pieces; most += 13) {
        int left = most;
        QVERIFY(
            !LogImage::write(log, {0, 0, log.size()}, reader, [&](std::string_view) { return left-- > 0; }));
    }
}

/// Parts that are whole, but not of this image.
void ImageTest::wrongParts()
{
    const auto imageOfText = [](std::string_view part) {
        Log log;
        Reader reader(log, log.addSource(), options);
        reader.feed(part);
        reader.finish(Tail::Wait);
        return imageOf(log, 0, 0, reader);
    };
    const auto whole = imageOfText(text);
    const auto less = imageOfText(std::string_view(text).substr(0, 400));
    QVERIFY(whole.size() > less.size());
    const auto end = less.size() / 2;
    QVERIFY(!imageOf(less.substr(0, end) + whole.substr(end)).has_value());
    QVERIFY(!imageOf(whole.substr(0, end) + less.substr(end)).has_value());
    QVERIFY(!imageOf(whole + whole).has_value());
    QVERIFY(!imageOf(less + whole).has_value());
}

void ImageTest::stateInACopy()
{
    Log log;
    Reader reader(log, log.addSource(), options);
    const std::string unfinished = text.substr(0, text.size() - 1);
    reader.feed(unfinished);
    reader.finish(Tail::Wait);
    const auto waiting = log.size();
    Log taken = log;
    Reader last(taken, 0, options);
    copyState(reader, last, taken);
    last.finish(Tail::Take);
    QCOMPARE(taken.size(), waiting + 1);
    QCOMPARE(log.size(), waiting);
    reader.feed("\n");
    reader.finish(Tail::Wait);
    QCOMPARE(log.size(), waiting + 1);
    QCOMPARE(rowsOf(log).mid(0, static_cast<qsizetype>(waiting) + 1),
             rowsOf(taken).mid(0, static_cast<qsizetype>(waiting) + 1));
}

QTEST_APPLESS_MAIN(ImageTest)
#include "image_test.moc"
