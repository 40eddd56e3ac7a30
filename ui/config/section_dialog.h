// SPDX-License-Identifier: GPL-3.0-or-later
// One domain section: its name and the seven actions, each inherited from [globals] until it is set
// (SPEC 1.5).
#pragma once

#include "ui/common/dialog.h"
#include "ui/config/config_document.h"

#include <vector>

namespace ui {

class ProblemRow;
class Segment;
class ValidatedLineEdit;

class SectionDialog final : public Dialog
{
    Q_OBJECT
public:
    enum class Task { Add, Edit, Duplicate };

    /// `section` is the section to edit or to copy; empty for Add.
    SectionDialog(ConfigDocument& document, Task task, std::string section, QWidget* parent);

private:
    void buildName();
    void buildSpelling();
    void buildActions();
    void spell(int form);
    void check();
    void finish();
    [[nodiscard]] std::string typedName() const;
    [[nodiscard]] config::Edited plan() const;

    ConfigDocument& m_document;
    Task m_task;
    std::string m_section;
    ValidatedLineEdit* m_name = nullptr;
    ProblemRow* m_problem = nullptr;
    Segment* m_spelling = nullptr;
    std::vector<Segment*> m_segments; ///< by the order of spf::allResults
    QPushButton* m_apply = nullptr;
};

} // namespace ui
