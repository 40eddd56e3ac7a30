// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/raw_search.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <utility>

namespace ui {

namespace {

constexpr quint64 pieceSize = 1 << 20;
constexpr quint64 longestLine = 16 << 20; ///< what is searched of a line
constexpr int tickTime = 50;              ///< ms

std::string_view textOf(std::string_view line)
{
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    line.remove_prefix(std::min(line.find_first_not_of('\0'), line.size()));
    return line;
}

/// The letters as they are, everything else escaped.
std::string quoted(const QByteArray& text)
{
    std::string pattern;
    for (const char c : text) {
        const bool isPlain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                             static_cast<unsigned char>(c) >= 0x80;
        pattern += isPlain ? std::string(1, c) : std::string{'\\', c};
    }
    return pattern;
}

} // namespace

tl::expected<maillog::Regex, maillog::RegexError> RawQuery::pattern() const
{
    const QByteArray bytes = text.toUtf8();
    return maillog::Regex::parse(isRegex ? bytes.toStdString() : quoted(bytes), !mindsCase);
}

quint64 RawHits::indexAt(quint64 line) const
{
    quint64 low = 0;
    quint64 high = size();
    while (low < high) {
        const quint64 middle = low + (high - low) / 2;
        if ((*this)[middle] < line) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/// What thread and window share; `hits` and `done` under the mutex.
struct RawSearch::Run
{
    std::shared_ptr<const OpenLogs> logs;
    quint16 source = 0;
    maillog::Regex pattern;
    quint64 fromLine = 0;
    bool wraps = true; ///< then the lines before `fromLine`
    std::atomic<bool> isCancelled = false;
    std::mutex mutex;
    RawHits hits;
    quint64 done = 0;
    quint64 total = 1;

    Run(std::shared_ptr<const OpenLogs> l, quint16 s, maillog::Regex p, quint64 from, bool w)
        : logs(std::move(l)), source(s), pattern(std::move(p)), fromLine(from), wraps(w)
    {
    }
};

RawSearch::RawSearch(QObject* parent) : QObject(parent)
{
    m_tick.setInterval(tickTime);
    connect(&m_tick, &QTimer::timeout, this, &RawSearch::take);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        if (!m_run) {
            return; // cancelled
        }
        take();
        m_tick.stop();
        m_run.reset();
        m_share = 1;
        Q_EMIT progressed();
        if (const auto grown = std::exchange(m_grown, nullptr)) {
            grow(grown);
        }
    });
}

RawSearch::~RawSearch()
{
    cancel();
}

void RawSearch::start(std::shared_ptr<const OpenLogs> logs, quint16 source, maillog::Regex pattern,
                      quint64 fromLine)
{
    clear();
    m_source = source;
    m_pattern = pattern;
    m_origin = fromLine;
    m_searched = logs->logs.log->counts(source).lines;
    launch(std::make_shared<Run>(std::move(logs), source, std::move(pattern), fromLine, fromLine > 0));
}

void RawSearch::grow(std::shared_ptr<const OpenLogs> logs)
{
    if (!m_pattern || m_source >= logs->logs.log->sourceCount()) {
        return;
    }
    if (m_run) {
        m_grown = std::move(logs);
        return;
    }
    const quint64 lines = logs->logs.log->counts(m_source).lines;
    if (lines < m_searched) { // another file now
        start(std::move(logs), m_source, maillog::Regex(*m_pattern), 0);
        return;
    }
    // The last line may not have been whole.
    const quint64 from = m_searched - std::min<quint64>(m_searched, 1);
    auto run = std::make_shared<Run>(logs, m_source, *m_pattern, from, false);
    run->hits = m_hits;
    maillog::Column<quint64>& last = run->hits.behind.size() > 0 ? run->hits.behind : run->hits.before;
    if (last.size() > 0 && last[last.size() - 1] == from) {
        last.popBack();
    }
    m_searched = lines;
    launch(std::move(run));
}

void RawSearch::launch(std::shared_ptr<Run> run)
{
    m_run = std::move(run);
    m_share = 0;
    m_tick.start();
    // The watcher forgets the run before: its finished() does not come any more.
    m_watcher.setFuture(QtConcurrent::run([running = m_run] { search(*running); }));
}

void RawSearch::cancel()
{
    if (m_run) {
        take();
        m_run->isCancelled = true;
        m_run.reset();
        m_grown.reset();
        m_tick.stop();
        Q_EMIT progressed();
    }
}

void RawSearch::clear()
{
    cancel();
    m_hits = {};
    m_pattern.reset();
    m_share = 0;
}

void RawSearch::take()
{
    if (!m_run) {
        return;
    }
    {
        const std::lock_guard lock(m_run->mutex);
        m_hits = m_run->hits;
        m_share = static_cast<double>(m_run->done) / static_cast<double>(std::max<quint64>(m_run->total, 1));
    }
    Q_EMIT progressed();
}

void RawSearch::search(Run& run)
{
    const auto& log = *run.logs->logs.log;
    const quint64 size = log.counts(run.source).bytes;
    const auto mark = log.lineIndex(run.source).beforeLine(run.fromLine);
    run.total = size - (run.wraps ? 0 : std::min<quint64>(size, mark.offset));
    if (searchRange(run, mark.line, mark.offset, size, false) && run.wraps) {
        // The line itself lies between two marks.
        const auto next = log.lineIndex(run.source).beforeLine(run.fromLine + maillog::LineIndex::stride);
        searchRange(run, 0, 0, next.line > run.fromLine ? next.offset : size, true);
    }
}

/// False when it was cancelled or enough was found.
bool RawSearch::searchRange(Run& run, quint64 line, quint64 offset, quint64 end, bool isBefore)
{
    QByteArray kept; // of a line that goes on in the next piece
    std::vector<quint64> found;
    const auto publish = [&](quint64 bytes) {
        const std::lock_guard lock(run.mutex);
        for (const quint64 hit : found) {
            if (isBefore == (hit < run.fromLine)) {
                (isBefore ? run.hits.before : run.hits.behind).push(hit);
            }
        }
        found.clear();
        run.done += bytes;
        return run.hits.size() < mostHits;
    };
    const auto look = [&](std::string_view bytes) {
        if (run.pattern.find(textOf(bytes), 0)) {
            found.push_back(line);
        }
        ++line;
    };
    while (offset < end) {
        const QByteArray piece =
            run.logs->text(run.source, offset, static_cast<quint32>(std::min(pieceSize, end - offset)));
        if (run.isCancelled || piece.isEmpty()) {
            break;
        }
        qsizetype at = 0;
        for (auto newline = piece.indexOf('\n'); newline >= 0; newline = piece.indexOf('\n', at)) {
            if (kept.isEmpty()) {
                look({piece.constData() + at, static_cast<std::size_t>(newline - at)});
            } else {
                kept += piece.mid(at, newline - at);
                look({kept.constData(), static_cast<std::size_t>(kept.size())});
                kept.clear();
            }
            at = newline + 1;
        }
        if (static_cast<quint64>(kept.size()) < longestLine) {
            kept += piece.mid(at);
        }
        offset += static_cast<quint64>(piece.size());
        if (!publish(static_cast<quint64>(piece.size()))) {
            return false;
        }
    }
    if (!kept.isEmpty() && !run.isCancelled) {
        look({kept.constData(), static_cast<std::size_t>(kept.size())});
    }
    return publish(0) && !run.isCancelled;
}

} // namespace ui
