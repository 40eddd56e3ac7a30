// SPDX-License-Identifier: GPL-3.0-or-later
// A list or table of a dialog in a frame, which says in words why it is empty while it is.
#pragma once

#include <QWidget>

class QAbstractItemView;

namespace ui {

class Label;

class FramedList final : public QWidget
{
    Q_OBJECT
public:
    /// `view` has its model.
    FramedList(QAbstractItemView& view, const QString& whyEmpty, QWidget* parent = nullptr);

    [[nodiscard]] bool isSaid() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fit();

    QAbstractItemView& m_view;
    Label* m_why;
};

} // namespace ui
