// SPDX-License-Identifier: GPL-3.0-or-later
// A regular expression in the first line, tried on those below: one of the texts it needs stands in every
// line it fits, and what its groups name lies in the line.
#include "core/maillog/filter.h"
#include "core/maillog/required_texts.h"
#include "core/maillog/user_pattern.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    auto rest = fuzz::text(data, size);
    const auto expression = fuzz::takeLine(rest);
    if (expression.size() > 200) { // compiling longer ones is PCRE2's own time
        return 0;
    }
    const auto texts = maillog::requiredTexts(expression, 1);
    const auto regex = maillog::Regex::compile(expression, false);
    const std::vector<maillog::UserPattern> patterns{{"own", std::string(expression)}};
    const auto set = maillog::PatternSet::compile(patterns);
    fuzz::require(!set || regex.has_value());
    if (!set) {
        fuzz::require(set.error().position <= expression.size());
    }
    while (!rest.empty()) {
        const auto line = fuzz::takeLine(rest);
        fuzz::require(!regex || texts.empty() || !regex->matches(line) ||
                      std::any_of(texts.begin(), texts.end(), [line](const std::string& text) {
                          return line.find(text) != std::string_view::npos;
                      }));
        const auto matched = set ? set->match(line) : std::nullopt;
        if (!matched) {
            continue;
        }
        for (const auto& span : matched->groups) {
            fuzz::require(!span || span->start + span->length <= line.size());
        }
        static_cast<void>(maillog::stampOf(*matched, line));
        static_cast<void>(maillog::hostOf(*matched, line));
    }
    return 0;
}
