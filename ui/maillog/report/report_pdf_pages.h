// SPDX-License-Identifier: GPL-3.0-or-later
// Where the pages of a report end: between rows, never within one, and never right behind a heading. The
// document is laid out as one long sheet; a page is a stretch of it.
#pragma once

#include <vector>

class QTextDocument;

namespace ui {

struct PdfPage
{
    double top = 0; ///< on the sheet
    double bottom = 0;
    double headTop = 0; ///< the table's head that is said again above it; empty for none
    double headBottom = 0;

    [[nodiscard]] double headHeight() const { return headBottom - headTop; }
};

/// `document` has no page height. What is higher than a page is cut.
[[nodiscard]] std::vector<PdfPage> pagesOf(const QTextDocument& document, double pageHeight);

} // namespace ui
