// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/verdict_words.h"

#include "core/dns/presentation.h"
#include "ui/words/result_words.h"
#include "ui/words/spf_words.h"
#include "ui/words/trace_words.h"

#include <QCoreApplication>

namespace words {

namespace {

struct VerdictWords
{
    Q_DECLARE_TR_FUNCTIONS(VerdictWords)
};

const spf::Lookup* failedLookup(const spf::TraceNode& node)
{
    for (const spf::Lookup& lookup : node.dns) {
        if (!dns::isAnswered(lookup.answer.status)) {
            return &lookup;
        }
    }
    for (const spf::TraceNode& child : node.children) {
        if (const spf::Lookup* failed = failedLookup(child)) {
            return failed;
        }
    }
    return nullptr;
}

} // namespace

QString verdict(const spf::Report& report, policy::Identity identity, const std::string& client)
{
    const QString domain = shown(report.domain);
    const QString address = shown(client);
    const QString which = name(identity);
    switch (report.result) {
    case spf::Result::Pass:
        return VerdictWords::tr("%1 authorises %2 (%3).").arg(domain, address, which);
    case spf::Result::Neutral:
        return VerdictWords::tr("%1 says neither yes nor no about %2 (%3).").arg(domain, address, which);
    case spf::Result::SoftFail:
        return VerdictWords::tr("%1 weakly disavows %2 (%3).").arg(domain, address, which);
    case spf::Result::Fail:
        return VerdictWords::tr("%1 does not authorise %2 (%3).").arg(domain, address, which);
    case spf::Result::None:
        return report.problem ? message(*report.problem)
                              : VerdictWords::tr("%1 publishes no SPF record (%2).").arg(domain, which);
    case spf::Result::TempError:
        return VerdictWords::tr("%1 could not be evaluated now; a later try may succeed (%2).")
            .arg(domain, which);
    case spf::Result::PermError:
        break;
    }
    return VerdictWords::tr("The SPF record of %1 cannot be evaluated (%2).").arg(domain, which);
}

QString failedQuestion(const spf::Report& report)
{
    const spf::Lookup* failed = report.trace ? failedLookup(*report.trace) : nullptr;
    if (failed == nullptr) {
        return {};
    }
    const QString question = QStringLiteral("%1 %2").arg(shown(dns::toString(failed->question.type)),
                                                         shown(dns::presentName(failed->question.name)));
    const QString status = shown(dns::rcodeWord(failed->answer.status));
    const QString time = milliseconds(failed->answer.elapsed);
    const QString why = message(failed->answer.status);
    return failed->answer.server.empty()
               ? VerdictWords::tr("%1: %2 after %3. %4").arg(question, status, time, why)
               : VerdictWords::tr("%1 at %2: %3 after %4. %5")
                     .arg(question, shown(failed->answer.server), status, time, why);
}

QStringList notes(const spf::Report& report)
{
    QStringList sentences;
    if (report.dnsQueries != report.lookups && report.lookups > 0) {
        sentences.append(
            VerdictWords::tr("Other checkers may say %1 look-ups: they count every DNS question. "
                             "RFC 7208 4.6.4 counts terms: %2 of %3.")
                .arg(report.dnsQueries)
                .arg(report.lookups)
                .arg(report.limits.terms));
    }
    if (report.voidAddresses > 0) {
        const bool isOver = report.voidLookups > report.limits.voidLookups;
        const QString sentence =
            isOver ? VerdictWords::tr("Other checkers may say %1 void look-ups and go on: some do not count "
                                      "names that exist without such an address. Here: %2 of %3.")
                   : VerdictWords::tr("Other checkers may say %1 void look-ups: some do not count names that "
                                      "exist without such an address. Here: %2 of %3.");
        sentences.append(sentence.arg(report.voidLookups - report.voidAddresses)
                             .arg(report.voidLookups)
                             .arg(report.limits.voidLookups));
    }
    if (report.dependsOnLocalPart && report.dependsOnHelo) {
        sentences.append(VerdictWords::tr("The result depends on the local part of the sender and on HELO."));
    } else if (report.dependsOnLocalPart) {
        sentences.append(VerdictWords::tr("The result depends on the local part of the sender."));
    } else if (report.dependsOnHelo) {
        sentences.append(VerdictWords::tr("The result depends on HELO."));
    }
    return sentences;
}

} // namespace words
