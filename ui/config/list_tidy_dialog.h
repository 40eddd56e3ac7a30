// SPDX-License-Identifier: GPL-3.0-or-later
// Sorting and thinning out a list: what each choice would do is seen before anything is done.
#pragma once

#include "core/config/list_tidy.h"
#include "ui/common/dialog.h"
#include "ui/config/config_document.h"

class QCheckBox;

namespace ui {

class DiffView;
class Label;

class ListTidyDialog final : public Dialog
{
    Q_OBJECT
public:
    ListTidyDialog(ConfigDocument& document, std::string key, QWidget* parent);

private:
    [[nodiscard]] QCheckBox* addChoice(const QString& name, const QString& text, const QString& help);
    void refresh();
    void finish();

    ConfigDocument& m_document;
    std::string m_key;
    QCheckBox* m_sort;
    QCheckBox* m_dropCovered;
    QCheckBox* m_aggregate;
    QCheckBox* m_onePerLine;
    Label* m_counts;
    DiffView* m_diff;
    QPushButton* m_apply;
    config::Tidied m_result;
};

} // namespace ui
