// SPDX-License-Identifier: GPL-3.0-or-later
// Domain sections as a table with what each overrides; add, change, duplicate, merge, remove
// (SPEC 1.5).
#pragma once

#include "core/config/wildcard_spelling.h"
#include "ui/common/surface.h"
#include "ui/config/field.h"

#include <utility>
#include <vector>

class QAction;
class QPushButton;

namespace ui {

class Label;
class SectionModel;
class TableView;

class DomainsCard final : public QWidget
{
    Q_OBJECT
public:
    explicit DomainsCard(ConfigDocument& document, QWidget* parent = nullptr);
    void setShown(const ShownFields& shown);
    void select(const std::string& section);

    [[nodiscard]] SectionModel& model() { return *m_model; }

Q_SIGNALS:
    void sectionEntered(const std::string& canonical);

protected:
    void changeEvent(QEvent* event) override;

private:
    void add();
    void change();
    void duplicate();
    void merge();
    void remove();
    void refresh();
    void refreshButtons();
    void retranslate();
    void buildMenu();
    void buildWildcards();
    void respell(config::WildcardSpelling spelling);
    [[nodiscard]] std::vector<std::string> selected() const; ///< names, in file order
    [[nodiscard]] bool canMerge() const;

    ConfigDocument& m_document;
    ShownFields m_shown;
    Card* m_card;
    SectionModel* m_model;
    TableView* m_table;
    Label* m_empty;
    QPushButton* m_add;
    QPushButton* m_change;
    QPushButton* m_duplicate;
    QPushButton* m_merge;
    QPushButton* m_remove;
    QPushButton* m_wildcards;
    QAction* m_changeAction = nullptr;
    QAction* m_duplicateAction = nullptr;
    QAction* m_mergeAction = nullptr;
    QAction* m_removeAction = nullptr;
    std::vector<std::pair<config::WildcardSpelling, QAction*>> m_spellings;
};

} // namespace ui
