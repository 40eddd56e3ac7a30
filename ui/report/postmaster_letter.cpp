// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/postmaster_letter.h"

#include "core/net/domain_name.h"
#include "ui/report/filter_text.h"
#include "ui/report/phrase.h"
#include "ui/report/safe_text.h"
#include "ui/words/filled_text.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QStringList>

#include <string>
#include <vector>

using namespace Qt::StringLiterals;

namespace report {

namespace {

namespace say {
// %1 domain, %2 result, %3 client address, %4 our host
constexpr Phrase subject{u"SPF result \"%2\" for mail of %1 from %3",
                         u"%1 からのメールの SPF 評価結果(%2)について"};
constexpr Phrase greeting{u"To the postmaster of %1,", u"%1\nメールサーバ ご管理者様"};
constexpr Phrase opening{
    u"Our mail gateway %4 received a mail in the name of %1. The check of its sender by SPF (RFC 7208) gave "
    u"the result \"%2\".",
    u"お世話になっております。\n突然のご連絡にて失礼いたします。[会社名・氏名] と申します。\n\n"
    u"弊社のメールゲートウェイ(%4)が貴ドメイン %1 を送信元とするメールを受け付けた際、"
    u"SPF(RFC 7208)による検証の結果が「%2」となりました。"};
constexpr Phrase evidence{u"What we saw:", u"■ 検証の記録"};
constexpr Phrase meaning{u"What it means:", u"■ 評価結果の意味"};
constexpr Phrase cure{u"What we ask you to check:", u"■ ご確認いただきたい内容"};
constexpr Phrase forged{
    u"If the mail was not sent by you, your domain was forged. Your record has then done its work, and we "
    u"would only like you to know.",
    u"なお、お心当たりのない送信の場合は、第三者が貴ドメインを詐称した可能性がございます。"
    u"その場合は SPF レコードを変更していただく必要はなく、ご参考までにお知らせするものです。"};
constexpr Phrase forgedWithoutRecord{
    u"If the mail was not sent by you, your domain was forged, and such a record would let receivers notice.",
    u"なお、お心当たりのない送信の場合は、第三者が貴ドメインを詐称した可能性がございます。"
    u"SPF レコードを公開していただくことで、受信側で詐称を検知できるようになります。"};
constexpr Phrase closing{
    u"Please answer this mail if you need anything else.\n\nKind regards,\n[your name and organisation]",
    u"ご不明な点がございましたら、本メールへのご返信にてお知らせください。\n"
    u"お忙しいところ恐れ入りますが、ご確認のほどよろしくお願いいたします。\n\n[会社名・部署・氏名・連絡先]"};

constexpr Phrase time{u"Time", u"日時"};
constexpr Phrase client{u"Client address", u"接続元IPアドレス"};
constexpr Phrase helo{u"HELO name", u"HELO 名"};
constexpr Phrase sender{u"Envelope sender", u"エンベロープ送信者"};
constexpr Phrase asked{u"Domain checked", u"検証したドメイン"};
constexpr Phrase recipient{u"Recipient's domain", u"受信者のドメイン"};
constexpr Phrase result{u"SPF result", u"SPF 評価結果"};
constexpr Phrase mechanism{u"Term that matched", u"一致した SPF レコードの項目"};
constexpr Phrase action{u"Action taken", u"弊社での処理"};
constexpr Phrase logLine{u"Log line", u"ログ"};

constexpr Phrase blocked{u"rejected (5xx)", u"受信を拒否しました(5xx 応答)"};
constexpr Phrase deferred{u"deferred (4xx)", u"一時的に受信を拒否しました(4xx 応答)"};
constexpr Phrase accepted{u"accepted", u"受信しました"};
} // namespace say

struct Advice
{
    Phrase meaning;
    Phrase cure; ///< %1: the term that would allow the client, %2: domain
};

const Advice& adviceFor(spf::Result result)
{
    static constexpr Advice fail{
        {u"Your SPF record says that this client may not send mail for your domain.",
         u"貴ドメインの SPF レコードでは、この接続元からの送信は許可されていません。"},
        {u"If this client sends mail for you, please add it to the TXT record of %2, for example with \"%1\" "
         u"or the \"include:\" of your mail service, before the term that ends in \"all\". If it only "
         u"forwards "
         u"mail, it should rewrite the envelope sender (SRS).",
         u"この接続元が貴社の正規の送信元である場合は、%2 の TXT "
         u"レコードに「%1」またはご利用のメールサービスの「include:」を、末尾の all より前に"
         u"追加していただけますでしょうか。メールの転送による場合は、転送元でエンベロープ送信者の"
         u"書き換え(SRS)をご検討ください。"}};
    static constexpr Advice softfail{
        {u"Your SPF record says that this client is probably not allowed to send mail for your domain "
         u"(\"~all\").",
         u"貴ドメインの SPF "
         u"レコードでは、この接続元はおそらく許可されていない送信元とされています(「~all」)。"},
        {u"If this client sends mail for you, please add it to the TXT record of %2, for example with \"%1\" "
         u"or the \"include:\" of your mail service, before \"~all\". Once all of your senders are listed, "
         u"\"-all\" lets receivers reject forged mail.",
         u"この接続元が貴社の正規の送信元である場合は、%2 の TXT "
         u"レコードに「%1」またはご利用のメールサービスの「include:」を、「~all」より前に"
         u"追加していただけますでしょうか。すべての送信元を登録された後に「-all」へ変更していただくと、"
         u"受信側で詐称メールを拒否できるようになります。"}};
    static constexpr Advice neutral{
        {u"Your SPF record does not say whether this client may send mail for your domain.",
         u"貴ドメインの SPF レコードでは、この接続元からの送信の可否が示されていません。"},
        {u"If this client sends mail for you, please add it to the TXT record of %2, for example with "
         u"\"%1\", and end the record in \"~all\" or \"-all\".",
         u"この接続元が貴社の正規の送信元である場合は、%2 の TXT "
         u"レコードに「%1」などを追加し、レコードの末尾を「~all」または「-all」としていただけます"
         u"でしょうか。"}};
    static constexpr Advice none{
        {u"No SPF record was found for this domain, so nobody can tell your mail from forged mail by SPF.",
         u"このドメインには SPF レコードが見つからないため、正規のメールと詐称メールを SPF "
         u"で区別できません。"},
        {u"Please publish a TXT record for %2 that lists everything that sends mail for you, for example "
         u"\"v=spf1 %1 -all\".",
         u"%2 に、正規の送信元をすべて記載した TXT レコード(例: 「v=spf1 %1 "
         u"-all」)を公開していただけますでしょうか。"}};
    static constexpr Advice temperror{
        {u"The DNS servers asked for your SPF record did not answer, or answered with a failure "
         u"(SERVFAIL).",
         u"SPF レコードを問い合わせた際、DNS サーバから応答がないか、エラー(SERVFAIL)が返されました。"},
        {u"Please check that all name servers of %2, and of every domain its record includes, answer TXT "
         u"queries over UDP and TCP, and that DNSSEC signatures are valid.",
         u"%2 および SPF レコードの include "
         u"先のドメインについて、すべてのネームサーバが UDP と TCP の両方で TXT "
         u"の問い合わせに応答すること、DNSSEC "
         u"をご利用の場合は署名が有効であることをご確認いただけますでしょうか。"}};
    static constexpr Advice permerror{
        {u"The SPF record of your domain cannot be evaluated: every receiver that follows RFC 7208 gets this "
         u"error, also for mail that you send.",
         u"貴ドメインの SPF レコードが正しく評価できません。RFC 7208 "
         u"に従う受信側では、貴社が送信された正規のメールでも同じエラーとなります。"},
        {u"Please check that %2 has exactly one record that begins with \"v=spf1\", that it is spelled "
         u"correctly, and that it needs no more than 10 DNS look-ups including those of every \"include:\". "
         u"The client would be allowed by \"%1\".",
         u"%2 について、「v=spf1」で始まるレコードが 1 "
         u"つだけであること、記述に誤りがないこと、「include:」先も含めた DNS 参照が 10 "
         u"回以内であることをご確認いただけますでしょうか。この接続元を許可する場合の記述は「%1」です。"}};
    switch (result) {
    case spf::Result::SoftFail:
        return softfail;
    case spf::Result::Neutral:
        return neutral;
    case spf::Result::None:
        return none;
    case spf::Result::TempError:
        return temperror;
    case spf::Result::PermError:
        return permerror;
    case spf::Result::Fail:
    case spf::Result::Pass:
        break;
    }
    return fail;
}

std::optional<Phrase> actionPhrase(maillog::Action action)
{
    switch (action) {
    case maillog::Action::Block:
        return say::blocked;
    case maillog::Action::TempBlock:
        return say::deferred;
    case maillog::Action::Bypass:
        return say::accepted;
    case maillog::Action::Skip:
    case maillog::Action::Unknown:
        break;
    }
    return std::nullopt;
}

QString timeText(const maillog::Check& check)
{
    const auto wall = QDateTime::fromMSecsSinceEpoch(check.time, Qt::OffsetFromUTC, check.offsetMinutes * 60);
    const QString format = u"yyyy-MM-dd HH:mm:ss"_s;
    const QString text = u"%1 (%2)"_s.arg(wall.toString(format), zoneText(check.offsetMinutes));
    return check.offsetMinutes == 0 ? text : u"%1 = %2 UTC"_s.arg(text, wall.toUTC().toString(format));
}

/// Of a Received-SPF header in the line: "mechanism=-all".
QString mechanismIn(const QString& line)
{
    static const QRegularExpression mechanism(uR"(\bmechanism=["']?([^\s;"']+))"_s);
    return mechanism.match(line).captured(1);
}

/// Names of our settings and of our queue are nobody else's business. Quoted values are texts of the sender.
QString withoutOwnNames(const QString& line)
{
    static const QRegularExpression quotedOrOwn(
        uR"("(?:[^"\\]|\\.)*"|( (?:rule|instance|queue-id)=(?:"(?:[^"\\]|\\.)*"|\S*)))"_s);
    QString rest;
    qsizetype from = 0;
    for (const auto& match : quotedOrOwn.globalMatch(line)) {
        if (match.hasCaptured(1)) {
            rest += QStringView(line).mid(from, match.capturedStart() - from);
            from = match.capturedEnd();
        }
    }
    rest += QStringView(line).mid(from);
    return rest;
}

/// The term that would allow the client.
QString termFor(const maillog::Check& check)
{
    if (!check.address) {
        return u"ip4:192.0.2.1"_s;
    }
    const net::IpAddress address = check.address->unmapped();
    return (address.isV4() ? u"ip4:"_s : u"ip6:"_s) + QString::fromStdString(address.toString());
}

QStringList evidenceLines(const maillog::Check& check, const QString& line, const QString& domain,
                          words::Language language)
{
    QStringList lines;
    const auto add = [&lines, language](const Phrase& name, const QString& value) {
        if (!value.isEmpty()) {
            lines.append(u"  %1: %2"_s.arg(name.in(language), value));
        }
    };
    const QString recipient = safeText(check.recipient);
    add(say::time, timeText(check));
    add(say::client, check.address ? QString::fromStdString(check.address->toString()) : QString());
    add(say::helo, safeName(check.helo));
    add(say::sender, u'<' + safeName(check.sender) + u'>');
    add(say::asked, domain);
    add(say::recipient, recipient.contains(u'@') ? recipient.section(u'@', -1) : QString());
    add(say::result, safeText(spf::word(*check.result)));
    add(say::mechanism, mechanismIn(line));
    if (const auto action = actionPhrase(check.action)) {
        add(say::action, action->in(language));
    }
    if (!line.isEmpty()) {
        lines.append(u"  %1:"_s.arg(say::logLine.in(language)));
        const bool isOurs = check.dialect == maillog::Dialect::SpfPolicyd;
        lines.append(u"    "_s +
                     maskedLine(safeText(isOurs ? withoutOwnNames(line) : line), safeText(check.sender)));
    }
    return lines;
}

/// RFC 2047: words of at most 75 characters that never part a character.
QByteArray encodedWords(const QString& text)
{
    constexpr qsizetype mostBytes = 39; // with "Subject: " in front no line is longer than 76
    QByteArrayList encoded;
    QByteArray piece;
    const auto flush = [&encoded, &piece] {
        encoded.append("=?UTF-8?B?" + piece.toBase64() + "?=");
        piece.clear();
    };
    for (const char32_t c : text.toUcs4()) {
        const QByteArray bytes = QString::fromUcs4(&c, 1).toUtf8();
        if (piece.size() + bytes.size() > mostBytes) {
            flush();
        }
        piece += bytes;
    }
    flush();
    return encoded.join("\r\n ");
}

} // namespace

std::optional<QString> domainAsked(const maillog::Check& check)
{
    for (const std::string_view name : {check.domain, check.helo}) {
        const auto domain = net::DomainName::parse(name);
        if (domain && domain->hasSeveralLabels()) {
            return QString::fromStdString(domain->ascii());
        }
        if (!check.domain.empty()) {
            break;
        }
    }
    return std::nullopt;
}

Letter postmasterLetter(const maillog::Check& check, const QString& line, words::Language language)
{
    const QString domain = domainAsked(check).value_or(QString());
    const QString client =
        check.address ? QString::fromStdString(check.address->toString()) : safeName(check.helo);
    const Advice& advice = adviceFor(*check.result);
    const auto filled = [language](const Phrase& phrase, const std::vector<std::string>& values) {
        return words::filled(phrase.in(language), values);
    };
    const std::vector<std::string> facts{domain.toStdString(), std::string(spf::word(*check.result)),
                                         client.toStdString(), safeText(check.host).toStdString()};
    const std::vector<std::string> cure{termFor(check).toStdString(), domain.toStdString()};
    const Phrase& forged = check.result == spf::Result::None ? say::forgedWithoutRecord : say::forged;
    const QStringList parts{
        filled(say::greeting, facts),
        filled(say::opening, facts),
        say::evidence.in(language) + u'\n' + evidenceLines(check, line, domain, language).join(u'\n'),
        say::meaning.in(language) + u'\n' + advice.meaning.in(language),
        say::cure.in(language) + u'\n' + filled(advice.cure, cure),
        forged.in(language),
        say::closing.in(language),
    };
    return {u"postmaster@"_s + domain, filled(say::subject, facts), parts.join(u"\n\n"_s) + u'\n'};
}

QByteArray mailFile(const Letter& letter)
{
    QString body = letter.body;
    body.replace(u"\r\n"_s, u"\n"_s).replace(u"\n"_s, u"\r\n"_s);
    const QByteArray encoded = body.toUtf8().toBase64();
    constexpr qsizetype lineLength = 76;
    QByteArray text = "X-Unsent: 1\r\nTo: " + letter.to.simplified().toUtf8() +
                      "\r\nSubject: " + encodedWords(letter.subject.simplified()) +
                      "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\n"
                      "Content-Transfer-Encoding: base64\r\n\r\n";
    for (qsizetype at = 0; at < encoded.size(); at += lineLength) {
        text += encoded.mid(at, lineLength) + "\r\n";
    }
    return text;
}

MailLink mailLink(const Letter& letter, qsizetype most)
{
    const QByteArray head = "mailto:" + QUrl::toPercentEncoding(letter.to, "@") +
                            "?subject=" + QUrl::toPercentEncoding(letter.subject) + "&body=";
    const QStringList lines = letter.body.split(u'\n');
    QByteArray body;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QByteArray line = (i == 0 ? "" : "%0D%0A") + QUrl::toPercentEncoding(lines[i]);
        if (head.size() + body.size() + line.size() > most) {
            return {QUrl::fromEncoded(head + body, QUrl::StrictMode), true};
        }
        body += line;
    }
    return {QUrl::fromEncoded(head + body, QUrl::StrictMode), false};
}

} // namespace report
