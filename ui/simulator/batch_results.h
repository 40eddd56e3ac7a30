// SPDX-License-Identifier: GPL-3.0-or-later
// Many mails and what became of them: the data behind table, chips and exports.
#pragma once

#include "core/qtio/runs/batch_run.h"

#include <QString>

#include <bitset>
#include <optional>
#include <span>

namespace ui {

/// What a row counts as, in the order in which results stand everywhere.
enum class BatchKind { Pass, None, Neutral, SoftFail, Fail, TempError, PermError, Skip, Unreadable };
inline constexpr std::size_t batchKindCount = 9;

/// The result a kind stands for; nothing for the last two.
[[nodiscard]] std::optional<spf::Result> resultOf(BatchKind kind);

enum class BatchColumn { Number, Client, Sender, Helo, Result, Action, Term, Rule, Lookups, Time };
inline constexpr int batchColumnCount = 10;

struct BatchResults
{
    std::shared_ptr<const std::vector<qtio::MailRow>> mails =
        std::make_shared<const std::vector<qtio::MailRow>>();
    std::vector<qtio::BatchOutcome> outcomes; ///< one for each mail; null while there is none

    [[nodiscard]] std::size_t size() const { return mails->size(); }

    [[nodiscard]] const qtio::MailRow& mail(std::size_t row) const { return (*mails)[row]; }

    /// Nothing for a mail that was not checked yet.
    [[nodiscard]] std::optional<BatchKind> kind(std::size_t row) const;
    /// The term that decided or was wrong; empty when there is none.
    [[nodiscard]] std::string_view term(std::size_t row) const;
    [[nodiscard]] const spf::Report* report(std::size_t row) const;
};

struct BatchFilter
{
    std::bitset<batchKindCount> kinds; ///< none set: all
    QString text;                      ///< anywhere in address, sender, HELO, term or rule; ASCII in any case

    [[nodiscard]] bool isActive() const { return kinds.any() || !text.isEmpty(); }

    friend bool operator==(const BatchFilter&, const BatchFilter&) = default;
};

/// Rows that pass, in the order of their numbers.
[[nodiscard]] std::vector<std::uint32_t> filteredRows(const BatchResults& results, const BatchFilter& filter);
[[nodiscard]] bool passes(const BatchResults& results, std::size_t row, const BatchFilter& filter);

/// Keeps the order of equal rows. Rows that have nothing in the column come last in both directions.
void sortRows(const BatchResults& results, BatchColumn column, Qt::SortOrder order,
              std::span<std::uint32_t> rows);

} // namespace ui
