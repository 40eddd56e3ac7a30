// SPDX-License-Identifier: GPL-3.0-or-later
// What two people made of one text, brought together: who changed which piece, where they are in each
// other's way, and the text that follows from a decision on each such place.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace base {

/// A line with its end, as a rule. Pieces of one identity are the same piece, perhaps worded differently:
/// a changed one then stays clear of changes beside it. Without better knowledge the identity is the text.
struct Piece
{
    std::string_view identity;
    std::string_view text;
    friend bool operator==(const Piece&, const Piece&) = default;
};

[[nodiscard]] std::vector<Piece> linePieces(std::string_view text);

enum class MergeKind {
    Same,   ///< nobody changed it
    Mine,   ///< only I did
    Theirs, ///< only they did
    Both,   ///< we did the same
    Conflict
};

struct PieceRange
{
    std::size_t first = 0;
    std::size_t count = 0;

    [[nodiscard]] std::size_t end() const noexcept { return first + count; }

    friend bool operator==(const PieceRange&, const PieceRange&) = default;
};

/// The chunks of one merge cover each text without a gap.
struct MergeChunk
{
    MergeKind kind = MergeKind::Same;
    PieceRange base;
    PieceRange mine;
    PieceRange theirs;
    friend bool operator==(const MergeChunk&, const MergeChunk&) = default;
};

/// Changes are in each other's way when they overlap, or when they meet and one of them inserts.
[[nodiscard]] std::vector<MergeChunk> mergePieces(std::span<const Piece> base, std::span<const Piece> mine,
                                                  std::span<const Piece> theirs);

enum class MergePick { Mine, Theirs, MineThenTheirs };

/// `picks` answers the conflicts in their order. A last line without an end gets one when more follows.
[[nodiscard]] std::string mergedText(std::span<const MergeChunk> chunks, std::span<const Piece> mine,
                                     std::span<const Piece> theirs, std::span<const MergePick> picks);

} // namespace base
