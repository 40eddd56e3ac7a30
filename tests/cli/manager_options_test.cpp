// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of the GUI (INTERFACES.md): what it opens with, and what it refuses before a window.
#include "app/manager/options.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QStringList pages{u"welcome"_s, u"config"_s, u"maillog"_s};

ParsedOptions parsed(const QStringList& words)
{
    return parseOptions(QStringList{u"spf-policy-manager"_s} + words, pages);
}

} // namespace

class ManagerOptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingGiven();
    void allGiven();
    void toolkitOptionsPass();
    void farewells_data();
    void farewells();
    void refusals_data();
    void refusals();
};

void ManagerOptionsTest::nothingGiven()
{
    const ParsedOptions given = parsed({});
    QVERIFY(!given.farewell);
    QVERIFY(given.options.config.isEmpty());
    QVERIFY(given.options.logs.isEmpty());
    QVERIFY(given.options.page.isEmpty());
    QVERIFY(given.options.language.isEmpty());
    QVERIFY(!given.options.sample);
    QVERIFY(!given.options.readOnly);
}

void ManagerOptionsTest::allGiven()
{
    const ParsedOptions given =
        parsed({u"--log"_s, u"/var/log/mail.log"_s, u"--page"_s, u"maillog"_s, u"mx1:/etc/config.ini"_s,
                u"--log=mx1:journal"_s, u"--language"_s, u"ja"_s, u"--theme=dark"_s, u"--read-only"_s,
                u"--nameserver"_s, u"192.0.2.53:5353"_s, u"--zone"_s, u"a.zone"_s, u"--screenshot-tour"_s,
                u"shots"_s});
    QVERIFY2(!given.farewell, given.farewell ? qPrintable(given.farewell->text) : "");
    QCOMPARE(given.options.config, u"mx1:/etc/config.ini"_s);
    QCOMPARE(given.options.logs, (QStringList{u"/var/log/mail.log"_s, u"mx1:journal"_s}));
    QCOMPARE(given.options.page, u"maillog"_s);
    QCOMPARE(given.options.language, u"ja"_s);
    QCOMPARE(given.options.theme, u"dark"_s);
    QVERIFY(given.options.readOnly);
    QCOMPARE(given.options.nameserver, u"192.0.2.53:5353"_s);
    QCOMPARE(given.options.zone, u"a.zone"_s);
    QCOMPARE(given.options.tourFolder, u"shots"_s);
    QVERIFY(parsed({u"--sample"_s}).options.sample);
}

void ManagerOptionsTest::toolkitOptionsPass()
{
    const ParsedOptions given =
        parsed({u"-platform"_s, u"offscreen"_s, u"-style"_s, u"fusion"_s, u"a.ini"_s});
    QVERIFY(!given.farewell);
    QCOMPARE(given.options.config, u"a.ini"_s);
}

void ManagerOptionsTest::farewells_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("help") << u"--help"_s
                          << QStringList{u"CONFIG.INI"_s, u"--log"_s, u"--page"_s, u"--sample"_s,
                                         u"maillog"_s};
    QTest::newRow("h") << u"-h"_s << QStringList{u"--nameserver"_s};
    QTest::newRow("version") << u"--version"_s
                             << QStringList{QStringLiteral("spf-policy-manager " SPM_VERSION)};
    QTest::newRow("v") << u"-v"_s << QStringList{u"spf-policy-manager "_s};
}

void ManagerOptionsTest::farewells()
{
    QFETCH(QString, word);
    QFETCH(QStringList, expected);
    const ParsedOptions given = parsed({word});
    QVERIFY(given.farewell.has_value());
    QCOMPARE(given.farewell->status, 0);
    QVERIFY(!given.farewell->text.contains(u"--platform"_s)); // Qt's own are not offered
    for (const QString& text : expected) {
        QVERIFY2(given.farewell->text.contains(text), qPrintable(given.farewell->text));
    }
}

void ManagerOptionsTest::refusals_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("named"); // in the sentence
    QTest::newRow("unknown option") << QStringList{u"--colour"_s} << u"colour"_s;
    QTest::newRow("no value") << QStringList{u"--log"_s} << u"log"_s;
    QTest::newRow("two files") << QStringList{u"a.ini"_s, u"b.ini"_s} << u"config.ini"_s;
    QTest::newRow("page") << QStringList{u"--page"_s, u"moon"_s} << u"\"moon\""_s;
    QTest::newRow("language") << QStringList{u"--language"_s, u"fr"_s} << u"\"fr\""_s;
    QTest::newRow("theme") << QStringList{u"--theme"_s, u"pink"_s} << u"\"pink\""_s;
    QTest::newRow("name server") << QStringList{u"--nameserver"_s, u"192.0.2.53:port"_s}
                                 << u"\"192.0.2.53:port\""_s;
    QTest::newRow("sample and a file") << QStringList{u"--sample"_s, u"a.ini"_s} << u"--sample"_s;
}

void ManagerOptionsTest::refusals()
{
    QFETCH(QStringList, words);
    QFETCH(QString, named);
    const ParsedOptions given = parsed(words);
    QVERIFY(given.farewell.has_value());
    QCOMPARE(given.farewell->status, 2);
    QVERIFY2(given.farewell->text.contains(named), qPrintable(given.farewell->text));
    QVERIFY(given.farewell->text.startsWith(u"spf-policy-manager: "_s));
    QVERIFY(given.farewell->text.contains(u"--help"_s));
}

QTEST_GUILESS_MAIN(ManagerOptionsTest)
#include "manager_options_test.moc"
