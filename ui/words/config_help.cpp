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

/// In the language shown, or in one of both.
struct Speech
{
    const LanguageSwitch* languages = nullptr;
    Language language = Language::English;

    QString operator()(const char* source) const
    {
        return languages == nullptr ? QCoreApplication::translate("ConfigHelp", source)
                                    : languages->in(language, "ConfigHelp", source);
    }
};

SettingHelp replyHelp(const Speech& say, bool isBlock)
{
    if (isBlock)
        return {
            say(QT_TRANSLATE_NOOP("ConfigHelp", "Reply for block")),
            say(QT_TRANSLATE_NOOP(
                "ConfigHelp",
                "The SMTP reply for mail that is blocked: a code from 500 to 599, one space, and a text.")),
            say(QT_TRANSLATE_NOOP(
                "ConfigHelp",
                "The sender gets this text in the bounce message. A code without a text would let Postfix "
                "accept the mail; text without a code is a configuration error."))};
    return {say(QT_TRANSLATE_NOOP("ConfigHelp", "Reply for tempblock")),
            say(QT_TRANSLATE_NOOP(
                "ConfigHelp",
                "The SMTP reply for mail that is put off: a code from 400 to 499, one space, and a text.")),
            say(QT_TRANSLATE_NOOP(
                "ConfigHelp",
                "The sending server keeps the mail and tries again, usually for up to five days. With 421 "
                "Postfix also closes the connection."))};
}

SettingHelp listHelp(const Speech& say, std::string_view key)
{
    if (key == "white_ip")
        return {say(QT_TRANSLATE_NOOP("ConfigHelp", "Approved addresses")),
                say(QT_TRANSLATE_NOOP(
                    "ConfigHelp",
                    "Mail from these addresses is not checked. It beats the enforce lists and gets no "
                    "Received-SPF header.")),
                say(QT_TRANSLATE_NOOP("ConfigHelp",
                                      "Writing the parameter replaces the default, so list 127.0.0.1 too."))};
    if (key == "white_domain")
        return {say(QT_TRANSLATE_NOOP("ConfigHelp", "Approved domains")),
                say(QT_TRANSLATE_NOOP(
                    "ConfigHelp",
                    "Mail with a sender in these domains is not checked. It beats the enforce lists.")),
                say(QT_TRANSLATE_NOOP(
                    "ConfigHelp",
                    "Forged mail that uses such a domain is exempted too. Prefer approved addresses."))};
    if (key == "enforce_ip")
        return {
            say(QT_TRANSLATE_NOOP("ConfigHelp", "Enforced addresses")),
            say(QT_TRANSLATE_NOOP(
                "ConfigHelp", "Mail from these addresses gets the actions of [enforce_actions]. IPv4 only.")),
            say(QT_TRANSLATE_NOOP("ConfigHelp", "The approved lists are asked first."))};
    return {say(QT_TRANSLATE_NOOP("ConfigHelp", "Enforced domains")),
            say(QT_TRANSLATE_NOOP(
                "ConfigHelp", "Mail with a sender in these domains gets the actions of [enforce_actions].")),
            say(QT_TRANSLATE_NOOP(
                "ConfigHelp", "The approved lists are asked first. “*.example.com” stands for the domain and "
                              "all names below it."))};
}

SettingHelp plainHelp(const Speech& say, std::string_view key)
{
    if (key == "check_helo")
        return {say(QT_TRANSLATE_NOOP("ConfigHelp", "Check HELO")),
                say(QT_TRANSLATE_NOOP(
                    "ConfigHelp",
                    "Whether the name given in HELO/EHLO is checked when MAIL FROM is empty or invalid, as "
                    "in bounce messages.")),
                say(QT_TRANSLATE_NOOP("ConfigHelp",
                                      "With no, mail without a usable MAIL FROM is not checked at all."))};
    if (key == "prepend_header")
        return {say(QT_TRANSLATE_NOOP("ConfigHelp", "Add header")),
                say(QT_TRANSLATE_NOOP("ConfigHelp",
                                      "Whether delivered mail gets a Received-SPF header with the result.")),
                say(QT_TRANSLATE_NOOP(
                    "ConfigHelp",
                    "Filters behind the gateway and your users can only see the result with this header."))};
    return {say(QT_TRANSLATE_NOOP("ConfigHelp", "Log level")),
            say(QT_TRANSLATE_NOOP(
                "ConfigHelp",
                "How much is written to the mail log: 0 nothing, 1 basic, 2 with the SPF result, 3 with the "
                "settings in use, 4 everything.")),
            say(QT_TRANSLATE_NOOP(
                "ConfigHelp", "With 0 results cannot be analysed; 4 is for troubleshooting only, as it fills "
                              "the log quickly."))};
}

SettingHelp actionHelp(const Speech& say, const config::KeySchema& key)
{
    const auto* const found =
        std::ranges::find(spf::allResults, key.key, [](spf::Result r) { return spf::word(r); });
    const spf::Result result = found == spf::allResults.end() ? spf::Result::None : *found;
    const QString place =
        key.section == config::SectionKind::EnforceActions
            ? say(QT_TRANSLATE_NOOP("ConfigHelp", "For mail of the enforce lists."))
        : key.section == config::SectionKind::Domain
            ? say(QT_TRANSLATE_NOOP("ConfigHelp",
                                    "For senders of this domain only; not set means as [globals]."))
            : say(QT_TRANSLATE_NOOP("ConfigHelp",
                                    "For all mail that no list and no domain section decides."));
    return {say(QT_TRANSLATE_NOOP("ConfigHelp", "Action for %1")).arg(words::word(result)),
            explanation(result) + QLatin1Char(' ') + place,
            say(QT_TRANSLATE_NOOP(
                "ConfigHelp",
                "bypass delivers the mail, tempblock refuses it for now, block refuses it for good."))};
}

SettingHelp helpFor(const Speech& say, const config::KeySchema& key)
{
    switch (key.type) {
    case config::KeyType::Action:
        return actionHelp(say, key);
    case config::KeyType::Reply:
        return replyHelp(say, key.replyClass == '5');
    case config::KeyType::NetworkList:
    case config::KeyType::DomainList:
        return listHelp(say, key.key);
    case config::KeyType::YesNo:
    case config::KeyType::Integer:
        break;
    }
    return plainHelp(say, key.key);
}

} // namespace

SettingHelp help(const config::KeySchema& key)
{
    return helpFor({}, key);
}

SettingHelp help(const config::KeySchema& key, const LanguageSwitch& languages, Language language)
{
    return helpFor({&languages, language}, key);
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
