// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/list_file.h"

#include "core/config/ini_document.h"
#include "core/net/network.h"
#include "core/qtio/tables/csv.h"
#include "ui/config/entry_text.h"
#include "ui/config/file_text.h"
#include "ui/config/list_model.h"

#include <QRegularExpression>
#include <QSet>

namespace ui {

namespace {

class Reading
{
public:
    explicit Reading(const ListModel& list) : m_type(list.type())
    {
        for (const QString& entry : list.entries())
            m_seen.insert(entry.toLower());
    }

    void take(const QString& pasted, const QString& note, std::size_t line)
    {
        const QStringList entries = usableEntries(pasted, m_type);
        if (entries.isEmpty())
            m_file.bad.append({pasted, note.simplified(), line});
        for (const QString& entry : entries)
            takeUsable(entry, note, line);
    }

    [[nodiscard]] ListFile file() && { return std::move(m_file); }

private:
    void takeUsable(const QString& entry, const QString& note, std::size_t line)
    {
        const qsizetype before = m_seen.size();
        m_seen.insert(entry.toLower());
        if (m_seen.size() == before)
            ++m_file.known;
        else
            m_file.added.append({entry, note.simplified(), line});
    }

    config::KeyType m_type;
    QSet<QString> m_seen;
    ListFile m_file;
};

/// All digits: for other programs to calculate with.
QString addressesOf(const QString& entry, config::KeyType type)
{
    const auto network = net::Network::parse(entry.toStdString());
    return type == config::KeyType::NetworkList && network ? QString::fromStdString(network->addressCount())
                                                           : QString();
}

bool hasHead(const QStringList& fields)
{
    return !fields.isEmpty() &&
           fields.front().trimmed().compare(QLatin1String("entry"), Qt::CaseInsensitive) == 0;
}

void readTable(qtio::CsvReader& table, const QStringList& head, Reading& reading)
{
    qsizetype note = -1;
    for (qsizetype i = 0; i < head.size(); ++i) {
        if (head[i].trimmed().compare(QLatin1String("note"), Qt::CaseInsensitive) == 0)
            note = i;
    }
    while (const auto row = table.next()) {
        for (const QString& entry : pastedEntries(row->fields.front()))
            reading.take(entry, row->fields.value(note), row->line);
    }
}

} // namespace

QList<ListFileEntry> entriesIn(const QString& text)
{
    static const QRegularExpression commentMark(QStringLiteral("[#\\x{FF03}]"));
    QList<ListFileEntry> entries;
    std::size_t number = 0;
    for (QString line : text.split(QLatin1Char('\n'))) {
        ++number;
        line.remove(QLatin1Char('"'));
        const qsizetype mark = line.indexOf(commentMark);
        const QString note = mark < 0 ? QString() : line.mid(mark + 1).simplified();
        for (const QString& entry : pastedEntries(mark < 0 ? line : line.left(mark)))
            entries.append({entry, note, number});
    }
    return entries;
}

ListFile readListFile(const QByteArray& bytes, const ListModel& list)
{
    Reading reading(list);
    const QByteArray plain = bytes.startsWith("\xEF\xBB\xBF") ? bytes.mid(3) : bytes;
    for (const char separator : {',', ';', '\t'}) {
        qtio::CsvReader table(plain, separator);
        const auto head = table.next();
        if (head && hasHead(head->fields)) {
            readTable(table, head->fields, reading);
            return std::move(reading).file();
        }
    }
    const std::string text = plain.toStdString();
    for (const ListFileEntry& entry : entriesIn(decoded(text, config::detectEncoding(text))))
        reading.take(entry.text, entry.note, entry.line);
    return std::move(reading).file();
}

QByteArray listAsCsv(const ListModel& list)
{
    QByteArray csv("entry,kind,addresses,note\r\n");
    const QStringList entries = list.entries();
    const QStringList notes = list.notes();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const auto cell = [](const QString& text) { return qtio::csvCell(text.toStdString()); };
        csv += cell(entries[i]) + ',' + cell(kindOf(entries[i], list.type())) + ',' +
               cell(addressesOf(entries[i], list.type())) + ',' + cell(notes[i]) + "\r\n";
    }
    return csv;
}

} // namespace ui
