// SPDX-License-Identifier: GPL-3.0-or-later
// The colours of the design language, one table per scheme (resources/theme/tokens.json).
// Which table holds is said by the palette in force, so a widget needs no link to the theme object.
#pragma once

#include "core/policy/decision.h"
#include "core/spf/result.h"

#include <QColor>
#include <QPalette>
#include <QString>

#include <array>
#include <span>
#include <utility>
#include <variant>

class QWidget;

namespace ui {

enum class Scheme { Light, Dark };

/// The three colours of a result or an action: words and icons, bars, badge ground.
struct Tone
{
    QColor text;
    QColor fill;
    QColor tint;
};

struct Tokens
{
    QColor rail, window, surface, sunken, raised, zebra, hover, border, grid, controlBorder;
    QColor text, secondaryText, disabled, accent, onAccent, accentTint, accentHover, selection, focus,
        modified;
    QColor production, productionTint, error, warning, info, good, errorTint, warningTint, infoTint, goodTint;
    QColor diffAdded, diffAddedWord, diffRemoved, diffRemovedWord;
    std::array<Tone, 7> results; ///< indexed by spf::Result
    std::array<Tone, 4> actions; ///< indexed by policy::Action

    [[nodiscard]] const Tone& tone(spf::Result result) const
    {
        return results[static_cast<std::size_t>(result)];
    }

    [[nodiscard]] const Tone& tone(policy::Action action) const
    {
        return actions[static_cast<std::size_t>(action)];
    }
};

/// Name in tokens.json and style.qss.in, and where its colour is kept.
using NamedToken = std::pair<const char*, QColor Tokens::*>;
[[nodiscard]] std::span<const NamedToken> namedTokens();

[[nodiscard]] const Tokens& tokensOf(Scheme scheme);
[[nodiscard]] Scheme schemeOf(const QPalette& palette);
/// The table for what is being painted now.
[[nodiscard]] const Tokens& tokensFor(const QWidget& widget);
/// The table of the application's palette, for painting outside widgets.
[[nodiscard]] const Tokens& currentTokens();

/// A colour by meaning instead of by value, so that it follows a change of the theme.
class Ink
{
public:
    Ink(QColor Tokens::* token) : m_what(token) {}

    Ink(spf::Result result) : m_what(result) {}

    Ink(policy::Action action) : m_what(action) {}

    [[nodiscard]] QColor of(const Tokens& tokens) const;
    /// The ground that belongs under this ink in badges and bars.
    [[nodiscard]] QColor tint(const Tokens& tokens) const;
    friend bool operator==(const Ink&, const Ink&) = default;

private:
    std::variant<QColor Tokens::*, spf::Result, policy::Action> m_what;
};

/// `over` mixed into `under` (0 to 1), opaque.
[[nodiscard]] QColor mixed(const QColor& over, const QColor& under, double share);
/// WCAG 2.1 contrast ratio.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

} // namespace ui
