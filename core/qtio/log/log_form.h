// SPDX-License-Identifier: GPL-3.0-or-later
// What a log is by its first bytes, not by its name.
#pragma once

#include "core/qtio/log/log_file.h"

#include <optional>
#include <string_view>

namespace qtio {

enum class Packing { None, Gzip, Archive };

inline constexpr qsizetype longestMagic = 6; ///< bytes that tell the packing

[[nodiscard]] Packing packingOf(std::string_view head) noexcept;
/// Why the first bytes of a text, unpacked from such a file, are not those of a log.
[[nodiscard]] std::optional<LogFileError> refusalOf(std::string_view text, Packing packing);

} // namespace qtio
