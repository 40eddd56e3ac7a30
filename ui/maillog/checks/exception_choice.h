// SPDX-License-Identifier: GPL-3.0-or-later
// What of a logged check can be put into a list of config.ini, what that would have meant for the log, and
// what the file would look like (SPEC 1.3, A6 to A12, CFG-033). Pure, for threads.
#pragma once

#include "core/config/edits.h"
#include "core/config/lint.h"
#include "core/config/overlap.h"
#include "core/maillog/statistics.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace ui {

enum class ListSide { Approved, Enforced };

struct ExceptionChoice
{
    enum class Kind {
        Address,
        Network, ///< /24 or /64 of the client
        Domain,
        DomainTree ///< the domain and all names below it
    };
    Kind kind = Kind::Address;
    std::string entry;
    friend bool operator==(const ExceptionChoice&, const ExceptionChoice&) = default;
};

/// In the order of Kind; those that the check has something for. No list takes mail addresses (CFG-028).
[[nodiscard]] std::vector<ExceptionChoice> exceptionChoices(const maillog::Check& check);
/// The key of [globals] that takes such entries.
[[nodiscard]] std::string listKey(ExceptionChoice::Kind kind, ListSide side);

/// The checks of a log that an entry speaks of; repetitions counted.
struct ExceptionEffect
{
    maillog::ResultCounts byResult{};
    maillog::ResultCounts turnedAway{}; ///< of them, rejected or deferred
    std::uint64_t skips = 0;

    [[nodiscard]] std::uint64_t checks() const;     ///< with a result
    [[nodiscard]] std::uint64_t rejections() const; ///< sum of turnedAway
    [[nodiscard]] std::uint64_t failures() const;   ///< fail and softfail
    friend bool operator==(const ExceptionEffect&, const ExceptionEffect&) = default;
};

/// One for each choice, in one pass; empty when cancelled.
[[nodiscard]] std::vector<ExceptionEffect> effectsOf(const maillog::Log& log,
                                                     std::span<const ExceptionChoice> choices,
                                                     const std::function<bool()>& cancelled = {});

/// The edit that adds an entry, and what is to be said about it.
struct ExceptionPlan
{
    config::Edited edits;
    bool isListed = false;              ///< the list has this entry already
    std::string after;                  ///< the whole file
    std::vector<config::Finding> found; ///< what the file did not have before
    config::Overlaps overlaps;
};

/// `note` becomes a comment line above the entry; both in the encoding of the file.
[[nodiscard]] ExceptionPlan planFor(const config::IniDocument& document, const std::string& key,
                                    const std::string& entry, const std::string& note);

} // namespace ui
