// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/test_mail_delegate.h"

#include "ui/common/badge.h"
#include "ui/common/fonts.h"
#include "ui/config/test_mail_model.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPainter>

namespace ui {

void TestMailDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    const QVariant spec = index.data(BadgeDelegate::SpecRole);
    if (!spec.canConvert<BadgeSpec>()) {
        CellDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
    paintBadge(*painter, option.rect.adjusted(8, 0, -4, 0), spec.value<BadgeSpec>(),
               tokensFor(*option.widget));
}

QWidget* TestMailDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                        const QModelIndex& index) const
{
    const QString name = index.model()->headerData(index.column(), Qt::Horizontal).toString();
    const QStringList choices = TestMailModel::choicesOf(index.column());
    if (choices.isEmpty()) {
        auto* edit = new QLineEdit(parent);
        if (index.data(MonoRole).toBool())
            edit->setFont(monoFont(12));
        edit->setAccessibleName(name);
        return edit;
    }
    auto* list = new QComboBox(parent);
    list->addItems(choices);
    list->setAccessibleName(name);
    // A chosen word is meant: nobody has to press Enter as well.
    connect(list, &QComboBox::activated, this, [delegate = const_cast<TestMailDelegate*>(this), list] {
        Q_EMIT delegate->commitData(list);
        Q_EMIT delegate->closeEditor(list);
    });
    return list;
}

void TestMailDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    const QString text = index.data(Qt::EditRole).toString();
    if (auto* list = qobject_cast<QComboBox*>(editor)) {
        const int row = list->findText(text.isEmpty() ? QStringLiteral("live") : text.toLower());
        list->setCurrentIndex(row);
    } else if (auto* edit = qobject_cast<QLineEdit*>(editor)) {
        edit->setText(text);
    }
}

void TestMailDelegate::setModelData(QWidget* editor, QAbstractItemModel* model,
                                    const QModelIndex& index) const
{
    if (const auto* list = qobject_cast<QComboBox*>(editor)) {
        if (list->currentIndex() >= 0)
            model->setData(index, list->currentText());
    } else if (const auto* edit = qobject_cast<QLineEdit*>(editor)) {
        model->setData(index, edit->text());
    }
}

} // namespace ui
