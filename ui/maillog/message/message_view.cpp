// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/message/message_view.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/maillog/message/line_inks.h"
#include "ui/words/message_words.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>
#include <vector>

namespace ui {

namespace {

constexpr int edgeWidth = 3; ///< of the deciding line
constexpr int iconSide = 14;
constexpr int space = 6;

} // namespace

/// The painted column at the left; what it says is in MessageView.
class MessageGutter final : public QWidget
{
public:
    explicit MessageGutter(MessageView& view) : QWidget(&view), m_view(view) {}

protected:
    void paintEvent(QPaintEvent*) override { m_view.paintGutter(*this); }

private:
    MessageView& m_view;
};

MessageView::MessageView(QWidget* parent) : QPlainTextEdit(parent), m_gutter(new MessageGutter(*this))
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setProperty("kind", QStringLiteral("inset")); // the card has a border
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setWordWrapMode(QTextOption::WrapAnywhere);
    setFont(monoFont());
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int dy) {
        dy != 0 ? m_gutter->scroll(0, dy) : m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    retranslate();
}

void MessageView::setLines(QList<MessageLine> lines, const QString& state)
{
    if (lines != m_lines) {
        m_lines = std::move(lines);
        m_state = state;
        showLines();
    } else if (state != m_state) {
        m_state = state; // a selection stays when a wider search found the same
        showState();
    }
}

void MessageView::setWrapped(bool isWrapped)
{
    setLineWrapMode(isWrapped ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
    m_gutter->update();
}

std::optional<MessageLine> MessageView::currentLine() const
{
    const int line = textCursor().blockNumber();
    return line < m_lines.size() ? std::optional(m_lines[line]) : std::nullopt;
}

QString MessageView::gapBefore(qsizetype line) const
{
    const bool isTimed = line > 0 && m_lines[line].at && m_lines[line - 1].at;
    return isTimed ? words::timeGap(*m_lines[line].at - *m_lines[line - 1].at) : QString();
}

QString MessageView::eventWord(qsizetype line) const
{
    return words::message(m_lines[line].event);
}

namespace {

/// A line as it stands in the view, with its colours: as formats of its layout, which cost nothing to lay out
/// again, unlike formats of the text.
struct Written
{
    QString text;
    QList<QTextLayout::FormatRange> formats;

    void add(const QString& words, const QColor& colour, bool isBold = false)
    {
        QTextCharFormat format;
        format.setForeground(colour);
        format.setFontWeight(isBold ? QFont::DemiBold : QFont::Normal);
        formats.append({static_cast<int>(text.size()), static_cast<int>(words.size()), format});
        text += words;
    }
};

Written written(const MessageLine& line, qsizetype clockWidth, qsizetype programWidth, const Tokens& tokens)
{
    Written all;
    if (!line.program.isEmpty()) {
        all.add(line.clock.leftJustified(clockWidth) + QStringLiteral("  "), tokens.secondaryText);
        all.add(line.program.leftJustified(programWidth) + QStringLiteral("  "),
                programInk(line.program).of(tokens));
    }
    for (const InkedPiece& piece : inkedPieces(line.text)) {
        all.add(line.text.mid(piece.start, piece.length), piece.ink.of(tokens), piece.isBold);
    }
    // They would end a block.
    all.text.replace(QChar::ParagraphSeparator, QChar(0x2424));
    all.text.replace(QChar::LineSeparator, QChar(0x2424));
    return all;
}

} // namespace

/// Clock, program and text in their colours; the deciding line on the ground of warnings.
void MessageView::showLines()
{
    const Tokens& tokens = tokensFor(*this);
    qsizetype widestClock = 0;
    qsizetype widestProgram = 0;
    for (const MessageLine& line : std::as_const(m_lines)) {
        widestClock = std::max(widestClock, line.clock.size());
        widestProgram = std::max(widestProgram, line.program.size());
    }
    std::vector<Written> all;
    QStringList texts;
    for (const MessageLine& line : std::as_const(m_lines)) {
        all.push_back(written(line, widestClock, widestProgram, tokens));
        texts.append(all.back().text);
    }
    setPlainText(texts.join(QLatin1Char('\n')));
    QTextBlock own = document()->begin();
    QTextBlock block = document()->begin();
    for (qsizetype i = 0; i < m_lines.size(); ++i, block = block.next()) {
        block.layout()->setFormats(all[static_cast<std::size_t>(i)].formats);
        if (m_lines[i].isOwn) {
            own = block;
            QTextBlockFormat ground;
            ground.setBackground(tokens.warningTint);
            QTextCursor(block).setBlockFormat(ground);
        }
    }
    document()->markContentsDirty(0, document()->characterCount());
    showState();
    setTextCursor(QTextCursor(own));
    ensureCursorVisible();
    retranslate();
}

/// One block behind the lines, or none. Without lines it is all there is.
void MessageView::showState()
{
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    if (m_lines.isEmpty()) {
        cursor.select(QTextCursor::Document);
        cursor.removeSelectedText();
    } else if (document()->blockCount() > m_lines.size()) {
        cursor.movePosition(QTextCursor::StartOfBlock, QTextCursor::KeepAnchor);
        cursor.removeSelectedText();
        cursor.deletePreviousChar();
    }
    if (m_state.isEmpty()) {
        return;
    }
    if (!m_lines.isEmpty()) {
        cursor.insertBlock();
    }
    cursor.setBlockFormat({});
    QTextCharFormat format;
    format.setForeground(tokensFor(*this).secondaryText);
    format.setFont(fontOf(TextRole::Secondary));
    cursor.insertText(m_state, format);
}

void MessageView::retranslate()
{
    const QFontMetrics metrics(fontOf(TextRole::Label));
    const QFontMetrics gapMetrics(monoFont(11));
    m_wordWidth = 0;
    m_gapWidth = 0;
    QStringList events;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const QString word = eventWord(i);
        m_wordWidth = std::max(m_wordWidth, metrics.horizontalAdvance(word));
        if (const QString gap = gapBefore(i); !gap.isEmpty()) {
            m_gapWidth = std::max(m_gapWidth, space + gapMetrics.horizontalAdvance(gap));
        }
        if (!word.isEmpty() && (events.isEmpty() || events.last() != word)) {
            events.append(word);
        }
    }
    setAccessibleName(tr("Lines of the message"));
    setAccessibleDescription(events.join(QStringLiteral(", ")));
    layOutGutter();
}

void MessageView::layOutGutter()
{
    const int width =
        m_lines.isEmpty() ? 0 : edgeWidth + m_gapWidth + space + iconSide + space + m_wordWidth + 2 * space;
    setViewportMargins(width, 0, 0, 0);
    const QRect inside = contentsRect();
    m_gutter->setGeometry(inside.left(), inside.top(), width, viewport()->height());
    m_gutter->update();
}

void MessageView::paintGutter(QWidget& gutter)
{
    QPainter painter(&gutter);
    const Tokens& tokens = tokensFor(*this);
    painter.fillRect(gutter.rect(), tokens.surface);
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF box = blockBoundingGeometry(block).translated(contentOffset());
        if (box.top() > gutter.height()) {
            break;
        }
        if (block.blockNumber() < m_lines.size()) {
            paintMark(painter, QRectF(0, box.top(), gutter.width(), box.height()).toRect(),
                      block.blockNumber());
        }
    }
}

void MessageView::paintMark(QPainter& painter, const QRect& row, qsizetype line)
{
    const Tokens& tokens = tokensFor(*this);
    if (m_lines[line].isOwn) {
        painter.fillRect(row, tokens.warningTint);
        painter.fillRect(row.left(), row.top(), edgeWidth, row.height(), tokens.warning);
    }
    const int height = std::min(row.height(), fontMetrics().lineSpacing());
    painter.setFont(monoFont(11));
    painter.setPen(tokens.secondaryText);
    painter.drawText(QRect(edgeWidth, row.top(), m_gapWidth, height), Qt::AlignRight | Qt::AlignVCenter,
                     gapBefore(line));
    const EventLook look = lookOf(m_lines[line].event);
    if (look.icon.isEmpty()) {
        return;
    }
    const int left = edgeWidth + m_gapWidth + space;
    const QColor colour = look.ink.of(tokens);
    paintIcon(painter, look.icon, colour,
              QRectF(left, row.top() + (height - iconSide) / 2.0, iconSide, iconSide));
    painter.setFont(fontOf(TextRole::Label));
    painter.setPen(colour);
    painter.drawText(QRect(left + iconSide + space, row.top(), m_wordWidth + space, height),
                     Qt::AlignLeft | Qt::AlignVCenter, eventWord(line));
}

void MessageView::paintEvent(QPaintEvent* event)
{
    QPlainTextEdit::paintEvent(event);
    if (m_gutter->height() != viewport()->height()) {
        layOutGutter(); // a scroll bar came or went
    }
}

void MessageView::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    layOutGutter();
}

void MessageView::activate()
{
    if (const auto line = currentLine()) {
        Q_EMIT lineActivated(*line);
    }
}

void MessageView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        activate();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void MessageView::mouseDoubleClickEvent(QMouseEvent* event)
{
    QPlainTextEdit::mouseDoubleClickEvent(event);
    activate();
}

void MessageView::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange && m_gutter != nullptr) {
        showLines();
    }
}

} // namespace ui
