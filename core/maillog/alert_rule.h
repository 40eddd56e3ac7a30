// SPDX-License-Identifier: GPL-3.0-or-later
// "More than 20 fail in 10 minutes": a threshold the user set, watched while a log grows. The same watch goes
// over a log that is there, to see how often the rule would have fired.
#pragma once

#include "core/maillog/log.h"
#include "core/net/domain_pattern.h"
#include "core/net/network.h"

#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

namespace maillog {

/// What is counted together.
enum class AlertScope : std::uint8_t { All, EachDomain, EachAddress };

struct AlertRule
{
    std::variant<spf::Result, Action> what = spf::Result::Fail;
    std::uint64_t moreThan = 20;
    int minutes = 10;
    AlertScope scope = AlertScope::All;
    /// Only checks of this sender domain or this client; with scope All.
    std::variant<std::monostate, net::DomainPattern, net::Network> only;
    int againAfterMinutes = 60; ///< while it stays above; 0: once until it was below
    bool isOn = true;
};

struct AlertEvent
{
    std::int64_t time = 0; ///< of the check that passed the threshold, UTC milliseconds
    std::uint64_t count = 0;
    std::string name; ///< the domain or address, of scopes that count each
    friend bool operator==(const AlertEvent&, const AlertEvent&) = default;
};

/// Fires when the count rises above the threshold, and again only after it fell to it or after a pause.
class AlertWatch
{
public:
    explicit AlertWatch(AlertRule rule);

    [[nodiscard]] const AlertRule& rule() const noexcept { return m_rule; }

    /// Takes the rows from `first` on; rows that were taken before and are given again have changed.
    [[nodiscard]] std::vector<AlertEvent> take(const Log& log, Row first);

private:
    struct Hit
    {
        Row row;
        std::int64_t time;
        std::uint32_t count;
        Id group;
    };

    struct Group
    {
        std::uint64_t count = 0;
        bool isAbove = false;
        std::int64_t firedAt = 0;
    };

    [[nodiscard]] bool isMeant(const Log& log, Row row) const;
    [[nodiscard]] Id groupOf(const Log& log, Row row) const;
    [[nodiscard]] std::string nameOf(const Log& log, Id group) const;
    void forgetFrom(Row first);
    void forgetBefore(std::int64_t time);

    AlertRule m_rule;
    std::deque<Hit> m_hits; ///< of the last `minutes`
    std::unordered_map<Id, Group> m_groups;
    std::int64_t m_now = INT64_MIN;
};

/// The first row of the last `minutes` of a log: what a watch has to take to begin at its end.
[[nodiscard]] Row recentRow(const Log& log, int minutes);

/// Checks in the last `minutes` of the log, up to its last stamp.
[[nodiscard]] std::uint64_t recentChecks(const Log& log, int minutes);

} // namespace maillog
