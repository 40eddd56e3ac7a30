// SPDX-License-Identifier: GPL-3.0-or-later
// The most frequent names of one field, which the user chooses, with count, share and a bar stacked like the
// chart; a click or Enter makes one a filter.
#pragma once

#include "ui/maillog/timeline/series.h"
#include "ui/maillog/toplists/top_fields.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>
#include <QWidget>

class QComboBox;
class QListView;
class QMenu;
class QPushButton;

namespace ui {

class Card;
class Label;

class TopListModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    /// `checks`: all that the shares are of.
    void setEntries(std::vector<maillog::TopEntry> entries, std::uint64_t checks);
    void setSeries(SeriesBy by);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    [[nodiscard]] const maillog::TopEntry& entry(int row) const
    {
        return m_entries[static_cast<std::size_t>(row)];
    }

    [[nodiscard]] std::uint64_t largest() const { return m_entries.empty() ? 1 : m_entries.front().count; }

    [[nodiscard]] SeriesBy by() const { return m_by; }

    /// "12.5 %"
    [[nodiscard]] QString share(int row) const;

private:
    std::vector<maillog::TopEntry> m_entries;
    std::uint64_t m_checks = 0;
    SeriesBy m_by = SeriesBy::Result;
};

[[nodiscard]] std::uint64_t countOf(const maillog::TopEntry& entry, SeriesBy by, const Series& series);
/// "Sender domains", as the chooser and the dialog name it.
[[nodiscard]] QString nameOf(maillog::TopField field);

/// "domain:a.example"
[[nodiscard]] QString topTerm(maillog::TopField field, const QString& name);

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
    TopListCard(const QString& name, maillog::TopField field, QWidget* parent = nullptr);
    void setEntries(std::vector<maillog::TopEntry> entries, std::uint64_t checks);
    void setSeries(SeriesBy by);
    void setField(maillog::TopField field);

    [[nodiscard]] maillog::TopField field() const { return m_field; }

    [[nodiscard]] TopListModel& model() const { return *m_model; }

Q_SIGNALS:
    void termChosen(const QString& term); ///< "domain:a.example", "-ip:192.0.2.0/24"
    void fieldChanged();
    void allRequested(maillog::TopField field);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void retranslate();
    void showMenu(const QPoint& at);

    maillog::TopField m_field;
    Card* m_card;
    QComboBox* m_chooser;
    QPushButton* m_all;
    QListView* m_list;
    TopListModel* m_model;
    Label* m_empty;
};

} // namespace ui
