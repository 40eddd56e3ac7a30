// SPDX-License-Identifier: GPL-3.0-or-later
// Line differences: what is shown before a save must be exactly what the save does.
#include "core/base/line_diff.h"

#include <QElapsedTimer>
#include <QTest>

#include <random>
#include <string>

using namespace base;

namespace {

/// What the operations make of the old text; empty optional when they do not fit the texts.
std::optional<std::string> applied(std::string_view oldText, std::string_view newText,
                                   const std::vector<DiffOp>& ops)
{
    const auto oldLines = linesOf(oldText);
    const auto newLines = linesOf(newText);
    std::size_t oldLine = 0;
    std::size_t newLine = 0;
    std::string result;
    for (const DiffOp& op : ops) {
        if (op.oldLine != oldLine || op.newLine != newLine || op.count == 0) {
            return std::nullopt;
        }
        for (std::size_t i = 0; i < op.count; ++i) {
            if (op.kind == DiffKind::Keep && oldLines[oldLine] != newLines[newLine]) {
                return std::nullopt;
            }
            if (op.kind != DiffKind::Remove) {
                result += newLines[newLine++];
            }
            oldLine += op.kind != DiffKind::Insert ? 1 : 0;
        }
    }
    return oldLine == oldLines.size() ? std::optional(result) : std::nullopt;
}

std::string longText(int lines)
{
    std::string text;
    for (int i = 0; i < lines; ++i) {
        text += "  10." + std::to_string(i / 65536) + '.' + std::to_string(i / 256 % 256) + '.' +
                std::to_string(i % 256) + ",\n";
    }
    return text;
}

} // namespace

class LineDiffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void unifiedText_data()
    {
        QTest::addColumn<std::string>("oldText");
        QTest::addColumn<std::string>("newText");
        QTest::addColumn<std::string>("expected");
        const std::string head = "--- a\n+++ b\n";
        QTest::newRow("equal") << std::string("a\nb\n") << std::string("a\nb\n") << std::string();
        QTest::newRow("both empty") << std::string() << std::string() << std::string();
        QTest::newRow("from nothing")
            << std::string() << std::string("a\nb\n") << head + "@@ -0,0 +1,2 @@\n+a\n+b\n";
        QTest::newRow("to nothing") << std::string("a\n") << std::string() << head + "@@ -1 +0,0 @@\n-a\n";
        QTest::newRow("one changed") << std::string("a\nb\nc\n") << std::string("a\nx\nc\n")
                                     << head + "@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n";
        QTest::newRow("final newline lost") << std::string("a\n") << std::string("a")
                                            << head + "@@ -1 +1 @@\n-a\n+a\n\\ No newline at end of file\n";
        QTest::newRow("final newline gained") << std::string("a") << std::string("a\n")
                                              << head + "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n";
        QTest::newRow("none has a final newline")
            << std::string("a\nb") << std::string("x\nb")
            << head + "@@ -1,2 +1,2 @@\n-a\n+x\n b\n\\ No newline at end of file\n";
        QTest::newRow("line end changed") << std::string("a\r\nb\r\n") << std::string("a\nb\r\n")
                                          << head + "@@ -1,2 +1,2 @@\n-a\r\n+a\n b\r\n";
        QTest::newRow("two hunks")
            << std::string("1\n2\n3\n4\n5\n6\n7\n8\n9\n") << std::string("x\n2\n3\n4\n5\n6\n7\n8\ny\n")
            << head + "@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n 4\n@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+y\n";
        QTest::newRow("shared context is one hunk")
            << std::string("1\n2\n3\n4\n5\n6\n7\n8\n") << std::string("x\n2\n3\n4\n5\n6\n7\ny\n")
            << head + "@@ -1,8 +1,8 @@\n-1\n+x\n 2\n 3\n 4\n 5\n 6\n 7\n-8\n+y\n";
        QTest::newRow("appended") << std::string("1\n2\n3\n4\n5\n") << std::string("1\n2\n3\n4\n5\n6\n")
                                  << head + "@@ -3,3 +3,4 @@\n 3\n 4\n 5\n+6\n";
    }

    void unifiedText()
    {
        QFETCH(std::string, oldText);
        QFETCH(std::string, newText);
        QFETCH(std::string, expected);
        QCOMPARE(unifiedDiff("a", "b", oldText, newText), expected);
    }

    void operationsRebuildTheNewText()
    {
        std::mt19937 random(7208);
        for (int round = 0; round < 3000; ++round) {
            const auto text = [&] {
                std::string made;
                const unsigned long lines = random() % (round % 100 == 0 ? 900 : 30);
                for (unsigned long i = 0; i < lines; ++i) {
                    made += std::to_string(random() % (round % 3 == 0 ? 3 : 600)) + '\n';
                }
                return random() % 4 == 0 ? made + "end" : made;
            };
            const std::string a = text();
            const std::string b = text();
            const auto result = applied(a, b, diffLines(a, b));
            QVERIFY2(result.has_value(), qPrintable(QString::number(round)));
            QCOMPARE(*result, b);
        }
    }

    void fewChangesInALongText()
    {
        const std::string before = longText(100'000);
        std::string after = before;
        after.insert(after.find("  10.0.200.7,"), "  192.0.2.1,\n");
        after.erase(after.find("  10.1.100.9,\n"), 14);
        const std::string diff = unifiedDiff("a", "b", before, after);
        QCOMPARE(std::count(diff.begin(), diff.end(), '\n'), 2 + 2 * 8);
    }

    void unlikeLongTexts()
    {
        std::string before = longText(100'000);
        std::string after;
        const auto lines = linesOf(before);
        for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
            after += *line;
        }
        QElapsedTimer timer;
        timer.start();
        const auto result = applied(before, after, diffLines(before, after));
        QVERIFY(result && *result == after);
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_APPLESS_MAIN(LineDiffTest)
#include "line_diff_test.moc"
