// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/checks/check_table.h"

#include "ui/common/badge.h"
#include "ui/common/fonts.h"
#include "ui/maillog/checks/check_model.h"

#include <QHeaderView>
#include <QMenu>
#include <QSettings>

#include <array>

namespace ui {

namespace {

constexpr int keepingPause = 300; ///< ms; a column that is dragged wider is kept once

constexpr int timeMargins = 24; ///< px; of the first column's cells

struct ColumnLook
{
    int width = 90;
    bool isShown = true;
};

ColumnLook lookOf(int column)
{
    static constexpr std::array<ColumnLook, CheckModel::columnTotal> looks{{
        {110, true},  // Time, of one day
        {104, true},  // Result
        {108, true},  // Action
        {122, true},  // Client
        {238, true},  // Sender
        {150, true},  // Rule
        {170, true},  // Recipient
        {170, true},  // Helo
        {90, true},   // Host
        {170, false}, // Domain
        {90, false},  // Identity
        {140, false}, // Network
        {80, false},  // Repeat
        {110, false}, // Form
        {200, false}, // Source
        {70, false},  // Pid
    }};
    return looks[static_cast<std::size_t>(column)];
}

/// Another number of columns is another setting: what was kept for fewer does not fit.
QString settingsKey()
{
    return QStringLiteral("maillog/columns%1").arg(CheckModel::columnTotal);
}

} // namespace

CheckTable::CheckTable(CheckModel& model, QSettings& settings, QWidget* parent)
    : LongTable(RowHeight::Log, parent), m_model(model), m_settings(settings), m_columns(new QMenu(this))
{
    setObjectName(QStringLiteral("maillog.checks"));
    m_columns->setObjectName(QStringLiteral("maillog.columnsMenu"));
    setModel(&model);
    setItemDelegate(new CellDelegate(this));
    setItemDelegateForColumn(CheckModel::Result, new BadgeDelegate(this));
    setItemDelegateForColumn(CheckModel::Action, new BadgeDelegate(this));
    QHeaderView& header = *horizontalHeader();
    header.setSectionsMovable(true);
    header.setContextMenuPolicy(Qt::CustomContextMenu);
    resetColumns();
    header.restoreState(m_settings.value(settingsKey()).toByteArray());
    header.setStretchLastSection(true);
    fitTime();
    connect(&model, &QAbstractItemModel::modelReset, this, &CheckTable::fitTime);
    fillMenu();
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(keepingPause);
    connect(&m_keeping, &QTimer::timeout, this, &CheckTable::keepColumns);
    connect(&header, &QHeaderView::sectionMoved, this, [this] { m_keeping.start(); });
    connect(&header, &QHeaderView::sectionResized, this, [this] { m_keeping.start(); });
    connect(&header, &QWidget::customContextMenuRequested, this,
            [this, &header](const QPoint& at) { m_columns->popup(header.mapToGlobal(at)); });
    connect(m_columns, &QMenu::aboutToShow, this, &CheckTable::fillMenu);
}

CheckTable::~CheckTable()
{
    if (m_keeping.isActive()) {
        keepColumns();
    }
}

void CheckTable::keepColumns()
{
    m_settings.setValue(settingsKey(), horizontalHeader()->saveState());
}

/// A time that is cut says nothing; one that was made wider stays so.
void CheckTable::fitTime()
{
    const int needed = QFontMetrics(monoFont(12)).horizontalAdvance(m_model.widestTime()) + timeMargins;
    const int width = horizontalHeader()->sectionSize(CheckModel::Time);
    if (!isColumnHidden(CheckModel::Time) && (width < needed || width == m_timeWidth)) {
        horizontalHeader()->resizeSection(CheckModel::Time, needed);
    }
    m_timeWidth = needed;
}

void CheckTable::resetColumns()
{
    QHeaderView& header = *horizontalHeader();
    for (int column = 0; column < CheckModel::columnTotal; ++column) {
        const ColumnLook look = lookOf(column);
        header.moveSection(header.visualIndex(column), column);
        header.setSectionHidden(column, !look.isShown);
        header.resizeSection(column, look.width);
    }
    fitTime();
}

void CheckTable::fillMenu()
{
    m_columns->clear();
    for (int column = 0; column < CheckModel::columnTotal; ++column) {
        QAction* choice =
            m_columns->addAction(m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        choice->setCheckable(true);
        choice->setChecked(!isColumnHidden(column));
        // Without any column the table could not be brought back by its header.
        choice->setEnabled(isColumnHidden(column) ||
                           horizontalHeader()->hiddenSectionCount() < CheckModel::columnTotal - 1);
        connect(choice, &QAction::toggled, this, [this, column](bool isShown) {
            setColumnHidden(column, !isShown);
            if (isShown && columnWidth(column) < horizontalHeader()->minimumSectionSize()) {
                setColumnWidth(column, lookOf(column).width);
            }
            m_keeping.start();
        });
    }
    m_columns->addSeparator();
    m_columns->addAction(tr("Columns as at first"), this, &CheckTable::resetColumns);
}

void CheckTable::retranslate()
{
    setAccessibleName(tr("Checks"));
    m_model.retranslate();
    fillMenu();
}

} // namespace ui
