// SPDX-License-Identifier: GPL-3.0-or-later
// Where the answers of one call come from: system or named server, zone file, recorded answers; drafts over
// it; everything written down on the way when asked for.
#pragma once

#include "app/cli/command.h"
#include "core/qtio/dns/resolver.h"

#include <tl/expected.hpp>

#include <memory>

namespace cli {

class DnsSource
{
public:
    DnsSource();
    DnsSource(DnsSource&&) noexcept;
    DnsSource& operator=(DnsSource&&) noexcept;
    ~DnsSource();

    /// The options that choose a source, for commands that have them.
    [[nodiscard]] static QList<Option> options();

    /// The error is printed when the options or files are wrong.
    [[nodiscard]] static tl::expected<DnsSource, Exit> open(Context& context, const Arguments& arguments);

    [[nodiscard]] qtio::Resolver& resolver() const;

    /// Writes the answers seen, when --save-dns was given.
    [[nodiscard]] Exit save(Context& context) const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace cli
