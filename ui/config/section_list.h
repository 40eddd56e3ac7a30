// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the settings page at its left: change bar, name, worst problem with its number.
#pragma once

#include "ui/common/level.h"

#include <QAbstractButton>
#include <QWidget>

#include <optional>
#include <vector>

namespace ui {

class SectionItem final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit SectionItem(QWidget* parent = nullptr);
    void setState(bool modified, int problems, std::optional<Level> worst);

    [[nodiscard]] int problems() const { return m_problems; }

    [[nodiscard]] bool isModified() const { return m_modified; }

    [[nodiscard]] QSize sizeHint() const override { return {176, 32}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_modified = false;
    int m_problems = 0;
    std::optional<Level> m_worst;
};

class SectionList final : public QWidget
{
    Q_OBJECT
public:
    explicit SectionList(int items, QWidget* parent = nullptr);

    [[nodiscard]] SectionItem& item(int index) { return *m_items.at(static_cast<std::size_t>(index)); }

    void setCurrent(int index);
    [[nodiscard]] int current() const;

Q_SIGNALS:
    void chosen(int index); ///< by the user

private:
    std::vector<SectionItem*> m_items;
};

} // namespace ui
