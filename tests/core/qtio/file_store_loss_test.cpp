// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever ends a save - the program killed at any moment, the disk full at any point - the file is the old
// one or the new one, whole.
#include "core/qtio/files/file_store.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

using namespace qtio;

namespace {

constexpr int rounds = 1000;
constexpr int size = 40'000; ///< of a content

/// Whole only when every line tells the same number.
QByteArray content(int number)
{
    const QByteArray line = "white_ip = 192.0.2." + QByteArray::number(number % 200 + 10) + "\n";
    return line.repeated(size / static_cast<int>(line.size()));
}

bool isWhole(const QByteArray& bytes)
{
    const QByteArray line = bytes.left(bytes.indexOf('\n') + 1);
    return line.startsWith("white_ip = 192.0.2.") &&
           bytes == line.repeated(size / static_cast<int>(line.size()));
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(bytes);
    }
}

tl::expected<Written, FileError> save(const QString& path, const QByteArray& bytes)
{
    LocalFileStore store;
    const auto base = store.fingerprint(path);
    return store.write({path, bytes, base.value_or(Fingerprint{}), Backup::Make, OwnerPolicy::Keep});
}

[[noreturn]] void saveForever(const QString& path, int number)
{
    while (true) {
        if (const auto saved = save(path, content(++number)); saved) {
            QFile::remove(saved->backupPath); // a thousand rounds would fill the folder
        }
    }
}

/// A file system of 256 KiB in a mount name space of this process; false where that is not allowed.
bool mountSmall(const QString& folder)
{
    if (::unshare(CLONE_NEWNS) != 0 && ::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) {
        return false;
    }
    ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
    return ::mount("tmpfs", QFile::encodeName(folder).constData(), "tmpfs", 0, "size=256k") == 0;
}

enum ChildResult { AllWhole = 0, NotAllowed = 77, Torn = 1, WrongError = 2, Leftovers = 3, NeverFull = 4 };

/// In a child process: fills the disk to a random rest before every save.
int saveOnFullDisk(const QString& folder)
{
    if (!mountSmall(folder)) {
        return NotAllowed;
    }
    const QString path = folder + QStringLiteral("/config.ini");
    const QString filler = folder + QStringLiteral("/filler");
    put(path, content(0));
    int full = 0;
    for (int i = 1; i <= rounds; ++i) {
        put(filler, QByteArray(QRandomGenerator::global()->bounded(230'000), 'x'));
        const QByteArray before = bytesOf(path);
        const auto saved = save(path, content(i));
        QFile::remove(filler);
        const QByteArray now = bytesOf(path);
        if (saved ? now != content(i) : now != before) {
            return Torn;
        }
        if (!saved) {
            ++full;
            if (saved.error().code != FileError::Code::NoSpace) {
                return WrongError;
            }
        } else {
            QFile::remove(saved->backupPath);
        }
        if (QDir(folder).entryList(QDir::Files | QDir::Hidden) != QStringList{QStringLiteral("config.ini")}) {
            return Leftovers;
        }
    }
    return full > rounds / 10 ? AllWhole : NeverFull;
}

} // namespace

class FileStoreLossTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedAtAnyMoment();
    void diskFullAtAnyPoint();
};

void FileStoreLossTest::killedAtAnyMoment()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("config.ini"));
    put(path, content(0));
    QSet<QByteArray> seen;
    constexpr int usual = 4'000; // microseconds: a few saves on a quiet machine
    int longest = usual;
    QByteArray last;
    for (int i = 0; i < rounds; ++i) {
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            saveForever(path, i * 7);
        }
        ::usleep(QRandomGenerator::global()->bounded(longest));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        const QByteArray bytes = bytesOf(path);
        QVERIFY2(isWhole(bytes), qPrintable(QStringLiteral("round %1: %2 bytes").arg(i).arg(bytes.size())));
        longest = bytes == last ? std::min(longest + longest / 4, 100'000) : usual; // a busy one needs more
        last = bytes;
        seen.insert(bytes.left(30));
    }
    QVERIFY(seen.size() > 10); // saves did happen
    // Nobody holds the folder's lock any more, and what the dead have left is cleared away.
    const auto saved = save(path, content(1));
    QVERIFY(saved.has_value());
    const QStringList hidden =
        QDir(dir.path()).entryList({QStringLiteral(".config.ini.*")}, QDir::Files | QDir::Hidden);
    QVERIFY2(hidden.isEmpty(), qPrintable(hidden.join(QLatin1Char(' '))));
    for (const QString& name : QDir(dir.path()).entryList(QDir::Files)) {
        QVERIFY2(isWhole(bytesOf(dir.filePath(name))), qPrintable(name)); // copies as well
    }
}

void FileStoreLossTest::diskFullAtAnyPoint()
{
    QTemporaryDir dir;
    const pid_t child = ::fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        ::_exit(saveOnFullDisk(dir.path()));
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    QVERIFY(WIFEXITED(status));
    if (WEXITSTATUS(status) == NotAllowed) {
        QSKIP("no small file system can be mounted here");
    }
    QCOMPARE(WEXITSTATUS(status), int(AllWhole));
}

QTEST_GUILESS_MAIN(FileStoreLossTest)
#include "file_store_loss_test.moc"
