// SPDX-License-Identifier: GPL-3.0-or-later
// Label, value in mono, copy button: the evidence one wants to paste into a ticket.
#pragma once

#include "ui/common/tokens.h"

#include <QWidget>

class QToolButton;

namespace ui {

class Label;
class MonoLabel;

class CopyRow final : public QWidget
{
    Q_OBJECT
public:
    explicit CopyRow(QWidget* parent = nullptr);
    void setLabel(const QString& text);
    /// The value as it is copied; without one `absence` is shown in words and nothing can be copied.
    void setValue(const QString& value, const QString& absence = {});
    void setLabelWidth(int pixels);

    [[nodiscard]] QString value() const { return m_value; }

Q_SIGNALS:
    void copied(const QString& value);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    QString m_value;
    Label* m_label;
    MonoLabel* m_shown;
    Label* m_absence;
    QToolButton* m_copy;
};

} // namespace ui
