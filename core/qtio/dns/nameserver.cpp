// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/dns/nameserver.h"

#include "core/base/ascii.h"

#include <fmt/format.h>

#include <QHostAddress>
#include <QHostInfo>
#include <QThreadPool>

#include <algorithm>
#include <future>
#include <memory>

namespace qtio {

using Code = NameserverError::Code;

namespace {

struct Parts
{
    std::string_view host;
    std::size_t hostAt = 0;
    std::uint16_t port = 53;
};

tl::expected<Parts, NameserverError> cutAt(std::string_view host, std::size_t hostAt, std::string_view port,
                                           std::size_t portAt)
{
    Parts parts{host, hostAt};
    if (!port.empty()) {
        const auto number = port.front() == ':' ? base::parseNumber(port.substr(1), 65535) : std::nullopt;
        if (!number || *number == 0) {
            return tl::unexpected(NameserverError{Code::BadPort, portAt});
        }
        parts.port = static_cast<std::uint16_t>(*number);
    }
    return parts;
}

tl::expected<Parts, NameserverError> cut(std::string_view text)
{
    if (text.empty()) {
        return tl::unexpected(NameserverError{Code::Empty, 0});
    }
    if (text.starts_with('[')) {
        const auto end = text.find(']');
        if (end == std::string_view::npos) {
            return tl::unexpected(NameserverError{Code::OpenBracket, 0});
        }
        return cutAt(text.substr(1, end - 1), 1, text.substr(end + 1), end + 1);
    }
    const auto colon = text.find(':');
    // More than one colon without brackets is an IPv6 address: it leaves no room for a port.
    if (colon == std::string_view::npos || text.find(':', colon + 1) != std::string_view::npos) {
        return Parts{text, 0};
    }
    return cutAt(text.substr(0, colon), 0, text.substr(colon), colon);
}

/// Letters, digits and hyphens (RFC 1123 2.1); all digits and dots would be an address gone wrong.
bool isHostName(std::string_view host)
{
    if (host.ends_with('.')) {
        host.remove_suffix(1);
    }
    const auto isPlain = [](char c) { return base::isAlnum(c) || c == '-' || c == '_'; };
    const auto isLabel = [&](std::string_view label) {
        return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
               std::ranges::all_of(label, isPlain);
    };
    const auto labels = base::split(host, '.');
    return host.size() <= 253 && std::ranges::all_of(labels, isLabel) &&
           !std::ranges::all_of(labels.back(), base::isDigit);
}

/// Its first address as the system sees it. The C library cannot be told when to give up: it is left behind.
std::optional<net::IpAddress> addressOf(std::string_view host, std::chrono::milliseconds limit)
{
    auto promise = std::make_shared<std::promise<QList<QHostAddress>>>();
    auto future = promise->get_future();
    const auto name = QString::fromLatin1(host.data(), static_cast<qsizetype>(host.size()));
    QThreadPool::globalInstance()->start(
        [promise, name] { promise->set_value(QHostInfo::fromName(name).addresses()); });
    if (future.wait_for(limit) != std::future_status::ready) {
        return std::nullopt;
    }
    for (const QHostAddress& address : future.get()) {
        if (const auto read = net::IpAddress::parse(address.toString().toStdString())) {
            return read; // scoped link-local addresses are passed over: they have no place in a message
        }
    }
    return std::nullopt;
}

} // namespace

tl::expected<Nameserver, NameserverError> Nameserver::parse(std::string_view text)
{
    const auto parts = cut(text);
    if (!parts) {
        return tl::unexpected(parts.error());
    }
    // Always the loopback (RFC 6761 6.3), also on a machine without /etc/hosts.
    const bool isLoopback = base::equalsIgnoreCase(parts->host, "localhost");
    const auto address = net::IpAddress::parse(isLoopback ? "127.0.0.1" : parts->host);
    if (!address) {
        const auto code = isHostName(parts->host) ? Code::HostName : Code::NotAnAddress;
        return tl::unexpected(NameserverError{code, parts->hostAt});
    }
    return Nameserver{*address, parts->port};
}

std::string hostOf(std::string_view text)
{
    const auto parts = cut(text);
    return parts ? std::string(parts->host) : std::string();
}

std::uint16_t portOf(std::string_view text)
{
    const auto parts = cut(text);
    return parts ? parts->port : std::uint16_t{0};
}

tl::expected<Nameserver, NameserverError> resolveNameserver(std::string_view text,
                                                            std::chrono::milliseconds limit)
{
    auto server = Nameserver::parse(text);
    if (server || server.error().code != Code::HostName) {
        return server;
    }
    const auto parts = cut(text);
    const auto address = addressOf(parts->host, limit);
    if (!address) {
        return tl::unexpected(NameserverError{Code::UnknownHost, parts->hostAt});
    }
    return Nameserver{*address, parts->port};
}

std::string Nameserver::toString() const
{
    return address.isV4() ? fmt::format("{}:{}", address.toString(), port)
                          : fmt::format("[{}]:{}", address.toString(), port);
}

} // namespace qtio
