// SPDX-License-Identifier: GPL-3.0-or-later
// First line: a macro string; second: local part; third: domain. Expansion always ends in a bounded text.
#include "core/spf/macro.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string_view rest = fuzz::text(data, size);
    const auto source = fuzz::takeLine(rest);
    spf::MacroValues values;
    values.localPart = fuzz::takeLine(rest);
    values.senderDomain = fuzz::takeLine(rest);
    values.domain = values.senderDomain;
    values.helo = rest;
    values.validatedName = "unknown";
    values.receiver = "unknown";
    net::IpAddress::Bytes bytes{};
    for (std::size_t i = 0; i < bytes.size() && i < size; ++i) {
        bytes[i] = data[i];
    }
    values.client = size % 2 == 0 ? net::IpAddress::v6(bytes) : net::IpAddress::v4(bytes[0]);
    const spf::Span whole{0, source.size()};
    for (const auto use : {spf::MacroUse::DomainSpec, spf::MacroUse::Modifier, spf::MacroUse::Explanation}) {
        const auto macro = spf::MacroString::parse(source, whole, whole, use);
        if (!macro) {
            fuzz::require(macro.error().piece.start + macro.error().piece.length <= source.size());
            continue;
        }
        const std::string expanded = spf::expand(*macro, source, values);
        fuzz::require(expanded.size() <= 3 * (size + 70) * (source.size() + 1));
        const std::string name = spf::expandDomain(*macro, source, values);
        fuzz::require(name.size() <= 253 || name.find('.') == std::string::npos);
    }
    return 0;
}
