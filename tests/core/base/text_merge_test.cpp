// SPDX-License-Identifier: GPL-3.0-or-later
// Two people's changes of one text: nothing of either is lost unasked, and where git and diff3 see no
// conflict, the result is theirs byte for byte.
#include "core/base/text_merge.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace base;

namespace {

struct Merge
{
    std::vector<Piece> base;
    std::vector<Piece> mine;
    std::vector<Piece> theirs;
    std::vector<MergeChunk> chunks;

    Merge(std::string_view baseText, std::string_view myText, std::string_view theirText)
        : base(linePieces(baseText)),
          mine(linePieces(myText)),
          theirs(linePieces(theirText)),
          chunks(mergePieces(base, mine, theirs))
    {
    }

    std::size_t conflicts() const
    {
        return static_cast<std::size_t>(std::ranges::count(chunks, MergeKind::Conflict, &MergeChunk::kind));
    }

    std::string text(MergePick pick) const
    {
        return mergedText(chunks, mine, theirs, std::vector(conflicts(), pick));
    }

    /// No gap, no overlap in any of the three.
    bool isComplete() const
    {
        PieceRange a;
        PieceRange b;
        PieceRange c;
        for (const MergeChunk& chunk : chunks) {
            if (chunk.base.first != a.end() || chunk.mine.first != b.end() || chunk.theirs.first != c.end()) {
                return false;
            }
            a = chunk.base;
            b = chunk.mine;
            c = chunk.theirs;
        }
        return a.end() == base.size() && b.end() == mine.size() && c.end() == theirs.size();
    }
};

/// Lines that are told apart by number, so that there is one way to compare two texts.
std::vector<std::string> numbered(std::size_t count)
{
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < count; ++i) {
        lines.push_back("line " + std::to_string(i) + '\n');
    }
    return lines;
}

std::string joined(const std::vector<std::string>& lines)
{
    std::string text;
    for (const std::string& line : lines) {
        text += line;
    }
    return text;
}

std::vector<std::string> edited(std::vector<std::string> lines, std::mt19937& random, unsigned long edits)
{
    for (unsigned long i = 0; i < edits && !lines.empty(); ++i) {
        const auto place = lines.begin() + static_cast<std::ptrdiff_t>(random() % lines.size());
        const std::string fresh = "new " + std::to_string(random()) + '\n';
        switch (random() % 3) {
        case 0:
            *place = fresh;
            break;
        case 1:
            lines.insert(place, fresh);
            break;
        default:
            lines.erase(place);
        }
    }
    return lines;
}

} // namespace

class TextMergeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void cases_data()
    {
        QTest::addColumn<std::string>("base");
        QTest::addColumn<std::string>("mine");
        QTest::addColumn<std::string>("theirs");
        QTest::addColumn<std::size_t>("conflicts");
        QTest::addColumn<std::string>("withMine");
        QTest::addColumn<std::string>("withTheirs");
        QTest::addColumn<std::string>("withBoth");
        const auto row = [](const char* name, std::string base, std::string mine, std::string theirs,
                            std::size_t conflicts, std::string withMine, std::string withTheirs,
                            std::string withBoth) {
            QTest::newRow(name) << base << mine << theirs << conflicts << withMine << withTheirs << withBoth;
        };
        const auto clean = [&](const char* name, std::string base, std::string mine, std::string theirs,
                               std::string merged) {
            row(name, base, mine, theirs, 0, merged, merged, merged);
        };
        clean("nothing", "", "", "", "");
        clean("both from nothing", "", "a\n", "a\n", "a\n");
        clean("apart", "a\nb\nc\n", "A\nb\nc\n", "a\nb\nC\n", "A\nb\nC\n");
        clean("the same change", "a\nb\n", "a\nB\n", "a\nB\n", "a\nB\n");
        clean("one removes, one appends", "a\nb\nc\nd\n", "b\nc\nd\n", "a\nb\nc\nd\ne\n", "b\nc\nd\ne\n");
        clean("neighbours removed", "a\nb\nc\nd\n", "a\nc\nd\n", "a\nb\nd\n", "a\nd\n");
        clean("line ends kept", "a\r\nb\nc\r\nd", "A\r\nb\nc\r\nd", "a\r\nb\nc\r\nD", "A\r\nb\nc\r\nD");
        clean("byte order mark kept", "\xEF\xBB\xBF[a]\nb\nc\n", "\xEF\xBB\xBF[a]\nb\nC\n",
              "\xEF\xBB\xBF[a]\nx\nb\nc\n", "\xEF\xBB\xBF[a]\nx\nb\nC\n");
        row("the same line", "a\nb\nc\n", "a\nx\nc\n", "a\ny\nc\n", 1, "a\nx\nc\n", "a\ny\nc\n",
            "a\nx\ny\nc\n");
        row("both append", "a\n", "a\nx\n", "a\ny\n", 1, "a\nx\n", "a\ny\n", "a\nx\ny\n");
        row("neighbours changed", "a\nb\nc\nd\n", "a\nB\nc\nd\n", "a\nb\nC\nd\n", 1, "a\nB\nc\nd\n",
            "a\nb\nC\nd\n", "a\nB\nc\nb\nC\nd\n");
        row("removed and changed", "a\nb\nc\n", "a\nc\n", "a\nB\nc\n", 1, "a\nc\n", "a\nB\nc\n", "a\nB\nc\n");
        row("append behind what goes away", "a\nb\n", "a\n", "a\nb\nx\n", 1, "a\n", "a\nb\nx\n", "a\nb\nx\n");
        row("without final newline", "a\r\n", "a\r\nx", "a\r\ny", 1, "a\r\nx", "a\r\ny", "a\r\nx\r\ny");
        row("two conflicts", "a\nb\nc\n", "1\nb\n2\n", "3\nb\n4\n", 2, "1\nb\n2\n", "3\nb\n4\n",
            "1\n3\nb\n2\n4\n");
    }

    void cases()
    {
        QFETCH(std::string, base);
        QFETCH(std::string, mine);
        QFETCH(std::string, theirs);
        QFETCH(std::size_t, conflicts);
        const Merge merge(base, mine, theirs);
        QVERIFY(merge.isComplete());
        QCOMPARE(merge.conflicts(), conflicts);
        QTEST(merge.text(MergePick::Mine), "withMine");
        QTEST(merge.text(MergePick::Theirs), "withTheirs");
        QTEST(merge.text(MergePick::MineThenTheirs), "withBoth");
    }

    void eachConflictHasItsOwnAnswer()
    {
        const Merge merge("a\nb\nc\n", "1\nb\n2\n", "3\nb\n4\n");
        const std::vector picks{MergePick::Theirs, MergePick::Mine};
        QCOMPARE(mergedText(merge.chunks, merge.mine, merge.theirs, picks), std::string("3\nb\n2\n"));
    }

    /// A setting keeps its identity when its value changes: neighbours are then no matter.
    void rewordedPiecesStayClearOfTheirNeighbours()
    {
        const std::vector<Piece> base{{"fail", "fail = block\n"}, {"none", "none = bypass\n"}};
        const std::vector<Piece> mine{{"fail", "fail = tempblock\n"}, {"none", "none = bypass\n"}};
        const std::vector<Piece> theirs{
            {"fail", "fail = block\n"}, {"none", "none = block\n"}, {"pass", "pass = bypass\n"}};
        const auto chunks = mergePieces(base, mine, theirs);
        QVERIFY(std::ranges::none_of(
            chunks, [](const MergeChunk& chunk) { return chunk.kind == MergeKind::Conflict; }));
        QCOMPARE(mergedText(chunks, mine, theirs, {}),
                 std::string("fail = tempblock\nnone = block\npass = bypass\n"));
    }

    void whoeverChangedAloneWins()
    {
        std::mt19937 random(7208);
        for (int round = 0; round < 2000; ++round) {
            const auto text = [&] {
                std::string made;
                const unsigned long lines = random() % 25;
                for (unsigned long i = 0; i < lines; ++i) {
                    made += std::to_string(random() % (round % 3 == 0 ? 3 : 60)) +
                            (random() % 5 == 0 ? "\r\n" : "\n");
                }
                return random() % 3 == 0 ? made + "end" : made;
            };
            const std::string a = text();
            const std::string b = text();
            for (const auto& [base, mine, theirs] :
                 {std::tuple(a, a, b), std::tuple(a, b, a), std::tuple(a, b, b)}) {
                const Merge merge(base, mine, theirs);
                QCOMPARE(merge.conflicts(), std::size_t{0});
                QCOMPARE(merge.text(MergePick::Mine), b);
            }
            const std::string c = text();
            const Merge merge(a, b, c);
            QVERIFY(merge.isComplete());
            // Turned round it is the same question.
            const Merge turned(a, c, b);
            QCOMPARE(turned.conflicts(), merge.conflicts());
            QCOMPARE(turned.text(MergePick::Theirs), merge.text(MergePick::Mine));
        }
    }

    void agreesWithOtherTools_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("git") << QStringLiteral("git")
                             << QStringList{QStringLiteral("merge-file"), QStringLiteral("-p")};
        QTest::newRow("diff3") << QStringLiteral("diff3") << QStringList{QStringLiteral("-m")};
    }

    void agreesWithOtherTools()
    {
        QFETCH(QString, program);
        QFETCH(QStringList, arguments);
        if (QStandardPaths::findExecutable(program).isEmpty()) {
            QSKIP(qPrintable(program + QStringLiteral(" is not installed")));
        }
        const QTemporaryDir folder;
        const auto write = [&](const char* name, const std::string& text) {
            QFile file(folder.filePath(QLatin1String(name)));
            return file.open(QIODevice::WriteOnly) && file.write(QByteArray::fromStdString(text)) >= 0;
        };
        std::mt19937 random(4408);
        int clean = 0;
        for (int round = 0; round < 250; ++round) {
            const auto lines = numbered(30);
            const std::string base = joined(lines);
            const std::string mine = joined(edited(lines, random, 1 + random() % 4));
            const std::string theirs = joined(edited(lines, random, 1 + random() % 4));
            QVERIFY(write("mine", mine) && write("base", base) && write("theirs", theirs));
            QProcess process;
            process.setWorkingDirectory(folder.path());
            process.start(program, arguments + QStringList{QStringLiteral("mine"), QStringLiteral("base"),
                                                           QStringLiteral("theirs")});
            QVERIFY(process.waitForFinished());
            if (process.exitCode() != 0) {
                continue;
            }
            ++clean;
            const Merge merge(base, mine, theirs);
            QCOMPARE(merge.conflicts(), std::size_t{0});
            QCOMPARE(merge.text(MergePick::Mine), process.readAllStandardOutput().toStdString());
        }
        QVERIFY2(clean > 50, qPrintable(QString::number(clean)));
    }

    void longTextsWithFewChanges()
    {
        const auto lines = numbered(100'000);
        std::mt19937 random(1);
        const std::string base = joined(lines);
        const std::string mine = joined(edited(lines, random, 20));
        const std::string theirs = joined(edited(lines, random, 20));
        const Merge merge(base, mine, theirs);
        QVERIFY(merge.text(MergePick::Mine).size() > base.size() / 2);
        QVERIFY(merge.isComplete());
    }
};

QTEST_GUILESS_MAIN(TextMergeTest)
#include "text_merge_test.moc"
