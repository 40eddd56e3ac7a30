// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of the GUI (INTERFACES.md).
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

struct Options
{
    QString config;
    QStringList logs;
    QString page;
    QString language; ///< empty when not given: the settings decide
    QString theme;
    bool sample = false;
    bool readOnly = false;
    QString nameserver;
    QString zone;
    QString tourFolder;
};

/// What to do instead of opening the window: print and leave.
struct Farewell
{
    int status = 0;
    QString text;
};

struct ParsedOptions
{
    Options options;
    std::optional<Farewell> farewell;
};

/// Needs a QCoreApplication (for the program's name) but no display.
[[nodiscard]] ParsedOptions parseOptions(const QStringList& arguments, const QStringList& pages);
