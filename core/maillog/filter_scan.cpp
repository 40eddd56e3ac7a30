// SPDX-License-Identifier: GPL-3.0-or-later
// Asks each distinct name once, then runs over the columns piece by piece.
#include "core/maillog/filter.h"
#include "core/maillog/in_halves.h"
#include "core/maillog/line_search.h"

#include <algorithm>
#include <cstring>

namespace maillog {

namespace {

using Mask = std::array<std::uint8_t, Column<Id>::pieceSize>;

/// Which numbers a term accepts: a bit each, so that those of millions of names stay in the cache.
class Accepted
{
public:
    Accepted() = default;

    explicit Accepted(std::size_t size) : m_size(size), m_words((size + bits - 1) / bits) {}

    void set(std::size_t number) noexcept { m_words[number / bits] |= std::uint64_t{1} << number % bits; }

    [[nodiscard]] std::size_t size() const noexcept { return m_size; }

    [[nodiscard]] std::uint8_t operator[](std::size_t number) const noexcept
    {
        return static_cast<std::uint8_t>(m_words[number / bits] >> number % bits & 1U);
    }

    void add(const Accepted& other) noexcept
    {
        for (std::size_t i = 0; i < other.m_words.size(); ++i) {
            m_words[i] |= other.m_words[i];
        }
    }

    void negate() noexcept
    {
        for (auto& word : m_words) {
            word = ~word;
        }
    }

private:
    static constexpr std::size_t bits = 64;
    std::size_t m_size = 0;
    std::vector<std::uint64_t> m_words;
};

bool isAscii(std::string_view text) noexcept
{
    constexpr std::uint64_t highBits = 0x8080'8080'8080'8080;
    for (; text.size() >= 8; text.remove_prefix(8)) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data(), 8);
        if ((word & highBits) != 0) {
            return false;
        }
    }
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
}

bool matchesDomain(const net::DomainPattern& pattern, std::string_view name) noexcept
{
    const std::string_view wanted = pattern.domain().ascii();
    if (!isAscii(name)) {
        const auto parsed = net::DomainName::parse(name);
        return parsed && pattern.matches(*parsed);
    }
    if (name.size() == wanted.size()) {
        return name == wanted;
    }
    return pattern.kind() == net::DomainPattern::Kind::Subtree && name.size() > wanted.size() &&
           name.ends_with(wanted) && name[name.size() - wanted.size() - 1] == '.';
}

/// A value of a term over names, made ready.
using NameTest = std::variant<net::DomainPattern, LineSearch>;

std::vector<NameTest> nameTests(const FilterTerm& term)
{
    std::vector<NameTest> tests;
    for (const auto& value : term.anyOf) {
        if (const auto* domain = std::get_if<net::DomainPattern>(&value)) {
            tests.emplace_back(*domain);
        } else if (const auto* text = std::get_if<TextPattern>(&value)) {
            tests.emplace_back(LineSearch(*text));
        }
    }
    return tests;
}

bool matchesName(const NameTest& test, std::string_view name) noexcept
{
    const auto* domain = std::get_if<net::DomainPattern>(&test);
    return domain != nullptr ? matchesDomain(*domain, name) : std::get<LineSearch>(test).matches(name);
}

bool matchesAny(const std::vector<NameTest>& tests, std::string_view name) noexcept
{
    return std::any_of(tests.begin(), tests.end(),
                       [name](const NameTest& test) { return matchesName(test, name); });
}

/// `accept(half, begin, end, accepted)` for the numbers below `size` or for parts of them; then all is turned
/// round if the term is negated.
template <class Accept>
Accepted acceptedInHalves(const FilterTerm& term, std::size_t size, std::size_t parts, std::size_t fewParts,
                          const Accept& accept)
{
    std::array<Accepted, 2> halves;
    inHalves(
        parts,
        [&](std::size_t half, std::size_t begin, std::size_t end) {
            Accepted accepted(size);
            accept(begin, end, accepted);
            halves[half] = std::move(accepted);
        },
        fewParts);
    halves[0].add(halves[1]);
    if (term.negated) {
        halves[0].negate();
    }
    return std::move(halves[0]);
}

/// Names that lie side by side are searched like a text.
void searchRun(const StringTable& names, const StringTable::Run& run, const LineSearch& search,
               Accepted& accepted)
{
    Id id = run.first;
    for (auto hit = search.hint(run.bytes, 0); hit != LiteralScan::none;) {
        id = names.nameAt(run, hit, id);
        // Names that match often stand together: those behind one are asked at once.
        while (search.matches(names[id])) {
            accepted.set(id);
            if (id + 1 == run.end) {
                return;
            }
            ++id;
        }
        hit = search.hint(run.bytes, names.endOf(run, id));
    }
}

/// The same for a text that may be in every name: found in all of them at once.
void searchRunFor(std::string_view text, const StringTable& names, const StringTable::Run& run,
                  const LineSearch& search, std::vector<std::uint32_t>& starts, Accepted& accepted)
{
    search.findEach(run.bytes, starts);
    Id id = run.first;
    auto end = names.endOf(run, id);
    for (const auto start : starts) {
        if (start >= end) { // in the next name, or further on
            end = names.endOf(run, ++id);
            if (start >= end) {
                id = names.nameAt(run, start, id);
                end = names.endOf(run, id);
            }
        }
        const auto name = names[id];
        const auto nameStart = static_cast<std::size_t>(name.data() - run.bytes.data());
        if (start >= nameStart && start + text.size() <= nameStart + name.size()) {
            accepted.set(id);
        }
    }
}

void acceptRun(const StringTable& names, const StringTable::Run& run, const NameTest& test,
               std::vector<std::uint32_t>& starts, Accepted& accepted)
{
    const auto* search = std::get_if<LineSearch>(&test);
    if (const auto text = search != nullptr ? search->contained() : std::nullopt) {
        searchRunFor(*text, names, run, *search, starts, accepted);
        return;
    }
    if (search != nullptr && search->hasHint()) {
        searchRun(names, run, *search, accepted);
        return;
    }
    for (Id id = run.first; id < run.end; ++id) {
        if (matchesName(test, names[id])) {
            accepted.set(id);
        }
    }
}

Accepted acceptedNames(const FilterTerm& term, const StringTable& names)
{
    constexpr std::size_t fewRuns = 8;
    const auto tests = nameTests(term);
    return acceptedInHalves(term, names.size(), names.runCount(), fewRuns,
                            [&](std::size_t begin, std::size_t end, Accepted& accepted) {
                                std::vector<std::uint32_t> starts;
                                for (auto number = begin; number < end; ++number) {
                                    const auto run = names.run(number);
                                    for (const auto& test : tests) {
                                        acceptRun(names, run, test, starts, accepted);
                                    }
                                }
                                if (begin == 0 && matchesAny(tests, {})) {
                                    accepted.set(0); // in which nothing is found
                                }
                            });
}

/// A network as what has to stand in the bytes of an address.
struct NetworkBits
{
    explicit NetworkBits(const net::Network& network) noexcept : isV4(network.address().isV4())
    {
        const auto first = network.first().mappedBytes();
        const auto last = network.last().mappedBytes();
        std::memcpy(wanted.data(), first.data(), first.size());
        std::memcpy(mask.data(), last.data(), last.size());
        mask[0] = ~(mask[0] ^ wanted[0]);
        mask[1] = ~(mask[1] ^ wanted[1]);
    }

    [[nodiscard]] bool contains(const net::IpAddress::Bytes& address) const noexcept
    {
        Words words{};
        std::memcpy(words.data(), address.data(), address.size());
        return (((words[0] ^ wanted[0]) & mask[0]) | ((words[1] ^ wanted[1]) & mask[1])) == 0 &&
               isV4 == isMappedV4(address);
    }

    using Words = std::array<std::uint64_t, 2>;
    Words wanted{};
    Words mask{};
    bool isV4;
};

Accepted acceptedAddresses(const FilterTerm& term, const AddressTable& addresses)
{
    std::vector<NetworkBits> networks;
    for (const auto& value : term.anyOf) {
        if (const auto* network = std::get_if<net::Network>(&value)) {
            networks.emplace_back(*network);
        }
    }
    constexpr std::size_t fewAddresses = 50'000;
    return acceptedInHalves(
        term, addresses.size(), addresses.size(), fewAddresses,
        [&](std::size_t begin, std::size_t end, Accepted& accepted) {
            for (auto id = std::max<std::size_t>(begin, 1); id < end; ++id) {
                const auto& address = addresses.bytes(static_cast<Id>(id));
                if (std::any_of(networks.begin(), networks.end(),
                                [&](const NetworkBits& network) { return network.contains(address); })) {
                    accepted.set(id);
                }
            }
        });
}

template <class T>
Accepted acceptedCodes(const FilterTerm& term)
{
    Accepted accepted(256);
    for (const auto& value : term.anyOf) {
        if (const auto* code = std::get_if<T>(&value)) {
            accepted.set(static_cast<std::size_t>(*code));
        }
    }
    if (term.negated) {
        accepted.negate();
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

/// Rows of one piece.
using PieceRows = std::array<std::uint32_t, std::tuple_size_v<Mask>>;

/// Puts the rows whose mask is set into `rows`; how many.
std::size_t collect(const Mask& mask, std::size_t from, std::size_t size, Row firstOfPiece,
                    PieceRows& rows) noexcept
{
    constexpr std::size_t width = sizeof(std::uint64_t);
    const auto first = static_cast<std::uint32_t>(firstOfPiece);
    std::size_t count = 0;
    std::size_t i = from;
    for (; i + width <= size; i += width) {
        std::uint64_t word = 0;
        std::memcpy(&word, mask.data() + i, width);
        if (word == 0) {
            continue;
        }
        for (std::size_t k = i; k < i + width; ++k) { // without a jump: there may be many
            rows[count] = first + static_cast<std::uint32_t>(k);
            count += mask[k];
        }
    }
    for (; i < size; ++i) {
        rows[count] = first + static_cast<std::uint32_t>(i);
        count += mask[i];
    }
    return count;
}

} // namespace

std::vector<std::uint32_t> Filter::rowsByColumns(const Log& log, Row begin,
                                                 const std::function<bool()>& cancelled) const
{
    constexpr std::size_t pieceSize = Column<Id>::pieceSize;
    const auto& c = log.columns();
    const auto steps = prepare(m_terms, log);
    const std::size_t firstPiece = begin / pieceSize;
    const auto pieces = c.time.pieceCount() - std::min(firstPiece, c.time.pieceCount());
    std::array<std::vector<std::uint32_t>, 2> halves;
    constexpr std::size_t fewPieces = 16;
    inHalves(
        pieces,
        [&](std::size_t half, std::size_t from, std::size_t to) {
            Mask mask;
            PieceRows rows;
            auto& found = halves[half];
            // Room for all of them is only taken when it is used; growing step by step would copy most twice.
            found.reserve((half == 0 ? pieces : to - from) * pieceSize);
            for (auto piece = firstPiece + from; piece < firstPiece + to; ++piece) {
                if (half == 0 && cancelled && cancelled()) { // asked in the caller's thread only
                    return;
                }
                mask.fill(1);
                for (const auto& step : steps) {
                    run(step, c, piece, mask);
                }
                const Row first = piece * pieceSize;
                const auto count =
                    collect(mask, std::max(begin, first) - first, c.time.piece(piece).size(), first, rows);
                found.insert(found.end(), rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(count));
            }
        },
        fewPieces);
    auto& found = halves[0];
    found.insert(found.end(), halves[1].begin(), halves[1].end());
    if (found.size() < found.capacity() / 2) {
        found.shrink_to_fit();
    }
    return std::move(found);
}

} // namespace maillog
