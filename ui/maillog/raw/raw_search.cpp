// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/raw/raw_search.h"

#include "core/maillog/line_search.h"
#include "core/maillog/literal_scan.h"

#include <QThreadPool>
#include <QtConcurrentRun>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <span>
#include <string_view>
#include <utility>

namespace ui {

namespace {

constexpr std::size_t pieceSize = std::size_t{1} << 20;
constexpr std::size_t askedSize = std::size_t{4} << 10;    ///< searched at once: a bad pattern is slow
constexpr std::size_t longestLine = std::size_t{16} << 20; ///< what is searched of a line
constexpr int tickTime = 50;                               ///< ms

/// The lines of a block that are searched at once: they end where a hole begins, and not too far away.
std::string_view firstLines(std::string_view block)
{
    const auto end = block.find('\n', std::min(askedSize, block.size()) - 1);
    std::string_view lines = block.substr(0, end == std::string_view::npos ? end : end + 1);
    for (auto nul = lines.find('\0'); nul != std::string_view::npos;) {
        if (nul > 0 && lines[nul - 1] == '\n') {
            return lines.substr(0, nul);
        }
        nul = std::min(lines.find_first_not_of('\0', nul), lines.size());
        nul = lines.find('\0', nul);
    }
    return lines;
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
    maillog::LineSearch pattern;
    quint64 fromLine = 0;
    bool wraps = true; ///< then the lines before `fromLine`
    std::atomic<bool> isCancelled = false;
    std::mutex mutex;
    RawHits hits;
    quint64 done = 0;
    quint64 total = 1;

    Run(std::shared_ptr<const OpenLogs> l, quint16 s, const maillog::Regex& p, quint64 from, bool w)
        : logs(std::move(l)),
          source(s),
          pattern({maillog::TextPattern::Kind::Regex, {}, p}),
          fromLine(from),
          wraps(w)
    {
    }

    /// False when enough was found.
    bool publish(std::vector<quint64>& found, bool isBefore, quint64 bytes)
    {
        const std::lock_guard lock(mutex);
        for (const quint64 hit : found) {
            if (isBefore == (hit < fromLine)) {
                (isBefore ? hits.before : hits.behind).push(hit);
            }
        }
        found.clear();
        done += bytes;
        return hits.size() < mostHits;
    }
};

/// A stretch of the log, which begins with a line.
struct RawSearch::Stretch
{
    Run& run;
    quint64 line;
    std::vector<quint64> found = {};

    /// Lines, of which the last may lack its end.
    void look(std::string_view block)
    {
        while (!block.empty() && !run.isCancelled) {
            // What copytruncate leaves in front of a line is not part of it.
            block.remove_prefix(std::min(block.find_first_not_of('\0'), block.size()));
            if (block.empty()) {
                break;
            }
            const std::string_view lines = firstLines(block);
            std::size_t counted = 0;
            for (auto hit = run.pattern.next(lines); hit; hit = run.pattern.next(lines, hit->next)) {
                line += maillog::countNewlines(lines.substr(counted, hit->offset - counted));
                counted = hit->offset;
                found.push_back(line);
            }
            line += maillog::countNewlines(lines.substr(counted));
            block.remove_prefix(lines.size());
        }
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
    // It may take long: others have its place in the pool meanwhile.
    QThreadPool::globalInstance()->releaseThread();
    const auto& log = *run.logs->logs.log;
    const quint64 size = log.counts(run.source).bytes;
    const auto mark = log.lineIndex(run.source).beforeLine(run.fromLine);
    run.total = size - (run.wraps ? 0 : std::min<quint64>(size, mark.offset));
    if (searchRange(run, mark.line, mark.offset, size, false) && run.wraps) {
        // The line itself lies between two marks.
        const auto next = log.lineIndex(run.source).beforeLine(run.fromLine + maillog::LineIndex::stride);
        searchRange(run, 0, 0, next.line > run.fromLine ? next.offset : size, true);
    }
    QThreadPool::globalInstance()->reserveThread();
}

/// False when it was cancelled or enough was found.
bool RawSearch::searchRange(Run& run, quint64 line, quint64 offset, quint64 end, bool isBefore)
{
    const maillog::BlockSource bytes = run.logs->logs.blockSource();
    Stretch stretch{run, line};
    std::vector<char> block;
    std::size_t kept = 0;   // of a line that goes on in the next piece
    bool isPassing = false; // the rest of a line of which enough was searched
    while (offset < end && !run.isCancelled) {
        block.resize(kept + static_cast<std::size_t>(std::min<quint64>(pieceSize, end - offset)));
        const auto got = bytes.read(run.source, offset, std::span(block).subspan(kept));
        if (got == 0) {
            break; // cut since
        }
        offset += got;
        std::string_view text(block.data(), kept + got);
        if (isPassing) {
            const auto newline = text.find('\n');
            isPassing = newline == std::string_view::npos;
            stretch.line += isPassing ? 0 : 1;
            text.remove_prefix(isPassing ? text.size() : newline + 1);
        }
        const auto whole = text.rfind('\n') + 1; // 0 when there is none
        stretch.look(text.substr(0, whole));
        text.remove_prefix(whole);
        if (text.size() > longestLine) {
            stretch.look(text);
            isPassing = true;
            text = {};
        }
        kept = text.size();
        std::copy(text.begin(), text.end(), block.begin());
        if (!run.publish(stretch.found, isBefore, got)) {
            return false;
        }
    }
    stretch.look({block.data(), kept});
    return run.publish(stretch.found, isBefore, 0) && !run.isCancelled;
}

} // namespace ui
