// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/check_text.h"

#include "ui/words/cli_words.h"
#include "ui/words/policy_words.h"
#include "ui/words/result_words.h"
#include "ui/words/spf_words.h"

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QString text(const std::string& bytes)
{
    return printable(QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())));
}

/// Labelled lines, the values in one column.
class Sheet
{
public:
    explicit Sheet(Context& context) : m_context(context) {}

    void add(words::Label label, const QString& value, Tone tone = Tone::Plain)
    {
        m_rows.append({words::name(label), value, tone});
    }

    /// Another line of the value before.
    void addMore(const QString& value) { m_rows.append({QString(), value, Tone::Plain}); }

    void addIfAny(words::Label label, const std::string& value)
    {
        if (!value.empty()) {
            add(label, text(value));
        }
    }

    void print()
    {
        int width = 0;
        for (const Row& row : m_rows) {
            width = std::max(width, cellWidth(row.label));
        }
        for (const Row& row : m_rows) {
            printLine(m_context, toned(m_context, Tone::Quiet, padded(row.label, width)) + u"  "_s +
                                     toned(m_context, row.tone, row.value));
        }
    }

private:
    struct Row
    {
        QString label;
        QString value;
        Tone tone;
    };

    Context& m_context;
    QList<Row> m_rows;
};

void addReport(Sheet& sheet, const spf::Report& report)
{
    sheet.add(words::Label::Verdict,
              u"%1 (%2)"_s.arg(words::word(report.result), words::meaning(report.result)),
              toneOf(report.result));
    sheet.addMore(words::explanation(report.result));
    if (report.problem) {
        sheet.add(words::Label::Problem, printable(words::message(*report.problem)));
    }
    sheet.addIfAny(words::Label::Explanation, report.explanation);
    if (!report.record.empty()) {
        sheet.add(words::Label::Record, text(report.record));
        sheet.add(words::Label::DecidedBy, printable(words::decidedBy(report)));
    }
    if (report.dnsQueries > 0) {
        sheet.add(words::Label::Lookups, words::countOfLimit(report.lookups, report.limits.terms));
        sheet.add(words::Label::VoidLookups,
                  words::countOfLimit(report.voidLookups, report.limits.voidLookups));
        sheet.add(words::Label::DnsQuestions, QString::number(report.dnsQueries));
        sheet.add(
            words::Label::Time,
            u"%1 ms"_s.arg(std::chrono::duration<double, std::milli>(report.elapsed).count(), 0, 'f', 1));
    }
}

} // namespace

Tone toneOf(spf::Result result)
{
    switch (result) {
    case spf::Result::Pass:
        return Tone::Good;
    case spf::Result::Fail:
    case spf::Result::PermError:
        return Tone::Bad;
    case spf::Result::SoftFail:
    case spf::Result::TempError:
        return Tone::Warning;
    case spf::Result::Neutral:
    case spf::Result::None:
        break;
    }
    return Tone::Strong;
}

Tone toneOf(policy::Action action)
{
    switch (action) {
    case policy::Action::Bypass:
        return Tone::Good;
    case policy::Action::TempBlock:
        return Tone::Warning;
    case policy::Action::Block:
        return Tone::Bad;
    case policy::Action::Skip:
        break;
    }
    return Tone::Strong;
}

void printCheck(Context& context, const qtio::CheckOutcome& outcome)
{
    const policy::Decision& decision = outcome.decision;
    Sheet sheet(context);
    sheet.add(words::Label::Client, text(outcome.request.clientAddress));
    sheet.add(words::Label::Identity, words::name(decision.identity));
    sheet.addIfAny(words::Label::Domain, decision.domain);
    if (outcome.report) {
        addReport(sheet, *outcome.report);
    }
    sheet.add(words::Label::Decision,
              u"%1 (%2)"_s.arg(words::word(decision.action), words::meaning(decision.action)),
              toneOf(decision.action));
    sheet.addMore(words::explanation(decision.action));
    sheet.add(words::Label::Rule, text(decision.rule));
    sheet.addMore(printable(words::reason(decision)));
    sheet.addIfAny(words::Label::Entry, decision.entry);
    sheet.add(words::Label::Reply, text(decision.postfixAction));
    sheet.addIfAny(words::Label::Header, decision.header);
    sheet.print();
}

} // namespace cli
