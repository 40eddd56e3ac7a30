// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/timeline/timeline_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace ui {

namespace {

struct TimelineWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::TimelineWords)
};

bool isRepeated(std::int64_t time, const maillog::ZoneRules& clock)
{
    const std::int64_t utc = time / 1000;
    return clock.atWall(utc + clock.offsetAt(utc), maillog::ZoneRules::Pass::First).repeated;
}

/// Which of the two passes it is, where the wall clock alone does not say it.
QString passText(const TimeSpan& span, const maillog::ZoneRules& clock)
{
    const bool isLong = span.to - span.from >= 24 * 3'600'000;
    if (isLong || !(isRepeated(span.from, clock) || isRepeated(span.to - 1, clock))) {
        return {};
    }
    return QStringLiteral(" (UTC%1)").arg(wallTime(span.from, clock).toString(QStringLiteral("t")).mid(3));
}

/// The end as on a clock that has not been changed meanwhile: an hour ends at 3:00, not at 2:00.
QDateTime endOf(const TimeSpan& span, const maillog::ZoneRules& clock)
{
    return wallTime(span.to - 1, clock).addMSecs(1);
}

bool endsOnTheSameDay(const QDateTime& from, const QDateTime& to)
{
    return from.date() == to.date() || (to.time() == QTime(0, 0) && from.date().addDays(1) == to.date());
}

} // namespace

QDateTime wallTime(std::int64_t time, const maillog::ZoneRules& clock)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::OffsetFromUTC, clock.offsetAt(time / 1000));
}

QString spanText(const TimeSpan& span, const maillog::ZoneRules& clock)
{
    const QDateTime from = wallTime(span.from, clock);
    const QDateTime to = endOf(span, clock);
    return from.toString(QStringLiteral("yyyy-MM-dd H:mm")) + QStringLiteral("–") +
           to.toString(endsOnTheSameDay(from, to) ? QStringLiteral("H:mm") : QStringLiteral("MM-dd H:mm")) +
           passText(span, clock);
}

QString spanWords(const TimeSpan& span, const maillog::ZoneRules& clock)
{
    const QDateTime from = wallTime(span.from, clock);
    const QDateTime to = endOf(span, clock);
    const QLocale locale;
    const auto day = [&locale](const QDate& date) {
        return locale.toString(date, TimelineWords::tr("ddd MMM d", "date with the day of the week"));
    };
    const auto clockTime = [](const QDateTime& time) { return time.toString(QStringLiteral("H:mm")); };
    if (from.time() == QTime(0, 0) && to.time() == QTime(0, 0)) {
        const QDate last = to.date().addDays(-1);
        return last == from.date() ? day(last)
                                   : TimelineWords::tr("%1 – %2").arg(day(from.date()), day(last));
    }
    if (endsOnTheSameDay(from, to)) {
        return TimelineWords::tr("%1, %2–%3", "day, time, time")
                   .arg(day(from.date()), clockTime(from), clockTime(to)) +
               passText(span, clock);
    }
    return TimelineWords::tr("%1, %2 – %3, %4", "day, time, day, time")
        .arg(day(from.date()), clockTime(from), day(to.date()), clockTime(to));
}

QString dayText(const QDate& date)
{
    return QLocale().toString(date, TimelineWords::tr("MMM d", "date without the year"));
}

QString noLineText()
{
    return TimelineWords::tr("No line in the log");
}

QString lengthText(maillog::BucketLength length)
{
    switch (length.unit) {
    case maillog::BucketLength::Unit::Minute:
        return length.count % 60 == 0 ? TimelineWords::tr("%1 h").arg(length.count / 60)
                                      : TimelineWords::tr("%1 min").arg(length.count);
    case maillog::BucketLength::Unit::Day:
        return length.count % 7 == 0 ? TimelineWords::tr("%n week(s)", nullptr, length.count / 7)
                                     : TimelineWords::tr("%1 d").arg(length.count);
    case maillog::BucketLength::Unit::Month:
        break;
    }
    return TimelineWords::tr("%n month(s)", nullptr, length.count);
}

} // namespace ui
