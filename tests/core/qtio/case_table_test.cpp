// SPDX-License-Identifier: GPL-3.0-or-later
// The file of the test mails: what is read is written again, edits find their row in a file that has changed,
// nothing of another's columns is lost.
#include "core/qtio/tables/case_table.h"
#include "core/qtio/tables/csv.h"

#include <QRandomGenerator>
#include <QTest>

using namespace qtio;
using namespace Qt::StringLiterals;

namespace {

CaseCells row(const QString& sender, const QString& action, const QString& note = {})
{
    return {u"192.0.2.1"_s, {}, sender, u"fail"_s, action, note};
}

CaseTable table(const QByteArray& bytes)
{
    const auto parsed = CaseTable::parse(bytes);
    return parsed ? *parsed : CaseTable();
}

} // namespace

class CaseTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void writingGivesBackWhatWasRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("plain") << QByteArray("ip,helo,sender,result,action,note\n"
                                             "192.0.2.1,mx,a@example.com,fail,block,\"a, b\"\n");
        QTest::newRow("order, other columns, CRLF, mark")
            << QByteArray("\xef\xbb\xbfowner,action,ip,sender\r\nme,block,192.0.2.1,a@example.com\r\n");
        QTest::newRow("semicolons") << QByteArray(
            "ip;sender;action;note\n192.0.2.1;a@b.example;block;\"x;y\"\n");
        QTest::newRow("defused formulas") << QByteArray("ip,sender,action\n192.0.2.1,'@example.com,block\n"
                                                        "192.0.2.1,''=1+1,block\n192.0.2.1,'plain,block\n");
        QTest::newRow("short and wrong rows")
            << QByteArray("ip,sender,action,note\n192.0.2.1,a@example.com\nx,y,z,,,w\n");
    }

    void writingGivesBackWhatWasRead()
    {
        QFETCH(QByteArray, bytes);
        const auto parsed = CaseTable::parse(bytes);
        QVERIFY(parsed);
        QCOMPARE(parsed->bytes(), bytes);
    }

    void formulasComeBackAsTheyWere_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString& text : {u"=1+1"_s, u"'=1+1"_s, u"''-x"_s, u"'"_s, u"it's"_s, u"@example.com"_s,
                                    u"a\"b,c\nd"_s, QString(), u"日本"_s})
            QTest::newRow(qPrintable(u'<' + text)) << text;
    }

    void formulasComeBackAsTheyWere()
    {
        QFETCH(QString, text);
        CsvReader reader(csvCell(text.toStdString()) + ",\n");
        QCOMPARE(csvText(reader.next()->fields.first()), text);
    }

    void spreadsheetsMayWriteUtf16()
    {
        const QString text = u"\ufeffip\tsender\taction\r\n192.0.2.1\ta@example.com\tblock\r\n"_s;
        const CaseTable read = table(QByteArray(reinterpret_cast<const char*>(text.utf16()),
                                                text.size() * qsizetype(sizeof(char16_t))));
        QCOMPARE(read.rowCount(), std::size_t(1));
        QVERIFY(read.test(0));
        QCOMPARE(table(read.bytes()).cells(0), read.cells(0));
    }

    void editsFindTheirRowAgain()
    {
        CaseTable mine;
        const CaseCells first = row(u"a@example.com"_s, u"block"_s);
        const CaseCells second = row(u"b@example.com"_s, u"block"_s);
        mine.apply({{}, first, 0});
        mine.apply({{}, second, 0});
        // Somebody has put a row before them.
        CaseTable theirs;
        theirs.apply({{}, row(u"new@example.com"_s, u"bypass"_s), 0});
        theirs.apply({{}, first, 0});
        theirs.apply({{}, second, 0});
        const CaseCells changed = row(u"b@example.com"_s, u"tempblock"_s, u"note"_s);
        theirs.apply({second, changed, 1});
        theirs.apply({first, std::nullopt, 0});
        QCOMPARE(theirs.rowCount(), std::size_t(2));
        QCOMPARE(theirs.cells(1), changed);
        // What is not there any more is added; what is to be removed and gone is gone.
        theirs.apply({first, row(u"a@example.com"_s, u"skip"_s), 0});
        QCOMPARE(theirs.rowCount(), std::size_t(3));
        theirs.apply({first, std::nullopt, 0});
        QCOMPARE(theirs.rowCount(), std::size_t(3));
    }

    void missingColumnsAreMadeWhenNeeded()
    {
        CaseTable edited = table("owner,ip,sender,action\nme,192.0.2.1,a@example.com,block\n");
        const CaseCells before = edited.cells(0);
        CaseCells after = before;
        cell(after, CaseColumn::Note) = u"why"_s;
        edited.apply({before, after, 0});
        QCOMPARE(edited.bytes(),
                 QByteArray("owner,ip,sender,action,note\nme,192.0.2.1,a@example.com,block,why\n"));
    }

    void aRowIsATestMail()
    {
        const auto test = table("ip,helo,sender,result,action,note\n"
                                " 192.0.2.1 ,mx,<a@example.com>, PermError ,SKIP, why \n")
                              .test(0);
        QVERIFY(test);
        QCOMPARE(test->request.clientAddress, std::string("192.0.2.1"));
        QCOMPARE(test->request.sender, std::string("a@example.com"));
        QCOMPARE(test->assumed, std::optional(spf::Result::PermError));
        QCOMPARE(test->expected, policy::Action::Skip);
        QCOMPARE(test->note, std::string("why"));
    }

    void filesWithoutTestMails()
    {
        QCOMPARE(CaseTable::parse("").error(), CaseTableError::NoHeader);
        QCOMPARE(CaseTable::parse("ip,action\n").error(), CaseTableError::NoHeader);
        QCOMPARE(CaseTable::parse("ip,sender,action\n\x93\xfa,,\n").error(), CaseTableError::NotUtf8);
        QCOMPARE(CaseTable::parse("ip,sender,action\n,,\xe6").error(), CaseTableError::NotUtf8);
        QVERIFY(CaseTable::parse("ip,helo,action\n"));
    }

    /// Whatever the rows hold: written and read again, every cell says the same.
    void writingLosesNothing()
    {
        QRandomGenerator random(20251121);
        constexpr QByteArrayView letters = ",,;\t\"\"'=+@\r\n\n a1.";
        for (int round = 0; round < 2000; ++round) {
            QByteArray bytes = "ip,note,sender,action\n";
            for (int i = random.bounded(60); i > 0; --i)
                bytes += letters[random.bounded(letters.size())];
            const CaseTable read = table(bytes);
            const CaseTable again = table(read.bytes());
            QCOMPARE(again.rowCount(), read.rowCount());
            for (std::size_t row = 0; row < read.rowCount(); ++row)
                QCOMPARE(again.cells(row), read.cells(row));
        }
    }
};

QTEST_GUILESS_MAIN(CaseTableTest)
#include "case_table_test.moc"
