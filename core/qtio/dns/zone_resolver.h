// SPDX-License-Identifier: GPL-3.0-or-later
// Answers out of memory: a zone file, or drafts laid over whatever else answers (`--zone`, `--record`,
// what-if).
#pragma once

#include "core/dns/zone.h"
#include "core/qtio/dns/answer_queue.h"

namespace qtio {

class ZoneResolver final : public Resolver
{
public:
    /// `description` is shown to people: the zone file's name.
    ZoneResolver(dns::Zone zone, std::string description);

    [[nodiscard]] std::unique_ptr<PendingLookup> ask(dns::Question question, std::chrono::milliseconds limit,
                                                     Done done) override;

    [[nodiscard]] std::string description() const override { return m_description; }

private:
    dns::Zone m_zone;
    std::string m_description;
    AnswerQueue m_queue;
};

class OverlayResolver final : public Resolver
{
public:
    /// What `drafts` has of its own is answered from there, all else by `under`, which must outlive this. An
    /// alias in the drafts may lead out of them, and one from below into them.
    OverlayResolver(dns::Zone drafts, Resolver& under);

    [[nodiscard]] std::unique_ptr<PendingLookup> ask(dns::Question question, std::chrono::milliseconds limit,
                                                     Done done) override;
    /// "draft, 192.0.2.53:53"
    [[nodiscard]] std::string description() const override;

private:
    std::shared_ptr<const dns::Zone> m_drafts;
    Resolver& m_under;
    AnswerQueue m_queue;
};

} // namespace qtio
