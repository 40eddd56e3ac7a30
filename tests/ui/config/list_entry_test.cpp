// SPDX-License-Identifier: GPL-3.0-or-later
// Entries of the lists as people type and paste them: what is taken, what is looked through first, what is
// refused without losing the text; and how the page comes to one entry.
#include "tests/support/config_desk.h"
#include "tests/support/gui_fixture.h"
#include "tests/support/sweeps.h"
#include "ui/common/notice_bar.h"
#include "ui/config/list_import_dialog.h"
#include "ui/config/list_view.h"
#include "ui/config/lists_page.h"
#include "ui/config/test_mails.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

constexpr auto sample = "[globals]\n"
                        "white_ip = 127.0.0.1,\n"
                        "    192.0.2.0/25,\n"
                        "    192.0.2.7,\n"
                        "    x\n"
                        "white_domain = b.example\n";

struct Desk
{
    test::Gui gui;
    qtio::LocalFileStore store;
    qtio::LocalFiles files{store};
    ConfigDocument document;
    ConfigFile file{document, files};
    QWidget window;
    TestMails mails{file};
    SaveFlow* flow = new SaveFlow(file, mails, gui.services, &window);
    ListsPage* lists = new ListsPage(document, *flow, &window);

    explicit Desk(const QByteArray& bytes = sample)
    {
        if (test::openNow(file, gui.write(u"config.ini"_s, bytes)))
            qFatal("cannot open");
        lists->resize(1228, 829);
        window.resize(1228, 829);
        window.show();
        test::settle();
    }

    ListView& list() { return lists->list("white_ip"); }

    QTableView* table() { return lists->findChild<QTableView*>(u"lists.white_ip.table"_s); }

    QLineEdit* entry() { return lists->findChild<QLineEdit*>(u"lists.white_ip.entry"_s); }

    QPushButton* add() { return lists->findChild<QPushButton*>(u"lists.white_ip.add"_s); }

    ListImportDialog* dialog() { return window.findChild<ListImportDialog*>(); }

    void paste(const QString& text)
    {
        QApplication::clipboard()->setText(text);
        entry()->setFocus();
        entry()->paste();
        QTest::keyClick(entry(), Qt::Key_Return);
        test::settle();
    }

    QStringList added()
    {
        QStringList entries = list().model().entries();
        return entries.mid(4);
    }
};

} // namespace

class ListEntryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whatIsPastedIsUnderstood_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("entries");
        QTest::newRow("quotes") << u"\"192.0.2.200\", '192.0.2.201'"_s
                                << QStringList{u"192.0.2.200"_s, u"192.0.2.201"_s};
        QTest::newRow("full width") << u"１９２．０．２．２００、１９２．０．２．２０８／２９"_s
                                    << QStringList{u"192.0.2.200"_s, u"192.0.2.208/29"_s};
        QTest::newRow("range") << u"198.51.100.0-198.51.100.5"_s
                               << QStringList{u"198.51.100.0/30"_s, u"198.51.100.4/31"_s};
        QTest::newRow("netmask") << u"198.51.100.0/255.255.255.0"_s << QStringList{u"198.51.100.0/24"_s};
        QTest::newRow("lines") << u"198.51.100.1\n198.51.100.2\n198.51.100.1"_s
                               << QStringList{u"198.51.100.1"_s, u"198.51.100.2"_s};
    }

    void whatIsPastedIsUnderstood()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, entries);
        Desk desk;
        desk.paste(text);
        QCOMPARE(desk.added(), entries);
        QVERIFY(desk.entry()->text().isEmpty());
        QVERIFY(desk.dialog() == nullptr);
    }

    void aSingleWrongEntryIsNotAdded()
    {
        Desk desk;
        desk.paste(u"bad.entry"_s);
        QVERIFY(!desk.add()->isEnabled());
        QCOMPARE(desk.entry()->text(), u"bad.entry"_s);
        QVERIFY(!desk.document.isModified());
        QVERIFY(desk.dialog() == nullptr);
    }

    void aMixedPasteIsLookedThroughFirst()
    {
        Desk desk;
        const QString text = u"192.0.2.200 # 倉庫\n192.0.2.7\nbad.entry\n＃ 見出し\n\"192.0.2.201\"\n"_s;
        desk.paste(text);
        QVERIFY(desk.dialog() != nullptr);
        QVERIFY(!desk.document.isModified());
        QCOMPARE(desk.dialog()->findChild<Label*>(u"lists.import.counts"_s)->text(),
                 u"2 new · 1 in the list already or repeated · 1 not valid"_s);
        desk.dialog()->reject();
        test::settle();
        QCOMPARE(desk.entry()->text(), text);
        QCOMPARE(desk.add()->text(), u"Check 4..."_s);
        desk.add()->click();
        desk.dialog()->findChild<QPushButton*>(u"lists.import.add"_s)->click();
        test::settle();
        QCOMPARE(desk.added(), (QStringList{u"192.0.2.200"_s, u"192.0.2.201"_s}));
        QCOMPARE(desk.list().model().notes().value(4), u"倉庫"_s);
        QVERIFY(desk.entry()->text().isEmpty());
    }

    void aProblemIsShownInItsList()
    {
        Desk desk;
        desk.lists->showList("white_domain");
        auto* filter = desk.lists->findChild<QLineEdit*>(u"lists.white_ip.filter"_s);
        const std::vector<config::Finding>& findings = desk.document.findings();
        const auto finding = std::ranges::find_if(findings, [](const config::Finding& each) {
            return each.rule == config::Rule::BadNetwork && each.key == "white_ip";
        });
        QVERIFY(finding != findings.end());
        filter->setText(u"192"_s); // hides it
        desk.lists->showEntry("white_ip", finding->span);
        test::settle();
        QVERIFY(desk.table()->isVisible());
        QVERIFY(filter->text().isEmpty());
        QCOMPARE(desk.list().selectedEntries(9), std::vector<std::string>{"x"});
        desk.lists->showEntry("white_ip", {0, 0}); // of no entry
        QCOMPARE(desk.list().selectedEntries(9), std::vector<std::string>{"x"});
        desk.lists->showEntry("hosts", finding->span);
        QVERIFY(desk.table()->isVisible());
    }

    void onlyProblemsCanBeShown()
    {
        Desk desk;
        auto* box = desk.lists->findChild<QCheckBox*>(u"lists.white_ip.problemsOnly"_s);
        box->click();
        QCOMPARE(desk.list().model().rowCount(), 2); // covered, and not valid
        QCOMPARE(desk.list().model().entryAt(0), u"192.0.2.7"_s);
        desk.paste(u"198.51.100.1"_s); // what is added is seen
        QVERIFY(!box->isChecked());
        QCOMPARE(desk.list().model().rowCount(), 5);
    }

    void aNoteTheFileCannotHoldStaysInTheEditor()
    {
        Desk desk("[globals]\n# \x93\x8c\x8b\x9e\nwhite_ip = 127.0.0.1\n"); // Shift_JIS
        QCOMPARE(desk.document.encoding(), config::Encoding::ShiftJis);
        desk.table()->setCurrentIndex(desk.list().model().index(0, ListModel::NoteColumn));
        desk.table()->setFocus();
        QTest::keyClick(desk.table(), Qt::Key_F2);
        auto* editor = desk.table()->findChild<QLineEdit*>();
        QVERIFY(editor != nullptr);
        editor->setText(u"工場🏭"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        test::settle();
        QVERIFY(!desk.document.isModified());
        const QString texts = test::visibleTexts(desk.lists).join(u'\n');
        QVERIFY2(texts.contains(u"the file is in Shift_JIS, which cannot hold 🏭."_s), qPrintable(texts));
        const auto* again = qobject_cast<QLineEdit*>(desk.table()->indexWidget(desk.table()->currentIndex()));
        QVERIFY(again != nullptr);
        QCOMPARE(again->text(), u"工場🏭"_s);
    }

    void anExportTellsWhereItWent()
    {
        Desk desk;
        const QString path = desk.gui.folder.filePath(u"list.csv"_s);
        desk.gui.filePicker.chooseNext(path);
        desk.lists->findChild<QPushButton*>(u"lists.white_ip.export"_s)->click();
        test::settle();
        const QString texts = test::visibleTexts(desk.lists).join(u'\n');
        QVERIFY2(texts.contains(u"Written to %1."_s.arg(path)), qPrintable(texts));
    }
};

QTEST_MAIN(ListEntryTest)
#include "list_entry_test.moc"
