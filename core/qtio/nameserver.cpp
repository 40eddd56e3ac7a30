// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/nameserver.h"

#include "core/base/ascii.h"

#include <fmt/format.h>

namespace qtio {

using Code = NameserverError::Code;

namespace {

struct Parts
{
    std::string_view host;
    std::size_t hostAt = 0;
    std::string_view port; ///< with its ":", empty when there is none
    std::size_t portAt = 0;
};

tl::expected<Parts, NameserverError> cut(std::string_view text)
{
    if (text.starts_with('[')) {
        const auto end = text.find(']');
        if (end == std::string_view::npos) {
            return tl::unexpected(NameserverError{Code::OpenBracket, 0});
        }
        return Parts{text.substr(1, end - 1), 1, text.substr(end + 1), end + 1};
    }
    const auto colon = text.find(':');
    // More than one colon without brackets is an IPv6 address: it leaves no room for a port.
    if (colon == std::string_view::npos || text.find(':', colon + 1) != std::string_view::npos) {
        return Parts{text, 0, {}, text.size()};
    }
    return Parts{text.substr(0, colon), 0, text.substr(colon), colon};
}

} // namespace

tl::expected<Nameserver, NameserverError> Nameserver::parse(std::string_view text)
{
    if (text.empty()) {
        return tl::unexpected(NameserverError{Code::Empty, 0});
    }
    const auto parts = cut(text);
    if (!parts) {
        return tl::unexpected(parts.error());
    }
    const auto address = net::IpAddress::parse(parts->host);
    if (!address) {
        return tl::unexpected(NameserverError{Code::NotAnAddress, parts->hostAt});
    }
    Nameserver server{*address, 53};
    if (!parts->port.empty()) {
        const auto port =
            parts->port.front() == ':' ? base::parseNumber(parts->port.substr(1), 65535) : std::nullopt;
        if (!port || *port == 0) {
            return tl::unexpected(NameserverError{Code::BadPort, parts->portAt});
        }
        server.port = static_cast<std::uint16_t>(*port);
    }
    return server;
}

std::string Nameserver::toString() const
{
    return address.isV4() ? fmt::format("{}:{}", address.toString(), port)
                          : fmt::format("[{}]:{}", address.toString(), port);
}

} // namespace qtio
