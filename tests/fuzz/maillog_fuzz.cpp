// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes, in blocks of any size, are a mail log: nothing crashes, the block boundaries change nothing, and
// the counts of the summary agree with each other.
#include "core/maillog/filter.h"
#include "core/maillog/reader.h"
#include "core/maillog/statistics.h"
#include "tests/fuzz/fuzz.h"

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string_view>

namespace {

maillog::Log read(std::string_view bytes, std::size_t blockSize)
{
    maillog::Log log;
    maillog::ReaderOptions options;
    options.fileTime = 1'760'000'000;
    maillog::Reader reader(log, log.addSource(), options);
    while (!bytes.empty()) {
        reader.feed(bytes.substr(0, blockSize));
        bytes.remove_prefix(std::min(blockSize, bytes.size()));
    }
    reader.finish(maillog::Tail::Take);
    return log;
}

void requireSame(const maillog::Check& a, const maillog::Check& b)
{
    fuzz::require(a.time == b.time && a.offsetMinutes == b.offsetMinutes && a.flags == b.flags);
    fuzz::require(a.result == b.result && a.action == b.action && a.identity == b.identity);
    fuzz::require(a.dialect == b.dialect && a.guessed == b.guessed && a.pid == b.pid && a.repeat == b.repeat);
    fuzz::require(a.address == b.address && a.domain == b.domain && a.helo == b.helo && a.sender == b.sender);
    fuzz::require(a.recipient == b.recipient && a.host == b.host && a.rule == b.rule);
    fuzz::require(a.lineOffset == b.lineOffset && a.lineLength == b.lineLength);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 2) {
        return 0;
    }
    const std::size_t blockSize = data[0] + std::size_t{1};
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto log = read(bytes, blockSize);
    const auto whole = read(bytes, bytes.size());
    fuzz::require(log.size() == whole.size());
    for (maillog::Row row = 0; row < log.size(); ++row) {
        requireSame(log[row], whole[row]);
    }
    fuzz::require(log.counts(0).lines == whole.counts(0).lines);
    fuzz::require(log.counts(0).unreadable == whole.counts(0).unreadable);
    const auto summary = summarize(log, maillog::RowSet::all(log));
    fuzz::require(std::accumulate(summary.byResult.begin(), summary.byResult.end(), std::uint64_t{0}) ==
                  summary.checks);
    fuzz::require(std::accumulate(summary.byAction.begin(), summary.byAction.end(), std::uint64_t{0}) ==
                  summary.checks + summary.skips);
    for (maillog::Row row = 0; row < log.size(); ++row) {
        fuzz::require(log[row].lineOffset + log[row].lineLength <= bytes.size());
    }
    const auto filter = maillog::Filter::parse(bytes.substr(0, 64), {});
    if (filter) {
        static_cast<void>(filter->rows(log, [&](std::uint16_t, std::uint64_t offset, std::uint32_t length) {
            return bytes.substr(offset, length);
        }));
    }
    return 0;
}
