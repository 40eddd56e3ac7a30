// SPDX-License-Identifier: GPL-3.0-or-later
// Badges: icon and word on a tinted ground, as widgets and for delegates. Colour never stands alone.
#pragma once

#include "ui/common/tokens.h"

#include <QAbstractButton>
#include <QStyledItemDelegate>
#include <QWidget>

#include <vector>

namespace ui {

/// What a badge says: one part, or several joined by a small arrow ("none > block").
struct BadgeSpec
{
    struct Part
    {
        QString icon; ///< may be empty
        QString text;
        Ink ink = &Tokens::secondaryText;
        friend bool operator==(const Part&, const Part&) = default;
    };

    std::vector<Part> parts;
    Ink ground = &Tokens::hover; ///< its tint is painted

    [[nodiscard]] static BadgeSpec of(spf::Result result);
    [[nodiscard]] static BadgeSpec of(policy::Action action);
    /// "softfail > block", on the ground of the action.
    [[nodiscard]] static BadgeSpec of(spf::Result result, policy::Action action);
    [[nodiscard]] static BadgeSpec of(const QString& text, Ink ink, const QString& icon = {});
    [[nodiscard]] QString text() const;
    friend bool operator==(const BadgeSpec&, const BadgeSpec&) = default;
};

[[nodiscard]] QSize badgeSize(const BadgeSpec& spec);
/// At the left of `rect`, centred in height; gives back where it was painted.
QRect paintBadge(QPainter& painter, const QRect& rect, const BadgeSpec& spec, const Tokens& tokens);

class Badge final : public QWidget
{
    Q_OBJECT
public:
    explicit Badge(QWidget* parent = nullptr);
    explicit Badge(BadgeSpec spec, QWidget* parent = nullptr);
    void setSpec(BadgeSpec spec);

    [[nodiscard]] const BadgeSpec& spec() const { return m_spec; }

    [[nodiscard]] QSize sizeHint() const override { return badgeSize(m_spec); }

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    BadgeSpec m_spec;
};

/// A number in a pill; grey unless it counts problems.
class CountBadge final : public QWidget
{
    Q_OBJECT
public:
    explicit CountBadge(QWidget* parent = nullptr);
    void setText(const QString& text);
    void setInk(Ink ink);

    [[nodiscard]] QString text() const { return m_text; }

    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    Ink m_ink = &Tokens::secondaryText;
};

[[nodiscard]] QSize countBadgeSize(const QString& text);
void paintCountBadge(QPainter& painter, const QRect& rect, const QString& text, Ink ink,
                     const Tokens& tokens);

/// Models give a BadgeSpec under BadgeDelegate::SpecRole (and the word under Qt::DisplayRole, for copy and
/// search).
class BadgeDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    static constexpr int SpecRole = Qt::UserRole + 100;
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace ui

Q_DECLARE_METATYPE(ui::BadgeSpec)
