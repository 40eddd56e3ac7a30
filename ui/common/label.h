// SPDX-License-Identifier: GPL-3.0-or-later
// A label that takes its colour by meaning and elides instead of being cut (QLabel does neither).
#pragma once

#include "ui/common/fonts.h"
#include "ui/common/tokens.h"

#include <QLabel>

namespace ui {

class Label : public QLabel
{
    Q_OBJECT
public:
    explicit Label(TextRole role = TextRole::Body, Ink ink = &Tokens::text, QWidget* parent = nullptr);

    void setInk(Ink ink);

    [[nodiscard]] Ink ink() const { return m_ink; }

    void setRole(TextRole role);
    /// Qt::ElideNone (the default) keeps the whole text visible and asks for the room; any other mode lets
    /// the label shrink and shows the full text in a tooltip.
    void setElide(Qt::TextElideMode mode);
    [[nodiscard]] bool isElided() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QString shown() const;
    Ink m_ink;
    Qt::TextElideMode m_elide = Qt::ElideNone;
};

/// Text from files, addresses, records: monospaced, elided in the middle.
class MonoLabel final : public Label
{
    Q_OBJECT
public:
    explicit MonoLabel(Ink ink = &Tokens::text, QWidget* parent = nullptr);
};

} // namespace ui
