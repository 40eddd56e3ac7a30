// SPDX-License-Identifier: GPL-3.0-or-later
// The check chosen in the table: result, action, who to whom, the whole message as a timeline, and every
// field that was read. The action bar takes further commands for the check.
#pragma once

#include "ui/maillog/message/message_finder.h"

#include <QWidget>

class QAbstractButton;
class QAction;
class QHBoxLayout;
class QMenu;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace ui {

class Badge;
class Card;
class FieldModel;
class Label;
class MessageView;
class Segment;
class TableView;

class DetailCard final : public QWidget
{
    Q_OBJECT
public:
    explicit DetailCard(QWidget* parent = nullptr);

    /// What is near is shown at once, the rest as it is found. The same check out of a newer reading keeps
    /// what is shown until more is known.
    void showCheck(std::shared_ptr<const OpenLogs> logs, maillog::Row row);
    void clear();

    /// In front of the copy button; shown while a check is.
    void addButton(QAbstractButton* button);
    /// Into the menu of further commands.
    void addMenuAction(QAction* action);

    [[nodiscard]] QString text() const; ///< the message's lines, as in the log

    [[nodiscard]] MessageView& message() const { return *m_lines; }

    [[nodiscard]] FieldModel& fields() const { return *m_fields; }

    [[nodiscard]] bool isSearching() const { return m_finder.isSearching(); }

Q_SIGNALS:
    void simulateRequested();
    void explainRequested();
    void copyRequested(const QString& text);
    void rawLineRequested(quint16 source, quint64 offset);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    QWidget* buildHead();
    void buildMenu();
    void connectParts();
    void retranslate();
    void showHead();
    void showMessage(const FoundMessage& found, bool isLast);
    [[nodiscard]] QString state() const;
    void showParts(bool hasCheck);

    std::shared_ptr<const OpenLogs> m_logs;
    std::optional<maillog::Row> m_row;
    std::optional<std::pair<quint16, quint64>> m_shown; ///< source and offset of the check
    bool m_isComplete = false;
    MessageFinder m_finder;
    QList<QAbstractButton*> m_added;
    Card* m_card;
    QHBoxLayout* m_bar;
    Badge* m_result;
    Label* m_arrow;
    Badge* m_action;
    Label* m_sender;
    Label* m_recipient;
    Label* m_hint;
    Segment* m_pages;
    QPushButton* m_simulate;
    QPushButton* m_explain;
    QPushButton* m_copy;
    QToolButton* m_more;
    QMenu* m_menu;
    QAction* m_wrap;
    QAction* m_raw;
    QStackedWidget* m_stack;
    MessageView* m_lines;
    FieldModel* m_fields;
    TableView* m_table;
};

} // namespace ui
