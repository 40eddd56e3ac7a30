// SPDX-License-Identifier: GPL-3.0-or-later
// Hosts that cannot be reached, let nobody in, fall silent or vanish: each is told apart, whether anything
// was written is never left open without need, and nobody waits for ever.
#include "core/qtio/ssh/ssh_files.h"
#include "tests/support/ssh_server.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QTcpServer>
#include <QTest>

#include <memory>
#include <optional>

#include <csignal>

#include <sys/stat.h>

using namespace qtio;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Code = FileError::Code;
using Why = SshFailure::Code;

namespace {

using Read = tl::expected<FileContent, FileError>;
using Write = tl::expected<Written, FileError>;

void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), qint64(bytes.size()));
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

/// Reads or writes and keeps the answer; several may be under way.
struct Ask
{
    static std::shared_ptr<std::optional<FileError>> readOf(SshFiles& files, const FilePlace& place,
                                                            QObject* context)
    {
        auto answer = std::make_shared<std::optional<FileError>>();
        files.read(place, Rights::User, context, [answer](const Read& read) {
            *answer = read ? FileError{none, QString::fromUtf8(read->bytes), 0, {}} : read.error();
        });
        return answer;
    }

    static std::shared_ptr<std::optional<FileError>> writeOf(SshFiles& files, const FilePlace& place,
                                                             const QByteArray& old, const QByteArray& bytes,
                                                             QObject* context)
    {
        auto answer = std::make_shared<std::optional<FileError>>();
        const Fingerprint base{true, QCryptographicHash::hash(old, QCryptographicHash::Sha256)};
        files.write(place, Rights::User, {place.path, bytes, base, Backup::None, OwnerPolicy::Keep}, context,
                    [answer](const Write& written) {
                        *answer = written ? FileError{none, {}, 0, {}} : written.error();
                    });
        return answer;
    }

    static constexpr Code none = Code(-1);
};

} // namespace

class SshConnectionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void reasonsAreToldApart_data();
    void reasonsAreToldApart();
    void noSshProgram();
    void silentHosts();
    void questionsAreAsked();
    void oneConnectionForAll();
    void oneRefusalForAll();
    void hostGone();
    void hungTools();
    void cancelled();
    void nobodyIsToldAfterTheEnd();
    void whatNobodyWaitsForEnds();
    void endlessAnswers();

private:
    QString path(const char* name) const { return m_dir.filePath(QLatin1String(name)); }

    FilePlace place(const QString& host = u"mx"_s) const { return {host, path("f")}; }

    /// Tools that are found first on the host.
    void setTool(const char* name, const QByteArray& script);

    test::SshServer m_server;
    QTemporaryDir m_dir;
    std::unique_ptr<SshClient> m_client;
    std::unique_ptr<SshFiles> m_files;
};

void SshConnectionTest::initTestCase()
{
    if (const QString why = test::SshServer::whyNot(); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(m_server.start());
    QVERIFY(QDir(m_dir.path()).mkdir(u"bin"_s));
}

void SshConnectionTest::init()
{
    m_server.setLogin({});
    m_client = std::make_unique<SshClient>(u"ssh"_s, m_server.sshArguments());
    m_files = std::make_unique<SshFiles>(*m_client);
    put(path("f"), "old");
}

void SshConnectionTest::setTool(const char* name, const QByteArray& script)
{
    const QString tool = path("bin/") + QLatin1String(name);
    put(tool, "#!/bin/sh\n" + script);
    ::chmod(QFile::encodeName(tool).constData(), 0755);
    m_server.setLogin("PATH=" + path("bin").toUtf8() + ":$PATH; exec sh -c \"$SSH_ORIGINAL_COMMAND\"\n");
}

void SshConnectionTest::reasonsAreToldApart_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("why");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* host, Why why, const char* text) {
        QTest::newRow(host) << QString::fromLatin1(host) << static_cast<int>(why)
                            << QString::fromLatin1(text);
    };
    row("stranger", Why::UnknownHostKey, "Host key verification failed");
    row("changed", Why::ChangedHostKey, "IDENTIFICATION HAS CHANGED");
    row("outsider", Why::Authentication, "Permission denied (publickey)");
    row("closed", Why::NoAnswer, "Connection refused");
    row("nothere.invalid", Why::UnknownName, "Could not resolve hostname");
    row("-oProxyCommand=touch pwned", Why::BadName, "invalid characters");
}

void SshConnectionTest::reasonsAreToldApart()
{
    QFETCH(QString, host);
    QFETCH(int, why);
    QFETCH(QString, text);
    const auto read = Ask::readOf(*m_files, place(host), this);
    QTRY_VERIFY_WITH_TIMEOUT(read->has_value(), 30'000);
    QCOMPARE((*read)->code, Code::NoConnection);
    QCOMPARE((*read)->path, place(host).text());
    QVERIFY2((*read)->systemText.contains(text), qPrintable((*read)->systemText));
    QVERIFY(!(*read)->systemText.contains(u"Authorised use only"_s)); // the banner
    std::optional<SshFailure> failure;
    m_client->run({host, "say;", {}, {}}, this,
                  [&](const SshOutcome& outcome) { failure = connectionFailure(outcome); });
    QTRY_VERIFY_WITH_TIMEOUT(failure.has_value(), 30'000);
    QCOMPARE(static_cast<int>(failure->code), why);
    QVERIFY2(!failure->text.contains(u"Authorised use only"_s) && !failure->text.contains(u"debug1"_s),
             qPrintable(failure->text));
    if (failure->code == Why::ChangedHostKey) {
        QVERIFY(failure->hostKey.startsWith(u"SHA256:"_s));
        QCOMPARE(failure->knownHosts, m_server.path(u"wrong"_s));
        QCOMPARE(failure->knownHostsLine, 1);
    }
}

void SshConnectionTest::noSshProgram()
{
    SshClient client(u"/nowhere/ssh"_s);
    SshFiles files(client);
    const auto read = Ask::readOf(files, place(), this);
    QTRY_VERIFY(read->has_value());
    QCOMPARE((*read)->code, Code::NoConnection);
    std::optional<SshFailure> failure;
    client.run({u"mx"_s, "say;", {}, {}}, this,
               [&](const SshOutcome& outcome) { failure = connectionFailure(outcome); });
    QTRY_VERIFY(failure.has_value());
    QCOMPARE(failure->code, Why::NotInstalled);
}

void SshConnectionTest::silentHosts()
{
    QTcpServer silent; // takes the connection and says nothing
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    m_client->setPatience({300ms, 300ms});
    std::optional<SshFailure> failure;
    m_client->run({u"tanaka@127.0.0.1:%1"_s.arg(silent.serverPort()), "say;", {}, {}}, this,
                  [&](const SshOutcome& outcome) { failure = connectionFailure(outcome); });
    QTRY_VERIFY_WITH_TIMEOUT(failure.has_value(), 5000);
    QCOMPARE(failure->code, Why::NoAnswer);
    QCOMPARE(failure->text, u"timed out"_s);
}

void SshConnectionTest::questionsAreAsked()
{
    const QString asked = path("asked");
    const QString program = path("askpass");
    put(program, "#!/bin/sh\necho \"$1\" >> " + asked.toUtf8() + "\necho \"$SPM_ANSWER\"\n");
    ::chmod(QFile::encodeName(program).constData(), 0755);
    QProcessEnvironment answer;
    answer.insert(u"SPM_ANSWER"_s, u"yes"_s);
    m_client->setAskPass(program, answer);
    // Two at once: the second waits for the connection of the first, and asks nobody.
    const auto first = Ask::readOf(*m_files, place(u"stranger"_s), this);
    const auto second = Ask::readOf(*m_files, place(u"stranger"_s), this);
    QTRY_VERIFY_WITH_TIMEOUT(first->has_value() && second->has_value(), 30'000);
    QCOMPARE((*first)->path, u"old"_s);
    QCOMPARE((*second)->path, u"old"_s);
    QVERIFY(contentOf(asked).contains("Are you sure you want to continue connecting"));
    QCOMPARE(contentOf(asked).count("continue connecting"), 1);
    QVERIFY(contentOf(m_server.path(u"none"_s)).contains("ssh-ed25519"));
    put(m_server.path(u"none"_s), {});
}

void SshConnectionTest::oneConnectionForAll()
{
    int done = 0;
    for (int i = 0; i < 5; ++i) {
        m_files->read(place(), Rights::User, this, [&](const Read& read) { done += read ? 1 : 0; });
    }
    QTRY_COMPARE_WITH_TIMEOUT(done, 5, 30'000);
    const auto masters = m_server.descendants();
    QVERIFY(masters.size() == 1 || masters.size() == 2); // with privilege separation two for a connection
    // At the end nothing stays connected, though the connection would persist.
    m_files.reset();
    m_client.reset();
    QTRY_VERIFY(m_server.descendants().empty());
}

void SshConnectionTest::oneRefusalForAll()
{
    int failed = 0;
    for (int i = 0; i < 5; ++i) {
        m_files->read(place(u"outsider"_s), Rights::User, this, [&](const Read& read) {
            failed += !read && read.error().code == Code::NoConnection ? 1 : 0;
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(failed, 5, 30'000);
}

void SshConnectionTest::hostGone()
{
    const auto before = Ask::readOf(*m_files, place(), this);
    QTRY_VERIFY_WITH_TIMEOUT(before->has_value(), 30'000);
    QCOMPARE((*before)->path, u"old"_s);

    // While the content is on its way.
    setTool("dd", "touch " + path("receiving").toUtf8() + "\nsleep 1\nexec /bin/dd \"$@\"\n");
    const auto lost = Ask::writeOf(*m_files, place(), "old", QByteArray(3'000'000, 'x'), this);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path("receiving")), 30'000);
    m_server.stop();
    QTRY_VERIFY_WITH_TIMEOUT(lost->has_value(), 30'000);
    QCOMPARE((*lost)->code, Code::ConnectionLost);
    QCOMPARE(contentOf(path("f")), QByteArray("old"));

    const auto gone = Ask::writeOf(*m_files, place(), "old", "new", this);
    QTRY_VERIFY_WITH_TIMEOUT(gone->has_value(), 30'000);
    QCOMPARE((*gone)->code, Code::NoConnection);

    QVERIFY(m_server.start());
    const auto back = Ask::writeOf(*m_files, place(), "old", "new", this);
    QTRY_VERIFY_WITH_TIMEOUT(back->has_value(), 30'000);
    QCOMPARE((*back)->code, Ask::none);
    QCOMPARE(contentOf(path("f")), QByteArray("new"));
    QVERIFY(QDir(m_dir.path()).entryList({u".f.*"_s}, QDir::Files | QDir::Hidden).isEmpty());
}

void SshConnectionTest::hungTools()
{
    setTool("sha256sum", "sleep 30\n");
    m_client->setPatience({30s, 500ms});
    const auto read = Ask::readOf(*m_files, place(), this);
    const auto write = Ask::writeOf(*m_files, place(), "old", "new", this);
    QTRY_VERIFY_WITH_TIMEOUT(read->has_value() && write->has_value(), 20'000);
    QCOMPARE((*read)->code, Code::NoConnection);
    QCOMPARE((*read)->systemText, u"timed out"_s);
    QCOMPARE((*write)->code, Code::ConnectionLost);
    QFile::remove(path("bin/sha256sum"));
    QCOMPARE(contentOf(path("f")), QByteArray("old"));
}

void SshConnectionTest::cancelled()
{
    setTool("sha256sum", "sleep 30\n");
    const auto running = Ask::writeOf(*m_files, place(), "old", "new", this);
    QTest::qWait(1500);
    const auto waiting = Ask::readOf(*m_files, place(u"stranger"_s), this);
    const auto behind = Ask::readOf(*m_files, place(u"stranger"_s), this);
    m_client->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(running->has_value() && waiting->has_value() && behind->has_value(), 5000);
    QVERIFY((*running)->code == Code::ConnectionLost || (*running)->code == Code::Cancelled);
    QCOMPARE((*waiting)->code, Code::Cancelled); // nobody is told that the host is away
    QCOMPARE((*behind)->code, Code::Cancelled);
    QFile::remove(path("bin/sha256sum"));
    const auto again = Ask::readOf(*m_files, place(), this);
    QTRY_VERIFY_WITH_TIMEOUT(again->has_value(), 30'000);
    QCOMPARE((*again)->path, u"old"_s);
}

void SshConnectionTest::nobodyIsToldAfterTheEnd()
{
    auto context = std::make_unique<QObject>();
    const auto read = Ask::readOf(*m_files, place(), context.get());
    const auto bad = Ask::readOf(*m_files, place(u"-x"_s), context.get());
    context.reset();
    const auto other = Ask::readOf(*m_files, place(), this);
    QTRY_VERIFY_WITH_TIMEOUT(other->has_value(), 30'000);
    QVERIFY(!read->has_value() && !bad->has_value());
    const auto late = Ask::readOf(*m_files, place(), this);
    m_files.reset();
    m_client.reset();
    QTest::qWait(300);
    QVERIFY(!late->has_value());
}

/// What is only asked ends with who asked it; what changes a host goes on, and nobody else is told.
void SshConnectionTest::whatNobodyWaitsForEnds()
{
    const QString pidFile = path("pid");
    const auto pid = [&pidFile] { return contentOf(pidFile).trimmed().toInt(); };
    const auto isAlive = [](int process) { return process > 0 && ::kill(process, 0) == 0; };
    put(path("slow"), "#!/bin/sh\necho $$ > '" + QFile::encodeName(pidFile) + "'\nexec sleep 60\n");
    ::chmod(QFile::encodeName(path("slow")).constData(), 0755);
    SshClient client(path("slow"));
    SshTask question;
    question.host = u"mx"_s;
    question.script = "true\n";
    question.endsWithContext = true;
    SshTask change;
    change.host = u"mx"_s;
    change.script = "true\n";
    auto asking = std::make_unique<QObject>();
    auto changing = std::make_unique<QObject>();
    int told = 0;
    client.run(question, asking.get(), [&told](const SshOutcome&) { ++told; });
    client.run(question, asking.get(), [&told](const SshOutcome&) { ++told; });
    client.run(change, changing.get(), [&told](const SshOutcome&) { ++told; });
    QTRY_VERIFY(isAlive(pid()));
    const int first = pid();
    asking.reset();
    QTRY_VERIFY(!isAlive(first));
    QTRY_VERIFY(pid() != first && isAlive(pid())); // the change, which waited behind it
    changing.reset();
    QTest::qWait(300);
    QVERIFY(isAlive(pid()));
    QCOMPARE(told, 0);
}

void SshConnectionTest::endlessAnswers()
{
    m_server.setLogin("yes; exec sh -c \"$SSH_ORIGINAL_COMMAND\"\n");
    SshFiles files(*m_client, 100'000);
    const auto read = Ask::readOf(files, place(), this);
    QTRY_VERIFY_WITH_TIMEOUT(read->has_value(), 20'000);
    QCOMPARE((*read)->code, Code::NoConnection);
    QCOMPARE((*read)->systemText, u"the answer is too long"_s);
}

QTEST_GUILESS_MAIN(SshConnectionTest)
#include "ssh_connection_test.moc"
