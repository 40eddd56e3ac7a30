// SPDX-License-Identifier: GPL-3.0-or-later
// The filter of the mail log page: line and chips are one expression, completion knows the log, every change
// is a step that can be taken back, top lists agree with the rows, and snapshots that grow keep what is
// chosen.
#include "core/maillog/reader.h"
#include "tests/support/gui_fixture.h"
#include "tests/support/sweeps.h"
#include "ui/common/completion_popup.h"
#include "ui/common/filter_chip.h"
#include "ui/common/problem_row.h"
#include "ui/common/validated_line_edit.h"
#include "ui/maillog/check_model.h"
#include "ui/maillog/check_table.h"
#include "ui/maillog/filter_menu.h"
#include "ui/maillog/maillog_page.h"
#include "ui/maillog/top_list_card.h"
#include "ui/maillog/top_list_dialog.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QHeaderView>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

const QString sampleLog = QStringLiteral(SPM_SOURCE_DIR "/resources/sample/maillog");

/// The page with the sample log read and its first view shown.
struct OpenPage
{
    test::Gui gui;
    MaillogPage page{gui.services};
    ValidatedLineEdit* line = page.findChild<ValidatedLineEdit*>(u"maillog.filter"_s);

    OpenPage()
    {
        page.resize(1228, 832);
        page.show();
        (void)QTest::qWaitForWindowActive(&page);
        QSignalSpy shown(&page.browser(), &LogBrowser::viewChanged);
        page.openLogs({sampleLog});
        (void)QTest::qWaitFor([&shown] { return shown.count() > 0; });
    }

    /// Does something and waits for the view that follows.
    template <class Work>
    void after(const Work& work)
    {
        QSignalSpy shown(&page.browser(), &LogBrowser::viewChanged);
        work();
        (void)QTest::qWaitFor([&shown] { return shown.count() > 0; });
    }

    [[nodiscard]] QList<FilterChip*> chips()
    {
        test::settle();
        return page.findChildren<FilterChip*>();
    }

    void type(const QString& text)
    {
        line->setFocus();
        QTest::keyClicks(line, text);
    }
};

QByteArray checkLine(int number, const char* result)
{
    const QTime time = QTime(10, 0).addSecs(number / 20);
    const QByteArray domain = 'd' + QByteArray::number(number % 7) + ".example";
    return "2025-11-21T" + time.toString(u"HH:mm:ss"_s).toLatin1() +
           "+09:00 mx1 SPFPolicyd[9]: action=bypass result=" + result +
           " identity=mailfrom domain=" + domain + " client-ip=192.0.2." + QByteArray::number(number % 200) +
           " helo=h.example envelope-from=<x@" + domain +
           "> to=<y@example.jp> rule=globals.pass instance=" + QByteArray::number(number) + " queue-id=\n";
}

/// A log that grows, without files behind it.
struct GrowingLog
{
    maillog::Log log;
    maillog::Reader reader{log, log.addSource(), {}};
    int lines = 0;

    qtio::LoadedLogs grown(int count)
    {
        for (int i = 0; i < count; ++i, ++lines) {
            const QByteArray line = checkLine(lines, lines % 3 == 0 ? "fail" : "pass");
            reader.feed({line.constData(), static_cast<std::size_t>(line.size())});
        }
        qtio::LoadedLogs loaded;
        loaded.log = std::make_shared<const maillog::Log>(log);
        loaded.sources.push_back({u"grown"_s, {}, false, nullptr});
        return loaded;
    }
};

} // namespace

class FilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLineShowsWhatItThinks();
    void chipsAreTheExpression_data();
    void chipsAreTheExpression();
    void aChipIsEditedInItsPlace();
    void recentFiltersComeBack();
    void savedFiltersHaveNames();
    void theFilterIsACommand();
    void fieldsAndNamesAreCompleted();
    void stepsLeadBack();
    void topListsAgreeWithTheRows_data();
    void topListsAgreeWithTheRows();
    void entriesNarrow();
    void allNamesAreListed();
    void columnsAreRemembered();
    void newestFirstTurnsTheRows();
    void timesOfCellsBecomeBounds();
    void snapshotsKeepWhatIsChosen();
    void anotherLogIsAnotherView();
    void longTablesGoByKeys();
};

void FilterTest::theLineShowsWhatItThinks()
{
    OpenPage open;
    QCOMPARE(open.line->state(), ValidatedLineEdit::State::Plain);
    open.type(u"result:fial"_s);
    QCOMPARE(open.line->state(), ValidatedLineEdit::State::Bad);
    auto* problem = open.page.findChild<ProblemRow*>();
    QVERIFY(problem->isVisible());
    QVERIFY(problem->sentence().contains(u"fial"_s));
    Q_EMIT problem->fixRequested();
    QCOMPARE(open.line->text(), u"result:fail"_s);
    QCOMPARE(open.line->state(), ValidatedLineEdit::State::Good);
    QVERIFY(!problem->isVisible());
    open.line->setText(u"result:fail ip:300.1.1.1"_s);
    QCOMPARE(open.line->state(), ValidatedLineEdit::State::Bad);
    Q_EMIT problem->fixRequested(); // no cure is near: the place
    QCOMPARE(open.line->selectedText(), u"300.1.1.1"_s);
    QTest::keyClick(open.line, Qt::Key_Escape);
    QTest::keyClick(open.line, Qt::Key_Escape);
    QCOMPARE(open.line->text(), QString());
    QCOMPARE(open.line->state(), ValidatedLineEdit::State::Plain);
}

void FilterTest::chipsAreTheExpression_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QStringList>("terms");
    QTest::newRow("one") << u"result:fail"_s << QStringList{u"result:fail"_s};
    QTest::newRow("the same field twice")
        << u"result:fail result:softfail"_s << QStringList{u"result:fail"_s, u"result:softfail"_s};
    QTest::newRow("not") << u"-ip:203.0.113.0/24 domain:*.example"_s
                         << QStringList{u"-ip:203.0.113.0/24"_s, u"domain:*.example"_s};
    QTest::newRow("quotes and words") << u"\"two words\" 日本 text:/a b/i"_s
                                      << QStringList{u"\"two words\""_s, u"日本"_s, u"text:/a b/i"_s};
}

void FilterTest::chipsAreTheExpression()
{
    QFETCH(const QString, expression);
    QFETCH(const QStringList, terms);
    OpenPage open;
    open.page.filter().setExpression(expression);
    QCOMPARE(open.page.filter().state().terms, terms);
    QCOMPARE(open.page.filter().expression(), expression);
    QCOMPARE(open.chips().size(), terms.size());
    QVERIFY(open.line->text().isEmpty());
    const QStringList faults = test::allFaults(&open.page);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void FilterTest::aChipIsEditedInItsPlace()
{
    OpenPage open;
    open.page.filter().setExpression(u"result:fail host:mx1 -action:skip"_s);
    QTest::keyClick(open.chips().at(1), Qt::Key_Return);
    QCOMPARE(open.line->text(), u"host:mx1"_s);
    QCOMPARE(open.chips().size(), 2);
    QTest::keyClick(open.line, Qt::Key_Escape); // as if nothing was
    QCOMPARE(open.page.filter().expression(), u"result:fail host:mx1 -action:skip"_s);
    open.chips().at(1)->click();
    open.line->setText(u"host:mx2"_s);
    QTest::keyClick(open.line, Qt::Key_Return);
    QCOMPARE(open.page.filter().expression(), u"result:fail host:mx2 -action:skip"_s);
    QTest::keyClick(open.chips().at(0), Qt::Key_Delete);
    QCOMPARE(open.page.filter().expression(), u"host:mx2 -action:skip"_s);
    open.line->setText(u"rule:globals.fail"_s); // what is typed is not lost
    open.chips().at(0)->click();
    QCOMPARE(open.line->text(), u"host:mx2"_s);
    QCOMPARE(open.page.filter().state().terms, (QStringList{u"-action:skip"_s, u"rule:globals.fail"_s}));
}

void FilterTest::recentFiltersComeBack()
{
    OpenPage open;
    for (int i = 0; i < 12; ++i) {
        open.page.filter().setExpression(u"host:mx%1"_s.arg(i));
    }
    FilterStore store(open.gui.settings);
    QCOMPARE(store.recent().size(), 10);
    QCOMPARE(store.recent().first(), u"host:mx11"_s);
    open.page.filter().addTerm(u"result:fail"_s); // goes on from the newest
    QCOMPARE(store.recent().first(), u"host:mx11 result:fail"_s);
    QCOMPARE(store.recent().at(1), u"host:mx10"_s);
    open.line->setFocus();
    QTest::keyClick(open.line, Qt::Key_Up);
    QTest::keyClick(open.line, Qt::Key_Up);
    QCOMPARE(open.line->text(), u"host:mx10"_s);
    QVERIFY(open.chips().isEmpty());
    QTest::keyClick(open.line, Qt::Key_Escape);
    QCOMPARE(open.page.filter().expression(), u"host:mx11 result:fail"_s);
    QTest::keyClick(open.line, Qt::Key_Up);
    QTest::keyClick(open.line, Qt::Key_Up);
    QTest::keyClick(open.line, Qt::Key_Return);
    QCOMPARE(open.page.filter().state().terms, QStringList{u"host:mx10"_s});
}

void FilterTest::savedFiltersHaveNames()
{
    OpenPage open;
    FilterStore store(open.gui.settings);
    FilterMenu menu(store);
    menu.setExpression(u"result:fail"_s);
    Q_EMIT menu.aboutToShow();
    QVERIFY(!test::visibleTexts(&menu).contains(u"Saved filters"_s));
    store.save(u"Fails & more"_s, u"result:fail"_s);
    store.save(u"日本"_s, u"domain:*.jp"_s);
    Q_EMIT menu.aboutToShow();
    QSignalSpy chosen(&menu, &FilterMenu::chosen);
    for (QAction* action : menu.actions()) {
        if (action->text() == u"Fails && more"_s) {
            action->trigger();
        }
    }
    QCOMPARE(chosen.value(0).value(0).toString(), u"result:fail"_s);
    store.remove(u"日本"_s);
    QCOMPARE(store.saved().keys(), QStringList{u"Fails & more"_s});

    SaveFilterDialog dialog(u"result:fail"_s, store.saved().keys(), &open.page);
    QSignalSpy named(&dialog, &SaveFilterDialog::named);
    dialog.open();
    auto* name = dialog.findChild<QLineEdit*>(u"maillog.saveFilter.name"_s);
    QTest::keyClicks(name, u"  "_s);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(named.count(), 0);
    QTest::keyClicks(name, u"night"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(named.value(0).value(0).toString(), u"night"_s);
}

void FilterTest::theFilterIsACommand()
{
    QCOMPARE(filterCommand({u"/var/log/mail log"_s}, u"from:\"it's\""_s),
             u"spfpolicy log events '/var/log/mail log' --filter 'from:\"it'\\''s\"'"_s);
    OpenPage open;
    open.page.filter().setExpression(u"result:fail"_s);
    open.page.filter().setSpan(TimeSpan{1'763'661'600'000, 1'763'665'200'000}, 540);
    QCOMPARE(open.page.filter().wholeExpression(),
             u"result:fail since:2025-11-21T03:00:00+09:00 until:2025-11-21T04:00:00+09:00"_s);
}

void FilterTest::fieldsAndNamesAreCompleted()
{
    OpenPage open;
    auto* popup = open.page.findChild<CompletionPopup*>(u"maillog.completion"_s);
    open.type(u"dom"_s);
    QVERIFY(popup->isVisible());
    QCOMPARE(popup->count(), 1);
    QTest::keyClick(open.line, Qt::Key_Tab);
    QCOMPARE(open.line->text(), u"domain:"_s);
    QTRY_VERIFY(popup->isVisible() && popup->count() > 1);
    QTest::keyClick(open.line, Qt::Key_Down);
    QTest::keyClick(open.line, Qt::Key_Return);
    const QString most = open.page.browser().view()->top(maillog::TopField::Domain).front().name;
    QCOMPARE(open.line->text(), u"domain:"_s + most);
    QVERIFY(!popup->isVisible());
    open.type(u" result:s"_s);
    QTRY_VERIFY(popup->isVisible());
    QCOMPARE(popup->count(), 1);
    QTest::keyClick(open.line, Qt::Key_Escape); // closes the list alone
    QVERIFY(!open.line->text().isEmpty());
    open.line->clear();
    QTest::keyClick(open.line, Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(popup->count(), static_cast<int>(maillog::allFilterFields.size()));
    QTest::keyClick(open.line, Qt::Key_Escape);
    open.type(u"since:"_s);
    QVERIFY(popup->isVisible());
    open.type(u"/"_s);
    QVERIFY(!popup->isVisible());
}

void FilterTest::stepsLeadBack()
{
    OpenPage open;
    auto& table = *open.page.parts().table;
    open.after([&] { open.page.filter().addTerm(u"result:fail"_s); });
    table.chooseRow(3);
    const auto chosen = open.page.chosenRow();
    open.after([&] { open.page.filter().addTerm(u"-action:block"_s); });
    const auto span = TimeSpan{0, 1};
    open.after([&] { open.page.filter().setSpan(span, 540); });
    QCOMPARE(open.page.checks().rowCount(), 0);
    open.after([&] { QTest::keyClick(&table, Qt::Key_Left, Qt::AltModifier); });
    QVERIFY(!open.page.filter().span());
    open.after([&] { QTest::mouseClick(table.viewport(), Qt::BackButton); });
    QCOMPARE(open.page.filter().expression(), u"result:fail"_s);
    QCOMPARE(open.page.chosenRow(), chosen);
    open.after([&] { open.page.findChild<QAbstractButton*>(u"maillog.forward"_s)->click(); });
    QCOMPARE(open.page.filter().expression(), u"result:fail -action:block"_s);
    open.after([&] { open.page.filter().clear(); });
    QVERIFY(!open.page.findChild<QAbstractButton*>(u"maillog.forward"_s)->isEnabled());
    QVERIFY(open.page.findChild<QAbstractButton*>(u"maillog.back"_s)->isEnabled());
}

void FilterTest::topListsAgreeWithTheRows_data()
{
    QTest::addColumn<int>("field");
    for (const maillog::TopField field : allTopFields) {
        QTest::newRow(qPrintable(nameOf(field))) << static_cast<int>(field);
    }
}

void FilterTest::topListsAgreeWithTheRows()
{
    QFETCH(const int, field);
    OpenPage open;
    TopListCard& card = *open.page.parts().tops[0];
    if (card.field() != static_cast<maillog::TopField>(field)) {
        open.after([&] { card.setField(static_cast<maillog::TopField>(field)); });
    }
    open.after([&] { open.page.filter().addTerm(u"-result:pass"_s); });
    const auto view = open.page.browser().view();
    const maillog::Log& log = *view->logs->logs.log;
    const auto expected =
        maillog::topList(log, maillog::RowSet(view->rows), static_cast<maillog::TopField>(field), 50);
    QVERIFY(!expected.empty());
    QCOMPARE(card.model().rowCount(), static_cast<int>(expected.size()));
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const TopEntry& entry = card.model().entry(static_cast<int>(i));
        QCOMPARE(entry.count, expected[i].count);
        QCOMPARE(std::accumulate(entry.byResult.begin(), entry.byResult.end(), std::uint64_t{0}),
                 entry.count);
        QCOMPARE(std::accumulate(entry.byAction.begin(), entry.byAction.end(), std::uint64_t{0}),
                 entry.count);
    }
    // The term of an entry finds its checks.
    const TopEntry first = card.model().entry(0);
    open.after([&] { open.page.filter().addTerm(topTerm(card.field(), first.name)); });
    QCOMPARE(open.page.browser().view()->checks, first.count);
    const QAbstractItemModelTester tester(&card.model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
}

void FilterTest::entriesNarrow()
{
    OpenPage open;
    auto* list = open.page.findChild<QListView*>(u"maillog.top1.list"_s);
    const QString name = list->model()->index(0, 0).data().toString();
    open.after([&] {
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(0, 0)).center());
    });
    QCOMPARE(open.page.filter().expression(), u"domain:"_s + name);
    QTest::mouseClick(list->viewport(), Qt::RightButton, {}, QPoint(20, 10));
    QCOMPARE(open.page.filter().state().terms.size(), 1);
}

void FilterTest::allNamesAreListed()
{
    OpenPage open;
    open.page.findChild<QAbstractButton*>(u"maillog.top2.all"_s)->click();
    auto* dialog = open.page.findChild<TopListDialog*>();
    auto* table = dialog->findChild<LongTable*>();
    QTRY_VERIFY(table->model()->rowCount() > 0);
    const QAbstractItemModelTester tester(table->model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    const int all = table->model()->rowCount();
    dialog->findChild<QLineEdit*>(u"maillog.topDialog.search"_s)->setText(u"203.0.113"_s);
    QVERIFY(table->model()->rowCount() > 0 && table->model()->rowCount() < all);
    const QString path = open.gui.folder.filePath(u"top.csv"_s);
    open.gui.filePicker.chooseNext(path);
    for (auto* button : dialog->findChildren<QPushButton*>()) {
        if (button->text() == u"Save as CSV..."_s) {
            button->click();
        }
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), table->model()->rowCount() + 1);
    QSignalSpy chosen(dialog, &TopListDialog::termChosen);
    table->setFocus();
    Q_EMIT table->activated(table->model()->index(0, 2));
    QVERIFY(chosen.value(0).value(0).toString().startsWith(u"ip:203.0.113"_s));
    QVERIFY(!open.page.filter().state().terms.isEmpty());
}

void FilterTest::columnsAreRemembered()
{
    test::Gui gui;
    {
        MaillogPage page(gui.services);
        CheckTable& table = *page.parts().table;
        QVERIFY(table.isColumnHidden(CheckModel::Domain));
        Q_EMIT table.columnsMenu().aboutToShow();
        table.columnsMenu().actions().at(CheckModel::Domain)->trigger();
        table.columnsMenu().actions().at(CheckModel::Helo)->trigger();
        table.setColumnWidth(CheckModel::Client, 201);
        table.horizontalHeader()->moveSection(CheckModel::Host, 0);
    }
    MaillogPage page(gui.services);
    CheckTable& table = *page.parts().table;
    QVERIFY(!table.isColumnHidden(CheckModel::Domain));
    QVERIFY(table.isColumnHidden(CheckModel::Helo));
    QCOMPARE(table.columnWidth(CheckModel::Client), 201);
    QCOMPARE(table.horizontalHeader()->visualIndex(CheckModel::Host), 0);
    table.resetColumns();
    QVERIFY(table.isColumnHidden(CheckModel::Domain));
    QCOMPARE(table.horizontalHeader()->visualIndex(CheckModel::Host), static_cast<int>(CheckModel::Host));
}

void FilterTest::newestFirstTurnsTheRows()
{
    OpenPage open;
    const auto& rows = open.page.browser().view()->rows;
    open.page.parts().table->chooseRow(2);
    open.page.parts().newestFirst->click();
    QCOMPARE(open.page.checks().logRow(0), static_cast<maillog::Row>(rows.back()));
    QCOMPARE(open.page.chosenRow(), std::optional<maillog::Row>(rows[2]));
    open.after([&] { open.page.filter().addTerm(u"host:mx1"_s); });
    open.page.parts().newestFirst->click();
    QCOMPARE(open.page.checks().logRow(0),
             static_cast<maillog::Row>(open.page.browser().view()->rows.front()));
}

void FilterTest::timesOfCellsBecomeBounds()
{
    OpenPage open;
    auto& table = *open.page.parts().table;
    const auto all = open.page.browser().view()->rows.size();
    const QModelIndex cell = open.page.checks().index(10, CheckModel::Time);
    table.setCurrentIndex(cell);
    QVERIFY(open.page.findChild<QAction*>(u"maillog.sinceThis"_s)->isVisible());
    QVERIFY(!open.page.findChild<QAction*>(u"maillog.onlyThis"_s)->isVisible());
    const auto row = open.page.checks().logRow(10);
    open.after([&] { open.page.findChild<QAction*>(u"maillog.untilThis"_s)->trigger(); });
    const auto view = open.page.browser().view();
    QVERIFY(view->rows.size() < all && view->rows.size() >= 11);
    QVERIFY(std::find(view->rows.begin(), view->rows.end(), row) != view->rows.end());
    QCOMPARE(open.page.chosenRow(), std::optional<maillog::Row>(row));
}

void FilterTest::snapshotsKeepWhatIsChosen()
{
    OpenPage open;
    GrowingLog source;
    open.after([&] { open.page.browser().setLogs(source.grown(40'000), true); });
    open.after([&] { open.page.filter().addTerm(u"result:fail"_s); });
    auto& table = *open.page.parts().table;
    CheckModel& model = open.page.checks();
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    table.chooseRow(7);
    table.setFirstRow(5);
    const auto chosen = open.page.chosenRow();
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    open.after([&] { open.page.browser().setLogs(source.grown(300), true); });
    QCOMPARE(reset.count(), 0); // rows only joined
    QCOMPARE(model.rowCount(), (40'300 + 2) / 3);
    QCOMPARE(open.page.chosenRow(), chosen);
    QCOMPARE(table.firstRow(), 5);
    QCOMPARE(open.page.browser().view()->matching, std::uint64_t{(40'300 + 2) / 3});

    // Whoever looks at the end stays there while following.
    open.page.setFollowing(true);
    table.setFirstRow(model.rowCount());
    open.after([&] { open.page.browser().setLogs(source.grown(300), true); });
    QVERIFY(table.firstRow() + table.rowsOnPage() >= model.rowCount());
    open.page.parts().newestFirst->click();
    table.setFirstRow(0);
    open.after([&] { open.page.browser().setLogs(source.grown(300), false); });
    QCOMPARE(table.firstRow(), 0);
    QCOMPARE(open.page.chosenRow(), chosen);
}

void FilterTest::anotherLogIsAnotherView()
{
    OpenPage open;
    const auto before = open.page.browser().view();
    GrowingLog source;
    GrowingLog other;
    const qtio::LoadedLogs first = source.grown(100);
    QCOMPARE(firstChanged(*first.log, *source.grown(0).log), maillog::Row{100});
    QCOMPARE(firstChanged(*first.log, *other.grown(100).log), maillog::Row{0});
    open.after([&] { open.page.browser().setLogs(first, false); });
    QCOMPARE(open.page.browser().view()->joinedTo, std::uint64_t{0});
    QCOMPARE(open.page.checks().rowCount(), 100);
    QCOMPARE(before->rows.size(), static_cast<std::size_t>(before->logs->logs.log->size()));
}

void FilterTest::longTablesGoByKeys()
{
    OpenPage open;
    GrowingLog source;
    open.after([&] { open.page.browser().setLogs(source.grown(5'000), false); });
    auto& table = *open.page.parts().table;
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(table.currentIndex().row(), 4'999);
    QCOMPARE(table.firstRow(), 5'000 - table.rowsOnPage());
    QVERIFY(table.viewport()->rect().contains(table.visualRect(table.currentIndex()).center()));
    QTest::keyClick(&table, Qt::Key_PageUp);
    QCOMPARE(table.currentIndex().row(), 4'999 - table.rowsOnPage());
    QTest::keyClick(&table, Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(table.currentIndex().row(), 0);
    QTest::keyClick(&table, Qt::Key_Right);
    QCOMPARE(table.currentIndex().column(), static_cast<int>(CheckModel::Result));
    QTest::keyClick(&table, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(table.selectionAsTsv().count(u'\n'), 1);
    QVERIFY(table.selectionAsCsv().startsWith(u"Time,Result"_s));
    const QModelIndex third =
        table.indexAt(table.visualRect(open.page.checks().index(3, CheckModel::Action)).center());
    QCOMPARE(third, open.page.checks().index(3, CheckModel::Action));
    QTest::keyClick(&table, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(table.selectionAsTsv().count(u'\n'), 4'999);
    QTest::keyClick(&table, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(open.line->hasFocus());
}

QTEST_MAIN(FilterTest)
#include "filter_test.moc"
