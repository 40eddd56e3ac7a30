// SPDX-License-Identifier: GPL-3.0-or-later
// What the mail log page is made of, and where each part stands. Whatever joins the page (raw view, follow,
// reports, commands for a row) takes these: header->addButton(), exportMenu->addAction(), addView(),
// table->addContextAction().
#pragma once

#include "ui/maillog/filter/filter_bar.h"

#include <QCoreApplication>

#include <array>

class QMenu;
class QPushButton;
class QStackedWidget;

namespace ui {

class Banners;
class CheckModel;
class CheckTable;
class DetailCard;
class EmptyState;
class Label;
class PageHeader;
class ProgressStrip;
class Segment;
class TimelineCard;
class TopListCard;

struct PageParts
{
    Q_DECLARE_TR_FUNCTIONS(PageParts)

public:
    /// Lays everything out on `page`, which owns it.
    PageParts(QWidget& page, FilterBar::Clock clock, QSettings& settings);

    /// One more view of the same rows beside the table of checks, as a choice above it. Gives its number for
    /// views->setChoiceText(); 0 is the table.
    int addView(QWidget* view);
    /// Side panels give way in narrow windows, the chart is lower in low ones. The raw log has nothing of the
    /// filter: what obeys it makes room.
    void fit(const QSize& size) const;
    void retranslate() const;
    /// The table, or that nothing matches.
    void showRows(bool hasRows) const;
    /// The top lists that are on show, or will be when the checks are.
    [[nodiscard]] std::vector<maillog::TopField> topFields() const;

    PageHeader* header;
    QPushButton* logs;
    QMenu* logsMenu; ///< open, add, read again
    QPushButton* exporting;
    QMenu* exportMenu;
    Banners* banners;
    ProgressStrip* progress; ///< of opening and reading; one of the banners
    QStackedWidget* stack;   ///< everything below, or what is said instead
    EmptyState* empty;
    FilterBar* filter;
    TimelineCard* chart;
    CheckModel* model;
    CheckTable* table;
    EmptyState* nothing; ///< instead of the table when no check matches
    QStackedWidget* tableStack;
    QPushButton* newestFirst;
    QPushButton* columns;
    Segment* views;
    Label* viewNote; ///< what a view that is not the table shows
    QStackedWidget* viewStack;
    std::array<TopListCard*, 2> tops;
    QWidget* side;
    DetailCard* detail;

private:
    void build(QWidget& page);
    QWidget* buildColumns();
    QWidget* buildTableCard();
};

} // namespace ui
