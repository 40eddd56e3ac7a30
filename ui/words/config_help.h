// SPDX-License-Identifier: GPL-3.0-or-later
// Help for every setting of config.ini (SPEC 1.3 to 1.7): what it does and what follows from it, in plain
// words.
#pragma once

#include "core/config/schema.h"
#include "ui/words/language.h"

#include <QString>

namespace words {

struct SettingHelp
{
    QString name; ///< for people ("Check HELO")
    QString meaning;
    QString consequence; ///< of the usual choices, and what to take care of
};

[[nodiscard]] SettingHelp help(const config::KeySchema& key);
/// In a language that may not be the one shown; what an SPF result means stays in that one.
[[nodiscard]] SettingHelp help(const config::KeySchema& key, const LanguageSwitch& languages,
                               Language language);
/// What a section is for.
[[nodiscard]] QString help(config::SectionKind section);

} // namespace words
