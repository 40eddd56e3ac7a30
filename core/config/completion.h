// SPDX-License-Identifier: GPL-3.0-or-later
// What may be written at a place of config.ini as text: known sections, keys of the section that are not set
// yet, the words of a value.
#pragma once

#include "core/config/ini_document.h"

namespace config {

enum class CompletionKind : std::uint8_t { Section, Key, Value };

struct Candidate
{
    std::string word;                           ///< the name or value alone
    std::string text;                           ///< what replaces Completion::span
    SectionKind section = SectionKind::Unknown; ///< the one named, or the one the key is in
    const KeySchema* key = nullptr;             ///< null for sections
    std::string defaultValue;                   ///< of the key; in a domain section what [globals] gives
};

struct Completion
{
    CompletionKind kind = CompletionKind::Key;
    ByteSpan span;
    std::size_t typed = 0; ///< bytes of the span in front of the place
    /// The span is one of the words already: all of them are candidates, for whoever wants another.
    bool isWhole = false;
    std::vector<Candidate> candidates; ///< in the order of the schema
};

/// No candidates where nothing is known to fit: comments, free values, unknown sections.
[[nodiscard]] Completion completionAt(const IniDocument& document, std::size_t offset);

} // namespace config
