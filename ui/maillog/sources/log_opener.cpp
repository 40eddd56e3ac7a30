// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/sources/log_opener.h"

#include "core/qtio/log/log_zone.h"
#include "ui/words/log_set_words.h"

#include <QDir>
#include <QFileInfo>
#include <QPromise>
#include <QTimeZone>
#include <QtConcurrentRun>

#include <algorithm>

namespace ui {

using Until = qtio::LogSpool::Until;

QString OpenProblem::text() const
{
    return std::visit([](const auto& what) { return words::message(what); }, cause);
}

QStringList OpenedPlaces::reasons() const
{
    QStringList sentences;
    for (const qtio::LeftOutLog& log : leftOut) {
        sentences.append(words::message(log));
    }
    for (const OpenProblem& problem : problems) {
        sentences.append(problem.text());
    }
    return sentences;
}

QStringList OpenedPlaces::names() const
{
    QStringList names;
    for (const OpenedLog& log : logs) {
        names.append(log.name);
    }
    return names;
}

QStringList OpenedPlaces::shown() const
{
    return places.size() == 1 ? places : names();
}

LogOpener::LogOpener(qtio::SshClient& client, QObject* parent) : QObject(parent), m_client(client)
{
    connect(&m_resolving, &QFutureWatcherBase::finished, this, [this] {
        if (m_asked && !m_resolving.isCanceled()) {
            m_resolved = m_resolving.result();
            fetch();
        }
    });
}

LogOpener::~LogOpener()
{
    m_resolving.cancel(); // a folder of a dead network drive is not waited for
}

LogOpener::Resolved LogOpener::resolve(const QStringList& places, const std::function<bool()>& goOn)
{
    Resolved resolved;
    QStringList files;
    for (const QString& text : places) {
        const qtio::LogPlace place = qtio::LogPlace::fromText(text);
        if (place.isSpooled()) {
            resolved.elsewhere.push_back(place);
            continue;
        }
        files.append(place.path);
        if (QFileInfo(place.path).isDir()) {
            resolved.folders.append(QDir(place.path).path());
        }
    }
    resolved.files = qtio::logSetOf(files, goOn);
    return resolved;
}

void LogOpener::open(const QStringList& places)
{
    if (isOpening()) {
        cancel();
    }
    m_asked = places;
    m_isFetching = false;
    m_problems.clear();
    Q_EMIT progressed({}, 0, 0);
    m_resolving.setFuture(QtConcurrent::run([places](QPromise<Resolved>& promise) {
        promise.addResult(resolve(places, [&promise] { return !promise.isCanceled(); }));
    }));
}

void LogOpener::cancel()
{
    m_asked.reset();
    m_isFetching = false;
    m_resolving.cancel();
    m_waiting.clear();
    keepUsed();
}

void LogOpener::fetch()
{
    m_isFetching = true;
    for (const qtio::LogPlace& place : m_resolved.elsewhere) {
        const QString name = place.text();
        Fetched& fetched = m_spools[name];
        if (!fetched.spool) {
            fetched.spool = qtio::LogSpool::of(place, m_client, qtio::zoneRules(QTimeZone::systemTimeZone()),
                                               m_rights(place.host));
            connectSpool(*fetched.spool);
        }
        m_waiting.insert(name);
    }
    const auto waiting = m_waiting; // one that fails at once is none any more
    for (const QString& name : waiting) {
        m_spools.at(name).spool->start(Until::CaughtUp);
    }
    if (m_waiting.empty()) {
        settle();
    }
}

void LogOpener::connectSpool(qtio::LogSpool& spool)
{
    const QString name = spool.place().text();
    // Never from within a signal of a spool: it may be let go.
    const auto settleLater = [this] {
        QMetaObject::invokeMethod(this, &LogOpener::settle, Qt::QueuedConnection);
    };
    connect(&spool, &qtio::LogSpool::progressed, this,
            [this, name](qint64 done, qint64 total) { takeProgress(name, done, total); });
    connect(&spool, &qtio::LogSpool::caughtUp, this, [this, name, settleLater] {
        if (m_waiting.erase(name) > 0) {
            settleLater();
        }
    });
    connect(&spool, &qtio::LogSpool::failed, this,
            [this, name, settleLater](const qtio::LogPlaceError& error) {
                if (m_waiting.erase(name) > 0) {
                    m_problems.push_back({name, error});
                    settleLater();
                } else {
                    takeFailure(error);
                }
            });
    connect(&spool, &qtio::LogSpool::recovered, this, [this, name] { takeRecovery(name); });
}

void LogOpener::takeProgress(const QString& place, qint64 done, qint64 total)
{
    Fetched& fetched = m_spools.at(place);
    fetched.done = done;
    fetched.total = total;
    if (!m_waiting.contains(place)) {
        return;
    }
    qint64 allDone = 0;
    qint64 all = 0;
    for (const qtio::LogPlace& other : m_resolved.elsewhere) {
        allDone += m_spools.at(other.text()).done;
        all += m_spools.at(other.text()).total;
    }
    Q_EMIT progressed(m_resolved.elsewhere.size() == 1 ? place : QString(), allDone, all);
}

void LogOpener::takeFailure(const qtio::LogPlaceError& error)
{
    if (m_isFollowing && m_spools.at(error.place).isUsed) {
        m_lost[error.place] = words::message(error);
        Q_EMIT lost(m_lost.begin()->second);
    }
}

void LogOpener::takeRecovery(const QString& place)
{
    m_lost.erase(place);
    if (m_lost.empty()) {
        Q_EMIT recovered();
    } else {
        Q_EMIT lost(m_lost.begin()->second);
    }
}

void LogOpener::settle()
{
    if (!m_isFetching || !m_waiting.empty()) {
        return;
    }
    const OpenedPlaces places = result();
    m_isFetching = false;
    m_asked.reset();
    if (places.logs.empty()) {
        keepUsed();
        Q_EMIT failed(places.places, places.problems);
        return;
    }
    for (auto& [name, fetched] : m_spools) {
        fetched.isUsed = std::ranges::count(places.logs, name, &OpenedLog::name) > 0;
    }
    keepUsed();
    Q_EMIT opened(places);
}

OpenedPlaces LogOpener::result()
{
    using Weight = qtio::LeftOutLog::Weight;
    OpenedPlaces places;
    places.places = *m_asked;
    places.problems = std::move(m_problems);
    for (const QString& path : std::as_const(m_resolved.files.paths)) {
        const QString folder = QFileInfo(path).path();
        places.logs.push_back({path, path, m_resolved.folders.contains(folder) ? folder : QString()});
    }
    for (const qtio::LeftOutLog& log : m_resolved.files.leftOut) {
        if (log.weight() == Weight::Failure) {
            const bool isNamed = m_resolved.folders.contains(QDir(log.path).path());
            places.problems.push_back({isNamed ? log.path : QString(), log});
        } else if (log.weight() == Weight::Note) {
            places.leftOut.push_back(log);
        }
    }
    for (const qtio::LogPlace& place : m_resolved.elsewhere) {
        const QString name = place.text();
        const Fetched& fetched = m_spools.at(name);
        const bool hasFailed = std::ranges::count(places.problems, name, &OpenProblem::place) > 0;
        const bool isKnown = std::ranges::count(places.logs, name, &OpenedLog::name) > 0;
        if (!isKnown && (!hasFailed || fetched.isUsed)) { // what was fetched before is still at hand
            places.logs.push_back({fetched.spool->path(), name, {}, fetched.spool->zone()});
        }
    }
    return places;
}

void LogOpener::keepUsed()
{
    m_lost.clear();
    std::erase_if(m_spools, [](const auto& entry) { return !entry.second.isUsed; });
    for (auto& [name, fetched] : m_spools) {
        if (m_isFollowing) {
            fetched.spool->start(Until::Stopped);
        } else {
            fetched.spool->stop();
        }
    }
}

void LogOpener::setFollowing(bool isFollowing)
{
    m_isFollowing = isFollowing;
    if (!isOpening()) {
        keepUsed();
    }
}

} // namespace ui
