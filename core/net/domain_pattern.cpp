// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/domain_pattern.h"

namespace net {

tl::expected<DomainPattern, DomainError> DomainPattern::parse(std::string_view text)
{
    std::size_t prefix = text.starts_with('*') ? 1 : 0;
    if (text.substr(prefix).starts_with('.')) {
        ++prefix;
    }
    auto domain = DomainName::parse(text.substr(prefix));
    if (!domain) {
        DomainError error = domain.error();
        error.position += prefix;
        return tl::make_unexpected(error);
    }
    return DomainPattern(prefix == 0 ? Kind::Exact : Kind::Subtree, std::move(*domain));
}

DomainPattern DomainPattern::exact(DomainName domain)
{
    return {Kind::Exact, std::move(domain)};
}

DomainPattern DomainPattern::subtree(DomainName domain)
{
    return {Kind::Subtree, std::move(domain)};
}

bool DomainPattern::matches(const DomainName& name) const noexcept
{
    return m_kind == Kind::Exact ? name == m_domain : name.isWithin(m_domain);
}

bool DomainPattern::covers(const DomainPattern& other) const noexcept
{
    if (m_kind == Kind::Exact) {
        return other.m_kind == Kind::Exact && other.m_domain == m_domain;
    }
    return other.m_domain.isWithin(m_domain);
}

std::string DomainPattern::canonical() const
{
    return m_kind == Kind::Exact ? m_domain.ascii() : "*." + m_domain.ascii();
}

} // namespace net
