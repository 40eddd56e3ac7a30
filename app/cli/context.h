// SPDX-License-Identifier: GPL-3.0-or-later
// What a command of spfpolicy gets from the outside: its streams, the time, the host's name. main() fills it
// from the process, tests from buffers.
#pragma once

#include <QDateTime>
#include <QIODevice>
#include <QString>

namespace words {
class LanguageSwitch;
}

namespace cli {

/// INTERFACES.md: the meaning of the exit status.
enum class Exit : int {
    Done = 0,
    No = 1,      ///< done, and the answer is "no"
    Usage = 2,   ///< wrong usage
    Trouble = 3, ///< something could not be read or written
};

struct Context
{
    QIODevice& in;
    QIODevice& out;
    QIODevice& err;
    words::LanguageSwitch& language; ///< of messages and output
    bool outIsTerminal = false;
    bool errIsTerminal = false;
    bool colour = false; ///< on a terminal, and not with NO_COLOR
    QDateTime now;       ///< UTC
    QString hostName;    ///< for the Received-SPF header
};

/// One line, UTF-8.
void printLine(Context& context, const QString& line = {});
/// "spfpolicy: MESSAGE" on standard error, what it quotes made visible as printable() does.
void printError(Context& context, const QString& message);

} // namespace cli
