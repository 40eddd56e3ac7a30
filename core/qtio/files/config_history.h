// SPDX-License-Identifier: GPL-3.0-or-later
// What stood in a config at each save, by whom and why: kept apart from the file, so that any version can be
// looked at and brought back. One folder for each config; texts are stored by their hash, an index line tells
// of each save. The index only grows, until the oldest entries go for good.
#pragma once

#include "core/qtio/files/file_store.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace qtio {

struct HistoryEntry
{
    enum class Origin {
        Saved, ///< by this program
        Found  ///< stood there before a save and nobody had told the history of it
    };
    Origin origin = Origin::Saved;
    QDateTime time = {}; ///< UTC; of a found one when it was found
    QString user = {};   ///< who saved; of a found one nobody knows
    QString host = {};
    QString note = {};
    QString path = {};    ///< as the file was called then
    QByteArray hash = {}; ///< SHA-256 of the content
    qint64 size = 0;
    QString textFile = {}; ///< holds the content
    friend bool operator==(const HistoryEntry&, const HistoryEntry&) = default;
};

/// One save, as the one who saved knows it.
struct SavedVersion
{
    QString path;
    std::optional<QByteArray> before; ///< nothing when there was no file
    QByteArray after;
    QString note;
};

struct HistoryAuthor
{
    QString user;
    QString host;
};

/// The account this process runs as, on this computer.
[[nodiscard]] HistoryAuthor currentAuthor();

class ConfigHistory
{
public:
    /// Of one config; the newest entry stays whatever its size.
    struct Limits
    {
        std::size_t entries = 500;
        qint64 bytes = 64 << 20;
    };

    struct Listing
    {
        std::vector<HistoryEntry> entries; ///< newest first
        int damaged = 0;                   ///< index lines that cannot be read or whose text is gone
    };

    using Clock = std::function<QDateTime()>;

    explicit ConfigHistory(QString folder, HistoryAuthor author = currentAuthor(),
                           Clock clock = &QDateTime::currentDateTimeUtc);

    void setLimits(Limits limits) { m_limits = limits; }

    /// What stood there before is kept first, when it is not the newest entry already.
    [[nodiscard]] std::optional<FileError> keep(const SavedVersion& version) const;
    [[nodiscard]] Listing list(const QString& path) const;
    /// The text of an entry of list(); an error when it is gone or is not what was kept.
    [[nodiscard]] static tl::expected<QByteArray, FileError> bytes(const HistoryEntry& entry);

private:
    [[nodiscard]] QString folderOf(const QString& path) const;
    [[nodiscard]] std::optional<FileError> prune(const QString& folder) const;

    QString m_folder;
    HistoryAuthor m_author;
    Clock m_clock;
    Limits m_limits;
};

} // namespace qtio
