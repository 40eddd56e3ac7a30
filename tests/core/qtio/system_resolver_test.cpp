// SPDX-License-Identifier: GPL-3.0-or-later
// The system's resolver must tell apart what QDnsLookup cannot (DAEMON.md 2). Runs against the laboratory's
// servers in a name space of its own, where they are the system's: SPM_SYSTEM_DNS=lab says so.
#include "core/qtio/dns/system_resolver.h"

#include <QTest>

using namespace std::chrono_literals;
using dns::RecordType;
using dns::Status;

Q_DECLARE_METATYPE(Status)

class SystemResolverTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAnswersApart_data();
    void tellsAnswersApart();
    void readsRecords();
};

void SystemResolverTest::tellsAnswersApart_data()
{
    if (qgetenv("SPM_SYSTEM_DNS") != "lab") {
        QSKIP("the laboratory's name server is not the system's (lab in-ns)");
    }
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<Status>("status");
    QTest::newRow("answer") << QByteArray("pass.example.com") << Status::Ok;
    QTest::newRow("alias") << QByteArray("alias.example.com") << Status::Ok;
    QTest::newRow("no data") << QByteArray("none.example.com") << Status::NoData;
    QTest::newRow("no such name") << QByteArray("nothere.example.com") << Status::NxDomain;
    QTest::newRow("dangling alias") << QByteArray("dangling.example.com") << Status::NxDomain;
    QTest::newRow("server failure") << QByteArray("servfail.example.com") << Status::ServFail;
    QTest::newRow("refused") << QByteArray("refused.example.com") << Status::Refused;
    QTest::newRow("format error") << QByteArray("formerr.example.com") << Status::FormErr;
    QTest::newRow("not implemented") << QByteArray("notimp.example.com") << Status::NotImp;
    QTest::newRow("truncated") << QByteArray("tc.example.com") << Status::Ok;
    QTest::newRow("silent") << QByteArray("timeout.example.com") << Status::Timeout;
    QTest::newRow("refused by QDnsLookup") << QByteArray("a=b.-c.example.com") << Status::NxDomain;
    QTest::newRow("does not fit") << QByteArray(64, 'x') + ".example.com" << Status::BadName;
}

void SystemResolverTest::tellsAnswersApart()
{
    QFETCH(QByteArray, name);
    QFETCH(Status, status);
    qtio::SystemResolver resolver;
    std::optional<dns::Answer> heard;
    const auto lookup = resolver.ask({name.toStdString(), RecordType::TXT}, 2s,
                                     [&](const dns::Answer& answer) { heard = answer; });
    QVERIFY(!heard);
    QTRY_VERIFY(heard);
    QCOMPARE(rcodeWord(heard->status), rcodeWord(status));
    QCOMPARE(heard->records.empty(), status != Status::Ok);
}

void SystemResolverTest::readsRecords()
{
    if (qgetenv("SPM_SYSTEM_DNS") != "lab") {
        QSKIP("the laboratory's name server is not the system's (lab in-ns)");
    }
    qtio::SystemResolver resolver;
    std::optional<dns::Answer> heard;
    const auto hear = [&](const dns::Answer& answer) { heard = answer; };
    auto lookup = resolver.ask({"mail.example.com", RecordType::AAAA}, 2s, hear);
    QTRY_VERIFY(heard);
    QCOMPARE(heard->records.at(0).toString(), std::string("2001:db8:25::25"));
    QVERIFY(heard->ttl.has_value());
    heard.reset();
    lookup = resolver.ask({"example.com", RecordType::MX}, 2s, hear);
    QTRY_VERIFY(heard);
    QCOMPARE(heard->records.at(0).toString(), std::string("10 mail.example.com"));
    // Giving up is immediate and quiet.
    heard.reset();
    lookup = resolver.ask({"timeout.example.com", RecordType::TXT}, 2s, hear);
    lookup.reset();
    QTest::qWait(100);
    QVERIFY(!heard);
}

int main(int argc, char** argv)
{
    qtio::SystemResolver::shortenWaits();
    QCoreApplication app(argc, argv);
    SystemResolverTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "system_resolver_test.moc"
