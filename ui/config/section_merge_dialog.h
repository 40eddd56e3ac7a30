// SPDX-License-Identifier: GPL-3.0-or-later
// Several domain sections become one: which name stays, and which value of each action (SPEC 1.5).
#pragma once

#include "core/config/section_merge.h"
#include "ui/common/dialog.h"
#include "ui/config/config_document.h"

#include <vector>

class QComboBox;
class QGridLayout;

namespace ui {

class DiffView;
class Label;

class SectionMergeDialog final : public Dialog
{
    Q_OBJECT
public:
    /// `sections` in file order; one alone is a section that the file holds in parts.
    SectionMergeDialog(ConfigDocument& document, std::vector<std::string> sections, QWidget* parent);

private:
    struct KeyRow
    {
        config::MergedKey key;
        QComboBox* choice = nullptr; ///< by section; null where all agree
        bool isChosen = false;       ///< by the user: another name does not change it
    };

    void buildName();
    void buildKeys();
    void addKey(QGridLayout& grid, config::MergedKey key);
    void nameChanged();
    void refresh();
    void finish();
    [[nodiscard]] QString shown(const std::optional<std::string>& value) const;
    [[nodiscard]] config::SectionMerge merge() const;

    ConfigDocument& m_document;
    std::vector<std::string> m_sections;
    QComboBox* m_name;
    std::vector<KeyRow> m_keys;
    Label* m_lost;
    DiffView* m_diff;
};

} // namespace ui
