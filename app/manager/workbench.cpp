// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manager/workbench.h"

#include "app/manager/ask_pass.h"
#include "core/qtio/log/log_place.h"
#include "ui/common/prompter.h"
#include "ui/config/config_page.h"
#include "ui/config/lists_page.h"
#include "ui/config/open_flow.h"
#include "ui/config/unsaved_edits.h"
#include "ui/deploy/deploy_page.h"
#include "ui/hosts/server_dialog.h"
#include "ui/maillog/checks/row_actions.h"
#include "ui/maillog/maillog_page.h"
#include "ui/maillog/sources/log_desk.h"
#include "ui/maillog/sources/recent_logs.h"
#include "ui/shell/main_window.h"
#include "ui/shell/recent_files.h"
#include "ui/simulator/simulator_page.h"
#include "ui/words/file_words.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace {

/// What asks for passwords in a window (see ask_pass.h): this program itself.
qtio::AskPass askPass()
{
    return {QCoreApplication::applicationFilePath(), QLatin1String(ask_pass::marker)};
}

/// Beside this one, wherever it was installed.
QString commandLineProgram()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/spfpolicy");
}

} // namespace

Workbench::Workbench(ui::Services& services)
    : m_services(services),
      m_localFiles(m_store),
      m_elevatedFiles(m_localFiles, qtio::Elevation::ofThisComputer(askPass()), commandLineProgram()),
      m_remoteFiles(m_ssh),
      m_files(m_localFiles, m_elevatedFiles, m_remoteFiles),
      m_hosts(services.settings),
      m_file(m_document, m_files),
      m_testMails(m_file),
      m_window(std::make_unique<ui::MainWindow>(withHosts(services))),
      m_openFlow(new ui::OpenFlow(m_file, services, m_window.get())),
      m_saveFlow(new ui::SaveFlow(m_file, m_testMails, services, m_window.get()))
{
    QProcessEnvironment why;
    why.insert(askPass().marker, QStringLiteral("1"));
    m_ssh.setAskPass(askPass().program, why);
    addPages();
    connectPages();
    m_window->setDocument(&m_document);
    if (!m_services.dataFolder.isEmpty()) {
        m_unsaved = std::make_unique<ui::UnsavedEdits>(
            m_file, m_services.dataFolder + QStringLiteral("/unsaved"), m_services.now);
        connect(m_unsaved.get(), &ui::UnsavedEdits::failed, m_saveFlow, &ui::SaveFlow::failed);
        connect(m_unsaved.get(), &ui::UnsavedEdits::notRestored, this, [this](const QString& sentence) {
            tell(tr("The unsaved changes were not restored"), sentence);
        });
        connect(m_unsaved.get(), &ui::UnsavedEdits::restored, this, &Workbench::followRestored);
    }
    connect(&m_document, &ui::ConfigDocument::pathChanged, this, &Workbench::chooseKeeping);
}

ui::Services& Workbench::withHosts(ui::Services& services)
{
    services.ssh = &m_ssh;
    services.hosts = [this] { return m_hosts.destinations(); };
    services.lookOf = [this](const qtio::FilePlace& place) { return m_hosts.lookOf(place); };
    return services;
}

Workbench::~Workbench()
{
    m_window.reset(); // the pages know the document: they go first
}

void Workbench::addPages()
{
    m_config = new ui::ConfigPage(m_document, *m_saveFlow, m_testMails);
    m_lists = new ui::ListsPage(m_document, *m_saveFlow);
    const ui::PolicySource policy{[this] { return m_document.policy(); },
                                  [this] { return config::readPolicyConfig(m_document.onDisk()); },
                                  [this] { return m_document.path(); },
                                  [this] { return m_document.isModified(); }};
    m_simulator = new ui::SimulatorPage(m_services, policy, &ui::makeResolver);
    m_maillog = new ui::MaillogPage(m_services);
    m_deploy = new ui::DeployPage(m_services, m_store);
    for (ui::Page* page : {static_cast<ui::Page*>(m_config), static_cast<ui::Page*>(m_lists),
                           static_cast<ui::Page*>(m_simulator), static_cast<ui::Page*>(m_maillog),
                           static_cast<ui::Page*>(m_deploy)})
        m_window->addPage(page);
}

void Workbench::connectPages()
{
    connect(m_window.get(), &ui::MainWindow::configRequested, this,
            qOverload<const QString&>(&Workbench::openConfig));
    connect(m_window.get(), &ui::MainWindow::serverRequested, this, &Workbench::chooseServer);
    connect(&m_hosts, &ui::HostBook::changed, &m_document, &ui::OpenDocument::changed);
    connect(m_window.get(), &ui::MainWindow::sampleRequested, this, &Workbench::openSample);
    connect(m_window.get(), &ui::MainWindow::logsRequested, this, &Workbench::openLogs);
    connect(m_config, &ui::ConfigPage::openRequested, m_window.get(), &ui::MainWindow::pickConfig);
    connect(m_config, &ui::ConfigPage::entryRequested, m_lists, &ui::ListsPage::showEntry);
    connect(m_config, &ui::ConfigPage::listRequested, this, [this](const std::string& key) {
        m_window->showPage(m_lists);
        m_lists->showList(key);
    });
    connect(m_lists, &ui::ListsPage::problemsRequested, this, [this] {
        m_window->showPage(m_config);
        m_config->showTab(ui::ConfigPage::ProblemsTab);
    });
    connect(m_maillog, &ui::MaillogPage::simulateRequested, this, [this](const ui::LoggedMail& mail) {
        m_window->showPage(m_simulator);
        m_simulator->simulate({mail.address, mail.sender, mail.helo});
    });
    m_maillog->logs().opener().setRights([this](const QString& host) { return rightsOn(host); });
    m_maillog->rowActions().setDocument(&m_document);
    connect(&m_maillog->rowActions(), &ui::RowActions::openConfigRequested, m_window.get(),
            &ui::MainWindow::pickConfig);
    connect(&m_maillog->rowActions(), &ui::RowActions::entryAdded, this,
            [this](const std::string& key, const config::ByteSpan& span) {
                m_window->showPage(m_lists);
                m_lists->showEntry(key, span);
            });
    connect(m_maillog, &ui::MaillogPage::explainRequested, this, [this](const ui::LoggedMail& mail) {
        m_window->showPage(m_config);
        m_config->explain(mail.sender, mail.address, mail.helo);
    });
    // Live mails are asked about where the simulator asks.
    m_testMails.setResolver([this] { return ui::makeResolver(m_simulator->conditions().source); });
    m_simulator->setLogSource([this] {
        constexpr std::size_t most = 10'000;
        std::vector<ui::MailInputs> mails;
        for (const ui::LoggedMail& mail : m_maillog->shownMails(most))
            mails.push_back({mail.address, mail.sender, mail.helo});
        return mails;
    });
    connect(&m_document, &ui::ConfigDocument::contentChanged, m_simulator, &ui::SimulatorPage::policyChanged);
}

void Workbench::begin(const Options& options)
{
    m_file.setLookOnly(options.readOnly);
    if (options.sample)
        openSample();
    else if (!options.config.isEmpty())
        openConfig(options.config);
    if (!options.logs.isEmpty()) {
        QStringList logs;
        for (const QString& log : options.logs) {
            const auto place = qtio::LogPlace::fromText(log);
            logs.append(place.isSpooled() ? log : QFileInfo(place.path).absoluteFilePath());
        }
        openLogs(logs);
    }
    if (!options.page.isEmpty())
        m_window->showPage(options.page);
    else if (m_document.isOpen() && options.logs.isEmpty() && !options.sample)
        m_window->showLastPage();
    if (m_unsaved && !options.sample && !options.readOnly)
        m_unsaved->offer(m_window.get());
}

/// The throw-away sample has a throw-away history and nobody would miss its edits.
void Workbench::chooseKeeping()
{
    const bool isSample = isSampleOpen();
    const QString folder = isSample ? m_sample->history()
                           : m_services.dataFolder.isEmpty()
                               ? QString()
                               : m_services.dataFolder + QStringLiteral("/history");
    m_file.setHistory(folder.isEmpty() ? std::nullopt : std::optional(qtio::ConfigHistory(folder)));
    if (m_unsaved)
        m_unsaved->setActive(!isSample);
}

void Workbench::followRestored()
{
    if (!m_document.path().isEmpty())
        m_window->recentFiles().add(m_document.path(), m_services.now());
    m_window->showPage(m_config);
}

void Workbench::openConfig(const QString& place)
{
    const qtio::FilePlace where = qtio::FilePlace::fromText(place);
    openConfig(where, rightsOn(where.host), false);
}

/// A host that is saved says with which rights its files are opened.
qtio::Rights Workbench::rightsOn(const QString& destination) const
{
    const qtio::SshHost* host = m_hosts.find(destination);
    return host != nullptr && host->usesSudo ? qtio::Rights::Administrator : qtio::Rights::User;
}

void Workbench::openConfig(const qtio::FilePlace& place, qtio::Rights rights, bool lookOnly)
{
    m_openFlow->open(place, rights, lookOnly, [this] {
        if (!isSampleOpen())
            m_window->recentFiles().add(m_document.path(), m_services.now());
        m_window->showPage(m_config);
    });
}

bool Workbench::isSampleOpen() const
{
    return m_sample != nullptr && m_document.path() == m_sample->config();
}

void Workbench::openSample()
{
    auto sample = std::make_unique<SampleFiles>();
    if (!sample->isValid()) {
        tell(tr("The sample was not opened"),
             tr("There is no room for it in the folder of temporary files."));
        return;
    }
    m_sample = std::move(sample);
    openConfig(m_sample->config());
    if (!isSampleOpen())
        return;
    if (m_services.zonePath.isEmpty() && m_services.nameserver.isEmpty()) // what was asked for counts
        m_simulator->setSource({ui::DnsSource::Kind::ZoneFile, m_sample->zone()});
    m_simulator->simulate({QStringLiteral("203.0.113.66"), QStringLiteral("order@sakura-store.example"),
                           QStringLiteral("mail.sakura-store.example")});
    m_maillog->openLogs({m_sample->log()});
    m_deploy->openFolder(QFileInfo(m_sample->mainCf()).path());
    m_window->setWelcomeStop({QStringLiteral("remote-open"), [this]() -> QWidget* {
                                  if (m_sampleHosts == nullptr)
                                      m_sampleHosts = std::make_unique<SampleHosts>();
                                  return m_sampleHosts->show(m_window.get());
                              }});
}

void Workbench::chooseServer()
{
    const auto prober = [this](const qtio::ProbeRequest& request, QObject* context, qtio::ProbeDone done) {
        qtio::probeHost(m_ssh, request, context, std::move(done));
    };
    auto* dialog = new ui::ServerDialog(m_hosts, prober, m_window.get());
    connect(dialog, &ui::ServerDialog::opened, this,
            [this](const qtio::FilePlace& place, qtio::Rights rights, bool lookOnly) {
                m_window->whenSettled([=, this] { openConfig(place, rights, lookOnly); });
            });
    dialog->open();
}

void Workbench::openLogs(const QStringList& places)
{
    ui::rememberLogs(m_services.settings, places);
    m_maillog->openLogs(places);
    m_window->showPage(m_maillog);
}

void Workbench::tell(const QString& title, const QString& text)
{
    m_services.prompter.ask(m_window.get(), {title, text, {tr("Close")}, {}}, [](int) {});
}
