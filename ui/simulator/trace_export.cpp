// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/trace_export.h"

#include "core/policy/log_line.h"
#include "core/qtio/json/json_report.h"
#include "ui/simulator/trace_model.h"
#include "ui/words/policy_words.h"
#include "ui/words/result_words.h"
#include "ui/words/verdict_words.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <utility>
#include <vector>

namespace ui {

namespace {

struct TraceExport
{
    Q_DECLARE_TR_FUNCTIONS(TraceExport)
};

struct ExportedRow
{
    int depth = 0;
    TraceRow row;
};

void collect(const TraceModel& model, const QModelIndex& parent, int depth, std::vector<ExportedRow>& rows)
{
    for (int i = 0; i < model.rowCount(parent); ++i) {
        const QModelIndex index = model.index(i, 0, parent);
        rows.push_back({depth, index.data(TraceModel::RowRole).value<TraceRow>()});
        collect(model, index, depth + 1, rows);
    }
}

std::vector<ExportedRow> rowsOf(const spf::Report& report, const std::string& client)
{
    TraceModel model;
    model.setReport(std::make_shared<const spf::Report>(report), client);
    std::vector<ExportedRow> rows;
    collect(model, {}, 0, rows);
    return rows;
}

using Facts = std::vector<std::pair<QString, QString>>;

Facts factsOf(const SimulationOutcome& outcome, const QString& command)
{
    const policy::Decision& decision = outcome.decision;
    const spf::Report* report = outcome.counted();
    Facts facts{
        {TraceExport::tr("Client IP"), words::shown(outcome.request.clientAddress)},
        {QStringLiteral("MAIL FROM"), QStringLiteral("<%1>").arg(words::shown(outcome.request.sender))},
        {QStringLiteral("HELO"), words::shown(outcome.request.heloName)},
        {TraceExport::tr("Result"), decision.result ? words::word(*decision.result) : QString()},
        {TraceExport::tr("Action"), words::word(decision.action)},
        {TraceExport::tr("Verdict"),
         report != nullptr && decision.result
             ? words::verdict(*report, decision.identity, outcome.request.clientAddress)
             : words::reason(decision)},
        {TraceExport::tr("Rule"), words::shown(decision.rule)},
        {TraceExport::tr("Reply"), words::shown(decision.postfixAction)},
        {TraceExport::tr("Header"), words::shown(decision.header)},
        {TraceExport::tr("Log"), words::shown(policy::logLine(decision, outcome.request))},
        {TraceExport::tr("Command"), command},
    };
    if (report != nullptr) {
        facts.insert(facts.begin() + 6, {TraceExport::tr("Explanation"), words::shown(report->explanation)});
    }
    std::erase_if(facts, [](const auto& fact) { return fact.second.isEmpty(); });
    return facts;
}

std::vector<std::pair<policy::Identity, const spf::Report*>> reportsOf(const SimulationOutcome& outcome)
{
    std::vector<std::pair<policy::Identity, const spf::Report*>> reports;
    for (const policy::Identity identity : {policy::Identity::MailFrom, policy::Identity::Helo}) {
        if (const auto& report = outcome.report(identity)) {
            reports.emplace_back(identity, &*report);
        }
    }
    return reports;
}

QString heading(policy::Identity identity, const spf::Report& report)
{
    return TraceExport::tr("%1: %2 → %3, %4 of %5 terms, %6 of %7 void look-ups, %8")
        .arg(words::name(identity), words::shown(report.domain), words::word(report.result))
        .arg(report.lookups)
        .arg(report.limits.terms)
        .arg(report.voidLookups)
        .arg(report.limits.voidLookups)
        .arg(words::milliseconds(report.elapsed));
}

QString htmlRow(const ExportedRow& exported)
{
    const TraceRow& row = exported.row;
    const auto cell = [](const QString& name, const QString& text) {
        return text.isEmpty()
                   ? QString()
                   : QStringLiteral("<span class=\"%1\">%2</span> ").arg(name, text.toHtmlEscaped());
    };
    return QStringLiteral(
               "<tr%1><td style=\"padding-left:%2em\">%3%4%5<br>%6</td><td>%7</td><td>%8</td></tr>\n")
        .arg(row.hasDecided ? QStringLiteral(" class=\"decided\"") : QString())
        .arg(exported.depth * 2 + 1)
        .arg(cell(QStringLiteral("term"), row.term), cell(QStringLiteral("macro"), row.macro),
             cell(QStringLiteral("why"), row.sentence), cell(QStringLiteral("dns"), row.evidence),
             row.counter, row.time);
}

constexpr auto style = R"(
body{font:14px/1.5 system-ui,"Noto Sans","Noto Sans CJK JP",sans-serif;margin:2em auto;max-width:70em;padding:0 1em;color:#1a2030;background:#fff}
h1{font-size:20px}h2{font-size:15px;margin-top:2em}
table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:4px 8px;border-bottom:1px solid #e6e9ee}
th{width:8em;font-weight:500;color:#545d6e}.term{font-family:monospace;font-weight:bold}.dns,.macro,.value{font-family:monospace}
.dns{font-size:12px;color:#545d6e}.macro{color:#2b5c93}tr.decided{background:#dce5fd}td+td{text-align:right;white-space:nowrap}
td.value{text-align:left;white-space:pre-wrap;overflow-wrap:anywhere}
)";

} // namespace

QString textReport(const SimulationOutcome& outcome, const QString& command)
{
    QString text;
    for (const auto& [name, value] : factsOf(outcome, command)) {
        text += QStringLiteral("%1: %2\n").arg(name, value);
    }
    for (const auto& [identity, report] : reportsOf(outcome)) {
        text += QStringLiteral("\n%1\n").arg(heading(identity, *report));
        for (const auto& [depth, row] : rowsOf(*report, outcome.request.clientAddress)) {
            const QString margin(depth * 4, QLatin1Char(' '));
            QStringList first{row.term, row.macro, row.sentence};
            first.removeAll(QString());
            text += margin + first.join(QStringLiteral("  "));
            text +=
                row.counter.isEmpty() ? QStringLiteral("\n") : QStringLiteral("  [%1]\n").arg(row.counter);
            if (!row.evidence.isEmpty()) {
                text += margin + QStringLiteral("  ") + row.evidence +
                        (row.time.isEmpty() ? QString() : QStringLiteral("  ") + row.time) +
                        QLatin1Char('\n');
            }
        }
        for (const QString& note : words::notes(*report)) {
            text += note + QLatin1Char('\n');
        }
    }
    return text;
}

QString htmlReport(const SimulationOutcome& outcome, const QString& command)
{
    const QString title = TraceExport::tr("SPF simulation: %1").arg(words::shown(outcome.decision.domain));
    QString html = QStringLiteral("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>%1</title>"
                                  "<style>%2</style></head><body>\n<h1>%1</h1>\n<table>\n")
                       .arg(title.toHtmlEscaped(), QLatin1String(style));
    for (const auto& [name, value] : factsOf(outcome, command)) {
        html += QStringLiteral("<tr><th>%1</th><td class=\"value\">%2</td></tr>\n")
                    .arg(name.toHtmlEscaped(), value.toHtmlEscaped());
    }
    html += QStringLiteral("</table>\n");
    for (const auto& [identity, report] : reportsOf(outcome)) {
        html += QStringLiteral("<h2>%1</h2>\n<table>\n").arg(heading(identity, *report).toHtmlEscaped());
        for (const ExportedRow& row : rowsOf(*report, outcome.request.clientAddress)) {
            html += htmlRow(row);
        }
        html += QStringLiteral("</table>\n");
        for (const QString& note : words::notes(*report)) {
            html += QStringLiteral("<p>%1</p>\n").arg(note.toHtmlEscaped());
        }
    }
    return html + QStringLiteral("</body></html>\n");
}

QByteArray jsonReport(const SimulationOutcome& outcome)
{
    return QJsonDocument(qtio::checkJson(outcome.request, outcome.decision, outcome.counted())).toJson();
}

} // namespace ui
