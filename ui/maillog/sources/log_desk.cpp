// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/sources/log_desk.h"

#include "ui/common/file_picker.h"
#include "ui/common/progress_strip.h"
#include "ui/maillog/banners.h"
#include "ui/maillog/log_facts.h"
#include "ui/maillog/sources/recent_logs.h"
#include "ui/maillog/sources/source_server_dialog.h"
#include "ui/words/log_set_words.h"

#include <QAction>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QStandardPaths>

namespace ui {

LogDesk::LogDesk(Services& services, QWidget& page, const PageParts& parts)
    : QObject(&page),
      m_services(services),
      m_page(page),
      m_parts(parts),
      m_opener(*services.ssh),
      m_open(addCommand("maillog.open", &LogDesk::pickFiles)),
      m_openFolder(addCommand("maillog.openFolder", &LogDesk::pickFolder)),
      m_openJournal(addCommand("maillog.openJournal", &LogDesk::openJournal)),
      m_openServer(addCommand("maillog.openServer", &LogDesk::chooseServer)),
      m_recent(m_parts.logsMenu->addMenu(QString())),
      m_add(addCommand("maillog.add", &LogDesk::addFiles)),
      m_reload(addCommand("maillog.reload", &LogDesk::reopen))
{
    m_recent->setObjectName(QStringLiteral("maillog.recentLogs"));
    m_parts.logsMenu->insertSeparator(m_add);
    m_reload->setEnabled(false);
    connect(m_parts.logsMenu, &QMenu::aboutToShow, this, [this] {
        fillRecent();
        m_openJournal->setEnabled(!QStandardPaths::findExecutable(QStringLiteral("journalctl")).isEmpty());
    });
    connect(&m_opener, &LogOpener::progressed, this, &LogDesk::showProgress);
    connect(&m_opener, &LogOpener::failed, this,
            [this](const QStringList& places, const std::vector<OpenProblem>& problems) {
                m_failure = Failure{places, problems};
                m_parts.progress->hide();
                showFailure();
                Q_EMIT openingChanged();
            });
    connect(&m_opener, &LogOpener::opened, this, [this](const OpenedPlaces& places) {
        m_places = places;
        m_reload->setEnabled(true);
        Q_EMIT opened();
    });
}

QAction* LogDesk::addCommand(const char* name, void (LogDesk::*run)())
{
    QAction* action = m_parts.logsMenu->addAction(QString());
    action->setObjectName(QLatin1String(name));
    connect(action, &QAction::triggered, this, run);
    return action;
}

void LogDesk::retranslate()
{
    m_open->setText(tr("Open logs..."));
    m_openFolder->setText(tr("Open a folder..."));
    m_openJournal->setText(tr("Journal of this computer"));
    m_openServer->setText(tr("From a server..."));
    m_recent->setTitle(tr("Opened lately"));
    m_add->setText(tr("Add logs..."));
    m_reload->setText(tr("Read again"));
    if (m_failure && m_parts.banners->has(BannerSubject::Logs)) {
        showFailure();
    }
}

void LogDesk::open(const QStringList& places)
{
    m_parts.banners->silence(BannerSubject::Logs);
    m_parts.banners->silence(BannerSubject::Work);
    m_failure.reset();
    m_opener.open(places);
    Q_EMIT openingChanged();
}

void LogDesk::add(const QStringList& places)
{
    QStringList all = m_places.places;
    for (const QString& place : places) {
        if (!all.contains(place)) {
            all.append(place);
        }
    }
    Q_EMIT showRequested();
    open(all);
}

void LogDesk::reopen()
{
    open(m_places.places);
}

void LogDesk::cancel()
{
    m_opener.cancel();
    m_parts.progress->hide();
    m_parts.banners->say(
        BannerSubject::Logs,
        {{Level::Info, m_places.places.isEmpty() ? tr("Opening was cancelled.")
                                                 : tr("Opening was cancelled. What was open stays open.")}});
    Q_EMIT openingChanged();
}

/// By the user: that is worth being remembered.
void LogDesk::choose(const QStringList& places)
{
    rememberLogs(m_services.settings, places);
    Q_EMIT showRequested();
    open(places);
}

QString LogDesk::folder() const
{
    for (const OpenedLog& log : m_places.logs) {
        if (log.path == log.name) {
            return QFileInfo(log.path).path();
        }
    }
    return QStringLiteral("/var/log");
}

void LogDesk::pick(const QString& title, void (LogDesk::*take)(const QStringList&))
{
    m_services.filePicker.openFiles(&m_page, {title, folder(), logFileFilters()},
                                    [this, take](const QStringList& paths) { (this->*take)(paths); });
}

void LogDesk::pickFiles()
{
    pick(tr("Open mail logs"), &LogDesk::choose);
}

void LogDesk::addFiles()
{
    pick(tr("Add mail logs"), &LogDesk::add);
}

void LogDesk::pickFolder()
{
    m_services.filePicker.openFolder(&m_page, {tr("Open the mail logs of a folder"), folder(), {}},
                                     [this](const QString& path) { choose({path}); });
}

void LogDesk::openJournal()
{
    choose({QStringLiteral("journal:")});
}

void LogDesk::chooseServer()
{
    auto* dialog = new SourceServerDialog(m_services.hosts(), m_page.window());
    connect(dialog, &QDialog::accepted, this, [this, dialog] { choose({dialog->place()}); });
    dialog->open();
}

void LogDesk::fillRecent()
{
    m_recent->clear();
    const QList<QStringList> all = recentLogs(m_services.settings);
    for (const QStringList& places : all) {
        QString text = words::placeText(places.first());
        if (places.size() > 1) {
            text = tr("%1 and %Ln more", nullptr, static_cast<int>(places.size() - 1)).arg(text);
        }
        m_recent->addAction(text.replace(QLatin1Char('&'), QStringLiteral("&&")), this,
                            [this, places] { choose(places); });
    }
    m_recent->setEnabled(!all.isEmpty());
}

void LogDesk::showProgress(const QString& place, qint64 done, qint64 total)
{
    const QLocale locale;
    const QString counts =
        total > 0 ? tr("%1 of %2").arg(locale.formattedDataSize(done), locale.formattedDataSize(total))
                  : QString();
    m_parts.progress->setTexts(
        tr("Opening %1").arg(place.isEmpty() ? placesText(m_opener.opening()) : words::placeText(place)),
        counts);
    m_parts.progress->setShare(total > 0 ? static_cast<double>(done) / static_cast<double>(total) : -1);
    m_parts.progress->show();
}

void LogDesk::showFailure()
{
    std::vector<Banner> banners;
    for (const OpenProblem& problem : m_failure->problems) {
        banners.push_back({Level::Error, problem.text(), tr("Try again"), QStringLiteral("refresh"),
                           [this, places = m_failure->places] { open(places); }});
    }
    m_parts.banners->say(BannerSubject::Logs, banners);
}

} // namespace ui
