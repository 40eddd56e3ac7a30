// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spf/record_cache.h"

#include <algorithm>

namespace spf {

RecordCache::RecordCache(std::size_t capacity) : m_capacity(std::max<std::size_t>(capacity, 1)) {}

std::shared_ptr<const Record> RecordCache::record(std::string_view text)
{
    if (const auto found = m_places.find(text); found != m_places.end()) {
        m_order.splice(m_order.begin(), m_order, found->second);
        return *found->second;
    }
    if (m_places.size() >= m_capacity) {
        m_places.erase(m_order.back()->text());
        m_order.pop_back();
    }
    auto record = std::make_shared<const Record>(Record::parse(std::string(text)));
    m_order.push_front(record);
    m_places.emplace(record->text(), m_order.begin());
    return record;
}

void RecordCache::clear() noexcept
{
    m_places.clear();
    m_order.clear();
}

} // namespace spf
