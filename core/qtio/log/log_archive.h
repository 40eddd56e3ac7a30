// SPDX-License-Identifier: GPL-3.0-or-later
// bz2, xz, zst and Z logs, and what is packed twice, by libarchive, as a stream.
#pragma once

#include "core/qtio/log/log_gzip.h"

#include <tl/expected.hpp>

#include <functional>
#include <string_view>

namespace qtio {

enum class ArchiveError { Damaged, Cancelled };

/// `take(block, bytes of the file)`; false from it cancels. Between two blocks it is asked with an empty one.
[[nodiscard]] tl::expected<void, ArchiveError>
unpackArchive(const ByteSource& source, const std::function<bool(std::string_view, quint64)>& take);

} // namespace qtio
