// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/log_pipeline.h"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace qtio {

namespace {

/// Large enough that a call costs nothing, small enough for the second level cache together with what is
/// parsed of it.
constexpr std::size_t pieceSize = std::size_t{256} << 10;
/// Below this a thread costs more than it brings.
constexpr qint64 smallFile = qint64{1} << 20;

using Done = tl::expected<void, LogFileError>;

LogFileError cancelledError()
{
    return {LogFileError::Code::Cancelled, {}};
}

/// A piece of the file on its way from who reads it to who takes it.
struct Piece
{
    std::vector<char> bytes;
    std::size_t size = 0; ///< used of `bytes`
    maillog::ParsedBlock parsed;
    qint64 done = 0;           ///< bytes of the file read with it
    std::optional<Done> ended; ///< nothing follows: this is how it ended
    bool ready = false;

    [[nodiscard]] std::string_view text() const noexcept { return {bytes.data(), size}; }
};

/// A few pieces, filled in any order and taken one after the other.
class PieceRing
{
public:
    /// The number of the next piece to fill, once there is room; nothing when no more is wanted.
    [[nodiscard]] std::optional<std::size_t> claim()
    {
        std::unique_lock lock(m_mutex);
        m_room.wait(lock, [this] { return m_closed || m_claimed < m_taken + m_pieces.size(); });
        return m_closed ? std::nullopt : std::optional(m_claimed++);
    }

    [[nodiscard]] Piece& operator[](std::size_t number) noexcept
    {
        return m_pieces[number % m_pieces.size()];
    }

    void fill(std::size_t number)
    {
        {
            const std::lock_guard lock(m_mutex);
            (*this)[number].ready = true;
        }
        m_filled.notify_one();
    }

    [[nodiscard]] Piece& next()
    {
        std::unique_lock lock(m_mutex);
        Piece& piece = (*this)[m_taken];
        m_filled.wait(lock, [&piece] { return piece.ready; });
        return piece;
    }

    void release()
    {
        {
            const std::lock_guard lock(m_mutex);
            (*this)[m_taken++].ready = false;
        }
        m_room.notify_one();
    }

    void close()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
        }
        m_room.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_room;
    std::condition_variable m_filled;
    std::array<Piece, 8> m_pieces;
    std::size_t m_claimed = 0;
    std::size_t m_taken = 0;
    bool m_closed = false;
};

/// Fills the ring in threads that end with it.
class Fillers
{
public:
    template <class Fill>
    Fillers(PieceRing& ring, std::size_t count, const Fill& fill) : m_ring(ring)
    {
        for (std::size_t i = 0; i < count; ++i) {
            m_threads.emplace_back(fill);
        }
    }

    Fillers(const Fillers&) = delete;
    Fillers& operator=(const Fillers&) = delete;

    ~Fillers()
    {
        m_ring.close();
        for (auto& thread : m_threads) {
            thread.join();
        }
    }

private:
    PieceRing& m_ring;
    std::vector<std::thread> m_threads;
};

/// Hands the pieces to `take` until one says how it ended, or the progress that it is enough.
template <class Take>
Done takeAll(PieceRing& ring, const Take& take, const std::function<bool(qint64 done)>& progress)
{
    while (true) {
        Piece& piece = ring.next();
        take(piece);
        const auto ended = piece.ended;
        const auto done = piece.done;
        ring.release();
        if (ended && !*ended) {
            return *ended;
        }
        if (!progress(done)) {
            return tl::unexpected(cancelledError());
        }
        if (ended) {
            return *ended;
        }
    }
}

void fillPlain(const LogFile& file, Piece& piece, std::size_t number)
{
    const auto offset = static_cast<quint64>(number) * pieceSize;
    piece.bytes.resize(pieceSize);
    const auto got = file.readAt(offset, piece.bytes);
    piece.size = got.value_or(0);
    piece.done = static_cast<qint64>(offset + piece.size);
    piece.ended.reset();
    if (!got) {
        piece.ended = tl::unexpected(got.error());
    } else if (*got < pieceSize) {
        const bool isShorter = piece.done < file.size();
        piece.ended =
            isShorter ? Done(tl::unexpected(LogFileError{LogFileError::Code::Changed, {}})) : Done();
    }
    maillog::parseBlock(piece.text(), piece.parsed);
}

Done readPlain(const LogFile& file, maillog::Reader& reader, const std::function<bool(qint64 done)>& progress)
{
    PieceRing ring;
    const std::size_t threads = std::clamp(std::thread::hardware_concurrency(), 1U, 4U);
    const Fillers fillers(ring, threads, [&file, &ring] {
        while (const auto number = ring.claim()) {
            fillPlain(file, ring[*number], *number);
            ring.fill(*number);
        }
    });
    return takeAll(ring, [&reader](const Piece& piece) { reader.take(piece.parsed); }, progress);
}

/// Unpacking takes longer than all the rest, so that is one thread, and the rest another.
Done readPacked(LogFile& file, maillog::Reader& reader, const std::function<bool(qint64 done)>& progress)
{
    PieceRing ring;
    const Fillers filler(ring, 1, [&file, &ring] {
        const auto result = file.read([&ring](std::string_view block, qint64 done) {
            const auto number = ring.claim();
            if (number) {
                Piece& piece = ring[*number];
                piece.bytes.assign(block.begin(), block.end());
                piece.size = block.size();
                piece.done = done;
                ring.fill(*number);
            }
            return number.has_value();
        });
        if (const auto number = ring.claim()) {
            ring[*number].size = 0;
            ring[*number].done = file.size();
            ring[*number].ended = result;
            ring.fill(*number);
        }
    });
    return takeAll(ring, [&reader](const Piece& piece) { reader.feed(piece.text()); }, progress);
}

Done readHere(LogFile& file, maillog::Reader& reader, const std::function<bool(qint64 done)>& progress)
{
    return file.read([&](std::string_view block, qint64 done) {
        reader.feed(block);
        return progress(done);
    });
}

} // namespace

tl::expected<void, LogFileError> readThrough(LogFile& file, maillog::Reader& reader,
                                             const std::function<bool(qint64 done)>& progress)
{
    const bool isPlain = file.isPlain() && file.size() >= smallFile;
    auto result = isPlain               ? readPlain(file, reader, progress)
                  : file.isCompressed() ? readPacked(file, reader, progress)
                                        : readHere(file, reader, progress);
    reader.finish(maillog::Tail::Take);
    return result;
}

} // namespace qtio
