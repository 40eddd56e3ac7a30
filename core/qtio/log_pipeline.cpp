// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/log_pipeline.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
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
using Progress = std::function<bool(qint64 done)>;

LogFileError cancelledError()
{
    return {LogFileError::Code::Cancelled, {}};
}

/// Lets the threads that parse pieces hand them over in file order, each its own: what a thread has parsed is
/// in its cache.
class Turns
{
public:
    /// The number of the piece to work on next.
    [[nodiscard]] std::size_t claim() noexcept { return m_claimed++; }

    /// Waits for the piece's turn; false when the end was reached before it.
    [[nodiscard]] bool await(std::size_t number)
    {
        std::unique_lock lock(m_mutex);
        m_moved.wait(lock, [&] { return m_ended || m_turn == number; });
        return !m_ended;
    }

    /// To be called in turn: the next one may follow.
    void pass()
    {
        {
            const std::lock_guard lock(m_mutex);
            ++m_turn;
        }
        m_moved.notify_all();
    }

    /// To be called in turn: nothing follows.
    void end(Done how)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_ended = std::move(how);
        }
        m_moved.notify_all();
    }

    /// Once all threads are done.
    [[nodiscard]] const Done& ended() const noexcept { return *m_ended; }

private:
    std::mutex m_mutex;
    std::condition_variable m_moved;
    std::atomic<std::size_t> m_claimed = 0;
    std::size_t m_turn = 0;
    std::optional<Done> m_ended;
};

/// What one of the threads does.
void workOnPieces(Turns& turns, const LogFile& file, quint64 start, maillog::Reader& reader,
                  const Progress& progress)
{
    std::vector<char> bytes(pieceSize);
    maillog::ParsedBlock parsed;
    while (true) {
        const auto number = turns.claim();
        const auto offset = start + static_cast<quint64>(number) * pieceSize;
        const auto got = file.readAt(offset, bytes);
        maillog::parseBlock({bytes.data(), got.value_or(0)}, parsed, reader.patterns());
        if (!turns.await(number)) {
            return;
        }
        if (!got) {
            return turns.end(tl::unexpected(got.error()));
        }
        reader.take(parsed);
        const auto done = static_cast<qint64>(offset + *got);
        if (!progress(done)) {
            return turns.end(tl::unexpected(cancelledError()));
        }
        if (*got < pieceSize) {
            const bool isShorter = done < file.size();
            return turns.end(isShorter ? Done(tl::unexpected(LogFileError{LogFileError::Code::Changed, {}}))
                                       : Done());
        }
        turns.pass();
    }
}

Done readPlain(const LogFile& file, maillog::Reader& reader, const Progress& progress)
{
    Turns turns;
    const quint64 start = reader.bytes();
    const auto work = [&] { workOnPieces(turns, file, start, reader, progress); };
    std::vector<std::thread> others;
    for (auto count = std::clamp(std::thread::hardware_concurrency(), 1U, 4U); count > 1; --count) {
        others.emplace_back(work);
    }
    work();
    for (auto& thread : others) {
        thread.join();
    }
    return turns.ended();
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
