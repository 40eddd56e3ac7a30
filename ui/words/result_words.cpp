// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/result_words.h"

#include <QCoreApplication>

namespace words {

namespace {

struct ResultWords
{
    Q_DECLARE_TR_FUNCTIONS(ResultWords)
};

} // namespace

QString word(spf::Result result)
{
    const std::string_view text = spf::word(result);
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

QString word(policy::Action action)
{
    switch (action) {
    case policy::Action::Bypass:
        return QStringLiteral("bypass");
    case policy::Action::TempBlock:
        return QStringLiteral("tempblock");
    case policy::Action::Block:
        return QStringLiteral("block");
    case policy::Action::Skip:
        break;
    }
    return QStringLiteral("skip");
}

QString meaning(spf::Result result)
{
    switch (result) {
    case spf::Result::Pass:
        return ResultWords::tr("authorised");
    case spf::Result::Neutral:
        return ResultWords::tr("no statement");
    case spf::Result::SoftFail:
        return ResultWords::tr("probably not authorised");
    case spf::Result::Fail:
        return ResultWords::tr("not authorised");
    case spf::Result::None:
        return ResultWords::tr("no record");
    case spf::Result::TempError:
        return ResultWords::tr("DNS trouble");
    case spf::Result::PermError:
        break;
    }
    return ResultWords::tr("broken record");
}

QString explanation(spf::Result result)
{
    switch (result) {
    case spf::Result::Pass:
        return ResultWords::tr("The domain says that this host may send its mail.");
    case spf::Result::Neutral:
        return ResultWords::tr("The domain says nothing about this host, neither for nor against it.");
    case spf::Result::SoftFail:
        return ResultWords::tr("The domain says that this host probably may not send its mail.");
    case spf::Result::Fail:
        return ResultWords::tr("The domain says that this host may not send its mail.");
    case spf::Result::None:
        return ResultWords::tr("No SPF record was found, or there was no domain to check.");
    case spf::Result::TempError:
        return ResultWords::tr("DNS gave no usable answer; the same check may succeed later.");
    case spf::Result::PermError:
        break;
    }
    return ResultWords::tr("The published record cannot be read; its owner has to repair it.");
}

QString meaning(policy::Action action)
{
    switch (action) {
    case policy::Action::Bypass:
        return ResultWords::tr("delivered");
    case policy::Action::TempBlock:
        return ResultWords::tr("rejected for now");
    case policy::Action::Block:
        return ResultWords::tr("rejected");
    case policy::Action::Skip:
        break;
    }
    return ResultWords::tr("not checked");
}

QString explanation(policy::Action action)
{
    switch (action) {
    case policy::Action::Bypass:
        return ResultWords::tr("The mail goes on to the next check.");
    case policy::Action::TempBlock:
        return ResultWords::tr(
            "The mail is refused with a 4xx reply; the sender's server tries again later.");
    case policy::Action::Block:
        return ResultWords::tr("The mail is refused for good with a 5xx reply; the sender gets a bounce.");
    case policy::Action::Skip:
        break;
    }
    return ResultWords::tr("The mail is exempt from the SPF check.");
}

QString name(policy::Identity identity)
{
    switch (identity) {
    case policy::Identity::MailFrom:
        return ResultWords::tr("MAIL FROM identity");
    case policy::Identity::Helo:
        return ResultWords::tr("HELO/EHLO identity");
    case policy::Identity::None:
        break;
    }
    return ResultWords::tr("no identity");
}

} // namespace words
