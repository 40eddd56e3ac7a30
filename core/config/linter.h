// SPDX-License-Identifier: GPL-3.0-or-later
// The findings of SPEC 1.8, one function each; internal to lint().
#pragma once

#include "core/config/layout.h"
#include "core/config/lint.h"
#include "core/net/domain_pattern.h"
#include "core/net/network_set.h"

#include <unordered_map>

namespace config {

/// The block and the key a finding is about.
struct Where
{
    const Block* block = nullptr;
    const Key* key = nullptr;
};

/// Patterns by name, to ask which one stands for all that another stands for.
class PatternIndex
{
public:
    void reserve(std::size_t count) { m_exact.reserve(count); }

    /// The first of equal ones stays; its name is looked at as long as the index lives.
    void add(const net::DomainPattern& pattern, std::size_t number);
    /// The number of the pattern itself or of the narrowest one that covers it; the first of equal ones.
    [[nodiscard]] std::optional<std::size_t> covering(const net::DomainPattern& pattern) const;
    /// Of a strictly wider one.
    [[nodiscard]] std::optional<std::size_t> widerThan(const net::DomainPattern& pattern) const;

private:
    [[nodiscard]] std::optional<std::size_t> subtreeFrom(std::string_view name) const;
    std::unordered_map<std::string_view, std::size_t> m_exact;
    std::unordered_map<std::string_view, std::size_t> m_subtree;
};

class Linter
{
public:
    Linter(const IniDocument& document, const LintOptions& options);
    [[nodiscard]] std::vector<Finding> run();

private:
    struct NetworkEntry
    {
        std::size_t index; ///< in items
        net::Network network;
    };

    struct DomainEntry
    {
        std::size_t index;
        net::DomainPattern pattern;
    };

    template <class Entry, class Index>
    struct List
    {
        Where where;
        std::vector<ListItem> items;
        std::vector<Entry> entries; ///< those that can be read
        Index index;                ///< of the entries, by their place
    };

    using NetworkEntries = List<NetworkEntry, net::NetworkSet>;
    using DomainEntries = List<DomainEntry, PatternIndex>;

    Finding& report(Rule rule, ByteSpan span, Where where = {}, std::vector<std::string> args = {});
    Finding& reportFile(Rule rule, std::vector<std::string> args = {});
    Finding& reportItem(Rule rule, const Where& where, const ListItem& item,
                        std::vector<std::string> more = {});
    void addFix(Finding& finding, FixCode code, std::vector<std::string> args, EditPlan edits,
                bool isSafe = false) const;
    void addSetFix(Finding& finding, const Where& where, std::string_view value, bool isSafe = false);
    void addMoveFix(Finding& finding, const Key& key);
    [[nodiscard]] Where winning(const Section& section, std::string_view key) const;
    [[nodiscard]] ByteSpan wholeValue(const Key& key) const;

    // lint_structure.cpp
    void checkKeysOutside();
    void checkBlocks();
    void checkDuplicateBlock(const Section& section, std::size_t nth);
    void checkSectionName(const Block& block);
    void checkDuplicateKeys(const Block& block);
    void checkUnreadableLines();
    void checkKeyName(const Block& block, const Key& key);
    [[nodiscard]] bool isWrittenWith(const Key& key, char mark) const;
    void checkPercent(const Block* block, const Key& key);
    void checkHashComments(const Block* block, const Key& key);

    // lint_values.cpp
    void checkValues();
    void checkSoftfail();
    void checkReplyKey(const Where& where, const KeySchema& entry);
    void checkSemicolon(const Block& block, const Key& key);
    void checkReplyText(const Where& where, const std::string& value);
    void checkAction(const Where& where, const KeySchema& entry);
    void checkYesNo(const Where& where, const KeySchema& entry);
    void checkLogLevel(const Where& where, const KeySchema& entry);

    // lint_lists.cpp
    void checkLists();
    [[nodiscard]] NetworkEntries readNetworks(std::string_view key);
    [[nodiscard]] DomainEntries readDomains(std::string_view key);
    void checkNetwork(const Where& where, const ListItem& item, const net::Network& network);
    void checkBadNetwork(const Where& where, const ListItem& item);
    void checkCovered(const NetworkEntries& list);
    void checkCovered(const DomainEntries& list);
    void checkBothLists(const NetworkEntries& white, const NetworkEntries& enforce);
    void checkBothLists(const DomainEntries& white, const DomainEntries& enforce);
    void reportBoth(const Where& where, const std::vector<ListItem>& items, std::size_t index);
    void reportCovered(const Where& where, const std::vector<ListItem>& items, std::size_t index,
                       std::string_view by);

    // lint_networks.cpp
    void checkWhiteIp(const NetworkEntries& white);
    void checkMynetworks(const Where& where, const std::vector<net::Network>& white);
    void checkPrefilter(const Where& where, const std::vector<net::Network>& white);
    Finding& reportAt(Rule rule, const Where& where, std::vector<std::string> args);
    void addItemsFix(Finding& finding, std::vector<std::string> items);
    void checkWhiteDomain(const DomainEntries& white);

    // lint_sections.cpp
    void checkDomainSections(const DomainEntries& white, const DomainEntries& enforce);
    void checkHiddenWildcard(const Section& section, const Section& wildcard);
    void checkEnforceActions(bool hasEntries);

    const IniDocument& m_document;
    const LintOptions& m_options;
    std::vector<Finding> m_findings;
};

} // namespace config
