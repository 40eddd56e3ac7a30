// SPDX-License-Identifier: GPL-3.0-or-later
// One c-ares channel to one server, driven by the event loop. One server a channel, because c-ares does not
// tell which of several servers has answered.
#pragma once

#include "core/dns/wire.h"
#include "core/qtio/nameserver.h"

#include <QHash>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <ares.h>

#include <chrono>
#include <functional>
#include <memory>
#include <unordered_set>

namespace qtio {

class AresChannel final : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(dns::Reply)>;

    AresChannel(Nameserver server, std::chrono::milliseconds firstWait, int tries);
    ~AresChannel() override;

    /// One question on its way. `done` comes once, possibly from inside send(), and must not destroy the
    /// channel. The name has to fit (dns::fitsMessage).
    void send(const dns::Question& question, Done done);

    [[nodiscard]] std::size_t pending() const noexcept { return m_ids.size(); }

    /// Ends all questions now, each with Status::Cancelled.
    void cancelAll();

    /// c-ares leaves EDNS out for good after the first SERVFAIL, FORMERR or NOTIMP it sees, and uses one
    /// source port as long as it lives: a channel has to be replaced now and then.
    [[nodiscard]] bool isWorn() const noexcept;

    [[nodiscard]] const Nameserver& server() const noexcept { return m_server; }

Q_SIGNALS:
    /// Callbacks of questions may have run; it is safe again to destroy the channel.
    void processed();

private:
    struct Sent;

    struct Watch
    {
        std::unique_ptr<QSocketNotifier> read;
        std::unique_ptr<QSocketNotifier> write;
    };

    [[nodiscard]] int open(ares_channel& channel, int flags);
    void post(std::unique_ptr<Sent> sent, std::uint16_t udpSize);
    static void onAnswer(void* context, int status, int timeouts, unsigned char* data, int size);
    static void onSocketState(void* context, ares_socket_t socket, int readable, int writable);
    void watch(ares_socket_t socket, bool readable, bool writable);
    void process(ares_socket_t readable, ares_socket_t writable);
    [[nodiscard]] std::uint16_t freeId() const;
    [[nodiscard]] dns::Reply replyTo(const dns::Question& question, int status, int timeouts,
                                     std::span<const std::uint8_t> message) const;

    Nameserver m_server;
    std::string m_serverName;
    std::chrono::milliseconds m_firstWait;
    int m_tries;
    ares_channel m_channel = nullptr;
    /// For questions without EDNS: a channel that knows EDNS would cut the end off them after a FORMERR.
    ares_channel m_plain = nullptr;
    QHash<ares_socket_t, std::shared_ptr<Watch>> m_watches;
    std::unordered_set<std::uint16_t> m_ids; ///< of the questions under way
    QTimer m_tick;                           ///< runs while questions are under way; c-ares times out in it
    std::chrono::steady_clock::time_point m_born = std::chrono::steady_clock::now();
    bool m_lostEdns = false;
};

/// The servers of /etc/resolv.conf as c-ares reads it.
[[nodiscard]] std::vector<Nameserver> systemNameservers();

} // namespace qtio
