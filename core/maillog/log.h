// SPDX-License-Identifier: GPL-3.0-or-later
// All checks of some mail logs as columns (DESIGN.md 3): filled by a Reader, asked by Filter and statistics.
#pragma once

#include "core/maillog/check.h"
#include "core/maillog/column.h"
#include "core/maillog/line_index.h"
#include "core/maillog/string_table.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

namespace maillog {

/// Row flags.
enum RowFlag : std::uint8_t {
    RepeatedHour = 1, ///< the wall clock hour comes twice at the end of summer time
    NoYear = 2,       ///< the year was not in the stamp
    NoTime = 4,       ///< no stamp could be read; the time is that of the row before
    DetailOnly = 8,   ///< from a detail line, no action line followed (yet)
    Rejected = 16,    ///< Postfix's own line confirms the refusal
    OtherProgram = 32 ///< rspamd or OpenDMARC gave a result for the same message, too
};

/// The fields of a row, each as `Of` holds them.
template <template <class> class Of>
struct RowFields
{
    Of<std::int64_t> time;   ///< UTC milliseconds
    Of<std::int16_t> offset; ///< minutes from UTC to the wall clock of the host
    Of<std::uint8_t> result; ///< spf::Result, or noResult
    Of<Action> action;
    Of<policy::Identity> identity;
    Of<Dialect> dialect;
    Of<std::uint8_t> flags;    ///< RowFlag
    Of<std::uint16_t> guessed; ///< Fields
    Of<std::uint16_t> source;  ///< number of the log it came from
    Of<std::uint32_t> pid;     ///< 0: none in the line
    Of<std::uint32_t> repeat;  ///< how many checks this row stands for
    Of<Id> address;
    Of<Id> domain; ///< of MAIL FROM, lower case; 0 for checks of the HELO identity
    Of<Id> helo;
    Of<Id> sender;
    Of<Id> recipient;
    Of<Id> host;
    Of<Id> rule;
    Of<std::uint64_t> lineOffset; ///< in the source, uncompressed bytes
    Of<std::uint32_t> lineLength; ///< without line end
};

using Columns = RowFields<Column>;

/// All fields in the order above.
template <class Fields>
[[nodiscard]] auto fieldsOf(Fields& f) noexcept
{
    return std::tie(f.time, f.offset, f.result, f.action, f.identity, f.dialect, f.flags, f.guessed, f.source,
                    f.pid, f.repeat, f.address, f.domain, f.helo, f.sender, f.recipient, f.host, f.rule,
                    f.lineOffset, f.lineLength);
}

/// Calls `visit(column)` for every column, in the order above.
template <class AnyColumns, class Visit>
void forEachColumn(AnyColumns& columns, const Visit& visit)
{
    std::apply([&visit](auto&... column) { (visit(column), ...); }, fieldsOf(columns));
}

inline constexpr std::uint8_t noResult = 7; ///< a skip has no result

/// One row put together, for tables and exports.
struct Check
{
    std::int64_t time = 0; ///< UTC milliseconds
    int offsetMinutes = 0;
    std::optional<spf::Result> result;
    Action action = Action::Unknown;
    policy::Identity identity = policy::Identity::None;
    Dialect dialect = Dialect::Vendor;
    std::uint8_t flags = 0;
    Fields guessed;
    std::uint16_t source = 0;
    std::uint32_t pid = 0;
    std::uint32_t repeat = 1;
    std::optional<net::IpAddress> address;
    std::string_view domain; ///< views live as long as the Log
    std::string_view helo;
    std::string_view sender; ///< empty for the null sender
    std::string_view recipient;
    std::string_view host;
    std::string_view rule;
    std::uint64_t lineOffset = 0;
    std::uint32_t lineLength = 0;
};

/// What is counted per line and not per check.
struct LineCounts
{
    std::uint64_t lines = 0;
    std::uint64_t bytes = 0;
    std::uint64_t unreadable = 0;     ///< lines of a policy program in which no result could be read
    std::uint64_t journalEntries = 0; ///< JSON or export form among lines of text: not read
    std::uint64_t journalLine = 0;    ///< of the first of them, from 1
    std::uint64_t rejections = 0;     ///< lines of Postfix that refuse because of SPF: no checks of their own
    std::uint64_t joinedRejections = 0; ///< of these, such with the policy program's line in the log
};

/// A copy is a snapshot: cheap, and readable in another thread while the Reader goes on.
class Log
{
public:
    [[nodiscard]] std::size_t size() const noexcept { return m_columns.time.size(); }

    [[nodiscard]] const Columns& columns() const noexcept { return m_columns; }

    [[nodiscard]] Check operator[](Row row) const;

    [[nodiscard]] const AddressTable& addresses() const noexcept { return m_addresses; }

    [[nodiscard]] const StringTable& domains() const noexcept { return m_domains; }

    [[nodiscard]] const StringTable& helos() const noexcept { return m_helos; }

    [[nodiscard]] const StringTable& mailboxes() const noexcept
    {
        return m_mailboxes;
    } ///< senders, recipients

    [[nodiscard]] const StringTable& hosts() const noexcept { return m_hosts; }

    [[nodiscard]] const StringTable& rules() const noexcept { return m_rules; }

    [[nodiscard]] const LineCounts& counts(std::uint16_t source) const { return m_counts.at(source); }

    [[nodiscard]] const LineIndex& lineIndex(std::uint16_t source) const { return m_lines.at(source); }

    [[nodiscard]] LineCounts totalCounts() const noexcept;

    [[nodiscard]] std::uint16_t sourceCount() const noexcept
    {
        return static_cast<std::uint16_t>(m_counts.size());
    }

    /// A number for one more log; its Reader fills it.
    [[nodiscard]] std::uint16_t addSource();

private:
    friend class Reader;
    friend class LogImage;
    Columns m_columns;
    AddressTable m_addresses;
    StringTable m_domains;
    StringTable m_helos;
    StringTable m_mailboxes;
    StringTable m_hosts;
    StringTable m_rules;
    std::vector<LineCounts> m_counts;
    std::vector<LineIndex> m_lines;
};

} // namespace maillog
