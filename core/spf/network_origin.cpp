// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spf/network_origin.h"

#include "core/base/ascii.h"

#include <ranges>

namespace spf {
namespace {

constexpr unsigned long long largestAsNumber = 0xffffffff;

std::vector<std::string_view> fieldsOf(std::string_view line)
{
    std::vector<std::string_view> fields = base::split(line, '|');
    for (std::string_view& field : fields) {
        field = base::trimmed(field);
    }
    return fields;
}

std::optional<NetworkOrigin> readLine(std::string_view line)
{
    const std::vector<std::string_view> fields = fieldsOf(line);
    // A network announced by several systems names them all in the first field.
    const std::string_view first = fields[0].substr(0, fields[0].find(' '));
    const auto number = base::parseNumber(first, largestAsNumber);
    if (!number || first.empty()) {
        return std::nullopt;
    }
    NetworkOrigin origin{static_cast<std::uint32_t>(*number), std::nullopt};
    if (fields.size() > 1) {
        if (const auto network = net::Network::parse(fields[1])) {
            origin.announced = *network;
        }
    }
    return origin;
}

int prefixOf(const NetworkOrigin& origin) noexcept
{
    return origin.announced ? origin.announced->prefixLength() : -1;
}

} // namespace

dns::Question originQuestion(const net::IpAddress& address)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string name;
    for (const std::uint8_t byte : std::views::reverse(address.bytes())) {
        if (address.isV4()) {
            name += std::to_string(byte) + '.';
        } else {
            name += {digits[byte & 0xfU], '.', digits[byte >> 4U], '.'};
        }
    }
    return {name + (address.isV4() ? "origin.asn.cymru.com" : "origin6.asn.cymru.com"), dns::RecordType::TXT};
}

std::optional<NetworkOrigin> readOrigin(const dns::Answer& answer)
{
    std::optional<NetworkOrigin> best;
    for (const dns::Record& record : answer.records) {
        const auto* text = std::get_if<dns::Text>(&record.data);
        const auto origin = text != nullptr ? readLine(text->joined()) : std::nullopt;
        if (origin && (!best || prefixOf(*origin) > prefixOf(*best))) {
            best = origin;
        }
    }
    return best;
}

dns::Question operatorQuestion(std::uint32_t asNumber)
{
    return {"AS" + std::to_string(asNumber) + ".asn.cymru.com", dns::RecordType::TXT};
}

std::string readOperator(const dns::Answer& answer)
{
    for (const dns::Record& record : answer.records) {
        if (const auto* text = std::get_if<dns::Text>(&record.data)) {
            const std::string line = text->joined();
            const std::vector<std::string_view> fields = fieldsOf(line);
            if (fields.size() >= 5 && !fields.back().empty()) {
                return std::string(fields.back());
            }
        }
    }
    return {};
}

} // namespace spf
