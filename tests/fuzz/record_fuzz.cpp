// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as an SPF record: every place stays inside the text, and a piece inside its term.
#include "core/spf/record.h"
#include "tests/fuzz/fuzz.h"

namespace {

void requireInside(spf::Span inner, spf::Span outer)
{
    fuzz::require(inner.start >= outer.start && inner.start + inner.length <= outer.start + outer.length);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string text(fuzz::text(data, size));
    if (!spf::Record::isSpf(text)) {
        text.insert(0, "v=spf1 ");
    }
    const spf::Record record = spf::Record::parse(text);
    const spf::Span whole{0, record.text().size()};
    for (const spf::Term& term : record.terms()) {
        requireInside(term.span, whole);
        if (const spf::MacroString* target = term.target()) {
            requireInside(target->span(), term.span);
            for (const spf::MacroPart& part : target->parts()) {
                requireInside(part.span, target->span());
            }
        }
    }
    for (const spf::SyntaxError& error : record.errors()) {
        requireInside(error.term, whole);
        requireInside(error.piece, error.term);
        (void)spf::nearestTermName(record.textOf(error.piece));
    }
    return 0;
}
