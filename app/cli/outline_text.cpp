// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/outline_text.h"

#include "app/cli/text_layout.h"
#include "core/spf/providers.h"
#include "ui/words/cli_words.h"
#include "ui/words/outline_words.h"
#include "ui/words/spf_words.h"
#include "ui/words/trace_words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QString text(std::string_view bytes)
{
    return printable(words::shown(bytes));
}

Tone toneOf(const spf::OutlineTerm& term)
{
    switch (term.state) {
    case spf::OutlineState::Complete:
        return term.voidLookups > 0 && term.record.empty() ? Tone::Warning : Tone::Plain;
    case spf::OutlineState::Ignored:
        return Tone::Quiet;
    case spf::OutlineState::DependsOnMail:
    case spf::OutlineState::NotFollowed:
        return Tone::Warning;
    default:
        break;
    }
    return Tone::Bad;
}

class OutlinePrinter
{
public:
    OutlinePrinter(Context& context, const spf::Limits& limits) : m_context(context), m_limits(limits) {}

    void printRecord(const spf::OutlineRecord& record, int depth, bool isIncluded)
    {
        line(depth, toned(m_context, Tone::Strong, text(record.domain)) + u"  "_s + text(record.text));
        for (const spf::OutlineTerm& term : record.terms) {
            printTerm(term, depth + 1, isIncluded);
        }
    }

private:
    /// "include:_spf.x.com - everything that record allows (12 networks, costs 3 look-ups)  [4 of 10]"
    void printTerm(const spf::OutlineTerm& term, int depth, bool isIncluded)
    {
        const bool costs = term.lookups > 0;
        m_lookups += costs ? 1 : 0;
        const QString counter =
            costs ? u"  ["_s + words::countOfLimit(m_lookups + term.lookups - 1, m_limits.terms) + u']'
                  : QString();
        line(depth, text(term.text) + u" — "_s +
                        toned(m_context, toneOf(term), printable(words::sentence(term, isIncluded))) +
                        counter);
        for (const spf::OutlineRecord& inner : term.record) {
            if (!inner.text.empty()) {
                printRecord(inner, depth + 1, isIncluded || !term.isModifier);
            }
        }
    }

    void line(int depth, const QString& words) { printLine(m_context, QString(2 * depth, u' ') + words); }

    Context& m_context;
    const spf::Limits& m_limits;
    int m_lookups = 0;
};

QString remarks(const spf::SenderNetwork& one, const spf::SenderNetworks& all, const qtio::OriginRun* origins)
{
    QStringList parts;
    if (const std::string_view provider = spf::providerOn(one.path); !provider.empty()) {
        parts.append(text(provider));
    }
    if (const auto found = origins != nullptr ? origins->operatorOf(one.network.network) : std::nullopt) {
        parts.append(printable(words::operatorText(found->asNumber, found->name)));
    }
    if (!one.network.host.empty()) {
        parts.append(text(one.network.host));
    }
    parts += words::notes(one, all);
    return parts.isEmpty() ? QString() : u"  ("_s + printable(parts.join(u"; "_s)) + u')';
}

} // namespace

void printOutline(Context& context, const spf::Outline& outline, const spf::Limits& limits)
{
    const spf::OutlineRecord& root = outline.root();
    const QString why = words::problem(root, true);
    QList<QPair<QString, QString>> rows{{words::name(words::Label::Domain), text(root.domain)}};
    if (!root.text.empty()) {
        rows.append({words::name(words::Label::Record), text(root.text)});
    }
    if (!why.isEmpty()) {
        rows.append({words::name(words::Label::Problem), toned(context, Tone::Bad, printable(why))});
    }
    for (const QString& over : words::overLimits(root.lookups, outline.voidLookups(), limits)) {
        rows.append({words::name(words::Label::Problem), toned(context, Tone::Bad, over)});
    }
    rows.append({words::name(words::Label::Lookups), words::countOfLimit(root.lookups, limits.terms)});
    rows.append({words::name(words::Label::VoidLookups),
                 words::countOfLimit(outline.voidLookups(), limits.voidLookups)});
    for (const QString& line : twoColumns(rows)) {
        printLine(context, line);
    }
    if (!root.terms.empty()) {
        printLine(context);
        printLine(context, words::name(words::Label::Terms));
        OutlinePrinter(context, limits).printRecord(root, 1, false);
    }
}

void printNetworks(Context& context, const spf::SenderNetworks& senders, const qtio::OriginRun* origins)
{
    printLine(context);
    printLine(context, words::name(words::Label::Networks));
    int networkWidth = 0;
    int effectWidth = 0;
    for (const spf::SenderNetwork& one : senders.networks) {
        networkWidth = std::max(networkWidth, cellWidth(text(one.network.network.toString())));
        effectWidth = std::max(effectWidth, cellWidth(words::effect(one)));
    }
    for (const spf::SenderNetwork& one : senders.networks) {
        const QString effect = padded(words::effect(one), effectWidth);
        printLine(context, u"  "_s + padded(text(one.network.network.toString()), networkWidth) + u"  "_s +
                               toned(context, one.mayPass() ? Tone::Good : Tone::Warning, effect) + u"  "_s +
                               printable(words::way(one.path)) + remarks(one, senders, origins));
    }
    printLine(context, u"  "_s + words::totals(senders).join(u" · "_s));
    if (origins != nullptr) {
        if (const QString note = words::operatorsNote(origins->untold(), origins->isCut()); !note.isEmpty()) {
            printLine(context, u"  "_s + note);
        }
    }
}

} // namespace cli
