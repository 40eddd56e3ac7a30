// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/badge.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/words/result_words.h"

#include <QFontMetrics>
#include <QPainter>

#include <utility>

namespace ui {

namespace {

constexpr int badgeHeight = 20;
constexpr int iconSide = 14;
constexpr int padding = 6;
constexpr int gap = 4;
constexpr int arrowWidth = 16;

int partWidth(const BadgeSpec::Part& part, const QFontMetrics& metrics)
{
    const int text = metrics.horizontalAdvance(part.text);
    return part.icon.isEmpty() ? text : iconSide + (part.text.isEmpty() ? 0 : gap + text);
}

} // namespace

BadgeSpec BadgeSpec::of(spf::Result result)
{
    return {{{iconName(result), words::word(result), result}}, result};
}

BadgeSpec BadgeSpec::of(policy::Action action)
{
    return {{{iconName(action), words::word(action), action}}, action};
}

BadgeSpec BadgeSpec::of(spf::Result result, policy::Action action)
{
    return {
        {{iconName(result), words::word(result), result}, {iconName(action), words::word(action), action}},
        action};
}

BadgeSpec BadgeSpec::of(const QString& text, Ink ink, const QString& icon)
{
    return {{{icon, text, ink}}, ink};
}

QString BadgeSpec::text() const
{
    QStringList texts;
    for (const Part& part : parts)
        texts += part.text;
    return texts.join(QStringLiteral(" > "));
}

QSize badgeSize(const BadgeSpec& spec)
{
    const QFontMetrics metrics(fontOf(TextRole::Label));
    int width = 2 * padding;
    for (const BadgeSpec::Part& part : spec.parts)
        width += partWidth(part, metrics);
    width += static_cast<int>(spec.parts.size() - 1) * arrowWidth;
    return {spec.parts.empty() ? 0 : width + 1, badgeHeight};
}

QRect paintBadge(QPainter& painter, const QRect& rect, const BadgeSpec& spec, const Tokens& tokens)
{
    const QSize size = badgeSize(spec);
    const QRect box(rect.left(), rect.top() + (rect.height() - badgeHeight) / 2,
                    std::min(size.width(), rect.width()), badgeHeight);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(spec.ground.tint(tokens));
    painter.drawRoundedRect(box, 5, 5);
    painter.setClipRect(box);
    painter.setFont(fontOf(TextRole::Label));
    const QFontMetrics metrics(painter.font());
    int x = box.left() + padding;
    for (std::size_t i = 0; i < spec.parts.size(); ++i) {
        const BadgeSpec::Part& part = spec.parts[i];
        if (i > 0) {
            paintIcon(painter, QStringLiteral("chevron-right"), tokens.secondaryText,
                      QRectF(x + 3, box.center().y() - 4.5, 10, 10));
            x += arrowWidth;
        }
        int textX = x;
        if (!part.icon.isEmpty()) {
            paintIcon(painter, part.icon, part.ink.of(tokens), QRectF(x, box.top() + 3, iconSide, iconSide));
            textX += iconSide + gap;
        }
        painter.setPen(part.ink.of(tokens));
        painter.drawText(QRect(textX, box.top(), box.right() - textX + 1, box.height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, part.text);
        x += partWidth(part, metrics);
    }
    painter.restore();
    return box;
}

Badge::Badge(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

Badge::Badge(BadgeSpec spec, QWidget* parent) : Badge(parent)
{
    setSpec(std::move(spec));
}

void Badge::setSpec(BadgeSpec spec)
{
    if (spec == m_spec)
        return;
    m_spec = std::move(spec);
    setAccessibleName(m_spec.text());
    updateGeometry();
    update();
}

void Badge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintBadge(painter, rect(), m_spec, tokensFor(*this));
}

CountBadge::CountBadge(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void CountBadge::setText(const QString& text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void CountBadge::setInk(Ink ink)
{
    m_ink = ink;
    update();
}

QSize CountBadge::sizeHint() const
{
    return countBadgeSize(m_text);
}

void CountBadge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintCountBadge(painter, rect(), m_text, m_ink, tokensFor(*this));
}

QSize countBadgeSize(const QString& text)
{
    const QFontMetrics metrics(fontOf(TextRole::Count));
    return {std::max(18, metrics.horizontalAdvance(text) + 11), 18};
}

void paintCountBadge(QPainter& painter, const QRect& rect, const QString& text, Ink ink, const Tokens& tokens)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink.tint(tokens));
    painter.drawRoundedRect(rect, 9, 9);
    painter.setFont(fontOf(TextRole::Count));
    painter.setPen(ink.of(tokens));
    painter.drawText(rect, Qt::AlignCenter, text);
    painter.restore();
}

void BadgeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    ground.icon = {};
    const QWidget* widget = option.widget;
    widget->style()->drawControl(QStyle::CE_ItemViewItem, &ground, painter, widget);
    const QVariant spec = index.data(SpecRole);
    if (!spec.canConvert<BadgeSpec>())
        return;
    const int left = index.column() == 0 ? 12 : 8;
    paintBadge(*painter, option.rect.adjusted(left, 0, -4, 0), spec.value<BadgeSpec>(), tokensFor(*widget));
}

QSize BadgeDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return badgeSize(index.data(SpecRole).value<BadgeSpec>()) + QSize(16, 8);
}

} // namespace ui
