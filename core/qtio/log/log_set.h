// SPDX-License-Identifier: GPL-3.0-or-later
// From what somebody names (files, folders) to the logs that are read: rotated sets oldest first, every line
// once (MAILLOG.md, edge cases: "same line in mail.log and its copy").
#pragma once

#include "core/qtio/log/log_file.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace qtio {

/// What was not taken, and why.
struct LeftOutLog
{
    enum class Reason {
        NoMailLog, ///< in a folder: no line of Postfix or a policy program near its head
        Binary,    ///< in a folder: no text
        Repeats, ///< in a folder: lines of syslog, mail.info and the like that were looked for are in `other`
        SameFile,   ///< named twice, or by a link: `other`
        CopyOf,     ///< all its text is the beginning of `other`
        Unreadable, ///< a folder, or a file in one: `error`
        NoLogs      ///< a folder without a mail log
    };
    QString path;
    Reason reason = Reason::NoMailLog;
    QString other;
    std::optional<LogFileError> error = {};

    /// What it is to whoever named the logs.
    enum class Weight {
        Usual,  ///< not worth a word
        Note,   ///< nothing is missing for it
        Failure ///< lines may be missing that were asked for
    };
    [[nodiscard]] Weight weight() const;

    friend bool operator==(const LeftOutLog&, const LeftOutLog&) = default;
};

struct LogSet
{
    QStringList paths; ///< as LogRequest takes them
    std::vector<LeftOutLog> leftOut;
};

/// Looks at heads, of suspected copies at all of a packed file. What is neither file nor folder ("-", a name
/// that does not exist) stays for whoever opens it. False from `goOn` ends it early.
[[nodiscard]] LogSet logSetOf(const QStringList& named, const std::function<bool()>& goOn = {});

/// The other members of the set to which the file belongs, oldest first.
[[nodiscard]] QStringList rotatedSiblings(const QString& path);

} // namespace qtio
