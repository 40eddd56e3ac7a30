// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/text_layout.h"

#include "ui/report/safe_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

bool isWide(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0x303e) || (c >= 0x3041 && c <= 0xa4cf) ||
           (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f) ||
           (c >= 0xff00 && c <= 0xff60) || (c >= 0xffe0 && c <= 0xffe6) || (c >= 0x20000 && c <= 0x3fffd);
}

constexpr int widestLeft = 30;

/// They reorder, hide or break what stands around them.
bool isMark(char16_t c)
{
    return c == 0x061c || (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) ||
           (c >= 0x2060 && c <= 0x2069) || c == 0xfeff;
}

} // namespace

int cellWidth(const QString& text)
{
    int width = 0;
    for (const char32_t c : text.toUcs4()) {
        width += isWide(c) ? 2 : 1;
    }
    return width;
}

QString padded(const QString& text, int width)
{
    return text + QString(std::max(0, width - cellWidth(text)), u' ');
}

QStringList twoColumns(const QList<QPair<QString, QString>>& rows)
{
    int width = 0;
    for (const auto& [left, right] : rows) {
        if (const int own = cellWidth(left); own <= widestLeft) {
            width = std::max(width, own);
        }
    }
    QStringList lines;
    for (const auto& [left, right] : rows) {
        if (cellWidth(left) > width) {
            lines.append(u"  "_s + left);
            lines.append(QString(width + 4, u' ') + right);
        } else {
            lines.append(u"  "_s + padded(left, width) + u"  "_s + right);
        }
    }
    return lines;
}

QString toned(const Context& context, Tone tone, const QString& text)
{
    if (!context.colour || tone == Tone::Plain) {
        return text;
    }
    const auto code = [tone] {
        switch (tone) {
        case Tone::Good:
            return u"32"_s;
        case Tone::Warning:
            return u"33"_s;
        case Tone::Bad:
            return u"31"_s;
        case Tone::Quiet:
            return u"2"_s;
        case Tone::Strong:
        case Tone::Plain:
            break;
        }
        return u"1"_s;
    }();
    return u"\x1b["_s + code + u'm' + text + u"\x1b[0m"_s;
}

QString printable(const QString& text)
{
    QString safe;
    for (const QChar c : text) {
        if (c.unicode() < 0x20 || (c.unicode() >= 0x7f && c.unicode() < 0xa0)) {
            safe += u"\\x%1"_s.arg(static_cast<int>(c.unicode()), 2, 16, QLatin1Char('0'));
        } else if (isMark(c.unicode())) {
            safe += u"\\u%1"_s.arg(static_cast<int>(c.unicode()), 4, 16, QLatin1Char('0'));
        } else {
            safe += c;
        }
    }
    return safe;
}

QString printableCell(const QString& text)
{
    return printable(report::withoutMiddle(text));
}

} // namespace cli
