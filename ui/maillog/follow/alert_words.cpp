// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/follow/alert_words.h"

#include "ui/maillog/message/log_text.h"
#include "ui/maillog/timeline/timeline_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace ui {

namespace {

struct AlertWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::AlertWords)
};

constexpr int mostMinutes = 7 * 24 * 60;
constexpr qulonglong mostChecks = 1'000'000'000;

QString number(std::uint64_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

bool isResult(const maillog::AlertRule& rule)
{
    return std::holds_alternative<spf::Result>(rule.what);
}

QString scopeWord(maillog::AlertScope scope)
{
    switch (scope) {
    case maillog::AlertScope::EachDomain:
        return QStringLiteral("domain");
    case maillog::AlertScope::EachAddress:
        return QStringLiteral("address");
    case maillog::AlertScope::All:
        break;
    }
    return QStringLiteral("all");
}

} // namespace

QString wordOf(const maillog::AlertRule& rule)
{
    return isResult(rule) ? text(spf::word(std::get<spf::Result>(rule.what)))
                          : text(maillog::word(std::get<maillog::Action>(rule.what)));
}

QString sentenceOf(const maillog::AlertRule& rule)
{
    const QString count = number(rule.moreThan);
    const QString minutes = number(static_cast<std::uint64_t>(rule.minutes));
    const QString word = wordOf(rule);
    if (const QString only = onlyOf(rule); !only.isEmpty()) {
        return AlertWords::tr("More than %1 %2 in %3 min from %4").arg(count, word, minutes, only);
    }
    switch (rule.scope) {
    case maillog::AlertScope::EachDomain:
        return AlertWords::tr("More than %1 %2 in %3 min from one sender domain").arg(count, word, minutes);
    case maillog::AlertScope::EachAddress:
        return AlertWords::tr("More than %1 %2 in %3 min from one client address").arg(count, word, minutes);
    case maillog::AlertScope::All:
        break;
    }
    return AlertWords::tr("More than %1 %2 in %3 min").arg(count, word, minutes);
}

QString sentenceOf(const AlertNote& note)
{
    const QString who = note.event.name.empty() ? onlyOf(note.rule) : text(note.event.name);
    const QString count = number(note.event.count);
    const QString minutes = number(static_cast<std::uint64_t>(note.rule.minutes));
    return who.isEmpty()
               ? AlertWords::tr("%1 %2 in %3 min").arg(count, wordOf(note.rule), minutes)
               : AlertWords::tr("%1 %2 in %3 min from %4").arg(count, wordOf(note.rule), minutes, who);
}

QString timeOf(const AlertNote& note)
{
    return wallTime(note.event.time, maillog::ZoneRules::fixed(note.offsetMinutes * 60))
        .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString filterOf(const AlertNote& note)
{
    QStringList terms{(isResult(note.rule) ? QStringLiteral("result:") : QStringLiteral("action:")) +
                      wordOf(note.rule)};
    const bool isAddress = note.rule.scope == maillog::AlertScope::EachAddress ||
                           std::holds_alternative<net::Network>(note.rule.only);
    const QString who = note.event.name.empty() ? onlyOf(note.rule) : text(note.event.name);
    if (!who.isEmpty()) {
        terms.append((isAddress ? QStringLiteral("ip:") : QStringLiteral("domain:")) + who);
    }
    return terms.join(QLatin1Char(' '));
}

TimeSpan spanOf(const AlertNote& note)
{
    return {note.event.time - note.rule.minutes * std::int64_t{60'000} + 1, note.event.time + 1};
}

QString onlyOf(const maillog::AlertRule& rule)
{
    if (const auto* network = std::get_if<net::Network>(&rule.only)) {
        return QString::fromStdString(network->toString());
    }
    const auto* domain = std::get_if<net::DomainPattern>(&rule.only);
    return domain != nullptr ? QString::fromStdString(domain->canonical()) : QString();
}

bool setOnly(maillog::AlertRule& rule, const QString& typed)
{
    const std::string bytes = typed.trimmed().toStdString();
    if (bytes.empty()) {
        rule.only = std::monostate();
        return true;
    }
    if (const auto network = net::Network::parse(bytes)) {
        rule.only = *network;
        return true;
    }
    const auto domain = net::DomainPattern::parse(bytes);
    if (domain) {
        rule.only = *domain;
    }
    return domain.has_value();
}

QVariantMap toSettings(const maillog::AlertRule& rule)
{
    return {{QStringLiteral("kind"), isResult(rule) ? QStringLiteral("result") : QStringLiteral("action")},
            {QStringLiteral("what"), wordOf(rule)},
            {QStringLiteral("moreThan"), static_cast<qulonglong>(rule.moreThan)},
            {QStringLiteral("minutes"), rule.minutes},
            {QStringLiteral("scope"), scopeWord(rule.scope)},
            {QStringLiteral("only"), onlyOf(rule)},
            {QStringLiteral("againAfter"), rule.againAfterMinutes},
            {QStringLiteral("isOn"), rule.isOn}};
}

maillog::AlertRule ruleFromSettings(const QVariantMap& values)
{
    maillog::AlertRule rule;
    const std::string what = values.value(QStringLiteral("what")).toString().toStdString();
    if (values.value(QStringLiteral("kind")).toString() == QLatin1String("action")) {
        rule.what = maillog::parseAction(what).value_or(maillog::Action::Block);
    } else {
        rule.what = spf::parseResult(what).value_or(spf::Result::Fail);
    }
    // Settings may have been edited by hand.
    rule.moreThan = std::min(values.value(QStringLiteral("moreThan"), 20).toULongLong(), mostChecks);
    rule.minutes = std::clamp(values.value(QStringLiteral("minutes"), 10).toInt(), 1, mostMinutes);
    rule.againAfterMinutes =
        std::clamp(values.value(QStringLiteral("againAfter"), 60).toInt(), 0, mostMinutes);
    for (const auto scope : {maillog::AlertScope::EachDomain, maillog::AlertScope::EachAddress}) {
        if (values.value(QStringLiteral("scope")).toString() == scopeWord(scope)) {
            rule.scope = scope;
        }
    }
    if (!setOnly(rule, values.value(QStringLiteral("only")).toString())) {
        rule.isOn = false; // better silent than watching everything
        return rule;
    }
    rule.isOn = values.value(QStringLiteral("isOn"), true).toBool();
    return rule;
}

} // namespace ui
