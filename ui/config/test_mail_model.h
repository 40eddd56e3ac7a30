// SPDX-License-Identifier: GPL-3.0-or-later
// The test mails as a table that can be edited in place.
#pragma once

#include "ui/config/test_mails.h"

#include <QAbstractTableModel>

namespace ui {

class TestMailModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        OutcomeColumn,
        SenderColumn,
        AddressColumn,
        HeloColumn,
        ResultColumn,
        ExpectedColumn,
        GotColumn,
        RuleColumn,
        NoteColumn,
        ColumnCount
    };

    TestMailModel(TestMails& mails, QObject* parent = nullptr);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    void retranslate();

    /// The words a column may hold; empty for free text.
    [[nodiscard]] static QStringList choicesOf(int column);

private:
    [[nodiscard]] const TestMails::Row& rowAt(const QModelIndex& index) const;
    [[nodiscard]] QString text(const TestMails::Row& row, int column) const;
    [[nodiscard]] QString why(const TestMails::Row& row) const;
    void refreshRows();
    void refreshCells();

    TestMails& m_mails;
    std::size_t m_count; ///< of rows
};

} // namespace ui
