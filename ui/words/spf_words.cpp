// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/spf_words.h"

#include <QCoreApplication>

namespace words {

namespace {

struct SpfWords
{
    Q_DECLARE_TR_FUNCTIONS(SpfWords)
};

QString text(const std::string& bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

QString recordProblem(const spf::Problem& problem)
{
    const QString domain = text(problem.domain);
    const QString detail = text(problem.detail);
    switch (problem.code) {
    case spf::ProblemCode::UnusableDomain:
        return SpfWords::tr("\"%1\" is not a domain name that can be checked.").arg(domain);
    case spf::ProblemCode::NoRecord:
        return SpfWords::tr("%1 publishes no SPF record.").arg(domain);
    case spf::ProblemCode::SeveralRecords:
        return SpfWords::tr("%1 publishes more than one SPF record; only one is allowed.").arg(domain);
    case spf::ProblemCode::NonAscii:
        return SpfWords::tr("The record of %1 holds a character that is not allowed, at byte %2.")
            .arg(domain)
            .arg(problem.span.start + 1);
    case spf::ProblemCode::TermLimit:
        return SpfWords::tr(
                   "The record of %1 needs too many terms with DNS look-ups; the limit was passed at \"%2\".")
            .arg(domain, text(problem.term));
    case spf::ProblemCode::VoidLimit:
        return SpfWords::tr("Too many DNS look-ups found nothing; the limit was passed at \"%2\" of %1.")
            .arg(domain, text(problem.term));
    case spf::ProblemCode::MxLimit:
        return SpfWords::tr("\"%2\" of %1 leads to too many mail servers.").arg(domain, text(problem.term));
    case spf::ProblemCode::IncludeWithoutRecord:
        return SpfWords::tr("\"%2\" of %1 includes a domain that has no SPF record.")
            .arg(domain, text(problem.term));
    case spf::ProblemCode::RedirectWithoutRecord:
        return SpfWords::tr("\"%2\" of %1 redirects to a domain that has no SPF record.")
            .arg(domain, text(problem.term));
    case spf::ProblemCode::DnsFailure:
        return detail.isEmpty() ? SpfWords::tr("DNS gave no usable answer for %1: %2")
                                      .arg(domain, message(problem.dnsStatus))
                                : SpfWords::tr("DNS gave no usable answer for %1: %2")
                                      .arg(detail, message(problem.dnsStatus));
    case spf::ProblemCode::TimeLimit:
        return SpfWords::tr("The time limit ran out while %1 was being checked.").arg(domain);
    default:
        return {};
    }
}

/// A term that cannot be read: what is wrong with it, and where it stands.
QString termProblem(const spf::Problem& problem)
{
    const QString domain = text(problem.domain);
    const QString term = text(problem.term);
    const QString detail = text(problem.detail);
    switch (problem.code) {
    case spf::ProblemCode::UnknownMechanism:
        return SpfWords::tr("\"%2\" in the record of %1 is not a known mechanism.").arg(domain, term);
    case spf::ProblemCode::BadTerm:
        return SpfWords::tr("\"%2\" in the record of %1 cannot be read as a term.").arg(domain, term);
    case spf::ProblemCode::BadQualifier:
        return SpfWords::tr(
                   "\"%2\" in the record of %1 begins with a wrong qualifier; only + - ~ ? are allowed.")
            .arg(domain, term);
    case spf::ProblemCode::MissingArgument:
        return SpfWords::tr("\"%2\" in the record of %1 lacks its value.").arg(domain, term);
    case spf::ProblemCode::UnexpectedArgument:
        return SpfWords::tr("\"%2\" in the record of %1 has a value where none is allowed.")
            .arg(domain, term);
    case spf::ProblemCode::BadAddress:
        return SpfWords::tr("\"%2\" in the record of %1 holds no valid IP address.").arg(domain, term);
    case spf::ProblemCode::WrongFamily:
        return SpfWords::tr("\"%2\" in the record of %1 mixes up IPv4 and IPv6.").arg(domain, term);
    case spf::ProblemCode::BadPrefixLength:
        return SpfWords::tr("\"%2\" in the record of %1 has a wrong prefix length.").arg(domain, term);
    case spf::ProblemCode::BadDomainSpec:
        return SpfWords::tr("\"%2\" in the record of %1 names no valid domain.").arg(domain, term);
    case spf::ProblemCode::BadMacro:
        return SpfWords::tr("\"%2\" in the record of %1 holds the invalid macro \"%3\".")
            .arg(domain, term, detail);
    case spf::ProblemCode::MacroOnlyInExp:
        return SpfWords::tr(
                   "\"%2\" in the record of %1 uses the macro \"%3\", which is only allowed in explanations.")
            .arg(domain, term, detail);
    case spf::ProblemCode::DuplicateModifier:
        return SpfWords::tr("\"%2\" in the record of %1 is a modifier that may stand there only once.")
            .arg(domain, term);
    default:
        return {};
    }
}

} // namespace

QString message(const spf::Problem& problem)
{
    const QString sentence = recordProblem(problem);
    return sentence.isEmpty() ? termProblem(problem) : sentence;
}

QString name(spf::Outcome outcome)
{
    switch (outcome) {
    case spf::Outcome::Match:
        return SpfWords::tr("matches");
    case spf::Outcome::NoMatch:
        return SpfWords::tr("does not match");
    case spf::Outcome::Error:
        return SpfWords::tr("error");
    case spf::Outcome::NotEvaluated:
        break;
    }
    return SpfWords::tr("not evaluated");
}

QString message(dns::Status status)
{
    switch (status) {
    case dns::Status::Ok:
        return SpfWords::tr("The question was answered.");
    case dns::Status::NoData:
        return SpfWords::tr("The name has no record of this type.");
    case dns::Status::NxDomain:
        return SpfWords::tr("The name does not exist.");
    case dns::Status::FormErr:
        return SpfWords::tr("The name server could not read the question.");
    case dns::Status::ServFail:
        return SpfWords::tr("The name server reported a failure.");
    case dns::Status::NotImp:
        return SpfWords::tr("The name server does not support the question.");
    case dns::Status::Refused:
        return SpfWords::tr("The name server refused to answer.");
    case dns::Status::OtherRcode:
        return SpfWords::tr("The name server answered with an unusual error.");
    case dns::Status::Timeout:
        return SpfWords::tr("No answer came in time.");
    case dns::Status::Unreachable:
        return SpfWords::tr("No name server could be reached.");
    case dns::Status::Malformed:
        return SpfWords::tr("The answer could not be read.");
    case dns::Status::BadName:
        return SpfWords::tr("The name is too long to be asked for.");
    case dns::Status::Cancelled:
        return SpfWords::tr("The question was given up.");
    case dns::Status::NotRecorded:
        break;
    }
    return SpfWords::tr("The question is not among the recorded answers.");
}

QString countOfLimit(int count, int limit)
{
    return SpfWords::tr("%1 of %2").arg(count).arg(limit);
}

QString decidedBy(const spf::Report& report)
{
    if (report.mechanism.empty()) {
        return SpfWords::tr("no term");
    }
    if (report.mechanism == "default") {
        return SpfWords::tr("no term of the record matched");
    }
    return text(report.mechanism);
}

} // namespace words
