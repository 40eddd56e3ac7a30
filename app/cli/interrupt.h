// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+C (SIGINT), and SIGTERM, as a signal of Qt: what is open is closed before the program ends.
#pragma once

#include <QObject>

namespace cli {

/// One at a time; a second Ctrl+C ends the program at once.
class Interrupt final : public QObject
{
    Q_OBJECT

public:
    explicit Interrupt(QObject* parent = nullptr);
    ~Interrupt() override;

Q_SIGNALS:
    void wanted();
};

} // namespace cli
