// SPDX-License-Identifier: GPL-3.0-or-later
// QTableView as every table here looks and behaves: fixed row height, zebra, no vertical lines, Ctrl+C copies
// the selected rows as TSV, a context menu with value, row, Markdown and CSV.
#pragma once

#include <QStyledItemDelegate>
#include <QTableView>

namespace ui {

enum class RowHeight { Log = 26, Normal = 29, TwoLines = 44 };

class TableView : public QTableView
{
    Q_OBJECT
public:
    explicit TableView(RowHeight height = RowHeight::Normal, QWidget* parent = nullptr);

    /// The selected rows, visible columns in order, headers left out.
    [[nodiscard]] QString selectionAsTsv() const;
    [[nodiscard]] QString selectionAsMarkdown() const;
    [[nodiscard]] QString selectionAsCsv() const;
    /// Actions of the page, shown above the copy commands.
    void addContextAction(QAction* action);

Q_SIGNALS:
    void copied();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    [[nodiscard]] QStringList heads() const;
    [[nodiscard]] QStringList cells(int row) const;
    [[nodiscard]] QList<int> selectedRows() const;
    void copy(const QString& text);
    QList<QAction*> m_actions;
};

/// Text cells: 12 px in front of the first column, 8 else; mono and secondary ink by role; elides as the
/// model says.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// Model roles: bool for mono, bool for secondary ink, int (Qt::TextElideMode).
    enum Role { MonoRole = Qt::UserRole + 110, SecondaryRole, ElideRole };

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;
};

} // namespace ui
