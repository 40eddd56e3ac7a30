// SPDX-License-Identifier: GPL-3.0-or-later
// A report over the checks of a filter as data: every text is chosen, HTML and PDF only set it. Pure, and
// fit for a thread: nothing is asked of the application.
#pragma once

#include "core/maillog/filter.h"
#include "core/maillog/statistics.h"
#include "ui/report/report_chart.h"
#include "ui/words/language.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <functional>
#include <optional>

namespace report {

/// What the report is to say.
struct LogReportRequest
{
    words::Language language = words::Language::English;
    QString title = {};    ///< empty: the usual one
    QStringList logs = {}; ///< files, as their reader knows them
    QString filterExpression = {};
    maillog::Filter filter = {};
    QDateTime made = {};
    int offsetMinutes = 0; ///< wall clock of the report, from UTC
    bool withTopLists = true;
    bool withRejected = true;
    bool withRecipients = false;  ///< a top list and a column of them
    bool recipientsMasked = true; ///< local parts are not shown
    std::size_t topCount = 20;
    std::size_t rejectedCount = 200; ///< the newest ones, the same in every form of the report
};

struct Column
{
    enum class Kind {
        Text,
        Code, ///< addresses, names: monospaced
        Number,
        Share,  ///< a number with a bar
        Result, ///< a word with the look of its series
        Results ///< counts of several, with a bar of the row's Table::results
    };
    QString head;
    Kind kind = Kind::Text;
};

struct Table
{
    QString title;
    QString note; ///< how much of it is shown; may be empty
    QList<Column> columns;
    QList<QStringList> rows;
    QList<maillog::ResultCounts> results = {}; ///< a row each; none without a column of that kind
};

struct Fact
{
    QString name;
    QString value;
};

struct LogReport
{
    words::Language language = words::Language::English;
    QString title;
    QList<Fact> facts;   ///< log, period, filter, ...
    QList<Fact> figures; ///< the large numbers
    QString chartTitle;
    std::optional<ReportChart> chart; ///< nothing without checks
    QList<Table> tables;
    QString notesTitle;
    QStringList notes;
    QString pageText; ///< "Page %1 of %2"
};

/// `goOn(percent)` false ends it, and nothing is given back.
[[nodiscard]] std::optional<LogReport> logReport(const maillog::Log& log, const maillog::RowSet& rows,
                                                 const LogReportRequest& request,
                                                 const std::function<bool(int)>& goOn = {});

} // namespace report
