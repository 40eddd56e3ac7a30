// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/log/log_journal.h"

#include "core/maillog/timestamp.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>
#include <utility>

namespace qtio {

namespace {

constexpr qsizetype largestField = qsizetype{1} << 20;
constexpr qsizetype largestEntry = qsizetype{16} << 20;
constexpr std::uint64_t largestSkipped = std::uint64_t{768} << 20; ///< systemd takes no larger field
constexpr int sizeBytes = 8;                                       ///< of a binary field's length
constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";

constexpr std::array<const char*, 8> wanted{"__REALTIME_TIMESTAMP",
                                            "_SOURCE_REALTIME_TIMESTAMP",
                                            "_HOSTNAME",
                                            "SYSLOG_IDENTIFIER",
                                            "_COMM",
                                            "SYSLOG_PID",
                                            "_PID",
                                            "MESSAGE"};
const QByteArray cursorField = "__CURSOR";
const QByteArray nextEntry = "\n__CURSOR=";

bool isWanted(QByteArrayView name)
{
    return name == cursorField ||
           std::ranges::any_of(wanted, [&](const char* field) { return name == field; });
}

bool isFieldName(QByteArrayView name)
{
    return !name.isEmpty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
}

/// A string, the numbers of bytes, or (a field that is there several times) an array of those.
QByteArray bytesOf(const QJsonValue& value)
{
    if (value.isString()) {
        return value.toString().toUtf8();
    }
    if (value.isDouble()) {
        return QByteArray::number(value.toInteger());
    }
    QByteArray bytes;
    const QJsonArray items = value.toArray();
    for (const QJsonValue& item : items) {
        if (item.isDouble()) {
            bytes += static_cast<char>(item.toInt());
        } else if (!item.isNull()) {
            bytes += (bytes.isEmpty() ? "" : "\n") + bytesOf(item);
        }
    }
    return bytes;
}

void appendStamp(QByteArray& text, std::int64_t microseconds, const maillog::ZoneRules& zone)
{
    using namespace std::chrono;
    const std::int64_t second = floor<seconds>(std::chrono::microseconds(microseconds)).count();
    const int offset = zone.offsetAt(second);
    const sys_seconds wall{seconds(second + offset)};
    const auto day = floor<days>(wall);
    const year_month_day date(day);
    const hh_mm_ss time(wall - day);
    const int minutesEast = offset / 60;
    fmt::format_to(std::back_inserter(text), "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:06}{}{:02}:{:02}",
                   static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                   static_cast<unsigned>(date.day()), time.hours().count(), time.minutes().count(),
                   time.seconds().count(), microseconds - second * 1'000'000, minutesEast < 0 ? '-' : '+',
                   std::abs(minutesEast) / 60, std::abs(minutesEast) % 60);
}

void appendEscaped(QByteArray& text, QByteArrayView message)
{
    constexpr unsigned char firstPrintable = 0x20;
    constexpr unsigned char deleteByte = 0x7f;
    for (const char c : message) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < firstPrintable || byte == deleteByte) {
            fmt::format_to(std::back_inserter(text), "#{:03o}", byte);
        } else {
            text += c;
        }
    }
}

/// One word of a line's head.
QByteArray wordOf(QByteArray value, const char* otherwise)
{
    if (const qsizetype end = value.indexOf('\n'); end >= 0) {
        value.truncate(end);
    }
    value = value.trimmed();
    value.replace(' ', '_');
    return value.isEmpty() ? QByteArray(otherwise) : value;
}

bool beginsExportEntry(std::string_view text)
{
    return text.starts_with("__CURSOR=") || text.starts_with("__REALTIME_TIMESTAMP=");
}

/// One of the journal, of one line or several.
bool beginsJsonEntry(std::string_view text)
{
    if (text.starts_with("data: ")) {
        text.remove_prefix(6);
    }
    return text.starts_with('{') && std::ranges::any_of(wanted, [&](const char* name) {
               const std::string quoted = fmt::format("\"{}\"", name);
               return std::string_view(name) != "MESSAGE" && text.find(quoted) != std::string_view::npos;
           });
}

/// "-- Journal begins at ... --", "-- Boot ... --"
bool isNote(QByteArrayView line)
{
    return line.startsWith("-- ");
}

std::string_view viewOf(QByteArrayView bytes)
{
    return {bytes.data(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

JournalForm journalFormOf(std::string_view head)
{
    if (head.starts_with(byteOrderMark)) {
        head.remove_prefix(byteOrderMark.size());
    }
    while (!head.empty()) {
        head.remove_prefix(std::min(head.find_first_not_of("\n\x1e"), head.size()));
        if (beginsExportEntry(head)) {
            return JournalForm::Export;
        }
        if (beginsJsonEntry(head)) {
            return JournalForm::Json;
        }
        if (maillog::parseStamp(head.substr(0, head.find('\n')))) {
            break;
        }
        head.remove_prefix(std::min(head.find('\n'), head.size()));
    }
    return JournalForm::None;
}

JournalText::JournalText(JournalForm form, maillog::ZoneRules zone) : m_form(form), m_zone(std::move(zone)) {}

void JournalText::feed(std::string_view bytes, QByteArray& text)
{
    m_rest.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
    if (m_form == JournalForm::Export) {
        feedExport(text);
    } else {
        feedJson(text);
    }
}

void JournalText::finish(QByteArray& text)
{
    if (m_form == JournalForm::Export) {
        finishExport(text);
        return;
    }
    if (!m_rest.isEmpty()) {
        feed("\n", text);
    }
    if (!m_pretty.isEmpty()) {
        addDamage(std::exchange(m_entryLine, 0));
        text += std::exchange(m_pretty, {}) + '\n';
    }
}

/// An entry ends with an empty line: where there is none, more may be missing.
void JournalText::finishExport(QByteArray& text)
{
    m_isOver = true;
    feed({}, text);
    const bool isCutLine = !m_rest.isEmpty() && m_toSkip == 0 && !m_isLost;
    const bool isCutMessage = isCutLine && m_rest.startsWith("MESSAGE=");
    if (isCutLine) {
        feed("\n", text);
    }
    m_rest.clear(); // of a field that is to be longer
    const qsizetype before = text.size();
    endEntry(text, true);
    if (isCutMessage && text.size() > before) {
        text.chop(1);
    }
}

void JournalText::addDamage(quint64 line)
{
    ++m_damage.entries;
    m_damage.line = m_damage.line == 0 ? line : m_damage.line;
}

void JournalText::countLines(QByteArrayView bytes)
{
    m_lines += static_cast<quint64>(std::ranges::count(bytes, '\n'));
}

void JournalText::feedJson(QByteArray& text)
{
    qsizetype from = 0;
    for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n', from)) {
        takeJsonLine(QByteArrayView(m_rest).sliced(from, end - from), text);
        from = end + 1;
        ++m_lines;
    }
    m_rest.remove(0, from);
    if (m_rest.size() > largestEntry) {
        addDamage(m_lines + 1);
        text += std::exchange(m_rest, {}) + '\n';
    }
}

void JournalText::takeJsonLine(QByteArrayView line, QByteArray& text)
{
    QByteArrayView json = line.trimmed();
    if (m_lines == 0 && json.startsWith(byteOrderMark)) {
        json = json.sliced(byteOrderMark.size());
    }
    if (json.startsWith('\x1e')) {
        json = json.sliced(1);
    }
    if (json.startsWith("data: ")) {
        json = json.sliced(6);
    }
    if (json.startsWith('{') && json.endsWith("},")) { // of an array
        json.chop(1);
    }
    if (m_entryLine == 0) {
        m_entryLine = m_lines + 1;
    }
    if (!m_pretty.isEmpty() || json == "{") {
        m_pretty += json;
        m_pretty += '\n';
        if (json == "}" || m_pretty.size() > largestEntry) {
            takeObject(std::exchange(m_pretty, {}), text);
        }
    } else if (json.startsWith('{')) {
        takeObject(json.toByteArray(), text);
    } else {
        const quint64 number = std::exchange(m_entryLine, 0);
        if (json.endsWith('}')) { // of an entry that begins before the first line
            addDamage(number);
        }
        text += json.isEmpty() ? QByteArrayView() : line;
        text += json.isEmpty() ? "" : "\n";
    }
}

void JournalText::takeObject(const QByteArray& json, QByteArray& text)
{
    const QJsonObject entry = QJsonDocument::fromJson(json).object();
    if (entry.isEmpty()) {
        addDamage(std::exchange(m_entryLine, 0));
        text += json.trimmed() + '\n';
        return;
    }
    for (const char* field : wanted) {
        if (const QJsonValue value = entry[QLatin1String(field)]; !value.isUndefined()) {
            addField(field, bytesOf(value));
        }
    }
    if (const QJsonValue cursor = entry[QLatin1String(cursorField)]; cursor.isString()) {
        m_cursor = cursor.toString().toUtf8();
    }
    endEntry(text, false);
}

void JournalText::feedExport(QByteArray& text)
{
    do {
        if (m_toSkip > 0 && !skipField()) {
            return;
        }
        takeExportLines(text);
    } while (m_toSkip > 0);
    if (m_rest.size() > largestEntry) {
        countLines(m_rest);
        text += std::exchange(m_rest, {}) + '\n';
        endEntry(text, true);
    }
}

void JournalText::takeExportLines(QByteArray& text)
{
    qsizetype from = 0;
    for (qsizetype end = m_rest.indexOf('\n'); end >= 0 && m_toSkip == 0; end = m_rest.indexOf('\n', from)) {
        QByteArrayView line = QByteArrayView(m_rest).sliced(from, end - from);
        if (m_lines == 0 && line.startsWith(byteOrderMark)) {
            line = line.sliced(byteOrderMark.size());
        }
        beginLine(line);
        const qsizetype equals = line.indexOf('=');
        if (line.isEmpty()) {
            endEntry(text, false);
        } else if (!isFieldName(equals < 0 ? line : line.first(equals))) {
            text += line;
            text += '\n';
        } else if (equals >= 0) {
            takeField(line.first(equals), line.sliced(equals + 1), text);
        } else {
            m_entryLine = m_entryLine == 0 ? m_lines + 1 : m_entryLine;
            const qsizetype behind = takeBinary(line, end + 1);
            if (behind < 0) {
                break;
            }
            end = behind - 1;
        }
        countLines(QByteArrayView(m_rest).sliced(from, end + 1 - from));
        from = end + 1;
    }
    m_rest.remove(0, from);
}

/// Where an entry begins nothing is lost any more; what is none before the first one is the rest of a cut
/// one.
void JournalText::beginLine(QByteArrayView line)
{
    if (beginsExportEntry(viewOf(line))) {
        m_hasBegun = true;
        if (std::exchange(m_isLost, false)) {
            m_fields.clear();
            m_entryLine = 0;
        }
    } else if (!line.isEmpty() && !isNote(line) && !std::exchange(m_hasBegun, true)) {
        m_entryLine = m_lines + 1;
    }
}

void JournalText::takeField(QByteArrayView name, QByteArrayView value, QByteArray& text)
{
    // What an entry has once only begins another one: this one was cut.
    if (name.startsWith("__") && m_fields.contains(name.toByteArray())) {
        const bool isGlued = name != cursorField; // the cursor has become part of the value before
        if (isGlued && m_isMessageLast) {
            m_fields.remove("MESSAGE");
        }
        endEntry(text, true);
    }
    m_entryLine = m_entryLine == 0 ? m_lines + 1 : m_entryLine;
    addField(name, value);
}

/// A field of any bytes: its name, a line end, its length in eight bytes, the bytes, a line end. Where what
/// follows begins; -1 while it is not all there. Where the length is wrong, what follows are lines.
qsizetype JournalText::takeBinary(QByteArrayView name, qsizetype from)
{
    if (m_rest.size() - from < sizeBytes) {
        if (m_isOver) {
            loseEntry();
        }
        return m_isOver ? from : -1;
    }
    std::uint64_t size = 0;
    for (int i = sizeBytes; i-- > 0;) {
        size = size * 256 + static_cast<unsigned char>(m_rest[from + i]);
    }
    const qsizetype begin = from + sizeBytes;
    const auto there = static_cast<std::uint64_t>(m_rest.size() - begin);
    if (size > static_cast<std::uint64_t>(largestField) && size <= largestSkipped) {
        m_toSkip = size + 1;
        return begin;
    }
    if (size <= largestField && there < size + 1 && !m_isOver) {
        return -1;
    }
    const qsizetype end = begin + static_cast<qsizetype>(std::min(size, there));
    if (end == m_rest.size() || m_rest[end] != '\n') {
        loseEntry();
        return QByteArrayView(m_rest).sliced(from).startsWith(cursorField) ? from : begin;
    }
    addField(name, QByteArrayView(m_rest).sliced(begin, end - begin));
    return end + 1;
}

/// Passes over a field that is larger than any message; false while its end is not there. Its length is wrong
/// where the next entry begins in it.
bool JournalText::skipField()
{
    const auto there = static_cast<std::uint64_t>(m_rest.size());
    const qsizetype next = m_rest.indexOf(nextEntry);
    qsizetype passed = std::max<qsizetype>(m_rest.size() - nextEntry.size(), 0);
    bool isPassed = true;
    if (next >= 0 && static_cast<std::uint64_t>(next) + 1 < m_toSkip) {
        passed = next + 1;
        loseEntry();
    } else if (there >= m_toSkip) {
        passed = static_cast<qsizetype>(m_toSkip);
        if (m_rest[passed - 1] != '\n') {
            loseEntry();
        }
    } else {
        isPassed = false;
    }
    m_toSkip = isPassed ? 0 : m_toSkip - static_cast<std::uint64_t>(passed);
    countLines(QByteArrayView(m_rest).first(passed));
    m_rest.remove(0, passed);
    return isPassed;
}

void JournalText::loseEntry()
{
    m_fields.clear();
    const quint64 line = std::exchange(m_entryLine, 0);
    if (!std::exchange(m_isLost, true)) {
        addDamage(line);
    }
}

void JournalText::addField(QByteArrayView name, QByteArrayView value)
{
    m_isMessageLast = name == "MESSAGE";
    if (!isWanted(name)) {
        return;
    }
    QByteArray& field = m_fields[name.toByteArray()];
    if (!field.isEmpty()) {
        field += '\n';
    }
    field += value;
}

void JournalText::endEntry(QByteArray& text, bool isCut)
{
    const quint64 line = std::exchange(m_entryLine, 0);
    const bool isBegun = m_form == JournalForm::Json || m_fields.contains(cursorField) ||
                         m_fields.contains("__REALTIME_TIMESTAMP");
    if (!isBegun) {
        m_fields.clear();
        if (line > 0 && !m_isLost) {
            m_isLost = true;
            addDamage(line);
        }
        return;
    }
    const bool isRead = takeEntry(text);
    if (line > 0 && (isCut || !isRead)) {
        addDamage(line);
    }
}

/// False when it has no time.
bool JournalText::takeEntry(QByteArray& text)
{
    const Fields fields = std::exchange(m_fields, {});
    if (const QByteArray cursor = fields.value(cursorField); !cursor.isEmpty()) {
        m_cursor = cursor;
    }
    bool isTime = false;
    std::int64_t time = fields.value("_SOURCE_REALTIME_TIMESTAMP").toLongLong(&isTime);
    if (!isTime) {
        time = fields.value("__REALTIME_TIMESTAMP").toLongLong(&isTime);
    }
    if (!isTime || !fields.contains("MESSAGE")) {
        return isTime;
    }
    appendStamp(text, time, m_zone);
    text += ' ' + wordOf(fields.value("_HOSTNAME"), "localhost") + ' ';
    text += wordOf(fields.value("SYSLOG_IDENTIFIER", fields.value("_COMM")), "unknown");
    const QByteArray pid = fields.value("SYSLOG_PID", fields.value("_PID"));
    if (!pid.isEmpty()) {
        text += '[' + wordOf(pid, "0") + ']';
    }
    text += ": ";
    appendEscaped(text, fields.value("MESSAGE"));
    text += '\n';
    return true;
}

} // namespace qtio
