// SPDX-License-Identifier: GPL-3.0-or-later
// Rules and what they noticed in words, in the filter language, and in the settings.
#pragma once

#include "core/maillog/alert_rule.h"
#include "ui/maillog/log_view.h"

#include <QString>
#include <QVariantMap>

namespace ui {

/// A rule that has fired.
struct AlertNote
{
    maillog::AlertRule rule;
    maillog::AlertEvent event;
    int offsetMinutes = 0; ///< of the host's clock
};

/// "fail", "block": never translated.
[[nodiscard]] QString wordOf(const maillog::AlertRule& rule);
/// "More than 20 fail in 10 min from one client address".
[[nodiscard]] QString sentenceOf(const maillog::AlertRule& rule);
/// "21 fail in 10 min from 192.0.2.1".
[[nodiscard]] QString sentenceOf(const AlertNote& note);
/// "2025-11-21 14:21:40" on the host's clock.
[[nodiscard]] QString timeOf(const AlertNote& note);
/// What shows the checks that made it fire.
[[nodiscard]] QString filterOf(const AlertNote& note);
[[nodiscard]] TimeSpan spanOf(const AlertNote& note);

/// The domain or network a rule is for; empty for all.
[[nodiscard]] QString onlyOf(const maillog::AlertRule& rule);
/// False, and nothing changed, when it is neither.
[[nodiscard]] bool setOnly(maillog::AlertRule& rule, const QString& text);

[[nodiscard]] QVariantMap toSettings(const maillog::AlertRule& rule);
[[nodiscard]] maillog::AlertRule ruleFromSettings(const QVariantMap& values);

} // namespace ui
