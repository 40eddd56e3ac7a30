// SPDX-License-Identifier: GPL-3.0-or-later
// By what a file that was read up to a place is known again: the size alone does not tell a file that was cut
// and has grown past its old size (copytruncate, MAILLOG.md 1).
#pragma once

#include <QtGlobal>

#include <functional>
#include <optional>
#include <span>

namespace qtio {

struct FileMark
{
    quint64 device = 0;
    quint64 inode = 0;
    quint64 length = 0; ///< bytes read
    quint64 head = 0;   ///< hash of the first 4 KiB of them
    quint64 tail = 0;   ///< hash of the last 4 KiB of them
    friend bool operator==(const FileMark&, const FileMark&) = default;
};

/// Nothing when it cannot be read so far, or has been cut since.
[[nodiscard]] std::optional<FileMark> markOf(int fd, quint64 length);
/// The file has everything it had, at the same place; it may have grown.
[[nodiscard]] bool hasKept(int fd, const FileMark& mark);
/// Another file's text begins with what was read: its copy (copytruncate). Of nothing read, none is known.
using ReadText = std::function<std::size_t(quint64 offset, std::span<char> bytes)>;
[[nodiscard]] bool isBeginningOf(const FileMark& mark, const ReadText& text);

} // namespace qtio
