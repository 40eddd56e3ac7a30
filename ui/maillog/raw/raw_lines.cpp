// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/raw/raw_lines.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QtConcurrentRun>

#include <algorithm>

namespace ui {

namespace {

constexpr qsizetype cacheSize = 64 << 20;
constexpr qint64 longestBatch = 30; ///< ms; what was read till then is shown

} // namespace

RawLines::RawLines(std::shared_ptr<const RawReader> reader) : m_reader(std::move(reader)), m_blocks(cacheSize)
{
}

RawLines::~RawLines()
{
    *m_isCancelled = true;
}

std::optional<RawLine> RawLines::line(quint64 number)
{
    if (number >= count()) {
        return std::nullopt;
    }
    const quint64 block = RawReader::blockOf(number);
    if (const auto* known = m_blocks.object(block)) {
        return RawReader::lineOf(**known, number);
    }
    request(block);
    return std::nullopt;
}

void RawLines::fetch(quint64 number, std::function<void(const RawLine& line)> then)
{
    if (number >= count()) {
        return;
    }
    const quint64 block = RawReader::blockOf(number);
    if (const auto* known = m_blocks.object(block)) {
        then(RawReader::lineOf(**known, number));
        return;
    }
    QtConcurrent::run([reader = m_reader, block, isCancelled = m_isCancelled] {
        return reader->block(block, *isCancelled);
    })
        .then(this,
              [this, block, number, then = std::move(then)](const std::shared_ptr<const RawBlock>& lines) {
                  keep(block, lines);
                  then(RawReader::lineOf(*lines, number));
                  Q_EMIT changed();
              });
}

/// What is asked for while a batch is read and still wanted then is asked for again when it is painted.
void RawLines::request(quint64 block)
{
    if (m_isReading || std::find(m_wanted.begin(), m_wanted.end(), block) != m_wanted.end()) {
        return;
    }
    if (m_wanted.empty()) {
        QMetaObject::invokeMethod(this, &RawLines::readWanted, Qt::QueuedConnection);
    }
    m_wanted.push_back(block);
}

void RawLines::readWanted()
{
    m_isReading = true;
    QtConcurrent::run([reader = m_reader, wanted = std::exchange(m_wanted, {}), isCancelled = m_isCancelled] {
        std::vector<Numbered> read;
        QElapsedTimer clock;
        clock.start();
        for (const quint64 block : wanted) {
            read.emplace_back(block, reader->block(block, *isCancelled));
            if (clock.elapsed() > longestBatch || *isCancelled) {
                break;
            }
        }
        return read;
    }).then(this, [this](const std::vector<Numbered>& read) {
        m_isReading = false;
        for (const auto& [block, lines] : read) {
            keep(block, lines);
        }
        Q_EMIT changed();
    });
}

void RawLines::keep(quint64 block, std::shared_ptr<const RawBlock> lines)
{
    const auto cost = std::min(lines->cost, cacheSize); // what is asked for is kept, however large
    m_blocks.insert(block, new std::shared_ptr<const RawBlock>(std::move(lines)), cost);
}

} // namespace ui
