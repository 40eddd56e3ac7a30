// SPDX-License-Identifier: GPL-3.0-or-later
// What each of the open logs turned out to be, and how the user wants it read.
#pragma once

#include "ui/maillog/log_view.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

class QSettings;

namespace ui {

struct SourceFacts
{
    QString place;
    std::uint64_t lines = 0;
    std::uint64_t bytes = 0;
    std::uint64_t checks = 0;
    std::uint64_t skips = 0; ///< mails without a check
    std::uint64_t guessed = 0;
    std::uint64_t unreadable = 0;
    std::optional<maillog::TimeRange> range; ///< nothing: no check in it
    int offsetMinutes = 0;                   ///< of its last check
    QString problem;                         ///< why it was not read to its end
};

/// One for every source, in their order. Goes over all rows: not for the thread of the window.
[[nodiscard]] std::vector<SourceFacts> sourceFactsOf(const qtio::LoadedLogs& logs);

/// How a log is read when not as all others.
struct SourceSetting
{
    QString place;
    QString zone;            ///< as qtio::parseZone() takes it; empty: this computer's
    std::optional<int> year; ///< of its last line; nothing: from the file's date

    [[nodiscard]] bool isPlain() const { return zone.isEmpty() && !year; }

    friend bool operator==(const SourceSetting&, const SourceSetting&) = default;
};

/// Kept by place: the same log is read the same way the next time.
[[nodiscard]] SourceSetting readSourceSetting(const QSettings& settings, const QString& place);
void writeSourceSetting(QSettings& settings, const SourceSetting& setting);

} // namespace ui
