// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manager/workbench.h"

#include "ui/common/prompter.h"
#include "ui/config/config_page.h"
#include "ui/config/lists_page.h"
#include "ui/config/unsaved_edits.h"
#include "ui/deploy/deploy_page.h"
#include "ui/maillog/maillog_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/recent_files.h"
#include "ui/simulator/simulator_page.h"
#include "ui/words/file_words.h"

#include <QFileInfo>

Workbench::Workbench(ui::Services& services)
    : m_services(services),
      m_document(m_store),
      m_testMails(m_document, m_store),
      m_window(std::make_unique<ui::MainWindow>(services)),
      m_saveFlow(new ui::SaveFlow(m_document, m_testMails, services, m_window.get()))
{
    m_document.setReview([this](std::function<void(bool)> done) { m_saveFlow->review(std::move(done)); });
    addPages();
    connectPages();
    m_window->setDocument(&m_document);
    if (!m_services.dataFolder.isEmpty()) {
        m_unsaved = std::make_unique<ui::UnsavedEdits>(
            m_document, m_store, m_services.dataFolder + QStringLiteral("/unsaved"), m_services.now);
        connect(m_unsaved.get(), &ui::UnsavedEdits::failed, m_saveFlow, &ui::SaveFlow::failed);
        connect(m_unsaved.get(), &ui::UnsavedEdits::restored, this, &Workbench::followRestored);
    }
    connect(&m_document, &ui::ConfigDocument::pathChanged, this, &Workbench::chooseKeeping);
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
    connect(m_window.get(), &ui::MainWindow::configRequested, this, &Workbench::openConfig);
    connect(m_window.get(), &ui::MainWindow::sampleRequested, this, &Workbench::openSample);
    connect(m_window.get(), &ui::MainWindow::logsRequested, this, &Workbench::openLogs);
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
    m_document.setLookOnly(options.readOnly);
    if (options.sample)
        openSample();
    else if (!options.config.isEmpty())
        openConfig(QFileInfo(options.config).absoluteFilePath());
    if (!options.logs.isEmpty()) {
        QStringList logs;
        for (const QString& log : options.logs)
            logs.append(QFileInfo(log).absoluteFilePath());
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
    const bool isSample = m_sample != nullptr && m_document.path() == m_sample->config();
    const QString folder = isSample ? m_sample->history()
                           : m_services.dataFolder.isEmpty()
                               ? QString()
                               : m_services.dataFolder + QStringLiteral("/history");
    m_document.setHistory(folder.isEmpty() ? std::nullopt : std::optional(qtio::ConfigHistory(folder)));
    if (m_unsaved)
        m_unsaved->setActive(!isSample);
}

void Workbench::followRestored()
{
    if (!m_document.path().isEmpty())
        m_window->recentFiles().add(m_document.path(), m_services.now());
    m_window->showPage(m_config);
}

bool Workbench::openConfig(const QString& path)
{
    if (const auto error = m_document.open(path)) {
        tell(tr("config.ini was not opened"), words::message(*error));
        return false;
    }
    if (m_sample == nullptr || path != m_sample->config())
        m_window->recentFiles().add(path, m_services.now());
    m_window->showPage(m_config);
    return true;
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
    if (!openConfig(m_sample->config()))
        return;
    if (m_services.zonePath.isEmpty() && m_services.nameserver.isEmpty()) // what was asked for counts
        m_simulator->setSource({ui::DnsSource::Kind::ZoneFile, m_sample->zone()});
    m_simulator->simulate({QStringLiteral("203.0.113.66"), QStringLiteral("order@sakura-store.example"),
                           QStringLiteral("mail.sakura-store.example")});
    m_maillog->openLogs({m_sample->log()});
    m_deploy->openFolder(QFileInfo(m_sample->mainCf()).path());
}

void Workbench::openLogs(const QStringList& paths)
{
    m_maillog->openLogs(paths);
    m_window->showPage(m_maillog);
}

void Workbench::tell(const QString& title, const QString& text)
{
    m_services.prompter.ask(m_window.get(), {title, text, {tr("Close")}, {}}, [](int) {});
}
