// SPDX-License-Identifier: GPL-3.0-or-later
// What if the record were another: a draft laid over what is published, with the differing terms marked and
// both answers side by side.
#pragma once

#include "core/dns/zone.h"
#include "ui/simulator/simulation.h"

#include <QWidget>

#include <array>

class QPlainTextEdit;
class QPushButton;

namespace ui {

class Badge;
class Card;
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
    /// The draft as the answer to the TXT question for its domain.
    [[nodiscard]] dns::Zone zone() const;
    void setDraft(const QString& text);
    /// Whether the draft says something else than what is published.
    [[nodiscard]] bool isChanged() const;
    void retranslate();

Q_SIGNALS:
    void draftChanged();

private:
    struct Row
    {
        Label* name = nullptr;
        MonoLabel* published = nullptr;
        MonoLabel* draft = nullptr;
        Badge* publishedBadge = nullptr; ///< instead of the texts, for result and action
        Badge* draftBadge = nullptr;
    };

    enum RowIndex { ResultRow, ActionRow, TermRow, LookupRow, VoidRow, LengthRow, RowCount };

    QWidget* buildEditor();
    QWidget* buildComparison();
    void edited();
    void showDifference();
    void showComparison();
    void showCount(RowIndex row, int published, std::optional<int> draft, int limit);
    void showBadges();

    std::shared_ptr<const SimulationOutcome> m_published;
    std::optional<SimulationOutcome> m_outcome;
    QString m_domain;
    QString m_publishedText;
    Card* m_card;
    Label* m_type;
    MonoLabel* m_name;
    QPlainTextEdit* m_edit;
    RecordText* m_difference;
    QPushButton* m_reset;
    VerdictCard* m_verdict;
    Label* m_hint;
    std::array<Label*, 3> m_heads{};
    std::array<Row, RowCount> m_rows;
    QWidget* m_comparison; ///< made of the two above
};

} // namespace ui
