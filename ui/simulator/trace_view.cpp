// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/trace_view.h"

#include "ui/common/icons.h"
#include "ui/simulator/command_line.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QTimer>

namespace ui {

namespace {

void copyText(const QString& text)
{
    QApplication::clipboard()->setText(text);
}

} // namespace

TraceView::TraceView(TraceModel& model, QWidget* parent) : TermTree(parent), m_model(model), m_filter(model)
{
    showModel(m_filter);
    header()->resizeSection(TraceModel::CountColumn, 108);
    header()->resizeSection(TraceModel::TimeColumn, 72);
}

void TraceView::setFilterText(const QString& text)
{
    m_filter.setText(text);
    if (!text.isEmpty()) {
        expandAll();
    }
}

/// The row that decided stays in sight when the room changes.
void TraceView::resizeEvent(QResizeEvent* event)
{
    TermTree::resizeEvent(event);
    if (currentIndex().isValid()) {
        scrollTo(currentIndex());
    }
}

void TraceView::select(const QModelIndex& sourceIndex)
{
    const QModelIndex index = m_filter.mapFromSource(sourceIndex);
    if (!index.isValid()) {
        return;
    }
    setCurrentIndex(index);
    scrollTo(index);
    // What stands around the view may still take or give room for this result.
    QTimer::singleShot(0, this, [this] { scrollTo(currentIndex()); });
}

void TraceView::showDeciding()
{
    collapseAll();
    expandToDepth(0);
    QModelIndex way = m_filter.mapFromSource(m_model.decidingIndex());
    select(m_model.decidingIndex());
    for (QModelIndex above = way.parent(); above.isValid(); above = above.parent()) {
        expand(above);
    }
    // Down to the innermost term that matched or failed.
    while (way.isValid()) {
        expand(way);
        QModelIndex next;
        for (int i = 0; i < m_filter.rowCount(way); ++i) {
            const QModelIndex child = m_filter.index(i, 0, way);
            const spf::TraceNode* node = m_model.node(m_filter.mapToSource(child));
            if (node != nullptr &&
                (node->outcome == spf::Outcome::Match || node->outcome == spf::Outcome::Error)) {
                next = child;
            }
        }
        way = next;
    }
}

void TraceView::showStep()
{
    m_filter.refreshStep();
    expandAll();
    if (m_model.step()) {
        select(m_model.indexOfOrder(*m_model.step()));
    } else {
        showDeciding();
    }
}

QModelIndex TraceView::currentSource() const
{
    return m_filter.mapToSource(currentIndex());
}

QStringList TraceView::digCommands() const
{
    QStringList commands;
    for (const spf::Lookup* lookup : m_model.lookups(currentSource())) {
        commands.append(digCommand(*lookup));
    }
    return commands;
}

void TraceView::contextMenuEvent(QContextMenuEvent* event)
{
    const spf::TraceNode* node = m_model.node(currentSource());
    if (!currentIndex().isValid()) {
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QIcon copy = themedIcon(QStringLiteral("copy"));
    menu->addAction(copy, tr("Copy row"), this, [this] { copyText(currentRowText()); });
    if (node != nullptr) {
        menu->addAction(copy, node->kind == spf::NodeKind::Record ? tr("Copy record") : tr("Copy term"), this,
                        [text = words::shown(node->text)] { copyText(text); });
    }
    if (const spf::TraceNode* record = node != nullptr ? words::recordOf(*node) : nullptr) {
        menu->addAction(copy, tr("Copy the record of %1").arg(words::shown(record->domain)), this,
                        [text = words::shown(record->text)] { copyText(text); });
    }
    addDigActions(*menu);
    menu->popup(event->globalPos());
}

void TraceView::addDigActions(QMenu& menu)
{
    constexpr qsizetype most = 12;
    const QStringList commands = digCommands();
    if (commands.isEmpty()) {
        return;
    }
    menu.addSeparator();
    for (const QString& command : commands.mid(0, most)) {
        menu.addAction(themedIcon(QStringLiteral("terminal")), tr("Copy: %1").arg(command), this,
                       [command] { copyText(command); });
    }
    if (commands.size() > 1) {
        menu.addAction(themedIcon(QStringLiteral("terminal")), tr("Copy all dig commands"), this,
                       [commands] { copyText(commands.join(QLatin1Char('\n'))); });
    }
}

void TraceView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    TermTree::currentChanged(current, previous);
    Q_EMIT currentRowChanged();
}

} // namespace ui
