// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/batch_filter_bar.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/words/result_words.h"

#include <QBoxLayout>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace ui {

namespace {

constexpr int chipHeight = 26;
constexpr int iconSide = 14;
constexpr int padding = 8;
constexpr int gap = 5;

Ink inkOf(BatchKind kind)
{
    if (const auto result = resultOf(kind)) {
        return *result;
    }
    return kind == BatchKind::Skip ? Ink(policy::Action::Skip) : Ink(&Tokens::error);
}

QString iconOf(BatchKind kind)
{
    if (const auto result = resultOf(kind)) {
        return iconName(*result);
    }
    return kind == BatchKind::Skip ? iconName(policy::Action::Skip) : QStringLiteral("error");
}

QString nameOf(BatchKind kind)
{
    const auto result = resultOf(kind);
    const std::string_view word =
        result ? spf::word(*result) : std::string_view(kind == BatchKind::Skip ? "skip" : "unreadable");
    return QLatin1String(word.data(), static_cast<qsizetype>(word.size()));
}

} // namespace

CountChip::CountChip(QString icon, Ink ink, QWidget* parent)
    : QAbstractButton(parent), m_icon(std::move(icon)), m_ink(ink)
{
    setCheckable(true);
    setFont(fontOf(TextRole::Label));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void CountChip::setWord(const QString& word)
{
    m_word = word;
    refresh();
}

void CountChip::setCount(std::size_t count)
{
    m_count = QLocale().toString(static_cast<qulonglong>(count));
    refresh();
}

void CountChip::refresh()
{
    const QString name = QStringLiteral("%1: %2").arg(m_word, m_count);
    setAccessibleName(name);
    setToolTip(name);
    updateGeometry();
    update();
}

int CountChip::countWidth() const
{
    return (m_icon.isEmpty() ? 0 : iconSide + gap) + fontMetrics().horizontalAdvance(m_count);
}

int CountChip::wordWidth() const
{
    return fontMetrics().horizontalAdvance(m_word) + gap;
}

QSize CountChip::sizeHint() const
{
    return {2 * padding + wordWidth() + countWidth(), chipHeight};
}

QSize CountChip::minimumSizeHint() const
{
    return {2 * padding + countWidth(), chipHeight};
}

void CountChip::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = tokensFor(*this);
    const QColor ink = m_ink.of(tokens);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isChecked() ? ink : tokens.controlBorder, 1));
    painter.setBrush(isChecked() ? m_ink.tint(tokens) : underMouse() ? tokens.hover : tokens.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    int x = padding;
    if (!m_icon.isEmpty()) {
        paintIcon(painter, m_icon, ink, QRectF(x, (height() - iconSide) / 2.0, iconSide, iconSide));
        x += iconSide + gap;
    }
    const auto draw = [&](const QString& text, const QColor& colour) {
        painter.setPen(colour);
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::TextSingleLine, text);
    };
    if (width() >= sizeHint().width()) {
        draw(m_word, ink);
        x += wordWidth();
    }
    draw(m_count, tokens.text);
}

BatchFilterBar::BatchFilterBar(QWidget* parent) : QWidget(parent), m_all(new CountChip({}, &Tokens::accent))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    m_all->setObjectName(QStringLiteral("batch.filter.all"));
    connect(m_all, &QAbstractButton::clicked, this, [this] {
        clear();
        Q_EMIT changed();
    });
    row->addWidget(m_all);
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        const auto kind = static_cast<BatchKind>(i);
        CountChip* chip = m_chips[i] = new CountChip(iconOf(kind), inkOf(kind));
        chip->setObjectName(QStringLiteral("batch.filter.") + nameOf(kind));
        connect(chip, &QAbstractButton::clicked, this, [this] {
            refresh();
            Q_EMIT changed();
        });
        row->addWidget(chip);
    }
    row->addStretch(1);
    setCounts({}, 0);
    retranslate();
}

void BatchFilterBar::setCounts(const std::array<std::size_t, batchKindCount>& counts, std::size_t total)
{
    m_all->setCount(total);
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        m_chips[i]->setCount(counts[i]);
        m_chips[i]->setVisible(counts[i] > 0 || m_chips[i]->isChecked());
    }
    refresh();
}

void BatchFilterBar::clear()
{
    for (CountChip* chip : m_chips) {
        chip->setChecked(false);
    }
    refresh();
}

std::bitset<batchKindCount> BatchFilterBar::kinds() const
{
    std::bitset<batchKindCount> kinds;
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        kinds.set(i, m_chips[i]->isChecked());
    }
    return kinds;
}

void BatchFilterBar::refresh()
{
    m_all->setChecked(kinds().none());
}

void BatchFilterBar::retranslate()
{
    m_all->setWord(tr("All"));
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        const auto kind = static_cast<BatchKind>(i);
        const auto result = resultOf(kind);
        m_chips[i]->setWord(result                    ? words::word(*result)
                            : kind == BatchKind::Skip ? words::word(policy::Action::Skip)
                                                      : tr("cannot be read"));
    }
}

} // namespace ui
