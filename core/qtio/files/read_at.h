// SPDX-License-Identifier: GPL-3.0-or-later
// pread that is not stopped by a signal or by a piece: logs are never mapped, for a file cut by copytruncate
// would raise SIGBUS (MAILLOG.md 3).
#pragma once

#include <cerrno>
#include <cstdint>
#include <span>

#include <sys/types.h>
#include <unistd.h>

namespace qtio {

/// -1 with errno when it cannot be read.
[[nodiscard]] inline ssize_t preadAgain(int fd, std::span<char> bytes, std::uint64_t offset) noexcept
{
    ssize_t got = 0;
    do {
        got = ::pread(fd, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    } while (got < 0 && errno == EINTR);
    return got;
}

/// As many bytes as there are.
[[nodiscard]] inline std::size_t readAt(int fd, std::uint64_t offset, std::span<char> bytes) noexcept
{
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t got = preadAgain(fd, bytes.subspan(done), offset + done);
        if (got <= 0) {
            break;
        }
        done += static_cast<std::size_t>(got);
    }
    return done;
}

} // namespace qtio
