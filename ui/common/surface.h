// SPDX-License-Identifier: GPL-3.0-or-later
// The grounds everything stands on: plain areas with hairline edges, and cards.
#pragma once

#include "ui/common/tokens.h"

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace ui {

class Label;
class CountBadge;

/// One colour, hairlines on the edges asked for.
class Surface : public QWidget
{
    Q_OBJECT
public:
    explicit Surface(QColor Tokens::* ground, Qt::Edges lines = {}, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QColor Tokens::* m_ground;
    Qt::Edges m_lines;
};

/// A hairline between two parts.
class Line final : public QWidget
{
    Q_OBJECT
public:
    explicit Line(Qt::Orientation orientation = Qt::Horizontal, QColor Tokens::* colour = &Tokens::border,
                  QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QColor Tokens::* m_colour;
};

/// A card: rounded, with an optional head (title, note, actions at the right) and a body.
class Card final : public QWidget
{
    Q_OBJECT
public:
    explicit Card(QWidget* parent = nullptr);

    /// Shows the head; an empty title hides it again.
    void setTitle(const QString& title);
    [[nodiscard]] QString title() const;
    /// The grey words beside the title ("4 sections").
    void setNote(const QString& note);
    /// Buttons, segments and labels at the right of the head, in order.
    void addHeadWidget(QWidget* widget);
    /// For something other than a title at the left of the head, before the stretch.
    void addHeadLeading(QWidget* widget);

    /// The body has a 1 px margin at the edges and no spacing: tables reach the border.
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }

    /// Body padding for forms and text.
    void setPadding(int sideways, int above, int below);
    /// What lies behind the corners; the window's ground unless the card stands elsewhere.
    void setGround(QColor Tokens::* ground);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void childEvent(QChildEvent* event) override;

private:
    QWidget* m_head;
    QHBoxLayout* m_headLayout;
    QHBoxLayout* m_leading;
    Label* m_title;
    Label* m_note;
    QVBoxLayout* m_body;
    QWidget* m_edge; ///< painted over the children, so that they may have square corners
};

} // namespace ui
