// SPDX-License-Identifier: GPL-3.0-or-later
// Files that only their owner may read: what the program keeps of the settings of others (history, unsaved
// edits). Folders 0700, files 0600, each written whole or not at all.
#pragma once

#include "core/qtio/files/file_store.h"

#include <optional>

namespace qtio {

/// Of this user, shared by all programs of the product; the history of saves is in "history".
[[nodiscard]] QString dataFolder();
/// Made with all that is missing above it; nothing when it is there.
[[nodiscard]] std::optional<FileError> makePrivateFolder(const QString& folder);
[[nodiscard]] std::optional<FileError> writePrivateFile(const QString& path, const QByteArray& bytes);
/// Nothing when it cannot be read.
[[nodiscard]] std::optional<QByteArray> readWhole(const QString& path);

} // namespace qtio
