// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/log/log_years.h"

#include "core/maillog/timestamp.h"
#include "core/maillog/year_walker.h"
#include "core/qtio/log/log_file.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace qtio {

namespace {

constexpr std::size_t looked = std::size_t{64} << 10; ///< at the beginning and at the end

struct Ends
{
    std::string first;
    std::string last;
};

Ends endsOf(const QString& path)
{
    Ends ends;
    auto file = LogFile::open(path, LogText::Forget);
    if (!file) {
        return ends;
    }
    if (file->isPlain()) {
        const auto size = static_cast<quint64>(file->size());
        ends.first.resize(looked);
        ends.first.resize(file->readAt(0, ends.first).value_or(0));
        ends.last.resize(looked);
        ends.last.resize(file->readAt(size - std::min<quint64>(size, looked), ends.last).value_or(0));
        return ends;
    }
    static_cast<void>(file->read([&ends](std::string_view block, qint64) {
        ends.first.append(block.substr(0, looked - ends.first.size()));
        ends.last.append(block.substr(block.size() - std::min(block.size(), looked)));
        ends.last.erase(0, ends.last.size() - std::min(ends.last.size(), looked));
        return true;
    }));
    return ends;
}

std::optional<maillog::Stamp> stampOf(std::string_view line)
{
    const auto stamp = maillog::parseStamp(line);
    return stamp && !stamp->withoutDate ? stamp : std::nullopt;
}

std::optional<maillog::Stamp> firstStamp(std::string_view text)
{
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size() - 1);
        if (const auto stamp = stampOf(text.substr(0, end))) {
            return stamp;
        }
        text.remove_prefix(end + 1);
    }
    return std::nullopt;
}

std::optional<maillog::Stamp> lastStamp(std::string_view text)
{
    while (!text.empty()) {
        const auto before = text.substr(0, text.size() - 1).rfind('\n');
        const auto start = before == std::string_view::npos ? 0 : before + 1;
        if (const auto stamp = stampOf(text.substr(start))) {
            return stamp;
        }
        text = text.substr(0, start);
    }
    return std::nullopt;
}

} // namespace

void settleYears(const std::vector<DatedLog>& parts)
{
    for (std::size_t i = parts.size(); i-- > 1;) {
        const maillog::ReaderOptions& newer = *parts[i].options;
        maillog::ReaderOptions& older = *parts[i - 1].options;
        older.year = newer.year; // of a part that has no line (yet) the next older one takes the place
        older.fileTime = newer.fileTime;
        const Ends ends = endsOf(parts[i].path);
        const auto first = firstStamp(ends.first);
        const auto last = lastStamp(ends.last);
        if (!first || !last) {
            continue;
        }
        maillog::YearWalker years(newer.fileTime / 86'400, newer.year);
        int year = years.next(*first);
        static_cast<void>(years.takeCorrection()); // is in it
        static_cast<void>(years.next(*last));
        years.settle();
        year += years.takeCorrection();
        older.year.reset();
        older.fileTime = maillog::wallSeconds(*first, year);
    }
}

} // namespace qtio
