// SPDX-License-Identifier: GPL-3.0-or-later
// What the name of a log says: mail.log.2.gz, maillog-20250105, maillog.20250105-010859.gz are members of
// rotated sets (logrotate, newsyslog, postlogd).
#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace qtio {

struct LogName
{
    QString folder;
    QString base;              ///< of the file that is written now: "mail.log"
    QString stamp;             ///< digits of the date, "20250105" or "20250105010859"; empty: none
    QDate date;                ///< of the rotation
    std::optional<int> number; ///< ".2": the second newest
    bool isPacked = false;     ///< by the name's end

    [[nodiscard]] static LogName of(const QString& path);

    [[nodiscard]] bool isRotated() const { return date.isValid() || number || isPacked; }

    [[nodiscard]] bool isSameSet(const LogName& other) const
    {
        return base == other.base && folder == other.folder;
    }

    /// Of one set, oldest first: dates, numbers downwards, the file that is written now.
    [[nodiscard]] bool isOlderThan(const LogName& other) const;
};

} // namespace qtio
