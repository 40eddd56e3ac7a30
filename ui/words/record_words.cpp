// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/record_words.h"

#include "ui/words/filled_text.h"

#include <QCoreApplication>

#include <array>

namespace words {

namespace {

struct RecordWords
{
    Q_DECLARE_TR_FUNCTIONS(RecordWords)
};

/// The texts of SPEC 7, by number.
const char* patternOf(const spf::Finding& finding)
{
    static constexpr std::array<const char*, spf::lintRuleCount> texts{
        QT_TRANSLATE_NOOP("RecordWords", "No SPF record found at %1"),
        QT_TRANSLATE_NOOP("RecordWords", "Multiple SPF records (%1) at %2: permerror"),
        QT_TRANSLATE_NOOP("RecordWords", "Record must start with \"v=spf1 \""),
        QT_TRANSLATE_NOOP("RecordWords", "Unknown mechanism \"%1\" (did you mean \"%2\"?)"),
        QT_TRANSLATE_NOOP("RecordWords", "Invalid IPv4 address/prefix in \"%1\""),
        QT_TRANSLATE_NOOP("RecordWords", "Invalid IPv6 address/prefix in \"%1\""),
        QT_TRANSLATE_NOOP("RecordWords", "IPv6 address in ip4 (or the reverse)"),
        QT_TRANSLATE_NOOP("RecordWords", "\"=\" used where \":\" is needed (or the reverse)"),
        QT_TRANSLATE_NOOP("RecordWords", "Blank after \":\" or inside a term"),
        QT_TRANSLATE_NOOP("RecordWords", "Terms must be separated by blanks, not \"%1\""),
        QT_TRANSLATE_NOOP("RecordWords", "More than 10 DNS lookup terms (%1)"),
        QT_TRANSLATE_NOOP("RecordWords", "%1 of 10 DNS lookups used"),
        QT_TRANSLATE_NOOP("RecordWords", "More than 2 void lookups (%1)"),
        QT_TRANSLATE_NOOP("RecordWords", "\"%1\" has no address (void lookup)"),
        QT_TRANSLATE_NOOP("RecordWords", "include target \"%1\" has no SPF record: permerror"),
        QT_TRANSLATE_NOOP("RecordWords", "redirect target \"%1\" has no SPF record: permerror"),
        QT_TRANSLATE_NOOP("RecordWords", "Loop: %1"),
        QT_TRANSLATE_NOOP("RecordWords", "The same include occurs twice: \"%1\""),
        QT_TRANSLATE_NOOP("RecordWords", "\"+all\" (or bare all) authorises every host"),
        QT_TRANSLATE_NOOP("RecordWords", "\"?all\" gives no protection"),
        QT_TRANSLATE_NOOP("RecordWords",
                          "\"~all\": receivers usually accept; move to -all after observation"),
        QT_TRANSLATE_NOOP("RecordWords", "No \"all\" and no redirect: result is neutral"),
        QT_TRANSLATE_NOOP("RecordWords", "Terms after \"all\" are never reached: \"%1\""),
        QT_TRANSLATE_NOOP("RecordWords", "redirect is ignored because \"all\" is present"),
        QT_TRANSLATE_NOOP("RecordWords", "Modifier \"%1\" appears more than once"),
        QT_TRANSLATE_NOOP("RecordWords", "all takes no argument"),
        QT_TRANSLATE_NOOP("RecordWords", "ptr is deprecated and slow"),
        QT_TRANSLATE_NOOP("RecordWords", "Very wide network \"%1\" (%2 addresses)"),
        QT_TRANSLATE_NOOP("RecordWords", "Host bits set: \"%1\" means %2"),
        QT_TRANSLATE_NOOP("RecordWords", "Private/reserved address \"%1\" in a public record"),
        QT_TRANSLATE_NOOP("RecordWords", "\"%1\" is already covered by \"%2\""),
        QT_TRANSLATE_NOOP("RecordWords", "Adjacent networks can be merged into %1"),
        QT_TRANSLATE_NOOP("RecordWords", "Conflicting qualifiers for overlapping networks"),
        QT_TRANSLATE_NOOP("RecordWords", "A single string exceeds 255 octets"),
        QT_TRANSLATE_NOOP("RecordWords", "Strings are joined without a blank: \"%1%2\""),
        QT_TRANSLATE_NOOP("RecordWords", "Record is longer than 450 octets (%1)"),
        QT_TRANSLATE_NOOP("RecordWords", "DNS answer does not fit in 512 octets; TCP/EDNS needed"),
        QT_TRANSLATE_NOOP("RecordWords", "Obsolete RR type SPF (99) is published"),
        QT_TRANSLATE_NOOP("RecordWords", "Upper case letters (works, but unusual)"),
        QT_TRANSLATE_NOOP("RecordWords", "Invalid macro \"%1\""),
        QT_TRANSLATE_NOOP("RecordWords", "Macro letter \"%1\" is only allowed in exp"),
        QT_TRANSLATE_NOOP("RecordWords", "Deprecated macro p"),
        QT_TRANSLATE_NOOP("RecordWords", "Invalid domain \"%1\" in a term"),
        QT_TRANSLATE_NOOP("RecordWords", "CIDR on a/mx covers more than intended"),
        QT_TRANSLATE_NOOP("RecordWords", "mx has more than 10 names: permerror"),
        QT_TRANSLATE_NOOP("RecordWords", "mx/a used by a domain without MX/A"),
        QT_TRANSLATE_NOOP("RecordWords", "exp target missing"),
        QT_TRANSLATE_NOOP("RecordWords", "Unknown modifier \"%1\" is ignored"),
        QT_TRANSLATE_NOOP("RecordWords", "Sender ID record spf2.0 found"),
        QT_TRANSLATE_NOOP("RecordWords", "Non-ASCII or control character at position %1"),
        QT_TRANSLATE_NOOP("RecordWords", "Surrounding quotes are part of the data"),
        QT_TRANSLATE_NOOP("RecordWords",
                          "Included policy of \"%1\" ends in +all: any host passes via include"),
        QT_TRANSLATE_NOOP("RecordWords", "\"all\" of an included record has no effect here"),
        QT_TRANSLATE_NOOP("RecordWords", "DNS error for \"%1\": result temperror"),
        QT_TRANSLATE_NOOP("RecordWords", "TTL of %1 s is very short/long"),
        QT_TRANSLATE_NOOP("RecordWords", "Domain sends no mail (no MX/null MX) but has no \"-all\""),
        QT_TRANSLATE_NOOP("RecordWords", "HELO host %1 has no SPF record"),
        QT_TRANSLATE_NOOP("RecordWords", "Server IP %1 (ours) is not authorised"),
        QT_TRANSLATE_NOOP("RecordWords", "IPv6 address of the server is not covered"),
        QT_TRANSLATE_NOOP("RecordWords", "Subdomain %1 has no own SPF record (SPF is not inherited)"),
        QT_TRANSLATE_NOOP("RecordWords", "CNAME at %1; record comes from %2"),
        QT_TRANSLATE_NOOP("RecordWords", "Flattened record is stale: %1 changed"),
        QT_TRANSLATE_NOOP("RecordWords", "Replaced provider include: use \"%1\""),
        QT_TRANSLATE_NOOP("RecordWords", "exists with a user macro leaks addresses to DNS"),
        QT_TRANSLATE_NOOP("RecordWords", "DMARC present, but SPF domain is not aligned"),
    };
    // A name that resembles nothing has no suggestion.
    if (finding.rule == spf::Rule::UnknownMechanism && finding.args.size() == 1) {
        return QT_TRANSLATE_NOOP("RecordWords", "Unknown mechanism \"%1\"");
    }
    if (finding.rule == spf::Rule::TermsNotSeparated && finding.args == std::vector<std::string>{""}) {
        return QT_TRANSLATE_NOOP("RecordWords", "A blank is missing between two terms");
    }
    if (finding.rule == spf::Rule::BadDomain && !finding.text &&
        !finding.args.empty()) { // the domain itself, not one in a term
        return QT_TRANSLATE_NOOP("RecordWords", "Invalid domain \"%1\"");
    }
    return texts[static_cast<std::size_t>(finding.rule) - 1];
}

const char* patternOf(spf::FixCode code)
{
    switch (code) {
    case spf::FixCode::Replace:
        return QT_TRANSLATE_NOOP("RecordWords", "Replace \"%1\" by \"%2\"");
    case spf::FixCode::Remove:
        return QT_TRANSLATE_NOOP("RecordWords", "Remove \"%1\"");
    case spf::FixCode::Add:
        return QT_TRANSLATE_NOOP("RecordWords", "Add \"%1\"");
    case spf::FixCode::Publish:
        return QT_TRANSLATE_NOOP("RecordWords", "Publish \"%1\"");
    case spf::FixCode::Merge:
        return QT_TRANSLATE_NOOP("RecordWords", "Merge into \"%1\"");
    case spf::FixCode::Split:
        return QT_TRANSLATE_NOOP("RecordWords", "Split into strings of at most 255 octets");
    case spf::FixCode::Separate:
        return QT_TRANSLATE_NOOP("RecordWords", "Separate the terms by blanks");
    case spf::FixCode::Join:
        return QT_TRANSLATE_NOOP("RecordWords", "Remove the blank inside the term");
    case spf::FixCode::LowerCase:
        break;
    }
    return QT_TRANSLATE_NOOP("RecordWords", "Write in lower case");
}

} // namespace

QString message(const spf::Finding& finding)
{
    return filled(RecordWords::tr(patternOf(finding)), finding.args);
}

QString title(const spf::Fix& fix)
{
    return filled(RecordWords::tr(patternOf(fix.code)), fix.args);
}

QString name(spf::Severity severity)
{
    switch (severity) {
    case spf::Severity::Error:
        return RecordWords::tr("Error");
    case spf::Severity::Warning:
        return RecordWords::tr("Warning");
    case spf::Severity::Info:
        break;
    }
    return RecordWords::tr("Note");
}

} // namespace words
