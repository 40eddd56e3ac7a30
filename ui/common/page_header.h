// SPDX-License-Identifier: GPL-3.0-or-later
// The 62 px at the top of every page: title, state chip, one line of facts, at most three buttons.
#pragma once

#include "ui/common/badge.h"

#include <QWidget>

class QHBoxLayout;
class QAbstractButton;

namespace ui {

class Label;

class PageHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit PageHeader(QWidget* parent = nullptr);
    void setTitle(const QString& title);
    /// Path, counts, or the purpose of the page.
    void setFacts(const QString& facts);
    /// "5 unsaved changes"; an empty spec hides it.
    void setState(const BadgeSpec& state);
    /// For a segment of 26 beside the title where a page has two or three tasks.
    void addBesideTitle(QWidget* widget);
    /// The main action last.
    void addButton(QWidget* button);
    [[nodiscard]] QString title() const;

private:
    Label* m_title;
    Label* m_facts;
    Badge* m_state;
    QHBoxLayout* m_titleRow;
    QHBoxLayout* m_buttons;
};

} // namespace ui
