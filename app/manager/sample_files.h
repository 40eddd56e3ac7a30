// SPDX-License-Identifier: GPL-3.0-or-later
// A throw-away copy of the sample data: settings, zone and one day of mail log of a made-up company.
#pragma once

#include <QString>
#include <QTemporaryDir>

class SampleFiles
{
public:
    SampleFiles();

    [[nodiscard]] bool isValid() const { return m_valid; }

    [[nodiscard]] QString config() const { return m_folder.filePath(QStringLiteral("config.ini")); }

    [[nodiscard]] QString zone() const { return m_folder.filePath(QStringLiteral("sample.zone")); }

    [[nodiscard]] QString log() const { return m_folder.filePath(QStringLiteral("maillog")); }

    [[nodiscard]] QString mainCf() const { return m_folder.filePath(QStringLiteral("main.cf")); }

    [[nodiscard]] QString masterCf() const { return m_folder.filePath(QStringLiteral("master.cf")); }

    /// Holds the saves that came before, as if somebody had worked with it.
    [[nodiscard]] QString history() const { return m_folder.filePath(QStringLiteral("history")); }

private:
    [[nodiscard]] bool makeHistory() const;
    QTemporaryDir m_folder;
    bool m_valid = false;
};
