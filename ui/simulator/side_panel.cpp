// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/side_panel.h"

#include "ui/common/surface.h"
#include "ui/common/tab_bar.h"
#include "ui/simulator/draft_panel.h"
#include "ui/simulator/findings_panel.h"

#include <QBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>

namespace ui {

namespace {

constexpr int panelWidth = 408;
constexpr int typingPause = 300; ///< ms
constexpr std::size_t mostAnswers = 2000;

/// Low windows: the panel scrolls, the trace does not give way.
QScrollArea* scrolled(QWidget* content)
{
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    return scroll;
}

} // namespace

SidePanel::SidePanel(const PolicySource& policy, FilePicker& filePicker, QWidget* parent)
    : QWidget(parent),
      m_card(new Card),
      m_tabs(new TabBar),
      m_stack(new QStackedWidget),
      m_draft(new DraftPanel),
      m_findings(new FindingsPanel),
      m_config(new ConfigPanel(policy, filePicker))
{
    setFixedWidth(panelWidth);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    m_tabs->setObjectName(QStringLiteral("simulator.side"));
    m_card->addHeadLeading(m_tabs);
    m_card->body()->addWidget(m_stack, 1);
    for (QWidget* content : {static_cast<QWidget*>(m_draft), static_cast<QWidget*>(m_findings),
                             static_cast<QWidget*>(m_config)}) {
        addTab(content);
    }
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_draft, &DraftPanel::draftChanged, this, &SidePanel::draftEdited);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        runDraft();
        runLint();
    });
    connect(m_findings, &FindingsPanel::fixed, m_draft, &DraftPanel::setDraft);
    connect(m_config, &ConfigPanel::chosen, this, &SidePanel::runOtherConfig);
    retranslate();
}

SidePanel::~SidePanel() = default;

void SidePanel::addTab(QWidget* content)
{
    m_tabs->addPage();
    m_stack->addWidget(scrolled(content));
}

void SidePanel::setExtra(QWidget* widget, const QString& title)
{
    const bool isThere = m_stack->count() > ExtraTab;
    if (widget != nullptr && !isThere) {
        m_stack->addWidget(widget);
        m_tabs->addPage(title);
    } else if (widget == nullptr && isThere) {
        m_tabs->removeTab(ExtraTab);
        m_stack->removeWidget(m_stack->widget(ExtraTab));
    } else if (isThere) {
        m_tabs->setTabText(ExtraTab, title);
    }
}

void SidePanel::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void SidePanel::setRun(std::shared_ptr<const SimulationOutcome> outcome, SimulationPlan plan,
                       qtio::Resolver& resolver, const QString& configName)
{
    cancel();
    m_outcome = std::move(outcome);
    m_plan = std::move(plan);
    m_configName = configName;
    m_answers = std::make_unique<qtio::CachingResolver>(resolver, mostAnswers);
    m_draft->setPublished(m_outcome);
    runDraft();
    runLint();
    runOtherConfig();
}

void SidePanel::cancel()
{
    m_pause.stop();
    m_draftRun.reset();
    m_configRun.reset();
    m_lintRun.reset();
    m_draftAnswers.reset();
    m_lintAnswers.reset();
    m_answers.reset();
}

void SidePanel::setStale(bool isStale)
{
    m_draft->setStale(isStale);
    m_config->setStale(isStale);
    m_findings->setEnabled(!isStale);
}

void SidePanel::draftEdited()
{
    m_draftRun.reset();
    m_draft->setStale(true);
    m_pause.start();
}

std::unique_ptr<qtio::OverlayResolver> SidePanel::overlay()
{
    return std::make_unique<qtio::OverlayResolver>(m_draft->zone(), *m_answers);
}

void SidePanel::runDraft()
{
    m_draftRun.reset();
    if (m_answers == nullptr || !m_draft->isChanged()) {
        m_draft->setDraftOutcome(std::nullopt);
        return;
    }
    m_draftAnswers = overlay();
    m_draftRun = std::make_unique<Simulation>(m_plan, *m_draftAnswers);
    connect(m_draftRun.get(), &Simulation::finished, this, [this] {
        m_draft->setDraftOutcome(m_draftRun->outcome());
        m_draftRun.release()->deleteLater(); // the sender
        m_draft->setStale(false);
        Q_EMIT draftFinished();
    });
    m_draftRun->start();
}

void SidePanel::runOtherConfig()
{
    m_configRun.reset();
    const std::optional<config::PolicyConfig> other = m_config->config();
    if (m_answers == nullptr || !other) {
        m_config->setOutcomes(m_outcome, m_configName, std::nullopt);
        return;
    }
    SimulationPlan plan = m_plan;
    plan.config = *other;
    m_configRun = std::make_unique<Simulation>(std::move(plan), *m_answers);
    connect(m_configRun.get(), &Simulation::finished, this, [this] {
        m_config->setOutcomes(m_outcome, m_configName, m_configRun->outcome());
        m_configRun.release()->deleteLater();
        m_config->setStale(false);
        Q_EMIT otherConfigFinished();
    });
    m_configRun->start();
}

void SidePanel::runLint()
{
    m_lintRun.reset();
    if (m_answers == nullptr || m_draft->domain().isEmpty()) {
        m_findings->clear();
        showCounts();
        return;
    }
    m_findings->setRunning(m_draft->domain());
    m_lintAnswers = overlay();
    m_lintRun = std::make_unique<qtio::RecordLintRun>(m_draft->domain().toStdString(), spf::LintFacts{},
                                                      *m_lintAnswers, m_plan.limits.query);
    connect(m_lintRun.get(), &qtio::RecordLintRun::finished, this, [this](const spf::LintReport& report) {
        m_findings->setReport(report, m_draft->isChanged());
        m_lintRun.release()->deleteLater();
        showCounts();
        Q_EMIT findingsReady();
    });
    m_lintRun->start();
}

void SidePanel::showCounts()
{
    const int count = m_findings->count();
    m_tabs->setCount(FindingsTab, count > 0 ? QLocale().toString(count) : QString());
}

void SidePanel::retranslate()
{
    m_tabs->setAccessibleName(tr("Draft, findings and another config"));
    m_tabs->setTabText(DraftTab, tr("Draft"));
    m_tabs->setTabText(FindingsTab, tr("Record check"));
    m_tabs->setTabText(ConfigTab, tr("Other config"));
    m_draft->retranslate();
    m_findings->retranslate();
    m_config->retranslate();
    showCounts();
}

} // namespace ui
