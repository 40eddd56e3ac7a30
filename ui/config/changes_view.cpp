// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/changes_view.h"

#include "ui/common/empty_state.h"
#include "ui/common/table_view.h"
#include "ui/config/link_delegate.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QStackedLayout>

namespace ui {

ChangesView::ChangesView(ConfigDocument& document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_model(new ChangeModel(document, this)),
      m_table(new TableView),
      m_empty(new EmptyState(QStringLiteral("check"))),
      m_revert(new QAction(this)),
      m_stack(new QStackedLayout(this))
{
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_table->setObjectName(QStringLiteral("config.changes"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new LinkDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAlternatingRowColors(false);
    QHeaderView* header = m_table->horizontalHeader();
    header->hide();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(ChangeModel::ValuesColumn, QHeaderView::Stretch);
    header->resizeSection(ChangeModel::PlaceColumn, 190);
    header->resizeSection(ChangeModel::KeyColumn, 140);
    m_revert->setShortcut(Qt::CTRL | Qt::Key_Return);
    m_revert->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(m_revert);
    m_table->addContextAction(m_revert);
    connect(m_revert, &QAction::triggered, this, [this] { revert(m_table->currentIndex().row()); });
    connect(m_table, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() == ChangeModel::RevertColumn)
            revert(index.row());
        else
            Q_EMIT goTo(m_model->changeAt(index.row()));
    });
    connect(m_table, &QAbstractItemView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT goTo(m_model->changeAt(index.row())); });
    connect(m_model, &QAbstractItemModel::modelReset, this, &ChangesView::refresh);
    connect(&m_document, &ConfigDocument::changed, this, &ChangesView::refresh);
    retranslate();
}

void ChangesView::revert(int row)
{
    if (row < 0 || m_document.isReadOnly())
        return;
    const config::Change change = m_model->changeAt(row); // reverting resets the model
    m_document.revert(change);
}

void ChangesView::refresh()
{
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    if (m_document.isModified())
        m_empty->setTexts(tr("No change in meaning"),
                          tr("Only comments, order or spelling differ from the disk."));
    else
        m_empty->setTexts(tr("No changes"), tr("The file on disk is the same."));
    m_table->horizontalHeader()->resizeSection(ChangeModel::RevertColumn,
                                               LinkDelegate::linkWidth(*m_model, ChangeModel::RevertColumn));
}

void ChangesView::retranslate()
{
    m_revert->setText(tr("Revert"));
    m_table->setAccessibleName(tr("Changes"));
    m_model->retranslate();
    refresh();
}

void ChangesView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ui
