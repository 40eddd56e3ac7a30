// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/trace_delegate.h"

#include "ui/common/badge.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/simulator/trace_model.h"

#include <QPainter>

#include <algorithm>

namespace ui {

namespace {

constexpr int iconSide = 16;
constexpr int iconLeft = 15; ///< from the left of the item, behind the fold arrow
constexpr int textLeft = 40;
constexpr int wordGap = 10;
constexpr int counterWidth = 36;

/// Paints elided text and gives back the x behind it.
int paintText(QPainter& painter, const QRect& rect, const QFont& font, const QColor& colour,
              const QString& text)
{
    if (text.isEmpty() || rect.width() <= 0) {
        return rect.left();
    }
    painter.setFont(font);
    painter.setPen(colour);
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, rect.width());
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    return rect.left() + metrics.horizontalAdvance(shown);
}

void paintTerm(QPainter& painter, const QRect& rect, const TraceRow& row, const Tokens& tokens)
{
    paintIcon(
        painter, row.icon, row.ink.of(tokens),
        QRectF(rect.left() + iconLeft, rect.top() + (rect.height() - iconSide) / 2.0, iconSide, iconSide));
    const QColor grey = tokens.secondaryText;
    const QRect upper(rect.left() + textLeft, rect.top() + 3, rect.width() - textLeft - 4, 18);
    const QRect lower = upper.translated(0, 17);
    int x = paintText(painter, upper, monoFont(13, !row.isGrey), row.isGrey ? grey : tokens.text, row.term);
    if (!row.macro.isEmpty()) {
        x = paintText(painter, upper.adjusted(x - upper.left() + wordGap, 0, 0, 0), monoFont(12), tokens.info,
                      row.macro);
    }
    const QRect beside = upper.adjusted(x - upper.left() + wordGap, 0, 0, 0);
    const QFont words = fontOf(TextRole::Secondary);
    const QColor ink = row.isGrey ? grey : row.sentenceInk.of(tokens);
    paintText(painter, row.isSentenceBelow ? lower : beside, words, ink, row.sentence);
    if (row.isSentenceBelow) {
        paintText(painter, beside, words, tokens.info, row.evidence);
    } else {
        paintText(painter, lower, monoFont(11), grey, row.evidence);
    }
}

void paintCounter(QPainter& painter, const QRect& rect, const TraceRow& row, const Tokens& tokens)
{
    if (row.counter.isEmpty()) {
        return;
    }
    const QRect badge(rect.right() - counterWidth - 8, rect.top() + (rect.height() - 20) / 2, counterWidth,
                      20);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.hover);
    painter.drawRoundedRect(badge, 5, 5);
    QFont font = fontOf(TextRole::Group);
    painter.setFont(font);
    painter.setPen(tokens.text);
    painter.drawText(badge, Qt::AlignCenter, row.counter);
    painter.setFont(fontOf(TextRole::Axis));
    painter.setPen(tokens.secondaryText);
    painter.drawText(QRect(rect.left(), badge.top(), badge.left() - rect.left() - 8, badge.height()),
                     Qt::AlignRight | Qt::AlignVCenter, row.cost);
}

} // namespace

void TraceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    const Tokens& tokens = option.widget != nullptr ? tokensFor(*option.widget) : currentTokens();
    const auto row = index.data(TraceModel::RowRole).value<TraceRow>();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    switch (index.column()) {
    case TraceModel::TermColumn:
        paintTerm(*painter, option.rect, row, tokens);
        break;
    case TraceModel::CountColumn:
        paintCounter(*painter, option.rect, row, tokens);
        break;
    default:
        painter->setFont(fontOf(TextRole::Secondary));
        painter->setPen(tokens.secondaryText);
        painter->drawText(option.rect.adjusted(0, 0, -14, 0), Qt::AlignRight | Qt::AlignVCenter, row.time);
        break;
    }
    painter->restore();
}

QSize TraceDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const auto row = index.data(TraceModel::RowRole).value<TraceRow>();
    const int upper = QFontMetrics(monoFont(13, true)).horizontalAdvance(row.term) +
                      QFontMetrics(fontOf(TextRole::Secondary)).horizontalAdvance(row.sentence);
    return {textLeft + upper + 2 * wordGap, rowHeight};
}

} // namespace ui
