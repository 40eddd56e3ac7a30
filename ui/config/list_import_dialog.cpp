// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/list_import_dialog.h"

#include "ui/common/label.h"
#include "ui/common/notice_bar.h"
#include "ui/common/table_view.h"
#include "ui/config/list_model.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QHeaderView>
#include <QLocale>
#include <QStandardItemModel>

#include <algorithm>

namespace ui {

namespace {

constexpr qsizetype mostShown = 1000;
constexpr int lineWidth = 70;
constexpr int mostRows = 6;

} // namespace

ListImportDialog::ListImportDialog(ListModel& list, const QString& path, ListFile file, QWidget* parent)
    : Dialog(parent), m_list(list), m_file(std::move(file))
{
    setObjectName(QStringLiteral("lists.import"));
    setAttribute(Qt::WA_DeleteOnClose);
    setTitle(tr("Import entries to %1").arg(QString::fromStdString(list.key())));
    auto* name = new MonoLabel;
    name->setText(path.isEmpty() ? tr("What was pasted") : QFileInfo(path).fileName());
    subtitle()->addWidget(name);
    subtitle()->addStretch(1);
    body()->setSpacing(8);
    const auto count = static_cast<int>(m_file.added.size());
    const auto bad = static_cast<int>(m_file.bad.size());
    auto* counts = new Label(TextRole::Body);
    counts->setObjectName(QStringLiteral("lists.import.counts"));
    counts->setText(QStringList{tr("%Ln new", nullptr, count),
                                tr("%Ln in the list already or repeated", nullptr, m_file.known),
                                tr("%Ln not valid", nullptr, bad)}
                        .join(QStringLiteral(" · ")));
    body()->addWidget(counts);
    if (count > 0)
        body()->addWidget(buildTable(m_file.added, tr("New entries")));
    if (bad > 0) {
        auto* notice = new NoticeBar;
        notice->setClosable(false);
        notice->show(Level::Warning, list.type() == config::KeyType::NetworkList
                                         ? tr("These are not addresses or networks and are left out:")
                                         : tr("These are not domain names and are left out:"));
        body()->addWidget(notice);
        body()->addWidget(buildTable(m_file.bad, tr("Not valid")));
    }
    QPushButton* cancel = addButton(ButtonKind::Plain, tr("Cancel"));
    QPushButton* add = addButton(ButtonKind::Primary, bad > 0 ? tr("Add the %Ln valid ones", nullptr, count)
                                                              : tr("Add %Ln", nullptr, count));
    add->setObjectName(QStringLiteral("lists.import.add"));
    add->setEnabled(count > 0);
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(add, &QAbstractButton::clicked, this, &ListImportDialog::finish);
    resize(std::min(620, parent->width() - 80), sizeHint().height());
}

QWidget* ListImportDialog::buildTable(const QList<ListFileEntry>& entries, const QString& name)
{
    auto* model = new QStandardItemModel(this);
    model->setHorizontalHeaderLabels({tr("Line"), name, tr("Note (comment)")});
    for (const ListFileEntry& entry : entries.first(std::min(entries.size(), mostShown))) {
        auto* text = new QStandardItem(entry.text);
        text->setData(true, CellDelegate::MonoRole);
        QList<QStandardItem*> row{new QStandardItem(QLocale().toString(entry.line)), text,
                                  new QStandardItem(entry.note)};
        for (QStandardItem* item : row)
            item->setEditable(false);
        model->appendRow(row);
    }
    if (entries.size() > mostShown)
        model->appendRow(
            {new QStandardItem,
             new QStandardItem(tr("and %Ln more", nullptr, static_cast<int>(entries.size() - mostShown))),
             new QStandardItem});
    auto* table = new TableView;
    table->setAccessibleName(name);
    table->setModel(model);
    table->setItemDelegate(new CellDelegate(table));
    table->horizontalHeader()->resizeSection(0, lineWidth);
    table->horizontalHeader()->resizeSection(1, 260);
    const int rows = std::clamp(model->rowCount(), 1, mostRows);
    table->setFixedHeight(table->horizontalHeader()->sizeHint().height() +
                          rows * table->verticalHeader()->defaultSectionSize() + 2);
    return table;
}

void ListImportDialog::finish()
{
    if (m_list.add(m_file.added))
        accept();
}

} // namespace ui
