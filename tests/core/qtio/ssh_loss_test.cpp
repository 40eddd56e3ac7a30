// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever ends a save on another host - ssh, the session there, its shell or one of its tools killed at any
// moment - the file is the old one or the new one, whole, and what the dead have left is cleared away.
#include "core/qtio/ssh_files.h"
#include "tests/support/ssh_server.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <csignal>
#include <memory>
#include <optional>

using namespace qtio;
using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 200;
constexpr int size = 400'000; ///< of a content

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

} // namespace

class SshLossTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedAtAnyMoment();
};

void SshLossTest::killedAtAnyMoment()
{
    if (const QString why = test::SshServer::whyNot(); !why.isEmpty())
        QSKIP(qPrintable(why));
    test::SshServer server;
    QVERIFY(server.start("exec sh -c \"$SSH_ORIGINAL_COMMAND\"\n"));
    SshClient client(u"ssh"_s, server.sshArguments());
    SshFiles files(client);
    QTemporaryDir dir;
    const QString path = dir.filePath(u"config.ini"_s);
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content(0)) > 0);
    }
    using Write = tl::expected<Written, FileError>;
    auto* random = QRandomGenerator::global();
    const auto save = [&](int number) {
        auto answer = std::make_shared<std::optional<Write>>();
        const Fingerprint base{true, QCryptographicHash::hash(bytesOf(path), QCryptographicHash::Sha256)};
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
        } else if (const auto there = server.descendants(); !there.empty()) {
            ::kill(there[random->bounded(static_cast<int>(there.size()))], SIGKILL);
        }
        QTRY_VERIFY_WITH_TIMEOUT(saved->has_value(), 30'000);
        const QByteArray now = bytesOf(path);
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
    QCOMPARE(bytesOf(path), content(rounds + 1));
    const QStringList hidden = QDir(dir.path()).entryList({u".config.ini.*"_s}, QDir::Files | QDir::Hidden);
    QVERIFY2(hidden.isEmpty(), qPrintable(hidden.join(u' ')));
    const QStringList names = QDir(dir.path()).entryList(QDir::Files);
    QVERIFY(names.size() <= 1 + 20);
    for (const QString& name : names)
        QVERIFY2(isWhole(bytesOf(dir.filePath(name))), qPrintable(name)); // copies as well
}

QTEST_GUILESS_MAIN(SshLossTest)
#include "ssh_loss_test.moc"
