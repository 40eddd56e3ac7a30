// SPDX-License-Identifier: GPL-3.0-or-later
// Deploy to Postfix: which lines of main.cf and master.cf switch the SPF check on or off, as a difference, as
// files, as commands, with what to look at afterwards (SPEC 3). Nothing is written into Postfix's folder.
#pragma once

#include "ui/common/page.h"
#include "ui/common/services.h"
#include "ui/deploy/deployment.h"

#include <optional>

class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace ui {

class ChecklistCard;
class CommandsCard;
class DeployForm;
class EmptyState;
class FileCard;
class FindingsCard;
class NoticeBar;
class PageHeader;

class DeployPage final : public Page
{
    Q_OBJECT
public:
    DeployPage(Services& services, qtio::FileStore& store, QWidget* parent = nullptr);
    ~DeployPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] StatusLine status() const override;
    [[nodiscard]] QList<ActionSpec> actions() override;
    [[nodiscard]] QList<TourStop> tourStops() override;

    /// Reads the two files there; what is wrong is shown on the page.
    void openFolder(const QString& folder);

    [[nodiscard]] const std::optional<PostfixFiles>& files() const { return m_files; }

    [[nodiscard]] const Deployment& deployment() const { return m_deployment; }

    void setTask(postfix::Task task);
    void setVariant(postfix::Variant variant);

protected:
    void retranslate() override;

private:
    void build();
    QWidget* buildColumns();
    void plan();
    void showPlan();
    void showNotes();
    void showEmpty();
    void chooseFolder();
    void copy(const QString& text, const QString& what);
    void savePatch();
    void saveFile(bool isMain);
    void write(const QString& path, const QByteArray& bytes);

    Services& m_services;
    qtio::FileStore& m_store;
    QStringList m_folders;
    QString m_folder; ///< asked for, read or not
    std::optional<PostfixFiles> m_files;
    std::optional<qtio::FileError> m_error;
    Deployment m_deployment;

    PageHeader* m_header;
    QPushButton* m_reload;
    QPushButton* m_copy;
    QPushButton* m_save;
    DeployForm* m_form;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    NoticeBar* m_done; ///< what was just copied or written
    QVBoxLayout* m_notices;
    QList<NoticeBar*> m_notes;
    FileCard* m_main;
    FileCard* m_master;
    CommandsCard* m_commands;
    FindingsCard* m_findings;
    ChecklistCard* m_checklist;
};

} // namespace ui
