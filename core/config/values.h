// SPDX-License-Identifier: GPL-3.0-or-later
// The three values of a field: its default, what the file says, and what the product makes of it.
#pragma once

#include "core/config/ini_document.h"

#include <optional>
#include <string>
#include <string_view>

namespace config {

struct FieldValue
{
    std::optional<std::string> written; ///< as the product reads it; nothing when the key is not set
    std::string defaultValue;           ///< in a domain section what [globals] gives
    std::string effective;              ///< canonical; the default when `written` is not valid (SPEC A18)
    bool isValid = true;                ///< `written` is absent or usable
    bool isInherited = false;           ///< the default comes from [globals]
};

/// Any spelling of the section; it need not exist. An unknown key is its written text.
[[nodiscard]] FieldValue fieldValue(const IniDocument& document, std::string_view section,
                                    std::string_view key);

} // namespace config
