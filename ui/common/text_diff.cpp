// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/text_diff.h"

#include <algorithm>
#include <vector>

namespace ui {

namespace {

enum class Step { Keep, Remove, Add };

/// Myers' O(ND) search for the shortest script. Texts that differ in more than `limit` places are given up as
/// "all removed, all added": nobody reads such a diff, and the trail would take the square of it in memory.
template <class T>
std::vector<Step> shortestScript(const QList<T>& a, const QList<T>& b, int limit = 1500)
{
    const int n = static_cast<int>(a.size());
    const int m = static_cast<int>(b.size());
    const int most = std::min(n + m, limit);
    std::vector<int> furthest(static_cast<std::size_t>(2 * most + 3), 0);
    std::vector<std::vector<int>> trail;
    const auto at = [most](int k) { return static_cast<std::size_t>(k + most + 1); };
    int found = -1;
    for (int d = 0; d <= most && found < 0; ++d) {
        trail.emplace_back(furthest.begin() + most + 1 - d, furthest.begin() + most + 2 + d);
        for (int k = -d; k <= d; k += 2) {
            const bool down = k == -d || (k != d && furthest[at(k - 1)] < furthest[at(k + 1)]);
            int x = down ? furthest[at(k + 1)] : furthest[at(k - 1)] + 1;
            int y = x - k;
            while (x < n && y < m && a[x] == b[y])
                ++x, ++y;
            furthest[at(k)] = x;
            if (x >= n && y >= m) {
                found = d;
                break;
            }
        }
    }
    std::vector<Step> script;
    if (found < 0) {
        script.assign(static_cast<std::size_t>(n), Step::Remove);
        script.insert(script.end(), static_cast<std::size_t>(m), Step::Add);
        return script;
    }
    int x = n;
    int y = m;
    for (int d = found; d > 0; --d) {
        const std::vector<int>& before =
            trail[static_cast<std::size_t>(d)]; // k from -d to d, as of step d - 1
        const auto value = [&](int k) { return before[static_cast<std::size_t>(k + d)]; };
        const int k = x - y;
        const bool down = k == -d || (k != d && value(k - 1) < value(k + 1));
        const int startX = value(down ? k + 1 : k - 1);
        const int startY = startX - (down ? k + 1 : k - 1);
        while (x > startX + (down ? 0 : 1) && y > startY + (down ? 1 : 0)) {
            script.push_back(Step::Keep);
            --x, --y;
        }
        script.push_back(down ? Step::Add : Step::Remove);
        x = startX;
        y = startY;
    }
    script.insert(script.end(), static_cast<std::size_t>(x), Step::Keep);
    std::ranges::reverse(script);
    return script;
}

QStringList linesOf(const QString& text)
{
    QString plain = text;
    plain.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    QStringList lines = plain.split(QLatin1Char('\n'));
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

QStringList wordsOf(const QString& line)
{
    QStringList words;
    int start = 0;
    const auto kind = [](QChar c) {
        return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.' ? 0 : c.isSpace() ? 1 : 2;
    };
    for (int i = 1; i <= line.size(); ++i) {
        if (i == line.size() || kind(line[i]) != kind(line[start]) || kind(line[i]) == 2) {
            words.append(line.mid(start, i - start));
            start = i;
        }
    }
    return words;
}

void append(QList<DiffSpan>& spans, int start, int length)
{
    if (!spans.isEmpty() && spans.last().start + spans.last().length == start)
        spans.last().length += length;
    else
        spans.append({start, length});
}

void markWords(DiffRow& row)
{
    const QStringList before = wordsOf(row.oldText);
    const QStringList after = wordsOf(row.newText);
    int i = 0;
    int j = 0;
    int oldAt = 0;
    int newAt = 0;
    for (const Step step : shortestScript(before, after, 400)) {
        if (step != Step::Add) {
            const int length = static_cast<int>(before[i++].size());
            if (step == Step::Remove)
                append(row.oldWords, oldAt, length);
            oldAt += length;
        }
        if (step != Step::Remove) {
            const int length = static_cast<int>(after[j++].size());
            if (step == Step::Add)
                append(row.newWords, newAt, length);
            newAt += length;
        }
    }
}

/// Lines that share nothing but blanks are not one line changed.
bool related(const DiffRow& row)
{
    const auto changed = [](const QList<DiffSpan>& spans) {
        int sum = 0;
        for (const DiffSpan& span : spans)
            sum += span.length;
        return sum;
    };
    const auto kept = row.oldText.size() - changed(row.oldWords);
    return kept * 3 >= std::max(row.oldText.size(), row.newText.size());
}

/// Removed lines beside added ones: pairs that resemble each other become changed rows.
void flush(QList<DiffRow>& rows, QList<DiffRow>& removed, QList<DiffRow>& added)
{
    const qsizetype both = std::min(removed.size(), added.size());
    for (qsizetype i = 0; i < both; ++i) {
        DiffRow row = removed[i];
        row.kind = DiffRow::Kind::Changed;
        row.newNumber = added[i].newNumber;
        row.newText = added[i].newText;
        markWords(row);
        if (!related(row)) {
            row.oldWords.clear();
            row.newWords.clear();
        }
        rows.append(row);
    }
    rows.append(removed.mid(both));
    rows.append(added.mid(both));
    removed.clear();
    added.clear();
}

QList<DiffRow> folded(const QList<DiffRow>& rows, int context)
{
    QList<DiffRow> result;
    for (qsizetype i = 0; i < rows.size();) {
        if (rows[i].kind != DiffRow::Kind::Equal) {
            result.append(rows[i++]);
            continue;
        }
        qsizetype end = i;
        while (end < rows.size() && rows[end].kind == DiffRow::Kind::Equal)
            ++end;
        const qsizetype head = i == 0 ? 0 : context;
        const qsizetype tail = end == rows.size() ? 0 : context;
        if (end - i <= head + tail + 1) {
            result.append(rows.mid(i, end - i));
        } else {
            result.append(rows.mid(i, head));
            DiffRow fold;
            fold.kind = DiffRow::Kind::Folded;
            fold.folded = static_cast<int>(end - i - head - tail);
            fold.oldNumber = rows[i + head].oldNumber;
            fold.newNumber = rows[i + head].newNumber;
            result.append(fold);
            result.append(rows.mid(end - tail, tail));
        }
        i = end;
    }
    return result;
}

} // namespace

TextDiff diffTexts(const QString& before, const QString& after, int context)
{
    const QStringList a = linesOf(before);
    const QStringList b = linesOf(after);
    TextDiff diff;
    QList<DiffRow> rows;
    QList<DiffRow> removed;
    QList<DiffRow> added;
    int i = 0;
    int j = 0;
    for (const Step step : shortestScript(a, b)) {
        DiffRow row;
        switch (step) {
        case Step::Keep:
            flush(rows, removed, added);
            row.oldText = a[i];
            row.newText = b[j];
            row.oldNumber = ++i;
            row.newNumber = ++j;
            rows.append(row);
            break;
        case Step::Remove:
            row.kind = DiffRow::Kind::Removed;
            row.oldText = a[i];
            row.oldNumber = ++i;
            removed.append(row);
            ++diff.removed;
            break;
        case Step::Add:
            row.kind = DiffRow::Kind::Added;
            row.newText = b[j];
            row.newNumber = ++j;
            added.append(row);
            ++diff.added;
            break;
        }
    }
    flush(rows, removed, added);
    diff.rows = context < 0 ? rows : folded(rows, context);
    return diff;
}

QString unifiedText(const QString& before, const QString& after, int context)
{
    QStringList lines;
    for (const DiffRow& row : diffTexts(before, after, context).rows) {
        if (row.kind == DiffRow::Kind::Folded)
            lines.append(QStringLiteral("@@ -%1 +%2 @@")
                             .arg(row.oldNumber + row.folded)
                             .arg(row.newNumber + row.folded));
        else if (row.kind == DiffRow::Kind::Equal)
            lines.append(QLatin1Char(' ') + row.oldText);
        if (row.kind == DiffRow::Kind::Removed || row.kind == DiffRow::Kind::Changed)
            lines.append(QLatin1Char('-') + row.oldText);
        if (row.kind == DiffRow::Kind::Added || row.kind == DiffRow::Kind::Changed)
            lines.append(QLatin1Char('+') + row.newText);
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace ui
