// SPDX-License-Identifier: GPL-3.0-or-later
// Hands out answers that are known already from the event loop, so that a zone file or a cache behaves
// towards its caller exactly as a server does (the contract of Resolver::ask()).
#pragma once

#include "core/qtio/dns/resolver.h"

#include <QObject>

#include <deque>

namespace qtio {

/// One question's callback, shared between its handle and whoever will answer it. Single-threaded.
class Promise
{
public:
    explicit Promise(Resolver::Done done) : m_done(std::move(done)) {}

    [[nodiscard]] bool isWanted() const noexcept { return static_cast<bool>(m_done); }

    void abandon() { m_done = nullptr; }

    /// The first call counts; later ones and those after abandon() do nothing.
    void keep(const dns::Answer& answer);

private:
    Resolver::Done m_done;
};

/// The handle of a promise: abandons it when destroyed.
class PromisedLookup final : public PendingLookup
{
public:
    explicit PromisedLookup(std::shared_ptr<Promise> promise) : m_promise(std::move(promise)) {}

    ~PromisedLookup() override { m_promise->abandon(); }

private:
    std::shared_ptr<Promise> m_promise;
};

class AnswerQueue final : public QObject
{
    Q_OBJECT

public:
    explicit AnswerQueue(QObject* parent = nullptr) : QObject(parent) {}

    [[nodiscard]] std::unique_ptr<PendingLookup> post(dns::Answer answer, Resolver::Done done);
    void post(dns::Answer answer, std::shared_ptr<Promise> promise);

private:
    struct Entry
    {
        dns::Answer answer;
        std::shared_ptr<Promise> promise;
    };

    void drain();

    std::deque<Entry> m_entries;
    bool m_scheduled = false;
};

} // namespace qtio
