// SPDX-License-Identifier: GPL-3.0-or-later
// The records of which an image (log_image.h) is made, each with its size and sum, and the tables of names in
// them.
#pragma once

#include "core/maillog/string_table.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace maillog {

/// False stops the writing.
using ImageSink = std::function<bool(std::string_view bytes)>;
/// Fills all of `bytes`; false when there are not so many, or to stop the reading.
using ImageSource = std::function<bool(std::span<char> bytes)>;

[[nodiscard]] bool putRecord(const ImageSink& sink, std::string_view bytes);
/// False when it cannot be read or is not what was written.
[[nodiscard]] bool takeRecord(const ImageSource& source, std::string& bytes);

/// A name's number in the image: given in the order of use.
class Used
{
public:
    explicit Used(std::size_t names) : m_numbers(names) {}

    [[nodiscard]] Id operator()(Id id)
    {
        if (id == 0) {
            return 0;
        }
        if (m_numbers[id] == 0) {
            m_names.push_back(id);
            m_numbers[id] = static_cast<Id>(m_names.size());
        }
        return m_numbers[id];
    }

    [[nodiscard]] const std::vector<Id>& names() const noexcept { return m_names; }

private:
    std::vector<Id> m_numbers;
    std::vector<Id> m_names;
};

/// Records of names, each with a count, lengths and texts; an empty one ends the table.
[[nodiscard]] bool putNames(const ImageSink& sink, const StringTable& table, const Used& used);
/// Into an empty table, through `buffer`.
[[nodiscard]] bool takeNames(const ImageSource& source, std::string& buffer, StringTable& table);
[[nodiscard]] bool putAddresses(const ImageSink& sink, const AddressTable& table, const Used& used);
[[nodiscard]] bool takeAddresses(const ImageSource& source, std::string& buffer, AddressTable& table);

} // namespace maillog
