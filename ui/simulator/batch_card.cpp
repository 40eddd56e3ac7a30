// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/batch_card.h"

#include "ui/common/buttons.h"
#include "ui/common/empty_state.h"
#include "ui/common/file_picker.h"
#include "ui/common/search_field.h"
#include "ui/common/surface.h"
#include "ui/simulator/batch_delegate.h"
#include "ui/simulator/batch_export.h"
#include "ui/simulator/batch_filter_bar.h"

#include <QAction>
#include <QBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QStackedLayout>

#include <array>

namespace ui {

namespace {

constexpr int typingPause = 150; ///< ms
constexpr std::array columnWidths{64, 132, 200, 150, 102, 104, 144, 144, 78, 72};

} // namespace

BatchCard::BatchCard(BatchModel& model, FilePicker& filePicker, QWidget* parent)
    : QWidget(parent),
      m_model(model),
      m_filePicker(filePicker),
      m_card(new Card),
      m_search(new SearchField),
      m_exportButton(makeButton(ButtonKind::Small, QStringLiteral("export"))),
      m_exportMenu(new QMenu(this)),
      m_openMail(new QAction(this)),
      m_filter(new BatchFilterBar),
      m_table(new TableView(RowHeight::Log)),
      m_nothingFits(new EmptyState(QStringLiteral("filter"))),
      m_stack(new QStackedLayout)
{
    m_typing.setInterval(typingPause);
    m_typing.setSingleShot(true);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    buildHead();
    buildTable();
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_nothingFits);
    m_card->body()->addLayout(m_stack, 1);
    connectParts();
    retranslate();
    refresh();
}

BatchCard::~BatchCard() = default;

void BatchCard::buildHead()
{
    m_search->setObjectName(QStringLiteral("batch.search"));
    m_search->setFixedWidth(220);
    m_exportButton->setObjectName(QStringLiteral("batch.export"));
    m_exportCsv = m_exportMenu->addAction({}, this, [this] { chooseExport(BatchFormat::Csv); });
    m_exportJson = m_exportMenu->addAction({}, this, [this] { chooseExport(BatchFormat::JsonLines); });
    m_exportCsv->setObjectName(QStringLiteral("batch.export.csv"));
    m_exportJson->setObjectName(QStringLiteral("batch.export.json"));
    m_card->addHeadWidget(m_search);
    m_card->addHeadWidget(m_exportButton);
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(14, 8, 12, 8);
    row->addWidget(m_filter);
    m_card->body()->addWidget(bar);
    m_card->body()->addWidget(new Line);
}

void BatchCard::buildTable()
{
    m_table->setObjectName(QStringLiteral("batch.table"));
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new BatchDelegate(m_table));
    QHeaderView* header = m_table->horizontalHeader();
    for (int column = 0; column < batchColumnCount; ++column) {
        m_table->setColumnWidth(column, columnWidths[static_cast<std::size_t>(column)]);
    }
    header->setStretchLastSection(false);
    header->setSectionResizeMode(static_cast<int>(BatchColumn::Sender), QHeaderView::Stretch);
    header->setSortIndicator(0, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    m_table->addContextAction(m_openMail);
}

void BatchCard::connectParts()
{
    connect(m_filter, &BatchFilterBar::changed, this, &BatchCard::filter);
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &BatchCard::filter);
    connect(m_nothingFits, &EmptyState::buttonClicked, this, &BatchCard::clearFilter);
    connect(m_table, &QAbstractItemView::activated, this, &BatchCard::open);
    connect(m_openMail, &QAction::triggered, this, [this] { open(m_table->currentIndex()); });
    connect(m_exportButton, &QAbstractButton::clicked, this, [this] {
        m_exportMenu->popup(m_exportButton->mapToGlobal(m_exportButton->rect().bottomLeft()));
    });
}

void BatchCard::setWords(const QString& title, const QString& note)
{
    m_card->setTitle(title);
    m_card->setNote(note);
}

void BatchCard::clearFilter()
{
    m_search->clear();
    m_filter->clear();
    filter();
}

void BatchCard::filter()
{
    m_typing.stop();
    m_model.setFilter({m_filter->kinds(), m_search->text().trimmed()});
    refresh();
}

void BatchCard::refresh()
{
    m_stack->setCurrentIndex(m_model.rowCount() > 0 ? 0 : 1);
    m_filter->setCounts(m_model.counts(), m_model.results().size());
    m_exportButton->setEnabled(!m_export &&
                               m_model.checkedCount() + m_model.count(BatchKind::Unreadable) > 0);
    m_exportButton->setToolTip(m_export ? tr("An export is being written")
                                        : tr("The rows shown, in this order"));
}

void BatchCard::open(const QModelIndex& index)
{
    if (index.isValid()) {
        Q_EMIT mailChosen(m_model.shownRows()[static_cast<std::size_t>(index.row())]);
    }
}

void BatchCard::chooseExport(BatchFormat format)
{
    const bool isCsv = format == BatchFormat::Csv;
    FileRequest request;
    request.title = tr("Export the rows shown");
    request.folder = isCsv ? QStringLiteral("spf-results.csv") : QStringLiteral("spf-results.jsonl");
    request.filters = {isCsv ? tr("CSV (*.csv)") : tr("JSON lines (*.jsonl *.json)")};
    m_filePicker.saveFile(this, request, [this, format](const QString& path) { exportTo(path, format); });
}

void BatchCard::exportTo(const QString& path, BatchFormat format)
{
    m_export = std::make_unique<BatchExport>(m_model.results(), m_model.shownRows(), format, path);
    connect(m_export.get(), &BatchExport::written, this, [this](const QString& written, std::size_t rows) {
        m_export.release()->deleteLater();
        Q_EMIT noticed(Level::Good,
                       tr("%Ln row(s) written to %1.", nullptr, static_cast<int>(rows)).arg(written));
        refresh();
    });
    connect(m_export.get(), &BatchExport::failed, this, [this](const QString& failed, const QString& why) {
        m_export.release()->deleteLater();
        Q_EMIT noticed(
            Level::Error,
            tr("%1 could not be written (%2). Choose another place and export again.").arg(failed, why));
        refresh();
    });
    m_export->start();
    refresh();
}

void BatchCard::retranslate()
{
    m_filter->retranslate();
    m_model.retranslate();
    m_table->setAccessibleName(tr("Results of the mails"));
    m_search->setHint(tr("Search the rows"));
    m_exportButton->setText(tr("Export"));
    m_exportCsv->setText(tr("As &CSV…"));
    m_exportJson->setText(tr("As &JSON lines…"));
    m_openMail->setText(tr("Show this mail step by step"));
    m_nothingFits->setTexts(tr("No mail fits"), tr("The filter leaves nothing of the mails."),
                            tr("Show all mails"));
    refresh();
}

} // namespace ui
