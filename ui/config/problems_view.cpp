// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/problems_view.h"

#include "ui/common/empty_state.h"
#include "ui/common/table_view.h"
#include "ui/config/link_delegate.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QStackedLayout>

namespace ui {

ProblemsView::ProblemsView(ConfigDocument& document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_model(new ProblemModel(document, this)),
      m_table(new TableView),
      m_empty(new EmptyState(QStringLiteral("ok"))),
      m_fix(new QAction(this)),
      m_stack(new QStackedLayout(this))
{
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_table->setObjectName(QStringLiteral("config.problems"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new LinkDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAlternatingRowColors(false);
    QHeaderView* header = m_table->horizontalHeader();
    header->hide();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(ProblemModel::SentenceColumn, QHeaderView::Stretch);
    header->resizeSection(ProblemModel::IdColumn, 98);
    header->resizeSection(ProblemModel::PlaceColumn, 190);
    m_fix->setShortcut(Qt::CTRL | Qt::Key_Return);
    m_fix->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(m_fix);
    m_table->addContextAction(m_fix);
    connect(m_fix, &QAction::triggered, this, [this] { fix(m_table->currentIndex().row()); });
    connect(m_table, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() == ProblemModel::FixColumn && !index.data().toString().isEmpty())
            fix(index.row());
        else
            Q_EMIT goTo(m_model->findingAt(index.row()));
    });
    connect(m_table, &QAbstractItemView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT goTo(m_model->findingAt(index.row())); });
    connect(m_model, &QAbstractItemModel::modelReset, this, &ProblemsView::refresh);
    retranslate();
}

void ProblemsView::fix(int row)
{
    if (row < 0 || m_document.isReadOnly())
        return;
    const config::Finding finding = m_model->findingAt(row); // applying it makes new findings
    if (!finding.fixes.empty())
        m_document.apply(finding, finding.fixes.front());
}

void ProblemsView::goToNext()
{
    if (m_model->rowCount() == 0)
        return;
    const int next = (m_table->currentIndex().row() + 1) % m_model->rowCount();
    m_table->selectRow(next);
    Q_EMIT goTo(m_model->findingAt(next));
}

int ProblemsView::rowHeight() const
{
    return m_table->verticalHeader()->defaultSectionSize();
}

void ProblemsView::refresh()
{
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    m_table->horizontalHeader()->resizeSection(ProblemModel::FixColumn,
                                               LinkDelegate::linkWidth(*m_model, ProblemModel::FixColumn));
}

void ProblemsView::retranslate()
{
    m_fix->setText(tr("Apply the fix"));
    m_table->setAccessibleName(tr("Problems"));
    m_empty->setTexts(tr("No problems"), tr("Every check of the file is passed."));
    m_model->retranslate();
    refresh();
}

void ProblemsView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ui
