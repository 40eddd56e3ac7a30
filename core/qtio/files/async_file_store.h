// SPDX-License-Identifier: GPL-3.0-or-later
// Files that may lie on this computer or on a host reached with ssh, with the rights of the user or of an
// administrator: asked for now, answered when they are there. The window never waits for a disk that is
// far away or for somebody who types a password.
#pragma once

#include "core/qtio/files/file_store.h"

#include <QObject>
#include <QString>

#include <functional>

namespace qtio {

/// Where a file is, written as scp writes it: "/etc/spf/config.ini" or "mx1:/etc/spf/config.ini".
struct FilePlace
{
    QString host; ///< as ssh takes it: an alias of its config or [user@]name; empty for this computer
    QString path; ///< absolute

    [[nodiscard]] bool isRemote() const { return !host.isEmpty(); }

    [[nodiscard]] QString text() const { return isRemote() ? host + QLatin1Char(':') + path : path; }

    /// What is no "host:/path" is a path of this computer; relative ones are made absolute. A file manager
    /// gives "file:///path".
    [[nodiscard]] static FilePlace fromText(const QString& text);
    friend bool operator==(const FilePlace&, const FilePlace&) = default;
};

/// "file:///var/log/mail.log" as a path; any other text as it is.
[[nodiscard]] QString pathOfUrl(const QString& text);

/// Whose rights a file is read and written with.
enum class Rights {
    User,
    Administrator ///< pkexec or sudo on this computer, `sudo -n` on others
};

/// The program that asks the user for passwords when ssh or sudo needs one (ssh(1), SSH_ASKPASS).
struct AskPass
{
    QString program; ///< empty: there is none
    QString marker;  ///< an environment variable that tells it why it was started
};

/// `done` is called once, maybe before the function returns (files of this computer), and never after
/// `context` is gone.
class AsyncFileStore : public QObject
{
    Q_OBJECT
public:
    using ReadDone = std::function<void(const tl::expected<FileContent, FileError>&)>;
    using LookDone = std::function<void(const tl::expected<Fingerprint, FileError>&)>;
    using WriteDone = std::function<void(const tl::expected<Written, FileError>&)>;

    using QObject::QObject;

    virtual void read(const FilePlace& place, Rights rights, QObject* context, ReadDone done) = 0;
    /// Of a file that is not there `exists` is false; that is no error.
    virtual void fingerprint(const FilePlace& place, Rights rights, QObject* context, LookDone done) = 0;
    /// `request.path` is the path on the host of `place`.
    virtual void write(const FilePlace& place, Rights rights, const WriteRequest& request, QObject* context,
                       WriteDone done) = 0;

    /// What is under way ends soon, with an error. A write that is past recall ends with ConnectionLost.
    virtual void cancel() {}

    /// Rights::Administrator can be asked for there.
    [[nodiscard]] virtual bool knowsAdministrator(const FilePlace& place) const = 0;
};

} // namespace qtio
