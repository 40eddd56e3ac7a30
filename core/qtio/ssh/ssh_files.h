// SPDX-License-Identifier: GPL-3.0-or-later
// Files of other hosts, reached with the user's own ssh, with all that LocalFileStore promises: whole or not
// at all, a copy beside it, owner, mode and links kept, nothing of somebody else's overwritten. Nothing need
// be installed there but a POSIX sh with coreutils or busybox.
#pragma once

#include "core/qtio/files/async_file_store.h"
#include "core/qtio/ssh/ssh_client.h"

namespace qtio {

/// From a script's "failed", code, path, text.
[[nodiscard]] FileError failureOf(const QList<QByteArray>& fields);

class SshFiles final : public AsyncFileStore
{
    Q_OBJECT
public:
    /// Of the backups made of one file the newest `backups` are kept; their names carry the host's time.
    explicit SshFiles(SshClient& client, qint64 largest = 64 << 20, int backups = 20,
                      QObject* parent = nullptr);

    void read(const FilePlace& place, Rights rights, QObject* context, ReadDone done) override;
    void fingerprint(const FilePlace& place, Rights rights, QObject* context, LookDone done) override;
    /// The content leaves only when the script on the host is ready for it: before that a failure is
    /// NoConnection or Refused, afterwards ConnectionLost.
    void write(const FilePlace& place, Rights rights, const WriteRequest& request, QObject* context,
               WriteDone done) override;

    void cancel() override { m_client.cancel(); }

    [[nodiscard]] bool knowsAdministrator(const FilePlace& place) const override { return place.isRemote(); }

private:
    void readAgain(const FilePlace& place, Rights rights, QObject* context, ReadDone done, int tries);

    SshClient& m_client;
    qint64 m_largest;
    int m_backups;
};

} // namespace qtio
