// SPDX-License-Identifier: GPL-3.0-or-later
// ssh and sudo ask for passwords through a program of the user's choice (SSH_ASKPASS, SUDO_ASKPASS): here
// that is this program once more, in a process of its own that prints the answer and ends. The window that
// edits files never sees a password.
#pragma once

#include <QString>

namespace ask_pass {

/// Set in the environment of the commands that may ask.
inline constexpr const char* marker = "SPM_ASK_PASS";

/// What the asking process is told of the one that started the command, in its environment: how to look.
inline constexpr const char* languageMarker = "SPM_ASK_PASS_LANGUAGE";
inline constexpr const char* themeMarker = "SPM_ASK_PASS_THEME";

/// This process was started by ssh or sudo to ask.
[[nodiscard]] bool isWanted(int argumentCount);

/// The exit status: 0 when answered (on standard output), 1 when the user would not. Needs a QApplication.
[[nodiscard]] int ask(const QString& prompt);

} // namespace ask_pass
