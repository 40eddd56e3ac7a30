// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deploy/file_card.h"

#include "ui/common/buttons.h"
#include "ui/common/diff_view.h"
#include "ui/common/label.h"
#include "ui/common/surface.h"

#include <QBoxLayout>
#include <QEvent>

namespace ui {

FileCard::FileCard(const QString& fileName, QWidget* parent)
    : QWidget(parent),
      m_fileName(fileName),
      m_card(new Card),
      m_counts(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_same(new Label(TextRole::Body, &Tokens::secondaryText)),
      m_diff(new DiffView),
      m_copy(makeIconButton(QStringLiteral("copy"))),
      m_save(makeIconButton(QStringLiteral("export")))
{
    setObjectName(QStringLiteral("deploy.") + fileName);
    m_diff->setObjectName(objectName() + QStringLiteral(".diff"));
    m_copy->setObjectName(objectName() + QStringLiteral(".copy"));
    m_save->setObjectName(objectName() + QStringLiteral(".save"));
    m_same->setContentsMargins(14, 12, 14, 12);
    m_same->setWordWrap(true);
    m_card->setTitle(fileName);
    m_card->addHeadWidget(m_counts);
    m_card->addHeadWidget(m_copy);
    m_card->addHeadWidget(m_save);
    m_card->body()->addWidget(m_same);
    m_card->body()->addWidget(m_diff);
    m_diff->setFrameShape(QFrame::NoFrame);
    m_diff->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    connect(m_copy, &QToolButton::clicked, this, &FileCard::copyRequested);
    connect(m_save, &QToolButton::clicked, this, &FileCard::saveRequested);
    retranslate();
}

void FileCard::setTexts(const QString& before, const QString& after)
{
    m_diff->setTexts(before, after);
    m_added = m_diff->diff().added;
    m_removed = m_diff->diff().removed;
    const bool isSame = m_diff->diff().isEmpty();
    m_same->setVisible(isSame);
    m_diff->setVisible(!isSame);
    m_copy->setVisible(!isSame);
    m_save->setVisible(!isSame);
    retranslate();
    fitHeight();
}

void FileCard::fitHeight()
{
    m_diff->setFixedHeight(m_diff->contentHeight());
}

void FileCard::retranslate()
{
    m_counts->setText(m_added + m_removed == 0 ? QString()
                                               : QStringLiteral("+%1  −%2").arg(m_added).arg(m_removed));
    m_same->setText(tr("Nothing has to change in this file."));
    m_diff->setAccessibleName(tr("Difference of %1").arg(m_fileName));
    setNamed(m_copy, tr("Copy the new %1").arg(m_fileName));
    setNamed(m_save, tr("Save the new %1 as...").arg(m_fileName));
}

void FileCard::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void FileCard::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitHeight();
}

} // namespace ui
