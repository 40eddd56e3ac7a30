// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/json/json_report.h"

#include "core/dns/presentation.h"
#include "core/qtio/json/json_text.h"

#include <QJsonDocument>

namespace qtio {

namespace {

double milliseconds(std::chrono::microseconds time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

QJsonArray spanJson(const spf::Span& span)
{
    return {static_cast<qint64>(span.start), static_cast<qint64>(span.length)};
}

QJsonObject lookupJson(const spf::Lookup& lookup)
{
    QJsonArray answers;
    for (const dns::Record& record : lookup.answer.records) {
        answers.append(jsonText(record.toString()));
    }
    QJsonObject json{
        {QStringLiteral("name"), jsonText(dns::presentName(lookup.question.name))},
        {QStringLiteral("type"), jsonText(dns::toString(lookup.question.type))},
        {QStringLiteral("rcode"), jsonText(dns::rcodeWord(lookup.answer.status))},
        {QStringLiteral("answers"), answers},
        {QStringLiteral("ttl"),
         lookup.answer.ttl ? QJsonValue(static_cast<qint64>(*lookup.answer.ttl)) : QJsonValue()},
        {QStringLiteral("server"), jsonTextOrNull(lookup.answer.server)},
        {QStringLiteral("ms"), milliseconds(lookup.answer.elapsed)},
        {QStringLiteral("authenticated"), lookup.answer.isAuthentic},
        {QStringLiteral("void"), lookup.isVoid},
    };
    if (!lookup.answer.aliases.empty()) {
        QJsonArray aliases;
        for (const std::string& alias : lookup.answer.aliases) {
            aliases.append(jsonText(dns::presentName(alias)));
        }
        json.insert(QStringLiteral("aliases"), aliases);
    }
    return json;
}

QJsonArray lookupsJson(const std::vector<spf::Lookup>& lookups)
{
    QJsonArray json;
    for (const spf::Lookup& lookup : lookups) {
        json.append(lookupJson(lookup));
    }
    return json;
}

QJsonObject nodeJson(const spf::TraceNode& node)
{
    QJsonObject json{
        {QStringLiteral("domain"), jsonText(node.domain)},
        {QStringLiteral("term"), jsonText(node.text)},
        {QStringLiteral("span"), spanJson(node.span)},
        {QStringLiteral("qualifier"), jsonTextOrNull(node.qualifier)},
        {QStringLiteral("outcome"), jsonText(spf::word(node.outcome))},
        {QStringLiteral("lookups"), node.lookups},
        {QStringLiteral("voidLookups"), node.voidLookups},
        {QStringLiteral("macro"), QJsonValue()},
        {QStringLiteral("dns"), lookupsJson(node.dns)},
        {QStringLiteral("children"), QJsonArray()},
    };
    if (node.macro) {
        json.insert(QStringLiteral("macro"), QJsonObject{{QStringLiteral("from"), jsonText(node.macro->from)},
                                                         {QStringLiteral("to"), jsonText(node.macro->to)}});
    }
    if (node.problem) {
        json.insert(QStringLiteral("problem"), toJson(*node.problem));
    }
    return json;
}

QJsonObject termJson(const spf::TraceNode& term);

QJsonArray termsJson(const spf::TraceNode& record)
{
    QJsonArray json;
    for (const spf::TraceNode& term : record.children) {
        json.append(termJson(term));
    }
    return json;
}

/// The record that an include or redirect leads to is part of the item of that term.
QJsonObject termJson(const spf::TraceNode& term)
{
    QJsonObject json = nodeJson(term);
    QJsonArray dns = lookupsJson(term.dns);
    QJsonArray children;
    for (const spf::TraceNode& child : term.children) {
        if (child.kind == spf::NodeKind::Term) {
            children.append(termJson(child));
            continue;
        }
        for (const QJsonValue& lookup : lookupsJson(child.dns)) {
            dns.append(lookup);
        }
        for (const QJsonValue& nested : termsJson(child)) {
            children.append(nested);
        }
        json.insert(QStringLiteral("record"), jsonTextOrNull(child.text));
        json.insert(QStringLiteral("result"),
                    child.result ? QJsonValue(jsonText(spf::word(*child.result))) : QJsonValue());
        if (child.problem && !term.problem) {
            json.insert(QStringLiteral("problem"), toJson(*child.problem));
        }
    }
    json.insert(QStringLiteral("dns"), dns);
    json.insert(QStringLiteral("children"), children);
    return json;
}

/// The version section stands for the record: it decides nothing by itself.
QJsonObject versionJson(const spf::TraceNode& record)
{
    constexpr std::string_view version = "v=spf1";
    QJsonObject json = nodeJson(record);
    const std::size_t length = std::min(version.size(), record.text.size());
    json.insert(QStringLiteral("term"), jsonText(record.text.substr(0, length)));
    json.insert(QStringLiteral("span"), spanJson({0, length}));
    if (record.outcome == spf::Outcome::Match) {
        json.insert(QStringLiteral("outcome"), jsonText(spf::word(spf::Outcome::NoMatch)));
    }
    json.insert(QStringLiteral("lookups"), 0);
    json.insert(QStringLiteral("voidLookups"), 0);
    json.insert(QStringLiteral("record"), jsonTextOrNull(record.text));
    json.insert(QStringLiteral("result"),
                record.result ? QJsonValue(jsonText(spf::word(*record.result))) : QJsonValue());
    return json;
}

} // namespace

QString problemId(spf::ProblemCode code)
{
    switch (code) {
    case spf::ProblemCode::UnusableDomain:
        return QStringLiteral("unusable-domain");
    case spf::ProblemCode::NoRecord:
        return QStringLiteral("no-record");
    case spf::ProblemCode::SeveralRecords:
        return QStringLiteral("several-records");
    case spf::ProblemCode::NonAscii:
        return QStringLiteral("non-ascii");
    case spf::ProblemCode::UnknownMechanism:
        return QStringLiteral("unknown-mechanism");
    case spf::ProblemCode::BadTerm:
        return QStringLiteral("bad-term");
    case spf::ProblemCode::BadQualifier:
        return QStringLiteral("bad-qualifier");
    case spf::ProblemCode::MissingArgument:
        return QStringLiteral("missing-argument");
    case spf::ProblemCode::UnexpectedArgument:
        return QStringLiteral("unexpected-argument");
    case spf::ProblemCode::BadAddress:
        return QStringLiteral("bad-address");
    case spf::ProblemCode::WrongFamily:
        return QStringLiteral("wrong-family");
    case spf::ProblemCode::BadPrefixLength:
        return QStringLiteral("bad-prefix-length");
    case spf::ProblemCode::BadDomainSpec:
        return QStringLiteral("bad-domain-spec");
    case spf::ProblemCode::BadMacro:
        return QStringLiteral("bad-macro");
    case spf::ProblemCode::MacroOnlyInExp:
        return QStringLiteral("macro-only-in-exp");
    case spf::ProblemCode::DuplicateModifier:
        return QStringLiteral("duplicate-modifier");
    case spf::ProblemCode::TermLimit:
        return QStringLiteral("term-limit");
    case spf::ProblemCode::VoidLimit:
        return QStringLiteral("void-limit");
    case spf::ProblemCode::MxLimit:
        return QStringLiteral("mx-limit");
    case spf::ProblemCode::IncludeWithoutRecord:
        return QStringLiteral("include-without-record");
    case spf::ProblemCode::RedirectWithoutRecord:
        return QStringLiteral("redirect-without-record");
    case spf::ProblemCode::DnsFailure:
        return QStringLiteral("dns-failure");
    case spf::ProblemCode::TimeLimit:
        break;
    }
    return QStringLiteral("time-limit");
}

QJsonObject toJson(const spf::Problem& problem)
{
    const bool isDns = problem.code == spf::ProblemCode::DnsFailure;
    return {
        {QStringLiteral("code"), problemId(problem.code)},
        {QStringLiteral("domain"), jsonTextOrNull(problem.domain)},
        {QStringLiteral("term"), jsonTextOrNull(problem.term)},
        {QStringLiteral("span"),
         problem.span.length == 0 ? QJsonValue() : QJsonValue(spanJson(problem.span))},
        {QStringLiteral("detail"), jsonTextOrNull(problem.detail)},
        {QStringLiteral("rcode"),
         isDns ? QJsonValue(jsonText(dns::rcodeWord(problem.dnsStatus))) : QJsonValue()},
    };
}

QJsonArray traceJson(const spf::TraceNode& root)
{
    QJsonArray json;
    json.append(versionJson(root));
    for (const QJsonValue& term : termsJson(root)) {
        json.append(term);
    }
    return json;
}

QJsonObject toJson(const spf::Report& report)
{
    return {
        {QStringLiteral("result"), jsonText(spf::word(report.result))},
        {QStringLiteral("mechanism"), jsonTextOrNull(report.mechanism)},
        {QStringLiteral("explanation"), jsonTextOrNull(report.explanation)},
        {QStringLiteral("problem"), report.problem ? QJsonValue(toJson(*report.problem)) : QJsonValue()},
        {QStringLiteral("lookups"), report.lookups},
        {QStringLiteral("voidLookups"), report.voidLookups},
        {QStringLiteral("elapsedMs"), milliseconds(report.elapsed)},
        {QStringLiteral("trace"), report.trace ? traceJson(*report.trace) : QJsonArray()},
    };
}

QJsonObject toJson(const policy::Decision& decision)
{
    return {
        {QStringLiteral("action"), jsonText(policy::word(decision.action))},
        {QStringLiteral("rule"), jsonText(decision.rule)},
        {QStringLiteral("entry"), jsonTextOrNull(decision.entry)},
        {QStringLiteral("postfixAction"), jsonText(decision.postfixAction)},
        {QStringLiteral("header"), jsonTextOrNull(decision.header)},
    };
}

QJsonObject checkJson(const policy::Request& request, const policy::Decision& decision,
                      const spf::Report* report, ProblemWords words)
{
    QJsonObject json{
        {QStringLiteral("request"),
         QJsonObject{{QStringLiteral("clientAddress"), jsonText(request.clientAddress)},
                     {QStringLiteral("sender"), jsonText(request.sender)},
                     {QStringLiteral("helo"), jsonText(request.heloName)}}},
        {QStringLiteral("identity"), jsonText(policy::word(decision.identity))},
        {QStringLiteral("domain"), jsonTextOrNull(decision.domain)},
        {QStringLiteral("spf"), QJsonValue()},
        {QStringLiteral("decision"), toJson(decision)},
    };
    if (report != nullptr) {
        QJsonObject spf = toJson(*report);
        if (report->problem && words != nullptr) {
            QJsonObject problem = spf[QStringLiteral("problem")].toObject();
            problem.insert(QStringLiteral("message"), words(*report->problem));
            spf.insert(QStringLiteral("problem"), problem);
        }
        json.insert(QStringLiteral("spf"), spf);
    }
    return json;
}

QJsonObject checkJson(const CheckOutcome& outcome, ProblemWords words)
{
    return checkJson(outcome.request, outcome.decision, outcome.report ? &*outcome.report : nullptr, words);
}

QByteArray batchLine(std::size_t row, const CheckOutcome& outcome, ProblemWords words)
{
    QJsonObject json = checkJson(outcome, words);
    json.insert(QStringLiteral("row"), static_cast<qint64>(row));
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray batchLine(std::size_t row, const QString& error)
{
    const QJsonObject json{{QStringLiteral("row"), static_cast<qint64>(row)},
                           {QStringLiteral("error"), error}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace qtio
