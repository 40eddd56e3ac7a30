// SPDX-License-Identifier: GPL-3.0-or-later
// The clock of a host as a table: which offset from UTC held when. The core reads no zone files; core/qtio
// makes the table (MAILLOG.md, "Zone": a traditional stamp is in the server's zone).
#pragma once

#include <cstdint>
#include <vector>

namespace maillog {

class ZoneRules
{
public:
    struct Transition
    {
        std::int64_t utc = 0;    ///< seconds since 1970
        std::int32_t offset = 0; ///< seconds east of UTC from then on
        friend bool operator==(const Transition&, const Transition&) = default;
    };
    /// Which of the two passes of an hour that comes twice.
    enum class Pass { First, Second };

    struct Local
    {
        std::int32_t offset = 0; ///< seconds east of UTC
        bool repeated = false;   ///< this wall time comes twice
        friend bool operator==(const Local&, const Local&) = default;
    };

    /// UTC.
    ZoneRules() = default;
    /// `transitions` ascending by time.
    ZoneRules(std::int32_t firstOffset, std::vector<Transition> transitions);
    [[nodiscard]] static ZoneRules fixed(std::int32_t offsetSeconds);

    [[nodiscard]] std::int32_t offsetAt(std::int64_t utc) const noexcept;
    /// When the clock is put forward or back next; never: the largest number.
    [[nodiscard]] std::int64_t nextChange(std::int64_t utc) const noexcept;
    /// For a wall clock time in seconds since 1970 read as if it were UTC. A time that a clock put forward
    /// has skipped is read with the offset before the change.
    [[nodiscard]] Local atWall(std::int64_t wall, Pass pass) const noexcept;

    /// All of it as one number, for keys.
    [[nodiscard]] std::uint64_t hash() const noexcept;

    friend bool operator==(const ZoneRules&, const ZoneRules&) = default;

private:
    std::int32_t m_firstOffset = 0;
    std::vector<Transition> m_transitions;
};

} // namespace maillog
