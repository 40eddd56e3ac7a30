// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spf/outline.h"

#include "core/base/ascii.h"
#include "core/base/task.h"
#include "core/net/domain_name.h"
#include "core/spf/evaluation_body.h"

#include <algorithm>

namespace spf {
namespace {

struct Done
{
};

constexpr std::size_t mostTerms = 20'000; ///< of the whole tree: more than anybody can read

/// %{d} and %{o} are known without a mail; anything else depends on it.
bool dependsOnMail(const MacroString& macro) noexcept
{
    return std::any_of(macro.parts().begin(), macro.parts().end(), [](const MacroPart& part) {
        return part.kind == MacroPart::Kind::Variable && part.letter != 'd' && part.letter != 'o';
    });
}

std::string nameOf(std::string_view text)
{
    const auto start = std::min(text.find_first_not_of("+-~?"), text.size());
    text.remove_prefix(start);
    return base::toLower(text.substr(0, text.find_first_of(":/=")));
}

/// Where "all" stands, if anywhere.
std::optional<std::size_t> placeOfAll(const Record& record) noexcept
{
    const auto all = std::ranges::find_if(
        record.terms(), [](const Term& one) { return std::holds_alternative<All>(one.what); });
    return all == record.terms().end() ? std::nullopt : std::optional(all->span.start);
}

/// RFC 7208 5.1, 6.1: mechanisms behind "all" are never tested, a redirect beside it is ignored.
bool isIgnored(const Term& term, std::optional<std::size_t> all) noexcept
{
    return all &&
           (std::holds_alternative<Redirect>(term.what) || (!term.isModifier() && term.span.start > *all));
}

OutlineTerm outlined(const Record& record, const Term& term, std::optional<std::size_t> all)
{
    OutlineTerm shown;
    shown.text = record.textOf(term.span);
    shown.name = nameOf(shown.text);
    shown.span = term.span;
    shown.qualifier = term.qualifier;
    shown.isModifier = term.isModifier();
    shown.state = isIgnored(term, all) ? OutlineState::Ignored : OutlineState::Complete;
    shown.lookups = term.isLookup() && shown.state != OutlineState::Ignored ? 1 : 0;
    return shown;
}

} // namespace

class Outline::Body
{
public:
    Body(const std::string& domain, int questionLimit) : m_left(questionLimit)
    {
        const auto name = net::DomainName::parse(domain);
        m_root.domain = name ? name->ascii() : domain;
        if (!name || !name->hasSeveralLabels()) {
            m_root.state = OutlineState::UnusableName;
            return;
        }
        m_main.emplace(follow(&m_root));
        m_main->start();
    }

    Body(const Body&) = delete;
    Body& operator=(const Body&) = delete;

    [[nodiscard]] const dns::Question* question() const noexcept { return m_waiting ? &m_question : nullptr; }

    [[nodiscard]] const OutlineRecord& root() const noexcept { return m_root; }

    [[nodiscard]] int voidLookups() const noexcept { return m_voidLookups; }

    [[nodiscard]] const dns::Recording& answers() const noexcept { return m_answers; }

    void answer(const dns::Answer& answer)
    {
        if (m_waiting) {
            m_answers.add(m_question, answer);
            m_answer = &answer;
            std::exchange(m_waiting, nullptr).resume();
            m_answer = nullptr;
        }
    }

private:
    struct Asking
    {
        Body& body;

        [[nodiscard]] bool await_ready() const noexcept { return false; }

        void await_suspend(std::coroutine_handle<> waiting) const noexcept { body.m_waiting = waiting; }

        [[nodiscard]] const dns::Answer& await_resume() const noexcept { return *body.m_answer; }
    };

    Asking ask(std::string name, dns::RecordType type)
    {
        --m_left;
        m_question = {std::move(name), type};
        return {*this};
    }

    void countVoid(const dns::Answer& answer) noexcept
    {
        if (answer.status == dns::Status::NoData || answer.status == dns::Status::NxDomain) {
            ++m_voidLookups;
        }
    }

    [[nodiscard]] bool isOnTheWay(const std::string& domain) const
    {
        return std::any_of(m_way.begin(), m_way.end(),
                           [&domain](const std::string& one) { return base::equalsIgnoreCase(one, domain); });
    }

    base::Task<Done> follow(OutlineRecord* record);
    base::Task<Done> followTerm(OutlineRecord* record, OutlineTerm* shown, const Record* source,
                                const Term* term);
    base::Task<Done> addHost(OutlineTerm* shown, std::string host, const HostArgument* argument);
    base::Task<Done> addExchanges(OutlineTerm* shown, const HostArgument* argument);
    [[nodiscard]] std::optional<Record> readRecord(OutlineRecord& record, const dns::Answer& answer) const;

    int m_left; ///< questions
    std::size_t m_termsLeft = mostTerms;
    int m_voidLookups = 0;
    OutlineRecord m_root;
    std::vector<std::string> m_way;
    dns::Question m_question;
    dns::Recording m_answers;
    const dns::Answer* m_answer = nullptr;
    std::coroutine_handle<> m_waiting;
    std::optional<base::Task<Done>> m_main;
};

std::optional<Record> Outline::Body::readRecord(OutlineRecord& record, const dns::Answer& answer) const
{
    if (!dns::isAnswered(answer.status)) {
        record.state = OutlineState::DnsFailure;
        return std::nullopt;
    }
    std::optional<Record> found;
    record.state = OutlineState::NoRecord;
    for (const dns::Record& candidate : answer.records) {
        const auto* text = std::get_if<dns::Text>(&candidate.data);
        if (text == nullptr || !Record::isSpf(text->joined())) {
            continue;
        }
        if (found) {
            record.state = OutlineState::SeveralRecords;
            return std::nullopt;
        }
        found = Record::parse(text->joined());
        record.text = found->text();
        record.errors = found->errors();
        record.state = found->errors().empty() ? OutlineState::Complete : OutlineState::SyntaxErrors;
    }
    return found;
}

base::Task<Done> Outline::Body::follow(OutlineRecord* record)
{
    if (!isAskable(record->domain) || isOnTheWay(record->domain) || m_left <= 0) {
        record->state = !isAskable(record->domain)   ? OutlineState::UnusableName
                        : isOnTheWay(record->domain) ? OutlineState::Loop
                                                     : OutlineState::NotFollowed;
        co_return Done{};
    }
    const dns::Answer& answer = co_await ask(record->domain, dns::RecordType::TXT);
    if (!m_way.empty()) {
        countVoid(answer);
    }
    const std::optional<Record> source = readRecord(*record, answer);
    if (!source) {
        co_return Done{};
    }
    if (source->terms().size() > m_termsLeft) {
        record->state = OutlineState::NotFollowed;
        co_return Done{};
    }
    m_termsLeft -= source->terms().size();
    m_way.push_back(record->domain);
    const std::optional<std::size_t> all = placeOfAll(*source);
    for (const Term& term : source->terms()) {
        record->terms.push_back(outlined(*source, term, all));
    }
    for (std::size_t i = 0; i < record->terms.size(); ++i) {
        OutlineTerm& term = record->terms[i];
        if (term.state == OutlineState::Ignored) {
            continue;
        }
        const int voidsBefore = m_voidLookups;
        co_await followTerm(record, &term, &*source, &source->terms()[i]);
        term.voidLookups = m_voidLookups - voidsBefore;
        record->lookups += term.lookups;
    }
    m_way.pop_back();
    co_return Done{};
}

base::Task<Done> Outline::Body::followTerm(OutlineRecord* record, OutlineTerm* shown, const Record* source,
                                           const Term* term)
{
    if (const auto* ip = std::get_if<Ip>(&term->what)) {
        shown->networks.push_back({ip->network, {}});
    }
    if (!term->isLookup()) {
        co_return Done{};
    }
    const MacroString* macro = term->target();
    const bool isAboutMail =
        std::holds_alternative<Exists>(term->what) || std::holds_alternative<Pointer>(term->what);
    if (isAboutMail || (macro != nullptr && dependsOnMail(*macro))) {
        shown->state = OutlineState::DependsOnMail;
        co_return Done{};
    }
    MacroValues values;
    values.domain = record->domain;
    values.senderDomain = m_root.domain;
    shown->target = macro != nullptr ? expandDomain(*macro, source->text(), values) : record->domain;
    if (const auto* address = std::get_if<Address>(&term->what)) {
        co_await addHost(shown, shown->target, address);
    } else if (const auto* exchange = std::get_if<MailExchange>(&term->what)) {
        co_await addExchanges(shown, exchange);
    } else {
        OutlineRecord& inner = shown->record.emplace_back();
        inner.domain = shown->target;
        co_await follow(&inner);
        shown->lookups += inner.lookups;
        shown->state = inner.state;
    }
    co_return Done{};
}

base::Task<Done> Outline::Body::addHost(OutlineTerm* shown, std::string host, const HostArgument* argument)
{
    if (!isAskable(host)) {
        shown->state = OutlineState::UnusableName;
        co_return Done{};
    }
    bool isThere = false;
    for (const dns::RecordType type : {dns::RecordType::A, dns::RecordType::AAAA}) {
        if (m_left <= 0) {
            shown->state = OutlineState::NotFollowed;
            break;
        }
        const dns::Answer& answer = co_await ask(host, type);
        if (!dns::isAnswered(answer.status)) {
            shown->state = OutlineState::DnsFailure;
        }
        isThere |= answer.status == dns::Status::Ok || !dns::isAnswered(answer.status);
        for (const dns::Record& one : answer.records) {
            if (const auto* address = std::get_if<net::IpAddress>(&one.data)) {
                const int prefix = address->isV4() ? argument->prefix4 : argument->prefix6;
                shown->networks.push_back({net::Network(*address, prefix), host});
            }
        }
    }
    m_voidLookups += isThere ? 0 : 1; // for a client of either family
    co_return Done{};
}

base::Task<Done> Outline::Body::addExchanges(OutlineTerm* shown, const HostArgument* argument)
{
    if (!isAskable(shown->target) || m_left <= 0) {
        shown->state = m_left <= 0 ? OutlineState::NotFollowed : OutlineState::UnusableName;
        co_return Done{};
    }
    const dns::Answer& answer = co_await ask(shown->target, dns::RecordType::MX);
    countVoid(answer);
    if (!dns::isAnswered(answer.status)) {
        shown->state = OutlineState::DnsFailure;
    }
    std::vector<std::string> exchanges;
    for (const dns::Record& one : answer.records) {
        if (const auto* mx = std::get_if<dns::Mx>(&one.data); mx != nullptr && !mx->exchange.empty()) {
            exchanges.push_back(mx->exchange);
        }
    }
    for (const std::string& exchange : exchanges) {
        co_await addHost(shown, exchange, argument);
    }
    co_return Done{};
}

namespace {

/// Only what an include passes can match it (RFC 7208 5.2); a redirect passes on as its record does.
void collect(const OutlineRecord& record, std::vector<std::string>& path, std::vector<OutlineSource>& sources)
{
    path.push_back(record.domain);
    for (const std::size_t number : record.evaluationOrder()) {
        const OutlineTerm& term = record.terms[number];
        if (term.qualifier != Qualifier::Pass) {
            continue;
        }
        for (const OutlineNetwork& network : term.networks) {
            OutlineSource source{network, term.qualifier, path};
            source.path.push_back(term.text);
            sources.push_back(std::move(source));
        }
        for (const OutlineRecord& inner : term.record) {
            collect(inner, path, sources);
        }
    }
    path.pop_back();
}

} // namespace

std::vector<std::size_t> OutlineRecord::evaluationOrder() const
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (terms[i].state != OutlineState::Ignored) {
            order.push_back(i);
        }
    }
    std::ranges::stable_partition(order, [this](std::size_t i) { return terms[i].name != "redirect"; });
    return order;
}

std::string_view word(OutlineState state) noexcept
{
    switch (state) {
    case OutlineState::Complete:
        return "complete";
    case OutlineState::NoRecord:
        return "no-record";
    case OutlineState::SeveralRecords:
        return "several-records";
    case OutlineState::SyntaxErrors:
        return "syntax-errors";
    case OutlineState::DnsFailure:
        return "dns-failure";
    case OutlineState::UnusableName:
        return "unusable-name";
    case OutlineState::Loop:
        return "loop";
    case OutlineState::NotFollowed:
        return "not-followed";
    case OutlineState::DependsOnMail:
        return "depends-on-mail";
    case OutlineState::Ignored:
        break;
    }
    return "ignored";
}

Outline::Outline(const std::string& domain, int questionLimit)
    : m_body(std::make_unique<Body>(domain, questionLimit))
{
}

Outline::~Outline() = default;
Outline::Outline(Outline&&) noexcept = default;
Outline& Outline::operator=(Outline&&) noexcept = default;

const dns::Question* Outline::question() const noexcept
{
    return m_body->question();
}

void Outline::answer(const dns::Answer& answer)
{
    m_body->answer(answer);
}

const dns::Recording& Outline::answers() const noexcept
{
    return m_body->answers();
}

const OutlineRecord& Outline::root() const noexcept
{
    return m_body->root();
}

int Outline::voidLookups() const noexcept
{
    return m_body->voidLookups();
}

std::vector<OutlineSource> Outline::sources() const
{
    std::vector<OutlineSource> sources;
    std::vector<std::string> path;
    collect(root(), path, sources);
    return sources;
}

} // namespace spf
