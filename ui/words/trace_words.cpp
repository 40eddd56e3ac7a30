// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/trace_words.h"

#include "core/base/ascii.h"
#include "core/dns/presentation.h"
#include "ui/words/spf_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace words {

namespace {

struct TraceWords
{
    Q_DECLARE_TR_FUNCTIONS(TraceWords)
};

constexpr auto gap = QLatin1String("  ");

bool isRedirect(const spf::TraceNode& term)
{
    return termName(term) == "redirect";
}

QString resultWord(spf::Result result)
{
    return shown(spf::word(result));
}

/// What a match means for the record, by the qualifier in effect.
QString qualifierResult(const spf::TraceNode& term)
{
    const char qualifier = term.qualifier.empty() ? '+' : term.qualifier.front();
    switch (qualifier) {
    case '-':
        return resultWord(spf::Result::Fail);
    case '~':
        return resultWord(spf::Result::SoftFail);
    case '?':
        return resultWord(spf::Result::Neutral);
    default:
        return resultWord(spf::Result::Pass);
    }
}

std::vector<std::string> addressesIn(const spf::TraceNode& term)
{
    std::vector<std::string> found;
    for (const spf::Lookup& lookup : term.dns) {
        for (const dns::Record& record : lookup.answer.records) {
            if (const auto* address = std::get_if<net::IpAddress>(&record.data)) {
                found.push_back(address->toString());
            }
        }
    }
    return found;
}

bool hasVoidLookup(const spf::TraceNode& term)
{
    return std::any_of(term.dns.begin(), term.dns.end(),
                       [](const spf::Lookup& lookup) { return lookup.isVoid; });
}

QString networkSentence(const spf::TraceNode& term, const TraceScene& scene, const std::string& name)
{
    const QString client = shown(scene.client);
    const bool clientIsV6 = scene.client.find(':') != std::string::npos;
    if (term.outcome == spf::Outcome::Match) {
        return TraceWords::tr("%1 is inside").arg(client);
    }
    if (clientIsV6 != (name == "ip6")) {
        return clientIsV6 ? TraceWords::tr("%1 is not an IPv4 address").arg(client)
                          : TraceWords::tr("%1 is not an IPv6 address").arg(client);
    }
    return TraceWords::tr("%1 is outside").arg(client);
}

QString hostSentence(const spf::TraceNode& term, const TraceScene& scene)
{
    const QString client = shown(scene.client);
    const std::vector<std::string> addresses = addressesIn(term);
    if (term.outcome == spf::Outcome::Match) {
        return TraceWords::tr("%1 is one of its addresses").arg(client);
    }
    if (addresses.empty()) {
        return hasVoidLookup(term) ? TraceWords::tr("no address: void look-up %1 of %2")
                                         .arg(term.voidLookups)
                                         .arg(scene.limits.voidLookups)
                                   : TraceWords::tr("no address of this family");
    }
    if (addresses.size() == 1) {
        return QStringLiteral("%1 ≠ %2").arg(shown(addresses.front()), client);
    }
    return TraceWords::tr("none of its %n addresses is %1", nullptr, static_cast<int>(addresses.size()))
        .arg(client);
}

QString includeSentence(const spf::TraceNode& term)
{
    const spf::TraceNode* record = recordOf(term);
    const QString inner = record != nullptr && record->result ? resultWord(*record->result) : QString();
    if (inner.isEmpty()) {
        return name(term.outcome);
    }
    if (term.outcome == spf::Outcome::Match) {
        return TraceWords::tr("the included record gave %1").arg(inner);
    }
    return term.ownLookups > 1 ? TraceWords::tr("no match (the included record gave %1, costs %n terms)",
                                                nullptr, term.ownLookups)
                                     .arg(inner)
                               : TraceWords::tr("no match (the included record gave %1)").arg(inner);
}

QString existsSentence(const spf::TraceNode& term, const TraceScene& scene)
{
    if (term.outcome == spf::Outcome::Match) {
        return TraceWords::tr("the name has an address");
    }
    return hasVoidLookup(term) ? TraceWords::tr("the name has no address: void look-up %1 of %2")
                                     .arg(term.voidLookups)
                                     .arg(scene.limits.voidLookups)
                               : TraceWords::tr("the name has no address");
}

QString mechanismSentence(const spf::TraceNode& term, const TraceScene& scene)
{
    const std::string name = termName(term);
    if (name == "ip4" || name == "ip6") {
        return networkSentence(term, scene, name);
    }
    if (name == "a" || name == "mx") {
        return hostSentence(term, scene);
    }
    if (name == "include") {
        return includeSentence(term);
    }
    if (name == "exists") {
        return existsSentence(term, scene);
    }
    if (name == "ptr") {
        return term.outcome == spf::Outcome::Match
                   ? TraceWords::tr("a confirmed name of %1 lies in the domain").arg(shown(scene.client))
                   : TraceWords::tr("no confirmed name of %1 lies in the domain").arg(shown(scene.client));
    }
    return {};
}

/// The sibling that ended the evaluation of the record before this term; null when none did.
const spf::TraceNode* endedBefore(const spf::TraceNode& term, const spf::TraceNode& record)
{
    for (const spf::TraceNode& sibling : record.children) {
        if (&sibling == &term) {
            return nullptr;
        }
        if (sibling.outcome == spf::Outcome::Match || sibling.outcome == spf::Outcome::Error) {
            return &sibling;
        }
    }
    return nullptr;
}

bool hasAll(const spf::TraceNode& record)
{
    return std::any_of(record.children.begin(), record.children.end(),
                       [](const spf::TraceNode& term) { return termName(term) == "all"; });
}

QString notEvaluatedSentence(const spf::TraceNode& term, const spf::TraceNode& record)
{
    const std::string name = termName(term);
    if (name == "exp") {
        return TraceWords::tr("not used: it only explains a fail");
    }
    if (name == "redirect" && hasAll(record)) {
        return TraceWords::tr("ignored: the record has an all mechanism");
    }
    if (term.qualifier.empty() && name != "redirect") {
        return TraceWords::tr("unknown modifier: ignored");
    }
    if (const spf::TraceNode* ended = endedBefore(term, record)) {
        return ended->outcome == spf::Outcome::Match
                   ? TraceWords::tr("not evaluated: %1 matched before").arg(shown(ended->text))
                   : TraceWords::tr("not evaluated: ended at %1").arg(shown(ended->text));
    }
    return record.problem ? TraceWords::tr("not evaluated: the record has an error")
                          : TraceWords::tr("not evaluated");
}

QString redirectSentence(const spf::TraceNode& term)
{
    const spf::TraceNode* record = recordOf(term);
    return record != nullptr && record->result
               ? TraceWords::tr("nothing matched: the record of %1 decides → %2")
                     .arg(shown(record->domain), resultWord(*record->result))
               : name(term.outcome);
}

QString matchSentence(const spf::TraceNode& term, const TraceScene& scene, const QString& why)
{
    const QString result = qualifierResult(term);
    if (&term == scene.decider) {
        return why.isEmpty() ? TraceWords::tr("match → %1 (this term decided)").arg(result)
                             : TraceWords::tr("%1: match → %2 (this term decided)").arg(why, result);
    }
    return why.isEmpty() ? TraceWords::tr("match → %1").arg(result)
                         : TraceWords::tr("%1: match → %2").arg(why, result);
}

QString shortened(const QString& text, qsizetype length)
{
    return text.size() <= length ? text : text.left(length - 1) + QChar(0x2026);
}

/// A term that costs a look-up, of which nothing was asked (RFC 7208 4.8, RFC 8616 4).
bool couldNotAsk(const spf::TraceNode& term)
{
    return term.outcome == spf::Outcome::NoMatch && term.ownLookups > 0 && term.dns.empty() &&
           term.children.empty() && termName(term) != "ptr";
}

} // namespace

const spf::TraceNode* recordOf(const spf::TraceNode& term)
{
    for (const spf::TraceNode& child : term.children) {
        if (child.kind == spf::NodeKind::Record) {
            return &child;
        }
    }
    return nullptr;
}

const spf::TraceNode* decidingTerm(const spf::TraceNode& root)
{
    const spf::TraceNode* record = &root;
    for (std::size_t i = 0; i < record->children.size(); ++i) {
        const spf::TraceNode& term = record->children[i];
        if (term.outcome == spf::Outcome::NotEvaluated) {
            continue;
        }
        const spf::TraceNode* next = isRedirect(term) ? recordOf(term) : nullptr;
        if (next != nullptr && term.outcome != spf::Outcome::Error) {
            return decidingTerm(*next);
        }
        if (term.outcome == spf::Outcome::Match || term.outcome == spf::Outcome::Error) {
            return &term;
        }
    }
    return record;
}

std::string termName(const spf::TraceNode& term)
{
    std::string_view text = term.text;
    if (!text.empty() && std::string_view("+-~?").find(text.front()) != std::string_view::npos) {
        text.remove_prefix(1);
    }
    return base::toLower(text.substr(0, text.find_first_of(":/=")));
}

QString sentence(const spf::TraceNode& term, const spf::TraceNode& record, const TraceScene& scene)
{
    if (term.outcome == spf::Outcome::Error) {
        const spf::TraceNode* inner = recordOf(term);
        if (term.problem) {
            return message(*term.problem);
        }
        return inner != nullptr && inner->problem ? message(*inner->problem) : name(term.outcome);
    }
    if (term.outcome == spf::Outcome::NotEvaluated) {
        return notEvaluatedSentence(term, record);
    }
    if (isRedirect(term)) {
        return redirectSentence(term);
    }
    if (termName(term) == "exp") {
        return TraceWords::tr("explains the fail");
    }
    if (couldNotAsk(term)) {
        return term.macro ? TraceWords::tr("\"%1\" is no name that can be asked: no match")
                                .arg(shown(term.macro->to))
                          : TraceWords::tr("the local part cannot stand in a name: no match");
    }
    const QString why = mechanismSentence(term, scene);
    if (term.outcome == spf::Outcome::Match) {
        return matchSentence(term, scene, why);
    }
    return why.isEmpty() ? name(term.outcome) : why;
}

QString summary(const spf::TraceNode& record)
{
    if (record.text.empty()) {
        return record.problem ? message(*record.problem) : TraceWords::tr("no SPF record");
    }
    const QString text = shown(record.text).simplified();
    const qsizetype first = text.indexOf(QLatin1Char(' '));
    const qsizetype last = text.lastIndexOf(QLatin1Char(' '));
    if (first < 0 || first == last) {
        return text;
    }
    return QStringLiteral("%1 … %2").arg(text.left(first), text.mid(last + 1));
}

QString answers(const dns::Answer& answer)
{
    QStringList texts;
    for (const std::string& alias : answer.aliases) {
        texts.append(QStringLiteral("CNAME %1").arg(shown(dns::presentName(alias))));
    }
    constexpr std::size_t most = 4;
    for (std::size_t i = 0; i < std::min(answer.records.size(), most); ++i) {
        texts.append(shortened(shown(answer.records[i].toString()), 200));
    }
    if (answer.records.size() > most) {
        texts.append(QStringLiteral("+%1").arg(answer.records.size() - most));
    }
    return texts.join(QStringLiteral(", "));
}

QStringList provenance(const dns::Answer& answer)
{
    QStringList parts{shown(dns::rcodeWord(answer.status))};
    if (answer.ttl) {
        parts.append(QStringLiteral("TTL %1").arg(*answer.ttl));
    }
    if (answer.isAuthentic) {
        parts.append(QStringLiteral("DNSSEC"));
    }
    if (!answer.server.empty()) {
        parts.append(shown(answer.server));
    }
    return parts;
}

QString evidence(const spf::Lookup& lookup)
{
    QStringList parts{shown(dns::toString(lookup.question.type)),
                      shown(dns::presentName(lookup.question.name))};
    parts += provenance(lookup.answer);
    const QString records = answers(lookup.answer);
    if (!records.isEmpty()) {
        parts.append(QStringLiteral("→ ") + records);
    }
    return parts.join(gap);
}

QString evidence(const spf::TraceNode& node)
{
    std::vector<const spf::Lookup*> lookups;
    for (const spf::Lookup& lookup : node.dns) {
        lookups.push_back(&lookup);
    }
    if (const spf::TraceNode* record = recordOf(node)) {
        for (const spf::Lookup& lookup : record->dns) {
            lookups.push_back(&lookup);
        }
    }
    if (lookups.empty()) {
        if (node.kind == spf::NodeKind::Term && termName(node) == "all") {
            return QStringLiteral("RFC 7208 5.1");
        }
        return TraceWords::tr("no DNS look-up");
    }
    const QString first = evidence(*lookups.front());
    return lookups.size() == 1
               ? first
               : first + gap +
                     TraceWords::tr("(and %n more questions)", nullptr, static_cast<int>(lookups.size()) - 1);
}

QString milliseconds(std::chrono::microseconds time)
{
    const double value = static_cast<double>(time.count()) / 1000.0;
    return QStringLiteral("%1 ms").arg(QLocale().toString(value, 'f', value < 9.95 && value > 0 ? 1 : 0));
}

QString shown(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

} // namespace words
