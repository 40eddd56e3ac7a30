// SPDX-License-Identifier: GPL-3.0-or-later
// Questions to one server: all of them side by side over UDP; what fails there for reasons that may be
// another question's, and what was cut off, is asked again on a connection of its own.
#pragma once

#include "core/dns/wire.h"
#include "core/qtio/dns/ares_channel.h"

#include <QTimer>

#include <deque>
#include <map>
#include <unordered_set>

namespace qtio {

class AresServer final : public QObject
{
    Q_OBJECT

public:
    /// Who asks.
    struct Asker
    {
        /// False once nobody waits for the answer any more.
        std::function<bool()> isWaiting;
        /// Comes once, possibly from inside send(); must not destroy the server.
        std::function<void(dns::Reply)> done;
    };

    AresServer(const Nameserver& address, std::chrono::milliseconds firstWait, int tries);
    ~AresServer() override;

    /// One question on its way. The name has to fit (dns::fitsMessage).
    void send(const dns::Question& question, Asker asker);

    [[nodiscard]] std::size_t pending() const noexcept { return m_pending; }

    /// Ends all questions now, each with Status::Cancelled.
    void cancelAll();

    /// c-ares leaves EDNS out for good after the first SERVFAIL, FORMERR or NOTIMP it sees, and keeps one
    /// source port under load: this has to be replaced now and then.
    [[nodiscard]] bool isWorn() const noexcept;

Q_SIGNALS:
    /// Callbacks of questions may have run; it is safe again to destroy the server.
    void processed();

private:
    enum class Way {
        Shared, ///< over UDP with all others
        Alone,  ///< over UDP on a channel of its own
        Tcp     ///< over TCP on a channel of its own
    };
    struct Sent;
    using SentPtr = std::shared_ptr<Sent>;

    void post(const SentPtr& sent);
    void transmit(AresChannel& channel, const SentPtr& sent);
    void postBacklog();
    void postAlone(const SentPtr& sent);
    void postWaiting();
    void leaveFresh(const Sent& sent);
    [[nodiscard]] AresChannel& shared(bool knowsEdns);
    [[nodiscard]] AresChannel* makeChannel(Way way, bool knowsEdns);
    void onResult(const SentPtr& sent, const AresChannel::Result& result);
    void askAgain(const SentPtr& sent, Way way);
    void finish(const SentPtr& sent, dns::Reply reply);
    void onTick();
    [[nodiscard]] std::uint16_t freeId() const;
    [[nodiscard]] dns::Reply replyTo(const Sent& sent, const AresChannel::Result& result) const;

    Nameserver m_address;
    std::string m_name;
    std::chrono::milliseconds m_firstWait;
    int m_tries;
    /// Children, like the lone ones. The plain one is for questions without EDNS: a channel that knows EDNS
    /// would cut the end off them after a FORMERR.
    AresChannel* m_withEdns = nullptr;
    AresChannel* m_plain = nullptr;
    std::deque<SentPtr> m_backlog; ///< for the shared socket, until the server has read what was sent
    std::map<SentPtr, AresChannel*> m_lone;
    std::deque<SentPtr> m_waiting; ///< for a place among the lone ones
    std::unordered_set<std::uint16_t> m_ids;
    std::size_t m_pending = 0;
    /// Unanswered questions sent since the last tick and between the two last ones: those that may still lie
    /// unread at the server. Older ones are read and slow, or lost.
    std::size_t m_freshNow = 0;
    std::size_t m_freshBefore = 0;
    std::uint64_t m_turn = 0; ///< ticks so far
    QTimer m_tick;            ///< runs while questions are under way
    std::chrono::steady_clock::time_point m_born = std::chrono::steady_clock::now();
    bool m_lostEdns = false;    ///< the server does not understand it
    bool m_channelWorn = false; ///< c-ares has given it up
};

} // namespace qtio
