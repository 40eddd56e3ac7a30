// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spf/record.h"

#include "core/base/ascii.h"
#include "core/spf/term_parser.h"

#include <algorithm>
#include <array>

namespace spf {
namespace {

constexpr std::string_view version = "v=spf1";

bool isPrintable(char c) noexcept
{
    return c >= 0x20 && c <= 0x7e;
}

template <class Modifier>
const Term* find(const std::vector<Term>& terms) noexcept
{
    const auto found = std::find_if(terms.begin(), terms.end(), [](const Term& term) {
        return std::holds_alternative<Modifier>(term.what);
    });
    return found == terms.end() ? nullptr : &*found;
}

} // namespace

char sign(Qualifier qualifier) noexcept
{
    return std::string_view("+-~?")[static_cast<std::size_t>(qualifier)];
}

bool refuses(Qualifier qualifier) noexcept
{
    return qualifier == Qualifier::Fail || qualifier == Qualifier::SoftFail;
}

Result resultOf(Qualifier qualifier) noexcept
{
    constexpr std::array results{Result::Pass, Result::Fail, Result::SoftFail, Result::Neutral};
    return results[static_cast<std::size_t>(qualifier)];
}

bool Term::isModifier() const noexcept
{
    return std::holds_alternative<Redirect>(what) || std::holds_alternative<Explanation>(what) ||
           std::holds_alternative<UnknownModifier>(what);
}

bool Term::isLookup() const noexcept
{
    return !std::holds_alternative<All>(what) && !std::holds_alternative<Ip>(what) &&
           !std::holds_alternative<Explanation>(what) && !std::holds_alternative<UnknownModifier>(what);
}

namespace {

struct TargetOf
{
    const MacroString* operator()(const All&) const noexcept { return nullptr; }

    const MacroString* operator()(const Ip&) const noexcept { return nullptr; }

    const MacroString* operator()(const UnknownModifier&) const noexcept { return nullptr; }

    template <class What>
    const MacroString* operator()(const What& what) const noexcept
    {
        return address(what.target);
    }

    static const MacroString* address(const MacroString& target) noexcept { return &target; }

    static const MacroString* address(const std::optional<MacroString>& target) noexcept
    {
        return target ? &*target : nullptr;
    }
};

} // namespace

const MacroString* Term::target() const noexcept
{
    return std::visit(TargetOf{}, what);
}

bool Record::isSpf(std::string_view text) noexcept
{
    return base::startsWithIgnoreCase(text, version) &&
           (text.size() == version.size() || text[version.size()] == ' ');
}

Record Record::parse(std::string text)
{
    Record record;
    record.m_text = std::move(text);
    record.parseTerms();
    return record;
}

void Record::parseTerms()
{
    const std::string_view text = m_text;
    m_terms.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')));
    std::size_t at = std::min(version.size(), text.size());
    while (true) {
        const auto start = text.find_first_not_of(' ', at);
        if (start == std::string_view::npos) {
            return;
        }
        at = std::min(text.find(' ', start), text.size());
        const Span span{start, at - start};
        const auto odd = std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(start),
                                          text.begin() + static_cast<std::ptrdiff_t>(at), isPrintable);
        const auto oddPlace = static_cast<std::size_t>(odd - text.begin());
        if (oddPlace < at) {
            m_errors.push_back({ProblemCode::NonAscii, span, {oddPlace, 1}});
            continue;
        }
        auto term = parseTerm(text, span);
        if (!term) {
            m_errors.push_back(term.error());
        } else if ((std::holds_alternative<Redirect>(term->what) && redirect() != nullptr) ||
                   (std::holds_alternative<Explanation>(term->what) && explanation() != nullptr)) {
            m_errors.push_back({ProblemCode::DuplicateModifier, span, span});
        } else {
            m_terms.push_back(std::move(*term));
        }
    }
}

const Term* Record::redirect() const noexcept
{
    return find<Redirect>(m_terms);
}

const Term* Record::explanation() const noexcept
{
    return find<Explanation>(m_terms);
}

namespace {

constexpr std::size_t mechanismCount = 8;
/// The modifiers last.
constexpr std::array<std::string_view, mechanismCount + 2> termNames{
    "all", "include", "a", "mx", "ptr", "ip4", "ip6", "exists", "redirect", "exp"};
constexpr std::size_t longestNear = 16;

/// Edits that turn one into the other; swapped neighbours count as one.
std::size_t distance(std::string_view a, std::string_view b) noexcept
{
    std::array<std::array<std::size_t, longestNear + 1>, longestNear + 1> cost{};
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = i + j;
                continue;
            }
            const std::size_t differs = base::toLower(a[i - 1]) == b[j - 1] ? 0 : 1;
            cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + differs});
            const bool swapped =
                i > 1 && j > 1 && base::toLower(a[i - 1]) == b[j - 2] && base::toLower(a[i - 2]) == b[j - 1];
            if (swapped) {
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
            }
        }
    }
    return cost[a.size()][b.size()];
}

} // namespace

bool isMechanismName(std::string_view name) noexcept
{
    return std::any_of(termNames.begin(), termNames.begin() + mechanismCount,
                       [name](std::string_view known) { return base::equalsIgnoreCase(name, known); });
}

bool isTermName(std::string_view name) noexcept
{
    return std::ranges::any_of(
        termNames, [name](std::string_view known) { return base::equalsIgnoreCase(name, known); });
}

std::string_view nearestTermName(std::string_view name) noexcept
{
    if (name.empty() || name.size() > longestNear) {
        return {};
    }
    if (base::equalsIgnoreCase(name, "ip")) {
        return "ip4";
    }
    if (base::equalsIgnoreCase(name, "aaaa")) {
        return "a";
    }
    std::string_view nearest;
    std::size_t least = name.size() <= 4 ? 2 : 3; // one edit in a short name, two in a long one
    for (const std::string_view known : termNames) {
        const auto edits = distance(name, known);
        if (known.size() > 1 && edits < least) {
            least = edits;
            nearest = known;
        }
    }
    return nearest;
}

} // namespace spf
