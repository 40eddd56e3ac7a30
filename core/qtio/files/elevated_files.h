// SPDX-License-Identifier: GPL-3.0-or-later
// Files of this computer that the user alone may not read or write: `cat` and `spfpolicy config put` are run
// through pkexec, or sudo with a password dialog; content goes through pipes. Nothing of this program itself
// gets other rights.
#pragma once

#include "core/qtio/files/async_file_store.h"

#include <QHash>
#include <QProcessEnvironment>
#include <QStringList>

class QProcess;

namespace qtio {

/// How other rights are asked for.
struct Elevation
{
    QStringList command; ///< {"/usr/bin/pkexec"}, {"/usr/bin/sudo", "-A", "--"}; empty: there is no way
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();

    /// What this computer has.
    [[nodiscard]] static Elevation ofThisComputer(const AskPass& askPass);
};

class ElevatedFiles final : public AsyncFileStore
{
    Q_OBJECT
public:
    /// `plain` reads what the user may read; `program` is the path of spfpolicy.
    ElevatedFiles(AsyncFileStore& plain, Elevation elevation, QString program, QObject* parent = nullptr);
    /// A command under way is left to itself: it writes when all of the content has come, or not at all.
    ~ElevatedFiles() override;

    /// Nobody is asked for a password when the user may read the file anyway.
    void read(const FilePlace& place, Rights rights, QObject* context, ReadDone done) override;
    /// As the user, always: looking every now and then must not ask for passwords.
    void fingerprint(const FilePlace& place, Rights rights, QObject* context, LookDone done) override;
    void write(const FilePlace& place, Rights rights, const WriteRequest& request, QObject* context,
               WriteDone done) override;
    void cancel() override;
    [[nodiscard]] bool knowsAdministrator(const FilePlace& place) const override;

private:
    struct Answer;
    using AnswerDone = std::function<void(const Answer&)>;
    void end(QProcess* process, const Answer& answer);
    void run(const QStringList& command, const QByteArray& input, QObject* context, AnswerDone done);

    AsyncFileStore& m_plain;
    Elevation m_elevation;
    QString m_program;
    QHash<QProcess*, AnswerDone> m_running;
};

} // namespace qtio
