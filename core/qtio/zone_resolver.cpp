// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/zone_resolver.h"

#include <utility>

namespace qtio {

ZoneResolver::ZoneResolver(dns::Zone zone, std::string description)
    : m_zone(std::move(zone)), m_description(std::move(description))
{
}

std::unique_ptr<PendingLookup> ZoneResolver::ask(dns::Question question, std::chrono::milliseconds, Done done)
{
    return m_queue.post(m_zone.lookup(question), std::move(done));
}

OverlayResolver::OverlayResolver(dns::Zone drafts, Resolver& under)
    : m_drafts(std::move(drafts)), m_under(under)
{
}

std::unique_ptr<PendingLookup> OverlayResolver::ask(dns::Question question, std::chrono::milliseconds limit,
                                                    Done done)
{
    if (!m_drafts.overrides(question)) {
        return m_under.ask(std::move(question), limit, std::move(done));
    }
    dns::Answer own = m_drafts.lookup(question);
    own.server = "draft";
    const bool leadsOut = !own.aliases.empty() && own.records.empty() && dns::isAnswered(own.status) &&
                          !m_drafts.overrides({own.aliases.back(), question.type});
    if (!leadsOut) {
        return m_queue.post(std::move(own), std::move(done));
    }
    dns::Question target{own.aliases.back(), question.type};
    return m_under.ask(std::move(target), limit,
                       [aliases = std::move(own.aliases), done = std::move(done)](const dns::Answer& answer) {
                           dns::Answer whole = answer;
                           whole.aliases.insert(whole.aliases.begin(), aliases.begin(), aliases.end());
                           done(whole);
                       });
}

std::string OverlayResolver::description() const
{
    return "draft, " + m_under.description();
}

} // namespace qtio
