// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/simulator_page.h"

#include "ui/common/buttons.h"
#include "ui/common/icons.h"
#include "ui/common/notice_bar.h"
#include "ui/common/page_header.h"
#include "ui/common/segment.h"
#include "ui/simulator/batch_view.h"
#include "ui/simulator/command_line.h"
#include "ui/simulator/draft_panel.h"
#include "ui/simulator/history_menu.h"
#include "ui/simulator/input_card.h"
#include "ui/simulator/mail_fields.h"
#include "ui/simulator/mail_view.h"
#include "ui/simulator/senders_view.h"
#include "ui/simulator/side_panel.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCheckBox>
#include <QClipboard>
#include <QKeyEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QSysInfo>

namespace ui {

namespace {

constexpr int pageEdge = 16;
constexpr int cardGap = 12;
constexpr int typingPause = 300; ///< ms

} // namespace

SimulatorPage::SimulatorPage(const Services& services, PolicySource policy, ResolverMaker makeResolver,
                             QWidget* parent)
    : Page({QStringLiteral("simulator"), QStringLiteral("simulator"), PageGroup::Verify}, parent),
      m_services(services),
      m_policy(std::move(policy)),
      m_header(new PageHeader),
      m_views(new Segment(Segment::Size::Small)),
      m_automatic(new QCheckBox),
      m_past(makeButton(ButtonKind::Small, QStringLiteral("history"))),
      m_history(new HistoryMenu(this)),
      m_copyCommand(makeButton(ButtonKind::Plain, QStringLiteral("copy"))),
      m_step(makeButton(ButtonKind::Plain, QStringLiteral("step"))),
      m_run(makeButton(ButtonKind::Primary, QStringLiteral("play"))),
      m_notice(new NoticeBar),
      m_inputs(new InputCard(services.filePicker)),
      m_mail(new MailFields),
      m_stack(new QStackedWidget),
      m_mailView(new MailView(
          services.filePicker, m_policy, [this] { return conditions(); }, makeResolver)),
      m_batch(new BatchView(
          services, [this] { return conditions(); }, makeResolver)),
      m_senders(new SendersView(services, [this] { return conditions(); }, makeResolver))
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(typingPause);
    buildHeader();
    build();
    connectParts();
    if (!services.zonePath.isEmpty()) {
        m_inputs->setSource({DnsSource::Kind::ZoneFile, services.zonePath});
    } else if (!services.nameserver.isEmpty()) {
        m_inputs->setSource({DnsSource::Kind::Server, services.nameserver});
    }
    SimulatorPage::retranslate();
}

SimulatorPage::~SimulatorPage() = default;

void SimulatorPage::buildHeader()
{
    m_views->setObjectName(QStringLiteral("simulator.views"));
    m_automatic->setObjectName(QStringLiteral("simulator.automatic"));
    m_automatic->setChecked(true);
    m_copyCommand->setObjectName(QStringLiteral("simulator.copyCommand"));
    m_step->setObjectName(QStringLiteral("simulator.step"));
    m_run->setObjectName(QStringLiteral("simulator.run"));
    m_past->setObjectName(QStringLiteral("simulator.history"));
    connect(m_past, &QAbstractButton::clicked, this,
            [this] { m_history->popup(m_past->mapToGlobal(m_past->rect().bottomLeft())); });
    for (const char* icon : {"mail", "table", "network"}) {
        m_views->addChoice({}, QLatin1String(icon));
    }
    m_views->setCurrent(OneMail);
    m_header->addBesideTitle(m_views);
    m_header->addBesideTitle(m_past);
    m_header->addBesideTitle(m_automatic);
    m_header->addButton(m_copyCommand);
    m_header->addButton(m_step);
    m_header->addButton(m_run);
}

void SimulatorPage::build()
{
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
    outer->addWidget(m_stack, 1);
    for (QWidget* subject : {static_cast<QWidget*>(m_mail), m_batch->inputs(), m_senders->inputs()}) {
        m_inputs->addSubject(subject);
    }
    for (QWidget* view : {static_cast<QWidget*>(m_mailView), static_cast<QWidget*>(m_batch),
                          static_cast<QWidget*>(m_senders)}) {
        m_stack->addWidget(view);
    }
    m_inputs->showSubject(m_mail);
}

void SimulatorPage::connectParts()
{
    connect(m_views, &Segment::chosen, this, [this](int view) { showView(static_cast<View>(view)); });
    connect(m_inputs, &InputCard::changed, this, &SimulatorPage::conditionsChanged);
    connect(m_inputs, &InputCard::runRequested, this, &SimulatorPage::run);
    connect(m_mail, &MailFields::changed, this, &SimulatorPage::mailChanged);
    connect(m_mail, &MailFields::runRequested, this, &SimulatorPage::run);
    connect(&m_delay, &QTimer::timeout, this, [this] { start(false); });
    connect(m_run, &QAbstractButton::clicked, this, [this] { isRunning() ? cancel() : run(); });
    connect(m_step, &QAbstractButton::clicked, this, &SimulatorPage::step);
    connect(m_copyCommand, &QAbstractButton::clicked, this,
            [this] { QApplication::clipboard()->setText(command()); });
    connect(m_mailView, &MailView::runRequested, this, &SimulatorPage::run);
    connect(m_mailView, &MailView::evaluationRequested, this, [this] { start(true); });
    connect(m_mailView, &MailView::told, m_notice, &NoticeBar::show);
    connect(m_mailView, &MailView::stateChanged, this, &SimulatorPage::showState);
    connect(m_mailView, &MailView::finished, this, &SimulatorPage::mailFinished);
    connect(m_mailView, &MailView::draftFinished, this, &SimulatorPage::draftFinished);
    connect(m_batch, &BatchView::changed, this, &SimulatorPage::showState);
    connect(m_batch, &BatchView::mailChosen, this, &SimulatorPage::simulate);
    connect(m_senders, &SendersView::changed, this, &SimulatorPage::showState);
    connect(m_senders, &SendersView::simulateRequested, this, &SimulatorPage::simulate);
    connect(m_history, &HistoryMenu::chosen, this, &SimulatorPage::simulate);
    connect(m_automatic, &QCheckBox::toggled, this, [this](bool isOn) {
        if (isOn) {
            mailChanged();
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

QList<TourStop> SimulatorPage::tourStops()
{
    const auto side = [this](SidePanel::Tab tab) -> QWidget* {
        showView(OneMail);
        m_mailView->side().showTab(tab);
        return nullptr;
    };
    return {
        {QStringLiteral("simulator-findings"), [side] { return side(SidePanel::FindingsTab); }},
        {QStringLiteral("simulator-other-config"),
         [this, side] {
             m_mailView->side().otherConfig().setChoice(ConfigPanel::Choice::Defaults);
             return side(SidePanel::ConfigTab);
         }},
        {QStringLiteral("simulator-batch"),
         [this]() -> QWidget* {
             showView(ManyMails);
             m_batch->run();
             return nullptr;
         }},
        {QStringLiteral("simulator-senders"),
         [this]() -> QWidget* {
             showView(Senders);
             m_senders->show(
                 QString::fromStdString(outcome() != nullptr ? outcome()->decision.domain : std::string()));
             return nullptr;
         }},
        {QStringLiteral("simulator-limits"),
         [this, side]() -> QWidget* {
             side(SidePanel::DraftTab);
             return m_inputs->changeLimits();
         }},
    };
}

void SimulatorPage::showView(View view)
{
    m_views->setCurrent(view);
    m_stack->setCurrentIndex(view);
    m_inputs->showSubject(view == OneMail     ? static_cast<QWidget*>(m_mail)
                          : view == ManyMails ? m_batch->inputs()
                                              : m_senders->inputs());
    showState();
}

SimulatorPage::View SimulatorPage::view() const
{
    return static_cast<View>(m_stack->currentIndex());
}

void SimulatorPage::simulate(const MailInputs& inputs)
{
    showView(OneMail);
    m_mail->setInputs(inputs);
    run();
}

void SimulatorPage::setLogSource(std::function<std::vector<MailInputs>()> mails)
{
    m_batch->setLogSource(std::move(mails));
}

void SimulatorPage::setSource(const DnsSource& source)
{
    m_inputs->setSource(source);
}

void SimulatorPage::policyChanged()
{
    m_batch->conditionsChanged();
    if (outcome() != nullptr) {
        mailChanged();
    }
}

bool SimulatorPage::isRunning() const
{
    switch (view()) {
    case OneMail:
        return m_mailView->isRunning();
    case ManyMails:
        return m_batch->isRunning();
    case Senders:
        break;
    }
    return m_senders->isRunning();
}

const SimulationOutcome* SimulatorPage::outcome() const
{
    return m_mailView->outcome();
}

Conditions SimulatorPage::conditions() const
{
    Conditions conditions;
    conditions.source = m_inputs->source();
    conditions.config =
        m_inputs->configChoice() == InputCard::ConfigChoice::Saved ? m_policy.saved() : m_policy.edited();
    conditions.limits = m_inputs->limits();
    conditions.receiver = QSysInfo::machineHostName().toStdString();
    conditions.time = m_services.now().toSecsSinceEpoch();
    return conditions;
}

bool SimulatorPage::canRunMail() const
{
    return m_inputs->isReady() && m_mail->isComplete();
}

bool SimulatorPage::canRun() const
{
    switch (view()) {
    case OneMail:
        return canRunMail();
    case ManyMails:
        return m_inputs->isReady() && m_batch->canRun();
    case Senders:
        break;
    }
    return m_inputs->isReady() && m_senders->canRun();
}

QString SimulatorPage::configName() const
{
    return m_inputs->configChoice() == InputCard::ConfigChoice::Saved ? tr("Saved") : tr("Edited");
}

QString SimulatorPage::configPath() const
{
    return m_policy.path ? m_policy.path() : QString();
}

QString SimulatorPage::mailCommand() const
{
    const MailInputs mail = m_mail->inputs();
    CheckCommand command;
    command.ip = mail.client;
    command.sender = mail.sender;
    command.helo = mail.helo;
    command.configFile = configPath();
    command.source = m_inputs->source();
    command.limits = m_inputs->limits();
    DraftPanel& draft = m_mailView->side().draft();
    if (draft.isRecordChanged()) {
        command.drafts.emplace_back(draft.domain(), draft.draft());
    }
    command.draftZone = draft.others();
    return commandLine(command);
}

QString SimulatorPage::command() const
{
    switch (view()) {
    case OneMail:
        return mailCommand();
    case ManyMails:
        return m_batch->command(configPath());
    case Senders:
        break;
    }
    return m_senders->command();
}

void SimulatorPage::conditionsChanged()
{
    m_batch->conditionsChanged();
    m_senders->conditionsChanged();
    mailChanged();
    Q_EMIT statusChanged();
}

void SimulatorPage::mailChanged()
{
    m_stepsWanted = false;
    m_mailView->cancel();
    m_mailView->setStale(outcome() != nullptr);
    m_delay.stop();
    if (m_automatic->isChecked() && canRunMail()) {
        m_delay.start();
    }
    showState();
}

void SimulatorPage::run()
{
    m_notice->hide();
    if (view() == ManyMails) {
        m_batch->run();
    } else if (view() == Senders) {
        m_senders->run();
    } else if (canRunMail()) {
        start(false);
    } else {
        m_mail->focusFirst();
    }
}

void SimulatorPage::start(bool evaluateExempt)
{
    m_delay.stop();
    m_notice->hide();
    m_mailView->run({m_mail->inputs(), mailCommand(), configName(), evaluateExempt});
}

void SimulatorPage::cancel()
{
    if (view() == ManyMails) {
        m_batch->cancel();
        return;
    }
    if (view() == Senders) {
        m_senders->cancel();
        return;
    }
    m_delay.stop();
    m_stepsWanted = false;
    m_mailView->cancel();
    m_notice->show(Level::Info, outcome() != nullptr
                                    ? tr("Cancelled. The result shown is that of the run before.")
                                    : tr("Cancelled."));
}

void SimulatorPage::step()
{
    if (outcome() == nullptr || m_mailView->isStale()) {
        m_stepsWanted = true;
        if (!m_mailView->isRunning()) {
            run();
        }
        return;
    }
    m_mailView->stepForward();
}

void SimulatorPage::mailFinished()
{
    m_history->add(m_mail->inputs(), outcome()->decision);
    if (std::exchange(m_stepsWanted, false)) {
        m_mailView->stepForward();
    }
    showState();
    Q_EMIT finished();
}

void SimulatorPage::showState()
{
    m_header->setFacts(view() == OneMail ? tr("Evaluate one mail step by step: SPF result, deciding rule and "
                                              "the reply Postfix would give.")
                       : view() == ManyMails
                           ? tr("Evaluate many mails at once: pasted, from a CSV file or from the mail log.")
                           : tr("All networks a domain lets send, and by which term of which record."));
    const bool running = isRunning();
    m_run->setText(running ? tr("Cancel  Esc") : tr("Run  Ctrl+Enter"));
    m_run->setIcon(
        themedIcon(running ? QStringLiteral("cancel") : QStringLiteral("play"), &Tokens::onAccent));
    m_run->setEnabled(running || canRun());
    const bool isOneMail = view() == OneMail;
    for (QWidget* part :
         {static_cast<QWidget*>(m_step), static_cast<QWidget*>(m_past), static_cast<QWidget*>(m_automatic)}) {
        part->setVisible(isOneMail);
    }
    const std::optional<std::pair<int, int>> at = m_mailView->step();
    m_step->setText(at ? tr("Step %1 / %2").arg(at->first).arg(at->second) : tr("Step"));
    m_step->setEnabled(canRunMail());
    m_copyCommand->setEnabled(isOneMail ? canRunMail() : !command().isEmpty());
    m_past->setEnabled(!m_history->mails().isEmpty());
    m_header->setState(running ? BadgeSpec::of(tr("Running"), &Tokens::info, QStringLiteral("running"))
                               : BadgeSpec{});
}

void SimulatorPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && isRunning()) {
        cancel();
    } else if (event->key() != Qt::Key_Escape || !m_mailView->endSteps()) {
        Page::keyPressEvent(event);
    }
}

void SimulatorPage::retranslate()
{
    m_header->setTitle(title());
    m_views->setGroupName(tr("View"));
    m_views->setChoiceText(OneMail, tr("One mail"));
    m_views->setChoiceText(ManyMails, tr("Many mails"));
    m_views->setChoiceText(Senders, tr("Who may send"));
    m_automatic->setText(tr("Run while typing"));
    m_past->setText(tr("History"));
    m_copyCommand->setText(tr("Copy as command"));
    m_inputs->retranslate();
    m_mail->retranslate();
    m_mailView->retranslate();
    m_batch->retranslate();
    m_senders->retranslate();
    showState();
}

} // namespace ui
