// SPDX-License-Identifier: GPL-3.0-or-later
// What journalctl writes with -o json, json-seq, json-sse, json-pretty or export, as the lines of a text log
// (systemd: "Journal Export Formats", "Journal JSON Format").
#pragma once

#include "core/maillog/zone_rules.h"

#include <QByteArray>
#include <QHash>

#include <cstdint>
#include <string_view>

class QJsonObject;
class QJsonValue;

namespace qtio {

enum class JournalForm { None, Json, Export };

/// By the first bytes; a few KiB of them suffice. Before the first whole entry there may be the rest of one
/// that was cut, and notes of journalctl, but no line of a text log.
[[nodiscard]] JournalForm journalFormOf(std::string_view head);

/// Entries that could not be read as a whole: cut, glued to the next one, without a time.
struct JournalDamage
{
    quint64 entries = 0;
    quint64 line = 0; ///< in which the first of them begins, from 1
};

/// Fed in pieces of any size. One line an entry:
/// "2024-08-29T01:08:59.764590+09:00 host ident[pid]: message", control bytes as rsyslog writes them (#012).
/// What is no entry stays as it is.
class JournalText
{
public:
    /// `zone` of the host: the stamps get its offset.
    JournalText(JournalForm form, maillog::ZoneRules zone);

    void feed(std::string_view bytes, QByteArray& text);
    /// The last entry may lack its end; where its message does, the line has no end either.
    void finish(QByteArray& text);

    [[nodiscard]] const JournalDamage& damage() const noexcept { return m_damage; }

    /// Of the last entry: journalctl goes on behind it (--after-cursor).
    [[nodiscard]] const QByteArray& cursor() const noexcept { return m_cursor; }

private:
    using Fields = QHash<QByteArray, QByteArray>;

    void feedJson(QByteArray& text);
    void takeJsonLine(QByteArrayView line, QByteArray& text);
    void takeObject(const QByteArray& json, QByteArray& text);
    void feedExport(QByteArray& text);
    void takeExportLines(QByteArray& text);
    void beginLine(QByteArrayView line);
    void takeField(QByteArrayView name, QByteArrayView value, QByteArray& text);
    void finishExport(QByteArray& text);
    [[nodiscard]] qsizetype takeBinary(QByteArrayView name, qsizetype from);
    [[nodiscard]] bool skipField();
    void loseEntry();
    void addField(QByteArrayView name, QByteArrayView value);
    [[nodiscard]] bool takeEntry(QByteArray& text);
    void endEntry(QByteArray& text, bool isCut);
    void addDamage(quint64 line);
    void countLines(QByteArrayView bytes);

    JournalForm m_form;
    maillog::ZoneRules m_zone;
    QByteArray m_rest;          ///< what does not end yet
    QByteArray m_pretty;        ///< an object of several lines
    std::uint64_t m_toSkip = 0; ///< of a field that is larger than any message
    Fields m_fields;
    QByteArray m_cursor;
    quint64 m_lines = 0;          ///< passed
    quint64 m_entryLine = 0;      ///< in which the entry under way begins, from 1; 0: none is
    bool m_isMessageLast = false; ///< of its fields
    bool m_hasBegun = false;      ///< an entry, or the rest of one
    bool m_isLost = false;        ///< until the next entry begins, which is told already
    bool m_isOver = false;
    JournalDamage m_damage;
};

} // namespace qtio
