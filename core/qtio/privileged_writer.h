// SPDX-License-Identifier: GPL-3.0-or-later
// Saving a file of another user: `spfpolicy config put` is run through pkexec, or sudo with a password
// dialog, with the content on its standard input. Nothing of this program itself gets other rights.
#pragma once

#include "core/qtio/file_store.h"

#include <QObject>
#include <QProcess>
#include <QStringList>

#include <optional>

namespace qtio {

struct PrivilegedError
{
    enum class Code {
        Refused, ///< the user or the system said no
        Stale,   ///< changed since it was read; nothing was written
        Failed
    };
    Code code;
    QString text; ///< what the command said, may be empty
};

class PrivilegedWriter final : public QObject
{
    Q_OBJECT

public:
    /// What other rights can be asked for with: {"pkexec"}, {"sudo", "-A"}; nothing where neither is there.
    [[nodiscard]] static std::optional<QStringList> elevation();

    /// `program` is the path of spfpolicy.
    PrivilegedWriter(QStringList elevation, QString program, QObject* parent = nullptr);
    /// A command under way is left to end: it writes whole or not at all.
    ~PrivilegedWriter() override;

    /// Once at a time. finished() or failed() follows from the event loop.
    void write(const WriteRequest& request);

Q_SIGNALS:
    void finished(const qtio::Written& written);
    void failed(const qtio::PrivilegedError& error);

private:
    void take(int exitCode, QProcess::ExitStatus status);

    QStringList m_elevation;
    QString m_program;
    Fingerprint m_written;
    QProcess* m_process = nullptr;
};

} // namespace qtio
