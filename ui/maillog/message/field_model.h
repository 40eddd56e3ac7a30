// SPDX-License-Identifier: GPL-3.0-or-later
// What was read from a check's line, name by name, guessed values marked (SPEC D-V3), and what else the
// policy program told of it: mechanism, explanation, lookups.
#pragma once

#include "ui/maillog/message/message_lines.h"

#include <QAbstractTableModel>

namespace ui {

class FieldModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Value, Remark };

    static constexpr int columnTotal = Remark + 1;

    using QAbstractTableModel::QAbstractTableModel;
    void setCheck(const maillog::Check& check, const QString& path, const QList<MessageLine>& lines);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Field
    {
        QString name;
        QString value;
        QString remark;
    };

    void add(const QString& name, const QString& value, bool isGuessed = false);
    void addToldFields(const QList<MessageLine>& lines);
    QList<Field> m_fields;
};

} // namespace ui
