// SPDX-License-Identifier: GPL-3.0-or-later
// Whose mail service a record of others belongs to, by the names their manuals ask to include.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace spf {

/// "Google Workspace" for "_spf.google.com"; empty when it is not known. Proper names: the same in every
/// language.
[[nodiscard]] std::string_view providerOf(std::string_view domain) noexcept;

/// Of the innermost known domain of a way ("example.com", "_spf.google.com", "ip4:192.0.2.0/24"); empty when
/// there is none.
[[nodiscard]] std::string_view providerOn(const std::vector<std::string>& path) noexcept;

} // namespace spf
