// SPDX-License-Identifier: GPL-3.0-or-later
// An administrator edits the config.ini of a server over ssh, with a real sshd on the loopback interface:
// found, opened, edited, saved; somebody else edits it, too; the server goes down and comes back.
#include "core/qtio/ssh/ssh_files.h"
#include "core/qtio/ssh/ssh_probe.h"
#include "tests/support/gui_fixture.h"
#include "tests/support/ssh_server.h"
#include "ui/config/config_page.h"
#include "ui/config/history_dialog.h"
#include "ui/config/open_flow.h"
#include "ui/config/review_dialog.h"
#include "ui/config/test_mails.h"
#include "ui/hosts/server_dialog.h"
#include "ui/shell/main_window.h"

#include <QComboBox>
#include <QPushButton>

#include <sys/stat.h>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000; // milliseconds, on a busy machine

const QByteArray before("# gateway\n[globals]\nfail = block\nsoftfail = bypass\n");

struct Program
{
    test::Gui gui;
    test::SshServer server;
    QString path = gui.write(u"config.ini"_s, before); ///< as the server sees it
    std::unique_ptr<qtio::SshClient> ssh;
    std::unique_ptr<qtio::SshFiles> files;
    ConfigDocument document;
    std::unique_ptr<ConfigFile> file;
    std::unique_ptr<HostBook> book;
    std::unique_ptr<TestMails> mails;
    std::unique_ptr<MainWindow> window;
    SaveFlow* saving = nullptr;
    OpenFlow* opening = nullptr;
    ConfigPage* page = nullptr;

    bool start()
    {
        if (!server.start())
            return false;
        ::chmod(QFile::encodeName(path).constData(), 0640);
        ssh = std::make_unique<qtio::SshClient>(u"ssh"_s, server.sshArguments());
        files = std::make_unique<qtio::SshFiles>(*ssh);
        file = std::make_unique<ConfigFile>(document, *files);
        file->setHistory(qtio::ConfigHistory(gui.folder.filePath(u"history"_s), {u"tanaka"_s, u"desk"_s}));
        book = std::make_unique<HostBook>(gui.settings, [] { return std::vector<qtio::SshConfigHost>(); });
        book->save({u"mx1.example.co.jp"_s, u"mx"_s, qtio::HostRole::Production, false, path});
        gui.services.lookOf = [this](const qtio::FilePlace& place) { return book->lookOf(place); };
        mails = std::make_unique<TestMails>(*file);
        window = std::make_unique<MainWindow>(gui.services);
        saving = new SaveFlow(*file, *mails, gui.services, window.get());
        opening = new OpenFlow(*file, gui.services, window.get());
        page = new ConfigPage(document, *saving, *mails);
        window->addPage(page);
        window->setDocument(&document);
        window->resize(1440, 900);
        window->show();
        return true;
    }

    /// As the dialog asks for it.
    void open()
    {
        auto* dialog = new ServerDialog(
            *book,
            [this](const qtio::ProbeRequest& request, QObject* context, qtio::ProbeDone done) {
                qtio::probeHost(*ssh, request, context, std::move(done));
            },
            window.get());
        dialog->open();
        bool isOpen = false;
        QObject::connect(dialog, &ServerDialog::opened, window.get(),
                         [&](const qtio::FilePlace& place, qtio::Rights rights, bool look) {
                             opening->open(place, rights, look, [&] {
                                 isOpen = true;
                                 window->showPage(page);
                             });
                         });
        dialog->choose(u"mx"_s);
        auto* button = dialog->findChild<QPushButton*>(u"hosts.open"_s);
        QVERIFY(QTest::qWaitFor([&] { return button->isEnabled(); }, patience));
        QCOMPARE(dialog->findChild<QComboBox*>(u"hosts.config"_s)->currentText(), path);
        button->click();
        QVERIFY(QTest::qWaitFor([&] { return isOpen; }, patience));
    }

    /// Whether it was saved.
    bool save()
    {
        std::optional<bool> saved;
        saving->review([&](bool done) { saved = done; })->saveButton()->click();
        (void)QTest::qWaitFor([&] { return saved.has_value(); }, patience);
        return saved.value_or(false);
    }

    QByteArray onServer() const
    {
        QFile source(path);
        return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
    }

    mode_t mode() const
    {
        struct stat info = {};
        return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & 07777U : 0;
    }
};

} // namespace

class RemoteFlowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aServersFileIsEdited();
    void somebodyElseEditsIt();
    void theServerGoesDownAndComesBack();
};

void RemoteFlowTest::initTestCase()
{
    if (const QString why = test::SshServer::whyNot(); !why.isEmpty())
        QSKIP(qPrintable(u"remote_flow_test: "_s + why));
}

void RemoteFlowTest::aServersFileIsEdited()
{
    Program program;
    QVERIFY(program.start());
    program.open();
    QCOMPARE(program.document.path(), u"mx:"_s + program.path);
    QVERIFY(program.window->windowTitle().contains(u"mx1.example.co.jp (Production)"_s));
    QVERIFY(!program.document.isReadOnly());
    program.document.setKey("globals", "softfail", "tempblock");
    QVERIFY(program.save());
    QCOMPARE(program.onServer(), QByteArray(before).replace("softfail = bypass", "softfail = tempblock"));
    QCOMPARE(program.mode(), 0640U);
    QVERIFY(!program.document.isModified());
    QCOMPARE(program.gui.folder.path().isEmpty(), false);
    // A copy of what was there stays on the server, and the history here knows it.
    const QStringList copies = QDir(program.gui.folder.path()).entryList({u"config.ini.*"_s});
    QCOMPARE(copies.size(), 1);
    QCOMPARE(program.file->history()->list(program.document.path()).entries.size(), std::size_t(2));
    // The test mails lie on the server, too.
    program.mails->add({u"192.0.2.1"_s, {}, u"a@example.com"_s, u"fail"_s, u"block"_s, {}});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(program.path + u".tests.csv"_s), patience);
}

void RemoteFlowTest::somebodyElseEditsIt()
{
    Program program;
    QVERIFY(program.start());
    program.open();
    program.document.setKey("globals", "softfail", "tempblock");
    const QByteArray theirs("[globals]\nfail = tempblock\n");
    (void)program.gui.write(u"config.ini"_s, theirs);
    QVERIFY(!program.save());
    QCOMPARE(program.onServer(), theirs);
    QCOMPARE(program.file->diskState(), ConfigFile::DiskState::Changed);
    QVERIFY(program.document.isModified());
    std::optional<std::optional<qtio::FileError>> kept;
    program.file->keepMine([&](const std::optional<qtio::FileError>& error) { kept = error; });
    QTRY_VERIFY_WITH_TIMEOUT(kept.has_value(), patience);
    QVERIFY(!*kept);
    QVERIFY(program.save());
    QVERIFY(program.onServer().contains("softfail = tempblock"));
}

void RemoteFlowTest::theServerGoesDownAndComesBack()
{
    Program program;
    QVERIFY(program.start());
    program.open();
    program.document.setKey("globals", "softfail", "tempblock");
    program.server.stop();
    QVERIFY(!program.save());
    QVERIFY(program.document.isModified());
    QCOMPARE(program.onServer(), before);
    QVERIFY(program.server.start());
    QVERIFY(program.save());
    QVERIFY(program.onServer().contains("softfail = tempblock"));
}

QTEST_MAIN(RemoteFlowTest)
#include "remote_flow_test.moc"
