// SPDX-License-Identifier: GPL-3.0-or-later
// Test mails as an administrator meets them: verdicts follow the edits, edits of mails go into their file on
// top of what others wrote there, live mails are asked about on request, the review tells what fails.
// SPM_PICTURES=folder writes pictures of what was tested.
#include "core/dns/zone_file.h"
#include "core/qtio/dns/zone_resolver.h"
#include "tests/support/config_desk.h"
#include "tests/support/gui_fixture.h"
#include "tests/support/sweeps.h"
#include "ui/common/empty_state.h"
#include "ui/common/notice_bar.h"
#include "ui/common/tab_bar.h"
#include "ui/common/table_view.h"
#include "ui/config/config_page.h"
#include "ui/config/effective_view.h"
#include "ui/config/review_dialog.h"
#include "ui/config/test_mail_model.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QPushButton>

#include <cerrno>
#include <functional>
#include <utility>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

constexpr auto configText = "[globals]\nfail = block\nsoftfail = tempblock\nwhite_ip = 127.0.0.1\n";
constexpr auto mailsText = "ip,helo,sender,result,action,note\n"
                           "192.0.2.66,mx.example.com,a@example.com,fail,block,forged\n"
                           "192.0.2.10,,a@example.com,softfail,tempblock,\n"
                           "127.0.0.1,,,live,skip,own mail\n"
                           "192.0.2.66,,a@example.com,live,block,asked\n";

/// A disk that fills up, or that somebody else is quicker to write to.
class TrickyStore final : public qtio::FileStore
{
public:
    bool isFull = false;
    std::function<void()> beforeWrite; ///< once

    [[nodiscard]] tl::expected<qtio::FileContent, qtio::FileError> read(const QString& path) override
    {
        return m_store.read(path);
    }

    [[nodiscard]] tl::expected<qtio::Fingerprint, qtio::FileError> fingerprint(const QString& path) override
    {
        return m_store.fingerprint(path);
    }

    [[nodiscard]] tl::expected<qtio::Written, qtio::FileError>
    write(const qtio::WriteRequest& request) override
    {
        if (const auto first = std::exchange(beforeWrite, {}))
            first();
        if (isFull)
            return tl::unexpected(
                qtio::FileError{qtio::FileError::Code::NoSpace, request.path, ENOSPC, u"full"_s});
        return m_store.write(request);
    }

private:
    qtio::LocalFileStore m_store;
};

struct Desk
{
    test::Gui gui;
    TrickyStore store;
    qtio::LocalFiles files{store};
    ConfigDocument document;
    ConfigFile file{document, files};
    TestMails mails{file};
    QWidget window;
    SaveFlow* flow = new SaveFlow(file, mails, gui.services, &window);
    ConfigPage* page = new ConfigPage(document, *flow, mails, &window);
    QString path;

    explicit Desk(const QByteArray& tests = mailsText)
    {
        path = gui.write(u"config.ini"_s, configText);
        if (!tests.isEmpty())
            (void)gui.write(u"config.ini.tests.csv"_s, tests);
        if (test::openNow(file, path))
            qFatal("config does not open");
        page->resize(1228, 829);
        window.resize(1228, 829);
        page->showTab(ConfigPage::TestsTab);
        window.show();
        test::settle();
    }

    TableView* table() const { return page->findChild<TableView*>(u"config.tests"_s); }

    QPushButton* button(const QString& name) const { return page->findChild<QPushButton*>(name); }

    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }

    QString tabCount() const
    {
        for (const auto* bar : page->findChildren<TabBar*>()) {
            if (bar->count() == ConfigPage::TabCount)
                return bar->countText(ConfigPage::TestsTab);
        }
        return {};
    }

    QByteArray mailsFile() const
    {
        QFile csv(path + u".tests.csv"_s);
        return csv.open(QIODevice::ReadOnly) ? csv.readAll() : QByteArray();
    }

    void writeFile(const QByteArray& bytes) const { (void)gui.write(u"config.ini.tests.csv"_s, bytes); }

    static void picture(QWidget& widget, const QString& name)
    {
        const QString folder = qEnvironmentVariable("SPM_PICTURES");
        test::settle();
        if (!folder.isEmpty())
            widget.grab().save(folder + u'/' + name + u".png"_s);
    }
};

} // namespace

class TestMailsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdictsFollowTheEdits();
    void liveMailsAreAskedAboutOnRequest();
    void cellsAreEditedInPlace();
    void mailsAreAddedAndRemoved();
    void whatHappensToAMailIsKept();
    void editsGoOnTopOfWhatOthersWrote();
    void aFileThatCannotBeUsedIsLeftAlone();
    void aFileWrittenInBetweenIsReadAgain();
    void whatCannotBeWrittenIsKeptAndTold();
    void newConfigsTakeTheirMailsAlong();
    void lookingOnlyChangesNothing();
    void theReviewTellsWhatFails();
    void structureAndLanguages_data();
    void structureAndLanguages();
};

void TestMailsTest::verdictsFollowTheEdits()
{
    Desk desk;
    const QAbstractItemModelTester tester(desk.table()->model());
    QCOMPARE(desk.mails.rows().size(), std::size_t(4));
    QCOMPARE(desk.mails.failedCount(), 0);
    QCOMPARE(desk.mails.waitingCount(), 1);
    QCOMPARE(desk.tabCount(), u"4"_s);
    QCOMPARE(desk.cell(0, TestMailModel::RuleColumn), u"globals.fail"_s);
    QCOMPARE(desk.cell(2, TestMailModel::RuleColumn), u"white_ip"_s);
    QCOMPARE(desk.cell(3, TestMailModel::OutcomeColumn), u"not tried"_s);
    desk.document.setKey("globals", "fail", "bypass");
    QCOMPARE(desk.mails.failedCount(), 1);
    QCOMPARE(desk.tabCount(), u"1"_s);
    QCOMPARE(desk.cell(0, TestMailModel::OutcomeColumn), u"failed"_s);
    QCOMPARE(desk.cell(0, TestMailModel::GotColumn), u"bypass"_s);
    Desk::picture(desk.window, u"test-mails"_s);
    desk.document.undoStack()->undo();
    QCOMPARE(desk.mails.failedCount(), 0);
    QCOMPARE(desk.mailsFile(), QByteArray(mailsText));
}

void TestMailsTest::liveMailsAreAskedAboutOnRequest()
{
    Desk desk;
    int made = 0;
    desk.mails.setResolver([&made]() -> tl::expected<std::unique_ptr<qtio::Resolver>, QString> {
        if (++made > 1)
            return tl::unexpected(u"no server"_s);
        auto file = dns::readZoneFile("example.com. 300 TXT \"v=spf1 -all\"\n");
        return std::make_unique<qtio::ZoneResolver>(std::move(file.zone), "zone");
    });
    QPushButton* button = desk.button(u"config.tests.try"_s);
    QVERIFY(button->isEnabled());
    button->click();
    QTRY_VERIFY(!desk.mails.isTrying());
    QCOMPARE(desk.mails.waitingCount(), 0);
    QCOMPARE(desk.cell(3, TestMailModel::ResultColumn), u"live: fail"_s);
    QCOMPARE(desk.cell(3, TestMailModel::GotColumn), u"block"_s);
    // What was found holds for the edits that follow, without asking again.
    desk.document.setKey("globals", "fail", "tempblock");
    QCOMPARE(desk.cell(3, TestMailModel::GotColumn), u"tempblock"_s);
    QCOMPARE(made, 1);
    button->click();
    QCOMPARE(desk.mails.problem(), u"no server"_s);
}

void TestMailsTest::cellsAreEditedInPlace()
{
    Desk desk;
    TableView* table = desk.table();
    const QModelIndex expected = table->model()->index(1, TestMailModel::ExpectedColumn);
    table->setCurrentIndex(expected);
    table->edit(expected);
    auto* list = table->findChild<QComboBox*>();
    QVERIFY(list != nullptr);
    QCOMPARE(list->currentText(), u"tempblock"_s);
    list->setCurrentIndex(list->findText(u"block"_s));
    Q_EMIT list->activated(list->currentIndex());
    test::settle();
    QVERIFY(desk.mailsFile().contains("192.0.2.10,,a@example.com,softfail,block,\n"));
    QCOMPARE(desk.cell(1, TestMailModel::OutcomeColumn), u"failed"_s);
    QVERIFY(table->model()->setData(table->model()->index(1, TestMailModel::NoteColumn), u" =1, two "_s));
    QVERIFY(desk.mailsFile().contains("192.0.2.10,,a@example.com,softfail,block,\"'=1, two\"\n"));
    QCOMPARE(desk.cell(1, TestMailModel::NoteColumn), u"=1, two"_s);
    // What is wrong is kept, said and counted.
    QVERIFY(table->model()->setData(table->model()->index(1, TestMailModel::AddressColumn), u"192.0.2"_s));
    QVERIFY(desk.cell(1, TestMailModel::RuleColumn).contains(u"192.0.2"_s));
    QCOMPARE(desk.mails.failedCount(), 1);
    QVERIFY(!table->model()->setData(table->model()->index(1, TestMailModel::GotColumn), u"block"_s));
}

void TestMailsTest::mailsAreAddedAndRemoved()
{
    Desk desk{{}};
    QVERIFY(desk.page->findChild<TableView*>(u"config.tests"_s)->model()->rowCount() == 0);
    QVERIFY(desk.tabCount().isEmpty());
    desk.button(u"config.tests.add"_s)->click();
    QCOMPARE(desk.mailsFile(), QByteArray("ip,helo,sender,result,action,note\n,,,fail,block,\n"));
    auto* editor = desk.table()->findChild<QLineEdit*>();
    QVERIFY(editor != nullptr);
    editor->setText(u"a@example.com"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    test::settle();
    QVERIFY(desk.mailsFile().contains(",,a@example.com,fail,block,\n"));
    desk.table()->selectRow(0);
    QPushButton* remove = desk.button(u"config.tests.remove"_s);
    QVERIFY(remove->isEnabled());
    remove->click();
    QCOMPARE(desk.mailsFile(), QByteArray("ip,helo,sender,result,action,note\n"));
    QVERIFY(!remove->isEnabled());
}

void TestMailsTest::whatHappensToAMailIsKept()
{
    Desk desk;
    auto* effective = desk.page->findChild<EffectiveView*>();
    QPushButton* keep = desk.button(u"config.effective.keep"_s);
    effective->setMail(u"a@example.com"_s, {});
    QVERIFY(!keep->isEnabled());
    effective->setMail(u"a@example.com"_s, u"192.0.2.9"_s);
    QVERIFY(keep->isEnabled());
    keep->click();
    QVERIFY(desk.mailsFile().endsWith("192.0.2.9,,a@example.com,fail,block,\n"));
    QCOMPARE(desk.mails.failedCount(), 0);
    effective->setMail(u"a@example.com"_s, u"127.0.0.1"_s);
    keep->click();
    QVERIFY(desk.mailsFile().endsWith("127.0.0.1,,a@example.com,fail,skip,\n"));
}

void TestMailsTest::editsGoOnTopOfWhatOthersWrote()
{
    Desk desk;
    // The watcher has not spoken yet: the edit itself meets the other text.
    desk.writeFile("owner,ip,sender,result,action\nops,192.0.2.1,new@example.com,fail,block\n"
                   "me,192.0.2.10,a@example.com,softfail,tempblock\n");
    qtio::CaseCells cells = desk.mails.rows()[1].cells;
    qtio::cell(cells, qtio::CaseColumn::Action) = u"bypass"_s;
    desk.mails.change(1, cells);
    QCOMPARE(desk.mailsFile(),
             QByteArray("owner,ip,sender,result,action\nops,192.0.2.1,new@example.com,fail,block\n"
                        "me,192.0.2.10,a@example.com,softfail,bypass\n"));
    QCOMPARE(desk.mails.rows().size(), std::size_t(2));
    desk.writeFile("ip,sender,action\n192.0.2.1,x@example.com,block\n");
    QTRY_COMPARE(desk.mails.rows().size(), std::size_t(1));
    QFile::remove(desk.path + u".tests.csv"_s);
    QTRY_COMPARE(desk.mails.rows().size(), std::size_t(0));
}

void TestMailsTest::aFileThatCannotBeUsedIsLeftAlone()
{
    const QByteArray bytes("these are no mails\n");
    Desk desk(bytes);
    QVERIFY(!desk.mails.problem().isEmpty());
    QVERIFY(!desk.mails.isEditable());
    QVERIFY(!desk.button(u"config.tests.add"_s)->isEnabled());
    desk.mails.add({});
    QCOMPARE(desk.mailsFile(), bytes);
    desk.writeFile(mailsText);
    QTRY_VERIFY(desk.mails.problem().isEmpty());
    QCOMPARE(desk.mails.rows().size(), std::size_t(4));
}

void TestMailsTest::aFileWrittenInBetweenIsReadAgain()
{
    Desk desk;
    desk.store.beforeWrite = [&desk] { desk.writeFile("ip,sender,action\n192.0.2.1,x@example.com,block\n"); };
    qtio::CaseCells cells = desk.mails.rows()[0].cells;
    qtio::cell(cells, qtio::CaseColumn::Note) = u"mine"_s;
    desk.mails.change(0, cells);
    QCOMPARE(desk.mailsFile(), QByteArray("ip,sender,action,helo,result,note\n192.0.2.1,x@example.com,block\n"
                                          "192.0.2.66,a@example.com,block,mx.example.com,fail,mine\n"));
}

void TestMailsTest::whatCannotBeWrittenIsKeptAndTold()
{
    Desk desk;
    desk.store.isFull = true;
    qtio::CaseCells cells = desk.mails.rows()[0].cells;
    qtio::cell(cells, qtio::CaseColumn::Note) = u"kept"_s;
    desk.mails.change(0, cells);
    QVERIFY(!desk.mails.problem().isEmpty());
    auto* bar = desk.page->findChild<NoticeBar*>(u"config.tests.problem"_s);
    QCOMPARE(bar->text(), desk.mails.problem());
    QCOMPARE(desk.cell(0, TestMailModel::NoteColumn), u"kept"_s);
    QCOMPARE(desk.mailsFile(), QByteArray(mailsText));
    desk.store.isFull = false;
    desk.document.setKey("globals", "none", "bypass");
    QVERIFY(!test::writeNow(desk.file));
    QVERIFY(desk.mailsFile().contains("fail,block,kept\n"));
    QVERIFY(desk.mails.problem().isEmpty());
}

void TestMailsTest::newConfigsTakeTheirMailsAlong()
{
    Desk desk;
    const QString other = desk.gui.folder.filePath(u"other.ini"_s);
    QVERIFY(!test::writeAsNow(desk.file, other));
    QFile copy(other + u".tests.csv"_s);
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QCOMPARE(copy.readAll(), QByteArray(mailsText));
    desk.document.newFile();
    QCOMPARE(desk.mails.rows().size(), std::size_t(0));
    desk.mails.add({u"192.0.2.1"_s, {}, u"a@example.com"_s, u"fail"_s, u"block"_s, {}});
    QCOMPARE(desk.mails.rows().size(), std::size_t(1));
    QVERIFY(!test::writeAsNow(desk.file, desk.gui.folder.filePath(u"third.ini"_s)));
    QVERIFY(QFile::exists(desk.gui.folder.filePath(u"third.ini.tests.csv"_s)));
    QCOMPARE(desk.mails.rows().size(), std::size_t(1));
}

void TestMailsTest::lookingOnlyChangesNothing()
{
    Desk desk;
    desk.file.setLookOnly(true);
    QVERIFY(!test::openNow(desk.file, desk.path));
    QVERIFY(!desk.mails.isEditable());
    desk.mails.remove({0});
    QCOMPARE(desk.mailsFile(), QByteArray(mailsText));
    QCOMPARE(desk.mails.rows().size(), std::size_t(4));
}

void TestMailsTest::theReviewTellsWhatFails()
{
    Desk desk;
    desk.document.setKey("globals", "fail", "bypass");
    ReviewDialog* dialog = desk.flow->review([](bool) {});
    auto* bar = dialog->findChild<NoticeBar*>(u"config.review.tests"_s);
    QVERIFY(bar != nullptr);
    QVERIFY2(bar->text().startsWith(u"1 of 4"_s), qPrintable(bar->text()));
    QVERIFY(dialog->findChild<NoticeBar*>(u"config.review.liveTests"_s) != nullptr);
    QCOMPARE(dialog->saveButton()->text(), u"Save all the same"_s);
    Desk::picture(*dialog, u"test-mails-review"_s);
    dialog->saveButton()->click();
    test::settle();
    QVERIFY(!desk.document.isModified());
    desk.document.setKey("globals", "fail", "block");
    dialog = desk.flow->review([](bool) {});
    QVERIFY(dialog->findChild<NoticeBar*>(u"config.review.tests"_s) == nullptr);
    QCOMPARE(dialog->saveButton()->text(), u"Save changes"_s);
    dialog->close();
}

void TestMailsTest::structureAndLanguages_data()
{
    QTest::addColumn<bool>("japanese");
    QTest::addColumn<bool>("filled");
    QTest::newRow("en") << false << true;
    QTest::newRow("ja") << true << true;
    QTest::newRow("ja.empty") << true << false;
}

void TestMailsTest::structureAndLanguages()
{
    QFETCH(bool, japanese);
    QFETCH(bool, filled);
    Desk desk(filled ? QByteArray(mailsText) + "x,,,,,\n" : QByteArray());
    desk.gui.language.setChoice(japanese ? words::LanguageChoice::Japanese : words::LanguageChoice::English);
    test::settle();
    Desk::picture(desk.window, u"test-mails."_s + QLatin1String(QTest::currentDataTag()));
    QCOMPARE(test::missingNames(desk.page).join(u'\n'), QString());
    QCOMPARE(test::clippedTexts(desk.page).join(u'\n'), QString());
    QCOMPARE(test::duplicateObjectNames(desk.page).join(u'\n'), QString());
}

QTEST_MAIN(TestMailsTest)
#include "test_mails_test.moc"
