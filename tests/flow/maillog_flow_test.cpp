// SPDX-License-Identifier: GPL-3.0-or-later
// A user looks at last night's burst of refusals on the real window: opens the log, brushes the burst,
// narrows it to one result, reads the raw lines and takes the mail to the simulator.
#include "tests/support/gui_fixture.h"
#include "tests/support/sweeps.h"
#include "ui/maillog/checks/check_model.h"
#include "ui/maillog/filter/filter_bar.h"
#include "ui/maillog/maillog_page.h"
#include "ui/shell/main_window.h"

#include <QAction>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace ui;

class MaillogFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBurstOfRefusalsIsFound();
};

void MaillogFlowTest::aBurstOfRefusalsIsFound()
{
    test::Gui gui;
    MainWindow window(gui.services);
    auto* page = new MaillogPage(gui.services);
    window.addPage(page);
    window.resize(1440, 900);
    window.show();
    QVERIFY(window.showPage(QStringLiteral("maillog")));
    QVERIFY(test::visibleTexts(page).contains(QStringLiteral("No mail log is open")));

    QSignalSpy shown(&page->browser(), &LogBrowser::viewChanged);
    gui.filePicker.chooseNext(QStringLiteral(SPM_SOURCE_DIR "/resources/sample/maillog"));
    window.showWelcome();
    window.findChild<QAbstractButton*>(QStringLiteral("welcome.logs"))->click();
    QTRY_COMPARE(shown.count(), 1);
    const auto all = page->browser().view()->matching;

    auto* field = page->findChild<QLineEdit*>(QStringLiteral("maillog.filter"));
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("result:fail"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(page->browser().view()->matching < all);
    QVERIFY(field->text().isEmpty()); // it is a chip now
    QTRY_VERIFY(page->checks().rowCount() > 0);
    for (int row = 0; row < page->checks().rowCount(); ++row) {
        QCOMPARE(page->checks().index(row, CheckModel::Result).data().toString(), QStringLiteral("fail"));
    }
    auto* lines = page->findChild<QPlainTextEdit*>(QStringLiteral("maillog.lines"));
    QTRY_VERIFY(lines->toPlainText().contains(QStringLiteral("result=fail")));

    QSignalSpy simulate(page, &MaillogPage::simulateRequested);
    page->findChild<QAbstractButton*>(QStringLiteral("maillog.simulate"))->click();
    QCOMPARE(simulate.count(), 1);
    QCOMPARE(simulate.first().first().value<LoggedMail>().address,
             page->checks().index(0, CheckModel::Client).data().toString());

    // The policy's view of the same mail: beside the lines and in the menu of the row.
    QSignalSpy explain(page, &MaillogPage::explainRequested);
    page->findChild<QAbstractButton*>(QStringLiteral("maillog.explain"))->click();
    page->findChild<QAction*>(QStringLiteral("maillog.explainRow"))->trigger();
    QCOMPARE(explain.count(), 2);
    QCOMPARE(explain.first().first().value<LoggedMail>(), simulate.first().first().value<LoggedMail>());
    QCOMPARE(explain.last(), explain.first());

    gui.language.setChoice(words::LanguageChoice::Japanese);
    test::settle();
    QCOMPARE(page->title(), QStringLiteral("メールログ"));
    page->filter().clear();
    QTRY_COMPARE(page->browser().view()->matching, all);
}

QTEST_MAIN(MaillogFlowTest)
#include "maillog_flow_test.moc"
