// SPDX-License-Identifier: GPL-3.0-or-later
// Logs from everywhere on the real window: a folder with a rotated set, the log of a server over a real sshd
// that goes down and comes back, the journal by a script in journalctl's place, and what cannot be had.
#include "tests/support/gui_fixture.h"
#include "tests/support/ssh_server.h"
#include "tests/support/sweeps.h"
#include "ui/common/page_header.h"
#include "ui/common/progress_strip.h"
#include "ui/maillog/banners.h"
#include "ui/maillog/checks/check_model.h"
#include "ui/maillog/follow/follow_desk.h"
#include "ui/maillog/maillog_page.h"
#include "ui/maillog/sources/log_desk.h"
#include "ui/maillog/sources/recent_logs.h"
#include "ui/maillog/sources/source_facts.h"
#include "ui/shell/main_window.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCryptographicHash>
#include <QDialog>
#include <QDir>
#include <QDropEvent>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000; ///< ms, on a busy machine
constexpr auto line = "Sep 12 10:14:48 mx1 policyd-spf[70]: prepend Received-SPF: Pass (mailfrom) "
                      "identity=mailfrom; client-ip=192.0.2.7; helo=mx.a.example; "
                      "envelope-from=u@a.example; receiver=b@c.example \n";

QByteArray lines(int first, int count)
{
    QByteArray text;
    for (int i = first; i < first + count; ++i) {
        text += QByteArray(line).replace("[70]", '[' + QByteArray::number(i) + ']');
    }
    return text;
}

void add(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    QCOMPARE(file.write(bytes), bytes.size());
}

void takePicture(QWidget& widget, const QString& name)
{
    if (const QString folder = qEnvironmentVariable("SPM_PICTURES"); !folder.isEmpty()) {
        test::settle();
        QVERIFY(widget.grab().save(folder + QLatin1Char('/') + name + u".png"_s));
    }
}

struct Program
{
    test::Gui gui;
    test::SshServer server;
    std::unique_ptr<qtio::SshClient> ssh;
    std::unique_ptr<MainWindow> window;
    MaillogPage* page = nullptr;

    explicit Program(bool withServer = false)
    {
        if (withServer && server.start()) {
            ssh = std::make_unique<qtio::SshClient>(u"ssh"_s, server.sshArguments());
            gui.services.ssh = ssh.get();
        }
        gui.services.hosts = [] { return QStringList{u"mx"_s}; };
        window = std::make_unique<MainWindow>(gui.services);
        page = new MaillogPage(gui.services);
        window->addPage(page);
        QObject::connect(window.get(), &MainWindow::logsRequested, page, &MaillogPage::openLogs);
        window->resize(1440, 900);
        window->show();
        window->showPage(page);
    }

    ~Program() { window.reset(); }

    [[nodiscard]] QString path(const QString& name) const { return gui.folder.filePath(name); }

    /// Does something that opens logs, and waits until they are read.
    template <class Work>
    [[nodiscard]] bool read(const Work& work) const
    {
        QSignalSpy finished(&page->browser(), &LogBrowser::finished);
        QSignalSpy shown(&page->browser(), &LogBrowser::viewChanged);
        work();
        return QTest::qWaitFor([&] { return finished.count() > 0 && shown.count() > 0; }, patience) &&
               QTest::qWaitFor([&] { return !page->browser().isAsking(); }, patience);
    }

    [[nodiscard]] bool open(const QStringList& places) const
    {
        return read([&] { page->openLogs(places); });
    }

    [[nodiscard]] std::size_t checks() const { return page->browser().logs()->logs.log->size(); }

    [[nodiscard]] QAction* action(const char* name) const
    {
        return page->findChild<QAction*>(QLatin1String(name));
    }

    /// The dialog of the sources, as text.
    [[nodiscard]] QString sources() const
    {
        action("maillog.sourceCommand")->trigger();
        test::settle();
        auto* dialog = window->findChild<QDialog*>(u"maillog.sources"_s);
        QString text = test::visibleTexts(dialog).join(u'\n');
        const auto* table = dialog->findChild<QAbstractItemView*>(u"maillog.sources.table"_s)->model();
        for (int row = 0; row < table->rowCount(); ++row) {
            text += u'\n' + table->index(row, 0).data().toString();
        }
        dialog->reject();
        test::settle();
        return text;
    }

    void drop(const QUrl& url) const
    {
        QMimeData mime;
        mime.setUrls({url});
        const QPoint at(300, 300);
        QDragEnterEvent enter(at, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(at, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window.get(), &drop);
    }

    /// Stands in the way of a program of the system, also on the server.
    void put(const QString& name, const QByteArray& script)
    {
        QDir(gui.folder.path()).mkdir(u"bin"_s);
        gui.write(u"bin/"_s + name, "#!/bin/sh\n" + script);
        QVERIFY(QFile::setPermissions(path(u"bin/"_s + name), QFile::Permissions(0x7755)));
    }
};

} // namespace

class LogPlacesFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void aFolderIsDropped();
    void whatAFolderDoesNotGive();
    void theFolderIsChosenAndReadAgain();
    void aServersLogIsReadAndFollowed();
    void aServersZoneAndTheUsersOwn();
    void aServersFileIsDropped();
    void theAdministratorsLogs();
    void onlyWhatWasAddedIsFetched();
    void whatCannotBeHad();
    void openingIsCancelled();
    void theJournal();

private:
    void needServer()
    {
        if (!m_why.isEmpty()) {
            QSKIP(qPrintable(m_why));
        }
    }

    QString m_why;
};

void LogPlacesFlowTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    m_why = test::SshServer::whyNot();
}

namespace {

QString makeFolder(const Program& program)
{
    QDir(program.gui.folder.path()).mkdir(u"log"_s);
    program.gui.write(u"log/mail.log"_s, lines(1, 30));
    program.gui.write(u"log/mail.log.1"_s, lines(100, 20));
    const QString packed = program.gui.write(u"log/mail.log.2"_s, lines(200, 10));
    QProcess::execute(u"gzip"_s, {packed});
    program.gui.write(u"log/mail.err"_s, lines(1, 3));
    program.gui.write(u"log/saved.log"_s, lines(1, 30));
    program.gui.write(u"log/dpkg.log"_s, "2025-09-12 status installed\n");
    return program.path(u"log"_s);
}

} // namespace

void LogPlacesFlowTest::aFolderIsDropped()
{
    const Program program;
    const QString folder = makeFolder(program);
    QVERIFY(program.read([&] { program.drop(QUrl::fromLocalFile(folder)); }));
    QCOMPARE(program.checks(), std::size_t{60});
    const QStringList texts = test::visibleTexts(program.page);
    QVERIFY2(texts.join(u'\n').contains(folder), qPrintable(texts.join(u'\n')));
    const QString sources = program.sources();
    QVERIFY2(sources.contains(folder + u"/mail.err was left out"_s), qPrintable(sources));
    QVERIFY2(sources.contains(u"is a copy of"_s), qPrintable(sources));
    QVERIFY2(sources.contains(u"mail.log.2.gz  /"_s), qPrintable(sources)); // the name first
    QVERIFY(!sources.contains(u"dpkg"_s));
    takePicture(*program.window, u"places-folder-en"_s);
}

void LogPlacesFlowTest::whatAFolderDoesNotGive()
{
    Program program;
    QDir(program.gui.folder.path()).mkdir(u"odd"_s);
    const QString log = program.gui.write(u"odd/mail.log"_s, lines(1, 30));
    program.gui.write(u"odd/saved.log"_s, lines(1, 30));
    const QString zip = program.gui.write(u"odd/mail.log.3.zip"_s, "PK\x03\x04 an archive");
    const Banners& banners = *program.page->parts().banners;
    QVERIFY(program.open({program.path(u"odd"_s)}));
    QTRY_COMPARE(banners.count(), std::size_t{2});
    QCOMPARE(banners.level(), Level::Error);
    QVERIFY2(banners.text().contains(u"mail.log.3.zip cannot be read"_s), qPrintable(banners.text()));
    auto* next = program.page->findChild<QPushButton*>(u"maillog.notice.next"_s);
    QCOMPARE(next->text(), u"1 of 2"_s);
    next->click();
    QVERIFY2(banners.text().contains(u"it is a copy of"_s), qPrintable(banners.text()));
    program.gui.language.setChoice(words::LanguageChoice::Japanese);
    QTRY_VERIFY2(banners.text().contains(u"アーカイブ"_s), qPrintable(banners.text()));
    program.gui.language.setChoice(words::LanguageChoice::English);
    QVERIFY(!program.sources().contains(u"mail.log.3.zip  /"_s)); // told, and no log of the table
    const QString other = program.gui.write(u"odd/other"_s, lines(50, 5));
    QVERIFY(program.open({log, other, zip})); // by name the logs are counted: those that were read
    QTRY_COMPARE(banners.count(), std::size_t{1});
    const QString texts = test::visibleTexts(program.page).join(u'\n');
    QVERIFY2(texts.contains(u"2 mail logs"_s), qPrintable(texts));

    QFile::remove(log);
    QFile::remove(program.path(u"odd/saved.log"_s));
    program.page->openLogs({program.path(u"odd"_s)}); // nothing of it can be read
    QTRY_VERIFY2(banners.text().contains(u"mail.log.3.zip cannot be read"_s), qPrintable(banners.text()));
    program.gui.language.setChoice(words::LanguageChoice::Japanese);
    QTRY_VERIFY2(banners.text().contains(u"アーカイブ"_s), qPrintable(banners.text()));
}

void LogPlacesFlowTest::theFolderIsChosenAndReadAgain()
{
    Program program;
    const QString folder = makeFolder(program);
    program.gui.filePicker.chooseNext(folder);
    QVERIFY(program.read([&] { program.action("maillog.openFolder")->trigger(); }));
    QCOMPARE(program.checks(), std::size_t{60});
    QCOMPARE(recentLogs(program.gui.settings), (QList<QStringList>{{folder}}));
    // A zone for the folder holds for all that is in it.
    writeSourceSetting(program.gui.settings, {folder, u"-05:00"_s, {}});
    program.gui.write(u"log/mail.log.3"_s, lines(300, 5));
    QVERIFY(program.read([&] { program.action("maillog.reload")->trigger(); }));
    QCOMPARE(program.checks(), std::size_t{65});
    QCOMPARE(program.page->browser().logs()->offsetMinutes(), -300);
}

void LogPlacesFlowTest::aServersLogIsReadAndFollowed()
{
    needServer();
    Program program(true);
    const QString log = program.gui.write(u"maillog"_s, lines(1, 500));
    const QString place = u"mx:"_s + log;
    const QString name = u"mx: "_s + log;
    QVERIFY(program.open({place}));
    QCOMPARE(program.checks(), std::size_t{500});

    // Nobody wants to know where it is kept here.
    const CheckModel& model = program.page->checks();
    QCOMPARE(model.index(0, CheckModel::Source).data().toString(), name);
    const QString texts = test::visibleTexts(program.page).join(u'\n');
    QVERIFY2(texts.contains(name), qPrintable(texts));
    QVERIFY2(!texts.contains(u"spools"_s), qPrintable(texts));
    const QString sources = program.sources();
    QVERIFY2(sources.contains(name), qPrintable(sources));
    QVERIFY(!sources.contains(u"spools"_s));
    takePicture(*program.window, u"places-server-en"_s);

    auto* follow = program.page->findChild<QPushButton*>(u"maillog.followButton"_s);
    follow->click();
    FollowDesk& desk = program.page->follow();
    QCOMPARE(desk.state(), FollowState::Following);
    add(log, lines(501, 7));
    QTRY_COMPARE_WITH_TIMEOUT(program.checks(), std::size_t{507}, patience);

    program.server.stop();
    add(log, lines(508, 3));
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(), FollowState::Lost, patience);
    const auto* strip = program.page->findChild<FollowStrip*>(u"maillog.follow"_s);
    QVERIFY2(strip->text().contains(u"mx"_s), qPrintable(strip->text()));
    takePicture(*program.window, u"places-lost-en"_s);
    program.gui.language.setChoice(words::LanguageChoice::Japanese);
    takePicture(*program.window, u"places-lost-ja"_s);
    program.gui.language.setChoice(words::LanguageChoice::English);
    QVERIFY(program.server.start());
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(), FollowState::Following, 2 * patience);
    QTRY_COMPARE_WITH_TIMEOUT(program.checks(), std::size_t{510}, patience);

    follow->click();
    QCOMPARE(desk.state(), FollowState::Off);
}

void LogPlacesFlowTest::aServersZoneAndTheUsersOwn()
{
    needServer();
    Program program(true);
    program.put(u"timedatectl"_s, "echo America/New_York\n");
    program.server.setLogin("PATH=" + program.path(u"bin"_s).toUtf8() +
                            ":$PATH; export PATH; eval \"$SSH_ORIGINAL_COMMAND\"\n");
    const QString place = u"mx:"_s + program.gui.write(u"maillog"_s, lines(1, 5));
    QVERIFY(program.open({place}));
    QCOMPARE(program.page->browser().logs()->offsetMinutes(), -240);
    writeSourceSetting(program.gui.settings, {place, u"+05:30"_s, 2019});
    QVERIFY(program.read([&] { program.action("maillog.reload")->trigger(); }));
    QCOMPARE(program.page->browser().logs()->offsetMinutes(), 330);
    const auto& log = *program.page->browser().logs()->logs.log;
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(log.columns().time[0], Qt::UTC).date(), QDate(2019, 9, 12));
}

void LogPlacesFlowTest::aServersFileIsDropped()
{
    needServer();
    const Program program(true);
    const QString log = program.gui.write(u"maillog"_s, lines(1, 5));
    QVERIFY(program.read([&] { program.drop(QUrl(u"sftp://mx"_s + log)); }));
    QCOMPARE(program.page->logs().places().places, QStringList{u"mx:"_s + log});
    QCOMPARE(program.checks(), std::size_t{5});
}

void LogPlacesFlowTest::theAdministratorsLogs()
{
    needServer();
    Program program(true);
    program.put(u"sudo"_s,
                "echo \"$1\" >> " + program.path(u"sudo-calls"_s).toUtf8() + "; shift; exec \"$@\"\n");
    program.server.setLogin("PATH=" + program.path(u"bin"_s).toUtf8() +
                            ":$PATH; export PATH; eval \"$SSH_ORIGINAL_COMMAND\"\n");
    const QString place = u"mx:"_s + program.gui.write(u"maillog"_s, lines(1, 5));
    QVERIFY(program.open({place}));
    QVERIFY(!QFileInfo::exists(program.path(u"sudo-calls"_s)));
    program.page->logs().opener().setRights([](const QString& host) {
        return host == u"mx"_s ? qtio::Rights::Administrator : qtio::Rights::User;
    });
    QVERIFY(program.open({program.path(u"maillog"_s)})); // the place is let go
    QVERIFY(program.open({place}));
    QCOMPARE(program.checks(), std::size_t{5});
    QVERIFY(QFileInfo::exists(program.path(u"sudo-calls"_s))); // which never asks
}

void LogPlacesFlowTest::onlyWhatWasAddedIsFetched()
{
    needServer();
    Program program(true);
    const QString sizes = program.path(u"sizes"_s);
    // What is sent to us, by its size.
    program.server.setLogin("T=" + program.path(u"answer"_s).toUtf8() +
                            "; (eval \"$SSH_ORIGINAL_COMMAND\") > $T; wc -c < $T >> " + sizes.toUtf8() +
                            "; cat $T\n");
    QByteArray text;
    for (int i = 0; i < 4000; ++i) { // that gzip cannot make small
        text += QByteArray(line).replace(
            "u@a",
            QCryptographicHash::hash(QByteArray::number(i), QCryptographicHash::Sha256).toHex() + "@a");
    }
    const QString log = program.gui.write(u"maillog"_s, text);
    QVERIFY2(program.open({u"mx:"_s + log}), qPrintable(program.page->parts().banners->text()));
    QCOMPARE(program.checks(), std::size_t{4000});
    const QString kept = program.page->logs().places().logs.at(0).path;
    const auto fetched = [&sizes] {
        QFile file(sizes);
        qint64 all = 0;
        if (file.open(QIODevice::ReadOnly)) {
            for (const QByteArray& size : file.readAll().split('\n')) {
                all += size.toLongLong();
            }
        }
        return all;
    };
    const qint64 first = fetched();
    QVERIFY2(first > 100'000, qPrintable(QString::number(first)));
    add(log, lines(1, 3));
    QVERIFY(program.read([&] { program.action("maillog.reload")->trigger(); }));
    QCOMPARE(program.checks(), std::size_t{4003});
    QCOMPARE(program.page->logs().places().logs.at(0).path, kept);
    QVERIFY2(fetched() - first < 5'000, qPrintable(QString::number(fetched() - first)));
}

void LogPlacesFlowTest::whatCannotBeHad()
{
    needServer();
    Program program(true);
    const QString log = program.gui.write(u"maillog"_s, lines(1, 5));
    const Banners& notice = *program.page->parts().banners;
    // What can be had is shown.
    QVERIFY(program.open({u"mx:/no/such/log"_s, log}));
    QCOMPARE(program.checks(), std::size_t{5});
    QVERIFY(notice.isVisible());
    QCOMPARE(notice.level(), Level::Error);
    QVERIFY2(notice.text().contains(u"mx:/no/such/log"_s), qPrintable(notice.text()));
    QVERIFY(program.sources().contains(u"mx: /no/such/log"_s));
    takePicture(*program.window, u"places-problem-en"_s);

    // What was open stays.
    program.page->openLogs({u"closed:/var/log/maillog"_s});
    QTRY_VERIFY_WITH_TIMEOUT(notice.isVisible() && notice.text().contains(u"closed"_s), patience);
    QVERIFY(!program.page->parts().progress->isVisible());
    QCOMPARE(program.checks(), std::size_t{5});
    QCOMPARE(program.page->logs().places().logs.size(), std::size_t{1});
    auto* again = notice.findChild<QPushButton*>();
    QVERIFY(again != nullptr);
    again->click();
    QVERIFY(program.page->logs().opener().isOpening());
    QTRY_VERIFY_WITH_TIMEOUT(!program.page->logs().opener().isOpening(), patience);

    // A folder without logs.
    QDir(program.gui.folder.path()).mkdir(u"empty"_s);
    program.page->openLogs({program.path(u"empty"_s)});
    QTRY_VERIFY(notice.isVisible() && notice.text().contains(u"holds no mail log"_s));
}

void LogPlacesFlowTest::openingIsCancelled()
{
    needServer();
    Program program(true);
    const QString log = program.gui.write(u"maillog"_s, lines(1, 5));
    QVERIFY(program.open({log}));
    program.server.setLogin("sleep 4; eval \"$SSH_ORIGINAL_COMMAND\"\n");
    program.page->openLogs({u"mx:"_s + log});
    ProgressStrip* progress = program.page->parts().progress;
    QVERIFY(progress->isVisible());
    QTest::qWait(300);
    takePicture(*program.window, u"places-opening-en"_s);
    program.gui.language.setChoice(words::LanguageChoice::Japanese);
    takePicture(*program.window, u"places-opening-ja"_s);
    program.gui.language.setChoice(words::LanguageChoice::English);
    Q_EMIT progress->cancelRequested();
    QVERIFY(!progress->isVisible());
    QVERIFY(!program.page->logs().opener().isOpening());
    QCOMPARE(program.checks(), std::size_t{5});
    QVERIFY(program.page->parts().banners->text().contains(u"stays open"_s));
    program.server.setLogin({});
    QVERIFY(program.open({u"mx:"_s + log}));
    QCOMPARE(program.checks(), std::size_t{5});
}

void LogPlacesFlowTest::theJournal()
{
    Program program;
    program.put(u"journalctl"_s,
                "case \"$*\" in *after-cursor*) exit 0;; esac\n"
                "printf '__CURSOR=1\\n__REALTIME_TIMESTAMP=1724861339764591\\n_HOSTNAME=mx1\\n"
                "SYSLOG_IDENTIFIER=policyd-spf\\nMESSAGE=prepend Received-SPF: Pass (mailfrom) "
                "identity=mailfrom; client-ip=192.0.2.7; helo=mx.a.example; envelope-from=u@a.example; "
                "receiver=b@c.example \\n\\n'\n");
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", program.path(u"bin"_s).toUtf8() + ':' + path);
    auto* menu = program.page->parts().logsMenu;
    Q_EMIT menu->aboutToShow();
    QVERIFY(program.action("maillog.openJournal")->isEnabled());
    QVERIFY(program.read([&] { program.action("maillog.openJournal")->trigger(); }));
    QCOMPARE(program.checks(), std::size_t{1});
    QVERIFY(test::visibleTexts(program.page).join(u'\n').contains(u"Journal of this computer"_s));
    Q_EMIT menu->aboutToShow();
    const auto recent = program.page->findChild<QMenu*>(u"maillog.recentLogs"_s)->actions();
    QCOMPARE(recent.size(), 1);
    QCOMPARE(recent.first()->text(), u"Journal of this computer"_s);
    QVERIFY(program.read([&] { recent.first()->trigger(); }));
    QCOMPARE(program.checks(), std::size_t{1});
    for (const auto& [language, suffix] : {std::pair{words::LanguageChoice::English, u"en"_s},
                                           std::pair{words::LanguageChoice::Japanese, u"ja"_s}}) {
        program.gui.language.setChoice(language);
        test::settle();
        menu->popup(program.page->mapToGlobal(QPoint(900, 60)));
        takePicture(*menu, u"places-menu-"_s + suffix);
        menu->hide();
        takePicture(*program.window, u"places-journal-"_s + suffix);
    }
    qputenv("PATH", path);
}

QTEST_MAIN(LogPlacesFlowTest)
#include "log_places_flow_test.moc"
