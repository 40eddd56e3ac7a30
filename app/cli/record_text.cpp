// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/record_text.h"

#include "app/cli/text_layout.h"
#include "ui/words/cli_words.h"
#include "ui/words/record_words.h"
#include "ui/words/spf_words.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

Tone toneOf(spf::Severity severity)
{
    switch (severity) {
    case spf::Severity::Error:
        return Tone::Bad;
    case spf::Severity::Warning:
        return Tone::Warning;
    case spf::Severity::Info:
        break;
    }
    return Tone::Quiet;
}

QString shown(std::string_view bytes)
{
    return printable(QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())));
}

/// Not inside of a character of UTF-8.
std::size_t boundary(std::string_view text, std::size_t at)
{
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U) {
        --at;
    }
    return std::min(at, text.size());
}

/// The text around the span on one line of a terminal, and carets under the span.
void printMarked(Context& context, const spf::Finding& finding)
{
    constexpr std::size_t before = 30;
    constexpr std::size_t width = 72;
    const std::string_view text = finding.record();
    const spf::Span span = finding.span;
    if (span.length == 0 || span.start >= text.size()) {
        return;
    }
    const std::size_t from =
        text.size() <= width ? 0 : boundary(text, span.start > before ? span.start - before : 0);
    const std::size_t to = boundary(text, std::min(text.size(), from + width));
    const std::size_t end = std::min(span.start + span.length, to);
    const QString left = (from > 0 ? u"…"_s : QString()) + shown(text.substr(from, span.start - from));
    const QString marked = shown(text.substr(span.start, end - span.start));
    const QString right = shown(text.substr(end, to - end)) + (to < text.size() ? u"…"_s : QString());
    printLine(context, u"    "_s + left + marked + right);
    printLine(context,
              u"    "_s + QString(cellWidth(left), u' ') + QString(std::max(cellWidth(marked), 1), u'^'));
}

/// What was asked; the record itself stands above.
void printEvidence(Context& context, const spf::Finding& finding)
{
    for (const spf::Evidence& one : finding.evidence) {
        if (!finding.record().empty() && !finding.chain.empty() &&
            one.question.name == finding.chain.back() && one.question.type == dns::RecordType::TXT) {
            continue;
        }
        QString line =
            u"    %1 %2: %3"_s.arg(shown(dns::toString(one.question.type)), shown(one.question.name),
                                   shown(dns::rcodeWord(one.answer->status)));
        if (!one.answer->records.empty()) {
            line += u" (TTL %1)"_s.arg(one.answer->records.front().ttl);
        }
        printLine(context, toned(context, Tone::Quiet, line));
    }
}

QString wayOf(const spf::Finding& finding)
{
    QStringList names;
    for (const std::string& domain : finding.chain) {
        names.append(shown(domain));
    }
    return names.isEmpty() ? QString() : names.join(u" > "_s) + u": "_s;
}

} // namespace

void printFindings(Context& context, const std::vector<spf::Finding>& findings)
{
    std::array<int, 3> counts{};
    for (const spf::Finding& finding : findings) {
        ++counts[static_cast<std::size_t>(finding.severity)];
        printLine(context, wayOf(finding) +
                               toned(context, toneOf(finding.severity), words::name(finding.severity)) +
                               u' ' + QString::fromStdString(spf::idOf(finding.rule)) + u": "_s +
                               printable(words::message(finding)));
        printMarked(context, finding);
        printEvidence(context, finding);
        for (const spf::Fix& fix : finding.fixes) {
            printLine(context, u"    -> "_s + printable(words::title(fix)));
        }
    }
    printLine(context,
              findings.empty() ? words::nothingFound() : words::lintSummary(counts[0], counts[1], counts[2]));
}

void printRecord(Context& context, const spf::LintReport& report)
{
    if (report.record.empty()) {
        return;
    }
    constexpr spf::Limits limits;
    QList<QPair<QString, QString>> rows{
        {words::name(words::Label::Domain), shown(report.domain)},
        {words::name(words::Label::Record), shown(report.record)},
        {words::name(words::Label::Lookups), words::countOfLimit(report.lookups, limits.terms)},
        {words::name(words::Label::VoidLookups), words::countOfLimit(report.voidLookups, limits.voidLookups)},
    };
    for (const spf::LookupCost& cost : report.costs) {
        rows.append({u"  "_s + shown(cost.term), QString::number(cost.lookups)});
    }
    for (const QString& line : twoColumns(rows)) {
        printLine(context, line);
    }
    printLine(context);
}

} // namespace cli
