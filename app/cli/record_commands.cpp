// SPDX-License-Identifier: GPL-3.0-or-later
// `spfpolicy record ...`: SPF records of one's own (SPEC 7).
#include "app/cli/commands.h"
#include "app/cli/dns_source.h"
#include "app/cli/record_text.h"
#include "core/net/domain_name.h"
#include "core/qtio/json/json_record.h"
#include "core/qtio/runs/record_lint_run.h"
#include "ui/words/cli_words.h"
#include "ui/words/record_words.h"

#include <QEventLoop>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// DOMAIN=NETWORK[,NETWORK...], or what is wrong with it.
tl::expected<spf::FlattenedSource, QString> flattenedFrom(const QString& text)
{
    const qsizetype equals = text.indexOf(u'=');
    const auto domain = net::DomainName::parse(text.left(std::max<qsizetype>(equals, 0)).toStdString());
    if (equals < 0 || !domain) {
        return tl::unexpected(words::notAFlattening(text));
    }
    spf::FlattenedSource source{.domain = domain->ascii(), .networks = {}};
    qsizetype at = equals + 1;
    for (const QString& piece : text.sliced(at).split(u',')) {
        const auto network = net::Network::parse(piece.toStdString());
        if (!network) {
            return tl::unexpected(words::notANetworkAt(text, at + 1, piece));
        }
        source.networks.push_back(*network);
        at += piece.size() + 1;
    }
    return source;
}

/// What is wrong with the options as a whole; empty when nothing is.
QString complaint(const Arguments& arguments)
{
    if (arguments.isSet(u"text"_s)) {
        if (!arguments.operands.isEmpty()) {
            return words::optionsExclude(u"--text"_s, u"DOMAIN"_s);
        }
        for (auto option = arguments.options.keyBegin(); option != arguments.options.keyEnd(); ++option) {
            if (*option != "text"_L1 && *option != "json"_L1) {
                return words::optionsExclude(u"--text"_s, u"--"_s + *option);
            }
        }
        return {};
    }
    if (arguments.operands.isEmpty()) {
        return words::missingOperand(u"DOMAIN"_s);
    }
    QStringList names = arguments.operands + arguments.values(u"subdomain"_s) + arguments.values(u"helo"_s);
    names += arguments.values(u"from"_s);
    for (const QString& name : names) {
        if (!net::DomainName::parse(name.toStdString())) {
            return words::notADomain(name);
        }
    }
    for (const QString& ip : arguments.values(u"server-ip"_s)) {
        if (!net::IpAddress::parse(ip.toStdString())) {
            return words::notAnAddress(ip);
        }
    }
    for (const QString& flattened : arguments.values(u"flattened"_s)) {
        if (const auto source = flattenedFrom(flattened); !source) {
            return source.error();
        }
    }
    return {};
}

std::vector<std::string> asciiNames(const QStringList& names)
{
    std::vector<std::string> result;
    for (const QString& name : names) {
        result.push_back(net::DomainName::parse(name.toStdString())->ascii());
    }
    return result;
}

spf::LintFacts factsFrom(const Arguments& arguments)
{
    spf::LintFacts facts;
    facts.heloHosts = asciiNames(arguments.values(u"helo"_s));
    facts.subdomains = asciiNames(arguments.values(u"subdomain"_s));
    for (const QString& ip : arguments.values(u"server-ip"_s)) {
        facts.servers.push_back(*net::IpAddress::parse(ip.toStdString()));
    }
    for (const QString& flattened : arguments.values(u"flattened"_s)) {
        const spf::FlattenedSource source = *flattenedFrom(flattened);
        const auto same = std::ranges::find(facts.flattened, source.domain, &spf::FlattenedSource::domain);
        if (same == facts.flattened.end()) {
            facts.flattened.push_back(source);
        } else {
            same->networks.insert(same->networks.end(), source.networks.begin(), source.networks.end());
        }
    }
    if (const std::vector<std::string> from = asciiNames(arguments.values(u"from"_s)); !from.empty()) {
        facts.fromDomain = from.back();
    }
    return facts;
}

void printJson(Context& context, const std::vector<spf::Finding>& findings)
{
    QJsonArray json;
    for (const spf::Finding& finding : findings) {
        QStringList titles;
        for (const spf::Fix& fix : finding.fixes) {
            titles.append(words::title(fix));
        }
        json.append(qtio::toJson(finding, words::message(finding), titles));
    }
    context.out.write(QJsonDocument(json).toJson());
}

Exit answerOf(const std::vector<spf::Finding>& findings)
{
    const bool hasError = std::ranges::any_of(
        findings, [](const spf::Finding& finding) { return finding.severity == spf::Severity::Error; });
    return hasError ? Exit::No : Exit::Done;
}

Exit lintPublished(Context& context, const Arguments& arguments)
{
    const tl::expected<DnsSource, Exit> source = DnsSource::open(context, arguments);
    if (!source) {
        return source.error();
    }
    qtio::RecordLintRun run(arguments.operands.first().toStdString(), factsFrom(arguments),
                            source->resolver());
    QEventLoop loop;
    QObject::connect(&run, &qtio::RecordLintRun::finished, &loop, &QEventLoop::quit);
    run.start();
    loop.exec();
    const spf::LintReport& report = run.report();
    if (arguments.isSet(u"json"_s)) {
        printJson(context, report.findings);
    } else {
        printRecord(context, report);
        printFindings(context, report.findings);
    }
    const Exit saved = source->save(context);
    return saved == Exit::Done ? answerOf(report.findings) : saved;
}

Exit runLint(Context& context, const Arguments& arguments)
{
    if (const QString wrong = complaint(arguments); !wrong.isEmpty()) {
        return usageError(context, u"record lint"_s, wrong);
    }
    const std::optional<QString> text = arguments.value(u"text"_s);
    if (!text) {
        return lintPublished(context, arguments);
    }
    const std::vector<spf::Finding> findings = spf::lintText(text->toStdString());
    arguments.isSet(u"json"_s) ? printJson(context, findings) : printFindings(context, findings);
    return answerOf(findings);
}

} // namespace

Command recordLintCommand()
{
    QList<Option> options{
        {u"text"_s, u"RECORD"_s},        {u"helo"_s, u"NAME"_s},
        {u"server-ip"_s, u"IP"_s, true}, {u"subdomain"_s, u"DOMAIN"_s, true},
        {u"from"_s, u"DOMAIN"_s},        {u"flattened"_s, u"DOMAIN=NETWORK[,NETWORK...]"_s, true},
    };
    return {
        .name = u"record lint"_s,
        .options = options + DnsSource::options(),
        .operands = {{u"DOMAIN"_s, Operand::Count::Optional}},
        .examples = {u"spfpolicy record lint example.com --server-ip 192.0.2.25 --helo mail.example.com"_s,
                     u"spfpolicy record lint --text 'v=spf1 mx include:_spf.example.net ~all'"_s},
        .run = runLint,
    };
}

} // namespace cli
