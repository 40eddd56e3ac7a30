// SPDX-License-Identifier: GPL-3.0-or-later
// Differences of two texts: complete, shortest, with the changed words.
#include "ui/common/text_diff.h"

#include <QRandomGenerator>
#include <QTest>

using ui::DiffRow;
using ui::diffTexts;

class TextDiffTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void counts_data();
    void counts();
    void changedWordsAreMarked();
    void equalLinesAreFolded();
    void bothTextsCanBeReadBackFromTheRows();
    void unifiedFormIsThatOfDiff();
    void hugeRewritesEnd();
};

void TextDiffTest::counts_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<int>("removed");
    QTest::addColumn<int>("added");
    QTest::newRow("both empty") << "" << "" << 0 << 0;
    QTest::newRow("equal") << "a\nb\n" << "a\nb\n" << 0 << 0;
    QTest::newRow("line ends do not differ") << "a\r\nb\r\n" << "a\nb\n" << 0 << 0;
    QTest::newRow("from nothing") << "" << "a\nb\n" << 0 << 2;
    QTest::newRow("to nothing") << "a\nb\n" << "" << 2 << 0;
    QTest::newRow("one changed") << "a\nb\nc\n" << "a\nx\nc\n" << 1 << 1;
    QTest::newRow("one inserted") << "a\nc\n" << "a\nb\nc\n" << 0 << 1;
    QTest::newRow("one removed") << "a\nb\nc\n" << "a\nc\n" << 1 << 0;
    QTest::newRow("moved") << "a\nb\nc\n" << "b\nc\na\n" << 1 << 1;
    QTest::newRow("classic") << "a\nb\nc\na\nb\nb\na\n" << "c\nb\na\nb\na\nc\n" << 3 << 2;
}

void TextDiffTest::counts()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const ui::TextDiff diff = diffTexts(before, after);
    QTEST(diff.removed, "removed");
    QTEST(diff.added, "added");
}

void TextDiffTest::changedWordsAreMarked()
{
    const ui::TextDiff diff =
        diffTexts(QStringLiteral("softfail = bypass"), QStringLiteral("softfail = tempblock"));
    QCOMPARE(diff.rows.size(), 1);
    const DiffRow& row = diff.rows.first();
    QCOMPARE(row.kind, DiffRow::Kind::Changed);
    QCOMPARE(row.oldWords, (QList<ui::DiffSpan>{{11, 6}}));
    QCOMPARE(row.newWords, (QList<ui::DiffSpan>{{11, 9}}));
    // Lines without a common word are shown as a whole.
    const DiffRow other = diffTexts(QStringLiteral("alpha"), QStringLiteral("[omega]")).rows.first();
    QVERIFY(other.oldWords.isEmpty() && other.newWords.isEmpty());
}

void TextDiffTest::equalLinesAreFolded()
{
    QStringList lines;
    for (int i = 1; i <= 40; ++i)
        lines.append(QString::number(i));
    QStringList changed = lines;
    changed[19] = QStringLiteral("twenty");
    const ui::TextDiff diff = diffTexts(lines.join(u'\n'), changed.join(u'\n'));
    QCOMPARE(diff.rows.size(), 1 + 3 + 1 + 3 + 1);
    QCOMPARE(diff.rows.first().kind, DiffRow::Kind::Folded);
    QCOMPARE(diff.rows.first().folded, 16);
    QCOMPARE(diff.rows.last().folded, 17);
    QCOMPARE(diffTexts(lines.join(u'\n'), changed.join(u'\n'), -1).rows.size(), 40);
}

void TextDiffTest::bothTextsCanBeReadBackFromTheRows()
{
    QRandomGenerator random(7208);
    for (int round = 0; round < 300; ++round) {
        QStringList before;
        QStringList after;
        for (int i = random.bounded(12); i > 0; --i)
            before.append(QString(QChar(u'a' + random.bounded(4))));
        for (int i = random.bounded(12); i > 0; --i)
            after.append(QString(QChar(u'a' + random.bounded(4))));
        QStringList oldBack;
        QStringList newBack;
        for (const DiffRow& row : diffTexts(before.join(u'\n'), after.join(u'\n'), -1).rows) {
            if (row.oldNumber > 0)
                oldBack.append(row.oldText);
            if (row.newNumber > 0)
                newBack.append(row.newText);
        }
        QCOMPARE(oldBack, before);
        QCOMPARE(newBack, after);
    }
}

void TextDiffTest::unifiedFormIsThatOfDiff()
{
    QCOMPARE(ui::unifiedText(QStringLiteral("a\nb\nc\n"), QStringLiteral("a\nx\nc\n")),
             QStringLiteral(" a\n-b\n+x\n c\n"));
}

void TextDiffTest::hugeRewritesEnd()
{
    QStringList before;
    QStringList after;
    for (int i = 0; i < 20000; ++i) {
        before.append(QStringLiteral("old %1").arg(i));
        after.append(QStringLiteral("new %1").arg(i));
    }
    const ui::TextDiff diff = diffTexts(before.join(u'\n'), after.join(u'\n'));
    QCOMPARE(diff.removed, 20000);
    QCOMPARE(diff.added, 20000);
}

QTEST_APPLESS_MAIN(TextDiffTest)
#include "text_diff_test.moc"
