// SPDX-License-Identifier: GPL-3.0-or-later
// The reference page of config.ini, made from the schema table and the words of the program, so that page,
// form and command line say the same.
#pragma once

#include "ui/words/language.h"

#include <QByteArray>

#include <array>

namespace reference {

inline constexpr std::array languages{words::Language::English, words::Language::Japanese};

/// "config-reference.en.md"
[[nodiscard]] QString fileName(words::Language language);
/// The page; `shown` speaks its language afterwards.
[[nodiscard]] QByteArray page(words::Language language, words::LanguageSwitch& shown);

} // namespace reference
