// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ascii.h"
#include "core/maillog/filter.h"
#include "core/maillog/required_texts.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>
#include <array>

namespace maillog {

namespace {

bool containsLowered(std::string_view text, std::string_view lowered) noexcept
{
    if (lowered.empty()) {
        return true;
    }
    const char first = lowered.front();
    const char upper = first >= 'a' && first <= 'z' ? static_cast<char>(first - 'a' + 'A') : first;
    for (std::size_t i = 0; i + lowered.size() <= text.size(); ++i) {
        if ((text[i] == first || text[i] == upper) &&
            base::equalsIgnoreCase(text.substr(i, lowered.size()), lowered)) {
            return true;
        }
    }
    return false;
}

/// Goes back to the last "*" only, so the effort is at most |text| * |pattern|.
bool matchesWildcard(std::string_view text, std::string_view pattern) noexcept
{
    std::size_t t = 0;
    std::size_t p = 0;
    std::size_t star = std::string_view::npos;
    std::size_t resume = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = t;
        } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == base::toLower(text[t]))) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

} // namespace

struct Regex::Code
{
    struct FreeCode
    {
        void operator()(pcre2_code* code) const noexcept { pcre2_code_free(code); }
    };

    struct FreeContext
    {
        void operator()(pcre2_match_context* context) const noexcept { pcre2_match_context_free(context); }
    };

    std::vector<std::string> required;
    bool ignoresCase = false;
    std::unique_ptr<pcre2_code, FreeCode> code;
    std::unique_ptr<pcre2_match_context, FreeContext> context;
};

tl::expected<Regex, RegexError> Regex::parse(std::string_view pattern, bool ignoreCase)
{
    int error = 0;
    PCRE2_SIZE errorOffset = 0;
    const std::uint32_t options = PCRE2_NEVER_BACKSLASH_C | (ignoreCase ? PCRE2_CASELESS : 0U);
    auto code = std::make_shared<Code>();
    code->code.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(), options,
                                   &error, &errorOffset, nullptr));
    if (!code->code) {
        std::array<PCRE2_UCHAR, 160> reason{};
        const int length = pcre2_get_error_message(error, reason.data(), reason.size());
        return tl::unexpected(
            RegexError{std::string(reason.begin(), reason.begin() + std::max(length, 0)), errorOffset});
    }
    code->required = requiredTexts(pattern);
    code->ignoresCase = ignoreCase;
    static_cast<void>(
        pcre2_jit_compile(code->code.get(), PCRE2_JIT_COMPLETE)); // without JIT it is only slower
    code->context.reset(pcre2_match_context_create(nullptr));
    constexpr std::uint32_t mostSteps = 100'000;
    pcre2_set_match_limit(code->context.get(), mostSteps);
    return Regex(std::move(code));
}

const std::vector<std::string>& Regex::required() const noexcept
{
    return m_code->required;
}

bool Regex::ignoresCase() const noexcept
{
    return m_code->ignoresCase;
}

std::optional<Regex> Regex::compile(std::string_view pattern, bool ignoreCase)
{
    auto parsed = parse(pattern, ignoreCase);
    return parsed ? std::optional(std::move(*parsed)) : std::nullopt;
}

std::optional<RegexMatch> Regex::find(std::string_view text, std::size_t from) const noexcept
{
    struct FreeData
    {
        void operator()(pcre2_match_data* data) const noexcept { pcre2_match_data_free(data); }
    };

    // Match data are written to; one a thread serves every pattern, as only the whole match is asked for.
    thread_local const std::unique_ptr<pcre2_match_data, FreeData> data(pcre2_match_data_create(1, nullptr));
    if (from > text.size() || pcre2_match(m_code->code.get(), reinterpret_cast<PCRE2_SPTR>(text.data()),
                                          text.size(), from, 0, data.get(), m_code->context.get()) < 0) {
        return std::nullopt;
    }
    const PCRE2_SIZE* const bounds = pcre2_get_ovector_pointer(data.get());
    return RegexMatch{bounds[0], bounds[1] - std::min(bounds[0], bounds[1])};
}

bool Regex::matches(std::string_view text) const noexcept
{
    return find(text, 0).has_value();
}

bool TextPattern::matches(std::string_view value) const noexcept
{
    switch (kind) {
    case Kind::Exact:
        return base::equalsIgnoreCase(value, text);
    case Kind::Suffix:
        return base::endsWithIgnoreCase(value, text);
    case Kind::Contains:
        return containsLowered(value, text);
    case Kind::Wildcard:
        return matchesWildcard(value, text);
    case Kind::Regex:
        break;
    }
    return regex && regex->matches(value);
}

} // namespace maillog
