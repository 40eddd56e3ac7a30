// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/domain_name.h"

#include "core/base/ascii.h"
#include "core/net/ip_address.h"

#include <idn2.h>

#include <algorithm>
#include <memory>

namespace net {
namespace {

using Code = DomainError::Code;

constexpr std::size_t longestLabel = 63;
constexpr std::size_t longestName = 253;

struct IdnFree
{
    void operator()(char* text) const noexcept { idn2_free(text); }
};

using IdnText = std::unique_ptr<char, IdnFree>;

bool isAscii(std::string_view text) noexcept
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool isNameCharacter(char c) noexcept
{
    return base::isAlnum(c) || c == '-' || c == '_';
}

/// Length in bytes of the label separator at the start of `text`: "." or one of the full stops that UTS-46
/// maps to it (U+3002, U+FF0E, U+FF61); 0 when there is none.
std::size_t separatorLength(std::string_view text) noexcept
{
    if (text.starts_with('.')) {
        return 1;
    }
    for (const std::string_view stop : {"\xE3\x80\x82", "\xEF\xBC\x8E", "\xEF\xBD\xA1"}) {
        if (text.starts_with(stop)) {
            return stop.size();
        }
    }
    return 0;
}

tl::unexpected<DomainError> failure(Code code, std::size_t position)
{
    return tl::make_unexpected(DomainError{code, position});
}

Code codeOf(int idnError) noexcept
{
    switch (idnError) {
    case IDN2_TOO_BIG_LABEL:
    case IDN2_PUNYCODE_BIG_OUTPUT:
        return Code::LabelTooLong;
    case IDN2_TOO_BIG_DOMAIN:
        return Code::NameTooLong;
    case IDN2_HYPHEN_STARTEND:
    case IDN2_2HYPHEN:
        return Code::BadHyphen;
    default:
        return Code::BadCharacter;
    }
}

tl::expected<std::string, DomainError> labelToAscii(std::string_view label, std::size_t position)
{
    if (isAscii(label)) {
        return base::toLower(label);
    }
    const std::string terminated(label);
    char* converted = nullptr;
    const int status =
        idn2_to_ascii_8z(terminated.c_str(), &converted, IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL);
    const IdnText owned(converted);
    if (status != IDN2_OK) {
        return failure(codeOf(status), position);
    }
    return base::toLower(owned.get());
}

std::string labelToUnicode(const std::string& label)
{
    if (!label.starts_with("xn--")) {
        return label;
    }
    char* converted = nullptr;
    const int status = idn2_to_unicode_8z8z(label.c_str(), &converted, 0);
    const IdnText owned(converted);
    if (status != IDN2_OK) {
        return label;
    }
    const auto back = labelToAscii(owned.get(), 0);
    return back && *back == label ? std::string(owned.get()) : label;
}

} // namespace

tl::expected<DomainName, DomainError> DomainName::parse(std::string_view text)
{
    if (text.empty() || text == ".") {
        return failure(Code::Empty, 0);
    }
    if (text.front() == '[' || IpAddress::parse(text)) {
        return failure(Code::AddressLiteral, 0);
    }
    std::string name;
    std::size_t start = 0;
    while (start < text.size()) {
        std::size_t end = start;
        std::size_t separator = 0;
        while (end < text.size() && (separator = separatorLength(text.substr(end))) == 0) {
            const auto c = static_cast<unsigned char>(text[end]);
            if (c < 0x80 && !isNameCharacter(text[end])) {
                return failure(Code::BadCharacter, end);
            }
            ++end;
        }
        const auto label = labelToAscii(text.substr(start, end - start), start);
        if (!label) {
            return tl::make_unexpected(label.error());
        }
        if (label->empty()) {
            return failure(Code::EmptyLabel, start);
        }
        if (!std::all_of(label->begin(), label->end(), isNameCharacter)) {
            return failure(Code::BadCharacter, start);
        }
        if (label->size() > longestLabel) {
            return failure(Code::LabelTooLong, start);
        }
        if (!name.empty()) {
            name += '.';
        }
        name += *label;
        if (name.size() > longestName) {
            return failure(Code::NameTooLong, start);
        }
        start = end + separator;
    }
    if (IpAddress::parse(name)) { // "192.0.2.1.", or digits that UTS-46 maps to it
        return failure(Code::AddressLiteral, 0);
    }
    return DomainName(std::move(name));
}

std::string DomainName::unicode() const
{
    std::string name;
    for (const auto label : base::split(m_ascii, '.')) {
        if (!name.empty()) {
            name += '.';
        }
        name += labelToUnicode(std::string(label));
    }
    return name;
}

bool DomainName::isWithin(const DomainName& ancestor) const noexcept
{
    if (!m_ascii.ends_with(ancestor.m_ascii)) {
        return false;
    }
    const auto rest = m_ascii.size() - ancestor.m_ascii.size();
    return rest == 0 || m_ascii[rest - 1] == '.';
}

} // namespace net
