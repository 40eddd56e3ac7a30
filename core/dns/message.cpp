// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dns/message.h"

#include "core/base/ascii.h"
#include "core/dns/presentation.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace dns {
namespace {

constexpr std::array typeWords{
    std::pair(RecordType::A, std::string_view("A")),
    std::pair(RecordType::NS, std::string_view("NS")),
    std::pair(RecordType::CNAME, std::string_view("CNAME")),
    std::pair(RecordType::SOA, std::string_view("SOA")),
    std::pair(RecordType::PTR, std::string_view("PTR")),
    std::pair(RecordType::MX, std::string_view("MX")),
    std::pair(RecordType::TXT, std::string_view("TXT")),
    std::pair(RecordType::AAAA, std::string_view("AAAA")),
    std::pair(RecordType::SPF, std::string_view("SPF")),
};

/// In the order of Status. NoData shares its RCODE with Ok: the records tell them apart.
constexpr std::array<std::string_view, 14> statusWords{
    "NOERROR", "NOERROR", "NXDOMAIN",    "FORMERR",   "SERVFAIL", "NOTIMP",    "REFUSED",
    "RCODE",   "TIMEOUT", "UNREACHABLE", "MALFORMED", "BADNAME",  "CANCELLED", "NOTRECORDED"};

} // namespace

std::string_view toString(RecordType type) noexcept
{
    for (const auto& [known, name] : typeWords) {
        if (known == type) {
            return name;
        }
    }
    return "TYPE";
}

std::optional<RecordType> parseRecordType(std::string_view text) noexcept
{
    for (const auto& [type, name] : typeWords) {
        if (base::equalsIgnoreCase(name, text)) {
            return type;
        }
    }
    if (!base::startsWithIgnoreCase(text, "TYPE")) {
        return std::nullopt;
    }
    const auto number = base::parseNumber(text.substr(4), 0xffff);
    for (const auto& [type, name] : typeWords) {
        if (number && *number == static_cast<unsigned long long>(type)) {
            return type;
        }
    }
    return std::nullopt;
}

bool operator==(const Question& a, const Question& b) noexcept
{
    return a.type == b.type && (a.name == b.name || base::equalsIgnoreCase(a.name, b.name));
}

std::size_t QuestionHash::operator()(const Question& question) const noexcept
{
    // Eight bytes at a time; bit 5 is set in all of them, so that letters of both cases come out the same.
    constexpr std::uint64_t caseBits = 0x2020202020202020;
    constexpr std::uint64_t factor = 0x9e3779b97f4a7c15;
    std::uint64_t hash = question.name.size() ^ static_cast<std::uint64_t>(question.type) << 32;
    for (std::size_t at = 0; at < question.name.size(); at += 8) {
        std::uint64_t piece = 0;
        std::memcpy(&piece, question.name.data() + at, std::min<std::size_t>(8, question.name.size() - at));
        hash = (hash ^ (piece | caseBits)) * factor;
        hash ^= hash >> 32;
    }
    return static_cast<std::size_t>(hash);
}

std::string_view rcodeWord(Status status) noexcept
{
    return statusWords[static_cast<std::size_t>(status)];
}

std::optional<Status> parseRcodeWord(std::string_view word) noexcept
{
    if (base::equalsIgnoreCase(word, "NODATA")) {
        return Status::NoData;
    }
    for (std::size_t i = 0; i < statusWords.size(); ++i) {
        if (base::equalsIgnoreCase(statusWords[i], word)) {
            return static_cast<Status>(i);
        }
    }
    return std::nullopt;
}

std::string Text::joined() const
{
    std::string all;
    for (const auto& piece : strings) {
        all += piece;
    }
    return all;
}

namespace {

struct Shown
{
    std::string operator()(const net::IpAddress& address) const { return address.toString(); }

    std::string operator()(const Mx& mx) const
    {
        return std::to_string(mx.preference) + ' ' + presentName(mx.exchange);
    }

    std::string operator()(const Name& name) const { return presentName(name.target); }

    std::string operator()(const Text& text) const
    {
        std::string shown;
        for (const auto& piece : text.strings) {
            if (!shown.empty()) {
                shown += ' ';
            }
            shown += quoted(piece);
        }
        return shown.empty() ? std::string("\"\"") : shown;
    }
};

} // namespace

std::string Record::toString() const
{
    return std::visit(Shown{}, data);
}

Answer Answer::failure(Status status, std::string server, std::string detail)
{
    Answer answer;
    answer.status = status;
    answer.server = std::move(server);
    answer.detail = std::move(detail);
    return answer;
}

} // namespace dns
