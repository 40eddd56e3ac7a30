// SPDX-License-Identifier: GPL-3.0-or-later
// What the simulator gives to the frame: commands and stops of the picture tour.
#include "ui/simulator/batch_view.h"
#include "ui/simulator/config_panel.h"
#include "ui/simulator/input_card.h"
#include "ui/simulator/mail_view.h"
#include "ui/simulator/senders_view.h"
#include "ui/simulator/side_panel.h"
#include "ui/simulator/simulator_page.h"

namespace ui {

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
             {}, [this] { copyCommand(); }),
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
             m_batch->takeLog();
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

} // namespace ui
