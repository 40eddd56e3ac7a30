// SPDX-License-Identifier: GPL-3.0-or-later
// What shall be done, in which variant, in which folder; and how many lines that changes.
#pragma once

#include "core/postfix/plan.h"

#include <QWidget>

class QComboBox;

namespace ui {

class Label;
class Segment;

class DeployForm final : public QWidget
{
    Q_OBJECT
public:
    explicit DeployForm(QWidget* parent = nullptr);

    [[nodiscard]] postfix::Task task() const { return m_task; }

    [[nodiscard]] postfix::Variant variant() const { return m_variant; }

    void setVariant(postfix::Variant variant); ///< emits nothing
    void setTask(postfix::Task task);          ///< emits nothing
    /// The folders to choose from; the last entry of the list asks for another one.
    void setFolders(const QStringList& folders, const QString& current);
    void setCounts(int added, int removed, int files);

Q_SIGNALS:
    void changed(); ///< task or variant
    void folderChosen(const QString& folder);
    void otherFolderWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showCounts();

    postfix::Task m_task = postfix::Task::Enable;
    postfix::Variant m_variant = postfix::Variant::Imsva;
    QStringList m_folders;
    QString m_current;
    int m_added = 0;
    int m_removed = 0;
    int m_files = 0;
    Label* m_taskLabel;
    Label* m_variantLabel;
    Label* m_folderLabel;
    Label* m_countsLabel;
    Segment* m_taskChoice;
    Segment* m_variantChoice;
    QComboBox* m_folder;
    Label* m_addedCount;
    Label* m_removedCount;
    Label* m_fileCount;
};

} // namespace ui
