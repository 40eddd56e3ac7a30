// SPDX-License-Identifier: GPL-3.0-or-later
// The settings page and the lists page as a user meets them: clicks, keys, problems, review, both languages.
// SPM_PICTURES=folder writes pictures of what was tested.
#include "tests/support/config_desk.h"
#include "tests/support/gui_fixture.h"
#include "tests/support/sweeps.h"
#include "ui/common/notice_bar.h"
#include "ui/common/problem_row.h"
#include "ui/common/segment.h"
#include "ui/config/actions_card.h"
#include "ui/config/config_page.h"
#include "ui/config/document_header.h"
#include "ui/config/effective_view.h"
#include "ui/config/list_view.h"
#include "ui/config/lists_page.h"
#include "ui/config/raw_text_edit.h"
#include "ui/config/review_dialog.h"
#include "ui/config/section_dialog.h"
#include "ui/config/section_model.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>
#include <QTextBlock>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

/// Both pages on one document, as the main window has them.
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
    QString path;

    explicit Desk(QSize size = {1228, 829})
    {
        QFile source(QStringLiteral(SPM_SOURCE_DIR "/resources/sample/config.ini"));
        if (!source.open(QIODevice::ReadOnly))
            qFatal("no sample");
        path = gui.write(u"config.ini"_s, source.readAll());
        if (test::openNow(file, path))
            qFatal("sample does not open");
        window.addWidget(config);
        window.addWidget(lists);
        QObject::connect(config, &ConfigPage::listRequested, lists, &ListsPage::showList);
        QObject::connect(lists, &Page::showRequested, &window, [this] { window.setCurrentWidget(lists); });
        window.resize(size);
        window.show();
        test::settle();
    }

    Segment* segment(const QString& name) const { return config->findChild<Segment*>(name); }

    void picture(const QString& name)
    {
        const QString folder = qEnvironmentVariable("SPM_PICTURES");
        if (folder.isEmpty())
            return;
        test::settle();
        QDir().mkpath(folder);
        window.grab().save(folder + u'/' + name + u".png"_s);
    }

    static void picture(QWidget& dialog, const QString& name)
    {
        const QString folder = qEnvironmentVariable("SPM_PICTURES");
        test::settle();
        if (!folder.isEmpty())
            dialog.grab().save(folder + u'/' + name + u".png"_s);
    }
};

} // namespace

class ConfigPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClickSetsAnAction();
    void deleteGoesBackToTheDefault();
    void theFilterShowsWhatChanged();
    void theTextFollowsTheFocus();
    void aDomainOverrideIsAdded();
    void theDomainTableHasAMenu();
    void theDomainTableHasKeys();
    void aMailIsExplained();
    void defaultsAreCalledDefaults();
    void reviewShowsOneChangeAndSaves();
    void outsideChangesOfferWaysOut();
    void entriesAreAddedAndRemoved();
    void languageChangesWithNoFileOpen();
    void languageChangesOnThePageShown();
    void structureAndLanguages_data();
    void structureAndLanguages();
};

void ConfigPagesTest::aClickSetsAnAction()
{
    Desk desk;
    Segment* segment = desk.segment(u"config.globals.neutral"_s);
    QVERIFY(!segment->current());
    QCOMPARE(segment->inherited(), std::optional(0));
    QTest::mouseClick(segment->button(2), Qt::LeftButton);
    QCOMPARE(segment->current(), std::optional(2));
    QVERIFY(desk.document.current().bytes().find("neutral = block\n") != std::string::npos);
    desk.document.undoStack()->undo();
    QVERIFY(!segment->current());
    QVERIFY(!desk.document.isModified());
}

void ConfigPagesTest::deleteGoesBackToTheDefault()
{
    Desk desk;
    Segment* segment = desk.segment(u"config.globals.fail"_s);
    segment->button(2)->setFocus();
    QTest::keyClick(segment->button(2), Qt::Key_Delete);
    QVERIFY(!segment->current());
    QVERIFY(desk.document.isKeyModified("globals", "fail"));
}

void ConfigPagesTest::theFilterShowsWhatChanged()
{
    Desk desk;
    auto* card = desk.config->findChild<ActionsCard*>();
    QCOMPARE(card->shownRows(), 7);
    card->setShown(ShownFields::Modified);
    QCOMPARE(card->shownRows(), 0);
    desk.document.setKey("enforce_actions", "none", "block");
    QCOMPARE(card->shownRows(), 1);
    card->setShown(ShownFields::Problems);
    QVERIFY(card->shownRows() >= 1); // temperror = block
    card->setShown(ShownFields::All);
    QCOMPARE(card->shownRows(), 7);
}

void ConfigPagesTest::theTextFollowsTheFocus()
{
    Desk desk;
    auto* text = desk.config->findChild<RawTextEdit*>();
    desk.config->showField({"globals", "temperror"});
    QVERIFY(text->textCursor().block().text().startsWith(u"temperror"_s));
    desk.config->showField({"enforce_actions", "softfail"});
    QVERIFY(text->textCursor().block().text().startsWith(u"softfail"_s));
    desk.config->showField({"globals", "enforce_ip"}); // lives on the other page
    QCOMPARE(desk.window.currentWidget(), desk.lists);
}

void ConfigPagesTest::aDomainOverrideIsAdded()
{
    Desk desk;
    desk.config->findChild<QPushButton*>(u"config.domains.add"_s)->click();
    auto* dialog = desk.window.findChild<SectionDialog*>();
    QVERIFY(dialog != nullptr);
    auto* apply = dialog->findChild<QPushButton*>(u"config.sectionDialog.apply"_s);
    auto* name = dialog->findChild<QLineEdit*>(u"config.sectionDialog.name"_s);
    QVERIFY(!apply->isEnabled());
    name->setText(u"*.example.jp"_s); // there already
    QVERIFY(!apply->isEnabled());
    name->setText(u"not a domain"_s);
    QVERIFY(!apply->isEnabled());
    name->setText(u"shop.example.org"_s);
    QVERIFY(apply->isEnabled());
    dialog->findChild<Segment*>(u"config.sectionDialog.fail"_s)->button(1)->click();
    desk.picture(*dialog, u"config-domain"_s);
    apply->click();
    QVERIFY(QString::fromStdString(desk.document.current().bytes())
                .endsWith(u"[shop.example.org]\nfail = tempblock\n"_s));
    QCOMPARE(desk.document.undoText(), u"Add section [shop.example.org]"_s);
    desk.document.undoStack()->undo();
    QVERIFY(!desk.document.isModified());
}

void ConfigPagesTest::theDomainTableHasAMenu()
{
    Desk desk;
    auto* table = desk.config->findChild<QTableView*>(u"config.domains.table"_s);
    QVERIFY(table->model()->rowCount() >= 2);
    const auto menu = [&] {
        QContextMenuEvent event(QContextMenuEvent::Keyboard, table->rect().center(),
                                table->mapToGlobal(table->rect().center()));
        QApplication::sendEvent(table->viewport(), &event);
        QStringList texts;
        for (QMenu* each : table->findChildren<QMenu*>()) {
            for (const QAction* action : each->actions()) {
                if (action->isEnabled() && !action->isSeparator())
                    texts += action->text();
            }
            each->close();
        }
        test::settle();
        return texts.join(u' ');
    };
    table->selectRow(0);
    QVERIFY2(menu().startsWith(u"Change Duplicate Remove Copy"_s), qPrintable(menu()));
    table->selectAll();
    QVERIFY2(!menu().contains(u"Change"_s), qPrintable(menu()));
}

void ConfigPagesTest::theDomainTableHasKeys()
{
    Desk desk;
    desk.window.setCurrentWidget(desk.config);
    auto* table = desk.config->findChild<QTableView*>(u"config.domains.table"_s);
    const int before = table->model()->rowCount();
    table->setFocus();
    table->selectRow(0);
    QTest::keyClick(table, Qt::Key_Delete);
    QCOMPARE(table->model()->rowCount(), before - 1);
    table->selectRow(0);
    QTest::keyClick(table, Qt::Key_F2);
    QVERIFY(desk.window.findChild<SectionDialog*>() != nullptr);
}

void ConfigPagesTest::aMailIsExplained()
{
    Desk desk;
    auto* view = desk.config->findChild<EffectiveView*>();
    view->setMail(u"a@sub.sakura-bank.example"_s, u"203.0.113.99"_s);
    QVERIFY(view->chain().contains(u"*.sakura-bank.example"_s));
    desk.config->showTab(ConfigPage::EffectiveTab);
    desk.picture(u"config-effective"_s);
    desk.config->showTab(ConfigPage::HelpTab);
    desk.picture(u"config-help"_s);
}

void ConfigPagesTest::defaultsAreCalledDefaults()
{
    test::Gui gui;
    qtio::LocalFileStore store;
    qtio::LocalFiles files{store};
    ConfigDocument document;
    ConfigFile file{document, files};
    EffectiveView view(document);
    view.resize(1000, 180);
    view.show();
    view.setMail(u"a@example.com"_s, u"203.0.113.99"_s);
    auto* said = view.findChild<ProblemRow*>(u"config.effective.defaults"_s);
    QVERIFY(said->isVisible());
    QVERIFY(said->sentence().contains(u"No config.ini is open"_s));
    QSignalSpy asked(&view, &EffectiveView::openRequested);
    said->findChild<QPushButton*>()->click();
    QCOMPARE(asked.count(), 1);
    QVERIFY(!test::openNow(file, gui.write(u"config.ini"_s, "[global]\n")));
    QVERIFY(!said->isVisible());
}

void ConfigPagesTest::reviewShowsOneChangeAndSaves()
{
    Desk desk;
    const std::string before = desk.document.current().bytes();
    desk.document.setKey("enforce_actions", "softfail", "tempblock");
    auto* button = desk.config->findChild<QPushButton*>(u"config.saveButton"_s);
    QVERIFY(button->isEnabled());
    button->click();
    auto* dialog = desk.window.findChild<ReviewDialog*>();
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->findChild<QTableView*>(u"config.review.changes"_s)->model()->rowCount(), 1);
    desk.picture(*dialog, u"save-diff"_s);
    dialog->reject();
    QVERIFY(desk.document.isModified());
    test::settle();
    button->click();
    desk.window.findChild<ReviewDialog*>()->saveButton()->click();
    QVERIFY(!desk.document.isModified());
    QFile file(desk.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().toStdString(), desk.document.current().bytes());
    QVERIFY(desk.document.current().bytes() != before);
    QVERIFY(!button->isEnabled());
}

void ConfigPagesTest::outsideChangesOfferWaysOut()
{
    Desk desk;
    desk.document.setKey("globals", "fail", "bypass");
    auto* header = desk.config->findChild<DocumentHeader*>();
    QVERIFY(header->diskNotice().isHidden());
    desk.gui.write(u"config.ini"_s, "[globals]\nfail = tempblock\n");
    desk.file.checkDisk();
    test::settle();
    QVERIFY(!header->diskNotice().isHidden());
    QCOMPARE(header->diskNotice().findChildren<QPushButton*>().size(), 3); // compare, reload, keep mine
    desk.picture(u"config-stale"_s);
    QVERIFY(!test::reloadNow(desk.file));
    QVERIFY(header->diskNotice().isHidden());
    QCOMPARE(desk.segment(u"config.globals.fail"_s)->current(), std::optional(1));
}

void ConfigPagesTest::entriesAreAddedAndRemoved()
{
    Desk desk;
    desk.lists->showList("white_ip");
    ListView& list = desk.lists->list("white_ip");
    const int before = list.model().rowCount();
    auto* entry = list.findChild<QLineEdit*>(u"lists.white_ip.entry"_s);
    entry->setText(
        u"198.51.100.20\n203.0.113.0/33 203.0.113.64-203.0.113.79,172.16.0.0/12 2001:db8:25::/48"_s);
    list.findChild<QPushButton*>(u"lists.white_ip.add"_s)->click();
    desk.lists->window()->findChild<QPushButton*>(u"lists.import.add"_s)->click();
    QCOMPARE(list.model().rowCount(), before + 4);
    QVERIFY(entry->text().isEmpty());
    desk.picture(u"config-lists"_s);
    auto* table = list.findChild<QTableView*>(u"lists.white_ip.table"_s);
    table->setFocus();
    table->selectRow(before);
    QTest::keyClick(table, Qt::Key_Delete);
    QCOMPARE(list.model().rowCount(), before + 3);
    desk.lists->findChild<QLineEdit*>(u"lists.lookUp"_s)->setText(u"192.0.2.77"_s);
    QVERIFY(test::visibleTexts(desk.lists).join(u'\n').contains(u"192.0.2.0/24"_s));
    while (desk.document.undoStack()->canUndo())
        desk.document.undoStack()->undo();
    QVERIFY(!desk.document.isModified());
}

/// Nobody has looked at the page yet: none of its parts is chosen.
void ConfigPagesTest::languageChangesWithNoFileOpen()
{
    test::Gui gui;
    qtio::LocalFileStore store;
    qtio::LocalFiles files(store);
    ConfigDocument document;
    ConfigFile file(document, files);
    QStackedWidget window;
    TestMails mails(file);
    auto* flow = new SaveFlow(file, mails, gui.services, &window);
    auto* other = new QWidget;
    auto* config = new ConfigPage(document, *flow, mails);
    window.addWidget(other);
    window.addWidget(config);
    window.show();
    QSignalSpy left(config, &ConfigPage::listRequested);
    for (const auto choice : {words::LanguageChoice::Japanese, words::LanguageChoice::English}) {
        gui.language.setChoice(choice);
        test::settle();
    }
    QCOMPARE(config->title(), u"Policy settings"_s);
    window.setCurrentWidget(config);
    gui.language.setChoice(words::LanguageChoice::Japanese);
    test::settle();
    QCOMPARE(left.count(), 0);
}

/// The lists are parts of the settings that are on another page.
void ConfigPagesTest::languageChangesOnThePageShown()
{
    Desk desk;
    desk.config->showField({"globals", "enforce_ip"});
    QCOMPARE(desk.window.currentWidget(), desk.lists);
    desk.window.setCurrentWidget(desk.config);
    desk.gui.language.setChoice(words::LanguageChoice::Japanese);
    test::settle();
    QCOMPARE(desk.window.currentWidget(), desk.config);
}

void ConfigPagesTest::structureAndLanguages_data()
{
    QTest::addColumn<bool>("japanese");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    QTest::newRow("en.light") << false << false << QSize(1228, 829);
    QTest::newRow("en.dark") << false << true << QSize(1228, 829);
    QTest::newRow("ja.light") << true << false << QSize(1228, 829);
    QTest::newRow("ja.light.1280x720") << true << false << QSize(1224, 649);
    QTest::newRow("ja.dark") << true << true << QSize(1228, 829);
}

void ConfigPagesTest::structureAndLanguages()
{
    QFETCH(bool, japanese);
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    Desk desk(size);
    desk.gui.theme.setChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
    desk.gui.language.setChoice(japanese ? words::LanguageChoice::Japanese : words::LanguageChoice::English);
    desk.document.setKey("globals", "log_level", "4");
    desk.document.setKey("enforce_actions", "softfail", "tempblock");
    test::settle();
    const QString tag = QLatin1String(QTest::currentDataTag());
    for (QWidget* page : std::initializer_list<QWidget*>{desk.config, desk.lists}) {
        desk.window.setCurrentWidget(page);
        test::settle();
        desk.picture((page == desk.config ? u"config."_s : u"lists."_s) + tag);
        QCOMPARE(test::missingNames(page).join(u'\n'), QString());
        QCOMPARE(test::clippedTexts(page).join(u'\n'), QString());
        QCOMPARE(test::duplicateObjectNames(page).join(u'\n'), QString());
    }
    ReviewDialog* dialog = desk.flow->review([](bool) {});
    desk.picture(*dialog, u"save-diff."_s + tag);
    QCOMPARE(test::missingNames(dialog).join(u'\n'), QString());
    QCOMPARE(test::clippedTexts(dialog).join(u'\n'), QString());
    dialog->close();
    test::settle();
    desk.gui.theme.setChoice(ThemeChoice::Light);
}

QTEST_MAIN(ConfigPagesTest)
#include "pages_test.moc"
