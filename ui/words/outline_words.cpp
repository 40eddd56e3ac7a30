// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/outline_words.h"

#include "ui/words/spf_words.h"
#include "ui/words/trace_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace words {

namespace {

struct OutlineWords
{
    Q_DECLARE_TR_FUNCTIONS(OutlineWords)
};

constexpr qsizetype mostNamed = 3;

/// Some of a list, and how many more there are.
QString named(const QStringList& list)
{
    const QString some = list.mid(0, mostNamed).join(QStringLiteral(", "));
    return list.size() > mostNamed ? QStringLiteral("%1, +%2").arg(some).arg(list.size() - mostNamed) : some;
}

QString resultWord(spf::Result result)
{
    return shown(spf::word(result));
}

int passing(const spf::OutlineRecord& record)
{
    int count = 0;
    for (const spf::OutlineTerm& term : record.terms) {
        if (term.qualifier == spf::Qualifier::Pass && term.state != spf::OutlineState::Ignored) {
            count += static_cast<int>(term.networks.size());
            for (const spf::OutlineRecord& inner : term.record) {
                count += passing(inner);
            }
        }
    }
    return count;
}

QString failure(const spf::OutlineTerm& term)
{
    const QString target = shown(term.target);
    switch (term.state) {
    case spf::OutlineState::DnsFailure:
        return OutlineWords::tr("DNS gave no usable answer for %1: temperror").arg(target);
    case spf::OutlineState::UnusableName:
        return OutlineWords::tr("\"%1\" is no usable name: never matches").arg(target);
    case spf::OutlineState::NotFollowed:
        return OutlineWords::tr("not followed: the tree is too large");
    case spf::OutlineState::DependsOnMail:
        return term.name == "ptr"
                   ? OutlineWords::tr("depends on the name of the sending host; cannot be listed")
                   : OutlineWords::tr("depends on the mail; cannot be listed");
    case spf::OutlineState::Ignored:
        return term.name == "redirect" ? OutlineWords::tr("ignored: the record has an all mechanism")
                                       : OutlineWords::tr("ignored: after all");
    default:
        return {};
    }
}

QString recordSentence(const spf::OutlineTerm& term)
{
    const spf::OutlineRecord& record = term.record.front();
    if (const QString why = problem(record, false); !why.isEmpty()) {
        return why;
    }
    const QString facts = OutlineWords::tr("%n networks", nullptr, passing(record)) + QStringLiteral(", ") +
                          OutlineWords::tr("costs %n look-ups", nullptr, term.lookups);
    return term.isModifier ? OutlineWords::tr("if nothing matched, the record of %1 decides (%2)")
                                 .arg(shown(record.domain), facts)
                           : OutlineWords::tr("everything that record allows (%1)").arg(facts);
}

QString hostSentence(const spf::OutlineTerm& term)
{
    if (term.networks.empty()) {
        return term.name == "mx" ? OutlineWords::tr("no mail host with an address (void look-up)")
                                 : OutlineWords::tr("no address (void look-up)");
    }
    QStringList hosts;
    QStringList networks;
    for (const spf::OutlineNetwork& one : term.networks) {
        networks.append(shown(one.network.toString()));
        if (!hosts.contains(shown(one.host))) {
            hosts.append(shown(one.host));
        }
    }
    return term.name == "mx"
               ? OutlineWords::tr("the %n mail hosts: %1", nullptr, static_cast<int>(hosts.size()))
                     .arg(named(hosts))
               : OutlineWords::tr("its %n addresses: %1", nullptr, static_cast<int>(networks.size()))
                     .arg(named(networks));
}

QString allSentence(const spf::OutlineTerm& term, bool isIncluded)
{
    if (term.qualifier == spf::Qualifier::Pass) {
        return isIncluded ? OutlineWords::tr("every address passes through this include")
                          : OutlineWords::tr("everyone may send: pass");
    }
    return isIncluded ? OutlineWords::tr("everyone else: no match here")
                      : OutlineWords::tr("everyone else: %1").arg(resultWord(spf::resultOf(term.qualifier)));
}

QString networkSentence(const net::Network& network)
{
    const bool isOne = network.prefixLength() == network.address().bitCount();
    return isOne                      ? OutlineWords::tr("1 address")
           : network.address().isV4() ? OutlineWords::tr("%1 addresses").arg(size(network))
                                      : size(network);
}

QString allowed(const spf::OutlineTerm& term)
{
    if (!term.record.empty()) {
        return recordSentence(term);
    }
    if (term.name == "ip4" || term.name == "ip6") {
        return networkSentence(term.networks.front().network);
    }
    return hostSentence(term);
}

QString noteText(const spf::SenderNote& note, const spf::SenderNetwork& other)
{
    const QString network = shown(other.network.network.toString());
    const QString from = shown(other.path.at(other.path.size() - 2));
    switch (note.kind) {
    case spf::SenderNote::Kind::Duplicate:
        return OutlineWords::tr("duplicate of %1 (%2)").arg(network, from);
    case spf::SenderNote::Kind::Inside:
        return OutlineWords::tr("inside %1 (%2)").arg(network, from);
    case spf::SenderNote::Kind::Overruled:
        return OutlineWords::tr("contradicts %1 (%2), which decides first").arg(network, from);
    case spf::SenderNote::Kind::Except:
        break;
    }
    return OutlineWords::tr("except %1 (%2), which decides first").arg(network, from);
}

/// The decision alone; terms left open are told behind it.
QString decision(const spf::Coverage& coverage, const QString& client)
{
    const QString result = resultWord(coverage.result);
    const QString domain = shown(coverage.path.front());
    if (coverage.result == spf::Result::None) {
        return OutlineWords::tr("No network covers %1: %2 has no usable SPF record (none).")
            .arg(client, domain);
    }
    if (coverage.result == spf::Result::TempError || coverage.result == spf::Result::PermError) {
        return OutlineWords::tr("%1 gets %2: the evaluation ends at %3.")
            .arg(client, result, way(coverage.path));
    }
    if (coverage.path.size() == 1) {
        return OutlineWords::tr("No network covers %1, and the record does not say what others get (%2).")
            .arg(client, result);
    }
    const QString term = shown(coverage.path.back());
    const QString holder = shown(coverage.path.at(coverage.path.size() - 2));
    if (coverage.result == spf::Result::Pass) {
        return OutlineWords::tr("%1 may send: %2 of %3.").arg(client, term, holder);
    }
    return coverage.network ? OutlineWords::tr("%1 may not simply send: %2 of %3 gives %4.")
                                  .arg(client, term, holder, result)
                            : OutlineWords::tr("No network covers %1: %2 of %3 gives %4.")
                                  .arg(client, term, holder, result);
}

} // namespace

QString sentence(const spf::OutlineTerm& term, bool isIncluded)
{
    if (const QString why = failure(term); !why.isEmpty() && term.record.empty()) {
        return why;
    }
    if (term.name == "all") {
        return allSentence(term, isIncluded);
    }
    if (term.isModifier && term.record.empty()) {
        return term.name == "exp" ? OutlineWords::tr("explains a fail; allows nobody")
                                  : OutlineWords::tr("unknown modifier: ignored");
    }
    const QString who = allowed(term);
    const bool isBroken = !term.record.empty() && !problem(term.record.front(), false).isEmpty();
    if (term.qualifier == spf::Qualifier::Pass || term.isModifier || isBroken) {
        return who;
    }
    return isIncluded
               ? OutlineWords::tr("%1 → no match in this include").arg(who)
               : OutlineWords::tr("%1 → %2, not allowed").arg(who, resultWord(spf::resultOf(term.qualifier)));
}

QStringList overLimits(int lookups, int voidLookups, const spf::Limits& limits)
{
    QStringList sentences;
    if (lookups > limits.terms) {
        sentences.append(OutlineWords::tr("%1 look-up terms: an evaluation that gets to the end is permerror")
                             .arg(countOfLimit(lookups, limits.terms)));
    }
    if (voidLookups > limits.voidLookups) {
        sentences.append(OutlineWords::tr("%1 void look-ups: an evaluation that gets to the end is permerror")
                             .arg(countOfLimit(voidLookups, limits.voidLookups)));
    }
    return sentences;
}

QString overLimit(int lookups, int limit)
{
    return OutlineWords::tr("look-up %1: permerror").arg(countOfLimit(lookups, limit));
}

QString problem(const spf::OutlineRecord& record, bool isTop)
{
    const QString domain = shown(record.domain);
    const QString result = resultWord(isTop ? spf::Result::None : spf::Result::PermError);
    switch (record.state) {
    case spf::OutlineState::NoRecord:
        return OutlineWords::tr("%1 publishes no SPF record: %2").arg(domain, result);
    case spf::OutlineState::UnusableName:
        return OutlineWords::tr("\"%1\" is no name with a record: %2").arg(domain, result);
    case spf::OutlineState::SeveralRecords:
        return OutlineWords::tr("%1 publishes more than one SPF record: permerror").arg(domain);
    case spf::OutlineState::SyntaxErrors:
        return OutlineWords::tr("the record of %1 has errors: permerror").arg(domain);
    case spf::OutlineState::Loop:
        return OutlineWords::tr("loop: %1 is already on the way here: permerror").arg(domain);
    case spf::OutlineState::DnsFailure:
        return OutlineWords::tr("DNS gave no usable answer for %1: temperror").arg(domain);
    case spf::OutlineState::NotFollowed:
        return OutlineWords::tr("not followed: the tree is too large");
    default:
        return {};
    }
}

QString size(const net::Network& network)
{
    const int bits = (network.address().isV4() ? 32 : 64) - network.prefixLength();
    if (network.prefixLength() == network.address().bitCount()) {
        return QStringLiteral("1");
    }
    if (bits < 0) {
        return OutlineWords::tr("part of a /64");
    }
    const QString count =
        bits < 63 ? QLocale().toString(qulonglong{1} << bits) : QStringLiteral("2^%1").arg(bits);
    return network.address().isV4() ? count : QStringLiteral("%1 × /64").arg(count);
}

QString effect(const spf::SenderNetwork& network)
{
    return network.goesOnAt ? OutlineWords::tr("no match") : resultWord(spf::resultOf(network.qualifier));
}

QStringList notes(const spf::SenderNetwork& network, const spf::SenderNetworks& all)
{
    QStringList texts;
    for (const spf::SenderNote& note : network.notes) {
        if (texts.size() == mostNamed) {
            texts.append(QStringLiteral("+%1").arg(static_cast<qsizetype>(network.notes.size()) - mostNamed));
            break;
        }
        texts.append(noteText(note, all.networks.at(note.other)));
    }
    return texts;
}

QString way(const std::vector<std::string>& path)
{
    QStringList steps;
    for (const std::string& step : path) {
        steps.append(shown(step));
    }
    return steps.join(QStringLiteral(" › "));
}

QString operatorText(std::uint32_t asNumber, const std::string& name)
{
    const QString number = QStringLiteral("AS%1").arg(asNumber);
    return name.empty() ? number : number + QLatin1Char(' ') + shown(name);
}

QStringList totals(const spf::SenderNetworks& senders)
{
    const spf::SenderTotals& totals = senders.totals;
    const QLocale locale;
    const auto networks = static_cast<int>(totals.networks);
    const QString subnets = totals.ipv6Subnets64 == UINT64_MAX
                                ? QStringLiteral("2^64")
                                : locale.toString(qulonglong{totals.ipv6Subnets64});
    QStringList texts{senders.isCut ? OutlineWords::tr("more than %n networks", nullptr, networks)
                                    : OutlineWords::tr("%n networks", nullptr, networks)};
    texts.append(
        totals.ipv4Addresses == 1
            ? OutlineWords::tr("1 IPv4 address")
            : OutlineWords::tr("%1 IPv4 addresses").arg(locale.toString(qulonglong{totals.ipv4Addresses})));
    texts.append(totals.ipv6Subnets64 == 1 ? OutlineWords::tr("1 IPv6 /64")
                                           : OutlineWords::tr("%1 IPv6 /64s").arg(subnets));
    return texts;
}

QString coverage(const spf::Coverage& coverage, const QString& client)
{
    const QString text = decision(coverage, client);
    if (coverage.open.empty()) {
        return text;
    }
    QStringList open;
    for (const std::vector<std::string>& path : coverage.open) {
        open.append(shown(path.back()));
    }
    return text + QLatin1Char(' ') +
           OutlineWords::tr(
               "It cannot be excluded that a term decides otherwise that depends on the mail: %1")
               .arg(named(open));
}

QString operatorsNote(std::size_t untold, bool isCut)
{
    QStringList texts;
    if (untold > 0) {
        texts.append(
            OutlineWords::tr("No operator is known for %n networks.", nullptr, static_cast<int>(untold)));
    }
    if (isCut) {
        texts.append(OutlineWords::tr("Only the first networks were looked up."));
    }
    return texts.join(QLatin1Char(' '));
}

} // namespace words
