// SPDX-License-Identifier: GPL-3.0-or-later
// Text terms: lines are read last, and only those of rows that all other terms have let through.
#include "core/maillog/filter.h"
#include "core/maillog/in_halves.h"
#include "core/maillog/line_search.h"

#include <algorithm>
#include <atomic>

namespace maillog {

namespace {

/// The text terms of a filter, made ready.
class LineTest
{
public:
    explicit LineTest(const std::vector<FilterTerm>& terms)
    {
        for (const auto& term : terms) {
            if (term.field != FilterField::Text) {
                continue;
            }
            auto& test = m_terms.emplace_back();
            test.negated = term.negated;
            for (const auto& value : term.anyOf) {
                if (const auto* text = std::get_if<TextPattern>(&value)) {
                    test.anyOf.emplace_back(*text);
                }
            }
        }
    }

    [[nodiscard]] bool matches(std::string_view line) const noexcept
    {
        return std::all_of(m_terms.begin(), m_terms.end(), [line](const Term& term) {
            return term.negated !=
                   std::any_of(term.anyOf.begin(), term.anyOf.end(),
                               [line](const LineSearch& search) { return search.matches(line); });
        });
    }

private:
    struct Term
    {
        bool negated = false;
        std::vector<LineSearch> anyOf;
    };

    std::vector<Term> m_terms;
};

/// Where a row's line stands.
struct LinePlaceOfRow
{
    std::uint64_t offset;
    std::uint32_t length;
    std::uint32_t row;
    std::uint16_t source;

    friend bool operator<(const LinePlaceOfRow& a, const LinePlaceOfRow& b) noexcept
    {
        return a.source != b.source ? a.source < b.source : a.offset < b.offset;
    }
};

/// In the order of the files: rows may be in another one.
std::vector<LinePlaceOfRow> placesOf(const Columns& c, const std::vector<std::uint32_t>& rows)
{
    std::vector<LinePlaceOfRow> places;
    places.reserve(rows.size());
    for (const auto row : rows) {
        places.push_back({c.lineOffset[row], c.lineLength[row], row, c.source[row]});
    }
    if (!std::is_sorted(places.begin(), places.end())) {
        std::sort(places.begin(), places.end());
    }
    return places;
}

/// Lines that are read together: near to each other, and not too many bytes.
std::size_t windowEnd(std::span<const LinePlaceOfRow> places, std::size_t begin, std::uint64_t& size) noexcept
{
    constexpr std::uint64_t largest = std::uint64_t{1} << 20U;
    constexpr std::uint64_t widestGap = std::uint64_t{16} << 10U;
    const auto& first = places[begin];
    size = first.length;
    auto end = begin + 1;
    for (; end < places.size() && places[end].source == first.source; ++end) {
        const auto start = places[end].offset - first.offset;
        if (start > size + widestGap || start + places[end].length > std::max(largest, size)) {
            break;
        }
        size = std::max(size, start + places[end].length);
    }
    return end;
}

/// Appends the rows whose lines match; `goesOn` is asked for each window.
template <class GoesOn>
void searchLines(const LineTest& test, const BlockSource& blocks, std::span<const LinePlaceOfRow> places,
                 std::vector<std::uint32_t>& found, const GoesOn& goesOn)
{
    std::vector<char> buffer;
    for (std::size_t begin = 0; begin < places.size() && goesOn();) {
        std::uint64_t size = 0;
        const auto end = windowEnd(places, begin, size);
        const auto start = places[begin].offset;
        buffer.resize(std::max<std::size_t>(buffer.size(), static_cast<std::size_t>(size)));
        const auto got =
            blocks.read(places[begin].source, start, std::span(buffer).first(static_cast<std::size_t>(size)));
        const std::string_view window(buffer.data(), got);
        for (; begin < end; ++begin) {
            const auto at = std::min(static_cast<std::size_t>(places[begin].offset - start), window.size());
            if (test.matches(window.substr(at, places[begin].length))) {
                found.push_back(places[begin].row);
            }
        }
    }
}

} // namespace

std::vector<std::uint32_t> Filter::rows(const Log& log, const LineSource& lines, Row begin,
                                        const std::function<bool()>& cancelled) const
{
    auto rows = rowsByColumns(log, begin, cancelled);
    if (!needsLines() || !lines) {
        return rows;
    }
    constexpr Row rowsBetweenQuestions = 1024;
    const auto& c = log.columns();
    const LineTest test(m_terms);
    std::vector<std::uint32_t> found;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i % rowsBetweenQuestions == 0 && cancelled && cancelled()) {
            break;
        }
        const auto row = rows[i];
        if (test.matches(lines(c.source[row], c.lineOffset[row], c.lineLength[row]))) {
            found.push_back(row);
        }
    }
    return found;
}

std::vector<std::uint32_t> Filter::rows(const Log& log, const BlockSource& blocks, Row begin,
                                        const std::function<bool()>& cancelled) const
{
    auto rows = rowsByColumns(log, begin, cancelled);
    if (!needsLines()) {
        return rows;
    }
    const LineTest test(m_terms);
    const auto places = placesOf(log.columns(), rows);
    std::array<std::vector<std::uint32_t>, 2> halves;
    std::atomic<bool> isCancelled = false;
    constexpr std::size_t fewLines = 10'000;
    inHalves(
        places.size(),
        [&](std::size_t half, std::size_t from, std::size_t to) {
            searchLines(test, blocks, std::span(places).subspan(from, to - from), halves[half], [&] {
                if (half == 0 && cancelled && cancelled()) { // asked in the caller's thread only
                    isCancelled = true;
                }
                return !isCancelled;
            });
        },
        fewLines);
    auto& found = halves[0];
    found.insert(found.end(), halves[1].begin(), halves[1].end());
    if (!std::is_sorted(found.begin(), found.end())) {
        std::sort(found.begin(), found.end());
    }
    return std::move(found);
}

} // namespace maillog
