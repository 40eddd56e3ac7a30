// SPDX-License-Identifier: GPL-3.0-or-later
// `spfpolicy config explain`: the effective policy of a sender, without evaluating SPF.
#include "app/cli/check_text.h"
#include "app/cli/commands.h"
#include "app/cli/config_file.h"
#include "core/policy/explanation.h"
#include "core/qtio/json/json_text.h"
#include "ui/words/cli_words.h"
#include "ui/words/policy_words.h"
#include "ui/words/result_words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QString text(std::string_view bytes)
{
    return printable(qtio::jsonText(bytes));
}

QJsonObject explanationJson(const policy::Explanation& explanation)
{
    QJsonArray steps;
    for (const policy::ConsideredStep& step : explanation.steps) {
        steps.append(QJsonObject{{u"step"_s, qtio::jsonText(policy::word(step.step))},
                                 {u"outcome"_s, qtio::jsonText(policy::word(step.consideration))},
                                 {u"entry"_s, qtio::jsonTextOrNull(step.entry)}});
    }
    QJsonObject actions;
    for (const spf::Result result : spf::allResults) {
        const policy::RuleAction& action = explanation.actions[result];
        actions.insert(qtio::jsonText(spf::word(result)),
                       QJsonObject{{u"action"_s, qtio::jsonText(policy::word(action.action))},
                                   {u"rule"_s, qtio::jsonText(action.rule)},
                                   {u"entry"_s, qtio::jsonTextOrNull(action.entry)}});
    }
    return {
        {u"identity"_s, qtio::jsonText(policy::word(explanation.identity))},
        {u"domain"_s, qtio::jsonTextOrNull(explanation.domain)},
        {u"steps"_s, steps},
        {u"actions"_s, actions},
    };
}

void printExplanation(Context& context, const policy::Explanation& explanation)
{
    printLine(context, words::name(words::Label::Identity) + u": "_s + words::name(explanation.identity));
    if (!explanation.domain.empty()) {
        printLine(context, words::name(words::Label::Domain) + u": "_s + text(explanation.domain));
    }
    printLine(context);
    QList<QPair<QString, QString>> rows;
    for (const policy::ConsideredStep& step : explanation.steps) {
        const QString entry = step.entry.empty() ? QString() : u": "_s + text(step.entry);
        rows.append({words::name(step.step), words::name(step.consideration) + entry});
    }
    for (const QString& line : twoColumns(rows)) {
        printLine(context, line);
    }
    printLine(context);
    rows.clear();
    for (const spf::Result result : spf::allResults) {
        const policy::RuleAction& action = explanation.actions[result];
        rows.append({words::word(result),
                     toned(context, toneOf(action.action), padded(words::word(action.action), 9)) + u"  "_s +
                         text(action.rule)});
    }
    for (const QString& line : twoColumns(rows)) {
        printLine(context, line);
    }
}

Exit run(Context& context, const Arguments& arguments)
{
    if (!arguments.isSet(u"sender"_s)) {
        return usageError(context, u"config explain"_s, words::missingOption(u"--sender"_s));
    }
    const QString ip = arguments.value(u"ip"_s).value_or(QString());
    if (arguments.isSet(u"ip"_s) && !net::IpAddress::parse(ip.toStdString())) {
        return usageError(context, u"config explain"_s, words::notAnAddress(ip));
    }
    const std::optional<config::IniDocument> document = readConfig(context, arguments.operands.first());
    if (!document) {
        return Exit::Trouble;
    }
    policy::Request request;
    request.clientAddress = ip.toStdString();
    request.sender = arguments.value(u"sender"_s)->toStdString();
    request.heloName = arguments.value(u"helo"_s).value_or(QString()).toStdString();
    const policy::Explanation explanation = policy::explain(request, config::readPolicyConfig(*document));
    if (arguments.isSet(u"json"_s)) {
        context.out.write(QJsonDocument(explanationJson(explanation)).toJson());
    } else {
        printExplanation(context, explanation);
    }
    return Exit::Done;
}

} // namespace

Command configExplainCommand()
{
    return {
        .name = u"config explain"_s,
        .options = {{u"sender"_s, u"ADDRESS"_s}, {u"ip"_s, u"IP"_s}, {u"helo"_s, u"NAME"_s}},
        .operands = {{u"FILE"_s}},
        .examples = {u"spfpolicy config explain config.ini --sender a@example.com --ip 192.0.2.10"_s},
        .run = run,
    };
}

} // namespace cli
