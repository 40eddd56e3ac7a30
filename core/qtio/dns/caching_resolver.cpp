// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/dns/caching_resolver.h"

#include <utility>

namespace qtio {

CachingResolver::CachingResolver(Resolver& under, std::size_t capacity, Clock clock)
    : m_under(under), m_state(std::make_shared<State>(State{dns::AnswerCache(capacity), std::move(clock)}))
{
}

std::unique_ptr<PendingLookup> CachingResolver::ask(dns::Question question, std::chrono::milliseconds limit,
                                                    Done done)
{
    if (auto known = m_state->cache.find(question, m_state->clock())) {
        return m_queue.post(std::move(*known), std::move(done));
    }
    return m_under.ask(question, limit,
                       [state = m_state, question, done = std::move(done)](const dns::Answer& answer) {
                           state->cache.insert(question, answer, state->clock());
                           done(answer);
                       });
}

dns::AnswerCache::Time CachingResolver::steadyTime()
{
    return std::chrono::duration_cast<dns::AnswerCache::Time>(
        std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace qtio
