// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that strangers chose (HELO names, senders), made fit for documents.
#pragma once

#include <QString>

#include <string_view>

namespace report {

/// Control characters, line separators and marks that turn the direction of writing become U+FFFD: nothing
/// of that is allowed in XML or could be trusted on paper.
[[nodiscard]] QString safeText(std::string_view bytes);
[[nodiscard]] QString safeText(const QString& text);

/// What is longer than any domain name loses its middle: one name must not fill a document.
[[nodiscard]] QString withoutMiddle(const QString& name);
/// Both, for a name in a table or a sentence.
[[nodiscard]] QString safeName(std::string_view bytes);
[[nodiscard]] QString safeName(const QString& name);

/// "***@example.jp"; a text without "@" becomes "***" as a whole, an empty one stays.
[[nodiscard]] QString maskedMailbox(const QString& mailbox);
/// Every mail address in a log line except `kept`, which is the sender's own business.
[[nodiscard]] QString maskedLine(const QString& line, const QString& kept);

} // namespace report
