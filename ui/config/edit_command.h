// SPDX-License-Identifier: GPL-3.0-or-later
// One change of the document as an undo command: the plan, its inverse and what it was for. What it was for
// is kept as data, so that the sentence can follow the language.
#pragma once

#include "core/config/edits.h"

#include <QCoreApplication>
#include <QString>
#include <QUndoCommand>

#include <string>

namespace ui {

class ConfigDocument;

/// What a change was for, as data.
struct EditName
{
    Q_DECLARE_TR_FUNCTIONS(EditName)
public:
    enum class What {
        SetKey,   ///< key, value
        ResetKey, ///< key
        AddItems, ///< key, value (one item) or count
        RemoveItems,
        ReplaceItem,   ///< key, value: the new item
        TidyList,      ///< key
        SetNote,       ///< key, value: the entry
        AddSection,    ///< section
        EditSection,   ///< section
        RenameSection, ///< section, value: the new name
        DuplicateSection,
        RemoveSection,
        TypeText,
        CompleteText, ///< value: the word
        ApplyFix,     ///< value: the rule's id
        SafeFixes,
        RevertKey, ///< key
        RevertSection,
        DiscardAll,
        Reload,
        RestoreVersion, ///< value: when it was saved, ISO
        RestoreUnsaved, ///< value: when it was edited, ISO
        MergeWithDisk,
        MergeSections,  ///< section: the one they become, count
        RemoveSections, ///< count
        RespellWildcards,
    };
    What what = What::TypeText;
    std::string section = {};
    std::string key = {};
    std::string value = {};
    int count = 1;
    [[nodiscard]] QString sentence() const;
};

class EditCommand final : public QUndoCommand
{
public:
    /// `mergeable`: a following edit of the same kind that touches this one becomes one step with it.
    EditCommand(ConfigDocument& document, config::EditPlan plan, EditName name, bool mergeable);
    void redo() override;
    void undo() override;

    [[nodiscard]] int id() const override { return m_mergeable ? 1 : -1; }

    bool mergeWith(const QUndoCommand* next) override;

    [[nodiscard]] const EditName& name() const { return m_name; }

    void retranslate() { setText(m_name.sentence()); }

private:
    ConfigDocument& m_document;
    config::EditPlan m_plan;
    config::EditPlan m_inverse;
    EditName m_name;
    bool m_mergeable;
};

} // namespace ui
