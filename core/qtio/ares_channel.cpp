// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/ares_channel.h"

#include <QRandomGenerator>
#include <QtEndian>

#include <utility>

namespace qtio {

namespace {

using namespace std::chrono_literals;

constexpr std::uint16_t ednsSize = 1232;    ///< what passes every path unfragmented (DNS Flag Day 2020)
constexpr int receiveBuffer = 1 << 20;      ///< bursts of answers to thousands of questions wait here
constexpr std::size_t mostPending = 0xf000; ///< ids are 16 bits
constexpr auto tick = 50ms;
constexpr auto ednsRetry = 1s;
constexpr auto portLifetime = 60s;

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

dns::Status statusOf(int status)
{
    switch (status) {
    case ARES_ETIMEOUT:
        return dns::Status::Timeout;
    case ARES_ECONNREFUSED:
        return dns::Status::Unreachable;
    case ARES_ECANCELLED:
    case ARES_EDESTRUCTION:
        return dns::Status::Cancelled;
    case ARES_EBADQUERY:
    case ARES_EBADNAME:
        return dns::Status::BadName;
    case ARES_EBADRESP:
        return dns::Status::Malformed;
    default:
        return dns::Status::Unreachable; // no memory, no socket: no server could be asked
    }
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

} // namespace

struct AresChannel::Sent
{
    AresChannel* channel;
    dns::Question question;
    std::uint16_t id;
    bool hasEdns;
    Done done;
};

AresChannel::AresChannel(Nameserver server, std::chrono::milliseconds firstWait, int tries)
    : m_server(server), m_serverName(server.toString()), m_firstWait(firstWait), m_tries(tries)
{
    m_tick.setInterval(tick);
    connect(&m_tick, &QTimer::timeout, this, [this] { process(ARES_SOCKET_BAD, ARES_SOCKET_BAD); });
}

AresChannel::~AresChannel()
{
    for (auto* channel : {m_channel, m_plain}) {
        if (channel != nullptr) {
            ares_destroy(channel);
        }
    }
}

/// Opens `channel` unless it is open.
int AresChannel::open(ares_channel& channel, int flags)
{
    if (channel != nullptr) {
        return ARES_SUCCESS;
    }
    ares_options options{};
    options.flags = ARES_FLAG_NOCHECKRESP | ARES_FLAG_NOSEARCH | ARES_FLAG_NOALIASES | flags;
    options.timeout = static_cast<int>(m_firstWait.count());
    options.tries = m_tries;
    options.ednspsz = ednsSize;
    options.socket_receive_buffer_size = receiveBuffer;
    options.sock_state_cb = &AresChannel::onSocketState;
    options.sock_state_cb_data = this;
    options.lookups = const_cast<char*>("b"); // copied; the DNS alone, no hosts file
    const int mask = ARES_OPT_FLAGS | ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES | ARES_OPT_EDNSPSZ |
                     ARES_OPT_SOCK_RCVBUF | ARES_OPT_SOCK_STATE_CB | ARES_OPT_LOOKUPS;
    if (const int status = openChannel(channel, options, mask); status != ARES_SUCCESS) {
        channel = nullptr;
        return status;
    }
    auto node = nodeFor(m_server);
    return ares_set_servers_ports(channel, &node);
}

std::uint16_t AresChannel::freeId() const
{
    // Unpredictable, so that nobody off the path can answer for the server; and not in use, so that answers
    // stay apart.
    std::uint16_t id = 0;
    do {
        id = static_cast<std::uint16_t>(QRandomGenerator::system()->generate());
    } while (m_ids.contains(id));
    return id;
}

void AresChannel::send(const dns::Question& question, Done done)
{
    post(std::make_unique<Sent>(Sent{this, question, 0, false, std::move(done)}), m_lostEdns ? 0 : ednsSize);
}

void AresChannel::post(std::unique_ptr<Sent> sent, std::uint16_t udpSize)
{
    sent->hasEdns = udpSize > 0;
    ares_channel& channel = sent->hasEdns ? m_channel : m_plain;
    const int status =
        m_ids.size() > mostPending ? ARES_ENOMEM : open(channel, sent->hasEdns ? ARES_FLAG_EDNS : 0);
    if (status != ARES_SUCCESS) {
        sent->done(replyTo(sent->question, status, 0, {}));
        return;
    }
    sent->id = freeId();
    // c-ares cuts the OPT record off again when a server does not understand it: it has to be the last thing.
    const auto query = dns::encodeQuery(sent->question, sent->id, udpSize);
    m_ids.insert(sent->id);
    if (!m_tick.isActive()) {
        m_tick.start();
    }
    ares_send(channel, query->data(), static_cast<int>(query->size()), &AresChannel::onAnswer,
              sent.release());
}

void AresChannel::cancelAll()
{
    for (auto* channel : {m_channel, m_plain}) {
        if (channel != nullptr) {
            ares_cancel(channel);
        }
    }
}

bool AresChannel::isWorn() const noexcept
{
    const auto age = std::chrono::steady_clock::now() - m_born;
    return age > portLifetime || (m_lostEdns && age > ednsRetry);
}

void AresChannel::onAnswer(void* context, int status, int timeouts, unsigned char* data, int size)
{
    std::unique_ptr<Sent> sent(static_cast<Sent*>(context));
    AresChannel& channel = *sent->channel;
    channel.m_ids.erase(sent->id);
    if (channel.m_ids.empty()) {
        channel.m_tick.stop();
    }
    const auto length = data != nullptr && size > 0 ? static_cast<std::size_t>(size) : 0;
    auto reply = channel.replyTo(sent->question, status, timeouts, {data, length});
    const auto answerStatus = reply.answer.status;
    if (sent->hasEdns && (answerStatus == dns::Status::FormErr || answerStatus == dns::Status::NotImp)) {
        // RFC 6891 7: so answers a server that does not know EDNS.
        channel.m_lostEdns = true;
        channel.post(std::move(sent), 0);
        return;
    }
    sent->done(std::move(reply));
}

dns::Reply AresChannel::replyTo(const dns::Question& question, int status, int timeouts,
                                std::span<const std::uint8_t> message) const
{
    dns::Reply reply;
    if (status == ARES_SUCCESS) {
        reply = dns::readReply(message, question);
    } else {
        // A server that was silent first and then not there was silent: that is what the reader has to know.
        const auto code = timeouts > 0 && status == ARES_ECONNREFUSED ? ARES_ETIMEOUT : status;
        reply.answer = dns::Answer::failure(statusOf(code), {}, ares_strerror(status));
    }
    reply.answer.server = m_serverName;
    return reply;
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
    // A channel passes over sockets that are the other one's.
    for (auto* channel : {m_channel, m_plain}) {
        if (channel != nullptr) {
            ares_process_fd(channel, readable, writable);
        }
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
