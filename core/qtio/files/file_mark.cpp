// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/files/file_mark.h"

#include "core/maillog/string_table.h"
#include "core/qtio/files/read_at.h"

#include <algorithm>
#include <array>

#include <sys/stat.h>

namespace qtio {

namespace {

constexpr quint64 probe = 4096;

std::optional<quint64> hashAt(const ReadText& text, quint64 offset, quint64 size)
{
    std::array<char, probe> bytes{};
    const auto got = text(offset, std::span(bytes).first(static_cast<std::size_t>(size)));
    return got == size ? std::optional<quint64>(maillog::hashBytes(bytes.data(), got)) : std::nullopt;
}

} // namespace

std::optional<FileMark> markOf(int fd, quint64 length)
{
    struct stat status{};
    if (::fstat(fd, &status) != 0 || static_cast<quint64>(status.st_size) < length) {
        return std::nullopt;
    }
    const auto size = std::min(probe, length);
    const ReadText text = [fd](quint64 offset, std::span<char> bytes) { return readAt(fd, offset, bytes); };
    const auto head = hashAt(text, 0, size);
    const auto tail = hashAt(text, length - size, size);
    if (!head || !tail) {
        return std::nullopt;
    }
    return FileMark{status.st_dev, status.st_ino, length, *head, *tail};
}

bool isBeginningOf(const FileMark& mark, const ReadText& text)
{
    const auto size = std::min(probe, mark.length);
    return size > 0 && hashAt(text, 0, size) == mark.head &&
           hashAt(text, mark.length - size, size) == mark.tail;
}

bool hasKept(int fd, const FileMark& mark)
{
    return markOf(fd, mark.length) == mark;
}

} // namespace qtio
