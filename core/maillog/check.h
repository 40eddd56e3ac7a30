// SPDX-License-Identifier: GPL-3.0-or-later
// What one SPF check of a mail log says, as closed sets of words (INTERFACES.md, log summary; SPEC D-V3).
#pragma once

#include "core/policy/decision.h"
#include "core/spf/result.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace maillog {

/// What was done with the mail. Unknown: the log does not say.
enum class Action : std::uint8_t { Bypass, TempBlock, Block, Skip, Unknown };
inline constexpr std::array<Action, 5> allActions{Action::Bypass, Action::TempBlock, Action::Block,
                                                  Action::Skip, Action::Unknown};
[[nodiscard]] std::string_view word(Action action) noexcept; ///< "bypass", ..., "unknown"
/// Our words and those of policy programs: "prepend", "reject", "defer", "dunno", "550 ...", any case.
[[nodiscard]] std::optional<Action> parseAction(std::string_view text) noexcept;

/// Whose line it is.
enum class Dialect : std::uint8_t {
    PolicydSpf,    ///< pypolicyd-spf, spf-engine (SPEC 5.3)
    PolicySpfPerl, ///< postfix-policyd-spf-perl
    SpfPolicyd,    ///< our daemon (SPEC 1.6)
    Vendor,        ///< SPFPolicyd in a form we do not know: read by best effort
    Rspamd,        ///< a result of rspamd for a message that no policy program checked
    OpenDmarc,     ///< the same of OpenDMARC
    Tmems,         ///< Trend Micro Email Security: mail tracking, X-TM-Received-SPF (SPEC 4)
    User,          ///< a pattern of the user's own
    Postfix        ///< smtpd and cleanup: they repeat refusals, so no row is theirs
};
[[nodiscard]] std::string_view word(Dialect dialect) noexcept;

/// Fields read by best effort (D-V3), as bits.
enum class Field : std::uint16_t {
    Result = 1,
    Action = 2,
    Identity = 4,
    Address = 8,
    Helo = 16,
    Sender = 32,
    Recipient = 64,
    Domain = 128
};

class Fields
{
public:
    constexpr Fields() noexcept = default;

    constexpr explicit Fields(std::uint16_t bits) noexcept : m_bits(bits) {}

    constexpr void add(Field field) noexcept { m_bits = static_cast<std::uint16_t>(m_bits | bit(field)); }

    constexpr void remove(Field field) noexcept { m_bits = static_cast<std::uint16_t>(m_bits & ~bit(field)); }

    [[nodiscard]] constexpr bool contains(Field field) const noexcept { return (m_bits & bit(field)) != 0; }

    [[nodiscard]] constexpr bool empty() const noexcept { return m_bits == 0; }

    [[nodiscard]] constexpr std::uint16_t bits() const noexcept { return m_bits; }

    friend constexpr bool operator==(Fields, Fields) noexcept = default;

private:
    static constexpr std::uint16_t bit(Field field) noexcept { return static_cast<std::uint16_t>(field); }

    std::uint16_t m_bits = 0;
};

} // namespace maillog
