// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/safe_text.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace report {

namespace {

constexpr QChar replacement(0xFFFD);
constexpr qsizetype longestName = 253;  ///< letters, those of a domain name
constexpr qsizetype shownOfLonger = 48; ///< at either end

bool isUnfit(QChar c)
{
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format: // direction marks among them
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return c.unicode() >= 0xFFFE;
    }
}

QString masked(QString piece)
{
    // "%40" is "@" in the web address of a rejection.
    static const QRegularExpression mailbox(uR"([^\s<>=,;:"'&?/()]+(@|%40)(?=[A-Za-z0-9\[_-]))"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return piece.replace(mailbox, u"***\\1"_s);
}

QString percentEncoded(const QString& mailbox)
{
    QString text = mailbox;
    return text.replace(u'@', u"%40"_s);
}

} // namespace

QString safeText(const QString& text)
{
    QString safe = text;
    for (qsizetype i = 0; i < safe.size(); ++i) {
        const QChar c = safe[i];
        if (c.isHighSurrogate() && i + 1 < safe.size() && safe[i + 1].isLowSurrogate()) {
            ++i;
        } else if (c.isSurrogate() || isUnfit(c)) {
            safe[i] = replacement;
        }
    }
    return safe;
}

QString safeText(std::string_view bytes)
{
    return safeText(QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())));
}

QString withoutMiddle(const QString& name)
{
    if (name.size() <= longestName) {
        return name;
    }
    const bool splitsFirst = name[shownOfLonger - 1].isHighSurrogate();
    const bool splitsLast = name[name.size() - shownOfLonger].isLowSurrogate();
    return name.left(splitsFirst ? shownOfLonger - 1 : shownOfLonger) + u"\u2026"_s +
           name.right(splitsLast ? shownOfLonger - 1 : shownOfLonger);
}

QString safeName(std::string_view bytes)
{
    return safeName(QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())));
}

QString safeName(const QString& name)
{
    return safeText(withoutMiddle(name));
}

QString maskedMailbox(const QString& mailbox)
{
    if (mailbox.isEmpty()) {
        return {};
    }
    const qsizetype at = mailbox.lastIndexOf(u'@');
    return at < 0 ? u"***"_s : u"***"_s + mailbox.mid(at);
}

QString maskedLine(const QString& line, const QString& kept)
{
    if (kept.isEmpty()) {
        return masked(line);
    }
    static constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption;
    const QRegularExpression sender(
        QRegularExpression::escape(kept) + u'|' + QRegularExpression::escape(percentEncoded(kept)), anyCase);
    QString result;
    qsizetype from = 0;
    for (const QRegularExpressionMatch& match : sender.globalMatch(line)) {
        result += masked(line.mid(from, match.capturedStart() - from)) + match.captured();
        from = match.capturedEnd();
    }
    return result + masked(line.mid(from));
}

} // namespace report
