// SPDX-License-Identifier: GPL-3.0-or-later
// Two differences against one base, swept in the order of the base: changes that are in each other's way make
// one group, everything else is taken over from whoever changed it.
#include "core/base/text_merge.h"

#include "core/base/line_diff.h"

#include <algorithm>
#include <cassert>

namespace base {

namespace {

/// `old` of the base became `now`. Reworded: one piece that kept its identity.
struct Hunk
{
    PieceRange old;
    PieceRange now;
    bool isReworded = false;
};

std::vector<Hunk> hunksBetween(std::span<const Piece> base, std::span<const Piece> changed)
{
    const auto identities = [](std::span<const Piece> pieces) {
        std::vector<std::string_view> result;
        result.reserve(pieces.size());
        for (const Piece& piece : pieces) {
            result.push_back(piece.identity);
        }
        return result;
    };
    std::vector<Hunk> hunks;
    bool isOpen = false; // a removal waits for the insertion at its place
    for (const DiffOp& op : diffSequences(identities(base), identities(changed))) {
        if (op.kind == DiffKind::Keep) {
            for (std::size_t i = 0; i < op.count; ++i) {
                if (base[op.oldLine + i].text != changed[op.newLine + i].text) {
                    hunks.push_back({{op.oldLine + i, 1}, {op.newLine + i, 1}, true});
                }
            }
            isOpen = false;
        } else if (op.kind == DiffKind::Remove) {
            hunks.push_back({{op.oldLine, op.count}, {op.newLine, 0}});
            isOpen = true;
        } else if (isOpen) {
            hunks.back().now.count = op.count;
            isOpen = false;
        } else {
            hunks.push_back({{op.oldLine, 0}, {op.newLine, op.count}});
        }
    }
    return hunks;
}

/// `first` does not begin behind `second`.
bool meet(const Hunk& first, const Hunk& second)
{
    if (second.old.first != first.old.end()) {
        return second.old.first < first.old.end();
    }
    // Side by side: an insertion could as well belong to the other side of what the neighbour did.
    return !first.isReworded && !second.isReworded && (first.now.count > 0 || second.now.count > 0);
}

/// One of the two texts while its hunks are consumed.
class Side
{
public:
    Side(std::span<const Piece> base, std::span<const Piece> pieces)
        : m_pieces(pieces), m_hunks(hunksBetween(base, pieces))
    {
    }

    [[nodiscard]] const Hunk* next() const { return m_next < m_hunks.size() ? &m_hunks[m_next] : nullptr; }

    /// The last hunk taken into the present group.
    [[nodiscard]] const Hunk* last() const { return m_next > m_begin ? &m_hunks[m_next - 1] : nullptr; }

    void take() { ++m_next; }

    /// Its pieces up to a place of the base that no hunk reaches across; the next group begins there.
    PieceRange upTo(std::size_t baseEnd)
    {
        if (const Hunk* hunk = last()) {
            m_base = hunk->old.end();
            const std::size_t end = hunk->now.end() + baseEnd - m_base;
            m_base = baseEnd;
            m_begin = m_next;
            const PieceRange range{m_place, end - m_place};
            m_place = end;
            return range;
        }
        const PieceRange range{m_place, baseEnd - m_base};
        m_place += range.count;
        m_base = baseEnd;
        return range;
    }

    [[nodiscard]] std::span<const Piece> at(const PieceRange& range) const
    {
        return m_pieces.subspan(range.first, range.count);
    }

private:
    std::span<const Piece> m_pieces;
    std::vector<Hunk> m_hunks;
    std::size_t m_next = 0;
    std::size_t m_begin = 0; ///< first hunk of the present group
    std::size_t m_base = 0;  ///< consumed so far, of the base and of this text
    std::size_t m_place = 0;
};

class Sweep
{
public:
    Sweep(std::span<const Piece> base, std::span<const Piece> mine, std::span<const Piece> theirs)
        : m_size(base.size()), m_mine(base, mine), m_theirs(base, theirs)
    {
    }

    std::vector<MergeChunk> run()
    {
        while (const Hunk* first = earliest()) {
            add(first->old.first); // nobody touched what lies before
            const std::size_t end = takeGroup();
            add(end);
        }
        add(m_size);
        return std::move(m_chunks);
    }

private:
    [[nodiscard]] const Hunk* earliest() const
    {
        const Hunk* mine = m_mine.next();
        const Hunk* theirs = m_theirs.next();
        if (mine == nullptr || theirs == nullptr) {
            return mine != nullptr ? mine : theirs;
        }
        const auto place = [](const Hunk& hunk) { return std::pair(hunk.old.first, hunk.old.end()); };
        return place(*theirs) < place(*mine) ? theirs : mine;
    }

    /// Takes the earliest hunk and all that meet it or one another; where the group ends in the base.
    std::size_t takeGroup()
    {
        std::size_t end = 0;
        do {
            const Hunk* hunk = earliest();
            end = std::max(end, hunk->old.end());
            (hunk == m_mine.next() ? m_mine : m_theirs).take();
        } while (joins(m_mine, m_theirs) || joins(m_theirs, m_mine));
        return end;
    }

    /// The next hunk of one side, if it is the earliest, meets the last one of the other side.
    [[nodiscard]] bool joins(const Side& side, const Side& other) const
    {
        const Hunk* hunk = side.next();
        const Hunk* last = other.last();
        return hunk != nullptr && hunk == earliest() && last != nullptr && meet(*last, *hunk);
    }

    void add(std::size_t baseEnd)
    {
        const bool isMine = m_mine.last() != nullptr;
        const bool isTheirs = m_theirs.last() != nullptr;
        MergeChunk chunk;
        chunk.base = {m_base, baseEnd - m_base};
        chunk.mine = m_mine.upTo(baseEnd);
        chunk.theirs = m_theirs.upTo(baseEnd);
        m_base = baseEnd;
        if (isMine && isTheirs) {
            const bool isSame = std::ranges::equal(m_mine.at(chunk.mine), m_theirs.at(chunk.theirs), {},
                                                   &Piece::text, &Piece::text);
            chunk.kind = isSame ? MergeKind::Both : MergeKind::Conflict;
        } else if (isMine || isTheirs) {
            chunk.kind = isMine ? MergeKind::Mine : MergeKind::Theirs;
        } else if (chunk.base.count == 0) {
            return;
        }
        m_chunks.push_back(chunk);
    }

    std::size_t m_size;
    std::size_t m_base = 0;
    Side m_mine;
    Side m_theirs;
    std::vector<MergeChunk> m_chunks;
};

/// As the lines before it end.
std::string_view lineEndBefore(std::string_view text)
{
    const auto end = text.find('\n');
    return end != std::string_view::npos && end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
}

} // namespace

std::vector<Piece> linePieces(std::string_view text)
{
    std::vector<Piece> pieces;
    for (const std::string_view line : linesOf(text)) {
        pieces.push_back({line, line});
    }
    return pieces;
}

std::vector<MergeChunk> mergePieces(std::span<const Piece> base, std::span<const Piece> mine,
                                    std::span<const Piece> theirs)
{
    return Sweep(base, mine, theirs).run();
}

std::string mergedText(std::span<const MergeChunk> chunks, std::span<const Piece> mine,
                       std::span<const Piece> theirs, std::span<const MergePick> picks)
{
    std::string text;
    const auto append = [&text](std::span<const Piece> pieces, const PieceRange& range) {
        for (const Piece& piece : pieces.subspan(range.first, range.count)) {
            if (!text.empty() && text.back() != '\n' && !piece.text.empty()) {
                text += lineEndBefore(text);
            }
            text += piece.text;
        }
    };
    std::size_t conflict = 0;
    for (const MergeChunk& chunk : chunks) {
        if (chunk.kind != MergeKind::Conflict) {
            const bool isTheirs = chunk.kind == MergeKind::Theirs;
            append(isTheirs ? theirs : mine, isTheirs ? chunk.theirs : chunk.mine);
            continue;
        }
        assert(conflict < picks.size());
        const MergePick pick = picks[conflict++];
        if (pick != MergePick::Theirs) {
            append(mine, chunk.mine);
        }
        if (pick != MergePick::Mine) {
            append(theirs, chunk.theirs);
        }
    }
    return text;
}

} // namespace base
