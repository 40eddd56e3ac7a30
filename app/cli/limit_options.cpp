// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/limit_options.h"

#include "ui/words/cli_words.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

constexpr int mostTerms = 1000;
constexpr int mostSeconds = 600;
constexpr int mostMilliseconds = 60'000;

struct Range
{
    int least;
    int most;
};

} // namespace

QList<Option> limitOptions()
{
    return {{u"term-limit"_s, u"N"_s}, {u"void-limit"_s, u"N"_s},       {u"mx-limit"_s, u"N"_s},
            {u"ptr-limit"_s, u"N"_s},  {u"time-limit"_s, u"SECONDS"_s}, {u"query-limit"_s, u"MS"_s}};
}

tl::expected<spf::Limits, QString> limitsFrom(const Arguments& arguments)
{
    QString wrong;
    const auto number = [&](const QString& option, Range range) -> std::optional<int> {
        const std::optional<QString> text = arguments.value(option);
        if (!text) {
            return std::nullopt;
        }
        bool isNumber = false;
        const int value = text->toInt(&isNumber);
        if (isNumber && value >= range.least && value <= range.most) {
            return value;
        }
        wrong = words::notInRange(u"--"_s + option, *text, range.least, range.most);
        return std::nullopt;
    };
    spf::Limits limits;
    limits.terms = number(u"term-limit"_s, {0, mostTerms}).value_or(limits.terms);
    limits.voidLookups = number(u"void-limit"_s, {0, mostTerms}).value_or(limits.voidLookups);
    limits.mxNames = number(u"mx-limit"_s, {0, mostTerms}).value_or(limits.mxNames);
    limits.ptrNames = number(u"ptr-limit"_s, {0, mostTerms}).value_or(limits.ptrNames);
    if (const auto seconds = number(u"time-limit"_s, {1, mostSeconds})) {
        limits.total = std::chrono::seconds(*seconds);
    }
    if (const auto milliseconds = number(u"query-limit"_s, {1, mostMilliseconds})) {
        limits.query = std::chrono::milliseconds(*milliseconds);
    }
    if (!wrong.isEmpty()) {
        return tl::unexpected(wrong);
    }
    return limits;
}

} // namespace cli
