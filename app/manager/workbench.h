// SPDX-License-Identifier: GPL-3.0-or-later
// Builds the window and its pages on one document and one store and ties them to each other.
#pragma once

#include "app/manager/options.h"
#include "app/manager/sample_files.h"
#include "app/manager/sample_hosts.h"
#include "core/qtio/files/elevated_files.h"
#include "core/qtio/files/file_router.h"
#include "core/qtio/files/local_files.h"
#include "core/qtio/ssh/ssh_files.h"
#include "ui/config/save_flow.h"
#include "ui/config/test_mails.h"
#include "ui/hosts/host_book.h"

#include <QObject>

#include <memory>

namespace ui {
class ConfigPage;
class DeployPage;
class ListsPage;
class MaillogPage;
class MainWindow;
class OpenFlow;
class SimulatorPage;
class UnsavedEdits;
} // namespace ui

class Workbench final : public QObject
{
    Q_OBJECT
public:
    explicit Workbench(ui::Services& services);
    ~Workbench() override;

    [[nodiscard]] ui::MainWindow& window() { return *m_window; }

    /// What the command line asks for.
    void begin(const Options& options);
    /// A path or "host:/path". A failure is told in a dialog; what was open stays open.
    void openConfig(const QString& place);
    void openConfig(const qtio::FilePlace& place, qtio::Rights rights, bool lookOnly);
    void openSample();
    void chooseServer();
    /// Files, folders, the journal, logs of other hosts (LogPlace).
    void openLogs(const QStringList& places);

private:
    [[nodiscard]] ui::Services& withHosts(ui::Services& services);
    [[nodiscard]] qtio::Rights rightsOn(const QString& destination) const;
    void addPages();
    void connectPages();
    void chooseKeeping();
    void followRestored();
    [[nodiscard]] bool isSampleOpen() const;
    void tell(const QString& title, const QString& text);

    ui::Services& m_services;
    qtio::LocalFileStore m_store;
    qtio::LocalFiles m_localFiles;
    qtio::ElevatedFiles m_elevatedFiles;
    qtio::SshClient m_ssh;
    qtio::SshFiles m_remoteFiles;
    qtio::FileRouter m_files;
    ui::HostBook m_hosts;
    ui::ConfigDocument m_document;
    ui::ConfigFile m_file;
    ui::TestMails m_testMails;
    std::unique_ptr<ui::MainWindow> m_window;
    ui::OpenFlow* m_openFlow; ///< the window's; made after its frame, so it outlives the pages
    ui::SaveFlow* m_saveFlow;
    std::unique_ptr<SampleFiles> m_sample;
    std::unique_ptr<SampleHosts> m_sampleHosts;
    std::unique_ptr<ui::UnsavedEdits> m_unsaved; ///< none where nothing is kept
    ui::ConfigPage* m_config = nullptr;
    ui::ListsPage* m_lists = nullptr;
    ui::SimulatorPage* m_simulator = nullptr;
    ui::MaillogPage* m_maillog = nullptr;
    ui::DeployPage* m_deploy = nullptr;
};
