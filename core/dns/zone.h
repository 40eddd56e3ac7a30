// SPDX-License-Identifier: GPL-3.0-or-later
// DNS data at hand: an offline zone, a test's world, or a draft laid over what is published. Answers as a
// resolver would: aliases followed, wildcards as in RFC 4592, an unknown name is NXDOMAIN.
#pragma once

#include "core/dns/message.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dns {

class Zone
{
public:
    /// Names in any case, with or without trailing dot. Records keep the order in which they were added.
    void add(std::string_view name, RecordType type, Record record);
    /// The name exists without records of that type.
    void addEmpty(std::string_view name);
    /// Every type for which the name has no record fails like this.
    void setFailure(std::string_view name, Status status);
    /// That one type fails, records or not.
    void setFailure(std::string_view name, RecordType type, Status status);
    /// Seconds for which absence may be kept below this name (SOA minimum, RFC 2308 5).
    void setNegativeTtl(std::string_view apex, std::uint32_t seconds);

    [[nodiscard]] Answer lookup(const Question& question) const;
    /// Whether the name has own data of that type, so that it replaces what else is known (what-if).
    [[nodiscard]] bool overrides(const Question& question) const;

    [[nodiscard]] bool empty() const noexcept { return m_nodes.empty(); }

    /// Every name with data, sorted, lower case.
    [[nodiscard]] std::vector<std::string> names() const;

private:
    struct Node
    {
        std::map<RecordType, std::vector<Record>> records;
        std::map<RecordType, Status> failures;
        std::optional<Status> failure; ///< of every type without records
        std::optional<std::uint32_t> negativeTtl;
        bool isNamed = false; ///< false for an empty non-terminal
    };

    Node& node(std::string_view name);
    [[nodiscard]] const Node* find(const std::string& name) const;
    [[nodiscard]] std::optional<std::uint32_t> negativeTtl(std::string_view name) const;

    std::unordered_map<std::string, Node> m_nodes; ///< lower case, without trailing dot
};

} // namespace dns
