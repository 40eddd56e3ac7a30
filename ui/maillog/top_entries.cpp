// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/top_entries.h"

namespace ui {

using maillog::TopField;

std::vector<TopEntry> topEntries(const maillog::Log& log, const std::vector<std::uint32_t>& rows,
                                 TopField field, std::size_t most)
{
    std::vector<TopEntry> entries;
    for (const auto& entry : maillog::topEntries(log, maillog::RowSet(rows), field, most)) {
        entries.push_back({QString::fromStdString(entry.name), entry.byResult, entry.byAction, entry.count});
    }
    return entries;
}

maillog::FilterField filterFieldOf(TopField field)
{
    switch (field) {
    case TopField::Domain:
        return maillog::FilterField::Domain;
    case TopField::Address:
    case TopField::Network:
        return maillog::FilterField::Ip;
    case TopField::Helo:
        return maillog::FilterField::Helo;
    case TopField::Sender:
        return maillog::FilterField::From;
    case TopField::Recipient:
        return maillog::FilterField::To;
    case TopField::Host:
        return maillog::FilterField::Host;
    case TopField::Rule:
        break;
    }
    return maillog::FilterField::Rule;
}

} // namespace ui
