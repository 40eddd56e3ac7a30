// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the mail log page: top lists agree with them, columns are the user's choice, long tables go by
// keys, and snapshots that grow keep what is chosen.
#include "core/maillog/reader.h"
#include "tests/support/sweeps.h"
#include "tests/ui/maillog/open_page.h"
#include "ui/common/completion_popup.h"
#include "ui/common/fonts.h"
#include "ui/common/label.h"
#include "ui/common/segment.h"
#include "ui/maillog/checks/check_model.h"
#include "ui/maillog/checks/check_table.h"
#include "ui/maillog/follow/follow_desk.h"
#include "ui/maillog/maillog_page.h"
#include "ui/maillog/message/detail_card.h"
#include "ui/maillog/raw/raw_panel.h"
#include "ui/maillog/raw/raw_view.h"
#include "ui/maillog/timeline/timeline_card.h"
#include "ui/maillog/toplists/top_list_card.h"
#include "ui/maillog/toplists/top_list_dialog.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>

#include <numeric>

using namespace ui;
using namespace Qt::StringLiterals;
using test::OpenPage;

namespace {

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
        loaded.sources.push_back({.path = {}, .name = u"grown"_s, .error = {}, .file = nullptr});
        return loaded;
    }
};

} // namespace

class RowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void topListsAgreeWithTheRows_data();
    void topListsAgreeWithTheRows();
    void entriesNarrow();
    void allNamesAreListed();
    void columnsAreRemembered();
    void timesAndNamesAreWhole();
    void theRawLogOpensAtTheCheck();
    void newestFirstTurnsTheRows();
    void timesOfCellsBecomeBounds();
    void snapshotsKeepWhatIsChosen();
    void anotherLogIsAnotherView();
    void longTablesGoByKeys();
    void allRowsAreInReach();
    void looksRight_data();
    void looksRight();
};

void RowsTest::topListsAgreeWithTheRows_data()
{
    QTest::addColumn<int>("field");
    for (const maillog::TopField field : allTopFields) {
        QTest::newRow(qPrintable(nameOf(field))) << static_cast<int>(field);
    }
}

void RowsTest::topListsAgreeWithTheRows()
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
        const maillog::TopEntry& entry = card.model().entry(static_cast<int>(i));
        QCOMPARE(entry.count, expected[i].count);
        QCOMPARE(std::accumulate(entry.byResult.begin(), entry.byResult.end(), std::uint64_t{0}),
                 entry.count);
        QCOMPARE(std::accumulate(entry.byAction.begin(), entry.byAction.end(), std::uint64_t{0}),
                 entry.count);
    }
    // The term of an entry finds its checks.
    const maillog::TopEntry first = card.model().entry(0);
    open.after(
        [&] { open.page.filter().addTerm(topTerm(card.field(), QString::fromStdString(first.name))); });
    QCOMPARE(open.page.browser().view()->checks, first.count);
    const QAbstractItemModelTester tester(&card.model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
}

void RowsTest::entriesNarrow()
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

void RowsTest::allNamesAreListed()
{
    OpenPage open;
    open.page.findChild<QAbstractButton*>(u"maillog.top2.all"_s)->click();
    auto* dialog = open.page.findChild<TopListDialog*>();
    auto* table = dialog->findChild<LongTable*>();
    QTRY_VERIFY(table->model()->rowCount() > 0);
    const QAbstractItemModelTester tester(table->model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    const int all = table->model()->rowCount();
    test::settle();
    QHeaderView* header = table->horizontalHeader();
    QVERIFY(header->sectionSize(0) >= 260);
    for (int column = 1; column < header->count(); ++column) {
        QVERIFY(header->sectionSize(column) >= header->sectionSizeHint(column));
    }
    QVERIFY(dialog->width() <= dialog->screen()->availableGeometry().width());
    dialog->findChild<QLineEdit*>(u"maillog.topDialog.search"_s)->setText(u"203.0.113"_s);
    QTRY_VERIFY(table->model()->rowCount() > 0 && table->model()->rowCount() < all);
    const QString path = open.gui.folder.filePath(u"top.csv"_s);
    open.gui.filePicker.chooseNext(path);
    for (auto* button : dialog->findChildren<QPushButton*>()) {
        if (button->text() == u"Save as CSV..."_s) {
            button->click();
        }
    }
    QTRY_VERIFY(QFile::exists(path)); // written beside the window, whole or not at all
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), table->model()->rowCount() + 1);
    QSignalSpy chosen(dialog, &TopListDialog::termChosen);
    table->setFocus();
    Q_EMIT table->activated(table->model()->index(0, 2));
    QVERIFY(chosen.value(0).value(0).toString().startsWith(u"ip:203.0.113"_s));
    QVERIFY(!open.page.filter().state().terms.isEmpty());
}

void RowsTest::columnsAreRemembered()
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

void RowsTest::timesAndNamesAreWhole()
{
    OpenPage open;
    CheckTable& table = *open.page.parts().table;
    const auto needed = [&table] {
        return QFontMetrics(monoFont(12)).horizontalAdvance(table.model()->index(0, 0).data().toString()) +
               20;
    };
    const int ofOneDay = table.columnWidth(CheckModel::Time);
    QVERIFY(ofOneDay >= needed());
    table.setColumnWidth(CheckModel::Time, ofOneDay + 90); // by the user
    const QString path = open.gui.folder.filePath(u"two-days"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (const char* day : {"20", "21"}) {
        file.write(QByteArray("2025-11-") + day +
                   "T23:59:59.123+09:00 mx1 SPFPolicyd[1]: action=block result=fail identity=mailfrom "
                   "domain=a.example client-ip=192.0.2.1 helo=a.example "
                   "envelope-from=<somebody@partner.a.example> to=<b@c.example> rule=globals.fail\n");
    }
    file.close();
    open.after([&] { open.page.openLogs({path}); });
    QTRY_COMPARE(table.model()->rowCount(), 2);
    QCOMPARE(table.columnWidth(CheckModel::Time), ofOneDay + 90);
    table.setColumnWidth(CheckModel::Time, 60);
    open.after([&] { open.page.filter().addTerm(u"result:fail"_s); });
    QVERIFY(table.model()->index(0, 0).data().toString().startsWith(u"11-20"_s));
    QVERIFY(table.columnWidth(CheckModel::Time) >= needed());
    test::settle();
    for (const auto* label : open.page.findChild<DetailCard*>()->findChildren<Label*>()) {
        QVERIFY2(!label->isVisible() || !label->isElided(), qPrintable(label->text()));
    }
}

void RowsTest::theRawLogOpensAtTheCheck()
{
    OpenPage open;
    const PageParts& parts = open.page.parts();
    auto* panel = open.page.findChild<RawPanel*>();
    const auto lineOf = [&](int row) {
        const auto key = open.page.browser().view()->keyOf(parts.model->logRow(row));
        QFile log(QStringLiteral(SPM_SOURCE_DIR "/resources/sample/maillog"));
        (void)log.open(QIODevice::ReadOnly);
        return static_cast<quint64>(log.read(static_cast<qint64>(key.offset)).count('\n'));
    };
    parts.table->chooseRow(200);
    parts.views->button(1)->click();
    QTRY_COMPARE(panel->view().currentLine(), lineOf(200));
    // The filter does nothing here, nor does what obeys it.
    for (const QWidget* part : std::initializer_list<const QWidget*>{parts.filter, parts.chart, parts.side,
                                                                     parts.newestFirst, parts.columns}) {
        QVERIFY(!part->isVisible());
    }
    QVERIFY(parts.viewNote->isVisible());
    QTest::keyClick(&open.page, Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), panel->findChild<QLineEdit*>(u"maillog.raw.search"_s));
    // The same check again: the log is as it was left.
    panel->view().showLine(3);
    parts.views->button(0)->click();
    QVERIFY(parts.filter->isVisible() && parts.chart->isVisible() && parts.side->isVisible());
    parts.views->button(1)->click();
    test::settle();
    QCOMPARE(panel->view().currentLine(), quint64{3});
    parts.views->button(0)->click();
    parts.table->chooseRow(10);
    parts.views->button(1)->click();
    QTRY_COMPARE(panel->view().currentLine(), lineOf(10));
    // Whoever is shown checks sees them.
    Q_EMIT open.page.follow().showRequested();
    QVERIFY(parts.table->isVisible());
}

void RowsTest::newestFirstTurnsTheRows()
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

void RowsTest::timesOfCellsBecomeBounds()
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

void RowsTest::snapshotsKeepWhatIsChosen()
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
    Q_EMIT open.page.follow().followRequested(true);
    table.setFirstRow(model.rowCount());
    open.after([&] { open.page.browser().setLogs(source.grown(300), true); });
    QVERIFY(table.firstRow() + table.rowsOnPage() >= model.rowCount());
    open.page.parts().newestFirst->click();
    table.setFirstRow(0);
    open.after([&] { open.page.browser().setLogs(source.grown(300), false); });
    QCOMPARE(table.firstRow(), 0);
    QCOMPARE(open.page.chosenRow(), chosen);
}

void RowsTest::anotherLogIsAnotherView()
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

void RowsTest::longTablesGoByKeys()
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

/// The tail of a log, then all of it, narrowed and widened: nothing else changes the size of the table.
void RowsTest::allRowsAreInReach()
{
    OpenPage open;
    open.page.resize(1280, 720);
    GrowingLog tail;
    GrowingLog whole;
    CheckTable& table = *open.page.parts().table;
    const auto endIsInReach = [&] {
        test::settle();
        const int rows = table.model()->rowCount();
        QCOMPARE(table.verticalScrollBar()->maximum(), rows - table.rowsOnPage());
        table.setFocus();
        QTest::keyClick(&table, Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(&table, Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(table.currentIndex().row(), rows - 1);
        QCOMPARE(table.firstRow(), rows - table.rowsOnPage());
        const QRect last = table.visualRect(table.currentIndex());
        QVERIFY(last.top() >= 0 && last.bottom() < table.viewport()->height());
    };
    open.after([&] { open.page.browser().setLogs(tail.grown(300), true); });
    endIsInReach();
    open.after([&] { open.page.browser().setLogs(whole.grown(5'000), true); });
    endIsInReach();
    open.after([&] { open.page.filter().addTerm(u"ip:192.0.2.7"_s); });
    endIsInReach();
    open.after([&] { open.page.filter().clear(); });
    QCOMPARE(table.model()->rowCount(), 5'000);
    endIsInReach();
    open.page.parts().newestFirst->click();
    endIsInReach();
    open.after([&] { open.page.browser().setLogs(whole.grown(700), true); });
    endIsInReach();
    open.page.parts().newestFirst->click();
    endIsInReach();
    for (const int height : {900, 720}) { // who looks at the end goes on to
        open.page.resize(1280, height);
        test::settle();
        QCOMPARE(table.firstRow(), 5'700 - table.rowsOnPage());
    }
    Q_EMIT open.page.follow().followRequested(true);
    open.after([&] { open.page.browser().setLogs(whole.grown(700), true); });
    QTRY_COMPARE(table.model()->rowCount(), 6'400);
    QCOMPARE(table.firstRow(), 6'400 - table.rowsOnPage());
    endIsInReach();
}

void RowsTest::looksRight_data()
{
    QTest::addColumn<int>("language");
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<QSize>("size");
    QTest::newRow("en-light") << static_cast<int>(words::LanguageChoice::English) << false
                              << QSize(1228, 832);
    QTest::newRow("ja-dark") << static_cast<int>(words::LanguageChoice::Japanese) << true << QSize(1228, 832);
    QTest::newRow("ja-low") << static_cast<int>(words::LanguageChoice::Japanese) << false << QSize(1224, 652);
}

/// SPM_PICTURES=folder writes pictures of the states.
void RowsTest::looksRight()
{
    QFETCH(const int, language);
    QFETCH(const bool, isDark);
    QFETCH(const QSize, size);
    OpenPage open;
    open.gui.language.setChoice(static_cast<words::LanguageChoice>(language));
    open.gui.theme.setChoice(isDark ? ThemeChoice::Dark : ThemeChoice::Light);
    open.page.resize(size);
    const auto check = [&](const char* state) {
        test::settle();
        if (const QString folder = qEnvironmentVariable("SPM_PICTURES"); !folder.isEmpty()) {
            QVERIFY(open.page.grab().save(u"%1/maillog-%2-%3.png"_s.arg(
                folder, QLatin1String(QTest::currentDataTag()), QLatin1String(state))));
        }
        const QStringList faults = test::allFaults(&open.page);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    };
    open.after(
        [&] { open.page.filter().setExpression(u"result:fail,softfail -ip:192.0.2.0/24 host:mx1,mx2"_s); });
    check("chips");
    open.type(u"domain:"_s);
    QTRY_VERIFY(open.page.findChild<CompletionPopup*>(u"maillog.completion"_s)->isVisible());
    check("completion");
    QTest::keyClicks(open.line, u"x result:fial"_s);
    check("wrong");
    open.line->clear();
    open.after([&] { open.page.filter().addTerm(u"domain:absent.example"_s); });
    check("nothing");
    open.after([&] { open.page.filter().clear(); });
    open.page.findChild<QAbstractButton*>(u"maillog.top1.all"_s)->click();
    auto* dialog = open.page.findChild<TopListDialog*>();
    QTRY_VERIFY(dialog->findChild<LongTable*>()->model()->rowCount() > 0);
    test::settle();
    if (const QString folder = qEnvironmentVariable("SPM_PICTURES"); !folder.isEmpty()) {
        QVERIFY(dialog->grab().save(
            u"%1/maillog-%2-top.png"_s.arg(folder, QLatin1String(QTest::currentDataTag()))));
    }
    const QStringList faults = test::allFaults(dialog);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

QTEST_MAIN(RowsTest)
#include "rows_test.moc"
