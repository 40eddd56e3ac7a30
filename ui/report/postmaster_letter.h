// SPDX-License-Identifier: GPL-3.0-or-later
// What to write to the postmaster of a domain whose mail did not pass: evidence and the cure, in the language
// of the reader.
#pragma once

#include "core/maillog/log.h"
#include "ui/words/language.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <optional>

namespace report {

struct Letter
{
    QString to;
    QString subject;
    QString body;
    friend bool operator==(const Letter&, const Letter&) = default;
};

/// The domain whose record was asked for: of MAIL FROM, else the HELO name. Nothing when that is no domain
/// name.
[[nodiscard]] std::optional<QString> domainAsked(const maillog::Check& check);

/// Only for checks with a result other than pass and with domainAsked(). `line` is the raw line; other
/// people's addresses in it are masked.
[[nodiscard]] Letter postmasterLetter(const maillog::Check& check, const QString& line,
                                      words::Language language);

/// A message that mail programs open as a draft (RFC 5322).
[[nodiscard]] QByteArray mailFile(const Letter& letter);

struct MailLink
{
    QUrl url;
    bool isCut = false; ///< the body was too long for a link
};

/// RFC 6068. The body is cut at a line where the link would be longer than `most` bytes.
[[nodiscard]] MailLink mailLink(const Letter& letter, qsizetype most = 16'000);

} // namespace report
