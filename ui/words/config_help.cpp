// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/config_help.h"

#include "ui/words/result_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace words {

namespace {

struct ConfigHelp
{
    Q_DECLARE_TR_FUNCTIONS(ConfigHelp)
};

SettingHelp replyHelp(bool isBlock)
{
    if (isBlock)
        return {
            ConfigHelp::tr("Reply for block"),
            ConfigHelp::tr(
                "The SMTP reply for mail that is blocked: a code from 500 to 599, one space, and a text."),
            ConfigHelp::tr(
                "The sender gets this text in the bounce message. A code without a text would let Postfix "
                "accept the mail; text without a code is a configuration error.")};
    return {ConfigHelp::tr("Reply for tempblock"),
            ConfigHelp::tr(
                "The SMTP reply for mail that is put off: a code from 400 to 499, one space, and a text."),
            ConfigHelp::tr(
                "The sending server keeps the mail and tries again, usually for up to five days. With 421 "
                "Postfix also closes the connection.")};
}

SettingHelp listHelp(std::string_view key)
{
    if (key == "white_ip")
        return {
            ConfigHelp::tr("Approved addresses"),
            ConfigHelp::tr("Mail from these addresses is not checked. It beats the enforce lists and gets no "
                           "Received-SPF header."),
            ConfigHelp::tr("Writing the parameter replaces the default, so list 127.0.0.1 too.")};
    if (key == "white_domain")
        return {
            ConfigHelp::tr("Approved domains"),
            ConfigHelp::tr("Mail with a sender in these domains is not checked. It beats the enforce lists."),
            ConfigHelp::tr(
                "Forged mail that uses such a domain is exempted too. Prefer approved addresses.")};
    if (key == "enforce_ip")
        return {ConfigHelp::tr("Enforced addresses"),
                ConfigHelp::tr("Mail from these addresses gets the actions of [enforce_actions]. IPv4 only."),
                ConfigHelp::tr("The approved lists are asked first.")};
    return {ConfigHelp::tr("Enforced domains"),
            ConfigHelp::tr("Mail with a sender in these domains gets the actions of [enforce_actions]."),
            ConfigHelp::tr("The approved lists are asked first. “*.example.com” stands for the domain and "
                           "all names below it.")};
}

SettingHelp plainHelp(std::string_view key)
{
    if (key == "check_helo")
        return {ConfigHelp::tr("Check HELO"),
                ConfigHelp::tr(
                    "Whether the name given in HELO/EHLO is checked when MAIL FROM is empty or invalid, as "
                    "in bounce messages."),
                ConfigHelp::tr("With no, mail without a usable MAIL FROM is not checked at all.")};
    if (key == "prepend_header")
        return {ConfigHelp::tr("Add header"),
                ConfigHelp::tr("Whether delivered mail gets a Received-SPF header with the result."),
                ConfigHelp::tr(
                    "Filters behind the gateway and your users can only see the result with this header.")};
    return {ConfigHelp::tr("Log level"),
            ConfigHelp::tr(
                "How much is written to the mail log: 0 nothing, 1 basic, 2 with the SPF result, 3 with the "
                "settings in use, 4 everything."),
            ConfigHelp::tr("With 0 results cannot be analysed; 4 is for troubleshooting only, as it fills "
                           "the log quickly.")};
}

SettingHelp actionHelp(const config::KeySchema& key)
{
    const auto* const found =
        std::ranges::find(spf::allResults, key.key, [](spf::Result r) { return spf::word(r); });
    const spf::Result result = found == spf::allResults.end() ? spf::Result::None : *found;
    const QString place = key.section == config::SectionKind::EnforceActions
                              ? ConfigHelp::tr("For mail of the enforce lists.")
                          : key.section == config::SectionKind::Domain
                              ? ConfigHelp::tr("For senders of this domain only; not set means as [globals].")
                              : ConfigHelp::tr("For all mail that no list and no domain section decides.");
    return {
        ConfigHelp::tr("Action for %1").arg(words::word(result)),
        explanation(result) + QLatin1Char(' ') + place,
        ConfigHelp::tr("bypass delivers the mail, tempblock refuses it for now, block refuses it for good.")};
}

} // namespace

SettingHelp help(const config::KeySchema& key)
{
    switch (key.type) {
    case config::KeyType::Action:
        return actionHelp(key);
    case config::KeyType::Reply:
        return replyHelp(key.replyClass == '5');
    case config::KeyType::NetworkList:
    case config::KeyType::DomainList:
        return listHelp(key.key);
    case config::KeyType::YesNo:
    case config::KeyType::Integer:
        break;
    }
    return plainHelp(key.key);
}

QString help(config::SectionKind section)
{
    switch (section) {
    case config::SectionKind::Globals:
        return ConfigHelp::tr("Settings for all mail.");
    case config::SectionKind::EnforceActions:
        return ConfigHelp::tr(
            "Actions for mail of the enforce lists; what is not set takes this section's own defaults.");
    case config::SectionKind::Domain:
        return ConfigHelp::tr(
            "Actions for one sender domain. The exact name is taken before a wildcard; what is not set "
            "is as in [globals]. The lists are asked before.");
    case config::SectionKind::Default:
    case config::SectionKind::Unknown:
        break;
    }
    return ConfigHelp::tr("This section has no effect.");
}

} // namespace words
