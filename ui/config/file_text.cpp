// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/file_text.h"

#include "core/base/ascii.h"

#include <QStringDecoder>
#include <QStringEncoder>

#include <algorithm>

namespace ui {

namespace {

const char* codecName(config::Encoding encoding)
{
    switch (encoding) {
    case config::Encoding::Ascii:
    case config::Encoding::Utf8:
        return "UTF-8";
    case config::Encoding::ShiftJis:
        return "windows-31j";
    case config::Encoding::EucJp:
        return "EUC-JP";
    case config::Encoding::Latin1:
        break;
    }
    return "ISO-8859-1";
}

bool isAscii(std::string_view bytes)
{
    return std::ranges::all_of(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Characters a text block cannot hold, or would give back as others.
bool breaksBlocks(QChar c)
{
    const char16_t code = c.unicode();
    return code == u'\r' || code == u'\n' || code == 0 || code == 0x2028 || code == 0x2029 ||
           code == 0xFDD0 || code == 0xFDD1;
}

} // namespace

QString encodingName(config::Encoding encoding)
{
    switch (encoding) {
    case config::Encoding::Ascii:
    case config::Encoding::Utf8:
        return QStringLiteral("UTF-8");
    case config::Encoding::ShiftJis:
        return QStringLiteral("Shift_JIS");
    case config::Encoding::EucJp:
        return QStringLiteral("EUC-JP");
    case config::Encoding::Latin1:
        break;
    }
    return QStringLiteral("ISO-8859-1");
}

QString decoded(std::string_view bytes, config::Encoding encoding)
{
    const QByteArrayView view(bytes.data(), static_cast<qsizetype>(bytes.size()));
    if (isAscii(bytes))
        return QString::fromLatin1(view);
    QStringDecoder decoder(codecName(encoding));
    return decoder.isValid() ? QString(decoder.decode(view)) : QString::fromLatin1(view);
}

std::optional<std::string> encoded(const QString& text, config::Encoding encoding)
{
    if (std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; }))
        return text.toStdString();
    QStringEncoder encoder(codecName(encoding));
    if (!encoder.isValid())
        return std::nullopt;
    const QByteArray bytes = encoder.encode(text);
    if (encoder.hasError())
        return std::nullopt;
    return bytes.toStdString();
}

QStringList unwritable(const QString& text, config::Encoding encoding)
{
    QStringList characters;
    for (const char32_t code : text.toUcs4()) {
        const QString character = QString::fromUcs4(&code, 1);
        if (!encoded(character, encoding))
            characters += character;
    }
    characters.removeDuplicates();
    return characters;
}

LineText lineText(std::string_view bytes, config::Encoding encoding)
{
    if (bytes.size() > longestLine)
        return {lineText(bytes.substr(0, longestLine), encoding).text + QStringLiteral(" …"), false};
    LineText line{decoded(bytes, encoding)};
    if (!isAscii(bytes))
        line.isExact = encoded(line.text, encoding) == std::string(bytes);
    for (QChar& c : line.text) {
        if (breaksBlocks(c)) {
            c = QChar(0xFFFD);
            line.isExact = false;
        }
    }
    return line;
}

int positionAt(std::string_view line, std::size_t offset, config::Encoding encoding)
{
    const std::string_view before = line.substr(0, std::min(offset, line.size()));
    return static_cast<int>(isAscii(before) ? before.size()
                                            : static_cast<std::size_t>(decoded(before, encoding).size()));
}

std::size_t offsetAt(std::string_view line, int position, config::Encoding encoding)
{
    const auto wanted = static_cast<std::size_t>(std::max(position, 0));
    if (isAscii(line))
        return std::min(wanted, line.size());
    const auto bytes = encoded(decoded(line, encoding).left(position), encoding);
    return std::min(bytes ? bytes->size() : wanted, line.size());
}

} // namespace ui
