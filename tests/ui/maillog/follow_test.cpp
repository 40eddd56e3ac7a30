// SPDX-License-Identifier: GPL-3.0-or-later
// Following a log on the page: states in words, rules that notice a growing log, and the dialog that makes
// them.
#include "core/maillog/reader.h"
#include "tests/support/gui_fixture.h"
#include "tests/support/sweeps.h"
#include "ui/common/notice_bar.h"
#include "ui/common/progress_strip.h"
#include "ui/maillog/banners.h"
#include "ui/maillog/follow/alert_dialog.h"
#include "ui/maillog/follow/alert_model.h"
#include "ui/maillog/follow/follow_desk.h"
#include "ui/maillog/framed_list.h"
#include "ui/maillog/maillog_page.h"
#include "ui/maillog/timeline/timeline_card.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace ui;

namespace {

QByteArray check(const QByteArray& time, const QByteArray& address = "192.0.2.1")
{
    return "2025-11-21T" + time +
           "+09:00 mx1 SPFPolicyd[1]: action=block result=fail identity=mailfrom "
           "domain=a.example client-ip=" +
           address +
           " helo=h.example envelope-from=<x@a.example> to=<b@c.example> rule=globals.fail instance=" + time +
           " queue-id=\n";
}

/// A log that grows.
struct GrowingLog
{
    maillog::Log log;
    maillog::Reader reader{log, log.addSource(), {}};

    std::shared_ptr<const maillog::Log> feed(const QByteArray& bytes)
    {
        reader.feed({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        reader.finish(maillog::Tail::Wait);
        return std::make_shared<const maillog::Log>(log);
    }
};

const QByteArray burst = check("14:20:00") + check("14:20:10") + check("14:20:20") + check("14:21:40");

maillog::AlertRule moreThanTwo()
{
    maillog::AlertRule rule;
    rule.moreThan = 2;
    return rule;
}

/// The page with the sample log, its follow desk, and a window's size.
struct FollowedPage
{
    test::Gui gui;
    MaillogPage page{gui.services};
    GrowingLog grown;
    QSignalSpy wanted{&page.follow(), &FollowDesk::followRequested};

    FollowedPage()
    {
        page.resize(1228, 832);
        page.show();
        QSignalSpy shown(&page.browser(), &LogBrowser::viewChanged);
        page.openLogs({QStringLiteral(SPM_SOURCE_DIR "/resources/sample/maillog")});
        (void)QTest::qWaitFor([&shown] { return shown.count() > 0; });
    }

    template <class Widget>
    Widget* part(const char* name)
    {
        return page.findChild<Widget*>(QLatin1String(name));
    }

    QString stripText() { return part<QLabel>("maillog.follow.text")->text(); }
};

void takePicture(QWidget& widget, const QString& name)
{
    if (const QString folder = qEnvironmentVariable("SPM_PICTURES"); !folder.isEmpty()) {
        QVERIFY(widget.grab().save(folder + QLatin1Char('/') + name + u".png"_s));
    }
}

} // namespace

class FollowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statesInWords();
    void theButtonAsksAndTheStateAnswers();
    void theChartRuns();
    void aRuleNoticesGrowth();
    void oneBannerAtATime();
    void rulesAndNotesAreKept();
    void brokenSettingsWatchNothing();
    void filtersOfNotes();
    void theDialogMakesRules();
    void aWrongDomainChangesNothing();
    void theModelIsSound();
    void pictures_data();
    void pictures();
};

void FollowTest::statesInWords()
{
    const test::Gui gui;
    QDateTime now(QDate(2025, 11, 21), QTime(14, 22, 10), Qt::OffsetFromUTC, 9 * 3600);
    FollowStrip strip([&now] { return now; });
    QVERIFY(strip.isHidden());
    strip.setState(FollowState::Following);
    QCOMPARE(strip.text(), u"Following; no check yet"_s);
    GrowingLog grown;
    strip.setPlaces({u"/var/log/maillog"_s});
    strip.setLog(grown.feed(burst));
    QCOMPARE(strip.text(), u"Following /var/log/maillog: 1 check/min, last 14:21:40"_s);
    strip.setLog(grown.feed(check("14:21:50").replace(" mx1 ", " mx2 "))); // another host, the same log
    QCOMPARE(strip.text(), u"Following /var/log/maillog: 2 checks/min, last 14:21:50"_s);
    now = now.addSecs(180);
    strip.setState(FollowState::Following);
    QCOMPARE(strip.text(), u"Following /var/log/maillog: no check for 3 min, last 14:21:50"_s);
    now = now.addDays(2);
    strip.setState(FollowState::Following);
    QCOMPARE(strip.text(), u"Following /var/log/maillog: no check since 2025-11-21 14:21:50"_s);
    strip.setState(FollowState::Paused);
    QCOMPARE(strip.text(), u"Paused; /var/log/maillog was read up to 14:21:50"_s);
    strip.setState(FollowState::Lost, u"Connection closed."_s);
    QCOMPARE(strip.text(), u"The log went away; it is looked for. Connection closed."_s);
    strip.setState(FollowState::Off);
    QVERIFY(strip.isHidden());
}

void FollowTest::theButtonAsksAndTheStateAnswers()
{
    FollowedPage open;
    auto* button = open.part<QPushButton>("maillog.followButton");
    QVERIFY(button->isEnabled());
    button->click();
    QCOMPARE(open.wanted.takeFirst().first().toBool(), true);
    QCOMPARE(open.page.follow().state(), FollowState::Following); // the page follows
    QCOMPARE(button->text(), u"Stop following"_s);
    QVERIFY(open.stripText().contains(u"resources/sample/maillog"_s));
    QSignalSpy resumed(&open.page.follow(), &FollowDesk::resumed);
    auto* pause = open.part<QPushButton>("maillog.follow.pause");
    pause->click();
    QCOMPARE(open.page.follow().state(), FollowState::Paused);
    QCOMPARE(resumed.count(), 0);
    pause->click();
    QCOMPARE(open.page.follow().state(), FollowState::Following);
    QCOMPARE(resumed.count(), 1);
    button->click();
    QCOMPARE(open.wanted.takeFirst().first().toBool(), false);
    open.page.follow().setLog(nullptr);
    QVERIFY(!button->isEnabled());
    QCOMPARE(open.page.follow().state(), FollowState::Off);
}

void FollowTest::theChartRuns()
{
    FollowedPage open;
    QSignalSpy shown(&open.page.browser(), &LogBrowser::viewChanged);
    open.page.follow().setState(FollowState::Following);
    QTRY_VERIFY(shown.count() > 0);
    const auto& chart = *open.page.browser().view()->histogram;
    QCOMPARE(chart.length, maillog::BucketLength());
    QVERIFY(chart.buckets.size() >= 60 && chart.buckets.size() <= 62);
    // Only the chart runs: the table still has all.
    QCOMPARE(open.page.browser().view()->matching, open.page.browser().view()->total);
    shown.clear();
    open.page.follow().setState(FollowState::Off);
    QTRY_VERIFY(shown.count() > 0);
    QVERIFY(open.page.browser().view()->histogram->length != maillog::BucketLength());
}

void FollowTest::aRuleNoticesGrowth()
{
    FollowedPage open;
    open.page.follow().guard().setRules({moreThanTwo()});
    QSignalSpy fired(&open.page.follow().guard(), &AlertGuard::fired);
    open.page.follow().setLog(open.grown.feed(burst));
    open.page.follow().setState(FollowState::Following);
    QCOMPARE(fired.count(), 0); // what was there already is no news
    (void)open.grown.reader.takeFirstChanged();
    open.page.follow().grow(open.grown.feed(check("14:22:00")), open.grown.reader.takeFirstChanged());
    QCOMPARE(fired.count(), 0); // above since before
    open.page.follow().grow(open.grown.feed(check("15:00:00") + check("15:00:01") + check("15:00:02")),
                            open.grown.reader.takeFirstChanged());
    QCOMPARE(fired.count(), 1);
    auto* notice = open.part<NoticeBar>("maillog.notice");
    QCOMPARE(notice->text(), u"3 fail in 10 min at 2025-11-21 15:00:02"_s);
    QSignalSpy asked(&open.page.follow(), &FollowDesk::showRequested);
    notice->findChild<QPushButton*>()->click();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(open.page.filter().expression(), u"result:fail"_s);
    QVERIFY(open.page.filter().span().has_value());
    QVERIFY(notice->isHidden());
    open.page.follow().setState(FollowState::Off);
    open.page.follow().grow(open.grown.feed(check("16:00:00") + check("16:00:01") + check("16:00:02")), 0);
    QCOMPARE(fired.count(), 1);
}

void FollowTest::oneBannerAtATime()
{
    FollowedPage open;
    Banners& banners = *open.page.parts().banners;
    open.page.follow().setLog(open.grown.feed(burst));
    open.page.follow().setState(FollowState::Following);
    test::settle();
    const int height = banners.height();
    auto* text = open.part<QLabel>("maillog.follow.text");
    auto* pause = open.part<QPushButton>("maillog.follow.pause");
    QVERIFY(text->isVisible());
    QVERIFY(text->width() > banners.width() / 2); // nothing else has room in the row
    banners.say(BannerSubject::Logs, {{Level::Error, u"one"_s}, {Level::Info, u"two"_s}});
    banners.say(BannerSubject::Alert, {{Level::Warning, u"three"_s}});
    test::settle();
    QCOMPARE(banners.height(), height); // nothing below it moves
    QVERIFY(!text->isVisible() && pause->isVisible());
    QCOMPARE(banners.text(), u"three"_s);
    auto* bar = open.part<NoticeBar>("maillog.notice");
    open.part<QPushButton>("maillog.notice.next")->click();
    test::settle();
    QCOMPARE(bar->text(), u"one"_s);
    QCOMPARE(bar->level(), Level::Error);
    QCOMPARE(open.part<QPushButton>("maillog.notice.next")->text(), u"2 of 3"_s);
    open.part<ProgressStrip>("maillog.export.progress")->show();
    QVERIFY(!bar->isVisible()); // what is under way comes first
    open.part<ProgressStrip>("maillog.export.progress")->hide();
    QVERIFY(bar->isVisible());
    for (int i = 3; i > 0; --i) {
        QCOMPARE(banners.count(), static_cast<std::size_t>(i));
        bar->findChild<QToolButton*>()->click(); // closes what is seen
    }
    QVERIFY(!bar->isVisible() && text->isVisible());
    open.page.follow().setState(FollowState::Off);
    QVERIFY(!banners.isVisible());
}

void FollowTest::rulesAndNotesAreKept()
{
    const test::Gui gui;
    QSettings settings(gui.folder.filePath(u"alerts.ini"_s), QSettings::IniFormat);
    maillog::AlertRule rule = moreThanTwo();
    rule.what = maillog::Action::Block;
    rule.minutes = 7;
    rule.scope = maillog::AlertScope::EachAddress;
    rule.againAfterMinutes = 0;
    maillog::AlertRule domain = moreThanTwo();
    QVERIFY(setOnly(domain, u"*.a.example"_s));
    domain.isOn = false;
    {
        AlertGuard guard(settings);
        guard.setRules({rule, domain});
        GrowingLog grown;
        guard.begin(grown.feed(check("14:00:00")));
        guard.take(grown.feed(burst), 1);
        QCOMPARE(guard.notes().size(), std::size_t{1});
    }
    AlertGuard guard(settings);
    QCOMPARE(guard.rules().size(), std::size_t{2});
    QCOMPARE(sentenceOf(guard.rules()[0]), u"More than 2 block in 7 min from one client address"_s);
    QCOMPARE(guard.rules()[0].againAfterMinutes, 0);
    QCOMPARE(sentenceOf(guard.rules()[1]), u"More than 2 fail in 10 min from *.a.example"_s);
    QVERIFY(!guard.rules()[1].isOn);
    QCOMPARE(sentenceOf(guard.notes()[0]), u"3 block in 7 min from 192.0.2.1"_s);
    QCOMPARE(timeOf(guard.notes()[0]), u"2025-11-21 14:20:20"_s);
    guard.forgetNotes();
    QVERIFY(AlertGuard(settings).notes().empty());
}

void FollowTest::brokenSettingsWatchNothing()
{
    const maillog::AlertRule rule = ruleFromSettings({{u"only"_s, u"no domain!"_s},
                                                      {u"minutes"_s, -5},
                                                      {u"what"_s, u"colour"_s},
                                                      {u"moreThan"_s, u"many"_s}});
    QVERIFY(!rule.isOn);
    QCOMPARE(rule.minutes, 1);
    QCOMPARE(wordOf(rule), u"fail"_s);
}

void FollowTest::filtersOfNotes()
{
    AlertNote note{moreThanTwo(), {600'000, 3, {}}, 540};
    QCOMPARE(filterOf(note), u"result:fail"_s);
    QCOMPARE(spanOf(note), (TimeSpan{1, 600'001}));
    note.rule.scope = maillog::AlertScope::EachAddress;
    note.event.name = "2001:db8::1";
    QCOMPARE(filterOf(note), u"result:fail ip:2001:db8::1"_s);
    note.rule.scope = maillog::AlertScope::EachDomain;
    note.event.name = "a.example";
    QCOMPARE(filterOf(note), u"result:fail domain:a.example"_s);
    note = {moreThanTwo(), {0, 3, {}}, 0};
    QVERIFY(setOnly(note.rule, u"192.0.2.0/24"_s));
    QCOMPARE(filterOf(note), u"result:fail ip:192.0.2.0/24"_s);
    QVERIFY(setOnly(note.rule, u"*.a.example"_s));
    QCOMPARE(filterOf(note), u"result:fail domain:*.a.example"_s);
    for (const AlertNote& each : {note}) {
        QVERIFY(maillog::Filter::parse(filterOf(each).toStdString(), {}).has_value());
    }
}

void FollowTest::theDialogMakesRules()
{
    FollowedPage open;
    open.page.follow().setLog(open.grown.feed(burst));
    open.page.follow().editAlerts();
    auto* dialog = open.page.window()->findChild<AlertDialog*>();
    QVERIFY(dialog);
    auto* form = dialog->findChild<QComboBox*>(u"maillog.alerts.what"_s)->parentWidget();
    QVERIFY(!form->isEnabled());
    const auto empty = dialog->findChildren<FramedList*>();
    QCOMPARE(empty.size(), 2);
    QVERIFY(empty[0]->isSaid() && empty[1]->isSaid());
    QTest::mouseClick(dialog->findChild<QPushButton*>(u"maillog.alerts.add"_s), Qt::LeftButton);
    QVERIFY(form->isEnabled());
    QVERIFY(!empty[0]->isSaid());
    dialog->findChild<QSpinBox*>(u"maillog.alerts.moreThan"_s)->setValue(2);
    dialog->findChild<QComboBox*>(u"maillog.alerts.scope"_s)->setCurrentIndex(2);
    auto* model = dialog->findChild<AlertModel*>();
    QCOMPARE(model->index(0, AlertModel::Rule).data().toString(),
             u"More than 2 fail in 10 min from one client address"_s);
    QTRY_COMPARE(model->index(0, AlertModel::Replay).data().toString(), u"1 time"_s);
    QVERIFY(model->setData(model->index(0, AlertModel::On), Qt::Unchecked, Qt::CheckStateRole));
    dialog->findChild<QPushButton*>(u"maillog.alerts.save"_s)->click();
    QCOMPARE(open.page.follow().guard().rules().size(), std::size_t{1});
    QVERIFY(!open.page.follow().guard().rules()[0].isOn);
}

void FollowTest::aWrongDomainChangesNothing()
{
    FollowedPage open;
    open.page.follow().guard().setRules({moreThanTwo()});
    open.page.follow().editAlerts();
    auto* dialog = open.page.window()->findChild<AlertDialog*>();
    auto* model = dialog->findChild<AlertModel*>();
    auto* only = dialog->findChild<QLineEdit*>(u"maillog.alerts.only"_s);
    QVERIFY(!only->isEnabled());
    dialog->findChild<QComboBox*>(u"maillog.alerts.scope"_s)->setCurrentIndex(3);
    QVERIFY(only->isEnabled());
    QTest::keyClicks(only, u"!"_s);
    QVERIFY(onlyOf(model->rules()[0]).isEmpty());
    QVERIFY(test::visibleTexts(dialog).join(u'\n').contains(u"Write a domain"_s));
    only->clear();
    QTest::keyClicks(only, u"192.0.2.0/24"_s);
    QCOMPARE(onlyOf(model->rules()[0]), u"192.0.2.0/24"_s);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(onlyOf(open.page.follow().guard().rules()[0]).isEmpty());
}

void FollowTest::theModelIsSound()
{
    AlertModel model({moreThanTwo()});
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.add({});
    model.setHasLog(true);
    model.setReplay(1, std::size_t{4});
    model.remove(0);
    QCOMPARE(model.index(0, AlertModel::Replay).data().toString(), u"4 time(s)"_s);
    model.remove(0);
    QCOMPARE(model.rowCount(), 0);
}

void FollowTest::pictures_data()
{
    QTest::addColumn<int>("language");
    QTest::addColumn<int>("theme");
    const auto row = [](const char* name, words::LanguageChoice language, ThemeChoice theme) {
        QTest::newRow(name) << static_cast<int>(language) << static_cast<int>(theme);
    };
    row("en-light", words::LanguageChoice::English, ThemeChoice::Light);
    row("ja-light", words::LanguageChoice::Japanese, ThemeChoice::Light);
    row("ja-dark", words::LanguageChoice::Japanese, ThemeChoice::Dark);
}

void FollowTest::pictures()
{
    QFETCH(const int, language);
    QFETCH(const int, theme);
    FollowedPage open;
    open.gui.theme.setChoice(static_cast<ThemeChoice>(theme));
    open.gui.language.setChoice(static_cast<words::LanguageChoice>(language));
    open.page.follow().guard().setRules({moreThanTwo()});
    open.page.follow().setLog(open.grown.feed(check("13:00:00")));
    QSignalSpy shown(&open.page.browser(), &LogBrowser::viewChanged);
    open.page.follow().setState(FollowState::Following);
    QTRY_VERIFY(shown.count() > 0);
    open.page.follow().grow(open.grown.feed(burst), 1);
    test::settle();
    const QString tag = QString::fromLatin1(QTest::currentDataTag());
    takePicture(open.page, u"follow-"_s + tag);
    QStringList faults = test::allFaults(&open.page);
    open.page.follow().editAlerts();
    auto* dialog = open.page.window()->findChild<AlertDialog*>();
    test::settle();
    QTest::qWait(300);
    takePicture(*dialog, u"alerts-"_s + tag);
    faults += test::allFaults(dialog);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

QTEST_MAIN(FollowTest)
#include "follow_test.moc"
