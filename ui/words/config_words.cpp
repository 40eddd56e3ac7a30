// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/config_words.h"

#include "ui/words/filled_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace words {

namespace {

struct ConfigWords
{
    Q_DECLARE_TR_FUNCTIONS(ConfigWords)
};

QString text(const std::string& bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

/// The texts of SPEC 1.8, by number.
const char* usualText(config::Rule rule)
{
    static constexpr std::array<const char*, config::ruleCount> texts{
        QT_TRANSLATE_NOOP("ConfigWords", "Key \"%1\" appears before any section; it has no effect."),
        QT_TRANSLATE_NOOP("ConfigWords", "Section \"%1\" is defined more than once; the later values win."),
        QT_TRANSLATE_NOOP("ConfigWords", "Key \"%1\" is repeated; the last value is used."),
        QT_TRANSLATE_NOOP("ConfigWords", "Line %1 cannot be read (no \"=\")."),
        QT_TRANSLATE_NOOP(
            "ConfigWords",
            "[DEFAULT] has a special meaning for the vendor script; move its keys to [globals]."),
        QT_TRANSLATE_NOOP("ConfigWords", "\"%1\" is neither a known section nor a domain name."),
        QT_TRANSLATE_NOOP("ConfigWords", "Unknown key \"%1\" (did you mean \"%2\"?)."),
        QT_TRANSLATE_NOOP("ConfigWords", "\"%\" in a value can break the vendor script."),
        QT_TRANSLATE_NOOP("ConfigWords", "Section is named [global]; the product uses [globals]."),
        QT_TRANSLATE_NOOP("ConfigWords", "Reply must be a %1xx code, a space and a text. \"%2\" would be "
                                         "treated by Postfix as PERMIT or as a configuration error."),
        QT_TRANSLATE_NOOP("ConfigWords", "Text contains \" ;\" which may be cut off as a comment."),
        QT_TRANSLATE_NOOP("ConfigWords",
                          "\"%1\" is not an action (bypass, tempblock, block). Default \"%2\" is used."),
        QT_TRANSLATE_NOOP("ConfigWords", "Use yes or no."),
        QT_TRANSLATE_NOOP(
            "ConfigWords",
            "\"softfail\" is not set; the manual is ambiguous about its default. Set it explicitly."),
        QT_TRANSLATE_NOOP("ConfigWords", "log_level must be 0-4."),
        QT_TRANSLATE_NOOP("ConfigWords", "log_level 4 is for troubleshooting only."),
        QT_TRANSLATE_NOOP("ConfigWords", "log_level 0: results cannot be analysed in this program."),
        QT_TRANSLATE_NOOP("ConfigWords", "Reply text has non-ASCII characters."),
        QT_TRANSLATE_NOOP("ConfigWords", "Reply line longer than 512 octets."),
        QT_TRANSLATE_NOOP("ConfigWords", "\"%1\" has no effect in a domain section."),
        QT_TRANSLATE_NOOP("ConfigWords", "\"%1\" is not a valid IP address or network."),
        QT_TRANSLATE_NOOP("ConfigWords", "IPv6 entry \"%1\" may be ignored by IMSVA (IPv4 only)."),
        QT_TRANSLATE_NOOP("ConfigWords", "127.0.0.1 is not in white_ip any more."),
        QT_TRANSLATE_NOOP("ConfigWords", "Host bits set in \"%1\"; did you mean %2?"),
        QT_TRANSLATE_NOOP("ConfigWords", "\"%1\" is covered by \"%2\"."),
        QT_TRANSLATE_NOOP("ConfigWords", "Very wide network \"%1\" exempts %2 addresses."),
        QT_TRANSLATE_NOOP("ConfigWords", "\"%1\" is not a valid domain name."),
        QT_TRANSLATE_NOOP("ConfigWords", "\"%1\" is a mail address; only its domain is used here."),
        QT_TRANSLATE_NOOP("ConfigWords", "\"%1\" is a public suffix: the entry covers a whole registry."),
        QT_TRANSLATE_NOOP("ConfigWords",
                          "\"%1\" is in both the approved and the enforce list; the approved list wins."),
        QT_TRANSLATE_NOOP("ConfigWords", "pass = %1 rejects authorised mail."),
        QT_TRANSLATE_NOOP("ConfigWords",
                          "Section \"%1\" hides wildcard \"%2\"; keys %3 come from globals instead."),
        QT_TRANSLATE_NOOP(
            "ConfigWords",
            "white_domain \"%1\": forged mail of this domain is exempted too. Prefer white_ip."),
        QT_TRANSLATE_NOOP("ConfigWords", "none = block rejects every domain without an SPF record."),
        QT_TRANSLATE_NOOP("ConfigWords",
                          "temperror = block turns a DNS outage into lost mail; use tempblock."),
        QT_TRANSLATE_NOOP("ConfigWords",
                          "Section \"%1\" can never match (covered by an approved/enforce entry)."),
        QT_TRANSLATE_NOOP("ConfigWords", "All seven actions equal the globals; the section has no effect."),
        QT_TRANSLATE_NOOP("ConfigWords",
                          "Own networks (mynetworks %1) are not in white_ip; outgoing mail is checked too."),
        QT_TRANSLATE_NOOP("ConfigWords", "[enforce_actions] is set but both enforce lists are empty."),
        QT_TRANSLATE_NOOP(
            "ConfigWords",
            "Own domain \"%1\" is in white_domain: spoofing of your own domain is not detected."),
        QT_TRANSLATE_NOOP("ConfigWords", "Cloud pre-filter in use but its range %1 is missing in white_ip."),
        QT_TRANSLATE_NOOP("ConfigWords", "Text after \" #\" is read as part of the value by Python scripts; "
                                         "put the comment on a line of its own."),
    };
    return texts[static_cast<std::size_t>(rule) - 1];
}

const char* patternOf(const config::Finding& finding)
{
    switch (finding.variant) {
    case config::Variant::ReplySecondDigit:
        return QT_TRANSLATE_NOOP(
            "ConfigWords",
            "The second digit of the reply code in \"%2\" is above 5; mail servers may not understand it.");
    case config::Variant::ReplyDisconnects:
        return QT_TRANSLATE_NOOP("ConfigWords",
                                 "With the code in \"%2\" Postfix also closes the connection.");
    case config::Variant::NoSuggestion:
        return QT_TRANSLATE_NOOP("ConfigWords", "Unknown key \"%1\".");
    case config::Variant::JunkAfterHeader:
        return QT_TRANSLATE_NOOP("ConfigWords",
                                 "Line %1 has text after the closing bracket of its section name.");
    case config::Variant::Usual:
        break;
    }
    return usualText(finding.rule);
}

const char* patternOf(config::FixCode code)
{
    switch (code) {
    case config::FixCode::MoveToGlobals:
        return QT_TRANSLATE_NOOP("ConfigWords", "Move \"%1\" to [globals]");
    case config::FixCode::MergeSections:
        return QT_TRANSLATE_NOOP("ConfigWords", "Merge the sections [%1]");
    case config::FixCode::RemoveEarlier:
        return QT_TRANSLATE_NOOP("ConfigWords", "Remove the earlier \"%1\"");
    case config::FixCode::CommentOut:
        return QT_TRANSLATE_NOOP("ConfigWords", "Comment out the line");
    case config::FixCode::RemoveIndent:
        return QT_TRANSLATE_NOOP("ConfigWords", "Remove the blanks at the start of the line");
    case config::FixCode::RemoveJunk:
        return QT_TRANSLATE_NOOP("ConfigWords", "Remove \"%1\"");
    case config::FixCode::RenameSection:
        return QT_TRANSLATE_NOOP("ConfigWords", "Rename the section to [%1]");
    case config::FixCode::RenameKey:
        return QT_TRANSLATE_NOOP("ConfigWords", "Rename the key to \"%1\"");
    case config::FixCode::EscapePercent:
        return QT_TRANSLATE_NOOP("ConfigWords", "Double the percent sign");
    case config::FixCode::SetValue:
        return QT_TRANSLATE_NOOP("ConfigWords", "Set %1 = %2");
    case config::FixCode::RemoveBlank:
        return QT_TRANSLATE_NOOP("ConfigWords", "Remove the blank before the semicolon");
    case config::FixCode::MoveComment:
        return QT_TRANSLATE_NOOP("ConfigWords", "Move the comment to a line of its own");
    case config::FixCode::RemoveKey:
        return QT_TRANSLATE_NOOP("ConfigWords", "Remove the key \"%1\"");
    case config::FixCode::ReplaceItem:
        return QT_TRANSLATE_NOOP("ConfigWords", "Replace \"%1\" by \"%2\"");
    case config::FixCode::RemoveItem:
        return QT_TRANSLATE_NOOP("ConfigWords", "Remove the entry \"%1\"");
    case config::FixCode::AddItems:
        return QT_TRANSLATE_NOOP("ConfigWords", "Add to %1: %2");
    case config::FixCode::CopyKeys:
        return QT_TRANSLATE_NOOP("ConfigWords", "Copy %2 from [%1]");
    case config::FixCode::RemoveSection:
        break;
    }
    return QT_TRANSLATE_NOOP("ConfigWords", "Remove the section [%1]");
}

} // namespace

QString message(const config::Finding& finding)
{
    return filled(ConfigWords::tr(patternOf(finding)), finding.args);
}

QString shownMessage(const config::Finding& finding)
{
    std::vector<std::string> args = finding.args;
    if (finding.rule == config::Rule::WideNetwork && args.size() > 1) {
        QString digits = QString::fromStdString(args[1]);
        for (qsizetype i = digits.size() - 3; i > 0; i -= 3)
            digits.insert(i, QLocale().groupSeparator());
        args[1] = digits.toStdString();
    }
    return filled(ConfigWords::tr(patternOf(finding)), args);
}

QString title(const config::Fix& fix)
{
    return filled(ConfigWords::tr(patternOf(fix.code)), fix.args);
}

QString name(config::Severity severity)
{
    switch (severity) {
    case config::Severity::Error:
        return ConfigWords::tr("Error");
    case config::Severity::Warning:
        return ConfigWords::tr("Warning");
    case config::Severity::Info:
        break;
    }
    return ConfigWords::tr("Note");
}

QString message(config::EditError::Code code)
{
    switch (code) {
    case config::EditError::Code::BadSectionName:
        return ConfigWords::tr("A section name may not be empty and may not hold \"]\" or a line break.");
    case config::EditError::Code::BadKeyName:
        return ConfigWords::tr("A key name may not be empty and may not hold \"=\", \":\" or a line break.");
    case config::EditError::Code::BadValue:
        return ConfigWords::tr("The value would not read back as it is: it holds a line break, a control "
                               "character or the beginning of a comment.");
    case config::EditError::Code::NoSuchSection:
        return ConfigWords::tr("There is no such section.");
    case config::EditError::Code::SectionExists:
        return ConfigWords::tr("A section of this name is there already.");
    case config::EditError::Code::NotText:
        break;
    }
    return ConfigWords::tr("It is UTF-16, or no text at all. Convert it to UTF-8 first.");
}

QString sentence(const config::Change& change)
{
    const QString section = text(change.section);
    const QString key = text(change.key);
    switch (change.kind) {
    case config::ChangeKind::SectionAdded:
        return ConfigWords::tr("Section [%1] added").arg(section);
    case config::ChangeKind::SectionRemoved:
        return ConfigWords::tr("Section [%1] removed").arg(section);
    case config::ChangeKind::KeyAdded:
        return ConfigWords::tr("[%1] %2 added: %3").arg(section, key, text(change.newWritten.value_or("")));
    case config::ChangeKind::KeyRemoved:
        return ConfigWords::tr("[%1] %2 removed (was: %3)")
            .arg(section, key, text(change.oldWritten.value_or("")));
    case config::ChangeKind::KeyChanged:
        break;
    }
    return ConfigWords::tr("[%1] %2 changed: %3 -> %4")
        .arg(section, key, text(change.oldWritten.value_or("")), text(change.newWritten.value_or("")));
}

} // namespace words
