// SPDX-License-Identifier: GPL-3.0-or-later
// Domain sections as a table with what each overrides; add, change, duplicate, remove (SPEC 1.5).
#pragma once

#include "ui/common/surface.h"
#include "ui/config/field.h"

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
    void remove();
    void refresh();
    void retranslate();
    [[nodiscard]] std::string selected() const; ///< name of the section, or empty

    ConfigDocument& m_document;
    ShownFields m_shown;
    Card* m_card;
    SectionModel* m_model;
    TableView* m_table;
    Label* m_empty;
    QPushButton* m_add;
    QPushButton* m_change;
    QPushButton* m_duplicate;
    QPushButton* m_remove;
};

} // namespace ui
