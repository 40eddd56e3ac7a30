// SPDX-License-Identifier: GPL-3.0-or-later
// What every fuzz target shares: the entry point and a check that holds in release builds, too.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace fuzz {

/// A broken promise ends the run: the fuzzer keeps the input, the corpus test fails.
inline void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

inline std::string_view text(const std::uint8_t* data, std::size_t size)
{
    return {reinterpret_cast<const char*>(data), size};
}

/// Cuts the first line off; the rest stays.
inline std::string_view takeLine(std::string_view& rest)
{
    const auto end = rest.find('\n');
    const auto line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return line;
}

} // namespace fuzz
