// SPDX-License-Identifier: GPL-3.0-or-later
// The raw log and the message of a check: any file is shown line by line, searched, marked and extended when
// it grows; what was cut or is odd neither crashes nor hangs. SPM_PICTURES=folder writes pictures.
#include "tests/support/gui_fixture.h"
#include "tests/support/sweeps.h"
#include "ui/common/segment.h"
#include "ui/maillog/message/detail_card.h"
#include "ui/maillog/message/field_model.h"
#include "ui/maillog/message/message_view.h"
#include "ui/maillog/raw/raw_lines.h"
#include "ui/maillog/raw/raw_marks.h"
#include "ui/maillog/raw/raw_panel.h"
#include "ui/maillog/raw/raw_search_bar.h"
#include "ui/maillog/raw/raw_view.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace ui;

namespace {

std::shared_ptr<const OpenLogs> open(const QStringList& paths)
{
    qtio::LogRequest request;
    request.paths = paths;
    auto logs = std::make_shared<OpenLogs>();
    logs->logs = qtio::loadLogs(request);
    return logs;
}

std::shared_ptr<const RawReader> reader(const QStringList& paths)
{
    return std::make_shared<const RawReader>(open(paths), 0);
}

/// As who waits for it gets it.
std::optional<RawLine> lineNow(RawLines& lines, quint64 number)
{
    std::optional<RawLine> got;
    lines.fetch(number, [&got](const RawLine& line) { got = line; });
    (void)QTest::qWaitFor([&] { return got || number >= lines.count(); });
    return got;
}

const QByteArray session =
    "2025-11-21T10:00:00.100+09:00 mx1 postfix/smtpd[2191]: connect from b.example[192.0.2.1]\n"
    "2025-11-21T10:00:00.200+09:00 mx1 postfix/smtpd[2192]: connect from c.example[192.0.2.10]\n"
    "2025-11-21T10:00:01.000+09:00 mx1 SPFPolicyd[9]: spf: instance=4f01.88f.0 result=fail mechanism=-all "
    "record-domain=a.example lookups=2 void=0 time-ms=19\n"
    "2025-11-21T10:00:01.010+09:00 mx1 SPFPolicyd[9]: action=tempblock result=fail identity=mailfrom "
    "domain=a.example "
    "client-ip=192.0.2.1 helo=b.example envelope-from=<kanri@a.example> to=<eigyo@example.jp> "
    "rule=globals.fail "
    "instance=4f01.88f.0 queue-id=\n"
    "2025-11-21T10:00:05.500+09:00 mx1 postfix/smtpd[2191]: 4ABC0A1B2C: client=b.example[192.0.2.1]\n"
    "2025-11-21T10:00:05.600+09:00 mx1 postfix/qmgr[6]: 4ABC0A1B2C: from=<kanri@a.example>, size=900, "
    "nrcpt=1 (queue "
    "active)\n"
    "2025-11-21T10:00:05.700+09:00 mx1 postfix/smtpd[2191]: disconnect from b.example[192.0.2.1] ehlo=1 "
    "quit=1\n"
    "2025-11-21T10:12:05.800+09:00 mx1 postfix/smtp[8]: 4ABC0A1B2C: to=<eigyo@example.jp>, "
    "relay=in.example.jp[192.0.2.9]:25, delay=720, dsn=4.4.1, status=deferred (connect to in.example.jp: "
    "timed out)\n"
    "2025-11-21T10:22:05.800+09:00 mx1 postfix/smtp[8]: 4ABC0A1B2C: to=<eigyo@example.jp>, "
    "relay=in.example.jp[192.0.2.9]:25, delay=1320, dsn=2.0.0, status=sent (250 ok)\n"
    "2025-11-21T10:22:05.900+09:00 mx1 postfix/qmgr[6]: 4ABC0A1B2C: removed\n";

QByteArray numbered(int lines)
{
    QByteArray bytes;
    for (int i = 1; i <= lines; ++i) {
        bytes += "line " + QByteArray::number(i) + (i % 100 == 0 ? " hundred" : "") + '\n';
    }
    return bytes;
}

/// The raw panel with one log.
struct OpenPanel
{
    test::Gui gui;
    std::unique_ptr<RawPanel> panel;
    QString path;

    explicit OpenPanel(const QByteArray& bytes)
    {
        gui.services.dataFolder = gui.folder.filePath(u"data"_s);
        path = gui.write(u"maillog"_s, bytes);
        reopen();
    }

    void reopen()
    {
        panel = std::make_unique<RawPanel>(gui.services);
        panel->resize(1100, 420);
        panel->show();
        show(path);
    }

    void show(const QString& log)
    {
        panel->setLogs(open({log}));
        settle();
    }

    void settle() const
    {
        (void)QTest::qWaitFor([this] { return !panel->isReading(); });
        test::settle();
    }

    /// Seen once its block was read.
    [[nodiscard]] bool shows(const QString& line) const
    {
        return QTest::qWaitFor([&] { return view().visibleTexts().contains(line); });
    }

    [[nodiscard]] RawView& view() const { return panel->view(); }

    void search(const QString& text)
    {
        panel->findChild<QLineEdit*>(u"maillog.raw.search"_s)->setText(text);
        Q_EMIT panel->bar().queryChanged();
        (void)QTest::qWaitFor([this] { return !panel->search().isRunning(); });
    }

    void trigger(const char* action) const { panel->findChild<QAction*>(QLatin1String(action))->trigger(); }
};

void picture(QWidget& widget, const QString& name)
{
    if (const QString folder = qEnvironmentVariable("SPM_PICTURES"); !folder.isEmpty()) {
        test::settle();
        QDir().mkpath(folder);
        widget.grab().save(folder + u'/' + name + u".png"_s);
    }
}

} // namespace

class RawTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLineIsThere_data();
    void everyLineIsThere();
    void aHoleOfNulsIsOneWord();
    void longLinesAreCut();
    void aLineIsFoundByItsBytes();
    void lostBytesAreEmptyLines();
    void compressedBlocksComeLater();
    void cellsHoldWideCharacters();
    void theKeyboardMoves();
    void theMouseSelects();
    void wrappedLinesAreWhole();
    void searchGoesRound();
    void searchKnowsCaseAndRegex();
    void aWrongRegexSaysWhere();
    void theListShowsWhatWasFound();
    void searchMindsHolesAndLongLines();
    void searchIsCancelledAtOnce();
    void searchFollowsGrowth();
    void marksAreKept();
    void marksSurviveRotation();
    void marksAreExported();
    void growthKeepsThePlace();
    void copytruncateIsSurvived();
    void rawLinesLeadToChecks();
    void severalLogsAreChosen();
    void theMessageIsATimeline();
    void aNewerChoiceWins();
    void aLostLineSaysWhy();
    void fieldsTellWhatIsGuessed();
    void aLargeLogIsQuick();
    void survivesSweeps_data();
    void survivesSweeps();
};

void RawTest::everyLineIsThere_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArrayList>("lines");
    QTest::newRow("nothing") << QByteArray() << QByteArrayList();
    QTest::newRow("no last line end") << QByteArray("a\nb") << QByteArrayList{"a", "b"};
    QTest::newRow("last line end") << QByteArray("a\nb\n") << QByteArrayList{"a", "b"};
    QTest::newRow("empty lines") << QByteArray("\n\na\n\n") << QByteArrayList{"", "", "a", ""};
    QTest::newRow("carriage returns") << QByteArray("a\r\n\r\nb\rc\r\n") << QByteArrayList{"a", "", "b\rc"};
    for (const int count : {255, 256, 257, 512, 700}) {
        QByteArrayList lines = numbered(count).split('\n');
        lines.removeLast();
        QTest::addRow("%d lines", count) << numbered(count) << lines;
    }
}

void RawTest::everyLineIsThere()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArrayList, lines);
    test::Gui gui;
    RawLines raw(reader({gui.write(u"maillog"_s, bytes)}));
    QCOMPARE(raw.count(), static_cast<quint64>(lines.size()));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const auto line = lineNow(raw, static_cast<quint64>(i));
        QVERIFY(line);
        QCOMPARE(line->bytes, lines[i]);
        QCOMPARE(line->number, static_cast<quint64>(i));
        QCOMPARE(raw.reader()->numberAt(line->offset), static_cast<quint64>(i));
        QVERIFY(raw.line(static_cast<quint64>(i))); // is at hand now
    }
    QVERIFY(!raw.line(raw.count()));
    QVERIFY(!lineNow(raw, raw.count() + 1'000'000));
}

void RawTest::aHoleOfNulsIsOneWord()
{
    test::Gui gui;
    const QByteArray hole(3'000'000, '\0');
    RawLines raw(reader({gui.write(u"maillog"_s, hole + "first\nsecond\n")}));
    QCOMPARE(raw.count(), quint64{2});
    QSignalSpy changed(&raw, &RawLines::changed);
    QVERIFY(!raw.line(0)); // nobody waits for it
    QTRY_COMPARE(changed.count(), 1);
    const auto line = raw.line(0);
    QVERIFY(line);
    QCOMPARE(line->bytes, QByteArray("first"));
    QCOMPARE(line->nulls, quint64{3'000'000});
    QCOMPARE(line->offset, quint64{3'000'000});
    QCOMPARE(RawText(*line).text(), u"\u2400×3,000,000 first"_s);
    QCOMPARE(raw.line(1)->bytes, QByteArray("second"));
}

void RawTest::longLinesAreCut()
{
    test::Gui gui;
    const QByteArray longLine(5'000'000, 'x');
    RawLines raw(reader({gui.write(u"maillog"_s, "a\n" + longLine + "\nb\n")}));
    QCOMPARE(raw.count(), quint64{3});
    const auto line = lineNow(raw, 1);
    QVERIFY(line->isCut);
    QCOMPARE(static_cast<quint64>(line->bytes.size()), RawReader::longestShown);
    QCOMPARE(lineNow(raw, 2)->bytes, QByteArray("b"));
    OpenPanel open(QByteArray("2025-11-21T10:00:00+09:00 mx1 a[1]: ") + QByteArray(66'000, 'y') + '\n');
    picture(*open.panel, u"raw-long"_s);
    QTest::keyClick(&open.view(), Qt::Key_End);
    QCOMPARE(open.view().visibleTexts().size(), 1);
}

void RawTest::aLineIsFoundByItsBytes()
{
    test::Gui gui;
    RawLines raw(reader({gui.write(u"maillog"_s, numbered(1000))}));
    const quint64 offset = lineNow(raw, 777)->offset;
    QCOMPARE(raw.reader()->numberAt(offset), quint64{777});
    QCOMPARE(raw.reader()->numberAt(offset + 3), quint64{777}); // inside
    QCOMPARE(raw.reader()->numberAt(0), quint64{0});
    QCOMPARE(raw.reader()->numberAt(1'000'000'000), quint64{999});
}

void RawTest::lostBytesAreEmptyLines()
{
    test::Gui gui;
    const QString path = gui.write(u"maillog"_s, numbered(100'000));
    RawLines raw(reader({path}));
    QVERIFY(QFile::resize(path, 100));
    const auto line = lineNow(raw, 99'000);
    QVERIFY(line);
    QCOMPARE(line->bytes, QByteArray());
}

void RawTest::compressedBlocksComeLater()
{
    test::Gui gui;
    const QString plain = gui.write(u"maillog"_s, numbered(1000));
    if (QProcess::execute(u"gzip"_s, {plain}) != 0) {
        QSKIP("no gzip");
    }
    RawLines raw(reader({plain + u".gz"_s}));
    QCOMPARE(raw.count(), quint64{1000});
    QSignalSpy changed(&raw, &RawLines::changed);
    QVERIFY(!raw.line(500));
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(raw.line(500)->bytes, QByteArray("line 501"));
}

void RawTest::cellsHoldWideCharacters()
{
    RawLine line;
    line.bytes = u"a日本b\u0301c"_s.toUtf8();
    const RawText text(line);
    QCOMPARE(text.cells(), 1 + 4 + 1 + 0 + 1);
    QCOMPARE(text.cellOf(3), 5);
    QCOMPARE(text.indexOf(2), qsizetype{1}); // the second half of a wide character
    QCOMPARE(text.indexOf(3), qsizetype{2});
    QCOMPARE(text.indexOf(100), text.text().size());
    line.bytes = "\x83\x8b plain"; // no UTF-8
    QCOMPARE(RawText(line).cells(), 8);
    const auto pattern = maillog::Regex::parse("plain", false);
    QCOMPARE(RawText(line).matches(*pattern, &Tokens::text).front().start, qsizetype{3});
    line.bytes = u"日本 plain"_s.toUtf8();
    QCOMPARE(RawText(line).matches(*pattern, &Tokens::text).front().start, qsizetype{3});
}

void RawTest::theKeyboardMoves()
{
    OpenPanel open(numbered(1000));
    RawView& view = open.view();
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.currentLine(), quint64{1});
    QTest::keyClick(&view, Qt::Key_PageDown);
    QVERIFY(view.currentLine() > 5);
    QTest::keyClick(&view, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(view.currentLine(), quint64{999});
    QVERIFY(view.isAtEnd());
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.currentLine(), quint64{999});
    QTest::keyClick(&view, Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(view.currentLine(), quint64{0});
    QCOMPARE(view.topRow(), quint64{0});
    QTest::keyClick(&view, Qt::Key_Up);
    QCOMPARE(view.currentLine(), quint64{0});
    QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&view, Qt::Key_End, Qt::ShiftModifier);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), u"line 1\nline 2"_s);
    QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier); // lines that were never shown as well
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), QString::fromLatin1(numbered(1000).chopped(1)));
    open.trigger("maillog.raw.goToLine");
    auto* field = open.panel->findChild<QLineEdit*>(u"maillog.raw.line"_s);
    QTest::keyClicks(field, u"777"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(view.currentLine(), quint64{776});
    QVERIFY(open.shows(u"line 777"_s));
}

void RawTest::theMouseSelects()
{
    OpenPanel open(numbered(1000));
    RawView& view = open.view();
    QWidget* paper = view.viewport();
    QTest::mouseClick(paper, Qt::LeftButton, {}, {300, 30});
    const quint64 line = view.currentLine();
    QVERIFY(line >= 1);
    QTest::mousePress(paper, Qt::LeftButton, {}, {300, 30});
    QTest::mouseMove(paper, {300, 90});
    QTest::mouseRelease(paper, Qt::LeftButton, {}, {300, 90});
    QTest::mouseClick(paper, Qt::LeftButton, {}, {5, 30});
    QTRY_COMPARE(open.panel->marks().lines(), std::set<quint64>{line});
    QTest::mouseClick(paper, Qt::LeftButton, {},
                      {paper->width() - 3, paper->height() - 2}); // beside the scroll bar
    QVERIFY(view.currentLine() > 980);
}

void RawTest::wrappedLinesAreWhole()
{
    OpenPanel open(QByteArray(66'000, 'y') + "\nsecond\nthird\n");
    RawView& view = open.view();
    view.setWrapped(true);
    QTRY_COMPARE(view.visibleTexts().size(), 1);
    QTest::keyClick(&view, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(view.currentLine(), quint64{2});
    QVERIFY(open.shows(u"third"_s));
    picture(*open.panel, u"raw-wrapped"_s);
    view.setWrapped(false);
    QVERIFY(open.shows(u"second"_s));
}

void RawTest::searchGoesRound()
{
    OpenPanel open(numbered(1000));
    RawView& view = open.view();
    view.showLine(450);
    open.search(u"hundred"_s);
    QCOMPARE(open.panel->search().hits().size(), quint64{10});
    QCOMPARE(view.currentLine(), quint64{499}); // the next one from where it began
    QCOMPARE(open.panel->bar().state(), u"5 of 10"_s);
    open.trigger("maillog.raw.findNext");
    QCOMPARE(view.currentLine(), quint64{599});
    open.trigger("maillog.raw.findPrevious");
    open.trigger("maillog.raw.findPrevious");
    QCOMPARE(view.currentLine(), quint64{399});
    view.showLine(999);
    open.trigger("maillog.raw.findNext");
    QCOMPARE(view.currentLine(), quint64{99});
    open.trigger("maillog.raw.findPrevious");
    QCOMPARE(view.currentLine(), quint64{999});
    open.search(u"absent"_s);
    QCOMPARE(open.panel->bar().state(), u"not found"_s);
    open.trigger("maillog.raw.findNext");
    QCOMPARE(view.currentLine(), quint64{999});
}

void RawTest::searchKnowsCaseAndRegex()
{
    OpenPanel open("a.b\nA.B\naxb\n日本 x\n");
    const auto count = [&open](const QString& text) {
        open.search(text);
        return open.panel->search().hits().size();
    };
    QCOMPARE(count(u"a.b"_s), quint64{2}); // a dot is a dot
    open.panel->findChild<QPushButton*>(u"maillog.raw.case"_s)->setChecked(true);
    QCOMPARE(count(u"a.b"_s), quint64{1});
    open.panel->findChild<QPushButton*>(u"maillog.raw.regex"_s)->setChecked(true);
    QCOMPARE(count(u"a.b"_s), quint64{2});
    QCOMPARE(count(u"^a.b$"_s), quint64{2});
    QCOMPARE(count(u"日本"_s), quint64{1});
    QCOMPARE(count(QString()), quint64{0});
}

void RawTest::aWrongRegexSaysWhere()
{
    OpenPanel open(numbered(10));
    open.panel->findChild<QPushButton*>(u"maillog.raw.regex"_s)->setChecked(true);
    open.search(u"line (1"_s);
    QVERIFY2(open.panel->bar().state().contains(u"8"_s) &&
                 open.panel->bar().state().contains(u"parenthesis"_s),
             qPrintable(open.panel->bar().state()));
    open.search(u"line (1)"_s);
    QCOMPARE(open.panel->search().hits().size(), quint64{2});
}

void RawTest::theListShowsWhatWasFound()
{
    OpenPanel open(numbered(1000));
    open.panel->findChild<QPushButton*>(u"maillog.raw.list"_s)->setChecked(true);
    test::settle();
    open.view().showLine(450);
    open.search(u"hundred"_s);
    RawView& list = open.panel->list();
    QCOMPARE(list.rowCount(), quint64{10});
    QCOMPARE(list.lineOf(0), quint64{99});
    list.setFocus();
    QTest::keyClick(&list, Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(&list, Qt::Key_Down);
    QCOMPARE(open.view().currentLine(), quint64{199});
    open.search(u"absent"_s);
    QCOMPARE(list.rowCount(), quint64{0});
    QTest::keyClick(&list, Qt::Key_Down);
    QTest::keyClick(&list, Qt::Key_Return);
}

void RawTest::searchMindsHolesAndLongLines()
{
    const QByteArray hole(70'000, '\0');
    const QByteArray longLine(17 << 20, 'x'); // of which the end is not searched
    test::Gui gui;
    const auto logs =
        open({gui.write(u"maillog"_s, hole + "first\r\nno" + QByteArray(1, '\0') + "ne\n" + hole +
                                          "first\n\nabc" + longLine + "first\nlast\nfirst")});
    RawSearch search;
    const auto hits = [&](const char* pattern, quint64 from) {
        search.start(logs, 0, *maillog::Regex::parse(pattern, false), from);
        (void)QTest::qWaitFor([&search] { return !search.isRunning(); });
        QList<quint64> lines;
        for (quint64 i = 0; i < search.hits().size(); ++i) {
            lines.append(search.hits()[i]);
        }
        return lines;
    };
    QCOMPARE(hits("^first$", 0), (QList<quint64>{0, 2, 6}));
    QCOMPARE(hits("^first$", 3), (QList<quint64>{0, 2, 6}));
    QCOMPARE(hits("first", 0), (QList<quint64>{0, 2, 6}));
    QCOMPARE(hits("^abcx", 0), (QList<quint64>{4}));
    QCOMPARE(hits("^$", 0), (QList<quint64>{3}));
    QCOMPARE(hits("la?st", 6), (QList<quint64>{5}));
}

/// A pattern that tries every way on every line: the thread gives up between a few of them.
void RawTest::searchIsCancelledAtOnce()
{
    test::Gui gui;
    const auto logs = open({gui.write(u"maillog"_s, (QByteArray(300, 'a') + '\n').repeated(100'000))});
    RawSearch search;
    search.start(logs, 0, *maillog::Regex::parse("(a+)+[bd]|(a|aa)+[bd]", false), 0);
    QTest::qWait(100);
    QVERIFY(search.isRunning());
    search.cancel();
    QVERIFY(QThreadPool::globalInstance()->waitForDone(10'000)); // the search itself takes minutes
}

void RawTest::searchFollowsGrowth()
{
    OpenPanel open(numbered(100));
    open.search(u"hundred"_s);
    QCOMPARE(open.panel->search().hits().size(), quint64{1});
    open.gui.write(u"maillog"_s, numbered(300));
    open.show(open.path);
    QTRY_COMPARE(open.panel->search().hits().size(), quint64{3});
    QTRY_VERIFY(!open.panel->search().isRunning());
    open.gui.write(u"maillog"_s, numbered(200)); // cut
    open.show(open.path);
    QTRY_COMPARE(open.panel->search().hits().size(), quint64{2});
}

void RawTest::marksAreKept()
{
    OpenPanel open(numbered(1000));
    const QAbstractItemModelTester tester(&open.panel->marks(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    open.view().showLine(700);
    open.trigger("maillog.raw.mark");
    open.view().showLine(20);
    open.trigger("maillog.raw.mark");
    RawMarks& marks = open.panel->marks();
    QTRY_COMPARE(marks.rowCount(), 2);
    QVERIFY(marks.setData(marks.index(1, RawMarks::Note), u"look here"_s, Qt::EditRole));
    open.trigger("maillog.raw.nextMark");
    QCOMPARE(open.view().currentLine(), quint64{700});
    open.trigger("maillog.raw.nextMark");
    QCOMPARE(open.view().currentLine(), quint64{20});
    open.trigger("maillog.raw.previousMark");
    QCOMPARE(open.view().currentLine(), quint64{700});
    open.reopen();
    QCOMPARE(open.panel->marks().lines(), (std::set<quint64>{20, 700}));
    QCOMPARE(open.panel->marks().index(1, RawMarks::Note).data().toString(), u"look here"_s);
    open.view().showLine(20);
    open.trigger("maillog.raw.mark"); // again: no mark any more
    QTRY_COMPARE(open.panel->marks().rowCount(), 1);
    open.reopen();
    QCOMPARE(open.panel->marks().lines(), (std::set<quint64>{700}));
}

void RawTest::marksSurviveRotation()
{
    OpenPanel open(numbered(10)); // shorter than the head that is compared
    open.view().showLine(5);
    open.trigger("maillog.raw.mark");
    QTRY_COMPARE(open.panel->marks().rowCount(), 1);
    open.gui.write(u"maillog"_s, numbered(2000)); // grown
    open.reopen();
    QCOMPARE(open.panel->marks().lines(), (std::set<quint64>{5}));
    open.view().showLine(1500);
    open.trigger("maillog.raw.mark");
    QTRY_COMPARE(open.panel->marks().rowCount(), 2);
    QVERIFY(QFile::rename(open.path, open.path + u".1"_s));
    open.gui.write(u"maillog"_s, "another log\n" + numbered(2000));
    open.reopen();
    QVERIFY(open.panel->marks().lines().empty());
    open.show(open.path + u".1"_s);
    QCOMPARE(open.panel->marks().lines(), (std::set<quint64>{5, 1500}));
}

void RawTest::marksAreExported()
{
    OpenPanel open(numbered(100));
    open.view().showLine(99);
    open.trigger("maillog.raw.mark");
    QTRY_COMPARE(open.panel->marks().rowCount(), 1);
    open.panel->marks().setData(open.panel->marks().index(0, RawMarks::Note), u"a\tnote"_s, Qt::EditRole);
    const QString path = open.gui.folder.filePath(u"marks.txt"_s);
    open.gui.filePicker.chooseNext(path);
    open.trigger("maillog.raw.exportMarks");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("100\ta note\tline 100 hundred\n"));
}

void RawTest::growthKeepsThePlace()
{
    OpenPanel open(numbered(1000));
    open.view().showLine(500);
    const quint64 top = open.view().topRow();
    open.gui.write(u"maillog"_s, numbered(1100));
    open.show(open.path);
    QCOMPARE(open.view().topRow(), top);
    QCOMPARE(open.view().currentLine(), quint64{500});
    QTest::keyClick(&open.view(), Qt::Key_End, Qt::ControlModifier);
    open.gui.write(u"maillog"_s, numbered(1500));
    open.show(open.path);
    QVERIFY(open.view().isAtEnd());
    QVERIFY(open.shows(u"line 1500 hundred"_s));
}

void RawTest::copytruncateIsSurvived()
{
    OpenPanel open(numbered(5000));
    QTest::keyClick(&open.view(), Qt::Key_End, Qt::ControlModifier);
    QVERIFY(QFile::resize(open.path, 0));
    open.view().resize(open.view().size() + QSize(0, 20)); // painted while nothing is there any more
    open.view().viewport()->repaint();
    open.search(u"hundred"_s);
    open.gui.write(u"maillog"_s, numbered(300));
    open.show(open.path);
    QVERIFY(open.view().isAtEnd());
    QVERIFY(open.shows(u"line 300 hundred"_s));
    open.gui.write(u"maillog"_s, {});
    open.show(open.path);
    QCOMPARE(open.view().rowCount(), quint64{0});
    for (const int key : {Qt::Key_Down, Qt::Key_PageUp, Qt::Key_End, Qt::Key_Return, Qt::Key_F2}) {
        QTest::keyClick(&open.view(), static_cast<Qt::Key>(key));
    }
    QTest::mouseClick(open.view().viewport(), Qt::LeftButton, {}, {300, 30});
    open.panel->setLogs(nullptr);
    QTest::keyClick(&open.view(), Qt::Key_Down);
    open.trigger("maillog.raw.findNext");
}

void RawTest::rawLinesLeadToChecks()
{
    OpenPanel open(session);
    QSignalSpy chosen(open.panel.get(), &RawPanel::checkRequested);
    open.view().showLine(0);
    QTest::keyClick(&open.view(), Qt::Key_Return);
    open.settle();
    QCOMPARE(chosen.count(), 0); // no check
    open.view().showLine(3);
    QTest::keyClick(&open.view(), Qt::Key_Return);
    QTRY_COMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toULongLong(), quint64{0});
    const auto logs = ::open({open.path});
    open.panel->showPlace(0, (*logs->logs.log)[0].lineOffset);
    QTRY_COMPARE(open.view().currentLine(), quint64{3});
}

void RawTest::severalLogsAreChosen()
{
    test::Gui gui;
    RawPanel panel(gui.services);
    panel.show();
    panel.setLogs(open({gui.write(u"a"_s, numbered(10)), gui.write(u"b"_s, session)}));
    QTRY_COMPARE(panel.view().rowCount(), quint64{10});
    auto* source = panel.findChild<QComboBox*>(u"maillog.raw.source"_s);
    QCOMPARE(source->count(), 2);
    panel.showPlace(1, 0);
    QTRY_COMPARE(panel.view().rowCount(), static_cast<quint64>(session.count('\n')));
    QCOMPARE(source->currentIndex(), 1);
    panel.showPlace(7, 0); // no such log
    QCOMPARE(source->currentIndex(), 1);
}

void RawTest::theMessageIsATimeline()
{
    test::Gui gui;
    const auto logs = open({gui.write(u"maillog"_s, session)});
    QCOMPARE(logs->logs.log->size(), std::size_t{1});
    DetailCard card;
    card.resize(1180, 300);
    card.showCheck(logs, 0);
    card.show();
    QTRY_VERIFY(card.text().contains(u"action=tempblock"_s));
    QTRY_VERIFY(!card.isSearching());
    test::settle();
    const MessageView& message = card.message();
    QCOMPARE(message.lines().size(), session.count('\n') - 1);
    QVERIFY(!card.text().contains(u"192.0.2.10]"_s));
    QCOMPARE(message.eventWord(0), u"connected"_s);
    QVERIFY(message.lines()[2].isOwn);
    QCOMPARE(message.gapBefore(3), u"+4 s"_s);
    QCOMPARE(message.gapBefore(6), u"+12 min"_s);
    QCOMPARE(message.eventWord(6), u"deferred"_s);
    QVERIFY(message.state().isEmpty());
    QVERIFY(message.accessibleDescription().contains(u"removed"_s));
    QVERIFY(message.toPlainText().contains(u"10:00:01.010"_s));
    QSignalSpy raw(&card, &DetailCard::rawLineRequested);
    card.findChild<QAction*>(u"maillog.showRaw"_s)->trigger();
    QCOMPARE(raw.count(), 1);
    QCOMPARE(raw.first()[1].toULongLong(), (*logs->logs.log)[0].lineOffset);
    card.findChild<QAction*>(u"maillog.wrapLines"_s)->setChecked(true);
    QVERIFY(message.isWrapped());
    QPushButton extra(u"Extra"_s);
    card.addButton(&extra);
    QVERIFY(extra.isVisibleTo(&card));
    card.clear();
    QVERIFY(!extra.isVisibleTo(&card));
    QVERIFY(message.lines().isEmpty());
    extra.setParent(nullptr);
}

void RawTest::aNewerChoiceWins()
{
    test::Gui gui;
    QByteArray bytes;
    for (int i = 0; i < 20; ++i) {
        bytes += QByteArray(session).replace("192.0.2.1]", "192.0.2.1" + QByteArray::number(i % 10) + ']');
    }
    const auto logs = open({gui.write(u"maillog"_s, bytes)});
    QVERIFY(logs->logs.log->size() >= 20);
    DetailCard card;
    for (maillog::Row row = 0; row < 20; ++row) {
        card.showCheck(logs, row);
    }
    QTRY_VERIFY(!card.isSearching());
    test::settle();
    const auto own = std::find_if(card.message().lines().begin(), card.message().lines().end(),
                                  [](const ui::MessageLine& line) { return line.isOwn; });
    QVERIFY(own != card.message().lines().end());
    QCOMPARE(own->offset, (*logs->logs.log)[19].lineOffset);
    card.showCheck(logs, 3);
    card.clear();
    test::settle();
    QVERIFY(card.message().lines().isEmpty());
}

void RawTest::aLostLineSaysWhy()
{
    test::Gui gui;
    auto logs = std::make_shared<OpenLogs>(*open({gui.write(u"maillog"_s, session)}));
    logs->logs.sources[0].isCut = true; // by copytruncate, while it was followed
    logs->logs.sources[0].file.reset();
    DetailCard card;
    card.showCheck(logs, 0);
    QTRY_VERIFY(!card.isSearching());
    test::settle();
    QVERIFY(card.message().lines().isEmpty());
    QVERIFY2(card.message().toPlainText().contains(u"copytruncate"_s),
             qPrintable(card.message().toPlainText()));
    card.clear();
    QVERIFY(card.message().toPlainText().isEmpty());
}

void RawTest::fieldsTellWhatIsGuessed()
{
    test::Gui gui;
    const auto logs = open({gui.write(
        u"maillog"_s,
        session + "2025-11-21T10:30:00+09:00 mx1 SPFPolicyd[9]: blocked mail from 192.0.2.7, SPF fail, "
                  "sender u@b.example\n")});
    QCOMPARE(logs->logs.log->size(), std::size_t{2});
    DetailCard card;
    const QAbstractItemModelTester tester(&card.fields(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto cells = [&card] {
        QStringList all;
        for (int row = 0; row < card.fields().rowCount(); ++row) {
            all.append(card.fields().index(row, FieldModel::Name).data().toString() + u'|' +
                       card.fields().index(row, FieldModel::Value).data().toString() + u'|' +
                       card.fields().index(row, FieldModel::Remark).data().toString());
        }
        return all;
    };
    card.showCheck(logs, 0);
    QTRY_VERIFY(!card.isSearching());
    test::settle();
    QVERIFY2(cells().contains(u"Result|fail|"_s), qPrintable(cells().join(u'\n')));
    QVERIFY(cells().contains(u"mechanism|-all|"_s));
    QVERIFY(cells().contains(u"lookups|2|"_s));
    card.showCheck(logs, 1);
    QVERIFY2(cells().contains(u"Result|fail|guessed"_s), qPrintable(cells().join(u'\n')));
}

/// SPM_BIG_LOG=file measures: nothing may keep the window from answering for more than a frame or two.
void RawTest::aLargeLogIsQuick()
{
    const QString path = qEnvironmentVariable("SPM_BIG_LOG");
    if (path.isEmpty()) {
        QSKIP("SPM_BIG_LOG is not set");
    }
    const auto logs = open({path});
    test::Gui gui;
    RawPanel panel(gui.services);
    panel.resize(1100, 600);
    panel.show();
    QElapsedTimer clock;
    const auto told = [&clock](const char* what) {
        qInfo("%s: %.1f ms", what, static_cast<double>(clock.nsecsElapsed()) / 1e6);
        clock.restart();
    };
    clock.start();
    const auto isShown = [&panel] {
        const auto texts = panel.view().visibleTexts();
        return !texts.isEmpty() && !texts.contains(QString());
    };
    panel.setLogs(logs);
    QVERIFY(QTest::qWaitFor(isShown));
    told("opened and painted");
    QTest::keyClick(&panel.view(), Qt::Key_End, Qt::ControlModifier);
    QVERIFY(QTest::qWaitFor(isShown));
    told("at the end");
    panel.view().showLine(panel.view().rowCount() / 2);
    QVERIFY(QTest::qWaitFor(isShown));
    told("in the middle");
    panel.findChild<QLineEdit*>(u"maillog.raw.search"_s)->setText(u"550 5.7.23"_s);
    clock.restart();
    Q_EMIT panel.bar().queryChanged();
    QVERIFY(QTest::qWaitFor([&panel] { return panel.search().hits().size() > 0; }, 60'000));
    told("first hit");
    QVERIFY(QTest::qWaitFor([&panel] { return !panel.search().isRunning(); }, 120'000));
    told("all searched");
    qInfo("%llu hits", panel.search().hits().size());
    for (const char* regex : {"ip=192\\.0\\.2\\.\\d+;", "[a-z]+@[a-z.]+ .*(fail|none)$"}) {
        panel.search().clear();
        clock.restart();
        panel.search().start(logs, 0, *maillog::Regex::parse(regex, true), 0);
        QVERIFY(QTest::qWaitFor([&panel] { return !panel.search().isRunning(); }, 120'000));
        told(regex);
        qInfo("%llu hits", panel.search().hits().size());
    }
    clock.restart();
    panel.list().setRows(panel.search().hits());
    panel.view().viewport()->repaint();
    told("painted with ticks");
    DetailCard card;
    card.showCheck(logs, logs->logs.log->size() / 2);
    told("own line shown");
    QVERIFY(QTest::qWaitFor([&card] { return !card.isSearching(); }, 60'000));
    told("whole message sought");
    qInfo("%lld lines", static_cast<long long>(card.message().lines().size()));
}

void RawTest::survivesSweeps_data()
{
    QTest::addColumn<int>("language");
    QTest::addColumn<int>("theme");
    QTest::addColumn<QString>("name");
    for (const auto language : {words::LanguageChoice::English, words::LanguageChoice::Japanese}) {
        for (const auto theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
            const QString name = (language == words::LanguageChoice::English ? u"en."_s : u"ja."_s) +
                                 (theme == ThemeChoice::Light ? u"light"_s : u"dark"_s);
            QTest::newRow(qPrintable(name)) << static_cast<int>(language) << static_cast<int>(theme) << name;
        }
    }
}

void RawTest::survivesSweeps()
{
    QFETCH(const int, language);
    QFETCH(const int, theme);
    QFETCH(const QString, name);
    QByteArray bytes =
        session + QByteArray(20, '\0') + "after a hole\n" + "Sep  2 bad \xff\xfe bytes \x1b[31m\n" +
        u"2025-11-21T10:30:00+09:00 mx1 postfix/cleanup[5]: 4ABC0: warning: header Subject: 日本語の件名\n"_s
            .toUtf8() +
        numbered(300);
    OpenPanel open(bytes.replace("\n\n", "\n"));
    open.gui.language.setChoice(static_cast<words::LanguageChoice>(language));
    open.gui.theme.setChoice(static_cast<ThemeChoice>(theme));
    open.view().showLine(4);
    open.trigger("maillog.raw.mark");
    open.panel->marks().setData(open.panel->marks().index(0, RawMarks::Note), u"look here"_s, Qt::EditRole);
    open.panel->findChild<QAction*>(u"maillog.raw.showMarks"_s)->setChecked(true);
    open.panel->findChild<QPushButton*>(u"maillog.raw.list"_s)->setChecked(true);
    open.search(u"192.0.2.1"_s);
    open.panel->resize(860, 420);
    test::settle();
    const QStringList faults = test::allFaults(open.panel.get());
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    picture(*open.panel, u"raw."_s + name);

    DetailCard card;
    card.resize(1100, 270);
    card.showCheck(::open({open.path}), 0);
    card.show();
    QTRY_VERIFY(!card.isSearching());
    test::settle();
    const QStringList cardFaults = test::allFaults(&card);
    QVERIFY2(cardFaults.isEmpty(), qPrintable(cardFaults.join(u'\n')));
    picture(card, u"detail."_s + name);
    card.findChild<Segment*>(u"maillog.detailPages"_s)->button(1)->click();
    picture(card, u"fields."_s + name);
}

QTEST_MAIN(RawTest)
#include "raw_test.moc"
