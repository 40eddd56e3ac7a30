// SPDX-License-Identifier: GPL-3.0-or-later
// What was read from one source as bytes, so that a second opening need not read it: its rows, the names they
// use, its line marks, and where its Reader stood, so that a grown log is read on from there. An image is of
// this machine and this version; whatever is odd in one makes it no image.
#pragma once

#include "core/maillog/image_records.h"
#include "core/maillog/image_state.h"
#include "core/maillog/image_tasks.h"
#include "core/maillog/reader.h"

#include <optional>
#include <string>

namespace maillog {

class LogImage
{
public:
    /// To be raised whenever a line may be read into other rows than before, or a Reader remembers other
    /// things.
    static constexpr std::uint32_t version = 3;

    /// What is put away: the rows of one source, which follow one another.
    struct Rows
    {
        std::uint16_t source = 0;
        Row begin = 0;
        Row end = 0;
    };

    /// `reader` is that of the rows' source, finished with Tail::Wait. False when the sink has stopped it.
    [[nodiscard]] static bool write(const Log& log, const Rows& rows, Reader& reader, const ImageSink& sink);
    /// In two threads.
    [[nodiscard]] static std::optional<LogImage> read(const ImageSource& source, const GoesOn& goesOn);

    [[nodiscard]] std::size_t size() const noexcept { return m_part.size(); }

    /// Some years were told from the file's date.
    [[nodiscard]] bool usesFileDate() const;

    /// Adds the rows to `log` as those of `source`, and makes `reader`, which has read nothing, stand where
    /// the image was written. False when it was stopped: then no row was added.
    [[nodiscard]] bool moveInto(Log& log, std::uint16_t source, Reader& reader, const GoesOn& goesOn) &&;

private:
    struct Numbers;
    class Writer;
    LogImage() = default;
    [[nodiscard]] bool readParts(const ImageSource& source, const GoesOn& goesOn);
    [[nodiscard]] bool hasValidNames(const GoesOn& goesOn) const;
    [[nodiscard]] std::optional<IdMaps> addNames(Log& log, const GoesOn& goesOn) const;
    [[nodiscard]] bool indexNames(const GoesOn& goesOn);

    Log m_part; ///< one source, names numbered as in the image
    std::string m_state;
};

/// Makes `to`, a new reader of a copy of the log, stand where `from` stands.
void copyState(Reader& from, Reader& to, const Log& copy);

} // namespace maillog
