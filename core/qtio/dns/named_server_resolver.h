// SPDX-License-Identifier: GPL-3.0-or-later
// A name server given by its host name: the system is asked for its address without blocking; questions wait
// until it is known, each no longer than its own limit.
#pragma once

#include "core/qtio/dns/answer_queue.h"

#include <QHostInfo>
#include <QObject>
#include <QTimer>

#include <list>

namespace qtio {

class NamedServerResolver final : public QObject, public Resolver
{
    Q_OBJECT

public:
    /// `server` is one that Nameserver::parse() calls a HostName ("ns1.example.net:5353").
    explicit NamedServerResolver(const std::string& server, QObject* parent = nullptr);
    ~NamedServerResolver() override;

    [[nodiscard]] std::unique_ptr<PendingLookup> ask(dns::Question question, std::chrono::milliseconds limit,
                                                     Done done) override;

    /// As given; the answers tell the address.
    [[nodiscard]] std::string description() const override { return m_server; }

private:
    struct Waiting;
    class Handle;

    void take(const QHostInfo& info);
    void fail(const std::string& why);
    void expire();

    std::string m_server;
    int m_lookup = -1; ///< of QHostInfo, while it is under way
    std::unique_ptr<Resolver> m_resolver;
    std::optional<dns::Answer> m_failure; ///< to every question once there is no address
    std::list<std::shared_ptr<Waiting>> m_waiting;
    QTimer m_tick; ///< runs while questions wait
    AnswerQueue m_queue;
};

} // namespace qtio
