// SPDX-License-Identifier: GPL-3.0-or-later
// Where many mails come from: the clipboard, a file, the mail log; and how many there are.
#pragma once

#include <QWidget>

class QPushButton;

namespace ui {

class Label;

class BatchInputs final : public QWidget
{
    Q_OBJECT

public:
    explicit BatchInputs(QWidget* parent = nullptr);

    void setCounts(std::size_t mails, std::size_t unreadable);
    void setReading(std::size_t rows);
    void setLogAvailable(bool isAvailable);
    void retranslate();

Q_SIGNALS:
    void pasteRequested();
    void openRequested();
    void logRequested();

private:
    Label* m_title;
    QPushButton* m_paste;
    QPushButton* m_open;
    QPushButton* m_log;
    Label* m_counts;
};

} // namespace ui
