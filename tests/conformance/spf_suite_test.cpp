// SPDX-License-Identifier: GPL-3.0-or-later
// The conformance suite through the program that others run as well.
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Outcome
{
    int exitCode = -1;
    QString lastLine;
    QString all;
};

Outcome runSuite(const QString& path)
{
    QProcess program;
    program.start(qEnvironmentVariable("SPM_BIN_DIR") + u"/spf_suite"_s, {path});
    Outcome outcome;
    if (program.waitForFinished()) {
        outcome.exitCode = program.exitCode();
        outcome.all = QString::fromUtf8(program.readAllStandardOutput() + program.readAllStandardError());
        outcome.lastLine = outcome.all.trimmed().section(u'\n', -1);
    }
    return outcome;
}

} // namespace

class SpfSuiteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void rfc7208SuitePasses()
    {
        const QString path = QStringLiteral(SPM_SHARED_DIR) + u"/conformance/rfc7208-tests.yml"_s;
        if (!QFileInfo::exists(path)) {
            QSKIP("rfc7208SuitePasses: ../shared/conformance/rfc7208-tests.yml is not here");
        }
        const Outcome outcome = runSuite(path);
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.all));
        QCOMPARE(outcome.lastLine, u"203 passed, 0 failed"_s);
    }

    void speedPoliciesEvaluateAsWritten()
    {
        const Outcome outcome = runSuite(QStringLiteral(SPM_SOURCE_DIR) + u"/tests/bench/bench.yml"_s);
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.all));
        QCOMPARE(outcome.lastLine, u"3 passed, 0 failed"_s);
    }

    void anUnreadableFileIsSaidSo()
    {
        const Outcome outcome = runSuite(u"/nonexistent.yml"_s);
        QCOMPARE(outcome.exitCode, 3);
        QVERIFY(outcome.all.contains(u"nonexistent.yml"_s));
    }

    void aFileWithoutTestsIsNoSuccess_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no tests") << QByteArray("description: nothing\ntests: {}\nzonedata: {}\n");
    }

    void aFileWithoutTestsIsNoSuccess()
    {
        QFETCH(QByteArray, text);
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(text);
        file.close();
        const Outcome outcome = runSuite(file.fileName());
        QCOMPARE(outcome.exitCode, 3);
        QVERIFY2(outcome.all.contains(file.fileName()), qPrintable(outcome.all));
    }

    /// One that is wrong fails by its name; the others are run.
    void aWrongTestCostsNoOther()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(
            "description: mixed\ntests:\n  good: {host: 192.0.2.1, helo: e.com, mailfrom: a@e.com, result: "
            "pass}\n"
            "  wrong: 5\nzonedata:\n  e.com: [{SPF: v=spf1 ip4:192.0.2.1}]\n  odd.com: [{A: nonsense}]\n");
        file.close();
        const Outcome outcome = runSuite(file.fileName());
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.all.contains(u"FAILED wrong"_s) && outcome.all.contains(u"1 passed, 1 failed"_s) &&
                     outcome.all.contains(u"odd.com"_s),
                 qPrintable(outcome.all));
    }
};

QTEST_GUILESS_MAIN(SpfSuiteTest)
#include "spf_suite_test.moc"
