// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/batch_results.h"

#include "core/net/ip_address.h"

#include <algorithm>
#include <array>

namespace ui {

namespace {

BatchKind kindOf(const qtio::CheckOutcome& outcome)
{
    if (!outcome.decision.result) {
        return BatchKind::Skip;
    }
    switch (*outcome.decision.result) {
    case spf::Result::Pass:
        return BatchKind::Pass;
    case spf::Result::None:
        return BatchKind::None;
    case spf::Result::Neutral:
        return BatchKind::Neutral;
    case spf::Result::SoftFail:
        return BatchKind::SoftFail;
    case spf::Result::Fail:
        return BatchKind::Fail;
    case spf::Result::TempError:
        return BatchKind::TempError;
    case spf::Result::PermError:
        break;
    }
    return BatchKind::PermError;
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// `wanted` is in lower case. Goes over all texts of all rows at every key: plain loops.
bool holds(std::string_view text, std::string_view wanted)
{
    for (std::size_t start = 0; start + wanted.size() <= text.size(); ++start) {
        std::size_t same = 0;
        while (same < wanted.size() && lower(text[start + same]) == wanted[same]) {
            ++same;
        }
        if (same == wanted.size()) {
            return true;
        }
    }
    return false;
}

std::string lowered(const QString& text)
{
    std::string bytes = text.toStdString();
    std::ranges::transform(bytes, bytes.begin(), lower);
    return bytes;
}

bool holdsText(const BatchResults& results, std::size_t row, const std::string& wanted)
{
    const auto& request = results.mail(row).request;
    if (!request) {
        return holds(request.error().text.toStdString(), wanted);
    }
    const qtio::BatchOutcome& outcome = results.outcomes[row];
    return holds(request->clientAddress, wanted) || holds(request->sender, wanted) ||
           holds(request->heloName, wanted) || holds(results.term(row), wanted) ||
           (outcome && holds(outcome->decision.rule, wanted));
}

bool passesKind(const BatchResults& results, std::size_t row, const BatchFilter& filter)
{
    const std::optional<BatchKind> kind = results.kind(row);
    return filter.kinds.none() || (kind && filter.kinds.test(static_cast<std::size_t>(*kind)));
}

/// `key` gives what a row is sorted by, or nothing.
template <class KeyOf>
void sortBy(std::span<std::uint32_t> rows, Qt::SortOrder order, KeyOf key)
{
    using Keyed = std::pair<decltype(key(0)), std::uint32_t>;
    std::vector<Keyed> keyed;
    keyed.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        keyed.emplace_back(key(row), row);
    }
    std::ranges::stable_sort(keyed, [order](const Keyed& a, const Keyed& b) {
        if (!a.first || !b.first) {
            return a.first && !b.first;
        }
        return order == Qt::AscendingOrder ? *a.first < *b.first : *b.first < *a.first;
    });
    std::ranges::transform(keyed, rows.begin(), &Keyed::second);
}

using Text = std::optional<std::string_view>;
using Number = std::optional<std::int64_t>;

Text mailText(const BatchResults& results, std::size_t row, std::string policy::Request::* part)
{
    const auto& request = results.mail(row).request;
    return request ? Text(*request.*part) : std::nullopt;
}

} // namespace

std::optional<spf::Result> resultOf(BatchKind kind)
{
    constexpr std::array order{spf::Result::Pass,     spf::Result::None, spf::Result::Neutral,
                               spf::Result::SoftFail, spf::Result::Fail, spf::Result::TempError,
                               spf::Result::PermError};
    const auto index = static_cast<std::size_t>(kind);
    return index < order.size() ? std::optional(order[index]) : std::nullopt;
}

std::optional<BatchKind> BatchResults::kind(std::size_t row) const
{
    if (!mail(row).request) {
        return BatchKind::Unreadable;
    }
    return outcomes[row] ? std::optional(kindOf(*outcomes[row])) : std::nullopt;
}

const spf::Report* BatchResults::report(std::size_t row) const
{
    return outcomes[row] && outcomes[row]->report ? &*outcomes[row]->report : nullptr;
}

std::string_view BatchResults::term(std::size_t row) const
{
    const spf::Report* found = report(row);
    if (found == nullptr) {
        return {};
    }
    return found->mechanism.empty() && found->problem ? found->problem->term : found->mechanism;
}

bool passes(const BatchResults& results, std::size_t row, const BatchFilter& filter)
{
    return passesKind(results, row, filter) &&
           (filter.text.isEmpty() || holdsText(results, row, lowered(filter.text)));
}

std::vector<std::uint32_t> filteredRows(const BatchResults& results, const BatchFilter& filter)
{
    const std::string text = lowered(filter.text);
    std::vector<std::uint32_t> rows;
    for (std::size_t row = 0; row < results.size(); ++row) {
        if (passesKind(results, row, filter) && (text.empty() || holdsText(results, row, text))) {
            rows.push_back(static_cast<std::uint32_t>(row));
        }
    }
    return rows;
}

void sortRows(const BatchResults& results, BatchColumn column, Qt::SortOrder order,
              std::span<std::uint32_t> rows)
{
    const auto outcome = [&](std::size_t row) { return results.outcomes[row].get(); };
    switch (column) {
    case BatchColumn::Number:
        return sortBy(rows, order, [](std::size_t row) { return Number(row); });
    case BatchColumn::Client:
        return sortBy(rows, order, [&](std::size_t row) {
            const Text text = mailText(results, row, &policy::Request::clientAddress);
            return text ? net::IpAddress::parse(*text) : std::nullopt;
        });
    case BatchColumn::Sender:
        return sortBy(rows, order,
                      [&](std::size_t row) { return mailText(results, row, &policy::Request::sender); });
    case BatchColumn::Helo:
        return sortBy(rows, order,
                      [&](std::size_t row) { return mailText(results, row, &policy::Request::heloName); });
    case BatchColumn::Result:
        return sortBy(rows, order, [&](std::size_t row) { return results.kind(row); });
    case BatchColumn::Action:
        return sortBy(rows, order, [&](std::size_t row) {
            return outcome(row) ? std::optional(outcome(row)->decision.action) : std::nullopt;
        });
    case BatchColumn::Term:
        return sortBy(rows, order, [&](std::size_t row) {
            const std::string_view term = results.term(row);
            return term.empty() ? Text() : Text(term);
        });
    case BatchColumn::Rule:
        return sortBy(rows, order, [&](std::size_t row) {
            return outcome(row) ? Text(outcome(row)->decision.rule) : std::nullopt;
        });
    case BatchColumn::Lookups:
        return sortBy(rows, order, [&](std::size_t row) {
            const spf::Report* report = results.report(row);
            return report != nullptr ? Number(report->lookups) : std::nullopt;
        });
    case BatchColumn::Time:
        return sortBy(rows, order, [&](std::size_t row) {
            const spf::Report* report = results.report(row);
            return report != nullptr ? Number(report->elapsed.count()) : std::nullopt;
        });
    }
}

} // namespace ui
