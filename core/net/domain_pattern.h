// SPDX-License-Identifier: GPL-3.0-or-later
// An entry of a domain list or a domain section (SPEC 1.5, A2, A9): "d" is that name alone;
// "*.d", "*d" and ".d" are d and everything below it.
#pragma once

#include "core/net/domain_name.h"

namespace net {

class DomainPattern
{
public:
    enum class Kind { Exact, Subtree };

    [[nodiscard]] static tl::expected<DomainPattern, DomainError> parse(std::string_view text);
    [[nodiscard]] static DomainPattern exact(DomainName domain);
    [[nodiscard]] static DomainPattern subtree(DomainName domain);

    [[nodiscard]] Kind kind() const noexcept { return m_kind; }

    [[nodiscard]] const DomainName& domain() const noexcept { return m_domain; }

    [[nodiscard]] bool matches(const DomainName& name) const noexcept;
    /// Every name that `other` matches is matched by this one.
    [[nodiscard]] bool covers(const DomainPattern& other) const noexcept;
    /// "d" or "*.d", A-labels.
    [[nodiscard]] std::string canonical() const;

    friend bool operator==(const DomainPattern&, const DomainPattern&) noexcept = default;

private:
    DomainPattern(Kind kind, DomainName domain) noexcept : m_kind(kind), m_domain(std::move(domain)) {}

    Kind m_kind;
    DomainName m_domain;
};

} // namespace net
