// SPDX-License-Identifier: GPL-3.0-or-later
// Files of other accounts: the real `spfpolicy config put` behind a stand-in for pkexec and sudo, which runs
// the command or refuses as those do.
#include "core/qtio/files/elevated_files.h"
#include "core/qtio/files/local_files.h"
#include "tests/cli/program.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <optional>

using namespace Qt::StringLiterals;

namespace {

const QByteArray before("[globals]\nfail = block\n");
const QByteArray after("[globals]\nfail = tempblock\n");

/// A file the user may not touch, as far as the plain store says.
class DeniedStore final : public qtio::FileStore
{
public:
    bool canRead = false;

    [[nodiscard]] tl::expected<qtio::FileContent, qtio::FileError> read(const QString& path) override
    {
        auto content = m_store.read(path);
        if (!canRead)
            return tl::unexpected(qtio::FileError{qtio::FileError::Code::NoPermission, path, EACCES, {}});
        if (content)
            content->isWritable = false;
        return content;
    }

    [[nodiscard]] tl::expected<qtio::Fingerprint, qtio::FileError> fingerprint(const QString& path) override
    {
        return m_store.fingerprint(path);
    }

    [[nodiscard]] tl::expected<qtio::Written, qtio::FileError>
    write(const qtio::WriteRequest& request) override
    {
        return tl::unexpected(qtio::FileError{qtio::FileError::Code::NoPermission, request.path, EACCES, {}});
    }

private:
    qtio::LocalFileStore m_store;
};

struct Desk
{
    QTemporaryDir folder;
    QString path = folder.filePath(u"config.ini"_s);
    DeniedStore store;
    qtio::LocalFiles plain{store};

    Desk() { writeFile(path, before); }

    /// `script` stands for pkexec or sudo; "$@" is the command.
    qtio::ElevatedFiles files(const QByteArray& script)
    {
        const QString elevator = folder.filePath(u"elevate"_s);
        writeFile(elevator, "#!/bin/sh\n" + script + '\n');
        QFile::setPermissions(elevator, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return {plain,
                {{elevator}, QProcessEnvironment::systemEnvironment()},
                qEnvironmentVariable("SPM_BIN_DIR") + u"/spfpolicy"_s};
    }

    qtio::WriteRequest request() const
    {
        return {.path = path, .bytes = after, .base = qtio::LocalFileStore().fingerprint(path).value()};
    }
};

template <typename T>
using Outcome = std::optional<tl::expected<T, qtio::FileError>>;

Outcome<qtio::FileContent> readNow(qtio::ElevatedFiles& files, const QString& path)
{
    Outcome<qtio::FileContent> outcome;
    files.read({{}, path}, qtio::Rights::Administrator, &files, [&](const auto& told) { outcome = told; });
    (void)QTest::qWaitFor([&] { return outcome.has_value(); });
    return outcome;
}

Outcome<qtio::Written> writeNow(qtio::ElevatedFiles& files, const qtio::WriteRequest& request)
{
    Outcome<qtio::Written> outcome;
    files.write({{}, request.path}, qtio::Rights::Administrator, request, &files,
                [&](const auto& told) { outcome = told; });
    (void)QTest::qWaitFor([&] { return outcome.has_value(); });
    return outcome;
}

} // namespace

class ElevatedFilesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void filesAreReadAndWritten();
    void nobodyIsAskedForWhatIsReadable();
    void refusalsWriteNothing_data();
    void refusalsWriteNothing();
    void aStaleBaseIsRefused();
    void halfAnInputIsNotWritten();
    void aBackupMayBeLeftOut();
    void cancellingEndsTheQuestion();
    void whoeverLeavesIsNotCalled();
};

void ElevatedFilesTest::filesAreReadAndWritten()
{
    Desk desk;
    qtio::ElevatedFiles files = desk.files("exec \"$@\"");
    QVERIFY(files.knowsAdministrator({{}, desk.path}));
    QVERIFY(!files.knowsAdministrator({u"mx1"_s, desk.path}));
    const auto content = readNow(files, desk.path);
    QVERIFY(content && *content);
    QCOMPARE((*content)->bytes, before);
    QVERIFY((*content)->isWritable);
    QCOMPARE((*content)->fingerprint, desk.request().base);
    const auto written = writeNow(files, desk.request());
    QVERIFY(written && *written);
    QCOMPARE(bytesOf(desk.path), after);
    QCOMPARE(bytesOf((*written)->backupPath), before);
    QCOMPARE((*written)->fingerprint, desk.request().base);
}

void ElevatedFilesTest::nobodyIsAskedForWhatIsReadable()
{
    Desk desk;
    desk.store.canRead = true;
    qtio::ElevatedFiles files = desk.files("touch \"$0.asked\"; exec \"$@\"");
    const auto content = readNow(files, desk.path);
    QVERIFY(content && *content);
    QCOMPARE((*content)->bytes, before);
    QVERIFY((*content)->isWritable); // with the rights there are
    QVERIFY(!QFileInfo::exists(desk.folder.filePath(u"elevate.asked"_s)));
}

void ElevatedFilesTest::refusalsWriteNothing_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::newRow("pkexec: dialog closed") << QByteArray("exit 126");
    QTest::newRow("pkexec: not authorized") << QByteArray("echo 'Error: Not authorized' >&2; exit 127");
    QTest::newRow("sudo: wrong password")
        << QByteArray("echo 'sudo: 3 incorrect password attempts' >&2; exit 1");
    QTest::newRow("killed") << QByteArray("kill -9 $$");
}

void ElevatedFilesTest::refusalsWriteNothing()
{
    QFETCH(QByteArray, script);
    Desk desk;
    qtio::ElevatedFiles files = desk.files(script);
    const auto written = writeNow(files, desk.request());
    QVERIFY(written && !*written);
    QCOMPARE(written->error().code, qtio::FileError::Code::Refused);
    QCOMPARE(bytesOf(desk.path), before);
    const auto content = readNow(files, desk.path);
    QVERIFY(content && !*content);
    QCOMPARE(content->error().code, qtio::FileError::Code::Refused);
}

void ElevatedFilesTest::aStaleBaseIsRefused()
{
    Desk desk;
    qtio::ElevatedFiles files = desk.files("exec \"$@\"");
    qtio::WriteRequest request = desk.request();
    writeFile(desk.path, "[globals]\n");
    const auto written = writeNow(files, request);
    QVERIFY(written && !*written);
    QCOMPARE(written->error().code, qtio::FileError::Code::Stale);
    QCOMPARE(bytesOf(desk.path), QByteArray("[globals]\n"));
}

void ElevatedFilesTest::halfAnInputIsNotWritten()
{
    Desk desk;
    qtio::ElevatedFiles files = desk.files("head -c 20 | \"$@\""); // as when the sender was killed
    const auto written = writeNow(files, desk.request());
    QVERIFY(written && !*written);
    QCOMPARE(bytesOf(desk.path), before);
    QCOMPARE(QDir(desk.folder.path()).entryList({u"config.ini*"_s}).size(), 1);
}

void ElevatedFilesTest::aBackupMayBeLeftOut()
{
    Desk desk;
    qtio::ElevatedFiles files = desk.files("exec \"$@\"");
    qtio::WriteRequest request = desk.request();
    request.backup = qtio::Backup::None;
    const auto written = writeNow(files, request);
    QVERIFY(written && *written);
    QVERIFY((*written)->backupPath.isEmpty());
    QCOMPARE(QDir(desk.folder.path()).entryList({u"config.ini*"_s}).size(), 1);
}

void ElevatedFilesTest::cancellingEndsTheQuestion()
{
    Desk desk;
    qtio::ElevatedFiles files = desk.files("exec sleep 60");
    Outcome<qtio::Written> outcome;
    files.write({{}, desk.path}, qtio::Rights::Administrator, desk.request(), &files,
                [&](const auto& told) { outcome = told; });
    QTest::qWait(100);
    files.cancel();
    QTRY_VERIFY(outcome.has_value());
    QVERIFY(!*outcome);
    QCOMPARE(bytesOf(desk.path), before);
}

void ElevatedFilesTest::whoeverLeavesIsNotCalled()
{
    Desk desk;
    qtio::ElevatedFiles files = desk.files("exec \"$@\"");
    bool wasCalled = false;
    {
        QObject passing;
        files.write({{}, desk.path}, qtio::Rights::Administrator, desk.request(), &passing,
                    [&](const auto&) { wasCalled = true; });
    }
    QTRY_COMPARE(bytesOf(desk.path), after); // what was begun is done
    QTest::qWait(50);
    QVERIFY(!wasCalled);
}

QTEST_GUILESS_MAIN(ElevatedFilesTest)
#include "elevated_files_test.moc"
