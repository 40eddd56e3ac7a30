// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/report/report_pdf_pages.h"

#include "ui/maillog/report/report_pdf_shapes.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>

#include <algorithm>

namespace ui {

namespace {

/// What stays whole: a row, a paragraph, the chart.
struct Piece
{
    double top = 0;
    double bottom = 0;
    bool isText = false;
    bool staysWithNext = false;
    double headTop = 0; ///< of its table
    double headBottom = 0;
};

class Cutter
{
public:
    Cutter(const QTextDocument& document, double pageHeight)
        : m_layout(*document.documentLayout()), m_height(pageHeight)
    {
        QTextFrame* root = document.rootFrame();
        for (auto at = root->begin(); at != root->end(); ++at) {
            if (auto* table = qobject_cast<QTextTable*>(at.currentFrame())) {
                if (!m_pieces.empty()) {
                    m_pieces.back().staysWithNext = m_pieces.back().isText; // a heading, a note
                }
                add(*table);
            } else if (at.currentBlock().length() > 1) { // empty ones stand around tables, anywhere
                add(at.currentBlock());
            }
        }
    }

    std::vector<PdfPage> pages()
    {
        for (std::size_t first = 0; first < m_pieces.size();) {
            std::size_t last = first;
            while (m_pieces[last].staysWithNext && last + 1 < m_pieces.size()) {
                ++last;
            }
            take(m_pieces[first], m_pieces[last].bottom);
            first = last + 1;
        }
        m_pages.push_back(m_page);
        return m_pages;
    }

private:
    void add(const QTextBlock& block)
    {
        const QRectF box = m_layout.blockBoundingRect(block);
        m_pieces.push_back({.top = box.top(),
                            .bottom = box.bottom(),
                            .isText = true,
                            .staysWithNext = block.blockFormat().headingLevel() > 0});
    }

    void add(QTextTable& table)
    {
        const double padding = dots(table.format().cellPadding() * pointsPerInch / 96);
        const bool hasHead = table.format().headerRowCount() > 0;
        const auto topOf = [&](int row) {
            const QTextBlock block = table.cellAt(row, 0).firstCursorPosition().block();
            return m_layout.blockBoundingRect(block).top() - padding;
        };
        const double end = m_layout.frameBoundingRect(&table).bottom();
        Piece piece;
        for (int row = 0; row < table.rows(); ++row) {
            piece.top = topOf(row);
            piece.bottom = row + 1 < table.rows() ? topOf(row + 1) : end;
            piece.staysWithNext = hasHead && row == 0;
            m_pieces.push_back(piece);
            if (piece.staysWithNext) {
                piece.headTop = piece.top;
                piece.headBottom = piece.bottom;
            }
        }
    }

    /// Pieces that stay together, up to `bottom`.
    void take(const Piece& first, double bottom)
    {
        if (bottom - m_page.top + m_page.headHeight() > m_height && first.top > m_page.top) {
            m_pages.push_back(m_page);
            m_page = {first.top, first.top, first.headTop, first.headBottom};
        }
        for (double room = m_height - m_page.headHeight(); bottom - m_page.top > room;) {
            m_page.bottom = m_page.top + room;
            m_pages.push_back(m_page);
            m_page.top = m_page.bottom;
        }
        m_page.bottom = bottom;
    }

    const QAbstractTextDocumentLayout& m_layout;
    double m_height;
    std::vector<Piece> m_pieces;
    std::vector<PdfPage> m_pages;
    PdfPage m_page;
};

} // namespace

std::vector<PdfPage> pagesOf(const QTextDocument& document, double pageHeight)
{
    return Cutter(document, pageHeight).pages();
}

} // namespace ui
