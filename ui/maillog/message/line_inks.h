// SPDX-License-Identifier: GPL-3.0-or-later
// The colours of a log line, the same in the message and in the raw view: programs by their kind, names and
// values of fields, result and action words, what happens to the mail.
#pragma once

#include "core/maillog/message.h"
#include "ui/common/tokens.h"

#include <QString>
#include <QStringView>

#include <vector>

namespace ui {

/// "postfix/smtpd[7]", with or without the pid.
[[nodiscard]] Ink programInk(QStringView program);

struct InkedPiece
{
    qsizetype start = 0;
    qsizetype length = 0;
    Ink ink = &Tokens::text;
    bool isBold = false;
    friend bool operator==(const InkedPiece&, const InkedPiece&) = default;
};

/// All of the text in order: field names, their values, the rest.
[[nodiscard]] std::vector<InkedPiece> inkedPieces(const QString& text);

struct EventLook
{
    QString icon; ///< empty: nothing to show
    Ink ink = &Tokens::secondaryText;
};

[[nodiscard]] EventLook lookOf(maillog::MessageEvent event);

} // namespace ui
