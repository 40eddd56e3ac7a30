// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dns/wire.h"

#include "core/base/ascii.h"

#include <algorithm>
#include <set>

namespace dns {

namespace {

constexpr std::size_t headerSize = 12;
constexpr std::size_t longestName = 255; ///< octets on the wire, with the root's
constexpr std::size_t longestAliasChain = 16;
constexpr int mostPointers = 127; ///< in one name: no more than it may have labels
constexpr std::uint16_t classIn = 1;
constexpr std::uint16_t typeOpt = 41;
constexpr std::uint16_t authenticFlag = 0x0020; ///< AD

using Octets = std::span<const std::uint8_t>;

void put16(std::vector<std::uint8_t>& out, std::uint16_t value)
{
    out.push_back(static_cast<std::uint8_t>(value >> 8));
    out.push_back(static_cast<std::uint8_t>(value & 0xff));
}

/// Reads from the front of a message; after the first thing that is not there everything fails.
class Reader
{
public:
    Reader(Octets message, std::size_t position) : m_message(message), m_position(position) {}

    [[nodiscard]] bool ok() const noexcept { return m_ok; }

    [[nodiscard]] std::size_t position() const noexcept { return m_position; }

    std::uint8_t octet()
    {
        if (!m_ok || m_position >= m_message.size()) {
            m_ok = false;
            return 0;
        }
        return m_message[m_position++];
    }

    std::uint16_t number16()
    {
        const unsigned high = octet();
        return static_cast<std::uint16_t>(high << 8 | octet());
    }

    std::uint32_t number32()
    {
        const std::uint32_t high = number16();
        return high << 16 | number16();
    }

    Octets take(std::size_t count)
    {
        if (!m_ok || m_message.size() - m_position < count) {
            m_ok = false;
            return {};
        }
        const auto piece = m_message.subspan(m_position, count);
        m_position += count;
        return piece;
    }

    /// RFC 1035 4.1.4. A pointer has to lead towards the front, so every name ends; pointers to pointers are
    /// counted, so it ends soon.
    std::string name()
    {
        std::string text;
        std::size_t at = m_position;
        std::size_t lowest = m_position;
        std::size_t wireSize = 0;
        int pointers = 0;
        while (m_ok) {
            if (at >= m_message.size()) {
                m_ok = false;
                break;
            }
            const std::size_t length = m_message[at];
            if ((length & 0xc0) == 0xc0) {
                if (at + 1 >= m_message.size()) {
                    m_ok = false;
                    break;
                }
                const std::size_t target = (length & 0x3f) << 8 | m_message[at + 1];
                if (pointers == 0) {
                    m_position = at + 2;
                }
                m_ok = target < lowest && ++pointers <= mostPointers;
                at = lowest = target;
                continue;
            }
            wireSize += length + 1;
            if (length > 63 || wireSize > longestName || m_message.size() - at - 1 < length) {
                m_ok = false;
                break;
            }
            if (length == 0) {
                if (pointers == 0) {
                    m_position = at + 1;
                }
                return text;
            }
            if (!text.empty()) {
                text += '.';
            }
            const auto label = m_message.subspan(at + 1, length);
            text.append(label.begin(), label.end());
            at += length + 1;
        }
        return {};
    }

private:
    Octets m_message;
    std::size_t m_position;
    bool m_ok = true;
};

struct Header
{
    std::uint16_t flags = 0;
    std::uint16_t questions = 0;
    std::uint16_t answers = 0;
    std::uint16_t authorities = 0;

    [[nodiscard]] bool isResponse() const noexcept { return (flags & 0x8000) != 0; }

    [[nodiscard]] bool isStandardQuery() const noexcept { return (flags & 0x7800) == 0; }

    [[nodiscard]] bool isTruncated() const noexcept { return (flags & 0x0200) != 0; }

    [[nodiscard]] bool isAuthentic() const noexcept { return (flags & authenticFlag) != 0; }

    [[nodiscard]] int rcode() const noexcept { return flags & 0x000f; }
};

struct ResourceRecord
{
    std::string owner;
    std::uint16_t type = 0;
    std::uint16_t klass = 0;
    std::uint32_t ttl = 0;
    std::size_t dataAt = 0;
    std::size_t dataSize = 0;
};

Header readHeader(Reader& reader)
{
    Header header;
    static_cast<void>(reader.number16()); // the id was compared by whoever matched answer and question
    header.flags = reader.number16();
    header.questions = reader.number16();
    header.answers = reader.number16();
    header.authorities = reader.number16();
    static_cast<void>(reader.number16());
    return header;
}

std::vector<ResourceRecord> readSection(Reader& reader, std::size_t count)
{
    std::vector<ResourceRecord> records;
    while (count-- > 0 && reader.ok()) {
        ResourceRecord record;
        record.owner = reader.name();
        record.type = reader.number16();
        record.klass = reader.number16();
        record.ttl = reader.number32();
        // RFC 2181 8: a time to live with the top bit set counts as zero.
        if ((record.ttl & 0x80000000U) != 0) {
            record.ttl = 0;
        }
        record.dataSize = reader.number16();
        record.dataAt = reader.position();
        static_cast<void>(reader.take(record.dataSize));
        if (reader.ok()) {
            records.push_back(std::move(record));
        }
    }
    return records;
}

/// Nothing when the data does not fill its length exactly.
std::optional<Record> readData(Octets message, const ResourceRecord& record)
{
    // Names in the data may point anywhere before, but the data itself must not reach beyond its end.
    Reader reader(message.first(record.dataAt + record.dataSize), record.dataAt);
    Record result;
    result.ttl = record.ttl;
    switch (static_cast<RecordType>(record.type)) {
    case RecordType::A:
        result.data = net::IpAddress::v4(reader.number32());
        break;
    case RecordType::AAAA: {
        net::IpAddress::Bytes bytes{};
        std::ranges::copy(reader.take(bytes.size()), bytes.begin());
        result.data = net::IpAddress::v6(bytes);
        break;
    }
    case RecordType::MX: {
        Mx mx;
        mx.preference = reader.number16();
        mx.exchange = reader.name();
        result.data = std::move(mx);
        break;
    }
    case RecordType::TXT:
    case RecordType::SPF: {
        Text text;
        do {
            const auto piece = reader.take(reader.octet());
            text.strings.emplace_back(piece.begin(), piece.end());
        } while (reader.ok() && reader.position() < record.dataAt + record.dataSize);
        result.data = std::move(text);
        break;
    }
    case RecordType::NS:
    case RecordType::CNAME:
    case RecordType::PTR:
        result.data = Name{reader.name()};
        break;
    case RecordType::SOA:
        result.data = Name{reader.name()};
        static_cast<void>(reader.name());
        static_cast<void>(reader.take(20));
        break;
    }
    if (!reader.ok() || reader.position() != record.dataAt + record.dataSize) {
        return std::nullopt;
    }
    return result;
}

Status statusOf(int rcode, bool hasRecords)
{
    switch (rcode) {
    case 0:
        return hasRecords ? Status::Ok : Status::NoData;
    case 1:
        return Status::FormErr;
    case 2:
        return Status::ServFail;
    case 3:
        return Status::NxDomain;
    case 4:
        return Status::NotImp;
    case 5:
        return Status::Refused;
    default:
        return Status::OtherRcode;
    }
}

Reply malformed(std::string detail)
{
    return {Answer::failure(Status::Malformed, {}, std::move(detail)), false};
}

void lowerTtl(std::optional<std::uint32_t>& ttl, std::uint32_t other)
{
    ttl = std::min(ttl.value_or(other), other);
}

/// Follows the aliases from the name asked and gathers what the last name owns. False when data cannot be
/// read.
bool follow(Octets message, const std::vector<ResourceRecord>& section, const Question& question,
            Answer& answer)
{
    std::set<std::string> seen{base::toLower(question.name)};
    std::string owner = question.name;
    while (true) {
        std::optional<std::string> alias;
        for (const auto& entry : section) {
            if (entry.klass != classIn || !base::equalsIgnoreCase(entry.owner, owner)) {
                continue;
            }
            const bool isAsked = entry.type == static_cast<std::uint16_t>(question.type);
            if (!isAsked && entry.type != static_cast<std::uint16_t>(RecordType::CNAME)) {
                continue;
            }
            auto record = readData(message, entry);
            if (!record) {
                return false;
            }
            lowerTtl(answer.ttl, entry.ttl);
            if (isAsked) {
                answer.records.push_back(std::move(*record));
            } else if (!alias) {
                alias = std::get<Name>(record->data).target;
            }
        }
        if (!answer.records.empty() || !alias) {
            return true;
        }
        answer.aliases.push_back(*alias);
        if (!seen.insert(base::toLower(*alias)).second || answer.aliases.size() > longestAliasChain) {
            answer.detail = "the aliases do not end";
            return true;
        }
        owner = std::move(*alias);
    }
}

/// How long "no" may be kept (RFC 2308 5), from the zone's SOA.
std::optional<std::uint32_t> negativeTtl(Octets message, const std::vector<ResourceRecord>& authority)
{
    for (const auto& entry : authority) {
        if (entry.type == static_cast<std::uint16_t>(RecordType::SOA) && entry.dataSize >= 22) {
            Reader minimum(message, entry.dataAt + entry.dataSize - 4);
            return std::min(entry.ttl, minimum.number32());
        }
    }
    return std::nullopt;
}

} // namespace

bool fitsMessage(std::string_view name) noexcept
{
    if (name.empty()) {
        return true; // the root
    }
    if (name.size() + 2 > longestName) {
        return false;
    }
    std::size_t label = 0;
    for (const char c : name) {
        if (c != '.') {
            ++label;
        } else if (label == 0 || label > 63) {
            return false;
        } else {
            label = 0;
        }
    }
    return label > 0 && label <= 63;
}

std::optional<std::vector<std::uint8_t>> encodeQuery(const Question& question, std::uint16_t id,
                                                     std::uint16_t udpSize)
{
    if (!fitsMessage(question.name)) {
        return std::nullopt;
    }
    std::vector<std::uint8_t> out;
    out.reserve(headerSize + question.name.size() + 2 + 4 + 11);
    put16(out, id);
    put16(out, 0x0100 | authenticFlag); // recursion desired
    put16(out, 1);
    put16(out, 0);
    put16(out, 0);
    put16(out, udpSize > 0 ? 1 : 0);
    if (!question.name.empty()) {
        for (const auto label : base::split(question.name, '.')) {
            out.push_back(static_cast<std::uint8_t>(label.size()));
            out.insert(out.end(), label.begin(), label.end());
        }
    }
    out.push_back(0);
    put16(out, static_cast<std::uint16_t>(question.type));
    put16(out, classIn);
    if (udpSize > 0) {
        out.push_back(0);
        put16(out, typeOpt);
        put16(out, udpSize);
        out.insert(out.end(), 6, 0); // no extended code, version 0, no flags, no options
    }
    return out;
}

Reply readReply(std::span<const std::uint8_t> message, const Question& question)
{
    Reader reader(message, 0);
    const Header header = readHeader(reader);
    if (!reader.ok() || !header.isResponse() || !header.isStandardQuery()) {
        return malformed("not a response");
    }
    if (header.isTruncated()) {
        return malformed("cut off");
    }
    const int rcode = header.rcode();
    if (header.questions == 1) {
        const std::string name = reader.name();
        const auto type = reader.number16();
        const auto klass = reader.number16();
        if (!reader.ok() || Question{name, static_cast<RecordType>(type)} != question || klass != classIn) {
            return malformed("the response is to another question");
        }
    } else if (header.questions != 0 || statusOf(rcode, true) == Status::Ok) {
        return malformed("a response without the question"); // servers that fail may leave it out
    }

    Reply reply;
    const auto answers = readSection(reader, header.answers);
    if (!reader.ok() || !follow(message, answers, question, reply.answer)) {
        return malformed("the records cannot be read");
    }
    reply.answer.status = statusOf(rcode, !reply.answer.records.empty());
    reply.answer.isAuthentic = header.isAuthentic() && isAnswered(reply.answer.status);
    if (reply.answer.status == Status::Ok) {
        return reply;
    }
    reply.answer.records.clear();
    const auto authority = readSection(reader, header.authorities);
    const auto ttl = negativeTtl(message, authority);
    reply.isUnfinished = reply.answer.status == Status::NoData && !reply.answer.aliases.empty() && !ttl &&
                         reply.answer.detail.empty();
    if (ttl) {
        lowerTtl(reply.answer.ttl, *ttl);
    } else if (!reply.isUnfinished) {
        reply.answer.ttl.reset(); // RFC 2308 5: without SOA not to be kept
    }
    return reply;
}

} // namespace dns
