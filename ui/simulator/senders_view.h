// SPDX-License-Identifier: GPL-3.0-or-later
// Who may send as a domain, without a mail: the record with all it includes as a tree, its networks as a
// table. Runs on the event loop and never blocks; a new input cancels the run before it.
#pragma once

#include "core/qtio/runs/origin_run.h"
#include "core/qtio/runs/outline_run.h"
#include "ui/common/services.h"
#include "ui/simulator/conditions.h"
#include "ui/simulator/mail_input.h"
#include "ui/simulator/outline_model.h"
#include "ui/simulator/senders_model.h"

#include <QTimer>
#include <QWidget>

class QPushButton;
class QStackedLayout;

namespace ui {

class Card;
class EmptyState;
class NoticeBar;
class ProgressStrip;
class SendersInputs;
class SendersStrip;
class TableView;
class TermTree;

class SendersView final : public QWidget
{
    Q_OBJECT

public:
    SendersView(const Services& services, ConditionsNow conditions, ResolverMaker makeResolver,
                QWidget* parent = nullptr);
    ~SendersView() override;

    /// A row of controls that stands among the inputs at the top of the page; hidden until somebody places
    /// it.
    [[nodiscard]] QWidget* inputs() const;

    using QWidget::show;
    /// Fills the input and runs.
    void show(const QString& domain);

    [[nodiscard]] bool canRun() const;
    void run();
    /// What was found before stays.
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_run != nullptr; }

    /// The source of answers is another now: ends a run and greys what is shown.
    void conditionsChanged();

    /// The `spfpolicy record explain` call that does the same.
    [[nodiscard]] QString command() const;

    [[nodiscard]] const SendersOutcome* outcome() const { return m_list.outcome().get(); }

    void retranslate();

Q_SIGNALS:
    void changed(); ///< any of canRun(), isRunning(), command()
    void started();
    void finished(); ///< not after cancel()
    void simulateRequested(const ui::MailInputs& mail);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildTree();
    void buildTable();
    void buildColumns();
    void connectParts();
    void inputChanged();
    void stop();
    void finish();
    void lookUpOperators();
    void finishOperators();
    void chooseTerm();
    void askForAddress();
    void simulateCurrent();
    void exportTo(const QString& path);
    void setStale(bool isStale);
    void showState();
    void showFolds();
    void showTable();

    const Services& m_services;
    ConditionsNow m_conditions;
    ResolverMaker m_makeResolver;
    DnsSource m_source;   ///< of what is under way, or was asked last
    spf::Limits m_limits; ///< of the same
    std::unique_ptr<qtio::Resolver> m_resolver;
    std::unique_ptr<qtio::OutlineRun> m_run; ///< while it runs; goes before the resolver
    std::unique_ptr<qtio::OriginRun> m_origins;
    bool m_isFolded = false;
    QTimer m_patience; ///< short runs show no progress

    OutlineModel m_terms;
    SendersModel m_list;
    SendersFilter m_filter;
    SendersInputs* m_inputs;
    NoticeBar* m_notice;
    ProgressStrip* m_progress;
    QStackedLayout* m_stack;
    EmptyState* m_empty;
    SendersStrip* m_strip;
    Card* m_treeCard;
    TermTree* m_tree;
    QPushButton* m_fold;
    Card* m_tableCard;
    QStackedLayout* m_tableStack;
    TableView* m_table;
    EmptyState* m_nothing;
    QPushButton* m_operators;
    QPushButton* m_copy;
    QPushButton* m_export;
    QAction* m_simulate;
};

} // namespace ui
