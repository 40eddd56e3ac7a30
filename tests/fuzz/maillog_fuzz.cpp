// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes, in blocks of any size, are a mail log: nothing crashes, the block boundaries change nothing, the
// counts of the summary agree with each other, and no line that says something is passed over.
#include "core/maillog/candidates.h"
#include "core/maillog/filter.h"
#include "core/maillog/reader.h"
#include "core/maillog/statistics.h"
#include "tests/fuzz/fuzz.h"

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string_view>

namespace {

/// Of the user's own: tried on every line.
std::shared_ptr<const maillog::PatternSet> patterns()
{
    static const std::vector<maillog::UserPattern> own{
        {"filter", R"(filter\[\d+\]: (?<result>\w+) (?<ip>\S+) <(?<sender>[^>]*)>)"},
        {"any", R"(^(?<time>\S+) (?<host>\S+) !(?<result>\w+)!(?<helo>.*)!(?<domain>.*))"}};
    static const auto set = std::make_shared<const maillog::PatternSet>(*maillog::PatternSet::compile(own));
    return set;
}

maillog::Log read(std::string_view bytes, std::size_t blockSize)
{
    maillog::Log log;
    maillog::ReaderOptions options;
    options.fileTime = 1'760'000'000;
    options.patterns = patterns();
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

bool isCandidate(std::string_view line)
{
    static const maillog::LiteralScan scan(maillog::candidateLiterals);
    return scan.find(line) != maillog::LiteralScan::none;
}

/// The table of literals must not keep a line from its parser.
void requireCandidate(std::string_view line)
{
    const auto stamp = maillog::parseStamp(line);
    if (!stamp) {
        return;
    }
    std::string scratch;
    const auto policy = maillog::parsePolicyLine(line.substr(stamp->length), stamp->isSyslogProtocol);
    if (policy) {
        const auto event = maillog::parseEvent(*policy, scratch);
        fuzz::require(event.kind == maillog::LineKind::Other || isCandidate(line));
    }
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
    fuzz::require(summary.lines.joinedRejections <= summary.lines.rejections);
    for (maillog::Row row = 0; row < log.size(); ++row) {
        fuzz::require(log[row].lineOffset + log[row].lineLength <= bytes.size());
    }
    for (auto rest = bytes; !rest.empty();) {
        requireCandidate(fuzz::takeLine(rest));
    }
    const auto filter = maillog::Filter::parse(bytes.substr(0, 64), {});
    if (filter) {
        static_cast<void>(filter->rows(log, [&](std::uint16_t, std::uint64_t offset, std::uint32_t length) {
            return bytes.substr(offset, length);
        }));
    }
    return 0;
}
