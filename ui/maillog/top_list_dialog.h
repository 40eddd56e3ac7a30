// SPDX-License-Identifier: GPL-3.0-or-later
// All names of one field in the checks shown, as a table: search, copy, CSV; a double click or Enter makes
// one a filter.
#pragma once

#include "ui/common/dialog.h"
#include "ui/maillog/log_view.h"

#include <QAbstractTableModel>
#include <QFutureWatcher>

namespace ui {

class FilePicker;
class Label;
class LongTable;
class SearchField;

class TopTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    /// Name, count, share, then a column for each result and action.
    void setEntries(std::vector<TopEntry> entries, std::uint64_t checks);
    /// Names that have `words` in them.
    void search(const QString& words);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// The rows found, as CSV.
    [[nodiscard]] QByteArray csv() const;

private:
    [[nodiscard]] QString cell(const TopEntry& entry, int column) const;
    std::vector<TopEntry> m_entries;
    std::vector<std::uint32_t> m_found;
    QString m_words;
    std::uint64_t m_checks = 0;
};

class TopListDialog final : public Dialog
{
    Q_OBJECT
public:
    /// Counts in a thread of its own.
    TopListDialog(std::shared_ptr<const LogView> view, maillog::TopField field, FilePicker& picker,
                  QWidget* parent);
    ~TopListDialog() override;

Q_SIGNALS:
    void termChosen(const QString& term);

private:
    void showCounted();
    void exportCsv();

    FilePicker& m_picker;
    maillog::TopField m_field;
    std::uint64_t m_checks;
    QFutureWatcher<std::vector<TopEntry>> m_counting;
    SearchField* m_search;
    Label* m_count;
    TopTableModel* m_model;
    LongTable* m_table;
};

} // namespace ui
