// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever ends a save on another host - ssh, the session there, its shell or one of its tools killed at any
// moment - the file is the old one or the new one, whole, and what the dead have left is cleared away.
#include "tests/core/qtio/ssh_world.h"
#include "tests/support/ssh_server.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QScopeGuard>

#include <algorithm>
#include <csignal>

#include <unistd.h>

using namespace qtio;
using namespace Qt::StringLiterals;
using namespace test;

namespace {

constexpr int rounds = 200;
constexpr int size = 400'000; ///< of a content

const QByteArray asUser = "exec sh -c \"$SSH_ORIGINAL_COMMAND\"\n";
const QByteArray asNobody = "exec setpriv --reuid=65534 --regid=65534 --clear-groups sh -c "
                            "\"$SSH_ORIGINAL_COMMAND\"\n";

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

} // namespace

class SshLossTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void killedAtAnyMoment();
    void diskFullAtAnyPoint();

private:
    test::SshServer m_server;
};

void SshLossTest::initTestCase()
{
    if (const QString why = test::SshServer::whyNot(); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(m_server.start(asUser));
}

void SshLossTest::killedAtAnyMoment()
{
    SshClient client(u"ssh"_s, m_server.sshArguments());
    SshFiles files(client);
    QTemporaryDir dir;
    const QString path = dir.filePath(u"config.ini"_s);
    put(path, content(0));
    auto* random = QRandomGenerator::global();
    const auto save = [&](int number) {
        auto answer = std::make_shared<std::optional<Write>>();
        const Fingerprint base = fingerprintOf(contentOf(path));
        files.write({u"mx"_s, path}, Rights::User,
                    {path, content(number), base, Backup::Make, OwnerPolicy::Keep}, this,
                    [answer](const Write& written) { *answer = written; });
        return answer;
    };
    qint64 whole = 200; // what a save takes, in milliseconds
    int lost = 0;
    int written = 0;
    for (int i = 1; i <= rounds; ++i) {
        // Connected first: the moment shall hit the save.
        std::optional<bool> isThere;
        files.fingerprint(
            {u"mx"_s, path}, Rights::User, this,
            [&](const tl::expected<Fingerprint, FileError>& look) { isThere = look.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(isThere.has_value(), 30'000);
        QElapsedTimer time;
        time.start();
        const auto saved = save(i);
        const int moment = random->bounded(static_cast<int>(whole) * 3 / 2);
        (void)QTest::qWaitFor([&] { return saved->has_value() || time.elapsed() >= moment; }, 10'000);
        if (i % 4 == 0) {
            client.cancel();
        } else if (const auto there = m_server.descendants(); !there.empty()) {
            ::kill(there[random->bounded(static_cast<int>(there.size()))], SIGKILL);
        }
        QTRY_VERIFY_WITH_TIMEOUT(saved->has_value(), 30'000);
        const QByteArray now = contentOf(path);
        QVERIFY2(isWhole(now), qPrintable(u"round %1: %2 bytes"_s.arg(i).arg(now.size())));
        if (**saved) {
            ++written;
            whole = std::min<qint64>(time.elapsed(), 2000);
            QVERIFY2(now == content(i), qPrintable(u"round %1: told to be written"_s.arg(i)));
        } else {
            ++lost;
            const auto code = (**saved).error().code;
            // Only a connection that was lost leaves it open; all others say that nothing was written. (What
            // the lost ones have left on the host may still come to its end.)
            if (code != FileError::Code::ConnectionLost)
                QVERIFY2(now != content(i),
                         qPrintable(u"round %1: code %2"_s.arg(i).arg(static_cast<int>(code))));
        }
    }
    qInfo("%d written, %d cut off", written, lost);
    QVERIFY(written > rounds / 10 && lost > rounds / 10);
    // Nobody holds the folder's lock any more.
    std::optional<Write> last;
    for (int tries = 0; tries < 5 && !(last && *last); ++tries) {
        QTest::qWait(300); // for tools that outlived their shell
        const auto saved = save(rounds + 1);
        QTRY_VERIFY_WITH_TIMEOUT(saved->has_value(), 30'000);
        last = **saved;
    }
    QVERIFY(last && *last);
    QCOMPARE(contentOf(path), content(rounds + 1));
    const QStringList hidden = QDir(dir.path()).entryList({u".config.ini.*"_s}, QDir::Files | QDir::Hidden);
    QVERIFY2(hidden.isEmpty(), qPrintable(hidden.join(u' ')));
    const QStringList names = QDir(dir.path()).entryList(QDir::Files);
    QVERIFY2(names.size() <= 1 + 20, qPrintable(names.join(u' ')));
    for (const QString& name : names)
        QVERIFY2(isWhole(contentOf(dir.filePath(name))), qPrintable(name)); // copies as well
}

/// Replaced by root with a copy, and overwritten in place by somebody who may do no more.
void SshLossTest::diskFullAtAnyPoint()
{
    SshClient client(u"ssh"_s, m_server.sshArguments());
    World world(client);
    if (::geteuid() != 0 ||
        QProcess::execute(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=4m,mode=755"_s, u"none"_s,
                                       world.dir.path()}) != 0)
        QSKIP("only root can make a small file system");
    const auto unmount = qScopeGuard([&] { QProcess::execute(u"umount"_s, {u"-l"_s, world.dir.path()}); });
    const QString path = world.path(u"f"_s);
    put(path, content(0));
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), 0666), 0);
    auto* random = QRandomGenerator::global();
    int full[2] = {};
    for (int i = 1; i <= rounds / 2; ++i) {
        const bool isInPlace = i % 2 == 0;
        m_server.setLogin(isInPlace ? asNobody : asUser);
        const QByteArray before = contentOf(path);
        const QByteArray after = content(i).repeated(random->bounded(1, 4));
        const int room = (4 << 20) - static_cast<int>(before.size()) - 20'000;
        put(world.path(u"filler"_s), QByteArray(random->bounded(isInPlace ? room / 4 * 3 : 0, room), 'x'));
        const auto saved = isInPlace ? world.save(u"f"_s, after, Backup::None, OwnerPolicy::WriteInPlace)
                                     : world.save(u"f"_s, after);
        QFile::remove(world.path(u"filler"_s));
        QVERIFY2(contentOf(path) == (saved ? after : before), qPrintable(u"round %1"_s.arg(i)));
        if (saved) {
            QCOMPARE(saved->wasAtomic, !isInPlace);
            if (!isInPlace)
                QVERIFY(QFile::remove(saved->backupPath));
        } else {
            ++full[i % 2];
            QCOMPARE(saved.error().code, FileError::Code::NoSpace);
        }
        QCOMPARE(world.names(), QStringList{u"f"_s});
    }
    qInfo("full %d times when replaced, %d in place", full[1], full[0]);
    QVERIFY(full[0] > 2 && full[1] > 2);
}

QTEST_GUILESS_MAIN(SshLossTest)
#include "ssh_loss_test.moc"
