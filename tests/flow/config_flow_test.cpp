// SPDX-License-Identifier: GPL-3.0-or-later
// An administrator makes softfail stricter in the real window: the star appears, a problem is fixed, undo and
// redo, the review shows what will be written, and one line of the file is another one.
#include "tests/support/config_desk.h"
#include "tests/support/gui_fixture.h"
#include "tests/support/sweeps.h"
#include "ui/common/segment.h"
#include "ui/config/config_page.h"
#include "ui/config/lists_page.h"
#include "ui/config/review_dialog.h"
#include "ui/shell/main_window.h"

#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace ui;
using namespace Qt::StringLiterals;

class ConfigFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void softfailIsMadeStricter();
};

void ConfigFlowTest::softfailIsMadeStricter()
{
    const QByteArray before("# mail gateway\n[globals]\nfail = block\nsoftfail = bypass ; for now\n"
                            "temperror = tempblock\nwhite_ip = 127.0.0.1\n");
    test::Gui gui;
    const QString path = gui.write(u"config.ini"_s, before);
    test::ConfigDesk desk;
    auto& [store, files, document, file] = desk;
    MainWindow window(gui.services);
    TestMails mails(file);
    auto* flow = new SaveFlow(file, mails, gui.services, &window);
    auto* page = new ConfigPage(document, *flow, mails);
    auto* lists = new ListsPage(document, *flow);
    window.addPage(page);
    window.addPage(lists);
    window.setDocument(&document);
    connect(&window, &MainWindow::configRequested, &window, [&](const QString& chosen) {
        QVERIFY(!test::openNow(file, chosen));
        window.showPage(page);
    });
    window.resize(1440, 900);
    window.show();

    gui.filePicker.chooseNext(path);
    window.actions().action(u"file.open"_s)->trigger();
    QCOMPARE(window.currentPage(), page);
    QVERIFY(!window.isWindowModified());

    auto* softfail = page->findChild<Segment*>(u"config.globals.softfail"_s);
    QCOMPARE(softfail->current(), std::optional(0));
    QTest::mouseClick(softfail->button(1), Qt::LeftButton);
    QVERIFY(window.isWindowModified());
    QVERIFY(test::visibleTexts(page).join(u'\n').contains(u"1 unsaved change"_s) ||
            page->findChild<QPushButton*>(u"config.saveButton"_s)->isEnabled());

    auto* temperror = page->findChild<Segment*>(u"config.globals.temperror"_s);
    QTest::mouseClick(temperror->button(2), Qt::LeftButton);
    const auto hasProblem = [&document] {
        return std::ranges::any_of(document.findings(), [](const config::Finding& finding) {
            return finding.rule == config::Rule::TemperrorBlocked;
        });
    };
    QVERIFY(hasProblem());
    window.actions().action(u"config.nextProblem"_s)->trigger();
    for (const config::Finding& finding : std::vector(document.findings())) {
        if (finding.rule == config::Rule::TemperrorBlocked)
            document.apply(finding, finding.fixes.front());
    }
    QVERIFY(!hasProblem());
    QCOMPARE(temperror->current(), std::optional(1));

    for (int i = 0; i < 3; ++i)
        window.actions().action(u"edit.undo"_s)->trigger();
    QVERIFY(!window.isWindowModified());
    QCOMPARE(softfail->current(), std::optional(0));
    window.actions().action(u"edit.redo"_s)->trigger();
    QCOMPARE(softfail->current(), std::optional(1));

    window.actions().action(u"config.save"_s)->trigger();
    auto* review = window.findChild<ReviewDialog*>();
    QVERIFY(review != nullptr);
    QCOMPARE(review->findChild<QTableView*>(u"config.review.changes"_s)->model()->rowCount(), 1);
    review->saveButton()->click();
    QVERIFY(!window.isWindowModified());
    QFile saved(path);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), QByteArray(before).replace("softfail = bypass", "softfail = tempblock"));
}

QTEST_MAIN(ConfigFlowTest)
#include "config_flow_test.moc"
