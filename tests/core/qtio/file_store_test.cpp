// SPDX-License-Identifier: GPL-3.0-or-later
// Files are written whole or not at all, with what was there kept beside them (SPEC 3.4, UX "atomic save").
#include "core/qtio/files/file_store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace qtio;
using Code = FileError::Code;

namespace {

QDateTime fixedTime()
{
    return {QDate(2026, 11, 21), QTime(9, 8, 7)};
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), qint64(bytes.size()));
}

mode_t modeOf(const QString& path)
{
    struct stat info = {};
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & 07777 : 0;
}

struct World
{
    QString path(const QString& name) const { return dir.filePath(name); }

    QStringList names() const
    {
        return QDir(dir.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    tl::expected<Written, FileError> save(const QString& name, const QByteArray& bytes,
                                          Backup backup = Backup::Make)
    {
        const auto base = store.fingerprint(path(name));
        return store.write({path(name), bytes, base.value_or(Fingerprint{}), backup, OwnerPolicy::Keep});
    }

    QTemporaryDir dir;
    LocalFileStore store{fixedTime};
};

} // namespace

class FileStoreTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWithFingerprint();
    void readErrors_data();
    void readErrors();
    void replacesAndKeepsACopy();
    void twoBackupsInOneSecond();
    void onlyTheNewestBackupsStay();
    void createsNewFiles();
    void staleBaseIsRefused();
    void touchedFileIsNotStale();
    void linksStayAndTargetsChange();
    void modeAndAttributesAreKept();
    void ownerIsKeptByRoot();
    void leavesNothingBehindOnErrors();
    void ordinaryUserMeetsLimits();
    void fullDiskKeepsTheOldFile();
};

void FileStoreTest::readsWithFingerprint()
{
    World world;
    const QByteArray bytes("\xef\xbb\xbf[globals]\r\n\0\xff", 16);
    put(world.path(QStringLiteral("a")), bytes);
    const auto content = world.store.read(world.path(QStringLiteral("a")));
    QVERIFY(content.has_value());
    QCOMPARE(content->bytes, bytes);
    QVERIFY(content->fingerprint.exists && content->isWritable && content->modified.isValid());
    QCOMPARE(*world.store.fingerprint(world.path(QStringLiteral("a"))), content->fingerprint);
    QVERIFY(!world.store.fingerprint(world.path(QStringLiteral("nothere")))->exists);
}

void FileStoreTest::readErrors_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("code");
    QTest::newRow("missing") << QStringLiteral("nothere") << static_cast<int>(Code::NotFound);
    QTest::newRow("folder missing") << QStringLiteral("no/where") << static_cast<int>(Code::NotFound);
    QTest::newRow("folder") << QStringLiteral(".") << static_cast<int>(Code::IsFolder);
    QTest::newRow("pipe") << QStringLiteral("pipe") << static_cast<int>(Code::NotAFile);
    QTest::newRow("dangling link") << QStringLiteral("dangling") << static_cast<int>(Code::NotFound);
    QTest::newRow("link to itself") << QStringLiteral("loop") << static_cast<int>(Code::Other);
    QTest::newRow("too large") << QStringLiteral("large") << static_cast<int>(Code::TooLarge);
}

void FileStoreTest::readErrors()
{
    QFETCH(QString, name);
    QFETCH(int, code);
    World world;
    QCOMPARE(::mkfifo(QFile::encodeName(world.path(QStringLiteral("pipe"))).constData(), 0600), 0);
    QFile::link(QStringLiteral("gone"), world.path(QStringLiteral("dangling")));
    QFile::link(QStringLiteral("loop"), world.path(QStringLiteral("loop")));
    put(world.path(QStringLiteral("large")), QByteArray(2000, 'x'));
    LocalFileStore store(fixedTime, 1999);
    const auto content = store.read(world.path(name));
    QVERIFY(!content.has_value());
    QCOMPARE(static_cast<int>(content.error().code), code);
    QVERIFY(content.error().path.startsWith(world.dir.path()));
}

void FileStoreTest::replacesAndKeepsACopy()
{
    World world;
    put(world.path(QStringLiteral("main.cf")), "old");
    const auto written = world.save(QStringLiteral("main.cf"), "new");
    QVERIFY(written.has_value());
    QVERIFY(written->wasAtomic && written->keptAttributes);
    QCOMPARE(contentOf(world.path(QStringLiteral("main.cf"))), QByteArray("new"));
    QCOMPARE(QFileInfo(written->backupPath).fileName(), QStringLiteral("main.cf.20261121-090807"));
    QCOMPARE(contentOf(written->backupPath), QByteArray("old"));
    QCOMPARE(written->fingerprint, *world.store.fingerprint(world.path(QStringLiteral("main.cf"))));
    QCOMPARE(world.names().size(), 2);
    QVERIFY(world.save(QStringLiteral("main.cf"), "newer", Backup::None)->backupPath.isEmpty());
    QVERIFY(world.save(QStringLiteral("main.cf"), "").has_value());
    QCOMPARE(contentOf(world.path(QStringLiteral("main.cf"))), QByteArray());
}

void FileStoreTest::twoBackupsInOneSecond()
{
    World world;
    put(world.path(QStringLiteral("f")), "1");
    QVERIFY(world.save(QStringLiteral("f"), "2").has_value());
    const auto second = world.save(QStringLiteral("f"), "3");
    QCOMPARE(QFileInfo(second->backupPath).fileName(), QStringLiteral("f.20261121-090807-2"));
    QCOMPARE(contentOf(second->backupPath), QByteArray("2"));
}

void FileStoreTest::onlyTheNewestBackupsStay()
{
    World world;
    QDateTime time = fixedTime();
    LocalFileStore store([&time] { return time; }, 64 << 20, 3);
    const QString path = world.path(QStringLiteral("f"));
    put(path, "0");
    // None of these is ours, whatever they look like.
    const QStringList others{QStringLiteral("f.20200101-000000.bak"), QStringLiteral("f.20200101-000000-02"),
                             QStringLiteral("f.20200101-000000-1"),   QStringLiteral("f.20201301-000000"),
                             QStringLiteral("f.20200101-0000"),       QStringLiteral("f2.20200101-000000"),
                             QStringLiteral("xf.20200101-000000"),    QStringLiteral("f.orig"),
                             QStringLiteral("f.20200101-000000-x"),   QStringLiteral("f.20200101_000000")};
    for (const QString& name : others)
        put(world.path(name), "other");
    QVERIFY(QDir(world.dir.path()).mkdir(QStringLiteral("f.20200101-000001")));
    QFile::link(path, world.path(QStringLiteral("f.20200101-000002")));
    const auto save = [&](const char* bytes, int later) {
        time = time.addSecs(later);
        const auto base = store.fingerprint(path);
        return store.write({path, bytes, *base, Backup::Make, OwnerPolicy::Keep});
    };
    for (const char* bytes : {"1", "2", "3", "4"})
        QVERIFY(save(bytes, 1));
    QVERIFY(save("5", 0)); // the second of its second
    QStringList left = world.names();
    for (const QString& name : others)
        QVERIFY2(left.removeOne(name), qPrintable(name));
    QCOMPARE(left, (QStringList{QStringLiteral("f"), QStringLiteral("f.20200101-000001"),
                                QStringLiteral("f.20200101-000002"), QStringLiteral("f.20261121-090810"),
                                QStringLiteral("f.20261121-090811"), QStringLiteral("f.20261121-090811-2")}));
    // A clock that was set back does not cost the copy just made.
    const auto early = save("6", -100'000);
    QCOMPARE(contentOf(early->backupPath), QByteArray("5"));
    QVERIFY(!QFile::exists(world.path(QStringLiteral("f.20261121-090810"))));
    QCOMPARE(world.names().size(), others.size() + 6);
}

void FileStoreTest::createsNewFiles()
{
    World world;
    const mode_t mask = ::umask(027);
    const auto written = world.save(QStringLiteral("new.ini"), "x");
    ::umask(mask);
    QVERIFY(written.has_value() && written->backupPath.isEmpty());
    QCOMPARE(modeOf(world.path(QStringLiteral("new.ini"))), mode_t(0640));
    const auto nowhere = world.save(QStringLiteral("no/where.ini"), "x");
    QCOMPARE(nowhere.error().code, Code::NotFound);
    // Somebody else was faster.
    const auto late =
        world.store.write({world.path(QStringLiteral("new.ini")), "y", {}, Backup::Make, OwnerPolicy::Keep});
    QCOMPARE(late.error().code, Code::Stale);
    QFile::link(QStringLiteral("target.ini"), world.path(QStringLiteral("dangling")));
    QVERIFY(world.save(QStringLiteral("dangling"), "z").has_value());
    QCOMPARE(contentOf(world.path(QStringLiteral("target.ini"))), QByteArray("z"));
}

void FileStoreTest::staleBaseIsRefused()
{
    World world;
    put(world.path(QStringLiteral("f")), "read by us");
    const auto base = *world.store.fingerprint(world.path(QStringLiteral("f")));
    put(world.path(QStringLiteral("f")), "changed by others");
    const auto written =
        world.store.write({world.path(QStringLiteral("f")), "ours", base, Backup::Make, OwnerPolicy::Keep});
    QCOMPARE(written.error().code, Code::Stale);
    QCOMPARE(contentOf(world.path(QStringLiteral("f"))), QByteArray("changed by others"));
    QFile::remove(world.path(QStringLiteral("f")));
    const auto gone =
        world.store.write({world.path(QStringLiteral("f")), "ours", base, Backup::Make, OwnerPolicy::Keep});
    QCOMPARE(gone.error().code, Code::Stale);
    QVERIFY(world.names().isEmpty());
}

void FileStoreTest::touchedFileIsNotStale()
{
    World world;
    put(world.path(QStringLiteral("f")), "same");
    const auto base = *world.store.fingerprint(world.path(QStringLiteral("f")));
    QTest::qSleep(20);
    put(world.path(QStringLiteral("f")), "same");
    QVERIFY(
        world.store.write({world.path(QStringLiteral("f")), "ours", base, Backup::None, OwnerPolicy::Keep})
            .has_value());
}

void FileStoreTest::linksStayAndTargetsChange()
{
    World world;
    QVERIFY(QDir(world.dir.path()).mkdir(QStringLiteral("real")));
    put(world.path(QStringLiteral("real/config.ini")), "old");
    QFile::link(QStringLiteral("real/config.ini"), world.path(QStringLiteral("link")));
    QFile::link(QStringLiteral("link"), world.path(QStringLiteral("link2")));
    const auto written = world.save(QStringLiteral("link2"), "new");
    QVERIFY(written.has_value());
    QVERIFY(QFileInfo(world.path(QStringLiteral("link"))).isSymLink());
    QVERIFY(QFileInfo(world.path(QStringLiteral("link2"))).isSymLink());
    QVERIFY(!QFileInfo(world.path(QStringLiteral("real/config.ini"))).isSymLink());
    QCOMPARE(contentOf(world.path(QStringLiteral("real/config.ini"))), QByteArray("new"));
    QCOMPARE(QFileInfo(written->backupPath).dir().dirName(), QStringLiteral("real"));
}

void FileStoreTest::modeAndAttributesAreKept()
{
    World world;
    const QString path = world.path(QStringLiteral("f"));
    put(path, "old");
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), 0640), 0);
    const bool hasAttributes =
        ::setxattr(QFile::encodeName(path).constData(), "user.note", "kept", 4, 0) == 0;
    const auto written = world.save(QStringLiteral("f"), "new");
    QVERIFY(written.has_value());
    QCOMPARE(modeOf(path), mode_t(0640));
    QCOMPARE(modeOf(written->backupPath), mode_t(0640));
    if (hasAttributes) {
        char value[8] = {};
        QCOMPARE(::getxattr(QFile::encodeName(path).constData(), "user.note", value, sizeof value),
                 ssize_t(4));
        QCOMPARE(QByteArray(value), QByteArray("kept"));
    }
    // Another name of the same file cannot follow, and that is said.
    QCOMPARE(::link(QFile::encodeName(path).constData(),
                    QFile::encodeName(world.path(QStringLiteral("g"))).constData()),
             0);
    QVERIFY(!world.save(QStringLiteral("f"), "newer")->keptAttributes);
}

void FileStoreTest::ownerIsKeptByRoot()
{
    if (::geteuid() != 0) {
        QSKIP("only root can give files away");
    }
    World world;
    const QString path = world.path(QStringLiteral("f"));
    put(path, "old");
    QCOMPARE(::chown(QFile::encodeName(path).constData(), 1234, 4321), 0);
    QVERIFY(world.save(QStringLiteral("f"), "new").has_value());
    QCOMPARE(QFileInfo(path).ownerId(), 1234U);
    QCOMPARE(QFileInfo(path).groupId(), 4321U);
}

void FileStoreTest::leavesNothingBehindOnErrors()
{
    World world;
    QVERIFY(QDir(world.dir.path()).mkdir(QStringLiteral("folder")));
    QCOMPARE(world.save(QStringLiteral("folder"), "x").error().code, Code::IsFolder);
    QCOMPARE(world.names(), QStringList{QStringLiteral("folder")});
}

/// Root may do everything: the rest runs as "nobody" in a child of this program.
void FileStoreTest::ordinaryUserMeetsLimits()
{
    World world;
    if (::geteuid() == 0) {
        // Others must be able to reach the folder.
        QCOMPARE(::chmod(QFile::encodeName(world.dir.path()).constData(), 0755), 0);
        QVERIFY(QDir(world.dir.path()).mkdir(QStringLiteral("closed")) &&
                QDir(world.dir.path()).mkdir(QStringLiteral("open")));
        put(world.path(QStringLiteral("closed/f")), "old");
        put(world.path(QStringLiteral("open/f")), "old");
        put(world.path(QStringLiteral("open/readonly")), "old");
        // Its own file with a group it is not in.
        const QByteArray group = QFile::encodeName(world.path(QStringLiteral("open/group")));
        put(world.path(QStringLiteral("open/group")), "old");
        QVERIFY(::chown(group.constData(), 65534, 4321) == 0 && ::chmod(group.constData(), 0640) == 0);
        ::chmod(QFile::encodeName(world.path(QStringLiteral("open"))).constData(), 0777);
        ::chmod(QFile::encodeName(world.path(QStringLiteral("open/f"))).constData(), 0666);
        ::chmod(QFile::encodeName(world.path(QStringLiteral("closed/f"))).constData(), 0666);
        QCOMPARE(::seteuid(65534), 0);
    } else {
        QSKIP("needs root to make files of another owner");
    }
    const auto write = [&](const char* name, Backup backup, OwnerPolicy policy) {
        const QString path = world.path(QLatin1String(name));
        return world.store.write({path, "new", *world.store.fingerprint(path), backup, policy});
    };
    // access(2) asks for the real user, so that only what the effective user may do is tried here.
    const auto foreign = write("open/f", Backup::Make, OwnerPolicy::Keep);
    const auto closed = write("closed/f", Backup::None, OwnerPolicy::Keep);
    const auto noBackup = write("closed/f", Backup::Make, OwnerPolicy::WriteInPlace);
    const auto inPlace = write("closed/f", Backup::None, OwnerPolicy::WriteInPlace);
    const auto inPlaceWithBackup = write("open/f", Backup::Make, OwnerPolicy::WriteInPlace);
    const auto group = write("open/group", Backup::Make, OwnerPolicy::Keep);
    const auto groupInPlace = write("open/group", Backup::Make, OwnerPolicy::WriteInPlace);
    QCOMPARE(::seteuid(0), 0);

    QCOMPARE(foreign.error().code, Code::OwnerWouldChange);
    QCOMPARE(closed.error().code, Code::NoPermission);
    QCOMPARE(closed.error().path, world.path(QStringLiteral("closed")));
    QVERIFY(closed.error().systemError != 0 && !closed.error().systemText.isEmpty());
    QCOMPARE(noBackup.error().code, Code::NoBackup);
    QVERIFY(inPlace.has_value() && !inPlace->wasAtomic);
    QCOMPARE(contentOf(world.path(QStringLiteral("closed/f"))), QByteArray("new"));
    QVERIFY(inPlaceWithBackup.has_value() && !inPlaceWithBackup->wasAtomic);
    QCOMPARE(contentOf(inPlaceWithBackup->backupPath), QByteArray("old"));
    QCOMPARE(QFileInfo(world.path(QStringLiteral("open/f"))).ownerId(), 0U);
    QCOMPARE(group.error().code, Code::OwnerWouldChange);
    QVERIFY(groupInPlace.has_value() && !groupInPlace->wasAtomic);
    const QFileInfo ofGroup(world.path(QStringLiteral("open/group")));
    QCOMPARE(contentOf(ofGroup.filePath()), QByteArray("new"));
    QCOMPARE(ofGroup.ownerId(), 65534U);
    QCOMPARE(ofGroup.groupId(), 4321U);
    QCOMPARE(modeOf(ofGroup.filePath()), mode_t(0640));
    QCOMPARE(contentOf(groupInPlace->backupPath), QByteArray("old"));
    QCOMPARE(QDir(world.path(QStringLiteral("open"))).entryList(QDir::Files | QDir::Hidden).size(), 5);
}

void FileStoreTest::fullDiskKeepsTheOldFile()
{
    World world;
    if (::geteuid() != 0 ||
        QProcess::execute(QStringLiteral("mount"),
                          {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                           QStringLiteral("size=64k"), QStringLiteral("none"), world.dir.path()}) != 0) {
        QSKIP("only root can make a small file system");
    }
    put(world.path(QStringLiteral("f")), "old");
    const auto full = world.save(QStringLiteral("f"), QByteArray(200'000, 'x'));
    const auto names = world.names();
    const auto content = contentOf(world.path(QStringLiteral("f")));
    // Read-only as well.
    QProcess::execute(QStringLiteral("mount"),
                      {QStringLiteral("-o"), QStringLiteral("remount,ro"), world.dir.path()});
    const auto readOnly = world.save(QStringLiteral("f"), "new");
    QProcess::execute(QStringLiteral("umount"), {world.dir.path()});
    QCOMPARE(full.error().code, Code::NoSpace);
    QCOMPARE(content, QByteArray("old"));
    QCOMPARE(names, QStringList{QStringLiteral("f")}); // neither temporary file nor backup
    QCOMPARE(readOnly.error().code, Code::ReadOnly);
}

QTEST_GUILESS_MAIN(FileStoreTest)
#include "file_store_test.moc"
