// SPDX-License-Identifier: GPL-3.0-or-later
// One mail: its result and decision, the whole path to it, what would be written, and what-if beside it. Runs
// on the event loop; a new run cancels the one before.
#pragma once

#include "core/qtio/dns/recording_resolver.h"
#include "ui/common/level.h"
#include "ui/simulator/conditions.h"
#include "ui/simulator/config_panel.h"
#include "ui/simulator/mail_input.h"
#include "ui/simulator/simulation.h"

#include <QWidget>

#include <memory>

class QLayout;

namespace ui {

class BudgetBar;
class Card;
class DetailsPanel;
class ExportMenu;
class Label;
class SidePanel;
class TraceCard;
class VerdictCard;

class MailView final : public QWidget
{
    Q_OBJECT

public:
    /// `policy` must outlive the view.
    MailView(FilePicker& filePicker, const PolicySource& policy, ConditionsNow conditions,
             ResolverMaker makeResolver, QWidget* parent = nullptr);
    ~MailView() override;

    /// `command` repeats the run. `evaluateExempt`: also mail that a list exempts. `configName` is shown
    /// where two configs stand side by side.
    struct Order
    {
        MailInputs mail;
        QString command;
        QString configName;
        bool evaluateExempt = false;
    };

    void run(Order order);
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_simulation != nullptr; }

    [[nodiscard]] const SimulationOutcome* outcome() const { return m_outcome.get(); }

    /// The inputs have changed: what is shown is of yesterday.
    void setStale(bool isStale);
    [[nodiscard]] bool isStale() const;

    /// The next row of the step-by-step play.
    void stepForward();
    /// False when there was nothing to end.
    bool endSteps();
    /// Row shown by the play and rows in all; nothing while none is under way.
    [[nodiscard]] std::optional<std::pair<int, int>> step() const;

    [[nodiscard]] SidePanel& side() { return *m_side; }

    [[nodiscard]] const SidePanel& side() const { return *m_side; }

    [[nodiscard]] TraceCard& trace() { return *m_trace; }

    void retranslate();

Q_SIGNALS:
    void finished();
    void draftFinished();
    void stateChanged(); ///< running or not, step shown
    void told(Level level, const QString& sentence);
    void runRequested();        ///< from the empty state
    void evaluationRequested(); ///< of exempt mail

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    QLayout* buildBudgets();
    void connectParts();
    [[nodiscard]] bool prepareResolver(const DnsSource& source);
    void finish();
    void showBudgets();
    void showOffline();
    /// Where there is no room below the trace, what would be written goes to the side.
    void placeDetails();

    const PolicySource& m_policy;
    ConditionsNow m_conditions;
    ResolverMaker m_makeResolver;
    DnsSource m_resolverSource;
    std::unique_ptr<qtio::Resolver> m_resolver;
    dns::Recording m_recording; ///< what the DNS answered in the last run
    std::unique_ptr<qtio::RecordingResolver> m_recorder;
    Order m_order;
    SimulationPlan m_plan;
    std::unique_ptr<Simulation> m_simulation; ///< while it runs; goes before the resolvers
    std::shared_ptr<const SimulationOutcome> m_outcome;
    bool m_isLow = false;

    VerdictCard* m_verdict;
    BudgetBar* m_terms;
    BudgetBar* m_voids;
    Label* m_timeTitle;
    Label* m_time;
    TraceCard* m_trace;
    Card* m_detailsCard;
    DetailsPanel* m_details;
    ExportMenu* m_export;
    SidePanel* m_side;
};

} // namespace ui
