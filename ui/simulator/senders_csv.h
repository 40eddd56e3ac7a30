// SPDX-License-Identifier: GPL-3.0-or-later
// The networks of a domain as text for others: one a line, or a CSV file (RFC 4180, header line, CRLF).
#pragma once

#include "ui/simulator/senders_model.h"

class QIODevice;

namespace ui {

/// What may send, each network once, one a line; what is refused before is left out.
[[nodiscard]] QString networkLines(const spf::SenderNetworks& senders);
/// False when the device takes no more.
[[nodiscard]] bool writeCsv(QIODevice& device, const SendersModel& model);

} // namespace ui
