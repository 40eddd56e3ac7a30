// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline with its legend, its choices (by what, bucket length) and its table twin.
#pragma once

#include "ui/maillog/log_view.h"
#include "ui/maillog/series.h"

#include <QWidget>

class QStackedWidget;
class QToolButton;

namespace ui {

class BucketModel;
class Card;
class Label;
class Segment;
class TableView;
class Timeline;
class TimelineLegend;

class TimelineCard final : public QWidget
{
    Q_OBJECT
public:
    explicit TimelineCard(QWidget* parent = nullptr);
    void setView(const LogView& view);
    void setSpan(std::optional<TimeSpan> span);
    /// For low windows.
    void setLow(bool isLow);

    [[nodiscard]] Timeline& timeline() const { return *m_timeline; }

    [[nodiscard]] BucketModel& table() const { return *m_model; }

    /// Bucket length wanted, milliseconds; nothing to fit.
    [[nodiscard]] std::optional<std::int64_t> step() const { return m_step; }

Q_SIGNALS:
    void spanChosen(std::optional<ui::TimeSpan> span);
    void stepChanged();
    void seriesChosen(ui::SeriesBy by);
    void termChosen(const QString& term); ///< out of the legend

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void retranslate();
    void showSeries();

    SeriesBy m_by = SeriesBy::Result;
    std::optional<std::int64_t> m_step;
    std::optional<maillog::Histogram> m_histogram;
    int m_offsetMinutes = 0;
    Card* m_card;
    TimelineLegend* m_legend;
    Segment* m_byChoice;
    Segment* m_stepChoice;
    QToolButton* m_asTable;
    QStackedWidget* m_stack;
    Timeline* m_timeline;
    BucketModel* m_model;
    TableView* m_table;
};

} // namespace ui
