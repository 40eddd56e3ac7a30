// SPDX-License-Identifier: GPL-3.0-or-later
// Where the year is given by hand it is that of a set's last line; each older part ended when the next one
// began (MAILLOG.md 1, "Year"). Dates of files do not help: who copies a set makes them all alike.
#pragma once

#include "core/maillog/reader.h"

#include <QString>

#include <vector>

namespace qtio {

/// One part of a rotated set; `options` is changed.
struct DatedLog
{
    QString path;
    maillog::ReaderOptions* options;
};

/// `parts` oldest first; the newest has its year. Packed parts are unpacked for their last line.
void settleYears(const std::vector<DatedLog>& parts);

} // namespace qtio
