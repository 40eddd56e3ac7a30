// SPDX-License-Identifier: GPL-3.0-or-later
// Mail tracking exported from Trend Micro Email Security as CSV (SPEC 4): recognised by its header row, whose
// names are known in English and Japanese. What it says about SPF is read by best effort and marked as
// guessed.
#pragma once

#include "core/maillog/event.h"
#include "core/maillog/timestamp.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace maillog {

/// One record that tells an SPF result; views live until the next one.
struct TrackingRecord
{
    std::uint64_t offset = 0;
    std::uint32_t length = 0; ///< without the line end
    std::optional<Stamp> stamp;
    Event event;
};

class TrackingTable
{
public:
    using Take = std::function<void(const TrackingRecord&)>;

    /// Blocks of any size, from the start of the log. Nothing is taken from a log that is no such table.
    void feed(std::string_view block, const Take& take);
    /// A last record without line end.
    void finish(const Take& take);

    [[nodiscard]] bool isTable() const noexcept { return m_state == State::Table; }

private:
    enum class State { Undecided, Table, Other };
    /// What a column holds. Text: words about policies and reasons.
    enum class Column { Unused, Time, Sender, Recipient, Address, Helo, Domain, Result, Action, Text };

    void endRecord(const Take& take);
    [[nodiscard]] bool readHeader(std::string_view record);
    void split(std::string_view record);
    [[nodiscard]] std::optional<TrackingRecord> readRecord();
    [[nodiscard]] std::string_view field(Column column) const noexcept;
    [[nodiscard]] static Column columnOf(std::string_view name);

    State m_state = State::Undecided;
    char m_separator = ',';
    bool m_quoted = false;
    std::string m_record; ///< so far
    std::uint64_t m_recordOffset = 0;
    std::uint64_t m_bytes = 0;
    std::vector<Column> m_columns;
    std::vector<std::string> m_fields;
    std::string m_text; ///< of all Text columns
};

} // namespace maillog
