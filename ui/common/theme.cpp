// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/style.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QTemporaryDir>

#include <algorithm>
#include <vector>

namespace ui {

namespace {

void writeImage(const QString& path, const QString& icon, const QColor& colour, int size)
{
    for (const int ratio : {1, 2}) {
        QPixmap pixmap(size * ratio, size * ratio);
        pixmap.fill(Qt::transparent);
        pixmap.setDevicePixelRatio(ratio);
        QPainter painter(&pixmap);
        paintIcon(painter, icon, colour, QRectF(0, 0, size, size));
        painter.end();
        pixmap.save(path + (ratio == 1 ? QStringLiteral(".png") : QStringLiteral("@2x.png")));
    }
}

void writeFlipped(const QString& path)
{
    for (const char* end : {".png", "@2x.png"}) {
        const QImage image(path + QStringLiteral("/down") + QLatin1String(end));
        image.mirrored(false, true).save(path + QStringLiteral("/up") + QLatin1String(end));
    }
}

} // namespace

QString code(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light:
        return QStringLiteral("light");
    case ThemeChoice::Dark:
        return QStringLiteral("dark");
    case ThemeChoice::System:
        break;
    }
    return QStringLiteral("system");
}

ThemeChoice themeChoiceFromCode(const QString& code)
{
    if (code == QLatin1String("light"))
        return ThemeChoice::Light;
    return code == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::System;
}

Theme::Theme(QApplication& application)
    : m_application(application),
      m_system(schemeOf(application.palette())),
      m_images(std::make_unique<QTemporaryDir>())
{
    m_application.setStyle(new Style);
    m_application.setFont(fontOf(TextRole::Body));
    apply();
}

Theme::~Theme() = default;

Scheme Theme::scheme() const
{
    if (m_choice == ThemeChoice::System)
        return m_system;
    return m_choice == ThemeChoice::Dark ? Scheme::Dark : Scheme::Light;
}

void Theme::setChoice(ThemeChoice choice)
{
    const Scheme before = scheme();
    m_choice = choice;
    if (scheme() != before)
        apply();
    Q_EMIT changed();
}

void Theme::toggle()
{
    setChoice(scheme() == Scheme::Dark ? ThemeChoice::Light : ThemeChoice::Dark);
}

void Theme::apply()
{
    const QString name = scheme() == Scheme::Dark ? QStringLiteral("dark") : QStringLiteral("light");
    m_application.setPalette(paletteFrom(tokens()));
    m_application.setStyleSheet(styleSheetFrom(tokens(), images(name)));
}

QString Theme::images(const QString& scheme) const
{
    const QString folder = m_images->filePath(scheme);
    if (QDir(folder).exists() || !QDir().mkpath(folder))
        return folder;
    const Tokens& colours = tokens();
    writeImage(folder + QStringLiteral("/up-down"), QStringLiteral("up-down"), colours.secondaryText, 13);
    writeImage(folder + QStringLiteral("/check"), QStringLiteral("check"), colours.onAccent, 15);
    writeImage(folder + QStringLiteral("/down"), QStringLiteral("chevron-down"), colours.secondaryText, 9);
    writeFlipped(folder);
    return folder;
}

QPalette paletteFrom(const Tokens& t)
{
    QPalette palette;
    const std::array<std::pair<QPalette::ColorRole, QColor>, 19> roles{{
        {QPalette::Window, t.window},
        {QPalette::WindowText, t.text},
        {QPalette::Base, t.surface},
        {QPalette::AlternateBase, t.zebra},
        {QPalette::Text, t.text},
        {QPalette::Button, t.surface},
        {QPalette::ButtonText, t.text},
        {QPalette::BrightText, t.onAccent},
        {QPalette::Highlight, t.selection},
        {QPalette::HighlightedText, t.text},
        {QPalette::ToolTipBase, t.raised},
        {QPalette::ToolTipText, t.text},
        {QPalette::PlaceholderText, t.secondaryText},
        {QPalette::Link, t.accent},
        {QPalette::LinkVisited, t.accent},
        {QPalette::Light, t.raised},
        {QPalette::Midlight, t.hover},
        {QPalette::Mid, t.border},
        {QPalette::Dark, t.controlBorder},
    }};
    for (const auto& [role, colour] : roles)
        palette.setColor(role, colour);
    palette.setColor(QPalette::Shadow, t.controlBorder);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.disabled);
    return palette;
}

QString styleSheetFrom(const Tokens& tokens, const QString& images)
{
    QFile file(QStringLiteral(":/theme/style.qss.in"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    sheet.replace(QStringLiteral("@images"), images);
    // Longest name first: @text must not eat the beginning of a longer name.
    std::vector<NamedToken> names(namedTokens().begin(), namedTokens().end());
    std::ranges::sort(names, std::greater{}, [](const NamedToken& token) { return qstrlen(token.first); });
    for (const auto& [name, member] : names)
        sheet.replace(QLatin1Char('@') + QLatin1String(name), (tokens.*member).name());
    return sheet;
}

} // namespace ui
