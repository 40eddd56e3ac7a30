// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/time_order.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace maillog {

namespace {

constexpr std::size_t pieceSize = Column<std::int64_t>::pieceSize;
constexpr std::int64_t never = INT64_MIN;

/// When a row counts as having happened; the number decides between equals.
struct Place
{
    std::int64_t time;
    std::uint32_t row;

    friend bool operator<(const Place& a, const Place& b) noexcept
    {
        return a.time != b.time ? a.time < b.time : a.row < b.row;
    }
};

/// Rows of one source that follow one another in the columns.
struct Stretch
{
    std::uint32_t begin;
    std::uint32_t end;
};

/// The rows of one source, from the first on.
class Cursor
{
public:
    explicit Cursor(std::vector<Stretch> stretches) : m_stretches(std::move(stretches)) {}

    /// False when there is none.
    [[nodiscard]] bool start(const Column<std::int64_t>& times)
    {
        m_place = {never, 0};
        return enter(times);
    }

    [[nodiscard]] const Place& place() const noexcept { return m_place; }

    /// Writes the rows up to `limit` out; false when the source has no more.
    [[nodiscard]] bool passUntil(const std::optional<Place>& limit, const Column<std::int64_t>& times,
                                 std::uint32_t*& out)
    {
        while (true) {
            const auto end = m_stretches[m_at].end;
            do {
                *out++ = m_place.row++;
                if (m_place.row == end) {
                    break;
                }
                m_place.time = std::max(m_place.time, times[m_place.row]);
            } while (!limit || m_place < *limit);
            if (m_place.row != end) {
                return true;
            }
            ++m_at;
            if (!enter(times)) {
                return false;
            }
            if (limit && !(m_place < *limit)) {
                return true;
            }
        }
    }

private:
    [[nodiscard]] bool enter(const Column<std::int64_t>& times)
    {
        if (m_at == m_stretches.size()) {
            return false;
        }
        m_place.row = m_stretches[m_at].begin;
        m_place.time = std::max(m_place.time, times[m_place.row]);
        return true;
    }

    std::vector<Stretch> m_stretches;
    std::size_t m_at = 0;
    Place m_place{never, 0};
};

std::vector<Cursor> cursorsOf(const Log& log)
{
    std::vector<std::vector<Stretch>> stretches(log.sourceCount());
    const auto& sources = log.columns().source;
    for (std::size_t n = 0; n < sources.pieceCount(); ++n) {
        auto row = static_cast<std::uint32_t>(n * pieceSize);
        for (const auto source : sources.piece(n)) {
            auto& list = stretches[source];
            if (!list.empty() && list.back().end == row) {
                ++list.back().end;
            } else {
                list.push_back({row, row + 1});
            }
            ++row;
        }
    }
    std::vector<Cursor> cursors;
    for (auto& list : stretches) {
        if (!list.empty()) {
            cursors.emplace_back(std::move(list));
        }
    }
    return cursors;
}

} // namespace

std::vector<std::int64_t> TimeOrder::timesOfPiece(const Log& log, std::size_t piece) const
{
    auto latest = m_checkpoints[piece];
    const auto sources = log.columns().source.piece(piece);
    const auto times = log.columns().time.piece(piece);
    std::vector<std::int64_t> counted(times.size());
    for (std::size_t i = 0; i < times.size(); ++i) {
        auto& last = latest[sources[i]];
        last = std::max(last, times[i]);
        counted[i] = last;
    }
    return counted;
}

void TimeOrder::addCheckpoints(const Log& log, Row from)
{
    // The piece in which the changes begin is walked again from its start.
    const auto first = std::min(from / pieceSize, m_checkpoints.size());
    m_checkpoints.resize(first + (m_checkpoints.size() > first ? 1 : 0));
    if (m_checkpoints.empty()) {
        m_checkpoints.emplace_back();
    }
    for (auto& latest : m_checkpoints) {
        latest.resize(log.sourceCount(), never);
    }
    const auto& columns = log.columns();
    for (std::size_t n = m_checkpoints.size() - 1; n + 1 < columns.time.pieceCount(); ++n) {
        auto latest = m_checkpoints[n];
        const auto sources = columns.source.piece(n);
        const auto times = columns.time.piece(n);
        for (std::size_t i = 0; i < times.size(); ++i) {
            auto& last = latest[sources[i]];
            last = std::max(last, times[i]);
        }
        m_checkpoints.push_back(std::move(latest));
    }
}

bool TimeOrder::isInOrder(const Log& log, Row from, std::int64_t last) const
{
    for (std::size_t n = from / pieceSize; n < log.columns().time.pieceCount(); ++n) {
        const auto times = timesOfPiece(log, n);
        for (std::size_t i = n == from / pieceSize ? from % pieceSize : 0; i < times.size(); ++i) {
            if (times[i] < last) {
                return false;
            }
            last = times[i];
        }
    }
    return true;
}

void TimeOrder::build(const Log& log)
{
    m_rows.resize(log.size());
    auto* out = m_rows.data();
    const auto& times = log.columns().time;
    auto cursors = cursorsOf(log);
    std::vector<Cursor*> heap;
    for (auto& cursor : cursors) {
        if (cursor.start(times)) {
            heap.push_back(&cursor);
        }
    }
    const auto later = [](const Cursor* a, const Cursor* b) { return b->place() < a->place(); };
    std::make_heap(heap.begin(), heap.end(), later);
    while (!heap.empty()) {
        std::pop_heap(heap.begin(), heap.end(), later);
        const auto limit = heap.size() > 1 ? std::optional(heap.front()->place()) : std::nullopt;
        if (heap.back()->passUntil(limit, times, out)) {
            std::push_heap(heap.begin(), heap.end(), later);
        } else {
            heap.pop_back();
        }
    }
}

void TimeOrder::dropFrom(Row from)
{
    std::vector<std::uint32_t> kept; // rows changed lately happened lately: they are near the end
    for (auto left = m_rows.size() - from; left > 0;) {
        const auto row = m_rows.back();
        m_rows.pop_back();
        if (row >= from) {
            --left;
        } else {
            kept.push_back(row);
        }
    }
    m_rows.insert(m_rows.end(), kept.rbegin(), kept.rend());
}

void TimeOrder::mergeTail(const Log& log, Row from)
{
    std::vector<Place> added;
    added.reserve(log.size() - from);
    for (std::size_t n = from / pieceSize; n < log.columns().time.pieceCount(); ++n) {
        const auto times = timesOfPiece(log, n);
        for (std::size_t i = n == from / pieceSize ? from % pieceSize : 0; i < times.size(); ++i) {
            added.push_back({times[i], static_cast<std::uint32_t>(n * pieceSize + i)});
        }
    }
    std::sort(added.begin(), added.end());
    // What is later than the first of them is taken off the end and put in between.
    std::vector<Place> moved;
    std::size_t piece = SIZE_MAX;
    std::vector<std::int64_t> times;
    while (!m_rows.empty()) {
        const auto row = m_rows.back();
        if (row / pieceSize != piece) {
            piece = row / pieceSize;
            times = timesOfPiece(log, piece);
        }
        const Place place{times[row % pieceSize], row};
        if (place < added.front()) {
            break;
        }
        moved.push_back(place);
        m_rows.pop_back();
    }
    std::reverse(moved.begin(), moved.end());
    std::vector<Place> merged(added.size() + moved.size());
    std::merge(added.begin(), added.end(), moved.begin(), moved.end(), merged.begin());
    for (const auto& place : merged) {
        m_rows.push_back(place.row);
    }
}

void TimeOrder::update(const Log& log, Row firstChanged)
{
    const auto from = std::min(firstChanged, m_size);
    const bool wasIdentity = isIdentity();
    m_size = log.size();
    addCheckpoints(log, from);
    if (log.size() == 0 || log.sourceCount() < 2) {
        m_rows.clear();
        return;
    }
    if (wasIdentity) {
        // All before is in order: only its last row matters to what comes after.
        const auto last =
            from == 0 ? never : timesOfPiece(log, (from - 1) / pieceSize)[(from - 1) % pieceSize];
        if (isInOrder(log, from, last)) {
            return;
        }
    }
    if (from < m_size / 2) {
        build(log);
        return;
    }
    if (wasIdentity) {
        m_rows.resize(from);
        std::iota(m_rows.begin(), m_rows.end(), 0U);
    } else {
        dropFrom(from);
    }
    if (from < m_size) {
        mergeTail(log, from);
    }
}

std::vector<std::uint32_t> orderRows(std::vector<std::uint32_t> rows, const TimeOrder& order)
{
    if (order.isIdentity() || rows.size() < 2) {
        return rows;
    }
    if (rows.size() == order.size()) {
        rows.assign(order.rows().begin(), order.rows().end());
        return rows;
    }
    std::vector<bool> wanted(order.size());
    for (const auto row : rows) {
        wanted[row] = true;
    }
    auto out = rows.begin();
    for (const auto row : order.rows()) {
        if (wanted[row]) {
            *out++ = row;
        }
    }
    return rows;
}

} // namespace maillog
