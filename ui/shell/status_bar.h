// SPDX-License-Identifier: GPL-3.0-or-later
// The 26 px at the bottom: segments of the page in front. Never a message that matters only here.
#pragma once

#include "ui/common/page.h"

#include <QWidget>

class QHBoxLayout;

namespace ui {

class StatusBar final : public QWidget
{
    Q_OBJECT
public:
    explicit StatusBar(QWidget* parent = nullptr);
    void setLine(const StatusLine& line);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void fill(QHBoxLayout* side, const QList<StatusSegment>& segments);
    QHBoxLayout* m_left;
    QHBoxLayout* m_right;
};

} // namespace ui
