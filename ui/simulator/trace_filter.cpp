// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/trace_filter.h"

#include "ui/simulator/trace_model.h"

namespace ui {

TraceFilter::TraceFilter(TraceModel& model, QObject* parent) : QSortFilterProxyModel(parent), m_model(model)
{
    setRecursiveFilteringEnabled(true);
    setSourceModel(&model);
}

void TraceFilter::setText(const QString& text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

void TraceFilter::refreshStep()
{
    invalidateFilter();
}

bool TraceFilter::filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const
{
    const QModelIndex index = m_model.index(sourceRow, 0, sourceParent);
    if (m_model.step() && index.data(TraceModel::OrderRole).toInt() > *m_model.step()) {
        return false;
    }
    return m_text.isEmpty() ||
           index.data(Qt::AccessibleTextRole).toString().contains(m_text, Qt::CaseInsensitive);
}

} // namespace ui
