// SPDX-License-Identifier: GPL-3.0-or-later
// The limits of an evaluation (RFC 7208 4.6.4), to be played with: what would happen if the receiver counted
// otherwise, or waited less.
#pragma once

#include "core/spf/report.h"
#include "ui/common/dialog.h"

class QGridLayout;
class QSpinBox;

namespace ui {

class LimitsDialog final : public Dialog
{
    Q_OBJECT

public:
    LimitsDialog(const spf::Limits& limits, QWidget* parent);

    [[nodiscard]] spf::Limits limits() const;

private:
    QSpinBox* addNumber(QGridLayout& grid, const QString& name, const QString& help, int most);
    void show(const spf::Limits& limits);

    QSpinBox* m_terms;
    QSpinBox* m_voids;
    QSpinBox* m_mxNames;
    QSpinBox* m_ptrNames;
    QSpinBox* m_total;
    QSpinBox* m_query;
};

/// "Limits changed: 20 look-up terms, 5 void look-ups": what differs from the defaults.
[[nodiscard]] QString limitsSentence(const spf::Limits& limits);

} // namespace ui
