// SPDX-License-Identifier: GPL-3.0-or-later
// The simulator's parts without a window: commands for a shell, what is said about inputs, marks in a record,
// the trace as a model, reports for others.
#include "core/dns/zone_file.h"
#include "core/policy/log_line.h"
#include "core/spf/evaluation.h"
#include "ui/simulator/command_line.h"
#include "ui/simulator/mail_input.h"
#include "ui/simulator/record_text.h"
#include "ui/simulator/trace_export.h"
#include "ui/simulator/trace_filter.h"
#include "ui/simulator/trace_model.h"
#include "ui/words/trace_words.h"
#include "ui/words/verdict_words.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace ui;
using Mark = RecordPiece::Mark;

namespace {

constexpr auto zoneText = R"(
$ORIGIN example.
$TTL 300
shop      TXT "v=spf1 include:_spf.post.example a:gone.shop.example mx exists:%{i}.seen.shop.example ~all exp=why.shop.example"
shop      MX  10 mx1.shop
mx1.shop  A   198.51.100.9
_spf.post TXT "v=spf1 ip4:198.51.100.0/25 include:deep.post.example -all"
deep.post TXT "v=spf1 ip6:2001:db8::/32 -all"
bank      TXT "v=spf1 -all exp=why.bank.example"
why.bank  TXT "<b>%{i}</b> is not ours"
moved     TXT "v=spf1 redirect=bank.example"
loop      TXT "v=spf1 ipv4:192.0.2.1 -all"
dead      TXT "v=spf1 a:broken.example -all"
$FAILURE broken.example. servfail
)";

std::shared_ptr<const spf::Report> evaluated(const std::string& domain, const char* client = "203.0.113.66")
{
    const dns::ZoneFile file = dns::readZoneFile(zoneText);
    spf::Options options;
    options.trace = true;
    spf::Evaluation evaluation(
        {*net::IpAddress::parse(client), domain, "joe@" + domain, "mail." + domain, "mx", 0}, options);
    while (const dns::Question* question = evaluation.question()) {
        evaluation.answer(file.zone.lookup(*question));
    }
    return std::make_shared<const spf::Report>(evaluation.report());
}

QStringList termsOf(const QAbstractItemModel& model, const QModelIndex& parent = {})
{
    QStringList terms;
    for (int i = 0; i < model.rowCount(parent); ++i) {
        const QModelIndex index = model.index(i, 0, parent);
        terms.append(index.data().toString());
        terms.append(termsOf(model, index));
    }
    return terms;
}

TraceRow rowNamed(const TraceModel& model, const QString& term)
{
    for (int order = 0; order < model.rowTotal(); ++order) {
        const auto row = model.indexOfOrder(order).data(TraceModel::RowRole).value<TraceRow>();
        if (row.term == term) {
            return row;
        }
    }
    return {};
}

SimulationOutcome outcomeOf(const std::string& domain)
{
    SimulationOutcome outcome;
    outcome.request.clientAddress = "203.0.113.66";
    outcome.request.sender = "joe@" + domain;
    outcome.request.heloName = "mail." + domain;
    outcome.mailFrom = *evaluated(domain);
    outcome.decision = policy::decide(outcome.request, config::PolicyConfig::defaults(), *outcome.mailFrom,
                                      {"mx.example.jp", false});
    return outcome;
}

} // namespace

class SimulatorPartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shellWords_data();
    void shellWords();
    void shellGivesWordsBack();
    void checkCommands();
    void digCommands_data();
    void digCommands();
    void inputs_data();
    void inputs();
    void marksTheDecidingTerm();
    void marksWhatADraftChanges();
    void traceIsATree();
    void traceMarksProvenAnswers();
    void traceSaysWhy_data();
    void traceSaysWhy();
    void stepsRevealRowsInOrder();
    void filterKeepsTheWayToAHit();
    void redirectLeadsToTheDecidingTerm();
    void sayWhichQuestionFailed();
    void sayWhereOthersCountDifferently();
    void sayWhatTheOtherReadingOfVoidCounts_data();
    void sayWhatTheOtherReadingOfVoidCounts();
    void reportsEscapeForeignText();
    void logLines_data();
    void logLines();
};

void SimulatorPartsTest::shellWords_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("quoted");
    QTest::newRow("bare") << QStringLiteral("a@example.com") << QStringLiteral("a@example.com");
    QTest::newRow("empty") << QStringLiteral("") << QStringLiteral("''");
    QTest::newRow("blank") << QStringLiteral("a b") << QStringLiteral("'a b'");
    QTest::newRow("quote") << QStringLiteral("o'neil@example.com")
                           << QStringLiteral("'o'\\''neil@example.com'");
    QTest::newRow("dollar") << QStringLiteral("$(reboot)") << QStringLiteral("'$(reboot)'");
    QTest::newRow("not ascii") << QStringLiteral("利用者@example.jp")
                               << QStringLiteral("'利用者@example.jp'");
    QTest::newRow("record") << QStringLiteral("d.example=v=spf1 -all")
                            << QStringLiteral("'d.example=v=spf1 -all'");
}

void SimulatorPartsTest::shellWords()
{
    QFETCH(QString, word);
    QTEST(shellQuoted(word), "quoted");
}

void SimulatorPartsTest::shellGivesWordsBack()
{
    const QStringList words{QStringLiteral("a'b"), QStringLiteral("$HOME `x` \\"), QStringLiteral("\"q\" *"),
                            QString(), QStringLiteral("line\nbreak")};
    QProcess shell;
    shell.start(QStringLiteral("/bin/sh"),
                {QStringLiteral("-c"), QStringLiteral("printf '%s|' ") + shellCommand(words)});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()),
             words.join(QLatin1Char('|')) + QLatin1Char('|'));
}

void SimulatorPartsTest::checkCommands()
{
    CheckCommand command;
    command.ip = QStringLiteral("2001:db8::1");
    command.helo = QStringLiteral("mx.example.com");
    QCOMPARE(commandLine(command),
             QStringLiteral("spfpolicy check --ip 2001:db8::1 --sender '' --helo mx.example.com --trace"));
    command.sender = QStringLiteral("a b@example.com");
    command.helo.clear();
    command.configFile = QStringLiteral("/etc/my conf.ini");
    command.source = {DnsSource::Kind::Server, QStringLiteral("192.0.2.53:5353")};
    command.drafts = {{QStringLiteral("example.com"), QStringLiteral("v=spf1 -all")}};
    QCOMPARE(commandLine(command),
             QStringLiteral(
                 "spfpolicy check --ip 2001:db8::1 --sender 'a b@example.com' --config '/etc/my conf.ini' "
                 "--nameserver 192.0.2.53:5353 --record 'example.com=v=spf1 -all' --trace"));
}

void SimulatorPartsTest::digCommands_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("command");
    QTest::newRow("server") << QStringLiteral("192.0.2.53:53") << QStringLiteral("_spf.example.com")
                            << QStringLiteral("dig @192.0.2.53 _spf.example.com. TXT");
    QTest::newRow("port") << QStringLiteral("[2001:db8::53]:5353") << QStringLiteral("example.com")
                          << QStringLiteral("dig @2001:db8::53 -p 5353 example.com. TXT");
    QTest::newRow("zone") << QStringLiteral("sample.zone") << QStringLiteral("example.com")
                          << QStringLiteral("dig example.com. TXT");
    QTest::newRow("odd bytes") << QStringLiteral("") << QStringLiteral("a b'.example.com")
                               << QStringLiteral("dig 'a\\032b'\\''.example.com.' TXT");
}

void SimulatorPartsTest::digCommands()
{
    QFETCH(QString, server);
    QFETCH(QString, name);
    spf::Lookup lookup;
    lookup.question.name = name.toStdString();
    lookup.answer.server = server.toStdString();
    QTEST(digCommand(lookup), "command");
}

void SimulatorPartsTest::inputs_data()
{
    using State = InputVerdict::State;
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("state");
    const auto add = [](const char* field, const char* text, State state) {
        QTest::addRow("%s %s", field, text)
            << QString::fromLatin1(field) << QString::fromUtf8(text) << static_cast<int>(state);
    };
    add("ip", "192.0.2.1", State::Good);
    add("ip", " 2001:db8::1 ", State::Good);
    add("ip", "::ffff:192.0.2.1", State::Note);
    add("ip", "", State::Bad);
    add("ip", "192.0.2.0/24", State::Bad);
    add("ip", "192.0.2", State::Bad);
    add("sender", "", State::Note);
    add("sender", "<>", State::Note);
    add("sender", "<a@example.com>", State::Good);
    add("sender", "a@b@example.com", State::Good);
    add("sender", "a@例え.jp", State::Good);
    add("sender", "nobody", State::Risky);
    add("sender", "user@localhost", State::Risky);
    add("sender", "a@[192.0.2.1]", State::Risky);
    add("sender", "a@x..example", State::Risky);
    add("helo", "mx.example.com", State::Good);
    add("helo", "", State::Note);
    add("helo", "[192.0.2.1]", State::Risky);
    add("helo", "localhost", State::Risky);
}

void SimulatorPartsTest::inputs()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    const InputVerdict verdict = field == QLatin1String("ip")       ? judgeClient(text)
                                 : field == QLatin1String("sender") ? judgeSender(text)
                                                                    : judgeHelo(text);
    QTEST(static_cast<int>(verdict.state), "state");
    QCOMPARE(verdict.sentence.isEmpty(), verdict.state == InputVerdict::State::Good);
}

void SimulatorPartsTest::marksTheDecidingTerm()
{
    const std::vector<RecordPiece> pieces = piecesOf("v=spf1  mx ~all", spf::Span{11, 4});
    QCOMPARE(pieces.size(), 3U);
    QVERIFY(pieces[0] == (RecordPiece{QStringLiteral("v=spf1"), Mark::Dim}));
    QVERIFY(pieces[1] == (RecordPiece{QStringLiteral("mx"), Mark::Plain}));
    QVERIFY(pieces[2] == (RecordPiece{QStringLiteral("~all"), Mark::Decided}));
}

void SimulatorPartsTest::marksWhatADraftChanges()
{
    const auto pieces = differenceOf(QStringLiteral("v=spf1 include:a mx ~all"),
                                     QStringLiteral("v=spf1 ip4:192.0.2.1 mx -all"));
    QString marks;
    for (const RecordPiece& piece : pieces) {
        marks += piece.mark == Mark::Added ? u'+' : piece.mark == Mark::Removed ? u'-' : u'=';
    }
    QCOMPARE(marks, QStringLiteral("=-+=-+"));
}

void SimulatorPartsTest::traceIsATree()
{
    TraceModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setReport(evaluated("shop.example"), "203.0.113.66");
    const QStringList terms = termsOf(model);
    QCOMPARE(terms.first(), QStringLiteral("shop.example"));
    QVERIFY(terms.indexOf(QStringLiteral("include:deep.post.example")) >
            terms.indexOf(QStringLiteral("include:_spf.post.example")));
    QCOMPARE(model.rowTotal(), static_cast<int>(terms.size()));
    QCOMPARE(model.decidingIndex().data().toString(), QStringLiteral("~all"));
    QVERIFY(rowNamed(model, QStringLiteral("~all")).hasDecided);
    QVERIFY(!rowNamed(model, QStringLiteral("exists:%{i}.seen.shop.example")).macro.isEmpty());
    model.setReport(evaluated("bank.example"), "203.0.113.66");
    QCOMPARE(model.decidingIndex().data().toString(), QStringLiteral("-all"));
    model.setReport(nullptr, {});
    QCOMPARE(model.rowCount(), 0);
}

void SimulatorPartsTest::traceMarksProvenAnswers()
{
    spf::Report report = *evaluated("shop.example");
    report.trace->dns.front().answer.isAuthentic = true;
    TraceModel model;
    model.setReport(std::make_shared<const spf::Report>(report), "203.0.113.66");
    const QString proven = rowNamed(model, QStringLiteral("shop.example")).evidence;
    QVERIFY2(proven.contains(QLatin1String("TTL 300  DNSSEC  ")), qPrintable(proven));
    QVERIFY(!rowNamed(model, QStringLiteral("mx")).evidence.contains(QLatin1String("DNSSEC")));
}

void SimulatorPartsTest::traceSaysWhy_data()
{
    QTest::addColumn<QString>("term");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("outside") << QStringLiteral("ip4:198.51.100.0/25")
                             << QStringLiteral("203.0.113.66 is outside");
    QTest::newRow("other family") << QStringLiteral("ip6:2001:db8::/32")
                                  << QStringLiteral("203.0.113.66 is not an IPv6 address");
    QTest::newRow("include") << QStringLiteral("include:deep.post.example")
                             << QStringLiteral("no match (the included record gave fail)");
    QTest::newRow("void") << QStringLiteral("a:gone.shop.example")
                          << QStringLiteral("no address: void look-up 1 of 2");
    QTest::newRow("mx") << QStringLiteral("mx") << QStringLiteral("198.51.100.9 ≠ 203.0.113.66");
    QTest::newRow("decided") << QStringLiteral("~all")
                             << QStringLiteral("match → softfail (this term decided)");
}

void SimulatorPartsTest::traceSaysWhy()
{
    QFETCH(QString, term);
    TraceModel model;
    model.setReport(evaluated("shop.example"), "203.0.113.66");
    QTEST(rowNamed(model, term).sentence, "sentence");
}

void SimulatorPartsTest::stepsRevealRowsInOrder()
{
    TraceModel model;
    TraceFilter filter(model);
    const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setReport(evaluated("shop.example"), "203.0.113.66");
    for (int step = 0; step < model.rowTotal(); ++step) {
        model.setStep(step);
        filter.refreshStep();
        QCOMPARE(termsOf(filter).size(), step + 1);
        const auto row = model.indexOfOrder(step).data(TraceModel::RowRole).value<TraceRow>();
        QCOMPARE(row.hasDecided, model.decidingIndex() == model.indexOfOrder(step));
    }
    model.setStep(1);
    QCOMPARE(rowNamed(model, QStringLiteral("include:_spf.post.example")).icon, QStringLiteral("pending"));
}

void SimulatorPartsTest::filterKeepsTheWayToAHit()
{
    TraceModel model;
    TraceFilter filter(model);
    model.setReport(evaluated("shop.example"), "203.0.113.66");
    filter.setText(QStringLiteral("ip6:"));
    const QStringList terms = termsOf(filter);
    QVERIFY(terms.contains(QStringLiteral("include:_spf.post.example")));
    QVERIFY(terms.contains(QStringLiteral("ip6:2001:db8::/32")));
    QVERIFY(!terms.contains(QStringLiteral("mx")));
}

void SimulatorPartsTest::redirectLeadsToTheDecidingTerm()
{
    TraceModel model;
    model.setReport(evaluated("moved.example"), "203.0.113.66");
    QCOMPARE(model.decidingIndex().data().toString(), QStringLiteral("-all"));
    QCOMPARE(model.decidingIndex().parent().data().toString(), QStringLiteral("redirect=bank.example"));
}

void SimulatorPartsTest::sayWhichQuestionFailed()
{
    const auto report = evaluated("dead.example");
    QCOMPARE(report->result, spf::Result::TempError);
    const QString sentence = words::failedQuestion(*report);
    QVERIFY2(sentence.contains(QLatin1String("A broken.example")), qPrintable(sentence));
    QVERIFY2(sentence.contains(QLatin1String("SERVFAIL")), qPrintable(sentence));
}

void SimulatorPartsTest::sayWhereOthersCountDifferently()
{
    const auto report = evaluated("shop.example");
    QVERIFY(report->dnsQueries != report->lookups);
    const QString note = words::notes(*report).value(0);
    QVERIFY2(note.contains(QString::number(report->dnsQueries)) &&
                 note.contains(QString::number(report->lookups)),
             qPrintable(note));
}

void SimulatorPartsTest::sayWhatTheOtherReadingOfVoidCounts_data()
{
    QTest::addColumn<int>("voids");
    QTest::addColumn<int>("addresses");
    QTest::addColumn<QString>("note");
    QTest::newRow("both the same") << 2 << 0 << QString();
    QTest::newRow("below the limit")
        << 2 << 1
        << QStringLiteral(
               "Other checkers may say 1 void look-ups: some do not count names that exist without "
               "such an address. Here: 2 of 2.");
    QTest::newRow("above the limit")
        << 3 << 2
        << QStringLiteral("Other checkers may say 1 void look-ups and go on: some do not count names that "
                          "exist without such an address. Here: 3 of 2.");
}

void SimulatorPartsTest::sayWhatTheOtherReadingOfVoidCounts()
{
    QFETCH(int, voids);
    QFETCH(int, addresses);
    spf::Report report;
    report.voidLookups = voids;
    report.voidAddresses = addresses;
    QTEST(words::notes(report).value(0), "note");
}

void SimulatorPartsTest::reportsEscapeForeignText()
{
    const SimulationOutcome outcome = outcomeOf("bank.example");
    QCOMPARE(outcome.mailFrom->explanation, std::string("<b>203.0.113.66</b> is not ours"));
    const QString html = htmlReport(outcome, QStringLiteral("spfpolicy check"));
    QVERIFY(!html.contains(QLatin1String("<b>")));
    QVERIFY(html.contains(QLatin1String("&lt;b&gt;203.0.113.66")));
    QVERIFY(textReport(outcome, {}).contains(QLatin1String("-all")));
    const QJsonObject json = QJsonDocument::fromJson(jsonReport(outcome)).object();
    QCOMPARE(json[QLatin1String("identity")].toString(), QStringLiteral("mailfrom"));
}

void SimulatorPartsTest::logLines_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("written");
    QTest::newRow("plain") << QStringLiteral("mx.example.com") << QStringLiteral("mx.example.com");
    QTest::newRow("blank") << QStringLiteral("a b") << QStringLiteral("\"a b\"");
    QTest::newRow("quote") << QStringLiteral("a\"b") << QStringLiteral("\"a\\\"b\"");
    QTest::newRow("line end") << QStringLiteral("a\nb") << QStringLiteral("a?b");
}

void SimulatorPartsTest::logLines()
{
    QFETCH(QString, value);
    QFETCH(QString, written);
    QCOMPARE(QString::fromStdString(policy::logValue(value.toStdString())), written);
    const SimulationOutcome outcome = outcomeOf("bank.example");
    QCOMPARE(policy::logLine(outcome.decision, outcome.request),
             std::string(
                 "action=block result=fail identity=mailfrom domain=bank.example client-ip=203.0.113.66 "
                 "helo=mail.bank.example envelope-from=<joe@bank.example> to=<> rule=globals.fail instance= "
                 "queue-id="));
}

QTEST_GUILESS_MAIN(SimulatorPartsTest)
#include "parts_test.moc"
