// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/page_parts.h"

#include "ui/common/buttons.h"
#include "ui/common/empty_state.h"
#include "ui/common/label.h"
#include "ui/common/page.h"
#include "ui/common/page_header.h"
#include "ui/common/progress_strip.h"
#include "ui/common/segment.h"
#include "ui/common/surface.h"
#include "ui/maillog/banners.h"
#include "ui/maillog/checks/check_model.h"
#include "ui/maillog/checks/check_table.h"
#include "ui/maillog/message/detail_card.h"
#include "ui/maillog/timeline/timeline_card.h"
#include "ui/maillog/toplists/top_list_card.h"

#include <QBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>

namespace ui {

namespace {

constexpr int pageEdge = 16;
constexpr int cardGap = 12;
constexpr int sideWidth = 340;
constexpr int narrowPage = 1050; ///< px; below it the top lists give way
constexpr int lowPage = 740;     ///< px; below it the chart is lower

} // namespace

PageParts::PageParts(QWidget& page, FilterBar::Clock clock, QSettings& settings)
    : header(new PageHeader),
      logs(makeButton(ButtonKind::Plain, QStringLiteral("open"))),
      logsMenu(new QMenu(logs)),
      exporting(makeButton(ButtonKind::Plain, QStringLiteral("export"))),
      exportMenu(new QMenu(exporting)),
      banners(new Banners),
      progress(new ProgressStrip),
      stack(new QStackedWidget),
      empty(new EmptyState(QStringLiteral("maillog"))),
      filter(new FilterBar(std::move(clock), settings)),
      chart(new TimelineCard),
      model(new CheckModel(&page)),
      table(new CheckTable(*model, settings)),
      nothing(new EmptyState(QStringLiteral("filter"))),
      tableStack(new QStackedWidget),
      newestFirst(makeButton(ButtonKind::Small)),
      columns(makeButton(ButtonKind::Small)),
      views(new Segment(Segment::Size::Small)),
      viewNote(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      viewStack(new QStackedWidget),
      tops{new TopListCard(QStringLiteral("maillog.top1"), maillog::TopField::Domain),
           new TopListCard(QStringLiteral("maillog.top2"), maillog::TopField::Address)},
      side(new QWidget),
      detail(new DetailCard)
{
    logs->setObjectName(QStringLiteral("maillog.logs"));
    logs->setMenu(logsMenu);
    exporting->setObjectName(QStringLiteral("maillog.export"));
    exporting->setMenu(exportMenu);
    exporting->setEnabled(false);
    header->addButton(logs);
    header->addButton(exporting);
    build(page);
    stack->setCurrentWidget(empty);
    progress->hide();
}

void PageParts::build(QWidget& page)
{
    auto* body = new QWidget;
    auto* rows = new QVBoxLayout(body);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0); // the line for what is wrong with the filter is the gap below it
    rows->addWidget(filter);
    auto* cards = new QVBoxLayout;
    cards->setSpacing(cardGap);
    cards->addWidget(chart);
    cards->addWidget(buildColumns(), 3);
    cards->addWidget(detail, 2);
    rows->addLayout(cards, 1);
    stack->addWidget(body);
    stack->addWidget(empty);
    auto* outer = new QVBoxLayout(&page);
    outer->setContentsMargins(pageEdge, 0, pageEdge, cardGap);
    outer->setSpacing(0);
    outer->addWidget(header);
    banners->addProgress(*progress);
    outer->addWidget(banners);
    outer->addWidget(stack, 1);
    markPane(chart);
    markPane(table);
    markPane(side);
    markPane(detail);
}

QWidget* PageParts::buildColumns()
{
    auto* sideRows = new QVBoxLayout(side);
    sideRows->setContentsMargins(0, 0, 0, 0);
    sideRows->setSpacing(cardGap);
    for (TopListCard* top : tops) {
        sideRows->addWidget(top, 1);
    }
    side->setFixedWidth(sideWidth);
    auto* both = new QWidget;
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(cardGap);
    row->addWidget(buildTableCard(), 1);
    row->addWidget(side);
    return both;
}

QWidget* PageParts::buildTableCard()
{
    auto* card = new Card;
    views->setObjectName(QStringLiteral("maillog.views"));
    views->addChoice({});
    views->setCurrent(0);
    views->hide();
    card->addHeadLeading(views);
    card->addHeadLeading(viewNote);
    newestFirst->setObjectName(QStringLiteral("maillog.newestFirst"));
    newestFirst->setCheckable(true);
    columns->setObjectName(QStringLiteral("maillog.columns"));
    columns->setMenu(&table->columnsMenu());
    card->addHeadWidget(newestFirst);
    card->addHeadWidget(columns);
    tableStack->addWidget(table);
    nothing->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored); // the table says what room is needed
    tableStack->addWidget(nothing);
    viewStack->addWidget(tableStack);
    card->body()->addWidget(viewStack);
    QObject::connect(views, &Segment::chosen, viewStack, &QStackedWidget::setCurrentIndex);
    return card;
}

int PageParts::addView(QWidget* view)
{
    views->addChoice({});
    views->setCurrent(viewStack->currentIndex());
    views->show();
    return viewStack->addWidget(view);
}

void PageParts::showRows(bool hasRows) const
{
    tableStack->setCurrentWidget(hasRows ? static_cast<QWidget*>(table) : nothing);
}

void PageParts::fit(const QSize& size) const
{
    const bool areChecks = viewStack->currentIndex() == 0;
    for (QWidget* part : std::initializer_list<QWidget*>{filter, chart, newestFirst, columns}) {
        part->setVisible(areChecks);
    }
    viewNote->setVisible(!areChecks);
    side->setVisible(areChecks && size.width() >= narrowPage);
    chart->setLow(size.height() < lowPage);
}

std::vector<maillog::TopField> PageParts::topFields() const
{
    std::vector<maillog::TopField> fields;
    for (const TopListCard* top : tops) {
        // Beside the raw log, too: whoever comes back finds them.
        if (side->isVisibleTo(side->parentWidget()) || viewStack->currentIndex() != 0) {
            fields.push_back(top->field());
        }
    }
    return fields;
}

void PageParts::retranslate() const
{
    logs->setText(tr("Logs"));
    exporting->setText(tr("Export"));
    views->setGroupName(tr("View"));
    views->setChoiceText(0, tr("Checks"));
    viewNote->setText(tr("All lines of the log; the filter is for checks only"));
    newestFirst->setText(tr("Newest first"));
    nothing->setTexts(tr("No check matches"), tr("Nothing in the log is as the filter asks."),
                      tr("Clear the filter"));
    columns->setText(tr("Columns"));
    table->retranslate();
}

} // namespace ui
