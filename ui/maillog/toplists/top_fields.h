// SPDX-License-Identifier: GPL-3.0-or-later
// The fields that have a top list.
#pragma once

#include "core/maillog/filter.h"
#include "core/maillog/statistics.h"

#include <array>

namespace ui {

inline constexpr std::array<maillog::TopField, 8> allTopFields{
    maillog::TopField::Domain, maillog::TopField::Address, maillog::TopField::Network,
    maillog::TopField::Helo,   maillog::TopField::Sender,  maillog::TopField::Recipient,
    maillog::TopField::Host,   maillog::TopField::Rule};

/// The field that narrows to one entry.
[[nodiscard]] maillog::FilterField filterFieldOf(maillog::TopField field);

} // namespace ui
