// SPDX-License-Identifier: GPL-3.0-or-later
// Where a log comes from, as somebody writes it: a path, "-", "journal:" (the journal of this computer),
// "mx1:/var/log/mail.log" or "mx1:journal" (of another host, over ssh).
#pragma once

#include <QString>

namespace qtio {

struct LogPlace
{
    enum class Kind { File, Journal, RemoteFile, RemoteJournal };
    Kind kind = Kind::File;
    QString host; ///< as ssh takes it
    QString path; ///< as it was written, or absolute there

    /// A file of that name that exists is meant before all else. "file:///var/log/mail.log" is its path.
    [[nodiscard]] static LogPlace fromText(const QString& text);
    [[nodiscard]] QString text() const;

    /// It becomes a growing file of this computer first (LogSpool).
    [[nodiscard]] bool isSpooled() const { return kind != Kind::File; }

    friend bool operator==(const LogPlace&, const LogPlace&) = default;
};

} // namespace qtio
