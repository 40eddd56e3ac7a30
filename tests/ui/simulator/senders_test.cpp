// SPDX-License-Identifier: GPL-3.0-or-later
// "Who may send as this domain" as a user meets it: tree, networks, the question for an address, operators,
// copies and exports, cancelling and failing.
#include "tests/support/gui_fixture.h"
#include "tests/support/sweeps.h"
#include "ui/common/badge.h"
#include "ui/common/notice_bar.h"
#include "ui/common/problem_row.h"
#include "ui/common/progress_strip.h"
#include "ui/common/table_view.h"
#include "ui/common/validated_line_edit.h"
#include "ui/simulator/senders_csv.h"
#include "ui/simulator/senders_view.h"
#include "ui/simulator/term_tree.h"

#include <QAbstractItemModelTester>
#include <QBoxLayout>
#include <QClipboard>
#include <QDir>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace ui;

namespace {

constexpr auto wideZone = R"($TTL 300
wide.example. TXT "v=spf1 include:_spf.google.com -ip4:192.0.2.66 ip4:192.0.2.0/24 ip4:192.0.2.7 ip4:192.0.2.7 include:out.wide.example exists:%{i}.wide.example include:wide.example include:gone.example a:gone.example redirect=x.example ~all mx"
_spf.google.com. TXT "v=spf1 ip4:198.51.100.0/24 ip6:2001:db8::/48 ~all"
out.wide.example. TXT "v=spf1 -ip4:203.0.113.5 ip4:203.0.113.0/24 -all"
many.example. TXT "v=spf1 a:a.example a:b.example a:c.example mx mx mx mx mx mx mx mx ~all"
many.example. MX 10 m.example.
m.example. A 192.0.2.1
a.example. A 192.0.2.1
b.example. A 192.0.2.2
c.example. A 192.0.2.3
$FAILURE down.example servfail
0.2.0.192.origin.asn.cymru.com. TXT "64496 | 192.0.2.0/24 | JP | apnic |"
AS64496.asn.cymru.com. TXT "64496 | JP | apnic | 2010-01-01 | =HIKARI, JP"
)";

/// Takes questions and never answers.
class SilentResolver final : public qtio::Resolver
{
public:
    std::unique_ptr<qtio::PendingLookup> ask(dns::Question, std::chrono::milliseconds, Done) override
    {
        return std::make_unique<qtio::PendingLookup>();
    }

    [[nodiscard]] std::string description() const override { return "silent"; }
};

/// The view under its inputs, as the page shows them.
struct ViewUnderTest
{
    test::Gui gui;
    Conditions conditions;
    QWidget window;
    SendersView* view;

    explicit ViewUnderTest(ResolverMaker maker = makeResolver)
    {
        conditions.source = {DnsSource::Kind::ZoneFile, gui.write(QStringLiteral("wide.zone"), wideZone)};
        view = new SendersView(gui.services, [this] { return conditions; }, std::move(maker));
        auto* outer = new QVBoxLayout(&window);
        outer->addWidget(view->inputs());
        outer->addWidget(view, 1);
        view->inputs()->show();
        window.resize(1228, 712);
        window.show();
    }

    template <class T>
    T* part(const char* name) const
    {
        return window.findChild<T*>(QLatin1String(name));
    }

    void showDomain(const QString& domain)
    {
        QSignalSpy finished(view, &SendersView::finished);
        view->show(domain);
        QTRY_VERIFY(finished.count() > 0);
    }

    [[nodiscard]] QString notice() const
    {
        auto* bar = window.findChild<NoticeBar*>();
        return bar->isVisible() ? bar->text() : QString();
    }

    [[nodiscard]] QStringList networks() const
    {
        const QAbstractItemModel* rows = part<TableView>("senders.table")->model();
        QStringList list;
        for (int row = 0; row < rows->rowCount(); ++row) {
            list.append(rows->index(row, SendersModel::Network).data().toString());
        }
        return list;
    }

    [[nodiscard]] QModelIndex term(const QString& text, const QModelIndex& parent = {}) const
    {
        const QAbstractItemModel* terms = part<TermTree>("senders.tree")->model();
        for (int row = 0; row < terms->rowCount(parent); ++row) {
            const QModelIndex index = terms->index(row, 0, parent);
            if (index.data().toString() == text) {
                return index;
            }
            if (const QModelIndex below = term(text, index); below.isValid()) {
                return below;
            }
        }
        return {};
    }

    [[nodiscard]] TraceRow row(const QString& text) const
    {
        return term(text).data(TraceModel::RowRole).value<TraceRow>();
    }

    void typeAddress(const QString& address) const { part<QLineEdit>("senders.address")->setText(address); }

    [[nodiscard]] QString answer() const
    {
        auto* row = part<ProblemRow>("senders.answer");
        return row->isVisible() ? row->sentence() : QString();
    }
};

QString wide()
{
    return QStringLiteral("wide.example");
}

} // namespace

class SendersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelsHoldTogether();
    void showsNetworksWithTheirOrigin();
    void everyTermSaysWhatItAllows_data();
    void everyTermSaysWhatItAllows();
    void termsOverTheLimitSaySo();
    void limitsAreThoseOfThePage();
    void aTermChoosesItsNetworks();
    void saysWhatCoversAnAddress_data();
    void saysWhatCoversAnAddress();
    void domainsAreJudgedAsTyped_data();
    void domainsAreJudgedAsTyped();
    void copiesAndExports();
    void operatorsAreLookedUpWhenAsked();
    void simulatesAMailFromANetwork();
    void copiesTheCommand();
    void aRunCanBeCancelled();
    void otherConditionsMakeItStale();
    void failuresAreSaid();
    void recordsThatAllowNobody();
    void survivesSweeps_data();
    void survivesSweeps();
    void pictures();
};

void SendersTest::modelsHoldTogether()
{
    ViewUnderTest test;
    const QAbstractItemModelTester terms(test.part<TermTree>("senders.tree")->model(),
                                         QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QAbstractItemModelTester networks(test.part<TableView>("senders.table")->model(),
                                            QAbstractItemModelTester::FailureReportingMode::Fatal);
    QVERIFY(test.view->outcome() == nullptr);
    test.showDomain(wide());
    test.showDomain(QStringLiteral("nothing.example"));
    QCOMPARE(test.networks(), QStringList());
    test.showDomain(wide());
    QCOMPARE(test.networks().size(), 8);
}

void SendersTest::showsNetworksWithTheirOrigin()
{
    ViewUnderTest test;
    test.showDomain(wide());
    const QAbstractItemModel* rows = test.part<TableView>("senders.table")->model();
    const auto cell = [rows](int row, SendersModel::Column column) {
        return rows->index(row, column).data().toString();
    };
    QCOMPARE(cell(0, SendersModel::Network), QStringLiteral("198.51.100.0/24"));
    QCOMPARE(cell(0, SendersModel::Size), QStringLiteral("256"));
    QCOMPARE(cell(0, SendersModel::From), QStringLiteral("Google Workspace · _spf.google.com › ip4"));
    QVERIFY(rows->index(0, SendersModel::From)
                .data(Qt::ToolTipRole)
                .toString()
                .contains(QStringLiteral("ip4:198")));
    QCOMPARE(cell(1, SendersModel::Size), QStringLiteral("65,536 × /64"));
    QCOMPARE(cell(2, SendersModel::Effect), QStringLiteral("fail"));
    QVERIFY(rows->index(2, SendersModel::Effect).data(BadgeDelegate::SpecRole).isValid());
    QVERIFY(!rows->index(3, SendersModel::Effect).data(BadgeDelegate::SpecRole).isValid());
    QCOMPARE(cell(3, SendersModel::Notes),
             QStringLiteral("except 192.0.2.66 (wide.example), which decides first"));
    QCOMPARE(cell(4, SendersModel::Notes), QStringLiteral("inside 192.0.2.0/24 (wide.example)"));
    QCOMPARE(cell(5, SendersModel::Notes), QStringLiteral("duplicate of 192.0.2.7 (wide.example)"));
    QCOMPARE(cell(6, SendersModel::Effect), QStringLiteral("no match"));
    QVERIFY(!test::visibleTexts(&test.window)
                 .filter(QStringLiteral("766 IPv4 addresses · 65,536 IPv6 /64s"))
                 .isEmpty());
}

void SendersTest::everyTermSaysWhatItAllows_data()
{
    QTest::addColumn<QString>("term");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* term, const char* sentence) {
        QTest::newRow(term) << QString::fromUtf8(term) << QString::fromUtf8(sentence);
    };
    row("wide.example", "v=spf1 include:_spf.google.com");
    row("include:_spf.google.com", "everything that record allows (2 networks, costs 1 look-up");
    row("ip6:2001:db8::/48", "65,536 × /64");
    row("-ip4:192.0.2.66", "1 address → fail, not allowed");
    row("-ip4:203.0.113.5", "1 address → no match in this include");
    row("-all", "everyone else: no match here");
    row("exists:%{i}.wide.example", "depends on the mail; cannot be listed");
    row("include:wide.example", "loop: wide.example is already on the way here: permerror");
    row("include:gone.example", "gone.example publishes no SPF record: permerror");
    row("a:gone.example", "no address (void look-up)");
    row("redirect=x.example", "ignored: the record has an all mechanism");
    row("mx", "ignored: after all");
}

void SendersTest::everyTermSaysWhatItAllows()
{
    QFETCH(QString, term);
    QFETCH(QString, sentence);
    ViewUnderTest test;
    test.showDomain(wide());
    QVERIFY2(test.row(term).sentence.startsWith(sentence), qPrintable(test.row(term).sentence));
    QVERIFY(!test.row(term).icon.isEmpty());
    const QString spoken = test.term(term).data(Qt::AccessibleTextRole).toString();
    QVERIFY(spoken.contains(term) && spoken.contains(sentence));
}

void SendersTest::termsOverTheLimitSaySo()
{
    ViewUnderTest test;
    test.showDomain(QStringLiteral("many.example"));
    const QAbstractItemModel* terms = test.part<TermTree>("senders.tree")->model();
    const auto row = [&](int number) {
        return terms->index(number, 0, terms->index(0, 0)).data(TraceModel::RowRole).value<TraceRow>();
    };
    QCOMPARE(row(9).counter, QStringLiteral("10"));
    QVERIFY(!row(9).sentence.contains(QStringLiteral("permerror")));
    QCOMPARE(row(10).counter, QStringLiteral("11"));
    QVERIFY(row(10).sentence.startsWith(QStringLiteral("look-up 11 of 10: permerror")));
}

void SendersTest::limitsAreThoseOfThePage()
{
    ViewUnderTest test;
    test.conditions.limits.terms = 3;
    test.showDomain(QStringLiteral("many.example"));
    QVERIFY(test.row(QStringLiteral("mx")).sentence.startsWith(QStringLiteral("look-up 4 of 3: permerror")));
    test.typeAddress(QStringLiteral("203.0.113.1"));
    QVERIFY(test.answer().startsWith(QStringLiteral("203.0.113.1 gets permerror")));
}

void SendersTest::aTermChoosesItsNetworks()
{
    ViewUnderTest test;
    test.showDomain(wide());
    auto* tree = test.part<TermTree>("senders.tree");
    tree->setCurrentIndex(test.term(QStringLiteral("include:_spf.google.com")));
    QCOMPARE(test.networks(),
             (QStringList{QStringLiteral("198.51.100.0/24"), QStringLiteral("2001:db8::/48")}));
    QVERIFY(test::visibleTexts(&test.window).contains(QStringLiteral("2 of 8")));
    QTest::keyClick(tree, Qt::Key_Down);
    QCOMPARE(test.networks(), QStringList{QStringLiteral("198.51.100.0/24")});
    tree->setCurrentIndex(test.term(QStringLiteral("exists:%{i}.wide.example")));
    QCOMPARE(test.networks(), QStringList());
    QVERIFY(test::visibleTexts(&test.window).contains(QStringLiteral("No listed network fits the choice.")));
    tree->setCurrentIndex(test.term(wide()));
    QCOMPARE(test.networks().size(), 8);
    QTest::mouseClick(test.part<QPushButton>("senders.fold"), Qt::LeftButton);
    QVERIFY(!tree->isExpanded(test.term(QStringLiteral("include:_spf.google.com"))));
    QTest::mouseClick(test.part<QPushButton>("senders.fold"), Qt::LeftButton);
    QVERIFY(tree->isExpanded(test.term(QStringLiteral("include:_spf.google.com"))));
}

void SendersTest::saysWhatCoversAnAddress_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QStringList>("networks");
    const auto row = [](const char* address, const char* answer, const QStringList& networks) {
        QTest::newRow(*address == 0 ? "empty" : address)
            << QString::fromLatin1(address) << QString::fromUtf8(answer) << networks;
    };
    row("198.51.100.5", "198.51.100.5 may send: ip4:198.51.100.0/24 of _spf.google.com.",
        {QStringLiteral("198.51.100.0/24")});
    row("192.0.2.66", "192.0.2.66 may not simply send: -ip4:192.0.2.66 of wide.example gives fail.",
        {QStringLiteral("192.0.2.66"), QStringLiteral("192.0.2.0/24")});
    row("203.0.113.5", "203.0.113.5 gets permerror: the evaluation ends at wide.example › ",
        {QStringLiteral("203.0.113.5"), QStringLiteral("203.0.113.0/24")});
    row("::ffff:198.51.100.5", "198.51.100.5 may send", {QStringLiteral("198.51.100.0/24")});
    row("1.2.3", "Not an IPv4 or IPv6 address.", {});
}

void SendersTest::saysWhatCoversAnAddress()
{
    QFETCH(QString, address);
    QFETCH(QString, answer);
    QFETCH(QStringList, networks);
    ViewUnderTest test;
    test.showDomain(wide());
    QCOMPARE(test.answer(), QString());
    auto* tree = test.part<TermTree>("senders.tree");
    tree->setCurrentIndex(test.term(QStringLiteral("-ip4:192.0.2.66")));
    test.typeAddress(address);
    QVERIFY2(test.answer().startsWith(answer), qPrintable(test.answer()));
    QCOMPARE(test.networks().size(), networks.isEmpty() ? 8 : networks.size());
    for (const QString& network : networks) {
        QVERIFY2(test.networks().contains(network), qPrintable(network));
    }
    test.typeAddress(QString());
    QCOMPARE(test.answer(), QString());
    QCOMPARE(test.networks().size(), 8);
}

void SendersTest::domainsAreJudgedAsTyped_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("canRun");
    QTest::addColumn<QString>("command");
    const auto row = [](const char* text, bool canRun, const char* command) {
        QTest::newRow(text) << QString::fromUtf8(text) << canRun << QString::fromUtf8(command);
    };
    row("example.com", true, "spfpolicy record explain example.com");
    row(" info@example.com ", true, "spfpolicy record explain example.com");
    row("<info@example.com>", true, "spfpolicy record explain example.com");
    row("例え.jp", true, "spfpolicy record explain '例え.jp'");
    row("a..b", false, "");
    row("localhost", false, "");
    row("192.0.2.1", false, "");
    row("info@", false, "");
    row(" ", false, "");
}

void SendersTest::domainsAreJudgedAsTyped()
{
    QFETCH(QString, text);
    QFETCH(bool, canRun);
    QFETCH(QString, command);
    ViewUnderTest test;
    test.conditions.source = {};
    QVERIFY(!test.view->canRun());
    auto* edit = test.part<ValidatedLineEdit>("senders.domain");
    QCOMPARE(edit->state(), ValidatedLineEdit::State::Plain);
    QSignalSpy changed(test.view, &SendersView::changed);
    edit->insert(text); // as pasted
    QVERIFY(changed.count() > 0);
    QCOMPARE(test.view->canRun(), canRun);
    QCOMPARE(edit->state() == ValidatedLineEdit::State::Bad, !canRun);
    if (canRun) {
        QCOMPARE(test.view->command(), command);
    } else {
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(!test.view->isRunning());
    }
}

void SendersTest::copiesAndExports()
{
    ViewUnderTest test;
    test.showDomain(wide());
    QTest::mouseClick(test.part<QPushButton>("senders.copy"), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(),
             QStringLiteral("198.51.100.0/24\n2001:db8::/48\n192.0.2.0/24\n192.0.2.7\n203.0.113.0/24"));
    const QString path = test.gui.folder.filePath(QStringLiteral("senders.csv"));
    test.gui.filePicker.chooseNext(path);
    QTest::mouseClick(test.part<QPushButton>("senders.export"), Qt::LeftButton);
    QVERIFY(test.notice().contains(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList lines = file.readAll().split('\n');
    QCOMPARE(lines.at(0), QByteArray("network,result,host,path,provider,notes,asn,operator\r"));
    QCOMPARE(lines.at(1),
             QByteArray("198.51.100.0/24,pass,,wide.example › _spf.google.com › ip4:198.51.100.0/24,"
                        "Google Workspace,,,\r"));
    QVERIFY(lines.at(4).contains(",except 192.0.2.66,"));
    QCOMPARE(lines.size(), 10); // header, eight networks, the end
    test.gui.filePicker.chooseNext(QStringLiteral("/nowhere/senders.csv"));
    QTest::mouseClick(test.part<QPushButton>("senders.export"), Qt::LeftButton);
    QVERIFY(test.notice().startsWith(QStringLiteral("/nowhere/senders.csv could not be written: ")));
}

void SendersTest::operatorsAreLookedUpWhenAsked()
{
    ViewUnderTest test;
    test.showDomain(wide());
    auto* table = test.part<TableView>("senders.table");
    QVERIFY(table->isColumnHidden(SendersModel::Operator));
    QTest::mouseClick(test.part<QPushButton>("senders.operators"), Qt::LeftButton);
    QTRY_VERIFY(!table->isColumnHidden(SendersModel::Operator));
    QCOMPARE(table->model()->index(3, SendersModel::Operator).data().toString(),
             QStringLiteral("AS64496 =HIKARI, JP"));
    QCOMPARE(table->model()->index(0, SendersModel::Operator).data().toString(), QString());
    QVERIFY(test.notice().startsWith(QStringLiteral("No operator is known for 6 networks.")));
    QVERIFY(test.view->command().contains(QStringLiteral(" --asn ")));
    const QString path = test.gui.folder.filePath(QStringLiteral("operators.csv"));
    test.gui.filePicker.chooseNext(path);
    QTest::mouseClick(test.part<QPushButton>("senders.export"), Qt::LeftButton);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains(",64496,\"'=HIKARI, JP\"\r\n")); // no formula for a spreadsheet
    test.showDomain(wide());
    QVERIFY(table->isColumnHidden(SendersModel::Operator));
}

void SendersTest::simulatesAMailFromANetwork()
{
    ViewUnderTest test;
    test.showDomain(wide());
    QSignalSpy requested(test.view, &SendersView::simulateRequested);
    auto* table = test.part<TableView>("senders.table");
    table->setCurrentIndex(table->model()->index(3, 0));
    const QAction* action = nullptr;
    for (const QAction* one : test.view->findChildren<QAction*>()) {
        action = one->text() == QStringLiteral("Simulate a mail from this network") ? one : action;
    }
    QVERIFY(action != nullptr);
    const_cast<QAction*>(action)->trigger();
    QCOMPARE(requested.count(), 1);
    const auto mail = requested.at(0).at(0).value<MailInputs>();
    QCOMPARE(mail.client, QStringLiteral("192.0.2.0"));
    QCOMPARE(mail.sender, QStringLiteral("postmaster@wide.example"));
}

void SendersTest::copiesTheCommand()
{
    ViewUnderTest test;
    test.conditions.source = {DnsSource::Kind::Server, QStringLiteral("192.0.2.53:5353")};
    test.part<QLineEdit>("senders.domain")->setText(wide());
    test.typeAddress(QStringLiteral("192.0.2.1"));
    QCOMPARE(test.view->command(),
             QStringLiteral(
                 "spfpolicy record explain wide.example --covers 192.0.2.1 --nameserver 192.0.2.53:5353"));
}

void SendersTest::aRunCanBeCancelled()
{
    ViewUnderTest test([](const DnsSource&) -> tl::expected<std::unique_ptr<qtio::Resolver>, QString> {
        return std::make_unique<SilentResolver>();
    });
    QSignalSpy finished(test.view, &SendersView::finished);
    QSignalSpy started(test.view, &SendersView::started);
    test.view->show(wide());
    QCOMPARE(started.count(), 1);
    QVERIFY(test.view->isRunning());
    QCOMPARE(test.part<ValidatedLineEdit>("senders.domain")->state(), ValidatedLineEdit::State::Busy);
    auto* progress = test.window.findChild<ProgressStrip*>();
    QTRY_VERIFY(progress->isVisible());
    QTest::keyClick(test.view, Qt::Key_Escape);
    QVERIFY(!test.view->isRunning());
    QVERIFY(!progress->isVisible());
    QCOMPARE(test.notice(), QStringLiteral("Cancelled."));
    test.view->show(wide());
    QTest::keyClicks(test.part<QLineEdit>("senders.domain"), QStringLiteral("x"));
    QVERIFY(!test.view->isRunning()); // a new input
    QCOMPARE(finished.count(), 0);
}

void SendersTest::otherConditionsMakeItStale()
{
    ViewUnderTest test;
    test.showDomain(wide());
    const QModelIndex first = test.part<TableView>("senders.table")->model()->index(0, 0);
    QVERIFY(!first.data(CellDelegate::SecondaryRole).toBool());
    test.view->conditionsChanged();
    QVERIFY(first.data(CellDelegate::SecondaryRole).toBool());
    test.showDomain(wide());
    QVERIFY(!test.part<TableView>("senders.table")
                 ->model()
                 ->index(0, 0)
                 .data(CellDelegate::SecondaryRole)
                 .toBool());
}

void SendersTest::failuresAreSaid()
{
    ViewUnderTest test;
    test.conditions.source = {DnsSource::Kind::ZoneFile, QStringLiteral("/nowhere.zone")};
    test.view->show(wide());
    QVERIFY(!test.view->isRunning());
    QVERIFY(test.notice().contains(QStringLiteral("/nowhere.zone")));
    test.conditions.source = {DnsSource::Kind::ZoneFile,
                              test.gui.folder.filePath(QStringLiteral("wide.zone"))};
    test.showDomain(QStringLiteral("down.example"));
    QCOMPARE(test.notice(), QString());
    QVERIFY(test::visibleTexts(&test.window)
                .contains(QStringLiteral("DNS gave no usable answer for down.example: temperror")));
}

void SendersTest::recordsThatAllowNobody()
{
    ViewUnderTest test;
    QVERIFY(test::visibleTexts(&test.window).contains(QStringLiteral("Who may send as a domain?")));
    test.showDomain(QStringLiteral("nothing.example"));
    const QStringList texts = test::visibleTexts(&test.window);
    QVERIFY(texts.contains(QStringLiteral("nothing.example publishes no SPF record: none")));
    QVERIFY(texts.contains(QStringLiteral("Nothing that can be listed may send as this domain.")));
    QVERIFY(!test.part<QPushButton>("senders.copy")->isEnabled());
    QVERIFY(!test.part<QPushButton>("senders.operators")->isEnabled());
    test.typeAddress(QStringLiteral("192.0.2.1"));
    QCOMPARE(test.answer(),
             QStringLiteral("No network covers 192.0.2.1: nothing.example has no usable SPF record (none)."));
}

void SendersTest::survivesSweeps_data()
{
    QTest::addColumn<bool>("japanese");
    QTest::addColumn<QSize>("size");
    QTest::newRow("en") << false << QSize(1228, 712);
    QTest::newRow("ja") << true << QSize(1228, 712);
    QTest::newRow("en, small") << false << QSize(1040, 480);
    QTest::newRow("ja, small") << true << QSize(1040, 480);
}

void SendersTest::survivesSweeps()
{
    QFETCH(bool, japanese);
    QFETCH(QSize, size);
    ViewUnderTest test;
    test.gui.language.setChoice(japanese ? words::LanguageChoice::Japanese : words::LanguageChoice::English);
    test.view->retranslate();
    test.window.resize(size);
    test::settle();
    QCOMPARE(test::allFaults(&test.window), QStringList());
    test.showDomain(wide());
    test.typeAddress(QStringLiteral("192.0.2.7"));
    test::settle();
    QCOMPARE(test::allFaults(&test.window), QStringList());
    QCOMPARE(test.window.size(), size);
}

void SendersTest::pictures()
{
    const QString folder = qEnvironmentVariable("SPM_PICTURES");
    if (folder.isEmpty()) {
        QSKIP("SPM_PICTURES names no folder");
    }
    ViewUnderTest test;
    const QString sample = QStringLiteral(SPM_SOURCE_DIR "/resources/sample/sample.zone");
    const QString wideFile = test.conditions.source.place;
    const auto take = [&](const QString& name) {
        test::settle();
        test.window.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
    };
    take(QStringLiteral("senders.empty"));
    for (const bool dark : {false, true}) {
        test.gui.theme.setChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
        for (const QSize size : {QSize(1228, 712), QSize(1040, 560)}) {
            test.window.resize(size);
            const QString suffix = QStringLiteral(".%1.%2")
                                       .arg(size.width())
                                       .arg(dark ? QStringLiteral("dark") : QStringLiteral("light"));
            test.conditions.source = {DnsSource::Kind::ZoneFile, sample};
            test.typeAddress(QStringLiteral("198.51.100.9"));
            test.showDomain(QStringLiteral("sakura-store.example"));
            take(QStringLiteral("senders.sample") + suffix);
            test.typeAddress(QString());
            test.conditions.source = {DnsSource::Kind::ZoneFile, wideFile};
            test.showDomain(wide());
            QTest::mouseClick(test.part<QPushButton>("senders.operators"), Qt::LeftButton);
            QTRY_VERIFY(!test.part<TableView>("senders.table")->isColumnHidden(SendersModel::Operator));
            take(QStringLiteral("senders.wide") + suffix);
        }
    }
}

QTEST_MAIN(SendersTest)
#include "senders_test.moc"
