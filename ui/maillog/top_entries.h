// SPDX-License-Identifier: GPL-3.0-or-later
// The most frequent names of some rows, with their results and actions: what a top list shows.
#pragma once

#include "core/maillog/filter.h"
#include "core/maillog/statistics.h"

#include <QString>

#include <array>
#include <vector>

namespace ui {

struct TopEntry
{
    QString name;
    maillog::ResultCounts byResult{};
    maillog::ActionCounts byAction{};
    std::uint64_t count = 0; ///< checks; skips have no result and are not in it
};

inline constexpr std::array<maillog::TopField, 8> allTopFields{
    maillog::TopField::Domain, maillog::TopField::Address, maillog::TopField::Network,
    maillog::TopField::Helo,   maillog::TopField::Sender,  maillog::TopField::Recipient,
    maillog::TopField::Host,   maillog::TopField::Rule};

/// By count, then by name; names that are not in the lines are left out.
[[nodiscard]] std::vector<TopEntry> topEntries(const maillog::Log& log,
                                               const std::vector<std::uint32_t>& rows,
                                               maillog::TopField field, std::size_t most);
/// The field that narrows to one entry.
[[nodiscard]] maillog::FilterField filterFieldOf(maillog::TopField field);

} // namespace ui
