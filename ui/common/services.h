// SPDX-License-Identifier: GPL-3.0-or-later
// What main() builds once and hands to every page; tests hand over fakes.
#pragma once

#include "ui/common/host_look.h"

#include <QDateTime>
#include <QStringList>

#include <functional>

class QSettings;

namespace qtio {
class SshClient;
}

namespace words {
class LanguageSwitch;
}

namespace ui {

class FilePicker;
class Prompter;
class Theme;

struct Services
{
    Theme& theme;
    words::LanguageSwitch& language;
    Prompter& prompter;
    FilePicker& filePicker;
    QSettings& settings;
    std::function<QDateTime()> now; ///< the clock
    QString nameserver;             ///< of --nameserver: HOST[:PORT]; empty for the system's resolver
    QString zonePath;               ///< of --zone or the sample; empty for live DNS
    /// Where the history of saves and unsaved edits are kept; empty: nothing is kept.
    QString dataFolder = {};
    qtio::SshClient* ssh = nullptr;                                    ///< there when pages are built
    std::function<QStringList()> hosts = [] { return QStringList(); }; ///< known ones, as ssh takes them
    /// Of hosts that are saved, and of those that are not.
    HostLookup lookOf = [](const qtio::FilePlace& place) { return HostLook{.name = place.host, .role = {}}; };
};

} // namespace ui
