// SPDX-License-Identifier: GPL-3.0-or-later
// Every code has words in both languages, and the catalogues are complete.
#include "ui/words/language.h"
#include "ui/words/result_words.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

namespace {

struct Message
{
    QString context;
    QString source;
    QStringList translations;
    bool numerus = false;
    bool unfinished = false;
};

QList<Message> catalogue(const QString& language)
{
    QFile file(QStringLiteral(SPM_SOURCE_DIR "/translations/spm_%1.ts").arg(language));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no catalogue");
    QXmlStreamReader reader(&file);
    QList<Message> messages;
    QString context;
    while (!reader.atEnd()) {
        reader.readNext();
        if (!reader.isStartElement())
            continue;
        if (reader.name() == QLatin1String("name")) {
            context = reader.readElementText();
        } else if (reader.name() == QLatin1String("message")) {
            Message message;
            message.context = context;
            message.numerus = reader.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
            messages.append(message);
        } else if (reader.name() == QLatin1String("source")) {
            messages.last().source = reader.readElementText();
        } else if (reader.name() == QLatin1String("translation")) {
            Message& message = messages.last();
            message.unfinished =
                reader.attributes().value(QLatin1String("type")) == QLatin1String("unfinished");
            if (!message.numerus)
                message.translations = {reader.readElementText()};
        } else if (reader.name() == QLatin1String("numerusform")) {
            messages.last().translations.append(reader.readElementText());
        }
    }
    return messages;
}

QStringList placeholders(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("%L?[0-9n]"));
    QStringList found;
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        found.append(it.next().captured());
    found.sort();
    return found;
}

QStringList allWords()
{
    QStringList texts;
    for (const spf::Result result : spf::allResults)
        texts << words::meaning(result) << words::explanation(result);
    for (const policy::Action action :
         {policy::Action::Bypass, policy::Action::TempBlock, policy::Action::Block, policy::Action::Skip})
        texts << words::meaning(action) << words::explanation(action);
    for (const policy::Identity identity :
         {policy::Identity::None, policy::Identity::MailFrom, policy::Identity::Helo})
        texts << words::name(identity);
    return texts;
}

} // namespace

class WordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCodeHasItsOwnWordsInBothLanguages();
    void protocolWordsAreNeverTranslated();
    void choiceFollowsTheCode();
    void bothLanguagesCanBeSearched();
    void japaneseIsComplete();
    void placeholdersAndMnemonicsAreKept();
    void japaneseStyleIsKept();
    void englishPluralsAreGiven();
};

void WordsTest::everyCodeHasItsOwnWordsInBothLanguages()
{
    words::LanguageSwitch language;
    language.setChoice(words::LanguageChoice::English);
    const QStringList english = allWords();
    language.setChoice(words::LanguageChoice::Japanese);
    const QStringList japanese = allWords();
    QCOMPARE(QSet<QString>(english.begin(), english.end()).size(), english.size());
    QCOMPARE(QSet<QString>(japanese.begin(), japanese.end()).size(), japanese.size());
    for (qsizetype i = 0; i < english.size(); ++i) {
        QVERIFY(!english[i].isEmpty());
        QVERIFY2(english[i] != japanese[i], qPrintable(english[i]));
    }
    language.setChoice(words::LanguageChoice::English);
    QCOMPARE(allWords(), english);
}

void WordsTest::protocolWordsAreNeverTranslated()
{
    words::LanguageSwitch language;
    for (const auto choice : {words::LanguageChoice::English, words::LanguageChoice::Japanese}) {
        language.setChoice(choice);
        QCOMPARE(words::word(spf::Result::SoftFail), QStringLiteral("softfail"));
        QCOMPARE(words::word(policy::Action::TempBlock), QStringLiteral("tempblock"));
    }
}

void WordsTest::choiceFollowsTheCode()
{
    using words::LanguageChoice;
    for (const auto choice : {LanguageChoice::System, LanguageChoice::English, LanguageChoice::Japanese})
        QCOMPARE(words::choiceFromCode(words::code(choice)), choice);
    QCOMPARE(words::choiceFromCode(QStringLiteral("fr")), LanguageChoice::System);
}

void WordsTest::bothLanguagesCanBeSearched()
{
    words::LanguageSwitch language;
    language.setChoice(words::LanguageChoice::English);
    QCOMPARE(language.in(words::Language::Japanese, "MainWindow", "&Quit"), QStringLiteral("終了(&Q)"));
    QCOMPARE(language.in(words::Language::English, "MainWindow", "&Quit"), QStringLiteral("&Quit"));
    QCOMPARE(language.in(words::Language::Japanese, "MainWindow", "not there"), QStringLiteral("not there"));
}

void WordsTest::japaneseIsComplete()
{
    const QList<Message> messages = catalogue(QStringLiteral("ja"));
    QVERIFY(messages.size() > 100);
    for (const Message& message : messages) {
        QVERIFY2(!message.unfinished, qPrintable(message.context + QStringLiteral(": ") + message.source));
        QVERIFY2(!message.translations.isEmpty(), qPrintable(message.source));
        for (const QString& text : message.translations)
            QVERIFY2(!text.isEmpty(), qPrintable(message.context + QStringLiteral(": ") + message.source));
        if (message.numerus)
            QCOMPARE(message.translations.size(), 1);
    }
}

void WordsTest::placeholdersAndMnemonicsAreKept()
{
    static const QRegularExpression mnemonic(QStringLiteral("&[A-Za-z0-9]"));
    for (const Message& message : catalogue(QStringLiteral("ja"))) {
        for (const QString& text : message.translations) {
            QVERIFY2(placeholders(text) == placeholders(message.source),
                     qPrintable(message.source + QStringLiteral(" -> ") + text));
            QVERIFY2(text.count(mnemonic) == message.source.count(mnemonic),
                     qPrintable(message.source + QStringLiteral(" -> ") + text));
        }
    }
}

void WordsTest::japaneseStyleIsKept()
{
    // translations/glossary.md: these long vowels are left out.
    static const QRegularExpression longVowel(
        QStringLiteral("(サーバー|ユーザー|ヘッダー|パラメーター|フィルター|ブラウザー)"));
    for (const Message& message : catalogue(QStringLiteral("ja"))) {
        for (const QString& text : message.translations)
            QVERIFY2(!text.contains(longVowel), qPrintable(text));
    }
}

void WordsTest::englishPluralsAreGiven()
{
    const QList<Message> english = catalogue(QStringLiteral("en"));
    for (const Message& message : catalogue(QStringLiteral("ja"))) {
        if (!message.numerus)
            continue;
        const auto found = std::ranges::find_if(english, [&](const Message& other) {
            return other.context == message.context && other.source == message.source;
        });
        QVERIFY2(found != english.end(), qPrintable(message.context + QStringLiteral(": ") + message.source));
        QCOMPARE(found->translations.size(), 2);
        QVERIFY2(!found->unfinished && !found->translations[0].isEmpty() && !found->translations[1].isEmpty(),
                 qPrintable(message.source));
    }
}

QTEST_GUILESS_MAIN(WordsTest)
#include "words_test.moc"
