// SPDX-License-Identifier: GPL-3.0-or-later
// The head of a line after its stamp: "host tag[pid]: text" (RFC 3164 as written by syslog daemons),
// "host app pid id data text" (RFC 5424), with or without host, pid and path in front of the program's name.
#include "core/maillog/event.h"
#include "core/maillog/fields.h"

#include "core/maillog/line_head.h"

#include <algorithm>

namespace maillog {

namespace {

std::optional<Dialect> dialectOf(std::string_view tag) noexcept
{
    auto name = tag;
    if (const auto slash = splitLast(tag, "/")) {
        name = slash->after;
        if (name == "smtpd" || name == "cleanup") {
            return Dialect::Postfix;
        }
    }
    if (name.size() > 3 && name.ends_with(".py")) {
        name.remove_suffix(3);
    }
    if (name == "policyd-spf" || name == "pypolicyd-spf") {
        return Dialect::PolicydSpf;
    }
    if (name == "policy-spf" || name == "postfix-policyd-spf-perl") {
        return Dialect::PolicySpfPerl;
    }
    if (name == "SPFPolicyd" || base::equalsIgnoreCase(name, "SPFPolicyd")) {
        return Dialect::SpfPolicyd;
    }
    if (name == "rspamd" || name == "rspamd_proxy") {
        return Dialect::Rspamd;
    }
    if (name == "opendmarc") {
        return Dialect::OpenDmarc;
    }
    if (base::equalsIgnoreCase(name, "X-TM-Received-SPF")) {
        return Dialect::Tmems;
    }
    return std::nullopt;
}

std::optional<PolicyLine> parseSyslogProtocol(PolicyLine line, Dialect dialect,
                                              std::string_view rest) noexcept
{
    line.dialect = dialect;
    line.pid = pidOf(takeWord(rest));
    takeWord(rest);
    skipStructuredData(rest);
    line.text = rest;
    return line;
}

/// "SPFPolicyd" as the first word of another program's text (a script that logs through logger or python).
std::optional<PolicyLine> parseFirstWord(PolicyLine line, std::string_view text) noexcept
{
    constexpr std::string_view name = "SPFPolicyd";
    if (!text.starts_with(name)) {
        return std::nullopt;
    }
    text.remove_prefix(name.size());
    if (text.starts_with('[')) {
        const auto end = text.find(']');
        if (end == std::string_view::npos) {
            return std::nullopt;
        }
        line.pid = pidOf(text.substr(1, end - 1));
        text.remove_prefix(end + 1);
    }
    if (!text.starts_with(':') && !text.starts_with(' ')) {
        return std::nullopt;
    }
    line.dialect = Dialect::SpfPolicyd;
    line.text = withoutLeadingBlanks(text.substr(1));
    return line;
}

/// "#38(normal) <73b3a9>; task; ...": rspamd's own log file names no host and no program.
std::optional<PolicyLine> parseRspamdFile(std::string_view rest) noexcept
{
    const auto open = rest.find('(');
    const auto close = rest.find(") ");
    if (close == std::string_view::npos || open > close) {
        return std::nullopt;
    }
    PolicyLine line;
    line.dialect = Dialect::Rspamd;
    line.pid = pidOf(rest.substr(1, open - 1));
    line.text = rest.substr(close + 2);
    return line;
}

} // namespace

std::optional<PolicyLine> parsePolicyLine(std::string_view rest, bool isSyslogProtocol) noexcept
{
    PolicyLine line;
    if (rest.starts_with('<')) { // "<mail.info>" of a verbose BSD syslogd
        takeWord(rest);
    }
    if (rest.starts_with('#')) {
        return parseRspamdFile(rest);
    }
    line.host = rest.substr(0, std::min(rest.find(' '), rest.size()));
    if (line.host.ends_with(':')) {
        line.host = {}; // no host at all: this is the tag
    } else {
        rest = withoutLeadingBlanks(rest.substr(line.host.size()));
    }
    const auto tagEnd = base::lengthBefore(rest, charSet<" :[">);
    const auto tag = rest.substr(0, tagEnd);
    rest.remove_prefix(tagEnd);
    const auto dialect = dialectOf(tag);
    if (isSyslogProtocol || (dialect && rest.starts_with(' '))) {
        rest = withoutLeadingBlanks(rest);
        return dialect ? parseSyslogProtocol(line, *dialect, rest) : std::nullopt;
    }
    if (rest.starts_with('[')) {
        const auto end = std::min(rest.find(']'), rest.size() - 1);
        line.pid = pidOf(rest.substr(1, end - 1));
        rest.remove_prefix(end + 1);
    }
    if (!rest.starts_with(':')) {
        return std::nullopt;
    }
    line.text = withoutLeadingBlanks(rest.substr(1));
    if (!dialect) {
        return parseFirstWord(line, line.text);
    }
    line.dialect = *dialect;
    return line;
}

std::optional<Repetition> parseRepetition(std::string_view text) noexcept
{
    constexpr std::string_view dashes = "--- ";
    constexpr std::string_view last = "last ";
    constexpr std::string_view phrase = "message repeated ";
    if (text.starts_with(dashes)) {
        text.remove_prefix(dashes.size());
    }
    const bool refersBack = text.starts_with(last);
    if (refersBack) {
        text.remove_prefix(last.size());
    }
    if (!text.starts_with(phrase)) {
        return std::nullopt;
    }
    text.remove_prefix(phrase.size());
    const auto digits = text.substr(0, std::min(text.find(' '), text.size()));
    const auto count = base::parseNumber(digits, UINT32_MAX);
    text.remove_prefix(digits.size());
    if (!count || *count == 0 || !text.starts_with(" time")) {
        return std::nullopt;
    }
    Repetition repetition;
    repetition.count = static_cast<std::uint32_t>(*count);
    if (const auto open = text.find(": ["); open != std::string_view::npos && !refersBack) {
        text = withoutLeadingBlanks(text.substr(open + 3));
        while (!text.empty() && base::isSpace(text.back())) {
            text.remove_suffix(1);
        }
        if (text.ends_with(']')) {
            text.remove_suffix(1);
        }
        repetition.text = text;
    }
    return repetition;
}

Event parseEvent(const PolicyLine& line, std::string& scratch)
{
    switch (line.dialect) {
    case Dialect::PolicydSpf:
        return parsePolicydSpf(line.text);
    case Dialect::PolicySpfPerl:
        return parsePolicySpfPerl(line.text, scratch);
    case Dialect::Postfix:
        return parsePostfix(line.text);
    case Dialect::Rspamd:
        return parseRspamd(line.text);
    case Dialect::OpenDmarc:
        return parseOpenDmarc(line.text);
    case Dialect::Tmems:
        return parseTmHeader(line.text);
    case Dialect::SpfPolicyd:
    case Dialect::Vendor:
    case Dialect::User:
        break;
    }
    return parseSpfPolicyd(line.text, scratch);
}

} // namespace maillog
