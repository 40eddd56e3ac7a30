// SPDX-License-Identifier: GPL-3.0-or-later
// Myers' greedy algorithm while the texts are close; where they are far apart, lines that occur once in both
// part the problem (Bram Cohen's patience), so that a long text with few changes never costs more than its
// size.
#include "core/base/line_diff.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

namespace base {

namespace {

using Symbol = std::uint32_t;

struct Range
{
    std::size_t begin;
    std::size_t end;

    [[nodiscard]] std::size_t size() const noexcept { return end - begin; }
};

constexpr std::ptrdiff_t maximumDistance = 256;
constexpr int maximumDepth = 40;

class Comparison
{
public:
    Comparison(std::vector<Symbol> oldItems, std::vector<Symbol> newItems, std::size_t symbols)
        : m_old(std::move(oldItems)), m_new(std::move(newItems)), m_count(symbols), m_place(symbols)
    {
    }

    std::vector<DiffOp> run()
    {
        compare({0, m_old.size()}, {0, m_new.size()}, 0);
        return std::move(m_ops);
    }

private:
    struct Match
    {
        std::size_t oldLine;
        std::size_t newLine;
    };

    void emit(DiffKind kind, std::size_t oldLine, std::size_t newLine, std::size_t count);
    void replace(Range a, Range b);
    void compare(Range a, Range b, int depth);
    bool greedy(Range a, Range b);
    void backtrack(Range a, Range b, const std::vector<std::vector<std::ptrdiff_t>>& frontiers);
    [[nodiscard]] std::vector<Match> anchors(Range a, Range b);

    std::vector<Symbol> m_old;
    std::vector<Symbol> m_new;

    struct Count
    {
        std::uint32_t inOld = 0;
        std::uint32_t inNew = 0;
    };

    std::vector<Count> m_count;       // all zero between uses
    std::vector<std::size_t> m_place; // in the new text, of symbols that occur once
    std::vector<DiffOp> m_ops;
};

void Comparison::emit(DiffKind kind, std::size_t oldLine, std::size_t newLine, std::size_t count)
{
    if (count == 0) {
        return;
    }
    if (!m_ops.empty() && m_ops.back().kind == kind) {
        m_ops.back().count += count;
        return;
    }
    // A removal found after an insertion at the same place goes before it: one order for every diff.
    if (kind == DiffKind::Remove && !m_ops.empty() && m_ops.back().kind == DiffKind::Insert) {
        DiffOp insertion = m_ops.back();
        m_ops.pop_back();
        emit(DiffKind::Remove, oldLine, insertion.newLine, count);
        insertion.oldLine = oldLine + count;
        m_ops.push_back(insertion);
        return;
    }
    m_ops.push_back({kind, oldLine, newLine, count});
}

void Comparison::replace(Range a, Range b)
{
    emit(DiffKind::Remove, a.begin, b.begin, a.size());
    emit(DiffKind::Insert, a.end, b.begin, b.size());
}

void Comparison::compare(Range a, Range b, int depth)
{
    const std::size_t shorter = std::min(a.size(), b.size());
    std::size_t prefix = 0;
    while (prefix < shorter && m_old[a.begin + prefix] == m_new[b.begin + prefix]) {
        ++prefix;
    }
    std::size_t suffix = 0;
    while (suffix < shorter - prefix && m_old[a.end - 1 - suffix] == m_new[b.end - 1 - suffix]) {
        ++suffix;
    }
    emit(DiffKind::Keep, a.begin, b.begin, prefix);
    const Range innerOld{a.begin + prefix, a.end - suffix};
    const Range innerNew{b.begin + prefix, b.end - suffix};
    if (innerOld.size() == 0 || innerNew.size() == 0 || depth > maximumDepth) {
        replace(innerOld, innerNew);
    } else if (!greedy(innerOld, innerNew)) {
        Range restOld = innerOld;
        Range restNew = innerNew;
        const std::vector<Match> matches = anchors(innerOld, innerNew);
        for (const Match& match : matches) {
            compare({restOld.begin, match.oldLine}, {restNew.begin, match.newLine}, depth + 1);
            emit(DiffKind::Keep, match.oldLine, match.newLine, 1);
            restOld.begin = match.oldLine + 1;
            restNew.begin = match.newLine + 1;
        }
        if (matches.empty()) {
            replace(innerOld, innerNew);
        } else {
            compare(restOld, restNew, depth + 1);
        }
    }
    emit(DiffKind::Keep, a.end - suffix, b.end - suffix, suffix);
}

/// Myers 1986, figure 2. False when the texts are further apart than is worth searching.
bool Comparison::greedy(Range a, Range b)
{
    const auto n = static_cast<std::ptrdiff_t>(a.size());
    const auto m = static_cast<std::ptrdiff_t>(b.size());
    const std::ptrdiff_t limit = std::min(n + m, maximumDistance);
    std::vector<std::vector<std::ptrdiff_t>> frontiers; // [d][k + d] = furthest x on diagonal k
    for (std::ptrdiff_t d = 0; d <= limit; ++d) {
        std::vector<std::ptrdiff_t> frontier(static_cast<std::size_t>(2 * d + 1), -1);
        for (std::ptrdiff_t k = -d; k <= d; k += 2) {
            std::ptrdiff_t x = 0;
            if (d > 0) {
                const auto& previous = frontiers.back();
                const auto at = [&](std::ptrdiff_t diagonal) {
                    return previous[static_cast<std::size_t>(diagonal + d - 1)];
                };
                x = k == -d || (k != d && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
            }
            while (x < n && x - k >= 0 && x - k < m &&
                   m_old[a.begin + static_cast<std::size_t>(x)] ==
                       m_new[b.begin + static_cast<std::size_t>(x - k)]) {
                ++x;
            }
            frontier[static_cast<std::size_t>(k + d)] = x;
            if (x >= n && x - k >= m) {
                frontiers.push_back(std::move(frontier));
                backtrack(a, b, frontiers);
                return true;
            }
        }
        frontiers.push_back(std::move(frontier));
    }
    return false;
}

void Comparison::backtrack(Range a, Range b, const std::vector<std::vector<std::ptrdiff_t>>& frontiers)
{
    std::vector<DiffOp> reversed; // single steps and diagonals, from the end
    auto x = static_cast<std::ptrdiff_t>(a.size());
    auto y = static_cast<std::ptrdiff_t>(b.size());
    const auto add = [&](DiffKind kind, std::ptrdiff_t count) {
        if (count > 0) {
            reversed.push_back({kind, a.begin + static_cast<std::size_t>(x),
                                b.begin + static_cast<std::size_t>(y), static_cast<std::size_t>(count)});
        }
    };
    for (auto d = static_cast<std::ptrdiff_t>(frontiers.size()) - 1; d > 0; --d) {
        const auto& previous = frontiers[static_cast<std::size_t>(d - 1)];
        const auto at = [&](std::ptrdiff_t diagonal) {
            return previous[static_cast<std::size_t>(diagonal + d - 1)];
        };
        const std::ptrdiff_t k = x - y;
        const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
        const std::ptrdiff_t fromX = down ? at(k + 1) : at(k - 1);
        const std::ptrdiff_t fromY = fromX - (down ? k + 1 : k - 1);
        const std::ptrdiff_t run = x - (down ? fromX : fromX + 1);
        x -= run;
        y -= run;
        add(DiffKind::Keep, run);
        x = fromX;
        y = fromY;
        add(down ? DiffKind::Insert : DiffKind::Remove, 1);
    }
    const std::ptrdiff_t run = x;
    x = 0;
    y = 0;
    add(DiffKind::Keep, run);
    for (auto op = reversed.rbegin(); op != reversed.rend(); ++op) {
        emit(op->kind, op->oldLine, op->newLine, op->count);
    }
}

/// Lines that occur once on both sides, the longest chain of them that is ascending in both.
std::vector<Comparison::Match> Comparison::anchors(Range a, Range b)
{
    for (std::size_t i = a.begin; i < a.end; ++i) {
        ++m_count[m_old[i]].inOld;
    }
    for (std::size_t i = b.begin; i < b.end; ++i) {
        ++m_count[m_new[i]].inNew;
        m_place[m_new[i]] = i;
    }
    std::vector<Match> unique;
    for (std::size_t i = a.begin; i < a.end; ++i) {
        const Count& count = m_count[m_old[i]];
        if (count.inOld == 1 && count.inNew == 1) {
            unique.push_back({i, m_place[m_old[i]]});
        }
    }
    for (std::size_t i = a.begin; i < a.end; ++i) {
        m_count[m_old[i]] = {};
    }
    for (std::size_t i = b.begin; i < b.end; ++i) {
        m_count[m_new[i]] = {};
    }
    constexpr auto nothing = static_cast<std::size_t>(-1);
    std::vector<std::size_t> tops; // index into unique, the smallest end of a chain of each length
    std::vector<std::size_t> before(unique.size(), nothing);
    for (std::size_t i = 0; i < unique.size(); ++i) {
        const auto pile =
            std::lower_bound(tops.begin(), tops.end(), unique[i].newLine,
                             [&](std::size_t top, std::size_t line) { return unique[top].newLine < line; });
        before[i] = pile == tops.begin() ? nothing : *(pile - 1);
        if (pile == tops.end()) {
            tops.push_back(i);
        } else {
            *pile = i;
        }
    }
    std::vector<Match> chain;
    for (std::size_t i = tops.empty() ? nothing : tops.back(); i != nothing; i = before[i]) {
        chain.push_back(unique[i]);
    }
    std::reverse(chain.begin(), chain.end());
    return chain;
}

void writeLines(std::string& out, char mark, std::span<const std::string_view> lines)
{
    for (const std::string_view line : lines) {
        out += mark;
        out += line;
        if (!line.ends_with('\n')) {
            out += "\n\\ No newline at end of file\n";
        }
    }
}

std::string hunkRange(std::size_t line, std::size_t count)
{
    // An empty range names the line before it (POSIX diff -u).
    const std::string start = std::to_string(count == 0 ? line : line + 1);
    return count == 1 ? start : start + ',' + std::to_string(count);
}

} // namespace

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        const std::size_t length = end == std::string_view::npos ? text.size() : end + 1;
        lines.push_back(text.substr(0, length));
        text.remove_prefix(length);
    }
    return lines;
}

std::vector<DiffOp> diffSequences(std::span<const std::string_view> oldItems,
                                  std::span<const std::string_view> newItems)
{
    // Mostly little changes in much: what is equal at both ends is never looked up.
    const std::size_t shorter = std::min(oldItems.size(), newItems.size());
    std::size_t prefix = 0;
    while (prefix < shorter && oldItems[prefix] == newItems[prefix]) {
        ++prefix;
    }
    std::size_t suffix = 0;
    while (suffix < shorter - prefix &&
           oldItems[oldItems.size() - 1 - suffix] == newItems[newItems.size() - 1 - suffix]) {
        ++suffix;
    }
    const auto inner = [&](std::span<const std::string_view> items) {
        return items.subspan(prefix, items.size() - prefix - suffix);
    };
    std::unordered_map<std::string_view, Symbol> symbols;
    symbols.reserve(inner(oldItems).size() + inner(newItems).size());
    const auto interned = [&](std::span<const std::string_view> items) {
        std::vector<Symbol> result;
        result.reserve(items.size());
        for (const std::string_view item : items) {
            result.push_back(symbols.try_emplace(item, static_cast<Symbol>(symbols.size())).first->second);
        }
        return result;
    };
    std::vector<Symbol> a = interned(inner(oldItems));
    std::vector<Symbol> b = interned(inner(newItems));
    std::vector<DiffOp> ops;
    if (prefix > 0) {
        ops.push_back({DiffKind::Keep, 0, 0, prefix});
    }
    for (DiffOp op : Comparison(std::move(a), std::move(b), symbols.size()).run()) {
        op.oldLine += prefix;
        op.newLine += prefix;
        ops.push_back(op);
    }
    if (suffix > 0) {
        ops.push_back({DiffKind::Keep, oldItems.size() - suffix, newItems.size() - suffix, suffix});
    }
    return ops;
}

std::vector<DiffOp> diffLines(std::string_view oldText, std::string_view newText)
{
    return diffSequences(linesOf(oldText), linesOf(newText));
}

std::vector<DiffHunk> hunksOf(std::span<const DiffOp> ops, std::size_t context)
{
    std::vector<DiffHunk> hunks;
    const auto append = [&](const DiffOp& op) {
        DiffHunk& hunk = hunks.back();
        hunk.ops.push_back(op);
        hunk.oldCount += op.kind == DiffKind::Insert ? 0 : op.count;
        hunk.newCount += op.kind == DiffKind::Remove ? 0 : op.count;
    };
    bool open = false;
    for (std::size_t i = 0; i < ops.size(); ++i) {
        const DiffOp& op = ops[i];
        if (op.kind != DiffKind::Keep) {
            if (!open) {
                hunks.push_back({op.oldLine, 0, op.newLine, 0, {}});
                open = true;
            }
            append(op);
            continue;
        }
        const bool last = i + 1 == ops.size();
        if (open && !last && op.count <= 2 * context) {
            append(op);
            continue;
        }
        if (open && context > 0) {
            append({DiffKind::Keep, op.oldLine, op.newLine, std::min(context, op.count)});
        }
        open = false;
        if (!last) {
            const std::size_t lead = std::min(context, op.count);
            const std::size_t skipped = op.count - lead;
            hunks.push_back({op.oldLine + skipped, 0, op.newLine + skipped, 0, {}});
            open = true;
            if (lead > 0) {
                append({DiffKind::Keep, op.oldLine + skipped, op.newLine + skipped, lead});
            }
        }
    }
    return hunks;
}

std::string unifiedDiff(std::string_view oldName, std::string_view newName, std::string_view oldText,
                        std::string_view newText, std::size_t context)
{
    const std::vector<std::string_view> oldLines = linesOf(oldText);
    const std::vector<std::string_view> newLines = linesOf(newText);
    const std::vector<DiffHunk> hunks = hunksOf(diffSequences(oldLines, newLines), context);
    if (hunks.empty()) {
        return {};
    }
    std::string out;
    out.append("--- ").append(oldName).append("\n+++ ").append(newName).append("\n");
    for (const DiffHunk& hunk : hunks) {
        out += "@@ -" + hunkRange(hunk.oldLine, hunk.oldCount) + " +" +
               hunkRange(hunk.newLine, hunk.newCount) + " @@\n";
        for (const DiffOp& op : hunk.ops) {
            const bool isInsert = op.kind == DiffKind::Insert;
            const char mark = op.kind == DiffKind::Keep ? ' ' : isInsert ? '+' : '-';
            writeLines(out, mark,
                       isInsert ? std::span(newLines).subspan(op.newLine, op.count)
                                : std::span(oldLines).subspan(op.oldLine, op.count));
        }
    }
    return out;
}

} // namespace base
