// SPDX-License-Identifier: GPL-3.0-or-later
// Help for the setting that has the focus: meaning, consequence; the default, the value on disk and the
// edited one.
#pragma once

#include "ui/config/field.h"

namespace ui {

class Badge;
class Label;

class HelpView final : public QWidget
{
    Q_OBJECT
public:
    explicit HelpView(ConfigDocument& document, QWidget* parent = nullptr);
    void setField(const FieldId& field);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    void refreshValues();

    ConfigDocument& m_document;
    FieldId m_field{"globals", "softfail"};
    Label* m_title;
    Label* m_key;
    Badge* m_default;
    Badge* m_onDisk;
    Badge* m_now;
    Label* m_meaning;
    Label* m_consequence;
};

} // namespace ui
