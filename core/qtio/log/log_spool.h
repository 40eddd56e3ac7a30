// SPDX-License-Identifier: GPL-3.0-or-later
// A log that is no file of this computer, as one that grows: the journal, a pipe, or a log of another
// host of which only what is new is fetched. Index, raw view and follow then know files only.
#pragma once

#include "core/maillog/zone_rules.h"
#include "core/qtio/files/async_file_store.h"
#include "core/qtio/files/spool_file.h"
#include "core/qtio/log/log_place.h"
#include "core/qtio/ssh/ssh_failure.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace qtio {

class SshClient;

struct LogPlaceError
{
    enum class Code {
        NoJournal,     ///< there is no journalctl
        JournalFailed, ///< detail: what it said
        File,          ///< `file`: what is wrong with the file there
        NoConnection,  ///< `ssh`: why the host was not reached
        Interrupted,   ///< the connection broke
        NoSpool        ///< detail: why nothing can be kept here
    };
    Code code = Code::File;
    QString place;
    QString detail;
    FileError file{FileError::Code::Other, {}, 0, {}};
    SshFailure ssh{};
};

class LogSpool : public QObject
{
    Q_OBJECT

public:
    enum class Until {
        CaughtUp, ///< all there is now
        Stopped   ///< and what comes
    };

    /// For a place that isSpooled(), or for "-" and a pipe where they are followed; `client` outlives it.
    /// `zone` is for stamps of this computer's journal, those of another host get the host's. `rights`: on
    /// that host.
    [[nodiscard]] static std::unique_ptr<LogSpool> of(const LogPlace& place, SshClient& client,
                                                      const maillog::ZoneRules& zone,
                                                      Rights rights = Rights::User);

    /// The file is there from then on, unless failed() was told. Once more: it goes on behind what it has,
    /// and tells caughtUp() again.
    void start(Until until);
    /// Nothing is told any more until it is started again; the file stays until this object goes.
    virtual void stop() = 0;

    [[nodiscard]] const LogPlace& place() const noexcept { return m_place; }

    [[nodiscard]] const QString& path() const noexcept { return m_file.path(); }

    /// In which the log's stamps are; known with the first bytes.
    [[nodiscard]] const std::optional<maillog::ZoneRules>& zone() const noexcept { return m_zone; }

    /// Nothing will come any more: an input that ended.
    [[nodiscard]] virtual bool hasEnded() const { return false; }

    /// The first `size` bytes are not read again.
    void forget(quint64 size) { m_file.forget(size); }

    /// How long to wait between two looks, and after a failure at first.
    void setInterval(std::chrono::milliseconds interval) { m_interval = interval; }

Q_SIGNALS:
    /// Of what was there when it began; `total` is 0 while it is not known.
    void progressed(qint64 done, qint64 total);
    void caughtUp();
    void grew();
    /// With Until::Stopped it is tried again, until recovered().
    void failed(const qtio::LogPlaceError& error);
    /// The place answers again.
    void recovered();
    /// Of a journal, told once: the entry that begins in this line was cut or damaged.
    void damaged(quint64 line);

protected:
    explicit LogSpool(LogPlace place) : m_place(std::move(place)) {}

    /// Nothing is under way.
    virtual void begin() = 0;
    /// False when it could not be kept; failed() was told then.
    [[nodiscard]] bool keep(const QByteArray& bytes);
    void fail(LogPlaceError error);
    /// The place has answered.
    void reach();
    void tellCaughtUp();

    [[nodiscard]] bool wasCaughtUp() const noexcept { return m_wasCaughtUp; }

    LogPlace m_place;
    Until m_until = Until::Stopped;
    std::chrono::milliseconds m_interval{2000};
    std::optional<maillog::ZoneRules> m_zone;
    SpoolFile m_file;

private:
    bool m_wasCaughtUp = false; ///< since it was started
    bool m_isLost = false;
};

} // namespace qtio
