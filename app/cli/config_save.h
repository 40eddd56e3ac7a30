// SPDX-License-Identifier: GPL-3.0-or-later
// A config.ini that a command changes: read once, written back atomically with a backup, refused when
// somebody else has changed it meanwhile.
#pragma once

#include "app/cli/context.h"
#include "core/config/ini_document.h"
#include "core/qtio/files/file_store.h"

#include <optional>

namespace cli {

/// What became of a save.
struct Saved
{
    Exit exit = Exit::Done;
    bool changed = false;
    QString backup;       ///< path of the copy of the old bytes
    bool isStale = false; ///< somebody else wrote it meanwhile; nothing was written
};

class EditedFile
{
public:
    /// The error is printed when the file cannot be read. "-" reads standard input, which cannot be saved.
    [[nodiscard]] static std::optional<EditedFile> open(Context& context, const QString& path);

    [[nodiscard]] const config::IniDocument& document() const noexcept { return m_document; }

    [[nodiscard]] const QString& path() const noexcept { return m_path; }

    /// Writes nothing when the bytes are equal. An error is printed; a stale base only when `tellStale` is
    /// set.
    [[nodiscard]] Saved save(Context& context, const config::IniDocument& document,
                             bool tellStale = true) const;

private:
    EditedFile(QString path, config::IniDocument document, qtio::Fingerprint fingerprint)
        : m_path(std::move(path)), m_document(std::move(document)), m_fingerprint(std::move(fingerprint))
    {
    }

    QString m_path;
    config::IniDocument m_document;
    qtio::Fingerprint m_fingerprint;
};

/// Says what hangs on a file beside its content and did not come along.
void reportLost(Context& context, const QString& path, const qtio::Written& written);

/// Says on standard error, or as JSON on standard output, what save() did.
void reportSaved(Context& context, const QString& path, const Saved& saved, bool json);

} // namespace cli
