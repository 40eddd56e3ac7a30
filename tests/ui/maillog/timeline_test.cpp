// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline: brush, zoom and periods by mouse and keyboard, times without a line, numbers that grow under
// the cursor.
#include "tests/support/gui_fixture.h"
#include "tests/support/sweeps.h"
#include "ui/common/segment.h"
#include "ui/maillog/timeline/bucket_model.h"
#include "ui/maillog/timeline/timeline.h"
#include "ui/maillog/timeline/timeline_card.h"
#include "ui/maillog/timeline/timeline_words.h"

#include <QAbstractItemModelTester>
#include <QContextMenuEvent>
#include <QElapsedTimer>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <random>

using namespace Qt::StringLiterals;
using namespace ui;

namespace {

using Unit = maillog::BucketLength::Unit;

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t hour = 60 * minute;

/// 2025-11-20T15:00+09:00
const std::int64_t noon = QDateTime(QDate(2025, 11, 20), QTime(6, 0), Qt::UTC).toMSecsSinceEpoch();
const maillog::ZoneRules tokyo = maillog::ZoneRules::fixed(9 * 3600);

/// A day of a mail server by 20 minutes, with an hour of trouble and a night without a line.
LogView dayView(std::size_t bars = 72, std::int64_t start = noon, bool isFull = false)
{
    LogView view;
    maillog::TimeBuckets& chart = view.histogram.emplace();
    chart.clock = tokyo;
    chart.length = {Unit::Minute, 20};
    std::mt19937 random(7);
    for (std::size_t i = 0; i < bars; ++i) {
        chart.borders.push_back(start + static_cast<std::int64_t>(i) * 20 * minute);
        maillog::Histogram::Bucket& bucket = chart.buckets.emplace_back();
        const bool isSilent = !isFull && i >= 28 && i < 36;
        chart.silent.push_back(isSilent);
        if (isSilent || (!isFull && i == 20)) {
            continue;
        }
        for (std::size_t k = 0; k < bucket.byResult.size(); ++k) {
            bucket.byResult[k] = random() % (k == 0 ? 200 : 40) + (k == 1 && i > 40 && i < 46 ? 300 : 0);
        }
        bucket.byAction = {bucket.byResult[0], bucket.byResult[2], bucket.byResult[1], 3, 0};
    }
    chart.borders.push_back(start + static_cast<std::int64_t>(bars) * 20 * minute);
    view.range = maillog::TimeRange{chart.borders.front(), chart.borders.back() - 1};
    return view;
}

/// The card in a page that answers as the real one: the brush comes back, and the axis is what was asked for.
struct OpenCard
{
    test::Gui gui;
    TimelineCard card;
    std::optional<TimeSpan> span;
    QSignalSpy asked{&card, &TimelineCard::queryChanged};

    OpenCard()
    {
        card.resize(1196, 224);
        card.setClock([] { return QDateTime::fromMSecsSinceEpoch(noon + 40 * 24 * hour); });
        QObject::connect(&card, &TimelineCard::spanChosen, &card, [this](std::optional<TimeSpan> chosen) {
            span = chosen;
            card.setSpan(span);
        });
        card.setView(dayView());
        card.show();
        (void)QTest::qWaitForWindowExposed(&card);
    }

    [[nodiscard]] Timeline& chart() const { return card.timeline(); }

    [[nodiscard]] TimelineGeometry geometry() const { return {*chart().picture(), chart().rect()}; }

    [[nodiscard]] QPoint middleOf(int bar) const { return geometry().bar(bar).center().toPoint(); }

    [[nodiscard]] TimeSpan bars(int first, int last) const
    {
        return {geometry().span(first).from, geometry().span(last).to};
    }

    void drag(const QPoint& from, const QPoint& to) const
    {
        QTest::mousePress(&chart(), Qt::LeftButton, {}, from);
        QTest::mouseMove(&chart(), (from + to) / 2);
        QTest::mouseMove(&chart(), to);
        QTest::mouseRelease(&chart(), Qt::LeftButton, {}, to);
    }

    void key(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(&chart(), static_cast<Qt::Key>(key), modifiers);
    }

    template <class Widget>
    [[nodiscard]] Widget* part(const char* name) const
    {
        return card.findChild<Widget*>(QLatin1String(name));
    }
};

void takePicture(QWidget& widget, const QString& name)
{
    if (const QString folder = qEnvironmentVariable("SPM_PICTURES"); !folder.isEmpty()) {
        QVERIFY(widget.grab().save(folder + QLatin1Char('/') + name + u".png"_s));
    }
}

} // namespace

class TimelineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDragIsABrush();
    void aClickIsABarAndASecondClickNone();
    void edgesAreDragged();
    void zoomIsAStack();
    void aDoubleClickZooms();
    void aBrushFromElsewhereEndsTheZoom();
    void keysBrushMoveAndZoom();
    void cursorAndBrushStayWhileItGrows();
    void theTableGrowsInPlace();
    void silentBars();
    void partsOfBarsAreFilters();
    void periodMenu();
    void paintsFast();
    void pictures_data();
    void pictures();
};

void TimelineTest::aDragIsABrush()
{
    const OpenCard open;
    open.drag(open.middleOf(10), open.middleOf(14));
    QCOMPARE(open.span, open.bars(10, 14));
    open.drag(open.middleOf(30), open.middleOf(25)); // backwards
    QCOMPARE(open.span, open.bars(25, 30));
    open.drag(open.middleOf(5), {5000, 20}); // beyond the edge
    QCOMPARE(open.span, open.bars(5, 71));
}

void TimelineTest::partsOfBarsAreFilters()
{
    const OpenCard open;
    QSignalSpy terms(&open.card, &TimelineCard::termChosen);
    const auto menuAt = [&](const QPoint& place, QContextMenuEvent::Reason reason) {
        QContextMenuEvent event(reason, place, open.chart().mapToGlobal(place));
        QApplication::sendEvent(&open.chart(), &event);
        return open.chart().findChildren<QMenu*>().last();
    };
    const auto textsOf = [](const QMenu& menu) {
        QStringList texts;
        for (const QAction* action : menu.actions()) {
            texts.append(action->text());
        }
        texts.removeAll(QString());
        return texts;
    };
    // At the foot of a bar stands the first series that has checks.
    const QPoint foot(open.middleOf(10).x(), open.geometry().plot().bottom() - 2);
    QMenu* menu = menuAt(foot, QContextMenuEvent::Mouse);
    QCOMPARE(textsOf(*menu), (QStringList{u"Only this: pass"_s, u"Not this: pass"_s, u"Only this time"_s,
                                          u"Zoom in to this time"_s}));
    menu->actions()[1]->trigger();
    QCOMPARE(terms.value(0).value(0).toString(), u"-result:pass"_s);
    menu->actions()[menu->actions().size() - 2]->trigger();
    QCOMPARE(open.span, open.bars(10, 10));
    menu->close();
    // Above the bar, in a silent one and by the keyboard no part is meant.
    QCOMPARE(textsOf(*menuAt({open.middleOf(30).x(), foot.y()}, QContextMenuEvent::Mouse)).size(), 2);
    QCOMPARE(textsOf(*menuAt({open.middleOf(10).x(), open.geometry().plot().top()}, QContextMenuEvent::Mouse))
                 .size(),
             2 + 2 * 7);
    open.chart().setFocus();
    open.key(Qt::Key_Home);
    menu = menuAt({}, QContextMenuEvent::Keyboard);
    QVERIFY(textsOf(*menu).contains(u"Only this: fail"_s));
    open.card.findChild<Segment*>(u"maillog.chartBy"_s)->button(1)->click();
    menu = menuAt(foot, QContextMenuEvent::Mouse);
    menu->actions()[0]->trigger();
    QCOMPARE(terms.last().value(0).toString(), u"action:bypass"_s);
}

void TimelineTest::aClickIsABarAndASecondClickNone()
{
    const OpenCard open;
    QTest::mouseClick(&open.chart(), Qt::LeftButton, {}, open.middleOf(12));
    QCOMPARE(open.span, open.bars(12, 12));
    QTest::qWait(QApplication::doubleClickInterval() + 10);
    QTest::mouseClick(&open.chart(), Qt::LeftButton, {}, open.middleOf(12));
    QCOMPARE(open.span, std::nullopt);
}

void TimelineTest::edgesAreDragged()
{
    const OpenCard open;
    open.drag(open.middleOf(10), open.middleOf(14));
    const int y = open.middleOf(0).y();
    open.drag({open.geometry().xOf(open.span->from) + 2, y}, open.middleOf(6));
    QCOMPARE(open.span, open.bars(6, 14));
    open.drag({open.geometry().xOf(open.span->to) - 2, y}, open.middleOf(20));
    QCOMPARE(open.span, open.bars(6, 20));
    open.drag({open.geometry().xOf(open.span->to), y}, open.middleOf(2)); // over the other edge
    QCOMPARE(open.span, open.bars(2, 6));
}

void TimelineTest::zoomIsAStack()
{
    const OpenCard open;
    auto* in = open.part<QToolButton>("maillog.chartZoomIn");
    auto* out = open.part<QToolButton>("maillog.chartZoomOut");
    QVERIFY(!in->isEnabled());
    QVERIFY(!out->isEnabled());
    open.drag(open.middleOf(10), open.middleOf(40));
    const TimeSpan first = *open.span;
    in->click();
    QCOMPARE(open.asked.count(), 1);
    QCOMPARE(open.card.query().axis, first);
    QCOMPARE(open.chart().picture()->span, std::nullopt); // all that is shown is chosen
    QVERIFY(!in->isEnabled());
    open.drag(open.middleOf(20), open.middleOf(30));
    const TimeSpan second = *open.span;
    in->click();
    QCOMPARE(open.card.query().axis, second);
    out->click();
    QCOMPARE(open.card.query().axis, first);
    QCOMPARE(open.span, second); // the brush again
    open.key(Qt::Key_Escape);
    QCOMPARE(open.span, first); // without a brush, what is shown
    out->click();
    QCOMPARE(open.card.query().axis, std::nullopt);
    QCOMPARE(open.span, first);
    open.key(Qt::Key_Escape);
    QCOMPARE(open.span, std::nullopt);
}

void TimelineTest::aDoubleClickZooms()
{
    const OpenCard open;
    open.drag(open.middleOf(10), open.middleOf(20));
    const TimeSpan brush = *open.span;
    QTest::qWait(QApplication::doubleClickInterval() + 10);
    QTest::mouseClick(&open.chart(), Qt::LeftButton, {}, open.middleOf(15));
    QTest::mouseDClick(&open.chart(), Qt::LeftButton, {}, open.middleOf(15));
    QCOMPARE(open.card.query().axis, brush);
    QCOMPARE(open.span, brush);
}

void TimelineTest::aBrushFromElsewhereEndsTheZoom()
{
    OpenCard open;
    open.drag(open.middleOf(10), open.middleOf(40));
    open.key(Qt::Key_Plus);
    QVERIFY(open.card.query().axis);
    open.card.setSpan(TimeSpan{noon, noon + hour}); // outside
    QCOMPARE(open.card.query().axis, std::nullopt);
    open.drag(open.middleOf(10), open.middleOf(40));
    open.key(Qt::Key_Plus);
    open.card.setSpan(std::nullopt); // the chip was taken away
    QCOMPARE(open.card.query().axis, std::nullopt);
}

void TimelineTest::keysBrushMoveAndZoom()
{
    const OpenCard open;
    open.chart().setFocus();
    open.key(Qt::Key_Home);
    open.key(Qt::Key_Right);
    open.key(Qt::Key_Right, Qt::ShiftModifier);
    open.key(Qt::Key_Right, Qt::ShiftModifier);
    open.key(Qt::Key_Return);
    QCOMPARE(open.span, open.bars(1, 3));
    open.key(Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(open.span, open.bars(2, 4));
    open.key(Qt::Key_Left, Qt::ControlModifier);
    open.key(Qt::Key_Left, Qt::ControlModifier);
    open.key(Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(open.span, open.bars(0, 2));
    open.key(Qt::Key_Plus);
    QCOMPARE(open.card.query().axis, open.bars(0, 2));
    open.key(Qt::Key_Minus);
    QCOMPARE(open.card.query().axis, std::nullopt);
    open.key(Qt::Key_Escape);
    QCOMPARE(open.span, std::nullopt);
    open.key(Qt::Key_End);
    QVERIFY(open.chart().cursorText().contains(u"14:40–15:00"_s));
    open.key(Qt::Key_PageUp);
    QVERIFY2(open.chart().cursorText().contains(u"11:20–11:40"_s), qPrintable(open.chart().cursorText()));
    open.key(Qt::Key_Plus); // no brush: half of the axis
    QVERIFY(open.card.query().axis);
    QCOMPARE(open.card.query().axis->to - open.card.query().axis->from, 36 * 20 * minute);
    QCOMPARE(open.chart().accessibleDescription(), open.chart().cursorText());
}

void TimelineTest::cursorAndBrushStayWhileItGrows()
{
    OpenCard open;
    open.drag(open.middleOf(10), open.middleOf(14));
    const TimeSpan brush = *open.span;
    QTest::mouseMove(&open.chart(), open.middleOf(12));
    const QString before = open.chart().cursorText();
    QTest::mousePress(&open.chart(), Qt::LeftButton, {}, open.middleOf(20));
    QTest::mouseMove(&open.chart(), open.middleOf(22));
    open.card.setView(dayView(80)); // more bars: every bar is narrower now
    QTest::mouseRelease(&open.chart(), Qt::LeftButton, {}, open.middleOf(22));
    QCOMPARE(open.span, open.bars(20, 22));
    open.card.setSpan(brush);
    QTest::mouseMove(&open.chart(), open.middleOf(12));
    QCOMPARE(open.chart().cursorText(), before);
    open.card.setView(dayView(20, noon + 100 * hour)); // the cursor's time is gone
    QVERIFY(open.chart().cursorText().isEmpty());
    LogView none;
    open.card.setView(none);
    QVERIFY(!open.chart().picture());
}

void TimelineTest::theTableGrowsInPlace()
{
    BucketModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setHistogram(dayView(10).histogram, SeriesBy::Result);
    model.setHistogram(dayView(12).histogram, SeriesBy::Result);
    QCOMPARE(reset.count(), 1);
    QCOMPARE(model.rowCount(), 12);
    model.setHistogram(dayView(12, noon + hour).histogram, SeriesBy::Result);
    model.setHistogram(dayView(10, noon + hour).histogram, SeriesBy::Result);
    model.setHistogram(std::nullopt, SeriesBy::Result);
    QCOMPARE(reset.count(), 4);
    QCOMPARE(model.rowCount(), 0);
}

void TimelineTest::silentBars()
{
    const OpenCard open;
    QVERIFY(open.geometry().isSilent(30));
    QVERIFY(!open.geometry().isSilent(20)); // lines, but no check
    QTest::mouseMove(&open.chart(), open.middleOf(30));
    QVERIFY(open.chart().cursorText().endsWith(noLineText()));
    QTest::mouseMove(&open.chart(), open.middleOf(20));
    QVERIFY(open.chart().cursorText().endsWith(u", 0"_s));
}

void TimelineTest::periodMenu()
{
    const OpenCard open;
    QMenu* menu = open.part<QPushButton>("maillog.chartPeriod")->menu();
    Q_EMIT menu->aboutToShow();
    QCOMPARE(menu->actions().size(), 9);
    QCOMPARE(menu->actions().first()->text(), u"Last hour of the log"_s);
    menu->actions().first()->trigger();
    const std::int64_t end = open.chart().picture()->histogram.borders.back();
    QCOMPARE(open.span, (TimeSpan{end - hour, end}));
    QCOMPARE(open.card.query().axis, open.span);
    Q_EMIT menu->aboutToShow();
    menu->actions().last()->trigger();
    QCOMPARE(open.span, std::nullopt);
    QCOMPARE(open.card.query().axis, std::nullopt);
}

void TimelineTest::paintsFast()
{
    const test::Gui gui;
    TimelinePicture picture;
    picture.histogram = *dayView(1000, noon, true).histogram;
    QPixmap canvas(3058, 180);
    const TimelineGeometry geometry(picture, canvas.rect());
    QCOMPARE(geometry.barCount(), 1000);
    qint64 best = INT64_MAX;
    for (int run = 0; run < 20; ++run) {
        canvas.fill(Qt::white);
        QPainter painter(&canvas);
        QElapsedTimer timer;
        timer.start();
        paintTimeline(painter, picture, geometry, tokensOf(Scheme::Light));
        painter.end();
        best = std::min(best, timer.nsecsElapsed());
    }
    qInfo("1,000 buckets of 7 series: %.2f ms", static_cast<double>(best) / 1e6);
    QVERIFY(best < 50'000'000); // a few ms alone; wide room for a busy machine
}

void TimelineTest::pictures_data()
{
    QTest::addColumn<int>("language");
    QTest::addColumn<int>("theme");
    QTest::newRow("en-light") << static_cast<int>(words::LanguageChoice::English)
                              << static_cast<int>(ThemeChoice::Light);
    QTest::newRow("ja-light") << static_cast<int>(words::LanguageChoice::Japanese)
                              << static_cast<int>(ThemeChoice::Light);
    QTest::newRow("en-dark") << static_cast<int>(words::LanguageChoice::English)
                             << static_cast<int>(ThemeChoice::Dark);
}

void TimelineTest::pictures()
{
    QFETCH(const int, language);
    QFETCH(const int, theme);
    OpenCard open;
    open.gui.theme.setChoice(static_cast<ThemeChoice>(theme));
    open.gui.language.setChoice(static_cast<words::LanguageChoice>(language));
    open.drag(open.middleOf(38), open.middleOf(48));
    QTest::mouseMove(&open.chart(), open.middleOf(42));
    test::settle();
    takePicture(open.card, u"timeline-"_s + QString::fromLatin1(QTest::currentDataTag()));
    const QStringList faults = test::allFaults(&open.card);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

QTEST_MAIN(TimelineTest)
#include "timeline_test.moc"
