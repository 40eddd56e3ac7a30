// SPDX-License-Identifier: GPL-3.0-or-later
// Help for the setting that has the focus: meaning, default, consequence.
#pragma once

#include "ui/config/field.h"

namespace ui {

class Badge;
class Label;

class HelpView final : public QWidget
{
    Q_OBJECT
public:
    explicit HelpView(QWidget* parent = nullptr);
    void setField(const FieldId& field);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    FieldId m_field{"globals", "softfail"};
    Label* m_title;
    Label* m_key;
    Badge* m_default;
    Label* m_meaning;
    Label* m_consequence;
};

} // namespace ui
