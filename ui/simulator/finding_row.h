// SPDX-License-Identifier: GPL-3.0-or-later
// One finding of the record lint (SPEC 7) in a side panel: sentence in full, whose record is meant, what can
// be done about it.
#pragma once

#include "core/spf/lint.h"

#include <QFrame>

namespace ui {

class FindingRow final : public QFrame
{
    Q_OBJECT

public:
    /// `finding` must outlive the row. Fixes are offered only where the record is the user's own draft.
    FindingRow(const spf::Finding& finding, bool canFix, QWidget* parent = nullptr);

    void setChosen(bool isChosen);

Q_SIGNALS:
    void chosen();
    void fixRequested(const spf::Fix& fix);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    bool m_isChosen = false;
};

} // namespace ui
