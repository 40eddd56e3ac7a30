// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/test_words.h"

#include "ui/words/result_words.h"

#include <QCoreApplication>

namespace words {

namespace {

struct TestWords
{
    Q_DECLARE_TR_FUNCTIONS(TestWords)
};

} // namespace

QString testOutcome(bool passed)
{
    return passed ? TestWords::tr("ok") : TestWords::tr("failed");
}

QString comparison(const policy::PolicyCase& test, const policy::PolicyVerdict& verdict)
{
    return TestWords::tr("expected %1, got %2")
        .arg(words::word(test.expected), words::word(verdict.decision.action));
}

QString testSummary(int passed, int failed)
{
    return TestWords::tr("%Ln test mails: %1 ok, %2 failed", nullptr, passed + failed)
        .arg(passed)
        .arg(failed);
}

QString message(const qtio::CaseError& error)
{
    switch (error.code) {
    case qtio::CaseError::Code::UnclosedQuote:
        return TestWords::tr(
            "A quotation mark is not closed. Close it, or double it to mean the mark itself.");
    case qtio::CaseError::Code::TooManyFields:
        return TestWords::tr("There are more fields than the header names: “%1”. Put a text that holds the "
                             "separator in quotation marks.")
            .arg(error.text);
    case qtio::CaseError::Code::NotAnAddress:
        return error.text.isEmpty()
                   ? TestWords::tr(
                         "The address is missing. Write the connecting IP address in the column ip.")
                   : TestWords::tr("“%1” is no IP address. Write one address in the column ip, such as "
                                   "192.0.2.10 or 2001:db8::1.")
                         .arg(error.text);
    case qtio::CaseError::Code::NotAResult:
        return TestWords::tr("“%1” is no SPF result. Write pass, neutral, softfail, fail, none, temperror, "
                             "permerror or live in the column result.")
            .arg(error.text);
    case qtio::CaseError::Code::NotAnAction:
        break;
    }
    return error.text.isEmpty()
               ? TestWords::tr(
                     "The expected action is missing. Write bypass, tempblock, block or skip in the "
                     "column action.")
               : TestWords::tr(
                     "“%1” is no action. Write bypass, tempblock, block or skip in the column action.")
                     .arg(error.text);
}

QString message(qtio::CaseTableError error, const QString& path)
{
    if (error == qtio::CaseTableError::NotUtf8)
        return TestWords::tr("%1 cannot be used: it is not UTF-8. Save it again as “CSV UTF-8”.").arg(path);
    return TestWords::tr(
               "%1 cannot be used: its first line has to name the columns ip, helo, sender, result, "
               "action and note, in any order.")
        .arg(path);
}

QString rowMessage(std::size_t line, const qtio::CaseError& error)
{
    return TestWords::tr("line %1: %2").arg(line).arg(message(error));
}

} // namespace words
