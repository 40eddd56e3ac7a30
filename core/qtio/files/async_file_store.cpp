// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/files/async_file_store.h"

#include <QFileInfo>
#include <QUrl>

namespace qtio {

QString pathOfUrl(const QString& text)
{
    const QUrl url(text);
    const bool isHere = url.host().isEmpty() || url.host() == QLatin1String("localhost");
    return url.isLocalFile() && isHere ? url.path(QUrl::FullyDecoded) : text;
}

FilePlace FilePlace::fromText(const QString& given)
{
    const QString text = pathOfUrl(given);
    if (text.isEmpty()) {
        return {};
    }
    // A path of this computer that holds ":/" begins with "/" or ".", as scp asks for, too.
    const qsizetype colon = text.indexOf(QLatin1String(":/"));
    const bool isHost = colon > 0 && !text.left(colon).contains(QLatin1Char('/'));
    if (isHost) {
        return {text.left(colon), text.mid(colon + 1)};
    }
    return {{}, QFileInfo(text).absoluteFilePath()};
}

} // namespace qtio
