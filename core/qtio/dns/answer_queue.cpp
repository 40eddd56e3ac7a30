// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/dns/answer_queue.h"

#include <QPointer>

#include <utility>

namespace qtio {

void Promise::keep(const dns::Answer& answer)
{
    // The callback may destroy everything, this promise's owner included.
    if (const auto done = std::exchange(m_done, nullptr)) {
        done(answer);
    }
}

std::unique_ptr<PendingLookup> AnswerQueue::post(dns::Answer answer, Resolver::Done done)
{
    auto promise = std::make_shared<Promise>(std::move(done));
    post(std::move(answer), promise);
    return std::make_unique<PromisedLookup>(std::move(promise));
}

void AnswerQueue::post(dns::Answer answer, std::shared_ptr<Promise> promise)
{
    m_entries.push_back({std::move(answer), std::move(promise)});
    if (!std::exchange(m_scheduled, true)) {
        QMetaObject::invokeMethod(this, &AnswerQueue::drain, Qt::QueuedConnection);
    }
}

void AnswerQueue::drain()
{
    m_scheduled = false;
    const QPointer<AnswerQueue> self(this);
    // What the callbacks post in turn waits for the next round: the event loop stays responsive.
    for (auto left = m_entries.size(); left > 0; --left) {
        const Entry entry = std::move(m_entries.front());
        m_entries.pop_front();
        entry.promise->keep(entry.answer);
        if (!self) {
            return;
        }
    }
}

} // namespace qtio
