// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to a mail: the worked examples of SPEC 2.4, the table of SPEC 2.2 and the header of SPEC 2.3.
#include "core/config/ini_document.h"
#include "core/policy/decision.h"
#include "core/policy/explanation.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace policy;

namespace {

config::PolicyConfig configOf(const std::string& text)
{
    return config::readPolicyConfig(config::IniDocument::parse(text));
}

Request requestFrom(const std::string& client, const std::string& sender,
                    const std::string& helo = "mx.example.com")
{
    Request request;
    request.clientAddress = client;
    request.sender = sender;
    request.heloName = helo;
    return request;
}

spf::Report reportOf(spf::Result result, std::string mechanism = {})
{
    spf::Report report;
    report.result = result;
    report.mechanism = std::move(mechanism);
    return report;
}

std::string decided(const std::string& text, const Request& request, spf::Result result)
{
    return decide(request, configOf(text), reportOf(result), {"mx.example.jp", false}).rule;
}

} // namespace

class DecisionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void workedExamples_data()
    {
        QTest::addColumn<QJsonObject>("example");
        QFile file(QStringLiteral(SPM_TEST_DATA "/decisions.jsonl"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        int count = 0;
        while (!file.atEnd()) {
            const QJsonObject example = QJsonDocument::fromJson(file.readLine()).object();
            QTest::newRow(qPrintable(example[u"id"].toString())) << example;
            ++count;
        }
        QCOMPARE(count, 48);
    }

    void workedExamples()
    {
        QFETCH(QJsonObject, example);
        const QJsonObject fields = example[u"req"].toObject();
        Request request = requestFrom(fields[u"client_address"].toString().toStdString(),
                                      fields[u"sender"].toString().toStdString(),
                                      fields[u"helo_name"].toString().toStdString());
        request.protocolState = fields[u"protocol_state"].toString(QStringLiteral("RCPT")).toStdString();
        const config::PolicyConfig config = configOf(example[u"cfg"].toString().toStdString());
        const Course course = chart(request, config);
        const QString identity = QString::fromStdString(std::string(word(course.identity)));
        const std::string result =
            example[u"spf"].toObject()[identity].toString(QStringLiteral("none")).toStdString();
        const Decision decision =
            conclude(course, reportOf(*spf::parseResult(result)), request, config, {"mx.example.jp", false});
        const std::string expected = example[u"expect"].toString().toStdString();
        QCOMPARE(decision.postfixAction.substr(0, expected.size()), expected);
        if (expected == "DUNNO") {
            QCOMPARE(decision.postfixAction, expected);
        }
        QCOMPARE(decision.rule, example[u"rule"].toString().toStdString());
        if (example.contains(u"identity")) {
            QCOMPARE(identity, example[u"identity"].toString());
        }
        QVERIFY(decision.header.size() <= 998);
        QCOMPARE(decide(request, config, reportOf(*spf::parseResult(result)), {"mx.example.jp", false}),
                 decision);
    }

    void tableOfDefaults_data()
    {
        QTest::addColumn<int>("result");
        QTest::addColumn<int>("enforced");
        QTest::addColumn<int>("global");
        const auto row = [](spf::Result result, Action enforced, Action global) {
            QTest::newRow(std::string(spf::word(result)).c_str())
                << static_cast<int>(result) << static_cast<int>(enforced) << static_cast<int>(global);
        };
        row(spf::Result::Pass, Action::Bypass, Action::Bypass);
        row(spf::Result::Neutral, Action::Bypass, Action::Bypass);
        row(spf::Result::SoftFail, Action::TempBlock, Action::Bypass);
        row(spf::Result::Fail, Action::Block, Action::Block);
        row(spf::Result::None, Action::Bypass, Action::Bypass);
        row(spf::Result::TempError, Action::TempBlock, Action::Bypass);
        row(spf::Result::PermError, Action::TempBlock, Action::Bypass);
    }

    void tableOfDefaults()
    {
        QFETCH(int, result);
        QFETCH(int, enforced);
        QFETCH(int, global);
        const auto asked = static_cast<spf::Result>(result);
        const Request request = requestFrom("192.0.2.10", "a@example.com");
        const auto actionIn = [&](const std::string& text) {
            return static_cast<int>(decide(request, configOf(text), reportOf(asked), {}).action);
        };
        QCOMPARE(actionIn(""), global);
        QCOMPARE(actionIn("[globals]\nenforce_ip = 192.0.2.0/24\n"), enforced);
        QCOMPARE(actionIn("[globals]\nenforce_domain = example.com\n"), enforced);
        QCOMPARE(actionIn("[globals]\nwhite_ip = 192.0.2.0/24\n"), static_cast<int>(Action::Skip));
        QCOMPARE(actionIn("[globals]\nwhite_domain = example.com\n"), static_cast<int>(Action::Skip));
    }

    void identities_data()
    {
        QTest::addColumn<std::string>("sender");
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("identity");
        QTest::addColumn<std::string>("domain");
        QTest::addColumn<std::string>("checkedSender");
        const auto row = [](const char* name, const char* sender, const char* text, const char* identity,
                            const char* domain, const char* checked) {
            QTest::newRow(name) << std::string(sender) << std::string(text) << std::string(identity)
                                << std::string(domain) << std::string(checked);
        };
        const char* noHelo = "[globals]\ncheck_helo = no\n";
        row("usual", "a@Example.COM.", "", "mailfrom", "example.com", "a@Example.COM.");
        row("empty local part", "@example.com", "", "mailfrom", "example.com", "postmaster@example.com");
        row("quoted local part with @", "\"a@b\"@example.com", "", "mailfrom", "example.com",
            "\"a@b\"@example.com");
        row("null sender", "", "", "helo", "mx.example.com", "postmaster@mx.example.com");
        row("no @", "postmaster", "", "helo", "mx.example.com", "postmaster@mx.example.com");
        row("empty domain", "a@", "", "helo", "mx.example.com", "postmaster@mx.example.com");
        row("empty label", "a@x..example", "", "helo", "mx.example.com", "postmaster@mx.example.com");
        row("literal", "a@[192.0.2.1]", "", "helo", "mx.example.com", "postmaster@mx.example.com");
        row("null sender, no HELO check", "", noHelo, "none", "", "");
        row("bad domain, no HELO check", "a@localhost", noHelo, "mailfrom", "localhost", "a@localhost");
    }

    void identities()
    {
        QFETCH(std::string, sender);
        QFETCH(std::string, text);
        QFETCH(std::string, identity);
        QFETCH(std::string, domain);
        QFETCH(std::string, checkedSender);
        const Course course = chart(requestFrom("192.0.2.10", sender), configOf(text));
        QCOMPARE(std::string(word(course.identity)), identity);
        QCOMPARE(course.domain, domain);
        QCOMPARE(course.sender, checkedSender);
    }

    void requestsThatAreNotOurs_data()
    {
        QTest::addColumn<std::string>("state");
        QTest::addColumn<std::string>("client");
        QTest::addColumn<std::string>("rule");
        const auto row = [](const char* state, const char* client, const char* rule) {
            QTest::addRow("%s %s", state, client)
                << std::string(state) << std::string(client) << std::string(rule);
        };
        row("CONNECT", "192.0.2.1", "state");
        row("END-OF-MESSAGE", "192.0.2.1", "state");
        row("", "192.0.2.1", "state");
        row("mail", "192.0.2.1", "globals.fail");
        row("RCPT", "", "no_client");
        row("RCPT", "unknown", "no_client");
        row("RCPT", "192.0.2.1.5", "no_client");
    }

    void requestsThatAreNotOurs()
    {
        QFETCH(std::string, state);
        QFETCH(std::string, client);
        QFETCH(std::string, rule);
        Request request = requestFrom(client, "a@example.com");
        request.protocolState = state;
        QCOMPARE(decided("", request, spf::Result::Fail), rule);
        request.request = "other";
        QCOMPARE(decided("", request, spf::Result::Fail), std::string("state"));
    }

    void headerIsPrependedOnce()
    {
        const Request request = requestFrom("192.0.2.10", "a@example.com");
        const config::PolicyConfig config;
        const auto report = reportOf(spf::Result::Pass);
        const Decision first = decide(request, configOf(""), report, {"mx.example.jp", false});
        const Decision second = decide(request, configOf(""), report, {"mx.example.jp", true});
        QVERIFY(first.postfixAction.starts_with("PREPEND Received-SPF: Pass "));
        QCOMPARE(second.postfixAction, std::string("DUNNO"));
        QVERIFY(second.header.empty());
        QCOMPARE(second.action, Action::Bypass);
    }

    void headerText()
    {
        const Request request = requestFrom("::ffff:192.0.2.10", "a@example.com");
        const Course course = chart(request, configOf(""));
        QCOMPARE(
            receivedSpf(course, reportOf(spf::Result::Fail, "-all"), request, "mail.example.jp"),
            std::string("Received-SPF: Fail (mail.example.jp: domain of a@example.com does not designate "
                        "192.0.2.10 as permitted sender) receiver=mail.example.jp; identity=mailfrom; "
                        "envelope-from=\"a@example.com\"; helo=mx.example.com; client-ip=192.0.2.10; "
                        "mechanism=\"-all\""));
    }

    void headerWithoutAnyDomain()
    {
        const Decision decision = decide(requestFrom("192.0.2.10", "", ""), configOf(""),
                                         reportOf(spf::Result::None), {"mx.example.jp", false});
        QVERIFY2(
            decision.header.starts_with("Received-SPF: None (mx.example.jp: no domain to check 192.0.2.10 "
                                        "against) receiver="),
            decision.header.c_str());
    }

    void headerStaysOneCleanLine_data()
    {
        QTest::addColumn<std::string>("sender");
        QTest::addColumn<std::string>("helo");
        QTest::newRow("line breaks") << std::string("a\r\nX: y@example.com") << std::string("h\nInjected: 1");
        QTest::newRow("NUL and DEL") << std::string("a\0b@example.com", 15) << std::string("h\x7f.example");
        QTest::newRow("quotes and parentheses")
            << std::string("\"a) b\\\"(\"@example.com") << std::string("a;b=c(d)");
        QTest::newRow("very long") << std::string(5000, 'x') + "@example.com" << std::string(5000, 'h');
        QTest::newRow("long UTF-8") << [] {
            std::string text;
            for (int i = 0; i < 900; ++i) {
                text += "\xE3\x81\x82";
            }
            return text + "@example.com";
        }() << std::string("h.example");
        QTest::newRow("all quotes") << std::string(600, '"') + "@example.com" << std::string(600, '\\');
    }

    void headerStaysOneCleanLine()
    {
        QFETCH(std::string, sender);
        QFETCH(std::string, helo);
        const Request request = requestFrom("192.0.2.10", sender, helo);
        const Decision decision =
            decide(request, configOf(""), reportOf(spf::Result::None), {"mx.example.jp", false});
        QVERIFY(decision.header.size() <= 998);
        QVERIFY(decision.header.starts_with("Received-SPF: None ("));
        const bool isClean = std::all_of(decision.header.begin(), decision.header.end(), [](char c) {
            return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f;
        });
        QVERIFY(isClean);
        QVERIFY(QString::fromUtf8(decision.header.c_str()).toUtf8() ==
                QByteArray::fromStdString(decision.header));
        QVERIFY(decision.header.find("client-ip=192.0.2.10") != std::string::npos);
        // Quoted strings end, so nothing a client sends becomes a pair of its own.
        int quotes = 0;
        for (std::size_t i = 0; i < decision.header.size(); ++i) {
            if (decision.header[i] == '\\') {
                ++i;
            } else if (decision.header[i] == '"') {
                ++quotes;
            }
        }
        QCOMPARE(quotes % 2, 0);
    }

    void twoTrailingDotsAreNoDomain()
    {
        policy::Request request;
        request.clientAddress = "192.0.2.10";
        request.sender = "a@example.com..";
        request.heloName = "mx.example.jp";
        const auto document = config::IniDocument::parse("[globals]\nwhite_domain = example.com\n");
        const policy::Course course = policy::chart(request, config::readPolicyConfig(document));
        QVERIFY(course.needsSpf());
        QCOMPARE(course.identity, policy::Identity::Helo);
        QCOMPARE(course.domain, std::string("mx.example.jp"));
    }

    void sectionsAndLists_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("sender");
        QTest::addColumn<std::string>("rule");
        const auto row = [](const char* name, const char* text, const char* sender, const char* rule) {
            QTest::newRow(name) << std::string(text) << std::string(sender) << std::string(rule);
        };
        row("merged wildcard spellings", "[*.example.com]\nfail = bypass\n[*example.com]\nfail = tempblock\n",
            "a@x.example.com", "*.example.com.fail");
        row("upper case and trailing dot", "[EXAMPLE.com.]\nfail = bypass\n", "a@example.com",
            "EXAMPLE.com..fail");
        row("international name",
            "[b\xC3\xBC"
            "cher.example]\nfail = bypass\n",
            "a@xn--bcher-kva.example",
            "b\xC3\xBC"
            "cher.example.fail");
        row("bad action in a section", "[example.com]\nfail = reject\n", "a@example.com", "globals.fail");
        row("single label is no section", "[localhost]\nfail = bypass\n", "a@example.com", "globals.fail");
        row("dotted entry", "[globals]\nenforce_domain = .example.com\n", "a@x.example.com",
            "enforce_actions.fail");
        row("bad entries are passed over", "[globals]\nenforce_domain = a..b -, example.com\n",
            "a@example.com", "enforce_actions.fail");
        row("mail address stands for its domain", "[globals]\nenforce_domain = boss@example.com\n",
            "a@example.com", "enforce_actions.fail");
    }

    void sectionsAndLists()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, sender);
        QFETCH(std::string, rule);
        QCOMPARE(decided(text, requestFrom("192.0.2.10", sender), spf::Result::Fail), rule);
    }

    void suffixMatchingIsAnOption()
    {
        const auto document = config::IniDocument::parse("[globals]\nenforce_domain = example.com\n");
        const Request request = requestFrom("192.0.2.10", "a@x.example.com");
        const auto ruleWith = [&](config::ListMatch match) {
            return decide(request, config::readPolicyConfig(document, match), reportOf(spf::Result::Fail), {})
                .rule;
        };
        QCOMPARE(ruleWith(config::ListMatch::Exact), std::string("globals.fail"));
        QCOMPARE(ruleWith(config::ListMatch::Suffix), std::string("enforce_actions.fail"));
    }

    void ipv6InLists()
    {
        const std::string text =
            "[globals]\nwhite_ip = 2001:db8::/32, ::ffff:198.51.100.0/120\nenforce_ip = ::/0\n";
        QCOMPARE(decided(text, requestFrom("2001:db8::1", "a@example.com"), spf::Result::Fail),
                 std::string("white_ip"));
        QCOMPARE(decided(text, requestFrom("198.51.100.9", "a@example.com"), spf::Result::Fail),
                 std::string("white_ip"));
        QCOMPARE(decided(text, requestFrom("2001:db9::1", "a@example.com"), spf::Result::Fail),
                 std::string("globals.fail"));
    }

    void explanation_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("client");
        QTest::addColumn<QString>("steps");
        QTest::addColumn<std::string>("failRule");
        QTest::addColumn<std::string>("passRule");
        const auto row = [](const char* name, const char* text, const char* client, const char* steps,
                            const char* failRule, const char* passRule) {
            QTest::newRow(name) << std::string(text) << std::string(client) << QString::fromLatin1(steps)
                                << std::string(failRule) << std::string(passRule);
        };
        row("all defaults", "", "192.0.2.10",
            "white_ip:no-match: white_domain:no-match: enforce_ip:no-match: enforce_domain:no-match: "
            "section:no-match: globals:decides:",
            "globals.fail", "globals.pass");
        row("no address", "[globals]\nwhite_ip = 0.0.0.0/0\n", "",
            "white_ip:not-asked: white_domain:no-match: enforce_ip:not-asked: enforce_domain:no-match: "
            "section:no-match: globals:decides:",
            "globals.fail", "globals.pass");
        row("approved beats enforce", "[globals]\nwhite_ip = 192.0.2.0/24\nenforce_domain = *.example.com\n",
            "192.0.2.10",
            "white_ip:decides:192.0.2.0/24 white_domain:no-match: enforce_ip:no-match: "
            "enforce_domain:shadowed:*.example.com section:no-match: globals:shadowed:",
            "white_ip", "white_ip");
        row("section leaves results to globals", "[*.com]\nfail = bypass\n[example.com]\nfail = tempblock\n",
            "192.0.2.10",
            "white_ip:no-match: white_domain:no-match: enforce_ip:no-match: enforce_domain:no-match: "
            "section:decides:example.com section:shadowed:*.com globals:decides:",
            "example.com.fail", "globals.pass");
    }

    void explanation()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, client);
        QFETCH(QString, steps);
        QFETCH(std::string, failRule);
        QFETCH(std::string, passRule);
        const Explanation explained = explain(requestFrom(client, "a@example.com"), configOf(text));
        QStringList found;
        for (const ConsideredStep& step : explained.steps) {
            found << QString::fromStdString(std::string(word(step.step)) + ':' +
                                            std::string(word(step.consideration)) + ':' + step.entry);
        }
        QCOMPARE(found.join(u' '), steps);
        QCOMPARE(explained.actions[spf::Result::Fail].rule, failRule);
        QCOMPARE(explained.actions[spf::Result::Pass].rule, passRule);
        QCOMPARE(explained.domain, std::string("example.com"));
    }

    void decisionsPerSecond()
    {
        std::string list;
        for (int i = 0; i < 20000; ++i) {
            list += " 10." + std::to_string(i / 250) + '.' + std::to_string(i % 250) + ".0/24,";
        }
        const auto config =
            configOf("[globals]\nwhite_ip =" + list + "\n[*.example.com]\nfail = tempblock\n");
        const Request request = requestFrom("192.0.2.10", "a@mail.example.com");
        const auto report = reportOf(spf::Result::Fail);
        QBENCHMARK
        {
            QCOMPARE(decide(request, config, report, {"mx.example.jp", false}).action, Action::TempBlock);
        }
    }
};

QTEST_APPLESS_MAIN(DecisionTest)
#include "decision_test.moc"
