// SPDX-License-Identifier: GPL-3.0-or-later
// What if the DNS were another: a draft of the record, and of other records of any type, laid over what is
// published, with the differing terms marked and both answers side by side.
#pragma once

#include "core/dns/zone.h"
#include "ui/simulator/simulation.h"

#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace ui {

class ComparisonTable;
class Label;
class MonoLabel;
class ProblemRow;
class RecordText;
class VerdictCard;

class DraftPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit DraftPanel(QWidget* parent = nullptr);

    /// What the draft is compared with. A draft for the same domain stays; another domain begins anew.
    void setPublished(std::shared_ptr<const SimulationOutcome> outcome);
    /// The answer with the draft; nothing while there is none.
    void setDraftOutcome(std::optional<SimulationOutcome> outcome);
    void setStale(bool isStale);

    [[nodiscard]] QString domain() const { return m_domain; }

    [[nodiscard]] QString draft() const;

    /// The other records, as a master file has them.
    [[nodiscard]] QString others() const;
    /// All drafts as answers.
    [[nodiscard]] dns::Zone zone() const;
    void setDraft(const QString& text);
    /// Whether the drafts say something else than what is published.
    [[nodiscard]] bool isChanged() const;
    /// The same for the record of the domain alone.
    [[nodiscard]] bool isRecordChanged() const;
    void retranslate();

Q_SIGNALS:
    void draftChanged();

private:
    QWidget* buildEditor();
    void edited();
    void showState();
    void showOthers(bool wanted);
    void showOthersProblem();
    void showComparison();

    std::shared_ptr<const SimulationOutcome> m_published;
    std::optional<SimulationOutcome> m_outcome;
    QString m_domain;
    QString m_publishedText;
    Label* m_type;
    MonoLabel* m_name;
    QPlainTextEdit* m_edit;
    RecordText* m_difference;
    QPushButton* m_reset;
    QPushButton* m_addOthers;
    QPlainTextEdit* m_others;
    ProblemRow* m_othersProblem;
    VerdictCard* m_verdict;
    Label* m_hint;
    ComparisonTable* m_comparison;
};

} // namespace ui
