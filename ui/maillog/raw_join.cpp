// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/raw_join.h"

#include "ui/common/segment.h"
#include "ui/maillog/check_model.h"
#include "ui/maillog/check_table.h"
#include "ui/maillog/detail_card.h"
#include "ui/maillog/maillog_page.h"
#include "ui/maillog/raw_panel.h"

#include <QAction>
#include <QEvent>
#include <QStackedWidget>

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
    connect(m_panel, &RawPanel::checkRequested, this, &RawJoin::showCheck);
    connect(m_show, &QAction::triggered, this, [this] {
        const auto row = m_page.chosenRow();
        const auto view = m_page.browser().view();
        if (row && view) {
            const maillog::Check check = (*view->logs->logs.log)[*row];
            showLine(check.source, check.lineOffset);
        }
    });
    retranslate();
}

void RawJoin::showView(int view)
{
    m_parts.views->setCurrent(view);
    m_parts.viewStack->setCurrentIndex(view);
}

void RawJoin::showLine(quint16 source, quint64 offset)
{
    showView(m_view);
    m_panel->showPlace(source, offset);
}

/// A check that the filter hides is shown by clearing the filter.
void RawJoin::showCheck(quint64 row)
{
    if (selectRow(row)) {
        return;
    }
    connect(
        &m_page.browser(), &LogBrowser::viewChanged, this, [this, row] { selectRow(row); },
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    m_page.filter().clear();
}

bool RawJoin::selectRow(quint64 row)
{
    const auto view = m_page.browser().view();
    if (!view) {
        return false;
    }
    const auto place = std::find(view->rows.begin(), view->rows.end(), row);
    if (place == view->rows.end()) {
        return false;
    }
    showView(0);
    m_parts.table->chooseRow(m_parts.model->rowAt(static_cast<std::size_t>(place - view->rows.begin())));
    m_parts.table->setFocus();
    return true;
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
