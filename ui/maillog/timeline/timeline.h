// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline: bars by time, hover card, brush and zoom by mouse and keyboard. The drawing is kept as a
// pixmap; hover and brush are painted on top. New numbers keep cursor and brush where they are in time.
#pragma once

#include "ui/maillog/timeline/timeline_painter.h"

#include <QPixmap>
#include <QWidget>

namespace ui {

class Timeline final : public QWidget
{
    Q_OBJECT
public:
    explicit Timeline(QWidget* parent = nullptr);
    void setHistogram(std::optional<maillog::TimeBuckets> histogram);
    void setSeries(SeriesBy by, std::set<QString> hidden);
    /// Nothing also when all of the axis is chosen.
    void setSpan(std::optional<TimeSpan> span);

    [[nodiscard]] const std::optional<TimelinePicture>& picture() const { return m_picture; }

    [[nodiscard]] QSize sizeHint() const override { return {600, 180}; }

    /// The bar under the cursor, said in words.
    [[nodiscard]] QString cursorText() const;

Q_SIGNALS:
    void spanChosen(std::optional<ui::TimeSpan> span);
    void zoomInRequested(const ui::TimeSpan& span);
    void zoomOutRequested();
    void termChosen(const QString& term); ///< "result:fail", "-action:block" of a part of a bar

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Edge { From, To };

    [[nodiscard]] TimelineGeometry geometryOf() const { return {*m_picture, rect()}; }

    void refresh();
    void retranslate();
    void offer(int bar, const Series* series, const QPoint& place);
    void moveCursor(int bar, bool extend);
    void moveBrush(int bars);
    void choose();
    bool giveUp();
    [[nodiscard]] TimeSpan barsSpan(int a, int b) const;
    [[nodiscard]] std::optional<Edge> edgeAt(const QPoint& position) const;
    /// Half of the time shown, around the cursor.
    [[nodiscard]] TimeSpan partAroundCursor() const;
    bool moveByKey(const QKeyEvent& event);
    void paintBrush(QPainter& painter, const TimelineGeometry& geometry) const;

    std::optional<TimelinePicture> m_picture;
    QPixmap m_drawn;
    std::optional<int> m_cursor; ///< bar under mouse or keyboard
    std::optional<int> m_anchor; ///< where a brush began
    bool m_dragging = false;
    bool m_isEdge = false;                     ///< what is dragged is an edge of the brush
    std::optional<TimeSpan> m_spanBeforeClick; ///< a double click zooms to the brush its first click replaced
};

} // namespace ui
