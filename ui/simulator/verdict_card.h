// SPDX-License-Identifier: GPL-3.0-or-later
// The answer in one look: result and action with their shapes, the sentence, the rule, the reply; both
// identities with the one that counts marked.
#pragma once

#include "ui/common/tokens.h"
#include "ui/simulator/simulation.h"

#include <QWidget>

namespace ui {

class Badge;
class IconView;
class Label;
class MonoLabel;

class VerdictCard final : public QWidget
{
    Q_OBJECT

public:
    /// Without identities it is small enough for a side panel.
    explicit VerdictCard(bool withIdentities, QWidget* parent = nullptr);

    void setCaption(const QString& caption);
    void setOutcome(std::optional<SimulationOutcome> outcome);
    /// Why there is nothing to show, as a sentence; only without an outcome.
    void setAbsence(const QString& sentence);
    /// Grey while a newer answer is on its way.
    void setStale(bool isStale);

    [[nodiscard]] bool isStale() const { return m_isStale; }

    [[nodiscard]] QString sentence() const;
    void retranslate();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct IdentityRow
    {
        Label* name = nullptr;
        MonoLabel* domain = nullptr;
        Badge* badge = nullptr;
        Label* note = nullptr;
    };

    QWidget* buildIdentities();
    void showIdentity(IdentityRow& row, policy::Identity identity);
    void refresh();
    void refreshWords();
    [[nodiscard]] Ink ink() const;
    [[nodiscard]] QString reason() const;

    std::optional<SimulationOutcome> m_outcome;
    QString m_absence;
    bool m_isStale = false;
    Label* m_caption;
    IconView* m_icon;
    Label* m_result;
    IconView* m_arrow;
    IconView* m_actionIcon;
    Label* m_action;
    Label* m_sentence;
    Label* m_reason;
    Label* m_explanation;
    MonoLabel* m_rule;
    QWidget* m_identities = nullptr;
    IdentityRow m_mailFrom;
    IdentityRow m_helo;
};

} // namespace ui
