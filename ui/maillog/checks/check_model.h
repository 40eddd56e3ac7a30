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
    enum Column {
        Time,
        Result,
        Action,
        Client,
        Sender,
        Rule,
        Recipient,
        Helo,
        Host,
        Domain,
        Identity,
        Network,
        Repeat,
        Form,
        Source,
        Pid
    };

    static constexpr int columnTotal = Pid + 1;

    using QAbstractTableModel::QAbstractTableModel;
    /// Rows that only joined are inserted, and it gives true; else the model is reset.
    bool setView(std::shared_ptr<const LogView> view);
    void setNewestFirst(bool isNewestFirst);

    [[nodiscard]] bool isNewestFirst() const { return m_isNewestFirst; }

    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Of the log; the model's row must exist.
    [[nodiscard]] maillog::Row logRow(int row) const;
    /// Where the view's row number `position` stands, and back.
    [[nodiscard]] int rowAt(std::size_t position) const;
    [[nodiscard]] maillog::Check check(int row) const;
    /// As wide as a time can be in this view.
    [[nodiscard]] QString widestTime() const;
    /// What "only this" means for a cell: a term of the filter language; empty where there is none.
    [[nodiscard]] QString filterTerm(const QModelIndex& index) const;

    /// The time of a row as a term: "since" it, or "until" and with it.
    [[nodiscard]] QString timeTerm(const QModelIndex& index, maillog::FilterField field) const;

private:
    [[nodiscard]] bool joins(const LogView& view) const;
    [[nodiscard]] QVariant display(const maillog::Check& check, int column) const;
    [[nodiscard]] QVariant toolTip(const maillog::Check& check, int column) const;
    std::shared_ptr<const LogView> m_view;
    bool m_isOneDay = false; ///< the date need not be told in every row
    bool m_isNewestFirst = false;
};

/// "2025-11-21 04:41:07.312" on the wall clock of the host.
[[nodiscard]] QString wallClock(const maillog::Check& check);
/// A value as the filter language takes it, in quotes where it must be.
[[nodiscard]] QString filterValue(const QString& value);
/// A time as the filter language takes it, with the offset of the host.
[[nodiscard]] QString filterTime(std::int64_t time, int offsetMinutes);

} // namespace ui
