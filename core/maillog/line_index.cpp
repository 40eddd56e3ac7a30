// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/line_index.h"

namespace maillog {

LineIndex::Mark LineIndex::mark(std::uint64_t n) const noexcept
{
    return n == 0 ? Mark{} : Mark{n * stride, m_offsets[n - 1]};
}

LineIndex::Mark LineIndex::beforeLine(std::uint64_t line) const noexcept
{
    return mark(std::min<std::uint64_t>(line / stride, m_offsets.size()));
}

LineIndex::Mark LineIndex::beforeOffset(std::uint64_t offset) const noexcept
{
    std::uint64_t low = 0; // the mark sought is not before this one ...
    std::uint64_t high = m_offsets.size();
    while (low < high) { // ... nor behind that one
        const auto middle = low + (high - low + 1) / 2;
        if (m_offsets[middle - 1] <= offset) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return mark(low);
}

} // namespace maillog
