// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/timeline_card.h"

#include "ui/common/buttons.h"
#include "ui/common/segment.h"
#include "ui/common/surface.h"
#include "ui/common/table_view.h"
#include "ui/maillog/bucket_model.h"
#include "ui/maillog/timeline.h"
#include "ui/maillog/timeline_legend.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QStackedWidget>

namespace ui {

namespace {

constexpr std::int64_t minute = 60'000;

std::optional<std::int64_t> stepOf(int choice)
{
    switch (choice) {
    case 1:
        return 10 * minute;
    case 2:
        return 60 * minute;
    case 3:
        return 1440 * minute;
    default:
        return std::nullopt;
    }
}

} // namespace

TimelineCard::TimelineCard(QWidget* parent)
    : QWidget(parent),
      m_card(new Card),
      m_legend(new TimelineLegend),
      m_byChoice(new Segment(Segment::Size::Small)),
      m_stepChoice(new Segment(Segment::Size::Small)),
      m_asTable(makeIconButton(QStringLiteral("table"))),
      m_stack(new QStackedWidget),
      m_timeline(new Timeline),
      m_model(new BucketModel(this)),
      m_table(new TableView(RowHeight::Log))
{
    build();
    m_legend->setSeries(m_by);
    connect(m_legend, &TimelineLegend::hiddenChanged, this, &TimelineCard::showSeries);
    connect(m_byChoice, &Segment::chosen, this, [this](int index) {
        m_by = index == 0 ? SeriesBy::Result : SeriesBy::Action;
        m_legend->setSeries(m_by);
        m_model->setHistogram(m_histogram, m_by, m_offsetMinutes);
        showSeries();
        Q_EMIT seriesChosen(m_by);
    });
    connect(m_legend, &TimelineLegend::termChosen, this, &TimelineCard::termChosen);
    connect(m_stepChoice, &Segment::chosen, this, [this](int index) {
        m_step = stepOf(index);
        Q_EMIT stepChanged();
    });
    connect(m_asTable, &QToolButton::toggled, m_stack,
            [this](bool isTable) { m_stack->setCurrentIndex(isTable ? 1 : 0); });
    connect(m_timeline, &Timeline::spanChosen, this, &TimelineCard::spanChosen);
    retranslate();
}

void TimelineCard::build()
{
    setObjectName(QStringLiteral("maillog.chart"));
    m_byChoice->setObjectName(QStringLiteral("maillog.chartBy"));
    m_stepChoice->setObjectName(QStringLiteral("maillog.chartStep"));
    m_asTable->setObjectName(QStringLiteral("maillog.chartAsTable"));
    m_table->setObjectName(QStringLiteral("maillog.chartTable"));
    m_byChoice->addChoice({});
    m_byChoice->addChoice({});
    m_byChoice->setCurrent(0);
    for (int i = 0; i < 4; ++i) {
        m_stepChoice->addChoice({});
    }
    m_stepChoice->setCurrent(0);
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
    row->addWidget(m_stepChoice);
    row->addWidget(m_asTable);
    m_card->body()->addWidget(head);
    m_card->body()->addWidget(m_stack);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
}

void TimelineCard::setView(const LogView& view)
{
    m_histogram = view.histogram;
    m_offsetMinutes = view.logs->offsetMinutes();
    m_timeline->setHistogram(m_histogram, m_offsetMinutes);
    m_model->setHistogram(m_histogram, m_by, m_offsetMinutes);
    showSeries();
}

void TimelineCard::setSpan(std::optional<TimeSpan> span)
{
    m_timeline->setSpan(span);
}

void TimelineCard::setLow(bool isLow)
{
    m_stack->setFixedHeight(isLow ? 140 : 178);
}

void TimelineCard::showSeries()
{
    m_timeline->setSeries(m_by, m_legend->hidden());
}

void TimelineCard::retranslate()
{
    m_byChoice->setGroupName(tr("Stack by"));
    m_byChoice->setChoiceText(0, tr("Result"));
    m_byChoice->setChoiceText(1, tr("Action"));
    m_stepChoice->setGroupName(tr("Bar length"));
    m_stepChoice->setChoiceText(0, tr("Fit"));
    m_stepChoice->setChoiceText(1, tr("10 min"));
    m_stepChoice->setChoiceText(2, tr("1 h"));
    m_stepChoice->setChoiceText(3, tr("1 d"));
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
