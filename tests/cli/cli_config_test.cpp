// SPDX-License-Identifier: GPL-3.0-or-later
// `spfpolicy config test`: verdicts, exit status, rows that are no test mails, live cases over a zone file.
#include "tests/cli/program.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

constexpr auto configText = "[globals]\nfail = block\nsoftfail = tempblock\nwhite_ip = 127.0.0.1\n"
                            "[*.example.net]\nsoftfail = block\n";
constexpr auto zoneText = "$TTL 300\n"
                          "example.com. TXT \"v=spf1 ip4:192.0.2.10 -all\"\n";

} // namespace

class CliConfigTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        writeFile(config(), configText);
        writeFile(path(u"zone"_s), zoneText);
    }

    void init() { QFile::remove(config() + u".tests.csv"_s); }

    void casesBesideTheConfigAreTried()
    {
        writeFile(config() + u".tests.csv"_s, "action,note,ip,helo,sender,result\n"
                                              "block,forged,192.0.2.66,mx.example.com,a@example.com,fail\n"
                                              "bypass,,192.0.2.66,,a@example.net,SoftFail\n"
                                              "skip,,127.0.0.1,localhost,<>,\n");
        const Run run = spfpolicy({u"config"_s, u"test"_s, config(), u"--json"_s});
        QCOMPARE(run.exit, 1);
        const QJsonArray rows = run.array();
        QCOMPARE(rows.size(), 3);
        const QJsonObject good = rows[0].toObject();
        QCOMPARE(good[u"row"_s].toInt(), 1);
        QCOMPARE(good[u"line"_s].toInt(), 2);
        QCOMPARE(good[u"got"_s].toString(), u"block"_s);
        QCOMPARE(good[u"rule"_s].toString(), u"globals.fail"_s);
        QCOMPARE(good[u"note"_s].toString(), u"forged"_s);
        QVERIFY(good[u"passed"_s].toBool());
        const QJsonObject bad = rows[1].toObject();
        QCOMPARE(bad[u"result"_s].toString(), u"softfail"_s);
        QCOMPARE(bad[u"expected"_s].toString(), u"bypass"_s);
        QCOMPARE(bad[u"got"_s].toString(), u"block"_s);
        QCOMPARE(bad[u"rule"_s].toString(), u"*.example.net.softfail"_s);
        QVERIFY(!bad[u"passed"_s].toBool());
        const QJsonObject skipped = rows[2].toObject();
        QCOMPARE(skipped[u"rule"_s].toString(), u"white_ip"_s);
        QVERIFY(skipped[u"spf"_s].isNull());
        QVERIFY(skipped[u"passed"_s].toBool());
    }

    void theReportNamesWhatFailed()
    {
        writeFile(config() + u".tests.csv"_s, "ip,sender,result,action,note\n"
                                              "192.0.2.66,a@example.com,fail,block\n"
                                              "192.0.2.66,b@example.com,fail,tempblock,\"first, this\"\n");
        const Run run = spfpolicy({u"config"_s, u"test"_s, config()});
        QCOMPARE(run.exit, 1);
        const QString text = QString::fromUtf8(run.out);
        QVERIFY2(text.contains(u"failed  2  192.0.2.66 <b@example.com> fail\n"
                               "        expected tempblock, got block: globals.fail\n"_s),
                 run.out);
        QVERIFY2(text.contains(u"first, this"_s), run.out);
        QVERIFY2(text.endsWith(u"2 test mails: 1 ok, 1 failed\n"_s), run.out);
    }

    void rowsThatAreNoTestMailsFail_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("word");
        QTest::newRow("address") << QByteArray("192.0.2.256,a@example.com,fail,block") << u"192.0.2.256"_s;
        QTest::newRow("no address") << QByteArray(",a@example.com,fail,block") << u"ip"_s;
        QTest::newRow("result") << QByteArray("192.0.2.1,a@example.com,hardfail,block") << u"hardfail"_s;
        QTest::newRow("action") << QByteArray("192.0.2.1,a@example.com,fail,reject") << u"reject"_s;
        QTest::newRow("no action") << QByteArray("192.0.2.1,a@example.com,fail") << u"bypass"_s;
        QTest::newRow("fields") << QByteArray("192.0.2.1,a@example.com,fail,block,a,b") << u"“b”"_s;
        QTest::newRow("quote") << QByteArray("192.0.2.1,\"a@example.com,fail,block") << u"quotation"_s;
    }

    void rowsThatAreNoTestMailsFail()
    {
        QFETCH(QByteArray, row);
        QFETCH(QString, word);
        const QByteArray file =
            "ip,sender,result,action,note\n192.0.2.1,a@example.com,pass,bypass,\n" + row + '\n';
        writeFile(config() + u".tests.csv"_s, file);
        const Run text = spfpolicy({u"config"_s, u"test"_s, config()});
        QCOMPARE(text.exit, 1);
        QVERIFY2(text.out.contains("line 3"), text.out);
        QVERIFY2(QString::fromUtf8(text.out).contains(word), text.out);
        const Run json = spfpolicy({u"config"_s, u"test"_s, config(), u"--json"_s});
        const QJsonObject bad = json.array()[1].toObject();
        QVERIFY(!bad[u"passed"_s].toBool());
        QVERIFY(bad[u"error"_s].toString().contains(word));
        QVERIFY(json.array()[0].toObject()[u"passed"_s].toBool());
    }

    void liveCasesAskTheZone()
    {
        writeFile(path(u"cases"_s), "\xef\xbb\xbfIP;HELO;Sender;Result;Action\r\n"
                                    "192.0.2.10;;a@example.com;live;bypass\r\n"
                                    "192.0.2.11;;a@example.com;;block\r\n"
                                    "192.0.2.11;mx;a@[192.0.2.1];fail;bypass\r\n");
        const Run run = spfpolicy({u"config"_s, u"test"_s, config(), u"--cases"_s, path(u"cases"_s),
                                   u"--zone"_s, path(u"zone"_s), u"--json"_s});
        QCOMPARE(run.exit, 0);
        const QJsonArray rows = run.array();
        QCOMPARE(rows[0].toObject()[u"spf"_s].toString(), u"pass"_s);
        QCOMPARE(rows[0].toObject()[u"result"_s].toString(), u"live"_s);
        QCOMPARE(rows[1].toObject()[u"rule"_s].toString(), u"globals.fail"_s);
        QCOMPARE(rows[2].toObject()[u"spf"_s].toString(), u"none"_s); // a literal cannot be checked
    }

    void standardInputHoldsEither()
    {
        const QByteArray cases("ip,sender,result,action\n192.0.2.1,a@example.com,fail,block\n");
        QCOMPARE(spfpolicy({u"config"_s, u"test"_s, config(), u"--cases"_s, u"-"_s}, cases).exit, 0);
        writeFile(path(u"cases"_s), cases);
        QCOMPARE(spfpolicy({u"config"_s, u"test"_s, u"-"_s, u"--cases"_s, path(u"cases"_s)}, configText).exit,
                 0);
    }

    void filesAndWordsThatCannotBeUsed_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exit");
        writeFile(path(u"no-header"_s), "192.0.2.1,a@example.com,fail,block\n");
        writeFile(path(u"empty"_s), "");
        writeFile(path(u"sjis"_s),
                  "ip,sender,result,action,note\n192.0.2.1,a@example.com,fail,block,\x93\xfa\n");
        QTest::newRow("no cases file") << QStringList{config()} << 3;
        QTest::newRow("no config") << QStringList{path(u"none.ini"_s)} << 3;
        QTest::newRow("no header") << QStringList{config(), u"--cases"_s, path(u"no-header"_s)} << 3;
        QTest::newRow("empty") << QStringList{config(), u"--cases"_s, path(u"empty"_s)} << 3;
        QTest::newRow("not UTF-8") << QStringList{config(), u"--cases"_s, path(u"sjis"_s)} << 3;
        QTest::newRow("no file") << QStringList{} << 2;
        QTest::newRow("input without cases") << QStringList{u"-"_s} << 2;
        QTest::newRow("both from input") << QStringList{u"-"_s, u"--cases"_s, u"-"_s} << 2;
        QTest::newRow("two sources of DNS")
            << QStringList{config(), u"--zone"_s, u"z"_s, u"--nameserver"_s, u"192.0.2.53"_s} << 2;
        QTest::newRow("limit") << QStringList{config(), u"--term-limit"_s, u"x"_s} << 2;
    }

    void filesAndWordsThatCannotBeUsed()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exit);
        const Run run = spfpolicy(QStringList{u"config"_s, u"test"_s} + arguments);
        QCOMPARE(run.exit, exit);
        QVERIFY(run.out.isEmpty());
        QVERIFY(!run.err.isEmpty());
    }

private:
    [[nodiscard]] QString path(const QString& name) const { return m_dir.filePath(name); }

    [[nodiscard]] QString config() const { return path(u"config.ini"_s); }

    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(CliConfigTest)
#include "cli_config_test.moc"
