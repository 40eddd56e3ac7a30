// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/log/log_archive.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>

namespace qtio {

namespace {

using Take = std::function<bool(std::string_view, quint64)>;

/// bz2 is the slowest, some 20 MB/s: whoever cancels waits for one block, of the text or of the file.
constexpr std::size_t textBlock = std::size_t{128} << 10;

struct Input
{
    const ByteSource& source;
    const Take& take;
    quint64 offset = 0;
    bool isCancelled = false;
    std::unique_ptr<char[]> bytes{new char[size]};

    static constexpr std::size_t size = std::size_t{16} << 10;

    static la_ssize_t read(archive* reader, void* self, const void** block)
    {
        auto& input = *static_cast<Input*>(self);
        // A block of bz2 is unpacked as a whole: long before its text comes, or never, it may be given up.
        input.isCancelled = input.isCancelled || !input.take({}, input.offset);
        if (input.isCancelled) {
            return ARCHIVE_FATAL;
        }
        const ssize_t got = input.source({input.bytes.get(), size}, input.offset);
        if (got < 0) {
            archive_set_error(reader, errno, "%s", qt_error_string(errno).toUtf8().constData());
            return ARCHIVE_FATAL;
        }
        input.offset += static_cast<quint64>(got);
        *block = input.bytes.get();
        return got;
    }
};

struct Close
{
    void operator()(archive* reader) const noexcept { archive_read_free(reader); }
};

} // namespace

tl::expected<void, ArchiveError> unpackArchive(const ByteSource& source, const Take& take)
{
    Input input{source, take};
    const std::unique_ptr<archive, Close> reader(archive_read_new());
    archive_read_support_filter_all(reader.get());
    archive_read_support_format_raw(reader.get());
    const auto failed = [&] {
        return tl::unexpected(input.isCancelled ? ArchiveError::Cancelled : ArchiveError::Damaged);
    };
    archive_entry* entry = nullptr;
    if (archive_read_open(reader.get(), &input, nullptr, &Input::read, nullptr) != ARCHIVE_OK ||
        archive_read_next_header(reader.get(), &entry) != ARCHIVE_OK) {
        return failed();
    }
    while (true) {
        // Blocks as they are unpacked: archive_read_data() would keep those before a damaged place to itself.
        const void* block = nullptr;
        std::size_t size = 0;
        la_int64_t at = 0;
        const int status = archive_read_data_block(reader.get(), &block, &size, &at);
        if (status == ARCHIVE_EOF) {
            return {};
        }
        if (status < ARCHIVE_OK) {
            return failed();
        }
        std::string_view text(static_cast<const char*>(block), size);
        while (!text.empty()) {
            if (!take(text.substr(0, textBlock), input.offset)) {
                return tl::unexpected(ArchiveError::Cancelled);
            }
            text.remove_prefix(std::min(text.size(), textBlock));
        }
    }
}

} // namespace qtio
