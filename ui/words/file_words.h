// SPDX-License-Identifier: GPL-3.0-or-later
// Why a file could not be read, written or understood, with place and cure.
#pragma once

#include "core/dns/recording.h"
#include "core/dns/zone_file.h"
#include "core/qtio/files/file_store.h"

#include <QString>

namespace words {

[[nodiscard]] QString message(const qtio::FileError& error);
/// A save that went well, but the history of saves could not take it.
[[nodiscard]] QString notKept(const qtio::FileError& error);

/// What is wrong with a line of a zone file; the place is told beside it.
[[nodiscard]] QString message(const dns::ZoneProblem& problem);
/// What is wrong with a line of recorded answers.
[[nodiscard]] QString message(const dns::RecordingError& error);

} // namespace words
