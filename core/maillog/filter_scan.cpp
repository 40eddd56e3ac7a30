// SPDX-License-Identifier: GPL-3.0-or-later
// Asks each distinct name once, then runs over the columns piece by piece; lines are read last and only for
// rows that all other terms have let through.
#include "core/base/ascii.h"
#include "core/maillog/filter.h"

#include <algorithm>

namespace maillog {

namespace {

using Mask = std::array<std::uint8_t, Column<Id>::pieceSize>;
/// Which ids of a table a term accepts.
using Accepted = std::vector<std::uint8_t>;

bool matchesDomain(const net::DomainPattern& pattern, std::string_view name) noexcept
{
    const std::string_view wanted = pattern.domain().ascii();
    const bool isAscii =
        std::all_of(name.begin(), name.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
    if (!isAscii) {
        const auto parsed = net::DomainName::parse(name);
        return parsed && pattern.matches(*parsed);
    }
    if (name.size() == wanted.size()) {
        return name == wanted;
    }
    return pattern.kind() == net::DomainPattern::Kind::Subtree && name.size() > wanted.size() &&
           name.ends_with(wanted) && name[name.size() - wanted.size() - 1] == '.';
}

bool matchesName(const FilterValue& value, std::string_view name) noexcept
{
    if (const auto* domain = std::get_if<net::DomainPattern>(&value)) {
        return matchesDomain(*domain, name);
    }
    const auto* text = std::get_if<TextPattern>(&value);
    return text != nullptr && text->matches(name);
}

Accepted acceptedNames(const FilterTerm& term, const StringTable& names)
{
    Accepted accepted(names.size());
    for (Id id = 0; id < accepted.size(); ++id) {
        const bool found = std::any_of(term.anyOf.begin(), term.anyOf.end(), [&](const FilterValue& value) {
            return matchesName(value, names[id]);
        });
        accepted[id] = found != term.negated ? 1 : 0;
    }
    return accepted;
}

Accepted acceptedAddresses(const FilterTerm& term, const AddressTable& addresses)
{
    Accepted accepted(addresses.size());
    for (Id id = 0; id < accepted.size(); ++id) {
        const auto address = addresses[id];
        const bool found =
            address && std::any_of(term.anyOf.begin(), term.anyOf.end(), [&](const FilterValue& value) {
                const auto* network = std::get_if<net::Network>(&value);
                return network != nullptr && network->contains(*address);
            });
        accepted[id] = found != term.negated ? 1 : 0;
    }
    return accepted;
}

template <class T>
Accepted acceptedCodes(const FilterTerm& term)
{
    Accepted accepted(256, term.negated ? 1 : 0);
    for (const auto& value : term.anyOf) {
        if (const auto* code = std::get_if<T>(&value)) {
            accepted[static_cast<std::size_t>(*code)] = term.negated ? 0 : 1;
        }
    }
    return accepted;
}

/// One term made ready for a scan over its column.
struct Step
{
    const FilterTerm* term;
    Accepted accepted; ///< empty for times
};

template <class T>
void narrow(Mask& mask, std::span<const T> values, const Accepted& accepted) noexcept
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto code = static_cast<std::size_t>(values[i]);
        // A name that came in after the step was made ready is not accepted.
        mask[i] = static_cast<std::uint8_t>(mask[i] & (code < accepted.size() ? accepted[code] : 0U));
    }
}

void narrowTimes(Mask& mask, std::span<const std::int64_t> times, const FilterTerm& term) noexcept
{
    const bool since = term.field == FilterField::Since;
    std::int64_t bound = std::get<std::int64_t>(term.anyOf.front());
    for (const auto& value : term.anyOf) {
        const auto time = std::get<std::int64_t>(value);
        bound = since ? std::min(bound, time) : std::max(bound, time);
    }
    for (std::size_t i = 0; i < times.size(); ++i) {
        const bool found = since ? times[i] >= bound : times[i] < bound;
        mask[i] = static_cast<std::uint8_t>(mask[i] & (found != term.negated ? 1U : 0U));
    }
}

std::vector<Step> prepare(const std::vector<FilterTerm>& terms, const Log& log)
{
    std::vector<Step> steps;
    for (const auto& term : terms) {
        switch (term.field) {
        case FilterField::Result:
            steps.push_back({&term, acceptedCodes<spf::Result>(term)});
            break;
        case FilterField::Action:
            steps.push_back({&term, acceptedCodes<Action>(term)});
            break;
        case FilterField::Identity:
            steps.push_back({&term, acceptedCodes<policy::Identity>(term)});
            break;
        case FilterField::Domain:
            steps.push_back({&term, acceptedNames(term, log.domains())});
            break;
        case FilterField::Ip:
            steps.push_back({&term, acceptedAddresses(term, log.addresses())});
            break;
        case FilterField::Helo:
            steps.push_back({&term, acceptedNames(term, log.helos())});
            break;
        case FilterField::From:
        case FilterField::To:
            steps.push_back({&term, acceptedNames(term, log.mailboxes())});
            break;
        case FilterField::Host:
            steps.push_back({&term, acceptedNames(term, log.hosts())});
            break;
        case FilterField::Rule:
            steps.push_back({&term, acceptedNames(term, log.rules())});
            break;
        case FilterField::Since:
        case FilterField::Until:
            steps.push_back({&term, {}});
            break;
        case FilterField::Text:
            break;
        }
    }
    return steps;
}

void run(const Step& step, const Columns& c, std::size_t piece, Mask& mask) noexcept
{
    switch (step.term->field) {
    case FilterField::Result:
        return narrow(mask, c.result.piece(piece), step.accepted);
    case FilterField::Action:
        return narrow(mask, c.action.piece(piece), step.accepted);
    case FilterField::Identity:
        return narrow(mask, c.identity.piece(piece), step.accepted);
    case FilterField::Domain:
        return narrow(mask, c.domain.piece(piece), step.accepted);
    case FilterField::Ip:
        return narrow(mask, c.address.piece(piece), step.accepted);
    case FilterField::Helo:
        return narrow(mask, c.helo.piece(piece), step.accepted);
    case FilterField::From:
        return narrow(mask, c.sender.piece(piece), step.accepted);
    case FilterField::To:
        return narrow(mask, c.recipient.piece(piece), step.accepted);
    case FilterField::Host:
        return narrow(mask, c.host.piece(piece), step.accepted);
    case FilterField::Rule:
        return narrow(mask, c.rule.piece(piece), step.accepted);
    case FilterField::Since:
    case FilterField::Until:
        return narrowTimes(mask, c.time.piece(piece), *step.term);
    case FilterField::Text:
        return;
    }
}

bool matchesLine(const std::vector<FilterTerm>& terms, std::string_view line) noexcept
{
    return std::all_of(terms.begin(), terms.end(), [&](const FilterTerm& term) {
        return term.field != FilterField::Text ||
               term.negated !=
                   std::any_of(term.anyOf.begin(), term.anyOf.end(),
                               [&](const FilterValue& value) { return matchesName(value, line); });
    });
}

} // namespace

std::vector<std::uint32_t> Filter::rows(const Log& log, const LineSource& lines, Row begin,
                                        const std::function<bool()>& cancelled) const
{
    constexpr std::size_t pieceSize = Column<Id>::pieceSize;
    constexpr Row rowsBetweenQuestions = 1024;
    const auto& c = log.columns();
    const auto steps = prepare(m_terms, log);
    const bool readsLines = needsLines() && lines;
    std::vector<std::uint32_t> found;
    Mask mask{};
    for (std::size_t piece = begin / pieceSize; piece < c.time.pieceCount(); ++piece) {
        if (cancelled && cancelled()) {
            return found;
        }
        mask.fill(1);
        for (const auto& step : steps) {
            run(step, c, piece, mask);
        }
        const Row first = piece * pieceSize;
        const Row end = first + c.time.piece(piece).size();
        for (Row row = std::max(first, begin); row < end; ++row) {
            if (mask[row - first] == 0) {
                continue;
            }
            if (readsLines && row % rowsBetweenQuestions == 0 && cancelled && cancelled()) {
                return found;
            }
            if (!readsLines ||
                matchesLine(m_terms, lines(c.source[row], c.lineOffset[row], c.lineLength[row]))) {
                found.push_back(static_cast<std::uint32_t>(row));
            }
        }
    }
    return found;
}

} // namespace maillog
