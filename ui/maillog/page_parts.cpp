// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/page_parts.h"

#include "ui/common/buttons.h"
#include "ui/common/empty_state.h"
#include "ui/common/notice_bar.h"
#include "ui/common/page.h"
#include "ui/common/page_header.h"
#include "ui/common/progress_strip.h"
#include "ui/common/segment.h"
#include "ui/common/surface.h"
#include "ui/common/table_view.h"
#include "ui/maillog/check_model.h"
#include "ui/maillog/check_table.h"
#include "ui/maillog/detail_card.h"
#include "ui/maillog/timeline_card.h"
#include "ui/maillog/top_list_card.h"

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

PageParts::PageParts(QWidget& page, FilterBar::Clock clock)
    : header(new PageHeader),
      logs(makeButton(ButtonKind::Plain, QStringLiteral("open"))),
      logsMenu(new QMenu(logs)),
      exporting(makeButton(ButtonKind::Plain, QStringLiteral("export"))),
      exportMenu(new QMenu(exporting)),
      notice(new NoticeBar),
      progress(new ProgressStrip),
      stack(new QStackedWidget),
      empty(new EmptyState(QStringLiteral("maillog"))),
      filter(new FilterBar(std::move(clock))),
      chart(new TimelineCard),
      model(new CheckModel(&page)),
      table(makeCheckTable(*model)),
      views(new Segment(Segment::Size::Small)),
      viewStack(new QStackedWidget),
      domains(new TopListCard(QStringLiteral("maillog.topDomains"))),
      addresses(new TopListCard(QStringLiteral("maillog.topAddresses"))),
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
    rows->setSpacing(cardGap);
    rows->addWidget(filter);
    rows->addWidget(chart);
    rows->addWidget(buildColumns(), 3);
    rows->addWidget(detail, 2);
    stack->addWidget(body);
    stack->addWidget(empty);
    auto* outer = new QVBoxLayout(&page);
    outer->setContentsMargins(pageEdge, 0, pageEdge, cardGap);
    outer->setSpacing(0);
    outer->addWidget(header);
    outer->addWidget(progress);
    outer->addWidget(notice);
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
    sideRows->addWidget(domains, 1);
    sideRows->addWidget(addresses, 1);
    side->setFixedWidth(sideWidth);
    auto* columns = new QWidget;
    auto* row = new QHBoxLayout(columns);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(cardGap);
    row->addWidget(buildTableCard(), 1);
    row->addWidget(side);
    return columns;
}

QWidget* PageParts::buildTableCard()
{
    auto* card = new Card;
    views->setObjectName(QStringLiteral("maillog.views"));
    views->addChoice({});
    views->setCurrent(0);
    views->hide();
    card->addHeadLeading(views);
    viewStack->addWidget(table);
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

void PageParts::fit(const QSize& size) const
{
    side->setVisible(size.width() >= narrowPage);
    chart->setLow(size.height() < lowPage);
}

void PageParts::retranslate() const
{
    logs->setText(tr("Logs"));
    exporting->setText(tr("Export"));
    views->setGroupName(tr("View"));
    views->setChoiceText(0, tr("Checks"));
    domains->setTexts(tr("Sender domains"), tr("No domain in these checks."));
    addresses->setTexts(tr("Client addresses"), tr("No address in these checks."));
    table->setAccessibleName(tr("Checks"));
    model->retranslate();
}

} // namespace ui
