// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/file_words.h"

#include <QCoreApplication>

namespace words {

namespace {

struct FileWords
{
    Q_DECLARE_TR_FUNCTIONS(FileWords)
};

QString patternOf(qtio::FileError::Code code)
{
    switch (code) {
    case qtio::FileError::Code::NotFound:
        return FileWords::tr("%1: there is no such file. Check the path.");
    case qtio::FileError::Code::IsFolder:
        return FileWords::tr("%1 is a folder. Name a file in it.");
    case qtio::FileError::Code::NotAFile:
        return FileWords::tr("%1 is not a regular file.");
    case qtio::FileError::Code::NoPermission:
        return FileWords::tr("%1: permission denied. Use an account that may read and write there.");
    case qtio::FileError::Code::ReadOnly:
        return FileWords::tr("%1 cannot be written: it is protected against writing.");
    case qtio::FileError::Code::NoSpace:
        return FileWords::tr("%1 cannot be written: there is no space left.");
    case qtio::FileError::Code::TooLarge:
        return FileWords::tr("%1 is too large for a file of this kind.");
    case qtio::FileError::Code::Stale:
        return FileWords::tr(
            "%1 was changed by somebody else after it was read. Nothing was written; read it again.");
    case qtio::FileError::Code::OwnerWouldChange:
        return FileWords::tr("%1 would change its owner or group. Nothing was written; use its owner's "
                             "account with that group, "
                             "or root.");
    case qtio::FileError::Code::NoBackup:
        return FileWords::tr("%1 could not be written as a backup, so nothing was changed.");
    case qtio::FileError::Code::NoConnection:
        return FileWords::tr("%1: there is no connection to the host. Nothing was done.");
    case qtio::FileError::Code::ConnectionLost:
        return FileWords::tr("%1: the connection broke while it was written. Either all of it was written or "
                             "nothing; look at the file again.");
    case qtio::FileError::Code::Refused:
        return FileWords::tr("%1: administrator rights were not given. Nothing was written.");
    case qtio::FileError::Code::Cancelled:
        return FileWords::tr("%1: cancelled. Nothing was written.");
    case qtio::FileError::Code::Other:
        break;
    }
    return FileWords::tr("%1 cannot be used.");
}

QString patternOf(dns::ZoneProblem::Code code)
{
    switch (code) {
    case dns::ZoneProblem::Code::UnclosedQuote:
        return FileWords::tr("A quotation mark is not closed.");
    case dns::ZoneProblem::Code::UnbalancedParenthesis:
        return FileWords::tr("A parenthesis has no partner.");
    case dns::ZoneProblem::Code::BadEscape:
        return FileWords::tr("\"%1\" is not a valid escape.");
    case dns::ZoneProblem::Code::UnknownDirective:
        return FileWords::tr("\"%1\" is not a directive that is supported here.");
    case dns::ZoneProblem::Code::NoOwner:
        return FileWords::tr("The first record needs a name.");
    case dns::ZoneProblem::Code::MissingType:
        return FileWords::tr("The type of the record is missing.");
    case dns::ZoneProblem::Code::UnknownType:
        return FileWords::tr("Records of type \"%1\" are left out.");
    case dns::ZoneProblem::Code::MissingData:
        return FileWords::tr("The data of the record is missing.");
    case dns::ZoneProblem::Code::ExtraData:
        return FileWords::tr("\"%1\" is too much.");
    case dns::ZoneProblem::Code::BadName:
        return FileWords::tr("\"%1\" is not a name.");
    case dns::ZoneProblem::Code::BadAddress:
        return FileWords::tr("\"%1\" is not an address of this type.");
    case dns::ZoneProblem::Code::BadNumber:
        return FileWords::tr("\"%1\" is not a number that fits here.");
    case dns::ZoneProblem::Code::BadTtl:
        return FileWords::tr("\"%1\" is not a time to live.");
    case dns::ZoneProblem::Code::BadFailureWord:
        return FileWords::tr("\"%1\" is not a failure. Allowed are: timeout, servfail, refused");
    case dns::ZoneProblem::Code::StringTooLong:
        break;
    }
    return FileWords::tr("A string is longer than 255 octets; a name server would refuse it.");
}

} // namespace

QString message(const qtio::FileError& error)
{
    const QString sentence = patternOf(error.code).arg(error.path);
    return error.systemText.isEmpty() ? sentence : FileWords::tr("%1 (%2)").arg(sentence, error.systemText);
}

QString notKept(const qtio::FileError& error)
{
    return FileWords::tr("Saved, but this version could not be kept in the history: %1").arg(message(error));
}

QString message(const dns::ZoneProblem& problem)
{
    const QString pattern = patternOf(problem.code);
    const QString detail =
        QString::fromUtf8(problem.detail.data(), static_cast<qsizetype>(problem.detail.size()));
    return pattern.contains(QLatin1String("%1")) ? pattern.arg(detail) : pattern;
}

QString message(const dns::RecordingError& error)
{
    switch (error.code) {
    case dns::RecordingError::Code::NotARecording:
        return FileWords::tr("The file holds no recorded DNS answers. Make one with --save-dns.");
    case dns::RecordingError::Code::BadQuestion:
        return FileWords::tr("The question cannot be read.");
    case dns::RecordingError::Code::BadStatus:
        return FileWords::tr("The result of the question cannot be read.");
    case dns::RecordingError::Code::BadField:
        return FileWords::tr("A field of the answer cannot be read.");
    case dns::RecordingError::Code::BadQuoting:
        break;
    }
    return FileWords::tr("A quoted text cannot be read.");
}

} // namespace words
