// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output_file.h"

#include "ui/words/cli_words.h"

#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace cli {

Exit printTo(Context& context, const Arguments& arguments, const std::function<Exit(Context&)>& print)
{
    const std::optional<QString> path = arguments.value(u"output"_s);
    if (!path) {
        return print(context);
    }
    QSaveFile file(*path);
    const auto fail = [&] {
        printError(context, words::cannotWrite(*path, file.errorString()));
        return Exit::Trouble;
    };
    if (!file.open(QIODevice::WriteOnly)) {
        return fail();
    }
    Context toFile{.in = context.in,
                   .out = file,
                   .err = context.err,
                   .outIsTerminal = false,
                   .errIsTerminal = context.errIsTerminal,
                   .colour = false,
                   .now = context.now,
                   .hostName = context.hostName};
    const Exit exit = print(toFile);
    return file.commit() ? exit : fail();
}

} // namespace cli
