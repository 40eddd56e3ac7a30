// SPDX-License-Identifier: GPL-3.0-or-later
// Every finding of SPEC 1.8: a file that has it, one that nearly has it, where it points and what its fix
// makes.
#include "core/config/finding_index.h"
#include "core/config/lint.h"
#include "core/config/new_file.h"
#include "core/config/policy_config.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace config;

namespace {

LintOptions everything()
{
    return {Target::Imsva,
            {"127.0.0.0/8", "[::1]/128", "10.0.0.0/8", "/etc/postfix/nets"},
            {"example.jp"},
            {"203.0.113.0/24"}};
}

const Finding* find(const std::vector<Finding>& findings, int id)
{
    const auto found = std::find_if(findings.begin(), findings.end(),
                                    [id](const Finding& f) { return static_cast<int>(f.rule) == id; });
    return found == findings.end() ? nullptr : &*found;
}

std::string ids(const std::vector<Finding>& findings)
{
    std::string text;
    for (const Finding& finding : findings) {
        text += (text.empty() ? "" : " ") + std::to_string(static_cast<int>(finding.rule));
    }
    return text;
}

std::string joined(const std::vector<std::string>& args)
{
    std::string text;
    for (std::size_t i = 0; i < args.size(); ++i) {
        text += (i == 0 ? "" : "|") + args[i];
    }
    return text;
}

} // namespace

class LintTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void fires_data()
    {
        QTest::addColumn<int>("id");
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("severity");
        QTest::addColumn<std::string>("place"); // "line:column", empty for the whole file
        QTest::addColumn<std::string>("args");
        QTest::addColumn<std::string>("fixed"); // the whole text after the first fix; "-" when there is none
        const auto row = [](int id, const char* name, const std::string& text, const char* severity,
                            const char* place, const std::string& args, const std::string& fixed = "-") {
            QTest::addRow("CFG-%03d %s", id, name)
                << id << text << std::string(severity) << std::string(place) << args << fixed;
        };
        row(1, "known key", "fail = block\n", "error", "1:1", "fail", "[globals]\nfail = block\n");
        row(1, "globals exist", "fail = block\n[globals]\npass = bypass\n", "error", "1:1", "fail",
            "[globals]\npass = bypass\nfail = block\n");
        row(1, "unknown key", "x = y\n[globals]\n", "error", "1:1", "x");
        row(2, "same spelling",
            "[globals]\nfail = block\n\n[a.example]\nfail = block\n[globals]\npass = bypass\n", "warning",
            "6:2", "globals", "[globals]\nfail = block\npass = bypass\n\n[a.example]\nfail = block\n");
        row(2, "two wildcard spellings", "[*.a.example]\nfail = block\n[*a.example]\nnone = block\n",
            "warning", "3:2", "*a.example", "[*.a.example]\nfail = block\n[*.a.example]\nnone = block\n");
        row(2, "global beside globals", "[globals]\nfail = block\n[global]\nnone = bypass\n", "warning",
            "3:2", "global", "[globals]\nfail = block\n[globals]\nnone = bypass\n");
        row(3, "last wins", "[globals]\nfail = block\nFail = bypass\n", "warning", "3:1", "fail",
            "[globals]\nFail = bypass\n");
        row(4, "no equals sign", "[globals]\nnonsense\n", "error", "2:1", "2", "[globals]\n# nonsense\n");
        row(4, "continuation of a single value", "[globals]\nfail = block\n  more\n", "error", "3:3", "3",
            "[globals]\nfail = block\n#   more\n");
        row(4, "indented first key", "[globals]\n fail = block\n", "error", "2:2", "2",
            "[globals]\n#  fail = block\n");
        row(4, "text behind a header", "[globals] x\nfail = block\n", "error", "1:11", "1",
            "[globals]\nfail = block\n");
        row(4, "no key", "[globals]\n= x\n", "error", "2:1", "2", "[globals]\n# = x\n");
        row(5, "usual", "[DEFAULT]\nfail = block\n", "error", "1:2", "DEFAULT", "[globals]\nfail = block\n");
        row(6, "mistyped", "[globls]\nfail = block\n", "warning", "1:2", "globls",
            "[globals]\nfail = block\n");
        row(6, "no domain", "[mail server]\n", "warning", "1:2", "mail server");
        row(7, "mistyped", "[globals]\nsoft_fail = block\n", "warning", "2:1", "soft_fail|softfail",
            "[globals]\nsoftfail = block\n");
        row(7, "nothing near", "[globals]\ncolour = blue\n", "warning", "2:1", "colour|");
        row(7, "in enforce_actions", "[enforce_actions]\nwhite_ip = 192.0.2.1\n[globals]\n", "warning", "2:1",
            "white_ip|", "[enforce_actions]\n[globals]\nwhite_ip = 192.0.2.1\n");
        row(8, "usual", "[globals]\nblock_res = 550 100% sure\n", "warning", "2:20", "",
            "[globals]\nblock_res = 550 100%% sure\n");
        row(8, "odd number", "[globals]\nblock_res = 550 %%%x\n", "warning", "2:19", "",
            "[globals]\nblock_res = 550 %%%%x\n");
        row(9, "only global", "[Global]\nfail = block\n", "warning", "1:2", "Global",
            "[globals]\nfail = block\n");
        row(10, "digits only", "[globals]\nblock_res = 550\n", "error", "2:13", "5|550",
            "[globals]\nblock_res = 550 Service unavailable; SPF check unsuccessful and transaction closed "
            "due to the "
            "organization's policy.\n");
        row(10, "no blank", "[globals]\nblock_res = 550Go away\n", "error", "2:13", "5|550Go away",
            "[globals]\nblock_res = 550 Go away\n");
        row(10, "wrong class", "[globals]\ntempblock_res = 550 x\n", "error", "2:17", "4|550 x",
            "[globals]\ntempblock_res = 451 Service temporarily unavailable; SPF check unsuccessful and "
            "transaction "
            "closed due to the organization's policy.\n");
        row(10, "no code", "[globals]\nblock_res = Go away\n", "error", "2:13", "5|Go away",
            "[globals]\nblock_res = 550 Go away\n");
        row(10, "empty", "[globals]\nblock_res =\n", "error", "2:12", "5|",
            "[globals]\nblock_res = 550 Service unavailable; SPF check unsuccessful and transaction closed "
            "due to the "
            "organization's policy.\n");
        row(10, "disconnects", "[globals]\nblock_res = 521 x y\n", "warning", "2:13", "5|521 x y");
        row(10, "second digit", "[globals]\nblock_res = 599 x y\n", "warning", "2:13", "5|599 x y");
        row(11, "usual", "[globals]\nblock_res = 550 a ; b\n", "warning", "2:19", "",
            "[globals]\nblock_res = 550 a; b\n");
        row(12, "synonym", "[globals]\nnone = reject\n", "error", "2:8", "reject|bypass",
            "[globals]\nnone = block\n");
        row(12, "typo", "[globals]\nfail = tempblok ; x\n", "error", "2:8", "tempblok|block",
            "[globals]\nfail = tempblock ; x\n");
        row(12, "empty", "[globals]\nfail =\n", "error", "2:7", "|block", "[globals]\nfail = block\n");
        row(12, "inherits", "[globals]\nnone = tempblock\n[a.example]\nnone = zzz\n", "error", "4:8",
            "zzz|tempblock", "[globals]\nnone = tempblock\n[a.example]\nnone = tempblock\n");
        row(13, "true", "[globals]\ncheck_helo = True\n", "warning", "2:14", "True|yes",
            "[globals]\ncheck_helo = yes\n");
        row(13, "0", "[globals]\nprepend_header=0\n", "warning", "2:16", "0|yes",
            "[globals]\nprepend_header=no\n");
        row(13, "word", "[globals]\ncheck_helo = maybe\n", "warning", "2:14", "maybe|yes",
            "[globals]\ncheck_helo = yes\n");
        row(14, "usual", "[globals]\nfail = block\n", "info", "1:2", "",
            "[globals]\nfail = block\nsoftfail = bypass\n");
        row(14, "empty file", "", "info", "", "", "[globals]\nsoftfail = bypass\n");
        row(15, "too large", "[globals]\nlog_level = 5\n", "error", "2:13", "5",
            "[globals]\nlog_level = 1\n");
        row(15, "no number", "[globals]\nlog_level = -1\n", "error", "2:13", "-1",
            "[globals]\nlog_level = 1\n");
        row(16, "usual", "[globals]\nlog_level = 4\n", "info", "2:13", "", "[globals]\nlog_level = 1\n");
        row(17, "usual", "[globals]\nlog_level = 0\n", "warning", "2:13", "", "[globals]\nlog_level = 1\n");
        row(18, "usual", "[globals]\nblock_res = 550 no \xC3\xBC\n", "warning", "2:20", "");
        row(19, "usual", "[globals]\nblock_res = 550 " + std::string(507, 'x') + "\n", "warning", "2:13", "");
        row(20, "usual", "[a.example]\nblock_res = 550 x y\n[globals]\n", "warning", "2:1", "block_res",
            "[a.example]\n[globals]\nblock_res = 550 x y\n");
        row(21, "netmask", "[globals]\nwhite_ip = 127.0.0.1, 10.1.0.0/255.255.0.0\n", "error", "2:23",
            "10.1.0.0/255.255.0.0", "[globals]\nwhite_ip = 127.0.0.1, 10.1.0.0/16\n");
        row(21, "range", "[globals]\nwhite_ip = 127.0.0.1 192.0.2.4-192.0.2.7\n", "error", "2:22",
            "192.0.2.4-192.0.2.7", "[globals]\nwhite_ip = 127.0.0.1 192.0.2.4/30\n");
        row(21, "on a continuation line", "[globals]\nwhite_ip = 127.0.0.1,\n  mail.example\n", "error",
            "3:3", "mail.example");
        row(22, "white_ip", "[globals]\nwhite_ip = 127.0.0.1 2001:db8::/32\n", "warning", "2:22",
            "2001:db8::/32");
        row(22, "enforce_ip", "[globals]\nenforce_ip = 2001:db8::1\n", "warning", "2:14", "2001:db8::1");
        row(23, "replaced", "[globals]\nwhite_ip = 192.0.2.1\n", "warning", "2:12", "",
            "[globals]\nwhite_ip = 192.0.2.1, 127.0.0.1\n");
        row(23, "emptied", "[globals]\nwhite_ip =\n", "warning", "2:11", "",
            "[globals]\nwhite_ip = 127.0.0.1\n");
        row(24, "usual", "[globals]\nenforce_ip = 192.0.2.5/24\n", "warning", "2:14",
            "192.0.2.5/24|192.0.2.0/24", "[globals]\nenforce_ip = 192.0.2.0/24\n");
        row(25, "network", "[globals]\nenforce_ip = 192.0.2.5, 192.0.2.0/24, 198.51.100.1\n", "info", "2:14",
            "192.0.2.5|192.0.2.0/24", "[globals]\nenforce_ip = 192.0.2.0/24, 198.51.100.1\n");
        row(25, "the same twice", "[globals]\nenforce_ip = 192.0.2.5, 192.0.2.5/32\n", "info", "2:25",
            "192.0.2.5/32|192.0.2.5", "[globals]\nenforce_ip = 192.0.2.5\n");
        row(25, "domain", "[globals]\nenforce_domain = *.a.example\n  x.a.example\n", "info", "3:3",
            "x.a.example|*.a.example", "[globals]\nenforce_domain = *.a.example\n");
        row(26, "/15", "[globals]\nwhite_ip = 127.0.0.1 10.0.0.0/15\n", "warning", "2:22",
            "10.0.0.0/15|131072");
        row(26, "everything", "[globals]\nwhite_ip = 0.0.0.0/0\n", "error", "2:12", "0.0.0.0/0|4294967296");
        row(27, "usual", "[globals]\nenforce_domain = a..example\n", "error", "2:18", "a..example");
        row(27, "address", "[globals]\nwhite_domain = 192.0.2.1\n", "error", "2:16", "192.0.2.1");
        row(28, "usual", "[globals]\nwhite_domain = boss@a.example\n", "warning", "2:16", "boss@a.example",
            "[globals]\nwhite_domain = a.example\n");
        row(29, "section", "[*.co.jp]\nfail = tempblock\n", "warning", "1:2", "*.co.jp");
        row(29, "section without dot", "[*com]\nfail = tempblock\n", "warning", "1:2", "*com");
        row(29, "usual", "[globals]\nenforce_domain = *.co.jp\n", "warning", "2:18", "*.co.jp");
        row(30, "same domain", "[globals]\nwhite_domain = a.example\nenforce_domain = A.example.\n", "error",
            "3:18", "A.example.", "[globals]\nwhite_domain = a.example\nenforce_domain =\n");
        row(30, "network in network",
            "[globals]\nwhite_ip = 127.0.0.1 192.0.2.0/24\nenforce_ip = 192.0.2.7\n", "error", "3:14",
            "192.0.2.7", "[globals]\nwhite_ip = 127.0.0.1 192.0.2.0/24\nenforce_ip =\n");
        row(30, "exception inside", "[globals]\nwhite_ip = 127.0.0.1 192.0.2.7\nenforce_ip = 192.0.2.0/24\n",
            "error", "2:22", "192.0.2.7", "[globals]\nwhite_ip = 127.0.0.1\nenforce_ip = 192.0.2.0/24\n");
        row(30, "default white_ip", "[globals]\nenforce_ip = 127.0.0.1\n", "error", "2:14", "127.0.0.1",
            "[globals]\nenforce_ip =\n");
        row(31, "usual", "[globals]\npass = Block\n", "warning", "2:8", "block",
            "[globals]\npass = bypass\n");
        row(31, "domain", "[a.example]\npass = tempblock\n", "warning", "2:8", "tempblock",
            "[a.example]\npass = bypass\n");
        row(32, "usual", "[*.example]\nfail = bypass\nnone = block\n[a.example]\nfail = block\n", "info",
            "4:2", "a.example|*.example|none",
            "[*.example]\nfail = bypass\nnone = block\n[a.example]\nfail = block\nnone = block\n");
        row(33, "usual", "[globals]\nwhite_domain = a.example\n", "warning", "2:16", "a.example");
        row(34, "usual", "[globals]\nnone = block\n", "warning", "2:8", "", "[globals]\nnone = bypass\n");
        row(35, "usual", "[enforce_actions]\ntemperror = block\n", "warning", "2:13", "",
            "[enforce_actions]\ntemperror = tempblock\n");
        row(36, "approved", "[globals]\nwhite_domain = *.a.example\n[x.a.example]\nnone = block\n", "warning",
            "3:2", "x.a.example", "[globals]\nwhite_domain = *.a.example\n");
        row(36, "enforced", "[globals]\nenforce_domain = a.example\n[a.example]\nnone = block\n", "warning",
            "3:2", "a.example", "[globals]\nenforce_domain = a.example\n");
        row(37, "usual", "[globals]\nnone = tempblock\n[a.example]\nnone = tempblock\nfail = block\n", "info",
            "3:2", "", "[globals]\nnone = tempblock\n");
        row(38, "usual", "[globals]\nwhite_ip = 127.0.0.1 203.0.113.0/24\n", "warning", "2:12", "10.0.0.0/8",
            "[globals]\nwhite_ip = 127.0.0.1 203.0.113.0/24 10.0.0.0/8\n");
        row(38, "white_ip not set", "[globals]\nfail = block\n", "warning", "", "10.0.0.0/8",
            "[globals]\nfail = block\nwhite_ip = 127.0.0.1, 10.0.0.0/8\n");
        row(39, "usual", "[enforce_actions]\nfail = block\n", "info", "1:2", "");
        row(40, "usual", "[globals]\nwhite_domain = a.example, *.jp\n", "warning", "2:27", "example.jp",
            "[globals]\nwhite_domain = a.example\n");
        row(41, "usual", "[globals]\nwhite_ip = 127.0.0.1, 203.0.113.0/25\n", "warning", "2:12",
            "203.0.113.0/24", "[globals]\nwhite_ip = 127.0.0.1, 203.0.113.0/25, 203.0.113.0/24\n");
        row(42, "key line", "[globals]\nfail = block # as agreed\n", "warning", "2:14", "",
            "[globals]\n# as agreed\nfail = block\n");
        row(42, "continuation line", "[globals]\nwhite_ip = 127.0.0.1\n  192.0.2.1 # office\n", "warning",
            "3:13", "", "[globals]\nwhite_ip = 127.0.0.1\n# office\n  192.0.2.1\n");
    }

    void fires()
    {
        QFETCH(int, id);
        QFETCH(std::string, text);
        QFETCH(std::string, severity);
        QFETCH(std::string, place);
        QFETCH(std::string, args);
        QFETCH(std::string, fixed);
        const IniDocument document = IniDocument::parse(text);
        const auto findings = lint(document, everything());
        const Finding* finding = find(findings, id);
        QVERIFY2(finding != nullptr, ids(findings).c_str());
        QCOMPARE(std::string(word(finding->severity)), severity);
        const std::string found = finding->place ? std::to_string(finding->place->line) + ':' +
                                                       std::to_string(finding->place->column)
                                                 : "";
        QCOMPARE(found, place);
        QCOMPARE(joined(finding->args), args);
        if (fixed == "-") {
            QVERIFY(finding->fixes.empty());
        } else {
            QVERIFY(!finding->fixes.empty());
            QCOMPARE(applied(document.bytes(), finding->fixes.front().edits), fixed);
        }
        for (const Fix& fix : finding->fixes) {
            QVERIFY(applied(document.bytes(), fix.edits) != text);
        }
    }

    void staysSilent_data()
    {
        QTest::addColumn<int>("id");
        QTest::addColumn<std::string>("text");
        const auto row = [](int id, const char* name, const std::string& text) {
            QTest::addRow("CFG-%03d %s", id, name) << id << text;
        };
        row(1, "comment before the section", "# fail = block\n[globals]\nfail = block\n");
        row(2, "other names", "[a.example]\nfail = block\n[*.a.example]\nfail = bypass\n");
        row(3, "same key in two sections", "[globals]\nfail = block\n[a.example]\nfail = block\n");
        row(4, "colon", "[globals]\nfail: block\n");
        row(4, "continuation of a list", "[globals]\nwhite_ip = 127.0.0.1\n\n# x\n  192.0.2.1\n");
        row(4, "comment behind a header", "[globals] ; x\n");
        row(5, "globals", "[globals]\n");
        row(6, "wildcards",
            "[*.example]\n[*a.example]\n[xn--bcher-kva.example]\n[GLOBAL]\n[Enforce_Actions]\n");
        row(7, "any case", "[globals]\nFAIL = block\n");
        row(7, "in an unknown section", "[what]\nsoft_fail = block\n");
        row(8, "doubled", "[globals]\nblock_res = 550 100%% sure\n");
        row(9, "globals", "[globals]\n");
        row(9, "globals beside it", "[globals]\n[global]\n");
        row(10, "valid",
            "[globals]\nblock_res = 554 5.7.23 SPF fail, see https://example.net/spf\ntempblock_res = 450 "
            "x\n");
        row(11, "no blank before it", "[globals]\nblock_res = 550 a; b\n");
        row(12, "any case and comment", "[globals]\nfail = Block ; strict\nnone = TEMPBLOCK\n");
        row(13, "any case", "[globals]\ncheck_helo = YES\nprepend_header = no\n");
        row(14, "set", "[globals]\nsoftfail = bypass\n");
        row(15, "all levels", "[globals]\nlog_level = 3\n");
        row(16, "3", "[globals]\nlog_level = 3\n");
        row(17, "1", "[globals]\nlog_level = 1\n");
        row(18, "ASCII", "[globals]\nblock_res = 550 plain text\n# \xC3\xBC\n");
        row(19, "512 octets", "[globals]\nblock_res = 550 " + std::string(506, 'x') + "\n");
        row(20, "result keys", "[a.example]\nfail = block\nunheard = 1\n");
        row(21, "addresses and networks", "[globals]\nwhite_ip = 192.0.2.1, 192.0.2.0/24 2001:db8::/32\n");
        row(22, "IPv4", "[globals]\nwhite_ip = 192.0.2.1\n");
        row(23, "not set", "[globals]\nfail = block\n");
        row(23, "covered", "[globals]\nwhite_ip = 127.0.0.0/8\n");
        row(24, "clean", "[globals]\nwhite_ip = 192.0.2.0/24 192.0.2.1/32\n");
        row(25, "neighbours",
            "[globals]\nwhite_ip = 192.0.2.0/25 192.0.2.128/25\nwhite_domain = a.example *.b.example\n");
        row(26, "/16", "[globals]\nwhite_ip = 10.1.0.0/16\nenforce_ip = 10.0.0.0/8\n");
        row(27, "wildcards and names",
            "[globals]\nwhite_domain = *.a.example .b.example *c.example _x.example\n");
        row(28, "domain", "[globals]\nwhite_domain = a.example\n");
        row(29, "section below it", "[*.example.co.jp]\nfail = tempblock\n");
        row(29, "section of the name alone", "[co.jp]\nfail = tempblock\n");
        row(29, "below it", "[globals]\nwhite_domain = example.co.jp\n");
        row(30, "neighbours",
            "[globals]\nwhite_ip = 192.0.2.0/25\nenforce_ip = 192.0.2.128/25\n"
            "white_domain = a.example\nenforce_domain = *.b.example\n");
        row(31, "bypass", "[globals]\npass = bypass\n");
        row(32, "sets the same keys", "[*.example]\nfail = bypass\n[a.example]\nfail = block\n");
        row(33, "no approved domain", "[globals]\nwhite_domain =\n");
        row(34, "for one domain", "[a.example]\nnone = block\n[enforce_actions]\nnone = block\n");
        row(35, "tempblock", "[globals]\ntemperror = tempblock\n");
        row(36, "wider than the entry", "[globals]\nwhite_domain = a.example\n[*.a.example]\nnone = block\n");
        row(37, "one differs", "[a.example]\nnone = block\nfail = block\n");
        row(37, "hides a wildcard", "[*.example]\nfail = bypass\n[a.example]\nfail = block\n");
        row(38, "in two halves", "[globals]\nwhite_ip = 10.0.0.0/9 10.128.0.0/9\n");
        row(39, "a list is set", "[globals]\nenforce_ip = 192.0.2.1\n[enforce_actions]\nfail = block\n");
        row(39, "no key", "[enforce_actions]\n");
        row(40, "other domain", "[globals]\nwhite_domain = mail.example.jp\n");
        row(41, "wider entry", "[globals]\nwhite_ip = 203.0.0.0/16 203.0.112.0/20\n");
        row(42, "comment line and reply", "[globals]\n# a\nblock_res = 550 see # 5\nfail = block ; x # y\n");
    }

    void staysSilent()
    {
        QFETCH(int, id);
        QFETCH(std::string, text);
        const auto findings = lint(IniDocument::parse(text), everything());
        QVERIFY2(find(findings, id) == nullptr, ids(findings).c_str());
    }

    void everyIdIsTested()
    {
        const std::string source = [] {
            QFile file(QStringLiteral(SPM_SOURCE_DIR "/tests/core/config/lint_test.cpp"));
            return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
        }();
        for (int id = 1; id <= ruleCount; ++id) {
            const auto needle = "row(" + std::to_string(id) + ", ";
            QVERIFY2(source.find(needle) != source.rfind(needle), needle.c_str());
        }
    }

    void variants()
    {
        const auto variantIn = [](const std::string& text, int id) {
            const auto findings = lint(IniDocument::parse(text));
            const Finding* finding = find(findings, id);
            return finding != nullptr ? static_cast<int>(finding->variant) : -1;
        };
        QCOMPARE(variantIn("[globals]\nblock_res = 521 a b\n", 10),
                 static_cast<int>(Variant::ReplyDisconnects));
        QCOMPARE(variantIn("[globals]\nblock_res = 560 a b\n", 10),
                 static_cast<int>(Variant::ReplySecondDigit));
        QCOMPARE(variantIn("[globals]\ncolour = 1\n", 7), static_cast<int>(Variant::NoSuggestion));
        QCOMPARE(variantIn("[globals] x\n", 4), static_cast<int>(Variant::JunkAfterHeader));
    }

    void ownDaemonAcceptsWhatImsvaMayNot()
    {
        const auto document =
            IniDocument::parse("[globals]\nwhite_ip = 127.0.0.1 ::1\nenforce_ip = 2001:db8::1\n");
        const auto findings = lint(document, {Target::Own, {}, {}, {}});
        QCOMPARE(ids(findings), std::string("22"));
        QCOMPARE(findings[0].key, std::string("enforce_ip"));
    }

    void newDocumentIsClean()
    {
        for (const Profile profile : {Profile::ImsvaDefaults, Profile::Recommended, Profile::ObserveOnly}) {
            const IniDocument document = newDocument({profile, {*net::Network::parse("192.0.2.0/24")}});
            const auto findings = lint(document);
            // Watching only also holds for enforce lists to come (CFG-039).
            QCOMPARE(ids(findings), std::string(profile == Profile::ObserveOnly ? "39" : ""));
            const PolicyConfig policy = readPolicyConfig(document);
            const bool refuses = policy.globals[spf::Result::Fail] != Action::Bypass;
            QCOMPARE(refuses, profile != Profile::ObserveOnly);
            QVERIFY(document.bytes().find("white_ip = 127.0.0.1, 192.0.2.0/24\n") != std::string::npos);
        }
    }

    void findingsNameSectionAndKey()
    {
        const auto findings = lint(IniDocument::parse("[Globals]\nsoftfail = bypass\nFail = x\n"));
        QCOMPARE(ids(findings), std::string("12"));
        QCOMPARE(idOf(findings[0].rule), std::string("CFG-012"));
        QCOMPARE(findings[0].section, std::string("Globals"));
        QCOMPARE(findings[0].key, std::string("fail"));
    }

    void columnsAreBytesBehindTheByteOrderMark()
    {
        const auto findings = lint(IniDocument::parse("\xEF\xBB\xBF[globals]\r\nsoftfail=x\r\n"));
        QCOMPARE(ids(findings), std::string("12"));
        QVERIFY((findings[0].place == Place{2, 10}));
    }

    void safeFixesKeepTheMeaning_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("fixed");
        QTest::newRow("all at once")
            << std::string("[global]\r\ncheck_helo = on # yes\r\nfail = bypass\r\nfail = block\r\n"
                           "white_ip = 127.0.0.1, 192.0.2.9/24, 192.0.2.7, 192.0.2.8 192.0.2.9\r\n")
            << std::string("[globals]\r\n# yes\r\ncheck_helo = yes\r\nfail = block\r\n"
                           "white_ip = 127.0.0.1, 192.0.2.0/24\r\nsoftfail = bypass\r\n");
        QTest::newRow("nothing to do") << std::string("[globals]\nsoftfail = bypass\nfail = rejct\n")
                                       << std::string("[globals]\nsoftfail = bypass\nfail = rejct\n");
        QTest::newRow("three blocks")
            << std::string("[globals]\nsoftfail = block\n[globals]\nfail = block\n\n[globals]\n"
                           "fail = bypass")
            << std::string("[globals]\nsoftfail = block\nfail = bypass");
    }

    void safeFixesKeepTheMeaning()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, fixed);
        const IniDocument result = withSafeFixes(IniDocument::parse(text));
        QCOMPARE(result.bytes(), fixed);
        QCOMPARE(withSafeFixes(result).bytes(), fixed);
    }

    void theIndexSaysWhatTheFindingsSay()
    {
        const IniDocument document = IniDocument::parse(
            "fail = block\n[global]\nfail = x\nfail = rejct ; y\nwhite_ip = 10.0.0.0/4, 1.2.3.4/33, x, "
            "1.1.1.1/8\n"
            "[globals]\nlog_level = 9\nwhite_ip = 127.0.0.1, y, z\n[enforce_actions]\nfail = x\n"
            "[example.com]\nlog_level = 1\n[Example.COM]\nfail = x\n[nowhere]\n");
        const std::vector<Finding> findings = lint(document, everything());
        const FindingIndex index(findings);
        int all = 0;
        for (const FindingIndex::Group& group : index.groups()) {
            const auto isIts = [&](const Finding& finding) {
                return finding.key == group.key &&
                       classifySection(finding.section).canonical == group.section;
            };
            QCOMPARE(group.count, static_cast<int>(std::ranges::count_if(findings, isIts)));
            const Finding* worst = nullptr;
            for (const Finding& finding : findings) {
                if (isIts(finding) && (worst == nullptr || finding.severity < worst->severity)) {
                    worst = &finding;
                }
            }
            QCOMPARE(&findings[group.worst], worst);
            QCOMPARE(index.find(group.section, group.key), &group);
            all += group.count;
        }
        QCOMPARE(all, static_cast<int>(findings.size()));
        QVERIFY(index.find("globals", "prepend_header") == nullptr);
        for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Info}) {
            QCOMPARE(index.count(severity),
                     static_cast<int>(std::ranges::count(findings, severity, &Finding::severity)));
        }
        QVERIFY(FindingIndex().groups().empty());
    }

    void hundredThousandEntries()
    {
        std::string text = "[globals]\nsoftfail = bypass\nwhite_ip = 127.0.0.1,\n";
        for (int i = 0; i < 100'000; ++i) {
            text += "  10." + std::to_string(i / 25000) + '.' + std::to_string(i / 100 % 250) + '.' +
                    std::to_string(i % 100 * 2) + "/31,\n";
        }
        const IniDocument document = IniDocument::parse(text);
        const auto findings = lint(document, everything());
        QCOMPARE(ids(findings), std::string("38 41"));
    }
};

QTEST_APPLESS_MAIN(LintTest)
#include "lint_test.moc"
