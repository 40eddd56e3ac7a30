// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/log/log_gzip.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace qtio {

GzipStream::GzipStream(ByteSource source) : m_source(std::move(source))
{
    isal_inflate_init(&m_at.inflate);
}

GzipStream::GzipStream(ByteSource source, const GzipPoint& point)
    : m_source(std::move(source)), m_at(point), m_hasMember(true)
{
}

GzipPoint GzipStream::point() const
{
    GzipPoint point = m_at;
    point.fileOffset = fileOffset();
    point.inflate.next_in = nullptr;
    point.inflate.avail_in = 0;
    point.inflate.next_out = nullptr;
    point.inflate.avail_out = 0;
    return point;
}

/// What is left of the input moves to the front; false when nothing can be added.
bool GzipStream::fill()
{
    if (m_isInputEnd) {
        return false;
    }
    const std::size_t left = m_at.inflate.avail_in;
    if (left > 0) {
        std::memmove(m_input.get(), m_at.inflate.next_in, left);
    }
    const ssize_t got = m_source({m_input.get() + left, inputSize - left}, m_at.fileOffset);
    m_at.inflate.next_in = reinterpret_cast<std::uint8_t*>(m_input.get());
    if (got < 0) {
        m_systemError = errno;
        m_state = State::ReadFailed;
        return false;
    }
    m_isInputEnd = got == 0;
    m_at.fileOffset += static_cast<quint64>(got);
    m_at.inflate.avail_in += static_cast<std::uint32_t>(got);
    return got > 0;
}

void GzipStream::end()
{
    m_state = m_at.isDamaged || !m_hasMember ? State::Damaged : State::End;
}

/// Zeros behind a member are the padding of tapes, anything else is no part of the text: gzip ignores both.
void GzipStream::startMember()
{
    constexpr unsigned char firstByte = 0x1f;
    constexpr unsigned char secondByte = 0x8b;
    auto& inflate = m_at.inflate;
    while (inflate.avail_in > 0 && m_hasMember && *inflate.next_in == 0) {
        ++inflate.next_in;
        --inflate.avail_in;
    }
    if (inflate.avail_in < 2 && fill()) {
        return;
    }
    if (m_state != State::Going) {
        return;
    }
    if (inflate.avail_in < 2 || inflate.next_in[0] != firstByte || inflate.next_in[1] != secondByte) {
        end();
        return;
    }
    isal_inflate_reset(&inflate);
    inflate.crc_flag = ISAL_GZIP;
    m_at.betweenMembers = false;
    m_hasMember = true;
}

void GzipStream::inflate()
{
    auto& inflate = m_at.inflate;
    if (inflate.avail_in == 0) {
        (void)fill();
        if (m_state != State::Going) {
            return;
        }
    }
    const std::uint32_t room = inflate.avail_out;
    const int result = isal_inflate(&inflate);
    m_at.textOffset += room - inflate.avail_out;
    if (inflate.block_state == ISAL_BLOCK_FINISH) {
        // The text of this member is whole, only changed; the next one may be sound.
        m_at.isDamaged = m_at.isDamaged || result == ISAL_INCORRECT_CHECKSUM;
        m_at.betweenMembers = true;
    } else if (result < 0 || (m_isInputEnd && inflate.avail_in == 0 && room == inflate.avail_out)) {
        m_state = State::Damaged;
    }
}

std::size_t GzipStream::read(std::span<char> text)
{
    auto& inflate = m_at.inflate;
    inflate.next_out = reinterpret_cast<std::uint8_t*>(text.data());
    inflate.avail_out = static_cast<std::uint32_t>(text.size());
    while (inflate.avail_out > 0 && m_state == State::Going) {
        if (m_at.betweenMembers) {
            startMember();
        } else {
            this->inflate();
        }
    }
    return text.size() - inflate.avail_out;
}

void GzipText::passed(const GzipStream& stream)
{
    const std::lock_guard lock(m_mutex);
    const quint64 next = m_points.empty() ? m_spacing : m_points.back()->textOffset + m_spacing;
    if (stream.textOffset() < next || stream.state() != GzipStream::State::Going) {
        return;
    }
    m_points.push_back(std::make_shared<const GzipPoint>(stream.point()));
    if (m_points.size() >= mostPoints) {
        // The even ones, which lie at the multiples of twice the distance.
        for (std::size_t i = 0; i < m_points.size() / 2; ++i) {
            m_points[i] = m_points[2 * i + 1];
        }
        m_points.resize(m_points.size() / 2);
        m_spacing *= 2;
    }
}

std::size_t GzipText::copy(quint64 offset, std::span<char> text)
{
    const std::lock_guard lock(m_blockMutex);
    std::size_t copied = 0;
    while (copied < text.size()) {
        const Block* from = block(offset / blockSize);
        const std::size_t start = offset % blockSize;
        if (from == nullptr || from->size <= start) {
            break;
        }
        const std::size_t size = std::min(from->size - start, text.size() - copied);
        std::memcpy(text.data() + copied, from->bytes.get() + start, size);
        copied += size;
        offset += size;
    }
    return copied;
}

const GzipText::Block* GzipText::block(quint64 number)
{
    const auto found = std::ranges::find_if(m_blocks, [&](const Block& block) {
        return block.bytes != nullptr && block.size > 0 && block.number == number;
    });
    return found != m_blocks.end() ? &*found : unpackTo(number);
}

/// The stream goes on from where it is unless a point is nearer.
void GzipText::moveTo(quint64 number)
{
    const quint64 target = number * blockSize;
    std::shared_ptr<const GzipPoint> nearest;
    {
        const std::lock_guard lock(m_mutex);
        const auto after = std::ranges::upper_bound(m_points, target, {},
                                                    [](const auto& point) { return point->textOffset; });
        nearest = after == m_points.begin() ? nullptr : *std::prev(after);
    }
    const quint64 from = nearest ? nearest->textOffset : 0;
    if (m_stream && m_stream->textOffset() <= target && m_stream->textOffset() >= from) {
        return;
    }
    m_stream =
        nearest ? std::make_unique<GzipStream>(m_source, *nearest) : std::make_unique<GzipStream>(m_source);
}

const GzipText::Block* GzipText::unpackTo(quint64 number)
{
    moveTo(number);
    while (m_stream->state() == GzipStream::State::Going) {
        Block& block = m_blocks[m_oldest];
        m_oldest = (m_oldest + 1) % m_blocks.size();
        if (!block.bytes) {
            block.bytes.reset(new char[blockSize]);
        }
        block.number = m_stream->textOffset() / blockSize;
        block.size = m_stream->read({block.bytes.get(), blockSize});
        passed(*m_stream);
        if (block.number == number) {
            return &block;
        }
    }
    return nullptr;
}

} // namespace qtio
