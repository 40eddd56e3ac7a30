// SPDX-License-Identifier: GPL-3.0-or-later
// The simulator page as a user meets it: runs, cancels, explains failures, compares a draft, in both
// languages.
#include "tests/support/gui_fixture.h"
#include "tests/support/scripted_name_server.h"
#include "tests/support/sweeps.h"
#include "ui/simulator/draft_panel.h"
#include "ui/simulator/findings_panel.h"
#include "ui/simulator/input_card.h"
#include "ui/simulator/side_panel.h"
#include "ui/simulator/simulator_page.h"
#include "ui/simulator/trace_card.h"
#include "ui/simulator/trace_view.h"
#include "ui/simulator/verdict_card.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace ui;

namespace {

/// Takes questions and never answers.
class SilentResolver final : public qtio::Resolver
{
public:
    explicit SilentResolver(int& asked, int& dropped) : m_asked(asked), m_dropped(dropped) {}

    std::unique_ptr<qtio::PendingLookup> ask(dns::Question, std::chrono::milliseconds, Done) override
    {
        struct Pending final : qtio::PendingLookup
        {
            explicit Pending(int& count) : dropped(count) {}

            ~Pending() override { ++dropped; }

            int& dropped;
        };

        ++m_asked;
        return std::make_unique<Pending>(m_dropped);
    }

    [[nodiscard]] std::string description() const override { return "silent"; }

private:
    int& m_asked;
    int& m_dropped;
};

const MailInputs sakura{QStringLiteral("203.0.113.66"), QStringLiteral("order@sakura-store.example"),
                        QStringLiteral("mail.sakura-store.example")};

QString sampleZone()
{
    return QStringLiteral(SPM_SOURCE_DIR "/resources/sample/sample.zone");
}

/// The policy of the mock-up: softfail is tempblock.
config::PolicyConfig editedPolicy()
{
    config::PolicyConfig policy = config::PolicyConfig::defaults();
    policy.globals[spf::Result::SoftFail] = config::Action::TempBlock;
    return policy;
}

struct PageUnderTest
{
    test::Gui gui;
    std::unique_ptr<SimulatorPage> page;

    explicit PageUnderTest(ResolverMaker maker = makeResolver)
    {
        page = std::make_unique<SimulatorPage>(gui.services,
                                               PolicySource{editedPolicy, config::PolicyConfig::defaults,
                                                            [] { return QStringLiteral("/etc/c.ini"); }},
                                               std::move(maker));
        page->resize(1228, 832);
        page->show();
    }

    template <class T>
    T* part(const char* name) const
    {
        return page->findChild<T*>(QLatin1String(name));
    }

    void runOn(const DnsSource& source, const MailInputs& inputs)
    {
        QSignalSpy finished(page.get(), &SimulatorPage::finished);
        page->setSource(source);
        page->simulate(inputs);
        QTRY_VERIFY(finished.count() > 0);
    }

    void runOnSample(const MailInputs& inputs = sakura)
    {
        runOn({DnsSource::Kind::ZoneFile, sampleZone()}, inputs);
    }
};

} // namespace

class SimulatorPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void explainsAMailFromAZoneFile();
    void showsBothIdentities();
    void nullSenderIsJudgedByHelo();
    void whiteListedMailAsksNothing();
    void cancelsARun();
    void aNewInputCancelsTheOldRun();
    void silentServerIsATempError();
    void brokenSourcesSayWhy();
    void copiesTheCommand();
    void stepsThroughTheTrace();
    void comparesADraft();
    void savesAnswersThatReplay();
    void savedConfigDecidesWhenChosen();
    void draftsOfOtherRecords();
    void anotherConfigSideBySide();
    void limitsCanBeChanged();
    void checksTheRecordAndFixesTheDraft();
    void survivesSweeps_data();
    void survivesSweeps();
    void pictures();
};

void SimulatorPageTest::explainsAMailFromAZoneFile()
{
    PageUnderTest test;
    test.runOnSample();
    const SimulationOutcome& outcome = *test.page->outcome();
    QCOMPARE(*outcome.decision.result, spf::Result::SoftFail);
    QCOMPARE(outcome.decision.rule, std::string("globals.softfail"));
    QCOMPARE(outcome.counted()->lookups, 7);
    auto* view = test.part<TraceView>("simulator.trace");
    QCOMPARE(view->currentIndex().data().toString(), QStringLiteral("~all"));
    QVERIFY(test.page->findChild<VerdictCard*>()->sentence().contains(QLatin1String("sakura-store.example")));
}

void SimulatorPageTest::showsBothIdentities()
{
    PageUnderTest test;
    test.runOnSample({QStringLiteral("198.51.100.33"), QStringLiteral("info@sakura-bank.example"),
                      QStringLiteral("mail.sakura-bank.example")});
    const SimulationOutcome& outcome = *test.page->outcome();
    QCOMPARE(outcome.mailFrom->result, spf::Result::Pass);
    QCOMPARE(outcome.helo->result, spf::Result::Pass);
    QCOMPARE(outcome.decision.identity, policy::Identity::MailFrom);
    auto* trace = test.page->findChild<TraceCard*>();
    QCOMPARE(trace->shownIdentity(), policy::Identity::MailFrom);
}

void SimulatorPageTest::nullSenderIsJudgedByHelo()
{
    PageUnderTest test;
    test.runOnSample(
        {QStringLiteral("198.51.100.33"), QString(), QStringLiteral("mail.sakura-bank.example")});
    QCOMPARE(test.page->outcome()->decision.identity, policy::Identity::Helo);
    QVERIFY(!test.page->outcome()->mailFrom);
    QCOMPARE(test.page->findChild<TraceCard*>()->shownIdentity(), policy::Identity::Helo);
}

void SimulatorPageTest::whiteListedMailAsksNothing()
{
    int asked = 0;
    int dropped = 0;
    PageUnderTest test([&](const DnsSource&) -> tl::expected<std::unique_ptr<qtio::Resolver>, QString> {
        return std::make_unique<SilentResolver>(asked, dropped);
    });
    test.runOn({},
               {QStringLiteral("127.0.0.1"), QStringLiteral("a@example.com"), QStringLiteral("localhost")});
    QCOMPARE(asked, 0);
    QCOMPARE(test.page->outcome()->decision.rule, std::string("white_ip"));
}

void SimulatorPageTest::cancelsARun()
{
    int asked = 0;
    int dropped = 0;
    PageUnderTest test([&](const DnsSource&) -> tl::expected<std::unique_ptr<qtio::Resolver>, QString> {
        return std::make_unique<SilentResolver>(asked, dropped);
    });
    test.page->simulate(sakura);
    QTRY_COMPARE(asked, 2); // both identities
    QVERIFY(test.page->isRunning());
    QTest::keyClick(test.page.get(), Qt::Key_Escape);
    QVERIFY(!test.page->isRunning());
    QCOMPARE(dropped, 2);
    QVERIFY(test.page->outcome() == nullptr);
}

void SimulatorPageTest::aNewInputCancelsTheOldRun()
{
    int asked = 0;
    int dropped = 0;
    PageUnderTest test([&](const DnsSource&) -> tl::expected<std::unique_ptr<qtio::Resolver>, QString> {
        return std::make_unique<SilentResolver>(asked, dropped);
    });
    test.page->simulate(sakura);
    QTRY_COMPARE(asked, 2);
    QTest::keyClicks(test.part<QLineEdit>("simulator.client"), QStringLiteral("1"));
    QCOMPARE(dropped, 2);
    QVERIFY(!test.page->isRunning()); // 203.0.113.661 is no address
}

void SimulatorPageTest::silentServerIsATempError()
{
    support::ScriptedNameServer server;
    server.add("quiet.example", dns::RecordType::TXT,
               support::textData({"v=spf1 a:silent.quiet.example -all"}));
    server.script("silent.quiet.example", {support::Behaviour::Rcode, 5});
    PageUnderTest test;
    test.runOn({DnsSource::Kind::Server, QString::fromStdString(server.address().toString())},
               {QStringLiteral("192.0.2.1"), QStringLiteral("a@quiet.example"), QString()});
    QCOMPARE(*test.page->outcome()->decision.result, spf::Result::TempError);
    const QStringList texts = test::visibleTexts(test.page.get());
    QVERIFY(!texts.filter(QStringLiteral("REFUSED")).isEmpty());
}

void SimulatorPageTest::brokenSourcesSayWhy()
{
    PageUnderTest test;
    const QString zone = test.gui.write(QStringLiteral("bad.zone"), "example.com. A not-an-address\n");
    test.page->setSource({DnsSource::Kind::ZoneFile, zone});
    test.page->simulate(sakura);
    QVERIFY(!test.page->isRunning());
    QVERIFY(!test::visibleTexts(test.page.get()).filter(QStringLiteral("bad.zone")).isEmpty());
}

void SimulatorPageTest::copiesTheCommand()
{
    PageUnderTest test;
    test.runOnSample(
        {QStringLiteral("203.0.113.66"), QStringLiteral("o'neil@sakura-store.example"), QString()});
    QTest::mouseClick(test.part<QAbstractButton>("simulator.copyCommand"), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(),
             QStringLiteral(
                 "spfpolicy check --ip 203.0.113.66 --sender 'o'\\''neil@sakura-store.example' --config "
                 "/etc/c.ini --zone %1 --trace")
                 .arg(sampleZone()));
}

void SimulatorPageTest::stepsThroughTheTrace()
{
    PageUnderTest test;
    test.runOnSample();
    auto* button = test.part<QAbstractButton>("simulator.step");
    auto* view = test.part<TraceView>("simulator.trace");
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(view->currentIndex().data().toString(), QStringLiteral("sakura-store.example"));
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(view->currentIndex().data().toString(), QStringLiteral("include:_spf.hikari-mail.example"));
    QTest::keyClick(test.page.get(), Qt::Key_Escape);
    QCOMPARE(view->currentIndex().data().toString(), QStringLiteral("~all"));
}

void SimulatorPageTest::comparesADraft()
{
    PageUnderTest test;
    test.runOnSample();
    QSignalSpy finished(test.page.get(), &SimulatorPage::draftFinished);
    test.part<QPlainTextEdit>("simulator.draft")
        ->setPlainText(QStringLiteral("v=spf1 include:_spf.hikari-mail.example ip4:203.0.113.64/26 mx -all"));
    QTRY_COMPARE(finished.count(), 1);
    const QStringList texts = test::visibleTexts(test.page.get());
    QVERIFY(texts.contains(QStringLiteral("ip4:203.0.113.64/26")));
    QVERIFY(texts.contains(QStringLiteral("2 / 10")));
    QVERIFY(test.page->command().contains(QLatin1String("--record 'sakura-store.example=v=spf1 ")));
}

void SimulatorPageTest::savesAnswersThatReplay()
{
    PageUnderTest test;
    test.runOnSample();
    const QString path = test.gui.folder.filePath(QStringLiteral("answers.dns"));
    test.gui.filePicker.chooseNext(path);
    test.part<QAction>("simulator.export.dns")->trigger();
    test.runOn({DnsSource::Kind::Recorded, path}, sakura);
    QCOMPARE(*test.page->outcome()->decision.result, spf::Result::SoftFail);
    QCOMPARE(test.page->outcome()->counted()->lookups, 7);
}

void SimulatorPageTest::savedConfigDecidesWhenChosen()
{
    PageUnderTest test;
    test.runOnSample();
    QCOMPARE(test.page->outcome()->decision.action, policy::Action::TempBlock);
    test.page->findChild<InputCard*>()->setConfigChoice(InputCard::ConfigChoice::Saved);
    test.runOnSample();
    QCOMPARE(test.page->outcome()->decision.action, policy::Action::Bypass);
}

void SimulatorPageTest::draftsOfOtherRecords()
{
    PageUnderTest test;
    test.runOnSample();
    QSignalSpy finished(test.page.get(), &SimulatorPage::draftFinished);
    auto* others = test.part<QPlainTextEdit>("simulator.draft.others");
    QVERIFY(others->isHidden());
    QTest::mouseClick(test.part<QAbstractButton>("simulator.draft.addOthers"), Qt::LeftButton);
    others->setPlainText(QStringLiteral("mx2.sakura-store.example. A 203.0.113.66"));
    QTRY_COMPARE(finished.count(), 1);
    const QStringList texts = test::visibleTexts(test.page.get());
    QVERIFY(texts.contains(QStringLiteral("a:mx2.sakura-store.example")));
    QVERIFY(test.page->command().endsWith(
        QLatin1String("--drafts - <<'END'\nmx2.sakura-store.example. A 203.0.113.66\nEND\n")));
    others->setPlainText(QStringLiteral("mx2.sakura-store.example. A 203.0.113.660"));
    QVERIFY(!test::visibleTexts(test.page.get()).filter(QStringLiteral("203.0.113.660")).isEmpty());
    QTest::mouseClick(test.part<QAbstractButton>("simulator.draft.reset"), Qt::LeftButton);
    QVERIFY(!test.page->command().contains(QLatin1String("--drafts")));
}

void SimulatorPageTest::anotherConfigSideBySide()
{
    PageUnderTest test;
    test.runOnSample();
    SidePanel& side = *test.page->findChild<SidePanel*>();
    QSignalSpy finished(&side, &SidePanel::otherConfigFinished);
    const QString path = test.gui.write(QStringLiteral("strict.ini"), "[globals]\nsoftfail=block\n");
    side.showTab(SidePanel::ConfigTab);
    side.otherConfig().openFile(path);
    QTRY_COMPARE(finished.count(), 1);
    const QStringList texts = test::visibleTexts(test.page.get());
    QVERIFY(!texts.filter(QStringLiteral("strict.ini")).isEmpty());
    QVERIFY(texts.contains(QStringLiteral("block")));
    // Of a list of the other config nothing was evaluated before; now it is exempt.
    side.otherConfig().openFile(
        test.gui.write(QStringLiteral("lax.ini"), "[globals]\nwhite_ip=203.0.113.0/24\n"));
    QTRY_COMPARE(finished.count(), 2);
    QVERIFY(test::visibleTexts(test.page.get()).contains(QStringLiteral("white_ip")));
    side.otherConfig().openFile(test.gui.folder.filePath(QStringLiteral("none.ini")));
    QVERIFY(!side.otherConfig().config());
}

void SimulatorPageTest::limitsCanBeChanged()
{
    PageUnderTest test;
    test.runOnSample();
    auto* inputs = test.page->findChild<InputCard*>();
    QSignalSpy finished(test.page.get(), &SimulatorPage::finished);
    QWidget* dialog = inputs->changeLimits();
    dialog->findChild<QSpinBox*>()->setValue(3);
    QTest::mouseClick(dialog->findChild<QAbstractButton*>(QStringLiteral("simulator.limitsDialog.apply")),
                      Qt::LeftButton);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(*test.page->outcome()->decision.result, spf::Result::PermError);
    QVERIFY(test.page->command().contains(QLatin1String("--term-limit 3 ")));
    QVERIFY(!test::visibleTexts(test.page.get()).filter(QStringLiteral("3 look-up terms")).isEmpty());
    inputs->setLimits({});
    QTRY_COMPARE(finished.count(), 2);
    QCOMPARE(*test.page->outcome()->decision.result, spf::Result::SoftFail);
}

void SimulatorPageTest::checksTheRecordAndFixesTheDraft()
{
    PageUnderTest test;
    SidePanel& side = *test.page->findChild<SidePanel*>();
    QSignalSpy checked(&side, &SidePanel::findingsReady);
    test.runOnSample();
    QTRY_COMPARE(checked.count(), 1);
    side.showTab(SidePanel::FindingsTab);
    const QStringList texts = test::visibleTexts(test.page.get());
    QVERIFY(texts.contains(QStringLiteral("SPF-014")));
    QVERIFY(texts.contains(QStringLiteral("SPF-021")));
    const auto buttons = side.findings().findChildren<QPushButton*>();
    const auto strict = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton* button) {
        return button->toolTip().contains(QLatin1String("-all"));
    });
    QVERIFY(strict != buttons.end());
    QTest::mouseClick(*strict, Qt::LeftButton);
    QVERIFY(side.draft().draft().endsWith(QLatin1String(" -all")));
    QTRY_COMPARE(checked.count(), 2);
    QVERIFY(!test::visibleTexts(test.page.get()).contains(QStringLiteral("SPF-021")));
}

void SimulatorPageTest::survivesSweeps_data()
{
    QTest::addColumn<bool>("japanese");
    QTest::newRow("en") << false;
    QTest::newRow("ja") << true;
}

void SimulatorPageTest::survivesSweeps()
{
    QFETCH(bool, japanese);
    PageUnderTest test;
    test.gui.language.setChoice(japanese ? words::LanguageChoice::Japanese : words::LanguageChoice::English);
    test.runOnSample();
    test::settle();
    const QStringList faults = test::allFaults(test.page.get());
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

void SimulatorPageTest::pictures()
{
    const QString folder = qEnvironmentVariable("SPM_PICTURES");
    if (folder.isEmpty()) {
        QSKIP("SPM_PICTURES names no folder");
    }
    PageUnderTest test;
    for (const bool japanese : {false, true}) {
        test.gui.language.setChoice(japanese ? words::LanguageChoice::Japanese
                                             : words::LanguageChoice::English);
        for (const bool dark : {false, true}) {
            test.gui.theme.setChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
            test.runOnSample();
            QSignalSpy finished(test.page.get(), &SimulatorPage::draftFinished);
            test.part<QPlainTextEdit>("simulator.draft")
                ->setPlainText(
                    QStringLiteral("v=spf1 include:_spf.hikari-mail.example ip4:203.0.113.64/26 mx -all"));
            QTRY_VERIFY(finished.count() > 0);
            test::settle();
            const QString name =
                QStringLiteral("simulator.%1.%2.png")
                    .arg(QLatin1String(japanese ? "ja" : "en"), QLatin1String(dark ? "dark" : "light"));
            QVERIFY(test.page->grab().save(QDir(folder).filePath(name)));
            test.page->resize(1224, 649); // the room in a window of 1280 x 720
            test::settle();
            QVERIFY(test.page->grab().save(QDir(folder).filePath(QStringLiteral("small.") + name)));
            test.page->resize(1228, 832);
        }
    }
}

QTEST_MAIN(SimulatorPageTest)
#include "page_test.moc"
