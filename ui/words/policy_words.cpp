// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/policy_words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace words {

namespace {

struct PolicyWords
{
    Q_DECLARE_TR_FUNCTIONS(PolicyWords)
};

QString text(const std::string& bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

QString reasonOfSkip(const QString& rule, const QString& entry)
{
    if (rule == "white_ip"_L1) {
        return PolicyWords::tr("The connecting address is in the approved list (white_ip: %1).").arg(entry);
    }
    if (rule == "white_domain"_L1) {
        return PolicyWords::tr("The checked domain is in the approved list (white_domain: %1).").arg(entry);
    }
    if (rule == "state"_L1) {
        return PolicyWords::tr("Only requests at MAIL and RCPT are decided.");
    }
    if (rule == "no_client"_L1) {
        return PolicyWords::tr("The request names no client address.");
    }
    if (rule == "no_identity"_L1) {
        return PolicyWords::tr("There is nothing to check: the sender is empty and check_helo is no.");
    }
    return {};
}

} // namespace

QString reason(const policy::Decision& decision)
{
    const QString rule = text(decision.rule);
    const QString entry = text(decision.entry);
    if (const QString skip = reasonOfSkip(rule, entry); !skip.isEmpty()) {
        return skip;
    }
    const qsizetype dot = rule.lastIndexOf(u'.');
    const QString section = rule.left(dot);
    const QString key = rule.mid(dot + 1);
    if (section == "globals"_L1) {
        return PolicyWords::tr("The key \"%1\" of [globals] decides.").arg(key);
    }
    if (section == "enforce_actions"_L1) {
        return entry.isEmpty()
                   ? PolicyWords::tr("The key \"%1\" of [enforce_actions] decides.").arg(key)
                   : PolicyWords::tr(
                         "The enforce list holds \"%2\", so the key \"%1\" of [enforce_actions] decides.")
                         .arg(key, entry);
    }
    return PolicyWords::tr("The key \"%1\" of the section [%2] decides.").arg(key, section);
}

QString name(policy::Step step)
{
    switch (step) {
    case policy::Step::Request:
        return PolicyWords::tr("Request");
    case policy::Step::Identity:
        return PolicyWords::tr("Identity to check");
    case policy::Step::WhiteIp:
        return PolicyWords::tr("Approved list of addresses (white_ip)");
    case policy::Step::WhiteDomain:
        return PolicyWords::tr("Approved list of domains (white_domain)");
    case policy::Step::EnforceIp:
        return PolicyWords::tr("Enforce list of addresses (enforce_ip)");
    case policy::Step::EnforceDomain:
        return PolicyWords::tr("Enforce list of domains (enforce_domain)");
    case policy::Step::Section:
        return PolicyWords::tr("Section of the domain");
    case policy::Step::Globals:
        break;
    }
    return PolicyWords::tr("[globals]");
}

QString name(policy::Consideration consideration)
{
    switch (consideration) {
    case policy::Consideration::Decides:
        return PolicyWords::tr("decides");
    case policy::Consideration::NoMatch:
        return PolicyWords::tr("does not apply");
    case policy::Consideration::NotAsked:
        return PolicyWords::tr("not asked");
    case policy::Consideration::Shadowed:
        break;
    }
    return PolicyWords::tr("would apply, but something before it decides");
}

} // namespace words
