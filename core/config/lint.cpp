// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/lint.h"

#include "core/config/linter.h"

#include <algorithm>
#include <array>
#include <set>

namespace config {

namespace {

constexpr std::string_view severities = "EWWEEWWWWEWEWIEIWWWWEWWWIWEWWEWIWWWWIWIWWW"; // CFG-001 to CFG-042

Severity severityOf(Rule rule) noexcept
{
    static_assert(severities.size() == ruleCount);
    const char letter = severities[static_cast<std::size_t>(rule) - 1];
    return letter == 'E' ? Severity::Error : letter == 'W' ? Severity::Warning : Severity::Info;
}

/// Bytes that edits of one round have already claimed; touching counts, so that order never matters.
class Claims
{
public:
    bool claim(const EditPlan& plan)
    {
        const auto isTaken = [this](const TextEdit& edit) {
            const auto after = m_spans.lower_bound({edit.position + edit.length + 1, 0});
            return after != m_spans.begin() && std::prev(after)->second >= edit.position;
        };
        if (plan.empty() || std::any_of(plan.begin(), plan.end(), isTaken)) {
            return false;
        }
        for (const TextEdit& edit : plan) {
            m_spans.insert({edit.position, edit.position + edit.length});
        }
        return true;
    }

private:
    std::set<std::pair<std::size_t, std::size_t>> m_spans;
};

EditPlan safeEdits(const std::vector<Finding>& findings)
{
    Claims claims;
    EditPlan plan;
    for (const Finding& finding : findings) {
        const auto fix =
            std::find_if(finding.fixes.begin(), finding.fixes.end(), [](const Fix& f) { return f.safe; });
        if (fix != finding.fixes.end() && claims.claim(fix->edits)) {
            plan.insert(plan.end(), fix->edits.begin(), fix->edits.end());
        }
    }
    layout::sortPlan(plan);
    return plan;
}

} // namespace

std::string_view word(Severity severity) noexcept
{
    constexpr std::array<std::string_view, 3> words{"error", "warning", "info"};
    return words[static_cast<std::size_t>(severity)];
}

std::string idOf(Rule rule)
{
    const std::string number = std::to_string(static_cast<int>(rule));
    return "CFG-" + std::string(3 - number.size(), '0') + number;
}

std::vector<Finding> lint(const IniDocument& document, const LintOptions& options)
{
    return Linter(document, options).run();
}

IniDocument withSafeFixes(const IniDocument& document, const LintOptions& options)
{
    constexpr int mostRounds = 16;
    IniDocument fixed = document;
    for (int round = 0; round < mostRounds; ++round) {
        const EditPlan plan = safeEdits(lint(fixed, options));
        IniDocument next = applied(fixed, plan);
        if (next == fixed) {
            break;
        }
        fixed = std::move(next);
    }
    return fixed;
}

Linter::Linter(const IniDocument& document, const LintOptions& options)
    : m_document(document), m_options(options)
{
}

std::vector<Finding> Linter::run()
{
    checkKeysOutside();
    checkUnreadableLines();
    checkBlocks();
    checkValues();
    checkSoftfail();
    checkLists();
    std::stable_sort(m_findings.begin(), m_findings.end(), [](const Finding& a, const Finding& b) {
        return std::pair(!a.place, a.span.begin) < std::pair(!b.place, b.span.begin);
    });
    return std::move(m_findings);
}

Finding& Linter::reportFile(Rule rule, std::vector<std::string> args)
{
    Finding finding{};
    finding.rule = rule;
    finding.severity = severityOf(rule);
    finding.args = std::move(args);
    return m_findings.emplace_back(std::move(finding));
}

Finding& Linter::report(Rule rule, ByteSpan span, Where where, std::vector<std::string> args)
{
    Finding& finding = reportFile(rule, std::move(args));
    finding.place = m_document.placeOf(span.begin);
    finding.span = span;
    finding.section = where.block != nullptr ? where.block->name : std::string();
    finding.key = where.key != nullptr ? where.key->name : std::string();
    return finding;
}

Finding& Linter::reportItem(Rule rule, const Where& where, const ListItem& item,
                            std::vector<std::string> more)
{
    more.insert(more.begin(), std::string(item.text));
    return report(rule, item.span, where, std::move(more));
}

void Linter::addFix(Finding& finding, FixCode code, std::vector<std::string> args, EditPlan edits,
                    bool isSafe) const
{
    if (!edits.empty() && m_document.isText()) {
        finding.fixes.push_back({code, std::move(args), std::move(edits), isSafe});
    }
}

void Linter::addSetFix(Finding& finding, const Where& where, std::string_view value, bool isSafe)
{
    const bool isOneLine = layout::linesOf(m_document, *where.key).size() == 1;
    addFix(finding, FixCode::SetValue, {where.key->name, std::string(value)},
           layout::replaceWholeValue(m_document, *where.key, value), isSafe && isOneLine);
}

Where Linter::winning(const Section& section, std::string_view key) const
{
    const Key* found = m_document.key(section, key);
    for (const std::size_t index : section.blocks) {
        const Block& block = m_document.blocks()[index];
        if (found != nullptr && found->line > block.line && found->line < block.endLine) {
            return {&block, found};
        }
    }
    return {};
}

ByteSpan Linter::wholeValue(const Key& key) const
{
    return {key.value.begin, m_document.valueParts(key).back().end};
}

} // namespace config
