// SPDX-License-Identifier: GPL-3.0-or-later
// The card around the text: file name, copy, compare, and why it cannot be edited when it cannot.
#pragma once

#include "ui/common/surface.h"
#include "ui/config/raw_text_edit.h"

class QToolButton;

namespace ui {

class Label;

class RawPane final : public QWidget
{
    Q_OBJECT
public:
    explicit RawPane(ConfigDocument& document, QWidget* parent = nullptr);

    [[nodiscard]] RawTextEdit& edit() { return *m_edit; }

Q_SIGNALS:
    void compareRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void retranslate();
    [[nodiscard]] QString reason() const;

    ConfigDocument& m_document;
    Card* m_card;
    RawTextEdit* m_edit;
    QToolButton* m_copy;
    QToolButton* m_compare;
    Label* m_reason;
};

} // namespace ui
