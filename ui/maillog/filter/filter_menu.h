// SPDX-License-Identifier: GPL-3.0-or-later
// The menu at the left of the filter line: recent filters, saved ones by name, and the filter as a command.
#pragma once

#include "ui/common/dialog.h"
#include "ui/maillog/filter/filter_store.h"

#include <QMenu>

class QLineEdit;

namespace ui {

class FilterMenu final : public QMenu
{
    Q_OBJECT
public:
    explicit FilterMenu(FilterStore& store, QWidget* parent = nullptr);

    /// What "Save as" and "Copy" are about.
    void setExpression(const QString& expression) { m_expression = expression; }

    void setLogs(const QStringList& paths) { m_paths = paths; }

Q_SIGNALS:
    void chosen(const QString& expression);

private:
    void fill();
    void addSaved();
    void saveAs();

    FilterStore& m_store;
    QMenu* m_removal;
    QString m_expression;
    QStringList m_paths;
};

/// Asks for the name of a filter to be saved.
class SaveFilterDialog final : public Dialog
{
    Q_OBJECT
public:
    SaveFilterDialog(const QString& expression, const QStringList& known, QWidget* parent);

Q_SIGNALS:
    void named(const QString& name);

private:
    QLineEdit* m_name;
};

/// The same rows on the command line.
[[nodiscard]] QString filterCommand(const QStringList& paths, const QString& expression);

} // namespace ui
