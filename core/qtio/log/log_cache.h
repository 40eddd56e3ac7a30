// SPDX-License-Identifier: GPL-3.0-or-later
// What was read from large logs, kept on disk (maillog::LogImage), so that a second opening takes no time.
// Mail addresses are personal data: the folder is 0700, its files 0600. Nothing in it is trusted: what does
// not fit the log as it is now is as if it were not there.
#pragma once

#include "core/maillog/log_image.h"
#include "core/qtio/log/log_file.h"

#include <QString>

#include <functional>
#include <optional>

namespace qtio {

/// All that decides into which rows a log is read, besides its bytes.
struct LogSettings
{
    maillog::ReaderOptions reader;
    quint64 patterns = 0; ///< a number of the user's own patterns; 0: none
};

class LogCache
{
public:
    static constexpr qint64 usualLimit = qint64{2} << 30;
    /// Shared by all programs of the product.
    [[nodiscard]] static QString usualFolder();

    static constexpr qint64 usualWorth = 500;

    /// Beyond `limit` bytes the images used longest ago are removed. What was read in fewer than `worth`
    /// milliseconds needs none.
    explicit LogCache(QString folder = usualFolder(), qint64 limit = usualLimit, qint64 worth = usualWorth);

    [[nodiscard]] bool isWorth(qint64 milliseconds) const noexcept { return milliseconds >= m_worth; }

    using GoesOn = std::function<bool()>; ///< asked often; false gives up
    /// A plain file may have grown since the image was written.
    [[nodiscard]] std::optional<maillog::LogImage> find(const LogFile& file, const LogSettings& settings,
                                                        const GoesOn& goesOn) const;
    /// `rows` are those of the file, whose `reader` was finished with Tail::Wait. False when it could not,
    /// which does no harm.
    bool keep(const LogFile& file, const LogSettings& settings, const maillog::Log& log,
              const maillog::LogImage::Rows& rows, maillog::Reader& reader, const GoesOn& goesOn) const;

    /// Bytes in use.
    [[nodiscard]] qint64 size() const;
    /// Removes everything.
    void clear() const;

private:
    [[nodiscard]] QString pathOf(quint64 device, quint64 inode, const LogSettings& settings) const;
    void makeRoom() const;

    QString m_folder;
    qint64 m_limit;
    qint64 m_worth;
};

} // namespace qtio
