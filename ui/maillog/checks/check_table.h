// SPDX-License-Identifier: GPL-3.0-or-later
// The view of the checks: badges, widths and fonts of its columns; which columns are shown, where and how
// wide is the user's choice and remembered.
#pragma once

#include "ui/maillog/checks/long_table.h"

#include <QTimer>

class QMenu;
class QSettings;

namespace ui {

class CheckModel;

class CheckTable final : public LongTable
{
    Q_OBJECT
public:
    /// `model` and `settings` must outlive it.
    CheckTable(CheckModel& model, QSettings& settings, QWidget* parent = nullptr);
    ~CheckTable() override;

    /// A choice for each column, and all as it was at first.
    [[nodiscard]] QMenu& columnsMenu() const { return *m_columns; }

    void resetColumns();
    void retranslate();

private:
    void fillMenu();
    void keepColumns();
    void fitTime();

    CheckModel& m_model;
    QSettings& m_settings;
    QMenu* m_columns;
    QTimer m_keeping;
    int m_timeWidth = 0; ///< that the times need; the user may have chosen another one
};

} // namespace ui
