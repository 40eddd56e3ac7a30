// SPDX-License-Identifier: GPL-3.0-or-later
// `spfpolicy record explain`: who may send as a domain, without an address to check.
#include "app/cli/commands.h"
#include "app/cli/dns_source.h"
#include "app/cli/limit_options.h"
#include "app/cli/outline_text.h"
#include "app/cli/text_layout.h"
#include "core/net/domain_name.h"
#include "core/qtio/json/json_outline.h"
#include "core/qtio/runs/outline_run.h"
#include "ui/words/cli_words.h"
#include "ui/words/outline_words.h"

#include <QEventLoop>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// Runs it to its end; the loop belongs to this command alone.
template <class Run>
void finish(Run& run)
{
    QEventLoop loop;
    QObject::connect(&run, &Run::finished, &loop, &QEventLoop::quit);
    run.start();
    loop.exec();
}

std::unique_ptr<qtio::OriginRun> lookUpOperators(const spf::SenderNetworks& senders, qtio::Resolver& resolver)
{
    std::vector<net::Network> networks;
    for (const spf::SenderNetwork& one : senders.networks) {
        networks.push_back(one.network.network);
    }
    auto run = std::make_unique<qtio::OriginRun>(networks, resolver);
    finish(*run);
    return run;
}

void printJson(Context& context, const spf::Outline& outline, const spf::SenderNetworks& senders,
               const qtio::OriginRun* origins, const std::optional<spf::Coverage>& coverage)
{
    QJsonObject json = qtio::toJson(outline.root(), words::sentence);
    json.insert(u"voidLookups"_s, outline.voidLookups());
    json.insert(u"networks"_s, qtio::networksJson(senders, origins));
    json.insert(u"totals"_s, qtio::toJson(senders.totals));
    if (coverage) {
        json.insert(u"covers"_s, qtio::toJson(*coverage));
    }
    context.out.write(QJsonDocument(json).toJson());
}

void printText(Context& context, const spf::Outline& outline, const spf::Limits& limits,
               const spf::SenderNetworks& senders, const qtio::OriginRun* origins, const QString& covered)
{
    if (!covered.isEmpty()) {
        printLine(context, printable(covered));
        printLine(context);
    }
    printOutline(context, outline, limits);
    printNetworks(context, senders, origins);
}

/// Whether an evaluation that gets to the end of the record gives a result of its own.
bool isUsable(const spf::Outline& outline, const spf::Limits& limits)
{
    const spf::OutlineRecord& root = outline.root();
    return root.state == spf::OutlineState::Complete && root.lookups <= limits.terms &&
           outline.voidLookups() <= limits.voidLookups;
}

Exit runExplain(Context& context, const Arguments& arguments)
{
    const QString& domain = arguments.operands.first();
    if (!net::DomainName::parse(domain.toStdString())) {
        return usageError(context, u"record explain"_s, words::notADomain(domain));
    }
    const tl::expected<spf::Limits, QString> limits = limitsFrom(arguments);
    if (!limits) {
        return usageError(context, u"record explain"_s, limits.error());
    }
    const QString covers = arguments.value(u"covers"_s).value_or(QString());
    const auto client = net::IpAddress::parse(covers.toStdString());
    if (arguments.isSet(u"covers"_s) && !client) {
        return usageError(context, u"record explain"_s, words::notAnAddress(covers));
    }
    const tl::expected<DnsSource, Exit> source = DnsSource::open(context, arguments);
    if (!source) {
        return source.error();
    }
    qtio::OutlineRun run(domain.toStdString(), source->resolver());
    finish(run);
    const spf::OutlineRecord& root = run.outline().root();
    const spf::SenderNetworks senders = spf::senderNetworks(root);
    std::unique_ptr<qtio::OriginRun> origins;
    if (arguments.isSet(u"asn"_s)) {
        origins = lookUpOperators(senders, source->resolver());
    }
    const std::optional<spf::Coverage> coverage =
        client ? std::optional(spf::coverage(root, run.outline().answers(), *client, *limits)) : std::nullopt;
    if (arguments.isSet(u"json"_s)) {
        printJson(context, run.outline(), senders, origins.get(), coverage);
    } else {
        printText(context, run.outline(), *limits, senders, origins.get(),
                  coverage ? words::coverage(*coverage, covers) : QString());
    }
    const Exit saved = source->save(context);
    const bool isNo = coverage ? coverage->result != spf::Result::Pass : !isUsable(run.outline(), *limits);
    return saved == Exit::Done && isNo ? Exit::No : saved;
}

} // namespace

Command recordExplainCommand()
{
    const QList<Option> options{{u"covers"_s, u"IP"_s}, {u"asn"_s, {}}};
    return {
        .name = u"record explain"_s,
        .options = options + limitOptions() + DnsSource::options(),
        .operands = {{u"DOMAIN"_s, Operand::Count::One}},
        .examples = {u"spfpolicy record explain example.com"_s,
                     u"spfpolicy record explain example.com --covers 192.0.2.25 --asn"_s},
        .run = runExplain,
    };
}

} // namespace cli
