// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a log that cannot be read twice or from the middle on (a pipe, bz2): a file without a name, for
// its owner only, that is gone with the program, however that ends.
#pragma once

#include "core/qtio/files/descriptor.h"

#include <QString>

#include <optional>
#include <span>
#include <string_view>

namespace qtio {

class LogCopy
{
public:
    /// In the first folder with room for `expected` bytes; the system's reason when there is none.
    [[nodiscard]] std::optional<QString> open(qint64 expected);

    void clear() noexcept { m_size = 0; }

    [[nodiscard]] std::optional<QString> append(std::string_view text);

    /// Fewer bytes at the end of what was appended; another thread may ask than the one that appends.
    [[nodiscard]] std::size_t copy(quint64 offset, std::span<char> text) const;

private:
    Descriptor m_file{-1};
    quint64 m_size = 0;
};

} // namespace qtio
