// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tokens.h"

#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

Tone toneFrom(const QJsonObject& object)
{
    const auto colour = [&](const char* key) { return QColor(object.value(QLatin1String(key)).toString()); };
    return {colour("text"), colour("fill"), colour("tint")};
}

Tokens read(const QString& scheme)
{
    QFile file(QStringLiteral(":/theme/tokens.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the colour table is not linked into this program");
    const QJsonObject table = QJsonDocument::fromJson(file.readAll()).object().value(scheme).toObject();
    Tokens tokens;
    for (const auto& [name, member] : namedTokens())
        tokens.*member = QColor(table.value(QLatin1String(name)).toString());

    const QJsonObject results = table.value(QLatin1String("results")).toObject();
    for (const spf::Result result : spf::allResults) {
        const std::string_view word = spf::word(result);
        tokens.results[static_cast<std::size_t>(result)] = toneFrom(
            results.value(QLatin1String(word.data(), static_cast<qsizetype>(word.size()))).toObject());
    }
    const QJsonObject actions = table.value(QLatin1String("actions")).toObject();
    constexpr std::array names{"bypass", "tempblock", "block", "skip"};
    for (std::size_t i = 0; i < names.size(); ++i)
        tokens.actions[i] = toneFrom(actions.value(QLatin1String(names[i])).toObject());
    return tokens;
}

double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& c)
{
    return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF());
}

} // namespace

std::span<const NamedToken> namedTokens()
{
    using T = Tokens;
    static constexpr std::array<NamedToken, 34> table{{
        {"rail", &T::rail},
        {"window", &T::window},
        {"surface", &T::surface},
        {"sunken", &T::sunken},
        {"raised", &T::raised},
        {"zebra", &T::zebra},
        {"hover", &T::hover},
        {"border", &T::border},
        {"grid", &T::grid},
        {"controlBorder", &T::controlBorder},
        {"text", &T::text},
        {"secondaryText", &T::secondaryText},
        {"disabled", &T::disabled},
        {"accent", &T::accent},
        {"onAccent", &T::onAccent},
        {"accentTint", &T::accentTint},
        {"accentHover", &T::accentHover},
        {"selection", &T::selection},
        {"focus", &T::focus},
        {"modified", &T::modified},
        {"production", &T::production},
        {"productionTint", &T::productionTint},
        {"error", &T::error},
        {"warning", &T::warning},
        {"info", &T::info},
        {"good", &T::good},
        {"errorTint", &T::errorTint},
        {"warningTint", &T::warningTint},
        {"infoTint", &T::infoTint},
        {"goodTint", &T::goodTint},
        {"diffAdded", &T::diffAdded},
        {"diffAddedWord", &T::diffAddedWord},
        {"diffRemoved", &T::diffRemoved},
        {"diffRemovedWord", &T::diffRemovedWord},
    }};
    return table;
}

const Tokens& tokensOf(Scheme scheme)
{
    static const Tokens light = read(QStringLiteral("light"));
    static const Tokens dark = read(QStringLiteral("dark"));
    return scheme == Scheme::Light ? light : dark;
}

Scheme schemeOf(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? Scheme::Dark : Scheme::Light;
}

const Tokens& tokensFor(const QWidget& widget)
{
    return tokensOf(schemeOf(widget.palette()));
}

const Tokens& currentTokens()
{
    return tokensOf(schemeOf(QGuiApplication::palette()));
}

QColor Ink::of(const Tokens& tokens) const
{
    if (const auto* member = std::get_if<QColor Tokens::*>(&m_what))
        return tokens.*(*member);
    if (const auto* result = std::get_if<spf::Result>(&m_what))
        return tokens.tone(*result).text;
    return tokens.tone(std::get<policy::Action>(m_what)).text;
}

QColor Ink::tint(const Tokens& tokens) const
{
    if (const auto* result = std::get_if<spf::Result>(&m_what))
        return tokens.tone(*result).tint;
    if (const auto* action = std::get_if<policy::Action>(&m_what))
        return tokens.tone(*action).tint;
    static constexpr std::array<std::pair<QColor Tokens::*, QColor Tokens::*>, 6> pairs{{
        {&Tokens::error, &Tokens::errorTint},
        {&Tokens::warning, &Tokens::warningTint},
        {&Tokens::info, &Tokens::infoTint},
        {&Tokens::good, &Tokens::goodTint},
        {&Tokens::accent, &Tokens::accentTint},
        {&Tokens::production, &Tokens::productionTint},
    }};
    const auto member = std::get<QColor Tokens::*>(m_what);
    const auto found = std::ranges::find(pairs, member, [](const auto& pair) { return pair.first; });
    return tokens.*(found == pairs.end() ? &Tokens::hover : found->second);
}

QColor mixed(const QColor& over, const QColor& under, double share)
{
    const auto blend = [share](float a, float b) {
        return static_cast<float>(a * share + b * (1.0 - share));
    };
    return QColor::fromRgbF(blend(over.redF(), under.redF()), blend(over.greenF(), under.greenF()),
                            blend(over.blueF(), under.blueF()));
}

double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace ui
