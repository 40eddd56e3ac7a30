// SPDX-License-Identifier: GPL-3.0-or-later
// What is sought in the raw log: text or regular expression, with or without minding the case, the lines
// found in a list of their own; how far it is, or what is wrong with the expression.
#pragma once

#include "ui/maillog/raw/raw_search.h"

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace ui {

class Label;
class SearchField;

class RawSearchBar final : public QWidget
{
    Q_OBJECT
public:
    explicit RawSearchBar(QWidget* parent = nullptr);

    [[nodiscard]] RawQuery query() const;
    void setState(const QString& state, bool isError);

    [[nodiscard]] QString state() const;
    void setRunning(bool isRunning);
    /// With what is selected as a first guess.
    void focusField(const QString& text);
    /// At the right.
    void addButton(QWidget* button);

Q_SIGNALS:
    void queryChanged(); ///< after a pause in typing
    void nextRequested();
    void previousRequested();
    void cancelRequested();
    void listToggled(bool isShown);
    void left(); ///< Esc in an empty field

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QPushButton* addToggle(const char* name);
    void retranslate();

    QTimer m_typing;
    QHBoxLayout* m_row;
    SearchField* m_field;
    QPushButton* m_regex;
    QPushButton* m_case;
    QPushButton* m_list;
    QPushButton* m_previous;
    QPushButton* m_next;
    QPushButton* m_cancel;
    Label* m_state;
};

} // namespace ui
