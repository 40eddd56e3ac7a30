// SPDX-License-Identifier: GPL-3.0-or-later
// spfpolicy: the command line twin of the window (INTERFACES.md).
#include "app/cli/commands.h"
#include "ui/words/cli_words.h"
#include "ui/words/language.h"

#include <QCoreApplication>
#include <QFile>
#include <QSysInfo>

#include <cerrno>
#include <clocale>
#include <cstdio>

#include <langinfo.h>
#include <poll.h>
#include <unistd.h>

namespace {

/// POSIX: the first of these that is set and not empty says which language messages are in.
words::LanguageChoice languageOfMessages()
{
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (const QByteArray value = qgetenv(variable); !value.isEmpty()) {
            return value.startsWith("ja") ? words::LanguageChoice::Japanese : words::LanguageChoice::English;
        }
    }
    return words::LanguageChoice::English;
}

/// Words and output are UTF-8 whatever the locale says; Qt would warn about that on standard error.
void useUtf8()
{
    std::setlocale(LC_ALL, "");
    if (qstricmp(nl_langinfo(CODESET), "UTF-8") != 0) {
        qputenv("LC_ALL", "C.UTF-8");
    }
}

/// Who reads no further ("| head") is no error.
bool hasReader() noexcept
{
    pollfd output{STDOUT_FILENO, POLLOUT, 0};
    return ::poll(&output, 1, 0) <= 0 || (output.revents & POLLERR) == 0;
}

/// Trouble when not all that was printed went out.
cli::Exit ended(cli::Context& context, QFile& out, cli::Exit exit)
{
    errno = 0;
    const bool isOut = out.flush() && std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
    if (isOut) {
        return exit;
    }
    if (hasReader()) {
        const int reason = errno != 0 ? errno : ENOSPC;
        cli::printError(context, words::cannotWrite(words::standardOutput(), qt_error_string(reason)));
    }
    return cli::Exit::Trouble;
}

} // namespace

int main(int argc, char** argv)
{
    const words::LanguageChoice language = languageOfMessages();
    useUtf8();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("spfpolicy"));
    words::LanguageSwitch languageSwitch;
    languageSwitch.setChoice(language);

    QFile in;
    QFile out;
    QFile err;
    if (!in.open(stdin, QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly) ||
        !err.open(stderr, QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        return static_cast<int>(cli::Exit::Trouble);
    }
    const bool outIsTerminal = isatty(STDOUT_FILENO) != 0;
    cli::Context context{
        .in = in,
        .out = out,
        .err = err,
        .language = languageSwitch,
        .outIsTerminal = outIsTerminal,
        .errIsTerminal = isatty(STDERR_FILENO) != 0,
        .colour = outIsTerminal && qEnvironmentVariableIsEmpty("NO_COLOR"),
        .now = QDateTime::currentDateTimeUtc(),
        .hostName = QSysInfo::machineHostName(),
    };
    const cli::Exit exit = cli::runProgram(context, QCoreApplication::arguments().mid(1));
    return static_cast<int>(ended(context, out, exit));
}
