// SPDX-License-Identifier: GPL-3.0-or-later
// Switching the SPF check on and off in main.cf and master.cf (SPEC 3.2 to 3.4): exact texts and the laws
// that hold for every file.
#include "core/postfix/main_cf.h"
#include "core/postfix/master_cf.h"
#include "core/postfix/plan.h"
#include "tests/core/postfix/imsva_files.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace postfix;

Q_DECLARE_METATYPE(Variant)

namespace {

PlanOptions options(Task task, Variant variant = Variant::Imsva)
{
    PlanOptions result;
    result.task = task;
    result.variant = variant;
    return result;
}

QByteArray bytes(const std::string& text)
{
    return QByteArray::fromStdString(text);
}

QByteArray enabledMain(const QByteArray& text, Variant variant = Variant::Imsva)
{
    return bytes(plan(text.toStdString(), imsva::masterTemplate, options(Task::Enable, variant)).newMain);
}

QByteArray disabledMain(const QByteArray& text, Variant variant = Variant::Imsva)
{
    return bytes(plan(text.toStdString(), imsva::masterEnabled, options(Task::Disable, variant)).newMain);
}

bool has(const Plan& plan, NoteCode code)
{
    return std::any_of(plan.notes.begin(), plan.notes.end(),
                       [&](const Note& note) { return note.code == code; });
}

QByteArray crlf(QByteArray text)
{
    return text.replace('\n', "\r\n");
}

} // namespace

class PlanTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documentsKeepEveryByte_data();
    void documentsKeepEveryByte();
    void readsParametersAsPostfixDoes();
    void readsServicesAsPostfixDoes();
    void readsTimes_data();
    void readsTimes();
    void enablesTheShippedTemplateExactly();
    void enablesLists_data();
    void enablesLists();
    void disablesLists_data();
    void disablesLists();
    void disablingUndoesEnabling_data();
    void disablingUndoesEnabling();
    void masterEntries_data();
    void masterEntries();
    void timeLimits_data();
    void timeLimits();
    void socketVariantLeavesMasterAlone();
    void whatCannotBeEditedIsSaid_data();
    void whatCannotBeEditedIsSaid();
    void anEarlierAssignmentDoesNotComeToLife();
    void adviceIsGiven();
    void lawsHoldForDebiansFiles_data();
    void lawsHoldForDebiansFiles();
    void lawsHoldForOddBytes();
    void postconfAgrees_data();
    void postconfAgrees();
};

void PlanTest::documentsKeepEveryByte_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no line end") << QByteArray("a = b");
    QTest::newRow("only a line end") << QByteArray("\n");
    QTest::newRow("CRLF") << QByteArray("a = b\r\n  c\r\n\r\n");
    QTest::newRow("mixed ends") << QByteArray("a = b\r\nc = d\n e\r\n");
    QTest::newRow("lone CR, NUL, high octets") << QByteArray("a\rb\0\xff\n\x80", 8);
    QTest::newRow("starts with blanks") << QByteArray("  a = b\n");
}

void PlanTest::documentsKeepEveryByte()
{
    QFETCH(QByteArray, text);
    QCOMPARE(bytes(LineDocument(text.toStdString()).bytes()), text);
}

void PlanTest::readsParametersAsPostfixDoes()
{
    const MainCf mainCf("# comment\n"
                        "a = 1\n"
                        "list = x,\n"
                        "# inside\n"
                        "\n"
                        "   # inside, indented\n"
                        "  y  z\n"
                        "a=2\n"
                        "empty =\n"
                        "127.0.0.1:999_time_limit = 3600 # not a comment\n"
                        "no equals sign\n");
    QCOMPARE(mainCf.parameters().size(), std::size_t(5));
    QCOMPARE(mainCf.find("a")->value, std::string("2"));
    QCOMPARE(mainCf.count("a"), std::size_t(2));
    const auto list = *mainCf.find("list");
    QCOMPARE(list.value, std::string("x, y  z"));
    QCOMPARE(list.lines.lines, (std::vector<std::size_t>{2, 6}));
    const auto words = mainCf.words(list);
    QCOMPARE(words, (std::vector<Word>{{"x", 2, 7, true}, {"y", 6, 2, false}, {"z", 6, 5, false}}));
    QVERIFY(mainCf.find("empty")->value.empty());
    QCOMPARE(mainCf.find("127.0.0.1:999_time_limit")->value, std::string("3600 # not a comment"));
    QVERIFY(!mainCf.find("nothere"));
}

void PlanTest::readsServicesAsPostfixDoes()
{
    const MasterCf masterCf("smtp inet n - y - - smtpd\n"
                            "  -o a=1 -ob=2\n"
                            "# between\n"
                            "  -o a=3\n"
                            "P unix - n n - 0 spawn\n"
                            "\tuser=nobody argv=/bin/x -o y\n"
                            "broken line\n"
                            "smtp inet n - n - - smtpd\n");
    QCOMPARE(masterCf.services().size(), std::size_t(3));
    QCOMPARE(masterCf.find("smtp", "inet")->isChroot, std::string("n")); // the last one counts
    const auto first = masterCf.services().front();
    QCOMPARE(first.option("a"), std::optional<std::string>("3"));
    QCOMPARE(first.option("b"), std::optional<std::string>("2"));
    QVERIFY(!first.option("c"));
    const auto spawned = *masterCf.find("P", "unix");
    QCOMPARE(spawned.attribute("user"), std::optional<std::string>("nobody"));
    QCOMPARE(spawned.attribute("argv"), std::optional<std::string>("/bin/x -o y"));
    QVERIFY(!masterCf.find("p", "unix"));
    QVERIFY(!masterCf.find("P", "inet"));
}

void PlanTest::readsTimes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("seconds");
    QTest::newRow("plain") << QByteArray("3600") << 3600;
    QTest::newRow("s") << QByteArray("3600s") << 3600;
    QTest::newRow("h") << QByteArray("1h") << 3600;
    QTest::newRow("m") << QByteArray(" 60m ") << 3600;
    QTest::newRow("d") << QByteArray("1d") << 86400;
    QTest::newRow("w") << QByteArray("1W") << 604800;
    QTest::newRow("nothing") << QByteArray("") << -1;
    QTest::newRow("unit only") << QByteArray("h") << -1;
    QTest::newRow("unknown unit") << QByteArray("1y") << -1;
    QTest::newRow("reference") << QByteArray("$x") << -1;
}

void PlanTest::readsTimes()
{
    QFETCH(QByteArray, text);
    QFETCH(int, seconds);
    QCOMPARE(parseTime(text.toStdString()).value_or(-1), std::int64_t(seconds));
}

void PlanTest::enablesTheShippedTemplateExactly()
{
    const auto on = plan(imsva::mainTemplate, imsva::masterTemplate, options(Task::Enable));
    QCOMPARE(bytes(on.newMain), QByteArray(imsva::mainEnabled));
    QCOMPARE(bytes(on.newMaster), QByteArray(imsva::masterEnabled));
    QVERIFY(has(on, NoteCode::ServiceUncommented) && has(on, NoteCode::EntryInserted));
    QVERIFY(!on.needsHand());
    QVERIFY(on.diff("main.cf", "master.cf").find("+  check_policy_service unix:private/SPFPolicyd\n") !=
            std::string::npos);

    const auto again = plan(on.newMain, on.newMaster, options(Task::Enable));
    QVERIFY(!again.changesMain() && !again.changesMaster());
    QVERIFY(again.diff("main.cf", "master.cf").empty());

    const auto off = plan(on.newMain, on.newMaster, options(Task::Disable));
    QCOMPARE(bytes(off.newMain), QByteArray(imsva::mainTemplate));
    QCOMPARE(bytes(off.newMaster), QByteArray(imsva::masterTemplate));
    const auto offAgain = plan(off.newMain, off.newMaster, options(Task::Disable));
    QVERIFY(!offAgain.changesMain() && !offAgain.changesMaster());

    const auto windows = plan(crlf(imsva::mainTemplate).toStdString(),
                              crlf(imsva::masterTemplate).toStdString(), options(Task::Enable));
    QCOMPARE(bytes(windows.newMain), crlf(imsva::mainEnabled));
    QCOMPARE(bytes(windows.newMaster), crlf(imsva::masterEnabled));
}

void PlanTest::enablesLists_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<Variant>("variant");
    QTest::addColumn<QByteArray>("after");
    const QByteArray limit = "SPFPolicyd_time_limit = 3600\n";
    const auto row = [&](const char* name, Variant variant, const QByteArray& before,
                         const QByteArray& after) {
        QTest::newRow(name) << before + limit << variant << after + limit;
    };
    const QByteArray p = "smtpd_sender_restrictions = ";
    const QByteArray c = "check_policy_service unix:private/SPFPolicyd";
    row("one line, commas", Variant::Imsva, p + "permit_mynetworks, reject_unknown_sender_domain, permit\n",
        p + "permit_mynetworks, reject_unknown_sender_domain, " + c + ", permit\n");
    row("one line, blanks", Variant::Imsva, p + "permit_mynetworks check_sender_access hash:/a\n",
        p + "permit_mynetworks " + c + " check_sender_access hash:/a\n");
    row("one line, tight commas", Variant::Imsva, p + "permit_mynetworks,permit_sasl_authenticated,reject\n",
        p + "permit_mynetworks,permit_sasl_authenticated," + c + ",reject\n");
    row("only leading words", Variant::Imsva, p + "permit_mynetworks\n",
        p + "permit_mynetworks, " + c + "\n");
    row("before permit", Variant::Imsva, p + "permit\n", p + c + ", permit\n");
    row("before reject, any case", Variant::Imsva, p + "REJECT\n", p + c + ", REJECT\n");
    row("warn_if_reject stays with its word", Variant::Imsva, p + "warn_if_reject reject\n",
        p + c + " warn_if_reject reject\n");
    row("own lines, commas", Variant::Imsva,
        "smtpd_sender_restrictions "
        "=\n\tpermit_mynetworks,\n\tpermit_sasl_authenticated,\n\tcheck_sender_access x:y\n",
        "smtpd_sender_restrictions =\n\tpermit_mynetworks,\n\tpermit_sasl_authenticated,\n\t" + c +
            ",\n\tcheck_sender_access x:y\n");
    row("own lines, at the end, commas", Variant::Imsva,
        p + "permit_mynetworks,\n    permit_sasl_authenticated\n",
        p + "permit_mynetworks,\n    permit_sasl_authenticated,\n    " + c + "\n");
    row("own lines, comma at the end", Variant::Imsva,
        p + "permit_mynetworks,\n  reject_unauth_destination,\n",
        p + "permit_mynetworks,\n  reject_unauth_destination,\n  " + c + ",\n");
    row("comment inside", Variant::Imsva,
        "smtpd_sender_restrictions =\n  permit_mynetworks\n# ours\n  check_policy_service "
        "inet:127.0.0.1:999\n"
        "127.0.0.1:999_time_limit = 1h\n",
        "smtpd_sender_restrictions =\n  permit_mynetworks\n# ours\n  " + c +
            "\n  check_policy_service inet:127.0.0.1:999\n127.0.0.1:999_time_limit = 1h\n");
    row("only the last assignment counts", Variant::Imsva, p + "reject\n" + p + "permit_mynetworks\n",
        p + "reject\n" + p + "permit_mynetworks, " + c + "\n");
    row("present already", Variant::Imsva, p + c + "\n", p + c + "\n");
    row("empty list", Variant::Imsva, p + "\n",
        p + "\n# this list was empty before the SPF check was added\n  " + c + "\n");
    row("recommended, after the permits", Variant::Recommended,
        p + "permit_mynetworks, permit_sasl_authenticated, reject_unknown_sender_domain\n",
        p + "permit_mynetworks, permit_sasl_authenticated, " + c + ", reject_unknown_sender_domain\n");
    row("recommended, foreign entries", Variant::Recommended,
        "smtpd_sender_restrictions =\n  check_policy_service inet:127.0.0.1:999\n127.0.0.1:999_time_limit = "
        "1h\n",
        "smtpd_sender_restrictions =\n  " + c +
            "\n  check_policy_service inet:127.0.0.1:999\n"
            "127.0.0.1:999_time_limit = 1h\n");
    row("recommended, empty list", Variant::Recommended, p + "\n",
        p +
            "\n# this list was empty before the SPF check was added\n  permit_mynetworks, "
            "permit_sasl_authenticated, " +
            c + "\n");
    QTest::newRow("no list") << limit << Variant::Imsva
                             << limit + "smtpd_sender_restrictions =\n  " + c + "\n";
    QTest::newRow("recommended, no list")
        << limit << Variant::Recommended
        << limit + p + "permit_mynetworks, permit_sasl_authenticated, " + c + "\n";
}

void PlanTest::enablesLists()
{
    QFETCH(QByteArray, before);
    QFETCH(Variant, variant);
    QFETCH(QByteArray, after);
    QCOMPARE(enabledMain(before, variant), after);
    QCOMPARE(enabledMain(after, variant), after);
    QCOMPARE(enabledMain(crlf(before), variant), crlf(after));
}

void PlanTest::disablesLists_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const QByteArray p = "smtpd_sender_restrictions = ";
    const QByteArray c = "check_policy_service unix:private/SPFPolicyd";
    QTest::newRow("the only entry") << "a = b\n" + p + c + "\nc = d\n" << QByteArray("a = b\nc = d\n");
    QTest::newRow("the only entry, as documented") << "a = b\nsmtpd_sender_restrictions =\n  " + c + "\n"
                                                   << QByteArray("a = b\n");
    QTest::newRow("twice in the list") << p + c + ", permit_mynetworks, " + c + "\n"
                                       << p + "permit_mynetworks\n";
    QTest::newRow("first of the line") << p + c + ",\n  permit_mynetworks\n"
                                       << QByteArray("smtpd_sender_restrictions =\n  permit_mynetworks\n");
    QTest::newRow("entry over two lines")
        << p + "permit_mynetworks,\n  check_policy_service\n    unix:private/SPFPolicyd,\n  reject\n"
        << p + "permit_mynetworks,\n  reject\n";
    const QByteArray broken = "check_policy_service\n    unix:private/SPFPolicyd";
    QTest::newRow("over two lines, behind others") << p + "permit_mynetworks, " + broken + ", reject\n"
                                                   << p + "permit_mynetworks,\n    reject\n";
    QTest::newRow("over two lines, blanks only") << p + "permit_mynetworks " + broken + " \n  reject\n"
                                                 << p + "permit_mynetworks\n  reject\n";
    QTest::newRow("over two lines, at the end") << p + "permit_mynetworks, " + broken + "\n"
                                                << p + "permit_mynetworks\n";
    QTest::newRow("over two lines, comma at the end") << p + "permit_mynetworks, " + broken + ",\n"
                                                      << p + "permit_mynetworks,\n";
    QTest::newRow("over two lines, at the end of own lines") << p + "permit_mynetworks,\n  " + broken + "\n"
                                                             << p + "permit_mynetworks\n";
    QTest::newRow("over two lines, commas first") << p + "permit_mynetworks\n  , " + broken + "\n"
                                                  << p + "permit_mynetworks\n";
    QTest::newRow("over two lines, at the front") << p + broken + " reject\n"
                                                  << QByteArray("smtpd_sender_restrictions =\n    reject\n");
    QTest::newRow("was empty, used by others since")
        << p + "\n# this list was empty before the SPF check was added\n  " + c + "\n  reject\n"
        << p + "\n  reject\n";
    QTest::newRow("in another list") << "smtpd_recipient_restrictions = reject_unauth_destination, " + c +
                                            "\n"
                                     << QByteArray(
                                            "smtpd_recipient_restrictions = reject_unauth_destination\n");
    QTest::newRow("time limit over two lines") << QByteArray("SPFPolicyd_time_limit =\n  3600\n")
                                               << QByteArray("#SPFPolicyd_time_limit =\n#  3600\n");
    QTest::newRow("other service stays")
        << QByteArray("smtpd_sender_restrictions = check_policy_service unix:private/x\n")
        << QByteArray("smtpd_sender_restrictions = check_policy_service unix:private/x\n");
}

void PlanTest::disablesLists()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QCOMPARE(disabledMain(before), after);
    QCOMPARE(disabledMain(after), after);
}

void PlanTest::disablingUndoesEnabling_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::newRow("one line") << QByteArray("smtpd_sender_restrictions = permit_mynetworks, a, b\n");
    QTest::newRow("one word") << QByteArray("smtpd_sender_restrictions=permit_mynetworks\n");
    QTest::newRow("blanks") << QByteArray("smtpd_sender_restrictions = permit_mynetworks  a\tb  \n");
    QTest::newRow("tight") << QByteArray("smtpd_sender_restrictions = permit_mynetworks,a,b,\n");
    QTest::newRow("first word") << QByteArray("smtpd_sender_restrictions =   a,\n b\n");
    QTest::newRow("own lines") << QByteArray("smtpd_sender_restrictions =\n  permit_mynetworks\n  a\n");
    QTest::newRow("own lines, last") << QByteArray("smtpd_sender_restrictions =\n  permit_mynetworks\n");
    QTest::newRow("own lines, commas, last")
        << QByteArray("smtpd_sender_restrictions = permit_mynetworks,\n  reject_unlisted_sender\n");
    QTest::newRow("own lines, comma at the end")
        << QByteArray("smtpd_sender_restrictions =\n  permit_mynetworks,\n  reject_unlisted_sender,\n");
    QTest::newRow("two on a line") << QByteArray(
        "smtpd_sender_restrictions =\n  permit_mynetworks, a,\n  b, c\n# end\n");
    QTest::newRow("comma on its own line")
        << QByteArray("smtpd_sender_restrictions =\n  permit_mynetworks\n  , a\n  , b\n");
    QTest::newRow("empty") << QByteArray("smtpd_sender_restrictions =\n");
    QTest::newRow("empty with blanks") << QByteArray("smtpd_sender_restrictions =  \n");
    QTest::newRow("none") << QByteArray("");
    QTest::newRow("no line end") << QByteArray("smtpd_sender_restrictions = permit_mynetworks");
}

void PlanTest::disablingUndoesEnabling()
{
    QFETCH(QByteArray, list);
    const QByteArray head = "x = y\n#SPFPolicyd_time_limit = 3600\n";
    for (const QByteArray& text : {head + list, crlf(head + list), list + head}) {
        if (list.isEmpty() || list.endsWith('\n') || text.startsWith("x")) {
            QCOMPARE(disabledMain(enabledMain(text)), text);
        }
    }
    if (!list.isEmpty()) { // what "recommended" gives a list of its own stays
        const QByteArray text = list.endsWith('\n') ? list + head : head + list;
        QCOMPARE(disabledMain(enabledMain(text, Variant::Recommended)), text);
    }
    const QByteArray noEnd = head + "z = 1";
    QCOMPARE(disabledMain(enabledMain(noEnd)), noEnd);
}

void PlanTest::masterEntries_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("on");
    QTest::addColumn<QByteArray>("off"); // after switching on and off again
    const QByteArray entry =
        "SPFPolicyd  unix  -      n      n      -      0      spawn\n"
        "             user=imss  argv=/opt/trend/imss/postfix/etc/postfix/SPFPolicyd/SPFPolicyd.py\n";
    QByteArray commented = "#" + entry;
    commented.replace("\n  ", "\n#  ");
    QTest::newRow("no template") << QByteArray("smtp inet n - n - - smtpd\n")
                                 << "smtp inet n - n - - smtpd\n" + entry
                                 << "smtp inet n - n - - smtpd\n" + commented;
    QTest::newRow("remark below the template") << commented + "# a remark about something else\n"
                                               << entry + "# a remark about something else\n"
                                               << commented + "# a remark about something else\n";
    QTest::newRow("ruler below the template") << commented + "# ====================\n"
                                              << entry + "# ====================\n"
                                              << commented + "# ====================\n";
    QTest::newRow("blank behind the sign")
        << QByteArray("# SPFPolicyd unix - n n - 0 spawn\n# \tuser=imss argv=/x\n")
        << QByteArray("SPFPolicyd unix - n n - 0 spawn\n \tuser=imss argv=/x\n")
        << QByteArray("#SPFPolicyd unix - n n - 0 spawn\n# \tuser=imss argv=/x\n");
    QTest::newRow("template inside an entry")
        << QByteArray("smtp inet n - n - - smtpd\n#SPFPolicyd unix - n n - 0 spawn\n  -o a=b\n")
        << "smtp inet n - n - - smtpd\n#SPFPolicyd unix - n n - 0 spawn\n  -o a=b\n" + entry
        << "smtp inet n - n - - smtpd\n#SPFPolicyd unix - n n - 0 spawn\n  -o a=b\n" + commented;
    QTest::newRow("another case is another service")
        << QByteArray("#spfpolicyd unix - n n - 0 spawn\n") << "#spfpolicyd unix - n n - 0 spawn\n" + entry
        << "#spfpolicyd unix - n n - 0 spawn\n" + commented;
    QTest::newRow("two active entries")
        << QByteArray("SPFPolicyd unix - n n - 0 spawn\n user=a argv=/a\nSPFPolicyd unix - n n - 0 spawn\n "
                      "user=b argv=/b\n")
        << QByteArray("SPFPolicyd unix - n n - 0 spawn\n user=a argv=/a\nSPFPolicyd unix - n n - 0 spawn\n "
                      "user=b argv=/b\n")
        << QByteArray("#SPFPolicyd unix - n n - 0 spawn\n# user=a argv=/a\n#SPFPolicyd unix - n n - 0 "
                      "spawn\n# user=b argv=/b\n");
}

void PlanTest::masterEntries()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, on);
    QFETCH(QByteArray, off);
    const auto enabled = plan("", before.toStdString(), options(Task::Enable)).newMaster;
    QCOMPARE(bytes(enabled), on);
    QCOMPARE(bytes(plan("", enabled, options(Task::Enable)).newMaster), on);
    QCOMPARE(bytes(plan("", enabled, options(Task::Disable)).newMaster), off);
}

void PlanTest::timeLimits_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const char* before, const char* after, NoteCode code) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after) << static_cast<int>(code);
    };
    row("commented", "#SPFPolicyd_time_limit = 3600\n", "SPFPolicyd_time_limit = 3600\n",
        NoteCode::ParameterUncommented);
    row("commented, blank", "# SPFPolicyd_time_limit=1h\n", "SPFPolicyd_time_limit=1h\n",
        NoteCode::ParameterUncommented);
    row("missing", "", "SPFPolicyd_time_limit = 3600\n", NoteCode::ParameterAdded);
    row("enough", "SPFPolicyd_time_limit = 2h\n", "SPFPolicyd_time_limit = 2h\n", NoteCode::TimeLimitPresent);
    row("low", "SPFPolicyd_time_limit = 1000s\n", "SPFPolicyd_time_limit = 3600\n",
        NoteCode::TimeLimitRaised);
    row("reference", "SPFPolicyd_time_limit = $x\n", "SPFPolicyd_time_limit = $x\n",
        NoteCode::ManualTimeLimit);
    row("prose is no assignment", "#SPFPolicyd_time_limit is long\n",
        "#SPFPolicyd_time_limit is long\nSPFPolicyd_time_limit = 3600\n", NoteCode::ParameterAdded);
    row("commented inside a value", "a = b\n#SPFPolicyd_time_limit = 3600\n  c\n",
        "a = b\n#SPFPolicyd_time_limit = 3600\n  c\nSPFPolicyd_time_limit = 3600\n",
        NoteCode::ParameterAdded);
}

void PlanTest::timeLimits()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(int, code);
    const QByteArray list = "smtpd_sender_restrictions = check_policy_service unix:private/SPFPolicyd\n";
    const auto result = plan((list + before).toStdString(), imsva::masterEnabled, options(Task::Enable));
    QCOMPARE(bytes(result.newMain), list + after);
    QVERIFY(has(result, static_cast<NoteCode>(code)));
    auto careful = options(Task::Enable);
    careful.raiseTimeLimit = false;
    const auto kept = plan("SPFPolicyd_time_limit = 10\n", imsva::masterEnabled, careful);
    QVERIFY(has(kept, NoteCode::TimeLimitLow));
}

void PlanTest::socketVariantLeavesMasterAlone()
{
    const auto on =
        plan("SPFPolicyd_time_limit = 3600\n", imsva::masterTemplate, options(Task::Enable, Variant::Socket));
    QVERIFY(!on.changesMaster());
    QVERIFY(has(on, NoteCode::TimeLimitNotNeeded));
    QCOMPARE(bytes(on.newMain),
             QByteArray("SPFPolicyd_time_limit = 3600\nsmtpd_sender_restrictions = permit_mynetworks, "
                        "permit_sasl_authenticated, check_policy_service unix:private/spfpolicyd\n"));
    auto other = options(Task::Enable, Variant::Socket);
    other.socketServer = "inet:127.0.0.1:10045";
    QVERIFY(plan("", "", other).newMain.find("check_policy_service inet:127.0.0.1:10045") !=
            std::string::npos);
    const auto off = plan(on.newMain, imsva::masterTemplate, options(Task::Disable, Variant::Socket));
    QCOMPARE(bytes(off.newMain),
             QByteArray("SPFPolicyd_time_limit = 3600\nsmtpd_sender_restrictions = permit_mynetworks, "
                        "permit_sasl_authenticated\n"));
}

void PlanTest::whatCannotBeEditedIsSaid_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::newRow("reference") << QByteArray("smtpd_sender_restrictions = $my_list\n");
    QTest::newRow("conditional") << QByteArray(
        "smtpd_sender_restrictions = ${x?{a}:{b}}, permit_mynetworks\n");
    QTest::newRow("braces") << QByteArray(
        "smtpd_sender_restrictions = check_policy_service { inet:x:1, timeout=10s }, reject\n");
}

void PlanTest::whatCannotBeEditedIsSaid()
{
    QFETCH(QByteArray, list);
    const QByteArray text = list + "SPFPolicyd_time_limit = 3600\n";
    const auto result = plan(text.toStdString(), imsva::masterEnabled, options(Task::Enable));
    QCOMPARE(bytes(result.newMain), text);
    QVERIFY(result.needsHand());
    QVERIFY(has(result, NoteCode::ManualInsert));
    const QByteArray ours =
        "smtpd_sender_restrictions = check_policy_service { unix:private/SPFPolicyd, timeout=10s }, reject\n";
    QVERIFY(
        has(plan(ours.toStdString(), imsva::masterEnabled, options(Task::Enable)), NoteCode::EntryPresent));
    const auto off = plan(ours.toStdString(), imsva::masterEnabled, options(Task::Disable));
    QVERIFY(has(off, NoteCode::ManualRemove));
    QCOMPARE(bytes(off.newMain), ours);
    // A service that a check still asks for must stay: without it all mail gets 451.
    QVERIFY(!off.changesMaster());
}

void PlanTest::anEarlierAssignmentDoesNotComeToLife()
{
    const QByteArray text = "smtpd_sender_restrictions = reject\n"
                            "smtpd_sender_restrictions = check_policy_service unix:private/SPFPolicyd\n";
    QCOMPARE(disabledMain(text),
             QByteArray("smtpd_sender_restrictions = reject\nsmtpd_sender_restrictions =\n"));
}

void PlanTest::adviceIsGiven()
{
    QVERIFY(has(plan(imsva::mainTemplate, imsva::masterTemplate, options(Task::Enable)),
                NoteCode::AllSendersChecked));
    QVERIFY(has(plan(imsva::mainTemplate, imsva::masterTemplate, options(Task::Enable, Variant::Recommended)),
                NoteCode::SubmissionOverride));
    QVERIFY(!has(plan("", "", options(Task::Enable, Variant::Recommended)), NoteCode::AllSendersChecked));
    QVERIFY(has(plan("", "", options(Task::Enable, Variant::Recommended)), NoteCode::CheckProgram));
    QVERIFY(!has(plan(imsva::mainTemplate, imsva::masterTemplate, options(Task::Enable)),
                 NoteCode::CheckProgram));
    QVERIFY(has(plan("smtpd_sender_restrictions = check_policy_service unix:private/SPFPolicyd\n",
                     imsva::masterEnabled, options(Task::Enable, Variant::Socket)),
                NoteCode::CheckedTwice));
    const auto twice = plan("smtpd_recipient_restrictions = check_policy_service unix:private/SPFPolicyd\n",
                            imsva::masterEnabled, options(Task::Enable));
    QVERIFY(has(twice, NoteCode::CheckedTwice));
    QVERIFY(
        has(plan("smtpd_sender_restrictions = a, $b\n", "", options(Task::Enable)), NoteCode::NestedList));
    QCOMPARE(kindOf(NoteCode::TimeLimitRaised), NoteKind::Done);
    QCOMPARE(kindOf(NoteCode::ServicePresent), NoteKind::Nothing);
    QCOMPARE(kindOf(NoteCode::NestedList), NoteKind::Advice);
    QCOMPARE(word(NoteCode::ManualTimeLimit), std::string_view("manual-time-limit"));
}

void PlanTest::lawsHoldForDebiansFiles_data()
{
    QTest::addColumn<QString>("mainName");
    QTest::newRow("main.cf.debian") << QStringLiteral("/usr/share/postfix/main.cf.debian");
    QTest::newRow("main.cf.dist") << QStringLiteral("/usr/share/postfix/main.cf.dist");
}

void PlanTest::lawsHoldForDebiansFiles()
{
    QFETCH(QString, mainName);
    QFile mainFile(mainName);
    QFile masterFile(QStringLiteral("/usr/share/postfix/master.cf.dist"));
    if (!mainFile.open(QIODevice::ReadOnly) || !masterFile.open(QIODevice::ReadOnly)) {
        QSKIP("Debian's postfix package is not installed");
    }
    const std::string mainText = mainFile.readAll().toStdString();
    const std::string masterText = masterFile.readAll().toStdString();
    QCOMPARE(MainCf(mainText).bytes(), mainText);
    for (const auto variant : {Variant::Imsva, Variant::Recommended, Variant::Socket}) {
        const auto on = plan(mainText, masterText, options(Task::Enable, variant));
        QVERIFY(QByteArray::fromStdString(on.newMain).startsWith(QByteArray::fromStdString(mainText)));
        QVERIFY(QByteArray::fromStdString(on.newMaster).startsWith(QByteArray::fromStdString(masterText)));
        const auto again = plan(on.newMain, on.newMaster, options(Task::Enable, variant));
        QVERIFY(!again.changesMain() && !again.changesMaster());
        const auto off = plan(on.newMain, on.newMaster, options(Task::Disable, variant));
        QVERIFY(off.newMain.find("check_policy_service unix:private") == std::string::npos);
        const auto offAgain = plan(off.newMain, off.newMaster, options(Task::Disable, variant));
        QVERIFY(!offAgain.changesMain() && !offAgain.changesMaster());
    }
}

void PlanTest::lawsHoldForOddBytes()
{
    // Small texts out of the pieces that matter, in every order a counter gives.
    const QList<QByteArray> pieces{"smtpd_sender_restrictions =",
                                   " check_policy_service unix:private/SPFPolicyd",
                                   "\n",
                                   "\n  ",
                                   ",",
                                   " permit_mynetworks",
                                   "#",
                                   "\r\n",
                                   " $x",
                                   " {",
                                   "SPFPolicyd_time_limit = 5",
                                   QByteArray("\0\xff", 2)};
    quint32 state = 12345;
    for (int round = 0; round < 1000; ++round) {
        QByteArray text;
        for (int i = 0; i < 9; ++i) {
            state = state * 1664525U + 1013904223U;
            text += pieces[static_cast<qsizetype>((state >> 16) % static_cast<quint32>(pieces.size()))];
        }
        const QByteArray once = enabledMain(text);
        QCOMPARE(enabledMain(once), once);
        const QByteArray off = disabledMain(once);
        QCOMPARE(disabledMain(off), off);
    }
}

void PlanTest::postconfAgrees_data()
{
    QTest::addColumn<QByteArray>("mainText");
    QTest::addColumn<Variant>("variant");
    const QByteArray base = "compatibility_level = 3.6\n";
    QTest::newRow("as documented") << base + imsva::mainTemplate << Variant::Imsva;
    QTest::newRow("recommended, no list") << base << Variant::Recommended;
    QTest::newRow("own lines")
        << base + "smtpd_sender_restrictions = permit_mynetworks,\n  reject_unlisted_sender\n"
        << Variant::Imsva;
}

void PlanTest::postconfAgrees()
{
    QFETCH(QByteArray, mainText);
    QFETCH(Variant, variant);
    const QString postconf = QStandardPaths::findExecutable(
        QStringLiteral("postconf"), {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin")});
    if (postconf.isEmpty()) {
        QSKIP("postconf is not installed");
    }
    const auto on = plan(mainText.toStdString(), imsva::masterTemplate, options(Task::Enable, variant));
    QTemporaryDir dir;
    const auto write = [&](const QString& name, const std::string& text) {
        QFile file(dir.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes(text)) == static_cast<qint64>(text.size());
    };
    QVERIFY(write(QStringLiteral("main.cf"), on.newMain) && write(QStringLiteral("master.cf"), on.newMaster));
    const auto run = [&](QStringList arguments) {
        QProcess process;
        arguments.prepend(dir.path());
        arguments.prepend(QStringLiteral("-c"));
        process.start(postconf, arguments);
        process.waitForFinished();
        return process.readAllStandardError() + process.readAllStandardOutput();
    };
    const QByteArray value =
        run({QStringLiteral("-h"), QStringLiteral("smtpd_sender_restrictions")}).simplified();
    QCOMPARE(value, bytes(MainCf(on.newMain).find("smtpd_sender_restrictions")->value).simplified());
    QVERIFY(value.contains("check_policy_service unix:private/SPFPolicyd"));
    QCOMPARE(run({QStringLiteral("-M"), QStringLiteral("SPFPolicyd/unix")}).simplified(),
             QByteArray("SPFPolicyd unix - n n - 0 spawn user=imss "
                        "argv=/opt/trend/imss/postfix/etc/postfix/SPFPolicyd/SPFPolicyd.py"));
    QCOMPARE(run({QStringLiteral("-h"), QStringLiteral("SPFPolicyd_time_limit")}).trimmed(),
             QByteArray("3600"));
    QVERIFY(!run({QStringLiteral("-n")}).contains("warning"));
}

QTEST_APPLESS_MAIN(PlanTest)
#include "plan_test.moc"
