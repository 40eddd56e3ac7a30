// SPDX-License-Identifier: GPL-3.0-or-later
// Offers the unsaved edits of a session that ended unexpectedly, with every line they differ by.
#pragma once

#include "core/config/ini_document.h"
#include "core/qtio/files/edit_journal.h"
#include "ui/common/dialog.h"

namespace ui {

class RecoveryDialog final : public Dialog
{
    Q_OBJECT
public:
    /// As finished() tells it; closing the window is Later.
    enum Answer { Later = QDialog::Rejected, Restore = QDialog::Accepted, Discard };

    /// What became of the file since the edits were made; Lost: gone or not to be written any more;
    /// Unreadable: not at the moment.
    enum class Disk { Same, Changed, Lost, Unreadable };

    RecoveryDialog(const qtio::UnsavedText& text, const config::IniDocument& onDisk, Disk disk,
                   QWidget* parent);

private:
    void buildNotice(Disk disk);
    void buildButtons();
};

} // namespace ui
