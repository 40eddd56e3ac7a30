// SPDX-License-Identifier: GPL-3.0-or-later
// An array that grows in pieces: appending never copies what is there, so the peak is the size, and a scan
// runs over plain arrays (DESIGN.md 3, "the log index is columns"). A copy is a snapshot: it shares the
// pieces, and whoever writes afterwards makes a piece its own first, so a copy may be read in another thread.
// Pieces that hold one value throughout share one array.
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace maillog {

/// A place among the checks of a Log.
using Row = std::size_t;

template <class T>
class Column
{
public:
    static constexpr std::size_t pieceSize = std::size_t{1} << 15;

    void push(T value)
    {
        const auto at = m_size % pieceSize;
        if (at == 0) {
            m_pieces.push_back(uniformPiece(value));
        } else if (!((*m_pieces.back())[at] == value)) {
            own(m_pieces.back())[at] = value;
        }
        ++m_size;
    }

    /// `count` values at once, up to the end of a piece; `fill(span)` writes them.
    template <class Fill>
    void append(std::size_t count, const Fill& fill)
    {
        const auto at = m_size % pieceSize;
        if (at == 0) {
            m_pieces.push_back(std::make_shared_for_overwrite<Piece>());
        }
        fill(std::span<T>(own(m_pieces.back())).subspan(at, count));
        m_size += count;
    }

    /// `count` times the same value, which takes no room.
    void append(std::size_t count, const T& value)
    {
        for (; count > 0 && m_size % pieceSize != 0; --count) {
            push(value);
        }
        for (; count > 0; count -= std::min(count, pieceSize)) {
            m_pieces.push_back(uniformPiece(value));
            m_size += std::min(count, pieceSize);
        }
    }

    [[nodiscard]] const T& operator[](std::size_t i) const noexcept
    {
        return (*m_pieces[i / pieceSize])[i % pieceSize];
    }

    /// As pushing them one by one.
    void append(std::span<const T> values)
    {
        while (!values.empty()) {
            const auto at = m_size % pieceSize;
            if (at == 0) {
                m_pieces.push_back(uniformPiece(values.front()));
            }
            const auto taken = values.first(std::min(values.size(), pieceSize - at));
            const auto* there = m_pieces.back()->data() + at;
            if (!std::equal(taken.begin(), taken.end(), there)) {
                std::copy(taken.begin(), taken.end(), own(m_pieces.back()).data() + at);
            }
            m_size += taken.size();
            values = values.subspan(taken.size());
        }
    }

    void set(std::size_t i, T value)
    {
        auto& piece = m_pieces[i / pieceSize];
        if (!((*piece)[i % pieceSize] == value)) {
            own(piece)[i % pieceSize] = value;
        }
    }

    void popBack() noexcept
    {
        if (--m_size % pieceSize == 0) {
            m_pieces.pop_back();
        }
    }

    [[nodiscard]] std::size_t size() const noexcept { return m_size; }

    [[nodiscard]] std::size_t pieceCount() const noexcept { return m_pieces.size(); }

    /// The values of rows n * pieceSize and on.
    [[nodiscard]] std::span<const T> piece(std::size_t n) const noexcept
    {
        return std::span<const T>(*m_pieces[n]).first(std::min(pieceSize, m_size - n * pieceSize));
    }

private:
    using Piece = std::array<T, pieceSize>;

    /// A piece that begins with `value` and takes no room while nothing else comes.
    [[nodiscard]] std::shared_ptr<Piece> uniformPiece(const T& value)
    {
        if (!m_uniform || !((*m_uniform)[0] == value)) {
            m_uniform = std::make_shared_for_overwrite<Piece>();
            m_uniform->fill(value);
        }
        return m_uniform;
    }

    [[nodiscard]] Piece& own(std::shared_ptr<Piece>& piece)
    {
        if (piece == m_uniform && piece.use_count() == 2) {
            m_uniform.reset(); // nobody else has it
        }
        if (piece.use_count() > 1) {
            piece = std::make_shared<Piece>(*piece);
        } else {
            // What the snapshots that are gone have read comes before what is written now.
            std::atomic_thread_fence(std::memory_order_acquire);
        }
        return *piece;
    }

    std::vector<std::shared_ptr<Piece>> m_pieces;
    std::shared_ptr<Piece> m_uniform;
    std::size_t m_size = 0;
};

/// Values on their way into a Column: one after the other is written here, all together there.
template <class T>
class Batch
{
public:
    static constexpr std::size_t capacity = 128;

    void push(T value) noexcept { m_values[m_size++] = value; }

    [[nodiscard]] std::size_t size() const noexcept { return m_size; }

    void moveTo(Column<T>& column)
    {
        column.append(std::span<const T>(m_values).first(m_size));
        m_size = 0;
    }

private:
    std::array<T, capacity> m_values;
    std::size_t m_size = 0;
};

} // namespace maillog
