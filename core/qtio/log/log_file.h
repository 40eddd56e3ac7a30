// SPDX-License-Identifier: GPL-3.0-or-later
// One mail log as a stream of blocks and as lines by their place. Read by pread, never mapped: a
// file cut by copytruncate would raise SIGBUS (MAILLOG.md 3). gz, bz2, xz, zst and Z are unpacked on the way,
// and what journalctl writes as JSON or in the export form becomes lines.
#pragma once

#include "core/maillog/zone_rules.h"

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

#include <functional>
#include <memory>
#include <span>
#include <string_view>

namespace qtio {

struct LogFileError
{
    enum class Code {
        NotFound,
        IsDirectory,
        IsDevice, ///< /dev/zero and the like: nothing that has an end
        AccessDenied,
        ReadFailed,    ///< detail: the system's reason
        Damaged,       ///< a compressed file that ends early or is broken; what came before it was read
        BrokenEntries, ///< of a journal: some entries were cut or damaged, the others were read
        Zip,           ///< an archive of files
        Utf16,         ///< text as Windows writes it
        PackedTwice,   ///< what comes out of a pipe's gz is packed
        Changed,       ///< became shorter while it was read (copytruncate)
        Cancelled
    };
    Code code;
    QString detail;
    quint64 line = 0;  ///< BrokenEntries: of the text in which the first of them begins, from 1
    quint64 count = 0; ///< BrokenEntries: how many
    friend bool operator==(const LogFileError&, const LogFileError&) = default;
};

/// What of the text has to be at hand later.
enum class LogText {
    Forget, ///< counts only
    Keep    ///< lines are shown: what can be read only once or from its start is copied to a temporary file
};

class LogFile
{
public:
    /// "-" is standard input. `zone` of the host gives the offset to stamps of a journal, which have none.
    [[nodiscard]] static tl::expected<LogFile, LogFileError>
    open(const QString& path, LogText text = LogText::Keep, const maillog::ZoneRules& zone = {});
    LogFile(LogFile&&) noexcept;
    LogFile& operator=(LogFile&&) noexcept;
    ~LogFile();

    [[nodiscard]] const QString& path() const noexcept;
    /// Bytes on the disk; 0 when it cannot be known (a pipe).
    [[nodiscard]] qint64 size() const noexcept;
    /// UTC seconds of its last line's date, best guess first: a date in a rotated file's name, the time in a
    /// gz header, the file's last change.
    [[nodiscard]] qint64 date() const noexcept;
    /// Of a pipe known when it was read.
    [[nodiscard]] bool isCompressed() const noexcept;
    /// A file whose bytes are the text: it may be followed while it grows.
    [[nodiscard]] bool isPlain() const noexcept;
    /// The open file as it is on the disk, for whoever follows it; -1 for a pipe.
    [[nodiscard]] int handle() const noexcept;

    /// Calls `take(block, bytesReadOfSize)` for all blocks from the start on; false from it cancels. While a
    /// pipe is silent the block is empty.
    using TakeBlock = std::function<bool(std::string_view block, qint64 done)>;
    [[nodiscard]] tl::expected<void, LogFileError> read(const TakeBlock& take);
    /// Bytes of the (unpacked) text into `bytes`; fewer at its end. From any thread, several at a time, also
    /// while another is in read(): a plain or gz file need not have been read, of others it is what was read
    /// so far with LogText::Keep.
    [[nodiscard]] tl::expected<std::size_t, LogFileError> readAt(quint64 offset, std::span<char> bytes) const;
    /// It became longer while it was read.
    [[nodiscard]] bool hasGrown() const;

    /// Bytes of the (unpacked) text; fewer, or none, when the file was cut since. Views live until the next
    /// call. One thread at a time.
    [[nodiscard]] std::string_view text(quint64 offset, quint32 length);

private:
    using Result = tl::expected<void, LogFileError>;
    struct State;
    explicit LogFile(std::unique_ptr<State> state) noexcept;
    std::unique_ptr<State> m_state;
};

} // namespace qtio
