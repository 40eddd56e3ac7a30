// SPDX-License-Identifier: GPL-3.0-or-later
// Swatch, shape and word of each series; a click hides or shows it in the chart, its menu makes it a filter.
#pragma once

#include "ui/maillog/timeline/series.h"

#include <QAbstractButton>
#include <QWidget>

#include <set>

class QHBoxLayout;

namespace ui {

class LegendItem final : public QAbstractButton
{
    Q_OBJECT
public:
    LegendItem(const Series& series, SeriesBy by, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void termChosen(const QString& term); ///< "result:fail", "-action:block"

protected:
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    const Series& m_series;
    SeriesBy m_by;
};

class TimelineLegend final : public QWidget
{
    Q_OBJECT
public:
    explicit TimelineLegend(QWidget* parent = nullptr);
    void setSeries(SeriesBy by);

    [[nodiscard]] const std::set<QString>& hidden() const { return m_hidden; }

Q_SIGNALS:
    void hiddenChanged();
    void termChosen(const QString& term);

private:
    QHBoxLayout* m_row;
    std::set<QString> m_hidden;
};

} // namespace ui
