// SPDX-License-Identifier: GPL-3.0-or-later
// The document behind the settings pages: edits and their history, what "modified" means, the file on disk,
// text and bytes, and the models of its lists.
#include "tests/support/config_desk.h"
#include "tests/support/gui_fixture.h"
#include "ui/config/change_model.h"
#include "ui/config/config_document.h"
#include "ui/config/entry_text.h"
#include "ui/config/file_text.h"
#include "ui/config/list_model.h"
#include "ui/config/problem_model.h"
#include "ui/config/raw_text_edit.h"
#include "ui/config/replies_card.h"
#include "ui/config/section_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

const QByteArray
    sample("# policy\r\n[globals]\nfail = block ; hard\nsoftfail   = bypass\nwhite_ip = 127.0.0.1,\n"
           "    192.0.2.0/24 ; office\n\n[example.com]\nnone = block\n");

QByteArray bytesOf(const ConfigDocument& document)
{
    return QByteArray::fromStdString(document.current().bytes());
}

QByteArray fileBytes(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class ConfigDocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editsAreUndone_data();
    void editsAreUndone();
    void modifiedMeansThatBytesDiffer();
    void typedLettersAreOneStep();
    void savingChangesOneLine();
    void aStaleBaseIsRefused();
    void outsideChangesAreSeen();
    void aVanishedFileIsSeen();
    void whatCannotBeOpenedSaysWhy();
    void anyBytesOpen_data();
    void anyBytesOpen();
    void removedSectionsComeBack();
    void safeFixesAreOneStep();
    void aWholeTextIsOneStep();
    void textAndBytesFollowEachOther();
    void whatTheEncodingLacksIsRefused();
    void pastedEntriesAreParted_data();
    void pastedEntriesAreParted();
    void modelsHoldUnderEdits();
    void repliesAreShownAsPostfixSendsThem();
};

void ConfigDocumentTest::editsAreUndone_data()
{
    using Edit = std::function<void(ConfigDocument&)>;
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("name");
    QTest::newRow("set") << Edit([](ConfigDocument& d) { d.setKey("globals", "softfail", "tempblock"); })
                         << QByteArray("softfail   = bypass\n") << QByteArray("softfail   = tempblock\n")
                         << u"Set softfail to tempblock"_s;
    QTest::newRow("keeps the comment")
        << Edit([](ConfigDocument& d) { d.setKey("globals", "fail", "tempblock"); })
        << QByteArray("fail = block ; hard\n") << QByteArray("fail = tempblock ; hard\n")
        << u"Set fail to tempblock"_s;
    QTest::newRow("reset") << Edit([](ConfigDocument& d) { d.resetKey("globals", "softfail"); })
                           << QByteArray("softfail   = bypass\n") << QByteArray()
                           << u"Reset softfail to its default"_s;
    QTest::newRow("remove section") << Edit([](ConfigDocument& d) {
        d.edit(config::removeSection(d.current(), "example.com"),
               {.what = EditName::What::RemoveSection, .section = "example.com"});
    }) << QByteArray("[example.com]\nnone = block\n")
                                    << QByteArray() << u"Remove section [example.com]"_s;
}

void ConfigDocumentTest::editsAreUndone()
{
    QFETCH(std::function<void(ConfigDocument&)>, edit);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, name);
    test::Gui gui;
    test::ConfigDesk desk;
    auto& [store, files, document, file] = desk;
    QVERIFY(!test::openNow(file, gui.write(u"config.ini"_s, sample)));
    edit(document);
    QByteArray wanted = sample;
    wanted.replace(from, to);
    if (qstrcmp(QTest::currentDataTag(), "remove section") == 0)
        QVERIFY(!bytesOf(document).contains("example.com"));
    else
        QCOMPARE(bytesOf(document), wanted);
    QVERIFY(document.isModified());
    QCOMPARE(document.undoText(), name);
    document.undoStack()->undo();
    QCOMPARE(bytesOf(document), sample);
    QVERIFY(!document.isModified());
    QCOMPARE(document.redoText(), name);
    document.undoStack()->redo();
    QVERIFY(document.isModified());
}

void ConfigDocumentTest::modifiedMeansThatBytesDiffer()
{
    test::Gui gui;
    test::ConfigDesk desk;
    auto& [store, files, document, file] = desk;
    QVERIFY(!test::openNow(file, gui.write(u"config.ini"_s, sample)));
    document.setKey("globals", "softfail", "bypass"); // says so already
    QCOMPARE(document.undoStack()->count(), 0);
    document.setKey("globals", "softfail", "block");
    QVERIFY(document.isKeyModified("globals", "softfail"));
    QVERIFY(document.isKeyModified("GLOBAL", "softfail"));
    QVERIFY(!document.isKeyModified("globals", "fail"));
    document.setKey("globals", "softfail", "bypass"); // by hand instead of undo
    QVERIFY(!document.isModified());
    QCOMPARE(document.undoStack()->count(), 2);
}

void ConfigDocumentTest::typedLettersAreOneStep()
{
    test::Gui gui;
    test::ConfigDesk desk;
    auto& [store, files, document, file] = desk;
    QVERIFY(!test::openNow(file, gui.write(u"config.ini"_s, sample)));
    const std::string reply = "550 No";
    for (std::size_t length = 5; length <= reply.size(); ++length)
        document.setKey("globals", "block_res", reply.substr(0, length), true);
    document.setKey("globals", "block_res", "550 N", true); // a letter taken back
    QVERIFY(bytesOf(document).contains("block_res = 550 N\n"));
    document.undoStack()->undo();
    QVERIFY(document.undoStack()->count() <= 2);
    while (document.undoStack()->canUndo())
        document.undoStack()->undo();
    QCOMPARE(bytesOf(document), sample);
    while (document.undoStack()->canRedo())
        document.undoStack()->redo();
    QVERIFY(bytesOf(document).contains("block_res = 550 N\n"));
}

void ConfigDocumentTest::savingChangesOneLine()
{
    test::Gui gui;
    const QString path = gui.write(u"config.ini"_s, sample);
    test::ConfigDesk desk;
    auto& [store, files, document, file] = desk;
    QVERIFY(!test::openNow(file, path));
    document.setKey("globals", "softfail", "tempblock");
    QSignalSpy saved(&document, &OpenDocument::saved);
    QVERIFY(!test::writeNow(file));
    QCOMPARE(saved.count(), 1);
    QCOMPARE(fileBytes(path), QByteArray(sample).replace("bypass", "tempblock"));
    QVERIFY(!document.isModified());
    QVERIFY(document.changes().empty());
    document.undoStack()->undo(); // the history goes on behind the save
    QVERIFY(document.isModified());
    QVERIFY(!test::writeNow(file));
    QCOMPARE(fileBytes(path), sample);
}

void ConfigDocumentTest::aStaleBaseIsRefused()
{
    test::Gui gui;
    const QString path = gui.write(u"config.ini"_s, sample);
    test::ConfigDesk desk;
    auto& [store, files, document, file] = desk;
    QVERIFY(!test::openNow(file, path));
    document.setKey("globals", "softfail", "tempblock");
    gui.write(u"config.ini"_s, "[globals]\nfail = bypass\n");
    const auto error = test::writeNow(file);
    QVERIFY(error.has_value());
    QCOMPARE(error->code, qtio::FileError::Code::Stale);
    QCOMPARE(fileBytes(path), QByteArray("[globals]\nfail = bypass\n"));
    QCOMPARE(file.diskState(), ConfigFile::DiskState::Changed);
    QVERIFY(!test::keepMineNow(file));
    QCOMPARE(file.diskState(), ConfigFile::DiskState::Same);
    QVERIFY(bytesOf(document).contains("tempblock"));
    QVERIFY(!test::writeNow(file));
    QCOMPARE(fileBytes(path), bytesOf(document));
}

void ConfigDocumentTest::outsideChangesAreSeen()
{
    test::Gui gui;
    const QString path = gui.write(u"config.ini"_s, sample);
    test::ConfigDesk desk;
    auto& [store, files, document, file] = desk;
    QVERIFY(!test::openNow(file, path));
    document.setKey("globals", "softfail", "tempblock");
    // As editors do it: a new file is renamed over the old one, twice.
    for (const char* text : {"[globals]\nfail = bypass\n", "[globals]\nfail = tempblock\n"}) {
        const QString next = gui.write(u"next.ini"_s, text);
        QVERIFY(QFile::remove(path) && QFile::rename(next, path));
        QTRY_COMPARE(file.diskState(), ConfigFile::DiskState::Changed);
        QVERIFY(!test::reloadNow(file));
        QCOMPARE(bytesOf(document), QByteArray(text));
        QVERIFY(!document.isModified());
    }
    document.undoStack()->undo();
    document.undoStack()->undo();
    QVERIFY(bytesOf(document).contains("softfail   = tempblock")); // the edits are not lost
}

void ConfigDocumentTest::aVanishedFileIsSeen()
{
    test::Gui gui;
    const QString path = gui.write(u"config.ini"_s, sample);
    test::ConfigDesk desk;
    auto& [store, files, document, file] = desk;
    QVERIFY(!test::openNow(file, path));
    QVERIFY(QFile::remove(path));
    QTRY_COMPARE(file.diskState(), ConfigFile::DiskState::Gone);
    QVERIFY(!test::keepMineNow(file));
    QVERIFY(document.isModified());
    QVERIFY(!test::writeNow(file));
    QCOMPARE(fileBytes(path), sample);
}

void ConfigDocumentTest::whatCannotBeOpenedSaysWhy()
{
    test::Gui gui;
    test::ConfigDesk desk;
    auto& [store, files, document, file] = desk;
    const auto missing = test::openNow(file, gui.folder.filePath(u"nowhere.ini"_s));
    QVERIFY(missing && missing->code == qtio::FileError::Code::NotFound);
    const auto folder = test::openNow(file, gui.folder.path());
    QVERIFY(folder && folder->code == qtio::FileError::Code::IsFolder);
    QVERIFY(!document.isOpen());
}

void ConfigDocumentTest::anyBytesOpen_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isExact"); ///< can be edited as text
    QTest::newRow("empty") << QByteArray() << true;
    QTest::newRow("no last line end") << QByteArray("[globals]\nfail = block") << true;
    QTest::newRow("mixed line ends") << QByteArray("[globals]\r\nfail = block\nnone=block\r\n") << true;
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF[globals]\nfail = block\n") << true;
    QTest::newRow("Shift_JIS") << QByteArray("# \x8F\xB3\x94\x46\x8D\xCF\x82\xDD\n[globals]\nfail = block\n")
                               << true;
    QTest::newRow("broken") << QByteArray("fail = block\n[globals\n====\n   x\n[]\n") << true;
    QTest::newRow("zero bytes") << QByteArray("\0\1\2[globals]\nfail = block\n\0", 28) << false;
    QTest::newRow("lone carriage return") << QByteArray("[globals]\nfail = \rblock\n") << false;
}

void ConfigDocumentTest::anyBytesOpen()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isExact);
    test::Gui gui;
    const QString path = gui.write(u"config.ini"_s, bytes);
    test::ConfigDesk desk;
    auto& [store, files, document, file] = desk;
    QVERIFY(!test::openNow(file, path));
    QCOMPARE(bytesOf(document), bytes);
    RawTextEdit text(document);
    QCOMPARE(text.isExact(), isExact);
    QCOMPARE(text.isReadOnly(), !isExact);
    QVERIFY(!document.isModified());
    document.setKey("globals", "softfail", "tempblock");
    QCOMPARE(document.isModified(), document.current().isText()); // what is no text is not edited
    if (document.isModified()) {
        QCOMPARE(document.policy().globals[spf::Result::SoftFail], config::Action::TempBlock);
        document.undoStack()->undo();
    }
    QCOMPARE(bytesOf(document), bytes);
    QCOMPARE(fileBytes(path), bytes);
}

void ConfigDocumentTest::removedSectionsComeBack()
{
    test::Gui gui;
    test::ConfigDesk desk;
    auto& [store, files, document, file] = desk;
    QVERIFY(!test::openNow(file, gui.write(u"config.ini"_s, sample)));
    document.edit(config::removeSection(document.current(), "example.com"), {});
    const auto removed =
        std::ranges::find(document.changes(), config::ChangeKind::SectionRemoved, &config::Change::kind);
    QVERIFY(removed != document.changes().end());
    const config::Change change = *removed;
    document.revert(change);
    QVERIFY(document.changes().empty());
    QVERIFY(bytesOf(document).endsWith("[example.com]\nnone = block\n"));
}

void ConfigDocumentTest::safeFixesAreOneStep()
{
    test::Gui gui;
    test::ConfigDesk desk;
    auto& [store, files, document, file] = desk;
    const QByteArray bytes("[globals]\nsoftfail = bypass\nwhite_ip = 127.0.0.1, 198.51.100.17/28\n");
    QVERIFY(!test::openNow(file, gui.write(u"config.ini"_s, bytes)));
    const int fixes = document.safeFixCount();
    if (fixes == 0)
        QSKIP("no finding of this text has a safe fix");
    document.applySafeFixes();
    QVERIFY(document.isModified());
    QCOMPARE(document.safeFixCount(), 0);
    document.undoStack()->undo();
    QCOMPARE(bytesOf(document), bytes);
}

void ConfigDocumentTest::aWholeTextIsOneStep()
{
    test::Gui gui;
    test::ConfigDesk desk;
    auto& [store, files, document, file] = desk;
    QVERIFY(!test::openNow(file, gui.write(u"config.ini"_s, sample)));
    const std::string japanese("# \x93\xfa\x96\x7b\x8c\xea\n[globals]\n");
    document.replaceText(japanese, {.what = EditName::What::RestoreVersion, .value = "2026-11-21T00:00:00Z"});
    QCOMPARE(document.encoding(), config::Encoding::ShiftJis);
    QCOMPARE(document.undoStack()->count(), 1);
    QVERIFY(document.undoText().startsWith(u"Restore the version of "_s));
    // ASCII fits the encoding that is there.
    document.replaceText("[globals]\n", {.what = EditName::What::RestoreVersion});
    QCOMPARE(document.encoding(), config::Encoding::ShiftJis);
    document.undoStack()->undo();
    QCOMPARE(document.current().bytes(), japanese);
    document.undoStack()->undo();
    QCOMPARE(bytesOf(document), sample);
}

void ConfigDocumentTest::textAndBytesFollowEachOther()
{
    test::Gui gui;
    test::ConfigDesk desk;
    auto& [store, files, document, file] = desk;
    QVERIFY(!test::openNow(file, gui.write(u"config.ini"_s, sample)));
    RawTextEdit text(document);
    QCOMPARE(text.blockCount(), 10);
    document.setKey("globals", "softfail", "tempblock");
    QCOMPARE(text.document()->findBlockByNumber(3).text(), u"softfail   = tempblock"_s);
    QTextCursor cursor(text.document()->findBlockByNumber(2));
    cursor.movePosition(QTextCursor::EndOfBlock);
    text.setTextCursor(cursor);
    text.insertPlainText(u"!\nnone = block"_s);
    QVERIFY(bytesOf(document).contains("fail = block ; hard!\nnone = block\nsoftfail   = tempblock\n"));
    QVERIFY(bytesOf(document).startsWith("# policy\r\n")); // other line ends stay as they are
    while (document.undoStack()->canUndo())
        document.undoStack()->undo();
    QCOMPARE(bytesOf(document), sample);
    QCOMPARE(text.toPlainText(), QString::fromLatin1(QByteArray(sample).replace("\r", "")));
    text.selectAll();
    text.textCursor().removeSelectedText();
    QCOMPARE(bytesOf(document), QByteArray());
    document.undoStack()->undo();
    QCOMPARE(bytesOf(document).size(), sample.size());
}

void ConfigDocumentTest::whatTheEncodingLacksIsRefused()
{
    test::Gui gui;
    test::ConfigDesk desk;
    auto& [store, files, document, file] = desk;
    const QByteArray bytes("# \x8F\xB3\x94\x46\x8D\xCF\x82\xDD\n[globals]\nfail = block\n");
    QVERIFY(!test::openNow(file, gui.write(u"config.ini"_s, bytes)));
    QCOMPARE(document.encoding(), config::Encoding::ShiftJis);
    RawTextEdit text(document);
    QSignalSpy refused(&text, &RawTextEdit::refused);
    text.insertPlainText(QString::fromUtf8("\xF0\x9F\x98\x80"));
    QCOMPARE(refused.count(), 1);
    QCOMPARE(bytesOf(document), bytes);
    QTRY_VERIFY(text.toPlainText().startsWith(u"# 承認済み"_s));
    text.insertPlainText(u"送信者 "_s);
    QVERIFY(bytesOf(document).size() > bytes.size());
    document.undoStack()->undo();
    QCOMPARE(bytesOf(document), bytes);
}

void ConfigDocumentTest::pastedEntriesAreParted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("entries");
    const QStringList two{u"192.0.2.1"_s, u"192.0.2.0/24"_s};
    QTest::newRow("commas") << u"192.0.2.1, 192.0.2.0/24"_s << two;
    QTest::newRow("lines") << u"192.0.2.1\r\n192.0.2.0/24\n"_s << two;
    QTest::newRow("tabs and semicolons") << u"192.0.2.1;\t192.0.2.0/24"_s << two;
    QTest::newRow("full width") << u"192.0.2.1、192.0.2.0/24，192.0.2.1"_s << two;
    QTest::newRow("full-width digits") << u"１９２．０．２．１，１９２。０。２．０／２４"_s << two;
    QTest::newRow("quotes") << u"\"192.0.2.1\", “192.0.2.0/24”"_s << two;
    QTest::newRow("ranges") << u"192.0.2.1 - 192.0.2.9, 192.0.2.1～192.0.2.3 a-b.example"_s
                            << QStringList{u"192.0.2.1-192.0.2.9"_s, u"192.0.2.1-192.0.2.3"_s,
                                           u"a-b.example"_s};
    QTest::newRow("nothing") << u" , ;\n"_s << QStringList();
}

void ConfigDocumentTest::pastedEntriesAreParted()
{
    QFETCH(QString, text);
    QFETCH(QStringList, entries);
    QCOMPARE(pastedEntries(text), entries);
}

void ConfigDocumentTest::modelsHoldUnderEdits()
{
    test::Gui gui;
    test::ConfigDesk desk;
    auto& [store, files, document, file] = desk;
    QVERIFY(!test::openNow(file, gui.write(u"config.ini"_s, sample)));
    ListModel list(document, "white_ip");
    ProblemModel problems(document);
    ChangeModel changes(document);
    SectionModel sections(document);
    using Tester = QAbstractItemModelTester;
    const auto mode = Tester::FailureReportingMode::QtTest;
    Tester listTester(&list, mode);
    Tester problemTester(&problems, mode);
    Tester changeTester(&changes, mode);
    Tester sectionTester(&sections, mode);

    QCOMPARE(list.rowCount(), 2);
    QCOMPARE(list.index(1, ListModel::NoteColumn).data().toString(), u"office"_s);
    QCOMPARE(list.index(1, ListModel::AddressesColumn).data().toString(), u"256"_s);
    list.add({u"203.0.113.0/33"_s, u"198.51.100.7"_s});
    QCOMPARE(list.rowCount(), 4);
    QVERIFY(list.index(2, 0).data(ListModel::ProblemRole).toString().startsWith(u"CFG-021"_s));
    QVERIFY(list.index(2, 0).data(ListModel::ModifiedRole).toBool());
    QCOMPARE(document.undoText(), u"Add 2 entries to white_ip"_s);
    QVERIFY(list.setData(list.index(2, 0), u"203.0.113.0/24"_s, Qt::EditRole));
    QCOMPARE(list.entryAt(2), u"203.0.113.0/24"_s);
    list.remove({0, 2});
    QCOMPARE(list.rowCount(), 2);
    QCOMPARE(problems.rowCount(), static_cast<int>(document.findings().size()));
    list.setFilter(u"198"_s);
    QCOMPARE(list.rowCount(), 1);
    QCOMPARE(list.total(), 2);
    QCOMPARE(changes.rowCount(), 1);
    QCOMPARE(sections.rowCount(), 1);
    document.edit(config::addSection(document.current(), "*.example.jp"),
                  {.what = EditName::What::AddSection});
    QCOMPARE(sections.rowCount(), 2);
    while (document.undoStack()->canUndo())
        document.undoStack()->undo();
    QCOMPARE(bytesOf(document), sample);
    QCOMPARE(changes.rowCount(), 0);
}

void ConfigDocumentTest::repliesAreShownAsPostfixSendsThem()
{
    QCOMPARE(smtpReply("550 No"), u"550 5.7.1 <sender@example.com>: Sender address rejected: No"_s);
    QCOMPARE(smtpReply("550 5.7.23 No"), u"550 5.7.23 <sender@example.com>: Sender address rejected: No"_s);
    QCOMPARE(smtpReply("550"), QString());
}

QTEST_MAIN(ConfigDocumentTest)
#include "document_test.moc"
