// SPDX-License-Identifier: GPL-3.0-or-later
// A document and its file of this computer, as the window has them, with calls that give the outcome at once:
// files of this computer answer before the call returns.
#pragma once

#include "core/qtio/files/local_files.h"
#include "ui/config/config_file.h"

namespace test {

using Outcome = std::optional<qtio::FileError>;

inline ui::ConfigFile::Done into(Outcome& outcome)
{
    outcome = qtio::FileError{qtio::FileError::Code::Other, {}, 0, QStringLiteral("not answered at once")};
    return [&outcome](const Outcome& told) { outcome = told; };
}

inline Outcome openNow(ui::ConfigFile& file, const QString& path)
{
    Outcome outcome;
    file.open(qtio::FilePlace::fromText(path), qtio::Rights::User, into(outcome));
    return outcome;
}

inline Outcome writeNow(ui::ConfigFile& file)
{
    Outcome outcome;
    file.write({}, into(outcome));
    return outcome;
}

inline Outcome writeAsNow(ui::ConfigFile& file, const QString& path)
{
    Outcome outcome;
    file.writeAs(qtio::FilePlace::fromText(path), {}, into(outcome));
    return outcome;
}

inline Outcome reloadNow(ui::ConfigFile& file)
{
    Outcome outcome;
    file.reload(into(outcome));
    return outcome;
}

inline Outcome keepMineNow(ui::ConfigFile& file)
{
    Outcome outcome;
    file.keepMine(into(outcome));
    return outcome;
}

/// For tests of the document that need nothing but a file.
struct ConfigDesk
{
    qtio::LocalFileStore store;
    qtio::LocalFiles files{store};
    ui::ConfigDocument document;
    ui::ConfigFile file{document, files};
};

} // namespace test
