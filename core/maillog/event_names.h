// SPDX-License-Identifier: GPL-3.0-or-later
// The names in an event made ready for the tables of a Log: hashed, the domain in lower case, the address as
// bytes. This needs no table, so it is done by the threads that parse (MAILLOG.md 3: interning is the limit).
#pragma once

#include "core/maillog/event.h"
#include "core/maillog/string_table.h"

#include <deque>
#include <optional>
#include <string>

namespace maillog {

/// Strings that stay where they are while a block is worked on, and are used again for the next one.
class TextPool
{
public:
    /// The string in use.
    [[nodiscard]] std::string& current();
    /// What was put into the string in use stays.
    void keep() noexcept;

    void clear() noexcept { m_used = 0; }

private:
    std::deque<std::string> m_texts;
    std::size_t m_used = 0;
};

struct EventNames
{
    std::optional<HashedAddress> address;
    HashedText domain;
    HashedText helo;
    HashedText sender;
    HashedText recipient;
    HashedText rule;
};

[[nodiscard]] EventNames namesOf(const Event& event, TextPool& pool);

} // namespace maillog
