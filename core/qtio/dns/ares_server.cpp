// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/dns/ares_server.h"

#include <QRandomGenerator>

#include <utility>

namespace qtio {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t mostIds = 0xf000; ///< of 16 bits, with room for finding a free one
/// Questions that may lie unread before a server. The receive buffer of one that asks for no larger one holds
/// 277 of them on Linux (212,992 octets at 768 each), fewer when names are long; what does not fit is lost
/// and comes again only after the first wait.
constexpr std::size_t mostFresh = 128;
constexpr std::size_t mostAlone = 128; ///< sockets at a time beside the shared one
constexpr std::size_t plainSize = 512; ///< of an answer over UDP without EDNS (RFC 1035 4.2.1)
constexpr auto tick = 50ms;
constexpr auto tcpWait = 20s; ///< the asker gives up before; TCP itself sees to what is lost on the way
constexpr int tcpTries = 2;
constexpr auto ednsRetry = 1s;
constexpr auto portLifetime = 60s;

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

bool isGivenUp(int status)
{
    return status == ARES_ECANCELLED || status == ARES_EDESTRUCTION;
}

/// The server says so in the header, or c-ares has cut the message itself: to the size it believes was
/// offered, which is the plain one once it has given up EDNS.
bool isCutOff(std::span<const std::uint8_t> message, dns::Status status)
{
    constexpr std::size_t flagsAt = 2;
    constexpr std::uint8_t truncated = 0x02;
    if (message.size() > flagsAt && (message[flagsAt] & truncated) != 0) {
        return true;
    }
    return status == dns::Status::Malformed &&
           (message.size() == plainSize || message.size() == AresChannel::ednsSize);
}

} // namespace

struct AresServer::Sent
{
    dns::Question question;
    Asker asker;
    std::uint16_t id = 0;
    Way way = Way::Shared;
    bool hasEdns = false;
    std::uint64_t turn = 0; ///< when it was sent
};

AresServer::AresServer(const Nameserver& address, std::chrono::milliseconds firstWait, int tries)
    : m_address(address), m_name(address.toString()), m_firstWait(firstWait), m_tries(tries)
{
    m_tick.setInterval(tick);
    connect(&m_tick, &QTimer::timeout, this, &AresServer::onTick);
}

AresServer::~AresServer()
{
    cancelAll();
}

void AresServer::send(const dns::Question& question, Asker asker)
{
    ++m_pending;
    if (!m_tick.isActive()) {
        m_tick.start();
    }
    auto sent = std::make_shared<Sent>(Sent{.question = question, .asker = std::move(asker)});
    sent->hasEdns = !m_lostEdns;
    post(sent);
}

void AresServer::post(const SentPtr& sent)
{
    if (sent->way == Way::Shared) {
        m_backlog.push_back(sent);
        postBacklog();
    } else if (m_lone.size() < mostAlone) {
        postAlone(sent);
    } else {
        m_waiting.push_back(sent);
    }
}

void AresServer::postBacklog()
{
    // Not a cap on all that is under way: behind a silent server everybody would wait for those who wait.
    while (!m_backlog.empty() && m_freshNow + m_freshBefore < mostFresh && m_ids.size() < mostIds) {
        const SentPtr next = std::move(m_backlog.front());
        m_backlog.pop_front();
        if (next->asker.isWaiting()) {
            next->turn = m_turn;
            ++m_freshNow;
            transmit(shared(next->hasEdns), next);
        } else {
            finish(next, replyTo(*next, {ARES_ECANCELLED, 0, {}}));
        }
    }
}

void AresServer::leaveFresh(const Sent& sent)
{
    if (sent.way == Way::Shared && sent.turn == m_turn) {
        --m_freshNow;
    } else if (sent.way == Way::Shared && sent.turn + 1 == m_turn) {
        --m_freshBefore;
    }
}

void AresServer::transmit(AresChannel& channel, const SentPtr& sent)
{
    sent->id = freeId();
    m_ids.insert(sent->id);
    // c-ares cuts the OPT record off again when a server does not understand it: it has to be the last thing.
    const auto query =
        dns::encodeQuery(sent->question, sent->id, sent->hasEdns ? AresChannel::ednsSize : std::uint16_t{0});
    channel.send(*query, [this, sent](const AresChannel::Result& result) { onResult(sent, result); });
}

void AresServer::postAlone(const SentPtr& sent)
{
    AresChannel* channel = makeChannel(sent->way, sent->hasEdns);
    m_lone.emplace(sent, channel);
    transmit(*channel, sent);
}

void AresServer::postWaiting()
{
    while (!m_waiting.empty() && m_lone.size() < mostAlone) {
        const SentPtr next = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (next->asker.isWaiting()) {
            postAlone(next);
        } else {
            finish(next, replyTo(*next, {ARES_ECANCELLED, 0, {}}));
        }
    }
}

AresChannel& AresServer::shared(bool knowsEdns)
{
    AresChannel*& channel = knowsEdns ? m_withEdns : m_plain;
    if (channel == nullptr) {
        channel = makeChannel(Way::Shared, knowsEdns);
    }
    return *channel;
}

AresChannel* AresServer::makeChannel(Way way, bool knowsEdns)
{
    // Truncation is never left to c-ares: it would mix the connection up with everybody's socket, and fail
    // all questions together with the connection.
    AresChannel::Options options{.flags = ARES_FLAG_IGNTC | (knowsEdns ? ARES_FLAG_EDNS : 0),
                                 .firstWait = m_firstWait,
                                 .tries = m_tries};
    if (way == Way::Tcp) {
        options = {.flags = ARES_FLAG_USEVC, .firstWait = tcpWait, .tries = tcpTries};
    }
    auto* channel = new AresChannel(m_address, options, this);
    connect(channel, &AresChannel::processed, this, &AresServer::postBacklog);
    connect(channel, &AresChannel::processed, this, &AresServer::processed);
    return channel;
}

std::uint16_t AresServer::freeId() const
{
    // Unpredictable, so that nobody off the path can answer for the server; and not in use, so that answers
    // stay apart.
    std::uint16_t id = 0;
    do {
        id = static_cast<std::uint16_t>(QRandomGenerator::system()->generate());
    } while (m_ids.contains(id));
    return id;
}

void AresServer::cancelAll()
{
    for (auto* queue : {&m_backlog, &m_waiting}) {
        for (const SentPtr& sent : std::exchange(*queue, {})) {
            finish(sent, replyTo(*sent, {ARES_ECANCELLED, 0, {}}));
        }
    }
    for (auto* channel : {m_withEdns, m_plain}) {
        if (channel != nullptr) {
            channel->cancel();
        }
    }
    for (const auto& [sent, channel] : std::map(m_lone)) {
        channel->cancel();
    }
}

bool AresServer::isWorn() const noexcept
{
    const auto age = std::chrono::steady_clock::now() - m_born;
    return age > portLifetime || ((m_lostEdns || m_channelWorn) && age > ednsRetry);
}

void AresServer::onResult(const SentPtr& sent, const AresChannel::Result& result)
{
    m_ids.erase(sent->id);
    leaveFresh(*sent);
    if (const auto lone = m_lone.find(sent); lone != m_lone.end()) {
        lone->second->deleteLater(); // it is at work right now
        m_lone.erase(lone);
        if (!m_waiting.empty()) {
            QMetaObject::invokeMethod(this, &AresServer::postWaiting, Qt::QueuedConnection);
        }
    }
    dns::Reply reply = replyTo(*sent, result);
    const auto status = reply.answer.status;
    if (isGivenUp(result.status) || sent->way == Way::Tcp) {
        finish(sent, std::move(reply));
        return;
    }
    // An error of the socket (ICMP says so) costs every question on it one try: without
    // an answer to all of its own tries a question has to be asked for itself.
    if (result.status != ARES_SUCCESS && sent->way == Way::Shared && result.timeouts < m_tries) {
        askAgain(sent, Way::Alone);
        return;
    }
    if (isCutOff(result.message, status)) {
        sent->hasEdns = false;
        askAgain(sent, Way::Tcp);
        return;
    }
    m_channelWorn = m_channelWorn || status == dns::Status::ServFail;
    if (sent->hasEdns && (status == dns::Status::FormErr || status == dns::Status::NotImp)) {
        // RFC 6891 7: so answers a server that does not know EDNS.
        m_lostEdns = true;
        sent->hasEdns = false;
        askAgain(sent, sent->way);
        return;
    }
    finish(sent, std::move(reply));
}

void AresServer::askAgain(const SentPtr& sent, Way way)
{
    if (!sent->asker.isWaiting()) {
        finish(sent, replyTo(*sent, {ARES_ECANCELLED, 0, {}}));
        return;
    }
    sent->way = way;
    post(sent);
}

void AresServer::finish(const SentPtr& sent, dns::Reply reply)
{
    if (--m_pending == 0) {
        m_tick.stop();
    }
    sent->asker.done(std::move(reply));
}

void AresServer::onTick()
{
    ++m_turn;
    m_freshBefore = std::exchange(m_freshNow, 0);
    for (auto* channel : {m_withEdns, m_plain}) {
        if (channel != nullptr) {
            channel->tick();
        }
    }
    for (const auto& [sent, channel] : std::map(m_lone)) {
        if (sent->asker.isWaiting()) {
            channel->tick();
        } else {
            channel->cancel();
        }
    }
    Q_EMIT processed();
}

dns::Reply AresServer::replyTo(const Sent& sent, const AresChannel::Result& result) const
{
    dns::Reply reply;
    if (result.status == ARES_SUCCESS) {
        reply = dns::readReply(result.message, sent.question);
    } else {
        // A server that was silent first and then not there was silent: that is what the reader has to know.
        const bool wasSilent = result.timeouts > 0 && result.status == ARES_ECONNREFUSED;
        const std::string before = sent.way == Way::Tcp ? "cut off, then over TCP: " : "";
        reply.answer = dns::Answer::failure(statusOf(wasSilent ? ARES_ETIMEOUT : result.status), {},
                                            before + ares_strerror(result.status));
    }
    reply.answer.server = m_name;
    return reply;
}

} // namespace qtio
