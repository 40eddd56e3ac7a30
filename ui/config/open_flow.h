// SPDX-License-Identifier: GPL-3.0-or-later
// Opening as a person does it: on this computer or another, waiting with a way out, with an administrator's
// rights when nothing else helps, and a sentence when it cannot be.
#pragma once

#include "ui/common/services.h"
#include "ui/config/config_file.h"

#include <QPointer>

namespace ui {

class OpenFlow final : public QObject
{
    Q_OBJECT
public:
    OpenFlow(ConfigFile& file, Services& services, QWidget* window);

    /// `done` is not called when nothing was opened: whoever asked has been told why.
    void open(const qtio::FilePlace& place, std::function<void()> done);
    void open(const qtio::FilePlace& place, qtio::Rights rights, bool look, std::function<void()> done);

private:
    void tell(const qtio::FilePlace& place, bool look, const qtio::FileError& error,
              const std::function<void()>& done);

    ConfigFile& m_file;
    Services& m_services;
    QPointer<QWidget> m_window;
};

} // namespace ui
