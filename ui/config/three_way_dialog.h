// SPDX-License-Identifier: GPL-3.0-or-later
// The file as it was opened, as it was edited here, and as somebody else has saved it meanwhile: what each
// changed, an answer for each conflict, and the text that follows. Values in, bytes out; it touches no file.
#pragma once

#include "core/config/three_way.h"
#include "ui/common/dialog.h"
#include "ui/config/merge_model.h"

namespace ui {

class DiffView;
class Label;
class Segment;
class TableView;

class ThreeWayDialog final : public Dialog
{
    Q_OBJECT
public:
    /// `name` is the file's, for the title. finished(Accepted) when merged() is wanted.
    ThreeWayDialog(const config::IniDocument& base, const config::IniDocument& mine,
                   const config::IniDocument& theirs, const QString& name, QWidget* parent);

    [[nodiscard]] const config::IniDocument& theirs() const { return m_merge.theirs(); }

    /// By the answers so far; what is not decided is as on the disk.
    [[nodiscard]] config::IniDocument merged() const;
    /// Every conflict is decided.
    [[nodiscard]] bool isComplete() const;

private:
    enum Preview { Merged, Mine, Theirs };

    void buildSubtitle(const QString& name);
    void buildChanges();
    QWidget* buildAnswer();
    void buildPreview();
    void buildButtons();
    void showRow();
    void choose(int pick);
    void takeAll(base::MergePick pick);
    void goToNextOpen();
    void showPreview();
    void refresh();

    config::ThreeWay m_merge;
    MergeModel* m_model;
    TableView* m_table;
    Label* m_sentence;
    Segment* m_answer;
    Segment* m_preview;
    DiffView* m_diff;
    Label* m_open;
    QPushButton* m_use = nullptr;
};

} // namespace ui
