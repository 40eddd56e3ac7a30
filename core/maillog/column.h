// SPDX-License-Identifier: GPL-3.0-or-later
// An array that grows in pieces: appending never copies what is there, so the peak is the size, and a scan
// runs over plain arrays (DESIGN.md 3, "the log index is columns").
#pragma once

#include <algorithm>
#include <array>
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
        if (m_size % pieceSize == 0) {
            m_pieces.push_back(std::make_shared<Piece>());
        }
        (*m_pieces.back())[m_size % pieceSize] = value;
        ++m_size;
    }

    [[nodiscard]] const T& operator[](std::size_t i) const noexcept
    {
        return (*m_pieces[i / pieceSize])[i % pieceSize];
    }

    void set(std::size_t i, T value) noexcept { (*m_pieces[i / pieceSize])[i % pieceSize] = value; }

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
    std::vector<std::shared_ptr<Piece>> m_pieces;
    std::size_t m_size = 0;
};

} // namespace maillog
