// SPDX-License-Identifier: GPL-3.0-or-later
// One of the four lists: add and paste, filter, table, summary.
#pragma once

#include "ui/config/list_model.h"

#include <QWidget>

class QAction;
class QCheckBox;
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
    /// The entry at an offset in the file, whatever the filter hides.
    void selectAt(std::size_t offset);
    void clearEntry(); ///< what was pasted is taken
    /// As written, the first of them.
    [[nodiscard]] std::vector<std::string> selectedEntries(std::size_t most) const;

Q_SIGNALS:
    void selectionChanged();
    void tidyRequested();
    void importRequested();
    void reviewRequested(const QString& pasted);
    void refused(const QString& why);
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
    void showBad(const QStringList& bad);
    void showAll();
    void editNote(int row, const QString& note);
    void removeSelected();
    void editCurrent();
    void refresh();
    void refreshCommands();
    void sizeRows();
    void retranslate();
    [[nodiscard]] QString summary() const;

    ConfigDocument& m_document;
    ListModel* m_model;
    ValidatedLineEdit* m_entry;
    QPushButton* m_add;
    ProblemRow* m_entryProblem;
    SearchField* m_filter;
    QCheckBox* m_problemsOnly;
    TableView* m_table;
    EmptyState* m_empty;
    QStackedLayout* m_stack = nullptr;
    Label* m_summary;
    QPushButton* m_edit;
    QPushButton* m_remove;
    QAction* m_editAction;
    QAction* m_removeAction;
    QAction* m_fixAction;
    QPushButton* m_safeFixes;
    QPushButton* m_tidy;
    QPushButton* m_import;
    QPushButton* m_export;
    bool m_needsReview = false; ///< what is in the field: something invalid among others, or with notes
    QStringList m_entries;      ///< in the field
    QString m_chosen;           ///< stays selected over changes of the document
};

} // namespace ui
