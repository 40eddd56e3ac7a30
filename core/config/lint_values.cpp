// SPDX-License-Identifier: GPL-3.0-or-later
// CFG-010 to 019, 031, 034 and 035: single values.
#include "core/base/ascii.h"
#include "core/config/linter.h"
#include "core/config/policy_config.h"
#include "core/config/values.h"

#include <algorithm>
#include <array>

namespace config {

namespace {

/// What administrators of other mail systems write.
std::string_view meantAction(std::string_view text)
{
    struct Synonym
    {
        std::string_view word;
        std::string_view action;
    };

    constexpr std::array synonyms{
        Synonym{"reject", "block"},    Synonym{"deny", "block"},         Synonym{"discard", "block"},
        Synonym{"defer", "tempblock"}, Synonym{"tempfail", "tempblock"}, Synonym{"greylist", "tempblock"},
        Synonym{"accept", "bypass"},   Synonym{"allow", "bypass"},       Synonym{"ok", "bypass"},
        Synonym{"dunno", "bypass"},    Synonym{"permit", "bypass"},      Synonym{"pass", "bypass"},
    };
    for (const Synonym& synonym : synonyms) {
        if (base::equalsIgnoreCase(text, synonym.word)) {
            return synonym.action;
        }
    }
    return nearestWord(text, std::array<std::string_view, 3>{"bypass", "tempblock", "block"});
}

/// The same text with a usable code, else the default.
std::string repairedReply(std::string_view value, const KeySchema& entry)
{
    const bool hasCode = value.size() > 3 && value[0] == entry.replyClass && base::isDigit(value[1]) &&
                         base::isDigit(value[2]) && !base::isDigit(value[3]);
    const bool hasNoCode = !value.empty() && !base::isDigit(value[0]);
    std::string repaired;
    if (hasCode) {
        repaired = std::string(value.substr(0, 3)) + ' ' + std::string(base::trimmed(value.substr(3)));
    } else if (hasNoCode) {
        repaired = std::string(entry.defaultValue.substr(0, 4)) + std::string(value);
    }
    return validReply(repaired, entry.replyClass) ? repaired : std::string(entry.defaultValue);
}

} // namespace

void Linter::checkValues()
{
    for (const Section& section : m_document.sections()) {
        for (const KeySchema& entry : keysOf(section.kind)) {
            const Where where = winning(section, entry.key);
            if (where.key == nullptr) {
                continue;
            }
            switch (entry.type) {
            case KeyType::Action:
                checkAction(where, entry);
                break;
            case KeyType::YesNo:
                checkYesNo(where, entry);
                break;
            case KeyType::Integer:
                checkLogLevel(where, entry);
                break;
            case KeyType::Reply:
                checkReplyKey(where, entry);
                break;
            case KeyType::NetworkList:
            case KeyType::DomainList:
                break;
            }
        }
    }
}

void Linter::checkSoftfail()
{
    const Section* globals = m_document.section("globals");
    const bool isSet = globals != nullptr && m_document.key(*globals, "softfail") != nullptr;
    if (isSet || m_options.target != Target::Imsva) {
        return;
    }
    const Block* block = globals != nullptr ? &m_document.blocks()[globals->blocks.front()] : nullptr;
    Finding& finding = block != nullptr ? report(Rule::SoftfailUnset, block->nameSpan, {block, nullptr})
                                        : reportFile(Rule::SoftfailUnset);
    finding.key = "softfail";
    const auto plan =
        setKey(m_document, "globals", "softfail", findKey(SectionKind::Globals, "softfail")->defaultValue);
    if (plan) {
        addFix(finding, FixCode::SetValue, {"softfail", "bypass"}, *plan, true);
    }
}

void Linter::checkReplyKey(const Where& where, const KeySchema& entry)
{
    const std::string value = m_document.value(*where.key);
    const ReplyCheck check = checkReply(value, entry.replyClass);
    if (check != ReplyCheck::Valid) {
        Finding& finding =
            report(Rule::BadReply, where.key->value, where, {std::string(1, entry.replyClass), value});
        if (check == ReplyCheck::Invalid) {
            addSetFix(finding, where, repairedReply(value, entry));
        } else {
            finding.severity = Severity::Warning;
            finding.variant =
                check == ReplyCheck::SecondDigit ? Variant::ReplySecondDigit : Variant::ReplyDisconnects;
        }
    }
    checkReplyText(where, value);
}

void Linter::checkReplyText(const Where& where, const std::string& value)
{
    constexpr std::size_t longestReply = 512; // RFC 5321 4.5.3.1.5, CR LF included
    const ByteSpan span = where.key->value;
    const auto isForeign = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    const auto foreign = std::find_if(value.begin(), value.end(), isForeign);
    if (foreign != value.end()) {
        const std::size_t at = span.begin + static_cast<std::size_t>(foreign - value.begin());
        report(Rule::NonAsciiReply, {at, span.end}, where);
    }
    if (value.size() + 2 > longestReply) {
        report(Rule::LongReply, span, where);
    }
}

void Linter::checkSemicolon(const Block& block, const Key& key)
{
    if (key.type != KeyType::Reply) {
        return;
    }
    const std::string_view bytes = m_document.bytes();
    for (std::size_t i = key.value.begin; i < key.value.end; ++i) {
        if (bytes[i] != ';' || !base::isSpace(bytes[i - 1])) {
            continue;
        }
        Finding& finding = report(Rule::SemicolonInReply, {i, i + 1}, {&block, &key});
        std::size_t begin = i;
        while (begin > key.value.begin && base::isSpace(bytes[begin - 1])) {
            --begin;
        }
        if (begin > key.value.begin) {
            addFix(finding, FixCode::RemoveBlank, {}, {{begin, i - begin, {}}});
        }
        return;
    }
}

void Linter::checkAction(const Where& where, const KeySchema& entry)
{
    const std::string value = m_document.value(*where.key);
    const auto action = parseAction(value);
    if (!action) {
        const std::string fallback = fieldValue(m_document, where.block->canonical, entry.key).defaultValue;
        Finding& finding = report(Rule::BadAction, where.key->value, where, {value, fallback});
        const std::string_view meant = meantAction(value);
        if (!meant.empty()) {
            addSetFix(finding, where, meant);
        }
        if (meant != fallback) {
            addSetFix(finding, where, fallback);
        }
        return;
    }
    const bool isGlobal = where.block->kind == SectionKind::Globals;
    if (entry.key == "pass" && *action != Action::Bypass) {
        addSetFix(report(Rule::PassRejected, where.key->value, where, {std::string(word(*action))}), where,
                  "bypass");
    } else if (entry.key == "none" && *action == Action::Block && isGlobal) {
        addSetFix(report(Rule::NoneBlocked, where.key->value, where), where, "bypass");
    } else if (entry.key == "temperror" && *action == Action::Block) {
        addSetFix(report(Rule::TemperrorBlocked, where.key->value, where), where, "tempblock");
    }
}

void Linter::checkYesNo(const Where& where, const KeySchema& entry)
{
    const std::string value = m_document.value(*where.key);
    if (base::equalsIgnoreCase(value, "yes") || base::equalsIgnoreCase(value, "no")) {
        return;
    }
    const auto isYes = parseYesNo(value);
    Finding& finding =
        report(Rule::BadYesNo, where.key->value, where, {value, std::string(entry.defaultValue)});
    if (isYes) {
        addSetFix(finding, where, *isYes ? "yes" : "no", true);
    } else {
        addSetFix(finding, where, "yes");
        addSetFix(finding, where, "no");
    }
}

void Linter::checkLogLevel(const Where& where, const KeySchema& entry)
{
    const std::string value = m_document.value(*where.key);
    const auto level = base::parseNumber(value, static_cast<unsigned long long>(entry.maximum));
    if (!level) {
        addSetFix(report(Rule::BadLogLevel, where.key->value, where, {value}), where, entry.defaultValue);
    } else if (*level == 0) {
        addSetFix(report(Rule::LogLevelZero, where.key->value, where), where, entry.defaultValue);
    } else if (*level == 4) {
        addSetFix(report(Rule::DebugLogLevel, where.key->value, where), where, entry.defaultValue);
    }
}

} // namespace config
