// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/checks/exception_choice.h"

#include "core/config/list_tidy.h"
#include "core/net/domain_pattern.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace ui {

namespace {

/// Bit i: choice i speaks of it.
using Choices = std::uint8_t;

int networkLength(const net::IpAddress& address)
{
    return address.isV4() ? 24 : 64;
}

/// Of MAIL FROM, else the HELO name: what the domain lists are asked for.
std::optional<net::DomainName> domainOf(const maillog::Check& check)
{
    const auto name = net::DomainName::parse(check.domain.empty() ? check.helo : check.domain);
    return name && name->hasSeveralLabels() ? std::optional(*name) : std::nullopt;
}

class Matcher
{
public:
    explicit Matcher(std::span<const ExceptionChoice> choices)
    {
        for (std::size_t i = 0; i < choices.size(); ++i) {
            const auto bit = static_cast<Choices>(1U << i);
            if (const auto network = net::Network::parse(choices[i].entry)) {
                m_networks.emplace_back(*network, bit);
            } else if (const auto pattern = net::DomainPattern::parse(choices[i].entry)) {
                m_domains.emplace_back(*pattern, bit);
            }
        }
    }

    [[nodiscard]] std::vector<Choices> of(const maillog::AddressTable& addresses) const
    {
        std::vector<Choices> found(addresses.size());
        for (std::size_t id = 1; id < found.size(); ++id) {
            const auto address = addresses[static_cast<maillog::Id>(id)];
            for (const auto& [network, bit] : m_networks) {
                if (address && network.contains(address->unmapped())) {
                    found[id] = static_cast<Choices>(found[id] | bit);
                }
            }
        }
        return found;
    }

    [[nodiscard]] std::vector<Choices> of(const maillog::StringTable& names) const
    {
        std::vector<Choices> found(names.size());
        for (std::size_t id = 1; id < found.size() && !m_domains.empty(); ++id) {
            found[id] = of(names[static_cast<maillog::Id>(id)]);
        }
        return found;
    }

private:
    [[nodiscard]] Choices of(std::string_view text) const
    {
        const auto name = net::DomainName::parse(text);
        Choices choices = 0;
        for (const auto& [pattern, bit] : m_domains) {
            if (name && pattern.matches(*name)) {
                choices = static_cast<Choices>(choices | bit);
            }
        }
        return choices;
    }

    std::vector<std::pair<net::Network, Choices>> m_networks;
    std::vector<std::pair<net::DomainPattern, Choices>> m_domains;
};

std::uint64_t sum(const maillog::ResultCounts& counts)
{
    return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

bool isSame(const config::Finding& a, const config::Finding& b)
{
    return a.rule == b.rule && a.section == b.section && a.key == b.key && a.args == b.args;
}

/// Those of `after` that `before` does not have.
std::vector<config::Finding> newOf(std::vector<config::Finding> before, std::vector<config::Finding> after)
{
    std::erase_if(after, [&before](const config::Finding& finding) {
        const auto known =
            std::ranges::find_if(before, [&finding](const auto& old) { return isSame(old, finding); });
        if (known == before.end()) {
            return false;
        }
        before.erase(known); // each stands for one
        return true;
    });
    return after;
}

} // namespace

std::vector<ExceptionChoice> exceptionChoices(const maillog::Check& check)
{
    using Kind = ExceptionChoice::Kind;
    std::vector<ExceptionChoice> choices;
    if (check.address) {
        const net::IpAddress address = check.address->unmapped();
        choices.push_back({Kind::Address, address.toString()});
        choices.push_back(
            {Kind::Network, net::Network(address, networkLength(address)).withoutHostBits().toString()});
    }
    if (const auto domain = domainOf(check)) {
        choices.push_back({Kind::Domain, domain->ascii()});
        choices.push_back({Kind::DomainTree, "*." + domain->ascii()});
    }
    return choices;
}

std::string listKey(ExceptionChoice::Kind kind, ListSide side)
{
    const bool isNetwork = kind == ExceptionChoice::Kind::Address || kind == ExceptionChoice::Kind::Network;
    return std::string(side == ListSide::Approved ? "white" : "enforce") + (isNetwork ? "_ip" : "_domain");
}

std::uint64_t ExceptionEffect::checks() const
{
    return sum(byResult);
}

std::uint64_t ExceptionEffect::rejections() const
{
    return sum(turnedAway);
}

std::uint64_t ExceptionEffect::failures() const
{
    return byResult[static_cast<std::size_t>(spf::Result::Fail)] +
           byResult[static_cast<std::size_t>(spf::Result::SoftFail)];
}

std::vector<ExceptionEffect> effectsOf(const maillog::Log& log, std::span<const ExceptionChoice> choices,
                                       const std::function<bool()>& cancelled)
{
    constexpr maillog::Row between = 1U << 16U;
    const Matcher matcher(choices);
    const std::vector<Choices> ofAddress = matcher.of(log.addresses());
    const std::vector<Choices> ofDomain = matcher.of(log.domains());
    const std::vector<Choices> ofHelo = matcher.of(log.helos());
    std::vector<ExceptionEffect> effects(choices.size());
    const maillog::Columns& columns = log.columns();
    for (maillog::Row row = 0; row < log.size(); ++row) {
        if (row % between == 0 && cancelled && cancelled()) {
            return {};
        }
        const maillog::Id domain = columns.domain[row];
        const Choices byName = domain != 0 ? ofDomain[domain] : ofHelo[columns.helo[row]];
        const auto matching = static_cast<Choices>(ofAddress[columns.address[row]] | byName);
        for (std::size_t i = 0; matching != 0 && i < effects.size(); ++i) {
            if ((matching >> i & 1U) == 0) {
                continue;
            }
            const std::uint32_t repeat = columns.repeat[row];
            const std::uint8_t result = columns.result[row];
            if (result == maillog::noResult) {
                effects[i].skips += repeat;
                continue;
            }
            effects[i].byResult[result] += repeat;
            const maillog::Action action = columns.action[row];
            if (action == maillog::Action::Block || action == maillog::Action::TempBlock) {
                effects[i].turnedAway[result] += repeat;
            }
        }
    }
    return effects;
}

ExceptionPlan planFor(const config::IniDocument& document, const std::string& key, const std::string& entry,
                      const std::string& note)
{
    constexpr std::size_t mostNamed = 3;
    const std::vector<config::NotedItem> items{{entry, note}};
    ExceptionPlan plan;
    plan.edits = config::addNotedItems(document, "globals", key, items);
    if (!plan.edits) {
        plan.after = document.bytes();
        return plan;
    }
    const config::IniDocument after = config::applied(document, *plan.edits);
    plan.after = after.bytes();
    const auto itemCount = [&key](const config::IniDocument& text) {
        const config::Key* found = text.key("globals", key);
        return found == nullptr ? 0 : text.items(*found).size();
    };
    plan.isListed = document.key("globals", key) != nullptr && itemCount(after) == itemCount(document);
    plan.found = newOf(config::lint(document), config::lint(after));
    plan.overlaps = config::overlapsOf(config::readPolicyConfig(after), key, std::vector{entry}, mostNamed);
    return plan;
}

} // namespace ui
