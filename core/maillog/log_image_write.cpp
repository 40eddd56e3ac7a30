// SPDX-License-Identifier: GPL-3.0-or-later
// An image is written part by part and piece by piece: nothing of it is in memory twice.
#include "core/maillog/image_layout.h"
#include "core/maillog/image_packing.h"
#include "core/maillog/log_image.h"

#include <vector>

namespace maillog {

using namespace image;

/// Rows and names as the image numbers them: first those in use are marked, then they have numbers.
struct LogImage::Numbers
{
    struct Table
    {
        explicit Table(std::size_t names) : used(names) {}

        Id operator()(Id id)
        {
            if (!isClosed) {
                used.mark(id);
                return 0;
            }
            return used(id);
        }

        void close()
        {
            used.close();
            isClosed = true;
        }

        UsedNames used;
        bool isClosed = false;
    };

    Numbers(const Log& log, Row firstRow)
        : first(firstRow),
          addresses(log.addresses().size()),
          domains(log.domains().size()),
          helos(log.helos().size()),
          mailboxes(log.mailboxes().size()),
          hosts(log.hosts().size()),
          rules(log.rules().size())
    {
    }

    void close()
    {
        for (auto* table : {&addresses, &domains, &helos, &mailboxes, &hosts, &rules}) {
            table->close();
        }
    }

    [[nodiscard]] Row row(Row inLog) const noexcept { return inLog - first; }

    Row first;
    Table addresses;
    Table domains;
    Table helos;
    Table mailboxes;
    Table hosts;
    Table rules;
};

/// Writes the parts one after the other, a piece at a time.
class LogImage::Writer
{
public:
    Writer(const Log& log, const Rows& rows, const ImageSink& sink)
        : m_log(log), m_rows(rows), m_numbers(log, rows.begin), m_sink([this, &sink](std::string_view bytes) {
              m_offset += bytes.size();
              return sink(bytes);
          })
    {
    }

    [[nodiscard]] bool write(Reader& reader)
    {
        const auto& marks = m_log.lineIndex(m_rows.source).offsets();
        const Head head{
            magic, version, 0, m_rows.end - m_rows.begin, marks.size(), m_log.counts(m_rows.source)};
        if (!putRecord(m_sink, bytesOf(head)) || !markNames(reader)) {
            return false;
        }
        std::size_t part = 0;
        bool goesOn = true;
        forEachColumn(m_log.columns(), [&](const auto& column) {
            m_directory[part++] = m_offset;
            goesOn = goesOn && putColumn(column);
        });
        m_directory[Marks] = m_offset;
        for (std::size_t piece = 0; goesOn && piece < marks.pieceCount(); ++piece) {
            goesOn = putPacked(marks.piece(piece));
        }
        m_directory[State] = m_offset;
        StateWriter state(m_numbers);
        reader.keepIn(state);
        goesOn = goesOn && putRecord(m_sink, state.bytes());
        m_directory[Addresses] = m_offset;
        goesOn = goesOn && putAddresses(m_sink, m_log.addresses(), m_numbers.addresses.used) &&
                 putTable(Domains, m_log.domains(), m_numbers.domains) &&
                 putTable(Helos, m_log.helos(), m_numbers.helos) &&
                 putTable(Mailboxes, m_log.mailboxes(), m_numbers.mailboxes) &&
                 putTable(Hosts, m_log.hosts(), m_numbers.hosts) &&
                 putTable(Rules, m_log.rules(), m_numbers.rules);
        m_directory[PartCount] = m_offset;
        return goesOn && putRecord(m_sink, bytesOf(m_directory));
    }

private:
    /// What the rows and the reader use.
    [[nodiscard]] bool markNames(Reader& reader)
    {
        for (Id host = 1; host < m_log.hosts().size(); ++host) {
            m_numbers.hosts(host); // few, and what a Reader remembers mixes their numbers in
        }
        StateWriter state(m_numbers);
        reader.keepIn(state);
        bool goesOn = true;
        forEachColumn(m_log.columns(), [&](const auto& column) {
            if (auto* numbers = numbersOf(m_log.columns(), column, m_numbers)) {
                goesOn = goesOn && forEachStretch([&](Row from, Row to) {
                             for (Row row = from; row < to; ++row) {
                                 (*numbers)(static_cast<Id>(column[row]));
                             }
                             return m_sink({}); // nothing: it may stop this, too
                         });
            }
        });
        m_numbers.close();
        return goesOn;
    }

    template <class Visit>
    [[nodiscard]] bool forEachStretch(const Visit& visit) const
    {
        bool goesOn = true;
        for (Row from = m_rows.begin; goesOn && from < m_rows.end; from += stretch) {
            goesOn = visit(from, std::min(from + stretch, m_rows.end));
        }
        return goesOn;
    }

    template <class T>
    [[nodiscard]] bool putPacked(std::span<const T> values)
    {
        m_record.clear();
        packing::pack<T>(m_record, values);
        return putRecord(m_sink, m_record);
    }

    template <class T>
    [[nodiscard]] bool putColumn(const Column<T>& column)
    {
        const auto& columns = m_log.columns();
        const bool isSource = static_cast<const void*>(&column) == &columns.source;
        auto* numbers = numbersOf(columns, column, m_numbers);
        std::vector<T> values;
        return forEachStretch([&](Row from, Row to) {
            values.clear();
            for (Row row = from; row < to; ++row) {
                const T value = column[row];
                values.push_back(numbers != nullptr ? static_cast<T>((*numbers)(static_cast<Id>(value)))
                                 : isSource         ? T{}
                                                    : value);
            }
            return putPacked<T>(values);
        });
    }

    [[nodiscard]] bool putTable(Part part, const StringTable& table, const Numbers::Table& numbers)
    {
        m_directory[part] = m_offset;
        return putNames(m_sink, table, numbers.used);
    }

    const Log& m_log;
    const Rows& m_rows;
    Numbers m_numbers;
    ImageSink m_sink;
    std::uint64_t m_offset = 0;
    Directory m_directory{};
    std::string m_record;
};

bool LogImage::write(const Log& log, const Rows& rows, Reader& reader, const ImageSink& sink)
{
    return Writer(log, rows, sink).write(reader);
}

void copyState(Reader& from, Reader& to, const Log& copy)
{
    struct Same
    {
        static Id id(Id id) noexcept { return id; }

        Id (*addresses)(Id) = id;
        Id (*domains)(Id) = id;
        Id (*helos)(Id) = id;
        Id (*mailboxes)(Id) = id;
        Id (*hosts)(Id) = id;
        Id (*rules)(Id) = id;

        [[nodiscard]] static Row row(Row row) noexcept { return row; }
    };

    Same numbers;
    StateWriter writer(numbers);
    from.keepIn(writer);
    const auto names = sameNames(copy);
    StateReader reader(writer.bytes(), names, 0, copy.size());
    to.keepIn(reader);
}

} // namespace maillog
