// SPDX-License-Identifier: GPL-3.0-or-later
// `spfpolicy check --batch`: every row of a CSV file, some side by side, printed in input order.
#pragma once

#include "app/cli/context.h"
#include "core/qtio/runs/mail_check.h"

#include <QByteArray>

namespace cli {

struct BatchOptions
{
    QString name; ///< of the file, for messages
    QString protocolState;
    bool json = false;
};

[[nodiscard]] Exit runBatch(Context& context, const QByteArray& csv, const qtio::CheckSetup& setup,
                            qtio::Resolver& resolver, const BatchOptions& options);

} // namespace cli
