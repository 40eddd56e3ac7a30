// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/suggestion.h"

#include <algorithm>
#include <vector>

namespace cli {

namespace {

/// Letters to insert, remove, replace or swap with their neighbour (Damerau-Levenshtein, restricted).
qsizetype distance(const QString& a, const QString& b)
{
    std::vector<std::vector<qsizetype>> cost(static_cast<std::size_t>(a.size() + 1),
                                             std::vector<qsizetype>(static_cast<std::size_t>(b.size() + 1)));
    for (std::size_t i = 0; i < cost.size(); ++i) {
        for (std::size_t j = 0; j < cost[i].size(); ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = static_cast<qsizetype>(i + j);
                continue;
            }
            const auto ai = static_cast<qsizetype>(i) - 1;
            const auto bj = static_cast<qsizetype>(j) - 1;
            cost[i][j] = std::min(
                {cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (a[ai] == b[bj] ? 0 : 1)});
            if (i > 1 && j > 1 && a[ai] == b[bj - 1] && a[ai - 1] == b[bj]) {
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
            }
        }
    }
    return cost.back().back();
}

} // namespace

QString nearest(const QString& word, const QStringList& known)
{
    constexpr qsizetype longest = 40; // no name is longer; keeps the table small whatever was typed
    if (word.isEmpty() || word.size() > longest) {
        return {};
    }
    QString best;
    qsizetype bestCost = 0;
    for (const QString& candidate : known) {
        const qsizetype cost = distance(word.toLower(), candidate);
        const qsizetype limit = std::max<qsizetype>(1, std::max(word.size(), candidate.size()) / 3);
        if (cost <= limit && (best.isEmpty() || cost < bestCost)) {
            best = candidate;
            bestCost = cost;
        }
    }
    return best;
}

} // namespace cli
