// SPDX-License-Identifier: GPL-3.0-or-later
// What ssh is called with: where to, and one line that every login shell there (sh, bash, zsh, csh, fish)
// hands on unharmed to a POSIX sh.
#pragma once

#include "core/qtio/files/async_file_store.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace qtio {

/// "mx1", "tanaka@mx1.example.co.jp", "mx1:2222", "[2001:db8::25]:2222".
struct SshDestination
{
    QString name;
    int port = 0; ///< 0: as ssh's config says

    /// Nothing for what ssh would take as an option or cannot be the name of a host.
    [[nodiscard]] static std::optional<SshDestination> parse(const QString& host);
    /// The last words of a call of ssh.
    [[nodiscard]] QStringList arguments() const;
    friend bool operator==(const SshDestination&, const SshDestination&) = default;
};

/// A script as it is written in a source file, in one line: comment lines go, the others are joined by
/// blanks.
[[nodiscard]] QByteArray inOneLine(const QByteArray& script);

/// A word that arrives as the `printf %b` form of `bytes` (octal escapes), whatever shell reads it.
[[nodiscard]] QByteArray escapedWord(const QByteArray& bytes);

/// The remote command that runs `script` (one line; neither ' nor \ nor ! nor line ends in it) with `marker`
/// and the escaped `arguments`. It prints the marker and a line end before anything else, with the rights of
/// the user: then the host was reached, whatever becomes of sudo.
[[nodiscard]] QByteArray remoteCommand(const QByteArray& script, const QByteArray& marker,
                                       const QList<QByteArray>& arguments, Rights rights);

} // namespace qtio
