// SPDX-License-Identifier: GPL-3.0-or-later
// Many mails as a user meets them: pasted, opened, out of the log; run, cancelled, filtered, sorted,
// exported.
#include "core/qtio/dns/answer_queue.h"
#include "tests/support/gui_fixture.h"
#include "tests/support/sweeps.h"
#include "ui/common/badge.h"
#include "ui/common/progress_strip.h"
#include "ui/common/table_view.h"
#include "ui/simulator/batch_view.h"

#include <QAction>
#include <QClipboard>
#include <QDialog>
#include <QDir>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace ui;

namespace {

/// Every domain has "v=spf1 ip4:192.0.2.0/24 -all"; those that begin with "silent" never answer.
class HalfSilentResolver final : public qtio::Resolver
{
public:
    HalfSilentResolver(int& asked, int& dropped) : m_asked(asked), m_dropped(dropped) {}

    std::unique_ptr<qtio::PendingLookup> ask(dns::Question question, std::chrono::milliseconds,
                                             Done done) override
    {
        struct Pending final : qtio::PendingLookup
        {
            explicit Pending(int& count) : dropped(count) {}

            ~Pending() override { ++dropped; }

            int& dropped;
        };

        ++m_asked;
        if (question.name.starts_with("silent")) {
            return std::make_unique<Pending>(m_dropped);
        }
        dns::Answer answer;
        answer.ttl = 60;
        answer.records.push_back(dns::Record{dns::Text{{"v=spf1 ip4:192.0.2.0/24 -all"}}, 60});
        return m_queue.post(std::move(answer), std::move(done));
    }

    [[nodiscard]] std::string description() const override { return "half silent"; }

private:
    int& m_asked;
    int& m_dropped;
    qtio::AnswerQueue m_queue;
};

struct ViewUnderTest
{
    test::Gui gui;
    int asked = 0;
    int dropped = 0;
    Conditions conditions;
    QString broken; ///< why there is no resolver
    QWidget window; ///< the lead's page: inputs above, view below
    BatchView* view;

    ViewUnderTest()
    {
        conditions.config = config::PolicyConfig::defaults();
        conditions.time = gui.time.toSecsSinceEpoch();
        view = new BatchView(
            gui.services, [this] { return conditions; },
            [this](const DnsSource& source) -> tl::expected<std::unique_ptr<qtio::Resolver>, QString> {
                if (!broken.isEmpty()) {
                    return tl::unexpected(broken);
                }
                if (source.kind == DnsSource::Kind::ZoneFile) {
                    return makeResolver(source);
                }
                return std::make_unique<HalfSilentResolver>(asked, dropped);
            });
        auto* column = new QVBoxLayout(&window);
        column->addWidget(view->inputs());
        column->addWidget(view, 1);
        view->inputs()->show();
        window.resize(1228, 832);
        window.show();
    }

    template <class T>
    T* part(const char* name) const
    {
        return window.findChild<T*>(QLatin1String(name));
    }

    [[nodiscard]] const BatchModel& model() const { return view->model(); }

    [[nodiscard]] QString cell(int row, BatchColumn column) const
    {
        return model().index(row, static_cast<int>(column)).data().toString();
    }

    [[nodiscard]] QStringList column(BatchColumn column) const
    {
        QStringList cells;
        for (int row = 0; row < model().rowCount(); ++row) {
            cells.append(cell(row, column));
        }
        return cells;
    }

    void take(const QString& text)
    {
        QSignalSpy changed(view, &BatchView::changed);
        view->setText(text);
        QTRY_VERIFY(changed.count() >= 2);
    }

    void run()
    {
        QSignalSpy finished(view, &BatchView::finished);
        view->run();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
    }

    [[nodiscard]] QString texts() const
    {
        return test::visibleTexts(const_cast<QWidget*>(&window)).join(QLatin1Char('\n'));
    }
};

const QString fewMails = QStringLiteral("203.0.113.9\t=cmd@example.com\tmail.example.com\n"
                                        "192.0.2.1\ta@example.com\tmail.example.com\n"
                                        "not an address\tb@example.com\tmail.example.com\n"
                                        "192.0.2.1\ta@example.com\tmail.example.com\n"
                                        "127.0.0.1\tc@example.com\tlocalhost\n"
                                        "192.0.2.1\t<>\tmx.example.org\n");

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class BatchViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pastedMailsAreChecked();
    void theDialogSaysWhatItUnderstands();
    void longPastesNeedNoDialog();
    void refusedTextsSayWhy();
    void filesAreOpened();
    void theLogGivesItsRows();
    void cancellingKeepsWhatIsFinished();
    void anotherRunBeginsAnew();
    void chipsFilter();
    void filteredRowsAppearAsTheyFinish();
    void searchFilters();
    void everyColumnSorts_data();
    void everyColumnSorts();
    void selectionStaysWithItsMail();
    void otherConditionsMakeResultsStale();
    void brokenSourcesSayWhy();
    void aRowOpensItsMail();
    void exportsCsv();
    void exportsJsonLines();
    void failedExportsSayWhy();
    void theCommandDoesTheSame();
    void hundredThousandMails();
    void survivesSweeps_data();
    void survivesSweeps();
    void pictures();
};

void BatchViewTest::pastedMailsAreChecked()
{
    ViewUnderTest test;
    QVERIFY(!test.view->canRun());
    QVERIFY(test.texts().contains(QLatin1String("No mails yet")));
    QApplication::clipboard()->setText(fewMails);
    QVERIFY(QTest::qWaitForWindowActive(&test.window));
    test.view->findChild<QPushButton*>()->setFocus(); // of the empty state
    QTest::keySequence(&test.window, QKeySequence::Paste);
    QTRY_VERIFY(test.view->canRun());
    QVERIFY(test.part<QLabel>("batch.counts")->text().startsWith(QLatin1String("5 mail")));
    test.run();
    QCOMPARE(test.column(BatchColumn::Result), (QStringList{QStringLiteral("fail"),
                                                            QStringLiteral("pass"),
                                                            {},
                                                            QStringLiteral("pass"),
                                                            QStringLiteral("–"),
                                                            QStringLiteral("pass")}));
    QCOMPARE(test.column(BatchColumn::Action), (QStringList{QStringLiteral("block"),
                                                            QStringLiteral("bypass"),
                                                            {},
                                                            QStringLiteral("bypass"),
                                                            QStringLiteral("skip"),
                                                            QStringLiteral("bypass")}));
    QCOMPARE(test.cell(0, BatchColumn::Term), QStringLiteral("-all"));
    QCOMPARE(test.cell(0, BatchColumn::Rule), QStringLiteral("globals.fail"));
    QCOMPARE(test.cell(4, BatchColumn::Rule), QStringLiteral("white_ip"));
    QCOMPARE(test.cell(5, BatchColumn::Sender), QStringLiteral("<>"));
    QVERIFY(test.cell(2, BatchColumn::Sender).contains(QLatin1String("not an address")));
    QVERIFY(test.model()
                .index(2, static_cast<int>(BatchColumn::Sender))
                .data(Qt::ToolTipRole)
                .toString()
                .contains(QLatin1String("3")));
    QCOMPARE(test.asked, 3); // the repeated mail is not asked again
    QCOMPARE(test.model().results().outcomes[1], test.model().results().outcomes[3]);
}

void BatchViewTest::theDialogSaysWhatItUnderstands()
{
    ViewUnderTest test;
    QApplication::clipboard()->setText(QStringLiteral("Dear sirs"));
    test.part<QPushButton>("batch.paste")->click();
    auto* dialog = test.part<QDialog>("batch.pasteDialog");
    QVERIFY(dialog != nullptr);
    auto* text = test.part<QPlainTextEdit>("batch.pasteText");
    auto* take = test.part<QPushButton>("batch.pasteTake");
    QVERIFY(text->toPlainText().isEmpty()); // prose is not put in
    QVERIFY(!take->isEnabled());
    text->setPlainText(QStringLiteral("192.0.2.1\n"));
    QVERIFY(!take->isEnabled());
    QVERIFY(test.texts().contains(QLatin1String("No mails are recognised")));
    text->setPlainText(QStringLiteral("mx.example.com;192.0.2.1;a@example.com\n"));
    QVERIFY(
        test.part<QLabel>("batch.pasteColumns")->text().contains(QLatin1String("HELO, client IP, sender")));
    const QStringList faults = test::allFaults(dialog);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    take->click();
    QTRY_COMPARE(test.model().rowCount(), 1);
    test::settle();
    QVERIFY(test.part<QDialog>("batch.pasteDialog") == nullptr);
    QApplication::clipboard()->setText(fewMails);
    test.part<QPushButton>("batch.paste")->click();
    QCOMPARE(test.part<QPlainTextEdit>("batch.pasteText")->toPlainText(), fewMails);
}

void BatchViewTest::longPastesNeedNoDialog()
{
    ViewUnderTest test;
    QApplication::clipboard()->setText(fewMails.repeated(2000));
    test.part<QPushButton>("batch.paste")->click();
    QTRY_COMPARE(test.model().rowCount(), 12'000);
    QVERIFY(test.part<QDialog>("batch.pasteDialog") == nullptr);
    QApplication::clipboard()->clear();
}

void BatchViewTest::refusedTextsSayWhy()
{
    ViewUnderTest test;
    test.view->setText(QStringLiteral("Dear sirs"));
    QVERIFY(test.texts().contains(QLatin1String("no mails are recognised")));
    test.view->openFile(test.gui.folder.filePath(QStringLiteral("missing.csv")));
    QVERIFY(test.texts().contains(QLatin1String("missing.csv")));
    QVERIFY(!test.view->canRun());
    test.view->run();
    QVERIFY(!test.view->isRunning());
}

void BatchViewTest::filesAreOpened()
{
    ViewUnderTest test;
    test.gui.filePicker.chooseNext(
        test.gui.write(QStringLiteral("mails.csv"), "Client;MAIL FROM\r\n192.0.2.1;a@example.com\r\n"));
    test.part<QPushButton>("batch.open")->click();
    QTRY_COMPARE(test.model().rowCount(), 1);
    QVERIFY(test.texts().contains(QLatin1String("mails.csv")));
    test.run();
    QCOMPARE(test.cell(0, BatchColumn::Result), QStringLiteral("pass"));
}

void BatchViewTest::theLogGivesItsRows()
{
    ViewUnderTest test;
    std::vector<MailInputs> rows;
    auto* button = test.part<QPushButton>("batch.log");
    test.view->setLogSource([&rows] { return rows; });
    QVERIFY(!button->isEnabled());
    QVERIFY(button->toolTip().contains(QLatin1String("Open a log")));
    rows = {{QStringLiteral("192.0.2.1"), QStringLiteral("a@example.com"), QString()}, {{}, {}, {}}};
    test.view->hide();
    test.view->show();
    QVERIFY(button->isEnabled());
    button->click();
    QCOMPARE(test.model().rowCount(), 2);
    QCOMPARE(test.model().count(BatchKind::Unreadable), std::size_t(1)); // a log line without an address
    test.run();
    QCOMPARE(test.cell(0, BatchColumn::Result), QStringLiteral("pass"));
    rows.clear();
    button->click();
    QVERIFY(!button->isEnabled());
    QCOMPARE(test.model().rowCount(), 2);
}

void BatchViewTest::cancellingKeepsWhatIsFinished()
{
    ViewUnderTest test;
    QString text;
    for (int i = 0; i < 40; ++i) {
        text += QStringLiteral("192.0.2.1,a%1@%2,mx\n")
                    .arg(i)
                    .arg(QLatin1String(i % 2 == 0 ? "example.com" : "silent.example.com"));
    }
    test.take(text);
    auto* progress = test.window.findChild<ProgressStrip*>();
    QVERIFY(!progress->isVisible());
    QSignalSpy started(test.view, &BatchView::started);
    QSignalSpy finished(test.view, &BatchView::finished);
    test.view->run();
    QCOMPARE(started.count(), 1);
    QVERIFY(test.view->isRunning());
    QTRY_COMPARE(test.model().checkedCount(), std::size_t(20));
    QTRY_COMPARE(test.cell(38, BatchColumn::Result), QStringLiteral("pass")); // seen while it runs
    QVERIFY(progress->isVisible());
    QTRY_COMPARE(progress->share(), 0.5);
    QVERIFY(test.texts().contains(QLatin1String("20 of 40")));
    progress->findChild<QAbstractButton*>()->click();
    QVERIFY(!test.view->isRunning());
    QVERIFY(test.dropped > 0);
    QVERIFY(!progress->isVisible());
    QCOMPARE(finished.count(), 0);
    QCOMPARE(test.model().checkedCount(), std::size_t(20));
    QCOMPARE(test.cell(0, BatchColumn::Result), QStringLiteral("pass"));
    QCOMPARE(test.cell(1, BatchColumn::Result), QString());
    QVERIFY(test.texts().contains(QLatin1String("Cancelled")));
    QVERIFY(test.view->canRun());
}

void BatchViewTest::anotherRunBeginsAnew()
{
    ViewUnderTest test;
    test.take(QStringLiteral("192.0.2.1,a@example.com\n192.0.2.1,a@silent.example.com\n"));
    test.view->run();
    QTRY_COMPARE(test.model().checkedCount(), std::size_t(1));
    const int asked = test.asked;
    test.view->run();
    QCOMPARE(test.model().checkedCount(), std::size_t(0));
    QCOMPARE(test.dropped, 1);
    QTRY_COMPARE(test.model().checkedCount(), std::size_t(1));
    QCOMPARE(test.asked, asked + 2);                        // a new cache as well
    test.take(QStringLiteral("192.0.2.9,a@example.com\n")); // other mails end the run
    QVERIFY(!test.view->isRunning());
    QCOMPARE(test.model().rowCount(), 1);
}

void BatchViewTest::chipsFilter()
{
    ViewUnderTest test;
    test.take(fewMails);
    test.run();
    const auto chip = [&](const char* name) { return test.part<QAbstractButton>(name); };
    QCOMPARE(chip("batch.filter.all")->accessibleName(), QStringLiteral("All: 6"));
    QCOMPARE(chip("batch.filter.pass")->accessibleName(), QStringLiteral("pass: 3"));
    QVERIFY(!chip("batch.filter.softfail")->isVisible());
    chip("batch.filter.fail")->click();
    QCOMPARE(test.column(BatchColumn::Number), QStringList{QStringLiteral("1")});
    chip("batch.filter.unreadable")->click();
    QCOMPARE(test.column(BatchColumn::Number), (QStringList{QStringLiteral("1"), QStringLiteral("3")}));
    chip("batch.filter.fail")->click();
    chip("batch.filter.unreadable")->click();
    QVERIFY(chip("batch.filter.all")->isChecked());
    QCOMPARE(test.model().rowCount(), 6);
    chip("batch.filter.skip")->click();
    QCOMPARE(test.column(BatchColumn::Rule), QStringList{QStringLiteral("white_ip")});
    chip("batch.filter.all")->click();
    QCOMPARE(test.model().rowCount(), 6);
    QVERIFY(chip("batch.filter.all")->isChecked());
}

void BatchViewTest::filteredRowsAppearAsTheyFinish()
{
    ViewUnderTest test;
    test.take(QStringLiteral("203.0.113.1,a@example.com\n192.0.2.1,a@silent.example.com\n"
                             "203.0.113.2,a@example.com\n192.0.2.1,b@example.com\n"));
    test.view->run();
    QTRY_COMPARE(test.model().checkedCount(), std::size_t(3));
    test.part<QAbstractButton>("batch.filter.fail")->click();
    QCOMPARE(test.model().rowCount(), 2);
    test.view->run(); // the filter stays; rows come in again
    QCOMPARE(test.model().rowCount(), 0);
    QTRY_COMPARE(test.column(BatchColumn::Number), (QStringList{QStringLiteral("1"), QStringLiteral("3")}));
    QVERIFY(test.view->isRunning());
}

void BatchViewTest::searchFilters()
{
    ViewUnderTest test;
    test.take(fewMails);
    test.run();
    auto* search = test.part<QLineEdit>("batch.search");
    search->setText(QStringLiteral("EXAMPLE.org"));
    QTRY_COMPARE(test.column(BatchColumn::Number), QStringList{QStringLiteral("6")});
    search->setText(QStringLiteral("globals.fail"));
    QTRY_COMPARE(test.column(BatchColumn::Number), QStringList{QStringLiteral("1")});
    search->setText(QStringLiteral("not an"));
    QTRY_COMPARE(test.column(BatchColumn::Number), QStringList{QStringLiteral("3")});
    search->setText(QStringLiteral("no such mail"));
    QTRY_COMPARE(test.model().rowCount(), 0);
    QVERIFY(test.texts().contains(QLatin1String("No mail fits")));
    for (auto* button : test.window.findChildren<QPushButton*>()) {
        if (button->text() == QLatin1String("Show all mails")) {
            button->click();
        }
    }
    QCOMPARE(test.model().rowCount(), 6);
}

void BatchViewTest::everyColumnSorts_data()
{
    QTest::addColumn<BatchColumn>("column");
    QTest::addColumn<QString>("up");
    QTest::addColumn<QString>("down");
    QTest::newRow("number") << BatchColumn::Number << "123456" << "654321";
    QTest::newRow("client") << BatchColumn::Client << "524613" << "124653"; // as addresses, not as texts
    QTest::newRow("sender") << BatchColumn::Sender << "612453" << "524163";
    QTest::newRow("helo") << BatchColumn::Helo << "512463" << "612453";
    QTest::newRow("result") << BatchColumn::Result << "246153" << "351246";
    QTest::newRow("action") << BatchColumn::Action << "246153" << "512463";
    QTest::newRow("term") << BatchColumn::Term << "124635" << "246135";
    QTest::newRow("rule") << BatchColumn::Rule << "124653" << "524613";
    QTest::newRow("lookups") << BatchColumn::Lookups << "124635" << "124635";
}

void BatchViewTest::everyColumnSorts()
{
    QFETCH(BatchColumn, column);
    QFETCH(QString, up);
    QFETCH(QString, down);
    ViewUnderTest test;
    test.take(fewMails);
    test.run();
    QStringList found;
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        test.part<TableView>("batch.table")->sortByColumn(static_cast<int>(column), order);
        found.append(test.column(BatchColumn::Number).join(QString()));
    }
    QCOMPARE(found, (QStringList{up, down}));
}

void BatchViewTest::selectionStaysWithItsMail()
{
    ViewUnderTest test;
    test.take(fewMails);
    auto* table = test.part<TableView>("batch.table");
    table->selectRow(3);
    test.run(); // results come in, order is settled
    table->sortByColumn(0, Qt::DescendingOrder);
    QCOMPARE(table->currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("4"));
    QTest::keySequence(table, QKeySequence::Copy);
    QVERIFY(QApplication::clipboard()->text().startsWith(
        QLatin1String("4\t192.0.2.1\ta@example.com\tmail.example.com\tpass\tbypass\t")));
}

void BatchViewTest::otherConditionsMakeResultsStale()
{
    ViewUnderTest test;
    test.take(fewMails);
    test.view->conditionsChanged();
    QVERIFY(!test.model().isStale()); // nothing to be stale yet
    test.run();
    const QModelIndex result = test.model().index(0, static_cast<int>(BatchColumn::Result));
    const auto badge = [&] { return result.data(BadgeDelegate::SpecRole).value<BadgeSpec>(); };
    QCOMPARE(badge(), BadgeSpec::of(spf::Result::Fail));
    test.view->conditionsChanged();
    QVERIFY(test.model().isStale());
    QCOMPARE(badge().text(), QStringLiteral("fail"));
    QCOMPARE(badge().ground, Ink(&Tokens::secondaryText));
    QVERIFY(test.texts().contains(QLatin1String("under other conditions")));
    test.conditions.config.globals[spf::Result::Fail] = config::Action::TempBlock;
    test.run();
    QVERIFY(!test.model().isStale());
    QCOMPARE(test.cell(0, BatchColumn::Action), QStringLiteral("tempblock"));
    test.take(QStringLiteral("192.0.2.1,a@silent.example.com\n"));
    test.view->run();
    test.view->conditionsChanged();
    QVERIFY(!test.view->isRunning());
}

void BatchViewTest::brokenSourcesSayWhy()
{
    ViewUnderTest test;
    test.take(fewMails);
    test.broken = QStringLiteral("bad.zone cannot be read");
    test.view->run();
    QVERIFY(!test.view->isRunning());
    QVERIFY(test.texts().contains(QLatin1String("bad.zone cannot be read")));
}

void BatchViewTest::aRowOpensItsMail()
{
    ViewUnderTest test;
    test.take(fewMails);
    QSignalSpy chosen(test.view, &BatchView::mailChosen);
    auto* table = test.part<TableView>("batch.table");
    table->selectRow(1);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().value<MailInputs>(),
             (MailInputs{QStringLiteral("192.0.2.1"), QStringLiteral("a@example.com"),
                         QStringLiteral("mail.example.com")}));
    table->selectRow(2);
    QTest::keyClick(table, Qt::Key_Return); // it is no mail
    QCOMPARE(chosen.count(), 1);
}

void BatchViewTest::exportsCsv()
{
    ViewUnderTest test;
    test.take(fewMails);
    QVERIFY(test.part<QPushButton>("batch.export")->isEnabled()); // the bad row is a finding already
    test.run();
    const QString path = test.gui.folder.filePath(QStringLiteral("out.csv"));
    test.gui.filePicker.chooseNext(path);
    test.part<QAction>("batch.export.csv")->trigger();
    QTRY_VERIFY(test.texts().contains(QLatin1String("6 row")));
    const QByteArrayList lines = contents(path).split('\n');
    QCOMPARE(lines.size(), 8);
    QVERIFY(lines[0].startsWith("row,ip,helo,sender,"));
    QVERIFY(lines[1].startsWith("1,203.0.113.9,mail.example.com,'=cmd@example.com,mailfrom,example.com,fail,"
                                "block,globals.fail,'-all,0,0,"));
    QVERIFY(lines[3].startsWith("3,not an address,,,,,,,,,,,,\"\"\"not an address\"\""));
    QVERIFY(lines[5].startsWith("5,127.0.0.1,localhost,c@example.com,mailfrom,example.com,,skip,white_ip,"));
    test.view->openFile(path); // and it is a table again
    QTRY_VERIFY(test.texts().contains(QLatin1String("out.csv")));
    QCOMPARE(test.model().count(BatchKind::Unreadable), std::size_t(1));
    QCOMPARE(test.cell(1, BatchColumn::Sender), QStringLiteral("a@example.com"));
}

void BatchViewTest::exportsJsonLines()
{
    ViewUnderTest test;
    test.take(fewMails);
    test.run();
    test.part<TableView>("batch.table")->sortByColumn(0, Qt::DescendingOrder);
    test.part<QAbstractButton>("batch.filter.fail")->click();
    test.part<QAbstractButton>("batch.filter.unreadable")->click();
    const QString path = test.gui.folder.filePath(QStringLiteral("out.jsonl"));
    test.gui.filePicker.chooseNext(path);
    test.part<QAction>("batch.export.json")->trigger();
    QTRY_VERIFY(QFile::exists(path));
    const QByteArrayList lines = contents(path).trimmed().split('\n');
    QCOMPARE(lines.size(), 2); // the rows shown, in their order
    const QJsonObject bad = QJsonDocument::fromJson(lines[0]).object();
    QCOMPARE(bad[QLatin1String("row")].toInt(), 3);
    QVERIFY(bad[QLatin1String("error")].toString().contains(QLatin1String("not an address")));
    const QJsonObject fail = QJsonDocument::fromJson(lines[1]).object();
    QCOMPARE(fail[QLatin1String("row")].toInt(), 1);
    QCOMPARE(fail[QLatin1String("request")][QLatin1String("sender")].toString(),
             QStringLiteral("=cmd@example.com"));
    QCOMPARE(fail[QLatin1String("spf")][QLatin1String("result")].toString(), QStringLiteral("fail"));
    QCOMPARE(fail[QLatin1String("decision")][QLatin1String("rule")].toString(),
             QStringLiteral("globals.fail"));
}

void BatchViewTest::failedExportsSayWhy()
{
    ViewUnderTest test;
    test.take(fewMails);
    test.run();
    const QString path = test.gui.folder.filePath(QStringLiteral("no/such/folder.csv"));
    test.gui.filePicker.chooseNext(path);
    test.part<QAction>("batch.export.csv")->trigger();
    QVERIFY(!test.part<QPushButton>("batch.export")->isEnabled());
    QTRY_VERIFY(test.texts().contains(path + QLatin1String(" could not be written")));
    QVERIFY(test.part<QPushButton>("batch.export")->isEnabled());
}

void BatchViewTest::theCommandDoesTheSame()
{
    ViewUnderTest test;
    test.take(fewMails);
    QCOMPARE(test.view->command({}), QString()); // it was pasted
    const QString path =
        test.gui.write(QStringLiteral("my mails.csv"), "ip,helo,sender\n192.0.2.1,mx,a@example.com\n");
    test.view->openFile(path);
    test.conditions.source = {DnsSource::Kind::Server, QStringLiteral("192.0.2.53")};
    QTRY_COMPARE(
        test.view->command(QStringLiteral("/etc/c.ini")),
        QStringLiteral("spfpolicy check --batch '%1' --config /etc/c.ini --nameserver 192.0.2.53").arg(path));
    test.view->openFile(test.gui.write(QStringLiteral("german.csv"), "ip;sender\n192.0.2.1;a@example.com\n"));
    QTRY_COMPARE(test.view->command({}), QString()); // the command line wants commas
}

void BatchViewTest::hundredThousandMails()
{
    ViewUnderTest test;
    QString text = QStringLiteral("ip,sender,helo\n");
    for (int i = 0; i < 100'000; ++i) {
        text += QStringLiteral("%1.0.2.%2,user%3@example%4.com,mx\n")
                    .arg(i % 3 == 0 ? 203 : 192)
                    .arg(i % 250)
                    .arg(i)
                    .arg(i % 50);
    }
    test.view->setText(text);
    QTRY_COMPARE_WITH_TIMEOUT(test.model().rowCount(), 100'000, 30'000);
    test.part<QAbstractButton>("batch.filter.all")->click();
    test.part<TableView>("batch.table")
        ->sortByColumn(static_cast<int>(BatchColumn::Client), Qt::DescendingOrder);
    test.run();
    QCOMPARE(test.model().checkedCount(), std::size_t(100'000));
    QCOMPARE(test.model().count(BatchKind::Fail), std::size_t(33'334));
    QCOMPARE(test.cell(0, BatchColumn::Client), QStringLiteral("203.0.2.249"));
    QVERIFY(test.asked < 5000); // 50 domains, each by the mails that begin together
    test.part<QAbstractButton>("batch.filter.fail")->click();
    QCOMPARE(test.model().rowCount(), 33'334);
}

void BatchViewTest::survivesSweeps_data()
{
    QTest::addColumn<bool>("hasMails");
    QTest::addColumn<bool>("isLong");
    QTest::newRow("empty") << false << false;
    QTest::newRow("mails") << true << false;
    QTest::newRow("empty, long texts") << false << true;
    QTest::newRow("mails, long texts") << true << true;
}

void BatchViewTest::survivesSweeps()
{
    QFETCH(bool, hasMails);
    QFETCH(bool, isLong);
    test::PseudoTranslator longer;
    if (isLong) {
        qApp->installTranslator(&longer);
    }
    ViewUnderTest test;
    if (hasMails) {
        test.take(fewMails);
        test.run();
    }
    test::settle();
    const QStringList faults = test::allFaults(&test.window);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

void BatchViewTest::pictures()
{
    const QString folder = qEnvironmentVariable("SPM_PICTURES");
    if (folder.isEmpty()) {
        QSKIP("SPM_PICTURES names no folder");
    }
    QString text = QStringLiteral("ip,helo,sender\n");
    const QStringList senders{QStringLiteral("order@sakura-store.example"),
                              QStringLiteral("info@sakura-bank.example"),
                              QStringLiteral("newsletter-2025-11@日本語の長いラベル.sakura-bank.example"),
                              QString(), QStringLiteral("送信者@nothere.example")};
    const QStringList clients{QStringLiteral("203.0.113.66"), QStringLiteral("198.51.100.33"),
                              QStringLiteral("2001:db8:1234:5678:9abc:def0:1234:5678"),
                              QStringLiteral("127.0.0.1"), QStringLiteral("192.0.2.1")};
    for (int i = 0; i < 60; ++i) {
        text += i % 17 == 5 ? QStringLiteral("nonsense.example,mail,a@example.com\n")
                : i == 9    ? QStringLiteral("192.0.2.1,mail,a@example.com,too,many\n")
                            : QStringLiteral("%1,mail.%3,%2\n")
                               .arg(clients[i % 4], senders[i % 5], senders[i % 3].section(u'@', 1));
    }
    ViewUnderTest test;
    test.conditions.source = {DnsSource::Kind::ZoneFile,
                              QStringLiteral(SPM_SOURCE_DIR "/resources/sample/sample.zone")};
    const auto grab = [&](const QString& name) {
        for (const QSize size : {QSize(1228, 758), QSize(1224, 578)}) {
            test.window.resize(size);
            test::settle();
            const QString file =
                QStringLiteral("batch.%1.%2x%3.png").arg(name).arg(size.width()).arg(size.height());
            QVERIFY(test.window.grab().save(QDir(folder).filePath(file)));
        }
    };
    for (const bool dark : {false, true}) {
        const QString theme = QLatin1String(dark ? "dark" : "light");
        test.gui.theme.setChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
        test.gui.language.setChoice(dark ? words::LanguageChoice::Japanese : words::LanguageChoice::English);
        test.view->retranslate();
        if (!dark) {
            grab(QStringLiteral("empty.") + theme);
        }
        test.take(text);
        grab(QStringLiteral("taken.") + theme);
        test.run();
        test.part<TableView>("batch.table")->selectRow(4);
        grab(QStringLiteral("done.") + theme);
        test.view->conditionsChanged();
        grab(QStringLiteral("stale.") + theme);
        QApplication::clipboard()->setText(text);
        test.part<QPushButton>("batch.paste")->click();
        auto* dialog = test.part<QDialog>("batch.pasteDialog");
        QVERIFY(dialog->grab().save(QDir(folder).filePath(QStringLiteral("batch.paste.%1.png").arg(theme))));
        dialog->close();
        test::settle();
        test.conditions.source = {};
        test.take(QStringLiteral("ip,sender\n192.0.2.1,a@silent.example\n192.0.2.1,a@example.com\n"));
        test.view->run();
        QTest::qWait(1300);
        grab(QStringLiteral("running.") + theme);
        test.view->cancel();
        test.conditions.source = {DnsSource::Kind::ZoneFile,
                                  QStringLiteral(SPM_SOURCE_DIR "/resources/sample/sample.zone")};
    }
}

QTEST_MAIN(BatchViewTest)
#include "batch_test.moc"
