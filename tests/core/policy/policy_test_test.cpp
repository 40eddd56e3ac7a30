// SPDX-License-Identifier: GPL-3.0-or-later
// Test mails as values: what is judged at once, what waits for an evaluation, what an earlier one is good
// for.
#include "core/config/ini_document.h"
#include "core/policy/policy_test.h"

#include <QTest>

using namespace policy;

namespace {

config::PolicyConfig configOf(const std::string& text)
{
    return config::readPolicyConfig(config::IniDocument::parse(text));
}

PolicyCase mail(const std::string& sender, std::optional<spf::Result> assumed, Action expected)
{
    PolicyCase test;
    test.request.clientAddress = "192.0.2.10";
    test.request.heloName = "mx.example.org";
    test.request.sender = sender;
    test.assumed = assumed;
    test.expected = expected;
    return test;
}

} // namespace

class PolicyTestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void assumedResultsFollowTheConfig()
    {
        const PolicyCase test = mail("a@example.com", spf::Result::Fail, Action::Block);
        const auto before = judge(test, configOf("[globals]\nfail = block\n"));
        QVERIFY(before && before->passed);
        QCOMPARE(before->decision.rule, std::string("globals.fail"));
        const auto after = judge(test, configOf("[globals]\nfail = block\n[example.com]\nfail = bypass\n"));
        QVERIFY(after && !after->passed);
        QCOMPARE(after->decision.rule, std::string("example.com.fail"));
        QCOMPARE(word(after->decision.action), std::string_view("bypass"));
    }

    void aDomainThatCannotBeCheckedIsNone()
    {
        const auto verdict = judge(mail("a@[192.0.2.1]", spf::Result::Fail, Action::Bypass),
                                   configOf("[globals]\ncheck_helo = no\n"));
        QVERIFY(verdict && verdict->passed);
        QCOMPARE(verdict->decision.rule, std::string("globals.none"));
    }

    void exemptMailNeedsNoEvaluation()
    {
        const auto verdict = judge(mail("a@example.com", std::nullopt, Action::Skip),
                                   configOf("[globals]\nwhite_ip = 192.0.2.0/24\n"));
        QVERIFY(verdict && verdict->passed);
        QCOMPARE(verdict->decision.entry, std::string("192.0.2.0/24"));
    }

    void liveMailWaitsForItsEvaluation()
    {
        const PolicyCase test = mail("a@example.com", std::nullopt, Action::Block);
        const config::PolicyConfig config = configOf("[globals]\nfail = block\n");
        QVERIFY(!judge(test, config));
        const auto verdict = judge(test, config, EvaluatedResult{"example.com", spf::Result::Fail});
        QVERIFY(verdict && verdict->passed);
        QVERIFY(!judge(test, config, EvaluatedResult{"other.example", spf::Result::Fail}));
    }

    void actionsAreReadInAnyCase()
    {
        QCOMPARE(parseAction(" TempBlock "), std::optional(Action::TempBlock));
        QCOMPARE(parseAction("skip"), std::optional(Action::Skip));
        QVERIFY(!parseAction(""));
        QVERIFY(!parseAction("reject"));
    }
};

QTEST_APPLESS_MAIN(PolicyTestTest)
#include "policy_test_test.moc"
