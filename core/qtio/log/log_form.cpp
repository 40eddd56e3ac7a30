// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/log/log_form.h"

namespace qtio {

namespace {

/// Every other byte of a text that has letters of ASCII is zero.
bool isUtf16(std::string_view text) noexcept
{
    using namespace std::string_view_literals;
    if (text.starts_with("\xff\xfe"sv) || text.starts_with("\xfe\xff"sv)) {
        return true;
    }
    constexpr std::size_t looked = 32;
    text = text.substr(0, looked);
    const auto isZero = [text](std::size_t first) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            if ((text[i] == '\0') != (i % 2 == first)) {
                return false;
            }
        }
        return true;
    };
    return text.size() == looked && (isZero(0) || isZero(1));
}

} // namespace

Packing packingOf(std::string_view head) noexcept
{
    using namespace std::string_view_literals;
    if (head.starts_with("\x1f\x8b"sv)) {
        return Packing::Gzip;
    }
    const bool isArchive = head.starts_with("BZh"sv) ||
                           head.starts_with("\xfd"
                                            "7zXZ\0"sv) ||
                           head.starts_with("\x28\xb5\x2f\xfd"sv) || head.starts_with("\x1f\x9d"sv) ||
                           head.starts_with("\x5d\0\0"sv); // lzma, before xz
    return isArchive ? Packing::Archive : Packing::None;
}

std::optional<LogFileError> refusalOf(std::string_view text, Packing packing)
{
    using namespace std::string_view_literals;
    if (text.starts_with("PK\x03\x04"sv) || text.starts_with("7z\xbc\xaf\x27\x1c"sv)) {
        return LogFileError{LogFileError::Code::Zip, {}};
    }
    if (packing != Packing::None && packingOf(text) != Packing::None) {
        return LogFileError{LogFileError::Code::PackedTwice, {}};
    }
    return isUtf16(text) ? std::optional(LogFileError{LogFileError::Code::Utf16, {}}) : std::nullopt;
}

} // namespace qtio
