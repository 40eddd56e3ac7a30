// SPDX-License-Identifier: GPL-3.0-or-later
// The simulator: what would happen, and why, to one mail, to many, and who may send as a domain. The inputs
// stand above; each view runs for itself on the event loop and never blocks.
#pragma once

#include "ui/common/page.h"
#include "ui/common/services.h"
#include "ui/simulator/conditions.h"
#include "ui/simulator/config_panel.h"
#include "ui/simulator/mail_input.h"
#include "ui/simulator/simulation.h"

#include <QTimer>

class QCheckBox;
class QPushButton;
class QStackedWidget;

namespace ui {

class BatchView;
class HistoryMenu;
class InputCard;
class MailFields;
class MailView;
class NoticeBar;
class PageHeader;
class Segment;
class SendersView;

class SimulatorPage final : public Page
{
    Q_OBJECT

public:
    enum View { OneMail, ManyMails, Senders };

    SimulatorPage(const Services& services, PolicySource policy, ResolverMaker makeResolver,
                  QWidget* parent = nullptr);
    ~SimulatorPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] StatusLine status() const override;
    [[nodiscard]] QList<ActionSpec> actions() override;
    [[nodiscard]] QList<TourStop> tourStops() override;

    /// Fills the inputs and runs: from the mail log, the sample, the search.
    void simulate(const MailInputs& inputs);
    void setSource(const DnsSource& source);
    /// Under which every mail of the page is evaluated.
    [[nodiscard]] Conditions conditions() const;
    /// Where the mails of the log come from, for many mails at once.
    void setLogSource(std::function<std::vector<MailInputs>()> mails);
    /// The config was edited, saved or opened: the decision may be another.
    void policyChanged();
    void showView(View view);

    [[nodiscard]] View view() const;
    /// Of the one mail.
    [[nodiscard]] const SimulationOutcome* outcome() const;

    // Of the view in front.
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] QString command() const;
    void run();
    void cancel();

    /// Of the one mail.
    void step();

Q_SIGNALS:
    void finished();
    void draftFinished();

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildHeader();
    void build();
    void connectParts();
    void conditionsChanged();
    void mailChanged();
    void start(bool evaluateExempt);
    void mailFinished();
    void showState();
    [[nodiscard]] bool canRun() const;
    [[nodiscard]] bool canRunMail() const;
    enum class Drafts { Without, With };
    [[nodiscard]] QString mailCommand(Drafts drafts) const;
    void copyCommand();
    [[nodiscard]] QString configName() const;
    [[nodiscard]] QString configPath() const;

    const Services& m_services;
    PolicySource m_policy;
    bool m_stepsWanted = false;
    QTimer m_delay;

    PageHeader* m_header;
    Segment* m_views;
    QCheckBox* m_automatic;
    QPushButton* m_past;
    HistoryMenu* m_history;
    QPushButton* m_copyCommand;
    QPushButton* m_step;
    QPushButton* m_run;
    NoticeBar* m_notice;
    InputCard* m_inputs;
    MailFields* m_mail;
    QStackedWidget* m_stack;
    MailView* m_mailView;
    BatchView* m_batch;
    SendersView* m_senders;
};

} // namespace ui
