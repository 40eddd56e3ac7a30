// SPDX-License-Identifier: GPL-3.0-or-later
// Questions and answers as values, answers kept for their TTL, and answers written down.
#include "core/dns/answer_cache.h"
#include "core/dns/presentation.h"
#include "core/dns/recording.h"

#include <QTest>

using dns::Answer;
using dns::AnswerCache;
using dns::Question;
using dns::Recording;
using dns::RecordType;
using dns::Status;
using namespace std::chrono_literals;

namespace {

Answer address(const char* text, std::uint32_t ttl)
{
    Answer answer;
    answer.status = Status::Ok;
    answer.records.push_back({net::IpAddress::parse(text).value(), ttl});
    answer.ttl = ttl;
    answer.server = "192.0.2.53:53";
    answer.elapsed = 1234us;
    return answer;
}

const Question question{"mail.example.com", RecordType::A};

} // namespace

class AnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void questionsCompareWithoutCase()
    {
        const Question other{"MAIL.Example.COM", RecordType::A};
        QVERIFY(question == other);
        QCOMPARE(dns::QuestionHash{}(question), dns::QuestionHash{}(other));
        QVERIFY(!(question == Question{"mail.example.com", RecordType::AAAA}));
        QVERIFY(!(question == Question{"mail.example.con", RecordType::A}));
    }

    void wordsReadBack()
    {
        for (const auto type :
             {RecordType::A, RecordType::NS, RecordType::CNAME, RecordType::SOA, RecordType::PTR,
              RecordType::MX, RecordType::TXT, RecordType::AAAA, RecordType::SPF}) {
            QCOMPARE(dns::parseRecordType(dns::toString(type)), std::optional(type));
        }
        QCOMPARE(dns::parseRecordType("type16"), std::optional(RecordType::TXT));
        QVERIFY(!dns::parseRecordType("TYPE12345"));
        QVERIFY(!dns::parseRecordType("TYPE"));
        for (int i = 0; i <= static_cast<int>(Status::NotRecorded); ++i) {
            const auto status = static_cast<Status>(i);
            const auto back = dns::parseRcodeWord(dns::rcodeWord(status));
            QCOMPARE(back, std::optional(status == Status::NoData ? Status::Ok : status));
        }
        QCOMPARE(dns::parseRcodeWord("servfail"), std::optional(Status::ServFail));
    }

    void recordsAreShownAsAMasterFileWouldHaveThem()
    {
        QCOMPARE((dns::Record{dns::Mx{10, "mx.example.com"}, 1}).toString(),
                 std::string("10 mx.example.com"));
        QCOMPARE((dns::Record{dns::Mx{0, ""}, 1}).toString(), std::string("0 ."));
        QCOMPARE((dns::Record{dns::Text{{"a\"b", "\x01\xff"}}, 1}).toString(),
                 std::string("\"a\\\"b\" \"\\001\\255\""));
        QCOMPARE((dns::Record{dns::Text{}, 1}).toString(), std::string("\"\""));
        QCOMPARE(dns::presentName("a b;c"), std::string("a\\032b\\;c"));
    }

    void answersAgeAndEnd()
    {
        AnswerCache cache;
        cache.insert(question, address("192.0.2.1", 60), 1000ms);
        const auto young = cache.find({"MAIL.example.com", RecordType::A}, 11'000ms);
        QVERIFY(young);
        QCOMPARE(young->ttl, std::optional(50U));
        QCOMPARE(young->records.at(0).ttl, 50U);
        QCOMPARE(young->server, std::string("cache"));
        QCOMPARE(young->elapsed, 0us);
        QVERIFY(cache.find(question, 60'999ms));
        QVERIFY(!cache.find(question, 61'000ms));
        QCOMPARE(cache.size(), std::size_t(0));
    }

    void onlyAnswersWithATtlAreKept()
    {
        AnswerCache cache;
        cache.insert(question, Answer::failure(Status::ServFail), 0ms);
        QVERIFY(!cache.find(question, 1ms));
        Answer absent;
        absent.status = Status::NxDomain;
        cache.insert(question, absent, 0ms);
        QVERIFY(!cache.find(question, 1ms));
        absent.ttl = 30;
        cache.insert(question, absent, 0ms);
        QCOMPARE(cache.find(question, 1ms)->status, Status::NxDomain);
        cache.insert(question, Answer::failure(Status::Timeout),
                     2ms); // a newer failure ends the older answer
        QVERIFY(!cache.find(question, 3ms));
        cache.insert(question, address("192.0.2.1", UINT32_MAX), 0ms);
        QVERIFY(!cache.find(question, std::chrono::hours(25)));
    }

    void theLeastUsedAnswerGoesFirst()
    {
        AnswerCache cache(2);
        const Question second{"b", RecordType::A};
        const Question third{"c", RecordType::A};
        cache.insert(question, address("192.0.2.1", 60), 0ms);
        cache.insert(second, address("192.0.2.2", 60), 0ms);
        QVERIFY(cache.find(question, 1ms));
        cache.insert(third, address("192.0.2.3", 60), 1ms);
        QCOMPARE(cache.size(), std::size_t(2));
        QVERIFY(cache.find(question, 2ms));
        QVERIFY(!cache.find(second, 2ms));
        QVERIFY(cache.find(third, 2ms));
        AnswerCache none(0);
        none.insert(question, address("192.0.2.1", 60), 0ms);
        QCOMPARE(none.size(), std::size_t(0));
    }

    void recordingsReadBackExactly()
    {
        Recording recording;
        recording.add(question, address("192.0.2.1", 60));
        recording.add({"v6.example.com", RecordType::AAAA}, address("2001:db8::1", 0));
        Answer text;
        text.status = Status::Ok;
        text.isAuthentic = true;
        text.aliases = {"alias.example.com", "odd \"name\"\n.example.com"};
        std::string all;
        for (int byte = 0; byte < 256; ++byte) {
            all += static_cast<char>(byte);
        }
        text.records = {{dns::Text{{all, "", "x,y=z"}}, 5}, {dns::Text{}, 6}, {dns::Text{{""}}, 7}};
        recording.add({all, RecordType::TXT}, text);
        Answer exchanges;
        exchanges.status = Status::Ok;
        exchanges.records = {{dns::Mx{10, "mx.example.com"}, 9}, {dns::Mx{0, ""}, 9}};
        recording.add({"", RecordType::MX}, exchanges);
        Answer names;
        names.status = Status::Ok;
        names.records = {{dns::Name{"host.example.com"}, 9}};
        recording.add({"1.in-addr.arpa", RecordType::PTR}, names);
        recording.add({"failed", RecordType::A}, Answer::failure(Status::Refused, "s", "connection refused"));
        Answer absent;
        absent.status = Status::NoData;
        recording.add({"absent", RecordType::A}, absent);

        const auto back = Recording::parse(recording.serialised());
        QVERIFY(back.has_value());
        QVERIFY(back->entries() == recording.entries());
        QCOMPARE(back->lookup({"FAILED", RecordType::A}).status, Status::Refused);
        QCOMPARE(back->lookup({"failed", RecordType::TXT}).status, Status::NotRecorded);
    }

    void aLaterAnswerReplacesTheEarlier()
    {
        Recording recording;
        recording.add(question, Answer::failure(Status::Timeout));
        recording.add({"MAIL.example.com", RecordType::A}, address("192.0.2.1", 60));
        QCOMPARE(recording.entries().size(), std::size_t(1));
        QCOMPARE(recording.lookup(question).status, Status::Ok);
    }

    void brokenRecordingsAreRefusedWithTheLine_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("code");
        using Code = dns::RecordingError::Code;
        const auto row = [](const char* line, Code code) {
            QTest::newRow(line) << QByteArray(line) << static_cast<int>(code);
        };
        row("name A NOERROR", Code::BadQuoting);
        row("\"open A NOERROR", Code::BadQuoting);
        row("\"\\99\" A NOERROR", Code::BadQuoting);
        row("\"a\" XYZ NOERROR", Code::BadQuestion);
        row("\"a\"", Code::BadQuestion);
        row("\"a\" A SOMETIMES", Code::BadStatus);
        row("\"a\" A", Code::BadStatus);
        row("\"a\" A NOERROR ip=192.0.2.300", Code::BadField);
        row("\"a\" A NOERROR colour=red", Code::BadField);
        row("\"a\" A NOERROR ttl=", Code::BadField);
        row("\"a\" A NOERROR dnssec=2", Code::BadField);
        row("\"a\" A NOERROR mx=1", Code::BadField);
        row("\"a\" A NOERROR text=\"x\",", Code::BadField);
        row("\"a\" A NOERROR server=\"x\"y", Code::BadField);
    }

    void brokenRecordingsAreRefusedWithTheLine()
    {
        QFETCH(QByteArray, line);
        QFETCH(int, code);
        const std::string header = Recording().serialised();
        const auto read = Recording::parse(header + "\r\n; a remark\n" + line.toStdString() + "\n");
        QVERIFY(!read.has_value());
        QCOMPARE(static_cast<int>(read.error().code), code);
        QCOMPARE(read.error().line, std::size_t(4));
        QCOMPARE(Recording::parse("").error().code, dns::RecordingError::Code::NotARecording);
    }
};

QTEST_APPLESS_MAIN(AnswersTest)
#include "answers_test.moc"
