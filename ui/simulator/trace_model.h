// SPDX-License-Identifier: GPL-3.0-or-later
// The trace of an evaluation as a tree: records, their terms, and the DNS questions of terms that asked
// several. The record an include or redirect leads to is part of that term's row; its terms are the rows
// below.
#pragma once

#include "ui/common/tokens.h"
#include "ui/words/trace_words.h"

#include <QAbstractItemModel>

#include <memory>
#include <optional>
#include <vector>

namespace ui {

/// Everything a delegate paints of one row.
struct TraceRow
{
    QString icon;
    Ink ink = &Tokens::secondaryText;
    QString term;
    QString macro; ///< "a:%{h} → a:mail.example.com", empty without macro
    QString sentence;
    Ink sentenceInk = &Tokens::secondaryText;
    QString evidence;
    QString counter; ///< terms so far; empty where the row changed nothing
    QString cost;    ///< "+3", the terms it cost itself
    QString time;
    bool isGrey = false; ///< not evaluated
    bool isSentenceBelow =
        false; ///< the sentence in place of the evidence, which is then a word beside the term
    bool hasDecided = false;
};

class TraceModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { TermColumn, CountColumn, TimeColumn };

    enum Role { RowRole = Qt::UserRole + 1, OrderRole };

    explicit TraceModel(QObject* parent = nullptr);

    /// A report without a trace empties the model.
    void setReport(std::shared_ptr<const spf::Report> report, const std::string& client);

    [[nodiscard]] const spf::Report* report() const { return m_report.get(); }

    /// Rows in the order of evaluation; shows things as they stood when row `step` was the last one reached.
    void setStep(std::optional<int> step);

    [[nodiscard]] std::optional<int> step() const { return m_step; }

    [[nodiscard]] int rowTotal() const { return static_cast<int>(m_items.size()); }

    [[nodiscard]] int termTotal() const;

    [[nodiscard]] QModelIndex indexOfOrder(int order) const;
    [[nodiscard]] QModelIndex decidingIndex() const;
    /// The node of a row; null for rows of DNS questions.
    [[nodiscard]] const spf::TraceNode* node(const QModelIndex& index) const;
    /// The questions a row asked, those for the record it led to included.
    [[nodiscard]] std::vector<const spf::Lookup*> lookups(const QModelIndex& index) const;

    /// The sentences are made anew, after a change of the language.
    void retranslate();

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Item
    {
        const spf::TraceNode* node = nullptr;   ///< record (root) or term
        const spf::TraceNode* record = nullptr; ///< that holds the term
        const spf::Lookup* lookup = nullptr;    ///< for a row that is a DNS question
        int parent = -1;
        int row = 0;
        int last = 0; ///< order of the last row below this one
        std::vector<int> children;
    };

    int append(Item item);
    void appendTerms(const spf::TraceNode& record, int parent);
    void appendLookups(const spf::TraceNode& term, int parent);
    [[nodiscard]] bool isUnderWay(int order) const;
    [[nodiscard]] TraceRow rowOf(int order) const;
    [[nodiscard]] TraceRow recordRow(const Item& item) const;
    [[nodiscard]] TraceRow termRow(const Item& item) const;
    [[nodiscard]] TraceRow lookupRow(const Item& item) const;

    std::shared_ptr<const spf::Report> m_report;
    words::TraceScene m_scene;
    std::vector<Item> m_items; ///< in order of evaluation, parents first
    std::optional<int> m_step;
};

} // namespace ui

Q_DECLARE_METATYPE(ui::TraceRow)
