// SPDX-License-Identifier: GPL-3.0-or-later
// The image of any log is that log again, and going on from it gives what reading it straight gives; one that
// was changed is refused, and one whose sums were made to fit does no harm.
#include "core/maillog/filter.h"
#include "core/maillog/log_image.h"
#include "core/maillog/statistics.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <cstring>
#include <string>

namespace {

using maillog::Log;
using maillog::LogImage;
using maillog::Reader;
using maillog::Row;

const maillog::ReaderOptions options{maillog::ZoneRules::fixed(9 * 3600), 1'760'000'000, std::nullopt};

bool goesOn()
{
    return true;
}

maillog::ImageSource sourceOf(std::string_view bytes)
{
    return {bytes.size(), [bytes](std::uint64_t offset, std::span<char> to) {
                const bool isThere = offset <= bytes.size() && to.size() <= bytes.size() - offset;
                if (isThere) {
                    std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(offset), to.size(), to.begin());
                }
                return isThere;
            }};
}

std::string imageOf(const Log& log, Reader& reader)
{
    std::string bytes;
    fuzz::require(LogImage::write(log, {0, 0, log.size()}, reader, [&](std::string_view piece) {
        bytes += piece;
        return true;
    }));
    return bytes;
}

/// The same records with sums that are right.
std::string sealed(std::string_view image)
{
    std::string bytes;
    const auto sink = [&bytes](std::string_view piece) {
        bytes += piece;
        return true;
    };
    while (image.size() >= maillog::RecordReader::overhead) {
        std::uint64_t size = 0;
        std::memcpy(&size, image.data(), sizeof size);
        image.remove_prefix(maillog::RecordReader::overhead);
        size = std::min<std::uint64_t>(size, image.size());
        fuzz::require(maillog::putRecord(sink, image.substr(0, size)));
        image.remove_prefix(size);
    }
    return bytes;
}

void requireSame(const Log& a, const Log& b)
{
    fuzz::require(a.size() == b.size());
    for (Row row = 0; row < a.size(); ++row) {
        const auto x = a[row];
        const auto y = b[row];
        fuzz::require(x.time == y.time && x.flags == y.flags && x.result == y.result && x.repeat == y.repeat);
        fuzz::require(x.address == y.address && x.domain == y.domain && x.helo == y.helo);
        fuzz::require(x.sender == y.sender && x.recipient == y.recipient && x.host == y.host);
        fuzz::require(x.lineOffset == y.lineOffset && x.lineLength == y.lineLength && x.rule == y.rule);
    }
    fuzz::require(a.counts(0).lines == b.counts(0).lines);
}

/// All that is done with a log that came from an image.
void use(std::string_view image, std::string_view more)
{
    auto found = LogImage::read(sourceOf(image), goesOn);
    if (!found) {
        return;
    }
    static_cast<void>(found->usesFileDate());
    Log log;
    Reader reader(log, log.addSource(), options);
    fuzz::require(std::move(*found).moveInto(log, 0, reader, goesOn));
    reader.feed(more);
    reader.finish(maillog::Tail::Take);
    for (Row row = 0; row < log.size(); ++row) {
        static_cast<void>(log[row]);
    }
    const auto all = maillog::RowSet::all(log);
    static_cast<void>(summarize(log, all));
    static_cast<void>(topEntries(log, all, maillog::TopField::Network, 5));
    static_cast<void>(histogram(log, all, 3'600'000, 0, 1000));
    const auto filter = maillog::Filter::parse("result:fail domain:example ip:192.0.2.0/24", {});
    static_cast<void>(filter->rows(log));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr std::size_t editSize = 4; // a place of three bytes, a value
    if (size < 2) {
        return 0;
    }
    const std::size_t edits = std::min<std::size_t>(data[0] % 8, (size - 2) / editSize);
    const auto text = fuzz::text(data + 2 + edits * editSize, size - 2 - edits * editSize);
    const auto cut = text.size() * data[1] / 255;

    Log before;
    Reader first(before, before.addSource(), options);
    first.feed(text.substr(0, cut));
    first.finish(maillog::Tail::Wait);
    if (first.isTable()) {
        return 0; // has no image
    }
    const auto image = imageOf(before, first);
    Log after;
    Reader second(after, after.addSource(), options);
    auto found = LogImage::read(sourceOf(image), goesOn);
    fuzz::require(found.has_value());
    fuzz::require(std::move(*found).moveInto(after, 0, second, goesOn));
    requireSame(before, after);
    for (Reader* reader : {&first, &second}) {
        reader->feed(text.substr(cut));
        reader->finish(maillog::Tail::Take);
    }
    requireSame(before, after);

    auto changed = image;
    for (std::size_t i = 0; i < edits; ++i) {
        const auto* const edit = data + 2 + i * editSize;
        const auto place = std::size_t{edit[0]} << 16U | std::size_t{edit[1]} << 8U | edit[2];
        changed[place % changed.size()] = static_cast<char>(edit[3]);
    }
    if (changed != image) {
        fuzz::require(!LogImage::read(sourceOf(changed), goesOn).has_value());
        use(sealed(changed), text.substr(cut));
    }
    return 0;
}
