// SPDX-License-Identifier: GPL-3.0-or-later
// Each PFX finding of SPEC 3.6 with a text that has it and one that has not; and the commands of SPEC 3.4
// and 3.5.
#include "core/postfix/commands.h"
#include "core/postfix/lint.h"
#include "core/postfix/main_cf.h"
#include "core/postfix/master_cf.h"
#include "tests/core/postfix/imsva_files.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace postfix;

Q_DECLARE_METATYPE(Severity)

namespace {

const QByteArray spawn = "SPFPolicyd unix - n n - 0 spawn\n  user=imss argv=/x\n";
const QByteArray limit = "SPFPolicyd_time_limit = 3600\n";
const QByteArray check = "check_policy_service unix:private/SPFPolicyd";
const QByteArray senders = "smtpd_sender_restrictions = " + check + "\n";

Facts facts()
{
    Facts result;
    result.users = std::vector<std::string>{"imss", "postfix", "root"};
    result.relays.push_back(*net::Network::parse("198.51.100.0/24"));
    return result;
}

std::vector<Finding> findings(const QByteArray& mainText, const QByteArray& masterText)
{
    return lint(mainText.toStdString(), masterText.toStdString(), facts());
}

QByteArray ids(const std::vector<Finding>& all)
{
    QByteArrayList list;
    for (const auto& finding : all) {
        list << QByteArray::fromStdString(finding.id());
    }
    return list.join(' ');
}

} // namespace

class LintTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsAndDoesNotFind_data();
    void findsAndDoesNotFind();
    void tellsPlaceAndArguments();
    void documentedTextsAreClean();
    void quotesForTheShell_data();
    void quotesForTheShell();
    void commandsForEnableAndDisable();
    void commandsHaveTheSameEffect_data();
    void commandsHaveTheSameEffect();
    void checkListHasTenSteps();
};

void LintTest::findsAndDoesNotFind_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<Severity>("severity");
    QTest::addColumn<QByteArray>("mainText");
    QTest::addColumn<QByteArray>("masterText");
    QTest::addColumn<bool>("fires");
    auto row = [n = 0](const char* id, Severity severity, const QByteArray& mainText,
                             const QByteArray& masterText, bool fires) mutable {
        QTest::addRow("%s %d %s", id, ++n, fires ? "fires" : "silent")
            << QByteArray(id) << severity << mainText << masterText << fires;
    };
    const auto list = [](const QByteArray& name, const QByteArray& value) {
        return "smtpd_" + name + "_restrictions = " + value + "\n";
    };
    const auto E = Severity::Error;
    const auto W = Severity::Warning;
    const auto I = Severity::Info;
    row("PFX-001", E, senders, "", true);
    row("PFX-001", E, senders, imsva::masterTemplate, true);
    row("PFX-001", E, list("sender", "check_policy_service unix:private/policy-spf"), spawn, true);
    row("PFX-001", E, list("sender", "check_policy_service unix:private/spfpolicyd"), "", false);
    row("PFX-001", E, senders, spawn, false);
    row("PFX-002", E, list("sender", "check_policy_service unix:private/spfpolicyd"), spawn, true);
    row("PFX-002", E, senders, spawn, false);
    row("PFX-003", W, senders, "SPFPolicyd unix - n n - - spawn user=imss argv=/x\n", true);
    row("PFX-003", W, senders, "SPFPolicyd unix - n n - 1 spawn user=imss argv=/x\n", true);
    row("PFX-003", W, senders, spawn, false);
    row("PFX-004", W, senders, spawn, true);
    row("PFX-004", W, senders + "SPFPolicyd_time_limit = 10m\n", spawn, true);
    row("PFX-004", W, senders + "SPFPolicyd_time_limit = 1000\n", spawn, false);
    row("PFX-004", W, list("sender", "check_policy_service unix:private/spfpolicyd"), "", false);
    row("PFX-005", E, list("recipient", check + ", reject_unauth_destination"), spawn, true);
    row("PFX-005", E, list("recipient", check) + "smtpd_relay_restrictions =\n", spawn, true);
    row("PFX-005", E, list("recipient", check), spawn, false);
    row("PFX-005", E, list("recipient", "permit_mynetworks reject_unauth_destination " + check), spawn,
        false);
    row("PFX-006", W, list("helo", check), spawn, true);
    row("PFX-006", E, list("client", check) + "smtpd_delay_reject = no\n", spawn, true);
    row("PFX-006", W, senders, spawn, false);
    row("PFX-007", W, senders + list("recipient", "reject_unauth_destination, " + check), spawn, true);
    row("PFX-007", W, senders + list("end_of_data", check), spawn, false);
    row("PFX-008", E, "smtpd_sender_restrictions = reject\n" + senders, spawn, true);
    row("PFX-008", E, "a = 1\nb = 1\n" + senders, spawn, false);
    row("PFX-009", W, senders, "SPFPolicyd unix n n n - 0 spawn user=imss argv=/x\n", true);
    row("PFX-009", W, senders, "SPFPolicyd unix y n n - 0 spawn user=imss argv=/x\n", false);
    row("PFX-010", W,
        "mynetworks = 127.0.0.0/8, 198.51.100.7\n" + list("sender", "permit_mynetworks, " + check), spawn,
        true);
    row("PFX-010", W, "mynetworks = 0.0.0.0/0\n" + list("sender", "permit_mynetworks, " + check), spawn,
        true);
    row("PFX-010", W, "mynetworks = 127.0.0.0/8 [::1]/128\n" + list("sender", "permit_mynetworks, " + check),
        spawn, false);
    row("PFX-010", W, "mynetworks = 198.51.100.7\n" + senders, spawn, false);
    row("PFX-011", I, list("sender", "check_sender_access hash:/x, " + check), spawn, true);
    row("PFX-011", I, list("sender", check + ", check_sender_access hash:/x"), spawn, false);
    row("PFX-012", W, senders, "SPFPolicyd unix - n y - 0 spawn user=imss argv=/x\n", true);
    row("PFX-012", W, senders, spawn, false);
    row("PFX-013", E, senders, "SPFPolicyd unix - n n - 0 spawn user=root argv=/x\n", true);
    row("PFX-013", E, senders, "SPFPolicyd unix - n n - 0 spawn user=postfix argv=/x\n", true);
    row("PFX-013", E, senders, "SPFPolicyd unix - n n - 0 spawn user=nosuch argv=/x\n", true);
    row("PFX-013", E, senders, "SPFPolicyd unix - n n - 0 spawn argv=/x\n", true);
    row("PFX-013", E, senders, spawn, false);
    row("PFX-014", W, senders + "smtpd_policy_service_timeout = 20s\n", spawn, true);
    row("PFX-014", W, list("sender", "check_policy_service { unix:private/SPFPolicyd, timeout=10s }"), spawn,
        true);
    row("PFX-014", W, senders, spawn, false);
    row("PFX-015", I, senders, spawn, true);
    row("PFX-015", I, senders + "smtpd_policy_service_default_action = DUNNO\n", spawn, false);
    row("PFX-015", I,
        list("sender", "check_policy_service { unix:private/SPFPolicyd, default_action=DUNNO }"), spawn,
        false);
    row("PFX-016", W, senders, spawn + "submission inet n - n - - smtpd\n", true);
    row("PFX-016", W, senders, spawn + "submission inet n - n - - smtpd\n  -o smtpd_sender_restrictions=\n",
        false);
    row("PFX-016", W, list("sender", "permit_sasl_authenticated, " + check),
        spawn + "smtps inet n - n - - smtpd\n", false);
    row("PFX-016", W, senders, spawn + "smtp inet n - n - - smtpd\n", false);
    row("PFX-017", W,
        senders +
            list("recipient", "reject_unauth_destination, check_policy_service unix:private/policy-spf"),
        spawn, true);
    row("PFX-017", W, senders + "smtpd_milters = inet:localhost:11332\n", spawn, true);
    row("PFX-017", W, senders + "smtpd_milters = inet:localhost:8891\n", spawn, false);
    row("PFX-018", I, "sender_canonical_maps = hash:/a\nsender_canonical_maps = tcp:localhost:10001\n", "",
        true);
    row("PFX-018", I, "sender_canonical_maps = hash:/a,tcp:localhost:10001\n", "", false);
    row("PFX-019", W, senders, "SPFPolicyd unix - n n - 0 spawn\nuser=imss argv=/x\n", true);
    row("PFX-019", W, "smtpd_sender_restrictions =\ncheck_policy_service unix:private/SPFPolicyd\n", spawn,
        true);
    row("PFX-019", W, senders + "reject_code = 554\n", spawn, false);
    row("PFX-020", W, list("helo", "reject_invalid_hostname"), "", true);
    row("PFX-020", W, list("helo", "reject_invalid_helo_hostname"), "", false);
}

void LintTest::findsAndDoesNotFind()
{
    QFETCH(QByteArray, id);
    QFETCH(Severity, severity);
    QFETCH(QByteArray, mainText);
    QFETCH(QByteArray, masterText);
    QFETCH(bool, fires);
    const auto all = findings(mainText, masterText);
    const auto found = std::find_if(all.begin(), all.end(), [&](const Finding& finding) {
        return QByteArray::fromStdString(finding.id()) == id;
    });
    QVERIFY2((found != all.end()) == fires, ids(all).constData());
    if (fires) {
        QVERIFY(found->severity == severity);
        QVERIFY(found->line >= 1);
    }
}

void LintTest::tellsPlaceAndArguments()
{
    const auto all =
        findings("a = b\nsmtpd_sender_restrictions =\n  permit_mynetworks\n  " + check + "\n", "");
    const auto found = std::find_if(
        all.begin(), all.end(), [](const Finding& entry) { return entry.code == LintCode::ServiceMissing; });
    QVERIFY(found != all.end());
    QCOMPARE(found->line, std::size_t(4));
    QCOMPARE(found->file, File::Main);
    QCOMPARE(found->args, (std::vector<std::string>{"SPFPolicyd", "smtpd_sender_restrictions"}));
}

void LintTest::documentedTextsAreClean()
{
    const auto all = findings(imsva::mainEnabled, imsva::masterEnabled);
    QCOMPARE(ids(all), QByteArray("PFX-015"));
    QVERIFY(findings("", "").empty());
    QVERIFY(findings(imsva::mainTemplate, imsva::masterTemplate).empty());
}

void LintTest::quotesForTheShell_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("quoted");
    QTest::newRow("plain") << QByteArray("SPFPolicyd/unix") << QByteArray("SPFPolicyd/unix");
    QTest::newRow("blank") << QByteArray("a b") << QByteArray("'a b'");
    QTest::newRow("empty") << QByteArray("") << QByteArray("''");
    QTest::newRow("quote") << QByteArray("a'b") << QByteArray("'a'\\''b'");
    QTest::newRow("dollar") << QByteArray("$x") << QByteArray("'$x'");
}

void LintTest::quotesForTheShell()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, quoted);
    QCOMPARE(QByteArray::fromStdString(shellQuoted(text.toStdString())), quoted);
}

void LintTest::commandsForEnableAndDisable()
{
    PlanOptions options;
    const auto on = plan(imsva::mainTemplate, imsva::masterTemplate, options);
    QCOMPARE(postconfCommands(on, options, {}),
             (std::vector<std::string>{
                 "postconf -Me 'SPFPolicyd/unix=SPFPolicyd unix - n n - 0 spawn user=imss "
                 "argv=/opt/trend/imss/postfix/etc/postfix/SPFPolicyd/SPFPolicyd.py'",
                 "postconf -e 'SPFPolicyd_time_limit = 3600'",
                 "postconf -e 'smtpd_sender_restrictions = check_policy_service unix:private/SPFPolicyd "
                 "check_policy_service inet:127.0.0.1:999'"}));
    options.task = Task::Disable;
    const auto off = plan(on.newMain, on.newMaster, options);
    Site site;
    site.configDirectory = "/opt/trend/imss/postfix/etc/postfix";
    site.installation = Installation::Imsva;
    QCOMPARE(postconfCommands(off, options, site),
             (std::vector<std::string>{
                 "postconf -c /opt/trend/imss/postfix/etc/postfix -e 'smtpd_sender_restrictions = "
                 "check_policy_service inet:127.0.0.1:999'",
                 "postconf -c /opt/trend/imss/postfix/etc/postfix -X SPFPolicyd_time_limit",
                 "postconf -c /opt/trend/imss/postfix/etc/postfix -MX SPFPolicyd/unix"}));
    QCOMPARE(reloadCommand(site), std::string("postfix restart"));
    QCOMPARE(reloadCommand({}), std::string("systemctl reload postfix"));
    QVERIFY(postconfCommands(plan(on.newMain, on.newMaster, {}), {}, {}).empty());
}

void LintTest::commandsHaveTheSameEffect_data()
{
    QTest::addColumn<Task>("task");
    QTest::newRow("enable") << Task::Enable;
    QTest::newRow("disable") << Task::Disable;
}

void LintTest::commandsHaveTheSameEffect()
{
    QFETCH(Task, task);
    if (QStandardPaths::findExecutable(QStringLiteral("postconf"), {QStringLiteral("/usr/sbin")}).isEmpty()) {
        QSKIP("postconf is not installed");
    }
    PlanOptions options;
    options.task = task;
    const auto wanted = task == Task::Enable ? plan(imsva::mainTemplate, imsva::masterTemplate, options)
                                             : plan(imsva::mainEnabled, imsva::masterEnabled, options);
    QTemporaryDir dir;
    const auto write = [&](const QString& name, const std::string& text) {
        QFile file(dir.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(text));
    };
    const auto read = [&](const QString& name) {
        QFile file(dir.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    };
    write(QStringLiteral("main.cf"), wanted.oldMain);
    write(QStringLiteral("master.cf"), wanted.oldMaster);
    Site site;
    site.configDirectory = dir.path().toStdString();
    for (const auto& command : postconfCommands(wanted, options, site)) {
        QProcess process;
        process.start(QStringLiteral("/bin/sh"),
                      {QStringLiteral("-c"),
                       QStringLiteral("PATH=$PATH:/usr/sbin; ") + QString::fromStdString(command)});
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    }
    const MainCf got(read(QStringLiteral("main.cf")));
    const MainCf expected(wanted.newMain);
    for (const char* name :
         {"smtpd_sender_restrictions", "SPFPolicyd_time_limit", "127.0.0.1:999_time_limit"}) {
        QCOMPARE(got.find(name).has_value(), expected.find(name).has_value());
        if (got.find(name)) {
            QCOMPARE(got.find(name)->value, expected.find(name)->value);
        }
    }
    const auto service = MasterCf(read(QStringLiteral("master.cf"))).find("SPFPolicyd", "unix");
    QCOMPARE(service.has_value(), task == Task::Enable);
    if (service) {
        QCOMPARE(service->command, MasterCf(wanted.newMaster).find("SPFPolicyd", "unix")->command);
    }
}

void LintTest::checkListHasTenSteps()
{
    const auto steps = checkList({}, {}, {"/etc/postfix/main.cf.20261121-090000", ""});
    QCOMPARE(steps.size(), std::size_t(10));
    QCOMPARE(steps[0], (Step{StepCode::PostfixCheck, {"postfix check"}, true}));
    QCOMPARE(steps[2].commands, (std::vector<std::string>{"postconf -M SPFPolicyd/unix"}));
    QCOMPARE(steps[5].commands, (std::vector<std::string>{"ls -l /var/spool/postfix/private/SPFPolicyd"}));
    QCOMPARE(steps[9].commands,
             (std::vector<std::string>{"cp -p /etc/postfix/main.cf.20261121-090000 /etc/postfix/main.cf",
                                       "systemctl reload postfix"}));
    PlanOptions socket;
    socket.variant = Variant::Socket;
    socket.socketServer = "inet:127.0.0.1:10045";
    const auto other = checkList(socket, {});
    QVERIFY(other[2].commands.empty() && other[5].commands.empty());
    QVERIFY(other[6].commands[0].ends_with("| socat -t 30 - TCP:127.0.0.1:10045"));
}

QTEST_APPLESS_MAIN(LintTest)
#include "lint_test.moc"
