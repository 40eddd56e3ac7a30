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

using TopEntries = std::shared_ptr<const std::vector<maillog::TopEntry>>;

/// Some of all names: those that have the words in them.
struct FoundNames
{
    TopEntries entries; ///< null: not counted yet
    std::vector<std::uint32_t> found;
};

/// For a thread, as there may be a million.
[[nodiscard]] FoundNames namesWith(TopEntries entries, const QString& words);
[[nodiscard]] QByteArray csvOf(const FoundNames& names);

class TopTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    /// Name, count, share of `checks`, then a column for each result and action.
    void setNames(FoundNames names, std::uint64_t checks);

    [[nodiscard]] const FoundNames& names() const { return m_names; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString cell(const maillog::TopEntry& entry, int column) const;
    FoundNames m_names;
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
    void makeRoom();
    void search(const QString& words);
    void showFound();
    void exportCsv();

    FilePicker& m_picker;
    maillog::TopField m_field;
    std::uint64_t m_checks;
    QFutureWatcher<FoundNames> m_finding; ///< counting first, then what is searched
    SearchField* m_search;
    Label* m_count;
    TopTableModel* m_model;
    LongTable* m_table;
};

} // namespace ui
