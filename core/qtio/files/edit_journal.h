// SPDX-License-Identifier: GPL-3.0-or-later
// Unsaved edits outlive the program: each running instance keeps its edited text in a file of its own, under
// a lock that ends with the process. What is found without a living owner was left by a crash.
#pragma once

#include "core/qtio/files/descriptor.h"
#include "core/qtio/files/file_store.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace qtio {

struct UnsavedText
{
    QString path;     ///< empty for a new file
    Fingerprint base; ///< of the content the edits grew from
    QByteArray bytes;
    QDateTime time; ///< UTC
};

/// What a dead instance left. While this lives nobody else is offered it.
class LeftBehind
{
public:
    LeftBehind(UnsavedText text, QString file, Descriptor lock);

    [[nodiscard]] const UnsavedText& text() const { return m_text; }

    /// For good.
    void discard();

private:
    UnsavedText m_text;
    QString m_file;
    Descriptor m_lock;
};

class EditJournal
{
public:
    /// `folder` is shared by all instances of the user.
    explicit EditJournal(QString folder);
    EditJournal(const EditJournal&) = delete;
    EditJournal& operator=(const EditJournal&) = delete;
    ~EditJournal(); ///< an orderly end leaves nothing

    [[nodiscard]] std::optional<FileError> write(const UnsavedText& text);
    /// Saved, discarded or closed: there is nothing to bring back.
    void clear();
    /// Newest first; what cannot be read is left alone.
    [[nodiscard]] std::vector<LeftBehind> leftBehind() const;

private:
    [[nodiscard]] std::optional<FileError> claimName();

    QString m_folder;
    QString m_file; ///< of this instance; empty until something is written
    std::optional<Descriptor> m_lock;
};

} // namespace qtio
