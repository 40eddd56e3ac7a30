// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/log/log_loader.h"

#include "core/qtio/log/log_reading.h"

#include <algorithm>

namespace qtio {

bool LoadedLogs::hasErrors() const noexcept
{
    return std::any_of(sources.begin(), sources.end(),
                       [](const LoadedSource& s) { return s.error.has_value(); });
}

bool LoadedLogs::isCancelled() const noexcept
{
    return std::any_of(sources.begin(), sources.end(), [](const LoadedSource& s) {
        return s.error && s.error->code == LogFileError::Code::Cancelled;
    });
}

std::string_view LoadedLogs::line(maillog::Row row) const
{
    const auto& c = log->columns();
    const auto& file = sources.at(c.source[row]).file;
    return file ? file->text(c.lineOffset[row], c.lineLength[row]) : std::string_view{};
}

std::vector<std::uint32_t> LoadedLogs::inOrder(std::vector<std::uint32_t> rows) const
{
    return order ? maillog::orderRows(std::move(rows), *order) : rows;
}

maillog::BlockSource LoadedLogs::blockSource() const
{
    return maillog::BlockSource(
        [files = sources](std::uint16_t source, std::uint64_t offset, std::span<char> into) {
            const auto& file = files.at(source).file;
            return file ? file->readAt(offset, into).value_or(0) : std::size_t{0};
        });
}

LoadedLogs loadLogs(const LogRequest& request, const LoadProgress& progress)
{
    LogReading reading(request);
    reading.open();
    qint64 all = 0;
    const LoadProgress report = [&](qint64 done, qint64 total) {
        all = total;
        return !progress || progress(done, total);
    };
    reading.readAll(report);
    auto logs = reading.complete();
    reading.keepImages([&] { return report(all, all); });
    return logs;
}

} // namespace qtio
