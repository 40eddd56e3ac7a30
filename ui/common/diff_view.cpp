// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/diff_view.h"

#include "ui/common/fonts.h"
#include "ui/common/tokens.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace ui {

namespace {

constexpr int lineHeight = 20;
constexpr int headHeight = 28;
constexpr int signWidth = 18;
constexpr int above = 6; ///< between head and first line

using Kind = DiffRow::Kind;

QString expanded(const QString& text)
{
    QString result = text;
    return result.replace(QLatin1Char('\t'), QStringLiteral("    "));
}

} // namespace

/// One side of one row.
struct DiffView::Painting
{
    QPainter& painter;
    const Tokens& tokens;
    int scroll;

    void gap(const QRect& box) const
    {
        painter.save();
        painter.setClipRect(box);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tokens.border, 1));
        for (int x = box.left() - box.height(); x < box.right() + box.height(); x += 6)
            painter.drawLine(QPointF(x, box.bottom() + 1), QPointF(x + box.height(), box.top()));
        painter.restore();
    }

    void number(const QRect& box, int value) const
    {
        painter.setFont(monoFont(11));
        painter.setPen(tokens.secondaryText);
        if (value > 0)
            painter.drawText(box.adjusted(0, 0, -8, 0), Qt::AlignRight | Qt::AlignVCenter,
                             QString::number(value));
    }

    void text(const QRect& box, const QString& raw, QChar sign, const QColor& ground, const QColor& word,
              const QList<DiffSpan>& words) const
    {
        if (ground.isValid())
            painter.fillRect(box, ground);
        painter.save();
        painter.setClipRect(box);
        painter.setFont(monoFont(12, true));
        painter.setPen(sign == u'+' ? tokens.good : tokens.error);
        if (sign != u' ')
            painter.drawText(QRect(box.left(), box.top(), signWidth, box.height()), Qt::AlignCenter,
                             sign == u'+' ? QStringLiteral("+") : QStringLiteral("\u2212"));
        painter.setClipRect(box.adjusted(signWidth, 0, 0, 0));
        painter.setFont(monoFont());
        const QFontMetricsF metrics(painter.font());
        const qreal left = box.left() + signWidth - scroll;
        painter.setRenderHint(QPainter::Antialiasing);
        for (const DiffSpan& span : words) {
            const qreal start = left + metrics.horizontalAdvance(expanded(raw.left(span.start)));
            const qreal width = metrics.horizontalAdvance(expanded(raw.mid(span.start, span.length)));
            painter.setPen(Qt::NoPen);
            painter.setBrush(word);
            painter.drawRoundedRect(QRectF(start - 1, box.top() + 2, width + 2, box.height() - 4), 3, 3);
        }
        painter.setPen(tokens.text);
        painter.drawText(QRectF(left, box.top(), 1e5, box.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         expanded(raw));
        painter.restore();
    }

    void before(const QRect& box, const DiffRow& row) const
    {
        const bool changed = row.kind == Kind::Removed || row.kind == Kind::Changed;
        text(box, row.oldText, changed ? u'-' : u' ', changed ? tokens.diffRemoved : QColor(),
             tokens.diffRemovedWord, row.oldWords);
    }

    void after(const QRect& box, const DiffRow& row) const
    {
        const bool changed = row.kind == Kind::Added || row.kind == Kind::Changed;
        text(box, row.newText, changed ? u'+' : u' ', changed ? tokens.diffAdded : QColor(),
             tokens.diffAddedWord, row.newWords);
    }
};

DiffView::DiffView(QWidget* parent) : QAbstractScrollArea(parent)
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("Differences"));
}

void DiffView::setTexts(const QString& before, const QString& after)
{
    m_before = before;
    m_after = after;
    rebuild();
}

void DiffView::setForm(Form form)
{
    m_form = form;
    layoutRows();
}

void DiffView::setHeads(const QString& before, const QString& after)
{
    m_beforeHead = before;
    m_afterHead = after;
    layoutRows();
}

void DiffView::setContextLines(int lines)
{
    m_context = lines;
    rebuild();
}

void DiffView::rebuild()
{
    m_diff = diffTexts(m_before, m_after, m_context);
    setAccessibleDescription(tr("%n line(s) added", nullptr, m_diff.added) + QStringLiteral(", ") +
                             tr("%n line(s) removed", nullptr, m_diff.removed));
    m_longest = 0;
    const QFontMetrics metrics(monoFont());
    for (const DiffRow& row : m_diff.rows)
        m_longest = std::max({m_longest, metrics.horizontalAdvance(expanded(row.oldText)),
                              metrics.horizontalAdvance(expanded(row.newText))});
    layoutRows();
}

int DiffView::gutter() const
{
    int most = 99;
    for (const DiffRow& row : m_diff.rows)
        most = std::max({most, row.oldNumber, row.newNumber});
    return QFontMetrics(monoFont(11)).horizontalAdvance(QString::number(most)) + 22;
}

int DiffView::contentHeight() const
{
    const int head = m_beforeHead.isEmpty() ? 0 : headHeight;
    return head + 2 * above + static_cast<int>(m_lines.size()) * lineHeight;
}

void DiffView::layoutRows()
{
    const int half = viewport()->width() / 2 - gutter() - signWidth - 8;
    m_unified = m_form == Form::Unified || (m_form == Form::ByWidth && m_longest > half);
    m_lines.clear();
    for (qsizetype i = 0; i < m_diff.rows.size();) {
        if (!m_unified || m_diff.rows[i].kind != Kind::Changed) {
            m_lines.append(m_diff.rows[i++]);
            continue;
        }
        qsizetype end = i; // a run of changed rows: first all that goes, then all that comes
        for (; end < m_diff.rows.size() && m_diff.rows[end].kind == Kind::Changed; ++end) {
            DiffRow row = m_diff.rows[end];
            row.kind = Kind::Removed;
            m_lines.append(row);
        }
        for (; i < end; ++i) {
            DiffRow row = m_diff.rows[i];
            row.kind = Kind::Added;
            m_lines.append(row);
        }
    }
    const int room = m_unified ? viewport()->width() - 2 * gutter() - signWidth - 8 : half;
    verticalScrollBar()->setRange(0, std::max(0, contentHeight() - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(lineHeight);
    horizontalScrollBar()->setRange(0, std::max(0, m_longest - room));
    horizontalScrollBar()->setPageStep(std::max(1, room));
    horizontalScrollBar()->setSingleStep(lineHeight);
    viewport()->update();
}

void DiffView::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = tokensFor(*this);
    QPainter painter(viewport());
    const Painting paint{painter, tokens, horizontalScrollBar()->value()};
    const int width = viewport()->width();
    const int height = viewport()->height();
    const int side = gutter();
    const int middle = width / 2;
    const int head = m_beforeHead.isEmpty() ? 0 : headHeight;
    painter.fillRect(viewport()->rect(), tokens.surface);
    painter.fillRect(0, head, m_unified ? 2 * side : side, height, tokens.sunken);
    if (!m_unified)
        painter.fillRect(middle, head, side, height, tokens.sunken);

    int y = head + above - verticalScrollBar()->value();
    for (const DiffRow& row : m_lines) {
        const QRect line(0, y, width, lineHeight);
        y += lineHeight;
        if (line.bottom() < head || line.top() > height)
            continue;
        if (row.kind == Kind::Folded) {
            painter.fillRect(line, tokens.infoTint);
            painter.setFont(monoFont());
            painter.setPen(tokens.secondaryText);
            painter.drawText(line.adjusted((m_unified ? 2 : 1) * side + signWidth, 0, 0, 0), Qt::AlignVCenter,
                             QStringLiteral("\u22ef ") + tr("%n unchanged line(s)", nullptr, row.folded));
            continue;
        }
        if (m_unified) {
            paint.number(QRect(0, line.top(), side, lineHeight), row.kind == Kind::Added ? 0 : row.oldNumber);
            paint.number(QRect(side, line.top(), side, lineHeight),
                         row.kind == Kind::Removed ? 0 : row.newNumber);
            const QRect text = line.adjusted(2 * side, 0, 0, 0);
            row.kind == Kind::Added ? paint.after(text, row) : paint.before(text, row);
            continue;
        }
        const QRect left(side, line.top(), middle - side, lineHeight);
        const QRect right(middle + side, line.top(), width - middle - side, lineHeight);
        paint.number(QRect(0, line.top(), side, lineHeight), row.oldNumber);
        paint.number(QRect(middle, line.top(), side, lineHeight), row.newNumber);
        row.kind == Kind::Added ? paint.gap(left) : paint.before(left, row);
        row.kind == Kind::Removed ? paint.gap(right) : paint.after(right, row);
    }
    if (!m_unified)
        painter.fillRect(middle, 0, 1, height, tokens.border);
    if (head > 0) {
        painter.fillRect(0, 0, width, head, tokens.sunken);
        painter.setFont(fontOf(TextRole::Label));
        painter.setPen(tokens.secondaryText);
        painter.drawText(QRect(side - 20, 0, middle - side, head), Qt::AlignVCenter, m_beforeHead);
        painter.drawText(QRect(m_unified ? middle : middle + side - 20, 0, middle, head), Qt::AlignVCenter,
                         m_afterHead);
        if (!m_unified)
            painter.fillRect(middle, 0, 1, head, tokens.border);
    }
    if (hasFocus()) {
        painter.setPen(QPen(tokens.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void DiffView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    layoutRows();
}

void DiffView::mousePressEvent(QMouseEvent* event)
{
    const int head = m_beforeHead.isEmpty() ? 0 : headHeight;
    const qsizetype at =
        (event->position().toPoint().y() - head - above + verticalScrollBar()->value()) / lineHeight;
    if (at >= 0 && at < m_lines.size() && m_lines[at].kind == Kind::Folded)
        setContextLines(-1); // shows the whole text
    QAbstractScrollArea::mousePressEvent(event);
}

void DiffView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Space)
        setContextLines(m_context < 0 ? 3 : -1);
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void DiffView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Differences"));
        rebuild();
    }
    QAbstractScrollArea::changeEvent(event);
}

} // namespace ui
