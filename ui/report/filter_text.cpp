// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/filter_text.h"

#include "ui/report/phrase.h"
#include "ui/report/safe_text.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace report {

namespace {

using maillog::FilterField;

struct Sentence
{
    Phrase holds;   ///< %1: the values
    Phrase negated; ///< likewise
};

/// By FilterField.
constexpr std::array sentences{
    Sentence{{u"Result: %1", u"評価結果: %1"}, {u"Result: not %1", u"評価結果: %1 以外"}},
    Sentence{{u"Action: %1", u"処理: %1"}, {u"Action: not %1", u"処理: %1 以外"}},
    Sentence{{u"Identity checked: %1", u"検査した送信者情報: %1"},
             {u"Identity checked: not %1", u"検査した送信者情報: %1 以外"}},
    Sentence{{u"Sender domain: %1", u"送信者ドメイン: %1"},
             {u"Sender domain: not %1", u"送信者ドメイン: %1 以外"}},
    Sentence{{u"Client address: %1", u"接続元IPアドレス: %1"},
             {u"Client address: not %1", u"接続元IPアドレス: %1 以外"}},
    Sentence{{u"HELO name: %1", u"HELO 名: %1"}, {u"HELO name: not %1", u"HELO 名: %1 以外"}},
    Sentence{{u"Sender: %1", u"送信者: %1"}, {u"Sender: not %1", u"送信者: %1 以外"}},
    Sentence{{u"Recipient: %1", u"受信者: %1"}, {u"Recipient: not %1", u"受信者: %1 以外"}},
    Sentence{{u"Host of the log: %1", u"ログのホスト: %1"},
             {u"Host of the log: not %1", u"ログのホスト: %1 以外"}},
    Sentence{{u"Rule that decided: %1", u"決定したルール: %1"},
             {u"Rule that decided: not %1", u"決定したルール: %1 以外"}},
    Sentence{{u"Text of the line: %1", u"行の文字列: %1"},
             {u"Text of the line: not %1", u"行の文字列: %1 を含まない"}},
    Sentence{{u"From %1 on", u"%1 以降"}, {u"Not from %1 on", u"%1 以降を除く"}},
    Sentence{{u"Before %1", u"%1 より前"}, {u"Not before %1", u"%1 より前を除く"}},
};
static_assert(sentences.size() == maillog::allFilterFields.size());

constexpr Phrase orWord{u" or ", u" または "};
constexpr Phrase whereWord{u"ends with \"%1\"", u"末尾が「%1」"};
constexpr Phrase containsWord{u"contains \"%1\"", u"「%1」を含む"};

QString patternText(const maillog::TextPattern& pattern, words::Language language)
{
    const QString text = safeName(pattern.text);
    switch (pattern.kind) {
    case maillog::TextPattern::Kind::Exact:
    case maillog::TextPattern::Kind::Wildcard:
        return text;
    case maillog::TextPattern::Kind::Suffix:
        return whereWord.in(language).arg(text);
    case maillog::TextPattern::Kind::Contains:
        return containsWord.in(language).arg(text);
    case maillog::TextPattern::Kind::Regex:
        break;
    }
    return u'/' + text + u'/';
}

struct ValueText
{
    int offsetMinutes;
    words::Language language;

    QString operator()(spf::Result result) const { return safeText(spf::word(result)); }

    QString operator()(maillog::Action action) const { return safeText(maillog::word(action)); }

    QString operator()(policy::Identity identity) const { return safeText(policy::word(identity)); }

    QString operator()(const net::DomainPattern& domain) const { return safeText(domain.canonical()); }

    QString operator()(const net::Network& network) const { return safeText(network.toString()); }

    QString operator()(const maillog::TextPattern& pattern) const { return patternText(pattern, language); }

    QString operator()(std::int64_t time) const { return minuteText(time, offsetMinutes); }
};

} // namespace

QString minuteText(std::int64_t time, int offsetMinutes)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::OffsetFromUTC, offsetMinutes * 60)
        .toString(u"yyyy-MM-dd HH:mm"_s);
}

QString zoneText(int offsetMinutes)
{
    const int minutes = std::abs(offsetMinutes);
    return u"UTC%1%2:%3"_s.arg(QChar(offsetMinutes < 0 ? u'-' : u'+'))
        .arg(minutes / 60, 2, 10, QChar(u'0'))
        .arg(minutes % 60, 2, 10, QChar(u'0'));
}

QStringList filterText(const maillog::Filter& filter, int offsetMinutes, words::Language language)
{
    struct Group
    {
        FilterField field;
        bool negated;
        bool bareWord;
        QStringList values;
    };

    const ValueText text{offsetMinutes, language};
    std::vector<Group> groups;
    for (const maillog::FilterTerm& term : filter.terms()) {
        // Bare words must all be there; of one field any will do.
        auto group = std::ranges::find_if(groups, [&term](const Group& known) {
            return !term.bareWord && !known.bareWord && known.field == term.field &&
                   known.negated == term.negated;
        });
        if (group == groups.end()) {
            group = groups.insert(groups.end(), {term.field, term.negated, term.bareWord, {}});
        }
        for (const maillog::FilterValue& value : term.anyOf) {
            group->values.append(std::visit(text, value));
        }
    }
    QStringList lines;
    for (const Group& group : groups) {
        const Sentence& sentence = sentences[static_cast<std::size_t>(group.field)];
        const QString values = group.values.join(orWord.in(language));
        lines.append((group.negated ? sentence.negated : sentence.holds).in(language).arg(values));
    }
    return lines;
}

} // namespace report
