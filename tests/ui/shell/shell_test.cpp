// SPDX-License-Identifier: GPL-3.0-or-later
// The frame with two pages of straw: navigation, languages, themes, unsaved changes, search, recent files.
#include "tests/support/gui_fixture.h"
#include "tests/support/sweeps.h"
#include "ui/common/open_document.h"
#include "ui/common/page_header.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/main_window.h"
#include "ui/shell/rail.h"
#include "ui/shell/recent_files.h"
#include "ui/shell/screenshot_tour.h"
#include "ui/shell/status_bar.h"

#include <QBoxLayout>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

namespace {

class StrawPage final : public ui::Page
{
public:
    StrawPage(const QString& id, ui::PageGroup group, bool edits)
        : Page({id, QStringLiteral("settings-page"), group}),
          m_header(new ui::PageHeader),
          m_button(new QPushButton)
    {
        auto* column = new QVBoxLayout(this);
        column->addWidget(m_header);
        column->addWidget(m_button);
        column->addStretch(1);
        m_button->setObjectName(id + QStringLiteral(".button"));
        if (edits)
            m_stack = new QUndoStack(this);
        retranslate();
    }

    [[nodiscard]] QString title() const override { return info().id; }

    [[nodiscard]] ui::StatusLine status() const override
    {
        return m_stack == nullptr ? ui::StatusLine{}
                                  : ui::StatusLine{{{QStringLiteral("errors"),
                                                     QStringLiteral("error"),
                                                     QStringLiteral("0 errors"),
                                                     &ui::Tokens::secondaryText,
                                                     {}}},
                                                   {}};
    }

    [[nodiscard]] QUndoStack* undoStack() const override { return m_stack; }

    [[nodiscard]] QList<ui::SearchHit> search(const QString& words) const override
    {
        if (!QStringLiteral("softfail").contains(words))
            return {};
        return {{ui::SearchHit::Kind::Setting,
                 QStringLiteral("settings-page"),
                 QStringLiteral("softfail"),
                 {},
                 [this] { ++found; }}};
    }

    void count(const QString& text) { setBadge(text, ui::Level::Warning); }

    mutable int found = 0;

protected:
    void retranslate() override
    {
        m_header->setTitle(title());
        m_button->setText(title());
    }

private:
    ui::PageHeader* m_header;
    QPushButton* m_button;
    QUndoStack* m_stack = nullptr;
};

class StrawDocument final : public ui::OpenDocument
{
public:
    [[nodiscard]] QString path() const override { return QStringLiteral("/etc/spf/config.ini"); }

    [[nodiscard]] bool isModified() const override { return modified; }

    [[nodiscard]] bool isReadOnly() const override { return false; }

    void save(std::function<void(bool)> done) override
    {
        ++saves;
        modified = false;
        Q_EMIT changed();
        done(true);
    }

    bool modified = false;
    int saves = 0;
};

struct Window
{
    test::Gui gui;
    ui::MainWindow window{gui.services};
    StrawPage* config = new StrawPage(QStringLiteral("config"), ui::PageGroup::Policy, true);
    StrawPage* simulator = new StrawPage(QStringLiteral("simulator"), ui::PageGroup::Verify, false);
    StrawDocument document;

    Window()
    {
        window.addPage(config);
        window.addPage(simulator);
        window.setDocument(&document);
        window.resize(1440, 900);
        window.show();
    }

    void trigger(const char* id) { window.actions().action(QLatin1String(id))->trigger(); }

    QString statusText() const
    {
        QStringList texts;
        for (const QAbstractButton* each :
             window.findChild<ui::StatusBar*>()->findChildren<QAbstractButton*>()) {
            if (!each->objectName().isEmpty())
                texts += each->text();
        }
        return texts.join(u'|');
    }
};

} // namespace

class ShellTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void startsOnTheWelcomePage();
    void pagesAreReachedByRailKeysAndName();
    void railFoldsInANarrowWindow();
    void statusOfTheSettingsStandsInForPagesWithout();
    void undoFollowsThePageInFront();
    void titleCarriesTheStar();
    void closingAsksAboutUnsavedChanges();
    void languageSwitchesWhileRunning();
    void themeSwitchesWhileRunningAndIsRemembered();
    void paletteFindsCommandsInBothLanguages();
    void paletteFindsWhatPagesKnow();
    void recentFilesAreKeptNewestFirst();
    void openingGoesThroughTheFilePicker();
    void panesAreCycledByF6();
    void sweeps_data();
    void sweeps();
    void tourWritesEveryPicture();
};

void ShellTest::startsOnTheWelcomePage()
{
    Window w;
    QVERIFY(w.window.currentPage() == nullptr);
    QVERIFY(w.window.findChild<QWidget*>(QStringLiteral("welcome.page"))->isVisible());
    QVERIFY(!w.window.findChild<ui::Rail*>()->isVisible());
    QSignalSpy sample(&w.window, &ui::MainWindow::sampleRequested);
    w.window.findChild<QAbstractButton*>(QStringLiteral("welcome.sample"))->click();
    QCOMPARE(sample.size(), 1);
}

void ShellTest::pagesAreReachedByRailKeysAndName()
{
    Window w;
    QVERIFY(w.window.showPage(QStringLiteral("config")));
    QCOMPARE(w.window.currentPage(), w.config);
    QVERIFY(!w.window.showPage(QStringLiteral("fleet")));
    w.window.findChild<QAbstractButton*>(QStringLiteral("rail.simulator"))->click();
    QCOMPARE(w.window.currentPage(), w.simulator);
    QCOMPARE(w.window.actions().action(QStringLiteral("go.config"))->shortcut(),
             QKeySequence(QStringLiteral("Ctrl+1")));
    w.trigger("go.config");
    QCOMPARE(w.window.currentPage(), w.config);
    w.config->count(QStringLiteral("3"));
    QVERIFY(
        w.window.findChild<QAbstractButton*>(QStringLiteral("rail.config"))->accessibleName().contains(u'3'));
}

void ShellTest::railFoldsInANarrowWindow()
{
    Window w;
    w.window.showPage(w.config);
    QVERIFY(!w.window.findChild<ui::Rail*>()->isFolded());
    w.window.resize(1280, 720);
    test::settle();
    auto* rail = w.window.findChild<ui::Rail*>();
    QVERIFY(rail->isFolded());
    QCOMPARE(rail->width(), 56);
    QCOMPARE(w.window.findChild<QAbstractButton*>(QStringLiteral("rail.config"))->toolTip(),
             QStringLiteral("config"));
}

void ShellTest::statusOfTheSettingsStandsInForPagesWithout()
{
    Window w;
    w.window.showPage(w.simulator);
    QVERIFY2(w.statusText().contains(QStringLiteral("0 errors")), qPrintable(w.statusText()));
    w.window.showWelcome();
    QVERIFY(!w.statusText().contains(QStringLiteral("0 errors")));
}

void ShellTest::undoFollowsThePageInFront()
{
    Window w;
    QAction* undo = w.window.actions().action(QStringLiteral("edit.undo"));
    w.window.showPage(w.config);
    QVERIFY(!undo->isEnabled());
    w.config->undoStack()->push(new QUndoCommand(QStringLiteral("Set fail")));
    QVERIFY(undo->isEnabled());
    QVERIFY(undo->toolTip().contains(QStringLiteral("Set fail")));
    QVERIFY(undo->text().contains(QStringLiteral("Set fail")));
    undo->trigger();
    QVERIFY(!undo->isEnabled());
    QVERIFY(w.window.actions().action(QStringLiteral("edit.redo"))->isEnabled());
}

void ShellTest::titleCarriesTheStar()
{
    Window w;
    QCOMPARE(w.window.windowTitle(), QStringLiteral("config.ini[*] - SPF Policy Manager"));
    QVERIFY(!w.window.isWindowModified());
    w.document.modified = true;
    Q_EMIT w.document.changed();
    QVERIFY(w.window.isWindowModified());
}

void ShellTest::closingAsksAboutUnsavedChanges()
{
    Window w;
    w.document.modified = true;
    w.gui.prompter.answerNext(-1);
    QVERIFY(!w.window.close());
    QVERIFY(w.window.isVisible());
    w.gui.prompter.answerNext(1);
    w.window.close();
    QCOMPARE(w.document.saves, 1);
    QTRY_VERIFY(!w.window.isVisible());
    QCOMPARE(w.gui.prompter.asked().size(), 2);
    for (const QString& answer : w.gui.prompter.asked().first().answers)
        QVERIFY(answer != QLatin1String("OK"));
}

void ShellTest::languageSwitchesWhileRunning()
{
    Window w;
    w.window.showPage(w.config);
    w.gui.language.setChoice(words::LanguageChoice::Japanese);
    test::settle();
    const QStringList first = test::visibleTexts(&w.window);
    QVERIFY(std::ranges::any_of(first, test::hasJapanese));
    w.trigger("view.language");
    test::settle();
    for (const QString& text : test::visibleTexts(&w.window))
        QVERIFY2(!test::hasJapanese(text), qPrintable(text));
    QCOMPARE(w.gui.settings.value(QStringLiteral("language")).toString(), QStringLiteral("en"));
    w.trigger("view.language");
    test::settle();
    QCOMPARE(test::visibleTexts(&w.window), first);
}

void ShellTest::themeSwitchesWhileRunningAndIsRemembered()
{
    Window w;
    const QRgb before = w.window.grab().toImage().pixel(700, 500);
    w.trigger("view.theme");
    QCOMPARE(w.gui.theme.scheme(), ui::Scheme::Dark);
    QCOMPARE(w.gui.settings.value(QStringLiteral("theme")).toString(), QStringLiteral("dark"));
    QVERIFY(qGray(before) > 200);
    QVERIFY(qGray(w.window.grab().toImage().pixel(700, 500)) < 60);
}

void ShellTest::paletteFindsCommandsInBothLanguages()
{
    Window w;
    w.trigger("view.palette");
    ui::CommandPalette& palette = w.window.palette();
    QVERIFY(palette.isVisible());
    const auto hits = [&] {
        QStringList texts;
        for (int row = 0; row < palette.list()->model()->rowCount(); ++row)
            texts += palette.list()->model()->index(row, 0).data().toString();
        return texts;
    };
    palette.input()->setText(QStringLiteral(">theme"));
    QVERIFY(hits().contains(QStringLiteral("Light or dark theme")));
    palette.input()->setText(QStringLiteral("テーマ"));
    QVERIFY(hits().contains(QStringLiteral("Light or dark theme")));
    palette.input()->setText(QStringLiteral("Light or dark"));
    QTest::keyClick(palette.input(), Qt::Key_Return);
    QVERIFY(!palette.isVisible());
    QCOMPARE(w.gui.theme.scheme(), ui::Scheme::Dark);
    w.trigger("view.palette");
    QTest::keyClick(palette.input(), Qt::Key_Escape);
    QVERIFY(!palette.isVisible());
}

void ShellTest::paletteFindsWhatPagesKnow()
{
    Window w;
    w.window.palette().open(QStringLiteral("#soft"));
    QTest::keyClick(w.window.palette().input(), Qt::Key_Return);
    QCOMPARE(w.config->found, 1);
}

void ShellTest::recentFilesAreKeptNewestFirst()
{
    test::Gui gui;
    ui::RecentFiles recent(gui.settings);
    for (int i = 0; i < 15; ++i)
        recent.add(QStringLiteral("/etc/%1.ini").arg(i), gui.time.addDays(i));
    recent.add(QStringLiteral("/etc/7.ini"), gui.time.addDays(30));
    QCOMPARE(recent.files().size(), ui::RecentFiles::most);
    QCOMPARE(recent.files().first().path, QStringLiteral("/etc/7.ini"));
    recent.remove(QStringLiteral("/etc/7.ini"));
    QCOMPARE(recent.files().first().path, QStringLiteral("/etc/14.ini"));
}

void ShellTest::openingGoesThroughTheFilePicker()
{
    Window w;
    QSignalSpy config(&w.window, &ui::MainWindow::configRequested);
    w.trigger("file.open"); // cancelled
    QCOMPARE(config.size(), 0);
    w.gui.filePicker.chooseNext(QStringLiteral("/etc/config.ini"));
    w.trigger("file.open");
    QCOMPARE(config.size(), 1);
    w.document.modified = true;
    w.gui.filePicker.chooseNext(QStringLiteral("/etc/other.ini"));
    w.gui.prompter.answerNext(-1);
    w.trigger("file.open");
    QCOMPARE(config.size(), 1);
}

void ShellTest::panesAreCycledByF6()
{
    Window w;
    w.window.showPage(w.config);
    w.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&w.window));
    auto* button = w.config->findChild<QPushButton*>();
    button->setFocus();
    w.trigger("view.nextPane");
    QVERIFY(w.window.findChild<ui::Rail*>()->isAncestorOf(QApplication::focusWidget()));
    w.trigger("view.nextPane");
    QCOMPARE(QApplication::focusWidget(), button);
}

void ShellTest::sweeps_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("page");
    for (const char* language : {"en", "ja", "pseudo"}) {
        for (const char* page : {"welcome", "config"})
            QTest::addRow("%s %s", language, page)
                << QString::fromLatin1(language) << QString::fromLatin1(page);
    }
}

void ShellTest::sweeps()
{
    QFETCH(QString, language);
    QFETCH(QString, page);
    Window w;
    test::PseudoTranslator pseudo;
    w.gui.language.setChoice(
        words::choiceFromCode(language == QLatin1String("pseudo") ? QStringLiteral("en") : language));
    if (language == QLatin1String("pseudo"))
        QCoreApplication::installTranslator(&pseudo);
    w.window.showPage(page);
    for (const QSize size : {QSize(1440, 900), QSize(1280, 720)}) {
        w.window.resize(size);
        test::settle();
        const QStringList faults = test::allFaults(&w.window);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
    w.trigger("help.contents");
    auto* help = w.window.findChild<QDialog*>();
    QVERIFY(help != nullptr);
    test::settle();
    QCOMPARE(test::allFaults(help), QStringList());
    help->close();
}

void ShellTest::tourWritesEveryPicture()
{
    Window w;
    ui::ScreenshotTour::Plan plan;
    plan.folder = w.gui.folder.filePath(QStringLiteral("tour"));
    plan.themes = {QStringLiteral("light")};
    ui::ScreenshotTour tour(w.window, w.gui.language, w.gui.theme, plan);
    QVERIFY2(tour.run(), qPrintable(tour.error()));
    const QStringList files = QDir(plan.folder).entryList({QStringLiteral("*.png")});
    // welcome, two pages, palette, help: in two languages and two sizes
    QCOMPARE(files.size(), 5 * 2 * 2);
    plan.folder = w.gui.write(QStringLiteral("file"), "x") + QStringLiteral("/below");
    ui::ScreenshotTour impossible(w.window, w.gui.language, w.gui.theme, plan);
    QVERIFY(!impossible.run());
    QVERIFY(!impossible.error().isEmpty());
}

QTEST_MAIN(ShellTest)
#include "shell_test.moc"
