// SPDX-License-Identifier: GPL-3.0-or-later
// The last look before writing: what is wrong, what changes in meaning, and every line that will be written.
#pragma once

#include "ui/common/dialog.h"
#include "ui/common/host_look.h"
#include "ui/config/config_file.h"
#include "ui/config/test_mails.h"

class QVBoxLayout;

class QLineEdit;

namespace ui {

class ReviewDialog final : public Dialog
{
    Q_OBJECT
public:
    enum class Task { Save, Compare };

    /// `host` is where the file lies.
    ReviewDialog(ConfigFile& file, const TestMails& mails, Task task, const config::IniDocument& before,
                 const HostLook& host, QWidget* parent);

    [[nodiscard]] QPushButton* saveButton() const { return m_save; }

    /// Why this is saved, for the history.
    [[nodiscard]] QString note() const;

private:
    void buildSubtitle(const HostLook& host, int added, int removed);
    void buildProblems();
    void addTestMails(QVBoxLayout& rows);
    void buildChanges();
    void buildNote();

    ConfigDocument& m_document;
    const TestMails& m_mails;
    QPushButton* m_save = nullptr;
    QLineEdit* m_note = nullptr; ///< only where saves are kept
};

} // namespace ui
