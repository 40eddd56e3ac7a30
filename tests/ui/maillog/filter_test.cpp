// SPDX-License-Identifier: GPL-3.0-or-later
// The filter of the mail log page: line and chips are one expression, completion knows the log, every change
// is a step that can be taken back.
#include "tests/support/sweeps.h"
#include "tests/ui/maillog/open_page.h"
#include "ui/common/completion_popup.h"
#include "ui/common/problem_row.h"
#include "ui/common/segment.h"
#include "ui/maillog/checks/check_model.h"
#include "ui/maillog/checks/check_table.h"
#include "ui/maillog/filter/filter_menu.h"
#include "ui/maillog/timeline/timeline_card.h"

#include <QMenu>

using namespace ui;
using namespace Qt::StringLiterals;
using test::OpenPage;

class FilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLineShowsWhatItThinks();
    void chipsAreTheExpression_data();
    void chipsAreTheExpression();
    void aChipIsEditedInItsPlace();
    void recentFiltersComeBack();
    void savedFiltersHaveNames();
    void theFilterIsACommand();
    void fieldsAndNamesAreCompleted();
    void whatIsHalfTypedIsNotShown_data();
    void whatIsHalfTypedIsNotShown();
    void fieldsAreOfferedWhileTyping();
    void stepsLeadBack();
    void stepsKeepTheChart();
};

void FilterTest::theLineShowsWhatItThinks()
{
    OpenPage open;
    QCOMPARE(open.line->state(), ValidatedLineEdit::State::Plain);
    const auto top = [&open] {
        test::settle();
        return open.page.parts().chart->mapTo(&open.page, QPoint()).y();
    };
    const int before = top();
    open.type(u"result:fial"_s);
    QCOMPARE(top(), before); // nothing jumps while a filter is typed
    QCOMPARE(open.line->state(), ValidatedLineEdit::State::Bad);
    auto* problem = open.page.findChild<ProblemRow*>();
    QVERIFY(problem->isVisible());
    QVERIFY(problem->sentence().contains(u"fial"_s));
    Q_EMIT problem->fixRequested();
    QCOMPARE(open.line->text(), u"result:fail"_s);
    QCOMPARE(open.line->state(), ValidatedLineEdit::State::Good);
    QVERIFY(!problem->isVisible());
    open.line->setText(u"result:fail ip:300.1.1.1"_s);
    QCOMPARE(open.line->state(), ValidatedLineEdit::State::Bad);
    Q_EMIT problem->fixRequested(); // no cure is near: the place
    QCOMPARE(open.line->selectedText(), u"300.1.1.1"_s);
    QTest::keyClick(open.line, Qt::Key_Escape);
    QTest::keyClick(open.line, Qt::Key_Escape);
    QCOMPARE(open.line->text(), QString());
    QCOMPARE(open.line->state(), ValidatedLineEdit::State::Plain);
}

void FilterTest::chipsAreTheExpression_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QStringList>("terms");
    QTest::newRow("one") << u"result:fail"_s << QStringList{u"result:fail"_s};
    QTest::newRow("the same field twice")
        << u"result:fail result:softfail"_s << QStringList{u"result:fail"_s, u"result:softfail"_s};
    QTest::newRow("not") << u"-ip:203.0.113.0/24 domain:*.example"_s
                         << QStringList{u"-ip:203.0.113.0/24"_s, u"domain:*.example"_s};
    QTest::newRow("quotes and words") << u"\"two words\" 日本 text:/a b/i"_s
                                      << QStringList{u"\"two words\""_s, u"日本"_s, u"text:/a b/i"_s};
}

void FilterTest::chipsAreTheExpression()
{
    QFETCH(const QString, expression);
    QFETCH(const QStringList, terms);
    OpenPage open;
    open.page.filter().setExpression(expression);
    QCOMPARE(open.page.filter().state().terms, terms);
    QCOMPARE(open.page.filter().expression(), expression);
    QCOMPARE(open.chips().size(), terms.size());
    QVERIFY(open.line->text().isEmpty());
    const QStringList faults = test::allFaults(&open.page);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void FilterTest::aChipIsEditedInItsPlace()
{
    OpenPage open;
    open.page.filter().setExpression(u"result:fail host:mx1 -action:skip"_s);
    QTest::keyClick(open.chips().at(1), Qt::Key_Return);
    QCOMPARE(open.line->text(), u"host:mx1"_s);
    QCOMPARE(open.chips().size(), 2);
    QTest::keyClick(open.line, Qt::Key_Escape); // as if nothing was
    QCOMPARE(open.page.filter().expression(), u"result:fail host:mx1 -action:skip"_s);
    open.chips().at(1)->click();
    open.line->setText(u"host:mx2"_s);
    QTest::keyClick(open.line, Qt::Key_Return);
    QCOMPARE(open.page.filter().expression(), u"result:fail host:mx2 -action:skip"_s);
    QTest::keyClick(open.chips().at(0), Qt::Key_Delete);
    QCOMPARE(open.page.filter().expression(), u"host:mx2 -action:skip"_s);
    open.line->setText(u"rule:globals.fail"_s); // what is typed is not lost
    open.chips().at(0)->click();
    QCOMPARE(open.line->text(), u"host:mx2"_s);
    QCOMPARE(open.page.filter().state().terms, (QStringList{u"-action:skip"_s, u"rule:globals.fail"_s}));
}

void FilterTest::recentFiltersComeBack()
{
    OpenPage open;
    for (int i = 0; i < 12; ++i) {
        open.page.filter().setExpression(u"host:mx%1"_s.arg(i));
    }
    FilterStore store(open.gui.settings);
    QCOMPARE(store.recent().size(), 10);
    QCOMPARE(store.recent().first(), u"host:mx11"_s);
    open.page.filter().addTerm(u"result:fail"_s); // goes on from the newest
    QCOMPARE(store.recent().first(), u"host:mx11 result:fail"_s);
    QCOMPARE(store.recent().at(1), u"host:mx10"_s);
    open.line->setFocus();
    QTest::keyClick(open.line, Qt::Key_Up);
    QTest::keyClick(open.line, Qt::Key_Up);
    QCOMPARE(open.line->text(), u"host:mx10"_s);
    QVERIFY(open.chips().isEmpty());
    QTest::keyClick(open.line, Qt::Key_Escape);
    QCOMPARE(open.page.filter().expression(), u"host:mx11 result:fail"_s);
    QTest::keyClick(open.line, Qt::Key_Up);
    QTest::keyClick(open.line, Qt::Key_Up);
    QTest::keyClick(open.line, Qt::Key_Return);
    QCOMPARE(open.page.filter().state().terms, QStringList{u"host:mx10"_s});
}

void FilterTest::savedFiltersHaveNames()
{
    OpenPage open;
    FilterStore store(open.gui.settings);
    FilterMenu menu(store);
    menu.setExpression(u"result:fail"_s);
    Q_EMIT menu.aboutToShow();
    QVERIFY(!test::visibleTexts(&menu).contains(u"Saved filters"_s));
    store.save(u"Fails & more"_s, u"result:fail"_s);
    store.save(u"日本"_s, u"domain:*.jp"_s);
    Q_EMIT menu.aboutToShow();
    QSignalSpy chosen(&menu, &FilterMenu::chosen);
    for (QAction* action : menu.actions()) {
        if (action->text() == u"Fails && more"_s) {
            action->trigger();
        }
    }
    QCOMPARE(chosen.value(0).value(0).toString(), u"result:fail"_s);
    store.remove(u"日本"_s);
    QCOMPARE(store.saved().keys(), QStringList{u"Fails & more"_s});

    SaveFilterDialog dialog(u"result:fail"_s, store.saved().keys(), &open.page);
    QSignalSpy named(&dialog, &SaveFilterDialog::named);
    dialog.open();
    auto* name = dialog.findChild<QLineEdit*>(u"maillog.saveFilter.name"_s);
    QTest::keyClicks(name, u"  "_s);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(named.count(), 0);
    QTest::keyClicks(name, u"night"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(named.value(0).value(0).toString(), u"night"_s);
}

void FilterTest::theFilterIsACommand()
{
    QCOMPARE(filterCommand({u"/var/log/mail log"_s}, u"from:\"it's\""_s),
             u"spfpolicy log events '/var/log/mail log' --filter 'from:\"it'\\''s\"'"_s);
    OpenPage open;
    open.page.filter().setExpression(u"result:fail"_s);
    open.page.filter().setSpan(TimeSpan{1'763'661'600'000, 1'763'665'200'000}, 540);
    QCOMPARE(open.page.filter().wholeExpression(),
             u"result:fail since:2025-11-21T03:00:00+09:00 until:2025-11-21T04:00:00+09:00"_s);
}

void FilterTest::fieldsAndNamesAreCompleted()
{
    OpenPage open;
    auto* popup = open.page.findChild<CompletionPopup*>(u"maillog.completion"_s);
    open.type(u"dom"_s);
    QVERIFY(popup->isVisible());
    QCOMPARE(popup->count(), 1);
    QTest::keyClick(open.line, Qt::Key_Tab);
    QCOMPARE(open.line->text(), u"domain:"_s);
    QTRY_VERIFY(popup->isVisible() && popup->count() > 1);
    QTest::keyClick(open.line, Qt::Key_Down);
    QTest::keyClick(open.line, Qt::Key_Return);
    const QString most =
        QString::fromStdString(open.page.browser().view()->top(maillog::TopField::Domain).front().name);
    QCOMPARE(open.line->text(), u"domain:"_s + most);
    QVERIFY(!popup->isVisible());
    open.type(u" result:s"_s);
    QTRY_VERIFY(popup->isVisible());
    QCOMPARE(popup->count(), 1);
    QTest::keyClick(open.line, Qt::Key_Escape); // closes the list alone
    QVERIFY(!open.line->text().isEmpty());
    open.line->clear();
    QTest::keyClick(open.line, Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(popup->count(), static_cast<int>(maillog::allFilterFields.size()));
    QTest::keyClick(open.line, Qt::Key_Escape);
    open.type(u"since:"_s);
    QVERIFY(popup->isVisible());
    open.type(u"/"_s);
    QVERIFY(!popup->isVisible());
}

void FilterTest::whatIsHalfTypedIsNotShown_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("shown");
    const QString chip = u"result:fail"_s;
    for (const QString& half : {u"result:faul"_s, u"domain:"_s, u"res"_s, u"-DO"_s, u"-"_s, u"words to"_s,
                                u"words result:faul"_s, u"\"open"_s}) {
        QTest::newRow(qPrintable(half)) << half << chip;
    }
    for (const QString& whole : {u"words"_s, u"result:softfail"_s, u"to words"_s, u"\"to\""_s}) {
        QTest::newRow(qPrintable(whole)) << whole << chip + u' ' + whole;
    }
}

void FilterTest::whatIsHalfTypedIsNotShown()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, shown);
    OpenPage open;
    open.after([&] { open.page.filter().setExpression(u"result:fail"_s); });
    open.type(typed);
    QCOMPARE(open.page.filter().shownExpression(), shown);
    const auto expected =
        maillog::Filter::parse(shown.toStdString(), maillog::FilterClock{0, maillog::ZoneRules::fixed(0)});
    QCOMPARE(open.page.filter().filter().terms().size(), expected->terms().size());
    QTest::keyClick(open.line, Qt::Key_Escape); // the list
    QTest::keyClick(open.line, Qt::Key_Escape);
    QCOMPARE(open.page.filter().shownExpression(), u"result:fail"_s);
    open.type(u"to"_s);
    QTest::keyClick(open.line, Qt::Key_Return); // a word after all
    QCOMPARE(open.page.filter().shownExpression(), u"result:fail to"_s);
}

void FilterTest::fieldsAreOfferedWhileTyping()
{
    OpenPage open;
    auto* popup = open.page.findChild<CompletionPopup*>(u"maillog.completion"_s);
    open.line->setFocus();
    QTest::keyClick(open.line, Qt::Key_Down);
    QVERIFY(popup->isVisible());
    QCOMPARE(popup->count(), static_cast<int>(maillog::allFilterFields.size()));
    QTest::keyClick(open.line, Qt::Key_Escape);
    open.type(u"do"_s);
    QVERIFY(popup->isVisible());
    QTest::keyClick(open.line, Qt::Key_Down);
    const int chosen = popup->chosen();
    open.line->resize(open.line->width() - 20, open.line->height()); // by the numbers beside it
    QVERIFY(popup->isVisible());
    QCOMPARE(popup->chosen(), chosen);
    open.type(u"main:"_s);
    QTRY_VERIFY(popup->isVisible() && popup->count() > 1);
}

void FilterTest::stepsLeadBack()
{
    OpenPage open;
    auto& table = *open.page.parts().table;
    open.after([&] { open.page.filter().addTerm(u"result:fail"_s); });
    table.chooseRow(3);
    const auto chosen = open.page.chosenRow();
    open.after([&] { open.page.filter().addTerm(u"-action:block"_s); });
    const auto span = TimeSpan{0, 1};
    open.after([&] { open.page.filter().setSpan(span, 540); });
    QCOMPARE(open.page.checks().rowCount(), 0);
    open.after([&] { QTest::keyClick(&table, Qt::Key_Left, Qt::AltModifier); });
    QVERIFY(!open.page.filter().span());
    open.after([&] { QTest::mouseClick(table.viewport(), Qt::BackButton); });
    QCOMPARE(open.page.filter().expression(), u"result:fail"_s);
    QCOMPARE(open.page.chosenRow(), chosen);
    open.after([&] { open.page.findChild<QAbstractButton*>(u"maillog.forward"_s)->click(); });
    QCOMPARE(open.page.filter().expression(), u"result:fail -action:block"_s);
    open.after([&] { open.page.filter().clear(); });
    QVERIFY(!open.page.findChild<QAbstractButton*>(u"maillog.forward"_s)->isEnabled());
    QVERIFY(open.page.findChild<QAbstractButton*>(u"maillog.back"_s)->isEnabled());
}

void FilterTest::stepsKeepTheChart()
{
    OpenPage open;
    auto* by = open.page.findChild<Segment*>(u"maillog.chartBy"_s);
    auto* length = open.page.findChild<Segment*>(u"maillog.chartLength"_s);
    by->button(1)->click();
    open.after([&] { length->button(3)->click(); }); // an hour a bar
    open.after([&] { open.page.filter().addTerm(u"result:fail"_s); });
    by->button(0)->click();
    const auto back = [&] {
        open.after([&] { QTest::keyClick(open.page.parts().table, Qt::Key_Left, Qt::AltModifier); });
    };
    back();
    QVERIFY(by->current() == 1);
    QCOMPARE(open.page.filter().expression(), u"result:fail"_s);
    back();
    QVERIFY(open.page.filter().expression().isEmpty());
    QVERIFY(length->current() == 3);
    QCOMPARE(open.page.browser().view()->histogram->length.count, 60);
    back();
    QVERIFY(length->current() == 0);
    QVERIFY(by->current() == 1);
    back();
    QVERIFY(by->current() == 0);
    open.after([&] { open.page.findChild<QAbstractButton*>(u"maillog.forward"_s)->click(); });
    QVERIFY(by->current() == 1);
    QCOMPARE(open.page.parts().chart->choice().by, SeriesBy::Action);
}

QTEST_MAIN(FilterTest)
#include "filter_test.moc"
