// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/ssh/ssh_files.h"

#include "core/qtio/ssh/ssh_scripts.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <array>
#include <cerrno>
#include <optional>
#include <utility>

namespace qtio {

namespace {

using Code = FileError::Code;

constexpr int readTries = 3; ///< of a file that changes while it is read

struct SystemText
{
    const char* text;
    int error;
    Code code;
};

/// What the tools of a host say in the C locale (glibc, musl, dash).
constexpr std::array<SystemText, 17> systemTexts{{
    {"No such file", ENOENT, Code::NotFound},
    {"Directory nonexistent", ENOENT, Code::NotFound},
    {"Not a directory", ENOTDIR, Code::NotFound},
    {"Is a directory", EISDIR, Code::IsFolder},
    {"ermission denied", EACCES, Code::NoPermission},
    {"peration not permitted", EPERM, Code::NoPermission},
    {"ead-only file system", EROFS, Code::ReadOnly},
    {"No space left on device", ENOSPC, Code::NoSpace},
    {"isk quota exceeded", EDQUOT, Code::NoSpace},
    {"uota exceeded", EDQUOT, Code::NoSpace},
    {"oo many levels of symbolic links", ELOOP, Code::Other},
    {"ymbolic link loop", ELOOP, Code::Other},
    {"Input/output error", EIO, Code::Other},
    {"I/O error", EIO, Code::Other},
    {"esource temporarily unavailable", EAGAIN, Code::Other},
    {"evice or resource busy", EBUSY, Code::Other},
    {"File too large", EFBIG, Code::Other},
}};

std::optional<Code> codeNamed(const QByteArray& name)
{
    static const std::array<std::pair<const char*, Code>, 6> names{{
        {"IsFolder", Code::IsFolder},
        {"NotAFile", Code::NotAFile},
        {"TooLarge", Code::TooLarge},
        {"Stale", Code::Stale},
        {"OwnerWouldChange", Code::OwnerWouldChange},
        {"NoBackup", Code::NoBackup},
    }};
    for (const auto& [text, code] : names) {
        if (name == text) {
            return code;
        }
    }
    return std::nullopt;
}

/// Of an answer that did not come, or not to its end.
FileError brokenAnswer(const FilePlace& place, Rights rights, const SshOutcome& outcome, Code lost)
{
    FileError error{Code::NoConnection, place.text(), 0, readableSshText(outcome.standardError)};
    if (outcome.reached == SshOutcome::Reached::Script) {
        error.code = lost;
    } else if (outcome.reached == SshOutcome::Reached::Host && rights == Rights::Administrator &&
               outcome.localError.isEmpty() && error.systemText.contains(QLatin1String("sudo"))) {
        error.code = Code::Refused;
    }
    if (outcome.wasCancelled && error.code == Code::NoConnection) {
        error.code = Code::Cancelled;
    }
    if (error.systemText.isEmpty()) {
        error.systemText = outcome.localError;
    }
    return error;
}

std::optional<FileError> errorOf(const FilePlace& place, Rights rights, const SshOutcome& outcome, Code lost,
                                 const QByteArray& expected, qsizetype fields)
{
    const bool isAnswer = outcome.isWhole && !outcome.fields.isEmpty();
    if (isAnswer && outcome.fields[0] == expected && outcome.fields.size() == fields) {
        return std::nullopt;
    }
    if (isAnswer && outcome.fields[0] == "failed" && outcome.fields.size() == 4) {
        return failureOf(outcome.fields);
    }
    return brokenAnswer(place, rights, outcome, lost);
}

/// A path that no tool takes for an option.
QByteArray pathWord(const QString& path)
{
    return (path.startsWith(QLatin1Char('/')) ? path : QStringLiteral("./") + path).toUtf8();
}

QByteArray hexOf(const Fingerprint& base)
{
    return base.exists ? base.hash.toHex() : QByteArray("-");
}

FileContent contentOf(const QList<QByteArray>& fields)
{
    FileContent content;
    content.bytes = fields[6];
    content.fingerprint = {true, QCryptographicHash::hash(fields[6], QCryptographicHash::Sha256)};
    content.modified = QDateTime::fromSecsSinceEpoch(fields[2].toLongLong());
    content.isWritable = fields[3] == "1";
    if (const QList<QByteArray> owner = fields[5].split(' '); owner.size() == 3) {
        content.owner = QString::fromUtf8(owner[0]);
        content.group = QString::fromUtf8(owner[1]);
        content.mode = owner[2].toInt(nullptr, 8);
    }
    return content;
}

} // namespace

FileError failureOf(const QList<QByteArray>& fields)
{
    FileError error{Code::Other, QString::fromUtf8(fields[2]), 0, readableSshText(fields[3])};
    const auto named = codeNamed(fields[1]);
    for (const SystemText& known : systemTexts) {
        if (fields[3].contains(known.text)) {
            error.systemError = known.error;
            error.code = known.code;
            break;
        }
    }
    const bool isFull = error.code == Code::NoSpace;
    if (named && !(named == Code::NoBackup && isFull)) {
        error.code = *named;
    }
    return error;
}

SshFiles::SshFiles(SshClient& client, qint64 largest, int backups, QObject* parent)
    : AsyncFileStore(parent), m_client(client), m_largest(largest), m_backups(backups)
{
}

void SshFiles::read(const FilePlace& place, Rights rights, QObject* context, ReadDone done)
{
    readAgain(place, rights, context, std::move(done), 1);
}

void SshFiles::readAgain(const FilePlace& place, Rights rights, QObject* context, ReadDone done, int tries)
{
    SshTask task{place.host, readScript(), {}, {}, rights, 2 * m_largest + (1 << 20)};
    task.arguments = {pathWord(place.path), QByteArray::number(m_largest)};
    const auto answered = [self = QPointer(this), place, rights, context, done = std::move(done),
                           tries](const SshOutcome& outcome) {
        if (const auto error = errorOf(place, rights, outcome, Code::NoConnection, "data", 7)) {
            done(tl::unexpected(*error));
            return;
        }
        const FileContent content = contentOf(outcome.fields);
        if (outcome.fields[1].toLongLong() == content.bytes.size() &&
            outcome.fields[4] == content.fingerprint.hash.toHex()) {
            done(content);
        } else if (tries < readTries && self) {
            self->readAgain(place, rights, context, done, tries + 1);
        } else {
            done(tl::unexpected(FileError{Code::Other, place.text(), EAGAIN, {}}));
        }
    };
    m_client.run(task, context, answered);
}

void SshFiles::fingerprint(const FilePlace& place, Rights rights, QObject* context, LookDone done)
{
    SshTask task{place.host, lookScript(), {}, {}, rights, 1 << 20};
    task.arguments = {pathWord(place.path), QByteArray::number(m_largest)};
    m_client.run(task, context, [place, rights, done = std::move(done)](const SshOutcome& outcome) {
        const auto error = errorOf(place, rights, outcome, Code::NoConnection, "hash", 2);
        if (!error) {
            done(Fingerprint{true, QByteArray::fromHex(outcome.fields[1])});
        } else if (error->code == Code::NotFound) {
            done(Fingerprint{});
        } else {
            done(tl::unexpected(*error));
        }
    });
}

void SshFiles::write(const FilePlace& place, Rights rights, const WriteRequest& request, QObject* context,
                     WriteDone done)
{
    const QByteArray hash = QCryptographicHash::hash(request.bytes, QCryptographicHash::Sha256);
    SshTask task{place.host, writeScript(), {}, request.bytes, rights, 1 << 20};
    task.arguments = {pathWord(request.path),
                      hexOf(request.base),
                      request.backup == Backup::Make ? "1" : "0",
                      request.ownerPolicy == OwnerPolicy::WriteInPlace ? "1" : "0",
                      QByteArray::number(request.bytes.size()),
                      hash.toHex(),
                      QByteArray::number(QRandomGenerator::system()->generate64(), 36),
                      QByteArray::number(m_backups),
                      QByteArray::number(m_largest)};
    const auto answered = [place, rights, hash, done = std::move(done)](const SshOutcome& outcome) {
        if (const auto error = errorOf(place, rights, outcome, Code::ConnectionLost, "written", 4)) {
            done(tl::unexpected(*error));
            return;
        }
        Written written;
        written.fingerprint = {true, hash};
        written.wasAtomic = outcome.fields[1] == "1";
        written.keptAttributes = outcome.fields[2] == "1";
        written.backupPath = QString::fromUtf8(outcome.fields[3]);
        done(written);
    };
    m_client.run(task, context, answered);
}

} // namespace qtio
