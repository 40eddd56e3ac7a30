// SPDX-License-Identifier: GPL-3.0-or-later
// Line differences of two texts, with the changed words inside paired lines: what DiffView paints.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace ui {

struct DiffSpan
{
    int start = 0;
    int length = 0;
    friend bool operator==(const DiffSpan&, const DiffSpan&) = default;
};

/// One row of the two-column form. A side without a line has the number 0.
struct DiffRow
{
    enum class Kind { Equal, Removed, Added, Changed, Folded };
    Kind kind = Kind::Equal;
    int oldNumber = 0;
    int newNumber = 0;
    QString oldText;
    QString newText;
    QList<DiffSpan> oldWords; ///< changed parts of a Changed row
    QList<DiffSpan> newWords;
    int folded = 0; ///< equal lines hidden by a Folded row
    friend bool operator==(const DiffRow&, const DiffRow&) = default;
};

struct TextDiff
{
    QList<DiffRow> rows;
    int added = 0;
    int removed = 0;

    [[nodiscard]] bool isEmpty() const { return added == 0 && removed == 0; }
};

/// `context` equal lines are kept around each change; negative keeps all.
[[nodiscard]] TextDiff diffTexts(const QString& before, const QString& after, int context = 3);
/// As `diff -u` prints it, without the header lines.
[[nodiscard]] QString unifiedText(const QString& before, const QString& after, int context = 3);

} // namespace ui
