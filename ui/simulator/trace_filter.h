// SPDX-License-Identifier: GPL-3.0-or-later
// What of a trace is shown: rows that hold a text, with the rows above them, and in step-by-step play only
// what was reached so far.
#pragma once

#include <QSortFilterProxyModel>

namespace ui {

class TraceModel;

class TraceFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit TraceFilter(TraceModel& model, QObject* parent = nullptr);

    void setText(const QString& text);
    /// Follows TraceModel::step().
    void refreshStep();

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;

private:
    TraceModel& m_model;
    QString m_text;
};

} // namespace ui
