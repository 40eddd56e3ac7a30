// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/image_records.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace maillog {

namespace {

constexpr std::size_t longestRecord = std::size_t{16} << 20U;
constexpr std::size_t namesBytes = std::size_t{1} << 20U;
constexpr std::size_t together = 32; ///< names looked up at the same time: each waits for memory

struct RecordHead
{
    std::uint64_t size = 0;
    std::uint64_t sum = 0;
};

/// Four lanes at a time: a sum over gigabytes must not be what is waited for.
std::uint64_t sumOf(std::string_view bytes) noexcept
{
    constexpr std::uint64_t prime = 0x9E37'79B1'85EB'CA87;
    std::array<std::uint64_t, 4> lanes{1, 2, 3, 4};
    const char* at = bytes.data();
    auto left = bytes.size();
    for (; left >= 32; left -= 32, at += 32) {
        for (auto& lane : lanes) {
            std::uint64_t word = 0;
            std::memcpy(&word, at + 8 * (&lane - lanes.data()), sizeof word);
            lane = (lane ^ word) * prime;
            lane ^= lane >> 29U;
        }
    }
    auto sum = hashBytes(at, left) + bytes.size();
    for (const auto lane : lanes) {
        sum = (sum ^ lane) * prime;
        sum ^= sum >> 32U;
    }
    return sum;
}

} // namespace

bool putRecord(const ImageSink& sink, std::string_view bytes)
{
    const RecordHead head{bytes.size(), sumOf(bytes)};
    return sink({reinterpret_cast<const char*>(&head), sizeof head}) && sink(bytes);
}

bool takeRecord(const ImageSource& source, std::string& bytes)
{
    RecordHead head;
    if (!source({reinterpret_cast<char*>(&head), sizeof head}) || head.size > longestRecord) {
        return false;
    }
    bytes.resize(static_cast<std::size_t>(head.size));
    return source({bytes.data(), bytes.size()}) && sumOf(bytes) == head.sum;
}

bool putNames(const ImageSink& sink, const StringTable& table, const Used& used)
{
    std::vector<std::uint32_t> lengths;
    std::string texts;
    const auto flush = [&] {
        const auto count = static_cast<std::uint32_t>(lengths.size());
        std::string record(reinterpret_cast<const char*>(&count), sizeof count);
        record.append(reinterpret_cast<const char*>(lengths.data()), lengths.size() * sizeof lengths[0]);
        record += texts;
        lengths.clear();
        texts.clear();
        return putRecord(sink, record);
    };
    for (const Id id : used.names()) {
        const auto text = table[id];
        lengths.push_back(static_cast<std::uint32_t>(text.size()));
        texts += text;
        if (texts.size() >= namesBytes && !flush()) {
            return false;
        }
    }
    return (lengths.empty() || flush()) && flush();
}

bool takeNames(const ImageSource& source, std::string& buffer, StringTable& table)
{
    while (true) {
        std::uint32_t count = 0;
        if (!takeRecord(source, buffer) || buffer.size() < sizeof count) {
            return false;
        }
        std::memcpy(&count, buffer.data(), sizeof count);
        if (count == 0) {
            return true;
        }
        std::string_view texts = buffer;
        const auto head = (std::size_t{count} + 1) * sizeof count;
        if (texts.size() < head) {
            return false;
        }
        texts.remove_prefix(head);
        const char* lengths = buffer.data() + sizeof count;
        std::array<HashedText, together> some;
        while (count > 0) {
            const auto names = std::span(some).first(std::min<std::size_t>(count, together));
            for (auto& name : names) {
                std::uint32_t length = 0;
                std::memcpy(&length, lengths, sizeof length);
                lengths += sizeof length;
                if (length > texts.size()) {
                    return false;
                }
                name = HashedText(texts.substr(0, length));
                table.prefetchSlot(name);
                texts.remove_prefix(length);
            }
            for (const auto& name : names) {
                const auto next = static_cast<Id>(table.size());
                if (table.intern(name) != next) {
                    return false; // every name is there once
                }
            }
            count -= static_cast<std::uint32_t>(names.size());
        }
    }
}

bool putAddresses(const ImageSink& sink, const AddressTable& table, const Used& used)
{
    std::string record;
    for (const Id id : used.names()) {
        const auto address = table[id].value();
        record.push_back(address.isV4() ? '4' : '6');
        record.append(reinterpret_cast<const char*>(address.mappedBytes().data()), 16);
        if (record.size() >= namesBytes) {
            if (!putRecord(sink, record)) {
                return false;
            }
            record.clear();
        }
    }
    return (record.empty() || putRecord(sink, record)) && putRecord(sink, {});
}

bool takeAddresses(const ImageSource& source, std::string& buffer, AddressTable& table)
{
    constexpr std::size_t entry = 17;
    std::vector<HashedAddress> some;
    while (takeRecord(source, buffer) && buffer.size() % entry == 0) {
        if (buffer.empty()) {
            return true;
        }
        for (std::size_t at = 0; at < buffer.size();) {
            some.clear();
            for (; some.size() < together && at < buffer.size(); at += entry) {
                net::IpAddress::Bytes bytes;
                std::memcpy(bytes.data(), buffer.data() + at + 1, bytes.size());
                if (isMappedV4(bytes) != (buffer[at] == '4')) {
                    return false;
                }
                table.prefetchSlot(some.emplace_back(bytes));
            }
            for (const auto& address : some) {
                const auto next = static_cast<Id>(table.size());
                if (table.intern(address) != next) {
                    return false;
                }
            }
        }
    }
    return false;
}

} // namespace maillog
