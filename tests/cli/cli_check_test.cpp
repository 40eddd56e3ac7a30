// SPDX-License-Identifier: GPL-3.0-or-later
// `spfpolicy check`: the worked examples of SPEC 2.4, the JSON of INTERFACES.md, zones, drafts, recordings,
// batches.
#include "tests/cli/program.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

constexpr auto zoneText = R"($ORIGIN example.com.
$TTL 300
@       IN TXT "v=spf1 include:_spf.example.com exists:%{i}.list.example.com ~all"
_spf    IN TXT "v=spf1 ip4:192.0.2.0/24 mx -all"
_spf    IN MX 10 mx
mx      IN A 198.51.100.9
moved   IN CNAME strict
strict  IN TXT "v=spf1 -all exp=why.example.com"
why     IN TXT "%{i} may not send for %{d}"
broken  IN TXT "v=spf1 ip4:300.1.1.1 -all"
$FAILURE down servfail
)";

QStringList words(const QString& line)
{
    return line.split(u' ', Qt::SkipEmptyParts);
}

QString actionOf(const QString& postfixAction)
{
    if (postfixAction.startsWith(u'5')) {
        return u"block"_s;
    }
    return postfixAction.startsWith(u'4') ? u"tempblock"_s : u"bypass"_s;
}

} // namespace

class CliCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        writeFile(zone(), zoneText);
    }

    void workedExamples_data()
    {
        QTest::addColumn<QJsonObject>("example");
        QFile file(QStringLiteral(SPM_TEST_DATA "/decisions.jsonl"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        while (!file.atEnd()) {
            const QJsonObject example = QJsonDocument::fromJson(file.readLine()).object();
            if (!example.isEmpty()) {
                QTest::newRow(qPrintable(example[u"id"_s].toString())) << example;
            }
        }
    }

    void workedExamples()
    {
        QFETCH(QJsonObject, example);
        const QJsonObject request = example[u"req"_s].toObject();
        const QJsonObject results = example[u"spf"_s].toObject();
        // A domain that cannot be used stays none whatever is assumed.
        const QString assumed = results.contains(u"mailfrom"_s) ? results[u"mailfrom"_s].toString()
                                                                : results[u"helo"_s].toString(u"pass"_s);
        const Run run =
            spfpolicy({u"check"_s, u"--json"_s, u"--config"_s, u"-"_s, u"--assume-result"_s, assumed,
                       u"--ip"_s, request[u"client_address"_s].toString(), u"--sender"_s,
                       request[u"sender"_s].toString(), u"--helo"_s, request[u"helo_name"_s].toString(),
                       u"--protocol-state"_s, request[u"protocol_state"_s].toString(u"RCPT"_s)},
                      example[u"cfg"_s].toString().toUtf8());
        QCOMPARE(run.exit, 0);
        const QJsonObject decision = run.object()[u"decision"_s].toObject();
        const QString reply = decision[u"postfixAction"_s].toString();
        QVERIFY2(reply.startsWith(example[u"expect"_s].toString()), qPrintable(reply));
        QCOMPARE(decision[u"rule"_s], example[u"rule"_s]);
        if (example.contains(u"identity"_s)) {
            QCOMPARE(run.object()[u"identity"_s], example[u"identity"_s]);
        }
        const bool isSkip = run.object()[u"spf"_s].isNull();
        QCOMPARE(decision[u"action"_s].toString(), isSkip ? u"skip"_s : actionOf(reply));
    }

    void zoneRuns_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QString>("result");
        QTest::addColumn<QString>("mechanism");
        QTest::addColumn<int>("lookups");
        const auto row = [](const char* name, const char* options, const char* result, const char* mechanism,
                            int lookups) {
            QTest::newRow(name) << QString::fromUtf8(options) << QString::fromLatin1(result)
                                << QString::fromLatin1(mechanism) << lookups;
        };
        row("include matches", "--ip 192.0.2.7 --sender a@example.com", "pass", "include:_spf.example.com",
            1);
        row("mx inside the include", "--ip 198.51.100.9 --sender a@example.com", "pass",
            "include:_spf.example.com", 2);
        row("falls through", "--ip 203.0.113.7 --sender a@example.com", "softfail", "~all", 3);
        row("fail", "--ip 203.0.113.7 --sender a@strict.example.com", "fail", "-all", 0);
        row("no such name", "--ip 203.0.113.7 --sender a@nothere.example.com", "none", "", 0);
        row("syntax", "--ip 203.0.113.7 --sender a@broken.example.com", "permerror", "ip4:300.1.1.1", 0);
        row("server failure", "--ip 203.0.113.7 --sender a@down.example.com", "temperror", "", 0);
        row("draft over the zone",
            "--ip 203.0.113.7 --sender a@strict.example.com --record strict.example.com=v=spf1\u00a0+all",
            "pass", "+all", 0);
        row("draft behind an alias of the zone",
            "--ip 203.0.113.7 --sender a@moved.example.com --record strict.example.com=v=spf1\u00a0+all",
            "pass", "+all", 0);
        row("draft of the alias itself",
            "--ip 203.0.113.7 --sender a@moved.example.com --record moved.example.com=v=spf1\u00a0?all",
            "neutral", "?all", 0);
    }

    void zoneRuns()
    {
        QFETCH(QString, options);
        QStringList arguments = words(options);
        arguments.replaceInStrings(QString(QChar(0xa0)), u" "_s);
        const Run run = spfpolicy(QStringList{u"check"_s, u"--json"_s, u"--zone"_s, zone()} + arguments);
        QCOMPARE(run.exit, 0);
        const QJsonObject spf = run.object()[u"spf"_s].toObject();
        QTEST(spf[u"result"_s].toString(), "result");
        QTEST(spf[u"mechanism"_s].toString(), "mechanism");
        QTEST(spf[u"lookups"_s].toInt(), "lookups");
    }

    void explanationOnlyForFail()
    {
        const Run fail = spfpolicy({u"check"_s, u"--json"_s, u"--zone"_s, zone(), u"--ip"_s, u"203.0.113.7"_s,
                                    u"--sender"_s, u"a@strict.example.com"_s});
        QCOMPARE(fail.object()[u"spf"_s].toObject()[u"explanation"_s].toString(),
                 u"203.0.113.7 may not send for strict.example.com"_s);
        const Run pass = check(u"192.0.2.7"_s);
        QVERIFY(pass.object()[u"spf"_s].toObject()[u"explanation"_s].isNull());
    }

    void jsonHasTheKeysOfTheInterface()
    {
        const QJsonObject json = check(u"203.0.113.7"_s).object();
        QCOMPARE(sortedKeys(json), words(u"decision domain identity request spf"_s));
        QCOMPARE(sortedKeys(json[u"request"_s].toObject()), words(u"clientAddress helo sender"_s));
        QCOMPARE(sortedKeys(json[u"decision"_s].toObject()),
                 words(u"action entry header postfixAction rule"_s));
        QCOMPARE(sortedKeys(json[u"spf"_s].toObject()),
                 words(u"elapsedMs explanation lookups mechanism problem result trace voidLookups"_s));
        for (const QJsonValue& item : json[u"spf"_s].toObject()[u"trace"_s].toArray()) {
            verifyTraceItem(item.toObject());
        }
    }

    void traceTellsTheWholePath()
    {
        const QJsonArray trace = check(u"203.0.113.7"_s).object()[u"spf"_s].toObject()[u"trace"_s].toArray();
        QCOMPARE(trace.size(), 4);
        const QJsonObject record = trace[0].toObject();
        QCOMPARE(record[u"term"_s].toString(), u"v=spf1"_s);
        QCOMPARE(record[u"dns"_s].toArray()[0].toObject()[u"type"_s].toString(), u"TXT"_s);
        const QJsonObject include = trace[1].toObject();
        QCOMPARE(include[u"term"_s].toString(), u"include:_spf.example.com"_s);
        QCOMPARE(include[u"outcome"_s].toString(), u"no-match"_s);
        QCOMPARE(include[u"children"_s].toArray().size(), 3);
        QCOMPARE(include[u"dns"_s].toArray()[0].toObject()[u"name"_s].toString(), u"_spf.example.com"_s);
        QCOMPARE(include[u"dns"_s].toArray()[0].toObject()[u"ttl"_s].toInt(), 300);
        const QJsonObject macro = trace[2].toObject()[u"macro"_s].toObject();
        QCOMPARE(macro[u"to"_s].toString(), u"203.0.113.7.list.example.com"_s);
        QCOMPARE(trace[3].toObject()[u"outcome"_s].toString(), u"match"_s);
        QCOMPARE(trace[3].toObject()[u"lookups"_s].toInt(), 3);
        QCOMPARE(trace[3].toObject()[u"voidLookups"_s].toInt(), 1);
    }

    void recordedAnswersRepeatTheRun()
    {
        const QString saved = m_dir.filePath(u"saved.dns"_s);
        const Run first = check(u"203.0.113.7"_s, {u"--save-dns"_s, saved});
        QCOMPARE(first.exit, 0);
        const QStringList mail{u"check"_s,         u"--json"_s, u"--trace"_s, u"--sender"_s,
                               u"a@example.com"_s, u"--dns"_s,  saved,        u"--ip"_s};
        const Run again = spfpolicy(mail + QStringList{u"203.0.113.7"_s});
        const QJsonObject a = first.object()[u"spf"_s].toObject();
        const QJsonObject b = again.object()[u"spf"_s].toObject();
        QCOMPARE(b[u"result"_s], a[u"result"_s]);
        QCOMPARE(b[u"mechanism"_s], a[u"mechanism"_s]);
        QCOMPARE(b[u"lookups"_s], a[u"lookups"_s]);
        // Another address leads to a question that was not recorded.
        const Run other = spfpolicy(mail + QStringList{u"203.0.113.8"_s});
        QCOMPARE(other.object()[u"spf"_s].toObject()[u"result"_s].toString(), u"temperror"_s);
    }

    void provenAnswersAreMarked()
    {
        const QString saved = m_dir.filePath(u"signed.dns"_s);
        QCOMPARE(check(u"192.0.2.7"_s, {u"--save-dns"_s, saved}).exit, 0);
        QFile file(saved);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray answers = file.readAll();
        answers.replace("\"example.com\" TXT NOERROR", "\"example.com\" TXT NOERROR dnssec=1");
        file.resize(0);
        file.write(answers);
        file.close();
        const QStringList mail{u"check"_s, u"--trace"_s, u"--sender"_s, u"a@example.com"_s,
                               u"--dns"_s, saved,        u"--ip"_s,     u"192.0.2.7"_s};
        const QJsonArray trace =
            spfpolicy(mail + QStringList{u"--json"_s}).object()[u"spf"_s].toObject()[u"trace"_s].toArray();
        QCOMPARE(trace[0].toObject()[u"dns"_s].toArray()[0].toObject()[u"authenticated"_s], QJsonValue(true));
        QCOMPARE(trace[1].toObject()[u"dns"_s].toArray()[0].toObject()[u"authenticated"_s],
                 QJsonValue(false));
        const QString text = QString::fromUtf8(spfpolicy(mail).out);
        QCOMPARE(text.count(u"DNSSEC"_s), 1);
        QVERIFY2(text.contains(u"TXT example.com  NOERROR  ttl 300  DNSSEC  "_s), qPrintable(text));
    }

    void bothReadingsOfVoidAreShownWhereTheyDiffer()
    {
        const QStringList mail{u"check"_s,       u"--trace"_s,  u"--zone"_s,        zone(),       u"--ip"_s,
                               u"203.0.113.7"_s, u"--sender"_s, u"a@example.com"_s, u"--record"_s};
        const auto trace = [&](const QString& terms) {
            return QString::fromUtf8(spfpolicy(mail + QStringList{u"example.com=v=spf1 "_s + terms}).out);
        };
        const QString note = u"some do not count names that exist without such an address"_s;
        QVERIFY(!trace(u"a:gone.example.com ~all"_s).contains(note));
        const QString differs = trace(u"a:strict.example.com ~all"_s);
        QVERIFY2(differs.contains(note), qPrintable(differs));
        QVERIFY(differs.contains(u"Here: 1 of 2."_s));
        QVERIFY(trace(u"a:strict.example.com exists:why.example.com a:gone.example.com ~all"_s)
                    .contains(u"Other checkers may say 1 void look-ups and go on"_s));
    }

    void brokenZoneFilesAreNamedBriefly()
    {
        const QString path = m_dir.filePath(u"binary.zone"_s);
        QByteArray bytes = "$ORIGIN example.com.\n@ TXT \"v=spf1 +all\"\n";
        bytes += QByteArray("\x01\x02 \xff\x00\n", 6).repeated(200);
        writeFile(path, bytes);
        const Run run = spfpolicy({u"check"_s, u"--json"_s, u"--zone"_s, path, u"--ip"_s, u"192.0.2.1"_s,
                                   u"--sender"_s, u"a@example.com"_s});
        QCOMPARE(run.exit, 0);
        QCOMPARE(run.err.count('\n'), 11);
        QVERIFY2(run.err.contains("binary.zone, line 3: "), run.err.constData());
        QVERIFY2(run.err.contains("further lines with problems: 190"), run.err.constData());
        QCOMPARE(run.object()[u"spf"_s].toObject()[u"result"_s].toString(),
                 u"pass"_s); // what can be read counts
    }

    void batchKeepsTheOrderOfItsRows()
    {
        QByteArray csv = "sender,ip,helo\r\n";
        for (int i = 0; i < 200; ++i) {
            csv += "a@example.com,192.0.2." + QByteArray::number(i) + ",h.example.com\r\n";
        }
        csv += "a@example.com,nonsense,h\n\"quoted, local\"@example.com,192.0.2.1\n";
        const Run run = spfpolicy({u"check"_s, u"--batch"_s, u"-"_s, u"--json"_s, u"--zone"_s, zone()}, csv);
        QCOMPARE(run.exit, 0);
        const QByteArrayList lines = run.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 202);
        for (int i = 0; i < 202; ++i) {
            const QJsonObject json = QJsonDocument::fromJson(lines[i]).object();
            QCOMPARE(json[u"row"_s].toInt(), i + 1);
            QCOMPARE(json.contains(u"error"_s), i >= 200);
            if (i < 200) {
                QCOMPARE(json[u"spf"_s].toObject()[u"result"_s].toString(), u"pass"_s);
            }
        }
    }

    void batchNeedsItsHeader()
    {
        QCOMPARE(spfpolicy({u"check"_s, u"--batch"_s, u"-"_s}, "192.0.2.1,a,b\n").exit, 3);
        QCOMPARE(spfpolicy({u"check"_s, u"--batch"_s, u"-"_s}, "").exit, 3);
    }

    void reportForPeople()
    {
        const QStringList arguments{u"check"_s, u"--trace"_s,     u"--zone"_s,   zone(),
                                    u"--ip"_s,  u"203.0.113.7"_s, u"--sender"_s, u"a@strict.example.com"_s};
        const Run english = spfpolicy(arguments);
        QVERIFY(english.out.contains("fail"));
        QVERIFY(english.out.contains("globals.fail"));
        QVERIFY(english.out.contains("TXT strict.example.com"));
        QVERIFY(!english.out.contains('\x1b'));
        const Run japanese = spfpolicy(arguments, {}, u"ja_JP.UTF-8"_s);
        QVERIFY(QString::fromUtf8(japanese.out).contains(u"接続元IPアドレス"_s));
        QVERIFY(japanese.out.contains("globals.fail"));
    }

    void limitsAreOptions()
    {
        const Run few = check(u"192.0.2.1"_s, {u"--term-limit"_s, u"0"_s});
        QCOMPARE(few.object()[u"spf"_s].toObject()[u"result"_s].toString(), u"permerror"_s);
        const Run wrong = check(u"192.0.2.1"_s, {u"--time-limit"_s, u"0"_s});
        QCOMPARE(wrong.exit, 2);
        QVERIFY(wrong.err.contains("--time-limit"));
        QVERIFY(wrong.err.contains("600"));
    }

    /// Nothing was asked, so nothing may be said about an answer (RFC 7208 4.8, RFC 8616 4).
    void aNameThatCannotBeAskedIsCalledSo()
    {
        const auto trace = [](const QString& sender) {
            return QString::fromUtf8(spfpolicy({u"check"_s, u"--ip"_s, u"192.0.2.1"_s, u"--sender"_s, sender,
                                                u"--zone"_s, u"-"_s, u"--trace"_s},
                                               "ex.com. TXT \"v=spf1 exists:%{l}.x.ex.com -all\"\n",
                                               u"en_US.UTF-8"_s)
                                         .out);
        };
        QVERIFY(trace(u"a..b@ex.com"_s).contains(u"\"a..b.x.ex.com\" is no name that can be asked"_s));
        QVERIFY(trace(u"あ@ex.com"_s).contains(u"the local part cannot stand in a name"_s));
    }

    void draftsOfAnyType()
    {
        const auto result = [&](const QByteArray& drafts) {
            const Run run =
                spfpolicy({u"check"_s, u"--json"_s, u"--zone"_s, zone(), u"--sender"_s, u"a@example.com"_s,
                           u"--ip"_s, u"203.0.113.9"_s, u"--drafts"_s, u"-"_s},
                          drafts);
            return run.exit == 0 ? run.object()[u"spf"_s].toObject()[u"result"_s].toString()
                                 : QString::number(run.exit);
        };
        QCOMPARE(result(""), u"softfail"_s);
        QCOMPARE(result("mx.example.com. A 203.0.113.9\n"), u"pass"_s);
        QCOMPARE(result("_spf.example.com. TXT \"v=spf1 -all\"\nexample.com. TXT \"v=spf1 -all\"\n"),
                 u"fail"_s);
        QCOMPARE(result("mx.example.com. A nonsense\n"), u"3"_s); // nothing is judged by half a draft
    }

private:
    [[nodiscard]] QString zone() const { return m_dir.filePath(u"example.zone"_s); }

    [[nodiscard]] Run check(const QString& ip, const QStringList& more = {}) const
    {
        return spfpolicy(QStringList{u"check"_s, u"--json"_s, u"--trace"_s, u"--zone"_s, zone(),
                                     u"--sender"_s, u"a@example.com"_s, u"--ip"_s, ip} +
                         more);
    }

    static void verifyTraceItem(const QJsonObject& item)
    {
        for (const char* key : {"domain", "term", "span", "qualifier", "outcome", "lookups", "voidLookups",
                                "macro", "dns", "children"}) {
            QVERIFY2(item.contains(QLatin1String(key)), key);
        }
        QCOMPARE(item[u"span"_s].toArray().size(), 2);
        for (const QJsonValue& lookup : item[u"dns"_s].toArray()) {
            for (const char* key :
                 {"name", "type", "rcode", "answers", "ttl", "server", "ms", "authenticated"}) {
                QVERIFY2(lookup.toObject().contains(QLatin1String(key)), key);
            }
        }
        for (const QJsonValue& child : item[u"children"_s].toArray()) {
            verifyTraceItem(child.toObject());
        }
    }

    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(CliCheckTest)
#include "cli_check_test.moc"
