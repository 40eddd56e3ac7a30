// SPDX-License-Identifier: GPL-3.0-or-later
// One log that is being written, and the checks in it that were not told yet. What was told is forgotten.
#pragma once

#include "core/maillog/filter.h"
#include "core/maillog/reader.h"
#include "core/qtio/log_tail.h"

#include <functional>
#include <memory>
#include <optional>

namespace cli {

class FollowedLog
{
public:
    /// Behind the first `known` bytes, or from the end on. `filter` outlives it.
    FollowedLog(const QString& path, std::optional<quint64> known, maillog::ReaderOptions options,
                const maillog::Filter& filter);

    /// Where it begins.
    [[nodiscard]] quint64 start() const noexcept { return m_start; }

    /// Tells the checks that were added. False when nothing can follow any more.
    using Tell = std::function<void(const maillog::Check& check)>;
    [[nodiscard]] bool look(const Tell& tell);

private:
    /// Whether a check that has a detail line only is told: its action line may come.
    enum class Unfinished { Wait, Tell };

    void begin();
    void add(std::string_view text);
    void tellNew(Unfinished unfinished, const Tell& tell);

    qtio::LogTail m_tail;
    maillog::ReaderOptions m_options;
    const maillog::Filter& m_filter;
    quint64 m_start;
    std::unique_ptr<maillog::Log> m_log;
    std::unique_ptr<maillog::Reader> m_reader;
    QByteArray m_text; ///< what m_log was read from
    maillog::Row m_told = 0;
};

} // namespace cli
