// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/report/report_pdf.h"

#include "ui/maillog/report/report_pdf_pages.h"
#include "ui/maillog/report/report_pdf_shapes.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include <algorithm>

namespace ui {

namespace {

constexpr double margin = 42; ///< points
constexpr double footHeight = 24;
constexpr qsizetype widestPlain = 6; ///< columns that find their widths themselves
const QColor textInk(0x1A, 0x20, 0x30);
const QColor zebraInk(0xF7, 0xF8, 0xFA);

/// Text documents scale their margins to the device themselves.
double pixels(double points)
{
    return points * 96 / pointsPerInch;
}

/// The report as a text document.
class Setter
{
public:
    Setter(QTextDocument& document, const report::LogReport& report) : m_report(report), m_cursor(&document)
    {
    }

    void set()
    {
        m_cursor.beginEditBlock(); // laid out once, when all of it is there
        paragraph(m_report.title, 18, true, 0);
        m_cursor.insertBlock();
        pairs(m_report.facts);
        figures();
        if (m_report.chart) {
            heading(m_report.chartTitle);
            m_cursor.insertBlock(QTextBlockFormat());
            QTextCharFormat chart;
            chart.setObjectType(chartObject);
            m_cursor.insertText(QString(QChar::ObjectReplacementCharacter), chart);
        }
        for (const report::Table& table : m_report.tables) {
            heading(table.title);
            if (!table.note.isEmpty()) {
                paragraph(table.note, 9, false, 2);
            }
            setTable(table);
        }
        heading(m_report.notesTitle);
        for (const QString& note : m_report.notes) {
            paragraph(QStringLiteral("・") + note, 9, false, 3);
        }
        m_cursor.endEditBlock();
    }

private:
    static QTextCharFormat letters(double points, bool isBold, const QColor& ink = textInk)
    {
        QTextCharFormat format;
        format.setFontPointSize(points);
        format.setFontWeight(isBold ? QFont::DemiBold : QFont::Normal);
        format.setForeground(ink);
        return format;
    }

    void paragraph(const QString& text, double points, bool isBold, double above)
    {
        QTextBlockFormat block;
        block.setTopMargin(pixels(above));
        m_cursor.insertBlock(block);
        m_cursor.insertText(text, letters(points, isBold));
    }

    void heading(const QString& text)
    {
        m_cursor.movePosition(QTextCursor::End);
        QTextBlockFormat block;
        block.setTopMargin(pixels(18));
        block.setBottomMargin(pixels(6));
        block.setHeadingLevel(2);
        m_cursor.insertBlock(block);
        m_cursor.insertText(text, letters(12, true));
    }

    static QTextLength percent(double share) { return QTextLength(QTextLength::PercentageLength, share); }

    QTextTableFormat plainTable() const
    {
        QTextTableFormat format;
        format.setBorder(0);
        format.setCellSpacing(0);
        format.setCellPadding(pixels(2.5));
        format.setWidth(percent(100));
        return format;
    }

    void pairs(const QList<report::Fact>& facts)
    {
        QTextTableFormat format = plainTable();
        format.setColumnWidthConstraints({percent(18), percent(82)});
        QTextTable* table = m_cursor.insertTable(static_cast<int>(facts.size()), 2, format);
        for (int row = 0; row < facts.size(); ++row) {
            table->cellAt(row, 0).firstCursorPosition().insertText(facts[row].name,
                                                                   letters(9, false, secondInk));
            table->cellAt(row, 1).firstCursorPosition().insertText(facts[row].value, letters(9, false));
        }
        m_cursor.movePosition(QTextCursor::End);
    }

    void figures()
    {
        const auto count = static_cast<int>(m_report.figures.size());
        QTextBlockFormat block;
        block.setTopMargin(pixels(8));
        m_cursor.insertBlock(block);
        QTextTable* table = m_cursor.insertTable(2, count, plainTable());
        for (int i = 0; i < count; ++i) {
            table->cellAt(0, i).firstCursorPosition().insertText(m_report.figures[i].value,
                                                                 letters(15, true));
            table->cellAt(1, i).firstCursorPosition().insertText(m_report.figures[i].name,
                                                                 letters(8, false, secondInk));
        }
        m_cursor.movePosition(QTextCursor::End);
    }

    static bool hasNames(const QList<report::Column>& columns)
    {
        return std::ranges::count(columns, report::Column::Kind::Code, &report::Column::kind) > 0;
    }

    /// Names need the room that times and words do not.
    static QList<QTextLength> wideForNames(const QList<report::Column>& columns)
    {
        const auto needOf = [](const report::Column& column) {
            return column.kind == report::Column::Kind::Code ? 3.4 : 2.2;
        };
        double all = 0;
        for (const report::Column& column : columns) {
            all += needOf(column);
        }
        QList<QTextLength> widths;
        for (const report::Column& column : columns) {
            widths.append(percent(100 * needOf(column) / all));
        }
        return widths;
    }

    void setTable(const report::Table& data)
    {
        QTextTableFormat format = plainTable();
        format.setHeaderRowCount(1);
        if (!data.results.isEmpty()) { // top lists stand under each other: name, count, share, results
            format.setColumnWidthConstraints({percent(26), percent(9), percent(9), percent(56)});
        } else if (data.columns.size() > widestPlain && hasNames(data.columns)) {
            format.setColumnWidthConstraints(wideForNames(data.columns));
        }
        const auto columns = static_cast<int>(data.columns.size());
        QTextTable* table = m_cursor.insertTable(static_cast<int>(data.rows.size()) + 1, columns, format);
        for (int column = 0; column < columns; ++column) {
            fill(table->cellAt(0, column), data.columns[column].head, data.columns[column], -1);
        }
        for (int row = 0; row < data.rows.size(); ++row) {
            for (int column = 0; column < columns; ++column) {
                fill(table->cellAt(row + 1, column), data.rows[row][column], data.columns[column], row);
                if (data.columns[column].kind == report::Column::Kind::Results) {
                    addMix(table->cellAt(row + 1, column).firstCursorPosition(), data.results[row]);
                }
            }
        }
        m_cursor.movePosition(QTextCursor::End);
    }

    /// `row` is -1 in the head.
    static void fill(QTextTableCell cell, const QString& text, const report::Column& column, int row)
    {
        QTextTableCellFormat ground;
        ground.setBottomBorder(pixels(0.5));
        ground.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        ground.setBottomBorderBrush(lineInk);
        if (row >= 0 && row % 2 == 1) {
            ground.setBackground(zebraInk);
        }
        cell.setFormat(ground);
        QTextCursor cursor = cell.firstCursorPosition();
        if (column.kind == report::Column::Kind::Number || column.kind == report::Column::Kind::Share) {
            QTextBlockFormat block;
            block.setAlignment(Qt::AlignRight);
            cursor.setBlockFormat(block);
        }
        if (row < 0) {
            cursor.insertText(text, letters(8, true, secondInk));
            return;
        }
        if (column.kind == report::Column::Kind::Result) {
            for (const report::SeriesLook& series : report::chartSeries) {
                const std::string_view word = spf::word(series.result);
                if (text == QLatin1String(word.data(), static_cast<qsizetype>(word.size()))) {
                    cursor.insertText(QStringLiteral("■\u00A0"), letters(8, false, colourOf(series)));
                }
            }
        }
        cursor.insertText(breakable(text), letters(8, false));
    }

    /// Before the words.
    static void addMix(QTextCursor cursor, const maillog::ResultCounts& counts)
    {
        QVariantList numbers;
        for (const std::uint64_t count : counts) {
            numbers.append(static_cast<double>(count));
        }
        QTextCharFormat mix = letters(8, false);
        mix.setObjectType(mixObject);
        mix.setProperty(mixProperty, numbers);
        cursor.insertText(QString(QChar::ObjectReplacementCharacter), mix);
        cursor.insertText(QStringLiteral("  "), letters(8, false));
    }

    /// A long name breaks behind its parts, or else anywhere, rather than push the other columns off the
    /// page.
    static QString breakable(const QString& text)
    {
        constexpr qsizetype longest = 12; // of a piece
        constexpr QChar zeroWidthSpace(0x200B);
        QString broken;
        qsizetype piece = 0;
        for (const QChar letter : text) {
            broken += letter;
            piece = letter.isSpace() ? 0 : piece + 1;
            const bool isPart = letter == QLatin1Char('@') || letter == QLatin1Char('.');
            if (!letter.isHighSurrogate() && ((isPart && piece > 2) || piece >= longest)) {
                broken += zeroWidthSpace;
                piece = 0;
            }
        }
        return broken;
    }

    const report::LogReport& m_report;
    QTextCursor m_cursor;
};

QFont baseFont(words::Language language)
{
    // Han letters are drawn as Japanese reads them.
    QFont font;
    font.setFamilies(language == words::Language::Japanese
                         ? QStringList{QStringLiteral("Noto Sans CJK JP"), QStringLiteral("IPAexGothic"),
                                       QStringLiteral("sans-serif")}
                         : QStringList{QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans"),
                                       QStringLiteral("Noto Sans CJK JP"), QStringLiteral("sans-serif")});
    font.setPointSizeF(9);
    return font;
}

/// What stands from `top` to `bottom` on the sheet, `at` on the page.
void paintStretch(QPainter& painter, QTextDocument& document, double top, double bottom, double at)
{
    if (bottom <= top) {
        return;
    }
    painter.save();
    painter.translate(0, at - top);
    const QRectF view(0, top, document.textWidth(), bottom - top);
    painter.setClipRect(view);
    document.drawContents(&painter, view);
    painter.restore();
}

void paintFoot(QPainter& painter, const report::LogReport& report, const QRectF& foot, int page, int pages)
{
    painter.setPen(QPen(lineInk, dots(0.5)));
    painter.drawLine(foot.topLeft(), foot.topRight());
    QFont font = baseFont(report.language);
    font.setPointSizeF(8);
    painter.setFont(font);
    painter.setPen(secondInk);
    const QString number = report.pageText.arg(page).arg(pages);
    painter.drawText(foot, Qt::AlignRight | Qt::AlignBottom, number);
    const double room = foot.width() - painter.fontMetrics().horizontalAdvance(number) - dots(20);
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignBottom,
                     painter.fontMetrics().elidedText(report.title, Qt::ElideRight, static_cast<int>(room)));
}

} // namespace

qtio::ExportEnd writePdf(QIODevice& device, const report::LogReport& report,
                         const std::function<bool(double)>& goOn)
{
    QPdfWriter writer(&device);
    writer.setResolution(resolution);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({margin, margin, margin, margin}, QPageLayout::Point);
    writer.setTitle(report.title);
    writer.setCreator(QStringLiteral("SPF Policy Manager"));
    const QSizeF page(writer.width(), writer.height());
    const QSizeF body(page.width(), page.height() - dots(footHeight));

    ChartObject chart(report, body.width() * pointsPerInch / resolution);
    MixObject mix;
    QTextDocument document;
    document.setDefaultFont(baseFont(report.language));
    document.setDocumentMargin(0);
    document.setUndoRedoEnabled(false);
    Setter(document, report).set();
    if (goOn && !goOn(0)) {
        return qtio::ExportEnd::Cancelled;
    }
    document.documentLayout()->setPaintDevice(&writer);
    document.documentLayout()->registerHandler(chartObject, &chart);
    document.documentLayout()->registerHandler(mixObject, &mix);
    document.setTextWidth(body.width());
    const std::vector<PdfPage> pages = pagesOf(document, body.height());

    QPainter painter;
    if (!painter.begin(&writer)) {
        return qtio::ExportEnd::Failed;
    }
    const auto count = static_cast<int>(pages.size());
    for (int number = 0; number < count; ++number) {
        if (goOn && !goOn(static_cast<double>(number) / count)) {
            return qtio::ExportEnd::Cancelled;
        }
        if (number > 0 && !writer.newPage()) {
            return qtio::ExportEnd::Failed;
        }
        const PdfPage& stretch = pages[static_cast<std::size_t>(number)];
        paintStretch(painter, document, stretch.headTop, stretch.headBottom, 0);
        paintStretch(painter, document, stretch.top, stretch.bottom, stretch.headHeight());
        paintFoot(painter, report, QRectF(0, body.height(), page.width(), dots(footHeight)), number + 1,
                  count);
    }
    return painter.end() ? qtio::ExportEnd::Done : qtio::ExportEnd::Failed;
}

} // namespace ui
