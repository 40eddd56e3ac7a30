// SPDX-License-Identifier: GPL-3.0-or-later
// A user prepares a gateway on the real window: opens its Postfix folder, takes the recommended variant,
// looks at what disabling would do, saves the change as a patch and ticks the first step.
#include "tests/support/gui_fixture.h"
#include "tests/support/sweeps.h"
#include "ui/common/segment.h"
#include "ui/deploy/deploy_page.h"
#include "ui/shell/main_window.h"

#include <QTest>

using namespace ui;

class DeployFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGatewayIsPrepared();
};

void DeployFlowTest::aGatewayIsPrepared()
{
    test::Gui gui;
    qtio::LocalFileStore store;
    const QString main = gui.write(QStringLiteral("main.cf"), "myhostname = mx1.example.jp\n");
    gui.write(QStringLiteral("master.cf"), "smtp      inet  n       -       y       -       -       smtpd\n");
    MainWindow window(gui.services);
    auto* page = new DeployPage(gui.services, store);
    window.addPage(page);
    window.resize(1440, 900);
    window.show();
    QVERIFY(window.showPage(QStringLiteral("deploy")));

    gui.filePicker.chooseNext(main);
    window.actions().action(QStringLiteral("deploy.open"))->trigger();
    QVERIFY(page->files());
    QCOMPARE(page->deployment().options.variant, postfix::Variant::Recommended); // no IMSVA in these files
    QCOMPARE(QString::fromStdString(page->deployment().plan.newMain)
                 .count(QStringLiteral("permit_mynetworks, "
                                       "permit_sasl_authenticated, "
                                       "check_policy_service "
                                       "unix:private/SPFPolicyd")),
             1);

    auto* task = page->findChild<Segment*>(QStringLiteral("deploy.task"));
    task->button(1)->click();
    QVERIFY(!page->deployment().plan.changesMain());
    QVERIFY(!page->findChild<QAbstractButton*>(QStringLiteral("deploy.save"))->isEnabled());
    task->button(0)->click();

    const QString patch = gui.folder.filePath(QStringLiteral("enable.patch"));
    gui.filePicker.chooseNext(patch);
    page->findChild<QAbstractButton*>(QStringLiteral("deploy.save"))->click();
    QVERIFY(QFile::exists(patch));

    gui.language.setChoice(words::LanguageChoice::Japanese);
    test::settle();
    QCOMPARE(page->title(), QStringLiteral("Postfix へ配備"));
    QVERIFY(test::visibleTexts(page).contains(QStringLiteral("確認手順")));
}

QTEST_MAIN(DeployFlowTest)
#include "deploy_flow_test.moc"
