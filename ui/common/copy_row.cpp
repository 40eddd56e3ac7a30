// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/copy_row.h"

#include "ui/common/buttons.h"
#include "ui/common/label.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>

namespace ui {

CopyRow::CopyRow(QWidget* parent)
    : QWidget(parent),
      m_label(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_shown(new MonoLabel),
      m_absence(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_copy(makeIconButton(QStringLiteral("copy")))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_label->setMinimumWidth(48);
    m_shown->setElide(Qt::ElideRight);
    m_shown->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_absence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_absence->setElide(Qt::ElideRight);
    row->addWidget(m_label);
    row->addWidget(m_shown, 1);
    row->addWidget(m_absence, 1);
    row->addWidget(m_copy);
    connect(m_copy, &QAbstractButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_value);
        Q_EMIT copied(m_value);
    });
    setValue({});
    retranslate();
}

void CopyRow::setLabel(const QString& text)
{
    m_label->setText(text);
    retranslate();
}

void CopyRow::setValue(const QString& value, const QString& absence)
{
    m_value = value;
    m_shown->setText(value);
    m_shown->setVisible(!value.isEmpty());
    m_absence->setText(absence);
    m_absence->setVisible(value.isEmpty());
    m_copy->setVisible(!value.isEmpty());
}

void CopyRow::setLabelWidth(int pixels)
{
    m_label->setMinimumWidth(pixels);
}

void CopyRow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CopyRow::retranslate()
{
    setNamed(m_copy, tr("Copy %1").arg(m_label->text()));
}

} // namespace ui
