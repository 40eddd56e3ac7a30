// SPDX-License-Identifier: GPL-3.0-or-later
// Fetching ahead what will be needed soon: where data do not fit the caches, waiting for them takes longer
// than all work on them.
#pragma once

namespace base {

/// Fetches the cache line of `place`. To GCC a function that does nothing else has no effect, and is left out
/// with all that call it; the empty statement is one.
inline void prefetch(const void* place) noexcept
{
    __builtin_prefetch(place);
    __asm__ volatile("" : : "r"(place));
}

} // namespace base
