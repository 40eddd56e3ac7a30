// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/log/log_pipeline.h"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace qtio {

namespace {

/// Large enough that a call costs nothing, small enough for the second level cache together with what is
/// parsed of it (measured: 64 and 128 KiB take some hundredths longer).
constexpr std::size_t pieceSize = std::size_t{96} << 10;
/// Below this a thread costs more than it brings.
constexpr qint64 smallFile = qint64{1} << 20;

using Done = tl::expected<void, LogFileError>;
using Progress = std::function<bool(qint64 done)>;

LogFileError cancelledError()
{
    return {LogFileError::Code::Cancelled, {}};
}

/// A plain file read by several threads. Each reads and parses a piece; then whoever finds the reader free
/// hands it all pieces that are next in file order, and the others go on with further ones: nobody waits for
/// a turn.
class ParallelReading
{
public:
    ParallelReading(const LogFile& file, maillog::Reader& reader, const Progress& progress,
                    std::size_t threads)
        : m_file(file), m_reader(reader), m_progress(progress), m_start(reader.bytes()), m_pieces(4 * threads)
    {
    }

    /// What each of the threads does.
    void work()
    {
        while (const auto number = claim()) {
            Piece& piece = m_pieces[*number % m_pieces.size()];
            piece.bytes.resize(pieceSize);
            piece.got = m_file.readAt(offsetOf(*number), piece.bytes);
            maillog::parseBlock({piece.bytes.data(), piece.got.value_or(0)}, piece.parsed,
                                m_reader.patterns());
            handOver(piece);
        }
    }

    /// Once all threads are done.
    [[nodiscard]] const Done& ended() const noexcept { return *m_ended; }

private:
    struct Piece
    {
        std::vector<char> bytes;
        maillog::ParsedBlock parsed;
        tl::expected<std::size_t, LogFileError> got = 0;
        bool isReady = false; ///< for the reader
    };

    [[nodiscard]] quint64 offsetOf(std::size_t number) const noexcept
    {
        return m_start + static_cast<quint64>(number) * pieceSize;
    }

    /// The number of the piece to work on next, once there is room for it; nothing at the end.
    [[nodiscard]] std::optional<std::size_t> claim()
    {
        std::unique_lock lock(m_mutex);
        m_moved.wait(lock, [this] { return m_ended || m_claimed < m_taken + m_pieces.size(); });
        return m_ended ? std::nullopt : std::optional(m_claimed++);
    }

    void handOver(Piece& piece)
    {
        std::unique_lock lock(m_mutex);
        piece.isReady = true;
        if (m_isTaking) {
            return;
        }
        m_isTaking = true;
        while (!m_ended && m_pieces[m_taken % m_pieces.size()].isReady) {
            Piece& next = m_pieces[m_taken % m_pieces.size()];
            lock.unlock();
            auto end = take(next, m_taken);
            lock.lock();
            next.isReady = false;
            ++m_taken;
            m_ended = std::move(end);
            m_moved.notify_all();
        }
        m_isTaking = false;
    }

    /// How the reading ended, if it did.
    [[nodiscard]] std::optional<Done> take(const Piece& piece, std::size_t number)
    {
        if (!piece.got) {
            return tl::unexpected(piece.got.error());
        }
        m_reader.take(piece.parsed);
        const auto done = static_cast<qint64>(offsetOf(number) + *piece.got);
        if (!m_progress(done)) {
            return tl::unexpected(cancelledError());
        }
        if (*piece.got == pieceSize) {
            return std::nullopt;
        }
        const bool isShorter = done < m_file.size();
        return isShorter ? Done(tl::unexpected(LogFileError{LogFileError::Code::Changed, {}})) : Done();
    }

    const LogFile& m_file;
    maillog::Reader& m_reader;
    const Progress& m_progress;
    const quint64 m_start;
    std::mutex m_mutex;
    std::condition_variable m_moved;
    std::vector<Piece> m_pieces;
    std::size_t m_claimed = 0;
    std::size_t m_taken = 0; ///< by the reader
    bool m_isTaking = false;
    std::optional<Done> m_ended;
};

Done readPlain(const LogFile& file, maillog::Reader& reader, const Progress& progress)
{
    const auto count = std::clamp(std::thread::hardware_concurrency(), 1U, 4U);
    ParallelReading reading(file, reader, progress, count);
    std::vector<std::thread> others;
    for (auto i = count; i > 1; --i) {
        others.emplace_back([&reading] { reading.work(); });
    }
    reading.work();
    for (auto& thread : others) {
        thread.join();
    }
    return reading.ended();
}

/// Blocks on their way from the thread that unpacks them.
class BlockQueue
{
public:
    struct Block
    {
        std::vector<char> bytes;
        qint64 done = 0; ///< bytes of the file read with it
    };

    /// False when no more is wanted.
    [[nodiscard]] bool put(std::string_view bytes, qint64 done)
    {
        std::unique_lock lock(m_mutex);
        m_moved.wait(lock, [this] { return m_closed || m_put < m_taken + m_blocks.size(); });
        if (m_closed) {
            return false;
        }
        Block& block = m_blocks[m_put % m_blocks.size()];
        lock.unlock(); // the reader does not look at it yet
        block.bytes.assign(bytes.begin(), bytes.end());
        block.done = done;
        lock.lock();
        ++m_put;
        lock.unlock();
        m_moved.notify_all();
        return true;
    }

    /// Nothing follows.
    void end(Done how)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_ended = std::move(how);
        }
        m_moved.notify_all();
    }

    /// Hands the blocks to `take`, until it says that it is enough.
    template <class Take>
    [[nodiscard]] Done takeAll(const Take& take)
    {
        while (true) {
            std::unique_lock lock(m_mutex);
            m_moved.wait(lock, [this] { return m_taken < m_put || m_ended; });
            if (m_taken == m_put) {
                return *m_ended;
            }
            const Block& block = m_blocks[m_taken % m_blocks.size()];
            lock.unlock();
            const bool goesOn = take(block);
            lock.lock();
            ++m_taken;
            m_closed = !goesOn;
            lock.unlock();
            m_moved.notify_all();
            if (!goesOn) {
                return tl::unexpected(cancelledError());
            }
        }
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_moved;
    std::array<Block, 3> m_blocks;
    std::size_t m_put = 0;
    std::size_t m_taken = 0;
    bool m_closed = false;
    std::optional<Done> m_ended;
};

/// Unpacking takes longer than all the rest, so that is one thread, and the rest another.
Done readPacked(LogFile& file, maillog::Reader& reader, const Progress& progress)
{
    BlockQueue queue;
    std::thread unpacking([&file, &queue] {
        queue.end(
            file.read([&queue](std::string_view bytes, qint64 done) { return queue.put(bytes, done); }));
    });
    auto result = queue.takeAll([&](const BlockQueue::Block& block) {
        reader.feed({block.bytes.data(), block.bytes.size()});
        return progress(block.done);
    });
    unpacking.join();
    return result;
}

Done readHere(LogFile& file, maillog::Reader& reader, const Progress& progress)
{
    return file.read([&](std::string_view block, qint64 done) {
        reader.feed(block);
        return progress(done);
    });
}

} // namespace

tl::expected<void, LogFileError> readThrough(LogFile& file, maillog::Reader& reader, const Progress& progress,
                                             maillog::Tail tail)
{
    const bool isPlain = file.isPlain() && (file.size() >= smallFile || reader.bytes() > 0);
    auto result = isPlain               ? readPlain(file, reader, progress)
                  : file.isCompressed() ? readPacked(file, reader, progress)
                                        : readHere(file, reader, progress);
    reader.finish(tail);
    return result;
}

} // namespace qtio
