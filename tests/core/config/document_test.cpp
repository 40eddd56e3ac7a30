// SPDX-License-Identifier: GPL-3.0-or-later
// config.ini is kept byte for byte and read as SPEC 1.2 says, and as Python's configparser reads it.
#include "core/config/ini_document.h"
#include "core/config/lint.h"
#include "core/config/policy_config.h"
#include "core/config/semantic_diff.h"
#include "core/config/values.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <random>

using namespace config;

namespace {

/// Pieces that files are made of, the nasty ones included.
std::string randomText(std::mt19937& random)
{
    static const std::vector<std::string> pieces{
        "[globals]",
        "[global]",
        "[*.a.example]",
        "[*a.example]",
        "[DEFAULT]",
        "[what]",
        "[",
        "]",
        "[]",
        "[ ]",
        "fail = block",
        "none=reject",
        "softfail : bypass",
        "white_ip = 127.0.0.1, 10.0.0.5/8",
        "  192.0.2.1,",
        "\t10.1.1.1 # x",
        "enforce_domain = a.example *.example",
        "block_res = 550 a ; b",
        "log_level = 9",
        "x",
        "=",
        ":",
        " ",
        "\t",
        "#",
        ";",
        "# note",
        " ; note",
        "\r\n",
        "\r\n",
        "\n",
        "\n",
        "\n",
        "\n",
        "\r",
        std::string(1, '\0'),
        "\xEF\xBB\xBF",
        "\xE3\x81\x82",
        "\x82\xA0",
        "\xFF",
        "%",
        "%%",
        "check_helo = on",
        "white_domain = a@b.example, \xC3\xBC.example",
        ",",
        "pass = block",
    };
    std::string text;
    const unsigned long count = random() % 40;
    for (unsigned long i = 0; i < count; ++i) {
        text += pieces[random() % pieces.size()];
        if (random() % 3 == 0) {
            text += '\n';
        }
    }
    return text;
}

std::string kinds(const IniDocument& document)
{
    std::string text;
    for (const Line& line : document.lines()) {
        text += std::string_view("bcskx?")[line.kind == LineKind::Blank          ? 0
                                           : line.kind == LineKind::Comment      ? 1
                                           : line.kind == LineKind::Section      ? 2
                                           : line.kind == LineKind::Key          ? 3
                                           : line.kind == LineKind::Continuation ? 4
                                                                                 : 5];
    }
    return text;
}

} // namespace

class DocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void bytesAreKept()
    {
        std::mt19937 random(20170331);
        for (int round = 0; round < 4000; ++round) {
            const std::string text = randomText(random);
            const IniDocument document = IniDocument::parse(text);
            QCOMPARE(document.bytes(), text);
            std::string lines = document.hasByteOrderMark() ? text.substr(0, 3) : std::string();
            for (const Line& line : document.lines()) {
                QVERIFY(line.begin <= line.contentEnd && line.contentEnd <= line.end);
                lines += document.text({line.begin, line.end});
            }
            QCOMPARE(lines, text);
        }
    }

    void everyFixOfAnyFileCanBeUndone()
    {
        std::mt19937 random(7208);
        for (int round = 0; round < 1500; ++round) {
            const IniDocument document = IniDocument::parse(randomText(random));
            static_cast<void>(readPolicyConfig(document));
            for (const Finding& finding : lint(document)) {
                for (const Fix& fix : finding.fixes) {
                    const std::string fixed = applied(document.bytes(), fix.edits);
                    QCOMPARE(applied(fixed, inverse(document.bytes(), fix.edits)), document.bytes());
                }
            }
            const IniDocument fixed = withSafeFixes(document);
            QCOMPARE(withSafeFixes(fixed).bytes(), fixed.bytes());
        }
    }

    void lineKinds_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>(
            "expected"); // b blank, c comment, s section, k key, x continuation, ? unreadable
        const auto row = [](const char* name, const std::string& text, const char* expected) {
            QTest::newRow(name) << text << std::string(expected);
        };
        row("empty", "", "");
        row("usual", "# c\n\n[globals]\nfail = block\n", "cbsk");
        row("other marks", " ; c\n[ globals ]\nfail: block", "csk");
        row("CRLF and BOM", "\xEF\xBB\xBF[globals]\r\n\r\nfail=block\r\n", "sbk");
        row("continued list", "[globals]\nwhite_ip = a\n b\n\n # c\n\tc\nfail = x\n", "skxbcxk");
        row("continued single value", "[globals]\nfail = a\n b\n", "sk?");
        row("indented behind a header", "[globals]\nwhite_ip = a\n[a.example]\n b\n", "sks?");
        row("indented at the start", "  [globals]\n", "?");
        row("broken line ends a list", "[globals]\nwhite_ip = a\nbroken\n b\n", "sk??");
        row("no separator", "[globals]\nfail\n=x\n", "s??");
        row("semicolon before the separator", "[globals]\nfail ; = x\n", "s?");
        row("hash before the separator", "[globals]\nfail # = x\n", "sk");
        row("semicolon inside a header", "[a ; b]\n", "?");
        row("empty name", "[]\n[ ]\n", "?s");
        row("unclosed", "[globals\n[x = y\n", "?k");
        row("lone CR is no line end", "[globals]\rfail = block\n", "s");
        row("NUL", std::string("[globals]\nfail = b\0ck\n", 22), "sk");
        row("blank characters", " \t\v\f\n", "b");
    }

    void lineKinds()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, expected);
        QCOMPARE(kinds(IniDocument::parse(text)), expected);
    }

    void values_data()
    {
        QTest::addColumn<std::string>("lines"); // of [globals]
        QTest::addColumn<std::string>("key");
        QTest::addColumn<std::string>("value");
        const auto row = [](const char* name, const char* lines, const char* key, const char* value) {
            QTest::newRow(name) << std::string(lines) << std::string(key) << std::string(value);
        };
        row("trimmed", "fail   =  block\t\n", "fail", "block");
        row("any case of key", "FaIl = Block\n", "fail", "Block");
        row("semicolon comment", "fail = block ; x\n", "fail", "block");
        row("hash comment", "fail = block\t# x\n", "fail", "block");
        row("mark without blank", "fail = block;x\n", "fail", "block;x");
        row("comment instead of a value", "white_ip = ; x\n", "white_ip", "");
        row("mark at once", "white_ip =;x\n", "white_ip", ";x");
        row("reply keeps everything", "block_res = 550 a ; b # c\n", "block_res", "550 a ; b # c");
        row("unknown key: as Python", "other = a # b ; c\n", "other", "a # b");
        row("empty", "white_ip =\n", "white_ip", "");
        row("second separator", "fail = a = b: c\n", "fail", "a = b: c");
        row("last wins", "fail = a\nfail = b\n", "fail", "b");
        row("joined list", "white_ip = a, ; x\n  b # y\n\tc,\n", "white_ip", "a, b c,");
        row("list begins below", "white_ip =\n  a\n", "white_ip", "a");
        row("merged sections", "fail = a\n[x.example]\nfail = c\n[GLOBAL]\nfail = b\n", "fail", "b");
    }

    void values()
    {
        QFETCH(std::string, lines);
        QFETCH(std::string, key);
        QFETCH(std::string, value);
        const IniDocument document = IniDocument::parse("[globals]\n" + lines);
        const Key* found = document.key("globals", key);
        QVERIFY(found != nullptr);
        QCOMPARE(document.value(*found), value);
    }

    void listItemsHavePlaces()
    {
        const std::string text = "[globals]\nwhite_ip = a,,b ; x\n  c d,\n";
        const IniDocument document = IniDocument::parse(text);
        std::string found;
        for (const ListItem& item : document.items(*document.key("globals", "white_ip"))) {
            QCOMPARE(item.text, document.text(item.span));
            const Place place = document.placeOf(item.span.begin);
            QCOMPARE(place.line, item.line + 1);
            found += std::string(item.text) + std::to_string(place.line) + ':' +
                     std::to_string(place.column) + ' ';
        }
        QCOMPARE(found, std::string("a2:12 b2:15 c3:3 d3:5 "));
    }

    void sectionNames_data()
    {
        QTest::addColumn<std::string>("name");
        QTest::addColumn<std::string>("canonical");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* name, const char* canonical, SectionKind kind) {
            QTest::newRow(name) << std::string(name) << std::string(canonical) << static_cast<int>(kind);
        };
        row("GLOBAL", "globals", SectionKind::Globals);
        row("Enforce_Actions", "enforce_actions", SectionKind::EnforceActions);
        row("DEFAULT", "DEFAULT", SectionKind::Default);
        row("Example.COM.", "example.com", SectionKind::Domain);
        row("*Example.com", "*.example.com", SectionKind::Domain);
        row("*.example.com", "*.example.com", SectionKind::Domain);
        row("globls", "globls", SectionKind::Unknown);
        row("192.0.2.1", "192.0.2.1", SectionKind::Unknown);
        row("a b.example", "a b.example", SectionKind::Unknown);
    }

    void sectionNames()
    {
        QFETCH(std::string, name);
        QFETCH(std::string, canonical);
        QFETCH(int, kind);
        const SectionName found = classifySection(name);
        QCOMPARE(found.canonical, canonical);
        QCOMPARE(static_cast<int>(found.kind), kind);
    }

    void encodings_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<int>("encoding");
        const auto row = [](const char* name, const char* bytes, Encoding encoding) {
            QTest::newRow(name) << std::string(bytes) << static_cast<int>(encoding);
        };
        row("ASCII", "# plain\n", Encoding::Ascii);
        row("UTF-8", "# \xE6\x97\xA5\xE6\x9C\xAC\n", Encoding::Utf8);
        row("Shift_JIS", "# \x93\xFA\x96\x7B\x8C\xEA\x82\xCC\n", Encoding::ShiftJis);
        row("EUC-JP", "# \xC6\xFC\xCB\xDC\xB8\xEC\n", Encoding::EucJp);
        row("Latin-1", "# caf\xE9\n", Encoding::Latin1);
        row("overlong UTF-8", "# \xC0\x80\n", Encoding::Latin1);
    }

    void encodings()
    {
        QFETCH(std::string, bytes);
        QFETCH(int, encoding);
        QCOMPARE(static_cast<int>(detectEncoding(bytes)), encoding);
    }

    void threeValues_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("section");
        QTest::addColumn<std::string>("key");
        QTest::addColumn<std::string>("expected"); // written|default|effective|valid
        const auto row = [](const char* name, const char* text, const char* section, const char* key,
                            const char* expected) {
            QTest::newRow(name) << std::string(text) << std::string(section) << std::string(key)
                                << std::string(expected);
        };
        row("not set", "", "globals", "fail", "-|block|block|1");
        row("set", "[globals]\nfail = Bypass\n", "global", "FAIL", "Bypass|block|bypass|1");
        row("bad", "[globals]\nfail = x\n", "globals", "fail", "x|block|block|0");
        row("enforce default", "[globals]\nsoftfail = block\n", "enforce_actions", "softfail",
            "-|tempblock|tempblock|1");
        row("inherited", "[globals]\nsoftfail = block\n", "a.example", "softfail", "-|block|block|1");
        row("overridden", "[globals]\nsoftfail = block\n[*a.example]\nsoftfail = bypass\n", "*.a.example",
            "softfail", "bypass|block|bypass|1");
        row("yes", "[globals]\ncheck_helo = ON\n", "globals", "check_helo", "ON|yes|yes|1");
        row("level", "[globals]\nlog_level = 7\n", "globals", "log_level", "7|1|1|0");
        row("list", "[globals]\nwhite_ip = a,,b\n  c\n", "globals", "white_ip", "a,,b c|127.0.0.1|a, b, c|1");
        row("empty list", "[globals]\nwhite_ip =\n", "globals", "white_ip", "|127.0.0.1||1");
        row("no effect there", "[a.example]\nwhite_ip = a\n", "a.example", "white_ip", "a||a|1");
    }

    void threeValues()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, section);
        QFETCH(std::string, key);
        QFETCH(std::string, expected);
        const FieldValue field = fieldValue(IniDocument::parse(text), section, key);
        QCOMPARE(field.written.value_or("-") + '|' + field.defaultValue + '|' + field.effective + '|' +
                     (field.isValid ? '1' : '0'),
                 expected);
    }

    void semanticDifference()
    {
        const auto before =
            IniDocument::parse("[globals]\nfail = block\nwhite_ip = a, b\nnone = bypass\n[x.example]\n");
        const auto after =
            IniDocument::parse("# c\n[global]\nwhite_ip = b c\nFAIL=bypass\nlog_level=2\n[y.example]\n");
        std::string text;
        for (const Change& change : semanticDiff(before, after)) {
            text += std::string(word(change.kind)) + ' ' + change.section + ' ' + change.key + ' ' +
                    change.oldEffective + '>' + change.newEffective + '\n';
            for (const std::string& item : change.addedItems) {
                text += '+' + item + '\n';
            }
            for (const std::string& item : change.removedItems) {
                text += '-' + item + '\n';
            }
        }
        QCOMPARE(text, std::string("key-changed globals fail block>bypass\n"
                                   "key-changed globals white_ip a, b>b, c\n+c\n-a\n"
                                   "key-removed globals none bypass>bypass\n"
                                   "key-added globals log_level 1>2\n"
                                   "section-added y.example  >\n"
                                   "section-removed x.example  >\n"));
        QVERIFY(semanticDiff(before, IniDocument::parse("; n\r\n" + before.bytes())).empty());
    }

    void pythonReadsTheSame();
    void pythonReadsWhatWasSet();
};

/// One line for each file: [[section, key, value], ...] as configparser has it, or null when it refuses the
/// file.
static const char* const script = R"(
import configparser, json, sys
for line in sys.stdin:
    parser = configparser.RawConfigParser(strict=False, inline_comment_prefixes=(';',))
    try:
        parser.read_string(json.loads(line)["text"])
        print(json.dumps([[s, k, v] for s in parser.sections() for k, v in parser.items(s)]))
    except configparser.Error:
        print("null")
)";

/// One line for each document; nothing when the program failed.
static QList<QByteArray> readByPython(const QString& python, const std::vector<IniDocument>& documents)
{
    QProcess process;
    process.start(python, {QStringLiteral("-c"), QString::fromLatin1(script)});
    for (const IniDocument& document : documents) {
        const QJsonObject object{{QStringLiteral("text"), QString::fromStdString(document.bytes())}};
        process.write(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
    }
    process.closeWriteChannel();
    QList<QByteArray> lines;
    if (process.waitForFinished(60'000)) {
        while (process.canReadLine()) {
            lines.append(process.readLine());
        }
    }
    return lines;
}

void DocumentTest::pythonReadsTheSame()
{
    const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
    if (python.isEmpty()) {
        QSKIP("python3 is not installed: configparser cannot be asked");
    }
    std::mt19937 random(42);
    std::vector<IniDocument> documents;
    while (documents.size() < 1500) {
        std::string text = randomText(random);
        std::erase_if(text,
                      [](char c) { return static_cast<unsigned char>(c) >= 0x80 || c == '\0' || c == '\r'; });
        IniDocument document = IniDocument::parse("[globals]\n" + text);
        const auto findings = lint(document, {Target::Own, {}, {}, {}});
        const bool isExcluded = std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
            const int id = static_cast<int>(finding.rule);
            return id <= 5 || id == 11 || id == 42;
        });
        if (!isExcluded) {
            documents.push_back(std::move(document));
        }
    }
    const QList<QByteArray> read = readByPython(python, documents);
    QCOMPARE(read.size(), static_cast<qsizetype>(documents.size()));
    auto next = read.begin();
    for (const IniDocument& document : documents) {
        const QByteArray& line = *next++;
        QVERIFY2(line.trimmed() != "null", document.bytes().c_str());
        std::size_t count = 0;
        for (const QJsonValue& entry : QJsonDocument::fromJson(line).array()) {
            const std::string section = entry[0].toString().toStdString();
            const std::string key = entry[1].toString().toStdString();
            const Key* found = document.key(section, key);
            QVERIFY2(found != nullptr, document.bytes().c_str());
            const QString ours = QString::fromStdString(document.value(*found)).simplified();
            QVERIFY2(ours == entry[2].toString().simplified(), document.bytes().c_str());
            ++count;
        }
        std::size_t keys = 0;
        for (const Block& block : document.blocks()) {
            keys += block.keys.size();
        }
        QVERIFY2(keys == count, document.bytes().c_str());
    }
}

/// Also where the old value had lines that this product does not read as a part of it.
void DocumentTest::pythonReadsWhatWasSet()
{
    const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
    if (python.isEmpty()) {
        QSKIP("python3 is not installed: configparser cannot be asked");
    }
    const std::vector<std::string> keyLines{"none = block",     "none=bypass ; x", "block_res = 550 a",
                                            "log_level =",      "other: y",        "white_ip = 10.0.0.1",
                                            "fail   =  block ;"};
    const std::vector<std::string> moreLines{"  5.5.5.5", "\tjunk = x", "  [x]", "# c", "  ; c", "", " "};
    const std::vector<std::pair<std::string, std::string>> values{
        {"none", "bypass"}, {"block_res", "554 b"}, {"log_level", "3"}, {"other", "z"}, {"fail", "block"}};
    std::mt19937 random(42);
    const auto oneOf = [&](const auto& from) { return from[random() % from.size()]; };
    std::vector<IniDocument> documents;
    std::vector<std::pair<std::string, std::string>> wanted;
    while (documents.size() < 1500) {
        std::string text = "[globals]\n";
        for (auto keys = 1 + random() % 4; keys > 0; --keys) {
            text += oneOf(keyLines) + '\n';
            for (auto more = random() % 4; more > 0; --more) {
                text += oneOf(moreLines) + '\n';
            }
        }
        if (random() % 3 == 0) {
            text.pop_back();
        }
        const IniDocument document = IniDocument::parse(text);
        wanted.push_back(oneOf(values));
        const auto plan = setKey(document, "globals", wanted.back().first, wanted.back().second);
        QVERIFY(plan.has_value());
        documents.push_back(applied(document, *plan));
    }
    const QList<QByteArray> read = readByPython(python, documents);
    QCOMPARE(read.size(), static_cast<qsizetype>(documents.size()));
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const QJsonArray entries = QJsonDocument::fromJson(read[static_cast<qsizetype>(i)]).array();
        const QJsonArray entry{QStringLiteral("globals"), QString::fromStdString(wanted[i].first),
                               QString::fromStdString(wanted[i].second)};
        QVERIFY2(entries.contains(entry), documents[i].bytes().c_str());
    }
}

QTEST_GUILESS_MAIN(DocumentTest)
#include "document_test.moc"
