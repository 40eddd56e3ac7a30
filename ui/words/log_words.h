// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences for mail logs: what is wrong with a filter expression, names of actions and fields.
#pragma once

#include "core/maillog/filter.h"
#include "core/maillog/log.h"
#include "core/maillog/user_pattern.h"
#include "core/qtio/log/log_file.h"

#include <QString>

namespace words {

/// What is wrong at which place of the expression.
[[nodiscard]] QString message(const maillog::FilterError& error, const QString& expression);
/// The same behind the number of the character, where nothing else shows the place.
[[nodiscard]] QString placedMessage(const maillog::FilterError& error, const QString& expression);

/// What a field of a filter looks at, with an example.
[[nodiscard]] QString help(maillog::FilterField field);

/// Why a log was not read to its end, and the cure.
[[nodiscard]] QString message(const qtio::LogFileError& error, const QString& path);

/// "tempblock", ..., "unknown": never translated.
[[nodiscard]] QString word(maillog::Action action);

/// The program whose line it is.
[[nodiscard]] QString name(maillog::Dialect dialect);
/// What is said beside a row that has the flag.
[[nodiscard]] QString note(maillog::RowFlag flag);

/// What is wrong with a pattern of the user's own.
[[nodiscard]] QString message(const maillog::PatternError& error);
/// What a group of such a pattern names.
[[nodiscard]] QString name(maillog::PatternGroup group);

/// A file without a single line, or without any line of a policy program.
[[nodiscard]] QString logIsEmpty(const QString& path);
[[nodiscard]] QString logHasNoChecks();
/// Nothing lies between since: and until:, but the log has checks at other times.
[[nodiscard]] QString logIsOfOtherTime(const QString& first, const QString& last);
/// In more words, and what to turn on.
[[nodiscard]] QString whyNoChecks();
/// LineCounts::journalEntries
[[nodiscard]] QString logHasJournalEntries(const QString& path, const maillog::LineCounts& counts);
[[nodiscard]] QString logHasGrown(const QString& path);
/// LoadedSource::isCut
[[nodiscard]] QString logWasCut(const QString& path);
[[nodiscard]] QString logIsDamaged(const QString& path);
[[nodiscard]] QString logHasChanged(const QString& path);
[[nodiscard]] QString logProgress(int percent);

} // namespace words
