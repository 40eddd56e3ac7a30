// SPDX-License-Identifier: GPL-3.0-or-later
// Plans as data: applying, inverting, making the smallest.
#include "core/config/edits.h"

#include <algorithm>
#include <cassert>

namespace config {

std::string applied(std::string_view bytes, std::span<const TextEdit> plan)
{
    std::string result;
    std::size_t position = 0;
    for (const TextEdit& edit : plan) {
        assert(edit.position >= position && edit.position + edit.length <= bytes.size());
        result.append(bytes, position, edit.position - position);
        result += edit.replacement;
        position = edit.position + edit.length;
    }
    return result.append(bytes, position);
}

IniDocument applied(const IniDocument& document, std::span<const TextEdit> plan)
{
    return plan.empty() ? document : IniDocument::parse(applied(document.bytes(), plan));
}

EditPlan inverse(std::string_view before, std::span<const TextEdit> plan)
{
    EditPlan back;
    std::size_t inserted = 0;
    std::size_t removed = 0;
    for (const TextEdit& edit : plan) {
        back.push_back({edit.position + inserted - removed, edit.replacement.size(),
                        std::string(before.substr(edit.position, edit.length))});
        inserted += edit.replacement.size();
        removed += edit.length;
    }
    return back;
}

EditPlan planBetween(std::string_view before, std::string_view after)
{
    if (before == after) {
        return {};
    }
    const auto head = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    const auto prefix = static_cast<std::size_t>(head.first - before.begin());
    std::size_t suffix = 0;
    const std::size_t most = std::min(before.size(), after.size()) - prefix;
    while (suffix < most && before[before.size() - 1 - suffix] == after[after.size() - 1 - suffix]) {
        ++suffix;
    }
    return {{prefix, before.size() - prefix - suffix,
             std::string(after.substr(prefix, after.size() - prefix - suffix))}};
}

} // namespace config
