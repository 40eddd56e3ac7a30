// SPDX-License-Identifier: GPL-3.0-or-later
// One of the four lists: add and paste, filter, table, summary.
#pragma once

#include "ui/config/list_model.h"

#include <QWidget>

class QPushButton;
class QStackedLayout;

namespace ui {

class EmptyState;
class Label;
class ProblemRow;
class SearchField;
class TableView;
class ValidatedLineEdit;

class ListView final : public QWidget
{
    Q_OBJECT
public:
    ListView(ConfigDocument& document, const std::string& key, QWidget* parent = nullptr);

    [[nodiscard]] ListModel& model();

    void select(const QString& entry);
    void focusAdd();
    /// As written, the first of them.
    [[nodiscard]] std::vector<std::string> selectedEntries(std::size_t most) const;

Q_SIGNALS:
    void entryChosen(const config::ByteSpan& span);
    void selectionChanged();
    void tidyRequested();
    void importRequested();
    void exportRequested();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    [[nodiscard]] QWidget* buildTools();
    [[nodiscard]] QWidget* buildFooter();
    void buildTable();
    void check();
    void add();
    void removeSelected();
    void editCurrent();
    void refresh();
    void sizeRows();
    void retranslate();
    [[nodiscard]] QString summary() const;

    ConfigDocument& m_document;
    ListModel* m_model;
    ValidatedLineEdit* m_entry;
    QPushButton* m_add;
    ProblemRow* m_entryProblem;
    SearchField* m_filter;
    TableView* m_table;
    EmptyState* m_empty;
    QStackedLayout* m_stack = nullptr;
    Label* m_summary;
    QPushButton* m_edit;
    QPushButton* m_remove;
    QPushButton* m_safeFixes;
    QPushButton* m_tidy;
    QPushButton* m_import;
    QPushButton* m_export;
    QString m_chosen; ///< stays selected over changes of the document
};

} // namespace ui
