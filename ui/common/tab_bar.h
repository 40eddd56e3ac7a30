// SPDX-License-Identifier: GPL-3.0-or-later
// Tabs with an accent line under the chosen one, optional icon and count. Pair with a QStackedWidget.
#pragma once

#include "ui/common/tokens.h"

#include <QTabBar>

#include <optional>
#include <vector>

namespace ui {

class TabBar final : public QTabBar
{
    Q_OBJECT
public:
    explicit TabBar(QWidget* parent = nullptr);
    int addPage(const QString& text = {});
    /// Empty hides the pill. An ink of its own says what is counted: problems in red.
    void setCount(int index, const QString& count, std::optional<Ink> ink = std::nullopt);

    [[nodiscard]] QString countText(int index) const
    {
        return m_marks.at(static_cast<std::size_t>(index)).count;
    }

    void setMark(int index, const QString& icon, Ink ink);

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Mark
    {
        QString count;
        std::optional<Ink> countInk;
        QString icon;
        Ink ink = &Tokens::secondaryText;
    };

    std::vector<Mark> m_marks;
};

} // namespace ui
