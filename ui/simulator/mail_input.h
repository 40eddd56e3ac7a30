// SPDX-License-Identifier: GPL-3.0-or-later
// What is thought of the three inputs while they are typed. Only the address can stop a run: Postfix hands on
// any sender and HELO, and the policy has an answer for each of them (SPEC A13).
#pragma once

#include <QString>

namespace ui {

/// The mail as it was typed.
struct MailInputs
{
    QString client;
    QString sender; ///< without angle brackets; empty for the null sender
    QString helo;
    friend bool operator==(const MailInputs&, const MailInputs&) = default;
};

struct InputVerdict
{
    enum class State { Good, Note, Risky, Bad };
    State state = State::Good;
    QString sentence; ///< empty when there is nothing to say
    friend bool operator==(const InputVerdict&, const InputVerdict&) = default;
};

[[nodiscard]] InputVerdict judgeClient(const QString& text);
/// Empty and "<>" are the null sender.
[[nodiscard]] InputVerdict judgeSender(const QString& text);
[[nodiscard]] InputVerdict judgeHelo(const QString& text);

/// A domain with a record of its own: nothing else can be asked for.
[[nodiscard]] InputVerdict judgeDomain(const QString& text);

/// The sender as Postfix would hand it on: trimmed, without angle brackets.
[[nodiscard]] QString cleanedSender(const QString& text);
/// The domain as typed, or that of a mail address.
[[nodiscard]] QString cleanedDomain(const QString& text);

} // namespace ui
