// SPDX-License-Identifier: GPL-3.0-or-later
// "From ... to ...": a period by two dates with times, on the wall clock of the log.
#pragma once

#include "ui/common/dialog.h"
#include "ui/maillog/log_view.h"

class QDateTimeEdit;

namespace ui {

class PeriodDialog final : public Dialog
{
    Q_OBJECT
public:
    PeriodDialog(const TimeSpan& span, const maillog::ZoneRules& clock, QWidget* parent);

    [[nodiscard]] TimeSpan span() const;

private:
    QDateTimeEdit* addField(const char* name, const QString& label, std::int64_t time);
    [[nodiscard]] std::int64_t timeOf(const QDateTimeEdit& field) const;
    void check();

    maillog::ZoneRules m_clock;
    Label* m_problem;
    QDateTimeEdit* m_from;
    QDateTimeEdit* m_to;
    QPushButton* m_show;
};

} // namespace ui
