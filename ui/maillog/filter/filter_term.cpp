// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/filter/filter_term.h"

#include <QHash>

namespace ui {

namespace {

constexpr qsizetype longestChip = 44; ///< letters

} // namespace

bool isNegated(const QString& term)
{
    return term.startsWith(QLatin1Char('-'));
}

QString iconOf(const QString& term)
{
    if (isNegated(term)) {
        return QStringLiteral("no-match");
    }
    static const QHash<QString, QString> icons{{QStringLiteral("ip"), QStringLiteral("network")},
                                               {QStringLiteral("host"), QStringLiteral("host")},
                                               {QStringLiteral("domain"), QStringLiteral("domain")},
                                               {QStringLiteral("helo"), QStringLiteral("domain")},
                                               {QStringLiteral("from"), QStringLiteral("mail")},
                                               {QStringLiteral("to"), QStringLiteral("mail")},
                                               {QStringLiteral("since"), QStringLiteral("calendar")},
                                               {QStringLiteral("until"), QStringLiteral("calendar")},
                                               {QStringLiteral("identity"), QStringLiteral("mail")}};
    return icons.value(term.section(QLatin1Char(':'), 0, 0).toLower(), QStringLiteral("filter"));
}

QString shortened(const QString& term)
{
    return term.size() <= longestChip
               ? term
               : term.left(longestChip / 2) + QChar(0x2026) + term.right(longestChip / 2 - 1);
}

} // namespace ui
