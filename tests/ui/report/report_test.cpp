// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the program: reports that are well-formed whatever strangers wrote into the log, letters that
// give evidence and no one else's address, files with the bytes of the command line.
#include "core/maillog/reader.h"
#include "core/qtio/log/log_export.h"
#include "core/qtio/log/log_loader.h"
#include "core/qtio/tables/csv.h"
#include "ui/report/filter_text.h"
#include "ui/report/html_report.h"
#include "ui/report/postmaster_letter.h"
#include "ui/report/safe_text.h"

#include <QBuffer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using words::Language;

namespace {

/// A log out of lines, read by the reader that the program has.
struct LogOf
{
    QTemporaryDir folder;
    qtio::LoadedLogs logs;

    explicit LogOf(const QByteArray& text)
    {
        const QString path = folder.filePath(u"maillog"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
            qFatal("cannot write %s", qPrintable(path));
        }
        file.close();
        qtio::LogRequest request;
        request.paths = {path};
        request.year = 2025;
        request.zone = maillog::ZoneRules::fixed(9 * 3600);
        logs = qtio::loadLogs(request);
    }

    [[nodiscard]] const maillog::Log& log() const { return *logs.log; }

    [[nodiscard]] QString line(maillog::Row row) const
    {
        const std::string_view text = logs.line(row);
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    }
};

/// A line of our daemon.
QByteArray lineOf(const QByteArray& result, const QByteArray& action, const QByteArray& helo = "mx.a.example",
                  const QByteArray& sender = "taro@a.example", const QByteArray& ip = "198.51.100.7")
{
    return "Nov 21 04:41:07 mx1 SPFPolicyd[2214]: action=" + action + " result=" + result +
           " identity=mailfrom domain=" + sender.mid(sender.indexOf('@') + 1) + " rule=globals." + result +
           " client-ip=" + ip + " helo=" + helo + " envelope-from=<" + sender +
           "> to=<hanako@b.example> instance=4f2.66.0\n";
}

report::LogReport reportOf(const maillog::Log& log, const report::LogReportRequest& request)
{
    return *report::logReport(log, maillog::RowSet::all(log), request);
}

/// Text of all elements of that name.
QStringList textsOf(const QByteArray& html, const QString& element)
{
    QStringList texts;
    QXmlStreamReader xml(html);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == element) {
            texts.append(xml.readElementText(QXmlStreamReader::IncludeChildElements));
        }
    }
    return texts;
}

QString errorOf(const QByteArray& html)
{
    QXmlStreamReader xml(html);
    while (!xml.atEnd()) {
        xml.readNext();
    }
    return xml.hasError() ? xml.errorString() : QString();
}

const report::LogReportRequest usual{.language = Language::English,
                                     .title = {},
                                     .logs = {u"maillog"_s},
                                     .filterExpression = {},
                                     .filter = {},
                                     .made = QDateTime(QDate(2025, 11, 21), QTime(6, 0), Qt::UTC),
                                     .offsetMinutes = 540};

} // namespace

class ReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lettersNameTheCure_data();
    void lettersNameTheCure();
    void lettersHideTheRecipient();
    void lettersHideOurNames();
    void lettersNeedADomain();
    void mailFilesAreMessages();
    void linksAreCutAtALine();
    void linesAreMasked_data();
    void linesAreMasked();
    void reportsCount();
    void reportsCountRepeats();
    void reportsAreWellFormed_data();
    void reportsAreWellFormed();
    void longNamesLoseTheirMiddle();
    void recipientsAreMasked();
    void reportsCanBeCancelled();
    void filtersAreTold_data();
    void filtersAreTold();
    void coloursAreThoseOfTheWindow();
    void chartsHoldEveryCheck();
    void exportsAreWhatTheCommandLineWrites();
    void rowsAreTextOfUtf8();
    void exportsForExcelRunNothing();
    void exportsForExcelAreReadByPeople();
    void exportsLeaveOutWhatNeverBecameACheck();
    void exportsHaveNoLimit();
};

void ReportTest::lettersNameTheCure_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QStringList>("english");
    QTest::addColumn<QStringList>("japanese");
    const QStringList add{u"ip4:198.51.100.7"_s, u"TXT"_s};
    QTest::newRow("fail") << lineOf("fail", "block") << add + QStringList{u"rejected"_s, u"SRS"_s}
                          << add + QStringList{u"受信を拒否しました"_s, u"追加していただけますでしょうか"_s};
    QTest::newRow("softfail") << lineOf("softfail", "tempblock")
                              << add + QStringList{u"deferred"_s, u"~all"_s}
                              << add + QStringList{u"一時的に受信を拒否しました"_s, u"~all"_s};
    QTest::newRow("neutral") << lineOf("neutral", "bypass") << add + QStringList{u"accepted"_s}
                             << add + QStringList{u"受信しました"_s, u"可否が示されていません"_s};
    QTest::newRow("none") << lineOf("none", "block")
                          << QStringList{u"v=spf1 ip4:198.51.100.7 -all"_s, u"No SPF record was found"_s}
                          << QStringList{u"v=spf1 ip4:198.51.100.7 -all"_s, u"見つからない"_s};
    QTest::newRow("temperror") << lineOf("temperror", "tempblock")
                               << QStringList{u"name servers"_s, u"DNSSEC"_s}
                               << QStringList{u"ネームサーバ"_s, u"DNSSEC"_s};
    QTest::newRow("permerror") << lineOf("permerror", "block")
                               << QStringList{u"exactly one record"_s, u"10"_s}
                               << QStringList{u"1 つだけ"_s, u"10 回以内"_s};
    QTest::newRow("IPv6") << lineOf("fail", "block", "mx.a.example", "taro@a.example", "2001:db8::7")
                          << QStringList{u"ip6:2001:db8::7"_s} << QStringList{u"ip6:2001:db8::7"_s};
}

void ReportTest::lettersNameTheCure()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QStringList, english);
    QFETCH(const QStringList, japanese);
    const LogOf log(line);
    QCOMPARE(log.log().size(), std::size_t(1));
    const maillog::Check check = log.log()[0];
    const report::Letter en = report::postmasterLetter(check, log.line(0), Language::English);
    const report::Letter ja = report::postmasterLetter(check, log.line(0), Language::Japanese);
    const QString result = QString::fromLatin1(spf::word(*check.result).data());
    for (const report::Letter& letter : {en, ja}) {
        QCOMPARE(letter.to, u"postmaster@a.example"_s);
        QVERIFY(letter.subject.contains(result));
        for (const QString& fact : {u"2025-11-21 04:41:07 (UTC+09:00) = 2025-11-20 19:41:07 UTC"_s,
                                    u"mx.a.example"_s, u"<taro@a.example>"_s, u"mx1"_s, result}) {
            QVERIFY2(letter.body.contains(fact), qPrintable(fact + u'\n' + letter.body));
        }
        QVERIFY2(!letter.body.contains(u'%'), qPrintable(letter.body)); // every place was filled
    }
    for (const QString& text : english) {
        QVERIFY2(en.body.contains(text), qPrintable(text + u'\n' + en.body));
    }
    QVERIFY(ja.body.contains(u"お世話になっております。"_s));
    for (const QString& text : japanese) {
        QVERIFY2(ja.body.contains(text), qPrintable(text + u'\n' + ja.body));
    }
}

void ReportTest::lettersHideTheRecipient()
{
    const LogOf log(lineOf("fail", "block"));
    for (const Language language : {Language::English, Language::Japanese}) {
        const report::Letter letter = report::postmasterLetter(log.log()[0], log.line(0), language);
        QVERIFY(!letter.body.contains(u"hanako"_s));
        QVERIFY(letter.body.contains(u"to=<***@b.example>"_s));
        QVERIFY(letter.body.contains(u"envelope-from=<taro@a.example>"_s));
    }
}

void ReportTest::lettersHideOurNames()
{
    const LogOf log(lineOf("fail", "block", "\"a rule=b c\"").replace("66.0", "66.0 queue-id=4QX"));
    const QString body = report::postmasterLetter(log.log()[0], log.line(0), Language::English).body;
    for (const QString& own : {u" rule=globals"_s, u"instance="_s, u"queue-id="_s, u"4QX"_s}) {
        QVERIFY2(!body.contains(own), qPrintable(body));
    }
    QVERIFY2(body.contains(u"domain=a.example client-ip=198.51.100.7 helo=\"a rule=b c\""_s),
             qPrintable(body));
}

void ReportTest::lettersNeedADomain()
{
    maillog::Check check;
    QVERIFY(!report::domainAsked(check));
    check.helo = "localhost";
    QVERIFY(!report::domainAsked(check));
    check.helo = "[192.0.2.1]";
    QVERIFY(!report::domainAsked(check));
    check.helo = "mx.a.example";
    QCOMPARE(report::domainAsked(check), u"mx.a.example"_s); // the null sender: HELO was checked
    check.domain = "B.example";
    QCOMPARE(report::domainAsked(check), u"b.example"_s);
    check.domain = "b..example";
    QVERIFY(!report::domainAsked(check));
}

void ReportTest::mailFilesAreMessages()
{
    const report::Letter letter{u"postmaster@a.example"_s,
                                u"a.example からのメールの SPF 評価結果(softfail)について、ご確認のお願い"_s,
                                u"一行目\n二行目\n"_s};
    const QByteArray mail = report::mailFile(letter);
    const qsizetype empty = mail.indexOf("\r\n\r\n");
    QVERIFY(empty > 0);
    for (const QByteArray& line : mail.split('\n')) {
        QVERIFY2(line.size() <= 77, line.constData());
    }
    QString subject;
    QByteArray folded = mail.mid(mail.indexOf("Subject: ") + 9);
    folded = folded.left(folded.indexOf("\r\nMIME"));
    for (const QByteArray& word : folded.replace("\r\n", "").split(' ')) {
        QVERIFY(word.size() <= 75);
        const QString piece = QString::fromUtf8(QByteArray::fromBase64(word.mid(10).chopped(2)));
        QVERIFY(!piece.contains(QChar(0xFFFD))); // no character is parted
        subject += piece;
    }
    QCOMPARE(subject, letter.subject);
    QCOMPARE(QString::fromUtf8(QByteArray::fromBase64(mail.mid(empty + 4).replace("\r\n", ""))),
             u"一行目\r\n二行目\r\n"_s);
}

void ReportTest::linksAreCutAtALine()
{
    report::Letter letter{u"postmaster@a.example"_s, u"SPF & more"_s, u"one\ntwo\nthree"_s};
    const report::MailLink whole = report::mailLink(letter);
    QVERIFY(!whole.isCut);
    QCOMPARE(whole.url.toEncoded(),
             QByteArray("mailto:postmaster@a.example?subject=SPF%20%26%20more&body=one%0D%0Atwo%0D%0Athree"));
    letter.body = QString(u"日本語の長い本文\n"_s).repeated(5000);
    const report::MailLink cut = report::mailLink(letter);
    QVERIFY(cut.isCut);
    QVERIFY(cut.url.isValid());
    QVERIFY(cut.url.toEncoded().size() <= 16'000);
    QVERIFY(cut.url.toEncoded().endsWith(QUrl::toPercentEncoding(u"本文"_s)));
}

void ReportTest::linesAreMasked_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("expected");
    QTest::newRow("recipient") << u"from=<taro@a.example> to=<hanako@b.example>"_s
                               << u"from=<taro@a.example> to=<***@b.example>"_s;
    QTest::newRow("web address")
        << u"http://x/Why?s=mfrom;id=taro%40a.example;ip=192.0.2.1;r=hanako%40b.example"_s
        << u"http://x/Why?s=mfrom;id=taro%40a.example;ip=192.0.2.1;r=***%40b.example"_s;
    QTest::newRow("any case") << u"<TARO@A.example> <Hanako@B.example>"_s
                              << u"<TARO@A.example> <***@B.example>"_s;
    QTest::newRow("nothing to hide") << u"client-ip=192.0.2.1; helo=mx"_s
                                     << u"client-ip=192.0.2.1; helo=mx"_s;
}

void ReportTest::linesAreMasked()
{
    QFETCH(const QString, line);
    QFETCH(const QString, expected);
    QCOMPARE(report::maskedLine(line, u"taro@a.example"_s), expected);
}

void ReportTest::reportsCount()
{
    const LogOf log(lineOf("fail", "block") + lineOf("fail", "block", "mx.c.example", "x@c.example") +
                    lineOf("pass", "bypass") + lineOf("softfail", "tempblock"));
    const report::LogReport made = reportOf(log.log(), usual);
    QCOMPARE(made.title, u"SPF check report"_s);
    QStringList figures;
    for (const report::Fact& figure : made.figures) {
        figures.append(figure.name + u'=' + figure.value);
    }
    QCOMPARE(figures, QStringList({u"Checks=4"_s, u"Rejected=2"_s, u"Deferred=1"_s, u"Skipped=0"_s,
                                   u"Sender domains=2"_s, u"Client addresses=1"_s}));
    QCOMPARE(made.facts[2].value, u"2025-11-21 04:41 to 2025-11-21 04:41 (UTC+09:00)"_s);
    const auto table = [&made](const QString& title) {
        const auto found = std::ranges::find(made.tables, title, &report::Table::title);
        return found == made.tables.end() ? report::Table() : *found;
    };
    QCOMPARE(table(u"Most frequent sender domains"_s).rows.first(),
             QStringList({u"a.example"_s, u"3"_s, u"75.0 %"_s, u"pass 1  softfail 1  fail 1"_s}));
    QCOMPARE(
        table(u"Most frequent sender domains"_s).results.first()[static_cast<std::size_t>(spf::Result::Fail)],
        std::uint64_t{1});
    QVERIFY(table(u"Most frequent sender domains"_s).note.isEmpty());
    QCOMPARE(table(u"Most frequent client networks (/24, /64)"_s).rows.first().first(), u"198.51.100.0/24"_s);
    const QList<QStringList> refused = table(u"Mails rejected or deferred"_s).rows;
    QCOMPARE(refused.size(), 3);
    QVERIFY(refused.first().first() >= refused.last().first());
    QCOMPARE(table(u"Mails rejected or deferred"_s).note, u"Newest first"_s);
    QCOMPARE(table(u"Most frequent recipients"_s).rows.size(), 0);

    report::LogReportRequest few = usual;
    few.rejectedCount = 1;
    few.topCount = 1;
    few.language = Language::Japanese;
    const report::LogReport japanese = reportOf(log.log(), few);
    const report::Table& rejected =
        japanese.tables[japanese.tables.size() - 2]; // the counts over time are last
    QCOMPARE(rejected.rows.size(), 1);
    QCOMPARE(rejected.note, u"3 件のうち新しい 1 件(新しい順)"_s);
    QCOMPARE(rejected.rows.first().first(), table(u"Mails rejected or deferred"_s).rows.first().first());
    QStringList notes; // how much of a list is shown
    for (const report::Table& each : japanese.tables) {
        notes.append(each.note);
    }
    QVERIFY2(notes.contains(u"2 件のうち上位 1 件"_s) && notes.contains(u"上位 1 件"_s),
             qPrintable(notes.join(u'\n')));
}

void ReportTest::reportsCountRepeats()
{
    QByteArray repeated = lineOf("fail", "block");
    repeated.replace("]: action", "]: message repeated 3 times: [ action").replace("\n", " ]\n");
    const LogOf log(lineOf("fail", "block", "mx.c.example", "x@c.example") + repeated);
    const report::LogReport made = reportOf(log.log(), usual);
    const auto found = std::ranges::find(made.tables, u"Mails rejected or deferred"_s, &report::Table::title);
    QVERIFY(found != made.tables.end());
    QCOMPARE(found->columns.last().head, u"Count"_s);
    QCOMPARE(found->rows[0].last(), u"3"_s); // the newest first
    QCOMPARE(found->rows[1].last(), u"1"_s);
    // The table of results has the order of the chart and its legend.
    const auto results = std::ranges::find_if(
        made.tables, [](const report::Table& table) { return table.columns[1].head == u"Meaning"_s; });
    QVERIFY(results != made.tables.end());
    for (qsizetype i = 0; i < results->rows.size(); ++i) {
        QCOMPARE(results->rows[i].first(),
                 report::safeText(spf::word(report::chartSeries[static_cast<std::size_t>(i)].result)));
    }
}

void ReportTest::reportsAreWellFormed_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::newRow("usual") << lineOf("fail", "block");
    QTest::newRow("nothing") << QByteArray("Nov 21 04:41:07 mx1 postfix/smtpd[1]: connect from x\n");
    QTest::newRow("markup") << lineOf("fail", "block", "<script>alert(1)</script>&amp;\"'");
    QTest::newRow("no UTF-8") << lineOf("fail", "block", "mx\xff\xfe\x80.example");
    QTest::newRow("control characters") << lineOf("fail", "block", "mx\x01\x1b[31m\x7f");
    QTest::newRow("right to left") << lineOf("fail", "block", "mx\xe2\x80\xae.elpmaxe");
    QTest::newRow("not in XML") << lineOf("fail", "block", "mx\xef\xbf\xbf\xf0\x9f\x93\xa7");
    QTest::newRow("long") << lineOf("fail", "block", QByteArray(9000, 'x') + ".example",
                                    "u@" + QByteArray(9000, 'y') + ".example");
    QTest::newRow("places of arguments") << lineOf("fail", "block", "%1%2%3.example", "%1@a.example");
}

void ReportTest::reportsAreWellFormed()
{
    QFETCH(const QByteArray, log);
    const LogOf read(log);
    for (const Language language : {Language::English, Language::Japanese}) {
        report::LogReportRequest request = usual;
        request.language = language;
        request.title = u"<b>Title</b> & more"_s;
        request.withRecipients = true;
        request.filterExpression = u"helo:\"<x>\""_s;
        const QByteArray html = report::html(reportOf(read.log(), request));
        QCOMPARE(errorOf(html), QString());
        QCOMPARE(textsOf(html, u"h1"_s), QStringList{u"<b>Title</b> & more"_s});
        QVERIFY(!html.contains("<script"));
        QVERIFY(!html.contains("http://") || html.count("http://") == html.count("http://www.w3.org/"));
        for (const QString& text : textsOf(html, u"td"_s)) {
            QVERIFY(!text.contains(QChar(0x202E)) && !text.contains(QChar(0x1B)));
            QVERIFY2(text.size() <= 255, qPrintable(text)); // "<" and ">" around the longest name
        }
    }
}

void ReportTest::longNamesLoseTheirMiddle()
{
    const QString longest(253, u'x');
    QCOMPARE(report::safeName(longest), longest);
    QCOMPARE(report::safeName(u'a' + longest + u"yz"_s),
             u'a' + QString(47, u'x') + u'\u2026' + QString(46, u'x') + u"yz"_s);
    const QString letter = QString::fromUcs4(U"\U0001F4E7");
    const QString cut = report::safeName(u'a' + letter.repeated(200) + u'b'); // no letter is cut in two
    QCOMPARE(cut, u'a' + letter.repeated(23) + u'\u2026' + letter.repeated(23) + u'b');
}

void ReportTest::recipientsAreMasked()
{
    const LogOf log(lineOf("fail", "block"));
    report::LogReportRequest request = usual;
    QVERIFY(!report::html(reportOf(log.log(), request)).contains("b.example"));
    request.withRecipients = true;
    const QByteArray masked = report::html(reportOf(log.log(), request));
    QVERIFY(masked.contains("***@b.example") && !masked.contains("hanako"));
    request.recipientsMasked = false;
    QVERIFY(report::html(reportOf(log.log(), request)).contains("hanako@b.example"));
}

void ReportTest::reportsCanBeCancelled()
{
    const LogOf log(lineOf("fail", "block"));
    int asked = 0;
    for (int stop = 1; stop < 20; ++stop) {
        int calls = 0;
        const auto made = report::logReport(log.log(), maillog::RowSet::all(log.log()), usual,
                                            [&calls, stop](int) { return ++calls < stop; });
        if (made) {
            break;
        }
        asked = stop;
    }
    QVERIFY(asked >= 5);
}

void ReportTest::filtersAreTold_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("japanese");
    const auto row = [](const char* expression, const char16_t* english, const char16_t* japanese) {
        QTest::newRow(expression) << QString::fromLatin1(expression) << QString::fromUtf16(english)
                                  << QString::fromUtf16(japanese);
    };
    row("result:fail,softfail", u"Result: fail or softfail", u"評価結果: fail または softfail");
    row("-action:bypass", u"Action: not bypass", u"処理: bypass 以外");
    row("domain:*.example.jp", u"Sender domain: *.example.jp", u"送信者ドメイン: *.example.jp");
    row("ip:192.0.2.0/24", u"Client address: 192.0.2.0/24", u"接続元IPアドレス: 192.0.2.0/24");
    row("since:2025-11-20T14:00", u"From 2025-11-20 14:00 on", u"2025-11-20 14:00 以降");
    row("result:fail result:none", u"Result: fail or none", u"評価結果: fail または none");
}

void ReportTest::filtersAreTold()
{
    QFETCH(const QString, expression);
    const auto filter =
        maillog::Filter::parse(expression.toStdString(), {0, maillog::ZoneRules::fixed(9 * 3600)});
    QVERIFY(filter.has_value());
    QTEST(report::filterText(*filter, 540, Language::English).join(u" / "_s), "english");
    QTEST(report::filterText(*filter, 540, Language::Japanese).join(u" / "_s), "japanese");
}

void ReportTest::coloursAreThoseOfTheWindow()
{
    QFile file(QStringLiteral(SPM_SOURCE_DIR "/resources/theme/tokens.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject tokens = QJsonDocument::fromJson(file.readAll()).object();
    for (const report::SeriesLook& series : report::chartSeries) {
        const QString word = QString::fromLatin1(spf::word(series.result).data());
        const auto fill = [&](const QString& scheme) {
            return tokens[scheme][u"results"_s][word][u"fill"_s].toString();
        };
        QCOMPARE(QString::fromUtf16(series.light), fill(u"light"_s));
        QCOMPARE(QString::fromUtf16(series.dark), fill(u"dark"_s));
    }
}

void ReportTest::chartsHoldEveryCheck()
{
    QByteArray text;
    for (int i = 0; i < 500; ++i) {
        QByteArray line = lineOf(i % 3 == 0 ? "fail" : "pass", i % 3 == 0 ? "block" : "bypass");
        line.replace("21 04:41", QByteArray::number(i % 28 + 1).rightJustified(2, ' ') + " 04:41");
        text += line;
    }
    const LogOf log(text);
    const report::LogReport made = reportOf(log.log(), usual);
    QVERIFY(made.chart);
    QVERIFY(made.chart->histogram.buckets.size() <= 61);
    const report::ChartShapes shapes = report::shapesOf(*made.chart, {1000, 280});
    double height = 0;
    for (const report::ChartShapes::Bar& bar : shapes.bars) {
        QVERIFY(shapes.plot.adjusted(-1, -1, 1, 1).contains(bar.rect));
        height += bar.rect.height();
    }
    // Heights are counts on one scale: the topmost line of the grid stands for its number.
    const double perCheck = (shapes.plot.bottom() - shapes.counts.last().at) /
                            QString(shapes.counts.last().text).remove(u',').toDouble();
    QCOMPARE(qRound(height / perCheck), static_cast<int>(log.log().size()));
}

void ReportTest::exportsAreWhatTheCommandLineWrites()
{
    const LogOf log(lineOf("fail", "block", "a\"b,c") + lineOf("pass", "bypass"));
    const maillog::Check check = log.log()[0];
    std::string line;
    qtio::appendEvent(line, check, qtio::EventFormat::JsonLines);
    QVERIFY(line.ends_with('\n'));
    const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
    QCOMPARE(json.size(), 16);
    QCOMPARE(json.value(u"helo"_s).toString(), u"a\"b,c"_s);
    std::string csv = qtio::eventHead(qtio::EventFormat::Csv);
    qtio::appendEvent(csv, check, qtio::EventFormat::Csv);
    qtio::CsvReader reader(QByteArray::fromStdString(csv));
    const QStringList names = reader.next()->fields;
    const QStringList values = reader.next()->fields;
    QCOMPARE(values.size(), names.size());
    for (qsizetype i = 0; i < names.size(); ++i) {
        QCOMPARE(values[i], json[names[i]].toVariant().toString());
    }
}

void ReportTest::rowsAreTextOfUtf8()
{
    maillog::Check check;
    check.time = -1; // before 1970, and on a wall clock west of Greenwich
    check.offsetMinutes = -210;
    check.result = spf::Result::SoftFail;
    check.action = maillog::Action::Bypass;
    check.dialect = maillog::Dialect::PolicydSpf;
    check.identity = policy::Identity::Helo;
    check.address = net::IpAddress::parse("2001:db8::1");
    check.helo = "\x1b\"\\\xff";
    check.host = "mx\xe6\x97\xa5";
    check.guessed.add(maillog::Field::Helo);
    check.flags = maillog::Rejected;
    std::string line;
    qtio::appendEvent(line, check, qtio::EventFormat::JsonLines);
    QCOMPARE(
        QByteArray::fromStdString(line),
        QByteArray(R"({"action":"bypass","dialect":"policyd-spf","domain":null,"from":"","guessed":["helo"],)"
                   R"("helo":"\u001B\"\\)"
                   "\xef\xbf\xbd"
                   R"(","host":"mx日","identity":"helo","ip":"2001:db8::1","otherProgram":false,)"
                   R"("rejected":true,"repeat":1,"result":"softfail","rule":null,)"
                   R"("time":"1969-12-31T20:29:59.999-03:30","to":null})"
                   "\n"));
    line.clear();
    qtio::appendEvent(line, check, qtio::EventFormat::Csv);
    QCOMPARE(QByteArray::fromStdString(line),
             QByteArray("1969-12-31T20:29:59.999-03:30,mx\xe6\x97\xa5,softfail,bypass,helo,,2001:db8::1,"
                        "\"\x1b\"\"\\\xef\xbf\xbd\",,,,1\r\n"));
}

void ReportTest::exportsForExcelRunNothing()
{
    const LogOf log(lineOf("fail", "block", "=HYPERLINK(\"http://x\")"));
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    QVERIFY(qtio::writeEvents(buffer, log.log(), maillog::RowSet::all(log.log()),
                              qtio::EventFormat::ExcelCsv) == qtio::ExportEnd::Done);
    QVERIFY(buffer.data().startsWith("\xEF\xBB\xBFtime,"));
    QVERIFY(buffer.data().contains("\"'=HYPERLINK"));
}

void ReportTest::exportsForExcelAreReadByPeople()
{
    const LogOf log(lineOf("fail", "block"));
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    QVERIFY(qtio::writeEvents(buffer, log.log(), maillog::RowSet::all(log.log()), qtio::EventFormat::ExcelCsv,
                              {}, {u"日時"_s, u"a,b"_s}) == qtio::ExportEnd::Done);
    QVERIFY2(buffer.data().startsWith("\xEF\xBB\xBF日時,\"a,b\"\r\n2025-11-21 04:41:07,mx1,"),
             buffer.data().constData());
}

void ReportTest::exportsLeaveOutWhatNeverBecameACheck()
{
    const QByteArray head = "Nov 21 04:41:07 mx1 policyd-spf[7]: ";
    const QByteArray rest =
        "client-ip=192.0.2.25; helo=mail.a.example; envelope-from=u@a.example; receiver=b.example \n";
    const LogOf log(head + "prepend Received-SPF: Pass (mailfrom) identity=mailfrom; " + rest + head +
                    "Pass; identity=helo; " + rest);
    QCOMPARE(log.log().size(), std::size_t{2});
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    QVERIFY(qtio::writeEvents(buffer, log.log(), maillog::RowSet::all(log.log()),
                              qtio::EventFormat::JsonLines) == qtio::ExportEnd::Done);
    QCOMPARE(buffer.data().count('\n'), qsizetype(1)); // as many as "log summary" counts
}

void ReportTest::exportsHaveNoLimit()
{
    constexpr int many = 120'000;
    const LogOf log(lineOf("fail", "block") + lineOf("pass", "bypass"));
    const std::vector<std::uint32_t> rows(many, 1);
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    QVERIFY(qtio::writeEvents(buffer, log.log(), maillog::RowSet(rows), qtio::EventFormat::Csv) ==
            qtio::ExportEnd::Done);
    QCOMPARE(buffer.data().count('\n'), qsizetype(many) + 1);
    QBuffer cut;
    QVERIFY(cut.open(QIODevice::WriteOnly));
    QVERIFY(qtio::writeEvents(cut, log.log(), maillog::RowSet(rows), qtio::EventFormat::Csv,
                              [](std::size_t done) { return done < 1000; }) == qtio::ExportEnd::Cancelled);
}

QTEST_GUILESS_MAIN(ReportTest)
#include "report_test.moc"
