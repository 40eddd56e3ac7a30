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
