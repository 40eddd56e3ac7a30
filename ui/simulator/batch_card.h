// SPDX-License-Identifier: GPL-3.0-or-later
// The table of many mails with its filter, search and exports.
#pragma once

#include "ui/common/level.h"
#include "ui/simulator/batch_model.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QMenu;
class QPushButton;
class QStackedLayout;

namespace ui {

class BatchExport;
class BatchFilterBar;
class Card;
class EmptyState;
class FilePicker;
class SearchField;
class TableView;
enum class BatchFormat;

class BatchCard final : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the card.
    BatchCard(BatchModel& model, FilePicker& filePicker, QWidget* parent = nullptr);
    ~BatchCard() override;

    void setWords(const QString& title, const QString& note);
    void clearFilter();
    /// Counts and what can be exported follow the model.
    void refresh();
    void retranslate();

Q_SIGNALS:
    void mailChosen(std::size_t row);
    void noticed(ui::Level level, const QString& text);

private:
    void buildHead();
    void buildTable();
    void connectParts();
    void filter();
    void open(const QModelIndex& index);
    void chooseExport(BatchFormat format);
    void exportTo(const QString& path, BatchFormat format);

    BatchModel& m_model;
    FilePicker& m_filePicker;
    std::unique_ptr<BatchExport> m_export; ///< while it writes
    QTimer m_typing;

    Card* m_card;
    SearchField* m_search;
    QPushButton* m_exportButton;
    QMenu* m_exportMenu;
    QAction* m_exportCsv;
    QAction* m_exportJson;
    QAction* m_openMail;
    BatchFilterBar* m_filter;
    TableView* m_table;
    EmptyState* m_nothingFits;
    QStackedLayout* m_stack;
};

} // namespace ui
