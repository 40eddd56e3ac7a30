// SPDX-License-Identifier: GPL-3.0-or-later
// The table of many mails. It filters and sorts by itself: with a hundred thousand rows whose results come in
// by the thousand, a proxy would go over all of them again and again.
#pragma once

#include "ui/simulator/batch_results.h"

#include <QAbstractTableModel>

#include <array>

namespace ui {

class BatchModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// QString: what is wrong with a row that is no mail.
    static constexpr int ErrorRole = Qt::UserRole + 120;

    explicit BatchModel(QObject* parent = nullptr);

    void setMails(std::shared_ptr<const std::vector<qtio::MailRow>> mails);
    void clearOutcomes();
    /// Shown with the next flush(): one signal for many results. Order and filter are settled with
    /// settleOrder().
    void setOutcome(std::size_t row, const qtio::BatchOutcome& outcome);
    void flush();
    void settleOrder();
    /// Made under other conditions: grey.
    void setStale(bool isStale);
    void setFilter(const BatchFilter& filter);
    void retranslate();

    [[nodiscard]] const BatchResults& results() const { return m_results; }

    [[nodiscard]] bool isStale() const { return m_isStale; }

    [[nodiscard]] const std::array<std::size_t, batchKindCount>& counts() const { return m_counts; }

    [[nodiscard]] std::size_t count(BatchKind kind) const { return m_counts[static_cast<std::size_t>(kind)]; }

    /// Mails that have a result.
    [[nodiscard]] std::size_t checkedCount() const;

    /// Of the results, in the order shown.
    [[nodiscard]] const std::vector<std::uint32_t>& shownRows() const { return m_shown; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void forgetOutcomes();
    void resort();
    void rebuild();
    [[nodiscard]] QVariant display(std::size_t row, BatchColumn column) const;
    [[nodiscard]] QVariant toolTip(std::size_t row, BatchColumn column) const;
    [[nodiscard]] QVariant badge(std::size_t row, BatchColumn column) const;
    [[nodiscard]] QString headerText(BatchColumn column) const;

    BatchResults m_results;
    std::array<std::size_t, batchKindCount> m_counts{};
    bool m_isStale = false;
    BatchFilter m_filter;
    BatchColumn m_sortColumn = BatchColumn::Number;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::vector<std::uint32_t> m_shown;  ///< row of the results, by row of the table
    std::vector<std::int32_t> m_places;  ///< the reverse; -1 for one that is not shown
    std::vector<std::size_t> m_arrivals; ///< results since the last flush()
};

} // namespace ui
