// SPDX-License-Identifier: GPL-3.0-or-later
// The frame of every dialog: title that says the verb, body, buttons at the right, main button last.
// Window-modal.
#pragma once

#include "ui/common/buttons.h"

#include <QDialog>

class QHBoxLayout;
class QVBoxLayout;

namespace ui {

class Label;

class Dialog : public QDialog
{
    Q_OBJECT
public:
    explicit Dialog(QWidget* parent);
    void setTitle(const QString& title);

    /// The line under the title: object chip, file name, counts.
    [[nodiscard]] QHBoxLayout* subtitle() const { return m_subtitle; }

    [[nodiscard]] QVBoxLayout* body() const { return m_body; }

    /// Left of the buttons: check boxes, hints.
    [[nodiscard]] QHBoxLayout* footer() const { return m_footer; }

    QPushButton* addButton(ButtonKind kind, const QString& text, const QString& icon = {});
    /// Bodies that reach the edges (diffs, tables).
    void setBodyMargins(int sideways);

protected:
    /// Texts that wrap ask for their height only when their width is known.
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    Label* m_title;
    QHBoxLayout* m_subtitle;
    QVBoxLayout* m_body;
    QHBoxLayout* m_footer;
    QHBoxLayout* m_buttons;
};

} // namespace ui
