// SPDX-License-Identifier: GPL-3.0-or-later
// All parts on one page, for the sweeps and for looking at (SPM_PICTURES=folder makes the tests write
// pictures).
#pragma once

#include <QWidget>

namespace test {

class Gallery final : public QWidget
{
    Q_OBJECT
public:
    Gallery();

private:
    QWidget* results();
    QWidget* fields();
    QWidget* rows();
    QWidget* lists();
};

/// Grabs `window` to $SPM_PICTURES/<name>.png; nothing without the variable.
void picture(QWidget& window, const QString& name);

} // namespace test
