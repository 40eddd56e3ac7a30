// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dns/zone.h"

#include "core/base/ascii.h"

#include <algorithm>

namespace dns {
namespace {

constexpr std::size_t longestAliasChain = 16;

std::string key(std::string_view name)
{
    if (name.ends_with('.')) {
        name.remove_suffix(1);
    }
    return base::toLower(name);
}

/// The name one label up; empty above a top-level name.
std::string_view parent(std::string_view name) noexcept
{
    const auto dot = name.find('.');
    return dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
}

} // namespace

Zone::Node& Zone::node(std::string_view name)
{
    const std::string own = key(name);
    for (auto above = parent(own); !above.empty(); above = parent(above)) {
        if (!m_nodes.try_emplace(std::string(above)).second) {
            break; // its own ancestors are there already
        }
    }
    Node& found = m_nodes[own];
    found.isNamed = true;
    return found;
}

void Zone::add(std::string_view name, RecordType type, Record record)
{
    node(name).records[type].push_back(std::move(record));
}

void Zone::addEmpty(std::string_view name)
{
    node(name);
}

void Zone::setFailure(std::string_view name, Status status)
{
    node(name).failure = status;
}

void Zone::setFailure(std::string_view name, RecordType type, Status status)
{
    node(name).failures[type] = status;
}

void Zone::setNegativeTtl(std::string_view apex, std::uint32_t seconds)
{
    node(apex).negativeTtl = seconds;
}

/// The node itself, or the wildcard below the closest name that exists (RFC 4592 3.3.1).
const Zone::Node* Zone::find(const std::string& name) const
{
    if (const auto exact = m_nodes.find(name); exact != m_nodes.end()) {
        return &exact->second;
    }
    for (auto above = parent(name); !above.empty(); above = parent(above)) {
        if (m_nodes.contains(std::string(above))) {
            const auto wildcard = m_nodes.find("*." + std::string(above));
            return wildcard == m_nodes.end() ? nullptr : &wildcard->second;
        }
    }
    return nullptr;
}

std::optional<std::uint32_t> Zone::negativeTtl(std::string_view name) const
{
    for (auto at = name; !at.empty(); at = parent(at)) {
        const auto found = m_nodes.find(std::string(at));
        if (found != m_nodes.end() && found->second.negativeTtl) {
            return found->second.negativeTtl;
        }
    }
    return std::nullopt;
}

Answer Zone::lookup(const Question& question) const
{
    Answer answer;
    answer.server = "zone";
    std::string name = key(question.name);
    const auto limitTtl = [&answer](std::uint32_t ttl) {
        answer.ttl = std::min(answer.ttl.value_or(ttl), ttl);
    };
    const auto failed = [&answer](Status status) {
        Answer failure = Answer::failure(status, "zone");
        failure.aliases = answer.aliases; // who follows them sees that the failure is the last one's
        return failure;
    };
    while (true) {
        const Node* found = find(name);
        if (found == nullptr) {
            answer.status = Status::NxDomain;
            break;
        }
        if (const auto failure = found->failures.find(question.type); failure != found->failures.end()) {
            return failed(failure->second);
        }
        if (const auto records = found->records.find(question.type); records != found->records.end()) {
            answer.status = Status::Ok;
            answer.records = records->second;
            for (const Record& record : answer.records) {
                limitTtl(record.ttl);
            }
            return answer;
        }
        const auto alias = found->records.find(RecordType::CNAME);
        if (alias == found->records.end()) {
            answer.status = found->failure.value_or(Status::NoData);
            break;
        }
        const Record& first = alias->second.front();
        if (answer.aliases.size() == longestAliasChain) {
            return Answer::failure(Status::ServFail, "zone", "alias loop");
        }
        answer.aliases.push_back(std::get<Name>(first.data).target);
        limitTtl(first.ttl);
        name = key(answer.aliases.back());
    }
    if (!isAnswered(answer.status)) {
        return failed(answer.status);
    }
    if (const auto ttl = negativeTtl(name)) {
        limitTtl(*ttl);
    }
    return answer;
}

bool Zone::overrides(const Question& question) const
{
    const auto found = m_nodes.find(key(question.name));
    return found != m_nodes.end() && found->second.isNamed &&
           (found->second.records.contains(question.type) || found->second.failure ||
            found->second.failures.contains(question.type) ||
            found->second.records.contains(RecordType::CNAME));
}

std::vector<std::string> Zone::names() const
{
    std::vector<std::string> sorted;
    for (const auto& [name, node] : m_nodes) {
        if (node.isNamed) {
            sorted.push_back(name);
        }
    }
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

} // namespace dns
