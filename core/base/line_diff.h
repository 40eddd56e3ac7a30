// SPDX-License-Identifier: GPL-3.0-or-later
// What changed between two texts, line by line: every plan and every save shows it before anything is
// written. Lines end with LF; a CR before it belongs to the line, so a changed line end is a changed line.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace base {

enum class DiffKind { Keep, Remove, Insert };

/// A run of `count` lines. Keep has both places; Remove stands before `newLine`, Insert before `oldLine`.
struct DiffOp
{
    DiffKind kind = DiffKind::Keep;
    std::size_t oldLine = 0; ///< from 0
    std::size_t newLine = 0; ///< from 0
    std::size_t count = 0;
    friend bool operator==(const DiffOp&, const DiffOp&) = default;
};

/// Lines with their ends; the last one may lack it. No line for an empty text.
[[nodiscard]] std::vector<std::string_view> linesOf(std::string_view text);

/// Neighbouring runs differ in kind; a Remove comes before the Insert at the same place.
[[nodiscard]] std::vector<DiffOp> diffSequences(std::span<const std::string_view> oldItems,
                                                std::span<const std::string_view> newItems);
[[nodiscard]] std::vector<DiffOp> diffLines(std::string_view oldText, std::string_view newText);

struct DiffHunk
{
    std::size_t oldLine = 0; ///< first line, from 0
    std::size_t oldCount = 0;
    std::size_t newLine = 0;
    std::size_t newCount = 0;
    std::vector<DiffOp> ops;
};

/// The changes with up to `context` kept lines around them; changes that share context are one hunk.
[[nodiscard]] std::vector<DiffHunk> hunksOf(std::span<const DiffOp> ops, std::size_t context);

/// The form that patch(1) reads; empty when the texts are equal.
[[nodiscard]] std::string unifiedDiff(std::string_view oldName, std::string_view newName,
                                      std::string_view oldText, std::string_view newText,
                                      std::size_t context = 3);

} // namespace base
