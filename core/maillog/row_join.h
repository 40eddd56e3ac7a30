// SPDX-License-Identifier: GPL-3.0-or-later
// Lines that say again what a check's line said: Postfix telling the client (MAILLOG.md 1), and programs that
// judge the whole message later. They are joined with the check's row and never counted a second time.
#pragma once

#include "core/maillog/event.h"
#include "core/maillog/log.h"
#include "core/maillog/stamp_clock.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace maillog {

/// Where, when and by whom a line was written.
struct LinePlace
{
    Moment moment;
    bool withoutTime = false;
    Id host = 0;
    std::uint32_t pid = 0;
    std::uint64_t offset = 0;
    std::uint32_t length = 0;
};

/// What a line names, in the log's tables.
struct RowNames
{
    Id address = 0;
    Id domain = 0;
    Id helo = 0;
    Id sender = 0;
    Id recipient = 0;
    Id rule = 0;
};

class RowJoin
{
public:
    RowJoin(Columns& columns, std::uint16_t source) noexcept
        : m_columns(columns), m_source(source), m_firstRow(columns.time.size())
    {
    }

    /// A refusal told to the client: the row it repeats, marked and with what it lacked. A refusal before its
    /// check's line waits for it.
    std::optional<Row> refuse(const RowNames& names, const LinePlace& place, std::uint32_t repeat);
    /// A check's line was written to `row`: joins a refusal that waits for it.
    void checked(Row row);

    /// The row of a check of the same message, marked; by queue id, else by who sent it.
    std::optional<Row> repeatedBy(const Event& verdict, const RowNames& names, const LinePlace& place);
    /// `row` was made of a verdict, as no check of that message was seen.
    void madeOf(const Event& verdict, const LinePlace& place, Row row);
    /// The row made of a verdict on the message that this check's line, written late, is about.
    std::optional<Row> verdictBefore(const RowNames& names, const LinePlace& place);

    [[nodiscard]] std::uint64_t rejections() const noexcept { return m_rejections; }

    [[nodiscard]] std::uint64_t joinedRejections() const noexcept { return m_joined; }

private:
    struct Refusal
    {
        std::int64_t time;
        Id host;
        RowNames names;
        std::uint32_t repeat;
    };

    /// A message that was judged, by its queue id: ids may be used again, so only for a while.
    struct Message
    {
        std::uint64_t key = 0;
        std::int64_t time = 0;
        Row row = 0;
        bool onlyVerdict = false;
    };

    template <class Accept>
    [[nodiscard]] std::optional<Row> nearest(Row mostRows, const Accept& accept) const;
    [[nodiscard]] bool isSameRefusal(Row row, const RowNames& names) const noexcept;
    [[nodiscard]] bool isSameMessage(Row row, const RowNames& names) const noexcept;
    void join(Row row, const RowNames& names, std::uint8_t flag);
    void remember(const Message& message);

    Columns& m_columns;
    std::uint16_t m_source;
    Row m_firstRow;
    std::vector<Refusal> m_waiting;
    std::vector<Message> m_messages; ///< the last ones, in a ring
    std::size_t m_nextMessage = 0;
    std::optional<std::int64_t> m_lastCheck;   ///< time of the last policy program's row
    std::optional<std::int64_t> m_lastVerdict; ///< time of the last row made of a verdict
    std::uint64_t m_rejections = 0;
    std::uint64_t m_joined = 0;
};

} // namespace maillog
