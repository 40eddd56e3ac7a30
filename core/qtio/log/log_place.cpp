// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/log/log_place.h"

#include "core/qtio/files/async_file_store.h"

#include <QFileInfo>

namespace qtio {

LogPlace LogPlace::fromText(const QString& given)
{
    const QString journal = QStringLiteral("journal");
    if (given.isEmpty() || QFileInfo::exists(given)) {
        return {Kind::File, {}, given};
    }
    const QString text = pathOfUrl(given);
    if (text == journal + QLatin1Char(':')) {
        return {Kind::Journal, {}, {}};
    }
    const QString ending = QLatin1Char(':') + journal;
    if (text.size() > ending.size() && text.endsWith(ending) && !text.contains(QLatin1Char('/'))) {
        return {Kind::RemoteJournal, text.chopped(ending.size()), {}};
    }
    const FilePlace place = FilePlace::fromText(text);
    return place.isRemote() ? LogPlace{Kind::RemoteFile, place.host, place.path}
                            : LogPlace{Kind::File, {}, text};
}

QString LogPlace::text() const
{
    switch (kind) {
    case Kind::Journal:
        return QStringLiteral("journal:");
    case Kind::RemoteJournal:
        return host + QStringLiteral(":journal");
    case Kind::RemoteFile:
        return host + QLatin1Char(':') + path;
    case Kind::File:
        break;
    }
    return path;
}

} // namespace qtio
