// SPDX-License-Identifier: GPL-3.0-or-later
// From a row to elsewhere: entries go into the real document as one undoable edit with what the log says
// about them, letters are edited and handed on, exports hold what the page shows or leave nothing behind.
#include "core/qtio/log/log_export.h"
#include "tests/support/config_desk.h"
#include "tests/support/gui_fixture.h"
#include "tests/support/sweeps.h"
#include "ui/common/notice_bar.h"
#include "ui/common/progress_strip.h"
#include "ui/common/segment.h"
#include "ui/common/table_view.h"
#include "ui/maillog/checks/check_model.h"
#include "ui/maillog/checks/exception_dialog.h"
#include "ui/maillog/checks/exception_row.h"
#include "ui/maillog/checks/postmaster_dialog.h"
#include "ui/maillog/checks/row_actions.h"
#include "ui/maillog/filter/filter_bar.h"
#include "ui/maillog/maillog_page.h"
#include "ui/maillog/report/log_exports.h"
#include "ui/maillog/report/report_dialog.h"
#include "ui/maillog/report/report_pdf.h"
#include "ui/maillog/report/report_pdf_pages.h"
#include "ui/report/html_report.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCheckBox>
#include <QClipboard>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>
#include <QXmlStreamReader>

using namespace ui;

namespace {

const QString sampleLog = QStringLiteral(SPM_SOURCE_DIR "/resources/sample/maillog");
const QByteArray configText = "[globals]\n"
                              "softfail = tempblock\n"
                              "white_ip = 127.0.0.1, 192.0.2.0/24\n"
                              "enforce_ip = 198.51.100.0/24\n"
                              "\n";

/// The page with a log, over a window that dialogs stand in, and a config.ini beside it.
struct Desk
{
    test::Gui gui;
    test::ConfigDesk config;
    QList<QUrl> opened;
    bool canOpen = true;
    QWidget window;
    MaillogPage* page = nullptr;

    explicit Desk(const QString& filter = QStringLiteral("result:fail"), const QString& log = sampleLog)
    {
        const auto open = [this](const QUrl& url) {
            opened.append(url);
            return canOpen;
        };
        page = new MaillogPage(gui.services, &window);
        page->rowActions().setUrlOpener(open);
        page->findChild<LogExports*>()->setUrlOpener(open);
        page->rowActions().setDocument(&config.document);
        window.resize(1228, 832);
        page->resize(window.size());
        window.show();
        QSignalSpy shown(&page->browser(), &LogBrowser::viewChanged);
        page->openLogs({log});
        (void)QTest::qWaitFor([&shown] { return shown.count() > 0; });
        page->filter().setExpression(filter);
        (void)QTest::qWaitFor([&shown] { return shown.count() > 1; });
    }

    void openConfig(const QByteArray& text = configText)
    {
        (void)test::openNow(config.file, gui.write(QStringLiteral("config.ini"), text));
    }

    void run(const char* action) const
    {
        for (QAction* each : page->rowActions().actions()) {
            if (each->objectName() == QLatin1String(action)) {
                each->trigger();
            }
        }
    }

    [[nodiscard]] QAction* action(const char* name) const
    {
        for (QAction* each : page->rowActions().actions()) {
            if (each->objectName() == QLatin1String(name)) {
                return each;
            }
        }
        return nullptr;
    }

    /// Its line is read first.
    [[nodiscard]] PostmasterDialog* letter() const
    {
        run("maillog.writePostmaster");
        (void)QTest::qWaitFor([this] { return window.findChild<PostmasterDialog*>() != nullptr; });
        return window.findChild<PostmasterDialog*>();
    }

    /// The dialog with its counts and its plan.
    [[nodiscard]] ExceptionDialog* exception() const
    {
        run("maillog.addToList");
        auto* dialog = window.findChild<ExceptionDialog*>();
        if (dialog != nullptr) {
            waitForPlan(*dialog);
        }
        return dialog;
    }

    static void waitForPlan(const ExceptionDialog& dialog)
    {
        (void)QTest::qWaitFor([&dialog] { return !dialog.isBusy(); });
        test::settle();
    }

    static void choose(const ExceptionDialog& dialog, int row, int side = 0)
    {
        auto* segment = dialog.findChild<Segment*>(QStringLiteral("maillog.exception.side"));
        segment->button(side)->click();
        dialog.findChild<ExceptionRow*>(QStringLiteral("maillog.exception.choice%1").arg(row))->click();
        waitForPlan(dialog);
    }

    [[nodiscard]] QByteArray configBytes() const
    {
        return QByteArray::fromStdString(config.document.current().bytes());
    }
};

maillog::Check checkOf(const char* domain, const char* address, const char* helo = "mx.a.example")
{
    maillog::Check check;
    check.domain = domain;
    check.helo = helo;
    check.address = net::IpAddress::parse(address);
    check.result = spf::Result::Fail;
    return check;
}

report::LogReport reportOf(const LogView& view, words::Language language)
{
    report::LogReportRequest request;
    request.language = language;
    request.logs = {sampleLog};
    request.made = QDateTime(QDate(2025, 11, 21), QTime(14, 22), Qt::UTC);
    request.offsetMinutes = view.logs->offsetMinutes();
    return *report::logReport(*view.logs->logs.log, maillog::RowSet(view.rows), request);
}

} // namespace

class ActionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksOfferEntries_data();
    void checksOfferEntries();
    void listsTakeWhatTheyCan();
    void effectsAreCounts();
    void plansTellWhatIsThere();
    void entriesAreOneEdit_data();
    void entriesAreOneEdit();
    void approvedDomainsAreWarnedAbout();
    void theButtonsStayOnTheScreen();
    void listedEntriesAreNotAddedTwice();
    void readOnlyFilesAreNotEdited();
    void withoutAConfigOneIsOffered();
    void rowsWithoutASenderSayWhy();
    void lettersAreHandedOn();
    void lettersAreSaved();
    void exportsAreTheBytesOfTheCommandLine();
    void exportsHaveNoLimitAndLeaveNothingWhenCancelled();
    void badFoldersAreTold();
    void reportsAreWritten_data();
    void reportsAreWritten();
    void reportsCanBeCancelled();
    void pdfHoldsJapanese();
    void pdfKeepsHeadingsWithTheirTables();
    void pdfPagesEndBetweenRows();
    void reportsOfFewChecks_data();
    void reportsOfFewChecks();
    void dialogsSurviveSweeps_data();
    void dialogsSurviveSweeps();
};

void ActionsTest::checksOfferEntries_data()
{
    QTest::addColumn<QByteArray>("domain");
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QByteArray>("helo");
    QTest::addColumn<QStringList>("entries");
    const auto row = [](const char* name, const char* domain, const char* address, const char* helo,
                        const QStringList& entries) {
        QTest::newRow(name) << QByteArray(domain) << QByteArray(address) << QByteArray(helo) << entries;
    };
    row("usual", "a.example", "198.51.100.77", "mx.a.example",
        {QStringLiteral("198.51.100.77"), QStringLiteral("198.51.100.0/24"), QStringLiteral("a.example"),
         QStringLiteral("*.a.example")});
    row("IPv6", "a.example", "2001:db8:1:2::7", "mx.a.example",
        {QStringLiteral("2001:db8:1:2::7"), QStringLiteral("2001:db8:1:2::/64"), QStringLiteral("a.example"),
         QStringLiteral("*.a.example")});
    row("mapped", "", "::ffff:192.0.2.1", "localhost",
        {QStringLiteral("192.0.2.1"), QStringLiteral("192.0.2.0/24")});
    row("null sender", "", "192.0.2.1", "mx.b.example",
        {QStringLiteral("192.0.2.1"), QStringLiteral("192.0.2.0/24"), QStringLiteral("mx.b.example"),
         QStringLiteral("*.mx.b.example")});
    row("nothing", "", "", "", {});
}

void ActionsTest::checksOfferEntries()
{
    QFETCH(const QByteArray, domain);
    QFETCH(const QByteArray, address);
    QFETCH(const QByteArray, helo);
    QStringList entries;
    for (const ExceptionChoice& choice :
         exceptionChoices(checkOf(domain.constData(), address.constData(), helo.constData()))) {
        entries.append(QString::fromStdString(choice.entry));
    }
    QTEST(entries, "entries");
}

void ActionsTest::listsTakeWhatTheyCan()
{
    using Kind = ExceptionChoice::Kind;
    QCOMPARE(listKey(Kind::Address, ListSide::Approved), std::string("white_ip"));
    QCOMPARE(listKey(Kind::Network, ListSide::Enforced), std::string("enforce_ip"));
    QCOMPARE(listKey(Kind::Domain, ListSide::Approved), std::string("white_domain"));
    QCOMPARE(listKey(Kind::DomainTree, ListSide::Enforced), std::string("enforce_domain"));
}

/// Against a count over the rows one by one.
void ActionsTest::effectsAreCounts()
{
    const Desk desk{QString()};
    const auto view = desk.page->browser().view();
    const maillog::Log& log = *view->logs->logs.log;
    const maillog::Check check = log[view->rows.front()];
    const auto choices = exceptionChoices(check);
    QCOMPARE(choices.size(), std::size_t(4));
    const auto effects = effectsOf(log, choices);
    QCOMPARE(effects.size(), choices.size());
    for (std::size_t i = 0; i < choices.size(); ++i) {
        ExceptionEffect expected;
        for (maillog::Row row = 0; row < log.size(); ++row) {
            const maillog::Check each = log[row];
            const auto network = net::Network::parse(choices[i].entry);
            const auto pattern = net::DomainPattern::parse(choices[i].entry);
            const auto name = net::DomainName::parse(each.domain.empty() ? each.helo : each.domain);
            const bool matches = network ? each.address && network->contains(each.address->unmapped())
                                         : name && pattern->matches(*name);
            if (!matches) {
                continue;
            }
            if (!each.result) {
                expected.skips += each.repeat;
                continue;
            }
            expected.byResult[static_cast<std::size_t>(*each.result)] += each.repeat;
            if (each.action == maillog::Action::Block || each.action == maillog::Action::TempBlock) {
                expected.turnedAway[static_cast<std::size_t>(*each.result)] += each.repeat;
            }
        }
        QVERIFY(expected.checks() > 0);
        QVERIFY(effects[i] == expected);
    }
    QVERIFY(effectsOf(log, choices, [] { return true; }).empty());
}

void ActionsTest::plansTellWhatIsThere()
{
    const config::IniDocument document = config::IniDocument::parse(configText.toStdString());
    const ExceptionPlan within = planFor(document, "white_ip", "192.0.2.7", {});
    QVERIFY(within.edits && !within.isListed && within.overlaps.isRedundant);
    QVERIFY(std::ranges::any_of(within.found, [](const config::Finding& finding) {
        return finding.rule == config::Rule::CoveredEntry;
    }));
    const ExceptionPlan again = planFor(document, "white_ip", "192.0.2.0/24", {});
    QVERIFY(again.isListed);
    const ExceptionPlan first = planFor(document, "white_domain", "a.example", "INC-1");
    QVERIFY(!first.isListed);
    QVERIFY(first.after.find("INC-1") != std::string::npos);
    QVERIFY(std::ranges::any_of(first.found, [](const config::Finding& finding) {
        return finding.rule == config::Rule::ApprovedDomain;
    }));
    const ExceptionPlan bytes =
        planFor(config::IniDocument::parse(std::string("\xff\xfe[\0", 4)), "white_ip", "192.0.2.1", {});
    QVERIFY(!bytes.edits);
}

void ActionsTest::entriesAreOneEdit_data()
{
    QTest::addColumn<int>("side");
    QTest::addColumn<int>("choice");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("address approved") << 0 << 0 << QByteArray("white_ip");
    QTest::newRow("network approved") << 0 << 1 << QByteArray("white_ip");
    QTest::newRow("domain approved") << 0 << 2 << QByteArray("white_domain");
    QTest::newRow("domains enforced") << 1 << 3 << QByteArray("enforce_domain");
    QTest::newRow("address enforced") << 1 << 0 << QByteArray("enforce_ip");
}

void ActionsTest::entriesAreOneEdit()
{
    QFETCH(const int, side);
    QFETCH(const int, choice);
    QFETCH(const QByteArray, key);
    Desk desk;
    desk.openConfig();
    QSignalSpy added(&desk.page->rowActions(), &RowActions::entryAdded);
    auto* dialog = desk.exception();
    QVERIFY(dialog);
    Desk::choose(*dialog, choice, side);
    const auto entry =
        exceptionChoices(desk.page->checks().check(0)).at(static_cast<std::size_t>(choice)).entry;
    auto* add = dialog->findChild<QPushButton*>(QStringLiteral("maillog.exception.add"));
    QVERIFY2(add->isEnabled(), qPrintable(test::visibleTexts(dialog).join(QLatin1Char('\n'))));
    QVERIFY(add->text().contains(QString::fromLatin1(key)));
    add->click();
    QCOMPARE(added.count(), 1);
    const auto span = added.first().at(1).value<config::ByteSpan>();
    QCOMPARE(std::string(desk.config.document.current().text(span)), entry);
    QCOMPARE(added.first().at(0).value<std::string>(), key.toStdString());
    QVERIFY(desk.config.document.isModified());
    QVERIFY(desk.config.document.undoText().contains(QString::fromStdString(entry)));
    QCOMPARE(desk.config.document.undoStack()->count(), 1);
    const QByteArray after = desk.configBytes();
    desk.config.document.undoStack()->undo();
    QCOMPARE(desk.configBytes(), configText);
    QVERIFY(!desk.config.document.isModified());
    desk.config.document.undoStack()->redo();
    QCOMPARE(desk.configBytes(), after);
    QFile file(desk.gui.folder.filePath(QStringLiteral("config.ini")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), configText); // nothing is saved
}

void ActionsTest::approvedDomainsAreWarnedAbout()
{
    Desk desk;
    desk.openConfig();
    auto* dialog = desk.exception();
    QVERIFY(dialog);
    auto* warning = dialog->findChild<NoticeBar*>(QStringLiteral("maillog.exception.warning"));
    QVERIFY(!warning->isVisible());
    Desk::choose(*dialog, 2);
    QVERIFY(warning->isVisible());
    QVERIFY2(warning->text().contains(QStringLiteral("CFG-033")), qPrintable(warning->text()));
    const auto view = desk.page->browser().view();
    const auto choices = exceptionChoices(desk.page->checks().check(0));
    const auto effects = effectsOf(*view->logs->logs.log, choices);
    QVERIFY(effects[2].failures() > 0);
    QVERIFY2(warning->text().contains(QStringLiteral("\n%1 checks").arg(effects[2].failures())),
             qPrintable(warning->text()));
    auto* effect = dialog->findChild<QLabel*>(QStringLiteral("maillog.exception.effect"));
    QVERIFY(effect->text().contains(QStringLiteral("fail ")));
    Desk::choose(*dialog, 2, 1); // to be enforced: no warning
    QVERIFY(!warning->isVisible());
    dialog->reject();
}

void ActionsTest::theButtonsStayOnTheScreen()
{
    Desk desk;
    desk.openConfig();
    desk.window.resize(480, 600); // narrow: the texts are high
    auto* dialog = desk.exception();
    QVERIFY(dialog);
    Desk::choose(*dialog, 2);
    test::settle();
    const QRect area = dialog->screen()->availableGeometry();
    QVERIFY(dialog->height() <= area.height());
    auto* scroll = dialog->findChild<QScrollArea*>();
    QVERIFY(scroll->widget()->isAncestorOf(
        dialog->findChild<NoticeBar*>(QStringLiteral("maillog.exception.warning"))));
    auto* add = dialog->findChild<QPushButton*>(QStringLiteral("maillog.exception.add"));
    QVERIFY(add->mapTo(dialog, add->rect().bottomRight()).y() < dialog->height());
    QVERIFY(area.contains(add->mapToGlobal(add->rect().center())));
    // Scrolled only when the screen is too low.
    QVERIFY(scroll->verticalScrollBar()->maximum() == 0 || dialog->height() >= area.height() - 60);
    dialog->reject();
}

void ActionsTest::listedEntriesAreNotAddedTwice()
{
    Desk desk;
    const auto choices = exceptionChoices(desk.page->checks().check(0));
    desk.openConfig("[globals]\nwhite_ip = 127.0.0.1, " + QByteArray::fromStdString(choices[0].entry) + "\n");
    auto* dialog = desk.exception();
    QVERIFY(dialog);
    auto* add = dialog->findChild<QPushButton*>(QStringLiteral("maillog.exception.add"));
    auto* problems = dialog->findChild<NoticeBar*>(QStringLiteral("maillog.exception.problems"));
    QVERIFY(!add->isEnabled());
    QVERIFY(problems->isVisible());
    QVERIFY2(problems->text().contains(QStringLiteral("white_ip")), qPrintable(problems->text()));
    Desk::choose(*dialog, 1);
    QVERIFY(add->isEnabled());
    QVERIFY2(problems->text().contains(QString::fromStdString(choices[0].entry)),
             qPrintable(problems->text()));
    dialog->reject();
}

void ActionsTest::readOnlyFilesAreNotEdited()
{
    Desk desk;
    desk.config.file.setLookOnly(true);
    desk.openConfig();
    QVERIFY(desk.config.document.isReadOnly());
    auto* dialog = desk.exception();
    QVERIFY(dialog);
    QVERIFY(!dialog->findChild<QPushButton*>(QStringLiteral("maillog.exception.add"))->isEnabled());
    auto* problems = dialog->findChild<NoticeBar*>(QStringLiteral("maillog.exception.problems"));
    QVERIFY(problems->isVisible() && problems->text().contains(QStringLiteral("looked at")));
    dialog->reject();
}

void ActionsTest::withoutAConfigOneIsOffered()
{
    Desk desk;
    QSignalSpy asked(&desk.page->rowActions(), &RowActions::openConfigRequested);
    desk.gui.prompter.answerNext(-1);
    desk.run("maillog.addToList");
    QCOMPARE(asked.count(), 0);
    desk.gui.prompter.answerNext(0);
    desk.run("maillog.addToList");
    QCOMPARE(asked.count(), 1);
}

void ActionsTest::rowsWithoutASenderSayWhy()
{
    Desk desk(QStringLiteral("result:pass"));
    QAction* letter = desk.action("maillog.writePostmaster");
    QVERIFY(!letter->isEnabled());
    QVERIFY(letter->toolTip().contains(QStringLiteral("passed")));
    QVERIFY(desk.action("maillog.addToList")->isEnabled());
    QSignalSpy shown(&desk.page->browser(), &LogBrowser::viewChanged);
    desk.page->filter().setExpression(QStringLiteral("domain:absent.example"));
    QVERIFY(QTest::qWaitFor([&shown] { return shown.count() > 0; }));
    QVERIFY(!desk.action("maillog.addToList")->isEnabled());
    for (const ActionSpec& spec : desk.page->rowActions().specs()) {
        spec.run(); // from the palette: nothing happens, nothing breaks
    }
    QVERIFY(!desk.window.findChild<QDialog*>());
}

void ActionsTest::lettersAreHandedOn()
{
    Desk desk;
    auto* dialog = desk.letter();
    QVERIFY(dialog);
    const report::Letter english = dialog->letter();
    QVERIFY(english.body.contains(QStringLiteral("Kind regards")));
    auto* language = dialog->findChild<Segment*>(QStringLiteral("maillog.postmaster.language"));
    auto* body = dialog->findChild<QPlainTextEdit*>(QStringLiteral("maillog.postmaster.body"));
    body->setPlainText(QStringLiteral("my own words"));
    language->button(1)->click();
    QVERIFY(dialog->letter().body.contains(QStringLiteral("お世話になっております。")));
    language->button(0)->click();
    QCOMPARE(dialog->letter().body, QStringLiteral("my own words")); // not lost
    dialog->findChild<QPushButton*>(QStringLiteral("maillog.postmaster.open"))->click();
    QCOMPARE(desk.opened.size(), 1);
    QCOMPARE(desk.opened.first().scheme(), QStringLiteral("mailto"));
    QVERIFY(desk.opened.first().toEncoded().contains("body=my%20own%20words"));
    dialog->findChild<QPushButton*>(QStringLiteral("maillog.postmaster.copy"))->click();
    QVERIFY(QGuiApplication::clipboard()->text().endsWith(QStringLiteral("my own words")));
    body->setPlainText(QString(QStringLiteral("とても長い本文\n")).repeated(4000));
    dialog->findChild<QPushButton*>(QStringLiteral("maillog.postmaster.open"))->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), body->toPlainText());
    desk.canOpen = false;
    dialog->findChild<QPushButton*>(QStringLiteral("maillog.postmaster.open"))->click();
    QCOMPARE(dialog->findChild<NoticeBar*>()->level(), Level::Error);
    dialog->reject();
}

void ActionsTest::lettersAreSaved()
{
    Desk desk;
    auto* dialog = desk.letter();
    QVERIFY(dialog);
    auto* save = dialog->findChild<QPushButton*>(QStringLiteral("maillog.postmaster.save"));
    const QString mail = desk.gui.folder.filePath(QStringLiteral("letter.eml"));
    const QString text = desk.gui.folder.filePath(QStringLiteral("letter.txt"));
    desk.gui.filePicker.chooseNext(mail);
    save->click();
    desk.gui.filePicker.chooseNext(text);
    save->click();
    QFile file(mail);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), report::mailFile(dialog->letter()));
    QFile plain(text);
    QVERIFY(plain.open(QIODevice::ReadOnly));
    QVERIFY(QString::fromUtf8(plain.readAll()).endsWith(dialog->letter().body));
    desk.gui.filePicker.chooseNext(QStringLiteral("/nonexistent/letter.txt"));
    save->click();
    QCOMPARE(dialog->findChild<NoticeBar*>()->level(), Level::Error);
    dialog->reject();
}

void ActionsTest::exportsAreTheBytesOfTheCommandLine()
{
    Desk desk;
    auto* menu = desk.page->findChild<LogExports*>();
    QVERIFY(menu);
    const auto view = desk.page->browser().view();
    for (const qtio::EventFormat format :
         {qtio::EventFormat::Csv, qtio::EventFormat::ExcelCsv, qtio::EventFormat::JsonLines}) {
        const QString path = desk.gui.folder.filePath(QStringLiteral("out"));
        QSignalSpy told(menu, &LogExports::told);
        desk.gui.filePicker.chooseNext(path);
        menu->exportEvents(format);
        QVERIFY(QTest::qWaitFor([&told] { return told.count() > 0; }));
        QCOMPARE(told.first().first().value<Level>(), Level::Good);
        QBuffer expected;
        QVERIFY(expected.open(QIODevice::WriteOnly));
        QVERIFY(qtio::writeEvents(expected, *view->logs->logs.log, maillog::RowSet(view->rows), format, {},
                                  excelNames()) == qtio::ExportEnd::Done);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), expected.data());
    }
}

void ActionsTest::exportsHaveNoLimitAndLeaveNothingWhenCancelled()
{
    test::Gui gui;
    QByteArray lines;
    const QByteArray line =
        "Nov 21 04:41:07 mx1 SPFPolicyd[2214]: action=block result=fail identity=mailfrom "
        "domain=a.example rule=globals.fail client-ip=198.51.100.7 helo=mx.a.example "
        "envelope-from=<taro@a.example> to=<hanako@b.example> instance=4f2.66.0\n";
    constexpr int many = 100'000;
    for (int i = 0; i < many; ++i) {
        lines += line;
    }
    Desk desk(QString(), gui.write(QStringLiteral("maillog"), lines));
    QTRY_COMPARE(desk.page->checks().rowCount(), many);
    auto* menu = desk.page->findChild<LogExports*>();
    QSignalSpy told(menu, &LogExports::told);
    const QString path = gui.folder.filePath(QStringLiteral("out.csv"));
    desk.gui.filePicker.chooseNext(path);
    menu->exportEvents(qtio::EventFormat::JsonLines);
    QVERIFY(menu->progress()->isVisible());
    Q_EMIT menu->progress()->cancelRequested();
    QVERIFY(QTest::qWaitFor([&told] { return told.count() > 0; }));
    QCOMPARE(told.first().first().value<Level>(), Level::Info);
    QVERIFY(!QFile::exists(path));
    QVERIFY(!menu->progress()->isVisible());
    told.clear();
    desk.gui.filePicker.chooseNext(path);
    menu->exportEvents(qtio::EventFormat::Csv);
    QVERIFY(QTest::qWaitFor([&told] { return told.count() > 0; }, 30'000));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), qsizetype(many) + 1);
}

void ActionsTest::badFoldersAreTold()
{
    Desk desk;
    auto* menu = desk.page->findChild<LogExports*>();
    QSignalSpy told(menu, &LogExports::told);
    desk.gui.filePicker.chooseNext(QStringLiteral("/nonexistent/out.csv"));
    menu->exportEvents(qtio::EventFormat::Csv);
    QVERIFY(QTest::qWaitFor([&told] { return told.count() > 0; }));
    QCOMPARE(told.first().first().value<Level>(), Level::Error);
}

void ActionsTest::reportsAreWritten_data()
{
    QTest::addColumn<int>("form");
    QTest::addColumn<int>("language");
    QTest::newRow("HTML en") << 0 << 0;
    QTest::newRow("HTML ja") << 0 << 1;
    QTest::newRow("PDF en") << 1 << 0;
    QTest::newRow("PDF ja") << 1 << 1;
}

void ActionsTest::reportsAreWritten()
{
    QFETCH(const int, form);
    QFETCH(const int, language);
    Desk desk{QString()};
    desk.page->findChild<LogExports*>()->makeReport();
    auto* dialog = desk.window.findChild<ReportDialog*>();
    QVERIFY(dialog);
    dialog->findChild<Segment*>(QStringLiteral("maillog.report.form"))->button(form)->click();
    dialog->findChild<Segment*>(QStringLiteral("maillog.report.language"))->button(language)->click();
    dialog->findChild<QCheckBox*>(QStringLiteral("maillog.report.recipients"))->setChecked(true);
    const QString path = desk.gui.folder.filePath(QStringLiteral("report"));
    desk.gui.filePicker.chooseNext(path);
    dialog->findChild<QPushButton*>(QStringLiteral("maillog.report.save"))->click();
    auto* told = dialog->findChild<NoticeBar*>();
    QVERIFY(QTest::qWaitFor([told] { return told->isVisible(); }, 30'000));
    QCOMPARE(told->level(), Level::Good);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    if (form == 1) {
        QVERIFY(bytes.startsWith("%PDF-"));
    } else {
        QXmlStreamReader xml(bytes);
        while (!xml.atEnd()) {
            xml.readNext();
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(bytes.contains(language == 1 ? "SPF 検査レポート" : "SPF check report"));
        QVERIFY(bytes.contains("***@"));
    }
    if (const QString pictures = qEnvironmentVariable("SPM_PICTURES"); !pictures.isEmpty()) {
        QFile::remove(pictures + QStringLiteral("/report%1%2").arg(form).arg(language));
        QFile::copy(path, pictures + QStringLiteral("/report%1%2").arg(form).arg(language));
    }
    for (QPushButton* button : told->findChildren<QPushButton*>()) {
        button->click();
    }
    QVERIFY(desk.opened.contains(QUrl::fromLocalFile(path)));
    QVERIFY(desk.opened.contains(QUrl::fromLocalFile(desk.gui.folder.path())));
    dialog->reject();
}

void ActionsTest::reportsCanBeCancelled()
{
    const Desk desk{QString()};
    const auto view = desk.page->browser().view();
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    const report::LogReport made = reportOf(*view, words::Language::English);
    QVERIFY(writePdf(buffer, made, [](double) { return false; }) == qtio::ExportEnd::Cancelled);
}

/// The letters of a Japanese report are in the file as fonts of their own.
void ActionsTest::pdfHoldsJapanese()
{
    const Desk desk{QString()};
    const auto view = desk.page->browser().view();
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    QVERIFY(writePdf(buffer, reportOf(*view, words::Language::Japanese)) == qtio::ExportEnd::Done);
    const QByteArray& pdf = buffer.data();
    QVERIFY(pdf.contains("/FontFile"));
    QVERIFY(pdf.contains("/ToUnicode"));
    QVERIFY(pdf.count("/Type /Page\n") >= 2 || pdf.count("/Type /Page") >= 3);
}

/// Lists of every length: a heading never stands alone at the foot of a page.
void ActionsTest::pdfKeepsHeadingsWithTheirTables()
{
    const QString reader = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
    if (reader.isEmpty()) {
        QSKIP("pdftotext is not installed");
    }
    const Desk desk{QString()};
    const auto view = desk.page->browser().view();
    const QString path = desk.gui.folder.filePath(QStringLiteral("report.pdf"));
    for (std::size_t count = 8; count <= 20; count += 2) {
        report::LogReportRequest request;
        request.topCount = count;
        const report::LogReport made =
            *report::logReport(*view->logs->logs.log, maillog::RowSet(view->rows), request);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QVERIFY(writePdf(file, made) == qtio::ExportEnd::Done);
        file.close();
        QProcess process;
        process.start(reader, {QStringLiteral("-layout"), path, QStringLiteral("-")});
        QVERIFY(process.waitForFinished());
        QStringList pages = QString::fromUtf8(process.readAllStandardOutput()).split(QLatin1Char('\f'));
        pages.removeLast();
        QVERIFY(pages.size() > 2);
        QStringList heads{made.notesTitle};
        for (const report::Table& table : made.tables) {
            heads.append(table.title);
        }
        for (const QString& page : std::as_const(pages)) {
            const QStringList lines = page.trimmed().split(QRegularExpression(QStringLiteral("\\s*\n\\s*")));
            // The last line is the foot.
            QVERIFY(lines.size() > 1);
            QVERIFY2(!heads.contains(lines[lines.size() - 2]), qPrintable(page));
        }
    }
}

/// A page ends where a row does, no line is lost, and the head of a table is said again.
void ActionsTest::pdfPagesEndBetweenRows()
{
    constexpr double height = 300;
    constexpr int rows = 60;
    QTextDocument document;
    QTextCursor cursor(&document);
    QTextTableFormat format;
    format.setHeaderRowCount(1);
    format.setCellSpacing(0);
    QTextTable* table = cursor.insertTable(rows + 1, 1, format);
    for (int row = 0; row <= rows; ++row) { // one line, two, three, one, ...
        table->cellAt(row, 0).firstCursorPosition().insertText(
            QStringList(row % 3 + 1, QString::number(row)).join(QChar::LineSeparator));
    }
    document.setTextWidth(200);
    const std::vector<PdfPage> pages = pagesOf(document, height);
    QVERIFY(pages.size() > 3);
    double end = pages.front().top;
    for (const PdfPage& page : pages) {
        QVERIFY(qAbs(page.top - end) < 0.01); // nothing is left out
        end = page.bottom;
        QVERIFY(page.bottom - page.top + page.headHeight() <= height + 0.01);
        QCOMPARE(page.headHeight() > 0, &page != &pages.front());
        for (int row = 0; row <= rows; ++row) {
            const QRectF box = document.documentLayout()->blockBoundingRect(
                table->cellAt(row, 0).firstCursorPosition().block());
            QVERIFY2(box.bottom() <= page.top + 0.01 || box.top() >= page.bottom - 0.01 ||
                         (box.top() >= page.top && box.bottom() <= page.bottom + 0.01),
                     qPrintable(QString::number(row)));
        }
    }
    QVERIFY(end >= document.documentLayout()->frameBoundingRect(table).bottom() - 0.01);
}

void ActionsTest::reportsOfFewChecks_data()
{
    QTest::addColumn<QByteArray>("log");
    const QByteArray other = "Nov 21 10:00:00 mx1 postfix/smtpd[1]: connect from a[192.0.2.1]\n";
    QTest::newRow("none") << other;
    QTest::newRow("one")
        << other + "Nov 21 10:00:01 mx1 SPFPolicyd[9]: action=block result=fail identity=mailfrom "
                   "domain=a.example client-ip=192.0.2.1 helo=a envelope-from=<x@a.example> "
                   "to=<y@example.jp> rule=globals.fail instance=1 queue-id=\n";
}

void ActionsTest::reportsOfFewChecks()
{
    QFETCH(const QByteArray, log);
    test::Gui gui;
    qtio::LogRequest request;
    request.paths = {gui.write(QStringLiteral("maillog"), log)};
    const qtio::LoadedLogs logs = qtio::loadLogs(request);
    for (const auto language : {words::Language::English, words::Language::Japanese}) {
        report::LogReportRequest asked;
        asked.language = language;
        asked.logs = request.paths;
        const auto made = report::logReport(*logs.log, maillog::RowSet::all(*logs.log), asked);
        QVERIFY(made);
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        QVERIFY(writePdf(buffer, *made) == qtio::ExportEnd::Done);
        if (const QString pictures = qEnvironmentVariable("SPM_PICTURES"); !pictures.isEmpty()) {
            const QString name =
                QStringLiteral("%1/report-%2-%3")
                    .arg(pictures, QLatin1String(QTest::currentDataTag()),
                         language == words::Language::English ? QStringLiteral("en") : QStringLiteral("ja"));
            for (const auto& [end, bytes] : {std::pair{QStringLiteral(".pdf"), buffer.data()},
                                             std::pair{QStringLiteral(".html"), report::html(*made)}}) {
                QFile file(name + end);
                QVERIFY(file.open(QIODevice::WriteOnly));
                file.write(bytes);
            }
        }
    }
}

void ActionsTest::dialogsSurviveSweeps_data()
{
    QTest::addColumn<bool>("isJapanese");
    QTest::addColumn<bool>("isDark");
    QTest::newRow("en light") << false << false;
    QTest::newRow("ja light") << true << false;
    QTest::newRow("ja dark") << true << true;
}

void ActionsTest::dialogsSurviveSweeps()
{
    QFETCH(const bool, isJapanese);
    QFETCH(const bool, isDark);
    Desk desk;
    desk.openConfig();
    desk.gui.language.setChoice(isJapanese ? words::LanguageChoice::Japanese
                                           : words::LanguageChoice::English);
    desk.gui.theme.setChoice(isDark ? ThemeChoice::Dark : ThemeChoice::Light);
    test::settle();
    const QString pictures = qEnvironmentVariable("SPM_PICTURES");
    const auto look = [&](QDialog* dialog, const char* name) {
        QVERIFY(dialog);
        test::settle();
        if (!pictures.isEmpty()) {
            dialog->grab().save(
                QStringLiteral("%1/%2.%3.png")
                    .arg(pictures, QLatin1String(name), QLatin1String(QTest::currentDataTag())));
        }
        const QStringList faults = test::allFaults(dialog);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
        QVERIFY(dialog->minimumSizeHint().height() <= 700);
        delete dialog;
    };
    look(desk.exception(), "exception");
    auto* domain = desk.exception();
    Desk::choose(*domain, 3);
    look(domain, "exceptionDomain");
    look(desk.letter(), "postmaster");
    desk.page->findChild<LogExports*>()->makeReport();
    look(desk.window.findChild<ReportDialog*>(), "report");
}

QTEST_MAIN(ActionsTest)
#include "actions_test.moc"
