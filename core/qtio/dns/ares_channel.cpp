// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/dns/ares_channel.h"

#include <QtEndian>

#include <algorithm>
#include <utility>

namespace qtio {

namespace {

constexpr int receiveBuffer = 1 << 20; ///< bursts of answers to thousands of questions wait here

/// ares_library_init() counts its calls; c-ares needs none on Unix, but asks for it.
struct Library
{
    Library() { ares_library_init(ARES_LIB_INIT_ALL); }

    ~Library() { ares_library_cleanup(); }

    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
};

int openChannel(ares_channel& channel, ares_options& options, int mask)
{
    static const Library library;
    return ares_init_options(&channel, &options, mask);
}

ares_addr_port_node nodeFor(const Nameserver& server)
{
    ares_addr_port_node node{};
    node.family = server.address.isV4() ? AF_INET : AF_INET6;
    const auto bytes = server.address.bytes();
    auto* target = server.address.isV4() ? reinterpret_cast<std::uint8_t*>(&node.addr.addr4)
                                         : reinterpret_cast<std::uint8_t*>(&node.addr.addr6);
    std::copy(bytes.begin(), bytes.end(), target);
    node.udp_port = server.port;
    node.tcp_port = server.port;
    return node;
}

struct Sent
{
    AresChannel::Done done;
};

} // namespace

AresChannel::AresChannel(const Nameserver& server, const Options& options, QObject* parent)
    : QObject(parent), m_opened(open(server, options))
{
}

AresChannel::~AresChannel()
{
    if (m_channel != nullptr) {
        ares_destroy(m_channel);
    }
}

int AresChannel::open(const Nameserver& server, const Options& options)
{
    ares_options given{};
    given.flags = ARES_FLAG_NOCHECKRESP | ARES_FLAG_NOSEARCH | ARES_FLAG_NOALIASES | options.flags;
    given.timeout = static_cast<int>(options.firstWait.count());
    given.tries = options.tries;
    given.ednspsz = ednsSize;
    given.socket_receive_buffer_size = receiveBuffer;
    given.sock_state_cb = &AresChannel::onSocketState;
    given.sock_state_cb_data = this;
    given.lookups = const_cast<char*>("b"); // copied; the DNS alone, no hosts file
    // With everything given (no servers, domains and sorting so far) c-ares reads no file of the system's.
    const int mask = ARES_OPT_FLAGS | ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES | ARES_OPT_EDNSPSZ |
                     ARES_OPT_SOCK_RCVBUF | ARES_OPT_SOCK_STATE_CB | ARES_OPT_LOOKUPS | ARES_OPT_SERVERS |
                     ARES_OPT_DOMAINS | ARES_OPT_NDOTS | ARES_OPT_SORTLIST;
    if (const int status = openChannel(m_channel, given, mask); status != ARES_SUCCESS) {
        m_channel = nullptr;
        return status;
    }
    auto node = nodeFor(server);
    return ares_set_servers_ports(m_channel, &node);
}

void AresChannel::send(std::span<const std::uint8_t> query, Done done)
{
    if (m_opened != ARES_SUCCESS) {
        done({m_opened, 0, {}});
        return;
    }
    auto sent = std::make_unique<Sent>(Sent{std::move(done)});
    ares_send(m_channel, query.data(), static_cast<int>(query.size()), &AresChannel::onAnswer,
              sent.release());
}

void AresChannel::cancel()
{
    if (m_channel != nullptr) {
        ares_cancel(m_channel);
    }
}

void AresChannel::onAnswer(void* context, int status, int timeouts, unsigned char* data, int size)
{
    const std::unique_ptr<Sent> sent(static_cast<Sent*>(context));
    const auto length = data != nullptr && size > 0 ? static_cast<std::size_t>(size) : 0;
    sent->done({status, timeouts, {data, length}});
}

void AresChannel::onSocketState(void* context, ares_socket_t socket, int readable, int writable)
{
    static_cast<AresChannel*>(context)->watch(socket, readable != 0, writable != 0);
}

void AresChannel::watch(ares_socket_t socket, bool readable, bool writable)
{
    if (!readable && !writable) {
        // Closed by c-ares, perhaps from inside the notifier's own signal: switched off now, destroyed later.
        if (const auto old = m_watches.take(socket)) {
            for (auto* notifier : {old->read.release(), old->write.release()}) {
                if (notifier != nullptr) {
                    notifier->setEnabled(false);
                    notifier->deleteLater();
                }
            }
        }
        return;
    }
    auto& entry = m_watches[socket];
    if (!entry) {
        entry = std::make_shared<Watch>();
    }
    if (readable && !entry->read) {
        entry->read = std::make_unique<QSocketNotifier>(socket, QSocketNotifier::Read);
        connect(entry->read.get(), &QSocketNotifier::activated, this,
                [this, socket] { process(socket, ARES_SOCKET_BAD); });
    }
    if (writable && !entry->write) {
        entry->write = std::make_unique<QSocketNotifier>(socket, QSocketNotifier::Write);
        connect(entry->write.get(), &QSocketNotifier::activated, this,
                [this, socket] { process(ARES_SOCKET_BAD, socket); });
    }
    if (entry->read) {
        entry->read->setEnabled(readable);
    }
    if (entry->write) {
        entry->write->setEnabled(writable);
    }
}

void AresChannel::process(ares_socket_t readable, ares_socket_t writable)
{
    if (m_channel != nullptr) {
        ares_process_fd(m_channel, readable, writable);
    }
    Q_EMIT processed();
}

std::vector<Nameserver> systemNameservers()
{
    std::vector<Nameserver> servers;
    ares_options options{};
    ares_channel channel = nullptr;
    if (openChannel(channel, options, 0) != ARES_SUCCESS) {
        return servers;
    }
    ares_addr_port_node* nodes = nullptr;
    if (ares_get_servers_ports(channel, &nodes) == ARES_SUCCESS) {
        for (const auto* node = nodes; node != nullptr; node = node->next) {
            Nameserver server;
            if (node->family == AF_INET) {
                server.address = net::IpAddress::v4(qFromBigEndian(node->addr.addr4.s_addr));
            } else {
                net::IpAddress::Bytes bytes{};
                std::copy_n(reinterpret_cast<const std::uint8_t*>(&node->addr.addr6), bytes.size(),
                            bytes.begin());
                server.address = net::IpAddress::v6(bytes);
            }
            server.port = node->udp_port > 0 ? static_cast<std::uint16_t>(node->udp_port) : std::uint16_t{53};
            servers.push_back(server);
        }
        ares_free_data(nodes);
    }
    ares_destroy(channel);
    return servers;
}

} // namespace qtio
