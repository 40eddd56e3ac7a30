// SPDX-License-Identifier: GPL-3.0-or-later
// What a file would add to a list, before it is added.
#pragma once

#include "ui/common/dialog.h"
#include "ui/config/list_file.h"

namespace ui {

class ListImportDialog final : public Dialog
{
    Q_OBJECT
public:
    /// No path: what somebody pasted.
    ListImportDialog(ListModel& list, const QString& path, ListFile file, QWidget* parent);

private:
    [[nodiscard]] QWidget* buildTable(const QList<ListFileEntry>& entries, const QString& name);
    void finish();

    ListModel& m_list;
    ListFile m_file;
};

} // namespace ui
