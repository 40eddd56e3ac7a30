// SPDX-License-Identifier: GPL-3.0-or-later
// Made-up servers for the picture tour: their answers come from here, no host is asked.
#pragma once

#include "ui/hosts/server_dialog.h"

#include <QSettings>
#include <QTemporaryDir>

class SampleHosts
{
public:
    SampleHosts();

    /// With a host chosen and its answer shown.
    ui::ServerDialog* show(QWidget* window);

private:
    QTemporaryDir m_folder;
    QSettings m_settings{m_folder.filePath(QStringLiteral("hosts.ini")), QSettings::IniFormat};
    ui::HostBook m_book;
};
