// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/dns/zone_resolver.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace qtio {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t longestAliasChain = 16;

/// From the name asked along aliases of the drafts and of what lies under them.
class Path
{
public:
    Path(std::shared_ptr<const dns::Zone> drafts, dns::Question question)
        : m_drafts(std::move(drafts)), m_question(std::move(question))
    {
    }

    /// What has to be asked below.
    [[nodiscard]] const dns::Question& question() const noexcept { return m_question; }

    /// Nothing when the drafts say nothing about the present name or lead out again.
    [[nodiscard]] std::optional<dns::Answer> throughDrafts()
    {
        if (!m_drafts->overrides(m_question)) {
            return std::nullopt;
        }
        dns::Answer own = m_drafts->lookup(m_question);
        own.server = "draft";
        const bool leadsOut = !own.aliases.empty() && own.records.empty() && dns::isAnswered(own.status) &&
                              !m_drafts->overrides({own.aliases.back(), m_question.type});
        if (!leadsOut) {
            return whole(std::move(own));
        }
        return follow(own, own.aliases.end());
    }

    /// The end of it when the answer from below leads past no name that the drafts know better.
    [[nodiscard]] std::optional<dns::Answer> through(dns::Answer below)
    {
        const auto drafted = std::ranges::find_if(below.aliases, [this](const std::string& alias) {
            return m_drafts->overrides({alias, m_question.type});
        });
        if (drafted == below.aliases.end()) {
            return whole(std::move(below));
        }
        auto end = follow(below, drafted + 1);
        return end ? end : throughDrafts();
    }

private:
    [[nodiscard]] dns::Answer whole(dns::Answer last) const
    {
        last.isAuthentic = last.isAuthentic && m_aliases.empty(); // nothing proves a draft
        last.aliases.insert(last.aliases.begin(), m_aliases.begin(), m_aliases.end());
        return last;
    }

    /// Goes on at the last alias before `end`; an answer when they do not end.
    [[nodiscard]] std::optional<dns::Answer> follow(const dns::Answer& answer,
                                                    std::vector<std::string>::const_iterator end)
    {
        m_aliases.insert(m_aliases.end(), answer.aliases.begin(), end);
        if (m_aliases.size() > longestAliasChain) {
            return whole(dns::Answer::failure(dns::Status::ServFail, "draft", "alias loop"));
        }
        m_question.name = m_aliases.back();
        return std::nullopt;
    }

    std::shared_ptr<const dns::Zone> m_drafts;
    dns::Question m_question;
    std::vector<std::string> m_aliases;
};

/// Asks below, again and again where drafts and what lies under them lead to each other.
class OverlaidLookup final : public PendingLookup
{
public:
    OverlaidLookup(Path path, Resolver& under, std::chrono::milliseconds limit, Resolver::Done done)
        : m_path(std::move(path)), m_under(under), m_end(Clock::now() + limit), m_done(std::move(done))
    {
        askBelow();
    }

private:
    void askBelow()
    {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_end - Clock::now());
        m_below = m_under.ask(m_path.question(), std::max(left, std::chrono::milliseconds(0)),
                              [this](const dns::Answer& answer) { onAnswer(answer); });
    }

    void onAnswer(const dns::Answer& below)
    {
        auto answer = m_path.through(below);
        if (!answer) {
            askBelow();
            return;
        }
        const auto done = std::exchange(m_done, nullptr); // it may destroy this
        done(*answer);
    }

    Path m_path;
    Resolver& m_under;
    Clock::time_point m_end;
    Resolver::Done m_done;
    std::unique_ptr<PendingLookup> m_below;
};

} // namespace

ZoneResolver::ZoneResolver(dns::Zone zone, std::string description)
    : m_zone(std::move(zone)), m_description(std::move(description))
{
}

std::unique_ptr<PendingLookup> ZoneResolver::ask(dns::Question question, std::chrono::milliseconds, Done done)
{
    return m_queue.post(m_zone.lookup(question), std::move(done));
}

OverlayResolver::OverlayResolver(dns::Zone drafts, Resolver& under)
    : m_drafts(std::make_shared<const dns::Zone>(std::move(drafts))), m_under(under)
{
}

std::unique_ptr<PendingLookup> OverlayResolver::ask(dns::Question question, std::chrono::milliseconds limit,
                                                    Done done)
{
    Path path(m_drafts, std::move(question));
    if (auto own = path.throughDrafts()) {
        return m_queue.post(std::move(*own), std::move(done));
    }
    return std::make_unique<OverlaidLookup>(std::move(path), m_under, limit, std::move(done));
}

std::string OverlayResolver::description() const
{
    return "draft, " + m_under.description();
}

} // namespace qtio
