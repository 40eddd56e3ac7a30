// SPDX-License-Identifier: GPL-3.0-or-later
// A domain name in the form the DNS compares: lower-case A-labels without trailing dot (SPEC A20, A21).
#pragma once

#include <tl/expected.hpp>

#include <compare>
#include <string>
#include <string_view>

namespace net {

struct DomainError
{
    enum class Code {
        Empty,
        EmptyLabel,    ///< "a..b", ".a"
        LabelTooLong,  ///< above 63 octets
        NameTooLong,   ///< above 253 octets
        BadCharacter,  ///< a control character, blank, or one that IDNA forbids
        BadHyphen,     ///< an IDN label that starts or ends with "-"
        AddressLiteral ///< "[192.0.2.1]", or a plain address
    };
    Code code;
    std::size_t position; ///< byte offset in the text as given
    friend bool operator==(const DomainError&, const DomainError&) = default;
};

class DomainName
{
public:
    /// UTF-8 or A-labels, any case, one trailing dot allowed; U-labels are mapped by UTS-46 (libidn2,
    /// non-transitional). Letters, digits, "-" and "_" only. One label is a name, too: see
    /// hasSeveralLabels().
    [[nodiscard]] static tl::expected<DomainName, DomainError> parse(std::string_view text);

    [[nodiscard]] const std::string& ascii() const noexcept { return m_ascii; }

    /// U-labels in UTF-8 where every label converts back to the same A-label, else the A-labels.
    [[nodiscard]] std::string unicode() const;

    [[nodiscard]] bool hasSeveralLabels() const noexcept { return m_ascii.find('.') != std::string::npos; }

    /// The same name, or below it at a label boundary.
    [[nodiscard]] bool isWithin(const DomainName& ancestor) const noexcept;

    friend auto operator<=>(const DomainName&, const DomainName&) noexcept = default;
    friend bool operator==(const DomainName&, const DomainName&) noexcept = default;

private:
    explicit DomainName(std::string ascii) noexcept : m_ascii(std::move(ascii)) {}

    std::string m_ascii;
};

} // namespace net
