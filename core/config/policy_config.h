// SPDX-License-Identifier: GPL-3.0-or-later
// The settings of a config.ini as the product reads them (SPEC 1.3 to 1.7): always valid, defaults filled in.
#pragma once

#include "core/net/domain_pattern.h"
#include "core/net/network_set.h"
#include "core/spf/result.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace config {

class IniDocument;

enum class Action : std::uint8_t { Bypass, TempBlock, Block };
[[nodiscard]] std::string_view word(Action action) noexcept; ///< "bypass", "tempblock", "block"
[[nodiscard]] std::optional<Action> parseAction(std::string_view text) noexcept; ///< any case, trimmed

/// One action per SPF result, indexed by spf::Result.
template <class T>
class PerResult
{
public:
    constexpr T& operator[](spf::Result result) noexcept
    {
        return m_values[static_cast<std::size_t>(result)];
    }

    constexpr const T& operator[](spf::Result result) const noexcept
    {
        return m_values[static_cast<std::size_t>(result)];
    }

    friend bool operator==(const PerResult&, const PerResult&) = default;

private:
    std::array<T, 7> m_values{};
};

/// Defaults of [globals] and [enforce_actions] (SPEC 1.3, 1.4).
[[nodiscard]] const PerResult<Action>& defaultGlobalActions() noexcept;
[[nodiscard]] const PerResult<Action>& defaultEnforceActions() noexcept;

/// As it is compared with clients: an IPv4-mapped IPv6 network as IPv4, since mapped clients become IPv4, too
/// (SPEC 1.10).
[[nodiscard]] net::Network comparable(const net::Network& network);

/// The entries of white_ip or enforce_ip that could be read, in order, with a trie over them.
class NetworkList
{
public:
    struct Entry
    {
        std::string spelling; ///< as written
        net::Network network;
    };

    void add(Entry entry);

    [[nodiscard]] const std::vector<Entry>& entries() const noexcept { return m_entries; }

    /// The narrowest entry that holds the address; null when none does.
    [[nodiscard]] const Entry* find(const net::IpAddress& address) const noexcept;

private:
    std::vector<Entry> m_entries;
    net::NetworkSet m_set;
};

/// The entries of white_domain or enforce_domain, or the names of domain sections.
class DomainList
{
public:
    struct Entry
    {
        std::string spelling;
        net::DomainPattern pattern;
    };

    void add(Entry entry);

    [[nodiscard]] const std::vector<Entry>& entries() const noexcept { return m_entries; }

    /// The exact entry, else the longest subtree; index into entries().
    [[nodiscard]] std::optional<std::size_t> find(const net::DomainName& domain) const;

private:
    std::vector<Entry> m_entries;
    std::unordered_map<std::string, std::size_t> m_exact;
    std::unordered_map<std::string, std::size_t> m_subtree;
};

struct DomainSection
{
    std::string name; ///< as written between the brackets (the first spelling when merged, A19)
    net::DomainPattern pattern;
    PerResult<std::optional<Action>> actions;
};

struct PolicyConfig
{
    std::string blockReply;     ///< valid "5NN text" (A17)
    std::string tempblockReply; ///< valid "4NN text"
    bool checkHelo = true;
    bool prependHeader = true;
    int logLevel = 1; ///< 0 to 4
    PerResult<Action> globals = defaultGlobalActions();
    PerResult<Action> enforce = defaultEnforceActions();
    NetworkList whiteIp;
    NetworkList enforceIp;
    DomainList whiteDomain;
    DomainList enforceDomain;
    std::vector<DomainSection> sections; ///< in file order, one per pattern
    DomainList sectionNames;             ///< parallel to `sections`

    /// All defaults: what an empty file means.
    [[nodiscard]] static PolicyConfig defaults();
    /// The section that decides for a domain: exact, else the longest wildcard (A8); null when none.
    [[nodiscard]] const DomainSection* sectionFor(const net::DomainName& domain) const;
};

/// Whether a plain entry "d" of a list also stands for the names below d (SPEC A9).
enum class ListMatch : std::uint8_t { Exact, Suffix };

/// Reads what the product reads; never fails: what is wrong takes its default (validation names it).
[[nodiscard]] PolicyConfig readPolicyConfig(const IniDocument& document,
                                            ListMatch listMatch = ListMatch::Exact);

} // namespace config
