// SPDX-License-Identifier: GPL-3.0-or-later
// A user asks the real window why a mail was refused: types it in, runs it by the keyboard, reads the answer
// in both languages, tries a better record.
#include "tests/support/gui_fixture.h"
#include "tests/support/sweeps.h"
#include "ui/shell/main_window.h"
#include "ui/simulator/simulator_page.h"
#include "ui/simulator/trace_view.h"

#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace ui;

class SimulatorFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRefusedMailIsExplained();
};

void SimulatorFlowTest::aRefusedMailIsExplained()
{
    test::Gui gui;
    gui.services.zonePath = QStringLiteral(SPM_SOURCE_DIR "/resources/sample/sample.zone");
    MainWindow window(gui.services);
    auto* page = new SimulatorPage(
        gui.services, {config::PolicyConfig::defaults, config::PolicyConfig::defaults, {}}, makeResolver);
    window.addPage(page);
    window.resize(1440, 900);
    window.show();
    QVERIFY(window.showPage(QStringLiteral("simulator")));

    page->findChild<QAbstractButton*>(QStringLiteral("simulator.automatic"))->click(); // off: run by hand
    const auto type = [page](const char* field, const char* text) {
        auto* edit = page->findChild<QLineEdit*>(QLatin1String(field));
        edit->setFocus();
        QTest::keyClicks(edit, QLatin1String(text));
    };
    type("simulator.client", "203.0.113.9");
    type("simulator.sender", "info@sakura-bank.example");
    type("simulator.helo", "mail.somewhere.example");
    QVERIFY(page->outcome() == nullptr);

    QSignalSpy finished(page, &SimulatorPage::finished);
    window.actions().action(QStringLiteral("simulator.run"))->trigger();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(*page->outcome()->decision.result, spf::Result::Fail);
    QCOMPARE(page->outcome()->decision.rule, std::string("globals.fail"));
    QVERIFY(test::visibleTexts(page)
                .join(QLatin1Char('\n'))
                .contains(QLatin1String("203.0.113.9 may not send mail of sakura-bank.example; see "
                                        "https://www.sakura-bank.example/mail")));
    auto* trace = page->findChild<TraceView*>(QStringLiteral("simulator.trace"));
    QCOMPARE(trace->currentIndex().data().toString(), QStringLiteral("-all"));

    gui.language.setChoice(words::LanguageChoice::Japanese);
    test::settle();
    QCOMPARE(page->title(), QStringLiteral("シミュレータ"));
    QVERIFY(test::visibleTexts(page).join(QLatin1Char('\n')).contains(QStringLiteral("明示的に拒否")));

    QSignalSpy compared(page, &SimulatorPage::draftFinished);
    page->findChild<QPlainTextEdit*>(QStringLiteral("simulator.draft"))
        ->setPlainText(QStringLiteral("v=spf1 ip4:203.0.113.0/28 -all"));
    QTRY_COMPARE(compared.count(), 1);
    QVERIFY(test::visibleTexts(page).contains(QStringLiteral("ip4:203.0.113.0/28")));
}

QTEST_MAIN(SimulatorFlowTest)
#include "simulator_flow_test.moc"
