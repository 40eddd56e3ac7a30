// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/fonts.h"

#include <QStringList>

#include <array>

namespace ui {

QFont fontOf(TextRole role)
{
    struct Size
    {
        int pixels;
        QFont::Weight weight;
    };

    static constexpr std::array<Size, 11> sizes{{
        {20, QFont::DemiBold},
        {22, QFont::Bold},
        {24, QFont::Bold},
        {18, QFont::DemiBold},
        {13, QFont::DemiBold},
        {13, QFont::Normal},
        {12, QFont::Medium},
        {12, QFont::Normal},
        {11, QFont::DemiBold},
        {11, QFont::Medium},
        {11, QFont::Normal},
    }};
    const Size size = sizes[static_cast<std::size_t>(role)];
    QFont font;
    // Latin and digits never change face between the languages; the JP family must be named or Han
    // characters may take their Chinese shapes.
    font.setFamilies({QStringLiteral("Inter"), QStringLiteral("Noto Sans"),
                      QStringLiteral("Noto Sans CJK JP"), QStringLiteral("DejaVu Sans")});
    font.setPixelSize(size.pixels);
    font.setWeight(size.weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QFont monoFont(int pixels, bool bold)
{
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans Mono"), QStringLiteral("Noto Sans Mono CJK JP"),
                      QStringLiteral("DejaVu Sans Mono")});
    font.setStyleHint(QFont::Monospace);
    font.setPixelSize(pixels);
    font.setWeight(bold ? QFont::Bold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace ui
