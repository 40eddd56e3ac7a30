// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/sources/source_desk.h"

#include "core/qtio/log/log_zone.h"
#include "ui/maillog/sources/source_dialog.h"
#include "ui/maillog/sources/source_patterns_dialog.h"

#include <QAction>
#include <QMenu>
#include <QSettings>
#include <QStandardPaths>

namespace ui {

SourceDesk::SourceDesk(Services& services, QWidget& page, const PageParts& parts)
    : QObject(&page),
      m_services(services),
      m_page(page),
      m_sources(new QAction(this)),
      m_patterns(new QAction(this))
{
    m_sources->setObjectName(QStringLiteral("maillog.sourceCommand"));
    m_patterns->setObjectName(QStringLiteral("maillog.patternCommand"));
    parts.logsMenu->addSeparator();
    parts.logsMenu->addActions({m_sources, m_patterns});
    connect(m_sources, &QAction::triggered, this, &SourceDesk::editSources);
    connect(m_patterns, &QAction::triggered, this, &SourceDesk::editPatterns);
}

void SourceDesk::retranslate()
{
    m_sources->setText(tr("Log sources..."));
    m_patterns->setText(tr("Line patterns..."));
}

void SourceDesk::setLogs(const OpenedPlaces& places, std::shared_ptr<const OpenLogs> logs)
{
    m_paths = places.names();
    m_logs = std::move(logs);
    m_opened = places;
    for (const OpenProblem& problem : places.problems) {
        if (!problem.place.isEmpty() && !m_paths.contains(problem.place)) {
            m_paths.append(problem.place);
        }
    }
}

void SourceDesk::setRotated(Rotated rotated)
{
    m_rotated = std::move(rotated);
}

void SourceDesk::setHosts(std::function<QStringList()> hosts)
{
    m_hosts = std::move(hosts);
}

qtio::LogSourceRequest SourceDesk::requestOf(const OpenedLog& log) const
{
    SourceSetting own = readSourceSetting(m_services.settings, log.name);
    if (own.isPlain() && !log.folder.isEmpty()) {
        own = readSourceSetting(m_services.settings, log.folder);
    }
    return {log.path, own.zone.isEmpty() ? log.zone : qtio::parseZone(own.zone), own.year, log.name};
}

void SourceDesk::editSources()
{
    const bool hasJournal = !QStandardPaths::findExecutable(QStringLiteral("journalctl")).isEmpty();
    auto* dialog =
        new SourceDialog({m_services.filePicker, m_services.settings, m_rotated, m_hosts(), hasJournal},
                         m_paths, m_logs, m_opened.reasons(), m_page.window());
    connect(dialog, &SourceDialog::patternsRequested, this, &SourceDesk::editPatterns);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { Q_EMIT readRequested(dialog->places()); });
    dialog->open();
}

void SourceDesk::editPatterns()
{
    auto* dialog = new PatternsDialog(m_services.settings, m_services.filePicker, m_logs, m_page.window());
    connect(dialog, &PatternsDialog::patternsChanged, this, &SourceDesk::patternsChanged);
    dialog->open();
}

} // namespace ui
