// SPDX-License-Identifier: GPL-3.0-or-later
// Hosts as an administrator meets them: saved ones and those of ssh's config, what each answers, which file
// is opened with which rights. SPM_PICTURES=folder writes pictures of what was tested.
#include "tests/support/gui_fixture.h"
#include "tests/support/sweeps.h"
#include "ui/common/badge.h"
#include "ui/common/notice_bar.h"
#include "ui/common/segment.h"
#include "ui/hosts/host_dialog.h"
#include "ui/hosts/probe_view.h"
#include "ui/hosts/server_dialog.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>

using namespace ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const auto imsva = u"/opt/trend/imss/postfix/etc/postfix/SPFPolicyd/config.ini"_s;

std::vector<qtio::SshConfigHost> configHosts()
{
    return {{u"mx-old"_s, u"192.0.2.9"_s, u"tanaka"_s, 0}, {u"lab-mx"_s, u"127.0.0.1"_s, u"root"_s, 2222}};
}

qtio::SshProbe goodProbe()
{
    qtio::SshProbe probe;
    probe.user = u"tanaka"_s;
    probe.address = u"203.0.113.25:22"_s;
    probe.peer = {u"OpenSSH_8.7"_s, u"ssh-ed25519"_s,
                  u"SHA256:9fT2mA0rX1bqVnLkQ7wPZs3cYdE5uHgJ8iRtOaBkQ7w"_s};
    probe.roundTrip = 34ms;
    probe.sudo = qtio::SshProbe::Sudo::Possible;
    probe.configs = {{.path = imsva,
                      .owner = u"imss"_s,
                      .group = u"imss"_s,
                      .mode = 0640,
                      .size = 800,
                      .isReadableWithSudo = true,
                      .isWritableWithSudo = true}};
    probe.logs = {{.path = u"/var/log/maillog"_s,
                   .owner = u"root"_s,
                   .group = u"root"_s,
                   .mode = 0600,
                   .isReadableWithSudo = true}};
    probe.postfix = {{u"/usr/sbin/postconf"_s, u"/opt/trend/imss/postfix/etc/postfix"_s, u"3.5.8"_s}};
    probe.clockAhead = 200ms;
    probe.utcOffset = 9h;
    probe.zone = u"JST"_s;
    return probe;
}

struct Desk
{
    test::Gui gui;
    HostBook book{gui.settings, &configHosts};
    std::vector<qtio::ProbeRequest> asked;
    qtio::ProbeDone answer;
    QWidget window;
    ServerDialog* dialog = nullptr;

    Desk()
    {
        book.save({u"mx1.example.co.jp"_s, u"mx1"_s, qtio::HostRole::Production, false, {}});
        book.save({u"stg-mx.example.co.jp"_s, u"stg-mx"_s, qtio::HostRole::Staging, false, {}});
        window.resize(1440, 900);
        window.show();
        dialog = new ServerDialog(
            book,
            [this](const qtio::ProbeRequest& request, QObject*, qtio::ProbeDone done) {
                asked.push_back(request);
                answer = std::move(done);
            },
            &window);
        dialog->open();
        test::settle();
    }

    template <typename T>
    T* find(const QString& name) const
    {
        return dialog->findChild<T*>(name);
    }

    QAbstractItemModel* model() const { return find<QListView>(u"hosts.list"_s)->model(); }

    QStringList rows() const
    {
        QStringList rows;
        for (int i = 0; i < model()->rowCount(); ++i)
            rows.append(model()->index(i, 0).data().toString());
        return rows;
    }

    QString stateOf(const QString& destination) const
    {
        for (int i = 0; i < model()->rowCount(); ++i) {
            if (model()->index(i, 0).data(HostModel::DestinationRole) == destination)
                return model()->index(i, 0).data(HostModel::StateRole).toString();
        }
        return {};
    }

    void connectTo(const QString& destination)
    {
        dialog->choose(destination);
        QTRY_VERIFY(answer);
    }

    void picture(const QString& name) const
    {
        const QString folder = qEnvironmentVariable("SPM_PICTURES");
        if (folder.isEmpty())
            return;
        test::settle();
        dialog->grab().save(folder + u'/' + name + u".png"_s);
    }
};

} // namespace

Q_DECLARE_METATYPE(qtio::SshFailure)

class HostsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hostsAreGrouped();
    void typedHostsAreTaken();
    void passingOverHostsConnectsToNone();
    void whatWasFoundIsShownAndOpened();
    void aTypedPathIsOpened();
    void failuresSayWhatToDo_data();
    void failuresSayWhatToDo();
    void rightsAreAskedForOnlyWhereNeeded_data();
    void rightsAreAskedForOnlyWhereNeeded();
    void hostsAreSavedChangedAndForgotten();
    void everyPlaceHasALook();
    void sweeps_data();
    void sweeps();
};

void HostsTest::hostsAreGrouped()
{
    const Desk desk;
    QCOMPARE(desk.rows(),
             (QStringList{u"Production"_s, u"mx1.example.co.jp"_s, u"Staging"_s, u"stg-mx.example.co.jp"_s,
                          u"From ~/.ssh/config"_s, u"mx-old"_s, u"lab-mx"_s}));
    QCOMPARE(desk.stateOf(u"lab-mx"_s), u"not tried"_s);
    QVERIFY(!desk.find<QPushButton>(u"hosts.open"_s)->isEnabled());
    const QAbstractItemModelTester tester(desk.model());
}

void HostsTest::typedHostsAreTaken()
{
    Desk desk;
    auto* search = desk.find<QLineEdit>(u"hosts.search"_s);
    search->setText(u"stg"_s);
    QCOMPARE(desk.rows(), (QStringList{u"Staging"_s, u"stg-mx.example.co.jp"_s, u"Not saved"_s, u"stg"_s}));
    search->setText(u"root@192.0.2.7:2222"_s);
    QCOMPARE(desk.rows(), (QStringList{u"Not saved"_s, u"root@192.0.2.7:2222"_s}));
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(desk.asked.size(), std::size_t(1));
    QCOMPARE(desk.asked[0].host, u"root@192.0.2.7:2222"_s);
    search->setText(u"-oProxyCommand=x"_s); // nothing ssh would take for an option
    QCOMPARE(desk.rows(), QStringList{});
}

void HostsTest::passingOverHostsConnectsToNone()
{
    Desk desk;
    desk.dialog->choose(u"mx1"_s);
    desk.dialog->choose(u"stg-mx"_s);
    desk.dialog->choose(u"lab-mx"_s);
    QTRY_COMPARE(desk.asked.size(), std::size_t(1));
    QCOMPARE(desk.asked[0].host, u"lab-mx"_s);
    QCOMPARE(desk.stateOf(u"lab-mx"_s), u"connecting..."_s);
    QCOMPARE(desk.stateOf(u"mx1"_s), u"not tried"_s);
}

void HostsTest::whatWasFoundIsShownAndOpened()
{
    Desk desk;
    desk.connectTo(u"mx1"_s);
    desk.answer(goodProbe());
    test::settle();
    QCOMPARE(desk.stateOf(u"mx1"_s), u"connected, 34 ms"_s);
    const QString shown = test::visibleTexts(desk.dialog).join(u'\n');
    for (const auto& wanted : {u"through sudo -n; owner imss and mode 0640 are kept"_s, u"3.5.8"_s, u"JST"_s,
                               u"UTC+9:00"_s, u"/var/log/maillog is readable with sudo only"_s})
        QVERIFY2(shown.contains(wanted), qPrintable(wanted + u'\n' + shown));
    desk.picture(u"remote-open"_s);
    QSignalSpy opened(desk.dialog, &ServerDialog::opened);
    desk.find<QPushButton>(u"hosts.open"_s)->click();
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened[0][0].value<qtio::FilePlace>(), (qtio::FilePlace{u"mx1"_s, imsva}));
    QCOMPARE(opened[0][1].value<qtio::Rights>(), qtio::Rights::Administrator);
    QCOMPARE(opened[0][2].toBool(), false);
    QCOMPARE(desk.book.find(u"mx1"_s)->configPath, imsva); // the next time it is there at once
}

void HostsTest::aTypedPathIsOpened()
{
    Desk desk;
    desk.connectTo(u"stg-mx"_s);
    qtio::SshProbe probe = goodProbe();
    probe.configs.clear();
    desk.answer(probe);
    QVERIFY(!desk.find<QPushButton>(u"hosts.open"_s)->isEnabled());
    desk.find<QComboBox>(u"hosts.config"_s)->setEditText(u"/srv/spf/config.ini"_s);
    QSignalSpy opened(desk.dialog, &ServerDialog::opened);
    desk.find<QPushButton>(u"hosts.look"_s)->click();
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened[0][0].value<qtio::FilePlace>().text(), u"stg-mx:/srv/spf/config.ini"_s);
    QCOMPARE(opened[0][2].toBool(), true);
}

void HostsTest::failuresSayWhatToDo_data()
{
    using Code = qtio::SshFailure::Code;
    QTest::addColumn<qtio::SshFailure>("failure");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("advice");
    QTest::newRow("changed key")
        << qtio::SshFailure{Code::ChangedHostKey, {}, u"SHA256:abc"_s, u"/home/tanaka/.ssh/known_hosts"_s, 7}
        << u"host key changed"_s << u"known_hosts, line 7"_s;
    QTest::newRow("no answer") << qtio::SshFailure{.code = Code::NoAnswer,
                                                   .text = {},
                                                   .hostKey = {},
                                                   .knownHosts = {}}
                               << u"no answer"_s << u"firewall"_s;
    QTest::newRow("keys") << qtio::SshFailure{.code = Code::Authentication,
                                              .text = {},
                                              .hostKey = {},
                                              .knownHosts = {}}
                          << u"not let in"_s << u"ssh-add -l"_s;
}

void HostsTest::failuresSayWhatToDo()
{
    QFETCH(qtio::SshFailure, failure);
    QFETCH(QString, state);
    QFETCH(QString, advice);
    Desk desk;
    desk.connectTo(u"mx1"_s);
    desk.answer(tl::unexpected(failure));
    test::settle();
    QCOMPARE(desk.stateOf(u"mx1"_s), state);
    const auto* notice = desk.dialog->findChild<NoticeBar*>();
    QVERIFY(notice->isVisible());
    QVERIFY2(notice->text().contains(advice), qPrintable(notice->text()));
    desk.picture(u"remote-failed-"_s + QLatin1String(QTest::currentDataTag()).toString().replace(u' ', u'-'));
    notice->findChild<QPushButton*>()->click();
    QCOMPARE(desk.asked.size(), std::size_t(2));
}

void HostsTest::rightsAreAskedForOnlyWhereNeeded_data()
{
    QTest::addColumn<bool>("readable");
    QTest::addColumn<bool>("writable");
    QTest::addColumn<bool>("sudo");
    QTest::addColumn<bool>("usesSudo");
    QTest::addColumn<bool>("administrator");
    QTest::addColumn<bool>("canWrite");
    QTest::newRow("own file") << true << true << true << false << false << true;
    QTest::newRow("own file, host says sudo") << true << true << true << true << true << true;
    QTest::newRow("read only") << true << false << false << false << false << false;
    QTest::newRow("sudo writes") << true << false << true << false << true << true;
    QTest::newRow("sudo reads") << false << false << true << false << true << true;
    QTest::newRow("nothing helps") << false << false << false << true << false << false;
}

void HostsTest::rightsAreAskedForOnlyWhereNeeded()
{
    QFETCH(bool, readable);
    QFETCH(bool, writable);
    QFETCH(bool, sudo);
    QFETCH(bool, usesSudo);
    qtio::ProbedFile file{.path = imsva, .owner = {}, .group = {}};
    file.isReadable = readable;
    file.isWritable = writable;
    file.isReadableWithSudo = sudo;
    file.isWritableWithSudo = sudo;
    const FileAccess access = accessOf(file, usesSudo);
    QTEST(access.rights == qtio::Rights::Administrator, "administrator");
    QTEST(access.canWrite, "canWrite");
}

void HostsTest::hostsAreSavedChangedAndForgotten()
{
    Desk desk;
    desk.dialog->choose(u"lab-mx"_s);
    desk.find<QPushButton>(u"hosts.edit"_s)->click();
    auto* host = desk.dialog->findChild<HostDialog*>();
    QVERIFY(host != nullptr);
    host->findChild<QLineEdit*>(u"hosts.host.name"_s)->setText(u"Laboratory"_s);
    host->findChild<Segment*>(u"hosts.host.role"_s)->button(2)->click();
    host->findChild<QCheckBox*>(u"hosts.host.sudo"_s)->setChecked(true);
    if (const QString folder = qEnvironmentVariable("SPM_PICTURES"); !folder.isEmpty())
        host->grab().save(folder + u"/remote-host.png"_s);
    host->findChild<QPushButton*>(u"hosts.host.save"_s)->click();
    test::settle();
    QCOMPARE(desk.rows(),
             (QStringList{u"Production"_s, u"mx1.example.co.jp"_s, u"Staging"_s, u"stg-mx.example.co.jp"_s,
                          u"Test"_s, u"Laboratory"_s, u"From ~/.ssh/config"_s, u"mx-old"_s}));
    const HostBook again(desk.gui.settings, &configHosts);
    QCOMPARE(again.saved(), desk.book.saved());
    QVERIFY(again.find(u"lab-mx"_s)->usesSudo);
    QCOMPARE(again.destinations(), (QStringList{u"mx1"_s, u"stg-mx"_s, u"lab-mx"_s, u"mx-old"_s}));

    desk.dialog->choose(u"lab-mx"_s);
    desk.find<QPushButton>(u"hosts.edit"_s)->click();
    desk.dialog->findChild<HostDialog*>()->findChild<QPushButton*>(u"hosts.host.remove"_s)->click();
    test::settle();
    QVERIFY(desk.book.find(u"lab-mx"_s) == nullptr);
    QVERIFY(desk.rows().contains(u"lab-mx"_s)); // ssh's config still names it
}

void HostsTest::everyPlaceHasALook()
{
    const Desk desk;
    QVERIFY(!desk.book.lookOf({{}, u"/etc/config.ini"_s}).isRemote());
    const HostLook production = desk.book.lookOf({u"mx1"_s, imsva});
    QCOMPARE(production.name, u"mx1.example.co.jp"_s);
    QCOMPARE(production.role, u"Production"_s);
    QCOMPARE(production.ink, Ink(&Tokens::production));
    QCOMPARE(desk.book.lookOf({u"stg-mx"_s, imsva}).role, u"Staging"_s);
    const HostLook unknown = desk.book.lookOf({u"somewhere"_s, imsva}); // until said otherwise
    QCOMPARE(unknown.role, u"Production"_s);
    QCOMPARE(unknown.name, u"somewhere"_s);
}

void HostsTest::sweeps_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << u"en"_s;
    QTest::newRow("ja") << u"ja"_s;
}

void HostsTest::sweeps()
{
    QFETCH(QString, language);
    Desk desk;
    desk.dialog->close();
    desk.gui.language.setChoice(words::choiceFromCode(language));
    ServerDialog dialog(
        desk.book,
        [&](const qtio::ProbeRequest&, QObject*, qtio::ProbeDone done) { desk.answer = std::move(done); },
        &desk.window);
    dialog.open();
    dialog.choose(u"mx1"_s);
    QTRY_VERIFY(desk.answer);
    desk.answer(goodProbe());
    test::settle();
    QCOMPARE(test::allFaults(&dialog), QStringList{});
    if (const QString folder = qEnvironmentVariable("SPM_PICTURES"); !folder.isEmpty())
        dialog.grab().save(folder + u"/remote-open-"_s + language + u".png"_s);
}

QTEST_MAIN(HostsTest)
#include "hosts_test.moc"
