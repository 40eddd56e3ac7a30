// SPDX-License-Identifier: GPL-3.0-or-later
// The trace as an indented tree, with what has to be said about it below.
#include "app/cli/check_text.h"

#include "core/dns/presentation.h"
#include "ui/words/cli_words.h"
#include "ui/words/result_words.h"
#include "ui/words/spf_words.h"
#include "ui/words/trace_words.h"
#include "ui/words/verdict_words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QString text(std::string_view bytes)
{
    return printable(QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())));
}

Tone toneOf(spf::Outcome outcome)
{
    switch (outcome) {
    case spf::Outcome::Match:
        return Tone::Good;
    case spf::Outcome::Error:
        return Tone::Bad;
    case spf::Outcome::NotEvaluated:
        return Tone::Quiet;
    case spf::Outcome::NoMatch:
        break;
    }
    return Tone::Plain;
}

class TracePrinter
{
public:
    TracePrinter(Context& context, words::TraceScene scene) : m_context(context), m_scene(std::move(scene)) {}

    void printRecord(const spf::TraceNode& record, int depth)
    {
        const QString result = record.result ? u"  => "_s + words::word(*record.result) : QString();
        line(depth, toned(m_context, Tone::Strong, text(record.domain)) + result);
        printLookups(record, depth + 1);
        // A term that is to blame says so itself.
        if (!std::any_of(record.children.begin(), record.children.end(),
                         [](const spf::TraceNode& term) { return term.problem.has_value(); })) {
            printProblem(record, depth + 1);
        }
        for (const spf::TraceNode& term : record.children) {
            printTerm(term, record, depth + 1);
        }
    }

private:
    void printTerm(const spf::TraceNode& term, const spf::TraceNode& record, int depth)
    {
        QString words =
            text(term.text) + u"  "_s + toned(m_context, toneOf(term.outcome), words::name(term.outcome));
        if (term.ownLookups > 0) {
            words += u"  ["_s + words::countOfLimit(term.lookups, m_scene.limits.terms) + u']';
        }
        line(depth, words);
        if (const QString why = words::sentence(term, record, m_scene); !why.isEmpty()) {
            line(depth + 2, printable(why));
        }
        if (term.macro && term.macro->from != term.macro->to) {
            line(depth + 2, words::name(words::Label::Macro) + u"  "_s + text(term.macro->from) + u" -> "_s +
                                text(term.macro->to));
        }
        printLookups(term, depth + 2);
        printProblem(term, depth + 2);
        for (const spf::TraceNode& child : term.children) {
            child.kind == spf::NodeKind::Record ? printRecord(child, depth + 2)
                                                : printTerm(child, record, depth + 2);
        }
    }

    /// "TXT example.com  NOERROR  ttl 300  DNSSEC  192.0.2.53:53  12.1 ms", then the answers.
    void printLookups(const spf::TraceNode& node, int depth)
    {
        for (const spf::Lookup& lookup : node.dns) {
            const dns::Answer& answer = lookup.answer;
            QString words = text(dns::toString(lookup.question.type)) + u' ' +
                            text(dns::presentName(lookup.question.name)) + u"  "_s +
                            text(dns::rcodeWord(answer.status));
            if (answer.ttl) {
                words += u"  ttl %1"_s.arg(*answer.ttl);
            }
            if (answer.isAuthentic) {
                words += u"  DNSSEC"_s;
            }
            if (!answer.server.empty()) {
                words += u"  "_s + text(answer.server);
            }
            words += u"  %1 ms"_s.arg(std::chrono::duration<double, std::milli>(answer.elapsed).count(), 0,
                                      'f', 1);
            if (lookup.isVoid) {
                words += u"  void"_s;
            }
            line(depth, toned(m_context, Tone::Quiet, words));
            for (const std::string& alias : answer.aliases) {
                line(depth + 2, u"CNAME "_s + text(dns::presentName(alias)));
            }
            for (const dns::Record& record : answer.records) {
                line(depth + 2, text(record.toString()));
            }
        }
    }

    void printProblem(const spf::TraceNode& node, int depth)
    {
        const bool isSaid = node.kind == spf::NodeKind::Term && node.outcome == spf::Outcome::Error;
        if (node.problem && !isSaid) {
            line(depth, toned(m_context, Tone::Bad, printable(words::message(*node.problem))));
        }
    }

    void line(int depth, const QString& words) { printLine(m_context, QString(2 * depth, u' ') + words); }

    Context& m_context;
    words::TraceScene m_scene;
};

} // namespace

void printTrace(Context& context, const qtio::CheckOutcome& outcome)
{
    if (!outcome.report || !outcome.report->trace) {
        return;
    }
    const spf::TraceNode& root = *outcome.report->trace;
    printLine(context);
    printLine(context, words::name(words::Label::Trace));
    TracePrinter(context, {.client = outcome.request.clientAddress,
                           .limits = outcome.report->limits,
                           .decider = words::decidingTerm(root)})
        .printRecord(root, 1);
    for (const QString& note : words::notes(*outcome.report)) {
        printLine(context, u"  "_s + note);
    }
}

} // namespace cli
