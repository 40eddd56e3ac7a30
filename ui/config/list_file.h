// SPDX-License-Identifier: GPL-3.0-or-later
// Lists as files: plain text or CSV with any separator and comments behind "#", and the CSV that is exported.
#pragma once

#include "core/config/schema.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace ui {

class ListModel;

struct ListFileEntry
{
    QString text;
    QString note;
    std::size_t line = 0; ///< from 1
};

/// What a file holds for a list.
struct ListFile
{
    QList<ListFileEntry> added; ///< not in the list yet, each once
    QList<ListFileEntry> bad;   ///< neither addresses nor domains, as the list wants them
    int known = 0;              ///< in the list already, or repeated
};

/// Entries as typed or pasted, each with the comment of its line; lines of nothing else are headings.
[[nodiscard]] QList<ListFileEntry> entriesIn(const QString& text);
/// A table with a column "entry" (and perhaps "note"), or text: entries parted by commas, semicolons, blanks
/// or tabs; behind "#" a note for the entries of that line, lines of nothing else are headings.
[[nodiscard]] ListFile readListFile(const QByteArray& bytes, const ListModel& list);
/// "entry,kind,addresses,note", all entries in their order.
[[nodiscard]] QByteArray listAsCsv(const ListModel& list);

} // namespace ui
