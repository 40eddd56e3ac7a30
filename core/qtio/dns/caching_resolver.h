// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps another resolver's answers as long as they may be kept, for the daemon, the batch and the replay.
#pragma once

#include "core/dns/answer_cache.h"
#include "core/qtio/dns/answer_queue.h"

namespace qtio {

class CachingResolver final : public Resolver
{
public:
    using Clock = std::function<dns::AnswerCache::Time()>;

    /// `under` must outlive this.
    CachingResolver(Resolver& under, std::size_t capacity, Clock clock = steadyTime);

    [[nodiscard]] std::unique_ptr<PendingLookup> ask(dns::Question question, std::chrono::milliseconds limit,
                                                     Done done) override;

    [[nodiscard]] std::string description() const override { return m_under.description(); }

    [[nodiscard]] static dns::AnswerCache::Time steadyTime();

private:
    struct State
    {
        dns::AnswerCache cache;
        Clock clock;
    };

    Resolver& m_under;
    std::shared_ptr<State> m_state; ///< lives as long as a question whose answer belongs into it
    AnswerQueue m_queue;
};

} // namespace qtio
