// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/mail_view.h"

#include "ui/common/budget_bar.h"
#include "ui/common/label.h"
#include "ui/common/page.h"
#include "ui/common/surface.h"
#include "ui/simulator/details_panel.h"
#include "ui/simulator/draft_panel.h"
#include "ui/simulator/export_menu.h"
#include "ui/simulator/side_panel.h"
#include "ui/simulator/trace_card.h"
#include "ui/simulator/trace_view.h"
#include "ui/simulator/verdict_card.h"
#include "ui/words/trace_words.h"

#include <QBoxLayout>

namespace ui {

namespace {

constexpr int cardGap = 12;
constexpr int lowView = 540; ///< px
constexpr int recordLinesBelow = 2;
constexpr int recordLinesAside = 8;

} // namespace

MailView::MailView(FilePicker& filePicker, const PolicySource& policy, ConditionsNow conditions,
                   ResolverMaker makeResolver, QWidget* parent)
    : QWidget(parent),
      m_policy(policy),
      m_conditions(std::move(conditions)),
      m_makeResolver(std::move(makeResolver)),
      m_verdict(new VerdictCard(true)),
      m_terms(new BudgetBar),
      m_voids(new BudgetBar),
      m_timeTitle(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_time(new Label(TextRole::Strong)),
      m_trace(new TraceCard),
      m_detailsCard(new Card),
      m_details(new DetailsPanel),
      m_export(new ExportMenu(filePicker, this)),
      m_side(new SidePanel(policy, filePicker))
{
    build();
    m_trace->setExportMenu(*m_export);
    connectParts();
    retranslate();
}

MailView::~MailView()
{
    m_side->cancel(); // its runs ask the resolvers of this
}

void MailView::build()
{
    auto* left = new QVBoxLayout;
    left->setSpacing(cardGap);
    left->addWidget(m_verdict);
    left->addLayout(buildBudgets());
    left->addWidget(m_trace, 1);
    left->addWidget(m_detailsCard);
    m_detailsCard->body()->addWidget(m_details);
    m_detailsCard->hide(); // until there is something to show
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(cardGap);
    columns->addLayout(left, 1);
    columns->addWidget(m_side);
    markPane(m_trace);
    markPane(m_side);
}

QLayout* MailView::buildBudgets()
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

void MailView::connectParts()
{
    connect(m_trace, &TraceCard::runRequested, this, &MailView::runRequested);
    connect(m_trace, &TraceCard::evaluationRequested, this, &MailView::evaluationRequested);
    connect(m_trace, &TraceCard::identityShown, this,
            [this] { m_details->setOutcome(m_outcome.get(), m_trace->shownIdentity()); });
    connect(m_trace, &TraceCard::stepped, this, [this] {
        showBudgets();
        Q_EMIT stateChanged();
    });
    connect(m_side, &SidePanel::draftFinished, this, &MailView::draftFinished);
    connect(m_export, &ExportMenu::written, this,
            [this](const QString& path) { Q_EMIT told(Level::Good, tr("Written to %1.").arg(path)); });
    connect(m_export, &ExportMenu::failed, this, [this](const QString& path, const QString& why) {
        Q_EMIT told(Level::Error, tr("%1 could not be written: %2").arg(path, why));
    });
}

bool MailView::prepareResolver(const DnsSource& source)
{
    const bool isFile = source.kind == DnsSource::Kind::ZoneFile || source.kind == DnsSource::Kind::Recorded;
    if (m_resolver != nullptr && m_resolverSource == source && !isFile) {
        return true;
    }
    m_side->cancel();
    m_recorder.reset();
    auto made = m_makeResolver(source);
    if (!made) {
        Q_EMIT told(Level::Error, made.error());
        return false;
    }
    m_resolver = std::move(*made);
    m_resolverSource = source;
    return true;
}

void MailView::run(Order order)
{
    m_simulation.reset();
    const Conditions conditions = m_conditions();
    setStale(m_outcome != nullptr);
    if (!prepareResolver(conditions.source)) {
        Q_EMIT stateChanged();
        return;
    }
    m_order = std::move(order);
    m_plan.request.clientAddress = m_order.mail.client.toStdString();
    m_plan.request.sender = m_order.mail.sender.toStdString();
    m_plan.request.heloName = m_order.mail.helo.toStdString();
    m_plan.config = conditions.config;
    m_plan.limits = conditions.limits;
    m_plan.receiver = conditions.receiver;
    m_plan.time = conditions.time;
    m_plan.evaluateExempt = m_order.evaluateExempt;
    m_recording = {};
    m_recorder = std::make_unique<qtio::RecordingResolver>(*m_resolver, m_recording);
    m_simulation = std::make_unique<Simulation>(m_plan, *m_recorder);
    connect(m_simulation.get(), &Simulation::finished, this, &MailView::finish);
    Q_EMIT stateChanged();
    m_simulation->start();
}

void MailView::cancel()
{
    m_simulation.reset();
    Q_EMIT stateChanged();
}

void MailView::finish()
{
    m_outcome = std::make_shared<const SimulationOutcome>(m_simulation->outcome());
    // The sender of the signal: it goes once this call has returned to it.
    m_simulation.release()->deleteLater();
    setStale(false);
    m_verdict->setOutcome(*m_outcome);
    m_trace->setOutcome(m_outcome);
    m_details->setOutcome(m_outcome.get(), m_trace->shownIdentity());
    placeDetails();
    m_export->setRun(m_outcome, m_order.command, m_recording);
    m_plan.evaluateExempt = false;
    m_side->setRun(m_outcome, m_plan, *m_resolver, m_order.configName);
    showBudgets();
    Q_EMIT stateChanged();
    showOffline();
    Q_EMIT finished();
}

void MailView::setStale(bool isStale)
{
    m_verdict->setStale(isStale);
    m_trace->setStale(isStale);
    m_details->setEnabled(!isStale);
    m_side->setStale(isStale);
}

bool MailView::isStale() const
{
    return m_verdict->isStale();
}

void MailView::stepForward()
{
    m_trace->stepForward();
}

bool MailView::endSteps()
{
    const bool wasPlaying = m_trace->model().step().has_value();
    m_trace->endSteps();
    return wasPlaying;
}

std::optional<std::pair<int, int>> MailView::step() const
{
    const std::optional<int> at = m_trace->model().step();
    return at ? std::optional(std::pair(*at + 1, m_trace->model().rowTotal())) : std::nullopt;
}

void MailView::showBudgets()
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

void MailView::showOffline()
{
    const spf::Report* report = m_outcome->counted();
    const bool failed = report != nullptr && report->result == spf::Result::TempError;
    const QString sentence = failed ? offlineWords(m_resolverSource) : QString();
    if (!sentence.isEmpty()) {
        Q_EMIT told(Level::Warning, sentence);
    }
}

void MailView::placeDetails()
{
    m_detailsCard->setVisible(m_outcome != nullptr && !m_isLow);
    if (m_isLow) {
        m_side->setExtra(m_details, tr("Reply and header"));
        m_details->setRecordLines(recordLinesAside);
    } else if (m_details->parentWidget() != m_detailsCard) {
        m_side->setExtra(nullptr, {});
        m_detailsCard->body()->addWidget(m_details);
        m_details->setRecordLines(recordLinesBelow);
        m_details->show();
    }
}

void MailView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if ((height() < lowView) != m_isLow) {
        m_isLow = !m_isLow;
        placeDetails();
    }
}

void MailView::retranslate()
{
    m_verdict->setCaption(tr("Published record"));
    m_verdict->setAbsence(tr("The result and what happens to the mail will stand here."));
    m_terms->setTitle(tr("DNS look-up terms"));
    m_voids->setTitle(tr("Void look-ups"));
    m_timeTitle->setText(tr("Time"));
    m_export->retranslate();
    m_verdict->retranslate();
    m_trace->retranslate();
    m_details->retranslate();
    m_side->retranslate();
    placeDetails();
    showBudgets();
}

} // namespace ui
