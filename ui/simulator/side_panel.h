// SPDX-License-Identifier: GPL-3.0-or-later
// Beside the trace: what if the DNS were another, what is wrong with the record, what if another config
// decided. Runs on its own after every run of the page, on what that run's resolver answers.
#pragma once

#include "core/qtio/dns/caching_resolver.h"
#include "core/qtio/dns/zone_resolver.h"
#include "core/qtio/runs/record_lint_run.h"
#include "ui/simulator/config_panel.h"
#include "ui/simulator/simulation.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QStackedWidget;

namespace ui {

class Card;
class DraftPanel;
class FindingsPanel;
class TabBar;

class SidePanel final : public QWidget
{
    Q_OBJECT

public:
    enum Tab { DraftTab, FindingsTab, ConfigTab, ExtraTab };

    /// `policy` must outlive the panel.
    SidePanel(const PolicySource& policy, FilePicker& filePicker, QWidget* parent = nullptr);
    ~SidePanel() override;

    /// `resolver` must live until cancel() or the next call; `configName` is what decided on the page.
    void setRun(std::shared_ptr<const SimulationOutcome> outcome, SimulationPlan plan,
                qtio::Resolver& resolver, const QString& configName);
    /// Gives up whatever runs and lets the resolver go.
    void cancel();
    void setStale(bool isStale);
    void showTab(Tab tab);
    /// A further tab for what has no room elsewhere; null takes it away again.
    void setExtra(QWidget* widget, const QString& title);

    [[nodiscard]] DraftPanel& draft() { return *m_draft; }

    [[nodiscard]] ConfigPanel& otherConfig() { return *m_config; }

    [[nodiscard]] FindingsPanel& findings() { return *m_findings; }

    void retranslate();

Q_SIGNALS:
    void draftFinished();
    void findingsReady();
    void otherConfigFinished();

private:
    void addTab(QWidget* content);
    void draftEdited();
    void runDraft();
    void runOtherConfig();
    void runLint();
    void showCounts();
    /// The answers with the drafts laid over them, as they are now.
    [[nodiscard]] std::unique_ptr<qtio::OverlayResolver> overlay();

    std::shared_ptr<const SimulationOutcome> m_outcome;
    SimulationPlan m_plan;
    QString m_configName;
    std::unique_ptr<qtio::CachingResolver> m_answers; ///< null while nothing was run
    std::unique_ptr<qtio::OverlayResolver> m_draftAnswers;
    std::unique_ptr<qtio::OverlayResolver> m_lintAnswers;
    std::unique_ptr<Simulation> m_draftRun;
    std::unique_ptr<Simulation> m_configRun;
    std::unique_ptr<qtio::RecordLintRun> m_lintRun;
    QTimer m_pause; ///< while the draft is typed
    Card* m_card;
    TabBar* m_tabs;
    QStackedWidget* m_stack;
    DraftPanel* m_draft;
    FindingsPanel* m_findings;
    ConfigPanel* m_config;
};

} // namespace ui
