// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline: bars by time, hover card, brush by mouse and keyboard. The drawing is kept as a pixmap; hover
// and brush are painted on top.
#pragma once

#include "ui/maillog/timeline_painter.h"

#include <QPixmap>
#include <QWidget>

namespace ui {

class Timeline final : public QWidget
{
    Q_OBJECT
public:
    explicit Timeline(QWidget* parent = nullptr);
    void setHistogram(std::optional<maillog::Histogram> histogram, int offsetMinutes);
    void setSeries(SeriesBy by, std::set<QString> hidden);
    void setSpan(std::optional<TimeSpan> span);

    [[nodiscard]] const std::optional<TimelinePicture>& picture() const { return m_picture; }

    [[nodiscard]] QSize sizeHint() const override { return {600, 180}; }

    /// The bar under the cursor, said in words.
    [[nodiscard]] QString cursorText() const;

Q_SIGNALS:
    void spanChosen(std::optional<ui::TimeSpan> span);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] TimelineGeometry geometryOf() const { return {*m_picture, rect()}; }

    void refresh();
    void retranslate();
    void moveCursor(int bar, bool extend);
    [[nodiscard]] TimeSpan barsSpan(int a, int b) const;
    void paintBrush(QPainter& painter, const TimelineGeometry& geometry) const;
    void paintCard(QPainter& painter, const TimelineGeometry& geometry) const;

    std::optional<TimelinePicture> m_picture;
    QPixmap m_drawn;
    std::optional<int> m_cursor; ///< bar under mouse or keyboard
    std::optional<int> m_anchor; ///< where a brush began
    bool m_dragging = false;
};

/// "Nov 21, 4:40-5:00" on the wall clock.
[[nodiscard]] QString spanText(const TimeSpan& span, int offsetMinutes);

} // namespace ui
