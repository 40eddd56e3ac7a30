// SPDX-License-Identifier: GPL-3.0-or-later
// What each part does for mouse, keyboard and screen reader, and the sweeps over all of them together.
#include "gallery.h"

#include "tests/support/gui_fixture.h"
#include "tests/support/sweeps.h"
#include "ui/common/badge.h"
#include "ui/common/budget_bar.h"
#include "ui/common/copy_row.h"
#include "ui/common/dialog.h"
#include "ui/common/diff_view.h"
#include "ui/common/field_row.h"
#include "ui/common/filter_chip.h"
#include "ui/common/label.h"
#include "ui/common/notice_bar.h"
#include "ui/common/segment.h"
#include "ui/common/style.h"
#include "ui/common/table_view.h"
#include "ui/common/validated_line_edit.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QFocusFrame>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

class PartsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void everythingIsNamedAndFits_data();
    void everythingIsNamedAndFits();
    void toggledButtonsStandOut();
    void segmentTellsSetFromInherited();
    void segmentIsDrivenByKeys();
    void segmentKeepsItsWidth();
    void theRingOfAFocusIsWhole();
    void badgesPrintTheWord();
    void budgetChangesColourAtTheLimits_data();
    void budgetChangesColourAtTheLimits();
    void chipIsRemovedByKeyAndCross();
    void labelElidesAndKeepsTheFullText();
    void lineEditKeepsItsTextPlaceAndShowsItsState();
    void fieldRowNamesItsControl();
    void noticeClosesAndOffersButtons();
    void copyRowCopiesTheWholeValue();
    void tableCopiesRows();
    void diffIsUnifiedWhenLinesAreLong();
    void wheelDoesNotChangeWhatIsNotFocused();
    void prompterCallsBackWithTheAnswer();

private:
    std::unique_ptr<test::Gui> m_gui;
};

void PartsTest::initTestCase()
{
    m_gui = std::make_unique<test::Gui>();
    new ui::WheelGuard(qApp);
}

void PartsTest::cleanupTestCase()
{
    m_gui.reset();
}

void PartsTest::everythingIsNamedAndFits_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("theme");
    for (const char* language : {"en", "ja"}) {
        for (const char* theme : {"light", "dark"})
            QTest::addRow("%s %s", language, theme)
                << QString::fromLatin1(language) << QString::fromLatin1(theme);
    }
}

void PartsTest::everythingIsNamedAndFits()
{
    QFETCH(QString, language);
    QFETCH(QString, theme);
    m_gui->language.setChoice(words::choiceFromCode(language));
    m_gui->theme.setChoice(ui::themeChoiceFromCode(theme));
    test::Gallery gallery;
    gallery.show();
    test::settle();
    const QStringList faults = test::allFaults(&gallery);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    test::picture(gallery, QStringLiteral("components.%1.%2").arg(language, theme));
    m_gui->language.setChoice(words::LanguageChoice::English);
    m_gui->theme.setChoice(ui::ThemeChoice::Light);
}

void PartsTest::toggledButtonsStandOut()
{
    for (const auto choice : {ui::ThemeChoice::Light, ui::ThemeChoice::Dark}) {
        m_gui->theme.setChoice(choice);
        for (const auto kind : {ui::ButtonKind::Plain, ui::ButtonKind::Small, ui::ButtonKind::Flat}) {
            const std::unique_ptr<QPushButton> button(ui::makeButton(kind));
            button->setText(QStringLiteral("Match case"));
            button->setCheckable(true);
            const auto ground = [&button] {
                const QImage image = button->grab().toImage();
                return image.pixelColor(4, image.height() / 2);
            };
            QVERIFY(ground() != m_gui->theme.tokens().accentTint);
            button->setChecked(true);
            QCOMPARE(ground(), m_gui->theme.tokens().accentTint);
        }
    }
    m_gui->theme.setChoice(ui::ThemeChoice::Light);
}

void PartsTest::theRingOfAFocusIsWhole()
{
    ui::FocusRing ring(nullptr);
    QWidget window;
    window.setStyle(new ui::Style);
    auto* segment = new ui::Segment(ui::Segment::Size::Small, &window);
    segment->addChoice(QStringLiteral("one"));
    segment->addChoice(QStringLiteral("two"));
    segment->move(40, 40);
    window.resize(300, 120);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    segment->button(0)->setFocus();
    QTRY_VERIFY(window.findChild<QFocusFrame*>() != nullptr);
    auto* frame = window.findChild<QFocusFrame*>();
    QTRY_VERIFY(frame->isVisible());
    QCOMPARE(frame->visibleRegion().boundingRect(), frame->rect());
}

void PartsTest::segmentTellsSetFromInherited()
{
    ui::Segment segment(ui::Segment::Size::Matrix);
    segment.addActionChoices();
    segment.setInherited(0);
    QCOMPARE(segment.current(), std::nullopt);
    QSignalSpy chosen(&segment, &ui::Segment::chosen);
    QTest::mouseClick(segment.button(2), Qt::LeftButton);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(segment.current(), 2);
    QCOMPARE(dynamic_cast<ui::SegmentButton*>(segment.button(2))->state(), ui::SegmentButton::State::On);
    QCOMPARE(dynamic_cast<ui::SegmentButton*>(segment.button(0))->state(), ui::SegmentButton::State::Off);
    segment.setCurrent(std::nullopt);
    QCOMPARE(chosen.size(), 1); // set by program: no signal
    QCOMPARE(dynamic_cast<ui::SegmentButton*>(segment.button(0))->state(),
             ui::SegmentButton::State::Inherited);
}

void PartsTest::segmentIsDrivenByKeys()
{
    ui::Segment segment;
    segment.addActionChoices();
    segment.setInherited(1);
    QSignalSpy chosen(&segment, &ui::Segment::chosen);
    QSignalSpy cleared(&segment, &ui::Segment::cleared);
    QTest::keyClick(segment.button(1), Qt::Key_Right);
    QCOMPARE(segment.current(), 2);
    QTest::keyClick(segment.button(2), Qt::Key_Right);
    QCOMPARE(segment.current(), 0);
    QTest::keyClick(segment.button(0), Qt::Key_Left);
    QCOMPARE(segment.current(), 2);
    QCOMPARE(chosen.size(), 3);
    QTest::keyClick(segment.button(2), Qt::Key_Delete);
    QCOMPARE(cleared.size(), 1);
    // Only the choice that holds is a stop of the Tab key.
    QCOMPARE(segment.button(2)->focusPolicy(), Qt::StrongFocus);
    QCOMPARE(segment.button(0)->focusPolicy(), Qt::ClickFocus);
}

void PartsTest::segmentKeepsItsWidth()
{
    ui::Segment segment;
    segment.addActionChoices();
    const QSize before = segment.sizeHint();
    segment.setCurrent(2);
    QCOMPARE(segment.sizeHint(), before);
}

void PartsTest::badgesPrintTheWord()
{
    for (const spf::Result result : spf::allResults) {
        const ui::BadgeSpec spec = ui::BadgeSpec::of(result);
        QVERIFY(!spec.text().isEmpty());
        QVERIFY(spec.parts.front().icon.startsWith(QLatin1String("result-")));
    }
    QCOMPARE(ui::BadgeSpec::of(spf::Result::SoftFail, policy::Action::Block).text(),
             QStringLiteral("softfail > block"));
}

void PartsTest::budgetChangesColourAtTheLimits_data()
{
    QTest::addColumn<int>("used");
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("result");
    QTest::newRow("none") << 0 << 10 << static_cast<int>(spf::Result::Pass);
    QTest::newRow("7 of 10") << 7 << 10 << static_cast<int>(spf::Result::Pass);
    QTest::newRow("8 of 10") << 8 << 10 << static_cast<int>(spf::Result::SoftFail);
    QTest::newRow("10 of 10") << 10 << 10 << static_cast<int>(spf::Result::SoftFail);
    QTest::newRow("11 of 10") << 11 << 10 << static_cast<int>(spf::Result::Fail);
    QTest::newRow("1 of 2") << 1 << 2 << static_cast<int>(spf::Result::Pass);
    QTest::newRow("3 of 2") << 3 << 2 << static_cast<int>(spf::Result::Fail);
}

void PartsTest::budgetChangesColourAtTheLimits()
{
    QFETCH(int, used);
    QFETCH(int, limit);
    QFETCH(int, result);
    ui::BudgetBar bar;
    bar.setUsed(used, limit);
    QVERIFY(bar.ink() == ui::Ink(static_cast<spf::Result>(result)));
    QVERIFY(bar.accessibleName().contains(QStringLiteral("%1 / %2").arg(used).arg(limit)));
}

void PartsTest::chipIsRemovedByKeyAndCross()
{
    ui::FilterChip chip(QStringLiteral("calendar"));
    chip.setText(QStringLiteral("Time: 7 days"));
    chip.resize(chip.sizeHint());
    QSignalSpy removed(&chip, &ui::FilterChip::removed);
    QSignalSpy clicked(&chip, &QAbstractButton::clicked);
    QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(chip.width() - 8, 13));
    QCOMPARE(removed.size(), 1);
    QTest::keyClick(&chip, Qt::Key_Delete);
    QCOMPARE(removed.size(), 2);
    QCOMPARE(clicked.size(), 0);
    QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(20, 13));
    QCOMPARE(clicked.size(), 1);
}

void PartsTest::labelElidesAndKeepsTheFullText()
{
    ui::Label label;
    label.setElide(Qt::ElideMiddle);
    label.setText(QStringLiteral("/opt/trend/imss/postfix/etc/postfix/SPFPolicyd/config.ini"));
    label.resize(120, 20);
    QVERIFY(label.isElided());
    label.resize(label.sizeHint());
    QVERIFY(!label.isElided());
    QVERIFY(label.minimumSizeHint().width() < 60);
}

void PartsTest::lineEditKeepsItsTextPlaceAndShowsItsState()
{
    ui::ValidatedLineEdit edit;
    edit.resize(200, 30);
    edit.setText(QStringLiteral("203.0.113.0/33"));
    const QImage plain = edit.grab().toImage();
    edit.setState(ui::ValidatedLineEdit::State::Bad);
    QCOMPARE(edit.property("state").toString(), QStringLiteral("bad"));
    QVERIFY(edit.grab().toImage() != plain);
    edit.setState(ui::ValidatedLineEdit::State::Plain);
    QCOMPARE(edit.grab().toImage(), plain);
}

void PartsTest::fieldRowNamesItsControl()
{
    auto* edit = new ui::ValidatedLineEdit;
    ui::FieldRow row(edit);
    row.setLabel(QStringLiteral("Block &reply"));
    QCOMPARE(edit->accessibleName(), QStringLiteral("Block reply"));
    QSignalSpy reset(&row, &ui::FieldRow::resetRequested);
    row.setReset(QStringLiteral("Reset to 550"));
    auto* button = row.findChild<QToolButton*>();
    QCOMPARE(button->accessibleName(), QStringLiteral("Reset to 550"));
    button->click();
    QCOMPARE(reset.size(), 1);
    row.setReset({});
    QVERIFY(!button->isVisibleTo(&row));
}

void PartsTest::noticeClosesAndOffersButtons()
{
    ui::NoticeBar bar;
    QVERIFY(bar.isHidden());
    bar.show(ui::Level::Info, QStringLiteral("Applied 3 fixes."));
    QVERIFY(bar.isVisible());
    QSignalSpy clicked(bar.addButton(QStringLiteral("Undo")), &QAbstractButton::clicked);
    QCOMPARE(bar.findChildren<QPushButton*>().size(), 1);
    QSignalSpy closed(&bar, &ui::NoticeBar::closed);
    bar.findChild<QToolButton*>()->click();
    QCOMPARE(closed.size(), 1);
    QVERIFY(bar.isHidden());
}

void PartsTest::copyRowCopiesTheWholeValue()
{
    ui::CopyRow row;
    const QString value = QString(400, u'x');
    row.setValue(value);
    row.resize(200, 30);
    row.findChild<QToolButton*>()->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), value);
}

void PartsTest::tableCopiesRows()
{
    test::Gallery gallery;
    auto* table = gallery.findChild<ui::TableView*>();
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("04:41:07.312\tfail\tpayroll@sakura-bank.example"));
    QVERIFY(table->selectionAsMarkdown().startsWith(
        QStringLiteral("| Time | Result | Sender |\n| --- | --- | --- |\n")));
    table->setColumnHidden(1, true);
    QCOMPARE(table->selectionAsTsv(), QStringLiteral("04:41:07.312\tpayroll@sakura-bank.example"));
}

void PartsTest::diffIsUnifiedWhenLinesAreLong()
{
    ui::DiffView view;
    view.resize(600, 300);
    view.setTexts(QStringLiteral("a = 1\n"), QStringLiteral("a = 2\n"));
    view.show();
    QVERIFY(!view.isUnified());
    view.setTexts(QString(200, u'x'), QString(200, u'y'));
    QVERIFY(view.isUnified());
    view.setForm(ui::DiffView::Form::TwoColumns);
    QVERIFY(!view.isUnified());
    QVERIFY(view.contentHeight() > 20);
}

void PartsTest::wheelDoesNotChangeWhatIsNotFocused()
{
    QWidget page;
    QSpinBox spin(&page);
    QComboBox combo(&page);
    combo.addItems({QStringLiteral("a"), QStringLiteral("b")});
    page.show();
    page.setFocus();
    for (QWidget* widget : {static_cast<QWidget*>(&spin), static_cast<QWidget*>(&combo)}) {
        widget->clearFocus();
        QWheelEvent wheel(QPointF(5, 5), QPointF(5, 5), {}, QPoint(0, -120), Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(widget, &wheel);
    }
    QCOMPARE(spin.value(), 0);
    QCOMPARE(combo.currentIndex(), 0);
}

void PartsTest::prompterCallsBackWithTheAnswer()
{
    QWidget window;
    window.show();
    ui::DialogPrompter prompter;
    int answer = -2;
    const ui::Question question{QStringLiteral("Unsaved changes"),
                                QStringLiteral("config.ini has changes."),
                                {QStringLiteral("Discard"), QStringLiteral("Save")},
                                QStringLiteral("Cancel")};
    const auto dialog = [&] { return window.findChild<QDialog*>(); };
    prompter.ask(&window, question, [&](int given) { answer = given; });
    QVERIFY(dialog() != nullptr);
    QCOMPARE(test::allFaults(dialog()), QStringList());
    dialog()->findChildren<QPushButton*>().last()->click();
    QCOMPARE(answer, 1);
    test::settle();
    prompter.ask(&window, question, [&](int given) { answer = given; });
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QCOMPARE(answer, -1);
}

QTEST_MAIN(PartsTest)
#include "parts_test.moc"
