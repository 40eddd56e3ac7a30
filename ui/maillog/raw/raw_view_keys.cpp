// SPDX-License-Identifier: GPL-3.0-or-later
// The keyboard of RawView, and copying: what was never shown is read in a thread first.
#include "ui/maillog/raw/raw_view.h"

#include <QClipboard>
#include <QFuture>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QtConcurrentRun>

#include <algorithm>

namespace ui {

namespace {

/// The rows of a selection; `lines` are their lines, which are all of the log where there are none.
QString copied(const RawReader& reader, const std::optional<RawHits>& lines, const RawPlace& begin,
               const RawPlace& end)
{
    const quint64 rows = lines ? lines->size() : reader.count();
    QString text;
    std::shared_ptr<const RawBlock> block;
    std::optional<quint64> number; // of the block
    for (quint64 row = begin.row; row <= end.row && row < rows && text.size() < RawView::mostCopied; ++row) {
        const quint64 line = lines ? (*lines)[row] : row;
        if (number != RawReader::blockOf(line)) {
            number = RawReader::blockOf(line);
            block = reader.block(*number, false);
        }
        const QString whole = RawText(RawReader::lineOf(*block, line)).text();
        const qsizetype from = std::min(row == begin.row ? begin.index : 0, whole.size());
        const qsizetype to = std::min(row == end.row ? end.index : whole.size(), whole.size());
        text += (row == begin.row ? QString() : QStringLiteral("\n")) + whole.mid(from, to - from);
    }
    return text;
}

} // namespace

void RawView::copy()
{
    if (!m_lines || rowCount() == 0) {
        return;
    }
    auto [begin, end] = selection();
    if (begin == end) {
        begin.index = 0;
        end.index = endOfLine;
    }
    QtConcurrent::run([reader = m_lines->reader(), rows = m_rows, first = begin, last = end] {
        return copied(*reader, rows, first, last);
    }).then(this, [](const QString& text) { QGuiApplication::clipboard()->setText(text); });
}

bool RawView::moveByKey(const QKeyEvent& event)
{
    const bool extend = event.modifiers().testFlag(Qt::ShiftModifier);
    const bool isFar = event.modifiers().testFlag(Qt::ControlModifier);
    const quint64 last = rowCount() == 0 ? 0 : rowCount() - 1;
    const auto lengthOf = [this](quint64 row) {
        const auto shown = rowCount() > 0 ? shownOf(row) : nullptr;
        return shown ? shown->text.text().size() : rowCount() > 0 ? endOfLine : 0;
    };
    switch (event.key()) {
    case Qt::Key_Up:
        moveRows(-1, extend);
        return true;
    case Qt::Key_Down:
        moveRows(1, extend);
        return true;
    case Qt::Key_PageUp:
        moveRows(1 - visibleRows(), extend);
        return true;
    case Qt::Key_PageDown:
        moveRows(visibleRows() - 1, extend);
        return true;
    case Qt::Key_Home:
        moveTo({isFar ? 0 : m_cursor.row, 0}, extend);
        return true;
    case Qt::Key_End:
        moveTo({isFar ? last : m_cursor.row, isFar && !extend ? 0 : lengthOf(isFar ? last : m_cursor.row)},
               extend);
        return true;
    case Qt::Key_Left:
        moveTo({m_cursor.row, std::max<qsizetype>(0, std::min(m_cursor.index, lengthOf(m_cursor.row)) - 1)},
               extend);
        return true;
    case Qt::Key_Right:
        moveTo({m_cursor.row, std::min(lengthOf(m_cursor.row), m_cursor.index + 1)}, extend);
        return true;
    default:
        return false;
    }
}

bool RawView::commandByKey(const QKeyEvent& event)
{
    if (event.matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    if (event.matches(QKeySequence::SelectAll)) {
        selectAll();
        return true;
    }
    if ((event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) && rowCount() > 0) {
        Q_EMIT activated(currentLine());
        return true;
    }
    return false;
}

void RawView::keyPressEvent(QKeyEvent* event)
{
    if (!commandByKey(*event) && !moveByKey(*event)) {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace ui
