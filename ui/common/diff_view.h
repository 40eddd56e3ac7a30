// SPDX-License-Identifier: GPL-3.0-or-later
// Shows what will be written: two columns for short lines, unified for long ones. Lines are never elided.
#pragma once

#include "ui/common/text_diff.h"

#include <QAbstractScrollArea>

namespace ui {

class DiffView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    enum class Form {
        TwoColumns,
        Unified,
        ByWidth
    }; ///< ByWidth: unified when a line does not fit half the width

    explicit DiffView(QWidget* parent = nullptr);
    void setTexts(const QString& before, const QString& after);
    void setForm(Form form);
    /// Words above the columns ("On the server - 11/20 18:42", "What will be saved"); empty for no head.
    void setHeads(const QString& before, const QString& after);
    void setContextLines(int lines);

    [[nodiscard]] const TextDiff& diff() const { return m_diff; }

    [[nodiscard]] bool isUnified() const { return m_unified; }

    /// Height that shows everything, for diffs inside a scrolling page.
    [[nodiscard]] int contentHeight() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Painting;
    void rebuild();
    void layoutRows();
    [[nodiscard]] int gutter() const;

    QString m_before;
    QString m_after;
    QString m_beforeHead;
    QString m_afterHead;
    Form m_form = Form::ByWidth;
    int m_context = 3;
    TextDiff m_diff;
    QList<DiffRow> m_lines; ///< of the form shown: changed rows are two in the unified one
    bool m_unified = false;
    int m_longest = 0; ///< pixels
};

} // namespace ui
