// SPDX-License-Identifier: GPL-3.0-or-later
// "Log sources..." and "Line patterns..." on the page: opens the dialogs and says what is to be read, and
// how.
#pragma once

#include "ui/common/services.h"
#include "ui/maillog/page_parts.h"
#include "ui/maillog/sources/log_opener.h"
#include "ui/maillog/sources/source_facts.h"

#include <QObject>

class QAction;

namespace ui {

class SourceDesk final : public QObject
{
    Q_OBJECT
public:
    using Rotated = std::function<QStringList(const QString& path)>;

    /// Puts its commands into the menu of the logs; belongs to the page.
    SourceDesk(Services& services, QWidget& page, const PageParts& parts);
    void retranslate();

    /// What is open; null for nothing.
    void setLogs(const OpenedPlaces& places, std::shared_ptr<const OpenLogs> logs);
    /// The other files of a rotated set.
    void setRotated(Rotated rotated);
    /// Saved hosts, as ssh takes them.
    void setHosts(std::function<QStringList()> hosts);

    /// As the user wants it read: by its own settings, else by those of the folder that was named.
    [[nodiscard]] qtio::LogSourceRequest requestOf(const OpenedLog& log) const;

    void editSources();
    void editPatterns();

Q_SIGNALS:
    void readRequested(const QStringList& places);
    void patternsChanged(); ///< logs have to be read again

private:
    Services& m_services;
    QWidget& m_page;
    QAction* m_sources;
    QAction* m_patterns;
    QStringList m_paths;
    OpenedPlaces m_opened;
    std::shared_ptr<const OpenLogs> m_logs;
    Rotated m_rotated = [](const QString&) { return QStringList(); };
    std::function<QStringList()> m_hosts = [] { return QStringList(); };
};

} // namespace ui
