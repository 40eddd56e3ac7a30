// SPDX-License-Identifier: GPL-3.0-or-later
// The simulator: one mail in, result, decision and the whole path to it out. Runs on the event loop and never
// blocks; a new input cancels the run before it.
#pragma once

#include "core/qtio/recording_resolver.h"
#include "core/qtio/zone_resolver.h"
#include "ui/common/page.h"
#include "ui/common/services.h"
#include "ui/simulator/command_line.h"
#include "ui/simulator/input_card.h"
#include "ui/simulator/simulation.h"

#include <QTimer>

#include <memory>

class QCheckBox;
class QPushButton;

namespace ui {

class BudgetBar;
class DetailsCard;
class DraftPanel;
class ExportMenu;
class HistoryMenu;
class Label;
class NoticeBar;
class PageHeader;
class TraceCard;
class VerdictCard;

/// The configs a mail can be judged by.
struct PolicySource
{
    std::function<config::PolicyConfig()> edited;
    std::function<config::PolicyConfig()> saved;
    std::function<QString()> path; ///< for the command; empty when nothing is saved
};

class SimulatorPage final : public Page
{
    Q_OBJECT

public:
    SimulatorPage(const Services& services, PolicySource policy, ResolverMaker makeResolver,
                  QWidget* parent = nullptr);
    ~SimulatorPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] StatusLine status() const override;
    [[nodiscard]] QList<ActionSpec> actions() override;

    /// Fills the inputs and runs: from the mail log, the sample, the search.
    void simulate(const MailInputs& inputs);
    void setSource(const DnsSource& source);
    /// The config was edited, saved or opened: the decision may be another.
    void policyChanged();

    [[nodiscard]] bool isRunning() const { return m_simulation != nullptr; }

    [[nodiscard]] const SimulationOutcome* outcome() const { return m_outcome.get(); }

    [[nodiscard]] QString command() const;

    void run();
    void cancel();
    void step();

Q_SIGNALS:
    void finished();
    void draftFinished();

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildHeader();
    void buildColumns();
    QLayout* buildBudgets();
    void connectParts();
    void inputChanged();
    void start(bool evaluateExempt);
    [[nodiscard]] SimulationPlan plan(bool evaluateExempt) const;
    [[nodiscard]] bool prepareResolver();
    void finish();
    void runDraft();
    void finishDraft();
    void setStale(bool isStale);
    void showRunning();
    void showBudgets();
    void showOffline();

    const Services& m_services;
    PolicySource m_policy;
    ResolverMaker m_makeResolver;
    DnsSource m_resolverSource;
    std::unique_ptr<qtio::Resolver> m_resolver;
    dns::Recording m_recording; ///< what the DNS answered in the last run
    std::unique_ptr<qtio::RecordingResolver> m_recorder;
    std::unique_ptr<qtio::OverlayResolver> m_overlay;
    std::unique_ptr<Simulation> m_simulation; ///< while it runs; goes before the resolvers
    std::unique_ptr<Simulation> m_draftSimulation;
    std::shared_ptr<const SimulationOutcome> m_outcome;
    QString m_outcomeCommand; ///< that repeats the shown run
    bool m_stepsWanted = false;
    QTimer m_delay;
    QTimer m_draftDelay;

    PageHeader* m_header;
    QCheckBox* m_automatic;
    QPushButton* m_past;
    HistoryMenu* m_history;
    QPushButton* m_copyCommand;
    QPushButton* m_step;
    QPushButton* m_run;
    NoticeBar* m_notice;
    InputCard* m_inputs;
    VerdictCard* m_verdict;
    BudgetBar* m_terms;
    BudgetBar* m_voids;
    Label* m_timeTitle;
    Label* m_time;
    TraceCard* m_trace;
    DetailsCard* m_details;
    DraftPanel* m_draft;
    ExportMenu* m_export;
};

} // namespace ui
