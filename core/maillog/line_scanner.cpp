// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/line_scanner.h"

#include <algorithm>

namespace maillog {

void LineScanner::keep(std::string_view piece)
{
    if (m_kept.empty()) {
        // A hole of NULs may be larger than anything we would want to keep.
        const auto start = std::min(piece.find_first_not_of('\0'), piece.size());
        m_unfinishedOffset += start;
        piece.remove_prefix(start);
    }
    m_kept.append(piece.substr(0, longestLine - std::min(longestLine, m_kept.size())));
}

void LineScanner::endUnfinished()
{
    if (m_unfinished) {
        m_unfinished = false;
        m_kept.clear();
        ++m_lines;
    }
}

} // namespace maillog
