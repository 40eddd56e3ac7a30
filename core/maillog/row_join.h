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
    RowJoin(Columns& columns, const StringTable& helos, const StringTable& mailboxes,
            std::uint16_t source) noexcept
        : m_columns(columns),
          m_helos(helos),
          m_mailboxes(mailboxes),
          m_source(source),
          m_firstRow(columns.time.size())
    {
    }

    /// A refusal told to the client: the row it repeats, marked and with what it lacked. A refusal before its
    /// check's line waits for it.
    std::optional<Row> refuse(const RowNames& names, const LinePlace& place, std::uint32_t repeat);

    /// A check's line was written at this time.
    void checked(std::int64_t time) noexcept { m_lastCheck = time; }

    [[nodiscard]] bool isWaiting() const noexcept { return !m_waiting.empty(); }

    /// Joins a refusal that waits for the check in `row`.
    void takeRefusal(Row row);

    /// The row of a check of the same message, marked; by queue id, else by who sent it.
    std::optional<Row> repeatedBy(const Statement& verdict, const RowNames& names, const LinePlace& place);
    /// `row` was made of a verdict, as no check of that message was seen.
    void madeOf(const Statement& verdict, const LinePlace& place, Row row);
    [[nodiscard]] bool mayFollowVerdict(const LinePlace& place) const noexcept;
    /// The row made of a verdict on the message that this check's line, written late, is about.
    std::optional<Row> verdictBefore(const RowNames& names, const LinePlace& place);

    [[nodiscard]] std::uint64_t rejections() const noexcept { return m_rejections; }

    [[nodiscard]] std::uint64_t joinedRejections() const noexcept { return m_joined; }

    /// See log_image.h.
    template <class State>
    void keepIn(State& state)
    {
        state.place(m_firstRow);
        state.list(m_waiting, [&state](Refusal& refusal) {
            state.number(refusal.time);
            state.host(refusal.host);
            state.address(refusal.names.address);
            state.domain(refusal.names.domain);
            state.helo(refusal.names.helo);
            state.mailbox(refusal.names.sender);
            state.mailbox(refusal.names.recipient);
            state.rule(refusal.names.rule);
            state.number(refusal.repeat);
        });
        state.list(m_messages, [&state](Message& message) {
            state.number(message.key);
            state.number(message.time);
            state.row(message.row);
            state.number(message.onlyVerdict);
        });
        state.number(m_nextMessage);
        state.optional(m_lastCheck);
        state.optional(m_lastVerdict);
        state.number(m_rejections);
        state.number(m_joined);
    }

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

    /// The nearest row of this source, among the last ones, that is so near in time and accepted.
    template <class Accept>
    [[nodiscard]] std::optional<Row> nearest(Row mostRows, std::int64_t time, std::int64_t window,
                                             const Accept& accept) const;
    [[nodiscard]] bool isSameRefusal(Row row, const RowNames& names) const noexcept;
    /// A policy program may name only the domain of the recipient.
    [[nodiscard]] bool isDomainOnly(Id recipient) const noexcept;
    [[nodiscard]] bool isSameRecipient(Id inRow, Id recipient) const noexcept;
    [[nodiscard]] bool isSameHelo(Id inRow, Id helo) const noexcept;
    [[nodiscard]] bool isSameMessage(Row row, const RowNames& names) const noexcept;
    void join(Row row, const RowNames& names, std::uint8_t flag);
    void remember(const Message& message);

    Columns& m_columns;
    const StringTable& m_helos;
    const StringTable& m_mailboxes;
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
