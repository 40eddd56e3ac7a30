// SPDX-License-Identifier: GPL-3.0-or-later
// What the checks PFX-001 to PFX-020 find in the files as they would be after the change.
#pragma once

#include "core/postfix/lint.h"
#include "ui/common/tokens.h"

#include <QWidget>

class QVBoxLayout;

namespace ui {

class Card;

class FindingsCard final : public QWidget
{
    Q_OBJECT
public:
    explicit FindingsCard(QWidget* parent = nullptr);
    void setFindings(std::vector<postfix::Finding> findings);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void addRow(const QString& icon, Ink ink, const QString& head, const QString& sentence);

    std::vector<postfix::Finding> m_findings;
    Card* m_card;
    QVBoxLayout* m_rows;
};

} // namespace ui
