// SPDX-License-Identifier: GPL-3.0-or-later
// Items in lines, as words of a text; the first item takes what is left of its line.
#pragma once

#include <QLayout>
#include <QList>

namespace ui {

class FlowLayout final : public QLayout
{
    Q_OBJECT
public:
    FlowLayout(int gap, int lineHeight, QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;

    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }

    [[nodiscard]] QLayoutItem* itemAt(int index) const override { return m_items.value(index); }

    QLayoutItem* takeAt(int index) override;

    [[nodiscard]] Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }

    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    /// The height; places are set when `isReal`.
    int place(const QRect& rect, bool isReal) const;
    QList<QLayoutItem*> m_items;
    int m_gap;
    int m_lineHeight;
};

} // namespace ui
