// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/sources/source_patterns.h"

#include <QCoreApplication>
#include <QSettings>

namespace ui {

namespace {

struct PatternWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::PatternWords)
};

const QString settingsKey = QStringLiteral("maillog/patterns");

/// A name stands on one line between brackets.
QString oneLine(QString name)
{
    return name.replace(QLatin1Char('\n'), QLatin1Char(' ')).replace(QLatin1Char('\r'), QLatin1Char(' '));
}

QString groupNames()
{
    QStringList names;
    for (const maillog::PatternGroup group : maillog::allPatternGroups) {
        const std::string_view name = maillog::word(group);
        names.append(QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())));
    }
    return names.join(QStringLiteral(", "));
}

} // namespace

UserPatterns readPatterns(const QSettings& settings)
{
    UserPatterns patterns;
    for (const QVariant& entry : settings.value(settingsKey).toList()) {
        const QVariantMap values = entry.toMap();
        patterns.push_back({values.value(QStringLiteral("name")).toString().toStdString(),
                            values.value(QStringLiteral("regex")).toString().toStdString()});
    }
    return patterns;
}

void writePatterns(QSettings& settings, const UserPatterns& patterns)
{
    QVariantList all;
    for (const maillog::UserPattern& pattern : patterns) {
        all.append(QVariantMap{{QStringLiteral("name"), QString::fromStdString(pattern.name)},
                               {QStringLiteral("regex"), QString::fromStdString(pattern.regex)}});
    }
    settings.setValue(settingsKey, all);
}

QByteArray patternFile(const UserPatterns& patterns)
{
    QByteArray bytes;
    for (const maillog::UserPattern& pattern : patterns) {
        bytes += '[' + oneLine(QString::fromStdString(pattern.name)).toUtf8() + "]\n" +
                 QByteArray::fromStdString(pattern.regex) + "\n\n";
    }
    return bytes;
}

UserPatterns patternsOfFile(const QByteArray& bytes)
{
    UserPatterns patterns;
    const QList<QByteArray> lines = bytes.split('\n');
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        const QByteArray head = lines[i].trimmed();
        QByteArray regex = lines[i + 1];
        if (regex.endsWith('\r')) {
            regex.chop(1);
        }
        if (head.startsWith('[') && head.endsWith(']') && head.size() > 1 && !regex.isEmpty()) {
            patterns.push_back({head.mid(1, head.size() - 2).toStdString(), regex.toStdString()});
            ++i;
        }
    }
    return patterns;
}

UserPatterns patternTemplates()
{
    return {
        {"SPFPolicyd: result=... client-ip=...",
         R"(SPFPolicyd(?:\[\d+\])?:.*?\bresult[=:] ?(?<result>\w+).*?\b(?:client[-_])?ip[=:] ?(?<ip>[0-9A-Fa-f.:]+))"
         R"((?:.*?\b(?:envelope[-_]from|sender|from)[=:] ?<?(?<sender>[^>\s;,]*))?(?:.*?\baction[=:] ?(?<action>\w+))?)"},
        {"Received-SPF: ...",
         R"(Received-SPF: (?<result>\w+).*?client-ip=(?<ip>[0-9A-Fa-f.:]+))"
         R"((?:.*?envelope-from="?<?(?<sender>[^">;\s]*))?(?:.*?helo=(?<helo>[^;\s]+))?)"},
    };
}

QString sentenceOf(const maillog::PatternError& error)
{
    const QString detail = QString::fromStdString(error.detail);
    switch (error.code) {
    case maillog::PatternError::Code::Empty:
        return PatternWords::tr("Write a regular expression with named groups.");
    case maillog::PatternError::Code::Malformed:
        return PatternWords::tr("Not a regular expression: %1").arg(detail);
    case maillog::PatternError::Code::UnknownGroup:
        return PatternWords::tr("No field is called \"%1\". The names are: %2.").arg(detail, groupNames());
    case maillog::PatternError::Code::NothingSaid:
        return PatternWords::tr("A check needs a group called \"result\" or \"action\".");
    case maillog::PatternError::Code::MatchesAll:
        break;
    }
    return PatternWords::tr("It matches an empty line, and so every line.");
}

} // namespace ui
