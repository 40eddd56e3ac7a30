// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/user_pattern.h"

#include "core/maillog/candidates.h"
#include "core/maillog/fields.h"
#include "core/maillog/required_texts.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>

namespace maillog {

namespace {

struct FreeCode
{
    void operator()(pcre2_code* code) const noexcept { pcre2_code_free(code); }
};

struct FreeContext
{
    void operator()(pcre2_match_context* context) const noexcept { pcre2_match_context_free(context); }
};

struct FreeData
{
    void operator()(pcre2_match_data* data) const noexcept { pcre2_match_data_free(data); }
};

std::string pcreMessage(int error)
{
    std::array<PCRE2_UCHAR, 128> buffer{};
    const int length = pcre2_get_error_message(error, buffer.data(), buffer.size());
    return length <= 0 ? std::string() : std::string(buffer.begin(), buffer.begin() + length);
}

PCRE2_SPTR bytesOf(std::string_view text) noexcept
{
    return reinterpret_cast<PCRE2_SPTR>(text.data());
}

std::optional<PatternGroup> groupOf(std::string_view name) noexcept
{
    const auto* found = std::find_if(allPatternGroups.begin(), allPatternGroups.end(),
                                     [&](PatternGroup group) { return word(group) == name; });
    return found == allPatternGroups.end() ? std::nullopt : std::optional(*found);
}

} // namespace

std::string_view word(PatternGroup group) noexcept
{
    constexpr std::array<std::string_view, allPatternGroups.size()> words{
        "time",   "host",      "result", "action", "ip",      "helo",
        "sender", "recipient", "domain", "rule",   "queueid", "identity"};
    return words[static_cast<std::size_t>(group)];
}

struct PatternSet::Compiled
{
    std::unique_ptr<pcre2_code, FreeCode> code;
    std::unique_ptr<pcre2_match_context, FreeContext> context;
    std::array<std::uint32_t, allPatternGroups.size()> numbers{}; ///< of the groups; 0: not in the pattern
    std::uint32_t groupCount = 0;
    std::string literal;

    /// Start and end of every group; nothing when the line does not fit.
    [[nodiscard]] std::unique_ptr<pcre2_match_data, FreeData> match(std::string_view line) const
    {
        std::unique_ptr<pcre2_match_data, FreeData> data(pcre2_match_data_create(groupCount + 1, nullptr));
        const int found =
            pcre2_match(code.get(), bytesOf(line), line.size(), 0, 0, data.get(), context.get());
        return found > 0 ? std::move(data) : nullptr;
    }

    [[nodiscard]] MatchedLine::Span span(pcre2_match_data* data, std::uint32_t number) const noexcept
    {
        const PCRE2_SIZE* places = pcre2_get_ovector_pointer(data);
        const auto start = places[2 * number];
        const auto end = places[2 * number + 1];
        return start == PCRE2_UNSET || end < start ? MatchedLine::Span{}
                                                   : MatchedLine::Span{start, end - start};
    }
};

namespace {

/// Names of groups to their numbers.
struct GroupTable
{
    explicit GroupTable(const pcre2_code* code) noexcept
    {
        pcre2_pattern_info(code, PCRE2_INFO_NAMECOUNT, &count);
        pcre2_pattern_info(code, PCRE2_INFO_NAMEENTRYSIZE, &entrySize);
        pcre2_pattern_info(code, PCRE2_INFO_NAMETABLE, &table);
    }

    [[nodiscard]] std::string_view name(std::uint32_t i) const noexcept
    {
        return reinterpret_cast<const char*>(table + i * entrySize + 2); // two bytes of number, then the name
    }

    [[nodiscard]] std::uint32_t number(std::uint32_t i) const noexcept
    {
        const auto* entry = table + i * entrySize;
        return (std::uint32_t{entry[0]} << 8U) | entry[1];
    }

    std::uint32_t count = 0;
    std::uint32_t entrySize = 0;
    PCRE2_SPTR table = nullptr;
};

/// Fields that the pattern has no group for are told from those it has.
Event eventOf(const std::array<std::string_view, allPatternGroups.size()>& texts)
{
    const auto text = [&](PatternGroup group) {
        return trimmedOf(texts[static_cast<std::size_t>(group)], charSet<" \t\"">);
    };
    Event event;
    event.dialect = Dialect::User;
    event.result = resultOf(text(PatternGroup::Result));
    event.action = actionOf(text(PatternGroup::Action)).value_or(Action::Unknown);
    event.address = text(PatternGroup::Ip);
    event.helo = text(PatternGroup::Helo);
    setSender(event, text(PatternGroup::Sender));
    event.recipient = withoutAngles(text(PatternGroup::Recipient));
    event.rule = text(PatternGroup::Rule);
    event.queueId = text(PatternGroup::QueueId);
    if (const auto domain = text(PatternGroup::Domain); !domain.empty()) {
        event.domain = domain;
    }
    event.identity = identityOf(text(PatternGroup::Identity), false);
    if (event.identity == policy::Identity::None) {
        event.identity = !event.domain.empty() ? policy::Identity::MailFrom
                         : event.helo.empty()  ? policy::Identity::None
                                               : policy::Identity::Helo;
    }
    if (event.identity == policy::Identity::Helo) {
        event.domain = {};
    }
    if (event.result) {
        event.kind = LineKind::Check;
    } else if (event.action == Action::Skip) {
        event.kind = LineKind::Skip;
    }
    return event;
}

} // namespace

std::optional<Stamp> stampOf(const MatchedLine& matched, std::string_view line)
{
    if (const auto& time = matched[PatternGroup::Time]) {
        return parseStamp(std::string(line.substr(time->start, time->length)) + ' ');
    }
    return parseStamp(line);
}

std::string_view hostOf(const MatchedLine& matched, std::string_view line)
{
    if (const auto& host = matched[PatternGroup::Host]) {
        return line.substr(host->start, host->length);
    }
    const auto stamp = parseStamp(line);
    const auto rest = stamp ? line.substr(stamp->length) : std::string_view{};
    return rest.substr(0, std::min(rest.find(' '), rest.size()));
}

tl::expected<PatternSet, PatternError> PatternSet::compile(std::span<const UserPattern> patterns)
{
    using Code = PatternError::Code;
    PatternSet set;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        const std::string& regex = patterns[i].regex;
        if (regex.empty()) {
            return tl::unexpected(PatternError{Code::Empty, i, 0, {}});
        }
        int error = 0;
        PCRE2_SIZE position = 0;
        auto compiled = std::make_shared<Compiled>();
        compiled->code.reset(
            pcre2_compile(bytesOf(regex), regex.size(), PCRE2_NEVER_BACKSLASH_C, &error, &position, nullptr));
        if (!compiled->code) {
            return tl::unexpected(PatternError{
                Code::Malformed, i, std::min<std::size_t>(position, regex.size()), pcreMessage(error)});
        }
        const GroupTable groups(compiled->code.get());
        for (std::uint32_t g = 0; g < groups.count; ++g) {
            const auto group = groupOf(groups.name(g));
            if (!group) {
                const std::string name(groups.name(g));
                return tl::unexpected(
                    PatternError{Code::UnknownGroup, i, std::min(regex.find(name), regex.size()), name});
            }
            compiled->numbers[static_cast<std::size_t>(*group)] = groups.number(g);
        }
        if (compiled->numbers[static_cast<std::size_t>(PatternGroup::Result)] == 0 &&
            compiled->numbers[static_cast<std::size_t>(PatternGroup::Action)] == 0) {
            return tl::unexpected(PatternError{Code::NothingSaid, i, 0, {}});
        }
        pcre2_pattern_info(compiled->code.get(), PCRE2_INFO_CAPTURECOUNT, &compiled->groupCount);
        static_cast<void>(pcre2_jit_compile(compiled->code.get(), PCRE2_JIT_COMPLETE)); // without it: slower
        compiled->context.reset(pcre2_match_context_create(nullptr));
        constexpr std::uint32_t mostSteps = 100'000;
        pcre2_set_match_limit(compiled->context.get(), mostSteps);
        if (compiled->match({})) {
            return tl::unexpected(PatternError{Code::MatchesAll, i, 0, {}});
        }
        if (auto texts = requiredTexts(regex, 1); texts.size() == 1) {
            compiled->literal = std::move(texts.front());
        }
        set.m_patterns.push_back(std::move(compiled));
    }
    std::vector<Literal> literals(candidateLiterals.begin(), candidateLiterals.end());
    for (const auto& compiled : set.m_patterns) {
        literals.push_back({compiled->literal, false});
    }
    set.m_candidates = std::make_shared<const LiteralScan>(literals);
    return set;
}

std::optional<MatchedLine> PatternSet::match(std::string_view line) const
{
    for (std::size_t i = 0; i < m_patterns.size(); ++i) {
        const Compiled& compiled = *m_patterns[i];
        if (line.find(compiled.literal) == std::string_view::npos) {
            continue;
        }
        const auto data = compiled.match(line);
        if (!data) {
            continue;
        }
        MatchedLine matched;
        matched.pattern = i;
        std::array<std::string_view, allPatternGroups.size()> texts;
        for (std::size_t group = 0; group < texts.size(); ++group) {
            if (compiled.numbers[group] != 0) {
                const auto span = compiled.span(data.get(), compiled.numbers[group]);
                texts[group] = line.substr(span.start, span.length);
                matched.groups[group] = span;
            }
        }
        matched.event = eventOf(texts);
        return matched;
    }
    return std::nullopt;
}

std::string_view PatternSet::literal(std::size_t pattern) const noexcept
{
    return m_patterns[pattern]->literal;
}

} // namespace maillog
