// SPDX-License-Identifier: GPL-3.0-or-later
// `spfpolicy postfix plan`: what enabling or disabling the check would write (SPEC 3.4). Nothing is written
// here.
#include "app/cli/commands.h"
#include "app/cli/files.h"
#include "app/cli/text_layout.h"
#include "core/postfix/lint.h"
#include "core/postfix/plan.h"
#include "core/qtio/json/json_text.h"
#include "ui/words/cli_words.h"
#include "ui/words/config_words.h"
#include "ui/words/postfix_lint_words.h"
#include "ui/words/postfix_words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

std::optional<postfix::Variant> parseVariant(const QString& word)
{
    if (word == "imsva"_L1) {
        return postfix::Variant::Imsva;
    }
    if (word == "recommended"_L1) {
        return postfix::Variant::Recommended;
    }
    return word == "socket"_L1 ? std::optional(postfix::Variant::Socket) : std::nullopt;
}

/// Both files have to be named, and only one of them can be standard input.
QString complaintAboutFiles(const Arguments& arguments)
{
    for (const QString& option : {u"main"_s, u"master"_s}) {
        if (!arguments.isSet(option)) {
            return words::missingOption(u"--"_s + option);
        }
    }
    if (arguments.value(u"main"_s) == u"-"_s && arguments.value(u"master"_s) == u"-"_s) {
        return words::optionsExclude(u"--main -"_s, u"--master -"_s);
    }
    return {};
}

QString complaint(const Arguments& arguments)
{
    if (const QString wrong = complaintAboutFiles(arguments); !wrong.isEmpty()) {
        return wrong;
    }
    if (arguments.isSet(u"enable"_s) && arguments.isSet(u"disable"_s)) {
        return words::optionsExclude(u"--enable"_s, u"--disable"_s);
    }
    if (!arguments.isSet(u"enable"_s) && !arguments.isSet(u"disable"_s)) {
        return words::missingOption(u"--enable | --disable"_s);
    }
    if (const auto variant = arguments.value(u"variant"_s); variant && !parseVariant(*variant)) {
        return words::notOneOf(u"--variant"_s, *variant, u"imsva recommended socket"_s);
    }
    return {};
}

QString kindWord(postfix::NoteKind kind)
{
    switch (kind) {
    case postfix::NoteKind::Done:
        return u"change"_s;
    case postfix::NoteKind::Nothing:
        return u"nothing"_s;
    case postfix::NoteKind::Advice:
        return u"advice"_s;
    case postfix::NoteKind::Manual:
        break;
    }
    return u"manual"_s;
}

QJsonObject planJson(const postfix::Plan& plan, const std::string& diff)
{
    QJsonArray notes;
    for (const postfix::Note& note : plan.notes) {
        QJsonArray args;
        for (const std::string& arg : note.args) {
            args.append(qtio::jsonText(arg));
        }
        notes.append(QJsonObject{
            {u"id"_s, qtio::jsonText(postfix::word(note.code))},
            {u"kind"_s, kindWord(postfix::kindOf(note.code))},
            {u"file"_s, note.file == postfix::File::Main ? u"main.cf"_s : u"master.cf"_s},
            {u"line"_s, note.line == 0 ? QJsonValue() : QJsonValue(static_cast<qint64>(note.line))},
            {u"args"_s, args},
            {u"message"_s, words::message(note)},
        });
    }
    return {
        {u"changed"_s, plan.changesMain() || plan.changesMaster()},
        {u"manual"_s, plan.needsHand()},
        {u"diff"_s, qtio::jsonText(diff)},
        {u"notes"_s, notes},
    };
}

/// The difference goes to standard output for patch(1), the reasons to standard error.
void printPlan(Context& context, const postfix::Plan& plan, const std::string& diff)
{
    context.out.write(QByteArray::fromStdString(diff));
    for (const postfix::Note& note : plan.notes) {
        context.err.write(
            (words::name(postfix::kindOf(note.code)) + u": "_s + printable(words::message(note))).toUtf8() +
            '\n');
    }
}

struct Texts
{
    std::string main;
    std::string master;
};

std::optional<Texts> readTexts(Context& context, const Arguments& arguments)
{
    const std::optional<QByteArray> main = readAll(context, *arguments.value(u"main"_s));
    const std::optional<QByteArray> master =
        main ? readAll(context, *arguments.value(u"master"_s)) : std::nullopt;
    return master ? std::optional(Texts{main->toStdString(), master->toStdString()}) : std::nullopt;
}

Exit runPlan(Context& context, const Arguments& arguments)
{
    if (const QString wrong = complaint(arguments); !wrong.isEmpty()) {
        return usageError(context, u"postfix plan"_s, wrong);
    }
    const std::optional<Texts> texts = readTexts(context, arguments);
    if (!texts) {
        return Exit::Trouble;
    }
    postfix::PlanOptions options;
    options.task = arguments.isSet(u"enable"_s) ? postfix::Task::Enable : postfix::Task::Disable;
    options.variant =
        parseVariant(arguments.value(u"variant"_s).value_or(u"imsva"_s)).value_or(postfix::Variant::Imsva);
    if (const auto user = arguments.value(u"user"_s)) {
        options.user = user->toStdString();
    }
    if (const auto argv = arguments.value(u"argv"_s)) {
        options.argv = argv->toStdString();
    }
    const postfix::Plan plan = postfix::plan(texts->main, texts->master, options);
    const std::string diff =
        plan.diff(arguments.value(u"main"_s)->toStdString(), arguments.value(u"master"_s)->toStdString());
    if (arguments.isSet(u"json"_s)) {
        context.out.write(QJsonDocument(planJson(plan, diff)).toJson());
    } else {
        printPlan(context, plan, diff);
    }
    return Exit::Done;
}

/// The two lints grade alike; their words are one.
config::Severity severityOf(postfix::Severity severity)
{
    switch (severity) {
    case postfix::Severity::Error:
        return config::Severity::Error;
    case postfix::Severity::Warning:
        return config::Severity::Warning;
    case postfix::Severity::Info:
        break;
    }
    return config::Severity::Info;
}

QJsonArray findingsJson(const std::vector<postfix::Finding>& findings)
{
    QJsonArray json;
    for (const postfix::Finding& finding : findings) {
        json.append(QJsonObject{
            {u"id"_s, qtio::jsonText(finding.id())},
            {u"severity"_s, qtio::jsonText(config::word(severityOf(finding.severity)))},
            {u"file"_s, finding.file == postfix::File::Main ? u"main.cf"_s : u"master.cf"_s},
            {u"line"_s, finding.line == 0 ? QJsonValue() : QJsonValue(static_cast<qint64>(finding.line))},
            {u"message"_s, words::message(finding)},
        });
    }
    return json;
}

void printFindings(Context& context, const Arguments& arguments,
                   const std::vector<postfix::Finding>& findings)
{
    for (const postfix::Finding& finding : findings) {
        const QString path = *arguments.value(finding.file == postfix::File::Main ? u"main"_s : u"master"_s);
        const QString place = finding.line == 0 ? path : u"%1:%2"_s.arg(path).arg(finding.line);
        const Tone tone = finding.severity == postfix::Severity::Error ? Tone::Bad : Tone::Warning;
        printLine(context, place + u": "_s + toned(context, tone, words::name(severityOf(finding.severity))) +
                               u' ' + qtio::jsonText(finding.id()) + u": "_s +
                               printable(words::message(finding)));
    }
    if (findings.empty()) {
        printLine(context, words::nothingFound());
    }
}

Exit runLint(Context& context, const Arguments& arguments)
{
    if (const QString wrong = complaintAboutFiles(arguments); !wrong.isEmpty()) {
        return usageError(context, u"postfix lint"_s, wrong);
    }
    const std::optional<Texts> texts = readTexts(context, arguments);
    if (!texts) {
        return Exit::Trouble;
    }
    const std::vector<postfix::Finding> findings = postfix::lint(texts->main, texts->master, {});
    if (arguments.isSet(u"json"_s)) {
        context.out.write(QJsonDocument(findingsJson(findings)).toJson());
    } else {
        printFindings(context, arguments, findings);
    }
    const bool hasError = std::any_of(findings.begin(), findings.end(), [](const postfix::Finding& finding) {
        return finding.severity == postfix::Severity::Error;
    });
    return hasError ? Exit::No : Exit::Done;
}

} // namespace

Command postfixLintCommand()
{
    return {
        .name = u"postfix lint"_s,
        .options = {{u"main"_s, u"FILE"_s}, {u"master"_s, u"FILE"_s}},
        .operands = {},
        .examples = {u"spfpolicy postfix lint --main /etc/postfix/main.cf --master /etc/postfix/master.cf"_s},
        .run = runLint,
    };
}

Command postfixPlanCommand()
{
    return {
        .name = u"postfix plan"_s,
        .options = {{u"main"_s, u"FILE"_s},
                    {u"master"_s, u"FILE"_s},
                    {u"enable"_s, {}},
                    {u"disable"_s, {}},
                    {u"variant"_s, u"imsva|recommended|socket"_s},
                    {u"user"_s, u"NAME"_s},
                    {u"argv"_s, u"COMMAND"_s}},
        .operands = {},
        .examples =
            {u"spfpolicy postfix plan --main /etc/postfix/main.cf --master /etc/postfix/master.cf --enable"_s},
        .run = runPlan,
    };
}

} // namespace cli
