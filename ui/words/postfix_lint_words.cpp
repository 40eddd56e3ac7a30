// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/postfix_lint_words.h"

#include <QCoreApplication>

namespace words {

namespace {

struct PostfixLintWords
{
    Q_DECLARE_TR_FUNCTIONS(PostfixLintWords)
};

struct ChecklistWords
{
    Q_DECLARE_TR_FUNCTIONS(ChecklistWords)
};

using postfix::LintCode;

QString patternOfService(LintCode code)
{
    switch (code) {
    case LintCode::ServiceMissing:
        return PostfixLintWords::tr(
            "\"%1\" is not in master.cf, but %2 asks for it. Mail is refused with 451.");
    case LintCode::ServiceNameDiffers:
        return PostfixLintWords::tr(
            "\"%1\" is asked for, but master.cf has \"%2\": the names must be the same, upper "
            "and lower case too.");
    case LintCode::MaxProcesses:
        return PostfixLintWords::tr(
            "The maxproc column of \"%1\" is %2; it must be 0, or mail waits for a free process.");
    case LintCode::TimeLimit:
        return PostfixLintWords::tr("%1 is below 1000 s (%2); the policy process may be stopped while it is "
                                    "in use.");
    case LintCode::NotPrivate:
        return PostfixLintWords::tr(
            "The private column of \"%1\" is n; unix:private/ looks for it elsewhere.");
    case LintCode::Chroot:
        return PostfixLintWords::tr("The chroot column of \"%1\" is y; a script cannot find its interpreter, "
                                    "configuration and resolv.conf there.");
    case LintCode::BadUser:
        return PostfixLintWords::tr(
            "The user of \"%1\" (%2) does not exist, is root or owns Postfix; spawn refuses it.");
    case LintCode::ServiceTimeout:
        return PostfixLintWords::tr(
            "smtpd_policy_service_timeout is %1; it should be at least %2, or a slow DNS check "
            "is cut off.");
    case LintCode::OnSubmission:
        return PostfixLintWords::tr("SPF is checked on %1 too, where your own users send: add -o %2= there.");
    case LintCode::LostBlank:
        return PostfixLintWords::tr(
            "\"%1\" has lost the blank at its beginning; it is no longer part of the entry "
            "above.");
    default:
        return {};
    }
}

QString patternOfList(LintCode code)
{
    switch (code) {
    case LintCode::BeforeRelayControl:
        return PostfixLintWords::tr("In %1, %2 stands before reject_unauth_destination; put it after it.");
    case LintCode::TooEarly:
        return PostfixLintWords::tr(
            "%2 in %1 runs before the sender is known when smtpd_delay_reject = no, and a "
            "header cannot be added there.");
    case LintCode::CalledTwice:
        return PostfixLintWords::tr("%1 is asked twice per recipient: in %2 and in %3.");
    case LintCode::DefinedTwice:
        return PostfixLintWords::tr("%1 is set more than once; only the last one (line %2) counts.");
    case LintCode::AllFromMyNetworks:
        return PostfixLintWords::tr(
            "permit_mynetworks comes first in %1 and all mail comes from %2: SPF is never "
            "checked.");
    case LintCode::MapBeforeCheck:
        return PostfixLintWords::tr("In %1, senders that %2 %3 answers with OK skip the SPF check.");
    case LintCode::DefaultAction:
        return PostfixLintWords::tr(
            "Without default_action=DUNNO mail is deferred (451) while the policy service "
            "is down.");
    case LintCode::OtherChecker:
        return PostfixLintWords::tr("Another SPF checker is in use: %1.");
    case LintCode::CanonicalMapsTwice:
        return PostfixLintWords::tr(
            "sender_canonical_maps is set more than once; only line %1 counts. Join them with "
            "a comma.");
    case LintCode::DeprecatedRestriction:
        return PostfixLintWords::tr("%1 uses the old name %2; it is called %3 since Postfix 2.3.");
    default:
        return {};
    }
}

} // namespace

QString message(const postfix::Finding& finding)
{
    // A time limit without a value is one that is not set.
    const bool isUnset =
        finding.code == LintCode::TimeLimit && finding.args.size() > 1 && finding.args[1].empty();
    QString text =
        isUnset ? PostfixLintWords::tr("%1 is not set: the policy process may be stopped after 1000 s while "
                                       "it is in use.")
                : patternOfService(finding.code);
    if (text.isEmpty()) {
        text = patternOfList(finding.code);
    }
    for (std::size_t i = 0; i < 3; ++i) {
        const QString place = QLatin1Char('%') + QString::number(i + 1);
        text.replace(place, i < finding.args.size() ? QString::fromStdString(finding.args[i]) : QString());
    }
    return text;
}

QString title(postfix::StepCode step)
{
    switch (step) {
    case postfix::StepCode::PostfixCheck:
        return ChecklistWords::tr("Let Postfix check its files");
    case postfix::StepCode::ShowSettings:
        return ChecklistWords::tr("Look at the settings in use");
    case postfix::StepCode::ShowService:
        return ChecklistWords::tr("Look at the service in use");
    case postfix::StepCode::ScriptRuns:
        return ChecklistWords::tr("Script and config.ini");
    case postfix::StepCode::Reload:
        return ChecklistWords::tr("Make Postfix read its files again");
    case postfix::StepCode::SocketAppears:
        return ChecklistWords::tr("Socket");
    case postfix::StepCode::AskService:
        return ChecklistWords::tr("Send a fixed request");
    case postfix::StepCode::TestMail:
        return ChecklistWords::tr("Test mail from outside");
    case postfix::StepCode::ReadLog:
        return ChecklistWords::tr("Warnings in the mail log");
    case postfix::StepCode::RollBack:
        return ChecklistWords::tr("How to go back");
    }
    return {};
}

QString hint(postfix::StepCode step)
{
    switch (step) {
    case postfix::StepCode::PostfixCheck:
        return ChecklistWords::tr("No output means that it is good.");
    case postfix::StepCode::ShowSettings:
        return ChecklistWords::tr("The restriction list and the time limit are as planned.");
    case postfix::StepCode::ShowService:
        return ChecklistWords::tr("The service is there, with maxproc 0.");
    case postfix::StepCode::ScriptRuns:
        return ChecklistWords::tr("The service's user can run the script and read config.ini.");
    case postfix::StepCode::Reload:
        return ChecklistWords::tr("The changes take effect now.");
    case postfix::StepCode::SocketAppears:
        return ChecklistWords::tr("The socket has appeared in Postfix's queue folder.");
    case postfix::StepCode::AskService:
        return ChecklistWords::tr("The answer begins with action=.");
    case postfix::StepCode::TestMail:
        return ChecklistWords::tr("The delivered mail has a header Received-SPF.");
    case postfix::StepCode::ReadLog:
        return ChecklistWords::tr("There are SPFPolicyd lines and no warning about private/SPFPolicyd.");
    case postfix::StepCode::RollBack:
        return ChecklistWords::tr("Put the copies made before back and reload.");
    }
    return {};
}

} // namespace words
