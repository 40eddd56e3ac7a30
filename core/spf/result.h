// SPDX-License-Identifier: GPL-3.0-or-later
// The seven results of check_host() (RFC 7208 2.6).
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace spf {

enum class Result { Pass, Neutral, SoftFail, Fail, None, TempError, PermError };

/// In the order of config.ini (SPEC 1.3).
inline constexpr std::array<Result, 7> allResults{Result::Pass,     Result::Neutral, Result::SoftFail,
                                                  Result::Fail,     Result::None,    Result::TempError,
                                                  Result::PermError};

/// "pass", "softfail", ...: keys, JSON, the interface.
[[nodiscard]] constexpr std::string_view word(Result result) noexcept
{
    constexpr std::array<std::string_view, 7> words{"pass", "neutral",   "softfail", "fail",
                                                    "none", "temperror", "permerror"};
    return words[static_cast<std::size_t>(result)];
}

/// "Pass", "SoftFail", "TempError", ...: as written in Received-SPF (SPEC 2.3).
[[nodiscard]] constexpr std::string_view headerWord(Result result) noexcept
{
    constexpr std::array<std::string_view, 7> words{"Pass", "Neutral",   "SoftFail", "Fail",
                                                    "None", "TempError", "PermError"};
    return words[static_cast<std::size_t>(result)];
}

/// Any case.
[[nodiscard]] std::optional<Result> parseResult(std::string_view text) noexcept;

} // namespace spf
