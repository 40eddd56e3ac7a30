// SPDX-License-Identifier: GPL-3.0-or-later
// The most frequent names with a bar stacked by result; a click or Enter makes one a filter.
#pragma once

#include "ui/maillog/log_view.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>
#include <QWidget>

class QListView;

namespace ui {

class Card;
class Label;

class TopListModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    void setEntries(std::vector<TopEntry> entries);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    [[nodiscard]] const TopEntry& entry(int row) const { return m_entries[static_cast<std::size_t>(row)]; }

    [[nodiscard]] std::uint64_t largest() const { return m_entries.empty() ? 1 : m_entries.front().count; }

private:
    std::vector<TopEntry> m_entries;
};

class TopListDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

class TopListCard final : public QWidget
{
    Q_OBJECT
public:
    explicit TopListCard(const QString& name, QWidget* parent = nullptr);
    void setEntries(std::vector<TopEntry> entries);
    void setTexts(const QString& title, const QString& empty);

    [[nodiscard]] TopListModel& model() const { return *m_model; }

Q_SIGNALS:
    void chosen(const QString& name);

private:
    Card* m_card;
    Label* m_note;
    QListView* m_list;
    TopListModel* m_model;
    Label* m_empty;
};

} // namespace ui
