// SPDX-License-Identifier: GPL-3.0-or-later
// The file behind the document where files take their time: on another computer, behind a password. Nothing
// that is edited is lost, and nobody waits without a way out.
#include "tests/support/config_desk.h"
#include "tests/support/gui_fixture.h"
#include "ui/common/dialog.h"
#include "ui/common/notice_bar.h"
#include "ui/common/progress_strip.h"
#include "ui/common/segment.h"
#include "ui/config/config_page.h"
#include "ui/config/document_header.h"
#include "ui/config/open_flow.h"
#include "ui/config/review_dialog.h"
#include "ui/config/test_mails.h"

#include <QPushButton>
#include <QSignalSpy>

#include <deque>

using namespace ui;
using namespace Qt::StringLiterals;

using test::Outcome;

namespace {

const QByteArray before("[globals]\nfail = block\nsoftfail = bypass\n");
const QByteArray edited("[globals]\nfail = block\nsoftfail = tempblock\n");

/// Answers when told to, from a folder of this computer; fails as asked.
class FarStore final : public qtio::AsyncFileStore
{
public:
    bool isFar = true;     ///< else answers at once
    bool isDenied = false; ///< to the user; an administrator may
    std::optional<qtio::FileError::Code> afterWriting;
    int cancelled = 0;

    void read(const qtio::FilePlace& place, qtio::Rights rights, QObject* context, ReadDone done) override
    {
        answer(context, [this, place, rights, done] {
            auto content = m_store.read(place.path);
            if (content && isDenied && rights == qtio::Rights::User)
                content->isWritable = false;
            done(content);
        });
    }

    void fingerprint(const qtio::FilePlace& place, qtio::Rights, QObject* context, LookDone done) override
    {
        answer(context, [this, place, done] { done(m_store.fingerprint(place.path)); });
    }

    void write(const qtio::FilePlace& place, qtio::Rights rights, const qtio::WriteRequest& request,
               QObject* context, WriteDone done) override
    {
        answer(context, [this, place, rights, request, done] {
            using Code = qtio::FileError::Code;
            if (isDenied && rights == qtio::Rights::User) {
                done(tl::unexpected(qtio::FileError{Code::NoPermission, place.path, EACCES, {}}));
                return;
            }
            const auto written = m_store.write(request);
            if (afterWriting)
                done(tl::unexpected(qtio::FileError{*afterWriting, place.text(), 0, {}}));
            else
                done(written);
        });
    }

    void cancel() override
    {
        ++cancelled;
        m_waiting.clear();
    }

    [[nodiscard]] bool knowsAdministrator(const qtio::FilePlace&) const override { return true; }

    [[nodiscard]] int waiting() const { return static_cast<int>(m_waiting.size()); }

    void answerNext()
    {
        QVERIFY(!m_waiting.empty());
        const auto [context, run] = m_waiting.front();
        m_waiting.pop_front();
        if (context)
            run();
    }

    void answerAll()
    {
        while (!m_waiting.empty())
            answerNext();
    }

private:
    void answer(QObject* context, std::function<void()> run)
    {
        if (isFar)
            m_waiting.push_back({context, std::move(run)});
        else
            run();
    }

    qtio::LocalFileStore m_store;
    std::deque<std::pair<QPointer<QObject>, std::function<void()>>> m_waiting;
};

struct Desk
{
    test::Gui gui;
    FarStore store;
    ConfigDocument document;
    ConfigFile file{document, store};
    TestMails mails{file};
    QWidget window;
    SaveFlow* saving = new SaveFlow(file, mails, gui.services, &window);
    OpenFlow* opening = new OpenFlow(file, gui.services, &window);
    ConfigPage* page = new ConfigPage(document, *saving, mails, &window);
    qtio::FilePlace place{u"mx1"_s, gui.write(u"config.ini"_s, before)};

    Desk()
    {
        page->resize(1228, 829);
        window.resize(1228, 829);
        window.show();
        test::settle();
    }

    void open()
    {
        bool isOpen = false;
        opening->open(place, [&isOpen] { isOpen = true; });
        store.answerAll();
        QVERIFY(isOpen);
    }

    QByteArray onDisk() const
    {
        QFile disk(place.path);
        return disk.open(QIODevice::ReadOnly) ? disk.readAll() : QByteArray();
    }

    QByteArray text() const { return QByteArray::fromStdString(document.current().bytes()); }

    /// Through the review, as a person does it.
    std::optional<bool> save()
    {
        m_saved.reset();
        ReviewDialog* review = saving->review([this](bool saved) { m_saved = saved; });
        review->saveButton()->click();
        return m_saved;
    }

    std::optional<bool> m_saved;
};

} // namespace

class ConfigFileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFarFileIsEditedAndSaved();
    void waitingHasAWayOut();
    void editsMadeWhileSavingStayUnsaved();
    void theLastOneOpenedStays();
    void aLateAnswerBelongsToItsFile();
    void aFixMeetsTheTextItWasMadeFor();
    void aBrokenConnectionIsLookedAfter();
    void administratorRightsAreOffered();
    void readOnlyFilesAreUnlocked();
    void testMailsComeAlong();
    void quickEditsOfTestMailsAreAllKept();
};

void ConfigFileTest::aFarFileIsEditedAndSaved()
{
    Desk desk;
    desk.open();
    QCOMPARE(desk.document.path(), u"mx1:"_s + desk.place.path);
    QVERIFY(!desk.document.isModified());
    desk.document.setKey("globals", "softfail", "tempblock");
    QVERIFY(!desk.save());
    QVERIFY(desk.document.isModified()); // not yet
    desk.store.answerAll();
    QCOMPARE(desk.m_saved, std::optional(true));
    QVERIFY(!desk.document.isModified());
    QCOMPARE(desk.onDisk(), edited);
    (void)desk.gui.write(u"config.ini"_s, "[globals]\n");
    desk.file.checkDisk();
    desk.store.answerAll();
    QCOMPARE(desk.file.diskState(), ConfigFile::DiskState::Changed);
}

void ConfigFileTest::waitingHasAWayOut()
{
    Desk desk;
    desk.opening->open(desk.place, [] {});
    QVERIFY(desk.window.findChild<Dialog*>(u"waiting"_s) == nullptr); // not at once
    QTRY_VERIFY(desk.window.findChild<Dialog*>(u"waiting"_s) != nullptr);
    auto* dialog = desk.window.findChild<Dialog*>(u"waiting"_s);
    QVERIFY(dialog->isVisible());
    Q_EMIT dialog->findChild<ProgressStrip*>()->cancelRequested();
    QCOMPARE(desk.store.cancelled, 1);
    QVERIFY(!desk.document.isOpen());
}

void ConfigFileTest::editsMadeWhileSavingStayUnsaved()
{
    Desk desk;
    desk.open();
    desk.document.setKey("globals", "softfail", "tempblock");
    (void)desk.save();
    desk.document.setKey("globals", "fail", "tempblock"); // by undo, a shortcut, whatever
    desk.store.answerAll();
    QCOMPARE(desk.m_saved, std::optional(true));
    QCOMPARE(desk.onDisk(), edited);
    QVERIFY(desk.document.isModified());
    QVERIFY(desk.text().contains("fail = tempblock\n"));
    QCOMPARE(QByteArray::fromStdString(desk.document.onDisk().bytes()), edited);
}

void ConfigFileTest::theLastOneOpenedStays()
{
    Desk desk;
    const qtio::FilePlace other{u"mx2"_s, desk.gui.write(u"other.ini"_s, edited)};
    bool first = false;
    bool second = false;
    desk.opening->open(desk.place, [&] { first = true; });
    desk.opening->open(other, [&] { second = true; });
    desk.store.answerAll();
    QVERIFY(!first);
    QVERIFY(second);
    QCOMPARE(desk.document.path(), other.text());
    QCOMPARE(desk.text(), edited);
}

void ConfigFileTest::aLateAnswerBelongsToItsFile()
{
    Desk desk;
    desk.open();
    desk.document.setKey("globals", "softfail", "tempblock");
    (void)desk.save();
    const QString other = desk.gui.write(u"other.ini"_s, "[globals]\nnone = block\n");
    desk.store.isFar = false;
    Outcome outcome;
    desk.file.open({{}, other}, qtio::Rights::User, test::into(outcome));
    QVERIFY(!outcome);
    desk.store.answerAll(); // the save of the first one ends
    QCOMPARE(desk.onDisk(), edited);
    QCOMPARE(desk.document.path(), other);
    QVERIFY(!desk.document.isModified());
    QCOMPARE(desk.document.source().place.path, other);
}

void ConfigFileTest::aFixMeetsTheTextItWasMadeFor()
{
    Desk desk;
    // Long enough to be analysed after a pause only.
    const QByteArray comment("# " + QByteArray(200'000, 'x') + "\n");
    (void)desk.gui.write(u"config.ini"_s, comment + "[globals]\nnone = rejecttt\nfail = dropppp\n");
    desk.open();
    std::vector<config::Finding> stale = desk.document.findings();
    QVERIFY(stale.size() >= 2);
    QByteArray wanted = desk.text();
    for (const config::Finding& finding : stale) {
        if (finding.key != "none" && finding.key != "fail")
            continue;
        QVERIFY(!finding.fixes.empty());
        desk.document.apply(finding, finding.fixes.front());
    }
    wanted.replace("rejecttt", "bypass").replace("dropppp", "block");
    QCOMPARE(desk.text(), wanted);
}

void ConfigFileTest::aBrokenConnectionIsLookedAfter()
{
    Desk desk;
    desk.open();
    desk.document.setKey("globals", "softfail", "tempblock");
    desk.store.afterWriting = qtio::FileError::Code::ConnectionLost; // but it was written
    (void)desk.save();
    desk.store.answerAll();
    QCOMPARE(desk.m_saved, std::optional(true));
    QVERIFY(!desk.document.isModified());

    desk.document.setKey("globals", "softfail", "block");
    (void)desk.save();
    desk.store.answerNext();
    (void)desk.gui.write(u"config.ini"_s, before); // it was not
    desk.store.answerAll();
    QCOMPARE(desk.m_saved, std::optional(false));
    QVERIFY(desk.document.isModified());
    QVERIFY(desk.text().contains("softfail = block\n"));
}

void ConfigFileTest::administratorRightsAreOffered()
{
    Desk desk;
    desk.open();
    desk.document.setKey("globals", "softfail", "tempblock");
    desk.store.isFar = false;
    desk.store.isDenied = true;
    desk.gui.prompter.answerNext(-1);
    QCOMPARE(desk.save(), std::optional(false));
    QCOMPARE(desk.onDisk(), before);
    QCOMPARE(desk.gui.prompter.asked().last().answers, QStringList{u"Save as administrator"_s});
    desk.gui.prompter.answerNext(0);
    QCOMPARE(desk.save(), std::optional(true));
    QCOMPARE(desk.onDisk(), edited);
    desk.document.setKey("globals", "softfail", "bypass"); // the rights stay with the file
    QCOMPARE(desk.save(), std::optional(true));
    QCOMPARE(desk.onDisk(), before);
}

void ConfigFileTest::readOnlyFilesAreUnlocked()
{
    Desk desk;
    desk.store.isDenied = true;
    desk.open();
    QVERIFY(desk.document.isReadOnly());
    NoticeBar& notice = desk.page->findChild<DocumentHeader*>()->diskNotice();
    QVERIFY2(notice.text().contains(u"not permitted"_s), qPrintable(notice.text()));
    desk.document.setKey("globals", "softfail", "tempblock");
    QVERIFY(!desk.document.isModified());
    notice.findChild<QPushButton*>()->click();
    QVERIFY(!desk.document.isReadOnly());
    QVERIFY(notice.isHidden());
    QTest::mouseClick(desk.page->findChild<Segment*>(u"config.globals.softfail"_s)->button(1),
                      Qt::LeftButton);
    QVERIFY(desk.document.isModified()); // the form is unlocked, too
    desk.document.setKey("globals", "softfail", "tempblock");
    (void)desk.save();
    desk.store.answerAll();
    QCOMPARE(desk.onDisk(), edited);
}

void ConfigFileTest::testMailsComeAlong()
{
    Desk desk;
    (void)desk.gui.write(u"config.ini.tests.csv"_s,
                         "ip,helo,sender,result,action,note\n192.0.2.1,,a@example.com,fail,block,\n");
    desk.open();
    QCOMPARE(desk.mails.rows().size(), std::size_t(1));
    QVERIFY(desk.mails.rows()[0].verdict && desk.mails.rows()[0].verdict->passed);
}

void ConfigFileTest::quickEditsOfTestMailsAreAllKept()
{
    Desk desk;
    desk.open();
    for (int i = 1; i <= 5; ++i) {
        desk.mails.add(
            {QStringLiteral("192.0.2.%1").arg(i), {}, u"a@example.com"_s, u"fail"_s, u"block"_s, {}});
        if (i % 2 == 0)
            desk.store.answerNext();
    }
    desk.store.answerAll();
    QCOMPARE(desk.mails.rows().size(), std::size_t(5));
    QFile csv(desk.place.path + u".tests.csv"_s);
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QCOMPARE(csv.readAll().count('\n'), 6);
}

QTEST_MAIN(ConfigFileTest)
#include "config_file_test.moc"
