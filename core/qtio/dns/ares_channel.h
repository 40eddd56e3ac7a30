// SPDX-License-Identifier: GPL-3.0-or-later
// One c-ares channel to one server on the event loop: octets out, octets back. One server a channel, because
// c-ares does not tell which of several servers has answered.
#pragma once

#include "core/qtio/dns/nameserver.h"

#include <QHash>
#include <QObject>
#include <QSocketNotifier>

#include <ares.h>

#include <chrono>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace qtio {

class AresChannel final : public QObject
{
    Q_OBJECT

public:
    /// What passes every path unfragmented (DNS Flag Day 2020).
    static constexpr std::uint16_t ednsSize = 1232;

    struct Options
    {
        int flags = 0;                       ///< ARES_FLAG_*, in addition to those every channel needs
        std::chrono::milliseconds firstWait; ///< doubles with every try
        int tries = 1;
    };

    struct Result
    {
        int status;   ///< ARES_*
        int timeouts; ///< tries that ended in silence
        std::span<const std::uint8_t> message;
    };

    using Done = std::function<void(const Result&)>;

    AresChannel(const Nameserver& server, const Options& options, QObject* parent);
    /// Questions under way end with ARES_EDESTRUCTION.
    ~AresChannel() override;

    /// `done` comes once, possibly from inside send(), and must not destroy the channel (deleteLater()).
    void send(std::span<const std::uint8_t> query, Done done);

    /// Ends all questions now, each with ARES_ECANCELLED.
    void cancel();

    /// To be called now and then while questions are under way: c-ares times out in it.
    void tick() { process(ARES_SOCKET_BAD, ARES_SOCKET_BAD); }

Q_SIGNALS:
    /// Callbacks of questions may have run.
    void processed();

private:
    struct Watch
    {
        std::unique_ptr<QSocketNotifier> read;
        std::unique_ptr<QSocketNotifier> write;
    };

    [[nodiscard]] int open(const Nameserver& server, const Options& options);
    static void onAnswer(void* context, int status, int timeouts, unsigned char* data, int size);
    static void onSocketState(void* context, ares_socket_t socket, int readable, int writable);
    void watch(ares_socket_t socket, bool readable, bool writable);
    void process(ares_socket_t readable, ares_socket_t writable);

    ares_channel m_channel = nullptr;
    int m_opened; ///< ARES_SUCCESS, or why nothing can be asked
    QHash<ares_socket_t, std::shared_ptr<Watch>> m_watches;
};

/// The servers of /etc/resolv.conf as c-ares reads it.
[[nodiscard]] std::vector<Nameserver> systemNameservers();

} // namespace qtio
