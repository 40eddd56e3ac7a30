// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/problem_row.h"

#include "ui/common/buttons.h"
#include "ui/common/icon_view.h"
#include "ui/common/label.h"

#include <QBoxLayout>

namespace ui {

namespace {

constexpr int widestFix = 220;

} // namespace

ProblemRow::ProblemRow(QWidget* parent)
    : QWidget(parent),
      m_icon(new IconView({}, &Tokens::text, 14)),
      m_id(new Label(TextRole::Secondary)),
      m_sentence(new Label(TextRole::Secondary)),
      m_fix(makeButton(ButtonKind::Link))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2, 2, 0, 2);
    row->setSpacing(6);
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addWidget(m_id, 0, Qt::AlignVCenter);
    row->addWidget(m_sentence, 0, Qt::AlignVCenter);
    row->addWidget(m_fix, 0, Qt::AlignVCenter);
    row->addStretch(1);
    m_sentence->setElide(Qt::ElideRight);
    QFont bold = fontOf(TextRole::Secondary);
    bold.setWeight(QFont::DemiBold);
    m_fix->setFont(bold);
    connect(m_fix, &QAbstractButton::clicked, this, &ProblemRow::fixRequested);
    hide();
}

void ProblemRow::setProblem(Level level, const QString& id, const QString& sentence, const QString& fix)
{
    m_icon->setIcon(iconName(level), inkOf(level));
    m_id->setText(id);
    m_id->setVisible(!id.isEmpty());
    m_id->setInk(inkOf(level));
    m_sentence->setText(sentence);
    m_sentence->setInk(inkOf(level));
    const QFontMetrics metrics(m_fix->font());
    m_fix->setText(metrics.elidedText(fix, Qt::ElideMiddle, widestFix));
    m_fix->setToolTip(m_fix->text() == fix ? QString() : fix);
    m_fix->setAccessibleName(fix);
    m_fix->setVisible(!fix.isEmpty());
    setAccessibleName(QStringLiteral("%1 %2").arg(id, sentence).trimmed());
    show();
}

void ProblemRow::clear()
{
    hide();
}

QString ProblemRow::sentence() const
{
    return m_sentence->text();
}

} // namespace ui
