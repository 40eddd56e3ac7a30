// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/html_report.h"

#include "ui/report/safe_text.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace report {

namespace {

constexpr QSizeF chartSize(1000, 280);

QString escaped(const QString& text)
{
    return safeText(text).toHtmlEscaped();
}

QString escapedLines(const QString& text)
{
    QStringList lines;
    for (const QString& line : text.split(u'\n')) {
        lines.append(escaped(line));
    }
    return lines.join(u'\n');
}

QString resultName(spf::Result result)
{
    return safeText(spf::word(result));
}

QString px(double value)
{
    return QString::number(value, 'f', 2);
}

QString seriesColours(const char16_t* SeriesLook::* fill)
{
    QString rules;
    for (const SeriesLook& series : chartSeries) {
        rules += u"--%1:%2;"_s.arg(resultName(series.result), QStringView(series.*fill));
    }
    return rules;
}

QString style()
{
    const QString light =
        u"--ground:#fff;--text:#1A2030;--second:#545D6E;--line:#DCE0E7;--zebra:#F7F8FA;--bar:#3553CF;"_s +
        seriesColours(&SeriesLook::light);
    const QString dark =
        u"--ground:#1D2027;--text:#E7EAF0;--second:#A6AEBD;--line:#30353F;--zebra:#20232B;--bar:#8FA8FF;"_s +
        seriesColours(&SeriesLook::dark);
    return u":root{color-scheme:light dark;%1}\n@media screen and (prefers-color-scheme:dark){:root{%2}}\n"_s
               .arg(light, dark) +
           uR"(body{font:14px/1.55 system-ui,"Noto Sans","Noto Sans CJK JP","Hiragino Sans",Meiryo,sans-serif;margin:32px auto;max-width:1080px;padding:0 20px;color:var(--text);background:var(--ground)}
h1{font-size:24px;margin:0 0 16px}h2{font-size:16px;margin:36px 0 10px}.note{color:var(--second);font-size:13px;margin:0 0 8px}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:4px 20px;margin:0}dl.facts dt{color:var(--second)}dl.facts dd{margin:0;white-space:pre-line;overflow-wrap:anywhere}
ul.figures{display:flex;flex-wrap:wrap;gap:12px;list-style:none;margin:24px 0 0;padding:0}ul.figures li{border:1px solid var(--line);border-radius:8px;padding:10px 16px;min-width:110px}
ul.figures b{display:block;font-size:22px;line-height:1.3;font-variant-numeric:tabular-nums}ul.figures span{color:var(--second);font-size:13px}
table{border-collapse:collapse;width:100%;font-size:13px}th,td{text-align:left;vertical-align:top;padding:5px 10px;border-bottom:1px solid var(--line)}
th{color:var(--second);font-weight:600;white-space:nowrap}tbody tr:nth-child(even){background:var(--zebra)}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}.c{font-family:ui-monospace,"Noto Sans Mono",Consolas,monospace;font-size:12px;overflow-wrap:anywhere}.t{white-space:nowrap}
.share{white-space:nowrap;width:200px}.share span{display:inline-block;width:60px;text-align:right;font-variant-numeric:tabular-nums}.share i{display:inline-block;height:8px;margin-left:10px;background:var(--bar);border-radius:2px}
svg{display:block;width:100%;height:auto}svg text{font-size:12px;fill:var(--second)}svg.key{display:inline-block;width:12px;height:12px;margin-right:6px;vertical-align:-1px}
.mixed{font-size:12px;color:var(--second);white-space:pre-wrap;width:400px}svg.mix{display:inline-block;width:120px;height:8px;margin-right:10px}
.grid{stroke:var(--line)}.hatch{stroke:var(--ground);stroke-width:1.6;fill:none}.dot{fill:var(--ground)}
.legend{display:flex;flex-wrap:wrap;gap:4px 18px;list-style:none;margin:8px 0 0;padding:0 0 0 62px;font-size:13px}
details summary{cursor:pointer;color:var(--second);margin-top:10px}
@page{size:A4;margin:15mm}
@media print{body{margin:0;max-width:none;padding:0;font-size:10pt}thead{display:table-header-group}tr,svg,ul.figures li{break-inside:avoid}h2{break-after:avoid}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
)"_s;
}

QString hatchShape(Hatch hatch)
{
    switch (hatch) {
    case Hatch::Falling:
        return u"<path class=\"hatch\" d=\"M-2 0L6 8M-2 -8L14 8M2 -4L10 4\"/>"_s;
    case Hatch::Rising:
        return u"<path class=\"hatch\" d=\"M-2 8L6 0M-2 16L14 0M2 12L10 4\"/>"_s;
    case Hatch::Dots:
        return u"<circle class=\"dot\" cx=\"2\" cy=\"2\" r=\"1.1\"/><circle class=\"dot\" cx=\"6\" cy=\"6\" r=\"1.1\"/>"_s;
    case Hatch::Solid:
        break;
    }
    return {};
}

/// One pattern a series: its colour and what tells it from its neighbours without colour.
QString patterns()
{
    QString text = u"<svg width=\"0\" height=\"0\" style=\"position:absolute\" aria-hidden=\"true\"><defs>"_s;
    for (const SeriesLook& series : chartSeries) {
        text += u"<pattern id=\"p-%1\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
                "<rect width=\"8\" height=\"8\" style=\"fill:var(--%1)\"/>%2</pattern>"_s.arg(
                    resultName(series.result), hatchShape(series.hatch));
    }
    return text + u"</defs></svg>\n"_s;
}

QString key(const QString& result)
{
    return u"<svg class=\"key\" viewBox=\"0 0 12 12\" aria-hidden=\"true\"><rect width=\"12\" height=\"12\" rx=\"2\" fill=\"url(#p-%1)\"/></svg>"_s
        .arg(result);
}

QString chartHtml(const LogReport& report)
{
    const ChartShapes shapes = shapesOf(*report.chart, chartSize);
    QString text = u"<svg viewBox=\"0 0 %1 %2\" role=\"img\" aria-label=\"%3\">\n"_s.arg(
        px(chartSize.width()), px(chartSize.height()), escaped(report.chartTitle));
    for (const ChartShapes::Mark& mark : shapes.counts) {
        text +=
            u"<line class=\"grid\" x1=\"%1\" x2=\"%2\" y1=\"%3\" y2=\"%3\"/><text x=\"%4\" y=\"%5\" text-anchor=\"end\">%6</text>\n"_s
                .arg(px(shapes.plot.left()), px(shapes.plot.right()), px(mark.at), px(shapes.plot.left() - 8),
                     px(mark.at + 4), mark.text);
    }
    for (const ChartShapes::Bar& bar : shapes.bars) {
        text += u"<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" fill=\"url(#p-%5)\"/>\n"_s.arg(
            px(bar.rect.x()), px(bar.rect.y()), px(bar.rect.width()), px(bar.rect.height()),
            resultName(chartSeries[bar.series].result));
    }
    for (const ChartShapes::Mark& mark : shapes.times) {
        text += u"<text x=\"%1\" y=\"%2\">%3</text>\n"_s.arg(px(mark.at), px(shapes.plot.bottom() + 18),
                                                             mark.text);
    }
    text += u"</svg>\n<ul class=\"legend\">"_s;
    for (const SeriesLook& series : chartSeries) {
        const QString name = resultName(series.result);
        text += u"<li>%1%2</li>"_s.arg(key(name), name);
    }
    return text + u"</ul>\n"_s;
}

/// What the counts are of the whole, in the look of their series.
QString mixHtml(const maillog::ResultCounts& counts)
{
    constexpr double width = 120;
    const auto total = static_cast<double>(
        std::max<std::uint64_t>(1, std::accumulate(counts.begin(), counts.end(), std::uint64_t{0})));
    QString text = u"<svg class=\"mix\" viewBox=\"0 0 120 8\" aria-hidden=\"true\">"_s;
    double x = 0;
    for (const SeriesLook& series : chartSeries) {
        const auto count = static_cast<double>(counts[static_cast<std::size_t>(series.result)]);
        if (count > 0) {
            text += u"<rect x=\"%1\" width=\"%2\" height=\"8\" fill=\"url(#p-%3)\"/>"_s.arg(
                px(x), px(width * count / total), resultName(series.result));
            x += width * count / total;
        }
    }
    return text + u"</svg>"_s;
}

QString cellHtml(const Column& column, const QString& text, const maillog::ResultCounts& results)
{
    switch (column.kind) {
    case Column::Kind::Results:
        return u"<td class=\"mixed\">%1%2</td>"_s.arg(mixHtml(results), escaped(text));
    case Column::Kind::Code:
        return u"<td class=\"c\">%1</td>"_s.arg(escaped(text));
    case Column::Kind::Number:
        return u"<td class=\"n\">%1</td>"_s.arg(escaped(text));
    case Column::Kind::Share:
        return u"<td class=\"share\"><span>%1</span><i style=\"width:%2px\"></i></td>"_s.arg(
            escaped(text), QString::number(qRound(text.section(u' ', 0, 0).toDouble())));
    case Column::Kind::Result:
        return text.isEmpty() ? u"<td></td>"_s
                              : u"<td class=\"t\">%1%2</td>"_s.arg(key(escaped(text)), escaped(text));
    case Column::Kind::Text:
        break;
    }
    return u"<td>%1</td>"_s.arg(escaped(text));
}

QString tableHtml(const Table& table)
{
    QString text = u"<section><h2>%1</h2>\n"_s.arg(escaped(table.title));
    if (!table.note.isEmpty()) {
        text += u"<p class=\"note\">%1</p>\n"_s.arg(escaped(table.note));
    }
    text += u"<table><thead><tr>"_s;
    for (const Column& column : table.columns) {
        text += u"<th scope=\"col\"%1>%2</th>"_s.arg(
            column.kind == Column::Kind::Number ? u" class=\"n\""_s : QString(), escaped(column.head));
    }
    text += u"</tr></thead>\n<tbody>\n"_s;
    for (qsizetype number = 0; number < table.rows.size(); ++number) {
        const QStringList& row = table.rows[number];
        text += u"<tr>"_s;
        for (qsizetype i = 0; i < row.size(); ++i) {
            text += cellHtml(table.columns[i], row[i], table.results.value(number));
        }
        text += u"</tr>\n"_s;
    }
    return text + u"</tbody></table></section>\n"_s;
}

} // namespace

QByteArray html(const LogReport& report)
{
    QString text =
        u"<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"%1\">\n<head>\n"
        "<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width, "
        "initial-scale=1\"/>\n"
        "<meta name=\"generator\" content=\"SPF Policy Manager " SPM_VERSION "\"/>\n"
        "<title>%2</title>\n<style>\n%3</style>\n</head>\n<body>\n%4<h1>%2</h1>\n<dl class=\"facts\">\n"_s
            .arg(words::code(report.language), escaped(report.title), style(), patterns());
    for (const Fact& fact : report.facts) {
        text += u"<dt>%1</dt><dd>%2</dd>\n"_s.arg(escaped(fact.name), escapedLines(fact.value));
    }
    text += u"</dl>\n<ul class=\"figures\">"_s;
    for (const Fact& figure : report.figures) {
        text += u"<li><b>%1</b><span>%2</span></li>"_s.arg(escaped(figure.value), escaped(figure.name));
    }
    text += u"</ul>\n"_s;
    if (report.chart) {
        text += u"<section><h2>%1</h2>\n"_s.arg(escaped(report.chartTitle)) + chartHtml(report) +
                u"</section>\n"_s;
    }
    for (const Table& table : report.tables) {
        text += tableHtml(table);
    }
    text += u"<section><h2>%1</h2>\n<ul>\n"_s.arg(escaped(report.notesTitle));
    for (const QString& note : report.notes) {
        text += u"<li>%1</li>\n"_s.arg(escaped(note));
    }
    return (text + u"</ul></section>\n</body>\n</html>\n"_s).toUtf8();
}

} // namespace report
