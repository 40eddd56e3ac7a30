// SPDX-License-Identifier: GPL-3.0-or-later
// DNS messages as octets: questions out, answers in, and every way a message can be broken (RFC 1035 4, RFC
// 2181, RFC 2308, RFC 6891).
#include "core/dns/wire.h"

#include <QTest>

using dns::Question;
using dns::RecordType;
using dns::Reply;
using dns::Status;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Status)

namespace {

constexpr int headerSize = 12;

QByteArray big16(int value)
{
    return {QByteArray(1, static_cast<char>(value >> 8)) + QByteArray(1, static_cast<char>(value & 0xff))};
}

QByteArray big32(quint32 value)
{
    return big16(static_cast<int>(value >> 16)) + big16(static_cast<int>(value & 0xffff));
}

QByteArray name(const QByteArray& text)
{
    QByteArray out;
    for (const QByteArray& label : text.split('.')) {
        out += static_cast<char>(label.size()) + label;
    }
    return (text.isEmpty() ? QByteArray() : out) + '\0';
}

QByteArray pointer(int target)
{
    return big16(0xc000 | target);
}

const QByteArray asked = pointer(headerSize); ///< the name of the question

QByteArray record(const QByteArray& owner, int type, const QByteArray& data, quint32 ttl = 300, int klass = 1)
{
    return owner + big16(type) + big16(klass) + big32(ttl) + big16(static_cast<int>(data.size())) + data;
}

QByteArray text(const QByteArray& string)
{
    return static_cast<char>(string.size()) + string;
}

struct Message
{
    int flags = 0x8180;
    int questions = 1;
    int answers = 1;
    int authorities = 0;
    QByteArray question = name("example.com") + big16(16) + big16(1);
    QByteArray records;

    [[nodiscard]] QByteArray bytes() const
    {
        return big16(7) + big16(flags) + big16(questions) + big16(answers) + big16(authorities) + big16(0) +
               question + records;
    }
};

Reply read(const QByteArray& message, RecordType type = RecordType::TXT)
{
    const auto* data = reinterpret_cast<const std::uint8_t*>(message.constData());
    return dns::readReply({data, static_cast<std::size_t>(message.size())}, {"example.com", type});
}

QByteArray soa(quint32 minimum)
{
    return name("ns.test") + name("host.test") + big32(1) + big32(2) + big32(3) + big32(4) + big32(minimum);
}

/// 127 labels of one octet: 255 octets on the wire, the longest name there is.
QByteArray longestName()
{
    return QByteArray("x.").repeated(126) + 'x';
}

} // namespace

class WireTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void writesQuestions()
    {
        const auto plain = dns::encodeQuery({"Ab.c", RecordType::MX}, 0x1234, 0);
        QVERIFY(plain.has_value());
        QCOMPARE(QByteArray(reinterpret_cast<const char*>(plain->data()), qsizetype(plain->size())).toHex(),
                 "123401200001000000000000" + name("Ab.c").toHex() + "000f0001");
        const auto edns = dns::encodeQuery({"Ab.c", RecordType::MX}, 0x1234, 1232);
        QCOMPARE(QByteArray(reinterpret_cast<const char*>(edns->data()), qsizetype(edns->size())).toHex(),
                 "123401200001000000000001" + name("Ab.c").toHex() + "000f0001" + "00002904d0000000000000");
        const auto root = dns::encodeQuery({"", RecordType::NS}, 0, 0);
        QCOMPARE(root->size(), std::size_t{headerSize + 5});
    }

    void namesThatFit_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("fits");
        QTest::newRow("root") << QByteArray() << true;
        QTest::newRow("one label") << QByteArray("localhost") << true;
        QTest::newRow("NUL and blank") << QByteArray("a\0b c.d", 7) << true;
        QTest::newRow("63 octets") << QByteArray(63, 'x') << true;
        QTest::newRow("64 octets") << QByteArray(64, 'x') << false;
        QTest::newRow("253 octets") << longestName() << true;
        QTest::newRow("254 octets") << longestName() + 'x' << false;
        QTest::newRow("leading dot") << QByteArray(".a") << false;
        QTest::newRow("trailing dot") << QByteArray("a.") << false;
        QTest::newRow("empty label") << QByteArray("a..b") << false;
        QTest::newRow("dot") << QByteArray(".") << false;
    }

    void namesThatFit()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, fits);
        const Question question{text.toStdString(), RecordType::TXT};
        QCOMPARE(dns::fitsMessage(question.name), fits);
        auto query = dns::encodeQuery(question, 1, 0);
        QCOMPARE(query.has_value(), fits);
        if (fits) {
            (*query)[2] |= 0x80; // the question sent back as a response
            QCOMPARE(rcodeWord(dns::readReply(*query, question).answer.status), rcodeWord(Status::NoData));
        }
    }

    void readsText_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QList<QByteArray>>("strings");
        QTest::newRow("one") << text("v=spf1 -all") << QList<QByteArray>{"v=spf1 -all"};
        QTest::newRow("two") << text("v=spf1") + text(" -all") << QList<QByteArray>{"v=spf1", " -all"};
        QTest::newRow("empty string") << text("") << QList<QByteArray>{""};
        QTest::newRow("NUL and 255") << text(QByteArray("a\0\xff", 3))
                                     << QList<QByteArray>{QByteArray("a\0\xff", 3)};
        QTest::newRow("255 octets") << text(QByteArray(255, 'x')) << QList<QByteArray>{QByteArray(255, 'x')};
    }

    void readsText()
    {
        QFETCH(QByteArray, data);
        QFETCH(QList<QByteArray>, strings);
        Message message;
        message.records = record(asked, 16, data);
        const Reply reply = read(message.bytes());
        QCOMPARE(rcodeWord(reply.answer.status), rcodeWord(Status::Ok));
        QList<QByteArray> got;
        for (const std::string& each : std::get<dns::Text>(reply.answer.records.at(0).data).strings) {
            got += QByteArray::fromStdString(each);
        }
        QCOMPARE(got, strings);
    }

    void namesInDataMayBeCompressed()
    {
        Message message;
        message.question = name("example.com") + big16(15) + big16(1);
        message.answers = 2;
        const int zone = headerSize + 8; // "com" inside "example.com"
        message.records = record(asked, 15, big16(10) + text("mx") + asked) +
                          record(asked, 15, big16(20) + text("test") + pointer(zone));
        const Reply reply = read(message.bytes(), RecordType::MX);
        QCOMPARE(reply.answer.records.size(), std::size_t{2});
        QCOMPARE(std::get<dns::Mx>(reply.answer.records[0].data), (dns::Mx{10, "mx.example.com"}));
        QCOMPARE(std::get<dns::Mx>(reply.answer.records[1].data), (dns::Mx{20, "test.com"}));
    }

    void brokenMessages_data();
    void brokenMessages();
    void everyCutIsNoticed();
    void onlyAnswersCanBeAuthentic_data();
    void onlyAnswersCanBeAuthentic();
    void otherRecordsArePassedOver();
    void negativeAnswersAreKeptAsLongAsTheZoneSays();
    void chainsOfPointersEndSoon();
};

void WireTest::brokenMessages_data()
{
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char* title, const Message& message) {
        QTest::newRow(title) << message.bytes();
    };
    const QByteArray good = record(asked, 16, text("x"));
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("11 octets") << Message{}.bytes().left(11);
    row("a query", {.flags = 0x0100, .records = good});
    row("a notification", {.flags = 0xa180, .records = good});
    row("cut off", {.flags = 0x8380, .records = good});
    row("no question", {.questions = 0, .question = {}, .records = record(name("example.com"), 16, "")});
    row("two questions", {.questions = 2, .records = good});
    row("another name", {.question = name("example.net") + big16(16) + big16(1), .records = good});
    row("another type", {.question = name("example.com") + big16(1) + big16(1), .records = good});
    row("another class", {.question = name("example.com") + big16(16) + big16(3), .records = good});
    row("fewer records than counted", {.answers = 2, .records = good});
    row("65535 records counted", {.answers = 0xffff, .records = good});
    row("data longer than the message", {.records = asked + big16(16) + big16(1) + big32(1) + big16(900)});
    row("string longer than the data", {.records = record(asked, 16, "\x05"_ba + "x")});
    row("text without a string", {.records = record(asked, 16, "")});
    row("pointer to itself", {.records = record(pointer(29), 16, text("x"))});
    row("pointer forward", {.records = record(pointer(40), 16, text("x"))});
    row("pointer behind the end", {.records = record(pointer(0x3fff), 16, text("x"))});
    row("half a pointer", {.records = "\xc0"_ba});
    row("two pointers in a circle", {.records = record(text("a") + pointer(29), 16, text("x"))});
    row("label type 01", {.records = record("\x41x\0"_ba, 16, text("x"))});
    row("label behind the end", {.records = "\x3fx"_ba});
    row("name of 256 octets", {.records = record(text("xx") + name(longestName()), 16, text("x"))});
    row("name too long by a pointer", {.question = name(longestName()) + big16(16) + big16(1),
                                       .records = record(text("x") + asked, 16, text("x"))});
}

void WireTest::brokenMessages()
{
    QFETCH(QByteArray, message);
    const Reply reply = read(message);
    QCOMPARE(rcodeWord(reply.answer.status), rcodeWord(Status::Malformed));
    QVERIFY(reply.answer.records.empty());
    QVERIFY(!reply.isUnfinished);
}

void WireTest::everyCutIsNoticed()
{
    Message message;
    message.answers = 2;
    message.records =
        record(asked, 5, text("www") + asked) + record(text("www") + asked, 16, text("v=spf1 -all"));
    const QByteArray whole = message.bytes();
    QCOMPARE(rcodeWord(read(whole).answer.status), rcodeWord(Status::Ok));
    for (qsizetype size = 0; size < whole.size(); ++size) {
        QCOMPARE(rcodeWord(read(whole.left(size)).answer.status), rcodeWord(Status::Malformed));
    }
}

void WireTest::onlyAnswersCanBeAuthentic_data()
{
    QTest::addColumn<int>("flags");
    QTest::addColumn<bool>("isAuthentic");
    QTest::newRow("proven") << 0x81a0 << true;
    QTest::newRow("proven not to be there") << 0x81a3 << true;
    QTest::newRow("not proven") << 0x8180 << false;
    QTest::newRow("server failure") << 0x81a2 << false;
}

void WireTest::onlyAnswersCanBeAuthentic()
{
    QFETCH(int, flags);
    Message message;
    message.flags = flags;
    message.answers = 1;
    message.records = record(asked, 16, text("v=spf1 -all"));
    QTEST(read(message.bytes()).answer.isAuthentic, "isAuthentic");
}

void WireTest::otherRecordsArePassedOver()
{
    Message message;
    message.answers = 4;
    message.records = record(name("other.test"), 16, text("another owner")) +
                      record(asked, 16, text("another class"), 300, 3) + record(asked, 46, "a signature") +
                      record(name("EXAMPLE.com"), 16, text("this"), 0x80000001);
    const Reply reply = read(message.bytes());
    QCOMPARE(reply.answer.records.size(), std::size_t{1});
    QCOMPARE(std::get<dns::Text>(reply.answer.records[0].data).joined(), std::string("this"));
    QCOMPARE(reply.answer.ttl, std::optional<std::uint32_t>(0)); // RFC 2181 8
    // An address of three octets is nobody's business unless an address was asked for.
    message.answers = 2;
    message.records = record(asked, 1, "abc") + record(asked, 16, text("this"));
    QCOMPARE(rcodeWord(read(message.bytes()).answer.status), rcodeWord(Status::Ok));
}

void WireTest::negativeAnswersAreKeptAsLongAsTheZoneSays()
{
    for (const int flags : {0x8180, 0x8183}) {
        Message message{.flags = flags, .answers = 0, .authorities = 1, .records = {}};
        const Status status = flags == 0x8183 ? Status::NxDomain : Status::NoData;
        for (const quint32 minimum : {60U, 86400U}) {
            message.records = record(name("com"), 6, soa(minimum), 900);
            const Reply reply = read(message.bytes());
            QCOMPARE(rcodeWord(reply.answer.status), rcodeWord(status));
            QCOMPARE(reply.answer.ttl, std::optional<std::uint32_t>(std::min(minimum, 900U)));
        }
        message.authorities = 0;
        message.records.clear();
        QCOMPARE(read(message.bytes()).answer.ttl, std::nullopt);
    }
}

void WireTest::chainsOfPointersEndSoon()
{
    // Every pointer leads to the one before it, and every record's owner walks all of them.
    constexpr int dataAt = headerSize + 13 + 4 + 12; // behind the question and the head of the first record
    Message message{.records = {}};
    QByteArray data = asked;
    while (data.size() < 0x3000) {
        data += pointer(dataAt + static_cast<int>(data.size()) - 2);
    }
    message.records = asked + big16(99) + big16(1) + big32(1) + big16(static_cast<int>(data.size())) + data;
    const int end = dataAt + static_cast<int>(data.size()) - 2;
    for (int i = 0; i < 4000; ++i) {
        message.records += record(pointer(end), 16, text("x"));
        ++message.answers;
    }
    QCOMPARE(rcodeWord(read(message.bytes()).answer.status), rcodeWord(Status::Malformed));
}

QTEST_APPLESS_MAIN(WireTest)
#include "wire_test.moc"
