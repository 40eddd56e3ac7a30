// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/check_table.h"

#include "ui/common/badge.h"
#include "ui/common/table_view.h"
#include "ui/maillog/check_model.h"

#include <QHeaderView>

namespace ui {

namespace {

int widthOf(CheckModel::Column column)
{
    switch (column) {
    case CheckModel::Time:
        return 148;
    case CheckModel::Result:
        return 104;
    case CheckModel::Action:
        return 108;
    case CheckModel::Client:
        return 122;
    case CheckModel::Sender:
        return 200;
    case CheckModel::Recipient:
    case CheckModel::Helo:
        return 170;
    case CheckModel::Rule:
        return 150;
    case CheckModel::Host:
        break;
    }
    return 90;
}

} // namespace

TableView* makeCheckTable(CheckModel& model)
{
    auto* table = new TableView(RowHeight::Log);
    table->setObjectName(QStringLiteral("maillog.checks"));
    table->setModel(&model);
    table->setItemDelegate(new CellDelegate(table));
    table->setItemDelegateForColumn(CheckModel::Result, new BadgeDelegate(table));
    table->setItemDelegateForColumn(CheckModel::Action, new BadgeDelegate(table));
    for (int column = 0; column < CheckModel::columnTotal; ++column) {
        table->setColumnWidth(column, widthOf(static_cast<CheckModel::Column>(column)));
    }
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

} // namespace ui
