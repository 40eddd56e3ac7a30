// SPDX-License-Identifier: GPL-3.0-or-later
// Logs open in a page: the newest rows first, snapshots, cancelling, and following them through all that
// happens to logs (MAILLOG.md 1, "Rotation"); what is kept of them on disk.
#include "core/qtio/log/log_reading.h"
#include "core/qtio/log/log_session.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using qtio::LoadedLogs;
using qtio::LogStage;

namespace {

/// One check of the user `n`, a second after that of the one before.
QByteArray check(int n, const char* host = "mx1")
{
    return QStringLiteral("2025-11-20T%1:%2:%3Z ")
               .arg(n / 3600 % 24, 2, 10, QLatin1Char('0'))
               .arg(n / 60 % 60, 2, 10, QLatin1Char('0'))
               .arg(n % 60, 2, 10, QLatin1Char('0'))
               .toLatin1() +
           host +
           " SPFPolicyd[1]: action=bypass result=pass identity=mailfrom domain=a.example client-ip=192.0.2.1 "
           "helo=h envelope-from=<u" +
           QByteArray::number(n) + "@a.example> to=<b@c.example> rule=globals.pass instance=1 queue-id=\n";
}

QByteArray checks(int from, int to)
{
    QByteArray lines;
    for (int n = from; n < to; ++n) {
        lines += check(n);
    }
    return lines;
}

void put(const QString& path, const QByteArray& bytes, QIODevice::OpenMode mode = QIODevice::WriteOnly)
{
    QFile file(path);
    QVERIFY(file.open(mode));
    QCOMPARE(file.write(bytes), bytes.size());
}

void append(const QString& path, const QByteArray& bytes)
{
    put(path, bytes, QIODevice::Append);
}

/// The users of the checks in the order of time.
QStringList users(const LoadedLogs& logs)
{
    std::vector<std::uint32_t> rows(logs.log->size());
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        rows[i] = i;
    }
    QStringList names;
    for (const auto row : logs.inOrder(rows)) {
        const auto sender = (*logs.log)[row].sender;
        names += QString::fromUtf8(sender.data(), static_cast<qsizetype>(sender.find('@')));
    }
    return names;
}

QStringList numbered(int from, int to)
{
    QStringList names;
    for (int n = from; n < to; ++n) {
        names += u'u' + QString::number(n);
    }
    return names;
}

/// A session that is followed, and what it told last.
struct Followed
{
    qtio::LogSession session;
    LoadedLogs last;
    bool loaded = false;
    std::vector<quint64> firstChanged;

    explicit Followed(const QStringList& paths)
    {
        QObject::connect(&session, &qtio::LogSession::finished, &session, [this](const LoadedLogs& logs) {
            last = logs;
            loaded = true;
        });
        QObject::connect(&session, &qtio::LogSession::grown, &session,
                         [this](const LoadedLogs& logs, quint64 first) {
                             last = logs;
                             firstChanged.push_back(first);
                         });
        session.setFollowing(true);
        qtio::LogRequest request;
        request.paths = paths;
        session.start(request);
    }

    [[nodiscard]] QStringList names() const { return last.log ? users(last) : QStringList(); }

    [[nodiscard]] bool allLinesAreThere() const
    {
        for (maillog::Row row = 0; row < last.log->size(); ++row) {
            if (last.line(row).find((*last.log)[row].sender) == std::string_view::npos) {
                return false;
            }
        }
        return true;
    }
};

} // namespace

class LogSessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void newestFirst();
    void cancelledSoon();
    void overlappingHosts();
    void appended();
    void unfinishedLine();
    void renamed();
    void renamedTwice();
    void cutAndRegrown();
    void removedAndMadeAgain();
    void packedCopyAppears();
    void toldRowsAreForgotten();
    void cacheIsUsed();
    void cacheOfGrownLog();
    void cacheOfLogChangedInside();
    void cacheKnowsOtherLogs();
    void damagedCache();
    void cacheIsPrivateAndBounded();
    void twoWritersOfOneImage();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }

    [[nodiscard]] QString cacheFolder() const { return path(u"cache/logs"_s); }

    [[nodiscard]] qtio::LogRequest cached(const QString& file, qint64 limit = qint64{1} << 30) const
    {
        qtio::LogRequest request;
        request.paths = QStringList{file};
        request.cache = std::make_shared<const qtio::LogCache>(cacheFolder(), limit, 0);
        return request;
    }

    [[nodiscard]] QStringList images() const
    {
        QStringList paths;
        for (const auto& entry : QDir(cacheFolder()).entryInfoList(QDir::Files)) {
            paths += entry.filePath();
        }
        return paths;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void LogSessionTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void LogSessionTest::newestFirst()
{
    put(path(u"old"_s), checks(0, 100));
    put(path(u"new"_s), checks(1000, 41'000));
    qtio::LogSession session;
    std::vector<LogStage> stages;
    LoadedLogs first;
    LoadedLogs last;
    const auto take = [&](const LoadedLogs& logs) {
        first = stages.empty() ? logs : first;
        stages.push_back(logs.stage);
        last = logs;
    };
    connect(&session, &qtio::LogSession::snapshotTaken, this, take);
    connect(&session, &qtio::LogSession::finished, this, take);
    qtio::LogRequest request;
    request.paths = QStringList{path(u"old"_s), path(u"new"_s)};
    session.start(request);
    QVERIFY(session.isRunning());
    QTRY_VERIFY(!session.isRunning());
    QCOMPARE(stages.front(), LogStage::Preliminary);
    QVERIFY(first.log->size() > 1000 && first.log->size() < 10'000);
    const auto newest = (*first.log)[first.log->size() - 1];
    QCOMPARE(newest.source, std::uint16_t{1});
    QCOMPARE(QByteArray::fromStdString(std::string(first.line(first.log->size() - 1))) + "\n", check(40'999));
    QCOMPARE(stages.back(), LogStage::Complete);
    QCOMPARE(last.log->size(), std::size_t{40'100});
    QCOMPARE(last.sources.size(), std::size_t{2});
}

void LogSessionTest::cancelledSoon()
{
    put(path(u"log"_s), checks(0, 2000).repeated(200)); // 80 MB
    qtio::LogSession session;
    LoadedLogs last;
    connect(&session, &qtio::LogSession::finished, this, [&](const LoadedLogs& logs) { last = logs; });
    qtio::LogRequest request;
    request.paths = QStringList{path(u"log"_s), path(u"log"_s), path(u"log"_s)};
    session.start(request);
    std::thread other([&] { session.cancel(); });
    other.join();
    QTRY_VERIFY(!session.isRunning());
    QVERIFY(last.isCancelled());
    QVERIFY(last.log->size() < 1'200'000);
    // What is started next is not disturbed.
    put(path(u"small"_s), checks(0, 3));
    request.paths = QStringList{path(u"small"_s)};
    session.start(request);
    QTRY_VERIFY(!session.isRunning());
    QCOMPARE(last.log->size(), std::size_t{3});
    QVERIFY(!last.isCancelled());
}

void LogSessionTest::overlappingHosts()
{
    put(path(u"b"_s), check(2) + check(4) + check(6));
    put(path(u"a"_s), check(1) + check(3) + check(5));
    put(path(u"earlier"_s), check(0));
    qtio::LogRequest request;
    request.paths = QStringList{path(u"b"_s), path(u"a"_s), path(u"earlier"_s)};
    const auto logs = qtio::loadLogs(request);
    QCOMPARE(users(logs), numbered(0, 7));
    QCOMPARE((*logs.log)[0].source, std::uint16_t{2}); // read first, as it began first
    request.paths = QStringList{path(u"b"_s), path(u"earlier"_s)};
    QVERIFY(qtio::loadLogs(request).order->isIdentity());
}

void LogSessionTest::appended()
{
    put(path(u"log"_s), checks(0, 10));
    Followed followed({path(u"log"_s)});
    QTRY_COMPARE(followed.names(), numbered(0, 10));
    append(path(u"log"_s), checks(10, 15));
    QTRY_COMPARE(followed.names(), numbered(0, 15));
    QCOMPARE(followed.firstChanged, std::vector<quint64>{10});
    QVERIFY(followed.allLinesAreThere());
    followed.session.setFollowing(false);
    QTest::qWait(50);
    append(path(u"log"_s), check(15));
    QTest::qWait(600);
    QCOMPARE(followed.names(), numbered(0, 15));
    followed.session.setFollowing(true);
    QTRY_COMPARE(followed.names(), numbered(0, 16));
}

void LogSessionTest::unfinishedLine()
{
    put(path(u"log"_s), checks(0, 2) + check(2).chopped(30));
    Followed followed({path(u"log"_s)});
    QTRY_VERIFY(followed.loaded);
    QCOMPARE(followed.names(), numbered(0, 2));
    append(path(u"log"_s), check(2).last(30) + check(3).first(10));
    QTRY_COMPARE(followed.names(), numbered(0, 3));
    append(path(u"log"_s), check(3).sliced(10));
    QTRY_COMPARE(followed.names(), numbered(0, 4));
    QCOMPARE(followed.last.log->counts(0).lines, 4U);
    // Once nothing follows a whole line counts without its end; it is no second one when that comes.
    put(path(u"whole"_s), check(0) + check(1).chopped(1));
    qtio::LogRequest request;
    request.paths = QStringList{path(u"whole"_s)};
    QCOMPARE(users(qtio::loadLogs(request)), numbered(0, 2));
}

void LogSessionTest::renamed()
{
    put(path(u"log"_s), checks(0, 5));
    Followed followed({path(u"log"_s)});
    QTRY_VERIFY(followed.loaded);
    QVERIFY(QFile::rename(path(u"log"_s), path(u"log.1"_s)));
    append(path(u"log.1"_s), checks(5, 7)); // written before the daemon was told
    put(path(u"log"_s), checks(8, 10));
    QTRY_COMPARE(followed.names(), numbered(0, 7) + numbered(8, 10));
    append(path(u"log.1"_s), check(7)); // and a late line
    append(path(u"log"_s), check(10));
    QTRY_COMPARE(followed.names(), numbered(0, 11));
    QCOMPARE(followed.last.sources.size(), std::size_t{2});
    QVERIFY(followed.allLinesAreThere());
    QCOMPARE(followed.last.log->hosts().size(), std::size_t{2}); // one host: names go on
}

/// Both between two looks, as when the machine slept.
void LogSessionTest::renamedTwice()
{
    put(path(u"log"_s), checks(0, 5));
    put(path(u"log.1"_s), checks(90, 95)); // older, and not asked for
    QFile older(path(u"log.1"_s));
    QVERIFY(older.open(QIODevice::ReadWrite));
    QVERIFY(older.setFileTime(QDateTime::currentDateTime().addDays(-1), QFileDevice::FileModificationTime));
    older.close();
    Followed followed({path(u"log"_s)});
    QTRY_VERIFY(followed.loaded);
    QTest::qWait(600);
    append(path(u"log"_s), check(5));
    QVERIFY(QFile::rename(path(u"log.1"_s), path(u"log.3"_s)));
    QVERIFY(QFile::rename(path(u"log"_s), path(u"log.2"_s)));
    put(path(u"log.1"_s), checks(6, 8));
    put(path(u"log"_s), checks(8, 10));
    QTRY_COMPARE(followed.names(), numbered(0, 10));
    QVERIFY(followed.allLinesAreThere());
}

void LogSessionTest::cutAndRegrown()
{
    put(path(u"log"_s), checks(0, 5));
    Followed followed({path(u"log"_s)});
    QTRY_VERIFY(followed.loaded);
    QVERIFY(QFile::resize(path(u"log"_s), 0));
    append(path(u"log"_s), check(5));
    QTRY_COMPARE(followed.names(), numbered(0, 6));
    QVERIFY(followed.last.sources[0].isCut);
    QVERIFY(followed.last.line(0).empty());
    QVERIFY(!followed.last.line(5).empty());
    // Between two looks it grows past its old size: the size alone would not tell.
    put(path(u"log"_s), checks(6, 20));
    QTRY_COMPARE(followed.names(), numbered(0, 20));
    QVERIFY(followed.last.sources[1].isCut);
    QVERIFY(!followed.last.sources[2].isCut);
}

void LogSessionTest::removedAndMadeAgain()
{
    put(path(u"log"_s), checks(0, 5));
    Followed followed({path(u"log"_s), path(u"later"_s)});
    QTRY_VERIFY(followed.loaded);
    QVERIFY(QFile::remove(path(u"log"_s)));
    QTest::qWait(600);
    put(path(u"log"_s), checks(5, 8));
    QTRY_COMPARE(followed.names(), numbered(0, 8));
    QVERIFY(followed.allLinesAreThere()); // also of the removed one: it is still open
    put(path(u"later"_s), check(8));
    QTRY_COMPARE(followed.names(), numbered(0, 9));
}

void LogSessionTest::packedCopyAppears()
{
    put(path(u"log"_s), checks(0, 5));
    put(path(u"log.1"_s), checks(0, 0));
    Followed followed({path(u"log"_s), path(u"log.1"_s)});
    QTRY_VERIFY(followed.loaded);
    QVERIFY(QFile::remove(path(u"log.1"_s)));
    QVERIFY(QFile::rename(path(u"log"_s), path(u"log.1"_s)));
    put(path(u"log"_s), checks(5, 6));
    QTRY_COMPARE(followed.names(), numbered(0, 6));
    QVERIFY(QFile::remove(path(u"log.1"_s)));
    put(path(u"log.1"_s), QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10));
    append(path(u"log"_s), check(6));
    QTRY_COMPARE(followed.names(), numbered(0, 7));
}

void LogSessionTest::toldRowsAreForgotten()
{
    const QString log = path(u"mail.log"_s);
    put(log, checks(0, 5) + check(5).left(30));
    qtio::LogRequest request;
    request.paths = QStringList{log};
    request.start = qtio::LogStart::LastLine;
    qtio::LogReading reading(request);
    const auto always = [] { return true; };
    reading.open();
    reading.readAll([](qint64, qint64) { return true; });
    const auto now = [&reading] { return users(reading.snapshot(LogStage::Complete)); };
    QVERIFY(now().isEmpty());
    QVERIFY(!reading.forget()); // half a line
    append(log, check(5).mid(30) + check(6));
    QVERIFY(reading.readGrowth(always));
    QCOMPARE(now(), (QStringList{u"u5"_s, u"u6"_s}));
    QVERIFY(reading.forget());
    QVERIFY(now().isEmpty());
    QCOMPARE(reading.bytesRead(log), static_cast<quint64>(QFileInfo(log).size()));
    QVERIFY(!reading.readGrowth(always));
    append(log, check(7));
    QVERIFY(reading.readGrowth(always));
    QCOMPARE(now(), QStringList{u"u7"_s});

    // Renamed, and somebody still holds on to it: both are followed, and both are forgotten.
    QVERIFY(QFile::rename(log, log + u".1"_s));
    put(log, check(9));
    append(log + u".1"_s, check(8));
    QVERIFY(reading.readGrowth(always));
    QCOMPARE(now(), (QStringList{u"u7"_s, u"u8"_s, u"u9"_s}));
    QVERIFY(reading.forget());
    append(log, check(10));
    QVERIFY(reading.readGrowth(always));
    QCOMPARE(now(), QStringList{u"u10"_s});
    put(log, check(11)); // cut
    QVERIFY(reading.readGrowth(always));
    QCOMPARE(now(), (QStringList{u"u10"_s, u"u11"_s}));
    QVERIFY(reading.forget());
    QCOMPARE(reading.snapshot(LogStage::Complete).sources.size(), std::size_t{2}); // the cut one is gone
}

void LogSessionTest::cacheIsUsed()
{
    put(path(u"log"_s), checks(0, 3000));
    const auto request = cached(path(u"log"_s));
    const auto straight = qtio::loadLogs(request);
    QCOMPARE(images().size(), 1);
    const auto again = qtio::loadLogs(request);
    QCOMPARE(users(again), users(straight));
    QCOMPARE(again.log->counts(0).lines, 3000U);
    QVERIFY(again.line(2999).starts_with("2025-11-20T00:49:59Z"));
    // Renamed it is the same log; elsewhere the same bytes are another.
    QVERIFY(QFile::rename(path(u"log"_s), path(u"renamed"_s)));
    QFile::remove(images().first());
    static_cast<void>(qtio::loadLogs(cached(path(u"renamed"_s))));
    QCOMPARE(images().size(), 1);
    request.cache->clear();
    QCOMPARE(images().size(), 0);
    QCOMPARE(request.cache->size(), 0);
}

void LogSessionTest::cacheOfGrownLog()
{
    put(path(u"log"_s), checks(0, 3000) + check(3000).first(40));
    static_cast<void>(qtio::loadLogs(cached(path(u"log"_s))));
    append(path(u"log"_s), check(3000).sliced(40) + checks(3001, 3100));
    QCOMPARE(users(qtio::loadLogs(cached(path(u"log"_s)))), numbered(0, 3100));
    // Cut and grown past its old size it is another log.
    put(path(u"log"_s), checks(5000, 9000));
    QCOMPARE(users(qtio::loadLogs(cached(path(u"log"_s)))), numbered(5000, 9000));
    QVERIFY(QFile::resize(path(u"log"_s), check(5000).size() * 7));
    QCOMPARE(users(qtio::loadLogs(cached(path(u"log"_s)))), numbered(5000, 5007));
}

void LogSessionTest::cacheOfLogChangedInside()
{
    put(path(u"log"_s), checks(0, 3000));
    static_cast<void>(qtio::loadLogs(cached(path(u"log"_s))));
    put(path(u"log"_s), checks(0, 1500) + checks(8000, 8010) + checks(1510, 3000)); // of the same size
    QFile file(path(u"log"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(5), QFileDevice::FileModificationTime));
    file.close();
    QCOMPARE(users(qtio::loadLogs(cached(path(u"log"_s)))),
             numbered(0, 1500) + numbered(8000, 8010) + numbered(1510, 3000));
}

void LogSessionTest::cacheKnowsOtherLogs()
{
    const QByteArray line = "Nov 20 10:00:00" + check(0).sliced(20);
    put(path(u"log"_s), line);
    auto request = cached(path(u"log"_s));
    request.year = 2024;
    const auto first = qtio::loadLogs(request);
    request.year = 2023;
    const auto other = qtio::loadLogs(request);
    QVERIFY((*other.log)[0].time < (*first.log)[0].time);
    request.sources = {{path(u"log"_s), maillog::ZoneRules::fixed(3600), 2024}};
    QCOMPARE((*qtio::loadLogs(request).log)[0].time, (*first.log)[0].time - 3'600'000);
    QCOMPARE(images().size(), 3);
    QCOMPARE((*qtio::loadLogs(request).log)[0].time, (*first.log)[0].time - 3'600'000);
}

void LogSessionTest::damagedCache()
{
    put(path(u"log"_s), checks(0, 50));
    static_cast<void>(qtio::loadLogs(cached(path(u"log"_s))));
    const auto image = images().value(0);
    QFile file(image);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray good = file.readAll();
    file.close();
    for (qsizetype at = 0; at < good.size(); at += 37) {
        auto bytes = good;
        bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
        put(image, at % 2 == 0 ? bytes : good.first(at));
        QCOMPARE(users(qtio::loadLogs(cached(path(u"log"_s)))), numbered(0, 50));
    }
}

void LogSessionTest::cacheIsPrivateAndBounded()
{
    put(path(u"log"_s), checks(0, 2000));
    put(path(u"other"_s), checks(0, 2000));
    static_cast<void>(qtio::loadLogs(cached(path(u"log"_s))));
    const auto image = images().value(0);
    QCOMPARE(QFile::permissions(cacheFolder()) & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther), 0);
    QCOMPARE(QFile::permissions(image) & (QFile::ReadGroup | QFile::ReadOther), 0);
    const auto size = QFileInfo(image).size();
    QFile old(image);
    QVERIFY(old.open(QIODevice::ReadWrite));
    QVERIFY(old.setFileTime(QDateTime::currentDateTimeUtc().addDays(-1), QFileDevice::FileModificationTime));
    old.close();
    static_cast<void>(qtio::loadLogs(cached(path(u"other"_s), size + 100)));
    QCOMPARE(images().size(), 1);
    QVERIFY(images().value(0) != image);
}

void LogSessionTest::twoWritersOfOneImage()
{
    put(path(u"log"_s), checks(0, 3000));
    std::atomic<int> right = 0;
    std::vector<std::thread> programs;
    for (int i = 0; i < 4; ++i) {
        programs.emplace_back([&] {
            for (int round = 0; round < 5; ++round) {
                right += users(qtio::loadLogs(cached(path(u"log"_s)))) == numbered(0, 3000) ? 1 : 0;
            }
        });
    }
    for (auto& program : programs) {
        program.join();
    }
    QCOMPARE(right.load(), 20);
    QCOMPARE(images().size(), 1);
}

QTEST_GUILESS_MAIN(LogSessionTest)
#include "log_session_test.moc"
