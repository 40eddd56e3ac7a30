// SPDX-License-Identifier: GPL-3.0-or-later
// The check object of INTERFACES.md, with the problem as a sentence as well.
#pragma once

#include "app/cli/mail_check.h"

#include <QJsonObject>

namespace cli {

[[nodiscard]] QJsonObject checkJson(const CheckOutcome& outcome);

} // namespace cli
