// SPDX-License-Identifier: GPL-3.0-or-later
// Work on many rows by two threads: more of them would only wait for the memory (MAILLOG.md 3).
#pragma once

#include <cstddef>
#include <thread>

namespace maillog {

/// Calls `work(half, begin, end)` for 0 and 1, or once for all of them when they are few.
template <class Work>
void inHalves(std::size_t count, const Work& work, std::size_t few = std::size_t{1} << 18U)
{
    if (count < few || std::thread::hardware_concurrency() < 2) {
        work(std::size_t{0}, std::size_t{0}, count);
        return;
    }
    std::thread other([&] { work(std::size_t{1}, count / 2, count); });
    work(std::size_t{0}, std::size_t{0}, count / 2);
    other.join();
}

} // namespace maillog
