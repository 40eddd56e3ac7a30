// SPDX-License-Identifier: GPL-3.0-or-later
// The local file into which a log that is no file of this computer grows: for its owner only, in the cache,
// gone with its owner object. What a killed program left is removed by the next.
#pragma once

#include "core/qtio/files/descriptor.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace qtio {

class SpoolFile
{
public:
    /// Shared by all programs of the product.
    [[nodiscard]] static QString usualFolder();

    SpoolFile() = default;
    SpoolFile(const SpoolFile&) = delete;
    SpoolFile& operator=(const SpoolFile&) = delete;
    ~SpoolFile();

    /// `name` tells what the log is (LogName). The system's reason when it cannot be made.
    [[nodiscard]] std::optional<QString> create(const QString& name, const QString& folder = usualFolder());
    [[nodiscard]] std::optional<QString> append(const QByteArray& bytes);
    /// Of its first `size` bytes only as many stay as FileMark looks at: they are not read again. Where the
    /// file system cannot do it all stays.
    void forget(quint64 size);
    /// The date of the last line (LogFile::date()).
    void setChanged(qint64 seconds);

    [[nodiscard]] bool isOpen() const noexcept { return m_file.isOpen(); }

    [[nodiscard]] const QString& path() const noexcept { return m_path; }

private:
    QString m_folder;
    QString m_path;
    Descriptor m_lock{-1};
    Descriptor m_file{-1};
};

} // namespace qtio
