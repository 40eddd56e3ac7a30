// SPDX-License-Identifier: GPL-3.0-or-later
// The mechanisms that ask the DNS (RFC 7208 5.2 to 5.5, 5.7) and %{p} (7.3).
#include "core/base/ascii.h"
#include "core/spf/evaluation_body.h"

#include <algorithm>

namespace spf {

using dns::RecordType;
using dns::Status;

bool Evaluation::Body::countTerm(const Frame& frame)
{
    if (++m_report.lookups > m_options.limits.terms) {
        failTerm(frame, ProblemCode::TermLimit, std::to_string(m_report.lookups));
        return false;
    }
    return true;
}

std::optional<Verdict> Evaluation::Body::refuseLookup(const Frame& frame)
{
    if (!countTerm(frame)) {
        return Verdict::PermError;
    }
    const MacroString* macro = frame.term->target();
    if (macro != nullptr && isUnwritable(*macro)) {
        m_report.dependsOnLocalPart = true;
        return Verdict::NoMatch;
    }
    return std::nullopt;
}

base::Task<Verdict> Evaluation::Body::matchLookup(Frame* frame)
{
    const auto& what = frame->term->what;
    if (std::holds_alternative<Include>(what)) {
        return matchInclude(frame);
    }
    if (const auto* address = std::get_if<Address>(&what)) {
        return matchAddress(frame, address);
    }
    if (const auto* exchange = std::get_if<MailExchange>(&what)) {
        return matchMailExchange(frame, exchange);
    }
    return std::holds_alternative<Exists>(what) ? matchExists(frame) : matchPointer(frame);
}

/// RFC 7208 5.2: the table of results.
base::Task<Verdict> Evaluation::Body::matchInclude(Frame* frame)
{
    Frame inner;
    inner.outer = frame;
    inner.domain = target(*frame);
    if (frame->termNode != nullptr) {
        inner.node = &frame->termNode->children.emplace_back();
        inner.node->kind = NodeKind::Record;
        inner.node->domain = inner.domain;
    }
    const Result result = co_await checkHost(&inner, false);
    switch (result) {
    case Result::Pass:
        co_return Verdict::Match;
    case Result::TempError:
        co_return Verdict::TempError;
    case Result::PermError:
        co_return Verdict::PermError;
    case Result::None:
        co_return failTerm(*frame, ProblemCode::IncludeWithoutRecord, inner.domain);
    default:
        co_return Verdict::NoMatch;
    }
}

RecordType Evaluation::Body::clientType() const noexcept
{
    return m_check.client.isV4() ? RecordType::A : RecordType::AAAA;
}

Verdict Evaluation::Body::judgeAddresses(const Frame& frame, const dns::Answer& answer,
                                         const HostArgument& argument)
{
    if (!dns::isAnswered(answer.status)) {
        return failDns(frame, answer.status);
    }
    if (isOverVoidLimit()) {
        return failVoids(frame);
    }
    const int prefix = m_check.client.isV4() ? argument.prefix4 : argument.prefix6;
    const bool matches =
        std::any_of(answer.records.begin(), answer.records.end(), [&](const dns::Record& record) {
            const auto* address = std::get_if<net::IpAddress>(&record.data);
            return address != nullptr && net::Network(*address, prefix).contains(m_check.client);
        });
    return matches ? Verdict::Match : Verdict::NoMatch;
}

/// RFC 7208 5.3
base::Task<Verdict> Evaluation::Body::matchAddress(Frame* frame, const HostArgument* argument)
{
    std::string name = target(*frame);
    if (!isAskable(name)) {
        co_return Verdict::NoMatch; // RFC 7208 4.8: as if it did not exist
    }
    const dns::Answer& answer = co_await ask(std::move(name), clientType(), frame->termNode, Counting::Voids);
    co_return judgeAddresses(*frame, answer, *argument);
}

/// RFC 7208 5.4
base::Task<Verdict> Evaluation::Body::matchMailExchange(Frame* frame, const HostArgument* argument)
{
    std::string name = target(*frame);
    if (!isAskable(name)) {
        co_return Verdict::NoMatch;
    }
    const dns::Answer& answer =
        co_await ask(std::move(name), RecordType::MX, frame->termNode, Counting::Voids);
    if (!dns::isAnswered(answer.status)) {
        co_return failDns(*frame, answer.status);
    }
    if (isOverVoidLimit()) {
        co_return failVoids(*frame);
    }
    std::vector<std::string> exchanges;
    for (const dns::Record& record : answer.records) {
        if (const auto* mx = std::get_if<dns::Mx>(&record.data)) {
            exchanges.push_back(mx->exchange);
        }
    }
    if (exchanges.size() > static_cast<std::size_t>(std::max(m_options.limits.mxNames, 0))) {
        co_return failTerm(*frame, ProblemCode::MxLimit, std::to_string(exchanges.size()));
    }
    for (std::string& exchange : exchanges) {
        if (!isAskable(exchange)) {
            continue; // the null MX (RFC 7505) among them
        }
        const dns::Answer& addresses =
            co_await ask(std::move(exchange), clientType(), frame->termNode, Counting::Voids);
        const Verdict verdict = judgeAddresses(*frame, addresses, *argument);
        if (verdict != Verdict::NoMatch) {
            co_return verdict;
        }
    }
    co_return Verdict::NoMatch;
}

/// RFC 7208 5.7: the type is A whatever the client's family.
base::Task<Verdict> Evaluation::Body::matchExists(Frame* frame)
{
    std::string name = target(*frame);
    if (!isAskable(name)) {
        co_return Verdict::NoMatch;
    }
    const dns::Answer& answer =
        co_await ask(std::move(name), RecordType::A, frame->termNode, Counting::Voids);
    if (!dns::isAnswered(answer.status)) {
        co_return failDns(*frame, answer.status);
    }
    if (isOverVoidLimit()) {
        co_return failVoids(*frame);
    }
    co_return answer.status == Status::Ok ? Verdict::Match : Verdict::NoMatch;
}

/// RFC 7208 5.5
base::Task<Verdict> Evaluation::Body::matchPointer(Frame* frame)
{
    std::string name = target(*frame);
    const std::string found = co_await validatedName(std::move(name), true, frame->termNode, Counting::Voids);
    if (isOverVoidLimit()) {
        co_return failVoids(*frame);
    }
    co_return found.empty() ? Verdict::NoMatch : Verdict::Match;
}

bool Evaluation::Body::ownsClient(const dns::Answer& answer) const noexcept
{
    return std::any_of(answer.records.begin(), answer.records.end(), [this](const dns::Record& record) {
        const auto* address = std::get_if<net::IpAddress>(&record.data);
        return address != nullptr && *address == m_check.client;
    });
}

namespace {

std::string reverseName(const net::IpAddress& client)
{
    const std::string forward = dottedAddress(client);
    std::string name;
    const auto labels = base::split(forward, '.');
    for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
        name += *label;
        name += '.';
    }
    return name += client.isV4() ? "in-addr.arpa" : "ip6.arpa";
}

/// The names of the first `limit` PTR records in the order of RFC 7208 7.3: the target itself, names below
/// it, others. Names that cannot count are not asked about.
std::vector<std::string> candidates(const dns::Answer& answer, std::string_view target, bool onlyWithin,
                                    int limit)
{
    std::vector<std::string> names;
    for (const dns::Record& record : answer.records) {
        if (const auto* pointer = std::get_if<dns::Name>(&record.data);
            pointer != nullptr && names.size() < static_cast<std::size_t>(std::max(limit, 0))) {
            names.push_back(pointer->target);
            if (names.back().ends_with('.')) {
                names.back().pop_back();
            }
        }
    }
    std::erase_if(names, [&](const std::string& name) {
        return !isAskable(name) || (onlyWithin && !isNameWithin(name, target));
    });
    std::vector<std::string> ordered;
    for (const int rank : {0, 1, 2}) {
        for (const std::string& name : names) {
            const int own = base::equalsIgnoreCase(name, target) ? 0 : isNameWithin(name, target) ? 1 : 2;
            if (own == rank) {
                ordered.push_back(name);
            }
        }
    }
    return ordered;
}

} // namespace

/// The first name of the client that leads back to it; empty when there is none. DNS errors pass a name over
/// (RFC 7208 5.5).
base::Task<std::string> Evaluation::Body::validatedName(std::string target, bool onlyWithin, TraceNode* node,
                                                        Counting counting)
{
    std::string reverse = reverseName(m_check.client);
    const dns::Answer& pointers = co_await ask(std::move(reverse), RecordType::PTR, node, counting);
    if (pointers.status != Status::Ok) {
        co_return std::string();
    }
    const auto names = candidates(pointers, target, onlyWithin, m_options.limits.ptrNames);
    for (const std::string& name : names) {
        if (counting == Counting::Voids && isOverVoidLimit()) {
            break;
        }
        const dns::Answer& addresses = co_await ask(name, clientType(), node, counting);
        if (ownsClient(addresses)) {
            co_return name;
        }
    }
    co_return std::string();
}

} // namespace spf
