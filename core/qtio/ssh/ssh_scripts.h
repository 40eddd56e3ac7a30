// SPDX-License-Identifier: GPL-3.0-or-later
// What runs on the other host, where nothing of ours is installed: POSIX sh with coreutils or busybox.
// Arguments and answers are described with each; the frame around them is SshJob's.
#pragma once

#include <QByteArray>

namespace qtio {

/// Arguments: path, largest size. Answers: "data", size, seconds of the change, "1" when writable, SHA-256,
/// bytes; or a failure.
[[nodiscard]] const QByteArray& readScript();

/// Arguments: path, largest size. Answers: "hash", SHA-256; or a failure.
[[nodiscard]] const QByteArray& lookScript();

/// Arguments: path, SHA-256 of the base ("-": no file), "1" for a backup, "1" when writing in place is
/// allowed, size and SHA-256 of the new content, which follows on standard input, tag for temporary files,
/// how many backups stay, largest size. Answers: "written", "1" when atomic, "1" when attributes were kept,
/// path of the backup; or a failure.
[[nodiscard]] const QByteArray& writeScript();

/// A failure: "failed", a FileError::Code by name or nothing, path, what the system said.

/// Arguments: lookAtFiles(), "1" to try sudo, then paths where a config.ini may be. Reads one line, then
/// answers "probe", the host's clock (date +%s.%N), and groups of fields, each a name and its values:
/// "zone" offset, name; "user" name, $SSH_CONNECTION; "sudo" "root", "yes", "no" or nothing, what it said;
/// "postfix" command, folder, version; "config" and "log": "user" or "sudo", path, owner, group, octal mode,
/// size, "1" when readable, "1" when writable.
[[nodiscard]] const QByteArray& probeScript();

/// What a log became longer by. Arguments: path, bytes known of it, how many of its first bytes are meant by
/// the SHA-256 that follows ("-": none), most bytes to send. Answers: "log", then "same", "rest" (it was
/// rotated, the bytes come from the member that holds it now) or "new" (it was rotated and all of it is
/// known), size, seconds of the change, name of the zone, its offset, "gzip" or "plain", bytes; or a failure.
[[nodiscard]] const QByteArray& growthScript();

/// What the journal became longer by, in the export form. Arguments: cursor or nothing, most bytes to send,
/// then journalctl's matches. Answers as growthScript().
[[nodiscard]] const QByteArray& journalScript();

/// What probeScript() runs to look at files, once for the user and once through sudo.
[[nodiscard]] const QByteArray& lookAtFiles();

} // namespace qtio
