// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/house/config_reference.h"

#include "core/config/lint.h"
#include "core/config/schema.h"
#include "ui/words/config_help.h"
#include "ui/words/config_words.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace reference {

namespace {

/// Words of the page itself; those of the settings are the program's.
struct Phrase
{
    QString en;
    QString ja;
};

struct Phrases
{
    Phrase title{u"config.ini: every section and key"_s, u"config.ini: すべてのセクションとパラメータ"_s};
    Phrase intro{
        u"Made from the program's own table of settings; do not edit by hand. SPEC names the section or the "
        "decision (A1 to A25) of the specification, CFG the checks of `spfpolicy config lint`."_s,
        u"プログラムの設定表から生成したページです。手で編集しないでください。SPEC "
        u"は仕様の節または決定事項(A1〜A25)、"
        "CFG は `spfpolicy config lint` の検査項目です。"_s};
    Phrase key{u"Key"_s, u"パラメータ"_s};
    Phrase name{u"Name"_s, u"名前"_s};
    Phrase type{u"Type"_s, u"種類"_s};
    Phrase allowed{u"Allowed values"_s, u"指定できる値"_s};
    Phrase standard{u"Default value"_s, u"初期設定値"_s};
    Phrase specification{u"Specification"_s, u"仕様"_s};
    Phrase since{u"Since"_s, u"対応バージョン"_s};
    Phrase consequence{u"What follows"_s, u"影響"_s};
    Phrase example{u"Example"_s, u"例"_s};
    Phrase alsoWritten{u"Also written"_s, u"別の書き方"_s};
    Phrase empty{u"(empty)"_s, u"(なし)"_s};
    Phrase inherited{u"as in `[globals]`"_s, u"`[globals]` の値"_s};
    Phrase alsoRead{u"also read:"_s, u"次の値も読み取ります:"_s};
    Phrase anyDomain{u"Domain sections"_s, u"ドメインのセクション"_s};
    Phrase otherSections{u"Other sections"_s, u"その他のセクション"_s};
    Phrase checks{u"What is checked"_s, u"検査項目"_s};
    Phrase checksIntro{u"`…` stands for a name, a value or a number of the file."_s,
                       u"`…` はファイル中の名前、値または数を表します。"_s};
    Phrase id{u"Id"_s, u"ID"_s};
    Phrase text{u"Text"_s, u"内容"_s};
    Phrase action{u"action"_s, u"処理"_s};
    Phrase yesNo{u"yes or no"_s, u"yes または no"_s};
    Phrase integer{u"whole number"_s, u"整数"_s};
    Phrase reply{u"SMTP reply; the whole rest of the line, without comments behind it"_s,
                 u"SMTP 応答(行の残り全部。後ろにコメントは書けません)"_s};
    Phrase networks{
        u"list of addresses and networks, parted by commas or blanks; may go on in indented lines"_s,
        u"IP アドレスとネットワークのカンマまたはスペース区切りリスト。字下げした行に続けて書けます"_s};
    Phrase domains{u"list of domains, parted by commas or blanks; may go on in indented lines"_s,
                   u"ドメインのカンマまたはスペース区切りリスト。字下げした行に続けて書けます"_s};
    Phrase replyForm{u"`%1NN text`: three digits that begin with %1, one space, a text"_s,
                     u"`%1NN メッセージ`: %1 で始まる3桁のコード、スペース1つ、メッセージ"_s};
    Phrase networkForm{
        u"`192.0.2.10`, `192.0.2.0/24`; IPv6 is an extension that IMSVA may ignore"_s,
        u"`192.0.2.10`、`192.0.2.0/24`。IPv6 は拡張であり、IMSVA では無視される可能性があります"_s};
    Phrase domainForm{
        u"`example.com` is that name only; `*.example.com` is the domain and all names below it"_s,
        u"`example.com` はその名前だけ、`*.example.com` はそのドメインとすべてのサブドメイン"_s};
};

class Page
{
public:
    explicit Page(words::Language language) : m_language(language) {}

    QByteArray made()
    {
        line(u"<!-- SPDX-License-Identifier: GPL-3.0-or-later -->"_s);
        line(u"# "_s + in(m_phrases.title));
        line();
        line(in(m_phrases.intro));
        section(config::SectionKind::Globals, u"`[globals]`"_s, u"1.3, A1"_s, u"`[global]`"_s);
        section(config::SectionKind::EnforceActions, u"`[enforce_actions]`"_s, u"1.4"_s, {});
        section(config::SectionKind::Domain, in(m_phrases.anyDomain), u"1.5, A2, A8, A19"_s,
                u"`[example.com]`, `[*.example.com]`, `[*example.com]`"_s);
        line();
        line(u"## "_s + in(m_phrases.otherSections));
        line();
        line(words::help(config::SectionKind::Unknown) + u" (CFG-005, CFG-006)"_s);
        checks();
        return m_text.toUtf8();
    }

private:
    [[nodiscard]] QString in(const Phrase& phrase) const
    {
        return m_language == words::Language::Japanese ? phrase.ja : phrase.en;
    }

    void line(const QString& text = {}) { m_text += text + u'\n'; }

    void row(const Phrase& head, const QString& text) { line(u"| %1 | %2 |"_s.arg(in(head), text)); }

    static QString latin(std::string_view text)
    {
        return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
    }

    static QString code(const QString& text) { return u'`' + text + u'`'; }

    void section(config::SectionKind kind, const QString& title, const QString& specification,
                 const QString& otherNames)
    {
        line();
        line(u"## "_s + title);
        line();
        line(words::help(kind));
        line();
        line(u"%1: SPEC %2"_s.arg(in(m_phrases.specification), specification));
        if (!otherNames.isEmpty()) {
            line();
            line(u"%1: %2"_s.arg(in(m_phrases.alsoWritten), otherNames));
        }
        line();
        line(u"| %1 | %2 | %3 |"_s.arg(in(m_phrases.key), in(m_phrases.name), in(m_phrases.standard)));
        line(u"| --- | --- | --- |"_s);
        for (const config::KeySchema& key : config::keysOf(kind))
            line(u"| [`%1`](#%2) | %3 | %4 |"_s.arg(latin(key.key), latin(key.helpId), words::help(key).name,
                                                    standardOf(key)));
        for (const config::KeySchema& key : config::keysOf(kind))
            entry(key);
    }

    void entry(const config::KeySchema& key)
    {
        const words::SettingHelp help = words::help(key);
        line();
        line(u"<a id=\"%1\"></a>"_s.arg(latin(key.helpId)));
        line();
        line(u"### `%1`: %2"_s.arg(latin(key.key), help.name));
        line();
        line(help.meaning);
        line();
        line(u"| | |"_s);
        line(u"| --- | --- |"_s);
        row(m_phrases.type, typeOf(key));
        row(m_phrases.allowed, allowedOf(key));
        row(m_phrases.standard, standardOf(key));
        row(m_phrases.specification, u"SPEC "_s + specificationOf(key));
        row(m_phrases.since, latin(key.since));
        line();
        line(u"**%1:** %2"_s.arg(in(m_phrases.consequence), help.consequence));
        line();
        line(u"%1:"_s.arg(in(m_phrases.example)));
        line();
        line(u"```ini"_s);
        line(key.section == config::SectionKind::Globals          ? u"[globals]"_s
             : key.section == config::SectionKind::EnforceActions ? u"[enforce_actions]"_s
                                                                  : u"[*.example.com]"_s);
        line(u"%1 = %2"_s.arg(latin(key.key), exampleOf(key)));
        line(u"```"_s);
    }

    [[nodiscard]] QString typeOf(const config::KeySchema& key) const
    {
        switch (key.type) {
        case config::KeyType::Action:
            return in(m_phrases.action);
        case config::KeyType::YesNo:
            return in(m_phrases.yesNo);
        case config::KeyType::Integer:
            return in(m_phrases.integer);
        case config::KeyType::Reply:
            return in(m_phrases.reply);
        case config::KeyType::NetworkList:
            return in(m_phrases.networks);
        case config::KeyType::DomainList:
            break;
        }
        return in(m_phrases.domains);
    }

    [[nodiscard]] QString allowedOf(const config::KeySchema& key) const
    {
        switch (key.type) {
        case config::KeyType::Reply:
            return in(m_phrases.replyForm).arg(QLatin1Char(key.replyClass));
        case config::KeyType::NetworkList:
            return in(m_phrases.networkForm);
        case config::KeyType::DomainList:
            return in(m_phrases.domainForm);
        case config::KeyType::Action:
        case config::KeyType::YesNo:
        case config::KeyType::Integer:
            break;
        }
        QStringList values;
        for (const std::string_view value : config::allowedValues(key))
            values.append(code(latin(value)));
        const QString list = values.join(u", "_s);
        return key.type == config::KeyType::YesNo
                   ? u"%1 (%2 `true`, `false`, `on`, `off`, `1`, `0`)"_s.arg(list, in(m_phrases.alsoRead))
                   : list;
    }

    [[nodiscard]] QString standardOf(const config::KeySchema& key) const
    {
        if (key.section == config::SectionKind::Domain)
            return in(m_phrases.inherited);
        return key.defaultValue.empty() ? in(m_phrases.empty) : code(latin(key.defaultValue));
    }

    /// Sections and decisions of the specification.
    static QString specificationOf(const config::KeySchema& key)
    {
        if (key.section == config::SectionKind::EnforceActions)
            return u"1.4, A18"_s;
        if (key.section == config::SectionKind::Domain)
            return u"1.5, A8, A18"_s;
        switch (key.type) {
        case config::KeyType::Reply:
            return u"1.3, A17"_s;
        case config::KeyType::NetworkList:
            return key.key == "white_ip" ? u"1.3, A6, A10, A11, A12, A16"_s : u"1.3, A6, A10, A11"_s;
        case config::KeyType::DomainList:
            return u"1.3, A6, A7, A9, A20"_s;
        case config::KeyType::Integer:
            return u"1.3, 1.6"_s;
        case config::KeyType::YesNo:
            return key.key == "check_helo" ? u"1.3, A13, A14, A15"_s : u"1.3, 2.3, A4, A5, A16"_s;
        case config::KeyType::Action:
            break;
        }
        return key.key == "softfail" ? u"1.3, A3, A4, A18"_s : u"1.3, A4, A18"_s;
    }

    static QString exampleOf(const config::KeySchema& key)
    {
        switch (key.type) {
        case config::KeyType::NetworkList:
            return key.key == "white_ip" ? u"127.0.0.1, 192.0.2.0/24"_s : u"198.51.100.7, 203.0.113.0/24"_s;
        case config::KeyType::DomainList:
            return u"example.com, *.example.net"_s;
        case config::KeyType::Action:
            // What many would choose; the default is in the table above.
            return key.key == "fail"                                 ? u"block"_s
                   : key.key == "softfail" || key.key == "temperror" ? u"tempblock"_s
                                                                     : u"bypass"_s;
        case config::KeyType::YesNo:
        case config::KeyType::Integer:
        case config::KeyType::Reply:
            break;
        }
        return latin(key.defaultValue);
    }

    void checks()
    {
        line();
        line(u"## "_s + in(m_phrases.checks));
        line();
        line(u"SPEC 1.8. "_s + in(m_phrases.checksIntro));
        line();
        line(u"| %1 | %2 |"_s.arg(in(m_phrases.id), in(m_phrases.text)));
        line(u"| --- | --- |"_s);
        for (int number = 1; number <= config::ruleCount; ++number) {
            config::Finding finding;
            finding.rule = static_cast<config::Rule>(number);
            finding.args.assign(3, "…");
            line(u"| %1 | %2 |"_s.arg(QString::fromStdString(config::idOf(finding.rule)),
                                      words::message(finding)));
        }
    }

    words::Language m_language;
    Phrases m_phrases;
    QString m_text;
};

} // namespace

QString fileName(words::Language language)
{
    return u"config-reference.%1.md"_s.arg(words::code(language));
}

QByteArray page(words::Language language, words::LanguageSwitch& shown)
{
    shown.setChoice(language == words::Language::Japanese ? words::LanguageChoice::Japanese
                                                          : words::LanguageChoice::English);
    return Page(language).made();
}

} // namespace reference
