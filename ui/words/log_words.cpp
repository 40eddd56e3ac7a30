// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/log_words.h"

#include "core/maillog/filter_completion.h"
#include "ui/words/cli_words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace words {

namespace {

struct LogWords
{
    Q_DECLARE_TR_FUNCTIONS(LogWords)
};

QString fieldList()
{
    QString list;
    for (const maillog::FilterField field : maillog::allFilterFields) {
        const std::string_view name = maillog::word(field);
        list += QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())) + u": "_s;
    }
    return list.trimmed();
}

/// Places are bytes of the UTF-8 text.
qsizetype characterAt(const QByteArray& bytes, std::size_t position)
{
    return QString::fromUtf8(bytes.left(static_cast<qsizetype>(position))).size() + 1;
}

QString unknownWord(const QByteArray& expression, std::size_t position, const QString& piece)
{
    const maillog::FilterField field =
        maillog::placeAt(
            std::string_view(expression.constData(), static_cast<std::size_t>(expression.size())), position)
            .field;
    QStringList known;
    for (const std::string_view word : maillog::wordsOf(field)) {
        known.append(QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())));
    }
    const std::string_view name = maillog::word(field);
    return LogWords::tr("\"%1\" is not a value of %2. Values are: %3")
        .arg(piece, QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())) + u':',
             known.join(u", "_s));
}

} // namespace

QString placedMessage(const maillog::FilterError& error, const QString& expression)
{
    const bool isInside = error.code == maillog::FilterError::Code::BadRegex;
    return LogWords::tr("Character %1 of the filter: %2")
        .arg(characterAt(expression.toUtf8(), isInside ? error.reasonPosition : error.position))
        .arg(message(error, expression));
}

QString message(const maillog::FilterError& error, const QString& expression)
{
    const QByteArray bytes = expression.toUtf8();
    const QString piece = QString::fromUtf8(
        bytes.mid(static_cast<qsizetype>(error.position), static_cast<qsizetype>(error.length)));
    switch (error.code) {
    case maillog::FilterError::Code::UnknownField:
        return LogWords::tr("\"%1\" is not a field of a filter. Fields are: %2").arg(piece, fieldList());
    case maillog::FilterError::Code::MissingValue:
        return LogWords::tr("A value is missing after \"%1\".").arg(piece);
    case maillog::FilterError::Code::UnknownWord:
        return unknownWord(bytes, error.position, piece);
    case maillog::FilterError::Code::BadAddress:
        return LogWords::tr("\"%1\" is not an IP address or network.").arg(piece);
    case maillog::FilterError::Code::BadDomain:
        return LogWords::tr("\"%1\" is not a domain name.").arg(piece);
    case maillog::FilterError::Code::BadTime:
        return LogWords::tr("\"%1\" is not a time. Write it like 2025-11-20T14:00, -7d or -12h.").arg(piece);
    case maillog::FilterError::Code::BadRegex:
        return LogWords::tr("The regular expression %1 cannot be read from its character %2 on: %3")
            .arg(piece)
            .arg(characterAt(bytes, error.reasonPosition) - characterAt(bytes, error.position))
            .arg(QString::fromStdString(error.reason));
    case maillog::FilterError::Code::RegexFlag:
        return LogWords::tr(
                   "\"%1\" stands after a regular expression, where only \"i\" (any case) may. Put a "
                   "text with \"/\" in quotation marks.")
            .arg(piece);
    case maillog::FilterError::Code::LogicWord:
        return LogWords::tr(
                   "\"%1\" does not join terms: all of them must match. Several values: "
                   "result:fail,pass. Exclude: -result:fail. To look for the word, put it in quotation "
                   "marks.")
            .arg(piece);
    case maillog::FilterError::Code::Parenthesis:
        return LogWords::tr(
            "Terms cannot be put in parentheses: all of them must match. Several values: "
            "result:fail,pass. Exclude: -result:fail. To look for the text, put it in quotation "
            "marks.");
    case maillog::FilterError::Code::UnclosedQuote:
        return LogWords::tr("A quotation mark is not closed: %1").arg(piece);
    case maillog::FilterError::Code::UnclosedRegex:
        break;
    }
    return LogWords::tr("A regular expression is not closed by \"/\": %1").arg(piece);
}

QString help(maillog::FilterField field)
{
    switch (field) {
    case maillog::FilterField::Result:
        return LogWords::tr("What SPF said: result:fail,softfail");
    case maillog::FilterField::Action:
        return LogWords::tr("What was done with the mail: action:block");
    case maillog::FilterField::Identity:
        return LogWords::tr("Which identity was checked: identity:helo");
    case maillog::FilterField::Domain:
        return LogWords::tr("Domain of the sender: domain:*.example.jp");
    case maillog::FilterField::Ip:
        return LogWords::tr("Address or network of the client: ip:192.0.2.0/24");
    case maillog::FilterField::Helo:
        return LogWords::tr("Name the client gave: helo:mail.example.jp");
    case maillog::FilterField::From:
        return LogWords::tr("Envelope sender, <> for none: from:@example.jp");
    case maillog::FilterField::To:
        return LogWords::tr("Recipient: to:info@example.jp");
    case maillog::FilterField::Host:
        return LogWords::tr("Host that wrote the line: host:mx1");
    case maillog::FilterField::Rule:
        return LogWords::tr("Setting that decided: rule:globals.fail");
    case maillog::FilterField::Text:
        return LogWords::tr("Words or /regular expression/ in the line: text:\"not permitted\"");
    case maillog::FilterField::Since:
        return LogWords::tr("At this time or later: since:-7d");
    case maillog::FilterField::Until:
        break;
    }
    return LogWords::tr("Before this time: until:2025-11-21T12:00");
}

QString message(const qtio::LogFileError& error, const QString& path)
{
    switch (error.code) {
    case qtio::LogFileError::Code::NotFound:
        return cannotRead(path, FileTrouble::Missing);
    case qtio::LogFileError::Code::IsDirectory:
        return cannotRead(path, FileTrouble::Directory);
    case qtio::LogFileError::Code::IsDevice:
        return cannotRead(path, FileTrouble::Device);
    case qtio::LogFileError::Code::AccessDenied:
        return cannotRead(path, FileTrouble::Denied);
    case qtio::LogFileError::Code::Damaged:
        return logIsDamaged(path);
    case qtio::LogFileError::Code::BrokenEntries:
        return LogWords::
            tr("%1, line %2: a journal entry is cut or damaged. Entries that were not read as a whole: %3. "
               "Export that part of the journal again.")
                .arg(path)
                .arg(error.line)
                .arg(error.count);
    case qtio::LogFileError::Code::Zip:
        return LogWords::tr(
                   "%1 cannot be read: it is an archive of files (zip, 7z). Unpack it and name the log that was in it.")
            .arg(path);
    case qtio::LogFileError::Code::Utf16:
        return LogWords::
            tr("%1 cannot be read: its text is UTF-16. Convert it to UTF-8 first: iconv -f UTF-16 -t UTF-8")
                .arg(path);
    case qtio::LogFileError::Code::PackedTwice:
        return LogWords::tr("%1 cannot be read: it was packed twice. Unpack it once and name what comes out.")
            .arg(path);
    case qtio::LogFileError::Code::Changed:
        return logHasChanged(path);
    case qtio::LogFileError::Code::ReadFailed:
    case qtio::LogFileError::Code::Cancelled:
        break;
    }
    return cannotRead(path, FileTrouble::Failed, error.detail);
}

QString word(maillog::Action action)
{
    const std::string_view text = maillog::word(action);
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

QString name(maillog::Dialect dialect)
{
    switch (dialect) {
    case maillog::Dialect::PolicydSpf:
        return u"policyd-spf (Python)"_s;
    case maillog::Dialect::PolicySpfPerl:
        return u"policyd-spf (Perl)"_s;
    case maillog::Dialect::SpfPolicyd:
        return u"SPFPolicyd"_s;
    case maillog::Dialect::Vendor:
        return LogWords::tr("SPFPolicyd, form not known");
    case maillog::Dialect::Rspamd:
        return u"rspamd"_s;
    case maillog::Dialect::OpenDmarc:
        return u"OpenDMARC"_s;
    case maillog::Dialect::Tmems:
        return u"Trend Micro Email Security"_s;
    case maillog::Dialect::User:
        return LogWords::tr("Your own pattern");
    case maillog::Dialect::Postfix:
        break;
    }
    return u"Postfix"_s; // names of programs are the same in every language
}

QString note(maillog::RowFlag flag)
{
    switch (flag) {
    case maillog::RepeatedHour:
        return LogWords::tr("The clock showed this hour twice (end of summer time).");
    case maillog::NoYear:
        return LogWords::tr("The year is not in the log; it was worked out from the date of the file.");
    case maillog::NoTime:
        return LogWords::tr("The time could not be read; it is that of the check before.");
    case maillog::DetailOnly:
        return LogWords::tr("The log does not say what was done.");
    case maillog::Rejected:
        return LogWords::tr("Postfix refused the mail.");
    case maillog::OtherProgram:
        break;
    }
    return LogWords::tr("Another program (rspamd or OpenDMARC) gave a result for the same message.");
}

QString message(const maillog::PatternError& error)
{
    const QString detail =
        QString::fromUtf8(error.detail.data(), static_cast<qsizetype>(error.detail.size()));
    switch (error.code) {
    case maillog::PatternError::Code::Empty:
        return LogWords::tr("Write a regular expression.");
    case maillog::PatternError::Code::Malformed:
        return LogWords::tr("The regular expression cannot be read (character %1): %2")
            .arg(error.position + 1)
            .arg(detail);
    case maillog::PatternError::Code::UnknownGroup: {
        QStringList names;
        for (const maillog::PatternGroup group : maillog::allPatternGroups) {
            const std::string_view word = maillog::word(group);
            names.append(QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size())));
        }
        return LogWords::tr("\"%1\" is not the name of a group. Names are: %2")
            .arg(detail, names.join(u", "_s));
    }
    case maillog::PatternError::Code::NothingSaid:
        return LogWords::tr("A group named \"result\" or \"action\" is needed, as in (?<result>\\w+).");
    case maillog::PatternError::Code::MatchesAll:
        break;
    }
    return LogWords::tr("The pattern matches an empty line, so it would match every line.");
}

QString name(maillog::PatternGroup group)
{
    switch (group) {
    case maillog::PatternGroup::Time:
        return LogWords::tr("Time");
    case maillog::PatternGroup::Host:
        return LogWords::tr("Host");
    case maillog::PatternGroup::Result:
        return LogWords::tr("Result");
    case maillog::PatternGroup::Action:
        return LogWords::tr("Action");
    case maillog::PatternGroup::Ip:
        return LogWords::tr("Client address");
    case maillog::PatternGroup::Helo:
        return LogWords::tr("HELO name");
    case maillog::PatternGroup::Sender:
        return LogWords::tr("Sender");
    case maillog::PatternGroup::Recipient:
        return LogWords::tr("Recipient");
    case maillog::PatternGroup::Domain:
        return LogWords::tr("Domain");
    case maillog::PatternGroup::Rule:
        return LogWords::tr("Rule");
    case maillog::PatternGroup::QueueId:
        return LogWords::tr("Queue id");
    case maillog::PatternGroup::Identity:
        break;
    }
    return LogWords::tr("Identity");
}

QString logIsEmpty(const QString& path)
{
    return LogWords::tr("%1 is empty.").arg(path);
}

QString logHasNoChecks()
{
    return LogWords::tr("No line of an SPF policy program was found. Is it the right log?");
}

QString logIsOfOtherTime(const QString& first, const QString& last)
{
    return LogWords::tr("No check is of that period: the first one is of %1, the last one of %2.")
        .arg(first, last);
}

QString whyNoChecks()
{
    return LogWords::tr(
        "No line is from policyd-spf or SPFPolicyd. policyd-spf writes one for each check with "
        "\"debugLevel = 1\" or more in policyd-spf.conf, SPFPolicyd with \"log_level = 1\" or more "
        "in config.ini. Postfix must ask it: check_policy_service in smtpd_recipient_restrictions.");
}

QString logWasCut(const QString& path)
{
    return LogWords::
        tr("%1 was cut while it was followed, as copytruncate does: checks from before are still "
           "counted, but their lines are gone from the file. To read them, open its rotated copy as well.")
            .arg(path);
}

QString logHasJournalEntries(const QString& path, const maillog::LineCounts& counts)
{
    return LogWords::
        tr("%1, line %2: journal entries (JSON or export form) stand among lines of text; %3 lines of them "
           "were not read. Put the entries into a file of their own.")
            .arg(path)
            .arg(counts.journalLine)
            .arg(counts.journalEntries);
}

QString logHasGrown(const QString& path)
{
    return LogWords::tr("%1 became longer while it was read; the new lines are not counted.").arg(path);
}

QString logIsDamaged(const QString& path)
{
    return LogWords::
        tr("%1 is damaged or ends too early. What could be unpacked was read; from the damage on, lines may "
           "be missing or wrong.")
            .arg(path);
}

QString logHasChanged(const QString& path)
{
    return LogWords::tr("%1 was cut or replaced while it was read. Read it again.").arg(path);
}

QString logProgress(int percent)
{
    return LogWords::tr("%1 % read").arg(percent);
}

} // namespace words
