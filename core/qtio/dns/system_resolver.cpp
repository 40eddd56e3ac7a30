// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/dns/system_resolver.h"

#include "core/base/ascii.h"

#include <QDnsLookup>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QTimer>
#include <QUrl>

#include <algorithm>

namespace qtio {

using std::chrono::milliseconds;

namespace {

/// QDnsLookup passes names through IDNA, which refuses or changes all that is not a plain host name.
bool isPlainLabel(std::string_view label)
{
    const auto isPlain = [](char c) { return base::isAlnum(c) || c == '-' || c == '_'; };
    return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
           std::ranges::all_of(label, isPlain);
}

bool isPlainName(const std::string& name)
{
    return name.size() <= 253 && std::ranges::all_of(base::split(name, '.'), isPlainLabel);
}

std::optional<QDnsLookup::Type> lookupType(dns::RecordType type)
{
    switch (type) {
    case dns::RecordType::A:
        return QDnsLookup::A;
    case dns::RecordType::AAAA:
        return QDnsLookup::AAAA;
    case dns::RecordType::MX:
        return QDnsLookup::MX;
    case dns::RecordType::PTR:
        return QDnsLookup::PTR;
    case dns::RecordType::TXT:
        return QDnsLookup::TXT;
    case dns::RecordType::NS:
        return QDnsLookup::NS;
    default:
        return std::nullopt;
    }
}

/// Back from the U-labels QDnsLookup makes.
std::string asciiName(const QString& name)
{
    const QByteArray ascii = QUrl::toAce(name);
    QByteArray text = ascii.isEmpty() ? name.toUtf8() : ascii;
    if (text.endsWith('.')) {
        text.chop(1);
    }
    return text.toStdString();
}

net::IpAddress address(const QHostAddress& host)
{
    if (host.protocol() == QAbstractSocket::IPv4Protocol) {
        return net::IpAddress::v4(host.toIPv4Address());
    }
    const Q_IPV6ADDR raw = host.toIPv6Address();
    net::IpAddress::Bytes bytes{};
    std::copy_n(raw.c, bytes.size(), bytes.begin());
    return net::IpAddress::v6(bytes);
}

dns::Text text(const QDnsTextRecord& record)
{
    dns::Text result;
    for (const QByteArray& piece : record.values()) {
        result.strings.push_back(piece.toStdString());
    }
    return result;
}

std::vector<dns::Record> records(const QDnsLookup& lookup)
{
    std::vector<dns::Record> result;
    for (const auto& record : lookup.hostAddressRecords()) {
        result.push_back({address(record.value()), record.timeToLive()});
    }
    for (const auto& record : lookup.mailExchangeRecords()) {
        result.push_back({dns::Mx{record.preference(), asciiName(record.exchange())}, record.timeToLive()});
    }
    for (const auto& record : lookup.textRecords()) {
        result.push_back({text(record), record.timeToLive()});
    }
    for (const auto& list : {lookup.pointerRecords(), lookup.nameServerRecords()}) {
        for (const auto& record : list) {
            result.push_back({dns::Name{asciiName(record.value())}, record.timeToLive()});
        }
    }
    return result;
}

dns::Answer answerOf(const QDnsLookup& lookup)
{
    dns::Answer answer;
    answer.records = records(lookup);
    answer.status = answer.records.empty() ? dns::Status::NoData : dns::Status::Ok;
    const auto keepFor = [&](std::uint32_t ttl) { answer.ttl = std::min(answer.ttl.value_or(ttl), ttl); };
    for (const auto& record : answer.records) {
        keepFor(record.ttl);
    }
    for (const auto& alias : lookup.canonicalNameRecords()) {
        answer.aliases.push_back(asciiName(alias.value()));
        keepFor(alias.timeToLive());
    }
    return answer;
}

} // namespace

class SystemResolver::Lookup final : public PendingLookup
{
public:
    Lookup(std::weak_ptr<AresResolver> ares, dns::Question question, milliseconds limit, Done done)
        : m_ares(std::move(ares)), m_question(std::move(question)), m_limit(limit), m_done(std::move(done))
    {
        m_clock.start();
        const auto type = lookupType(m_question.type);
        if (!type || !isPlainName(m_question.name)) {
            askAres();
            return;
        }
        m_lookup.setType(*type);
        m_lookup.setName(
            QString::fromLatin1(m_question.name.data(), static_cast<qsizetype>(m_question.name.size())));
        QObject::connect(&m_lookup, &QDnsLookup::finished, &m_lookup, [this] { onFinished(); });
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { onTimeout(); });
        m_timer.start(limit);
        m_lookup.lookup();
    }

    ~Lookup() override { giveUp(); }

private:
    void giveUp()
    {
        m_lookup.disconnect();
        m_timer.stop();
        if (!m_lookup.isFinished()) {
            m_lookup.abort();
        }
    }

    void onFinished()
    {
        m_timer.stop();
        switch (m_lookup.error()) {
        case QDnsLookup::NoError:
            end(answerOf(m_lookup));
            return;
        case QDnsLookup::NotFoundError:
            end(failure(dns::Status::NxDomain));
            return;
        case QDnsLookup::ServerFailureError:
            end(failure(dns::Status::ServFail));
            return;
        case QDnsLookup::ServerRefusedError:
            end(failure(dns::Status::Refused));
            return;
        default:
            // InvalidReplyError: no record, time-out, closed port or NOTIMP. InvalidRequestError: FORMERR or
            // a name.
            askAres();
        }
    }

    void onTimeout()
    {
        giveUp();
        end(dns::Answer::failure(dns::Status::Timeout, {}, "no answer within the limit"));
    }

    [[nodiscard]] dns::Answer failure(dns::Status status) const
    {
        return dns::Answer::failure(status, {}, m_lookup.errorString().toStdString());
    }

    void askAres()
    {
        const auto ares = m_ares.lock();
        if (!ares) {
            return;
        }
        const auto left = std::max(m_limit - milliseconds(m_clock.elapsed()), milliseconds(1));
        m_second = ares->ask(m_question, left, [this](const dns::Answer& answer) {
            dns::Answer copy = answer;
            copy.elapsed = elapsed();
            Done(std::move(m_done))(copy);
        });
    }

    void end(dns::Answer answer)
    {
        if (m_ares.expired()) {
            return;
        }
        answer.server = "system";
        answer.elapsed = elapsed();
        Done(std::move(m_done))(answer); // moved out: the callback may destroy this
    }

    [[nodiscard]] std::chrono::microseconds elapsed() const
    {
        return std::chrono::microseconds(m_clock.nsecsElapsed() / 1000);
    }

    std::weak_ptr<AresResolver> m_ares; ///< gone when the resolver is: then nobody is to be called any more
    dns::Question m_question;
    milliseconds m_limit;
    Done m_done;
    QElapsedTimer m_clock;
    QDnsLookup m_lookup;
    QTimer m_timer;
    std::unique_ptr<PendingLookup> m_second;
};

SystemResolver::SystemResolver() : m_ares(std::make_shared<AresResolver>(AresResolver::Options{})) {}

SystemResolver::~SystemResolver() = default;

std::unique_ptr<PendingLookup> SystemResolver::ask(dns::Question question, milliseconds limit, Done done)
{
    return std::make_unique<Lookup>(m_ares, std::move(question), limit, std::move(done));
}

std::string SystemResolver::description() const
{
    return "system";
}

void SystemResolver::shortenWaits()
{
    if (!qEnvironmentVariableIsSet("RES_OPTIONS")) {
        qputenv("RES_OPTIONS", "timeout:2 attempts:2");
    }
}

} // namespace qtio
