// SPDX-License-Identifier: GPL-3.0-or-later
// The user's line forms: kept in the settings, carried from machine to machine as a text file, and begun from
// templates.
#pragma once

#include "core/maillog/user_pattern.h"

#include <QByteArray>
#include <QString>

#include <vector>

class QSettings;

namespace ui {

using UserPatterns = std::vector<maillog::UserPattern>;

[[nodiscard]] UserPatterns readPatterns(const QSettings& settings);
void writePatterns(QSettings& settings, const UserPatterns& patterns);

/// "[name]" and the regular expression on the line after it; other lines are left out.
[[nodiscard]] QByteArray patternFile(const UserPatterns& patterns);
[[nodiscard]] UserPatterns patternsOfFile(const QByteArray& bytes);

/// Forms to begin with.
[[nodiscard]] UserPatterns patternTemplates();

/// What is wrong with a pattern, with its place.
[[nodiscard]] QString sentenceOf(const maillog::PatternError& error);

} // namespace ui
