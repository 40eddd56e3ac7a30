// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/toplists/top_fields.h"

namespace ui {

using maillog::TopField;

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
