// SPDX-License-Identifier: GPL-3.0-or-later
// Files of another host, over a real sshd: read exactly, written whole or not at all, with everything that
// LocalFileStore promises, whatever login shells print, forbid or lack.
#include "tests/core/qtio/ssh_world.h"
#include "tests/support/ssh_server.h"

#include <QProcess>
#include <QRegularExpression>

#include <sys/xattr.h>
#include <unistd.h>

using namespace qtio;
using namespace Qt::StringLiterals;
using namespace test;
using Code = FileError::Code;

namespace {

const QByteArray asNobody = "exec setpriv --reuid=65534 --regid=65534 --clear-groups sh -c "
                            "\"$SSH_ORIGINAL_COMMAND\"\n";

} // namespace

class SshFilesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void readsExactly();
    void readErrors_data();
    void readErrors();
    void replacesAndKeepsACopy();
    void onlyTheNewestBackupsStay();
    void createsNewFiles();
    void staleBaseIsRefused();
    void linksStayAndTargetsChange();
    void attributesAreKept();
    void ownerIsKeptByRoot();
    void ordinaryUserMeetsLimits();
    void fullDiskKeepsTheOldFile();
    void severalAtOnce();

private:
    test::SshServer m_server;
    std::unique_ptr<SshClient> m_client;
};

void SshFilesTest::initTestCase()
{
    if (const QString why = test::SshServer::whyNot(); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(m_server.start());
    m_client = std::make_unique<SshClient>(u"ssh"_s, m_server.sshArguments());
}

void SshFilesTest::init()
{
    m_server.setLogin({});
}

void SshFilesTest::readsExactly()
{
    World world(*m_client);
    QByteArray bytes("\xef\xbb\xbf[globals]\r\n\0\xff", 16);
    for (const QByteArray& content : {bytes, QByteArray(), QByteArray("no end"), bytes.repeated(200'000)}) {
        put(world.path(u"a"_s), content);
        const auto read = world.read(u"a"_s);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().systemText));
        QCOMPARE(read->bytes, content);
        QCOMPARE(read->fingerprint, fingerprintOf(content));
        QVERIFY(read->isWritable);
        QVERIFY(qAbs(read->modified.secsTo(QFileInfo(world.path(u"a"_s)).lastModified())) <= 1);
        QCOMPARE(*world.look(u"a"_s), read->fingerprint);
    }
    QVERIFY(!world.look(u"nothere"_s)->exists);
    QVERIFY(!world.look(u"no/where"_s)->exists);
}

void SshFilesTest::readErrors_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("code");
    QTest::newRow("missing") << u"nothere"_s << static_cast<int>(Code::NotFound);
    QTest::newRow("folder missing") << u"no/where"_s << static_cast<int>(Code::NotFound);
    QTest::newRow("below a file") << u"large/f"_s << static_cast<int>(Code::NotFound);
    QTest::newRow("folder") << u"."_s << static_cast<int>(Code::IsFolder);
    QTest::newRow("pipe") << u"pipe"_s << static_cast<int>(Code::NotAFile);
    QTest::newRow("dangling link") << u"dangling"_s << static_cast<int>(Code::NotFound);
    QTest::newRow("link to itself") << u"loop"_s << static_cast<int>(Code::Other);
    QTest::newRow("too large") << u"large"_s << static_cast<int>(Code::TooLarge);
}

void SshFilesTest::readErrors()
{
    QFETCH(QString, name);
    QFETCH(int, code);
    World world(*m_client);
    QCOMPARE(::mkfifo(QFile::encodeName(world.path(u"pipe"_s)).constData(), 0600), 0);
    QFile::link(u"gone"_s, world.path(u"dangling"_s));
    QFile::link(u"loop"_s, world.path(u"loop"_s));
    put(world.path(u"large"_s), QByteArray(2000, 'x'));
    SshFiles files(world.client, 1999);
    const auto read =
        waitFor<Read>([&](auto done) { files.read(world.place(name), Rights::User, &world.context, done); });
    QVERIFY(!read);
    QCOMPARE(static_cast<int>(read.error().code), code);
    QVERIFY(read.error().path.startsWith(world.dir.path()));
}

void SshFilesTest::replacesAndKeepsACopy()
{
    World world(*m_client);
    put(world.path(u"main.cf"_s), "old");
    const auto written = world.save(u"main.cf"_s, "new");
    QVERIFY2(written, qPrintable(written ? QString() : written.error().systemText));
    QVERIFY(written->wasAtomic && written->keptAttributes);
    QCOMPARE(written->fingerprint, fingerprintOf("new"));
    QCOMPARE(contentOf(world.path(u"main.cf"_s)), QByteArray("new"));
    static const QRegularExpression name(u"^main\\.cf\\.\\d{8}-\\d{6}$"_s);
    QVERIFY(name.match(QFileInfo(written->backupPath).fileName()).hasMatch());
    QCOMPARE(contentOf(written->backupPath), QByteArray("old"));
    QCOMPARE(world.names().size(), 2);
    QVERIFY(world.save(u"main.cf"_s, "newer", Backup::None)->backupPath.isEmpty());
    QVERIFY(world.save(u"main.cf"_s, "").has_value());
    QCOMPARE(contentOf(world.path(u"main.cf"_s)), QByteArray());
    const QByteArray large = QByteArray("white_ip = 192.0.2.1\n").repeated(250'000);
    QVERIFY(world.save(u"main.cf"_s, large).has_value());
    QCOMPARE(contentOf(world.path(u"main.cf"_s)), large);
}

void SshFilesTest::onlyTheNewestBackupsStay()
{
    World world(*m_client);
    SshFiles files(world.client, 64 << 20, 3);
    // None of these is ours, whatever they look like.
    const QStringList others{u"f.20200101-000000.bak"_s, u"f.20200101-000000-02"_s,
                             u"f.20200101-000000-1"_s,   u"f.20201301-000000"_s,
                             u"f.20200132-000000"_s,     u"f.20200101-240000"_s,
                             u"f.20200101-0000"_s,       u"f2.20200101-000000"_s,
                             u"xf.20200101-000000"_s,    u"f.orig"_s,
                             u"f.20200101-000000-x"_s,   u"f.20200101_000000"_s,
                             u"f.00200101-0000000"_s};
    for (const QString& name : others)
        put(world.path(name), "other");
    QVERIFY(QDir(world.dir.path()).mkdir(u"f.20200101-000001"_s));
    QFile::link(world.path(u"f.orig"_s), world.path(u"f.20200101-000002"_s));
    // Ours: made later than now, and in one second.
    for (const char* name :
         {"f.20200101-000003", "f.20990101-000000", "f.20990101-000000-9", "f.20990101-000000-10"})
        put(world.path(QLatin1String(name)), "old");
    put(world.path(u"f"_s), "0");
    const auto written = waitFor<Write>([&](auto done) {
        files.write(world.place(u"f"_s), Rights::User,
                    {world.path(u"f"_s), "1", fingerprintOf("0"), Backup::Make, OwnerPolicy::Keep},
                    &world.context, done);
    });
    QVERIFY(written);
    QStringList left = world.names();
    for (const QString& name : others)
        QVERIFY2(left.removeOne(name), qPrintable(name));
    QCOMPARE(left, (QStringList{u"f"_s, u"f.20200101-000001"_s, u"f.20200101-000002"_s,
                                QFileInfo(written->backupPath).fileName(), u"f.20990101-000000-10"_s,
                                u"f.20990101-000000-9"_s}));
}

void SshFilesTest::createsNewFiles()
{
    World world(*m_client);
    m_server.setLogin("umask 027; exec sh -c \"$SSH_ORIGINAL_COMMAND\"\n");
    const auto written = world.save(u"new.ini"_s, "x");
    QVERIFY(written && written->backupPath.isEmpty() && written->wasAtomic && written->keptAttributes);
    QCOMPARE(modeOf(world.path(u"new.ini"_s)), mode_t(0640));
    QCOMPARE(world.save(u"no/where.ini"_s, "x").error().code, Code::NotFound);
    // Somebody else was faster.
    const auto late =
        world.write(u"new.ini"_s, {world.path(u"new.ini"_s), "y", {}, Backup::Make, OwnerPolicy::Keep});
    QCOMPARE(late.error().code, Code::Stale);
    QFile::link(u"target.ini"_s, world.path(u"dangling"_s));
    QVERIFY(
        world.write(u"dangling"_s, {world.path(u"dangling"_s), "z", {}, Backup::Make, OwnerPolicy::Keep}));
    QCOMPARE(contentOf(world.path(u"target.ini"_s)), QByteArray("z"));
    QCOMPARE(world.names(), (QStringList{u"dangling"_s, u"new.ini"_s, u"target.ini"_s}));
}

void SshFilesTest::staleBaseIsRefused()
{
    World world(*m_client);
    put(world.path(u"f"_s), "changed by others");
    const WriteRequest request{world.path(u"f"_s), "ours", fingerprintOf("read by us"), Backup::Make,
                               OwnerPolicy::Keep};
    QCOMPARE(world.write(u"f"_s, request).error().code, Code::Stale);
    QCOMPARE(contentOf(world.path(u"f"_s)), QByteArray("changed by others"));
    QCOMPARE(world.names(), QStringList{u"f"_s});
    QFile::remove(world.path(u"f"_s));
    QCOMPARE(world.write(u"f"_s, request).error().code, Code::Stale);
    QVERIFY(world.names().isEmpty());
    QVERIFY(QDir(world.dir.path()).mkdir(u"folder"_s));
    QCOMPARE(world.save(u"folder"_s, "x").error().code, Code::IsFolder);
    QCOMPARE(world.names(), QStringList{u"folder"_s});
}

void SshFilesTest::linksStayAndTargetsChange()
{
    World world(*m_client);
    QVERIFY(QDir(world.dir.path()).mkdir(u"real"_s));
    put(world.path(u"real/config.ini"_s), "old");
    QFile::link(u"real/config.ini"_s, world.path(u"link"_s));
    QFile::link(u"link"_s, world.path(u"link2"_s));
    const auto written = world.save(u"link2"_s, "new");
    QVERIFY(written);
    QVERIFY(QFileInfo(world.path(u"link"_s)).isSymLink() && QFileInfo(world.path(u"link2"_s)).isSymLink());
    QVERIFY(!QFileInfo(world.path(u"real/config.ini"_s)).isSymLink());
    QCOMPARE(contentOf(world.path(u"real/config.ini"_s)), QByteArray("new"));
    QCOMPARE(QFileInfo(written->backupPath).dir().dirName(), u"real"_s);
    QFile::link(u"loop"_s, world.path(u"loop"_s));
    QCOMPARE(world.save(u"loop"_s, "new").error().code, Code::Other);
}

void SshFilesTest::attributesAreKept()
{
    World world(*m_client);
    const QString path = world.path(u"f"_s);
    put(path, "old");
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), 0640), 0);
    const bool hasAttribute = ::setxattr(QFile::encodeName(path).constData(), "user.note", "kept", 4, 0) == 0;
    const bool hasList = QProcess::execute(u"setfacl"_s, {u"-m"_s, u"u:65534:r,g::-"_s, path}) == 0;
    const auto written = world.save(u"f"_s, "new");
    QVERIFY(written && written->keptAttributes);
    QCOMPARE(modeOf(path), mode_t(0640));
    if (hasAttribute) {
        char value[8] = {};
        QCOMPARE(::getxattr(QFile::encodeName(path).constData(), "user.note", value, sizeof value),
                 ssize_t(4));
    }
    if (hasList) {
        for (const QString& file :
             {path, written->backupPath}) { // who may not read the file may not read the copy
            QProcess list;
            list.start(u"getfacl"_s, {u"-cnp"_s, file});
            QVERIFY(list.waitForFinished());
            QCOMPARE(list.readAllStandardOutput(),
                     QByteArray("user::rw-\nuser:65534:r--\ngroup::---\nmask::r--\nother::---\n\n"));
        }
    }
    // Another name of the same file cannot follow, and that is said.
    QCOMPARE(::link(QFile::encodeName(path).constData(), QFile::encodeName(world.path(u"g"_s)).constData()),
             0);
    QVERIFY(!world.save(u"f"_s, "newer")->keptAttributes);
}

void SshFilesTest::ownerIsKeptByRoot()
{
    if (::geteuid() != 0)
        QSKIP("only root can give files away");
    World world(*m_client);
    const QString path = world.path(u"f"_s);
    put(path, "old");
    QCOMPARE(::chown(QFile::encodeName(path).constData(), 1234, 4321), 0);
    const auto written = world.save(u"f"_s, "new");
    QVERIFY(written);
    for (const QString& file : {path, written->backupPath}) {
        QCOMPARE(QFileInfo(file).ownerId(), 1234U);
        QCOMPARE(QFileInfo(file).groupId(), 4321U);
    }
}

void SshFilesTest::ordinaryUserMeetsLimits()
{
    if (::geteuid() != 0)
        QSKIP("needs root to make files of another owner");
    World world(*m_client);
    QCOMPARE(::chmod(QFile::encodeName(world.dir.path()).constData(), 0755), 0);
    const auto prepare = [&](const QString& name, mode_t mode) {
        put(world.path(name), "the old content");
        ::chmod(QFile::encodeName(world.path(name)).constData(), mode);
    };
    QVERIFY(QDir(world.dir.path()).mkdir(u"closed"_s) && QDir(world.dir.path()).mkdir(u"open"_s) &&
            QDir(world.dir.path()).mkdir(u"sticky"_s));
    prepare(u"closed/f"_s, 0666);
    prepare(u"open/f"_s, 0666);
    prepare(u"open/readonly"_s, 0644);
    prepare(u"open/secret"_s, 0600);
    prepare(u"open/group"_s, 0664);
    prepare(u"sticky/f"_s, 0666);
    QCOMPARE(::chown(QFile::encodeName(world.path(u"open/group"_s)).constData(), 65534, 0), 0);
    ::chmod(QFile::encodeName(world.path(u"open"_s)).constData(), 0777);
    ::chmod(QFile::encodeName(world.path(u"sticky"_s)).constData(), 01777);
    m_server.setLogin(asNobody);

    QCOMPARE(world.read(u"open/secret"_s).error().code, Code::NoPermission);
    QCOMPARE(world.look(u"open/secret"_s).error().code, Code::NoPermission);
    QVERIFY(!world.read(u"open/readonly"_s)->isWritable);
    QCOMPARE(world.save(u"open/readonly"_s, "new").error().code, Code::NoPermission);
    QCOMPARE(world.save(u"open/f"_s, "new").error().code, Code::OwnerWouldChange);
    QCOMPARE(world.save(u"sticky/f"_s, "new").error().code, Code::OwnerWouldChange);
    const auto closed = world.save(u"closed/f"_s, "new", Backup::None);
    QCOMPARE(closed.error().code, Code::NoPermission);
    QCOMPARE(closed.error().path, world.path(u"closed"_s));
    QVERIFY(closed.error().systemError != 0 && !closed.error().systemText.isEmpty());
    QCOMPARE(world.save(u"closed/new"_s, "new").error().code, Code::NoPermission);
    const auto noBackup = world.save(u"closed/f"_s, "new", Backup::Make, OwnerPolicy::WriteInPlace);
    QCOMPARE(noBackup.error().code, Code::NoBackup);
    QCOMPARE(contentOf(world.path(u"closed/f"_s)), QByteArray("the old content"));

    for (const QByteArray& bytes :
         {QByteArray("shorter"), QByteArray(), QByteArray("longer\n").repeated(50'000)}) {
        const auto inPlace = world.save(u"closed/f"_s, bytes, Backup::None, OwnerPolicy::WriteInPlace);
        QVERIFY2(inPlace && !inPlace->wasAtomic,
                 qPrintable(inPlace ? QString() : inPlace.error().systemText));
        QCOMPARE(contentOf(world.path(u"closed/f"_s)), bytes);
    }
    const auto withBackup = world.save(u"open/f"_s, "new", Backup::Make, OwnerPolicy::WriteInPlace);
    QVERIFY(withBackup && !withBackup->wasAtomic && withBackup->keptAttributes);
    QCOMPARE(contentOf(world.path(u"open/f"_s)), QByteArray("new"));
    QCOMPARE(contentOf(withBackup->backupPath), QByteArray("the old content"));
    QCOMPARE(modeOf(withBackup->backupPath), mode_t(0600)); // of another owner: stricter
    QCOMPARE(QFileInfo(world.path(u"open/f"_s)).ownerId(), 0U);
    // Its own file with a group it is not in.
    const QFileInfo group(world.path(u"open/group"_s));
    QCOMPARE(world.save(u"open/group"_s, "new").error().code, Code::OwnerWouldChange);
    QCOMPARE(contentOf(group.filePath()), QByteArray("the old content"));
    const auto groupInPlace = world.save(u"open/group"_s, "new", Backup::Make, OwnerPolicy::WriteInPlace);
    QVERIFY(groupInPlace && !groupInPlace->wasAtomic && groupInPlace->keptAttributes);
    QCOMPARE(contentOf(group.filePath()), QByteArray("new"));
    QCOMPARE(group.ownerId(), 65534U);
    QCOMPARE(group.groupId(), 0U);
    QCOMPARE(modeOf(group.filePath()), mode_t(0664));
    QCOMPARE(modeOf(groupInPlace->backupPath), mode_t(0600)); // of another group: stricter
    for (const char* folder : {"open", "closed", "sticky"}) {
        const auto hidden =
            QDir(world.path(QLatin1String(folder))).entryList({u".*spm-*"_s}, QDir::Files | QDir::Hidden);
        QVERIFY2(hidden.isEmpty(), qPrintable(hidden.join(u' ')));
    }
}

void SshFilesTest::fullDiskKeepsTheOldFile()
{
    World world(*m_client);
    if (::geteuid() != 0 || QProcess::execute(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=64k"_s,
                                                           u"none"_s, world.dir.path()}) != 0) {
        QSKIP("only root can make a small file system");
    }
    put(world.path(u"f"_s), "old");
    const auto full = world.save(u"f"_s, QByteArray(200'000, 'x'));
    const auto fullInPlace =
        world.save(u"f"_s, QByteArray(200'000, 'x'), Backup::None, OwnerPolicy::WriteInPlace);
    const auto names = world.names();
    const auto content = contentOf(world.path(u"f"_s));
    put(world.path(u"f"_s), QByteArray(30'000, 'y')); // room for the new content, none for the copy
    const auto noCopy = world.save(u"f"_s, QByteArray(20'000, 'x'));
    const auto namesNoCopy = world.names();
    QProcess::execute(u"mount"_s, {u"-o"_s, u"remount,ro"_s, world.dir.path()});
    const auto readOnly = world.save(u"f"_s, "new");
    const auto read = world.read(u"f"_s);
    QProcess::execute(u"umount"_s, {world.dir.path()});
    QCOMPARE(full.error().code, Code::NoSpace);
    QCOMPARE(fullInPlace.error().code, Code::NoSpace);
    QCOMPARE(content, QByteArray("old"));
    QCOMPARE(names, QStringList{u"f"_s}); // neither temporary file nor backup
    QCOMPARE(noCopy.error().code, Code::NoSpace);
    QCOMPARE(namesNoCopy, QStringList{u"f"_s});
    QCOMPARE(readOnly.error().code, Code::ReadOnly);
    QVERIFY(read && !read->isWritable);
}

void SshFilesTest::severalAtOnce()
{
    World world(*m_client);
    int done = 0;
    for (int i = 0; i < 12; ++i) {
        const QString name = u"f%1"_s.arg(i);
        put(world.path(name), "old");
        world.files.write(world.place(name), Rights::User,
                          {world.path(name), "new", fingerprintOf("old"), Backup::None, OwnerPolicy::Keep},
                          &world.context, [&done](const Write& written) { done += written ? 1 : 0; });
    }
    QTRY_COMPARE_WITH_TIMEOUT(done, 12, 30'000);
    // The same file by two: one wins, nothing is mixed.
    QList<Code> lost;
    int won = 0;
    for (const char* bytes : {"a", "b"}) {
        world.files.write(world.place(u"f0"_s), Rights::User,
                          {world.path(u"f0"_s), bytes, fingerprintOf("new"), Backup::None, OwnerPolicy::Keep},
                          &world.context, [&](const Write& written) {
                              written ? void(++won) : lost.push_back(written.error().code);
                          });
    }
    QTRY_COMPARE_WITH_TIMEOUT(won + lost.size(), 2, 30'000);
    QCOMPARE(lost, QList<Code>{Code::Stale});
    QCOMPARE(world.names().size(), 12);
}

QTEST_GUILESS_MAIN(SshFilesTest)
#include "ssh_files_test.moc"
