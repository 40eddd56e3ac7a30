// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown as commands for a shell: the `spfpolicy check` call that does the same (INTERFACES.md), and
// the `dig` call that asks the same question.
#pragma once

#include "core/spf/report.h"
#include "ui/simulator/dns_source.h"

#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace ui {

/// One word for a POSIX shell: bare when it is harmless, else in single quotes.
[[nodiscard]] QString shellQuoted(const QString& word);
[[nodiscard]] QString shellCommand(const QStringList& words);

struct CheckCommand
{
    QString ip;
    QString sender;
    QString helo;
    QString configFile; ///< empty: all defaults hold
    DnsSource source;
    spf::Limits limits;
    std::vector<std::pair<QString, QString>> drafts; ///< domain, record text
    QString draftZone;                               ///< further drafts, as a master file has them
};

[[nodiscard]] QString commandLine(const CheckCommand& command);

struct BatchCommand
{
    QString file;
    QString configFile; ///< empty: all defaults hold
    DnsSource source;
    spf::Limits limits;
};

[[nodiscard]] QString commandLine(const BatchCommand& command);

/// `dig @192.0.2.53 -p 5353 _spf.example.com. TXT`; without a server where none was asked by address.
[[nodiscard]] QString digCommand(const spf::Lookup& lookup);

struct ExplainCommand
{
    QString domain;
    QString covers; ///< an address, or empty
    bool withOperators = false;
    DnsSource source;
    spf::Limits limits;
};

[[nodiscard]] QString commandLine(const ExplainCommand& command);

} // namespace ui
