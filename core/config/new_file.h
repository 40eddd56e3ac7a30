// SPDX-License-Identifier: GPL-3.0-or-later
// A config.ini to begin with: every key of [globals] in canonical order, written out (SPEC 1.3, A3).
#pragma once

#include "core/config/ini_document.h"
#include "core/net/network.h"

#include <cstdint>
#include <vector>

namespace config {

enum class Profile : std::uint8_t {
    ImsvaDefaults, ///< what IMSVA ships (SPEC 1.3, 1.4)
    Recommended,   ///< refuses fail, defers temperror (RFC 7208 8.6), replies with the codes of RFC 7372
    ObserveOnly,   ///< refuses nothing; header and log tell what would have been
};

struct NewFile
{
    Profile profile = Profile::ImsvaDefaults;
    std::vector<net::Network> ownNetworks; ///< exempt besides 127.0.0.1; IPv4 (SPEC A10)
};

/// UTF-8, LF; clean by the lint.
[[nodiscard]] IniDocument newDocument(const NewFile& file = {});

} // namespace config
