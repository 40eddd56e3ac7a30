// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/log_image.h"

#include "core/maillog/image_layout.h"
#include "core/maillog/image_packing.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>
#include <vector>

namespace maillog {

using namespace image;

namespace {

template <class T>
bool takeValue(RecordReader reader, T& value)
{
    std::string bytes;
    if (!reader.take(bytes) || bytes.size() != sizeof value) {
        return false;
    }
    std::memcpy(&value, bytes.data(), sizeof value);
    return true;
}

/// All values below `limit`.
template <class T>
bool takeColumn(RecordReader reader, Column<T>& column, std::uint64_t count, std::uint64_t limit,
                const std::atomic<bool>& stopped)
{
    std::string buffer;
    while (column.size() < count) {
        const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(stretch, count - column.size()));
        if (stopped || !reader.take(buffer)) {
            return false;
        }
        const auto packed = packing::packedOf(buffer, size);
        if (!packed) {
            return false;
        }
        if (packed->width == 0) {
            column.append(size, static_cast<T>(packed->base));
        } else {
            column.append(size, [&](std::span<T> values) { packing::unpack(*packed, values); });
        }
        const auto values = column.piece(column.pieceCount() - 1);
        const auto isBelow = [limit](T value) { return packing::bitsOf(value) < limit; };
        if (limit != UINT64_MAX && !std::all_of(values.begin(), values.end(), isBelow)) {
            return false;
        }
    }
    return true;
}

template <class T, class Change>
void appendColumn(Column<T>& to, const Column<T>& from, const Change& change)
{
    for (std::size_t n = 0; n < from.pieceCount(); ++n) {
        for (auto values = from.piece(n); !values.empty();) {
            const auto size = std::min(values.size(), stretch - to.size() % stretch);
            const auto now = values.first(size);
            if (std::all_of(now.begin(), now.end(), [&](const T& value) { return value == now[0]; })) {
                to.append(size, change(now[0]));
            } else {
                to.append(size, [&](std::span<T> room) {
                    std::transform(now.begin(), now.end(), room.begin(), change);
                });
            }
            values = values.subspan(size);
        }
    }
}

/// All columns, side by side.
bool appendColumns(Columns& to, const Columns& from, const IdMaps& names, std::uint16_t source,
                   const GoesOn& goesOn)
{
    const auto rows = from.time.size();
    std::vector<const void*> others;
    forEachColumn(from, [&](const auto& column) { others.push_back(&column); });
    std::vector<ImageTask> tasks;
    forEachColumn(to, [&](auto& column) {
        using AnyColumn = std::remove_cvref_t<decltype(column)>;
        using Value = std::remove_cvref_t<decltype(column[0])>;
        const auto& values = *static_cast<const AnyColumn*>(others[tasks.size()]);
        const auto* ids = numbersOf(to, column, names);
        const bool isSource = static_cast<const void*>(&column) == &to.source;
        tasks.emplace_back([&column, &values, ids, isSource, rows, source](const std::atomic<bool>& stopped) {
            if (isSource) {
                column.append(rows, static_cast<Value>(source));
            } else if (ids != nullptr) {
                appendColumn(column, values, [ids](Value value) {
                    return static_cast<Value>((*ids)[static_cast<std::size_t>(value)]);
                });
            } else {
                appendColumn(column, values, [](Value value) { return value; });
            }
            return !stopped;
        });
    });
    return runTasks(tasks, rows < fewRows, goesOn);
}

} // namespace

bool LogImage::readParts(const ImageSource& source, const GoesOn& goesOn)
{
    Head head;
    Directory directory;
    if (source.size < directorySize || !takeValue(RecordReader(source), head) || head.magic != magic ||
        head.version != version || !takeValue(RecordReader(source, source.size - directorySize), directory) ||
        directory[PartCount] != source.size - directorySize) {
        return false;
    }

    struct SizedTask
    {
        std::uint64_t size;
        ImageTask task;
    };

    std::vector<SizedTask> sized;
    const auto add = [&](std::size_t part, auto take) {
        const auto end = part + 1 < directory.size() ? directory[part + 1] : source.size;
        sized.push_back(
            {end - directory[part], [take, reader = RecordReader(source, directory[part])](
                                        const std::atomic<bool>& stopped) { return take(reader, stopped); }});
    };
    std::size_t part = 0;
    auto& c = m_part.m_columns;
    forEachColumn(c, [&](auto& column) {
        const bool isResult = static_cast<const void*>(&column) == &c.result;
        const bool isAction = static_cast<const void*>(&column) == &c.action;
        const bool isSource = static_cast<const void*>(&column) == &c.source;
        const std::uint64_t limit = isResult   ? std::uint64_t{noResult} + 1
                                    : isAction ? allActions.size()
                                    : isSource ? 1
                                               : UINT64_MAX;
        add(part++, [&column, limit, rows = head.rows](const RecordReader& reader, const auto& stopped) {
            return takeColumn(reader, column, rows, limit, stopped);
        });
    });
    const auto number = m_part.addSource();
    m_part.m_counts[number] = head.counts;
    Column<std::uint64_t> marks;
    add(Marks, [&](const RecordReader& reader, const auto& stopped) {
        return takeColumn(reader, marks, head.marks, UINT64_MAX, stopped);
    });
    add(State, [&](RecordReader reader, const auto&) { return reader.take(m_state); });
    add(Addresses, [&](RecordReader reader, const auto& stopped) {
        return takeAddresses(reader, m_part.m_addresses, stopped);
    });
    for (const auto& [table, names] :
         {std::pair{Domains, &m_part.m_domains}, std::pair{Helos, &m_part.m_helos},
          std::pair{Mailboxes, &m_part.m_mailboxes}, std::pair{Hosts, &m_part.m_hosts},
          std::pair{Rules, &m_part.m_rules}}) {
        add(table, [names = names](RecordReader reader, const auto& stopped) {
            return takeNames(reader, *names, stopped);
        });
    }
    // The largest first: then both threads end at about the same time.
    std::ranges::sort(sized, std::ranges::greater(), &SizedTask::size);
    std::vector<ImageTask> tasks;
    for (auto& task : sized) {
        tasks.push_back(std::move(task.task));
    }
    constexpr std::uint64_t smallImage = std::uint64_t{1} << 20U;
    const bool whole = runTasks(tasks, source.size < smallImage, goesOn);
    m_part.m_lines[number] = LineIndex(std::move(marks));
    return whole;
}

bool LogImage::hasValidNames(const GoesOn& goesOn) const
{
    const auto names = sameNames(m_part);
    const auto& c = m_part.m_columns;
    std::vector<ImageTask> tasks;
    forEachColumn(c, [&](const auto& column) {
        const auto* ids = numbersOf(c, column, names);
        if (ids == nullptr) {
            return;
        }
        tasks.emplace_back([&column, limit = ids->size()](const std::atomic<bool>& stopped) {
            bool isBelow = true;
            for (std::size_t piece = 0; isBelow && !stopped && piece < column.pieceCount(); ++piece) {
                const auto values = column.piece(piece);
                isBelow = packing::bitsOf(*std::max_element(values.begin(), values.end())) < limit;
            }
            return isBelow;
        });
    });
    return runTasks(tasks, m_part.size() < fewRows, goesOn);
}

std::optional<LogImage> LogImage::read(const ImageSource& source, const GoesOn& goesOn)
{
    LogImage image;
    if (!image.readParts(source, goesOn) || !image.hasValidNames(goesOn)) {
        return std::nullopt;
    }
    Reader trial(image.m_part, 0, {});
    const auto names = sameNames(image.m_part);
    StateReader state(image.m_state, names, 0, image.size());
    trial.keepIn(state);
    return state.hasTakenAll() ? std::optional(std::move(image)) : std::nullopt;
}

bool LogImage::usesFileDate() const
{
    const auto& flags = m_part.columns().flags;
    for (std::size_t piece = 0; piece < flags.pieceCount(); ++piece) {
        const auto values = flags.piece(piece);
        if (std::any_of(values.begin(), values.end(), [](std::uint8_t f) { return (f & NoYear) != 0; })) {
            return true;
        }
    }
    return false;
}

namespace {

/// The numbers that the entries of one table have in another one, where they are added.
template <class Table>
bool addAll(const Table& from, Table& to, std::vector<Id>& ids, const std::atomic<bool>& stopped)
{
    using Hashed = typename Table::Hashed;
    constexpr std::size_t together = 32; // each waits for memory
    std::vector<Hashed> some;
    ids.assign(1, 0);
    while (ids.size() < from.size() && !stopped) {
        some.clear();
        while (some.size() < together && ids.size() + some.size() < from.size()) {
            some.push_back(from.hashed(static_cast<Id>(ids.size() + some.size())));
            to.prefetchSlot(some.back());
        }
        for (const auto& name : some) {
            to.prefetchEntry(name);
        }
        for (const auto& name : some) {
            ids.push_back(to.intern(name));
        }
    }
    return !stopped;
}

} // namespace

std::optional<IdMaps> LogImage::addNames(Log& log, const GoesOn& goesOn) const
{
    std::array<std::vector<Id>, 6> ids;
    std::vector<ImageTask> tasks;
    const auto add = [&tasks](const auto& from, auto& to, std::vector<Id>& numbers) {
        tasks.emplace_back(
            [&](const std::atomic<bool>& stopped) { return addAll(from, to, numbers, stopped); });
    };
    add(m_part.m_mailboxes, log.m_mailboxes, ids[3]);
    add(m_part.m_addresses, log.m_addresses, ids[0]);
    add(m_part.m_domains, log.m_domains, ids[1]);
    add(m_part.m_helos, log.m_helos, ids[2]);
    add(m_part.m_hosts, log.m_hosts, ids[4]);
    add(m_part.m_rules, log.m_rules, ids[5]);
    if (!runTasks(tasks, m_part.size() < fewRows, goesOn)) {
        return std::nullopt;
    }
    const auto map = [&ids](std::size_t table) { return IdMap(std::move(ids[table])); };
    return IdMaps{map(0), map(1), map(2), map(3), map(4), map(5)};
}

bool LogImage::indexNames(const GoesOn& goesOn)
{
    std::vector<ImageTask> tasks;
    const auto add = [&tasks](auto& table) {
        tasks.emplace_back([&table](const std::atomic<bool>& stopped) { return table.index(stopped); });
    };
    add(m_part.m_mailboxes);
    add(m_part.m_addresses);
    add(m_part.m_domains);
    add(m_part.m_helos);
    add(m_part.m_hosts);
    add(m_part.m_rules);
    return runTasks(tasks, m_part.size() < fewRows, goesOn);
}

bool LogImage::moveInto(Log& log, std::uint16_t source, Reader& reader, const GoesOn& goesOn) &&
{
    const Row base = log.size();
    const auto rows = size();
    const bool isFirst = base == 0 && log.m_addresses.size() == 1 && log.m_domains.size() == 1 &&
                         log.m_helos.size() == 1 && log.m_mailboxes.size() == 1 && log.m_hosts.size() == 1 &&
                         log.m_rules.size() == 1;
    const auto names = isFirst ? sameNames(m_part) : addNames(log, goesOn);
    auto columns = isFirst ? std::move(m_part.m_columns) : log.m_columns;
    if (isFirst) {
        columns.source = {};
        columns.source.append(rows, source);
    }
    if (!names ||
        !(isFirst ? indexNames(goesOn) : appendColumns(columns, m_part.m_columns, *names, source, goesOn))) {
        return false;
    }
    log.m_columns = std::move(columns);
    log.m_counts[source] = m_part.m_counts.front();
    log.m_lines[source] = std::move(m_part.m_lines.front());
    if (isFirst) {
        log.m_addresses = std::move(m_part.m_addresses);
        log.m_domains = std::move(m_part.m_domains);
        log.m_helos = std::move(m_part.m_helos);
        log.m_mailboxes = std::move(m_part.m_mailboxes);
        log.m_hosts = std::move(m_part.m_hosts);
        log.m_rules = std::move(m_part.m_rules);
    }
    StateReader state(m_state, *names, base, rows);
    reader.keepIn(state);
    return true;
}

} // namespace maillog
