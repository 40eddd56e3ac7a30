// SPDX-License-Identifier: GPL-3.0-or-later
// Where logs come from and how they are read: the table of sources, time zones and years, servers, and the
// user's own line forms with their preview.
#include "tests/support/gui_fixture.h"
#include "tests/support/sweeps.h"
#include "ui/maillog/framed_list.h"
#include "ui/maillog/log_facts.h"
#include "ui/maillog/sources/source_dialog.h"
#include "ui/maillog/sources/source_model.h"
#include "ui/maillog/sources/source_pattern_model.h"
#include "ui/maillog/sources/source_patterns_dialog.h"
#include "ui/maillog/sources/source_samples.h"
#include "ui/maillog/sources/source_server_dialog.h"
#include "ui/words/log_set_words.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDir>
#include <QHeaderView>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ui;

namespace {

const QString sampleLog = QStringLiteral(SPM_SOURCE_DIR "/resources/sample/maillog");

std::shared_ptr<const OpenLogs> logsOf(const QStringList& paths)
{
    qtio::LogRequest request;
    request.paths = paths;
    auto open = std::make_shared<OpenLogs>();
    open->logs = qtio::loadLogs(request);
    return open;
}

void takePicture(QWidget& widget, const QString& name)
{
    if (const QString folder = qEnvironmentVariable("SPM_PICTURES"); !folder.isEmpty()) {
        QVERIFY(widget.grab().save(folder + QLatin1Char('/') + name + u".png"_s));
    }
}

struct Desk
{
    test::Gui gui;
    QWidget window;

    Desk()
    {
        window.resize(1280, 800);
        window.show();
    }

    SourceDialog* sources(const QStringList& paths, std::shared_ptr<const OpenLogs> logs = {})
    {
        auto* dialog = new SourceDialog(
            {gui.filePicker,
             gui.settings,
             [](const QString& path) { return QStringList{path + u".1"_s, path + u".2.gz"_s}; },
             {u"mx1.example.jp"_s, u"mail@mx2.example.jp"_s}},
            paths, std::move(logs), {}, &window);
        dialog->open();
        return dialog;
    }

    PatternsDialog* patterns(std::shared_ptr<const OpenLogs> logs = {})
    {
        auto* dialog = new PatternsDialog(gui.settings, gui.filePicker, std::move(logs), &window);
        dialog->open();
        return dialog;
    }
};

template <class Widget>
Widget* part(QWidget* dialog, const char* name)
{
    return dialog->findChild<Widget*>(QLatin1String(name));
}

QString cell(const QAbstractItemModel& model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class SourcesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesOfLogsAreOffered_data();
    void namesOfLogsAreOffered();
    void factsOfTheLogs();
    void zoneAndYearAreKeptByPlace();
    void moreSources();
    void serverPlaces_data();
    void serverPlaces();
    void settingsOfManyPlaces();
    void patternFiles();
    void templatesFit_data();
    void templatesFit();
    void errorsHaveAPlace();
    void previewFollowsTyping();
    void importAndExport();
    void unreadableLinesComeFirst();
    void pictures_data();
    void pictures();
};

void SourcesTest::namesOfLogsAreOffered_data()
{
    QTest::addColumn<bool>("isLog");
    for (const char* name : {"maillog", "mail.log", "mail.info", "messages", "syslog", "syslog.1",
                             "maillog-20250105", "postfix.log", "mail.log.2.gz", "messages-20250105.xz",
                             "maillog.20250105-010859.gz", "info.3", "journal.json"}) {
        QTest::newRow(name) << true;
    }
    QTest::newRow("lastlog.db") << false;
    QTest::newRow("picture.png") << false;
}

void SourcesTest::namesOfLogsAreOffered()
{
    QFETCH(const bool, isLog);
    const QString all = logFileFilters().constFirst().section(u'(', 1).chopped(1);
    QCOMPARE(QDir::match(all.split(u' '), QLatin1String(QTest::currentDataTag())), isLog);
}

void SourcesTest::factsOfTheLogs()
{
    Desk desk;
    const QString plain =
        desk.gui.write(u"plain"_s, "Nov 21 10:00:00 mx1 postfix/smtpd[1]: connect from a[192.0.2.1]\n");
    const QString absent = desk.gui.folder.filePath(u"absent"_s);
    SourceDialog* dialog = desk.sources({sampleLog, plain, absent}, logsOf({sampleLog, plain, absent}));
    auto* model = dialog->findChild<SourceModel*>();
    const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QTRY_COMPARE(cell(*model, 0, SourceModel::Lines), u"2,069"_s);
    QCOMPARE(cell(*model, 0, SourceModel::Checks), u"404"_s);
    QCOMPARE(model->index(0, SourceModel::Checks).data(Qt::ToolTipRole).toString(), u"16 skipped"_s);
    QVERIFY(cell(*model, 0, SourceModel::First).startsWith(u"2025-11-21 00:00"_s));
    QVERIFY(cell(*model, 0, SourceModel::Last).startsWith(u"2025-11-21 23:"_s));
    QCOMPARE(cell(*model, 1, SourceModel::Checks), u"0"_s);
    QCOMPARE(cell(*model, 1, SourceModel::First), u"–"_s);
    QVERIFY2(cell(*model, 0, SourceModel::Place).startsWith(u"maillog  /"_s),
             qPrintable(cell(*model, 0, SourceModel::Place)));
    QCOMPARE(model->index(0, SourceModel::Place).data(Qt::ToolTipRole).toString(), sampleLog);
    const auto* header = dialog->findChild<QTableView*>()->horizontalHeader();
    for (int column = SourceModel::Lines; column < SourceModel::columnTotal; ++column) {
        QVERIFY(header->sectionSize(column) >= header->sectionSizeHint(column));
    }
    QVERIFY(model->problem(0).isEmpty());
    QVERIFY(model->problem(1).contains(u"Line patterns"_s));
    QVERIFY(model->problem(2).contains(absent));
}

void SourcesTest::zoneAndYearAreKeptByPlace()
{
    Desk desk;
    SourceDialog* dialog = desk.sources({sampleLog});
    auto* zone = part<QComboBox>(dialog, "maillog.sources.zone");
    auto* year = part<QSpinBox>(dialog, "maillog.sources.year");
    zone->setCurrentText(u"Mars/Olympus"_s);
    QVERIFY(test::visibleTexts(dialog).join(u'\n').contains(u"No time zone of that name"_s));
    QVERIFY(dialog->settings().empty());
    zone->setCurrentText(u"Europe/Berlin"_s);
    year->setValue(2024);
    QCOMPARE(dialog->settings().size(), std::size_t{1});
    QCOMPARE(dialog->settings()[0], (SourceSetting{sampleLog, u"Europe/Berlin"_s, 2024}));
    part<QPushButton>(dialog, "maillog.sources.read")->click();
    SourceDialog* again = desk.sources({sampleLog});
    QCOMPARE(again->settings().size(), std::size_t{1});
    QCOMPARE(part<QComboBox>(again, "maillog.sources.zone")->currentText(), u"Europe/Berlin"_s);
    part<QComboBox>(again, "maillog.sources.zone")->setCurrentIndex(0);
    part<QSpinBox>(again, "maillog.sources.year")->setValue(0); // below the first: from the date
    QVERIFY(again->settings().empty());
    part<QPushButton>(again, "maillog.sources.read")->click();
    QCOMPARE(readSourceSetting(desk.gui.settings, sampleLog), (SourceSetting{sampleLog, {}, {}}));
}

void SourcesTest::moreSources()
{
    Desk desk;
    SourceDialog* dialog = desk.sources({sampleLog});
    auto* rotated = part<QPushButton>(dialog, "maillog.sources.rotated");
    QCOMPARE(rotated->text(), u"Add 2 rotated files"_s);
    rotated->click();
    QCOMPARE(dialog->places(), (QStringList{sampleLog, sampleLog + u".1"_s, sampleLog + u".2.gz"_s}));
    part<QAction>(dialog, "maillog.sources.addJournal")->trigger();
    QCOMPARE(dialog->places().last(), u"journal:"_s);
    QVERIFY(!rotated->isEnabled());
    part<QAction>(dialog, "maillog.sources.addJournal")->trigger(); // not twice
    QCOMPARE(dialog->places().size(), 4);
    desk.gui.filePicker.chooseNext(QStringList{u"/var/log/other"_s});
    part<QAction>(dialog, "maillog.sources.addFiles")->trigger();
    QCOMPARE(dialog->places().last(), u"/var/log/other"_s);
    desk.gui.filePicker.chooseNext(QStringList{u"/var/log/mail"_s});
    part<QAction>(dialog, "maillog.sources.chooseFolder")->trigger();
    QCOMPARE(dialog->places().last(), u"/var/log/mail"_s);
    for (int i = 0; i < 6; ++i) {
        part<QPushButton>(dialog, "maillog.sources.remove")->click();
    }
    QVERIFY(dialog->places().isEmpty());
    QVERIFY(!part<QPushButton>(dialog, "maillog.sources.read")->isEnabled());
}

void SourcesTest::serverPlaces_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("isJournal");
    QTest::addColumn<QString>("place");
    QTest::newRow("a file") << u"mx1"_s << u"/var/log/mail.log"_s << false << u"mx1:/var/log/mail.log"_s;
    QTest::newRow("the journal") << u"root@mx1"_s << QString() << true << u"root@mx1:journal"_s;
    QTest::newRow("no host") << QString() << u"/var/log/mail.log"_s << false << QString();
    QTest::newRow("an option") << u"-oProxyCommand=x"_s << u"/var/log/mail.log"_s << false << QString();
    QTest::newRow("half a path") << u"mx1"_s << u"mail.log"_s << false << QString();
}

void SourcesTest::serverPlaces()
{
    QFETCH(const QString, host);
    QFETCH(const QString, path);
    QFETCH(const bool, isJournal);
    QFETCH(const QString, place);
    Desk desk;
    auto* dialog = new SourceServerDialog({u"mx9.example.jp"_s}, &desk.window);
    dialog->open();
    part<QComboBox>(dialog, "maillog.server.host")->setCurrentText(host);
    part<QLineEdit>(dialog, "maillog.server.path")->setText(path);
    if (isJournal) {
        for (auto* choice : dialog->findChildren<QAbstractButton*>()) {
            if (choice->text() == u"Its journal"_s) {
                choice->click();
            }
        }
    }
    const bool isGood = part<QPushButton>(dialog, "maillog.server.add")->isEnabled();
    QCOMPARE(isGood ? dialog->place() : QString(), place);
}

void SourcesTest::settingsOfManyPlaces()
{
    const test::Gui gui;
    QSettings settings(gui.folder.filePath(u"many.ini"_s), QSettings::IniFormat);
    for (int i = 0; i < 600; ++i) {
        writeSourceSetting(settings, {QString::number(i), u"UTC"_s, {}});
    }
    QCOMPARE(readSourceSetting(settings, u"599"_s).zone, u"UTC"_s);
    QVERIFY(readSourceSetting(settings, u"1"_s).zone.isEmpty()); // the oldest are forgotten
    QCOMPARE(words::placeText(u"journal:"_s), u"Journal of this computer"_s);
    QCOMPARE(words::placeText(u"mx1:journal"_s), u"mx1: journal"_s);
    QCOMPARE(words::placeText(u"/a:b"_s), u"/a:b"_s);
}

void SourcesTest::patternFiles()
{
    const UserPatterns patterns{{"two\nlines", R"((?<result>\w+) [x])"}, {"[brackets]", "[(?<action>a)]"}};
    const UserPatterns back = patternsOfFile(patternFile(patterns));
    QCOMPARE(back.size(), std::size_t{2});
    QCOMPARE(back[0].name, std::string("two lines"));
    QCOMPARE(back[0].regex, patterns[0].regex);
    QCOMPARE(back[1], patterns[1]);
    QVERIFY(patternsOfFile("nothing\nin it").empty());
    QVERIFY(patternsOfFile("[name without a regex]").empty());
    QCOMPARE(patternsOfFile("# note\r\n[a]\r\n(?<result>x)\r\n").at(0).regex, std::string("(?<result>x)"));
    const test::Gui gui;
    QSettings settings(gui.folder.filePath(u"patterns.ini"_s), QSettings::IniFormat);
    writePatterns(settings, patterns);
    QCOMPARE(readPatterns(settings), patterns);
}

void SourcesTest::templatesFit_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("result");
    QTest::addColumn<QString>("sender");
    QTest::newRow("SPFPolicyd")
        << QByteArray("Nov 21 10:00:00 mx1 SPFPolicyd[7]: checked; result=Fail; client-ip=192.0.2.1; "
                      "envelope-from=<a@b.example>; action=reject")
        << u"Fail"_s << u"a@b.example"_s;
    QTest::newRow("SPFPolicyd, little said")
        << QByteArray("Nov 21 10:00:00 mx1 SPFPolicyd: ip: 2001:db8::1 result: softfail ip: 2001:db8::1")
        << u"softfail"_s << QString();
    QTest::newRow("Received-SPF") << QByteArray("x: Received-SPF: neutral (because) client-ip=192.0.2.1; "
                                                "envelope-from=\"a@b.example\"; helo=h.example;")
                                  << u"neutral"_s << u"a@b.example"_s;
}

void SourcesTest::templatesFit()
{
    QFETCH(const QByteArray, line);
    const auto set = maillog::PatternSet::compile(patternTemplates());
    QVERIFY2(set.has_value(), set ? "" : qPrintable(sentenceOf(set.error())));
    const auto matched = set->match(line.toStdString());
    QVERIFY(matched);
    const auto field = [&](maillog::PatternGroup group) {
        const auto& span = (*matched)[group];
        return span ? QString::fromUtf8(
                          line.mid(static_cast<qsizetype>(span->start), static_cast<qsizetype>(span->length)))
                    : QString();
    };
    QTEST(field(maillog::PatternGroup::Result), "result");
    QTEST(field(maillog::PatternGroup::Sender), "sender");
}

void SourcesTest::errorsHaveAPlace()
{
    Desk desk;
    PatternsDialog* dialog = desk.patterns();
    auto* add = part<QPushButton>(dialog, "maillog.patterns.add");
    auto* regex = part<QLineEdit>(dialog, "maillog.patterns.regex");
    auto* save = part<QPushButton>(dialog, "maillog.patterns.save");
    QVERIFY(!regex->isEnabled());
    add->menu()->actions().first()->trigger();
    QVERIFY(regex->isEnabled());
    QVERIFY(!save->isEnabled()); // nothing written yet
    regex->setText(u"日本 (?<result>\\w+) (?<colour>x)"_s);
    QTRY_VERIFY(test::visibleTexts(dialog).join(u'\n').contains(u"colour"_s));
    QVERIFY(!save->isEnabled());
    regex->setCursorPosition(0);
    for (auto* button : dialog->findChildren<QPushButton*>()) {
        if (button->text() == u"Go to the place"_s) {
            button->click();
        }
    }
    QVERIFY(regex->cursorPosition() >= 19 && regex->cursorPosition() <= 24);
    regex->setText(u"(?<result>\\w+"_s);
    QTRY_VERIFY(test::visibleTexts(dialog).join(u'\n').contains(u"Not a regular expression"_s));
    regex->setText(u"x (?<result>\\w+)"_s);
    QTRY_VERIFY(save->isEnabled());
}

void SourcesTest::previewFollowsTyping()
{
    Desk desk;
    PatternsDialog* dialog = desk.patterns();
    auto* model = dialog->findChild<PatternModel*>();
    const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    part<QPushButton>(dialog, "maillog.patterns.add")->menu()->actions().first()->trigger();
    part<QLineEdit>(dialog, "maillog.patterns.name")->setText(u"mine"_s);
    part<QPlainTextEdit>(dialog, "maillog.patterns.lines")
        ->setPlainText(u"filter: Fail 192.0.2.1 <受信@b.example>\n\nsomething else"_s);
    part<QLineEdit>(dialog, "maillog.patterns.regex")
        ->setText(u"filter: (?<result>\\w+) (?<ip>\\S+) <(?<sender>[^>]*)>"_s);
    QTRY_COMPARE(model->matchedLines(), 1);
    QCOMPARE(model->rowCount(), 2);
    QCOMPARE(cell(*model, 0, 1), u"mine"_s);
    const auto column = [](maillog::PatternGroup group) { return 2 + static_cast<int>(group); };
    QCOMPARE(cell(*model, 0, column(maillog::PatternGroup::Ip)), u"192.0.2.1"_s);
    QCOMPARE(cell(*model, 0, column(maillog::PatternGroup::Sender)), u"受信@b.example"_s);
    QCOMPARE(cell(*model, 1, 0), u"3"_s);
    QCOMPARE(cell(*model, 1, 1), u"No match"_s);
    QSignalSpy changed(dialog, &PatternsDialog::patternsChanged);
    part<QPushButton>(dialog, "maillog.patterns.save")->click();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(readPatterns(desk.gui.settings).size(), std::size_t{1});
    PatternsDialog* again = desk.patterns();
    QSignalSpy unchanged(again, &PatternsDialog::patternsChanged);
    part<QPushButton>(again, "maillog.patterns.save")->click();
    QCOMPARE(unchanged.count(), 0);
}

void SourcesTest::importAndExport()
{
    Desk desk;
    PatternsDialog* dialog = desk.patterns();
    const QString nothing = desk.gui.write(u"nothing.txt"_s, "no pattern");
    desk.gui.filePicker.chooseNext(nothing);
    part<QPushButton>(dialog, "maillog.patterns.import")->click();
    QVERIFY(test::visibleTexts(dialog).join(u'\n').contains(nothing));
    desk.gui.filePicker.chooseNext(
        desk.gui.write(u"two.txt"_s, patternFile({{"a", "(?<result>a)"}, {"b", "(?<result>b)"}})));
    part<QPushButton>(dialog, "maillog.patterns.import")->click();
    auto* list = part<QListWidget>(dialog, "maillog.patterns.list");
    QCOMPARE(list->count(), 2);
    part<QPushButton>(dialog, "maillog.patterns.up")->click();
    QCOMPARE(list->item(0)->text(), u"b"_s);
    const QString target = desk.gui.folder.filePath(u"out.txt"_s);
    desk.gui.filePicker.chooseNext(target);
    part<QPushButton>(dialog, "maillog.patterns.export")->click();
    QFile file(target);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(patternsOfFile(file.readAll()).at(0).name, std::string("b"));
    part<QPushButton>(dialog, "maillog.patterns.remove")->click();
    QCOMPARE(list->count(), 1);
}

void SourcesTest::unreadableLinesComeFirst()
{
    const test::Gui gui;
    const QString path =
        gui.write(u"maillog"_s, "Nov 21 10:00:00 mx1 postfix/smtpd[1]: connect from a[192.0.2.1]\n"
                                "Nov 21 10:00:00 mx1 other[1]: spf=pass\n"
                                "Nov 21 10:00:01 mx1 SPFPolicyd[9]: hello there\n");
    const QStringList lines = sampleLines(*logsOf({path}), 10);
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].endsWith(u"hello there"_s));
    QVERIFY(lines[1].endsWith(u"spf=pass"_s));
    QCOMPARE(sampleLines(*logsOf({path}), 1).size(), 1);
}

void SourcesTest::pictures_data()
{
    QTest::addColumn<int>("language");
    QTest::addColumn<int>("theme");
    const auto row = [](const char* name, words::LanguageChoice language, ThemeChoice theme) {
        QTest::newRow(name) << static_cast<int>(language) << static_cast<int>(theme);
    };
    row("en-light", words::LanguageChoice::English, ThemeChoice::Light);
    row("ja-dark", words::LanguageChoice::Japanese, ThemeChoice::Dark);
}

void SourcesTest::pictures()
{
    QFETCH(const int, language);
    QFETCH(const int, theme);
    Desk desk;
    desk.gui.theme.setChoice(static_cast<ThemeChoice>(theme));
    desk.gui.language.setChoice(static_cast<words::LanguageChoice>(language));
    const QString tag = QString::fromLatin1(QTest::currentDataTag());
    SourceDialog* sources = desk.sources({sampleLog, u"mx1.example.jp:journal"_s}, logsOf({sampleLog}));
    QTest::qWait(100);
    takePicture(*sources, u"sources-"_s + tag);
    QStringList faults = test::allFaults(sources);
    writePatterns(desk.gui.settings, patternTemplates());
    PatternsDialog* patterns = desk.patterns(logsOf({sampleLog}));
    part<QPlainTextEdit>(patterns, "maillog.patterns.lines")
        ->setPlainText(u"Nov 21 10:00:00 mx1 SPFPolicyd[7]: checked; result=Fail; client-ip=192.0.2.1; "
                       "envelope-from=<a@b.example>; action=reject\nsomething else"_s);
    QTest::qWait(300);
    takePicture(*patterns, u"patterns-"_s + tag);
    faults += test::allFaults(patterns);
    auto* server = new SourceServerDialog({u"mx1.example.jp"_s}, &desk.window);
    server->open();
    takePicture(*server, u"server-"_s + tag);
    faults += test::allFaults(server);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

QTEST_MAIN(SourcesTest)
#include "sources_test.moc"
