// SPDX-License-Identifier: GPL-3.0-or-later
// Queue ids are used again (MAILLOG.md 1), so a mail is not an id but a stay: from the arrival under an id to
// its removal or to the next arrival.
#pragma once

#include "core/maillog/message_records.h"

namespace maillog {

/// Records [begin, end] with this id on this host.
struct QueueStay
{
    std::string_view id;
    std::string_view host;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool hasEnded = false;

    [[nodiscard]] bool has(const Record& record) const noexcept
    {
        return record.queueId == id && isSameHost(record.host, host);
    }
};

/// A new mail under this id.
[[nodiscard]] bool isArrival(const Record& record) noexcept;

/// The stay that begins at a record.
[[nodiscard]] QueueStay stayFrom(std::span<const Record> records, std::string_view id, std::string_view host,
                                 std::size_t begin);

/// Where the stay begins that the id means at a record; nothing when there is none. An empty host: any.
[[nodiscard]] std::optional<std::size_t> beginOf(std::span<const Record> records, std::string_view id,
                                                 std::string_view host, std::size_t near);

/// The queue id behind a phrase ("queued as "); empty when there is none.
[[nodiscard]] std::string_view idBehind(std::string_view text, std::string_view phrase) noexcept;

} // namespace maillog
