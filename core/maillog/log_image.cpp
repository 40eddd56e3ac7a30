// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/log_image.h"

#include "core/maillog/image_packing.h"
#include "core/maillog/image_records.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace maillog {

namespace {

constexpr std::uint64_t magic = 0x314D'4950'534C'4F47; // another byte order makes it another number
constexpr std::size_t stretch = Column<std::uint64_t>::pieceSize;

struct Head
{
    std::uint64_t magic = 0;
    std::uint32_t version = 0;
    std::uint32_t source = 0; ///< always 0
    std::uint64_t rows = 0;
    std::uint64_t marks = 0;
    LineCounts counts;
};

template <class T>
bool takeColumn(const ImageSource& source, std::string& buffer, Column<T>& column, std::size_t count)
{
    while (column.size() < count) {
        const auto size = std::min(stretch, count - column.size());
        if (!takeRecord(source, buffer)) {
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
    }
    return true;
}

/// The numbers of the names that a column holds; null for columns of other things.
template <class Column, class Maps>
auto numbersOf(const Columns& columns, const Column& column, Maps& maps) -> decltype(&maps.hosts)
{
    if constexpr (std::is_same_v<Column, decltype(columns.host)>) {
        const std::array<std::pair<const Column*, decltype(&maps.hosts)>, 7> all{
            {{&columns.address, &maps.addresses},
             {&columns.domain, &maps.domains},
             {&columns.helo, &maps.helos},
             {&columns.sender, &maps.mailboxes},
             {&columns.recipient, &maps.mailboxes},
             {&columns.host, &maps.hosts},
             {&columns.rule, &maps.rules}}};
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const auto& entry) { return entry.first == &column; });
        return found == all.end() ? nullptr : found->second;
    }
    return nullptr;
}

/// The names of a log for a state of the same log.
IdMaps sameNames(const Log& log)
{
    const auto all = [](std::size_t size) {
        std::vector<Id> ids(size);
        std::iota(ids.begin(), ids.end(), Id{0});
        return ids;
    };
    return {all(log.addresses().size()), all(log.domains().size()), all(log.helos().size()),
            all(log.mailboxes().size()), all(log.hosts().size()),   all(log.rules().size())};
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

void appendColumns(Columns& to, const Columns& from, const IdMaps& names, std::uint16_t source)
{
    const auto rows = from.time.size();
    std::vector<const void*> others;
    forEachColumn(from, [&](const auto& column) { others.push_back(&column); });
    auto other = others.begin();
    forEachColumn(to, [&](auto& column) {
        using AnyColumn = std::remove_cvref_t<decltype(column)>;
        using Value = std::remove_cvref_t<decltype(column[0])>;
        const auto& values = *static_cast<const AnyColumn*>(*other++);
        if (static_cast<const void*>(&column) == &to.source) {
            column.append(rows, static_cast<Value>(source));
        } else if (const auto* ids = numbersOf(to, column, names)) {
            appendColumn(column, values, [ids](Value value) {
                return static_cast<Value>((*ids)[static_cast<std::size_t>(value)]);
            });
        } else {
            appendColumn(column, values, [](Value value) { return value; });
        }
    });
}

} // namespace

/// Rows and names as the image numbers them.
struct LogImage::Numbers
{
    Row first;
    Used addresses;
    Used domains;
    Used helos;
    Used mailboxes;
    Used hosts;
    Used rules;

    [[nodiscard]] Row row(Row inLog) const noexcept { return inLog - first; }
};

bool LogImage::writeRows(const Log& log, const Rows& rows, Numbers& numbers, const ImageSink& sink)
{
    const auto& columns = log.columns();
    std::string record;
    bool goesOn = true;
    const auto putColumn = [&](const auto& column, const auto& number) {
        using Value = std::remove_cvref_t<decltype(column[0])>;
        std::vector<Value> values;
        for (Row from = rows.begin; goesOn && from < rows.end; from += values.size()) {
            values.clear();
            for (Row row = from; row < std::min(from + stretch, rows.end); ++row) {
                values.push_back(number(column[row]));
            }
            record.clear();
            packing::pack<Value>(record, values);
            goesOn = putRecord(sink, record);
        }
    };
    forEachColumn(columns, [&](const auto& column) {
        using Value = std::remove_cvref_t<decltype(column[0])>;
        auto* ids = numbersOf(columns, column, numbers);
        if (static_cast<const void*>(&column) == &columns.source) {
            putColumn(column, [](Value) { return Value{}; });
        } else if (ids != nullptr) {
            putColumn(column,
                      [ids](Value value) { return static_cast<Value>((*ids)(static_cast<Id>(value))); });
        } else {
            putColumn(column, [](Value value) { return value; });
        }
    });
    return goesOn;
}

bool LogImage::write(const Log& log, const Rows& rows, Reader& reader, const ImageSink& sink)
{
    Numbers numbers{rows.begin,
                    Used(log.addresses().size()),
                    Used(log.domains().size()),
                    Used(log.helos().size()),
                    Used(log.mailboxes().size()),
                    Used(log.hosts().size()),
                    Used(log.rules().size())};
    for (Id host = 1; host < log.hosts().size(); ++host) {
        static_cast<void>(numbers.hosts(host)); // few, and what a Reader remembers mixes their numbers in
    }
    const auto& marks = log.lineIndex(rows.source).offsets();
    const Head head{magic, version, 0, rows.end - rows.begin, marks.size(), log.counts(rows.source)};
    bool goesOn = putRecord(sink, {reinterpret_cast<const char*>(&head), sizeof head}) &&
                  writeRows(log, rows, numbers, sink);
    std::string record;
    for (std::size_t piece = 0; goesOn && piece < marks.pieceCount(); ++piece) {
        record.clear();
        packing::pack(record, marks.piece(piece));
        goesOn = putRecord(sink, record);
    }
    StateWriter state(numbers);
    reader.keepIn(state);
    return goesOn && putRecord(sink, state.bytes()) &&
           putAddresses(sink, log.addresses(), numbers.addresses) &&
           putNames(sink, log.domains(), numbers.domains) && putNames(sink, log.helos(), numbers.helos) &&
           putNames(sink, log.mailboxes(), numbers.mailboxes) && putNames(sink, log.hosts(), numbers.hosts) &&
           putNames(sink, log.rules(), numbers.rules);
}

bool LogImage::readRows(std::size_t rows, const ImageSource& source)
{
    std::string buffer;
    bool whole = true;
    forEachColumn(m_part.m_columns,
                  [&](auto& column) { whole = whole && takeColumn(source, buffer, column, rows); });
    return whole;
}

bool LogImage::readNames(const ImageSource& source)
{
    std::string buffer;
    return takeAddresses(source, buffer, m_part.m_addresses) && takeNames(source, buffer, m_part.m_domains) &&
           takeNames(source, buffer, m_part.m_helos) && takeNames(source, buffer, m_part.m_mailboxes) &&
           takeNames(source, buffer, m_part.m_hosts) && takeNames(source, buffer, m_part.m_rules);
}

bool LogImage::hasValidRows() const
{
    const auto isBelow = [](const auto& column, std::size_t limit) {
        for (std::size_t piece = 0; piece < column.pieceCount(); ++piece) {
            const auto values = column.piece(piece);
            if (packing::bitsOf(*std::max_element(values.begin(), values.end())) >= limit) {
                return false;
            }
        }
        return true;
    };
    const auto& c = m_part.m_columns;
    return isBelow(c.result, std::size_t{noResult} + 1) && isBelow(c.action, allActions.size()) &&
           isBelow(c.source, 1) && isBelow(c.address, m_part.m_addresses.size()) &&
           isBelow(c.domain, m_part.m_domains.size()) && isBelow(c.helo, m_part.m_helos.size()) &&
           isBelow(c.sender, m_part.m_mailboxes.size()) && isBelow(c.recipient, m_part.m_mailboxes.size()) &&
           isBelow(c.host, m_part.m_hosts.size()) && isBelow(c.rule, m_part.m_rules.size());
}

std::optional<LogImage> LogImage::read(const ImageSource& source)
{
    LogImage image;
    std::string buffer;
    Head head;
    if (!takeRecord(source, buffer) || buffer.size() != sizeof head) {
        return std::nullopt;
    }
    std::memcpy(&head, buffer.data(), sizeof head);
    if (head.magic != magic || head.version != version) {
        return std::nullopt;
    }
    const auto number = image.m_part.addSource();
    image.m_part.m_counts[number] = head.counts;
    Column<std::uint64_t> marks;
    if (!image.readRows(static_cast<std::size_t>(head.rows), source) ||
        !takeColumn(source, buffer, marks, static_cast<std::size_t>(head.marks)) ||
        !takeRecord(source, image.m_state) || !image.readNames(source) || !image.hasValidRows()) {
        return std::nullopt;
    }
    image.m_part.m_lines[number] = LineIndex(std::move(marks));
    Reader trial(image.m_part, number, {});
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

IdMaps LogImage::addNames(Log& log) const
{
    const auto add = [](const StringTable& from, StringTable& to) {
        std::vector<Id> ids(from.size());
        for (Id id = 1; id < ids.size(); ++id) {
            ids[id] = to.intern(from[id]);
        }
        return ids;
    };
    std::vector<Id> addresses(m_part.m_addresses.size());
    for (Id id = 1; id < addresses.size(); ++id) {
        addresses[id] = log.m_addresses.intern(*m_part.m_addresses[id]);
    }
    return {std::move(addresses),
            add(m_part.m_domains, log.m_domains),
            add(m_part.m_helos, log.m_helos),
            add(m_part.m_mailboxes, log.m_mailboxes),
            add(m_part.m_hosts, log.m_hosts),
            add(m_part.m_rules, log.m_rules)};
}

void LogImage::moveInto(Log& log, std::uint16_t source, Reader& reader) &&
{
    const Row base = log.size();
    const auto rows = size();
    const bool isFirst = base == 0 && log.m_addresses.size() == 1 && log.m_domains.size() == 1 &&
                         log.m_helos.size() == 1 && log.m_mailboxes.size() == 1 && log.m_hosts.size() == 1 &&
                         log.m_rules.size() == 1;
    log.m_counts[source] = m_part.m_counts.front();
    log.m_lines[source] = std::move(m_part.m_lines.front());
    const auto names = isFirst ? sameNames(m_part) : addNames(log);
    StateReader state(m_state, names, base, rows);
    if (isFirst) {
        log.m_columns = std::move(m_part.m_columns);
        log.m_columns.source = {};
        log.m_columns.source.append(rows, source);
        log.m_addresses = std::move(m_part.m_addresses);
        log.m_domains = std::move(m_part.m_domains);
        log.m_helos = std::move(m_part.m_helos);
        log.m_mailboxes = std::move(m_part.m_mailboxes);
        log.m_hosts = std::move(m_part.m_hosts);
        log.m_rules = std::move(m_part.m_rules);
    } else {
        appendColumns(log.m_columns, m_part.m_columns, names, source);
    }
    reader.keepIn(state);
}

void copyState(Reader& from, Reader& to, const Log& copy)
{
    struct Same
    {
        static Id id(Id id) noexcept { return id; }

        Id (*addresses)(Id) = id;
        Id (*domains)(Id) = id;
        Id (*helos)(Id) = id;
        Id (*mailboxes)(Id) = id;
        Id (*hosts)(Id) = id;
        Id (*rules)(Id) = id;

        [[nodiscard]] static Row row(Row row) noexcept { return row; }
    };

    Same numbers;
    StateWriter writer(numbers);
    from.keepIn(writer);
    const auto names = sameNames(copy);
    StateReader reader(writer.bytes(), names, 0, copy.size());
    to.keepIn(reader);
}

} // namespace maillog
