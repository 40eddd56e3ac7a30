// SPDX-License-Identifier: GPL-3.0-or-later
// The networks that may send as a domain, one a row in the order of evaluation, and which of them are shown.
#pragma once

#include "core/qtio/runs/origin_run.h"
#include "ui/simulator/senders_outcome.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace ui {

class SendersModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Network, Size, Effect, From, Operator, Notes, columnTotal };

    explicit SendersModel(QObject* parent = nullptr);

    /// Null empties the model; the operators are forgotten.
    void setOutcome(SendersOutcomePtr outcome);
    /// By row, as far as they are known.
    using Operators = std::vector<std::optional<qtio::OriginRun::Operator>>;
    void setOperators(Operators operators);

    /// Grey while something newer is on its way.
    void setStale(bool isStale);

    [[nodiscard]] const SendersOutcomePtr& outcome() const { return m_outcome; }

    [[nodiscard]] const Operators& operators() const { return m_operators; }

    [[nodiscard]] const spf::SenderNetwork& network(int row) const;
    /// Whether any row has something to say there.
    [[nodiscard]] bool isUsed(Column column) const;
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(int row, Column column) const;

    SendersOutcomePtr m_outcome;
    Operators m_operators;
    bool m_isStale = false;
};

/// Those of one term, those that hold one address, or both.
class SendersFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit SendersFilter(SendersModel& model, QObject* parent = nullptr);

    /// As SenderNetwork::place; empty for all.
    void setPlace(std::vector<std::size_t> place);
    void setAddress(const std::optional<net::IpAddress>& address);

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;

private:
    SendersModel& m_model;
    std::vector<std::size_t> m_place;
    std::optional<net::IpAddress> m_address;
};

} // namespace ui
