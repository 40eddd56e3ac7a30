// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/log_view.h"

#include <algorithm>
#include <atomic>
#include <mutex>

namespace ui {

namespace {

constexpr std::size_t topCount = 50;
constexpr std::int64_t runningTime = 60 * 60'000; ///< what a log that is followed shows

QByteArray bytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// The axis is that of all the log: it does not jump while a filter is typed.
void addChart(LogView& view)
{
    const LogQuery& query = view.query;
    const maillog::Log& log = *view.logs->logs.log;
    view.range = maillog::timeRange(log, maillog::RowSet::all(log));
    if (!view.range) {
        return;
    }
    maillog::BucketRequest request;
    request.length = query.chart.length;
    request.axis = view.range;
    request.clock = maillog::clockOf(log, query.zone);
    if (query.chart.axis) {
        request.axis = {query.chart.axis->from, query.chart.axis->to - 1};
    } else if (query.chart.isRunning) {
        request.axis->first = view.range->last - runningTime;
        request.length = maillog::BucketLength();
    }
    view.histogram = maillog::timeBuckets(log, maillog::RowSet(view.matches), request);
}

void countAll(LogView& view)
{
    const maillog::Columns& columns = view.logs->logs.log->columns();
    for (std::size_t piece = 0; piece < columns.repeat.pieceCount(); ++piece) {
        const auto repeats = columns.repeat.piece(piece);
        const auto guessed = columns.guessed.piece(piece);
        const auto results = columns.result.piece(piece);
        for (std::size_t i = 0; i < repeats.size(); ++i) {
            view.total += repeats[i];
            view.allChecks += results[i] != maillog::noResult ? repeats[i] : 0;
            view.guessed += guessed[i] != 0 ? repeats[i] : 0;
        }
    }
    for (const std::uint32_t row : view.rows) {
        view.matching += columns.repeat[row];
        if (columns.result[row] != maillog::noResult) {
            view.checks += columns.repeat[row];
        } else if (columns.action[row] == maillog::Action::Skip) {
            view.skips += columns.repeat[row];
        }
    }
}

/// Rows that the filter lets through; what is known of an earlier snapshot is not asked again.
std::vector<std::uint32_t> matchesOf(const OpenLogs& logs, const maillog::Filter& filter, maillog::Row begin,
                                     const LogView* before, const std::function<bool()>& cancelled)
{
    std::vector<std::uint32_t> added = filter.rows(*logs.logs.log, logs.logs.blockSource(), begin, cancelled);
    if (begin == 0 || before == nullptr) {
        return added;
    }
    const auto& known = before->matches;
    std::vector<std::uint32_t> all(known.begin(), std::lower_bound(known.begin(), known.end(), begin));
    all.insert(all.end(), added.begin(), added.end());
    return all;
}

/// The session's own, where it has one.
std::shared_ptr<const maillog::TimeOrder> orderOf(const OpenLogs& logs, maillog::Row begin,
                                                  const LogView* before)
{
    if (logs.logs.order) {
        return logs.logs.order;
    }
    auto order = begin > 0 && before != nullptr ? std::make_shared<maillog::TimeOrder>(*before->order)
                                                : std::make_shared<maillog::TimeOrder>();
    order->update(*logs.logs.log, begin);
    return order;
}

void narrow(LogView& view)
{
    view.rows = view.matches;
    if (view.query.span) {
        const auto& times = view.logs->logs.log->columns().time;
        std::erase_if(view.rows, [&times, span = *view.query.span](std::uint32_t row) {
            return times[row] < span.from || times[row] >= span.to;
        });
    }
    view.rows = maillog::orderRows(std::move(view.rows), *view.order);
}

std::optional<std::size_t> placeOf(const LogView& view, const LineKey& key)
{
    const auto& columns = view.logs->logs.log->columns();
    const auto found = std::find_if(view.rows.begin(), view.rows.end(), [&](std::uint32_t row) {
        return columns.lineOffset[row] == key.offset && columns.source[row] == key.source;
    });
    return found == view.rows.end() ? std::nullopt
                                    : std::optional(static_cast<std::size_t>(found - view.rows.begin()));
}

/// The rows of `before` are all there, as the first.
bool joins(const LogView& view, const LogView& before)
{
    return view.rows.size() >= before.rows.size() &&
           std::equal(before.rows.begin(), before.rows.end(), view.rows.begin()) &&
           view.logs->logs.sources.size() == before.logs->logs.sources.size();
}

std::uint64_t nextNumber()
{
    static std::atomic<std::uint64_t> last = 0;
    return ++last;
}

} // namespace

QByteArray OpenLogs::line(maillog::Row row) const
{
    const std::lock_guard lock(*logs.reading);
    return bytes(logs.line(row));
}

QByteArray OpenLogs::text(std::uint16_t source, quint64 offset, quint32 length) const
{
    const std::lock_guard lock(*logs.reading);
    const auto& file = logs.sources[source].file;
    return file ? bytes(file->text(offset, length)) : QByteArray();
}

int OpenLogs::offsetMinutes() const
{
    return logs.log && logs.log->size() > 0 ? logs.log->columns().offset[0] : 0;
}

const std::vector<maillog::TopEntry>& LogView::top(maillog::TopField field) const
{
    static const std::vector<maillog::TopEntry> none;
    const auto found =
        std::find_if(tops.begin(), tops.end(), [field](const TopList& list) { return list.field == field; });
    return found == tops.end() ? none : found->entries;
}

LineKey LogView::keyOf(maillog::Row row) const
{
    const auto& columns = logs->logs.log->columns();
    return {columns.source[row], columns.lineOffset[row]};
}

maillog::Row firstChanged(const maillog::Log& before, const maillog::Log& after)
{
    // A snapshot shares the pieces that nobody wrote to since.
    maillog::Row first = std::min(before.size(), after.size());
    std::vector<std::vector<const void*>> pieces;
    maillog::forEachColumn(before.columns(), [&pieces](const auto& column) {
        auto& known = pieces.emplace_back();
        for (std::size_t i = 0; i < column.pieceCount(); ++i) {
            known.push_back(column.piece(i).data());
        }
    });
    auto known = pieces.begin();
    maillog::forEachColumn(after.columns(), [&](const auto& column) {
        for (std::size_t i = 0; i < column.pieceCount(); ++i) {
            if (i >= known->size() || (*known)[i] != column.piece(i).data()) {
                first = std::min(first, i * maillog::Column<maillog::Id>::pieceSize);
                break;
            }
        }
        ++known;
    });
    return first;
}

LogView viewOf(std::shared_ptr<const OpenLogs> logs, const LogQuery& query,
               const std::function<bool()>& cancelled, const std::shared_ptr<const LogView>& before)
{
    LogView view;
    view.number = nextNumber();
    view.logs = std::move(logs);
    view.query = query;
    const maillog::Log& log = *view.logs->logs.log;
    const maillog::Row begin = before ? firstChanged(*before->logs->logs.log, log) : 0;
    view.order = orderOf(*view.logs, begin, before.get());
    view.matches = matchesOf(*view.logs, query.filter, begin, before.get(), cancelled);
    if (cancelled()) {
        return view;
    }
    narrow(view);
    addChart(view);
    for (const maillog::TopField field : query.topFields) {
        if (cancelled()) {
            return view;
        }
        view.tops.push_back({field, maillog::topEntries(log, maillog::RowSet(view.rows), field, topCount)});
    }
    countAll(view);
    view.joinedTo = before && joins(view, *before) ? before->number : 0;
    if (query.chosen) {
        view.chosenAt = placeOf(view, *query.chosen);
    }
    return view;
}

} // namespace ui
