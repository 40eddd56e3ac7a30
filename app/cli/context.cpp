// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "app/cli/text_layout.h"

namespace cli {

void printLine(Context& context, const QString& line)
{
    context.out.write(line.toUtf8() + '\n');
}

void printError(Context& context, const QString& message)
{
    context.err.write("spfpolicy: " + printable(message).toUtf8() + '\n');
}

} // namespace cli
