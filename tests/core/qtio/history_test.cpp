// SPDX-License-Identifier: GPL-3.0-or-later
// Every save is kept with who, when and why; nothing that goes wrong with that ever stops a save.
#include "core/qtio/files/config_history.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace qtio;
using namespace Qt::StringLiterals;
using Origin = HistoryEntry::Origin;

namespace {

struct World
{
    QTemporaryDir dir;
    QDateTime time{QDate(2026, 11, 21), QTime(9, 8, 7), Qt::UTC};
    QString path = file(u"config.ini"_s);
    ConfigHistory history{dir.filePath(u"data/history"_s), {u"taro"_s, u"mx1"_s}, [this] {
                              time = time.addSecs(1);
                              return time;
                          }};

    QString file(const QString& name) const
    {
        QFile made(dir.filePath(name));
        return made.open(QIODevice::WriteOnly) ? made.fileName() : QString();
    }

    /// The folder of the one config that has a history.
    QString folder() const
    {
        const QDir root(dir.filePath(u"data/history"_s));
        return root.filePath(root.entryList(QDir::Dirs | QDir::NoDotAndDotDot).value(0));
    }

    QString index() const { return folder() + u"/index.jsonl"_s; }

    QStringList texts() const { return QDir(folder()).entryList({u"*.ini"_s}); }

    void save(const QByteArray& before, const QByteArray& after, const QString& note = {}) const
    {
        QVERIFY(!history.keep({path, before, after, note}));
    }

    QByteArrayList contents() const
    {
        QByteArrayList all;
        for (const HistoryEntry& entry : history.list(path).entries)
            all += ConfigHistory::bytes(entry).value_or("(damaged)");
        return all;
    }
};

mode_t modeOf(const QString& path)
{
    struct stat info = {};
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & 07777 : 0;
}

void append(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    file.write(bytes);
}

} // namespace

class HistoryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstEntryIsWhatStoodThere();
    void aNewFileBeginsWithItself();
    void editsOfOthersAreKeptToo();
    void oneFileHasOneHistory();
    void anyBytesComeBack();
    void nobodyElseMayRead();
    void theOldestGoFirst_data();
    void theOldestGoFirst();
    void damagedEntriesAreLeftOut_data();
    void damagedEntriesAreLeftOut();
    void aTornLineDoesNotTakeTheNext();
    void whatCannotBeKeptIsTold();
    void aBusyHistoryIsTold();
    void theAuthorIsThisAccount();
};

void HistoryTest::theFirstEntryIsWhatStoodThere()
{
    World world;
    QVERIFY(world.history.list(world.path).entries.empty());
    world.save("old", "new", u"why \"so\"\n説明"_s);
    const auto entries = world.history.list(world.path).entries;
    QCOMPARE(entries.size(), std::size_t(2));
    QCOMPARE(entries[0].origin, Origin::Saved);
    QCOMPARE(entries[0].user, u"taro"_s);
    QCOMPARE(entries[0].host, u"mx1"_s);
    QCOMPARE(entries[0].note, u"why \"so\"\n説明"_s);
    QCOMPARE(entries[0].path, world.path);
    QCOMPARE(entries[0].time, QDateTime(QDate(2026, 11, 21), QTime(9, 8, 8), Qt::UTC));
    QCOMPARE(entries[1].origin, Origin::Found);
    QCOMPARE(entries[1].user, QString());
    QCOMPARE(world.contents(), QByteArrayList({"new", "old"}));
    world.save("new", "newer");
    QCOMPARE(world.contents(), QByteArrayList({"newer", "new", "old"}));
}

void HistoryTest::aNewFileBeginsWithItself()
{
    World world;
    QVERIFY(!world.history.keep({world.path, std::nullopt, "first", {}}));
    QCOMPARE(world.contents(), QByteArrayList({"first"}));
}

void HistoryTest::editsOfOthersAreKeptToo()
{
    World world;
    world.save("1", "2");
    world.save("by vi", "3");
    QCOMPARE(world.contents(), QByteArrayList({"3", "by vi", "2", "1"}));
    QCOMPARE(world.history.list(world.path).entries[1].origin, Origin::Found);
}

void HistoryTest::oneFileHasOneHistory()
{
    World world;
    QVERIFY(QFile::link(world.path, world.dir.filePath(u"link.ini"_s)));
    QVERIFY(!world.history.keep({world.dir.filePath(u"link.ini"_s), "1", "2", {}}));
    QCOMPARE(world.contents(), QByteArrayList({"2", "1"}));
    QVERIFY(world.history.list(world.file(u"other.ini"_s)).entries.empty());
    // What was saved by another name can be read when that name means something else.
    QFile::remove(world.dir.filePath(u"link.ini"_s));
    QCOMPARE(world.contents(), QByteArrayList({"2", "1"}));
    // The file may be gone.
    QFile::remove(world.path);
    QCOMPARE(world.contents(), QByteArrayList({"2", "1"}));
    // A place on another computer stands for itself.
    QVERIFY(!world.history.keep({u"ssh://mx1/etc/config.ini"_s, "a", "b", {}}));
    QCOMPARE(world.history.list(u"ssh://mx1/etc/config.ini"_s).entries.size(), std::size_t(2));
}

void HistoryTest::anyBytesComeBack()
{
    World world;
    const QByteArray odd("\xef\xbb\xbf[globals]\r\n\0\xff\x83\x5c", 19);
    world.save("", odd);
    QCOMPARE(world.contents(), QByteArrayList({odd, ""}));
}

void HistoryTest::nobodyElseMayRead()
{
    World world;
    world.save("1", "2");
    QCOMPARE(modeOf(world.dir.filePath(u"data/history"_s)), mode_t(0700));
    QCOMPARE(modeOf(world.folder()), mode_t(0700));
    for (const QString& name : QDir(world.folder()).entryList(QDir::Files | QDir::Hidden))
        QCOMPARE(modeOf(world.folder() + u'/' + name), mode_t(0600));
    QCOMPARE(QDir(world.folder()).entryList(QDir::Files | QDir::Hidden).size(), 3);
}

void HistoryTest::theOldestGoFirst_data()
{
    QTest::addColumn<int>("entries");
    QTest::addColumn<int>("bytes");
    QTest::addColumn<QByteArrayList>("left");
    QTest::newRow("entries") << 3 << 1000 << QByteArrayList({"e", "dddd", "ccc"});
    QTest::newRow("bytes") << 100 << 8 << QByteArrayList({"e", "dddd", "ccc"});
    QTest::newRow("the newest stays") << 100 << 0 << QByteArrayList({"e"});
}

void HistoryTest::theOldestGoFirst()
{
    QFETCH(int, entries);
    QFETCH(int, bytes);
    World world;
    world.history.setLimits({static_cast<std::size_t>(entries), bytes});
    QByteArray before("a");
    for (const char* after : {"bb", "ccc", "dddd", "e"}) {
        world.save(before, after);
        before = after;
    }
    QTEST(world.contents(), "left");
    QCOMPARE(world.texts().size(), world.contents().size());
}

void HistoryTest::damagedEntriesAreLeftOut_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("no JSON") << QByteArray("{\"time\":\n");
    QTest::newRow("bytes") << QByteArray("\0\xff\xfe{}[]\n", 8);
    QTest::newRow("another value") << QByteArray("[1,2]\n");
    QTest::newRow("empty object") << QByteArray("{}\n");
    QTest::newRow("a text that is not there")
        << "{\"time\":\"2026-01-01T00:00:00.000Z\",\"sha256\":\"" + QByteArray(64, 'a') + "\",\"size\":3}\n";
    QTest::newRow("a name that leads elsewhere") << QByteArray(
        "{\"time\":\"2026-01-01T00:00:00.000Z\",\"sha256\":\"../../../etc/passwd\",\"size\":3}\n");
}

void HistoryTest::damagedEntriesAreLeftOut()
{
    QFETCH(QByteArray, line);
    World world;
    world.save("1", "2");
    append(world.index(), line);
    QCOMPARE(world.history.list(world.path).damaged, 1);
    QCOMPARE(world.contents(), QByteArrayList({"2", "1"}));
    world.save("2", "3");
    QCOMPARE(world.contents(), QByteArrayList({"3", "2", "1"}));
    // A text that was changed is told when it is read, and mended when the same is saved again.
    const QString text = world.history.list(world.path).entries[0].textFile;
    QFile::remove(text);
    QCOMPARE(world.history.list(world.path).damaged, 2);
    append(text, "X");
    QCOMPARE(world.contents().first(), QByteArray("(damaged)"));
    world.save("3", "3");
    QCOMPARE(world.contents().first(), QByteArray("3"));
}

void HistoryTest::aTornLineDoesNotTakeTheNext()
{
    World world;
    world.save("1", "2");
    append(world.index(), "{\"time\":\"2026-");
    world.save("2", "3");
    QCOMPARE(world.contents(), QByteArrayList({"3", "2", "1"}));
    QCOMPARE(world.history.list(world.path).damaged, 1);
}

void HistoryTest::whatCannotBeKeptIsTold()
{
    World world;
    const ConfigHistory nowhere(world.path + u"/history"_s); // below a file
    const auto error = nowhere.keep({world.path, "1", "2", {}});
    QVERIFY(error && error->path.startsWith(world.path));
    QVERIFY(nowhere.list(world.path).entries.empty());
}

void HistoryTest::aBusyHistoryIsTold()
{
    World world;
    world.save("1", "2");
    const int folder = ::open(QFile::encodeName(world.folder()).constData(), O_RDONLY | O_DIRECTORY);
    QCOMPARE(::flock(folder, LOCK_EX), 0);
    QVERIFY(world.history.keep({world.path, "2", "3", {}}));
    ::close(folder);
    world.save("2", "3");
    QCOMPARE(world.contents(), QByteArrayList({"3", "2", "1"}));
}

void HistoryTest::theAuthorIsThisAccount()
{
    QVERIFY(!currentAuthor().user.isEmpty());
}

QTEST_GUILESS_MAIN(HistoryTest)
#include "history_test.moc"
