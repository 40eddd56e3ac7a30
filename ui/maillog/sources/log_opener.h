// SPDX-License-Identifier: GPL-3.0-or-later
// From what somebody names (files, folders, "journal:", "mx1:journal", "mx1:/var/log/mail.log") to files that
// a LogSession reads: folders and rotated sets unfolded, copies left out, what is elsewhere fetched. Nothing
// of it waits.
#pragma once

#include "core/qtio/log/log_place.h"
#include "core/qtio/log/log_set.h"
#include "core/qtio/log/log_spool.h"

#include <QFutureWatcher>
#include <QObject>
#include <QStringList>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <variant>
#include <vector>

namespace ui {

/// A file to be read.
struct OpenedLog
{
    QString path;
    QString name;                                ///< for people and for settings: path or place
    QString folder;                              ///< that was named instead of it; empty for none
    std::optional<maillog::ZoneRules> zone = {}; ///< of the host it comes from
};

/// What could not be had, and why.
struct OpenProblem
{
    QString place; ///< empty for a file of a folder that was named
    std::variant<qtio::LogPlaceError, qtio::LeftOutLog> cause;

    [[nodiscard]] QString text() const; ///< a sentence with the cure, in the language in use
};

struct OpenedPlaces
{
    QStringList places; ///< as they were named
    std::vector<OpenedLog> logs;
    std::vector<qtio::LeftOutLog> leftOut; ///< what need not be read
    std::vector<OpenProblem> problems;

    [[nodiscard]] QStringList names() const; ///< of the logs
    [[nodiscard]] QStringList shown() const; ///< the only place as it was named, else names()
    /// Why something was not read, a sentence each.
    [[nodiscard]] QStringList reasons() const;
};

class LogOpener final : public QObject
{
    Q_OBJECT
public:
    /// `client` outlives it.
    explicit LogOpener(qtio::SshClient& client, QObject* parent = nullptr);
    ~LogOpener() override;

    /// With which rights logs of a host are read, as for its other files; without, with those of the user.
    using RightsOn = std::function<qtio::Rights(const QString& host)>;

    void setRights(RightsOn rights) { m_rights = std::move(rights); }

    /// What was fetched already is not fetched again: only what was added since.
    void open(const QStringList& places);
    /// What was open stays so.
    void cancel();

    [[nodiscard]] bool isOpening() const { return m_asked.has_value(); }

    /// As being opened; empty when nothing is.
    [[nodiscard]] QStringList opening() const { return m_asked.value_or(QStringList()); }

    /// Whether what is added at other places is fetched all the time.
    void setFollowing(bool isFollowing);

Q_SIGNALS:
    /// `total` is 0 while it is not known. `place` is empty for several at once.
    void progressed(const QString& place, qint64 done, qint64 total);
    void opened(const ui::OpenedPlaces& places);
    /// None of them could be had.
    void failed(const QStringList& places, const std::vector<ui::OpenProblem>& problems);
    /// While following; it is tried again.
    void lost(const QString& reason);
    void recovered();

private:
    /// The places, looked at off the window's thread.
    struct Resolved
    {
        qtio::LogSet files;
        QStringList folders;
        std::vector<qtio::LogPlace> elsewhere;
    };

    struct Fetched
    {
        std::unique_ptr<qtio::LogSpool> spool;
        bool isUsed = false; ///< by the logs that are open
        qint64 done = 0;
        qint64 total = 0;
    };

    [[nodiscard]] static Resolved resolve(const QStringList& places, const std::function<bool()>& goOn);
    void fetch();
    void connectSpool(qtio::LogSpool& spool);
    void takeProgress(const QString& place, qint64 done, qint64 total);
    void takeFailure(const qtio::LogPlaceError& error);
    void takeRecovery(const QString& place);
    /// Answers when nothing is waited for any more.
    void settle();
    [[nodiscard]] OpenedPlaces result();
    /// Keeps what is used, in the state in which following wants it.
    void keepUsed();

    qtio::SshClient& m_client;
    RightsOn m_rights = [](const QString&) { return qtio::Rights::User; };
    std::optional<QStringList> m_asked;
    QFutureWatcher<Resolved> m_resolving;
    Resolved m_resolved;
    bool m_isFetching = false;
    std::set<QString> m_waiting; ///< places that are being fetched
    std::map<QString, Fetched> m_spools;
    std::vector<OpenProblem> m_problems;
    std::map<QString, QString> m_lost; ///< place, reason
    bool m_isFollowing = false;
};

} // namespace ui
