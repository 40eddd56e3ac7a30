// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/command_line.h"

#include "core/dns/presentation.h"
#include "core/qtio/dns/nameserver.h"
#include "ui/words/trace_words.h"

#include <algorithm>

namespace ui {

namespace {

bool isHarmless(QChar character)
{
    const char16_t code = character.unicode();
    const bool isAlnum =
        (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
    return isAlnum || QStringView(u"@%_-+=:,./").contains(character);
}

/// Those that differ from the defaults.
QStringList limitOptions(const spf::Limits& limits)
{
    const spf::Limits standard;
    QStringList words;
    const auto add = [&words](const char* option, auto value, auto usual) {
        if (value != usual) {
            words << QLatin1String(option) << QString::number(value);
        }
    };
    add("--term-limit", limits.terms, standard.terms);
    add("--void-limit", limits.voidLookups, standard.voidLookups);
    add("--mx-limit", limits.mxNames, standard.mxNames);
    add("--ptr-limit", limits.ptrNames, standard.ptrNames);
    add("--time-limit", limits.total.count() / 1000, standard.total.count() / 1000);
    add("--query-limit", limits.query.count(), standard.query.count());
    return words;
}

/// What the commands have in common: which config decides and who answers.
QStringList conditionWords(const QString& configFile, const DnsSource& source)
{
    QStringList words;
    if (!configFile.isEmpty()) {
        words << QStringLiteral("--config") << configFile;
    }
    switch (source.kind) {
    case DnsSource::Kind::System:
        break;
    case DnsSource::Kind::Server:
        words << QStringLiteral("--nameserver") << source.place;
        break;
    case DnsSource::Kind::ZoneFile:
        words << QStringLiteral("--zone") << source.place;
        break;
    case DnsSource::Kind::Recorded:
        words << QStringLiteral("--dns") << source.place;
        break;
    }
    return words;
}

} // namespace

QString shellQuoted(const QString& word)
{
    if (!word.isEmpty() && std::all_of(word.begin(), word.end(), isHarmless)) {
        return word;
    }
    QString inside = word;
    inside.replace(QLatin1Char('\''), QStringLiteral("'\\''"));
    return QLatin1Char('\'') + inside + QLatin1Char('\'');
}

QString shellCommand(const QStringList& words)
{
    QStringList quoted;
    for (const QString& word : words) {
        quoted.append(shellQuoted(word));
    }
    return quoted.join(QLatin1Char(' '));
}

QString commandLine(const CheckCommand& command)
{
    QStringList words{QStringLiteral("spfpolicy"), QStringLiteral("check"),
                      QStringLiteral("--ip"),      command.ip,
                      QStringLiteral("--sender"),  command.sender};
    if (!command.helo.isEmpty()) {
        words << QStringLiteral("--helo") << command.helo;
    }
    words << conditionWords(command.configFile, command.source);
    for (const auto& [domain, record] : command.drafts) {
        words << QStringLiteral("--record") << domain + QLatin1Char('=') + record;
    }
    words << limitOptions(command.limits) << QStringLiteral("--trace");
    if (command.draftZone.isEmpty()) {
        return shellCommand(words);
    }
    words << QStringLiteral("--drafts") << QStringLiteral("-");
    return QStringLiteral("%1 <<'END'\n%2\nEND\n").arg(shellCommand(words), command.draftZone);
}

QString commandLine(const BatchCommand& command)
{
    const QStringList words{QStringLiteral("spfpolicy"), QStringLiteral("check"), QStringLiteral("--batch"),
                            command.file};
    return shellCommand(words + conditionWords(command.configFile, command.source) +
                        limitOptions(command.limits));
}

QString digCommand(const spf::Lookup& lookup)
{
    QStringList words{QStringLiteral("dig")};
    if (const auto server = qtio::Nameserver::parse(lookup.answer.server)) {
        words << QLatin1Char('@') + words::shown(server->address.toString());
        if (server->port != 53) {
            words << QStringLiteral("-p") << QString::number(server->port);
        }
    }
    QString name = words::shown(dns::presentName(lookup.question.name));
    if (!name.endsWith(QLatin1Char('.'))) {
        name.append(QLatin1Char('.'));
    }
    words << name << words::shown(dns::toString(lookup.question.type));
    return shellCommand(words);
}

QString commandLine(const ExplainCommand& command)
{
    QStringList words{QStringLiteral("spfpolicy"), QStringLiteral("record"), QStringLiteral("explain"),
                      command.domain};
    if (!command.covers.isEmpty()) {
        words << QStringLiteral("--covers") << command.covers;
    }
    if (command.withOperators) {
        words << QStringLiteral("--asn");
    }
    return shellCommand(words + conditionWords({}, command.source) + limitOptions(command.limits));
}

} // namespace ui
