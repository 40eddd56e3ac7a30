// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/raw/raw_join.h"

#include "ui/common/segment.h"
#include "ui/maillog/checks/check_model.h"
#include "ui/maillog/checks/check_table.h"
#include "ui/maillog/maillog_page.h"
#include "ui/maillog/message/detail_card.h"
#include "ui/maillog/raw/raw_panel.h"

#include <QAction>
#include <QEvent>
#include <QFuture>
#include <QStackedWidget>
#include <QtConcurrentRun>

#include <algorithm>

namespace ui {

RawJoin::RawJoin(MaillogPage& page, PageParts& parts, Services& services)
    : QObject(&page),
      m_page(page),
      m_parts(parts),
      m_panel(new RawPanel(services)),
      m_show(new QAction(this)),
      m_view(parts.addView(m_panel))
{
    m_show->setObjectName(QStringLiteral("maillog.showRowRaw"));
    parts.table->addContextAction(m_show);
    m_panel->installEventFilter(this);
    connect(&page.browser(), &LogBrowser::loaded, this,
            [this] { m_panel->setLogs(m_page.browser().logs()); });
    connect(parts.detail, &DetailCard::rawLineRequested, this, &RawJoin::showLine);
    connect(m_panel, &RawPanel::checkRequested, this, [this](quint64 row) { showCheck(row, true); });
    connect(m_show, &QAction::triggered, this, [this] {
        m_shown.reset();
        showChosen();
    });
    connect(parts.views, &Segment::chosen, this, [this](int view) {
        if (view == m_view) {
            showChosen();
        }
    });
    retranslate();
}

void RawJoin::showView(int view)
{
    m_parts.views->setCurrent(view);
    m_parts.viewStack->setCurrentIndex(view);
}

void RawJoin::showLog()
{
    m_parts.stack->setCurrentIndex(0);
    showView(m_view);
}

bool RawJoin::isShown() const
{
    return m_parts.stack->currentIndex() == 0 && m_parts.viewStack->currentIndex() == m_view;
}

void RawJoin::showChecks()
{
    showView(0);
}

void RawJoin::focusSearch()
{
    m_panel->findChild<QAction*>(QStringLiteral("maillog.raw.find"))->trigger();
}

/// The line of the check that is chosen; whoever comes back to the same one finds the log as it was left.
void RawJoin::showChosen()
{
    const auto row = m_page.chosenRow();
    const auto view = m_page.browser().view();
    if (!row || !view) {
        return;
    }
    const LineKey key = view->keyOf(*row);
    if (m_shown != std::pair(key.source, quint64{key.offset})) {
        showLine(key.source, key.offset);
    }
}

void RawJoin::showLine(quint16 source, quint64 offset)
{
    m_shown = std::pair(source, offset);
    showView(m_view);
    m_panel->showPlace(source, offset);
}

/// Sought in a thread, as a view may have ten million rows. A check that the filter hides is shown by
/// clearing the filter.
void RawJoin::showCheck(quint64 row, bool hasWay)
{
    const auto view = m_page.browser().view();
    if (!view) {
        return;
    }
    QtConcurrent::run([view, row] {
        const auto found = std::find(view->rows.begin(), view->rows.end(), row);
        return found == view->rows.end()
                   ? std::nullopt
                   : std::optional(static_cast<std::size_t>(found - view->rows.begin()));
    }).then(this, [this, view, row, hasWay](std::optional<std::size_t> place) {
        if (m_page.browser().view() != view) {
            showCheck(row, hasWay); // another one is shown by now
        } else if (place) {
            choose(*place);
        } else if (hasWay) {
            connect(
                &m_page.browser(), &LogBrowser::viewChanged, this, [this, row] { showCheck(row, false); },
                static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
            m_page.filter().clear();
        }
    });
}

void RawJoin::choose(std::size_t place)
{
    m_parts.table->chooseRow(m_parts.model->rowAt(place));
    showView(0);
    m_parts.table->setFocus();
}

void RawJoin::retranslate()
{
    m_parts.views->setChoiceText(m_view, tr("Raw log"));
    m_show->setText(tr("Show in the raw log"));
}

bool RawJoin::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ui
