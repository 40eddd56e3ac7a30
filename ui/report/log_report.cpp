// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/log_report.h"

#include "ui/report/filter_text.h"
#include "ui/report/phrase.h"
#include "ui/report/safe_text.h"

#include <QLocale>

#include <algorithm>
#include <functional>
#include <map>
#include <queue>

using namespace Qt::StringLiterals;

namespace report {

namespace {

namespace say {
constexpr Phrase title{u"SPF check report", u"SPF 検査レポート"};
constexpr Phrase log{u"Mail log", u"メールログ"};
constexpr Phrase hosts{u"Hosts", u"ホスト"};
constexpr Phrase period{u"Period", u"期間"};
constexpr Phrase periodText{u"%1 to %2 (%3)", u"%1 〜 %2 (%3)"};
constexpr Phrase noPeriod{u"No check in it", u"該当する検査はありません"};
constexpr Phrase filter{u"Filter", u"絞り込み"};
constexpr Phrase noFilter{u"None: all checks", u"なし(すべての検査)"};
constexpr Phrase expression{u"As expression", u"絞り込みの式"};
constexpr Phrase made{u"Made", u"作成日時"};
constexpr Phrase andMore{u"%1 and %2 more", u"%1 ほか %2 件"};
constexpr Phrase checks{u"Checks", u"検査"};
constexpr Phrase rejected{u"Rejected", u"拒否"};
constexpr Phrase deferred{u"Deferred", u"一時拒否"};
constexpr Phrase skips{u"Skipped", u"検査の除外"};
constexpr Phrase domains{u"Sender domains", u"送信者ドメイン"};
constexpr Phrase clients{u"Client addresses", u"接続元IPアドレス"};
constexpr Phrase chart{u"Checks over time, by result", u"評価結果別の検査件数の推移"};
constexpr Phrase byResult{u"Results", u"評価結果"};
constexpr Phrase byAction{u"Actions", u"処理"};
constexpr Phrase result{u"Result", u"評価結果"};
constexpr Phrase meaning{u"Meaning", u"意味"};
constexpr Phrase action{u"Action", u"処理"};
constexpr Phrase count{u"Count", u"件数"};
constexpr Phrase share{u"Share", u"割合"};
constexpr Phrase time{u"Time", u"日時"};
constexpr Phrase total{u"Total", u"合計"};
constexpr Phrase timeTable{u"Counts over time", u"件数の推移"};
constexpr Phrase topDomains{u"Most frequent sender domains", u"送信者ドメインの上位"};
constexpr Phrase topClients{u"Most frequent client addresses", u"接続元IPアドレスの上位"};
constexpr Phrase topNetworks{u"Most frequent client networks (/24, /64)",
                             u"接続元ネットワークの上位(/24、/64)"};
constexpr Phrase topHelos{u"Most frequent HELO names", u"HELO 名の上位"};
constexpr Phrase topRecipients{u"Most frequent recipients", u"受信者の上位"};
constexpr Phrase name{u"Name", u"名前"};
constexpr Phrase address{u"Address", u"IP アドレス"};
constexpr Phrase network{u"Network", u"ネットワーク"};
constexpr Phrase rejectedMails{u"Mails rejected or deferred", u"拒否または一時拒否したメール"};
constexpr Phrase mostFrequent{u"The %1 most frequent", u"上位 %1 件"};
constexpr Phrase mostFrequentOf{u"The %1 most frequent of %2", u"%2 件のうち上位 %1 件"};
constexpr Phrase newestFirst{u"Newest first", u"新しい順"};
constexpr Phrase newestOf{u"The newest %1 of %2, newest first", u"%2 件のうち新しい %1 件(新しい順)"};
constexpr Phrase client{u"Client", u"接続元"};
constexpr Phrase sender{u"Sender", u"送信者"};
constexpr Phrase helo{u"HELO", u"HELO"};
constexpr Phrase recipient{u"Recipient", u"受信者"};
constexpr Phrase rule{u"Rule", u"ルール"};
constexpr Phrase notes{u"Notes on reading", u"読み方"};
constexpr Phrase noteChecks{
    u"Counts are checks, not log lines: several lines about one check count once, \"last message repeated\" "
    "counts as often as it says. Skipped checks have no result.",
    u"件数はログの行数ではなく検査の回数です。1 "
    u"回の検査が複数行に記録されていても 1 件と数え、「last message repeated」は"
    u"記された回数だけ数えます。除外された検査に評価結果はありません。"};
constexpr Phrase noteGuessed{
    u"%1 checks were read by best effort because their form of log line is not known for certain.",
    u"%1 件は、ログの形式が確定していないため推測で読み取りました。"};
constexpr Phrase noteUnreadable{u"In the whole log, %1 lines of an SPF program could not be read.",
                                u"ログ全体で、SPF プログラムの %1 行を読み取れませんでした。"};
constexpr Phrase noteForged{
    u"The sender of a mail that failed SPF may be forged: a domain in these lists need not have sent it.",
    u"SPF "
    u"に失敗したメールの送信者は詐称されている可能性があります。一覧のドメインが実際に送信したとは限"
    u"りません。"};
constexpr Phrase noteClock{u"Times stand on the clock of %1.", u"時刻は %1 で表しています。"};
constexpr Phrase noteMasked{u"The part of recipients before \"@\" is hidden.",
                            u"受信者の「@」より前は伏せてあります。"};
constexpr Phrase page{u"Page %1 of %2", u"%1 / %2 ページ"};
} // namespace say

/// By spf::Result: none, neutral, pass, ... as words::meaning() has it for the window.
Phrase meaningOf(spf::Result result)
{
    switch (result) {
    case spf::Result::None:
        return {u"no SPF record, or no domain to check", u"SPF レコードなし"};
    case spf::Result::Neutral:
        return {u"the domain says nothing about this client", u"ドメインは可否を明示していない"};
    case spf::Result::Pass:
        return {u"authorised", u"許可された送信元"};
    case spf::Result::Fail:
        return {u"not authorised", u"許可されていない送信元"};
    case spf::Result::SoftFail:
        return {u"probably not authorised", u"おそらく許可されていない送信元"};
    case spf::Result::TempError:
        return {u"DNS did not answer", u"DNS の一時的なエラー"};
    case spf::Result::PermError:
        break;
    }
    return {u"the SPF record is wrong", u"SPF レコードの誤り"};
}

class Maker
{
public:
    Maker(const maillog::Log& log, const maillog::RowSet& rows, const LogReportRequest& request)
        : m_log(log), m_rows(rows), m_request(request)
    {
    }

    std::optional<LogReport> made(const std::function<bool(int)>& goOn)
    {
        const auto stops = [&goOn](int percent) { return goOn && !goOn(percent); };
        if (stops(0)) {
            return std::nullopt;
        }
        m_summary = maillog::summarize(m_log, m_rows, 0); // the top lists come with their results
        m_range = maillog::timeRange(m_log, m_rows);
        m_report.language = m_request.language;
        m_report.title =
            m_request.title.trimmed().isEmpty() ? in(say::title) : safeText(m_request.title.trimmed());
        m_report.pageText = in(say::page);
        addFacts();
        addFigures();
        if (stops(25)) {
            return std::nullopt;
        }
        addChart();
        addResults();
        addActions();
        if (stops(40)) {
            return std::nullopt;
        }
        if (m_request.withTopLists) {
            addTop(say::topDomains, say::name, topEntries(maillog::TopField::Domain),
                   m_summary.distinctDomains);
            addTop(say::topClients, say::address, topEntries(maillog::TopField::Address),
                   m_summary.distinctAddresses);
            addTop(say::topNetworks, say::network, topEntries(maillog::TopField::Network));
            if (stops(60)) {
                return std::nullopt;
            }
            addTop(say::topHelos, say::name, topEntries(maillog::TopField::Helo));
            if (m_request.withRecipients) {
                addTop(say::topRecipients, say::name, recipients());
            }
        }
        if (stops(80)) {
            return std::nullopt;
        }
        if (m_request.withRejected) {
            addRejected();
        }
        addTimes();
        addNotes();
        return stops(100) ? std::nullopt : std::optional(std::move(m_report));
    }

private:
    [[nodiscard]] QString in(const Phrase& phrase) const { return phrase.in(m_request.language); }

    [[nodiscard]] static QString number(std::uint64_t value)
    {
        return QLocale(QLocale::English, QLocale::UnitedStates).toString(static_cast<qulonglong>(value));
    }

    [[nodiscard]] static QString share(std::uint64_t part, std::uint64_t whole)
    {
        const double percent =
            whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
        return QString::number(percent, 'f', 1) + u" %"_s;
    }

    [[nodiscard]] std::vector<maillog::TopEntry> topEntries(maillog::TopField field) const
    {
        return maillog::topEntries(m_log, m_rows, field, m_request.topCount);
    }

    [[nodiscard]] QString named(const QStringList& names) const
    {
        constexpr qsizetype shown = 5;
        QStringList safe = names.first(std::min(shown, names.size()));
        for (QString& name : safe) {
            name = safeName(name);
        }
        const QString text = safe.join(u", "_s);
        return names.size() <= shown
                   ? text
                   : in(say::andMore).arg(text, number(static_cast<std::uint64_t>(names.size() - shown)));
    }

    void addFacts()
    {
        if (!m_request.logs.isEmpty()) {
            m_report.facts.append({in(say::log), named(m_request.logs)});
        }
        QStringList hosts;
        for (const maillog::NamedCount& host :
             maillog::topList(m_log, m_rows, maillog::TopField::Host, m_request.topCount)) {
            hosts.append(QString::fromStdString(host.name));
        }
        if (!hosts.isEmpty()) {
            m_report.facts.append({in(say::hosts), named(hosts)});
        }
        m_report.facts.append(
            {in(say::period), m_range ? in(say::periodText)
                                            .arg(minuteText(m_range->first, m_request.offsetMinutes),
                                                 minuteText(m_range->last, m_request.offsetMinutes),
                                                 zoneText(m_request.offsetMinutes))
                                      : in(say::noPeriod)});
        const QStringList filter = filterText(m_request.filter, m_request.offsetMinutes, m_request.language);
        m_report.facts.append({in(say::filter), filter.isEmpty() ? in(say::noFilter) : filter.join(u"\n"_s)});
        if (!m_request.filterExpression.trimmed().isEmpty()) {
            m_report.facts.append({in(say::expression), safeText(m_request.filterExpression.trimmed())});
        }
        const QDateTime made = m_request.made.toOffsetFromUtc(m_request.offsetMinutes * 60);
        m_report.facts.append(
            {in(say::made), made.toString(u"yyyy-MM-dd HH:mm "_s) + zoneText(m_request.offsetMinutes)});
    }

    [[nodiscard]] std::uint64_t countOf(maillog::Action action) const
    {
        return m_summary.byAction[static_cast<std::size_t>(action)];
    }

    void addFigures()
    {
        m_report.figures = {{in(say::checks), number(m_summary.checks)},
                            {in(say::rejected), number(countOf(maillog::Action::Block))},
                            {in(say::deferred), number(countOf(maillog::Action::TempBlock))},
                            {in(say::skips), number(m_summary.skips)},
                            {in(say::domains), number(m_summary.distinctDomains)},
                            {in(say::clients), number(m_summary.distinctAddresses)}};
    }

    void addChart()
    {
        m_report.chartTitle = in(say::chart);
        if (!m_range || m_summary.checks == 0) {
            return;
        }
        if (auto histogram =
                maillog::histogram(m_log, m_rows, reportStep(*m_range), m_request.offsetMinutes, 1000)) {
            m_report.chart = ReportChart{std::move(*histogram), m_request.offsetMinutes};
        }
    }

    void addResults()
    {
        Table table{in(say::byResult),
                    {},
                    {{in(say::result), Column::Kind::Result},
                     {in(say::meaning), Column::Kind::Text},
                     {in(say::count), Column::Kind::Number},
                     {in(say::share), Column::Kind::Share}},
                    {}};
        for (const SeriesLook& series : chartSeries) { // as beside the chart
            const spf::Result result = series.result;
            const std::uint64_t count = m_summary.byResult[static_cast<std::size_t>(result)];
            table.rows.append({safeText(spf::word(result)), in(meaningOf(result)), number(count),
                               share(count, m_summary.checks)});
        }
        m_report.tables.append(std::move(table));
    }

    void addActions()
    {
        Table table{in(say::byAction),
                    {},
                    {{in(say::action), Column::Kind::Text},
                     {in(say::count), Column::Kind::Number},
                     {in(say::share), Column::Kind::Share}},
                    {}};
        for (const maillog::Action action : maillog::allActions) {
            table.rows.append({safeText(maillog::word(action)), number(countOf(action)),
                               share(countOf(action), m_summary.checks + m_summary.skips)});
        }
        m_report.tables.append(std::move(table));
    }

    void addTimes()
    {
        if (!m_report.chart) {
            return;
        }
        Table table{in(say::timeTable), {}, {{in(say::time), Column::Kind::Text}}, {}};
        for (const SeriesLook& series : chartSeries) {
            table.columns.append({safeText(spf::word(series.result)), Column::Kind::Number});
        }
        table.columns.append({in(say::total), Column::Kind::Number});
        const maillog::Histogram& histogram = m_report.chart->histogram;
        for (std::size_t i = 0; i < histogram.buckets.size(); ++i) {
            const auto time = histogram.start + static_cast<std::int64_t>(i) * histogram.step;
            QStringList row{minuteText(time, m_request.offsetMinutes)};
            std::uint64_t total = 0;
            for (const SeriesLook& series : chartSeries) {
                const auto count = histogram.buckets[i].byResult[static_cast<std::size_t>(series.result)];
                row.append(number(count));
                total += count;
            }
            row.append(number(total));
            table.rows.append(row);
        }
        m_report.tables.append(std::move(table));
    }

    /// `all`: how many names there are, where it is known.
    void addTop(const Phrase& title, const Phrase& name, const std::vector<maillog::TopEntry>& entries,
                std::uint64_t all = 0)
    {
        if (entries.empty()) {
            return;
        }
        Table table{in(title),
                    {},
                    {{in(name), Column::Kind::Code},
                     {in(say::count), Column::Kind::Number},
                     {in(say::share), Column::Kind::Share},
                     {in(say::byResult), Column::Kind::Results}},
                    {}};
        if (all > entries.size()) {
            table.note = in(say::mostFrequentOf).arg(number(entries.size()), number(all));
        } else if (all == 0 && entries.size() == m_request.topCount) {
            table.note = in(say::mostFrequent).arg(number(entries.size()));
        }
        for (const maillog::TopEntry& entry : entries) {
            table.rows.append({safeName(entry.name), number(entry.count),
                               share(entry.count, m_summary.checks), resultsText(entry.byResult)});
            table.results.append(entry.byResult);
        }
        m_report.tables.append(std::move(table));
    }

    /// "pass 1,234  fail 5", in the order of the chart.
    [[nodiscard]] static QString resultsText(const maillog::ResultCounts& counts)
    {
        QStringList parts;
        for (const SeriesLook& series : chartSeries) {
            if (const std::uint64_t count = counts[static_cast<std::size_t>(series.result)]; count > 0) {
                parts.append(safeText(spf::word(series.result)) + u' ' + number(count));
            }
        }
        return parts.join(u"  "_s);
    }

    /// Masked, what is left of them may be one.
    [[nodiscard]] std::vector<maillog::TopEntry> recipients() const
    {
        if (!m_request.recipientsMasked) {
            return topEntries(maillog::TopField::Recipient);
        }
        std::map<std::string, maillog::TopEntry> masked;
        for (const maillog::TopEntry& entry :
             maillog::topEntries(m_log, m_rows, maillog::TopField::Recipient, m_log.mailboxes().size())) {
            const std::string name = maskedMailbox(QString::fromStdString(entry.name)).toStdString();
            maillog::TopEntry& sum = masked[name];
            sum.name = name;
            sum.count += entry.count;
            std::ranges::transform(sum.byResult, entry.byResult, sum.byResult.begin(), std::plus());
        }
        std::vector<maillog::TopEntry> entries;
        for (auto& [name, entry] : masked) {
            entries.push_back(std::move(entry));
        }
        std::ranges::stable_sort(entries, std::ranges::greater(), &maillog::TopEntry::count);
        entries.resize(std::min(entries.size(), m_request.topCount));
        return entries;
    }

    struct Rejected
    {
        std::vector<maillog::Row> newest; ///< newest first
        std::uint64_t total = 0;
    };

    /// The newest ones: they are what somebody is asked about.
    [[nodiscard]] Rejected rejected() const
    {
        using Dated = std::pair<std::int64_t, maillog::Row>;
        const auto& columns = m_log.columns();
        std::priority_queue<Dated, std::vector<Dated>, std::greater<>> newest; // the oldest of them on top
        Rejected found;
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            const maillog::Row row = m_rows[i];
            if (columns.action[row] != maillog::Action::Block &&
                columns.action[row] != maillog::Action::TempBlock) {
                continue;
            }
            ++found.total;
            newest.emplace(columns.time[row], row);
            if (newest.size() > m_request.rejectedCount) {
                newest.pop();
            }
        }
        for (; !newest.empty(); newest.pop()) {
            found.newest.push_back(newest.top().second);
        }
        std::ranges::reverse(found.newest);
        return found;
    }

    void addRejected()
    {
        Table table{in(say::rejectedMails),
                    {},
                    {{in(say::time), Column::Kind::Text},
                     {in(say::result), Column::Kind::Result},
                     {in(say::action), Column::Kind::Text},
                     {in(say::client), Column::Kind::Code},
                     {in(say::sender), Column::Kind::Code},
                     {in(say::helo), Column::Kind::Code},
                     {in(say::rule), Column::Kind::Code}},
                    {}};
        if (m_request.withRecipients) {
            table.columns.insert(5, {in(say::recipient), Column::Kind::Code});
        }
        const Rejected found = rejected();
        if (found.total == 0) {
            return;
        }
        const auto& repeats = m_log.columns().repeat;
        const bool anyRepeats =
            std::ranges::any_of(found.newest, [&repeats](maillog::Row row) { return repeats[row] > 1; });
        if (anyRepeats) {
            table.columns.append({in(say::count), Column::Kind::Number});
        }
        for (const maillog::Row row : found.newest) {
            table.rows.append(rejectedRow(m_log[row]));
            if (anyRepeats) {
                table.rows.last().append(number(repeats[row]));
            }
        }
        table.note = found.total > m_request.rejectedCount
                         ? in(say::newestOf).arg(number(m_request.rejectedCount), number(found.total))
                         : in(say::newestFirst);
        m_report.tables.append(std::move(table));
    }

    [[nodiscard]] QStringList rejectedRow(const maillog::Check& check) const
    {
        const QDateTime time =
            QDateTime::fromMSecsSinceEpoch(check.time, Qt::OffsetFromUTC, m_request.offsetMinutes * 60);
        QStringList row{time.toString(u"yyyy-MM-dd HH:mm:ss"_s),
                        check.result ? safeText(spf::word(*check.result)) : QString(),
                        safeText(maillog::word(check.action)),
                        check.address ? QString::fromStdString(check.address->toString()) : QString(),
                        u'<' + safeName(check.sender) + u'>',
                        safeName(check.helo),
                        safeName(check.rule)};
        if (m_request.withRecipients) {
            const QString recipient = safeText(check.recipient);
            row.insert(5, safeName(m_request.recipientsMasked ? maskedMailbox(recipient) : recipient));
        }
        return row;
    }

    void addNotes()
    {
        m_report.notesTitle = in(say::notes);
        m_report.notes = {in(say::noteChecks), in(say::noteForged),
                          in(say::noteClock).arg(zoneText(m_request.offsetMinutes))};
        if (m_summary.guessed > 0) {
            m_report.notes.append(in(say::noteGuessed).arg(number(m_summary.guessed)));
        }
        if (m_summary.lines.unreadable > 0) {
            m_report.notes.append(in(say::noteUnreadable).arg(number(m_summary.lines.unreadable)));
        }
        if (m_request.withRecipients && m_request.recipientsMasked) {
            m_report.notes.append(in(say::noteMasked));
        }
    }

    const maillog::Log& m_log;
    const maillog::RowSet& m_rows;
    const LogReportRequest& m_request;
    maillog::Summary m_summary;
    std::optional<maillog::TimeRange> m_range;
    LogReport m_report;
};

} // namespace

std::optional<LogReport> logReport(const maillog::Log& log, const maillog::RowSet& rows,
                                   const LogReportRequest& request, const std::function<bool(int)>& goOn)
{
    return Maker(log, rows, request).made(goOn);
}

} // namespace report
