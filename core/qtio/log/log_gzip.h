// SPDX-License-Identifier: GPL-3.0-or-later
// gz logs by ISA-L: unpacked as a stream (RFC 1952, several members, checked), and from the middle on at
// restart points, so that a line of a packed file is shown without a copy on the disk.
#pragma once

#include <QString>

#include <array>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include <isa-l/igzip_lib.h>
#include <sys/types.h>

namespace qtio {

/// Reads at a place of a file, as pread does; of a pipe, what comes next. -1 with errno when it cannot.
using ByteSource = std::function<ssize_t(std::span<char> bytes, quint64 offset)>;

/// All that is needed to go on unpacking there; a value of about 90 KB.
struct GzipPoint
{
    quint64 textOffset = 0;
    quint64 fileOffset = 0;
    bool betweenMembers = true;
    bool isDamaged = false; ///< a checksum before was wrong
    inflate_state inflate{};
};

/// Unpacks one file from its start, or from a point.
class GzipStream
{
public:
    enum class State {
        Going,
        End,
        Damaged,   ///< ends early, is no deflate, or a checksum was wrong
        ReadFailed ///< errno is in systemError()
    };

    explicit GzipStream(ByteSource source);
    GzipStream(ByteSource source, const GzipPoint& point);

    /// Fewer bytes than asked for only when it is not going on.
    [[nodiscard]] std::size_t read(std::span<char> text);

    [[nodiscard]] State state() const noexcept { return m_state; }

    [[nodiscard]] int systemError() const noexcept { return m_systemError; }

    [[nodiscard]] quint64 textOffset() const noexcept { return m_at.textOffset; }

    /// Bytes of the file that were taken.
    [[nodiscard]] quint64 fileOffset() const noexcept { return m_at.fileOffset - m_at.inflate.avail_in; }

    [[nodiscard]] GzipPoint point() const;

private:
    [[nodiscard]] bool fill();
    void startMember();
    void inflate();
    void end();

    static constexpr std::size_t inputSize = std::size_t{256} << 10;

    ByteSource m_source;
    GzipPoint m_at; ///< fileOffset: of the end of the input at hand
    State m_state = State::Going;
    int m_systemError = 0;
    bool m_isInputEnd = false;
    bool m_hasMember = false;
    std::unique_ptr<char[]> m_input{new char[inputSize]};
};

/// The text of a gz file by its place, for any thread. Points come from whoever unpacks it. Memory is
/// bounded: the points of larger files lie further apart.
class GzipText
{
public:
    static constexpr std::size_t blockSize = std::size_t{1} << 20;

    explicit GzipText(ByteSource source) : m_source(std::move(source)) {}

    /// To be called after each block of blockSize.
    void passed(const GzipStream& stream);
    /// Fills `text` from `offset` on; fewer bytes at the end, or where the file is broken.
    [[nodiscard]] std::size_t copy(quint64 offset, std::span<char> text);

private:
    struct Block
    {
        quint64 number = 0;
        std::size_t size = 0;
        std::unique_ptr<char[]> bytes;
    };

    [[nodiscard]] const Block* block(quint64 number);
    [[nodiscard]] const Block* unpackTo(quint64 number);
    void moveTo(quint64 number);

    static constexpr std::size_t mostPoints = 64;
    static constexpr std::size_t blocksKept = 8;

    ByteSource m_source;
    std::mutex m_mutex; ///< of the points
    std::mutex m_blockMutex;
    std::vector<std::shared_ptr<const GzipPoint>> m_points;
    quint64 m_spacing = 16 * blockSize;
    std::unique_ptr<GzipStream> m_stream; ///< behind the last block unpacked here
    std::array<Block, blocksKept> m_blocks;
    std::size_t m_oldest = 0; ///< of m_blocks
};

} // namespace qtio
