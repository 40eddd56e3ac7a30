// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of mails as files and as pasted, and batches over them: order, repeated mails, bad rows, cancelling.
#include "core/qtio/dns/zone_resolver.h"
#include "core/qtio/json/json_report.h"
#include "core/qtio/runs/batch_run.h"
#include "core/qtio/tables/mail_reader.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using qtio::MailTableForm;

namespace {

using Rows = std::shared_ptr<const std::vector<qtio::MailRow>>;

std::vector<qtio::MailRow> rowsOf(const QByteArray& text, MailTableForm form = MailTableForm::Tolerant)
{
    qtio::MailTable table(text, form);
    std::vector<qtio::MailRow> rows;
    while (auto row = table.next()) {
        rows.push_back(*std::move(row));
    }
    return rows;
}

Rows shared(std::vector<qtio::MailRow> rows)
{
    return std::make_shared<const std::vector<qtio::MailRow>>(std::move(rows));
}

/// "ip helo sender", or the error's name.
QString told(const qtio::MailRow& row)
{
    if (row.request) {
        return QString::fromStdString(row.request->clientAddress + ' ' + row.request->heloName + ' ' +
                                      row.request->sender);
    }
    static const QStringList names{u"unclosed"_s, u"fields"_s, u"others"_s, u"address"_s};
    return names[static_cast<int>(row.request.error().code)] + u' ' + row.request.error().text;
}

/// Answers from a zone; names that begin with "slow" are answered when told, "silent" never.
class CountingResolver final : public qtio::Resolver
{
public:
    CountingResolver()
    {
        dns::Zone zone;
        for (const char* name : {"example.com", "slow.example.com", "other.example"}) {
            zone.add(name, dns::RecordType::TXT,
                     dns::Record{dns::Text{{"v=spf1 ip4:192.0.2.0/24 -all"}}, 60});
        }
        m_zone = std::make_unique<qtio::ZoneResolver>(std::move(zone), "zone");
    }

    std::unique_ptr<qtio::PendingLookup> ask(dns::Question question, std::chrono::milliseconds limit,
                                             Done done) override
    {
        ++asked;
        if (question.name.starts_with("silent")) {
            struct Pending final : qtio::PendingLookup
            {
                explicit Pending(int& count) : dropped(count) {}

                ~Pending() override { ++dropped; }

                int& dropped;
            };

            return std::make_unique<Pending>(dropped);
        }
        if (question.name.starts_with("slow")) {
            auto promise = std::make_shared<qtio::Promise>(std::move(done));
            m_slow.push_back(promise);
            return std::make_unique<qtio::PromisedLookup>(std::move(promise));
        }
        return m_zone->ask(std::move(question), limit, std::move(done));
    }

    void answerTheSlow()
    {
        for (const auto& promise : std::exchange(m_slow, {})) {
            promise->keep(dns::Answer::failure(dns::Status::NxDomain));
        }
    }

    [[nodiscard]] std::string description() const override { return "counting"; }

    int asked = 0;
    int dropped = 0;

private:
    std::unique_ptr<qtio::ZoneResolver> m_zone;
    std::vector<std::shared_ptr<qtio::Promise>> m_slow;
};

struct Heard
{
    std::vector<std::size_t> order;
    std::vector<qtio::BatchOutcome> outcomes;

    Heard(qtio::BatchRun& run, std::size_t size) : outcomes(size)
    {
        QObject::connect(&run, &qtio::BatchRun::checked, &run,
                         [this](std::size_t row, const qtio::BatchOutcome& outcome) {
                             order.push_back(row);
                             outcomes[row] = outcome;
                         });
    }
};

} // namespace

class BatchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTables_data();
    void readsTables();
    void refusesTables_data();
    void refusesTables();
    void longTablesAreReadInSlices();
    void cellsForSpreadsheets_data();
    void cellsForSpreadsheets();
    void resultsInTheOrderGiven();
    void resultsAsTheyFinish();
    void equalMailsAreAskedOnce();
    void anOutcomeNobodyKeepsIsMadeAgain();
    void emptyBatchesFinish();
    void destroyingABatchCancelsIt();
    void aBatchMayEndInsideItsOwnSignal();
    void linesOfABatch();
};

void BatchTest::readsTables_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isExact");
    QTest::addColumn<QStringList>("rows");
    const QStringList mail{u"192.0.2.1 mx a@example.com"_s};
    QTest::newRow("file") << QByteArray("ip,helo,sender\n192.0.2.1,mx,a@example.com\n") << true << mail;
    QTest::newRow("file, other order")
        << QByteArray("\xef\xbb\xbfSender, HELO ,note,IP\r\n\r\na@example.com,mx,\"x\ny\",192.0.2.1\r\n")
        << true << mail;
    QTest::newRow("file, null sender")
        << QByteArray("ip,sender\n192.0.2.1,<>\n") << true << QStringList{u"192.0.2.1  "_s};
    QTest::newRow("file, bad rows")
        << QByteArray("ip,helo,sender\n192.0.2.1,mx\nmx,192.0.2.1,a\n\"192.0.2.1,mx,a\n") << true
        << QStringList{u"fields 192.0.2.1,mx"_s, u"address mx"_s, u"unclosed 192.0.2.1,mx,a\n"_s};
    QTest::newRow("pasted tabs") << QByteArray("192.0.2.1\ta@example.com\tmx") << false << mail;
    QTest::newRow("pasted semicolons, null sender")
        << QByteArray("mx;<>;192.0.2.1\r\nmx;<b@example.com>;192.0.2.2") << false
        << QStringList{u"192.0.2.1 mx "_s, u"192.0.2.2 mx b@example.com"_s};
    QTest::newRow("pasted, synonyms")
        << QByteArray("Helo Name;MAIL FROM;Client_Address\nmx;a@example.com;192.0.2.1\n") << false << mail;
    QTest::newRow("pasted, sender only")
        << QByteArray("2001:db8::1,a@example.com\n") << false << QStringList{u"2001:db8::1  a@example.com"_s};
    QTest::newRow("pasted, HELO only")
        << QByteArray("mx.example.com,192.0.2.1\n") << false << QStringList{u"192.0.2.1 mx.example.com "_s};
    QTest::newRow("pasted, first row is the bad one")
        << QByteArray("nonsense,a@example.com,mx\n192.0.2.1,a@example.com,mx\n") << false
        << QStringList{u"address nonsense"_s, u"192.0.2.1 mx a@example.com"_s};
    QTest::newRow("pasted, short and long rows")
        << QByteArray("ip,sender,helo\n192.0.2.1,a@example.com\n192.0.2.1,a@example.com,mx,,\n"
                      "192.0.2.1,a@example.com,mx,more\n")
        << false
        << QStringList{u"192.0.2.1  a@example.com"_s, u"192.0.2.1 mx a@example.com"_s,
                       u"fields 192.0.2.1,a@example.com,mx,more"_s};
    QTest::newRow("pasted, short row without header")
        << QByteArray("a@example.com,mx,192.0.2.1\nb@example.com\n") << false
        << QStringList{u"192.0.2.1 mx a@example.com"_s, u"others b@example.com"_s};
    QTest::newRow("pasted, two senders: the first counts")
        << QByteArray("192.0.2.1\ta@example.com\tb@example.com\tmx") << false << mail;
    QByteArray utf16("\xff\xfe");
    for (const QChar c : u"ip\thelo\tsender\n192.0.2.1\tmx\ta@example.com\n"_s) {
        utf16 += static_cast<char>(c.unicode() & 0xff);
        utf16 += static_cast<char>(c.unicode() >> 8);
    }
    QTest::newRow("spreadsheet's Unicode text") << utf16 << false << mail;
}

void BatchTest::readsTables()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isExact);
    QFETCH(QStringList, rows);
    QStringList found;
    for (const qtio::MailRow& row : rowsOf(text, isExact ? MailTableForm::Exact : MailTableForm::Tolerant)) {
        QCOMPARE(row.number, static_cast<std::size_t>(found.size() + 1));
        found.append(told(row));
    }
    QCOMPARE(found, rows);
}

void BatchTest::refusesTables_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isExact");
    QTest::newRow("empty file") << QByteArray() << true;
    QTest::newRow("empty paste") << QByteArray("\n\n") << false;
    QTest::newRow("file without header") << QByteArray("192.0.2.1,mx,a@example.com\n") << true;
    QTest::newRow("file, synonyms") << QByteArray("client,mail_from\n192.0.2.1,a@example.com\n") << true;
    QTest::newRow("file, semicolons") << QByteArray("ip;helo;sender\n") << true;
    QTest::newRow("no address") << QByteArray("a@example.com,mx\n") << false;
    QTest::newRow("addresses alone") << QByteArray("192.0.2.1\n192.0.2.2\n") << false;
    QTest::newRow("prose") << QByteArray("Dear sirs, please check this.\nThank you.\n") << false;
}

void BatchTest::refusesTables()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isExact);
    qtio::MailTable table(text, isExact ? MailTableForm::Exact : MailTableForm::Tolerant);
    QVERIFY(!table.columns().isUsable());
    QVERIFY(!table.next());
}

void BatchTest::longTablesAreReadInSlices()
{
    QByteArray text = "ip,sender\n";
    for (int i = 0; i < 5000; ++i) {
        text += "192.0.2.1,a" + QByteArray::number(i) + "@example.com\n";
    }
    qtio::MailReader reader(qtio::MailTable(text, MailTableForm::Tolerant));
    QSignalSpy progressed(&reader, &qtio::MailReader::progressed);
    Rows rows;
    connect(&reader, &qtio::MailReader::finished, this, [&rows](const Rows& read) { rows = read; });
    reader.start();
    QVERIFY(!rows);
    QTRY_VERIFY(rows);
    QCOMPARE(rows->size(), std::size_t(5000));
    QCOMPARE(rows->back().line, std::size_t(5001));
    QVERIFY(progressed.count() >= 2);
}

void BatchTest::cellsForSpreadsheets_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("plain") << QByteArray("a@example.com") << QByteArray("a@example.com");
    QTest::newRow("comma") << QByteArray("a,b") << QByteArray("\"a,b\"");
    QTest::newRow("quotation mark") << QByteArray("a\"b") << QByteArray("\"a\"\"b\"");
    QTest::newRow("formula") << QByteArray("=cmd@example.com") << QByteArray("'=cmd@example.com");
    QTest::newRow("formula, comma") << QByteArray("+1,2") << QByteArray("\"'+1,2\"");
    QTest::newRow("minus") << QByteArray("-all") << QByteArray("'-all");
    QTest::newRow("line end") << QByteArray("a\nb") << QByteArray("\"a\nb\"");
}

void BatchTest::cellsForSpreadsheets()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, cell);
    QCOMPARE(qtio::csvCell(text.toStdString()), cell);
}

void BatchTest::resultsInTheOrderGiven()
{
    CountingResolver resolver;
    const qtio::CheckSetup setup;
    const Rows rows = shared(rowsOf("ip,sender\n192.0.2.1,a@slow.example.com\nnonsense,b\n"
                                    "192.0.2.1,c@example.com\n203.0.113.1,d@example.com\n"));
    qtio::BatchRun run(rows, setup, resolver, qtio::BatchRun::Order::AsGiven);
    Heard heard(run, rows->size());
    QSignalSpy finished(&run, &qtio::BatchRun::finished);
    run.start();
    QTRY_COMPARE(resolver.asked, 3);
    QTest::qWait(20);
    QVERIFY(heard.order.empty());
    resolver.answerTheSlow();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(heard.order, (std::vector<std::size_t>{0, 1, 2, 3}));
    QCOMPARE(*heard.outcomes[0]->decision.result, spf::Result::None);
    QVERIFY(!heard.outcomes[1]);
    QCOMPARE(*heard.outcomes[2]->decision.result, spf::Result::Pass);
    QCOMPARE(*heard.outcomes[3]->decision.result, spf::Result::Fail);
    QCOMPARE(run.doneCount(), std::size_t(4));
}

void BatchTest::resultsAsTheyFinish()
{
    CountingResolver resolver;
    const qtio::CheckSetup setup;
    const Rows rows =
        shared(rowsOf("ip,sender\n192.0.2.1,a@slow.example.com\nnonsense,b\n192.0.2.1,c@example.com\n"));
    qtio::BatchRun run(rows, setup, resolver, qtio::BatchRun::Order::AsFinished);
    Heard heard(run, rows->size());
    QSignalSpy finished(&run, &qtio::BatchRun::finished);
    run.start();
    QTRY_COMPARE(heard.order, (std::vector<std::size_t>{1, 2}));
    QCOMPARE(finished.count(), 0);
    resolver.answerTheSlow();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(heard.order, (std::vector<std::size_t>{1, 2, 0}));
}

void BatchTest::equalMailsAreAskedOnce()
{
    CountingResolver resolver;
    const qtio::CheckSetup setup;
    QByteArray text = "ip,sender,helo\n";
    for (int i = 0; i < 1500; ++i) {
        text += i % 3 == 0 ? "192.0.2.1,a@other.example,mx\n" : "192.0.2.1,a@example.com,mx\n";
    }
    const Rows rows = shared(rowsOf(text));
    qtio::BatchRun run(rows, setup, resolver, qtio::BatchRun::Order::AsFinished);
    Heard heard(run, rows->size());
    QSignalSpy finished(&run, &qtio::BatchRun::finished);
    run.start();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(resolver.asked, 2);
    QCOMPARE(heard.order.size(), rows->size());
    QCOMPARE(heard.outcomes[0], heard.outcomes[1497]);
    QCOMPARE(heard.outcomes[1], heard.outcomes[1499]);
    QCOMPARE(heard.outcomes[1]->request.sender, std::string("a@example.com"));
}

void BatchTest::anOutcomeNobodyKeepsIsMadeAgain()
{
    CountingResolver resolver;
    const qtio::CheckSetup setup;
    QByteArray text = "ip,sender\n192.0.2.1,first@example.com\n";
    for (int i = 0; i < 600; ++i) {
        text += "192.0.2.1,a" + QByteArray::number(i) + "@example.com\n";
    }
    const Rows rows = shared(rowsOf(text + "192.0.2.1,first@example.com\n"));
    qtio::BatchRun run(rows, setup, resolver, qtio::BatchRun::Order::AsGiven);
    QSignalSpy finished(&run, &qtio::BatchRun::finished);
    run.start();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(resolver.asked, 602);
}

void BatchTest::emptyBatchesFinish()
{
    CountingResolver resolver;
    const qtio::CheckSetup setup;
    qtio::BatchRun run(shared({}), setup, resolver, qtio::BatchRun::Order::AsGiven);
    QSignalSpy finished(&run, &qtio::BatchRun::finished);
    run.start();
    QCOMPARE(finished.count(), 0);
    QTRY_COMPARE(finished.count(), 1);
}

void BatchTest::destroyingABatchCancelsIt()
{
    CountingResolver resolver;
    const qtio::CheckSetup setup;
    QByteArray text = "ip,sender\n";
    for (int i = 0; i < 200; ++i) {
        text += "192.0.2.1,a" + QByteArray::number(i) + "@silent.example.com\n";
    }
    auto run = std::make_unique<qtio::BatchRun>(shared(rowsOf(text)), setup, resolver,
                                                qtio::BatchRun::Order::AsFinished);
    run->start();
    QTRY_COMPARE(resolver.asked, 64); // no more at a time
    run.reset();
    QCOMPARE(resolver.dropped, 64);
}

void BatchTest::aBatchMayEndInsideItsOwnSignal()
{
    for (const auto order : {qtio::BatchRun::Order::AsGiven, qtio::BatchRun::Order::AsFinished}) {
        CountingResolver resolver;
        const qtio::CheckSetup setup;
        const Rows rows =
            shared(rowsOf("ip,sender\n192.0.2.1,a@example.com\n192.0.2.1,a@example.com\nnonsense,b\n"));
        auto* run = new qtio::BatchRun(rows, setup, resolver, order);
        int heard = 0;
        connect(run, &qtio::BatchRun::checked, this, [&] {
            ++heard;
            delete run;
        });
        run->start();
        QTRY_COMPARE(heard, 1);
        QTest::qWait(10);
        QCOMPARE(heard, 1);
    }
}

void BatchTest::linesOfABatch()
{
    CountingResolver resolver;
    const qtio::CheckSetup setup;
    const Rows rows = shared(rowsOf("ip,sender\n192.0.2.1,a@nothere.example\n"));
    qtio::BatchRun run(rows, setup, resolver, qtio::BatchRun::Order::AsGiven);
    Heard heard(run, 1);
    run.start();
    QTRY_VERIFY(heard.outcomes[0]);
    const QByteArray line =
        qtio::batchLine(7, *heard.outcomes[0], [](const spf::Problem&) { return u"no record"_s; });
    QVERIFY(line.endsWith("}\n"));
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    QCOMPARE(json[u"row"].toInt(), 7);
    QCOMPARE(json[u"spf"][u"problem"][u"message"].toString(), u"no record"_s);
    QCOMPARE(json[u"spf"][u"problem"][u"code"].toString(), u"no-record"_s);
    QCOMPARE(QJsonDocument::fromJson(qtio::batchLine(8, u"bad"_s)).object(),
             (QJsonObject{{u"row"_s, 8}, {u"error"_s, u"bad"_s}}));
}

QTEST_GUILESS_MAIN(BatchTest)
#include "batch_test.moc"
