// SPDX-License-Identifier: GPL-3.0-or-later
// What a Reader remembers as bytes (its keepIn()), with the numbers of rows and names as an image counts
// them.
#pragma once

#include "core/maillog/log.h"

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace maillog {

/// Numbers of one table in another.
class IdMap
{
public:
    /// The numbers are the same, below `size`.
    explicit IdMap(std::size_t size) noexcept : m_size(size) {}

    explicit IdMap(std::vector<Id> ids) : m_size(ids.size()), m_ids(std::move(ids)) {}

    [[nodiscard]] std::size_t size() const noexcept { return m_size; }

    [[nodiscard]] Id operator[](std::size_t id) const noexcept
    {
        return m_ids.empty() ? static_cast<Id>(id) : m_ids[id];
    }

private:
    std::size_t m_size;
    std::vector<Id> m_ids;
};

struct IdMaps
{
    IdMap addresses;
    IdMap domains;
    IdMap helos;
    IdMap mailboxes;
    IdMap hosts;
    IdMap rules;
};

/// `Numbers` turns rows and ids of the log into those of the image.
template <class Numbers>
class StateWriter
{
public:
    explicit StateWriter(Numbers& numbers) : m_numbers(numbers) {}

    [[nodiscard]] const std::string& bytes() const noexcept { return m_bytes; }

    template <class T>
    void number(T value)
    {
        static_assert(std::is_arithmetic_v<T> || std::is_enum_v<T>);
        m_bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    }

    void text(const std::string& text)
    {
        number(std::uint64_t{text.size()});
        m_bytes.append(text);
    }

    void optional(const std::optional<std::int64_t>& value)
    {
        number(value.has_value());
        number(value.value_or(0));
    }

    /// A row, or the end of all rows.
    void place(Row row) { this->row(row); }

    void row(Row row) { number(std::uint64_t{m_numbers.row(row)}); }

    void address(Id id) { number(m_numbers.addresses(id)); }

    void domain(Id id) { number(m_numbers.domains(id)); }

    void helo(Id id) { number(m_numbers.helos(id)); }

    void mailbox(Id id) { number(m_numbers.mailboxes(id)); }

    void host(Id id) { number(m_numbers.hosts(id)); }

    void rule(Id id) { number(m_numbers.rules(id)); }

    template <class T, class Each>
    void list(std::vector<T>& entries, const Each& each)
    {
        number(std::uint64_t{entries.size()});
        for (T& entry : entries) {
            each(entry);
        }
    }

    /// A list whose places are hosts.
    template <class T, class Each>
    void byHost(std::vector<T>& entries, const Each& each)
    {
        number(std::uint64_t{entries.size()});
        for (std::size_t at = 0; at < entries.size(); ++at) {
            host(static_cast<Id>(at));
            each(entries[at]);
        }
    }

    /// By host (upper half) and process.
    template <class T, class Each>
    void byProcess(std::unordered_map<std::uint64_t, T>& entries, const Each& each)
    {
        number(std::uint64_t{entries.size()});
        for (auto& [process, entry] : entries) {
            host(static_cast<Id>(process >> 32U));
            number(static_cast<std::uint32_t>(process));
            each(entry);
        }
    }

private:
    Numbers& m_numbers;
    std::string m_bytes;
};

/// Takes what a StateWriter has written; what does not fit leaves it failed.
class StateReader
{
public:
    /// Image row n is row `base` + n, of `rows`.
    StateReader(std::string_view bytes, const IdMaps& maps, Row base, std::size_t rows)
        : m_left(bytes), m_maps(maps), m_base(base), m_rows(rows)
    {
    }

    [[nodiscard]] bool hasTakenAll() const noexcept { return !m_failed && m_left.empty(); }

    template <class T>
    void number(T& value)
    {
        static_assert(std::is_arithmetic_v<T> || std::is_enum_v<T>);
        if (m_left.size() < sizeof value) {
            m_failed = true;
            m_left = {};
            return;
        }
        if constexpr (std::is_same_v<T, bool>) {
            m_failed = m_failed || static_cast<unsigned char>(m_left.front()) > 1;
            value = m_left.front() == 1; // nothing else may lie in a bool
        } else {
            std::memcpy(&value, m_left.data(), sizeof value);
        }
        m_left.remove_prefix(sizeof value);
    }

    void text(std::string& text)
    {
        text.assign(m_left.substr(0, size()));
        m_left.remove_prefix(text.size());
    }

    void optional(std::optional<std::int64_t>& value)
    {
        bool has = false;
        std::int64_t there = 0;
        number(has);
        number(there);
        value = has ? std::optional(there) : std::nullopt;
    }

    void row(Row& row) { takeRow(row, m_rows); }

    void place(Row& row) { takeRow(row, m_rows + 1); }

    void address(Id& id) { take(id, m_maps.addresses); }

    void domain(Id& id) { take(id, m_maps.domains); }

    void helo(Id& id) { take(id, m_maps.helos); }

    void mailbox(Id& id) { take(id, m_maps.mailboxes); }

    void host(Id& id) { take(id, m_maps.hosts); }

    void rule(Id& id) { take(id, m_maps.rules); }

    template <class T, class Each>
    void list(std::vector<T>& entries, const Each& each)
    {
        entries.clear();
        for (auto left = size(); left > 0 && !m_failed; --left) {
            each(entries.emplace_back());
        }
    }

    template <class T, class Each>
    void byHost(std::vector<T>& entries, const Each& each)
    {
        entries.clear();
        for (auto left = size(); left > 0 && !m_failed; --left) {
            Id at = 0;
            host(at);
            entries.resize(std::max<std::size_t>(entries.size(), std::size_t{at} + 1));
            each(entries[at]);
        }
    }

    template <class T, class Each>
    void byProcess(std::unordered_map<std::uint64_t, T>& entries, const Each& each)
    {
        entries.clear();
        for (auto left = size(); left > 0 && !m_failed; --left) {
            Id at = 0;
            std::uint32_t process = 0;
            host(at);
            number(process);
            each(entries[(std::uint64_t{at} << 32U) | process]);
        }
    }

private:
    /// Of a list or text: each entry takes at least a byte.
    [[nodiscard]] std::size_t size()
    {
        std::uint64_t count = 0;
        number(count);
        if (count > m_left.size()) {
            m_failed = true;
            m_left = {};
            return 0;
        }
        return static_cast<std::size_t>(count);
    }

    void takeRow(Row& row, std::size_t limit)
    {
        std::uint64_t inImage = 0;
        number(inImage);
        m_failed = m_failed || inImage >= limit;
        row = m_failed ? 0 : m_base + static_cast<Row>(inImage);
    }

    void take(Id& id, const IdMap& map)
    {
        id = 0;
        number(id);
        m_failed = m_failed || id >= map.size();
        id = m_failed ? 0 : map[id];
    }

    std::string_view m_left;
    const IdMaps& m_maps;
    Row m_base;
    std::size_t m_rows;
    bool m_failed = false;
};

} // namespace maillog
