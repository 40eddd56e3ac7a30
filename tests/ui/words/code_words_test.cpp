// SPDX-License-Identifier: GPL-3.0-or-later
// Every code of the core has a sentence of its own in both languages; the lint texts are those of SPEC 1.8.
#include "ui/words/cli_words.h"
#include "ui/words/config_words.h"
#include "ui/words/file_words.h"
#include "ui/words/language.h"
#include "ui/words/log_words.h"
#include "ui/words/policy_words.h"
#include "ui/words/postfix_words.h"
#include "ui/words/record_words.h"
#include "ui/words/spf_words.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

namespace {

using Say = std::function<QString(int)>; ///< the sentence of the code with this number

struct Catalogue
{
    const char* name;
    int first;
    int last;
    Say say;
};

config::Finding finding(int number, config::Variant variant = config::Variant::Usual)
{
    config::Finding result{.rule = static_cast<config::Rule>(number),
                           .severity = config::Severity::Error,
                           .variant = variant,
                           .place = {},
                           .span = {},
                           .section = {},
                           .key = {},
                           .args = {},
                           .fixes = {}};
    return result;
}

spf::Finding recordFinding(int number)
{
    spf::Finding result{};
    result.rule = static_cast<spf::Rule>(number);
    return result;
}

template <class Code>
Code code(int number)
{
    return static_cast<Code>(number);
}

QList<Catalogue> catalogues()
{
    using namespace words;
    return {
        {"problems", 0, int(spf::ProblemCode::TimeLimit),
         [](int n) {
             spf::Problem problem{};
             problem.code = code<spf::ProblemCode>(n);
             problem.domain = "d.example";
             problem.term = "term";
             return message(problem);
         }},
        {"outcomes", 0, int(spf::Outcome::NotEvaluated), [](int n) { return name(code<spf::Outcome>(n)); }},
        {"dns", 0, int(dns::Status::NotRecorded), [](int n) { return message(code<dns::Status>(n)); }},
        {"findings", 1, config::ruleCount, [](int n) { return message(finding(n)); }},
        {"variants", 1, int(config::Variant::JunkAfterHeader),
         [](int n) { return message(finding(10, code<config::Variant>(n))); }},
        {"fixes", 0, int(config::FixCode::RemoveSection),
         [](int n) { return title(config::Fix{code<config::FixCode>(n), {}, {}, false}); }},
        {"record findings", 1, spf::lintRuleCount, [](int n) { return message(recordFinding(n)); }},
        {"record fixes", 0, int(spf::FixCode::LowerCase),
         [](int n) { return title(spf::Fix{code<spf::FixCode>(n), {}, {}}); }},
        {"record severities", 0, int(spf::Severity::Info),
         [](int n) { return name(code<spf::Severity>(n)); }},
        {"edits", 0, int(config::EditError::Code::NotText),
         [](int n) { return message(code<config::EditError::Code>(n)); }},
        {"changes", 0, int(config::ChangeKind::KeyChanged),
         [](int n) {
             config::Change change{};
             change.kind = code<config::ChangeKind>(n);
             return sentence(change);
         }},
        {"steps", 0, int(policy::Step::Section), [](int n) { return name(code<policy::Step>(n)); }},
        {"considerations", 0, int(policy::Consideration::Shadowed),
         [](int n) { return name(code<policy::Consideration>(n)); }},
        {"filter errors", 0, int(maillog::FilterError::Code::UnclosedRegex),
         [](int n) {
             return message(maillog::FilterError{code<maillog::FilterError::Code>(n), 0, 1}, u"x"_s);
         }},
        {"pattern errors", 0, int(maillog::PatternError::Code::MatchesAll),
         [](int n) {
             return message(maillog::PatternError{code<maillog::PatternError::Code>(n), 0, 0, "x"});
         }},
        {"pattern groups", 0, int(maillog::PatternGroup::Identity),
         [](int n) { return name(code<maillog::PatternGroup>(n)); }},
        {"row flags", 0, 5, [](int n) { return note(code<maillog::RowFlag>(1 << n)); }},
        {"plan notes", 0, int(postfix::NoteCode::ManualTimeLimit),
         [](int n) {
             postfix::Note note{};
             note.code = code<postfix::NoteCode>(n);
             note.args = {"a", "b", "c"};
             return message(note);
         }},
        {"file errors", 0, int(qtio::FileError::Code::Other),
         [](int n) { return message(qtio::FileError{code<qtio::FileError::Code>(n), u"f"_s, 0, {}}); }},
        {"zone problems", 0, int(dns::ZoneProblem::Code::StringTooLong),
         [](int n) { return message(dns::ZoneProblem{code<dns::ZoneProblem::Code>(n), 1, 1, "x"}); }},
        {"recordings", 0, int(dns::RecordingError::Code::BadQuoting),
         [](int n) { return message(dns::RecordingError{code<dns::RecordingError::Code>(n), 1}); }},
        {"labels", 0, int(Label::TopAddresses), [](int n) { return name(code<Label>(n)); }},
        {"file troubles", 0, int(FileTrouble::Failed),
         [](int n) { return cannotRead(u"f"_s, code<FileTrouble>(n), u"x"_s); }},
    };
}

} // namespace

class CodeWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void filterErrorsNamePlaceAndCure_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<int>("character");
        QTest::addColumn<QStringList>("named");
        const auto row = [](const char* expression, int character, const QStringList& named) {
            QTest::newRow(expression) << QString::fromUtf8(expression) << character << named;
        };
        row("result:pass action:refuse", 20,
            {u"refuse"_s, u"action:"_s, u"bypass, tempblock, block, skip, unknown"_s});
        row("identity:x", 10, {u"identity:"_s, u"helo"_s});
        row("text:/a(b/", 10, {u"/a(b/"_s, u"parenthesis"_s});
        row("検査 result:fail OR result:pass", 16, {u"OR"_s, u"result:fail,pass"_s, u"-result:fail"_s});
        row("x (result:fail)", 3, {u"result:fail,pass"_s});
        row("/x/g", 4, {u"\"g\""_s, u"\"i\""_s});
    }

    void filterErrorsNamePlaceAndCure()
    {
        QFETCH(const QString, expression);
        QFETCH(const int, character);
        QFETCH(const QStringList, named);
        const auto filter = maillog::Filter::parse(expression.toStdString(), {});
        QVERIFY(!filter);
        const QString text = words::placedMessage(filter.error(), expression);
        QVERIFY2(text.startsWith(u"Character %1 "_s.arg(character)), qPrintable(text));
        for (const QString& part : named) {
            QVERIFY2(text.contains(part), qPrintable(text));
        }
    }

    void everyCodeHasItsOwnWords_data()
    {
        QTest::addColumn<int>("index");
        const QList<Catalogue> all = catalogues();
        for (int i = 0; i < all.size(); ++i) {
            QTest::newRow(all[i].name) << i;
        }
    }

    void everyCodeHasItsOwnWords()
    {
        QFETCH(int, index);
        const Catalogue catalogue = catalogues().at(index);
        QSet<QString> english;
        QSet<QString> japanese;
        for (int n = catalogue.first; n <= catalogue.last; ++n) {
            m_language.setChoice(words::LanguageChoice::English);
            const QString en = catalogue.say(n);
            m_language.setChoice(words::LanguageChoice::Japanese);
            const QString ja = catalogue.say(n);
            const QByteArray where = QByteArray::number(n) + ": " + en.toUtf8();
            QVERIFY2(!en.isEmpty() && !ja.isEmpty(), where.constData());
            QVERIFY2(en != ja, where.constData());
            QVERIFY2(!english.contains(en) && !japanese.contains(ja), where.constData());
            english.insert(en);
            japanese.insert(ja);
        }
    }

    void lintTextsAreThoseOfTheSpecification()
    {
        QFile file(QStringLiteral(SPM_SHARED_DIR "/SPEC.md"));
        if (!file.open(QIODevice::ReadOnly)) {
            QSKIP("the specification is not beside this checkout");
        }
        static const QRegularExpression row(
            u"^\\| CFG-(\\d+) \\| [EWI] \\| (.*?) \\| (.*?)(?: \\(IPv4 shorter.*)? \\|$"_s,
            QRegularExpression::MultilineOption);
        int seen = 0;
        for (const auto& match : row.globalMatch(QString::fromUtf8(file.readAll()))) {
            const config::Finding bare = finding(match.captured(1).toInt());
            m_language.setChoice(words::LanguageChoice::English);
            QCOMPARE(words::message(bare), match.captured(2));
            m_language.setChoice(words::LanguageChoice::Japanese);
            QCOMPARE(words::message(bare), match.captured(3));
            ++seen;
        }
        QCOMPARE(seen, config::ruleCount);
    }

    void recordLintTextsAreThoseOfTheSpecification()
    {
        QFile file(QStringLiteral(SPM_SHARED_DIR "/SPEC.md"));
        if (!file.open(QIODevice::ReadOnly)) {
            QSKIP("the specification is not beside this checkout");
        }
        static const QRegularExpression row(
            u"^\\| SPF-(\\d+) \\| [EWI] \\| (.*?)(?: \\(E when .*?)? \\| (.*?) \\|"_s,
            QRegularExpression::MultilineOption);
        int seen = 0;
        for (const auto& match : row.globalMatch(QString::fromUtf8(file.readAll()))) {
            const spf::Finding bare = recordFinding(match.captured(1).toInt());
            m_language.setChoice(words::LanguageChoice::English);
            QCOMPARE(words::message(bare), match.captured(2));
            m_language.setChoice(words::LanguageChoice::Japanese);
            QCOMPARE(words::message(bare), match.captured(3));
            ++seen;
        }
        QCOMPARE(seen, spf::lintRuleCount);
    }

    void argumentsFillTheirPlaces()
    {
        m_language.setChoice(words::LanguageChoice::English);
        config::Finding reply = finding(10);
        reply.args = {"5", "100% %1"};
        QCOMPARE(words::message(reply),
                 u"Reply must be a 5xx code, a space and a text. \"100% %1\" would be treated by Postfix "
                 "as PERMIT or as a configuration error."_s);
    }

private:
    words::LanguageSwitch m_language;
};

QTEST_GUILESS_MAIN(CodeWordsTest)
#include "code_words_test.moc"
