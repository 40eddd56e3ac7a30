// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/report_pdf.h"

#include "ui/report/report_chart.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextObjectInterface>
#include <QTextTable>

#include <cmath>

namespace ui {

namespace {

constexpr int resolution = 600; ///< dots an inch: what positions are rounded to
constexpr double pointsPerInch = 72;
constexpr double margin = 42; ///< points
constexpr double footHeight = 24;
constexpr double chartHeight = 150;
constexpr int chartObject = QTextFormat::UserObject + 1;
const QColor textInk(0x1A, 0x20, 0x30);
const QColor secondInk(0x54, 0x5D, 0x6E);
const QColor lineInk(0xDC, 0xE0, 0xE7);
const QColor zebraInk(0xF7, 0xF8, 0xFA);

double dots(double points)
{
    return points * resolution / pointsPerInch;
}

/// Text documents scale their margins to the device themselves.
double pixels(double points)
{
    return points * 96 / pointsPerInch;
}

QColor colourOf(const report::SeriesLook& series)
{
    return QColor(QString::fromUtf16(series.light));
}

/// White strokes over the colour, as the HTML report has them.
void paintHatch(QPainter& painter, const QRectF& rect, report::Hatch hatch)
{
    if (hatch == report::Hatch::Solid) {
        return;
    }
    constexpr double step = 5;
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    if (hatch == report::Hatch::Dots) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::white);
        for (double y = std::floor(rect.top() / step) * step; y < rect.bottom(); y += step) {
            const double shift = std::fmod(std::round(y / step), 2) == 0 ? 0 : step / 2;
            for (double x = std::floor(rect.left() / step) * step + shift; x < rect.right(); x += step) {
                painter.drawEllipse(QPointF(x, y), 0.7, 0.7);
            }
        }
    } else {
        painter.setPen(QPen(Qt::white, 1));
        const double run = hatch == report::Hatch::Falling ? rect.height() : -rect.height();
        for (double x = rect.left() - rect.height(); x < rect.right() + rect.height(); x += step) {
            painter.drawLine(QPointF(x, rect.top()), QPointF(x + run, rect.bottom()));
        }
    }
    painter.restore();
}

/// The chart as one large character of the text: drawn, not a picture.
class ChartObject final : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)
public:
    ChartObject(const report::LogReport& report, double width)
        : m_report(report), m_size(width, chartHeight + legendHeight)
    {
    }

    QSizeF intrinsicSize(QTextDocument*, int, const QTextFormat&) override
    {
        return {dots(m_size.width()), dots(m_size.height())};
    }

    void drawObject(QPainter* painter, const QRectF& rect, QTextDocument*, int, const QTextFormat&) override
    {
        painter->save();
        painter->translate(rect.topLeft());
        painter->scale(resolution / pointsPerInch, resolution / pointsPerInch);
        painter->setRenderHint(QPainter::Antialiasing);
        paint(*painter);
        painter->restore();
    }

private:
    static constexpr double legendHeight = 18;
    static constexpr double letters = 7.5; ///< points

    void paint(QPainter& painter) const
    {
        const report::ChartShapes shapes =
            report::shapesOf(*m_report.chart, {m_size.width(), m_size.height() - legendHeight});
        QFont font = painter.font();
        // The painter is scaled: one unit is a point.
        font.setPixelSize(static_cast<int>(std::ceil(letters)));
        painter.setFont(font);
        for (const auto& mark : shapes.counts) {
            painter.setPen(QPen(lineInk, 0.5));
            painter.drawLine(QPointF(shapes.plot.left(), mark.at), QPointF(shapes.plot.right(), mark.at));
            painter.setPen(secondInk);
            painter.drawText(QRectF(0, mark.at - 6, shapes.plot.left() - 6, 12),
                             Qt::AlignRight | Qt::AlignVCenter, mark.text);
        }
        for (const auto& bar : shapes.bars) {
            const report::SeriesLook& series = report::chartSeries[bar.series];
            painter.fillRect(bar.rect, colourOf(series));
            paintHatch(painter, bar.rect, series.hatch);
        }
        painter.setPen(secondInk);
        for (const auto& mark : shapes.times) {
            painter.drawText(QPointF(mark.at, shapes.plot.bottom() + 12), mark.text);
        }
        paintLegend(painter, shapes.plot.left());
    }

    void paintLegend(QPainter& painter, double left) const
    {
        const double top = m_size.height() - legendHeight + 6;
        for (const report::SeriesLook& series : report::chartSeries) {
            const std::string_view word = spf::word(series.result);
            const QString name = QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
            const QRectF key(left, top, 8, 8);
            painter.fillRect(key, colourOf(series));
            paintHatch(painter, key, series.hatch);
            painter.setPen(secondInk);
            painter.drawText(QPointF(left + 12, top + 7.5), name);
            left += 24 + painter.fontMetrics().horizontalAdvance(name);
        }
    }

    const report::LogReport& m_report;
    QSizeF m_size;
};

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
        block.setNonBreakableLines(true);
        m_cursor.insertBlock(block);
        m_cursor.insertText(text, letters(12, true));
    }

    QTextTableFormat plainTable() const
    {
        QTextTableFormat format;
        format.setBorder(0);
        format.setCellSpacing(0);
        format.setCellPadding(pixels(2.5));
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        return format;
    }

    void pairs(const QList<report::Fact>& facts)
    {
        QTextTableFormat format = plainTable();
        format.setColumnWidthConstraints(
            {QTextLength(QTextLength::PercentageLength, 18), QTextLength(QTextLength::PercentageLength, 82)});
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

    void setTable(const report::Table& data)
    {
        QTextTableFormat format = plainTable();
        format.setHeaderRowCount(1);
        const auto columns = static_cast<int>(data.columns.size());
        QTextTable* table = m_cursor.insertTable(static_cast<int>(data.rows.size()) + 1, columns, format);
        for (int column = 0; column < columns; ++column) {
            fill(table->cellAt(0, column), data.columns[column].head, data.columns[column], -1);
        }
        for (int row = 0; row < data.rows.size(); ++row) {
            for (int column = 0; column < columns; ++column) {
                fill(table->cellAt(row + 1, column), data.rows[row][column], data.columns[column], row);
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
                    cursor.insertText(QStringLiteral("■ "), letters(8, false, colourOf(series)));
                }
            }
        }
        cursor.insertText(breakable(text), letters(8, false));
    }

    /// A long name breaks anywhere rather than push the other columns off the page.
    static QString breakable(const QString& text)
    {
        constexpr qsizetype longest = 24;
        constexpr QChar zeroWidthSpace(0x200B);
        if (text.size() <= longest) {
            return text;
        }
        QString broken;
        for (qsizetype i = 0; i < text.size(); ++i) {
            broken += text[i];
            if (!text[i].isHighSurrogate() && i % 8 == 7) {
                broken += zeroWidthSpace;
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
    QTextDocument document;
    document.setDefaultFont(baseFont(report.language));
    document.setDocumentMargin(0);
    document.setUndoRedoEnabled(false);
    Setter(document, report).set();
    document.documentLayout()->setPaintDevice(&writer);
    document.documentLayout()->registerHandler(chartObject, &chart);
    document.setPageSize(body);
    const int pages = document.pageCount();

    QPainter painter;
    if (!painter.begin(&writer)) {
        return qtio::ExportEnd::Failed;
    }
    for (int number = 0; number < pages; ++number) {
        if (goOn && !goOn(static_cast<double>(number) / pages)) {
            return qtio::ExportEnd::Cancelled;
        }
        if (number > 0 && !writer.newPage()) {
            return qtio::ExportEnd::Failed;
        }
        painter.save();
        painter.translate(0, -number * body.height());
        const QRectF view(QPointF(0, number * body.height()), body);
        painter.setClipRect(view);
        document.drawContents(&painter, view);
        painter.restore();
        paintFoot(painter, report, QRectF(0, body.height(), page.width(), dots(footHeight)), number + 1,
                  pages);
    }
    return painter.end() ? qtio::ExportEnd::Done : qtio::ExportEnd::Failed;
}

} // namespace ui

#include "report_pdf.moc"
