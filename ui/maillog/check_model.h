// SPDX-License-Identifier: GPL-3.0-or-later
// The table of checks: rows of a view, read from the columns when shown.
#pragma once

#include "ui/maillog/log_view.h"

#include <QAbstractTableModel>

namespace ui {

class CheckModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Time, Result, Action, Client, Sender, Rule, Recipient, Helo, Host };

    static constexpr int columnTotal = Host + 1;

    using QAbstractTableModel::QAbstractTableModel;
    void setView(std::shared_ptr<const LogView> view);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Of the log; the model's row must exist.
    [[nodiscard]] maillog::Row logRow(int row) const;
    [[nodiscard]] maillog::Check check(int row) const;
    /// What "only this" means for a cell: a term of the filter language; empty where there is none.
    [[nodiscard]] QString filterTerm(const QModelIndex& index) const;

private:
    [[nodiscard]] QVariant display(const maillog::Check& check, int column) const;
    [[nodiscard]] QVariant toolTip(const maillog::Check& check, int column) const;
    std::shared_ptr<const LogView> m_view;
    bool m_isOneDay = false; ///< the date need not be told in every row
};

/// "2025-11-21 04:41:07.312" on the wall clock of the host.
[[nodiscard]] QString wallClock(const maillog::Check& check);
/// A value as the filter language takes it, in quotes where it must be.
[[nodiscard]] QString filterValue(const QString& value);

} // namespace ui
