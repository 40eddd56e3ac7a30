// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/log_set_words.h"

#include "ui/words/file_words.h"
#include "ui/words/log_words.h"
#include "ui/words/ssh_words.h"

#include <QCoreApplication>

namespace words {

namespace {

struct LogSetWords
{
    Q_DECLARE_TR_FUNCTIONS(LogSetWords)
};

} // namespace

QString message(const qtio::LeftOutLog& log)
{
    using Reason = qtio::LeftOutLog::Reason;
    switch (log.reason) {
    case Reason::NoMailLog:
        return LogSetWords::tr("%1 was left out: it is no mail log.").arg(log.path);
    case Reason::Binary:
        return LogSetWords::tr("%1 was left out: it is no text.").arg(log.path);
    case Reason::Repeats:
        return LogSetWords::tr("%1 was left out: it repeats lines of %2.").arg(log.path, log.other);
    case Reason::SameFile:
        return LogSetWords::tr("%1 was left out: it is the same file as %2.").arg(log.path, log.other);
    case Reason::CopyOf:
        return LogSetWords::tr("%1 was left out: it is a copy of %2.").arg(log.path, log.other);
    case Reason::Unreadable:
        return message(log.error.value_or(qtio::LogFileError{qtio::LogFileError::Code::ReadFailed, {}}),
                       log.path);
    case Reason::NoLogs:
        break;
    }
    return LogSetWords::tr("%1 holds no mail log. Name the file if it has another name.").arg(log.path);
}

QString message(const qtio::LogPlaceError& error)
{
    using Code = qtio::LogPlaceError::Code;
    switch (error.code) {
    case Code::NoJournal:
        return LogSetWords::tr("%1: there is no journalctl. Name the log file instead.").arg(error.place);
    case Code::JournalFailed:
        return LogSetWords::tr("%1: the journal cannot be read. The group systemd-journal may read it. %2")
            .arg(error.place, error.detail)
            .trimmed();
    case Code::File:
        return message(error.file);
    case Code::NoConnection:
        return message(error.ssh, error.place.section(QLatin1Char(':'), 0, 0));
    case Code::Interrupted:
        return LogSetWords::tr("%1: the connection broke.").arg(error.place);
    case Code::NoSpool:
        break;
    }
    return LogSetWords::tr("%1: what was read cannot be kept on this computer. %2")
        .arg(error.place, error.detail)
        .trimmed();
}

QString placeText(const QString& place)
{
    if (place == QLatin1String("journal:")) {
        return LogSetWords::tr("Journal of this computer");
    }
    const qsizetype colon = place.indexOf(QLatin1Char(':'));
    if (colon <= 0 || place.startsWith(QLatin1Char('/'))) {
        return place;
    }
    const QString rest = place.mid(colon + 1);
    if (rest == QLatin1String("journal")) {
        return LogSetWords::tr("%1: journal").arg(place.left(colon));
    }
    return place.left(colon) + QStringLiteral(": ") + rest;
}

QString cannotFollow(const QString& path)
{
    return LogSetWords::tr("%1 cannot be followed: it is no text that grows.").arg(path);
}

QString waitingFor(const QString& path)
{
    return LogSetWords::tr("waiting for %1").arg(path);
}

QString fetchProgress(const QString& place, int percent)
{
    return LogSetWords::tr("%1: %2 % fetched").arg(place).arg(percent);
}

} // namespace words
