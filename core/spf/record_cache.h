// SPDX-License-Identifier: GPL-3.0-or-later
// Parsed records between evaluations, found by their text: a result is never kept, a reading may be.
#pragma once

#include "core/spf/record.h"

#include <list>
#include <memory>
#include <string_view>
#include <unordered_map>

namespace spf {

class RecordCache
{
public:
    /// Holds `capacity` records at most; the one not used for longest goes first.
    explicit RecordCache(std::size_t capacity = 10'000);

    /// The record for `text`, which is one by Record::isSpf(). Stays valid while it is held.
    [[nodiscard]] std::shared_ptr<const Record> record(std::string_view text);

    [[nodiscard]] std::size_t size() const noexcept { return m_places.size(); }

    void clear() noexcept;

private:
    using Order = std::list<std::shared_ptr<const Record>>;
    std::size_t m_capacity;
    Order m_order;                                                  ///< last used first
    std::unordered_map<std::string_view, Order::iterator> m_places; ///< keys are the records' own texts
};

} // namespace spf
