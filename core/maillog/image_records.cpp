// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/image_records.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace maillog {

namespace {

constexpr std::size_t longestRecord = std::size_t{16} << 20U;

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
    static_assert(sizeof(RecordReader::Head) == RecordReader::overhead);
    const RecordReader::Head head{bytes.size(), sumOf(bytes)};
    return sink({reinterpret_cast<const char*>(&head), sizeof head}) && sink(bytes);
}

bool RecordReader::takeHead(Head& head)
{
    if (!m_source->read(m_offset, {reinterpret_cast<char*>(&head), sizeof head}) ||
        head.size > longestRecord) {
        return false;
    }
    m_offset += sizeof head;
    return true;
}

bool RecordReader::takeBytes(const Head& head, std::span<char> bytes)
{
    if (!m_source->read(m_offset, bytes) || sumOf({bytes.data(), bytes.size()}) != head.sum) {
        return false;
    }
    m_offset += head.size;
    return true;
}

bool RecordReader::take(std::string& bytes)
{
    Head head;
    if (!takeHead(head)) {
        return false;
    }
    bytes.resize(static_cast<std::size_t>(head.size));
    return takeBytes(head, bytes);
}

bool RecordReader::take(std::shared_ptr<char[]>& bytes, std::size_t& size, std::size_t least)
{
    Head head;
    if (!takeHead(head)) {
        return false;
    }
    size = static_cast<std::size_t>(head.size);
    const auto room = std::max(size, least);
    bytes.reset(new char[room]);
    std::fill(bytes.get() + size, bytes.get() + room, '\0');
    return takeBytes(head, {bytes.get(), size});
}

bool putNames(const ImageSink& sink, const StringTable& table, const UsedNames& used)
{
    std::string run;
    run.reserve(StringTable::runSize);
    const auto flush = [&] {
        const bool goesOn = putRecord(sink, run);
        run.clear();
        return goesOn;
    };
    const bool goesOn = used.forEach([&](Id id) {
        const auto text = table[id];
        const auto size = StringTable::entrySize(text.size());
        if (!run.empty() && run.size() + size > StringTable::runSize && !flush()) {
            return false;
        }
        StringTable::appendEntry(run, used(id), text);
        return true;
    });
    return goesOn && (run.empty() || flush()) && flush();
}

bool takeNames(RecordReader& reader, StringTable& table, const std::atomic<bool>& stopped)
{
    while (!stopped) {
        std::shared_ptr<char[]> run;
        std::size_t size = 0;
        if (!reader.take(run, size, StringTable::runSize)) {
            return false;
        }
        if (size == 0) {
            return true;
        }
        if (!table.addRun(std::move(run), size)) {
            return false;
        }
    }
    return false;
}

bool putAddresses(const ImageSink& sink, const AddressTable& table, const UsedNames& used)
{
    std::string record;
    const bool goesOn = used.forEach([&](Id id) {
        const auto& bytes = table.bytes(id);
        record.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        if (record.size() < StringTable::runSize) {
            return true;
        }
        const bool done = putRecord(sink, record);
        record.clear();
        return done;
    });
    return goesOn && (record.empty() || putRecord(sink, record)) && putRecord(sink, {});
}

bool takeAddresses(RecordReader& reader, AddressTable& table, const std::atomic<bool>& stopped)
{
    using Bytes = net::IpAddress::Bytes;
    std::string record;
    std::vector<Bytes> addresses;
    while (!stopped && reader.take(record) && record.size() % sizeof(Bytes) == 0) {
        if (record.empty()) {
            return true;
        }
        addresses.resize(record.size() / sizeof(Bytes));
        std::memcpy(addresses.data(), record.data(), record.size());
        table.add(addresses);
    }
    return false;
}

} // namespace maillog
