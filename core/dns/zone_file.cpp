// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dns/zone_file.h"

#include "core/base/ascii.h"
#include "core/dns/zone_lexer.h"

#include <algorithm>
#include <array>
#include <span>

namespace dns {
namespace {

using Code = ZoneProblem::Code;

constexpr std::uint32_t defaultTtl = 3600;

/// Types that are no use here and no mistake either.
constexpr std::array<std::string_view, 32> otherTypes{
    "SRV",        "CAA",    "DS",    "DNSKEY", "RRSIG",   "NSEC",  "NSEC3", "NSEC3PARAM",
    "TLSA",       "SSHFP",  "HINFO", "NAPTR",  "DNAME",   "SVCB",  "HTTPS", "LOC",
    "CERT",       "KEY",    "SIG",   "NXT",    "WKS",     "MINFO", "RP",    "AFSDB",
    "OPENPGPKEY", "SMIMEA", "URI",   "CDS",    "CDNSKEY", "DLV",   "CSYNC", "ZONEMD"};

bool isOtherType(std::string_view word) noexcept
{
    const bool known = std::any_of(otherTypes.begin(), otherTypes.end(), [word](std::string_view type) {
        return base::equalsIgnoreCase(type, word);
    });
    return known || (base::startsWithIgnoreCase(word, "TYPE") && base::parseNumber(word.substr(4), 0xffff));
}

bool isClass(std::string_view word) noexcept
{
    constexpr std::array<std::string_view, 5> classes{"IN", "CH", "HS", "CS", "ANY"};
    return std::any_of(classes.begin(), classes.end(),
                       [word](std::string_view name) { return base::equalsIgnoreCase(name, word); });
}

/// Seconds, or BIND's units: 1w2d3h4m5s.
std::optional<std::uint32_t> parseTtl(std::string_view word) noexcept
{
    if (word.empty() || !base::isDigit(word.front())) {
        return std::nullopt;
    }
    constexpr std::uint64_t longest = 0x7fffffff; // RFC 2181 8
    std::uint64_t total = 0;
    while (!word.empty()) {
        std::size_t digits = 0;
        while (digits < word.size() && base::isDigit(word[digits])) {
            ++digits;
        }
        const auto number = base::parseNumber(word.substr(0, digits), longest);
        std::uint64_t unit = 1;
        if (digits < word.size()) {
            constexpr std::string_view units = "smhdw";
            constexpr std::array<std::uint64_t, 5> seconds{1, 60, 3600, 86400, 604800};
            const auto place = units.find(base::toLower(word[digits]));
            if (place == std::string_view::npos) {
                return std::nullopt;
            }
            unit = seconds[place];
            ++digits;
        }
        if (!number || (total += *number * unit) > longest) {
            return std::nullopt;
        }
        word.remove_prefix(digits);
    }
    return static_cast<std::uint32_t>(total);
}

class Reader
{
public:
    Reader(std::string_view text, std::string_view origin, ZoneFile& file)
        : m_file(file), m_lexer(text, file.problems), m_origin(origin)
    {
        if (m_origin.ends_with('.')) {
            m_origin.pop_back();
        }
    }

    void read()
    {
        ZoneEntry entry;
        while (m_lexer.next(entry)) {
            if (entry.isBroken || entry.words.empty()) {
                continue;
            }
            const ZoneWord& first = entry.words.front();
            if (!entry.startsWithBlank && !first.isQuoted && first.text.starts_with('$')) {
                readDirective(entry.words);
            } else {
                readRecord(entry);
            }
        }
    }

private:
    using Words = std::span<const ZoneWord>;

    void report(Code code, const ZoneWord& at)
    {
        m_file.problems.push_back({code, at.line, at.column, at.text});
    }

    /// Words of this entry that have to be there, and no more.
    bool hasCount(Words words, const ZoneWord& owner, std::size_t count)
    {
        if (words.size() < count) {
            report(Code::MissingData, words.empty() ? owner : words.back());
        } else if (words.size() > count) {
            report(Code::ExtraData, words[count]);
        }
        return words.size() == count;
    }

    std::optional<std::string> absoluteName(const ZoneWord& word)
    {
        std::string name = word.text;
        if (name == "@" && !word.isQuoted) {
            return m_origin;
        }
        if (name == ".") {
            return std::string();
        }
        if (name.ends_with('.')) {
            name.pop_back();
        } else if (!m_origin.empty()) {
            name += '.' + m_origin;
        }
        if (name.empty() || name.size() > 254 || name.starts_with('.') ||
            name.find("..") != std::string::npos) {
            report(Code::BadName, word);
            return std::nullopt;
        }
        return name;
    }

    void readDirective(Words words)
    {
        const ZoneWord& directive = words.front();
        const auto is = [&directive](std::string_view name) {
            return base::equalsIgnoreCase(directive.text, name);
        };
        if (is("$ORIGIN")) {
            if (hasCount(words.subspan(1), directive, 1)) {
                m_origin = absoluteName(words[1]).value_or(m_origin);
            }
        } else if (is("$TTL")) {
            if (hasCount(words.subspan(1), directive, 1)) {
                m_ttl = parseTtl(words[1].text);
                if (!m_ttl) {
                    report(Code::BadTtl, words[1]);
                }
            }
        } else if (is("$FAILURE")) {
            readFailure(words);
        } else {
            report(Code::UnknownDirective, directive);
        }
    }

    void readFailure(Words words)
    {
        if (!hasCount(words.subspan(1), words.front(), 2)) {
            return;
        }
        const auto status = parseRcodeWord(words[2].text);
        if (!status || isAnswered(*status)) {
            report(Code::BadFailureWord, words[2]);
            return;
        }
        if (const auto name = absoluteName(words[1])) {
            m_file.zone.setFailure(*name, *status);
        }
    }

    void readRecord(const ZoneEntry& entry)
    {
        Words words = entry.words;
        if (!entry.startsWithBlank) {
            m_owner = absoluteName(words.front());
            m_hasOwner = true;
            words = words.subspan(1);
        } else if (!m_hasOwner) {
            report(Code::NoOwner, words.front());
            return;
        }
        std::optional<std::uint32_t> ttl;
        bool isInternet = true;
        bool hasClass = false;
        while (!words.empty()) { // class and TTL come in either order
            const ZoneWord& word = words.front();
            if (!hasClass && isClass(word.text)) {
                hasClass = true;
                isInternet = base::equalsIgnoreCase(word.text, "IN");
            } else if (!ttl && base::isDigit(word.text.empty() ? 'x' : word.text.front())) {
                ttl = parseTtl(word.text);
                if (!ttl) {
                    report(Code::BadTtl, word);
                    return;
                }
            } else {
                break;
            }
            words = words.subspan(1);
        }
        if (words.empty()) {
            report(Code::MissingType, entry.words.back());
            return;
        }
        if (isInternet && m_owner) {
            readData(words.front(), words.subspan(1), ttl.value_or(m_ttl.value_or(m_lastTtl)));
        }
        m_lastTtl = ttl.value_or(m_lastTtl);
    }

    void readData(const ZoneWord& typeWord, Words data, std::uint32_t ttl)
    {
        const auto type = parseRecordType(typeWord.text);
        if (!type || typeWord.isQuoted) {
            if (!isOtherType(typeWord.text) || typeWord.isQuoted) {
                report(Code::UnknownType, typeWord);
            }
            return;
        }
        switch (*type) {
        case RecordType::A:
        case RecordType::AAAA:
            return readAddress(typeWord, data, *type, ttl);
        case RecordType::MX:
            return readExchange(typeWord, data, ttl);
        case RecordType::TXT:
        case RecordType::SPF:
            return readText(typeWord, data, *type, ttl);
        case RecordType::SOA:
            return readAuthority(typeWord, data, ttl);
        case RecordType::PTR:
        case RecordType::CNAME:
        case RecordType::NS:
            break;
        }
        if (hasCount(data, typeWord, 1)) {
            if (auto name = absoluteName(data[0])) {
                m_file.zone.add(*m_owner, *type, {Name{std::move(*name)}, ttl});
            }
        }
    }

    void readAddress(const ZoneWord& typeWord, Words data, RecordType type, std::uint32_t ttl)
    {
        if (!hasCount(data, typeWord, 1)) {
            return;
        }
        const auto address = net::IpAddress::parse(data[0].text);
        if (!address || address->isV4() != (type == RecordType::A)) {
            report(Code::BadAddress, data[0]);
            return;
        }
        m_file.zone.add(*m_owner, type, {*address, ttl});
    }

    void readExchange(const ZoneWord& typeWord, Words data, std::uint32_t ttl)
    {
        if (!hasCount(data, typeWord, 2)) {
            return;
        }
        const auto preference = base::parseNumber(data[0].text, 0xffff);
        if (!preference) {
            report(Code::BadNumber, data[0]);
            return;
        }
        if (auto exchange = absoluteName(data[1])) {
            m_file.zone.add(*m_owner, RecordType::MX,
                            {Mx{static_cast<std::uint16_t>(*preference), std::move(*exchange)}, ttl});
        }
    }

    void readText(const ZoneWord& typeWord, Words data, RecordType type, std::uint32_t ttl)
    {
        if (data.empty()) {
            report(Code::MissingData, typeWord);
            return;
        }
        Text text;
        for (const ZoneWord& word : data) {
            if (word.text.size() > 255) {
                m_file.problems.push_back(
                    {Code::StringTooLong, word.line, word.column, std::to_string(word.text.size())});
            }
            text.strings.push_back(word.text);
        }
        m_file.zone.add(*m_owner, type, {std::move(text), ttl});
    }

    void readAuthority(const ZoneWord& typeWord, Words data, std::uint32_t ttl)
    {
        if (!hasCount(data, typeWord, 7)) {
            return;
        }
        for (const ZoneWord& number : data.subspan(2)) {
            const bool isSerial = &number == &data[2];
            if (isSerial ? !base::parseNumber(number.text, 0xffffffff) : !parseTtl(number.text)) {
                report(Code::BadNumber, number);
                return;
            }
        }
        m_file.zone.setNegativeTtl(*m_owner, std::min(parseTtl(data[6].text).value_or(ttl), ttl));
    }

    ZoneFile& m_file;
    ZoneLexer m_lexer;
    std::string m_origin;
    std::optional<std::string> m_owner; ///< nothing after a bad one: its records are left out
    bool m_hasOwner = false;
    std::optional<std::uint32_t> m_ttl;
    std::uint32_t m_lastTtl = defaultTtl;
};

} // namespace

ZoneFile readZoneFile(std::string_view text, std::string_view origin)
{
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    ZoneFile file;
    Reader(text, origin, file).read();
    return file;
}

} // namespace dns
