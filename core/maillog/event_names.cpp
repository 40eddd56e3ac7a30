// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/event_names.h"

#include "core/base/ascii.h"

#include <algorithm>

namespace maillog {

namespace {

std::optional<HashedAddress> readAddress(std::string_view text) noexcept
{
    if (const auto address = net::IpAddress::parse(text)) {
        return HashedAddress(*address); // nearly always
    }
    if (text.starts_with('[') && text.ends_with(']')) {
        text = text.substr(1, text.size() - 2);
    }
    if (base::startsWithIgnoreCase(text, "ipv6:")) {
        text.remove_prefix(5);
    }
    const auto address =
        net::IpAddress::parse(text.substr(0, text.find('%'))); // a zone id is local to the host
    return address ? std::optional(HashedAddress(*address)) : std::nullopt;
}

std::string_view canonicalDomain(std::string_view domain, TextPool& pool)
{
    if (domain.ends_with('.')) {
        domain.remove_suffix(1);
    }
    const bool isLower = std::all_of(domain.begin(), domain.end(), [](char c) { return c < 'A' || c > 'Z'; });
    if (isLower) {
        return domain;
    }
    auto& lowered = pool.current();
    lowered = base::toLower(domain);
    pool.keep();
    return lowered;
}

} // namespace

std::string& TextPool::current()
{
    if (m_used == m_texts.size()) {
        m_texts.emplace_back();
    }
    return m_texts[m_used];
}

void TextPool::keep() noexcept
{
    ++m_used;
}

EventNames namesOf(const Event& event, TextPool& pool)
{
    return {readAddress(event.address),  HashedText(canonicalDomain(event.domain, pool)),
            HashedText(event.helo),      HashedText(event.sender),
            HashedText(event.recipient), HashedText(event.rule)};
}

} // namespace maillog
