// SPDX-License-Identifier: GPL-3.0-or-later
// A folder as another host sees it, and a store that reaches it: asks and waits.
#pragma once

#include "core/qtio/ssh/ssh_files.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>
#include <optional>

#include <sys/stat.h>

namespace test {

using namespace qtio;
using namespace Qt::StringLiterals;

inline QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

inline void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), qint64(bytes.size()));
}

inline mode_t modeOf(const QString& path)
{
    struct stat info = {};
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & 07777 : 0;
}

inline Fingerprint fingerprintOf(const QByteArray& bytes)
{
    return {true, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)};
}

template <typename T>
T waitFor(const std::function<void(std::function<void(const T&)>)>& ask)
{
    auto answer = std::make_shared<std::optional<T>>();
    ask([answer](const T& value) { *answer = value; });
    if (!QTest::qWaitFor([&] { return answer->has_value(); }, 60'000))
        return tl::unexpected(FileError{FileError::Code::Other, u"no answer"_s, 0, {}});
    return **answer;
}

using Read = tl::expected<FileContent, FileError>;
using Look = tl::expected<Fingerprint, FileError>;
using Write = tl::expected<Written, FileError>;

/// A folder as the host sees it, and a store that reaches it.
struct World
{
    explicit World(SshClient& theClient) : client(theClient) {}

    QString path(const QString& name) const { return dir.filePath(name); }

    FilePlace place(const QString& name) const { return {host, path(name)}; }

    QStringList names() const
    {
        return QDir(dir.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    Read read(const QString& name, Rights rights = Rights::User)
    {
        return waitFor<Read>([&](auto done) { files.read(place(name), rights, &context, done); });
    }

    Look look(const QString& name, Rights rights = Rights::User)
    {
        return waitFor<Look>([&](auto done) { files.fingerprint(place(name), rights, &context, done); });
    }

    Write write(const QString& name, const WriteRequest& request, Rights rights = Rights::User)
    {
        return waitFor<Write>([&](auto done) { files.write(place(name), rights, request, &context, done); });
    }

    Write save(const QString& name, const QByteArray& bytes, Backup backup = Backup::Make,
               OwnerPolicy policy = OwnerPolicy::Keep, Rights rights = Rights::User)
    {
        const bool exists = QFileInfo::exists(path(name));
        const Fingerprint base = exists ? fingerprintOf(contentOf(path(name))) : Fingerprint{};
        return write(name, {path(name), bytes, base, backup, policy}, rights);
    }

    QTemporaryDir dir;
    QString host = u"mx"_s;
    QObject context;
    SshClient& client;
    SshFiles files{client, 64 << 20, 20};
};

} // namespace test
