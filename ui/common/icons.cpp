// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>

namespace ui {

namespace {

QByteArray drawing(const QString& name, const QColor& colour, qreal size)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", colour.name().toLatin1());
    if (size <= 16) // thin lines vanish in small sizes
        svg.replace("stroke-width=\"1.75\"", "stroke-width=\"2.05\"");
    return svg;
}

/// The drawing in one colour, kept by all it depends on.
QPixmap rendered(const QString& name, const QColor& colour, qreal size, qreal ratio)
{
    const QString key = QStringLiteral("spm-icon/%1/%2/%3/%4").arg(name, colour.name()).arg(size).arg(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    const int pixels = std::max(1, qRound(size * ratio));
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(drawing(name, colour, size));
    if (renderer.isValid()) {
        QPainter painter(&pixmap);
        renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    }
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class ThemedEngine final : public QIconEngine
{
public:
    ThemedEngine(QString name, Ink ink) : m_name(std::move(name)), m_ink(ink) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const int side = std::min(rect.width(), rect.height());
        const int left = rect.width() > rect.height() ? rect.left() : rect.left() + (rect.width() - side) / 2;
        const QRectF square(left, rect.top() + (rect.height() - side) / 2.0, side, side);
        paintIcon(*painter, m_name, colour(mode), square);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        QPixmap result(size);
        result.fill(Qt::transparent);
        result.setDevicePixelRatio(scale);
        QPainter painter(&result);
        paint(&painter, QRect(QPoint(0, 0), (QSizeF(size) / scale).toSize()), mode, state);
        return result;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new ThemedEngine(*this); }

    [[nodiscard]] QString key() const override { return QStringLiteral("spm-themed"); }

    QString iconName() override { return m_name; }

    bool isNull() override { return false; }

private:
    [[nodiscard]] QColor colour(QIcon::Mode mode) const
    {
        const Tokens& tokens = currentTokens();
        return mode == QIcon::Disabled ? tokens.disabled : m_ink.of(tokens);
    }

    QString m_name;
    Ink m_ink;
};

} // namespace

QIcon themedIcon(const QString& name, Ink ink)
{
    return QIcon(new ThemedEngine(name, ink));
}

QIcon appIcon()
{
    return QIcon(QStringLiteral(":/icons/app-icon.svg"));
}

void paintIcon(QPainter& painter, const QString& name, const QColor& colour, const QRectF& square)
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    painter.drawPixmap(square.topLeft(), rendered(name, colour, square.width(), ratio));
}

QString iconName(spf::Result result)
{
    const std::string_view word = spf::word(result);
    return QStringLiteral("result-") + QLatin1String(word.data(), static_cast<qsizetype>(word.size()));
}

QString iconName(policy::Action action)
{
    switch (action) {
    case policy::Action::Bypass:
        return QStringLiteral("action-bypass");
    case policy::Action::TempBlock:
        return QStringLiteral("action-tempblock");
    case policy::Action::Block:
        return QStringLiteral("action-block");
    case policy::Action::Skip:
        break;
    }
    return QStringLiteral("action-skip");
}

} // namespace ui
