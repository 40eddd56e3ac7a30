// SPDX-License-Identifier: GPL-3.0-or-later
// The policy delegation protocol on the wire (SPEC 3.1): any split of the stream gives the same requests.
#include "core/policy/protocol.h"

#include <QTest>

using namespace policy;

namespace {

const std::string usual = "request=smtpd_access_policy\nprotocol_state=RCPT\nclient_address=192.0.2.10\n"
                          "helo_name=mx.example.com\nsender=a=b@example.com\nrecipient=c@example.jp\n"
                          "instance=4f2.65.0\nqueue_id=\nstress=yes\nccert_subject=CN=x, O=y\n\n";

std::vector<ReceivedRequest> requestsIn(RequestReader& reader, std::string_view bytes, std::size_t step)
{
    std::vector<ReceivedRequest> requests;
    for (std::size_t i = 0; i < bytes.size(); i += step) {
        reader.feed(bytes.substr(i, step));
        while (auto request = reader.next()) {
            requests.push_back(std::move(*request));
        }
    }
    reader.finish();
    while (auto request = reader.next()) {
        requests.push_back(std::move(*request));
    }
    return requests;
}

} // namespace

class ProtocolTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void fieldsAreRead_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<int>("step");
        std::string crlf;
        for (const char c : usual) {
            crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
        }
        for (const int step : {1, 2, 7, 100, 100000}) {
            QTest::addRow("LF in pieces of %d", step) << usual + usual << step;
            QTest::addRow("CRLF in pieces of %d", step) << crlf + crlf << step;
        }
    }

    void fieldsAreRead()
    {
        QFETCH(std::string, bytes);
        QFETCH(int, step);
        RequestReader reader;
        const auto requests = requestsIn(reader, bytes, static_cast<std::size_t>(step));
        QVERIFY(!reader.error());
        QCOMPARE(requests.size(), std::size_t{2});
        const Request& request = requests[1].request;
        QCOMPARE(request.protocolState, std::string("RCPT"));
        QCOMPARE(request.clientAddress, std::string("192.0.2.10"));
        QCOMPARE(request.sender, std::string("a=b@example.com"));
        QCOMPARE(request.queueId, std::string());
        QVERIFY(request.stress);
        QCOMPARE(requests[1].attributes.size(), std::size_t{10});
        QCOMPARE(requests[1].attributes.back().second, std::string("CN=x, O=y"));
    }

    void oddRequests_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<std::string>("sender");
        QTest::newRow("last of a repeated attribute")
            << std::string("request=r\nsender=a\nsender=b\n\n") << std::string("b");
        QTest::newRow("repeated and empty")
            << std::string("request=r\nsender=a\nsender=\n\n") << std::string();
        QTest::newRow("missing") << std::string("request=r\n\n") << std::string();
        QTest::newRow("non-ASCII") << std::string("request=r\nsender=\xE3\x81\x82@x\n\n")
                                   << std::string("\xE3\x81\x82@x");
    }

    void oddRequests()
    {
        QFETCH(std::string, bytes);
        QFETCH(std::string, sender);
        RequestReader reader;
        const auto requests = requestsIn(reader, bytes, 3);
        QCOMPARE(requests.size(), std::size_t{1});
        QCOMPARE(requests[0].request.sender, sender);
        QCOMPARE(requests[0].request.protocolState, std::string());
    }

    void errors_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("before");
        const auto row = [](const char* name, const std::string& bytes, ProtocolError::Code code, int line,
                            int before) {
            QTest::newRow(name) << bytes << static_cast<int>(code) << line << before;
        };
        using Code = ProtocolError::Code;
        row("no equals sign", "request=r\nnonsense\n\n", Code::NotAnAttribute, 2, 0);
        row("no name", "request=r\n=x\n\n", Code::NotAnAttribute, 2, 0);
        row("no request attribute", "sender=a@b\n\n", Code::NoRequest, 2, 0);
        row("empty request attribute", "request=\n\n", Code::NoRequest, 2, 0);
        row("empty line only", "\n", Code::NoRequest, 1, 0);
        row("end inside", usual + "request=smtpd_access_policy\nsender=", Code::EndInsideRequest, 1, 1);
        row("end before the empty line", "request=r\n", Code::EndInsideRequest, 1, 0);
        row("long line", "request=r\nsender=" + std::string(9000, 'x') + "\n\n", Code::LineTooLong, 2, 0);
        row("long line without end", "request=r\nsender=" + std::string(90000, 'x'), Code::LineTooLong, 2, 0);
        std::string many = "request=r\n";
        for (int i = 0; i < 100; ++i) {
            many += "x=" + std::string(1000, 'y') + '\n';
        }
        row("long request", many + '\n', Code::RequestTooLong, 67, 0);
    }

    void errors()
    {
        QFETCH(std::string, bytes);
        QFETCH(int, code);
        QFETCH(int, line);
        QFETCH(int, before);
        for (const std::size_t step : {std::size_t{1}, std::size_t{1000}, bytes.size()}) {
            RequestReader reader;
            const auto requests = requestsIn(reader, bytes, step);
            QCOMPARE(static_cast<int>(requests.size()), before);
            QVERIFY(reader.error().has_value());
            QCOMPARE(static_cast<int>(reader.error()->code), code);
            QCOMPARE(static_cast<int>(reader.error()->line), line);
            reader.feed(usual);
            QVERIFY(!reader.next());
        }
    }

    void thousandRequestsOnOneConnection()
    {
        std::string stream;
        for (int i = 0; i < 1000; ++i) {
            stream += "request=smtpd_access_policy\ninstance=" + std::to_string(i) + "\n\n";
        }
        RequestReader reader;
        const auto requests = requestsIn(reader, stream, 4096);
        QCOMPARE(requests.size(), std::size_t{1000});
        QCOMPARE(requests.back().request.instance, std::string("999"));
        QVERIFY(!reader.error());
    }

    void repliesAreOneLine()
    {
        QCOMPARE(formatReply("DUNNO"), std::string("action=DUNNO\n\n"));
        QCOMPARE(formatReply("550 a\r\naction=OK"), std::string("action=550 a  action=OK\n\n"));
    }

    void writtenRequestsAreReadBack()
    {
        Request request;
        request.clientAddress = "2001:db8::1";
        request.sender = "a@example.com";
        request.instance = "1.2";
        request.stress = true;
        RequestReader reader;
        const auto requests = requestsIn(reader, formatRequest(request), 5);
        QCOMPARE(requests.size(), std::size_t{1});
        QCOMPARE(requests[0].request, request);
    }
};

QTEST_APPLESS_MAIN(ProtocolTest)
#include "protocol_test.moc"
