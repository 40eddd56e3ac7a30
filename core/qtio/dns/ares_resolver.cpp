// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/dns/ares_resolver.h"

#include "core/base/ascii.h"
#include "core/qtio/dns/answer_queue.h"
#include "core/qtio/dns/ares_server.h"

#include <QDateTime>
#include <QFileInfo>
#include <QPointer>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace qtio {

namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr std::size_t longestAliasChain = 16;

/// Of several failing servers the one that said something tells more than the one that was silent.
int weight(dns::Status status)
{
    switch (status) {
    case dns::Status::Unreachable:
    case dns::Status::Cancelled:
        return 0;
    case dns::Status::Timeout:
        return 1;
    case dns::Status::Malformed:
        return 2;
    default:
        return 3;
    }
}

} // namespace

/// One question of a caller: perhaps several servers and several names (aliases), one answer.
struct Asking
{
    using Events = std::multimap<Clock::time_point, Asking*>;

    std::shared_ptr<Promise> promise;
    dns::Question question; ///< the name changes along aliases
    Clock::time_point start;
    std::chrono::milliseconds limit{0};
    std::vector<std::string> aliases;
    std::optional<std::uint32_t> aliasTtl;
    bool isAuthentic = true;            ///< all aliases so far are proven
    std::optional<dns::Answer> failure; ///< the most telling one so far
    std::size_t nextServer = 0;
    int underWay = 0; ///< servers asked for the present name that have not answered
    int name = 0;     ///< number of the present name; answers for an earlier one are late
    bool isDone = false;
    std::optional<Events::iterator> deadline;
    std::optional<Events::iterator> hedge; ///< when the next server is asked as well
};

class AresResolver::Engine final : public QObject
{
public:
    explicit Engine(Options options);
    ~Engine() override;

    std::unique_ptr<PendingLookup> ask(dns::Question question, std::chrono::milliseconds limit, Done done);
    void drop(const std::shared_ptr<Asking>& asking);

    [[nodiscard]] const std::vector<Nameserver>& servers() const noexcept { return m_servers; }

private:
    using AskingPtr = std::shared_ptr<Asking>;

    void refreshSystemServers();
    void setServers(std::vector<Nameserver> servers);
    AresServer& contact(std::size_t server);
    void retire(std::unique_ptr<AresServer> contact);
    void sweep();
    void askNextServer(const AskingPtr& asking);
    void send(const AskingPtr& asking, std::size_t server);
    void onReply(const AskingPtr& asking, int name, dns::Reply reply);
    void followAlias(const AskingPtr& asking, const dns::Answer& answer);
    void finish(const AskingPtr& asking, dns::Answer answer);
    void close(Asking& asking);
    void schedule(std::optional<Asking::Events::iterator>& slot, Clock::time_point when, Asking* asking);
    void unschedule(std::optional<Asking::Events::iterator>& slot);
    void onTimer();
    void armTimer();

    Options m_options;
    std::vector<Nameserver> m_servers;
    std::vector<std::unique_ptr<AresServer>> m_contacts; ///< one a server, made when first used
    std::vector<std::unique_ptr<AresServer>> m_retired;  ///< replaced, still with questions under way
    std::map<Asking*, AskingPtr> m_askings;
    Asking::Events m_events;
    QTimer m_timer;
    AnswerQueue m_queue;
    QDateTime m_systemStamp;
    Clock::time_point m_systemChecked;
    bool m_isClosing = false;
};

namespace {

template <typename Engine>
class AresLookup final : public PendingLookup
{
public:
    AresLookup(Engine* engine, std::shared_ptr<Asking> asking) : m_engine(engine), m_asking(std::move(asking))
    {
    }

    ~AresLookup() override
    {
        m_asking->promise->abandon();
        if (m_engine) {
            m_engine->drop(m_asking);
        }
    }

private:
    QPointer<Engine> m_engine;
    std::shared_ptr<Asking> m_asking;
};

} // namespace

AresResolver::Engine::Engine(Options options) : m_options(std::move(options))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Engine::onTimer);
    if (m_options.servers.empty()) {
        refreshSystemServers();
    } else {
        setServers(m_options.servers);
    }
}

AresResolver::Engine::~Engine()
{
    // Closing a contact ends its questions one by one; nobody is to hear of it.
    m_isClosing = true;
    m_contacts.clear();
    m_retired.clear();
}

void AresResolver::Engine::refreshSystemServers()
{
    const auto now = Clock::now();
    if (!m_servers.empty() && now - m_systemChecked < 1s) {
        return;
    }
    m_systemChecked = now;
    const QDateTime stamp = QFileInfo(QStringLiteral("/etc/resolv.conf")).lastModified();
    if (m_servers.empty() || stamp != m_systemStamp) {
        m_systemStamp = stamp;
        setServers(systemNameservers());
    }
}

void AresResolver::Engine::setServers(std::vector<Nameserver> servers)
{
    if (servers == m_servers) {
        return;
    }
    for (auto& old : m_contacts) {
        retire(std::move(old));
    }
    m_servers = std::move(servers);
    m_contacts.clear();
    m_contacts.resize(m_servers.size());
}

AresServer& AresResolver::Engine::contact(std::size_t server)
{
    auto& contact = m_contacts[server];
    if (contact && contact->isWorn()) {
        retire(std::move(contact));
    }
    if (!contact) {
        contact = std::make_unique<AresServer>(m_servers[server], m_options.firstWait, m_options.tries);
    }
    return *contact;
}

void AresResolver::Engine::retire(std::unique_ptr<AresServer> contact)
{
    if (!contact) {
        return;
    }
    // Queued: it may be at work further up the stack right now.
    connect(contact.get(), &AresServer::processed, this, &Engine::sweep, Qt::QueuedConnection);
    m_retired.push_back(std::move(contact));
    QMetaObject::invokeMethod(this, &Engine::sweep, Qt::QueuedConnection);
}

void AresResolver::Engine::sweep()
{
    std::erase_if(m_retired, [](const auto& contact) { return contact->pending() == 0; });
    if (!m_askings.empty()) {
        return;
    }
    // Whatever is still under way was given up: servers are not asked on behalf of nobody.
    for (const auto& contact : m_contacts) {
        if (contact && contact->pending() > 0) {
            contact->cancelAll();
        }
    }
    m_retired.clear();
}

std::unique_ptr<PendingLookup> AresResolver::Engine::ask(dns::Question question,
                                                         std::chrono::milliseconds limit, Done done)
{
    if (m_options.servers.empty()) {
        refreshSystemServers();
    }
    if (!dns::fitsMessage(question.name)) {
        return m_queue.post(dns::Answer::failure(dns::Status::BadName), std::move(done));
    }
    if (m_servers.empty()) {
        return m_queue.post(dns::Answer::failure(dns::Status::Unreachable, {}, "no name server is known"),
                            std::move(done));
    }
    auto asking = std::make_shared<Asking>();
    asking->promise = std::make_shared<Promise>(std::move(done));
    asking->question = std::move(question);
    asking->start = Clock::now();
    asking->limit = limit;
    m_askings.emplace(asking.get(), asking);
    schedule(asking->deadline, asking->start + limit, asking.get());
    askNextServer(asking);
    return std::make_unique<AresLookup<Engine>>(this, asking);
}

void AresResolver::Engine::drop(const AskingPtr& asking)
{
    if (!asking->isDone) {
        close(*asking);
    }
}

void AresResolver::Engine::askNextServer(const AskingPtr& asking)
{
    const std::size_t server = asking->nextServer++;
    ++asking->underWay;
    if (asking->nextServer < m_servers.size()) {
        schedule(asking->hedge, Clock::now() + m_options.nextServerAfter, asking.get());
    } else {
        unschedule(asking->hedge);
    }
    send(asking, server);
}

void AresResolver::Engine::send(const AskingPtr& asking, std::size_t server)
{
    const auto name = asking->name;
    contact(server).send(
        asking->question,
        {.isWaiting = [asking, name] { return !asking->isDone && asking->name == name; },
         .done = [this, asking, name](dns::Reply reply) { onReply(asking, name, std::move(reply)); }});
}

void AresResolver::Engine::onReply(const AskingPtr& asking, int name, dns::Reply reply)
{
    if (m_isClosing || asking->isDone || name != asking->name) {
        return;
    }
    --asking->underWay;
    if (reply.isUnfinished) {
        followAlias(asking, reply.answer);
        return;
    }
    if (dns::isAnswered(reply.answer.status)) {
        finish(asking, std::move(reply.answer));
        return;
    }
    if (!asking->failure || weight(reply.answer.status) > weight(asking->failure->status)) {
        asking->failure = std::move(reply.answer);
    }
    if (asking->nextServer < m_servers.size()) {
        askNextServer(asking);
    } else if (asking->underWay == 0) {
        finish(asking, *std::exchange(asking->failure, std::nullopt));
    }
}

void AresResolver::Engine::followAlias(const AskingPtr& asking, const dns::Answer& answer)
{
    auto& aliases = asking->aliases;
    aliases.insert(aliases.end(), answer.aliases.begin(), answer.aliases.end());
    const std::string& target = aliases.back();
    const auto isSame = [&](const std::string& alias) { return base::equalsIgnoreCase(alias, target); };
    const bool isLoop = std::ranges::count_if(aliases, isSame) > 1 || aliases.size() > longestAliasChain;
    if (isLoop || !dns::fitsMessage(target) || target.empty()) {
        auto end = dns::Answer::failure(isLoop ? dns::Status::NoData : dns::Status::Malformed, answer.server,
                                        isLoop ? "the aliases do not end" : "an alias that cannot be asked");
        finish(asking, std::move(end));
        return;
    }
    if (answer.ttl) {
        asking->aliasTtl = std::min(asking->aliasTtl.value_or(*answer.ttl), *answer.ttl);
    }
    asking->isAuthentic = asking->isAuthentic && answer.isAuthentic;
    asking->question.name = target;
    asking->nextServer = 0;
    asking->underWay = 0;
    asking->failure.reset();
    ++asking->name;
    askNextServer(asking);
}

void AresResolver::Engine::finish(const AskingPtr& asking, dns::Answer answer)
{
    answer.aliases.insert(answer.aliases.begin(), asking->aliases.begin(), asking->aliases.end());
    if (answer.ttl && asking->aliasTtl) {
        answer.ttl = std::min(*answer.ttl, *asking->aliasTtl);
    }
    answer.isAuthentic = answer.isAuthentic && asking->isAuthentic;
    answer.elapsed = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - asking->start);
    const auto promise = asking->promise;
    close(*asking);
    m_queue.post(std::move(answer), promise);
}

void AresResolver::Engine::close(Asking& asking)
{
    asking.isDone = true;
    unschedule(asking.deadline);
    unschedule(asking.hedge);
    m_askings.erase(&asking);
    if (m_askings.empty()) {
        QMetaObject::invokeMethod(this, &Engine::sweep, Qt::QueuedConnection);
    }
}

void AresResolver::Engine::schedule(std::optional<Asking::Events::iterator>& slot, Clock::time_point when,
                                    Asking* asking)
{
    unschedule(slot);
    slot = m_events.emplace(when, asking);
    if (*slot == m_events.begin()) {
        armTimer();
    }
}

void AresResolver::Engine::unschedule(std::optional<Asking::Events::iterator>& slot)
{
    if (slot) {
        m_events.erase(*slot);
        slot.reset();
    }
}

void AresResolver::Engine::armTimer()
{
    if (m_events.empty()) {
        m_timer.stop();
        return;
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_events.begin()->first - Clock::now());
    m_timer.start(std::max(left, 0ms));
}

void AresResolver::Engine::onTimer()
{
    while (!m_events.empty() && m_events.begin()->first <= Clock::now()) {
        const AskingPtr asking = m_askings.at(m_events.begin()->second);
        if (asking->hedge == m_events.begin()) {
            askNextServer(asking);
            continue;
        }
        auto answer = asking->failure.value_or(dns::Answer::failure(
            dns::Status::Timeout, m_servers.empty() ? std::string() : m_servers.front().toString(),
            "no answer within " + std::to_string(asking->limit.count()) + " ms"));
        finish(asking, std::move(answer));
    }
    armTimer();
}

AresResolver::AresResolver(Options options) : m_engine(std::make_unique<Engine>(std::move(options))) {}

AresResolver::~AresResolver() = default;

std::unique_ptr<PendingLookup> AresResolver::ask(dns::Question question, std::chrono::milliseconds limit,
                                                 Done done)
{
    return m_engine->ask(std::move(question), limit, std::move(done));
}

std::string AresResolver::description() const
{
    std::string text;
    for (const auto& server : m_engine->servers()) {
        text += (text.empty() ? "" : ", ") + server.toString();
    }
    return text;
}

} // namespace qtio
