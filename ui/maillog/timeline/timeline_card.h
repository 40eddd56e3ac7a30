// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline with its legend, its choices (by what, bar length, period, zoom) and its table twin.
#pragma once

#include "ui/maillog/filter/filter_steps.h"
#include "ui/maillog/log_view.h"
#include "ui/maillog/timeline/series.h"
#include "ui/maillog/timeline/timeline_zoom.h"

#include <QDateTime>
#include <QWidget>

#include <functional>

class QMenu;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace ui {

class BucketModel;
class Card;
class Segment;
class TableView;
class Timeline;
class TimelineLegend;

class TimelineCard final : public QWidget
{
    Q_OBJECT
public:
    explicit TimelineCard(QWidget* parent = nullptr);
    /// For "today" and "last hour"; the machine's clock unless told.
    void setClock(std::function<QDateTime()> now);
    void setView(const LogView& view);
    /// The brush as the filter has it. One that lies outside what is shown ends the zoom.
    void setSpan(std::optional<TimeSpan> span);
    /// Shows the last hour as it grows, until the user zooms.
    void setRunning(bool isRunning);
    /// For low windows.
    void setLow(bool isLow);

    [[nodiscard]] Timeline& timeline() const { return *m_timeline; }

    [[nodiscard]] BucketModel& table() const { return *m_model; }

    /// What the next view should show.
    [[nodiscard]] ChartQuery query() const { return {m_choice.length, m_zoom.axis(), m_isRunning}; }

    [[nodiscard]] const ChartChoice& choice() const { return m_choice; }

    /// As a step back does; the caller asks for the view.
    void setChoice(const ChartChoice& choice);

Q_SIGNALS:
    void spanChosen(std::optional<ui::TimeSpan> span);
    void queryChanged();
    void seriesChosen(ui::SeriesBy by);
    void choiceLeft(const ui::ChartChoice& before); ///< the user has chosen something else
    void termChosen(const QString& term);           ///< out of the legend or a bar

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void retranslate();
    void showBy();
    void showSeries();
    void showZoom();
    void showLengths();
    void chooseSpan(std::optional<TimeSpan> span);
    void zoomIn(const TimeSpan& span);
    void zoomOut();
    void showAll();
    void fillPeriods();
    void askForPeriod();
    [[nodiscard]] maillog::ZoneRules clock() const;

    ChartChoice m_choice;
    TimelineZoom m_zoom;
    std::optional<TimeSpan> m_span;
    bool m_isRunning = false;
    std::function<QDateTime()> m_now;
    std::optional<maillog::TimeBuckets> m_histogram;
    std::optional<maillog::TimeRange> m_logRange;
    Card* m_card;
    TimelineLegend* m_legend;
    Segment* m_byChoice;
    Segment* m_lengthChoice;
    QPushButton* m_period;
    QMenu* m_periods;
    QToolButton* m_zoomIn;
    QToolButton* m_zoomOut;
    QToolButton* m_asTable;
    QStackedWidget* m_stack;
    Timeline* m_timeline;
    BucketModel* m_model;
    TableView* m_table;
};

} // namespace ui
