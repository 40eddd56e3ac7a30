// SPDX-License-Identifier: GPL-3.0-or-later
// The questions an SPF evaluation asks and the answers a resolver gives, as values. Every way a look-up
// can end is a status of its own: a void look-up and a dead server must never look alike (RFC
// 7208 2.6, 4.6.4).
#pragma once

#include "core/net/ip_address.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace dns {

enum class RecordType : std::uint16_t {
    A = 1,
    NS = 2,
    CNAME = 5,
    SOA = 6,
    PTR = 12,
    MX = 15,
    TXT = 16,
    AAAA = 28,
    SPF = 99
};

/// "A", "AAAA", ... ; "TYPE99" style for others.
[[nodiscard]] std::string_view toString(RecordType type) noexcept;
[[nodiscard]] std::optional<RecordType> parseRecordType(std::string_view text) noexcept;

/// A name as raw label bytes parted by dots, without trailing dot and without escapes; it may hold any byte,
/// as macros expand to anything. Compared without ASCII case.
struct Question
{
    std::string name;
    RecordType type = RecordType::TXT;
    friend bool operator==(const Question& a, const Question& b) noexcept;
};

struct QuestionHash
{
    [[nodiscard]] std::size_t operator()(const Question& question) const noexcept;
};

enum class Status {
    Ok,          ///< NOERROR with at least one record of the type asked
    NoData,      ///< NOERROR without such a record
    NxDomain,    ///< RCODE 3
    FormErr,     ///< RCODE 1
    ServFail,    ///< RCODE 2
    NotImp,      ///< RCODE 4
    Refused,     ///< RCODE 5
    OtherRcode,  ///< any other RCODE
    Timeout,     ///< no answer in time
    Unreachable, ///< no server could be asked: connection refused, no route
    Malformed,   ///< an answer that cannot be read
    BadName,     ///< the name cannot be put into a question (label above 63 octets, name above 255)
    Cancelled,   ///< given up by us
    NotRecorded, ///< not among recorded answers
};

/// "NOERROR", "NXDOMAIN", "SERVFAIL", "TIMEOUT", ... as shown in traces and JSON.
[[nodiscard]] std::string_view rcodeWord(Status status) noexcept;
[[nodiscard]] std::optional<Status> parseRcodeWord(std::string_view word) noexcept;

/// Ok, NoData or NxDomain: the DNS has answered. All else is temperror (RFC 7208 5).
[[nodiscard]] constexpr bool isAnswered(Status status) noexcept
{
    return status == Status::Ok || status == Status::NoData || status == Status::NxDomain;
}

struct Mx
{
    std::uint16_t preference = 0;
    std::string exchange; ///< empty for the null MX (RFC 7505)
    friend bool operator==(const Mx&, const Mx&) = default;
};

struct Text
{
    std::vector<std::string> strings; ///< raw bytes, as sent
    [[nodiscard]] std::string joined() const;
    friend bool operator==(const Text&, const Text&) = default;
};

struct Name
{ ///< target of PTR, CNAME, NS
    std::string target;
    friend bool operator==(const Name&, const Name&) = default;
};

struct Record
{
    std::variant<net::IpAddress, Mx, Text, Name> data;
    std::uint32_t ttl = 0; ///< seconds
    /// As a master file shows it: `10 mx.example.com`, `"v=spf1 -all"`.
    [[nodiscard]] std::string toString() const;
    friend bool operator==(const Record&, const Record&) = default;
};

struct Answer
{
    Status status = Status::NoData;
    std::vector<Record> records;      ///< of the type asked, at the end of the alias chain, in answer order
    std::vector<std::string> aliases; ///< CNAME targets followed, in order; the last one owns the records
    std::optional<std::uint32_t> ttl; ///< seconds the whole answer may be kept; SOA minimum for negative ones
    std::string server;               ///< who answered: "192.0.2.53:53", "zone", "recorded", "cache"
    std::chrono::microseconds elapsed{0};
    bool isAuthentic = false; ///< the server says that DNSSEC proves all of it (RFC 4035 3.2.3)
    std::string detail;       ///< the library's own words for a failure, English, may be empty

    [[nodiscard]] static Answer failure(Status status, std::string server = {}, std::string detail = {});
    friend bool operator==(const Answer&, const Answer&) = default;
};

} // namespace dns
