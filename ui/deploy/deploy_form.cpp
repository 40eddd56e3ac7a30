// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deploy/deploy_form.h"

#include "ui/common/label.h"
#include "ui/common/segment.h"
#include "ui/common/surface.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QSignalBlocker>

#include <algorithm>

namespace ui {

namespace {

QVBoxLayout* field(Label* label, QWidget* control)
{
    auto* column = new QVBoxLayout;
    column->setSpacing(5);
    column->addWidget(label);
    column->addWidget(control);
    return column;
}

} // namespace

DeployForm::DeployForm(QWidget* parent)
    : QWidget(parent),
      m_taskLabel(new Label(TextRole::Label, &Tokens::secondaryText)),
      m_variantLabel(new Label(TextRole::Label, &Tokens::secondaryText)),
      m_folderLabel(new Label(TextRole::Label, &Tokens::secondaryText)),
      m_countsLabel(new Label(TextRole::Label, &Tokens::secondaryText)),
      m_taskChoice(new Segment),
      m_variantChoice(new Segment),
      m_folder(new QComboBox),
      m_addedCount(new Label(TextRole::Strong, &Tokens::good)),
      m_removedCount(new Label(TextRole::Strong, &Tokens::error)),
      m_fileCount(new Label(TextRole::Body))
{
    m_taskChoice->setObjectName(QStringLiteral("deploy.task"));
    m_variantChoice->setObjectName(QStringLiteral("deploy.variant"));
    m_folder->setObjectName(QStringLiteral("deploy.folder"));
    for (Segment* segment : {m_taskChoice, m_variantChoice}) {
        segment->addChoice({});
        segment->addChoice({});
    }
    m_taskChoice->setCurrent(0);
    m_variantChoice->setCurrent(0);
    m_folder->setMinimumWidth(300);
    m_folder->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_folderLabel->setBuddy(m_folder);

    auto* card = new Card;
    card->setPadding(16, 12, 14);
    auto* row = new QHBoxLayout;
    row->setSpacing(20);
    row->addLayout(field(m_taskLabel, m_taskChoice));
    row->addLayout(field(m_variantLabel, m_variantChoice));
    row->addLayout(field(m_folderLabel, m_folder), 2);
    row->addStretch(1);
    auto* counts = new QWidget;
    counts->setFixedHeight(30);
    auto* countRow = new QHBoxLayout(counts);
    countRow->setContentsMargins(0, 0, 0, 0);
    countRow->setSpacing(8);
    countRow->addWidget(m_addedCount);
    countRow->addWidget(m_removedCount);
    countRow->addWidget(m_fileCount);
    row->addLayout(field(m_countsLabel, counts));
    card->body()->addLayout(row);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);

    connect(m_taskChoice, &Segment::chosen, this, [this](int index) {
        m_task = index == 0 ? postfix::Task::Enable : postfix::Task::Disable;
        Q_EMIT changed();
    });
    connect(m_variantChoice, &Segment::chosen, this, [this](int index) {
        m_variant = index == 0 ? postfix::Variant::Imsva : postfix::Variant::Recommended;
        Q_EMIT changed();
    });
    connect(m_folder, &QComboBox::activated, this, [this](int index) {
        if (index < m_folders.size()) {
            m_current = m_folders[index];
            Q_EMIT folderChosen(m_current);
        } else {
            setFolders(m_folders, m_current);
            Q_EMIT otherFolderWanted();
        }
    });
    retranslate();
}

void DeployForm::setVariant(postfix::Variant variant)
{
    m_variant = variant;
    m_variantChoice->setCurrent(variant == postfix::Variant::Imsva ? 0 : 1);
}

void DeployForm::setTask(postfix::Task task)
{
    m_task = task;
    m_taskChoice->setCurrent(task == postfix::Task::Enable ? 0 : 1);
}

void DeployForm::setFolders(const QStringList& folders, const QString& current)
{
    m_folders = folders;
    m_current = current;
    const QSignalBlocker quiet(m_folder);
    m_folder->clear();
    m_folder->addItems(folders);
    m_folder->addItem(tr("Another folder..."));
    m_folder->setCurrentIndex(static_cast<int>(folders.indexOf(current)));
    m_folder->setToolTip(current);
}

void DeployForm::setCounts(int added, int removed, int files)
{
    m_added = added;
    m_removed = removed;
    m_files = files;
    showCounts();
}

void DeployForm::showCounts()
{
    m_addedCount->setText(QStringLiteral("+%1").arg(m_added));
    m_removedCount->setText(QStringLiteral("−%1").arg(m_removed));
    m_addedCount->setVisible(m_files > 0);
    m_removedCount->setVisible(m_files > 0);
    m_fileCount->setText(m_files == 0 ? tr("none") : tr("%n file(s)", nullptr, m_files));
}

void DeployForm::retranslate()
{
    m_taskLabel->setText(tr("Task"));
    m_variantLabel->setText(tr("Variant"));
    m_folderLabel->setText(tr("Postfix folder"));
    m_countsLabel->setText(tr("Difference"));
    m_taskChoice->setGroupName(tr("Task"));
    m_taskChoice->setChoiceText(0, tr("Enable"));
    m_taskChoice->setChoiceText(1, tr("Disable"));
    m_variantChoice->setGroupName(tr("Variant"));
    m_variantChoice->setChoiceText(0, tr("IMSVA as documented"));
    m_variantChoice->setChoiceText(1, tr("Recommended"));
    m_variantChoice->setChoiceToolTip(0, tr("Exactly what the IMSVA guide says: every sender is checked."));
    m_variantChoice->setChoiceToolTip(1, tr("Own networks and authenticated senders are let through first."));
    m_folder->setAccessibleName(tr("Postfix folder"));
    setFolders(m_folders, m_current);
    showCounts();
}

void DeployForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace ui
