// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/timeline/series.h"

#include "ui/common/icons.h"

namespace ui {

namespace {

Hatch hatchOf(spf::Result result)
{
    switch (result) {
    case spf::Result::SoftFail:
        return Hatch::Falling;
    case spf::Result::PermError:
        return Hatch::Rising;
    case spf::Result::TempError:
        return Hatch::Dots;
    default:
        return Hatch::Solid;
    }
}

std::vector<Series> resultSeries()
{
    std::vector<Series> all;
    for (const spf::Result result :
         {spf::Result::Pass, spf::Result::None, spf::Result::Neutral, spf::Result::SoftFail,
          spf::Result::Fail, spf::Result::TempError, spf::Result::PermError}) {
        const std::string_view word = spf::word(result);
        all.push_back({QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size())),
                       iconName(result), result, hatchOf(result), static_cast<std::size_t>(result)});
    }
    return all;
}

std::vector<Series> actionSeries()
{
    std::vector<Series> all;
    for (const policy::Action action :
         {policy::Action::Bypass, policy::Action::Skip, policy::Action::TempBlock, policy::Action::Block}) {
        const std::string_view word = policy::word(action);
        const Hatch hatch = action == policy::Action::TempBlock ? Hatch::Falling : Hatch::Solid;
        // maillog::Action has the same four in the same order, and "unknown" behind them.
        all.push_back({QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size())),
                       iconName(action), action, hatch, static_cast<std::size_t>(action)});
    }
    all.push_back({QStringLiteral("unknown"), QStringLiteral("help"), &Tokens::secondaryText, Hatch::Dots,
                   static_cast<std::size_t>(maillog::Action::Unknown)});
    return all;
}

} // namespace

const std::vector<Series>& seriesOf(SeriesBy by)
{
    static const std::vector<Series> results = resultSeries();
    static const std::vector<Series> actions = actionSeries();
    return by == SeriesBy::Result ? results : actions;
}

std::uint64_t countOf(const maillog::Histogram::Bucket& bucket, SeriesBy by, const Series& series)
{
    return by == SeriesBy::Result ? bucket.byResult[series.index] : bucket.byAction[series.index];
}

QString termOf(const Series& series, SeriesBy by)
{
    return (by == SeriesBy::Result ? QStringLiteral("result:") : QStringLiteral("action:")) + series.word;
}

QColor fillOf(const Series& series, SeriesBy by, const Tokens& tokens)
{
    if (by == SeriesBy::Result) {
        return tokens.results[series.index].fill;
    }
    return series.index < tokens.actions.size() ? tokens.actions[series.index].fill : tokens.secondaryText;
}

} // namespace ui
