// SPDX-License-Identifier: GPL-3.0-or-later
// config.ini as text: completion while typing, the cursor over edits made elsewhere, colours of what is in
// sight. SPM_PICTURES=folder writes pictures.
#include "tests/support/config_desk.h"
#include "tests/support/gui_fixture.h"
#include "tests/support/sweeps.h"
#include "ui/common/completion_popup.h"
#include "ui/config/config_page.h"
#include "ui/config/raw_text_edit.h"
#include "ui/config/test_mails.h"

#include <QDir>
#include <QListView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTextBlock>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

constexpr auto sample = "# policy\n[globals]\nfail = block\n\n[enforce_actions]\nfail = block\n";

struct Desk
{
    test::Gui gui;
    qtio::LocalFileStore store;
    qtio::LocalFiles files{store};
    ConfigDocument document;
    ConfigFile file{document, files};
    QStackedWidget window;
    TestMails mails{file};
    SaveFlow* flow = new SaveFlow(file, mails, gui.services, &window);
    ConfigPage* config = new ConfigPage(document, *flow, mails);
    RawTextEdit* text = config->findChild<RawTextEdit*>();
    CompletionPopup* popup = text->findChild<CompletionPopup*>();

    explicit Desk(const QByteArray& bytes = sample)
    {
        if (test::openNow(file, gui.write(u"config.ini"_s, bytes)))
            qFatal("does not open");
        window.addWidget(config);
        window.resize(1228, 829);
        window.show();
        window.activateWindow();
        text->setFocus();
        test::settle();
    }

    void putCursor(int line, int column = 0) const
    {
        QTextCursor cursor(text->document()->findBlockByNumber(line));
        cursor.setPosition(cursor.position() + column);
        text->setTextCursor(cursor);
    }

    void type(const char* keys) const { QTest::keyClicks(text, QLatin1String(keys)); }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(text, key, modifiers);
    }

    QStringList offered() const
    {
        QStringList words;
        if (popup->isVisible()) {
            const auto* model = popup->findChild<QListView*>()->model();
            for (int row = 0; row < model->rowCount(); ++row)
                words += model->index(row, 0).data().toString();
        }
        return words;
    }

    QString bytes() const { return QString::fromStdString(document.current().bytes()); }

    QString line(int number) const { return text->document()->findBlockByNumber(number).text(); }

    void picture(const QString& name)
    {
        test::settle();
        const QString folder = qEnvironmentVariable("SPM_PICTURES");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        window.grab().save(folder + u'/' + name + u".png"_s);
    }
};

} // namespace

class RawTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aKeyAndItsValueAreCompleted()
    {
        Desk desk;
        desk.putCursor(3);
        desk.type("so");
        QCOMPARE(desk.offered(), QStringList{u"softfail"_s});
        QCOMPARE(desk.popup->chosen(), -1);
        desk.key(Qt::Key_Down);
        QCOMPARE(desk.popup->chosen(), 0);
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.line(3), u"softfail = "_s);
        QCOMPARE(desk.document.undoText(), u"Complete softfail"_s);
        QCOMPARE(desk.text->textCursor().positionInBlock(), 11);
        // The words of the value follow at once.
        QCOMPARE(desk.offered(), (QStringList{u"bypass"_s, u"tempblock"_s, u"block"_s}));
        QCOMPARE(desk.popup->chosen(), -1);
        desk.type("t");
        QCOMPARE(desk.offered(), QStringList{u"tempblock"_s});
        desk.key(Qt::Key_Tab);
        QCOMPARE(desk.line(3), u"softfail = tempblock"_s);
        QVERIFY(desk.popup->isHidden());
        QVERIFY(desk.text->hasFocus());
        QCOMPARE(desk.document.policy().globals[spf::Result::SoftFail], config::Action::TempBlock);
        desk.document.undoStack()->undo();
        QCOMPARE(desk.line(3), u"softfail = t"_s);
        QCOMPARE(desk.text->textCursor().positionInBlock(), 12);
        desk.document.undoStack()->undo();
        desk.document.undoStack()->undo();
        QCOMPARE(desk.line(3), u"so"_s);
        desk.document.undoStack()->undo();
        QCOMPARE(desk.bytes(), QLatin1String(sample));
        QCOMPARE(desk.text->textCursor().blockNumber(), 3);
    }

    void typingIsNeverInTheWay()
    {
        Desk desk;
        desk.putCursor(3);
        desk.type("neutral");
        QVERIFY(desk.popup->isVisible());
        desk.key(Qt::Key_Return); // no row is chosen
        QVERIFY(desk.popup->isHidden());
        desk.type("pass=block");
        QVERIFY(desk.popup->isHidden()); // a whole word needs no help
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.bytes(), u"# policy\n[globals]\nfail = block\nneutral\npass=block\n\n"
                               "[enforce_actions]\nfail = block\n"_s);
        desk.type("x");
        QVERIFY(desk.popup->isHidden());
        desk.key(Qt::Key_Backspace);
        desk.type("# so");
        QVERIFY(desk.popup->isHidden());
    }

    void theListCloses()
    {
        Desk desk;
        desk.putCursor(3);
        desk.type("s");
        QVERIFY(desk.popup->isVisible());
        desk.key(Qt::Key_Escape);
        QVERIFY(desk.popup->isHidden());
        desk.type("o");
        QVERIFY(desk.popup->isVisible());
        desk.key(Qt::Key_Backspace);
        QCOMPARE(desk.offered(), QStringList{u"softfail"_s});
        desk.key(Qt::Key_Backspace); // nothing is typed any more
        QVERIFY(desk.popup->isHidden());
        desk.type("s");
        desk.key(Qt::Key_Left);
        QVERIFY(desk.popup->isHidden());
        desk.key(Qt::Key_Right);
        desk.type("o");
        desk.document.setKey("globals", "log_level", "3");
        QVERIFY(desk.popup->isHidden());
        desk.type("f");
        QVERIFY(desk.popup->isVisible());
        desk.config->setFocus();
        test::settle();
        QVERIFY(desk.popup->isHidden());
    }

    void controlSpaceAsks()
    {
        Desk desk;
        desk.putCursor(5, 12); // behind "block"
        desk.key(Qt::Key_Space, Qt::ControlModifier);
        QCOMPARE(desk.offered(), (QStringList{u"bypass"_s, u"tempblock"_s, u"block"_s}));
        QCOMPARE(desk.popup->chosen(), 0);
        desk.key(Qt::Key_Down);
        desk.key(Qt::Key_Enter, Qt::KeypadModifier);
        QCOMPARE(desk.line(5), u"fail = tempblock"_s);
        desk.putCursor(5, 2);
        desk.key(Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(desk.offered().contains(u"softfail"_s));
        auto* list = desk.popup->findChild<QListView*>();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(0, 0)).center());
        QCOMPARE(desk.line(5), u"pass = tempblock"_s);
        desk.putCursor(0, 3);
        desk.key(Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(desk.popup->isHidden()); // nothing is known to fit in a comment
    }

    void sectionsAreCompleted()
    {
        Desk desk("[globals]\n");
        desk.putCursor(1);
        desk.type("[");
        QCOMPARE(desk.offered(), QStringList{u"enforce_actions"_s});
        desk.key(Qt::Key_Tab);
        QCOMPARE(desk.bytes(), u"[globals]\n[enforce_actions]"_s);
    }

    void nothingIsOfferedWhereNothingMayBeTyped()
    {
        Desk desk("[globals]\n# lone \r return\n\n");
        QVERIFY(desk.text->isReadOnly());
        QVERIFY(test::visibleTexts(desk.config).join(u'\n').contains(u"Read-only as text"_s));
        desk.putCursor(2);
        desk.type("so");
        desk.key(Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(desk.popup->isHidden());
    }

    void theListLooksWellInBothThemes_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("japanese");
        QTest::newRow("light") << false << false;
        QTest::newRow("dark") << true << false;
        QTest::newRow("light.ja") << false << true;
    }

    void theListLooksWellInBothThemes()
    {
        QFETCH(bool, dark);
        QFETCH(bool, japanese);
        Desk desk;
        if (japanese)
            desk.gui.language.setChoice(words::LanguageChoice::Japanese);
        desk.gui.theme.setChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
        test::settle();
        const QString tag = QLatin1String(QTest::currentDataTag());
        desk.putCursor(3);
        desk.type("p");
        QVERIFY(desk.popup->isVisible());
        QVERIFY(desk.window.rect().contains(desk.popup->geometry()));
        QVERIFY(!desk.popup->findChild<QListView*>()->accessibleName().isEmpty());
        desk.key(Qt::Key_Down);
        desk.picture(u"raw-completion-keys."_s + tag);
        desk.key(Qt::Key_Return);
        desk.picture(u"raw-completion-values."_s + tag);
        desk.gui.theme.setChoice(ThemeChoice::Light);
        desk.gui.language.setChoice(words::LanguageChoice::English);
    }

    void theCursorStaysWithItsLetters()
    {
        Desk desk;
        desk.putCursor(2, 12);
        desk.type(" ; x");
        QCOMPARE(desk.text->textCursor().positionInBlock(), 16);
        desk.document.undoStack()->undo();
        QCOMPARE(desk.text->textCursor().blockNumber(), 2);
        QCOMPARE(desk.text->textCursor().positionInBlock(), 12);
        desk.putCursor(5, 3);
        desk.document.setKey("enforce_actions", "fail", "bypass");
        QCOMPARE(desk.text->textCursor().blockNumber(), 5);
        QCOMPARE(desk.text->textCursor().positionInBlock(), 3);
        desk.document.setKey("globals", "log_level", "3"); // a line more above
        QCOMPARE(desk.text->textCursor().block().text(), u"fail = bypass"_s);
        QCOMPARE(desk.text->textCursor().positionInBlock(), 3);
    }

    void aRefusedCharacterLeavesTheCursor()
    {
        Desk desk("# \x8F\xB3\x94\x46\n[globals]\nfail = block\n"); // Shift_JIS
        desk.putCursor(2, 4);
        desk.text->insertPlainText(QString::fromUtf8("\xF0\x9F\x98\x80"));
        test::settle();
        QCOMPARE(desk.line(2), u"fail = block"_s);
        QCOMPARE(desk.text->textCursor().blockNumber(), 2);
        QCOMPARE(desk.text->textCursor().positionInBlock(), 4);
    }

    void linesInSightHaveTheirColours()
    {
        QByteArray bytes("[globals]\nwhite_ip =\n");
        for (int i = 0; i < 2000; ++i)
            bytes += "    10.0." + QByteArray::number(i / 250) + '.' + QByteArray::number(i % 250) + '\n';
        Desk desk(bytes + "[enforce_actions]\nfail = block\n");
        const auto coloursOf = [&desk](int line) {
            return desk.text->document()->findBlockByNumber(line).layout()->formats().size();
        };
        QCOMPARE(coloursOf(0), 1);
        QCOMPARE(coloursOf(1), 2);
        QCOMPARE(coloursOf(2003), 0); // nobody has seen it yet
        desk.text->verticalScrollBar()->setValue(desk.text->verticalScrollBar()->maximum());
        desk.window.grab();
        QCOMPARE(coloursOf(2002), 1);
        QCOMPARE(coloursOf(2003), 3);
        desk.document.setKey("enforce_actions", "fail", "nonsense");
        desk.window.grab();
        QCOMPARE(coloursOf(2003), 2);
    }

    void brokenTextNeverEmptiesTheForm()
    {
        Desk desk;
        desk.putCursor(1, 0);
        desk.text->insertPlainText(u"[[=]\n:;\"%\n =\n"_s);
        QVERIFY(!desk.document.findings().empty());
        QVERIFY(desk.config->isVisible());
        QCOMPARE(desk.bytes(), desk.text->toPlainText());
        while (desk.document.undoStack()->canUndo())
            desk.document.undoStack()->undo();
        QCOMPARE(desk.bytes(), QLatin1String(sample));
        QCOMPARE(desk.text->toPlainText(), QLatin1String(sample));
    }
};

QTEST_MAIN(RawTextTest)
#include "raw_text_test.moc"
