// SPDX-License-Identifier: GPL-3.0-or-later
// The tree of a domain's record with all it includes: each term with its sentence and what it costs. Rows are
// painted as those of a trace; the record an include leads to is part of that term's row.
#pragma once

#include "ui/simulator/senders_outcome.h"
#include "ui/simulator/trace_model.h"

namespace ui {

class OutlineModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    explicit OutlineModel(QObject* parent = nullptr);

    /// Null empties the model.
    void setOutcome(SendersOutcomePtr outcome);
    /// As SenderNetwork::place; empty for the record itself.
    [[nodiscard]] std::vector<std::size_t> placeOf(const QModelIndex& index) const;

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
        const spf::OutlineTerm* term = nullptr; ///< null for the record itself
        bool isIncluded = false;
        int parent = -1;
        int row = 0;
        int lookups = 0; ///< so far, in the order of evaluation
        std::vector<int> children;
    };

    void append(const spf::OutlineRecord& record, int parent, bool isIncluded);
    void count(const spf::OutlineRecord& record, int item, int& lookups);
    [[nodiscard]] QModelIndex indexOf(int item) const;
    [[nodiscard]] TraceRow rowOf(const Item& item) const;
    [[nodiscard]] TraceRow recordRow() const;

    SendersOutcomePtr m_outcome;
    std::vector<Item> m_items; ///< parents first
};

} // namespace ui
