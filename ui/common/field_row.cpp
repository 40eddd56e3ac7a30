// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/field_row.h"

#include "ui/common/badge.h"
#include "ui/common/buttons.h"
#include "ui/common/label.h"

#include <QGridLayout>
#include <QPainter>

namespace ui {

namespace {
constexpr int labelWidth = 150;

enum Column { LabelColumn, ControlColumn, HelpColumn, StretchColumn, DefaultColumn, ResetColumn };
} // namespace

FieldRow::FieldRow(QWidget* control, QWidget* parent)
    : QWidget(parent),
      m_control(control),
      m_label(new Label),
      m_help(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_default(new Badge),
      m_reset(makeIconButton(QStringLiteral("reset"))),
      m_problem(new ProblemRow),
      m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(18, 5, 4, 5);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnMinimumWidth(LabelColumn, labelWidth);
    m_grid->setColumnStretch(StretchColumn, 1);
    m_grid->setColumnMinimumWidth(ResetColumn, 26);
    m_label->setBuddy(control->focusPolicy() == Qt::NoFocus && control->focusProxy() == nullptr ? nullptr
                                                                                                : control);
    m_grid->addWidget(m_label, 0, LabelColumn);
    m_grid->addWidget(control, 0, ControlColumn);
    m_grid->addWidget(m_help, 0, HelpColumn);
    m_grid->addWidget(m_default, 0, DefaultColumn);
    m_grid->addWidget(m_reset, 0, ResetColumn);
    m_grid->addWidget(m_problem, 1, ControlColumn, 1, 4);
    m_help->setElide(Qt::ElideRight);
    m_default->hide();
    m_reset->hide();
    connect(m_reset, &QAbstractButton::clicked, this, &FieldRow::resetRequested);
    connect(m_problem, &ProblemRow::fixRequested, this, &FieldRow::fixRequested);
}

void FieldRow::setLabel(const QString& text)
{
    m_label->setText(text);
    QString plain = text;
    plain.remove(QLatin1Char('&'));
    m_control->setAccessibleName(plain);
}

void FieldRow::setHelp(const QString& text)
{
    m_help->setText(text);
    m_control->setAccessibleDescription(text);
}

void FieldRow::setDefaultText(const QString& text)
{
    m_default->setSpec(BadgeSpec::of(text, &Tokens::secondaryText));
    m_default->setVisible(!text.isEmpty());
}

void FieldRow::setModified(bool modified)
{
    m_modified = modified;
    update();
}

void FieldRow::setReset(const QString& toolTip)
{
    setNamed(m_reset, toolTip);
    m_reset->setVisible(!toolTip.isEmpty());
}

void FieldRow::setProblem(Level level, const QString& id, const QString& sentence, const QString& fix)
{
    m_problem->setProblem(level, id, sentence, fix);
}

void FieldRow::clearProblem()
{
    m_problem->clear();
}

void FieldRow::setStretched(bool stretched)
{
    m_grid->setColumnStretch(ControlColumn, stretched ? 1 : 0);
    m_grid->setColumnStretch(StretchColumn, stretched ? 0 : 1);
}

void FieldRow::paintEvent(QPaintEvent*)
{
    if (!m_modified)
        return;
    const QRect line = m_grid->cellRect(0, ControlColumn);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokensFor(*this).modified);
    painter.drawRoundedRect(QRectF(0, line.top() + 3, 3, line.height() - 6), 1.5, 1.5);
}

} // namespace ui
