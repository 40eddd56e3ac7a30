// SPDX-License-Identifier: GPL-3.0-or-later
// The deploy page: what it shows is what the plan says, files are saved byte by byte, folders that cannot be
// read say so, and nothing is written into Postfix's folder.
#include "tests/support/gui_fixture.h"
#include "tests/support/sweeps.h"
#include "ui/deploy/checklist_card.h"
#include "ui/deploy/deploy_page.h"

#include <QClipboard>
#include <QDir>
#include <QTest>

using namespace ui;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
}

struct OpenPage
{
    test::Gui gui;
    qtio::LocalFileStore store;
    QString folder = gui.folder.filePath(QStringLiteral("postfix"));
    std::unique_ptr<DeployPage> page;

    OpenPage()
    {
        QDir().mkpath(folder);
        for (const char* name : {"main.cf", "master.cf"}) {
            QFile::copy(QStringLiteral(SPM_SOURCE_DIR "/resources/sample/") + QLatin1String(name),
                        folder + QLatin1Char('/') + QLatin1String(name));
        }
        page = std::make_unique<DeployPage>(gui.services, store);
        page->resize(1228, 832);
        page->show();
        page->openFolder(folder);
        test::settle();
    }

    [[nodiscard]] QString words() const { return test::visibleTexts(page.get()).join(QLatin1Char('\n')); }
};

} // namespace

class DeployPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsThePlanOfEachChoice();
    void savesWhatItShows();
    void readsAgain();
    void foldersThatCannotBeRead_data();
    void foldersThatCannotBeRead();
    void stepsAreTickedByHand();
    void survivesSweeps_data();
    void survivesSweeps();
};

void DeployPageTest::showsThePlanOfEachChoice()
{
    OpenPage open;
    const QByteArray main = contentOf(open.folder + QStringLiteral("/main.cf"));
    QCOMPARE(open.page->deployment().options.variant, postfix::Variant::Imsva);
    QVERIFY(QString::fromStdString(open.page->deployment().plan.newMain)
                .contains(QStringLiteral("check_policy_service unix:private/SPFPolicyd")));
    open.page->setVariant(postfix::Variant::Recommended);
    QCOMPARE(open.page->deployment().options.variant, postfix::Variant::Recommended);
    open.page->setTask(postfix::Task::Disable);
    QVERIFY(!open.page->deployment().plan.changesMain());
    QVERIFY(open.words().contains(QStringLiteral("Nothing has to change in this file.")));
    QCOMPARE(contentOf(open.folder + QStringLiteral("/main.cf")), main);
}

void DeployPageTest::savesWhatItShows()
{
    OpenPage open;
    const QByteArray before = contentOf(open.folder + QStringLiteral("/main.cf"));
    const QString target = open.gui.folder.filePath(QStringLiteral("new-main.cf"));
    open.gui.filePicker.chooseNext(target);
    open.page->findChild<QAbstractButton*>(QStringLiteral("deploy.main.cf.save"))->click();
    QCOMPARE(contentOf(target), QByteArray::fromStdString(open.page->deployment().plan.newMain));

    const QString patch = open.gui.folder.filePath(QStringLiteral("spf.patch"));
    open.gui.filePicker.chooseNext(patch);
    open.page->findChild<QAbstractButton*>(QStringLiteral("deploy.save"))->click();
    QCOMPARE(QString::fromUtf8(contentOf(patch)), open.page->deployment().patch());
    QVERIFY(open.words().contains(patch));

    open.page->findChild<QAbstractButton*>(QStringLiteral("deploy.copy"))->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), open.page->deployment().patch());
    QCOMPARE(contentOf(open.folder + QStringLiteral("/main.cf")), before);
}

void DeployPageTest::readsAgain()
{
    OpenPage open;
    QFile file(open.folder + QStringLiteral("/main.cf"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("myhostname = mx2.example.co.jp\n");
    file.close();
    open.page->findChild<QAbstractButton*>(QStringLiteral("deploy.reload"))->click();
    QCOMPARE(open.page->files()->main, QByteArray("myhostname = mx2.example.co.jp\n"));
}

void DeployPageTest::foldersThatCannotBeRead_data()
{
    QTest::addColumn<QString>("remove");
    QTest::newRow("no main.cf") << QStringLiteral("main.cf");
    QTest::newRow("no master.cf") << QStringLiteral("master.cf");
}

void DeployPageTest::foldersThatCannotBeRead()
{
    QFETCH(const QString, remove);
    OpenPage open;
    QVERIFY(QFile::remove(open.folder + QLatin1Char('/') + remove));
    open.page->openFolder(open.folder);
    test::settle();
    QVERIFY(!open.page->files());
    QVERIFY2(open.words().contains(remove), qPrintable(open.words()));
    QVERIFY(!open.page->findChild<QAbstractButton*>(QStringLiteral("deploy.save"))->isEnabled());
}

void DeployPageTest::stepsAreTickedByHand()
{
    OpenPage open;
    auto* list = open.page->findChild<ChecklistCard*>(QStringLiteral("deploy.checklist"));
    QCOMPARE(list->stepCount(), 10);
    list->toggle(0);
    QCOMPARE(list->doneCount(), 1);
    open.gui.language.setChoice(words::LanguageChoice::Japanese);
    test::settle();
    QCOMPARE(list->doneCount(), 1);
    QVERIFY(open.words().contains(QStringLiteral("1 / 10 完了")));
}

void DeployPageTest::survivesSweeps_data()
{
    QTest::addColumn<int>("language");
    QTest::addColumn<QSize>("size");
    QTest::newRow("en") << static_cast<int>(words::LanguageChoice::English) << QSize(1228, 832);
    QTest::newRow("ja") << static_cast<int>(words::LanguageChoice::Japanese) << QSize(1228, 832);
    QTest::newRow("ja low") << static_cast<int>(words::LanguageChoice::Japanese) << QSize(1224, 652);
}

void DeployPageTest::survivesSweeps()
{
    QFETCH(const int, language);
    QFETCH(const QSize, size);
    OpenPage open;
    open.gui.language.setChoice(static_cast<words::LanguageChoice>(language));
    open.page->resize(size);
    test::settle();
    const QStringList faults = test::allFaults(open.page.get());
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

QTEST_MAIN(DeployPageTest)
#include "deploy_test.moc"
