// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/log/log_name.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <limits>
#include <tuple>

namespace qtio {

namespace {

/// Greater is newer.
auto ageOf(const LogName& name)
{
    const int number = name.number ? -*name.number : 0;
    const int kind = !name.isRotated() ? 2 : name.date.isValid() ? 0 : 1;
    return std::tuple(kind, name.date, name.stamp, name.number ? number : std::numeric_limits<int>::min());
}

} // namespace

LogName LogName::of(const QString& path)
{
    static const QRegularExpression pattern(QStringLiteral(
        "^(?<base>.+?)"
        "(?:[-.](?<year>\\d{4})-?(?<month>\\d{2})-?(?<day>\\d{2})(?:[-.T_]?(?<time>\\d{2,10}))?"
        "|\\.(?<number>\\d{1,4}))?"
        "(?<packed>\\.(?:gz|bz2|xz|zst|Z|z))?$"));
    const QFileInfo file(path);
    LogName name;
    name.folder = file.path();
    const auto match = pattern.match(file.fileName());
    name.base = match.captured(QStringLiteral("base"));
    name.isPacked = !match.captured(QStringLiteral("packed")).isEmpty();
    const QString digits = match.captured(QStringLiteral("year")) + match.captured(QStringLiteral("month")) +
                           match.captured(QStringLiteral("day"));
    if (const QString number = match.captured(QStringLiteral("number")); !number.isEmpty()) {
        name.number = number.toInt();
    }
    if (!digits.isEmpty()) {
        name.date = QDate::fromString(digits, QStringLiteral("yyyyMMdd"));
        if (name.date.isValid()) {
            name.stamp = digits + match.captured(QStringLiteral("time"));
        } else {
            name.base = file.fileName();
        }
    }
    return name;
}

bool LogName::isOlderThan(const LogName& other) const
{
    return ageOf(*this) < ageOf(other);
}

} // namespace qtio
