// SPDX-License-Identifier: GPL-3.0-or-later
// Two administrators on one file, and several sections or entries on one subject: what collides is asked,
// what is chosen is one step that can be undone. SPM_PICTURES=folder writes pictures of what was tested.
#include "tests/support/config_desk.h"
#include "tests/support/gui_fixture.h"
#include "tests/support/sweeps.h"
#include "ui/common/notice_bar.h"
#include "ui/common/segment.h"
#include "ui/config/config_page.h"
#include "ui/config/document_header.h"
#include "ui/config/effective_view.h"
#include "ui/config/list_view.h"
#include "ui/config/lists_page.h"
#include "ui/config/review_dialog.h"
#include "ui/config/section_dialog.h"
#include "ui/config/section_merge_dialog.h"
#include "ui/config/test_mails.h"
#include "ui/config/three_way_dialog.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

const QByteArray file = "[globals]\n# reviewed 2024\nsoftfail = bypass\nfail = block\nnone = bypass\n"
                        "white_ip = 127.0.0.1, 198.51.100.17/28, 198.51.100.20, 192.0.2.0/24\n"
                        "enforce_ip = 192.0.2.7\n\n"
                        "[a.example]\nfail = bypass ; agreed\nsoftfail = block\n\n"
                        "# partner B\n[*.b.example]\nfail = tempblock\n\n[c.example]\nnone = block\n";

QByteArray with(QByteArray text, const QByteArray& before, const QByteArray& after)
{
    return text.replace(text.indexOf(before), before.size(), after);
}

struct Desk
{
    test::Gui gui;
    qtio::LocalFileStore store;
    qtio::LocalFiles files{store};
    ConfigDocument document;
    ConfigFile disk{document, files};
    QStackedWidget window;
    TestMails mails{disk};
    SaveFlow* flow = new SaveFlow(disk, mails, gui.services, &window);
    ConfigPage* config = new ConfigPage(document, *flow, mails);
    ListsPage* lists = new ListsPage(document, *flow);
    QString path = gui.write(u"config.ini"_s, file);

    Desk()
    {
        if (test::openNow(disk, path))
            qFatal("the file does not open");
        window.addWidget(config);
        window.addWidget(lists);
        QObject::connect(lists, &Page::showRequested, &window, [this] { window.setCurrentWidget(lists); });
        window.resize(1228, 829);
        window.show();
        test::settle();
    }

    /// Somebody else saves, and the user asks to compare.
    ThreeWayDialog* compare(const QByteArray& theirs)
    {
        gui.write(u"config.ini"_s, theirs);
        disk.checkDisk();
        test::settle();
        auto* header = config->findChild<DocumentHeader*>();
        header->diskNotice().findChildren<QPushButton*>().front()->click();
        test::settle();
        return window.findChild<ThreeWayDialog*>();
    }

    std::string text() const { return document.current().bytes(); }

    std::string onDisk() const
    {
        QFile read(path);
        return read.open(QIODevice::ReadOnly) ? read.readAll().toStdString() : std::string();
    }

    QTableView* sections() const { return config->findChild<QTableView*>(u"config.domains.table"_s); }

    QPushButton* button(const QString& name) const { return config->findChild<QPushButton*>(name); }

    void selectSections(std::initializer_list<int> rows) const
    {
        sections()->clearSelection();
        for (const int row : rows)
            sections()->selectionModel()->select(sections()->model()->index(row, 0),
                                                 QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }

    static void picture(QWidget& widget, const QString& name)
    {
        const QString folder = qEnvironmentVariable("SPM_PICTURES");
        test::settle();
        if (!folder.isEmpty() && QDir().mkpath(folder))
            widget.grab().save(folder + u'/' + name + u".png"_s);
    }
};

template <class Widget>
Widget* in(const QWidget* window, const char* name)
{
    return window->findChild<Widget*>(QLatin1String(name));
}

} // namespace

class ConfigMergeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatDoesNotCollideIsMerged();
    void aConflictIsDecided_data();
    void aConflictIsDecided();
    void entriesOfBothStay();
    void allConflictsAtOnce();
    void theSameChangeIsNoConflict();
    void aSecondChangeOnDiskIsNotOverwritten();
    void unmodifiedIsAPlainComparison();
    void looks_data();
    void looks();
    void sectionsBecomeOne();
    void partsBecomeOne();
    void severalSectionsGoAtOnce();
    void wildcardsAreRespelled();
    void aNameTakesItsForm();
    void overlapOfTheSelection();
    void overlapFollowsEdits();
    void aBounceIsExplainedByItsHelo();
};

void ConfigMergeTest::whatDoesNotCollideIsMerged()
{
    Desk desk;
    desk.document.setKey("globals", "softfail", "block");
    const std::string mine = desk.text();
    ThreeWayDialog* dialog = desk.compare(with(file, "\nfail = block", "\nfail = tempblock"));
    QVERIFY(dialog != nullptr);
    QVERIFY(dialog->isComplete());
    QCOMPARE(in<QTableView>(dialog, "config.threeWay.changes")->model()->rowCount(), 2);
    QVERIFY(!in<Segment>(dialog, "config.threeWay.answer")->isVisible());
    QVERIFY(!in<QPushButton>(dialog, "config.threeWay.allMine")->isVisible());
    in<QPushButton>(dialog, "config.threeWay.use")->click();
    const std::string merged =
        with(with(file, "softfail = bypass", "softfail = block"), "\nfail = block", "\nfail = tempblock")
            .toStdString();
    QCOMPARE(desk.text(), merged);
    QCOMPARE(desk.disk.diskState(), ConfigFile::DiskState::Same);
    QCOMPARE(desk.document.changes().size(), std::size_t{1}); // against what they saved
    QVERIFY(!test::writeNow(desk.disk));                      // the base is theirs now
    QCOMPARE(desk.onDisk(), merged);
    desk.document.undoStack()->undo();
    QCOMPARE(desk.text(), mine);
}

void ConfigMergeTest::aConflictIsDecided_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("mine") << 0 << QByteArray("softfail = block");
    QTest::newRow("theirs") << 1 << QByteArray("softfail = tempblock");
}

void ConfigMergeTest::aConflictIsDecided()
{
    QFETCH(int, choice);
    QFETCH(QByteArray, value);
    Desk desk;
    desk.document.setKey("globals", "softfail", "block");
    const int steps = desk.document.undoStack()->count();
    const std::string mine = desk.text();
    ThreeWayDialog* dialog = desk.compare(with(file, "softfail = bypass", "softfail = tempblock"));
    QVERIFY(!dialog->isComplete());
    QCOMPARE(in<QLabel>(dialog, "config.threeWay.sentence")->text(),
             u"softfail in [globals]: you set block, they set tempblock."_s);
    auto* use = in<QPushButton>(dialog, "config.threeWay.use");
    QVERIFY(!use->isEnabled());
    auto* answer = in<Segment>(dialog, "config.threeWay.answer");
    QVERIFY(!answer->current());
    QVERIFY(!answer->button(2)->isVisible()); // one value, not both
    QTest::mouseClick(answer->button(choice), Qt::LeftButton);
    QVERIFY(use->isEnabled());
    use->click();
    QCOMPARE(desk.text(), with(file, "softfail = bypass", value).toStdString());
    QCOMPARE(desk.document.undoStack()->count(), steps + (choice == 0 ? 0 : 1)); // nothing to do for mine
    if (choice == 1) {
        QCOMPARE(desk.document.undoText(), u"Merge with the changes on disk"_s);
        desk.document.undoStack()->undo();
    }
    QCOMPARE(desk.text(), mine);
    QVERIFY(!test::writeNow(desk.disk));
    QCOMPARE(desk.onDisk(), mine);
}

void ConfigMergeTest::entriesOfBothStay()
{
    Desk desk;
    desk.document.edit(config::addItems(desk.document.current(), "globals", "enforce_ip",
                                        std::vector<std::string>{"203.0.113.9"}),
                       {.what = EditName::What::AddItems});
    ThreeWayDialog* dialog = desk.compare(with(file, "192.0.2.7", "192.0.2.7, 203.0.113.1"));
    QVERIFY(dialog->isComplete()); // both is what loses nothing
    QCOMPARE(in<QLabel>(dialog, "config.threeWay.sentence")->text(),
             u"enforce_ip in [globals]: you + 203.0.113.9, they + 203.0.113.1."_s);
    QCOMPARE(in<Segment>(dialog, "config.threeWay.answer")->current(), std::optional(2));
    Desk::picture(*dialog, u"merge-list"_s);
    in<QPushButton>(dialog, "config.threeWay.use")->click();
    QCOMPARE(desk.text(), with(file, "192.0.2.7", "192.0.2.7, 203.0.113.1, 203.0.113.9").toStdString());
}

void ConfigMergeTest::allConflictsAtOnce()
{
    Desk desk;
    desk.document.setKey("globals", "softfail", "block");
    desk.document.setKey("a.example", "fail", "block");
    QByteArray theirs = with(file, "softfail = bypass", "softfail = tempblock");
    theirs = with(theirs, "fail = bypass ;", "fail = tempblock ;");
    ThreeWayDialog* dialog = desk.compare(theirs);
    auto* table = in<QTableView>(dialog, "config.threeWay.changes");
    const QAbstractItemModelTester tester(table->model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(table->currentIndex().row(), 0);
    QTest::mouseClick(in<Segment>(dialog, "config.threeWay.answer")->button(0), Qt::LeftButton);
    QTest::keyClick(dialog, Qt::Key_F8);
    QCOMPARE(table->currentIndex().row(), 1);
    QVERIFY(!in<Segment>(dialog, "config.threeWay.answer")->current());
    in<QPushButton>(dialog, "config.threeWay.allTheirs")->click();
    QVERIFY(dialog->isComplete());
    QCOMPARE(in<Segment>(dialog, "config.threeWay.answer")->current(), std::optional(1));
    const std::string mine = desk.text();
    dialog->reject(); // changes nothing
    QCOMPARE(desk.text(), mine);
    QCOMPARE(desk.disk.diskState(), ConfigFile::DiskState::Changed);
}

void ConfigMergeTest::theSameChangeIsNoConflict()
{
    Desk desk;
    desk.document.setKey("globals", "softfail", "block");
    const QByteArray theirs = with(file, "softfail = bypass", "softfail = block");
    ThreeWayDialog* dialog = desk.compare(theirs);
    QVERIFY(dialog->isComplete());
    QCOMPARE(in<QLabel>(dialog, "config.threeWay.sentence")->text(),
             u"softfail in [globals]: both made the same change."_s);
    in<QPushButton>(dialog, "config.threeWay.use")->click();
    QVERIFY(!desk.document.isModified());
    QCOMPARE(desk.text(), theirs.toStdString());
}

void ConfigMergeTest::aSecondChangeOnDiskIsNotOverwritten()
{
    Desk desk;
    desk.document.setKey("globals", "softfail", "block");
    const std::string mine = desk.text();
    ThreeWayDialog* dialog = desk.compare(with(file, "\nfail = block", "\nfail = tempblock"));
    desk.gui.write(u"config.ini"_s, with(file, "none = bypass", "none = block"));
    in<QPushButton>(dialog, "config.threeWay.use")->click();
    QCOMPARE(desk.text(), mine);
    QVERIFY(!desk.config->findChild<DocumentHeader*>()->refusal().isHidden());
    QVERIFY(test::writeNow(desk.disk)); // still stale
}

void ConfigMergeTest::unmodifiedIsAPlainComparison()
{
    Desk desk;
    QVERIFY(desk.compare(with(file, "none = bypass", "none = block")) == nullptr);
    QVERIFY(desk.window.findChild<ReviewDialog*>() != nullptr);
}

void ConfigMergeTest::looks_data()
{
    QTest::addColumn<bool>("japanese");
    QTest::addColumn<bool>("dark");
    QTest::newRow("en.light") << false << false;
    QTest::newRow("en.dark") << false << true;
    QTest::newRow("ja.light") << true << false;
}

void ConfigMergeTest::looks()
{
    QFETCH(bool, japanese);
    QFETCH(bool, dark);
    Desk desk;
    desk.gui.theme.setChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
    desk.gui.language.setChoice(japanese ? words::LanguageChoice::Japanese : words::LanguageChoice::English);
    desk.document.setKey("globals", "softfail", "block");
    desk.document.setKey("globals", "none", "tempblock");
    desk.document.edit(config::removeSection(desk.document.current(), "c.example"),
                       {.what = EditName::What::RemoveSection});
    QByteArray theirs = with(file, "softfail = bypass", "softfail = tempblock");
    theirs = with(theirs, "# reviewed 2024\n", "# reviewed 2025\n");
    theirs = with(theirs, "192.0.2.0/24", "192.0.2.0/24, 203.0.113.0/24");
    theirs = with(theirs, "none = block", "none = tempblock");
    ThreeWayDialog* dialog = desk.compare(theirs);
    const QString tag = QLatin1String(QTest::currentDataTag());
    Desk::picture(*dialog, u"merge."_s + tag);
    QCOMPARE(test::missingNames(dialog).join(u'\n'), QString());
    QCOMPARE(test::clippedTexts(dialog).join(u'\n'), QString());
    QCOMPARE(test::duplicateObjectNames(dialog).join(u'\n'), QString());
    for (const int preview : {1, 2}) {
        in<Segment>(dialog, "config.threeWay.preview")->button(preview)->click();
        test::settle();
        QCOMPARE(test::clippedTexts(dialog).join(u'\n'), QString());
    }
    dialog->reject();
    desk.selectSections({0, 1});
    desk.button(u"config.domains.merge"_s)->click();
    auto* sections = desk.window.findChild<SectionMergeDialog*>();
    Desk::picture(*sections, u"sections."_s + tag);
    QCOMPARE(test::missingNames(sections).join(u'\n'), QString());
    QCOMPARE(test::clippedTexts(sections).join(u'\n'), QString());
    sections->reject();
    desk.button(u"config.domains.add"_s)->click();
    Desk::picture(*desk.window.findChild<SectionDialog*>(), u"section."_s + tag);
    desk.window.setCurrentWidget(desk.lists);
    desk.lists->list("white_ip").select(u"198.51.100.17/28"_s);
    QTRY_VERIFY(test::visibleTexts(desk.lists).contains(u"198.51.100.16 – 198.51.100.31"_s));
    Desk::picture(desk.window, u"overlap."_s + tag);
    QCOMPARE(test::missingNames(desk.lists).join(u'\n'), QString());
    QCOMPARE(test::clippedTexts(desk.lists).join(u'\n'), QString());
    desk.gui.theme.setChoice(ThemeChoice::Light);
}

void ConfigMergeTest::sectionsBecomeOne()
{
    Desk desk;
    desk.selectSections({0, 1});
    QVERIFY(!desk.button(u"config.domains.add"_s)->isHidden());
    desk.button(u"config.domains.merge"_s)->click();
    auto* dialog = desk.window.findChild<SectionMergeDialog*>();
    QVERIFY(dialog != nullptr);
    QVERIFY(
        in<QLabel>(dialog, "config.sectionMerge.lost")->text().startsWith(u"[*.b.example] will be gone"_s));
    auto* name = in<QComboBox>(dialog, "config.sectionMerge.name");
    auto* fail = in<QComboBox>(dialog, "config.sectionMerge.fail");
    auto* softfail = in<QComboBox>(dialog, "config.sectionMerge.softfail");
    QCOMPARE(fail->currentText(), u"bypass (from [a.example])"_s);
    QCOMPARE(softfail->itemText(1), u"not set: as [globals] (from [*.b.example])"_s);
    name->setCurrentIndex(1);
    QCOMPARE(fail->currentText(), u"tempblock (from [*.b.example])"_s); // its own value first
    QCOMPARE(softfail->currentText(), u"block (from [a.example])"_s);
    in<QPushButton>(dialog, "config.sectionMerge.apply")->click();
    const QByteArray merged =
        with(with(file, "[a.example]\nfail = bypass ; agreed\nsoftfail = block\n\n", ""),
             "fail = tempblock\n\n[c", "fail = tempblock\n; agreed\nsoftfail = block\n\n[c");
    QCOMPARE(desk.text(), merged.toStdString());
    QCOMPARE(desk.document.undoText(), u"Merge 2 sections into [*.b.example]"_s);
    desk.document.undoStack()->undo();
    QCOMPARE(desk.text(), file.toStdString());
}

void ConfigMergeTest::partsBecomeOne()
{
    Desk desk;
    desk.document.replaceText((file + "\n[A.example]\nfail = tempblock\n").toStdString(), {});
    desk.selectSections({1});
    QVERIFY(desk.button(u"config.domains.merge"_s)->isHidden());
    desk.selectSections({0});
    QVERIFY(!desk.button(u"config.domains.merge"_s)->isHidden());
    desk.button(u"config.domains.merge"_s)->click();
    auto* dialog = desk.window.findChild<SectionMergeDialog*>();
    QVERIFY(!in<QComboBox>(dialog, "config.sectionMerge.name")->isEnabled());
    in<QPushButton>(dialog, "config.sectionMerge.apply")->click();
    const QByteArray one = with(file, "fail = bypass ; agreed\nsoftfail = block\n",
                                "; agreed\nsoftfail = block\nfail = tempblock\n");
    QCOMPARE(desk.text(), one.toStdString());
}

void ConfigMergeTest::severalSectionsGoAtOnce()
{
    Desk desk;
    desk.selectSections({0, 2});
    desk.sections()->setFocus();
    QTest::keyClick(desk.sections(), Qt::Key_Delete);
    QCOMPARE(desk.sections()->model()->rowCount(), 1);
    QCOMPARE(desk.document.undoText(), u"Remove 2 sections"_s);
    QVERIFY(desk.text().ends_with("# partner B\n[*.b.example]\nfail = tempblock\n"));
    desk.document.undoStack()->undo();
    QCOMPARE(desk.text(), file.toStdString());
}

void ConfigMergeTest::wildcardsAreRespelled()
{
    Desk desk;
    auto* button = desk.button(u"config.domains.wildcards"_s);
    QVERIFY(!button->isHidden());
    button->click();
    auto* menu = button->findChild<QMenu*>();
    QVERIFY(menu->isVisible());
    const QList<QAction*> forms = menu->actions();
    QVERIFY(!forms[0]->isEnabled()); // written so already
    menu->close();
    forms[1]->trigger();
    QCOMPARE(desk.text(), with(file, "[*.b.example]", "[*b.example]").toStdString());
    forms[2]->trigger();
    QCOMPARE(desk.document.current().blocks().size(), std::size_t{5});
    QVERIFY(!forms[0]->isEnabled());
    button->click(); // looks anew
    QVERIFY(forms[0]->isEnabled());
    menu->close();
    forms[0]->trigger();
    QCOMPARE(desk.text(), file.toStdString());
    QCOMPARE(desk.document.undoStack()->count(), 3);
}

void ConfigMergeTest::aNameTakesItsForm()
{
    Desk desk;
    desk.button(u"config.domains.add"_s)->click();
    auto* dialog = desk.window.findChild<SectionDialog*>();
    auto* name = in<QLineEdit>(dialog, "config.sectionDialog.name");
    auto* form = in<Segment>(dialog, "config.sectionDialog.spelling");
    name->setText(u"d.example"_s);
    QCOMPARE(form->current(), std::optional(0));
    QTest::mouseClick(form->button(2), Qt::LeftButton);
    QCOMPARE(name->text(), u"*d.example"_s);
    QTest::mouseClick(form->button(1), Qt::LeftButton);
    QCOMPARE(name->text(), u"*.d.example"_s);
    name->setText(u"*d.example"_s);
    QCOMPARE(form->current(), std::optional(2));
    in<QPushButton>(dialog, "config.sectionDialog.apply")->click();
    QVERIFY(desk.text().ends_with("\n[*d.example]\n"));
}

void ConfigMergeTest::overlapOfTheSelection()
{
    Desk desk;
    desk.window.setCurrentWidget(desk.lists);
    auto* verdict = in<QLabel>(desk.lists, "lists.overlap.verdict");
    QTRY_VERIFY(verdict->text().startsWith(u"Select entries"_s));
    desk.lists->list("white_ip").select(u"198.51.100.20"_s);
    QTRY_COMPARE(verdict->text(), u"Without this entry nothing would change."_s);
    desk.lists->list("white_ip").select(u"127.0.0.1"_s);
    QTRY_COMPARE(verdict->text(), u"No other entry speaks of it: it decides alone."_s);
    desk.lists->showList("enforce_ip");
    desk.lists->list("enforce_ip").select(u"192.0.2.7"_s);
    QTRY_COMPARE(verdict->text(), u"The approved list decides: this entry has no effect."_s);
    // The other entry is one click away.
    const auto links = in<QWidget>(desk.lists, "lists.overlap")->findChildren<QPushButton*>();
    QCOMPARE(links.front()->text(), u"192.0.2.0/24"_s);
    links.front()->click();
    QTRY_COMPARE(verdict->text(), u"Where both lists hold, the approved one decides."_s);
}

void ConfigMergeTest::overlapFollowsEdits()
{
    Desk desk;
    desk.window.setCurrentWidget(desk.lists);
    auto* verdict = in<QLabel>(desk.lists, "lists.overlap.verdict");
    desk.lists->list("white_ip").select(u"127.0.0.1"_s);
    QTRY_VERIFY(verdict->text().startsWith(u"No other"_s));
    desk.lists->list("white_ip").model().add(QStringList{u"127.0.0.0/8"_s});
    QTRY_VERIFY(!verdict->text().startsWith(u"No other"_s));
    auto* table = in<QTableView>(desk.lists, "lists.white_ip.table");
    table->selectAll();
    QTRY_VERIFY(test::visibleTexts(desk.lists).contains(u"5 entries selected"_s));
}

void ConfigMergeTest::aBounceIsExplainedByItsHelo()
{
    Desk desk;
    desk.config->explain({}, u"203.0.113.99"_s, u"a.example"_s);
    auto* view = desk.config->findChild<EffectiveView*>();
    QVERIFY(view->isVisible());
    QVERIFY2(view->chain().contains(u"a.example"_s), qPrintable(view->chain()));
    desk.config->explain(u"x@mail.b.example"_s, u"203.0.113.99"_s, u"a.example"_s);
    QVERIFY2(view->chain().contains(u"*.b.example"_s), qPrintable(view->chain()));
    QVERIFY(!view->chain().contains(u"“a.example”"_s));
    Desk::picture(desk.window, u"effective"_s);
}

QTEST_MAIN(ConfigMergeTest)
#include "merge_test.moc"
