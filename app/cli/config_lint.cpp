// SPDX-License-Identifier: GPL-3.0-or-later
// `spfpolicy config lint`: the findings of SPEC 1.8 with place, text and fix.
#include "app/cli/commands.h"
#include "app/cli/config_file.h"
#include "app/cli/config_save.h"
#include "app/cli/files.h"
#include "app/cli/text_layout.h"
#include "core/net/domain_name.h"
#include "core/net/network.h"
#include "core/postfix/main_cf.h"
#include "core/qtio/json/json_config.h"
#include "ui/words/cli_words.h"
#include "ui/words/config_words.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

Tone toneOf(config::Severity severity)
{
    switch (severity) {
    case config::Severity::Error:
        return Tone::Bad;
    case config::Severity::Warning:
        return Tone::Warning;
    case config::Severity::Info:
        break;
    }
    return Tone::Quiet;
}

QString complaint(const Arguments& arguments)
{
    if (const auto target = arguments.value(u"target"_s);
        target && *target != "imsva"_L1 && *target != "own"_L1) {
        return words::notOneOf(u"--target"_s, *target, u"imsva own"_s);
    }
    for (const QString& domain : arguments.values(u"own-domain"_s)) {
        if (!net::DomainName::parse(domain.toStdString())) {
            return words::notADomain(domain);
        }
    }
    for (const QString& network : arguments.values(u"prefilter"_s)) {
        if (!net::Network::parse(network.toStdString())) {
            return words::notANetwork(network);
        }
    }
    return {};
}

std::vector<std::string> texts(const QStringList& list)
{
    std::vector<std::string> result;
    for (const QString& text : list) {
        result.push_back(text.toStdString());
    }
    return result;
}

/// Nothing when main.cf cannot be read; the error is printed then.
std::optional<config::LintOptions> optionsFrom(Context& context, const Arguments& arguments)
{
    config::LintOptions options;
    options.target = arguments.value(u"target"_s) == u"own"_s ? config::Target::Own : config::Target::Imsva;
    options.ownDomains = texts(arguments.values(u"own-domain"_s));
    options.prefilter = texts(arguments.values(u"prefilter"_s));
    if (const auto path = arguments.value(u"main"_s)) {
        const std::optional<QByteArray> bytes = readAll(context, *path);
        if (!bytes) {
            return std::nullopt;
        }
        const postfix::MainCf mainCf(bytes->toStdString());
        if (const std::optional<postfix::Parameter> own = mainCf.find("mynetworks")) {
            for (const postfix::Word& word : mainCf.words(*own)) {
                options.mynetworks.push_back(word.text);
            }
        }
    }
    return options;
}

void printFindings(Context& context, const QString& path, const std::vector<config::Finding>& findings)
{
    std::array<int, 3> counts{};
    for (const config::Finding& finding : findings) {
        ++counts[static_cast<std::size_t>(finding.severity)];
        const QString place =
            finding.place ? u"%1:%2:%3: "_s.arg(path).arg(finding.place->line).arg(finding.place->column)
                          : path + u": "_s;
        printLine(context, place + toned(context, toneOf(finding.severity), words::name(finding.severity)) +
                               u' ' + QString::fromStdString(config::idOf(finding.rule)) + u": "_s +
                               printable(words::message(finding)));
        for (const config::Fix& fix : finding.fixes) {
            printLine(context,
                      u"    -> "_s + printable(words::title(fix)) + (fix.safe ? u"  (--fix)"_s : QString()));
        }
    }
    printLine(context,
              findings.empty() ? words::nothingFound() : words::lintSummary(counts[0], counts[1], counts[2]));
}

void printJson(Context& context, const std::vector<config::Finding>& findings)
{
    QJsonArray json;
    for (const config::Finding& finding : findings) {
        QStringList titles;
        for (const config::Fix& fix : finding.fixes) {
            titles.append(words::title(fix));
        }
        json.append(qtio::toJson(finding, words::message(finding), titles));
    }
    context.out.write(QJsonDocument(json).toJson());
}

/// The document after its safe fixes, written when they changed something; nothing when that failed.
std::optional<config::IniDocument> fixed(Context& context, const QString& path,
                                         const config::LintOptions& options)
{
    const std::optional<EditedFile> file = EditedFile::open(context, path);
    if (!file) {
        return std::nullopt;
    }
    if (!file->document().isText()) {
        printError(context, words::refusedEdit(path, words::message(config::EditError::Code::NotText)));
        return std::nullopt;
    }
    const config::IniDocument document = config::withSafeFixes(file->document(), options);
    const Saved saved = file->save(context, document);
    if (saved.exit != Exit::Done) {
        return std::nullopt;
    }
    printError(context,
               saved.changed ? words::savedWithBackup(path, saved.backup) : words::nothingToFix(path));
    return document;
}

Exit run(Context& context, const Arguments& arguments)
{
    const QString path = arguments.operands.first();
    const bool fix = arguments.isSet(u"fix"_s);
    if (const QString wrong = complaint(arguments); !wrong.isEmpty()) {
        return usageError(context, u"config lint"_s, wrong);
    }
    if (fix && path == "-"_L1) {
        return usageError(context, u"config lint"_s, words::standardInputIsReadOnly());
    }
    const std::optional<config::LintOptions> options = optionsFrom(context, arguments);
    if (!options) {
        return Exit::Trouble;
    }
    const std::optional<config::IniDocument> document =
        fix ? fixed(context, path, *options) : readConfig(context, path);
    if (!document) {
        return Exit::Trouble;
    }
    const std::vector<config::Finding> findings = config::lint(*document, *options);
    arguments.isSet(u"json"_s) ? printJson(context, findings) : printFindings(context, path, findings);
    const bool hasError = std::any_of(findings.begin(), findings.end(), [](const config::Finding& finding) {
        return finding.severity == config::Severity::Error;
    });
    return hasError ? Exit::No : Exit::Done;
}

} // namespace

Command configLintCommand()
{
    return {
        .name = u"config lint"_s,
        .options = {{u"target"_s, u"imsva|own"_s},
                    {u"main"_s, u"FILE"_s},
                    {u"own-domain"_s, u"DOMAIN"_s, true},
                    {u"prefilter"_s, u"NETWORK"_s, true},
                    {u"fix"_s, {}}},
        .operands = {{u"FILE"_s}},
        .examples =
            {u"spfpolicy config lint config.ini --main /etc/postfix/main.cf --own-domain example.jp"_s},
        .run = run,
    };
}

} // namespace cli
