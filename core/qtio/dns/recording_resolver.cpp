// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/dns/recording_resolver.h"

#include <utility>

namespace qtio {

std::unique_ptr<PendingLookup> RecordingResolver::ask(dns::Question question, std::chrono::milliseconds limit,
                                                      Done done)
{
    return m_under.ask(
        question, limit,
        [&recording = m_recording, question, done = std::move(done)](const dns::Answer& answer) {
            recording.add(question, answer);
            done(answer);
        });
}

ReplayResolver::ReplayResolver(dns::Recording recording, std::string description)
    : m_recording(std::move(recording)), m_description(std::move(description))
{
}

std::unique_ptr<PendingLookup> ReplayResolver::ask(dns::Question question, std::chrono::milliseconds,
                                                   Done done)
{
    return m_queue.post(m_recording.lookup(question), std::move(done));
}

} // namespace qtio
