// SPDX-License-Identifier: GPL-3.0-or-later
// A session that is killed loses no edit: the next one offers it with every line, and it comes back as a step
// that can be undone. The window comes back as it was left. Run with --victim this program is the session
// that gets killed.
#include "tests/support/config_desk.h"
#include "tests/support/gui_fixture.h"
#include "tests/support/sweeps.h"
#include "ui/common/diff_view.h"
#include "ui/common/tab_bar.h"
#include "ui/config/config_page.h"
#include "ui/config/lists_page.h"
#include "ui/config/recovery_dialog.h"
#include "ui/config/test_mails.h"
#include "ui/config/unsaved_edits.h"
#include "ui/shell/main_window.h"

#include <QDir>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QTest>

#include <cstdio>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

const QByteArray before("# mail gateway\n[globals]\nfail = block\nsoftfail = bypass\n");
const QByteArray edited("# mail gateway\n[globals]\nfail = block\nsoftfail = tempblock\n");

QDateTime someTime()
{
    return {QDate(2026, 11, 21), QTime(9, 8, 7), Qt::UTC};
}

/// Edits and waits to be killed; an empty path is a new file.
int beVictim(const QString& folder, const QString& path)
{
    test::ConfigDesk desk;
    auto& [store, files, document, file] = desk;
    const UnsavedEdits edits(file, folder, someTime);
    if (path.isEmpty())
        document.newFile();
    else if (test::openNow(file, path))
        return 1;
    document.setKey("globals", "softfail", "tempblock");
    QTimer look;
    const auto kept = [&folder] { return QDir(folder).entryList({u"*.unsaved"_s}).size(); };
    QObject::connect(&look, &QTimer::timeout, &look, [&kept, others = kept()] {
        if (kept() == others)
            return;
        std::fputs("kept\n", stdout);
        std::fflush(stdout);
    });
    look.start(20);
    return QApplication::exec();
}

void leaveBehind(const QString& folder, const QString& path)
{
    QProcess victim;
    victim.start(QCoreApplication::applicationFilePath(), {u"--victim"_s, folder, path});
    QVERIFY(victim.waitForReadyRead());
    victim.kill(); // SIGKILL
    QVERIFY(victim.waitForFinished());
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A session of the program: its window with the pages on one document.
struct Program
{
    test::Gui& gui;
    qtio::LocalFileStore store;
    qtio::LocalFiles files{store};
    ConfigDocument document;
    ConfigFile file{document, files};
    TestMails mails{file};
    MainWindow window{gui.services};
    SaveFlow* flow = new SaveFlow(file, mails, gui.services, &window);
    ConfigPage* config = new ConfigPage(document, *flow, mails);
    ListsPage* lists = new ListsPage(document, *flow);
    UnsavedEdits edits{file, journals(gui), someTime};

    explicit Program(test::Gui& services) : gui(services)
    {
        window.addPage(config);
        window.addPage(lists);
        window.setDocument(&document);
        window.resize(1440, 900);
        window.show();
    }

    static QString journals(const test::Gui& gui) { return gui.folder.filePath(u"unsaved"_s); }

    /// What offer() shows; null when nothing was left.
    RecoveryDialog* offer()
    {
        edits.offer(&window);
        test::settle();
        return window.findChild<RecoveryDialog*>();
    }

    QStringList journalFiles() const { return QDir(journals(gui)).entryList(QDir::Files); }

    QByteArray bytes() const { return QByteArray::fromStdString(document.current().bytes()); }
};

void click(RecoveryDialog* dialog, const char* button)
{
    dialog->findChild<QPushButton*>(QLatin1String(button))->click();
    test::settle();
}

} // namespace

class SessionFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedEditsComeBack();
    void aChangedFileIsTold_data();
    void aChangedFileIsTold();
    void aNewFileComesBack();
    void laterAndDiscard();
    void savingAndUndoingForget();
    void passingDocumentsAreNotKept();
    void aJournalThatCannotBeWrittenIsToldOnce();
    void theDialogHasNamesAndRoom_data();
    void theDialogHasNamesAndRoom();
    void theWindowComesBackAsItWasLeft();
    void aWindowOutsideOfTheScreenComesBack();
    void theEditMenuNamesTheStep();
};

void SessionFlowTest::killedEditsComeBack()
{
    test::Gui gui;
    const QString path = gui.write(u"config.ini"_s, before);
    leaveBehind(Program::journals(gui), path);
    QCOMPARE(contentOf(path), before);

    Program program(gui);
    QSignalSpy restored(&program.edits, &UnsavedEdits::restored);
    RecoveryDialog* dialog = program.offer();
    QVERIFY(dialog != nullptr);
    QVERIFY(dialog->findChild<QWidget*>(u"config.recovery.notice"_s) == nullptr);
    const TextDiff& diff = dialog->findChild<DiffView*>(u"config.recovery.diff"_s)->diff();
    QCOMPARE(diff.added, 1);
    QCOMPARE(diff.removed, 1);
    click(dialog, "config.recovery.restore");
    QCOMPARE(restored.count(), 1);
    QCOMPARE(program.document.path(), path);
    QCOMPARE(program.bytes(), edited);
    QVERIFY(program.document.undoText().startsWith(u"Restore the unsaved changes"_s));
    QCOMPARE(contentOf(path), before);          // restoring writes nothing
    QCOMPARE(program.journalFiles().size(), 2); // now this session's: text and lock
    QVERIFY(program.offer() == nullptr);
    program.document.undoStack()->undo();
    QCOMPARE(program.bytes(), before);
    QVERIFY(!program.document.isModified());
}

void SessionFlowTest::aChangedFileIsTold_data()
{
    QTest::addColumn<bool>("gone");
    QTest::addColumn<QString>("notice");
    QTest::addColumn<bool>("hasPath");
    QTest::newRow("changed") << false << u"was changed on disk"_s << true;
    QTest::newRow("gone") << true << u"is gone or can no longer be written"_s << false;
}

void SessionFlowTest::aChangedFileIsTold()
{
    QFETCH(bool, gone);
    QFETCH(QString, notice);
    QFETCH(bool, hasPath);
    test::Gui gui;
    const QString path = gui.write(u"config.ini"_s, before);
    leaveBehind(Program::journals(gui), path);
    if (gone)
        QVERIFY(QFile::remove(path));
    else
        gui.write(u"config.ini"_s, "[globals]\nfail = bypass\n");
    Program program(gui);
    RecoveryDialog* dialog = program.offer();
    QVERIFY(dialog != nullptr);
    QVERIFY(test::visibleTexts(dialog).join(u'\n').contains(notice));
    click(dialog, "config.recovery.restore");
    QCOMPARE(program.bytes(), edited);
    QCOMPARE(!program.document.path().isEmpty(), hasPath);
    QVERIFY(program.document.isModified());
}

void SessionFlowTest::aNewFileComesBack()
{
    test::Gui gui;
    leaveBehind(Program::journals(gui), {});
    Program program(gui);
    RecoveryDialog* dialog = program.offer();
    QVERIFY(dialog != nullptr);
    QVERIFY(dialog->findChild<QWidget*>(u"config.recovery.notice"_s) == nullptr);
    click(dialog, "config.recovery.restore");
    QVERIFY(program.document.path().isEmpty());
    QVERIFY(program.bytes().contains("softfail = tempblock\n"));
}

void SessionFlowTest::laterAndDiscard()
{
    test::Gui gui;
    leaveBehind(Program::journals(gui), gui.write(u"a.ini"_s, before));
    leaveBehind(Program::journals(gui), gui.write(u"b.ini"_s, before));
    Program program(gui);
    click(program.offer(), "config.recovery.later");
    auto* second = program.window.findChild<RecoveryDialog*>();
    QVERIFY(second != nullptr); // one after the other
    click(second, "config.recovery.discard");
    QVERIFY(program.window.findChild<RecoveryDialog*>() == nullptr);
    QCOMPARE(program.journalFiles().size(), 2);
    RecoveryDialog* again = program.offer();
    QVERIFY(again != nullptr);
    again->close(); // as "Later"
    test::settle();
    QCOMPARE(program.journalFiles().size(), 2);
    click(program.offer(), "config.recovery.discard");
    QVERIFY(program.journalFiles().isEmpty());
    // Killed between the save and forgetting the journal: nothing is left to offer.
    const QString path = gui.write(u"c.ini"_s, before);
    leaveBehind(Program::journals(gui), path);
    gui.write(u"c.ini"_s, edited);
    QVERIFY(program.offer() == nullptr);
    QVERIFY(program.journalFiles().isEmpty());
}

void SessionFlowTest::savingAndUndoingForget()
{
    test::Gui gui;
    Program program(gui);
    QVERIFY(!test::openNow(program.file, gui.write(u"config.ini"_s, before)));
    const auto kept = [&program] { return program.journalFiles().size() == 2; };
    program.document.setKey("globals", "softfail", "tempblock");
    QVERIFY(!kept()); // after a pause
    QTRY_VERIFY(kept());
    program.document.undoStack()->undo();
    QVERIFY(program.journalFiles().isEmpty());
    program.document.undoStack()->redo();
    QTRY_VERIFY(kept());
    QVERIFY(!test::writeNow(program.file));
    QVERIFY(program.journalFiles().isEmpty());
    program.document.setKey("globals", "softfail", "block");
    QTRY_VERIFY(kept());
    QVERIFY(!test::openNow(program.file, program.document.path())); // discarded
    QVERIFY(program.journalFiles().isEmpty());
    // Somebody who never pauses is kept, too.
    for (int i = 0; i < 12 && !kept(); ++i) {
        program.document.setKey("globals", "log_level", std::to_string(i % 5));
        QTest::qWait(600);
    }
    QVERIFY(kept());
}

void SessionFlowTest::passingDocumentsAreNotKept()
{
    test::Gui gui;
    Program program(gui);
    program.edits.setActive(false);
    QVERIFY(!test::openNow(program.file, gui.write(u"config.ini"_s, before)));
    program.document.setKey("globals", "softfail", "tempblock");
    QTest::qWait(1200);
    QVERIFY(program.journalFiles().isEmpty());
    program.edits.setActive(true);
    QTRY_COMPARE(program.journalFiles().size(), 2);
}

void SessionFlowTest::aJournalThatCannotBeWrittenIsToldOnce()
{
    test::Gui gui;
    gui.write(u"unsaved"_s, "not a folder");
    Program program(gui);
    QSignalSpy failed(&program.edits, &UnsavedEdits::failed);
    QVERIFY(!test::openNow(program.file, gui.write(u"config.ini"_s, before)));
    program.document.setKey("globals", "softfail", "tempblock");
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(failed.first().first().toString().contains(u"lost in a crash"_s));
    program.document.setKey("globals", "softfail", "block");
    QTest::qWait(1200);
    QCOMPARE(failed.count(), 1);
}

void SessionFlowTest::theDialogHasNamesAndRoom_data()
{
    QTest::addColumn<bool>("japanese");
    QTest::newRow("en") << false;
    QTest::newRow("ja") << true;
}

void SessionFlowTest::theDialogHasNamesAndRoom()
{
    QFETCH(bool, japanese);
    test::Gui gui;
    gui.language.setChoice(japanese ? words::LanguageChoice::Japanese : words::LanguageChoice::English);
    leaveBehind(Program::journals(gui), gui.write(u"config.ini"_s, before));
    gui.write(u"config.ini"_s, "[globals]\n");
    Program program(gui);
    program.window.resize(1280, 720);
    RecoveryDialog* dialog = program.offer();
    test::settle();
    QCOMPARE(test::missingNames(dialog).join(u'\n'), QString());
    QCOMPARE(test::clippedTexts(dialog).join(u'\n'), QString());
    QCOMPARE(test::duplicateObjectNames(dialog).join(u'\n'), QString());
    click(dialog, "config.recovery.discard");
}

void SessionFlowTest::theWindowComesBackAsItWasLeft()
{
    test::Gui gui;
    QList<int> sizes;
    {
        Program program(gui);
        program.window.resize(1300, 800);
        program.window.showPage(program.config);
        test::settle();
        auto* rows = program.config->findChild<QSplitter*>(u"config.rows"_s);
        rows->setSizes({300, 350});
        sizes = rows->sizes();
        program.config->showTab(ConfigPage::EffectiveTab);
        program.lists->findChild<TabBar*>(u"lists.tabs"_s)->setCurrentIndex(2);
        program.window.showPage(program.lists);
        program.window.close();
    }
    Program program(gui);
    program.window.resize(1300, 800);
    test::settle();
    QVERIFY(program.window.currentPage() == nullptr); // the welcome page until something is open
    program.window.showLastPage();
    QCOMPARE(program.window.currentPage(), program.lists);
    QCOMPARE(program.lists->findChild<TabBar*>(u"lists.tabs"_s)->currentIndex(), 2);
    QCOMPARE(program.config->findChild<TabBar*>(u"config.tabs"_s)->currentIndex(),
             static_cast<int>(ConfigPage::EffectiveTab));
    program.window.showPage(program.config);
    test::settle();
    QCOMPARE(program.config->findChild<QSplitter*>(u"config.rows"_s)->sizes(), sizes);
    // What another version has left does no harm.
    gui.settings.setValue(u"window/page"_s, u"nothing"_s);
    gui.settings.setValue(u"window/geometry"_s, u"?"_s);
    gui.settings.setValue(u"window/tab/config.tabs"_s, 99);
    gui.settings.setValue(u"window/splitter/config.rows"_s, QByteArray("?"));
    Program other(gui);
    other.window.showLastPage();
    QVERIFY(other.window.currentPage() == nullptr);
    QCOMPARE(other.config->findChild<TabBar*>(u"config.tabs"_s)->currentIndex(), 0);
}

void SessionFlowTest::aWindowOutsideOfTheScreenComesBack()
{
    test::Gui gui;
    {
        Program program(gui);
        program.window.move(20'000, -9'000);
        program.window.close();
    }
    const MainWindow window(gui.services);
    const QPoint corner = window.frameGeometry().topLeft();
    QVERIFY2(window.screen()->availableGeometry().contains(corner),
             qPrintable(QStringLiteral("%1 %2").arg(corner.x()).arg(corner.y())));
}

void SessionFlowTest::theEditMenuNamesTheStep()
{
    test::Gui gui;
    Program program(gui);
    QVERIFY(!test::openNow(program.file, gui.write(u"config.ini"_s, before)));
    program.window.showPage(program.config);
    const QAction* undo = program.window.actions().action(u"edit.undo"_s);
    const QAction* redo = program.window.actions().action(u"edit.redo"_s);
    QCOMPARE(undo->text(), u"&Undo"_s);
    program.document.setKey("globals", "block_res", "550 R&D " + std::string(100, 'x'));
    QVERIFY2(undo->text().startsWith(u"&Undo: Set block_res to 550 R&&D xxx"_s), qPrintable(undo->text()));
    QVERIFY(undo->text().size() < 80);
    program.document.undoStack()->undo();
    QCOMPARE(undo->text(), u"&Undo"_s);
    QVERIFY(redo->text().startsWith(u"&Redo: Set block_res"_s));
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--victim"_L1)
        return beVictim(arguments.value(2), arguments.value(3));
    SessionFlowTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "session_flow_test.moc"
