// SPDX-License-Identifier: GPL-3.0-or-later
// An administrator saves with a note, looks at what was saved before, brings an old version back as an edit
// and keeps a copy of another one. SPM_PICTURES=folder writes pictures of what was tested.
#include "tests/support/config_desk.h"
#include "tests/support/gui_fixture.h"
#include "tests/support/sweeps.h"
#include "ui/common/diff_view.h"
#include "ui/common/notice_bar.h"
#include "ui/common/segment.h"
#include "ui/config/config_page.h"
#include "ui/config/history_dialog.h"
#include "ui/config/review_dialog.h"
#include "ui/config/test_mails.h"
#include "ui/shell/main_window.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

const QByteArray before("# mail gateway\n[globals]\nfail = block\nsoftfail = bypass\n");

struct Program
{
    test::Gui gui;
    QString path = gui.write(u"config.ini"_s, before);
    QString kept = gui.folder.filePath(u"history"_s);
    qtio::LocalFileStore store;
    qtio::LocalFiles files{store};
    ConfigDocument document;
    ConfigFile file{document, files};
    TestMails mails{file};
    MainWindow window{gui.services};
    SaveFlow* flow = new SaveFlow(file, mails, gui.services, &window);
    ConfigPage* page = new ConfigPage(document, *flow, mails);

    Program()
    {
        file.setHistory(qtio::ConfigHistory(kept, {u"taro"_s, u"mx1"_s}));
        if (test::openNow(file, path))
            qFatal("does not open");
        window.addPage(page);
        window.setDocument(&document);
        window.resize(1440, 900);
        window.show();
        window.showPage(page);
        test::settle();
    }

    void set(const char* action, const QString& note)
    {
        document.setKey("globals", "softfail", action);
        ReviewDialog* review = flow->review([](bool) {});
        QTest::keyClicks(review->findChild<QLineEdit*>(u"config.review.note"_s), note);
        review->saveButton()->click();
        test::settle();
    }

    HistoryDialog* openHistory()
    {
        window.actions().action(u"config.history"_s)->trigger();
        test::settle();
        return window.findChild<HistoryDialog*>();
    }

    QByteArray bytes() const { return QByteArray::fromStdString(document.current().bytes()); }
};

template <typename Part>
Part* part(QWidget* dialog, const char* name)
{
    return dialog->findChild<Part*>(QLatin1String(name));
}

QString cell(HistoryDialog* dialog, int row, int column)
{
    return part<QTableView>(dialog, "config.history.entries")->model()->index(row, column).data().toString();
}

} // namespace

class HistoryFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savesAreListedAndRestored();
    void bothComparisonsShowTheirLines();
    void aCopyIsSaved();
    void nothingSavedYet();
    void damageIsTold();
    void aFullDiskDoesNotStopASave();
    void newPlacesAndWithoutHistory();
    void theDialogHasNamesAndRoom_data();
    void theDialogHasNamesAndRoom();
};

void HistoryFlowTest::savesAreListedAndRestored()
{
    Program program;
    program.set("tempblock", u"ticket 4711"_s);
    program.set("block", {});
    HistoryDialog* dialog = program.openHistory();
    QVERIFY(dialog != nullptr);
    auto* table = part<QTableView>(dialog, "config.history.entries");
    const QAbstractItemModelTester tester(table->model());
    QCOMPARE(table->model()->rowCount(), 3);
    QCOMPARE(cell(dialog, 0, 1), u"taro"_s);
    QCOMPARE(cell(dialog, 1, 2), u"+1 −1"_s);
    QCOMPARE(cell(dialog, 1, 3), u"ticket 4711"_s);
    QCOMPARE(cell(dialog, 2, 1), u"–"_s);
    QCOMPARE(cell(dialog, 2, 2), QString()); // nothing came before
    QCOMPARE(table->currentIndex().row(), 0);
    QVERIFY(!part<QPushButton>(dialog, "config.history.restore")->isEnabled());
    const auto* facts = part<QLabel>(dialog, "config.history.facts");
    QCOMPARE(facts->text(), u"Saved by taro on mx1\nThis is the present text."_s);
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(facts->text(), u"Saved by taro on mx1: ticket 4711"_s);
    QTest::keyClick(table, Qt::Key_Down);
    part<QPushButton>(dialog, "config.history.restore")->click();
    test::settle();
    QVERIFY(program.window.findChild<HistoryDialog*>() == nullptr);
    QCOMPARE(program.bytes(), before);
    QVERIFY(program.document.isModified()); // nothing was written
    QVERIFY(program.document.undoText().startsWith(u"Restore the version of "_s));
    program.document.undoStack()->undo();
    QVERIFY(program.bytes().contains("softfail = block\n"));
}

void HistoryFlowTest::bothComparisonsShowTheirLines()
{
    Program program;
    program.set("tempblock", {});
    program.document.setKey("globals", "fail", "bypass");
    HistoryDialog* dialog = program.openHistory();
    const TextDiff& diff = part<DiffView>(dialog, "config.history.diff")->diff();
    QCOMPARE(diff.added, 1); // softfail
    part<Segment>(dialog, "config.history.comparison")->button(1)->click();
    QCOMPARE(diff.added, 1); // fail
    QCOMPARE(diff.removed, 1);
    dialog->selectRow(1);
    QCOMPARE(diff.added, 2);
    part<Segment>(dialog, "config.history.comparison")->button(0)->click();
    QVERIFY(diff.isEmpty()); // the oldest is shown whole
    QCOMPARE(diff.rows.size(), 4);
}

void HistoryFlowTest::aCopyIsSaved()
{
    Program program;
    program.set("tempblock", {});
    HistoryDialog* dialog = program.openHistory();
    dialog->selectRow(1);
    const QString copy = program.gui.folder.filePath(u"old.ini"_s);
    program.gui.filePicker.chooseNext(copy);
    part<QPushButton>(dialog, "config.history.copy")->click();
    QFile file(copy);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), before);
    QVERIFY(dialog->findChild<NoticeBar*>()->text().contains(copy));
    program.gui.filePicker.chooseNext(u"/nowhere/old.ini"_s);
    part<QPushButton>(dialog, "config.history.copy")->click();
    QCOMPARE(dialog->findChild<NoticeBar*>()->level(), Level::Error);
    QCOMPARE(program.document.path(), program.path);
}

void HistoryFlowTest::nothingSavedYet()
{
    Program program;
    HistoryDialog* dialog = program.openHistory();
    QVERIFY(test::visibleTexts(dialog).contains(u"Nothing was saved yet"_s));
    QVERIFY(!part<QPushButton>(dialog, "config.history.restore")->isEnabled());
    QVERIFY(!part<QPushButton>(dialog, "config.history.copy")->isEnabled());
    QCOMPARE(test::clippedTexts(dialog).join(u'\n'), QString());
}

void HistoryFlowTest::damageIsTold()
{
    Program program;
    program.set("tempblock", {});
    const auto entries = program.file.history()->list(program.path).entries;
    QFile text(entries.front().textFile);
    QVERIFY(text.open(QIODevice::ReadWrite));
    text.write("?");
    text.close();
    HistoryDialog* dialog = program.openHistory();
    QCOMPARE(dialog->findChild<NoticeBar*>()->level(), Level::Error);
    QVERIFY(!part<QPushButton>(dialog, "config.history.copy")->isEnabled());
    dialog->selectRow(1);
    QVERIFY(part<QPushButton>(dialog, "config.history.copy")->isEnabled());
    QVERIFY(dialog->findChild<NoticeBar*>()->isHidden());
    dialog->close();
    test::settle();
    QVERIFY(text.remove());
    dialog = program.openHistory();
    QCOMPARE(part<QTableView>(dialog, "config.history.entries")->model()->rowCount(), 1);
    QVERIFY(dialog->findChild<NoticeBar*>()->text().contains(u"damaged and left out"_s));
}

void HistoryFlowTest::aFullDiskDoesNotStopASave()
{
    Program program;
    program.gui.write(u"history"_s, "not a folder");
    program.set("tempblock", {});
    QVERIFY(!program.document.isModified());
    QFile file(program.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("softfail = tempblock\n"));
    QVERIFY(test::visibleTexts(program.page).join(u'\n').contains(u"could not be kept in the history"_s));
}

void HistoryFlowTest::newPlacesAndWithoutHistory()
{
    Program program;
    const QString other = program.gui.write(u"other.ini"_s, "[globals]\n");
    program.gui.filePicker.chooseNext(other);
    program.flow->saveAs();
    const auto entries = program.file.history()->list(other).entries;
    QCOMPARE(entries.size(), std::size_t(2)); // what stood there can be brought back
    QCOMPARE(qtio::ConfigHistory::bytes(entries[1]).value(), QByteArray("[globals]\n"));
    program.document.newFile();
    QVERIFY(program.openHistory() == nullptr);
    QVERIFY(test::visibleTexts(program.page).join(u'\n').contains(u"has not been saved"_s));
    ReviewDialog* review = program.flow->review([](bool) {});
    QTest::keyClicks(part<QLineEdit>(review, "config.review.note"), u"from the start"_s);
    program.gui.filePicker.chooseNext(program.gui.folder.filePath(u"new.ini"_s));
    review->saveButton()->click();
    test::settle();
    const auto fresh = program.file.history()->list(program.gui.folder.filePath(u"new.ini"_s)).entries;
    QCOMPARE(fresh.size(), std::size_t(1));
    QCOMPARE(fresh[0].note, u"from the start"_s);

    program.file.setHistory(std::nullopt);
    QVERIFY(program.openHistory() == nullptr);
    QVERIFY(test::visibleTexts(program.page).contains(u"No history is kept in this session."_s));
    program.document.setKey("globals", "fail", "bypass");
    review = program.flow->review([](bool) {});
    QVERIFY(part<QLineEdit>(review, "config.review.note") == nullptr);
    review->saveButton()->click();
    QVERIFY(!program.document.isModified());
}

void HistoryFlowTest::theDialogHasNamesAndRoom_data()
{
    QTest::addColumn<bool>("japanese");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    QTest::newRow("en") << false << false << QSize(1440, 900);
    QTest::newRow("ja dark small") << true << true << QSize(1280, 720);
}

void HistoryFlowTest::theDialogHasNamesAndRoom()
{
    QFETCH(bool, japanese);
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    Program program;
    program.gui.language.setChoice(japanese ? words::LanguageChoice::Japanese
                                            : words::LanguageChoice::English);
    program.gui.theme.setChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
    program.window.resize(size);
    program.set("tempblock", u"a note of some length, longer than the column is wide"_s);
    program.set("block", {});
    for (const int comparison : {HistoryDialog::WithBefore, HistoryDialog::WithPresent}) {
        HistoryDialog* dialog = program.openHistory();
        dialog->setComparison(static_cast<HistoryDialog::Comparison>(comparison));
        test::settle();
        QCOMPARE(test::missingNames(dialog).join(u'\n'), QString());
        QCOMPARE(test::clippedTexts(dialog).join(u'\n'), QString());
        QCOMPARE(test::duplicateObjectNames(dialog).join(u'\n'), QString());
        if (const QString folder = qEnvironmentVariable("SPM_PICTURES"); !folder.isEmpty())
            dialog->grab().save(QStringLiteral("%1/history.%2.%3.png")
                                    .arg(folder, QLatin1String(QTest::currentDataTag()))
                                    .arg(comparison));
        dialog->close();
        test::settle();
    }
}

QTEST_MAIN(HistoryFlowTest)
#include "history_flow_test.moc"
