// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/postfix_words.h"

#include <QCoreApplication>

namespace words {

namespace {

struct PostfixWords
{
    Q_DECLARE_TR_FUNCTIONS(PostfixWords)
};

/// Argument `index` of a note; empty when it has none.
QString arg(const postfix::Note& note, std::size_t index)
{
    if (index >= note.args.size()) {
        return {};
    }
    return QString::fromUtf8(note.args[index].data(), static_cast<qsizetype>(note.args[index].size()));
}

QString patternOfWork(postfix::NoteCode code)
{
    switch (code) {
    case postfix::NoteCode::ServiceUncommented:
        return PostfixWords::tr("The service \"%1\" in master.cf is uncommented.");
    case postfix::NoteCode::ServiceAppended:
        return PostfixWords::tr("The service \"%1\" is added at the end of master.cf.");
    case postfix::NoteCode::ServiceCommented:
        return PostfixWords::tr("The service \"%1\" in master.cf is commented out.");
    case postfix::NoteCode::EntryInserted:
        return PostfixWords::tr("The check \"%2\" is put into %1.");
    case postfix::NoteCode::EntryRemoved:
        return PostfixWords::tr("The check \"%2\" is taken out of %1.");
    case postfix::NoteCode::ParameterAdded:
        return PostfixWords::tr("The parameter %1 is added: %2");
    case postfix::NoteCode::ParameterRemoved:
        return PostfixWords::tr("The parameter %1 is removed, as it would be empty.");
    case postfix::NoteCode::ParameterUncommented:
        return PostfixWords::tr("The parameter %1 is uncommented: %2");
    case postfix::NoteCode::ParameterCommented:
        return PostfixWords::tr("The parameter %1 is commented out.");
    case postfix::NoteCode::TimeLimitRaised:
        return PostfixWords::tr("The time limit %1 is raised from %2 to %3.");
    default:
        return {};
    }
}

QString patternOfState(postfix::NoteCode code)
{
    switch (code) {
    case postfix::NoteCode::ServicePresent:
        return PostfixWords::tr("The service \"%1\" is active in master.cf already.");
    case postfix::NoteCode::ServiceAbsent:
        return PostfixWords::tr("The service \"%1\" is not active in master.cf.");
    case postfix::NoteCode::EntryPresent:
        return PostfixWords::tr("%1 holds the check \"%2\" already.");
    case postfix::NoteCode::EntryAbsent:
        return PostfixWords::tr("No list holds the check \"%1\".");
    case postfix::NoteCode::TimeLimitPresent:
        return PostfixWords::tr("The time limit %1 is set already: %2");
    default:
        return {};
    }
}

QString patternOfAdvice(postfix::NoteCode code)
{
    switch (code) {
    case postfix::NoteCode::TimeLimitLow:
        return PostfixWords::tr("The time limit %1 = %2 is low; 3600 is recommended.");
    case postfix::NoteCode::TimeLimitNotNeeded:
        return PostfixWords::tr("The time limit %1 is not needed: the daemon runs by itself.");
    case postfix::NoteCode::AllSendersChecked:
        return PostfixWords::tr("Mail of your own networks and of authenticated senders is checked too. Put "
                                "your own networks into white_ip.");
    case postfix::NoteCode::SubmissionOverride:
        return PostfixWords::tr(
            "To leave authenticated senders unchecked, set \"-o %1=\" on the submission service in "
            "master.cf.");
    case postfix::NoteCode::CheckedTwice:
        return PostfixWords::tr("%1 holds the check \"%2\" as well: every recipient would be checked twice.");
    case postfix::NoteCode::NestedList:
        return PostfixWords::tr("%1 refers to \"%2\", which may hold more entries than are seen here.");
    case postfix::NoteCode::CheckProgram:
        return PostfixWords::tr(
            "This is not the Postfix of IMSVA: make sure that the user %2 and the program %3 "
            "exist, or name others in the entry \"%1\".");
    case postfix::NoteCode::ManualInsert:
        return PostfixWords::tr("%1 = %2 cannot be edited safely by a program. Put in by hand: %3");
    case postfix::NoteCode::ManualRemove:
        return PostfixWords::tr("%1 = %2 cannot be edited safely by a program. Take out by hand: %3");
    case postfix::NoteCode::ManualTimeLimit:
        return PostfixWords::tr("%1 = %2 cannot be edited safely by a program. Set it to 3600 by hand.");
    default:
        return {};
    }
}

} // namespace

QString message(const postfix::Note& note)
{
    QString pattern = patternOfWork(note.code);
    if (pattern.isEmpty()) {
        pattern = patternOfState(note.code);
    }
    if (pattern.isEmpty()) {
        pattern = patternOfAdvice(note.code);
    }
    if (pattern.contains(QLatin1String("%3"))) {
        return pattern.arg(arg(note, 0), arg(note, 1), arg(note, 2));
    }
    if (pattern.contains(QLatin1String("%2"))) {
        return pattern.arg(arg(note, 0), arg(note, 1));
    }
    return pattern.contains(QLatin1String("%1")) ? pattern.arg(arg(note, 0)) : pattern;
}

QString name(postfix::NoteKind kind)
{
    switch (kind) {
    case postfix::NoteKind::Done:
        return PostfixWords::tr("Change");
    case postfix::NoteKind::Nothing:
        return PostfixWords::tr("Nothing to do");
    case postfix::NoteKind::Advice:
        return PostfixWords::tr("Advice");
    case postfix::NoteKind::Manual:
        break;
    }
    return PostfixWords::tr("By hand");
}

} // namespace words
