// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manager/options.h"

#include "core/qtio/dns/nameserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace {

struct Usage
{
    Q_DECLARE_TR_FUNCTIONS(Usage)
};

Farewell wrong(const QString& sentence)
{
    return {2, QStringLiteral("spf-policy-manager: %1\n%2\n").arg(sentence, Usage::tr("Try --help."))};
}

bool oneOf(const QString& value, const QStringList& allowed)
{
    return value.isEmpty() || allowed.contains(value);
}

/// Qt reads these itself before us; they only must not be called unknown.
void addToolkitOptions(QCommandLineParser& parser)
{
    for (const char* name : {"platform", "style", "display", "qwindowgeometry", "stylesheet"}) {
        QCommandLineOption option(QLatin1String(name), QString(), QStringLiteral("value"));
        option.setFlags(QCommandLineOption::HiddenFromHelp);
        parser.addOption(option);
    }
}

std::optional<Farewell> complaint(const QCommandLineParser& parser, const Options& options,
                                  const QStringList& pages)
{
    if (!options.nameserver.isEmpty()) {
        const auto server = qtio::Nameserver::parse(options.nameserver.toStdString());
        if (!server && server.error().code != qtio::NameserverError::Code::HostName)
            return wrong(
                Usage::tr("\"%1\" is no name server: HOST[:PORT] is needed.").arg(options.nameserver));
    }
    if (parser.positionalArguments().size() > 1)
        return wrong(Usage::tr("Only one config.ini can be opened."));
    if (!oneOf(options.page, pages))
        return wrong(
            Usage::tr("There is no page \"%1\"; pages are: %2.").arg(options.page, pages.join(u' ')));
    if (!oneOf(options.language, {QStringLiteral("ja"), QStringLiteral("en"), QStringLiteral("system")}))
        return wrong(Usage::tr("The language is ja, en or system, not \"%1\".").arg(options.language));
    if (!oneOf(options.theme, {QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("system")}))
        return wrong(Usage::tr("The theme is light, dark or system, not \"%1\".").arg(options.theme));
    if (options.sample && !options.config.isEmpty())
        return wrong(Usage::tr("--sample brings its own config.ini; give one or the other."));
    return std::nullopt;
}

} // namespace

ParsedOptions parseOptions(const QStringList& arguments, const QStringList& pages)
{
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser.setApplicationDescription(
        Usage::tr("Edits the config.ini of SPFPolicyd and shows what it does to mail."));
    parser.addPositionalArgument(QStringLiteral("CONFIG.INI"), Usage::tr("The settings to open."),
                                 QStringLiteral("[CONFIG.INI]"));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  Usage::tr("Shows this and ends."));
    const QCommandLineOption version({QStringLiteral("v"), QStringLiteral("version")},
                                     Usage::tr("Shows the version and ends."));
    const auto option = [](const char* name, const QString& text, const char* value = nullptr) {
        return value == nullptr ? QCommandLineOption(QLatin1String(name), text)
                                : QCommandLineOption(QLatin1String(name), text, QLatin1String(value));
    };
    const auto log = option("log",
                            Usage::tr("Mail logs to read: a file, a folder, journal:, HOST:journal or "
                                      "HOST:/path; may be given several times."),
                            "FILE");
    const auto page = option("page", Usage::tr("The page to begin with: %1.").arg(pages.join(u' ')), "PAGE");
    const auto language = option("language", Usage::tr("ja, en or system."), "LANGUAGE");
    const auto theme = option("theme", Usage::tr("light, dark or system."), "THEME");
    const auto sample = option("sample", Usage::tr("Opens a throw-away copy of the sample data."));
    const auto readOnly = option("read-only", Usage::tr("Opens without allowing changes."));
    const auto server = option("nameserver", Usage::tr("Asks this DNS server."), "HOST[:PORT]");
    const auto zone = option("zone", Usage::tr("Answers DNS questions from a zone file."), "FILE");
    const auto tour =
        option("screenshot-tour", Usage::tr("Writes pictures of all pages to a folder and ends."), "DIR");
    parser.addOptions({help, version, log, page, language, theme, sample, readOnly, server, zone, tour});
    addToolkitOptions(parser);

    ParsedOptions result;
    if (!parser.parse(arguments)) {
        result.farewell = wrong(parser.errorText());
        return result;
    }
    if (parser.isSet(help))
        result.farewell = Farewell{0, parser.helpText()};
    else if (parser.isSet(version))
        result.farewell = Farewell{0, QStringLiteral("spf-policy-manager " SPM_VERSION "\n")};
    if (result.farewell)
        return result;
    Options& options = result.options;
    options.config = parser.positionalArguments().value(0);
    options.logs = parser.values(log);
    options.page = parser.value(page);
    options.language = parser.value(language);
    options.theme = parser.value(theme);
    options.sample = parser.isSet(sample);
    options.readOnly = parser.isSet(readOnly);
    options.nameserver = parser.value(server);
    options.zone = parser.value(zone);
    options.tourFolder = parser.value(tour);
    result.farewell = complaint(parser, options, pages);
    return result;
}
