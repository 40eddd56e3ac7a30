// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/sources/cache_command.h"

#include "core/qtio/log/log_cache.h"
#include "ui/maillog/banners.h"

#include <QAction>
#include <QEvent>
#include <QFuture>
#include <QLocale>
#include <QMenu>
#include <QtConcurrentRun>

#include <algorithm>

namespace ui {

CacheCommand::CacheCommand(QWidget& page, PageParts& parts)
    : QObject(&page), m_parts(parts), m_clear(new QAction(this))
{
    m_clear->setObjectName(QStringLiteral("maillog.clearCache"));
    parts.logsMenu->addSeparator();
    parts.logsMenu->addAction(m_clear);
    connect(m_clear, &QAction::triggered, this, &CacheCommand::clear);
    page.installEventFilter(this);
    retranslate();
}

void CacheCommand::clear()
{
    m_clear->setEnabled(false);
    QtConcurrent::run([] {
        const qtio::LogCache cache;
        const qint64 before = cache.size();
        cache.clear();
        return std::max<qint64>(0, before - cache.size());
    }).then(this, [this](qint64 freed) {
        m_clear->setEnabled(true);
        const QString sentence =
            freed == 0
                ? tr("The index cache was empty.")
                : tr("The index cache was cleared: %1 freed. The logs themselves were not touched; large "
                     "ones are read anew when they are opened next.")
                      .arg(QLocale().formattedDataSize(freed));
        m_parts.banners->say(BannerSubject::Work, {{Level::Good, sentence}});
    });
}

void CacheCommand::retranslate()
{
    m_clear->setText(tr("Clear the index cache"));
    m_clear->setToolTip(tr("Removes what was kept of large logs to open them faster"));
}

bool CacheCommand::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ui
