// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/timeline/timeline_period_dialog.h"

#include "ui/common/label.h"
#include "ui/maillog/timeline/timeline_words.h"

#include <QBoxLayout>
#include <QDateTimeEdit>

namespace ui {

PeriodDialog::PeriodDialog(const TimeSpan& span, const maillog::ZoneRules& clock, QWidget* parent)
    : Dialog(parent), m_clock(clock), m_problem(new Label(TextRole::Secondary, &Tokens::error))
{
    setObjectName(QStringLiteral("maillog.period"));
    setAttribute(Qt::WA_DeleteOnClose);
    setTitle(tr("Show a period"));
    auto* zone = new Label(TextRole::Secondary, &Tokens::secondaryText);
    zone->setText(tr("On the clock of the server that wrote the log."));
    subtitle()->addWidget(zone);
    subtitle()->addStretch(1);
    body()->setSpacing(6);
    m_from = addField("maillog.period.from", tr("From"), span.from);
    m_to = addField("maillog.period.to", tr("To, not within"), span.to);
    body()->addWidget(m_problem);
    QPushButton* cancel = addButton(ButtonKind::Plain, tr("Cancel"));
    m_show = addButton(ButtonKind::Primary, tr("Show this period"));
    m_show->setObjectName(QStringLiteral("maillog.period.show"));
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_show, &QAbstractButton::clicked, this, &QDialog::accept);
    for (QDateTimeEdit* field : {m_from, m_to}) {
        connect(field, &QDateTimeEdit::dateTimeChanged, this, &PeriodDialog::check);
    }
    check();
}

QDateTimeEdit* PeriodDialog::addField(const char* name, const QString& label, std::int64_t time)
{
    auto* words = new Label(TextRole::Label, &Tokens::secondaryText);
    words->setText(label);
    auto* field = new QDateTimeEdit;
    field->setObjectName(QLatin1String(name));
    field->setAccessibleName(label);
    field->setCalendarPopup(true);
    field->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    // The wall clock as it is read, whatever the zone of this machine skips.
    field->setTimeSpec(Qt::UTC);
    const QDateTime wall = wallTime(time, m_clock);
    field->setDateTime(QDateTime(wall.date(), wall.time(), Qt::UTC));
    words->setBuddy(field);
    body()->addWidget(words);
    body()->addWidget(field);
    return field;
}

std::int64_t PeriodDialog::timeOf(const QDateTimeEdit& field) const
{
    const std::int64_t wall = field.dateTime().toSecsSinceEpoch();
    return (wall - m_clock.atWall(wall, maillog::ZoneRules::Pass::First).offset) * 1000;
}

TimeSpan PeriodDialog::span() const
{
    return {timeOf(*m_from), timeOf(*m_to)};
}

void PeriodDialog::check()
{
    const TimeSpan chosen = span();
    const bool isRight = chosen.from < chosen.to;
    m_problem->setText(isRight ? QString() : tr("The period ends before it begins."));
    m_show->setEnabled(isRight);
}

} // namespace ui
