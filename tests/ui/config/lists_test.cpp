// SPDX-License-Identifier: GPL-3.0-or-later
// The lists page at work: files in and out, sorting with a preview, notes, and lists as long as they get.
// SPM_PICTURES=folder writes pictures of what was tested.
#include "tests/support/config_desk.h"
#include "tests/support/gui_fixture.h"
#include "tests/support/sweeps.h"
#include "ui/common/diff_view.h"
#include "ui/config/config_page.h"
#include "ui/config/entry_delegate.h"
#include "ui/config/list_import_dialog.h"
#include "ui/config/list_tidy_dialog.h"
#include "ui/config/list_view.h"
#include "ui/config/lists_page.h"
#include "ui/config/raw_text_edit.h"
#include "ui/config/test_mails.h"

#include <QCheckBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

constexpr auto sample = "[globals]\n"
                        "white_ip = 127.0.0.1,\n"
                        "# office\n"
                        "    192.0.2.0/25,\n"
                        "    192.0.2.128/25, ; branch\n"
                        "    192.0.2.7\n"
                        "white_domain = b.example, a.example\n";

struct Desk
{
    test::Gui gui;
    qtio::LocalFileStore store;
    qtio::LocalFiles files{store};
    ConfigDocument document;
    ConfigFile file{document, files};
    QStackedWidget window;
    TestMails mails{file};
    SaveFlow* flow = new SaveFlow(file, mails, gui.services, &window);
    ConfigPage* config = new ConfigPage(document, *flow, mails);
    ListsPage* lists = new ListsPage(document, *flow);

    explicit Desk(const QByteArray& bytes = sample, QSize size = {1228, 829})
    {
        if (test::openNow(file, gui.write(u"config.ini"_s, bytes)))
            qFatal("cannot open");
        window.addWidget(config);
        window.addWidget(lists);
        window.setCurrentWidget(lists);
        window.resize(size);
        window.show();
        test::settle();
    }

    ListView& list(const char* key = "white_ip")
    {
        lists->showList(key);
        return lists->list(key);
    }

    QPushButton* button(const QString& name) const { return window.findChild<QPushButton*>(name); }

    QString text() const { return QString::fromStdString(document.current().bytes()); }

    static void picture(QWidget& widget, const QString& name)
    {
        const QString folder = qEnvironmentVariable("SPM_PICTURES");
        if (folder.isEmpty())
            return;
        test::settle();
        QDir().mkpath(folder);
        widget.grab().save(folder + u'/' + name + u".png"_s);
    }
};

} // namespace

class ListsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aFileIsImported()
    {
        Desk desk;
        ListView& list = desk.list();
        desk.gui.filePicker.chooseNext(desk.gui.write(
            u"relays.txt"_s, "# our relays\r\n198.51.100.1; 198.51.100.2\t# Osaka\r\n"
                             "203.0.113.0/33, 192.0.2.7\r\n\r\n\"198.51.100.1\" nonsense\r\n"));
        desk.button(u"lists.white_ip.import"_s)->click();
        auto* dialog = desk.window.findChild<ListImportDialog*>();
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->findChild<Label*>(u"lists.import.counts"_s)->text(),
                 u"2 new · 2 in the list already or repeated · 2 not valid"_s);
        const QString texts = test::visibleTexts(dialog).join(u'\n');
        QVERIFY2(texts.contains(u"Add the 2 valid ones"_s), qPrintable(texts));
        QTableView* bad = dialog->findChildren<QTableView*>().last();
        QCOMPARE(bad->model()->index(0, 0).data().toString(), u"3"_s);
        QCOMPARE(bad->model()->index(0, 1).data().toString(), u"203.0.113.0/33"_s);
        QCOMPARE(bad->model()->index(1, 0).data().toString(), u"5"_s);
        dialog->findChild<QPushButton*>(u"lists.import.add"_s)->click();
        test::settle();
        QCOMPARE(list.model().total(), 6);
        QCOMPARE(list.model().entries().last(), u"198.51.100.2"_s);
        QCOMPARE(list.model().notes().last(), u"Osaka"_s);
        QCOMPARE(desk.document.undoText(), u"Add 2 entries to white_ip"_s);
        desk.document.undoStack()->undo();
        QCOMPARE(desk.text(), QString::fromLatin1(sample));
    }

    void whatIsExportedCanBeImported()
    {
        Desk desk;
        const QString path = desk.gui.folder.filePath(u"list.csv"_s);
        desk.list();
        desk.gui.filePicker.chooseNext(path);
        desk.button(u"lists.white_ip.export"_s)->click();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray csv = file.readAll();
        QCOMPARE(csv, QByteArray("entry,kind,addresses,note\r\n127.0.0.1,IPv4,1,\r\n"
                                 "192.0.2.0/25,IPv4 /25,128,office\r\n192.0.2.128/25,IPv4 /25,128,branch\r\n"
                                 "192.0.2.7,IPv4,1,\r\n"));
        ListView& other = desk.list("enforce_ip");
        other.model().add(readListFile(csv, other.model()).added);
        QCOMPARE(other.model().entries(), desk.list().model().entries());
        QCOMPARE(other.model().notes(), desk.list().model().notes());
    }

    void filesThatCannotBeUsedAreToldAbout()
    {
        Desk desk;
        desk.list();
        desk.gui.filePicker.chooseNext(desk.gui.folder.filePath(u"none.txt"_s));
        desk.button(u"lists.white_ip.import"_s)->click();
        QVERIFY(test::visibleTexts(desk.lists).join(u'\n').contains(u"none.txt could not be read"_s));
        desk.gui.filePicker.chooseNext(desk.gui.folder.filePath(u"none/list.csv"_s));
        desk.button(u"lists.white_ip.export"_s)->click();
        QVERIFY(test::visibleTexts(desk.lists).join(u'\n').contains(u"list.csv could not be written"_s));
        QVERIFY(!desk.document.isModified());
    }

    void aListIsTidiedAfterALook()
    {
        Desk desk;
        desk.list();
        desk.button(u"lists.white_ip.tidy"_s)->click();
        auto* dialog = desk.window.findChild<ListTidyDialog*>();
        QVERIFY(dialog != nullptr);
        const auto counts = [dialog] { return dialog->findChild<Label*>(u"lists.tidy.counts"_s)->text(); };
        QCOMPARE(counts(), u"4 entries now · 3 then · 1 repeated or covered"_s);
        dialog->findChild<QCheckBox*>(u"lists.tidy.aggregate"_s)->click();
        QCOMPARE(counts(), u"4 entries now · 2 then · 1 repeated or covered · 1 merged"_s);
        QVERIFY(dialog->findChild<DiffView*>()->diff().removed > 0);
        QVERIFY(!desk.document.isModified());
        dialog->findChild<QPushButton*>(u"lists.tidy.apply"_s)->click();
        QCOMPARE(desk.text(), u"[globals]\nwhite_ip = 127.0.0.1,\n# office\n    192.0.2.0/24 ; branch\n"
                              "white_domain = b.example, a.example\n"_s);
        QCOMPARE(desk.document.undoText(), u"Sort and tidy white_ip"_s);
        desk.document.undoStack()->undo();
        QVERIFY(!desk.document.isModified());
    }

    void nothingToTidyCannotBeApplied()
    {
        Desk desk("[globals]\nwhite_domain = a.example, b.example\n");
        desk.list("white_domain");
        desk.button(u"lists.white_domain.tidy"_s)->click();
        auto* dialog = desk.window.findChild<ListTidyDialog*>();
        QVERIFY(!dialog->findChild<QPushButton*>(u"lists.tidy.apply"_s)->isEnabled());
        QVERIFY(dialog->findChild<QCheckBox*>(u"lists.tidy.aggregate"_s)->isHidden());
        QVERIFY(dialog->findChild<Label*>(u"lists.tidy.counts"_s)->text().endsWith(u"nothing to do"_s));
    }

    void notesAreEditedInTheTable()
    {
        Desk desk;
        ListView& list = desk.list();
        auto* table = list.findChild<QTableView*>(u"lists.white_ip.table"_s);
        table->setCurrentIndex(list.model().index(1, ListModel::NoteColumn));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_F2);
        auto* editor = table->findChild<QLineEdit*>();
        QVERIFY(editor != nullptr);
        QCOMPARE(editor->text(), u"office"_s);
        editor->setText(u"head office"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        test::settle();
        QVERIFY2(desk.text().contains(u"# head office\n    192.0.2.0/25,\n"_s), qPrintable(desk.text()));
        QCOMPARE(desk.document.undoText(), u"Note of 192.0.2.0/25 in white_ip"_s);
        QVERIFY(list.model().setData(list.model().index(2, ListModel::NoteColumn), QString(), Qt::EditRole));
        QVERIFY(desk.text().contains(u"    192.0.2.128/25,\n"_s));
        QCOMPARE(list.model().index(2, ListModel::NoteColumn).data().toString(), u"—"_s);
    }

    void aHiddenListIsUpToDateWhenAskedOrShown()
    {
        Desk desk;
        ListView& hidden = desk.lists->list("enforce_ip");
        desk.document.setKey("globals", "enforce_ip", "192.0.2.1");
        QCOMPARE(hidden.model().total(), 1);
        desk.window.setCurrentWidget(desk.config);
        desk.document.setKey("globals", "white_ip", "192.0.2.1, 192.0.2.2");
        desk.window.setCurrentWidget(desk.lists);
        QCOMPARE(desk.list().findChild<QTableView*>(u"lists.white_ip.table"_s)->model()->rowCount(), 2);
    }

    void theFilterFindsTheSameByEveryWay()
    {
        Desk desk(
            QByteArray("# \xE6\x97\xA5\n[globals]\nwhite_domain =\n    a.example\n    B.Example ; Tokyo\n"
                       "    c.example.org ; \xE6\x9D\xB1\xE4\xBA\xAC\n    \xE6\x97\xA5.example\n"));
        const auto shown = [](ListModel& model) {
            QStringList entries;
            for (int row = 0; row < model.rowCount(); ++row)
                entries += model.entryAt(row);
            return entries.join(u' ');
        };
        ListModel& model = desk.lists->list("white_domain").model();
        const auto check = [&](const QString& filter, const QString& expected) {
            model.setFilter(filter);
            QCOMPARE(shown(model), expected);
        };
        check(u"E"_s, u"a.example B.Example c.example.org 日.example"_s);
        check(u"EX"_s, u"a.example B.Example c.example.org 日.example"_s); // narrower
        check(u"B.EX"_s, u"B.Example"_s);
        check(u"b"_s, u"B.Example"_s); // wider again
        check(u"tok"_s, u"B.Example"_s);
        check(u"東"_s, u"c.example.org"_s);
        check(u"東京"_s, u"c.example.org"_s);
        check(u"日"_s, u"日.example"_s);
        check(u"none such"_s, QString());
        check(QString(), u"a.example B.Example c.example.org 日.example"_s);
    }

    void rowsWithAProblemAreHigher()
    {
        Desk desk("[globals]\nwhite_ip = 127.0.0.1, 10.0.0.1, x\n");
        desk.list();
        const auto heights = [&desk] {
            auto* table = desk.list().findChild<QTableView*>(u"lists.white_ip.table"_s);
            QString text;
            for (int row = 0; row < table->model()->rowCount(); ++row)
                text += table->rowHeight(row) == EntryDelegate::problemHeight ? u'P'
                        : table->rowHeight(row) == EntryDelegate::plainHeight ? u'-'
                                                                              : u'?';
            return text;
        };
        const auto set = [&desk](const std::string& value) {
            desk.document.setKey("globals", "white_ip", value);
        };
        QCOMPARE(heights(), u"--P"_s);
        set("127.0.0.1, x, y");
        QCOMPARE(heights(), u"-PP"_s);
        set("x, y");
        QCOMPARE(heights(), u"PP"_s);
        set("127.0.0.1, 10.0.0.1");
        QCOMPARE(heights(), u"--"_s);
    }

    void changedEntriesAreMarked()
    {
        Desk desk("[globals]\nwhite_ip = 10.0.0.1, 10.0.0.2, 10.0.0.3, 10.0.0.4\n");
        const auto marks = [&desk] {
            ListModel& model = desk.lists->list("white_ip").model();
            QString text;
            for (int row = 0; row < model.rowCount(); ++row)
                text += model.index(row, 0).data(ListModel::ModifiedRole).toBool() ? u'x' : u'-';
            return text;
        };
        const auto set = [&desk](const std::string& value) {
            desk.document.setKey("globals", "white_ip", value);
        };
        QCOMPARE(marks(), u"----"_s);
        set("10.0.0.1, 10.0.0.2, 10.0.0.9, 10.0.0.3, 10.0.0.4");
        QCOMPARE(marks(), u"--x--"_s);
        set("10.0.0.4, 10.0.0.1, 10.0.0.8, 10.0.0.2");
        QCOMPARE(marks(), u"--x-"_s); // moved is not new
        set("10.0.0.1, 10.0.0.1");
        QCOMPARE(marks(), u"--"_s);
        set("10.0.0.7");
        QCOMPARE(marks(), u"x"_s);
        while (desk.document.undoStack()->canUndo())
            desk.document.undoStack()->undo();
        QCOMPARE(marks(), u"----"_s);
    }

    void aVeryLongLineIsShownCutUntilItIsTidied()
    {
        QByteArray bytes("[globals]\nwhite_ip = 127.0.0.1");
        for (int i = 0; i < 4000; ++i)
            bytes += ", 10.0." + QByteArray::number(i / 250) + '.' + QByteArray::number(i % 250);
        Desk desk(bytes + '\n');
        auto* raw = desk.config->findChild<RawTextEdit*>();
        QVERIFY(raw->isReadOnly());
        desk.window.setCurrentWidget(desk.config);
        QVERIFY(test::visibleTexts(desk.config).join(u'\n').contains(u"line 2 is too long"_s));
        const config::Tidied tidy =
            config::tidied(desk.document.current(), "globals", "white_ip", {.onePerLine = true});
        desk.document.edit(tidy.plan, {.what = EditName::What::TidyList, .key = "white_ip"});
        QVERIFY(!raw->isReadOnly());
        QCOMPARE(raw->blockCount(), 4003);
        desk.document.undoStack()->undo();
        QVERIFY(raw->isReadOnly());
    }

    void dialogsFitTheirWindow_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light") << false << QSize(1228, 829);
        QTest::newRow("dark") << true << QSize(1228, 829);
        QTest::newRow("light.1280x720") << false << QSize(1224, 649);
    }

    void dialogsFitTheirWindow()
    {
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        Desk desk(sample, size);
        desk.gui.theme.setChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
        const QString tag = QLatin1String(QTest::currentDataTag());
        desk.list();
        Desk::picture(desk.window, u"lists."_s + tag);
        QCOMPARE(test::clippedTexts(desk.lists).join(u'\n'), QString());
        for (const TourStop& stop : desk.lists->tourStops()) {
            QWidget* dialog = stop.open();
            test::settle();
            Desk::picture(*dialog, stop.name + u'.' + tag);
            QCOMPARE(test::missingNames(dialog).join(u'\n'), QString());
            QCOMPARE(test::clippedTexts(dialog).join(u'\n'), QString());
            dialog->close();
            test::settle();
        }
        desk.gui.theme.setChoice(ThemeChoice::Light);
    }
};

QTEST_MAIN(ListsTest)
#include "lists_test.moc"
