// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/timeline/timeline_card.h"

#include "ui/common/buttons.h"
#include "ui/common/segment.h"
#include "ui/common/surface.h"
#include "ui/common/table_view.h"
#include "ui/maillog/timeline/bucket_model.h"
#include "ui/maillog/timeline/timeline.h"
#include "ui/maillog/timeline/timeline_legend.h"
#include "ui/maillog/timeline/timeline_period.h"
#include "ui/maillog/timeline/timeline_period_dialog.h"
#include "ui/maillog/timeline/timeline_words.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QStackedWidget>

#include <algorithm>
#include <array>

namespace ui {

namespace {

using Unit = maillog::BucketLength::Unit;

constexpr std::int64_t shortestAxis = 2 * 60'000; ///< below it there is nothing more to see

/// The lengths to choose from, behind "fit".
constexpr std::array<maillog::BucketLength, 4> lengths{
    {{Unit::Minute, 1}, {Unit::Minute, 10}, {Unit::Minute, 60}, {Unit::Day, 1}}};

} // namespace

TimelineCard::TimelineCard(QWidget* parent)
    : QWidget(parent),
      m_now(&QDateTime::currentDateTime),
      m_card(new Card),
      m_legend(new TimelineLegend),
      m_byChoice(new Segment(Segment::Size::Small)),
      m_lengthChoice(new Segment(Segment::Size::Small)),
      m_period(makeButton(ButtonKind::Small, QStringLiteral("calendar"))),
      m_periods(new QMenu(m_period)),
      m_zoomIn(makeIconButton(QStringLiteral("zoom-in"))),
      m_zoomOut(makeIconButton(QStringLiteral("zoom-out"))),
      m_asTable(makeIconButton(QStringLiteral("table"))),
      m_stack(new QStackedWidget),
      m_timeline(new Timeline),
      m_model(new BucketModel(this)),
      m_table(new TableView(RowHeight::Log))
{
    build();
    m_legend->setSeries(m_choice.by);
    connect(m_legend, &TimelineLegend::hiddenChanged, this, &TimelineCard::showSeries);
    connect(m_byChoice, &Segment::chosen, this, [this](int index) {
        Q_EMIT choiceLeft(m_choice);
        m_choice.by = index == 0 ? SeriesBy::Result : SeriesBy::Action;
        showBy();
    });
    connect(m_legend, &TimelineLegend::termChosen, this, &TimelineCard::termChosen);
    connect(m_lengthChoice, &Segment::chosen, this, [this](int index) {
        Q_EMIT choiceLeft(m_choice);
        m_choice.length =
            index == 0 ? std::nullopt : std::optional(lengths.at(static_cast<std::size_t>(index) - 1));
        Q_EMIT queryChanged();
    });
    connect(m_periods, &QMenu::aboutToShow, this, &TimelineCard::fillPeriods);
    connect(m_zoomIn, &QToolButton::clicked, this, [this] { zoomIn(*m_span); });
    connect(m_zoomOut, &QToolButton::clicked, this, &TimelineCard::zoomOut);
    connect(m_asTable, &QToolButton::toggled, m_stack,
            [this](bool isTable) { m_stack->setCurrentIndex(isTable ? 1 : 0); });
    connect(m_timeline, &Timeline::spanChosen, this, &TimelineCard::chooseSpan);
    connect(m_timeline, &Timeline::zoomInRequested, this, &TimelineCard::zoomIn);
    connect(m_timeline, &Timeline::zoomOutRequested, this, &TimelineCard::zoomOut);
    connect(m_timeline, &Timeline::termChosen, this, &TimelineCard::termChosen);
    retranslate();
    showZoom();
}

void TimelineCard::build()
{
    setObjectName(QStringLiteral("maillog.chart"));
    m_byChoice->setObjectName(QStringLiteral("maillog.chartBy"));
    m_lengthChoice->setObjectName(QStringLiteral("maillog.chartLength"));
    m_period->setObjectName(QStringLiteral("maillog.chartPeriod"));
    m_zoomIn->setObjectName(QStringLiteral("maillog.chartZoomIn"));
    m_zoomOut->setObjectName(QStringLiteral("maillog.chartZoomOut"));
    m_asTable->setObjectName(QStringLiteral("maillog.chartAsTable"));
    m_table->setObjectName(QStringLiteral("maillog.chartTable"));
    m_byChoice->addChoice({});
    m_byChoice->addChoice({});
    m_byChoice->setCurrent(0);
    for (std::size_t i = 0; i <= lengths.size(); ++i) {
        m_lengthChoice->addChoice({});
    }
    m_lengthChoice->setCurrent(0);
    m_period->setMenu(m_periods);
    m_asTable->setCheckable(true);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_stack->addWidget(m_timeline);
    m_stack->addWidget(m_table);
    setLow(false);

    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(12, 6, 12, 2);
    row->setSpacing(8);
    row->addWidget(m_legend);
    row->addStretch(1);
    row->addWidget(m_byChoice);
    row->addWidget(m_lengthChoice);
    row->addWidget(m_period);
    auto* icons = new QHBoxLayout;
    icons->setSpacing(2);
    for (QToolButton* button : {m_zoomIn, m_zoomOut, m_asTable}) {
        icons->addWidget(button);
    }
    row->addLayout(icons);
    m_card->body()->addWidget(head);
    m_card->body()->addWidget(m_stack);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
}

void TimelineCard::setClock(std::function<QDateTime()> now)
{
    m_now = std::move(now);
}

maillog::ZoneRules TimelineCard::clock() const
{
    return m_histogram ? m_histogram->clock : maillog::ZoneRules();
}

void TimelineCard::setView(const LogView& view)
{
    m_histogram = view.histogram;
    m_logRange = view.range;
    m_timeline->setHistogram(m_histogram);
    m_model->setHistogram(m_histogram, m_choice.by);
    showSeries();
    showLengths();
    showZoom();
}

void TimelineCard::setSpan(std::optional<TimeSpan> span)
{
    m_span = span;
    m_zoom.follow(span);
    showZoom();
}

void TimelineCard::setRunning(bool isRunning)
{
    if (m_isRunning != isRunning) {
        m_isRunning = isRunning;
        Q_EMIT queryChanged();
    }
}

void TimelineCard::setLow(bool isLow)
{
    m_stack->setFixedHeight(isLow ? 140 : 178);
}

void TimelineCard::setChoice(const ChartChoice& choice)
{
    const bool isOther = choice.by != m_choice.by;
    m_choice = choice;
    const auto length =
        choice.length ? std::find(lengths.begin(), lengths.end(), *choice.length) : lengths.end();
    m_lengthChoice->setCurrent(
        length == lengths.end() ? 0 : static_cast<int>(std::distance(lengths.begin(), length)) + 1);
    if (isOther) {
        m_byChoice->setCurrent(choice.by == SeriesBy::Result ? 0 : 1);
        showBy();
    }
}

void TimelineCard::showBy()
{
    m_legend->setSeries(m_choice.by);
    m_model->setHistogram(m_histogram, m_choice.by);
    showSeries();
    Q_EMIT seriesChosen(m_choice.by);
}

void TimelineCard::showSeries()
{
    m_timeline->setSeries(m_choice.by, m_legend->hidden());
}

void TimelineCard::showZoom()
{
    const bool isAll = m_span == m_zoom.axis();
    m_timeline->setSpan(isAll ? std::nullopt : m_span);
    m_zoomIn->setEnabled(!isAll && m_span && m_span->to - m_span->from >= shortestAxis);
    m_zoomOut->setEnabled(m_zoom.axis().has_value());
}

/// "Fit" says what fits.
void TimelineCard::showLengths()
{
    const bool isFitted = !m_choice.length && m_histogram &&
                          std::find(lengths.begin(), lengths.end(), m_histogram->length) == lengths.end();
    m_lengthChoice->setChoiceText(0, isFitted ? lengthText(m_histogram->length) : tr("Auto"));
    m_lengthChoice->setChoiceToolTip(0, tr("Chosen to suit the period shown"));
}

/// Without a brush all that is shown is chosen, so that the chart and the table agree.
void TimelineCard::chooseSpan(std::optional<TimeSpan> span)
{
    Q_EMIT spanChosen(span ? span : m_zoom.axis());
}

void TimelineCard::zoomIn(const TimeSpan& span)
{
    if (span.to - span.from >= shortestAxis) {
        m_zoom.in(span);
        Q_EMIT spanChosen(span);
        Q_EMIT queryChanged();
    }
}

void TimelineCard::zoomOut()
{
    if (const auto left = m_zoom.out()) {
        Q_EMIT spanChosen(m_span ? m_span : left);
        Q_EMIT queryChanged();
    }
}

void TimelineCard::showAll()
{
    m_zoom.clear();
    Q_EMIT spanChosen(std::nullopt);
    Q_EMIT queryChanged();
}

void TimelineCard::fillPeriods()
{
    m_periods->clear();
    const PeriodEnd end = periodEnd(m_logRange, m_now().toMSecsSinceEpoch());
    for (const Period period : allPeriods) {
        QAction* action = m_periods->addAction(periodText(period, end, clock()));
        connect(action, &QAction::triggered, this,
                [this, period, end] { zoomIn(spanOf(period, end, clock())); });
    }
    m_periods->addSeparator();
    connect(m_periods->addAction(tr("From ... to ...")), &QAction::triggered, this,
            &TimelineCard::askForPeriod);
    connect(m_periods->addAction(tr("All of the log")), &QAction::triggered, this, &TimelineCard::showAll);
}

void TimelineCard::askForPeriod()
{
    const PeriodEnd end = periodEnd(m_logRange, m_now().toMSecsSinceEpoch());
    auto* dialog = new PeriodDialog(m_span.value_or(spanOf(Period::Today, end, clock())), clock(), window());
    connect(dialog, &QDialog::accepted, this, [this, dialog] { zoomIn(dialog->span()); });
    dialog->open();
}

void TimelineCard::retranslate()
{
    m_byChoice->setGroupName(tr("Stack by"));
    m_byChoice->setChoiceText(0, tr("Result"));
    m_byChoice->setChoiceText(1, tr("Action"));
    m_lengthChoice->setGroupName(tr("Bar length"));
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        m_lengthChoice->setChoiceText(static_cast<int>(i) + 1, lengthText(lengths.at(i)));
    }
    showLengths();
    m_period->setText(tr("Period"));
    setNamed(m_zoomIn, tr("Zoom in to the time chosen (+)"));
    setNamed(m_zoomOut, tr("Zoom out (−)"));
    setNamed(m_asTable, tr("Show the numbers as a table"));
    m_table->setAccessibleName(tr("Checks over time, as a table"));
    m_model->retranslate();
}

void TimelineCard::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace ui
