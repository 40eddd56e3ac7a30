// SPDX-License-Identifier: GPL-3.0-or-later
// `spfpolicy check`: evaluates and decides.
#include "app/cli/check_batch.h"
#include "app/cli/check_text.h"
#include "app/cli/commands.h"
#include "app/cli/config_file.h"
#include "app/cli/dns_source.h"
#include "app/cli/files.h"
#include "app/cli/limit_options.h"
#include "core/qtio/json/json_report.h"
#include "core/qtio/tables/mail_table.h"
#include "ui/words/cli_words.h"
#include "ui/words/spf_words.h"

#include <QEventLoop>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

const QStringList protocolStates{u"CONNECT"_s, u"EHLO"_s,           u"HELO"_s, u"MAIL"_s, u"RCPT"_s,
                                 u"DATA"_s,    u"END-OF-MESSAGE"_s, u"VRFY"_s, u"ETRN"_s};

QStringList resultWords()
{
    QStringList list;
    for (const spf::Result result : spf::allResults) {
        const std::string_view word = spf::word(result);
        list.append(QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size())));
    }
    return list;
}

/// What is wrong with the options as a whole; empty when nothing is.
QString complaint(const Arguments& arguments)
{
    if (arguments.isSet(u"batch"_s)) {
        for (const QString& option : {u"ip"_s, u"sender"_s, u"helo"_s}) {
            if (arguments.isSet(option)) {
                return words::optionsExclude(u"--batch"_s, u"--"_s + option);
            }
        }
    } else if (!arguments.isSet(u"ip"_s)) {
        return words::missingOption(u"--ip"_s);
    }
    const QString ip = arguments.value(u"ip"_s).value_or(QString());
    if (arguments.isSet(u"ip"_s) && !net::IpAddress::parse(ip.toStdString())) {
        return words::notAnAddress(ip);
    }
    if (const auto state = arguments.value(u"protocol-state"_s); state && !protocolStates.contains(*state)) {
        return words::notOneOf(u"--protocol-state"_s, *state, protocolStates.join(u' '));
    }
    if (const auto assumed = arguments.value(u"assume-result"_s);
        assumed && !spf::parseResult(assumed->toStdString())) {
        return words::notOneOf(u"--assume-result"_s, *assumed, resultWords().join(u' '));
    }
    const tl::expected<spf::Limits, QString> limits = limitsFrom(arguments);
    return limits ? QString() : limits.error();
}

Exit checkOne(Context& context, const Arguments& arguments, const qtio::CheckSetup& setup,
              qtio::Resolver& resolver)
{
    policy::Request request;
    request.clientAddress = arguments.value(u"ip"_s)->toStdString();
    request.sender = qtio::cleanedSender(arguments.value(u"sender"_s).value_or(QString())).toStdString();
    request.heloName = arguments.value(u"helo"_s).value_or(QString()).toStdString();
    request.protocolState = arguments.value(u"protocol-state"_s).value_or(u"RCPT"_s).toStdString();
    qtio::MailCheck check(request, setup, resolver);
    QEventLoop loop;
    QObject::connect(&check, &qtio::MailCheck::finished, &loop, &QEventLoop::quit);
    check.start();
    loop.exec();
    const qtio::CheckOutcome& outcome = check.outcome();
    if (arguments.isSet(u"json"_s)) {
        context.out.write(
            QJsonDocument(qtio::checkJson(outcome, words::message)).toJson(QJsonDocument::Indented));
        return Exit::Done;
    }
    printCheck(context, outcome);
    printTrace(context, outcome);
    return Exit::Done;
}

Exit checkAll(Context& context, const Arguments& arguments, const qtio::CheckSetup& setup,
              qtio::Resolver& resolver)
{
    const QString name = *arguments.value(u"batch"_s);
    const std::optional<QByteArray> csv = readAll(context, name);
    if (!csv) {
        return Exit::Trouble;
    }
    return runBatch(context, *csv, setup, resolver,
                    {.name = name,
                     .protocolState = arguments.value(u"protocol-state"_s).value_or(u"RCPT"_s),
                     .json = arguments.isSet(u"json"_s)});
}

std::optional<qtio::CheckSetup> setupFrom(Context& context, const Arguments& arguments)
{
    qtio::CheckSetup setup;
    if (const std::optional<QString> path = arguments.value(u"config"_s)) {
        const std::optional<config::IniDocument> document = readConfig(context, *path);
        if (!document) {
            return std::nullopt;
        }
        noteErrors(context, *path, *document);
        setup.config = config::readPolicyConfig(*document);
    }
    if (const std::optional<QString> assumed = arguments.value(u"assume-result"_s)) {
        setup.assumed = spf::parseResult(assumed->toStdString());
    }
    setup.receiver = arguments.value(u"receiver"_s).value_or(context.hostName).toStdString();
    setup.time = context.now.toSecsSinceEpoch();
    setup.options.limits = limitsFrom(arguments).value_or(spf::Limits{});
    setup.options.trace = arguments.isSet(u"trace"_s);
    return setup;
}

Exit run(Context& context, const Arguments& arguments)
{
    if (const QString wrong = complaint(arguments); !wrong.isEmpty()) {
        return usageError(context, u"check"_s, wrong);
    }
    const tl::expected<DnsSource, Exit> source = DnsSource::open(context, arguments);
    if (!source) {
        return source.error();
    }
    const std::optional<qtio::CheckSetup> setup = setupFrom(context, arguments);
    if (!setup) {
        return Exit::Trouble;
    }
    const Exit exit = arguments.isSet(u"batch"_s) ? checkAll(context, arguments, *setup, source->resolver())
                                                  : checkOne(context, arguments, *setup, source->resolver());
    return exit == Exit::Done ? source->save(context) : exit;
}

} // namespace

Command checkCommand()
{
    QList<Option> options{
        {u"ip"_s, u"IP"_s},          {u"sender"_s, u"ADDRESS"_s},       {u"helo"_s, u"NAME"_s},
        {u"batch"_s, u"FILE.csv"_s}, {u"receiver"_s, u"NAME"_s},        {u"protocol-state"_s, u"STATE"_s},
        {u"config"_s, u"FILE"_s},    {u"assume-result"_s, u"RESULT"_s}, {u"trace"_s, {}},
    };
    return {
        .name = u"check"_s,
        .options = options + limitOptions() + DnsSource::options(),
        .operands = {},
        .examples =
            {u"spfpolicy check --ip 192.0.2.10 --sender a@example.com --helo mx.example.com --trace"_s,
             u"spfpolicy check --ip 192.0.2.10 --sender a@example.com --record 'example.com=v=spf1 mx -all'"_s,
             u"spfpolicy check --batch mails.csv --config config.ini --json"_s},
        .run = run,
    };
}

} // namespace cli
