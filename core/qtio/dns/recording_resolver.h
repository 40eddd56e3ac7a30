// SPDX-License-Identifier: GPL-3.0-or-later
// Writing down what the DNS answered, and answering with it later, so that a run can be repeated exactly
// (`--save-dns`, `--dns`, "as of").
#pragma once

#include "core/dns/recording.h"
#include "core/qtio/dns/answer_queue.h"

namespace qtio {

class RecordingResolver final : public Resolver
{
public:
    /// Both must outlive this. Questions that were given up are not recorded.
    RecordingResolver(Resolver& under, dns::Recording& recording) : m_under(under), m_recording(recording) {}

    [[nodiscard]] std::unique_ptr<PendingLookup> ask(dns::Question question, std::chrono::milliseconds limit,
                                                     Done done) override;

    [[nodiscard]] std::string description() const override { return m_under.description(); }

private:
    Resolver& m_under;
    dns::Recording& m_recording;
};

class ReplayResolver final : public Resolver
{
public:
    /// `description` is shown to people: the recording's file name.
    ReplayResolver(dns::Recording recording, std::string description);

    [[nodiscard]] std::unique_ptr<PendingLookup> ask(dns::Question question, std::chrono::milliseconds limit,
                                                     Done done) override;

    [[nodiscard]] std::string description() const override { return m_description; }

private:
    dns::Recording m_recording;
    std::string m_description;
    AnswerQueue m_queue;
};

} // namespace qtio
