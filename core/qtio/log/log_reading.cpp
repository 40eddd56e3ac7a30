// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/log/log_reading.h"

#include "core/maillog/timestamp.h"
#include "core/qtio/files/read_at.h"
#include "core/qtio/log/log_name.h"
#include "core/qtio/log/log_pipeline.h"
#include "core/qtio/log/log_years.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace qtio {

namespace {

/// What is shown at once; a screen of checks even where they are rare.
constexpr quint64 tailSize = quint64{512} << 10;
/// Below, the whole is there as soon.
constexpr qint64 smallLoad = qint64{4} << 20;

/// UTC seconds of the first stamp; nothing when the file's head has none.
std::optional<qint64> firstTime(const LogFile& file, const maillog::ReaderOptions& options)
{
    std::array<char, 4096> head{};
    const auto got = file.isPlain() ? readAt(file.handle(), 0, head) : 0;
    std::string_view text(head.data(), got);
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (const auto stamp = maillog::parseStamp(line)) {
            const auto last = maillog::civilFromDays(options.fileTime / 86'400 + 1);
            int year = stamp->year != 0 ? stamp->year : options.year.value_or(last.year);
            if (stamp->year == 0 && !options.year &&
                std::pair(stamp->month, stamp->day) > std::pair(last.month, last.day)) {
                --year;
            }
            const auto wall = maillog::wallSeconds(*stamp, year);
            return stamp->offsetMinutes
                       ? wall - *stamp->offsetMinutes * 60
                       : wall - options.zone.atWall(wall, maillog::ZoneRules::Pass::First).offset;
        }
    }
    return std::nullopt;
}

std::shared_ptr<const maillog::PatternSet> compiled(const std::vector<maillog::UserPattern>& patterns)
{
    auto set = maillog::PatternSet::compile(patterns);
    return set && set->size() > 0 ? std::make_shared<const maillog::PatternSet>(*std::move(set)) : nullptr;
}

/// Other patterns, another number (LogSettings).
quint64 numberOf(const std::vector<maillog::UserPattern>& patterns)
{
    std::string all;
    for (const auto& pattern : patterns) {
        all.append(pattern.regex).push_back('\0');
    }
    return patterns.empty() ? 0 : maillog::hashBytes(all.data(), all.size());
}

} // namespace

LogReading::LogReading(LogRequest request)
    : m_request(std::move(request)), m_patterns(compiled(m_request.patterns))
{
}

LogReading::Source LogReading::opened(const QString& path) const
{
    Source source;
    source.loaded.path = path;
    source.loaded.name = path;
    auto& options = source.settings.reader;
    options.zone = m_request.zone;
    options.year = m_request.year;
    options.patterns = m_patterns;
    source.settings.patterns = numberOf(m_request.patterns);
    for (const auto& own : m_request.sources) {
        if (own.path == path) {
            options.zone = own.zone.value_or(m_request.zone);
            options.year = own.year ? own.year : m_request.year;
            source.loaded.name = own.name.isEmpty() ? path : own.name;
        }
    }
    auto file = LogFile::open(path, m_request.text, options.zone);
    if (!file) {
        source.loaded.error = file.error();
        return source;
    }
    options.fileTime = file->date();
    source.loaded.file = std::make_shared<LogFile>(std::move(*file));
    return source;
}

void LogReading::open()
{
    for (const QString& path : m_request.paths) {
        auto source = opened(path);
        source.rows.source = m_log.addSource();
        m_total += source.loaded.file ? source.loaded.file->size() : 0;
        m_sources.push_back(std::move(source));
    }
    if (m_request.year) {
        settleYearsOfSets();
    }
}

void LogReading::settleYearsOfSets()
{
    std::vector<std::pair<LogName, Source*>> left;
    for (auto& source : m_sources) {
        const bool hasOwn = std::ranges::any_of(m_request.sources, [&source](const LogSourceRequest& own) {
            return own.path == source.loaded.path && own.year;
        });
        if (source.loaded.file && source.loaded.file->handle() >= 0 && !hasOwn) {
            left.emplace_back(LogName::of(source.loaded.name), &source);
        }
    }
    std::ranges::stable_sort(left, [](const auto& a, const auto& b) { return a.first.isOlderThan(b.first); });
    while (!left.empty()) {
        const LogName name = left.front().first;
        std::vector<DatedLog> parts;
        std::erase_if(left, [&](const auto& entry) {
            const bool isPart = entry.first.isSameSet(name);
            if (isPart) {
                parts.push_back({entry.second->loaded.path, &entry.second->settings.reader});
            }
            return isPart;
        });
        settleYears(parts);
    }
}

std::vector<std::size_t> LogReading::readingOrder() const
{
    // Logs that do not overlap are then in order as they are read.
    std::vector<qint64> times;
    for (const auto& source : m_sources) {
        const auto& options = source.settings.reader;
        const auto first = source.loaded.file ? firstTime(*source.loaded.file, options) : std::nullopt;
        times.push_back(first.value_or(options.fileTime)); // a packed log ended where the next one began
    }
    std::vector<std::size_t> order(m_sources.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&times](std::size_t a, std::size_t b) { return times[a] < times[b]; });
    return order;
}

std::optional<LoadedLogs> LogReading::tail() const
{
    const auto isNewer = [](const Source& a, const Source& b) {
        const auto ageOf = [](const Source& source) {
            return std::pair(source.settings.reader.fileTime, source.loaded.file->size());
        };
        return ageOf(a) < ageOf(b);
    };
    const Source* newest = nullptr;
    for (const auto& source : m_sources) {
        const bool usable = source.loaded.file && source.loaded.file->isPlain();
        if (usable && (newest == nullptr || isNewer(*newest, source))) {
            newest = &source;
        }
    }
    if (newest == nullptr || m_total < smallLoad) {
        return std::nullopt;
    }
    const auto& file = *newest->loaded.file;
    const auto size = static_cast<quint64>(file.size());
    auto options = newest->settings.reader;
    options.start = size - std::min(size, tailSize);
    std::string bytes(static_cast<std::size_t>(size - options.start), '\0');
    bytes.resize(readAt(file.handle(), options.start, bytes));
    std::string_view text = bytes;
    if (options.start > 0) {
        const auto lineEnd = text.find('\n');
        const auto cut = lineEnd == std::string_view::npos ? text.size() : lineEnd + 1;
        options.start += cut;
        text.remove_prefix(cut);
    }
    auto log = std::make_shared<maillog::Log>();
    for (std::size_t i = 0; i < m_sources.size(); ++i) {
        static_cast<void>(log->addSource());
    }
    maillog::Reader reader(*log, newest->rows.source, options);
    reader.feed(text);
    reader.finish(maillog::Tail::Take);
    LoadedLogs logs;
    logs.log = std::move(log);
    logs.sources = loadedSources();
    logs.stage = LogStage::Preliminary;
    logs.reading = m_reading;
    return logs;
}

void LogReading::startReader(std::size_t number)
{
    auto& source = m_sources[number];
    source.rows.begin = m_log.size();
    source.rows.end = m_log.size();
    source.reader = std::make_unique<maillog::Reader>(m_log, source.rows.source, source.settings.reader);
}

bool LogReading::mayUseCache(const Source& source) const
{
    // Lines of a packed file are at hand only after it was unpacked.
    return m_request.cache && m_request.start == LogStart::Beginning && source.loaded.file->handle() >= 0 &&
           (source.loaded.file->isPlain() || m_request.text == LogText::Forget);
}

bool LogReading::takeImage(Source& source, const GoesOn& goesOn)
{
    if (!mayUseCache(source)) {
        return false;
    }
    auto found = m_request.cache->find(*source.loaded.file, source.settings, goesOn);
    return found && std::move(*found).moveInto(m_log, source.rows.source, *source.reader, goesOn);
}

void LogReading::readSource(std::size_t number, const LoadProgress& progress)
{
    auto& source = m_sources[number];
    auto& file = *source.loaded.file;
    const auto report = [&](qint64 done) { return progress(m_before + done, m_total); };
    bool stopped = false;
    if (m_request.start == LogStart::LastLine && file.isPlain()) {
        source.settings.reader.start = lastLineOf(file);
    }
    startReader(number);
    const bool hasImage = takeImage(source, [&] {
        stopped = stopped || !report(0);
        return !stopped;
    });
    const auto known = source.reader->bytes();
    QElapsedTimer timer;
    timer.start();
    if (stopped) {
        source.loaded.error = LogFileError{LogFileError::Code::Cancelled, {}};
    } else if (!hasImage || file.isPlain()) {
        if (const auto read = readThrough(file, *source.reader, report, maillog::Tail::Wait); !read) {
            source.loaded.error = read.error();
        }
    }
    source.rows.end = m_log.size();
    source.isRead = true;
    source.mark = file.isPlain() ? markOf(file.handle(), source.reader->bytes()) : std::nullopt;
    source.isWorthKeeping = !source.loaded.error && source.reader->bytes() > known &&
                            !source.reader->isTable() && mayUseCache(source) &&
                            m_request.cache->isWorth(timer.elapsed());
    source.loaded.hasGrown = file.hasGrown();
    m_before += file.size();
}

void LogReading::readAll(const LoadProgress& progress)
{
    bool stopped = false;
    for (const auto number : readingOrder()) {
        auto& source = m_sources[number];
        if (!source.loaded.file) {
            continue;
        }
        if (stopped) {
            source.loaded.error = LogFileError{LogFileError::Code::Cancelled, {}};
            source.loaded.file.reset();
            continue;
        }
        readSource(number, progress);
        stopped = source.loaded.error && source.loaded.error->code == LogFileError::Code::Cancelled;
    }
}

void LogReading::keepImages(const GoesOn& goesOn)
{
    for (auto& source : m_sources) {
        if (source.isWorthKeeping && goesOn()) {
            m_request.cache->keep(*source.loaded.file, source.settings, m_log, source.rows, *source.reader,
                                  goesOn);
        }
        source.isWorthKeeping = false;
    }
}

std::vector<LoadedSource> LogReading::loadedSources() const
{
    std::vector<LoadedSource> loaded;
    for (const auto& source : m_sources) {
        loaded.push_back(source.loaded);
        if (source.loaded.file && !source.isRead && !source.loaded.file->isPlain()) {
            loaded.back().file.reset(); // being unpacked: it is not asked for lines at the same time
        }
    }
    return loaded;
}

LoadedLogs LogReading::share(maillog::Log log, LogStage stage)
{
    m_firstChanged = std::exchange(m_taken, std::nullopt).value_or(m_log.size());
    for (auto& source : m_sources) {
        if (source.reader) {
            m_firstChanged = std::min(m_firstChanged, source.reader->takeFirstChanged());
        }
    }
    if (m_order.use_count() > 1) {
        m_order = std::make_shared<maillog::TimeOrder>(*m_order);
    }
    m_order->update(log, m_firstChanged);
    LoadedLogs logs;
    logs.log = std::make_shared<const maillog::Log>(std::move(log));
    logs.sources = loadedSources();
    logs.stage = stage;
    logs.order = m_order;
    logs.reading = m_reading;
    return logs;
}

LoadedLogs LogReading::snapshot(LogStage stage)
{
    return share(m_log, stage);
}

LoadedLogs LogReading::complete()
{
    // The readers themselves go on waiting for the line ends.
    auto log = m_log;
    for (auto& source : m_sources) {
        if (source.reader && source.reader->hasUnfinished()) {
            maillog::Reader last(log, source.rows.source, source.settings.reader);
            maillog::copyState(*source.reader, last, log);
            last.finish(maillog::Tail::Take);
        }
    }
    const bool taken = log.size() > m_log.size();
    auto logs = share(std::move(log), LogStage::Complete);
    m_taken = taken ? std::optional(m_log.size()) : std::nullopt;
    return logs;
}

} // namespace qtio
