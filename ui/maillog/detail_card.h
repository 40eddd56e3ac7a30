// SPDX-License-Identifier: GPL-3.0-or-later
// The check chosen in the table: result, action, who to whom, and the raw lines around it.
#pragma once

#include "ui/maillog/message_lines.h"

#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace ui {

class Badge;
class Card;
class Label;

class DetailCard final : public QWidget
{
    Q_OBJECT
public:
    explicit DetailCard(QWidget* parent = nullptr);
    void setCheck(const maillog::Check& check, QList<MessageLine> lines);
    void clear();

    [[nodiscard]] QString text() const; ///< the lines as shown

Q_SIGNALS:
    void simulateRequested();
    void explainRequested();
    void copyRequested(const QString& text);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void retranslate();
    void showLines();

    QList<MessageLine> m_lines;
    bool m_hasCheck = false;
    Card* m_card;
    QWidget* m_head;
    Badge* m_result;
    Badge* m_action;
    Label* m_sender;
    Label* m_recipient;
    Label* m_hint;
    QPushButton* m_simulate;
    QPushButton* m_explain;
    QPushButton* m_copy;
    QPlainTextEdit* m_text;
};

} // namespace ui
