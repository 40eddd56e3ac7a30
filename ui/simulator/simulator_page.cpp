// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/simulator_page.h"

#include "ui/common/budget_bar.h"
#include "ui/common/buttons.h"
#include "ui/common/icons.h"
#include "ui/common/label.h"
#include "ui/common/notice_bar.h"
#include "ui/common/page_header.h"
#include "ui/simulator/details_card.h"
#include "ui/simulator/draft_panel.h"
#include "ui/simulator/export_menu.h"
#include "ui/simulator/history_menu.h"
#include "ui/simulator/trace_card.h"
#include "ui/simulator/trace_view.h"
#include "ui/simulator/verdict_card.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCheckBox>
#include <QClipboard>
#include <QKeyEvent>
#include <QPushButton>
#include <QSysInfo>

namespace ui {

namespace {

constexpr int pageEdge = 16;
constexpr int cardGap = 12;
constexpr int typingPause = 300; ///< ms
constexpr int lowPage = 760;     ///< px; below it the details give way to the trace

} // namespace

SimulatorPage::SimulatorPage(const Services& services, PolicySource policy, ResolverMaker makeResolver,
                             QWidget* parent)
    : Page({QStringLiteral("simulator"), QStringLiteral("simulator"), PageGroup::Verify}, parent),
      m_services(services),
      m_policy(std::move(policy)),
      m_makeResolver(std::move(makeResolver)),
      m_header(new PageHeader),
      m_automatic(new QCheckBox),
      m_past(makeButton(ButtonKind::Small, QStringLiteral("history"))),
      m_history(new HistoryMenu(this)),
      m_copyCommand(makeButton(ButtonKind::Plain, QStringLiteral("copy"))),
      m_step(makeButton(ButtonKind::Plain, QStringLiteral("step"))),
      m_run(makeButton(ButtonKind::Primary, QStringLiteral("play"))),
      m_notice(new NoticeBar),
      m_inputs(new InputCard(services.filePicker)),
      m_verdict(new VerdictCard(true)),
      m_terms(new BudgetBar),
      m_voids(new BudgetBar),
      m_timeTitle(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_time(new Label(TextRole::Strong)),
      m_trace(new TraceCard),
      m_details(new DetailsCard),
      m_draft(new DraftPanel),
      m_export(new ExportMenu(services.filePicker, this))
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(typingPause);
    m_draftDelay.setSingleShot(true);
    m_draftDelay.setInterval(typingPause);
    buildHeader();
    buildColumns();
    m_trace->setExportMenu(*m_export);
    connectParts();
    if (!services.zonePath.isEmpty()) {
        m_inputs->setSource({DnsSource::Kind::ZoneFile, services.zonePath});
    } else if (!services.nameserver.isEmpty()) {
        m_inputs->setSource({DnsSource::Kind::Server, services.nameserver});
    }
    SimulatorPage::retranslate();
    showRunning();
    showBudgets();
}

SimulatorPage::~SimulatorPage() = default;

void SimulatorPage::buildHeader()
{
    m_automatic->setObjectName(QStringLiteral("simulator.automatic"));
    m_automatic->setChecked(true);
    m_copyCommand->setObjectName(QStringLiteral("simulator.copyCommand"));
    m_step->setObjectName(QStringLiteral("simulator.step"));
    m_run->setObjectName(QStringLiteral("simulator.run"));
    m_past->setObjectName(QStringLiteral("simulator.history"));
    connect(m_past, &QAbstractButton::clicked, this,
            [this] { m_history->popup(m_past->mapToGlobal(m_past->rect().bottomLeft())); });
    m_header->addBesideTitle(m_past);
    m_header->addBesideTitle(m_automatic);
    m_header->addButton(m_copyCommand);
    m_header->addButton(m_step);
    m_header->addButton(m_run);
}

void SimulatorPage::buildColumns()
{
    auto* left = new QVBoxLayout;
    left->setSpacing(cardGap);
    left->addWidget(m_verdict);
    left->addLayout(buildBudgets());
    left->addWidget(m_trace, 1);
    left->addWidget(m_details);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(cardGap);
    columns->addLayout(left, 1);
    columns->addWidget(m_draft);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(pageEdge, 0, pageEdge, cardGap);
    outer->setSpacing(0);
    outer->addWidget(m_header);
    auto* notice = new QVBoxLayout;
    notice->setContentsMargins(0, 0, 0, cardGap); // gone with the notice
    notice->addWidget(m_notice);
    outer->addLayout(notice);
    outer->addWidget(m_inputs);
    outer->addSpacing(cardGap);
    outer->addLayout(columns, 1);
    markPane(m_trace);
    markPane(m_draft);
}

QLayout* SimulatorPage::buildBudgets()
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(2, 0, 2, 0);
    row->setSpacing(24);
    row->addWidget(m_terms, 3);
    row->addWidget(m_voids, 1);
    auto* time = new QVBoxLayout;
    time->setSpacing(1);
    time->addWidget(m_timeTitle, 0, Qt::AlignRight);
    time->addWidget(m_time, 0, Qt::AlignRight);
    row->addLayout(time);
    return row;
}

void SimulatorPage::connectParts()
{
    connect(m_inputs, &InputCard::changed, this, &SimulatorPage::inputChanged);
    connect(m_inputs, &InputCard::runRequested, this, &SimulatorPage::run);
    connect(&m_delay, &QTimer::timeout, this, &SimulatorPage::run);
    connect(m_run, &QAbstractButton::clicked, this, [this] { isRunning() ? cancel() : run(); });
    connect(m_step, &QAbstractButton::clicked, this, &SimulatorPage::step);
    connect(m_copyCommand, &QAbstractButton::clicked, this,
            [this] { QApplication::clipboard()->setText(command()); });
    connect(m_trace, &TraceCard::runRequested, this,
            [this] { m_inputs->isComplete() ? run() : m_inputs->focusFirst(); });
    connect(m_trace, &TraceCard::evaluationRequested, this, [this] { start(true); });
    connect(m_trace, &TraceCard::identityShown, this,
            [this] { m_details->setOutcome(m_outcome.get(), m_trace->shownIdentity()); });
    connect(m_trace, &TraceCard::stepped, this, [this] {
        showBudgets();
        showRunning();
    });
    connect(m_history, &HistoryMenu::chosen, this, &SimulatorPage::simulate);
    connect(m_draft, &DraftPanel::draftChanged, this, [this] {
        m_draftSimulation.reset();
        m_draft->setStale(true);
        m_draftDelay.start();
    });
    connect(&m_draftDelay, &QTimer::timeout, this, &SimulatorPage::runDraft);
    connect(m_export, &ExportMenu::written, this,
            [this](const QString& path) { m_notice->show(Level::Good, tr("Written to %1.").arg(path)); });
    connect(m_export, &ExportMenu::failed, this, [this](const QString& path, const QString& why) {
        m_notice->show(Level::Error, tr("%1 could not be written: %2").arg(path, why));
    });
    connect(m_automatic, &QCheckBox::toggled, this, [this](bool isOn) {
        if (isOn) {
            inputChanged();
        }
    });
}

QString SimulatorPage::title() const
{
    return tr("Simulator");
}

StatusLine SimulatorPage::status() const
{
    return {{},
            {{QStringLiteral("resolver"),
              QStringLiteral("dns"),
              resolverWords(m_inputs->source()),
              &Tokens::secondaryText,
              {}}}};
}

QList<ActionSpec> SimulatorPage::actions()
{
    const auto spec = [](const char* id, Phrase text, const char* icon, const QKeySequence& shortcut,
                         std::function<void()> run) {
        ActionSpec made;
        made.id = QLatin1String(id);
        made.text = text;
        made.menu = MenuId::Tools;
        made.icon = QLatin1String(icon);
        made.shortcut = shortcut;
        made.run = std::move(run);
        return made;
    };
    return {
        spec("simulator.run", SPM_PHRASE("SimulatorPage", "&Run simulation"), "play",
             QKeySequence(Qt::CTRL | Qt::Key_Return),
             [this] {
                 Q_EMIT showRequested();
                 run();
             }),
        spec("simulator.step", SPM_PHRASE("SimulatorPage", "&Step through the simulation"), "step",
             QKeySequence(Qt::Key_F10),
             [this] {
                 Q_EMIT showRequested();
                 step();
             }),
        spec("simulator.copyCommand", SPM_PHRASE("SimulatorPage", "&Copy simulation as command"), "terminal",
             {}, [this] { QApplication::clipboard()->setText(command()); }),
    };
}

void SimulatorPage::simulate(const MailInputs& inputs)
{
    m_inputs->setInputs(inputs);
    run();
}

void SimulatorPage::setSource(const DnsSource& source)
{
    m_inputs->setSource(source);
}

void SimulatorPage::policyChanged()
{
    if (m_outcome != nullptr) {
        inputChanged();
    }
}

QString SimulatorPage::command() const
{
    const MailInputs inputs = m_inputs->inputs();
    CheckCommand command;
    command.ip = inputs.client;
    command.sender = inputs.sender;
    command.helo = inputs.helo;
    command.configFile = m_policy.path ? m_policy.path() : QString();
    command.source = m_inputs->source();
    if (m_draft->isChanged()) {
        command.drafts.emplace_back(m_draft->domain(), m_draft->draft());
    }
    return commandLine(command);
}

void SimulatorPage::inputChanged()
{
    m_simulation.reset();
    m_draftSimulation.reset();
    m_stepsWanted = false;
    setStale(m_outcome != nullptr);
    m_delay.stop();
    if (m_automatic->isChecked() && m_inputs->isComplete()) {
        m_delay.start();
    }
    showRunning();
    Q_EMIT statusChanged();
}

bool SimulatorPage::prepareResolver()
{
    const DnsSource source = m_inputs->source();
    const bool isFile = source.kind == DnsSource::Kind::ZoneFile || source.kind == DnsSource::Kind::Recorded;
    if (m_resolver != nullptr && m_resolverSource == source && !isFile) {
        return true;
    }
    m_draftSimulation.reset();
    m_overlay.reset();
    m_recorder.reset();
    auto made = m_makeResolver(source);
    if (!made) {
        m_notice->show(Level::Error, made.error());
        return false;
    }
    m_resolver = std::move(*made);
    m_resolverSource = source;
    return true;
}

SimulationPlan SimulatorPage::plan(bool evaluateExempt) const
{
    const MailInputs inputs = m_inputs->inputs();
    SimulationPlan plan;
    plan.request.clientAddress = inputs.client.toStdString();
    plan.request.sender = inputs.sender.toStdString();
    plan.request.heloName = inputs.helo.toStdString();
    plan.config =
        m_inputs->configChoice() == InputCard::ConfigChoice::Saved ? m_policy.saved() : m_policy.edited();
    plan.receiver = QSysInfo::machineHostName().toStdString();
    plan.time = m_services.now().toSecsSinceEpoch();
    plan.evaluateExempt = evaluateExempt;
    return plan;
}

void SimulatorPage::run()
{
    if (!m_inputs->isComplete()) {
        m_inputs->focusFirst();
        return;
    }
    start(false);
}

void SimulatorPage::start(bool evaluateExempt)
{
    m_delay.stop();
    m_notice->hide();
    m_simulation.reset();
    m_draftSimulation.reset();
    if (!prepareResolver()) {
        setStale(m_outcome != nullptr);
        showRunning();
        return;
    }
    m_recording = {};
    m_recorder = std::make_unique<qtio::RecordingResolver>(*m_resolver, m_recording);
    m_simulation = std::make_unique<Simulation>(plan(evaluateExempt), *m_recorder);
    connect(m_simulation.get(), &Simulation::finished, this, &SimulatorPage::finish);
    m_outcomeCommand = command();
    setStale(m_outcome != nullptr);
    showRunning();
    m_simulation->start();
}

void SimulatorPage::cancel()
{
    m_simulation.reset();
    m_delay.stop();
    m_stepsWanted = false;
    showRunning();
    m_notice->show(Level::Info, m_outcome != nullptr
                                    ? tr("Cancelled. The result shown is that of the run before.")
                                    : tr("Cancelled."));
}

void SimulatorPage::step()
{
    if (m_outcome == nullptr || m_verdict->isStale()) {
        m_stepsWanted = true;
        if (!isRunning()) {
            run();
        }
        return;
    }
    m_trace->stepForward();
}

void SimulatorPage::finish()
{
    m_outcome = std::make_shared<const SimulationOutcome>(m_simulation->outcome());
    // The sender of the signal: it goes once this call has returned to it.
    m_simulation.release()->deleteLater();
    setStale(false);
    m_history->add(m_inputs->inputs(), m_outcome->decision);
    m_verdict->setOutcome(*m_outcome);
    m_trace->setOutcome(m_outcome);
    m_details->setOutcome(m_outcome.get(), m_trace->shownIdentity());
    m_draft->setPublished(m_outcome);
    m_export->setRun(m_outcome, m_outcomeCommand, m_recording);
    runDraft();
    showBudgets();
    showRunning();
    showOffline();
    if (std::exchange(m_stepsWanted, false)) {
        m_trace->stepForward();
    }
    Q_EMIT finished();
}

void SimulatorPage::runDraft()
{
    m_draftSimulation.reset();
    if (m_resolver == nullptr || m_outcome == nullptr || !m_draft->isChanged()) {
        m_draft->setDraftOutcome(std::nullopt);
        return;
    }
    m_overlay = std::make_unique<qtio::OverlayResolver>(m_draft->zone(), *m_resolver);
    m_draftSimulation = std::make_unique<Simulation>(plan(false), *m_overlay);
    connect(m_draftSimulation.get(), &Simulation::finished, this, &SimulatorPage::finishDraft);
    m_draftSimulation->start();
}

void SimulatorPage::finishDraft()
{
    m_draft->setDraftOutcome(m_draftSimulation->outcome());
    m_draftSimulation.release()->deleteLater();
    m_draft->setStale(false);
    Q_EMIT draftFinished();
}

void SimulatorPage::setStale(bool isStale)
{
    m_verdict->setStale(isStale);
    m_trace->setStale(isStale);
    m_details->setEnabled(!isStale);
    if (isStale) {
        m_draft->setStale(true);
    }
}

void SimulatorPage::showRunning()
{
    const bool running = isRunning();
    m_run->setText(running ? tr("Cancel  Esc") : tr("Run  Ctrl+Enter"));
    m_run->setIcon(
        themedIcon(running ? QStringLiteral("cancel") : QStringLiteral("play"), &Tokens::onAccent));
    m_run->setEnabled(running || m_inputs->isComplete());
    const std::optional<int> at = m_trace->model().step();
    m_step->setText(at ? tr("Step %1 / %2").arg(*at + 1).arg(m_trace->model().rowTotal()) : tr("Step"));
    m_step->setEnabled(m_inputs->isComplete());
    m_copyCommand->setEnabled(m_inputs->isComplete());
    m_past->setEnabled(!m_history->mails().isEmpty());
    m_header->setState(running ? BadgeSpec::of(tr("Running"), &Tokens::info, QStringLiteral("running"))
                               : BadgeSpec{});
}

void SimulatorPage::showBudgets()
{
    const spf::Report* report = m_trace->model().report();
    const spf::Limits limits = report != nullptr ? report->limits : spf::Limits{};
    int terms = report != nullptr ? report->lookups : 0;
    int voids = report != nullptr ? report->voidLookups : 0;
    if (const auto at = m_trace->model().step()) {
        if (const spf::TraceNode* node = m_trace->model().node(m_trace->model().indexOfOrder(*at))) {
            terms = node->lookups;
            voids = node->voidLookups;
        }
    }
    m_terms->setUsed(terms, limits.terms);
    m_voids->setUsed(voids, limits.voidLookups);
    m_time->setText(report != nullptr ? words::milliseconds(report->elapsed) : QStringLiteral("–"));
}

void SimulatorPage::showOffline()
{
    const spf::Report* report = m_outcome->counted();
    const bool failed = report != nullptr && report->result == spf::Result::TempError;
    const QString words = failed ? offlineWords(m_resolverSource) : QString();
    if (!words.isEmpty()) {
        m_notice->show(Level::Warning, words);
    }
}

void SimulatorPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    m_details->setShort(height() < lowPage);
}

void SimulatorPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && isRunning()) {
        cancel();
    } else if (event->key() == Qt::Key_Escape && m_trace->model().step()) {
        m_trace->endSteps();
    } else {
        Page::keyPressEvent(event);
    }
}

void SimulatorPage::retranslate()
{
    m_header->setTitle(title());
    m_header->setFacts(
        tr("Evaluate one mail step by step: SPF result, deciding rule and the reply Postfix would give."));
    m_automatic->setText(tr("Run while typing"));
    m_past->setText(tr("History"));
    m_copyCommand->setText(tr("Copy as command"));
    m_verdict->setCaption(tr("Published record"));
    m_verdict->setAbsence(tr("The result and what happens to the mail will stand here."));
    m_terms->setTitle(tr("DNS look-up terms"));
    m_voids->setTitle(tr("Void look-ups"));
    m_timeTitle->setText(tr("Time"));
    m_export->retranslate();
    m_inputs->retranslate();
    m_verdict->retranslate();
    m_trace->retranslate();
    m_details->retranslate();
    m_draft->retranslate();
    showRunning();
    showBudgets();
}

} // namespace ui
