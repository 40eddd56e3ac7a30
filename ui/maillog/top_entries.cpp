// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/top_entries.h"

#include "core/net/network.h"

#include <algorithm>
#include <map>

namespace ui {

namespace {

using maillog::Id;
using maillog::TopField;

/// What is counted for one number.
struct Tally
{
    maillog::ResultCounts byResult{};
    maillog::ActionCounts byAction{};
    std::uint64_t count = 0;
};

const maillog::Column<Id>& columnOf(const maillog::Columns& columns, TopField field)
{
    switch (field) {
    case TopField::Domain:
        return columns.domain;
    case TopField::Address:
    case TopField::Network:
        return columns.address;
    case TopField::Helo:
        return columns.helo;
    case TopField::Sender:
        return columns.sender;
    case TopField::Recipient:
        return columns.recipient;
    case TopField::Host:
        return columns.host;
    case TopField::Rule:
        break;
    }
    return columns.rule;
}

const maillog::StringTable& namesOf(const maillog::Log& log, TopField field)
{
    switch (field) {
    case TopField::Domain:
        return log.domains();
    case TopField::Helo:
        return log.helos();
    case TopField::Host:
        return log.hosts();
    case TopField::Rule:
        return log.rules();
    default:
        return log.mailboxes();
    }
}

/// Which number each address counts under: its own, or that of its network.
struct Groups
{
    std::vector<Id> groupOf;
    std::vector<net::Network> networks; ///< by group; group 0 is "none"
};

Groups networkGroups(const maillog::AddressTable& addresses)
{
    Groups groups{std::vector<Id>(addresses.size()), {net::Network(net::IpAddress::v4(0), 32)}};
    std::map<std::pair<net::IpAddress, int>, Id> known;
    for (Id id = 1; id < addresses.size(); ++id) {
        const net::IpAddress address = *addresses[id];
        const net::Network network(address, address.isV4() ? 24 : 64);
        const auto [at, isNew] = known.try_emplace({network.first(), network.prefixLength()},
                                                   static_cast<Id>(groups.networks.size()));
        if (isNew) {
            groups.networks.push_back(network.withoutHostBits());
        }
        groups.groupOf[id] = at->second;
    }
    return groups;
}

std::vector<Tally> tallies(const maillog::Log& log, const std::vector<std::uint32_t>& rows,
                           const maillog::Column<Id>& column, const std::vector<Id>* groupOf,
                           std::size_t size)
{
    std::vector<Tally> counts(size);
    const auto& c = log.columns();
    for (const std::uint32_t row : rows) {
        const std::uint8_t result = c.result[row];
        if (result == maillog::noResult) {
            continue;
        }
        Tally& tally = counts[groupOf != nullptr ? (*groupOf)[column[row]] : column[row]];
        const std::uint32_t repeat = c.repeat[row];
        tally.byResult[result] += repeat;
        tally.byAction[static_cast<std::size_t>(c.action[row])] += repeat;
        tally.count += repeat;
    }
    return counts;
}

} // namespace

std::vector<TopEntry> topEntries(const maillog::Log& log, const std::vector<std::uint32_t>& rows,
                                 TopField field, std::size_t most)
{
    const bool isNetwork = field == TopField::Network;
    const bool isAddress = field == TopField::Address;
    const Groups groups = isNetwork ? networkGroups(log.addresses()) : Groups{};
    const std::size_t size = isNetwork   ? groups.networks.size()
                             : isAddress ? log.addresses().size()
                                         : namesOf(log, field).size();
    const auto counts =
        tallies(log, rows, columnOf(log.columns(), field), isNetwork ? &groups.groupOf : nullptr, size);
    std::vector<Id> ids;
    for (Id id = 1; id < counts.size(); ++id) {
        if (counts[id].count > 0) {
            ids.push_back(id);
        }
    }
    const auto kept = std::min(most, ids.size());
    std::partial_sort(
        ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(kept), ids.end(), [&](Id a, Id b) {
            return counts[a].count != counts[b].count ? counts[a].count > counts[b].count : a < b;
        });
    ids.resize(kept);
    std::vector<TopEntry> entries;
    for (const Id id : ids) {
        QString name;
        if (isNetwork) {
            name = QString::fromStdString(groups.networks[id].toString());
        } else if (isAddress) {
            const auto address = log.addresses()[id];
            name = address ? QString::fromStdString(address->toString()) : QString();
        } else {
            const std::string_view text = namesOf(log, field)[id];
            name = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
        }
        entries.push_back({name, counts[id].byResult, counts[id].byAction, counts[id].count});
    }
    return entries;
}

maillog::FilterField filterFieldOf(TopField field)
{
    switch (field) {
    case TopField::Domain:
        return maillog::FilterField::Domain;
    case TopField::Address:
    case TopField::Network:
        return maillog::FilterField::Ip;
    case TopField::Helo:
        return maillog::FilterField::Helo;
    case TopField::Sender:
        return maillog::FilterField::From;
    case TopField::Recipient:
        return maillog::FilterField::To;
    case TopField::Host:
        return maillog::FilterField::Host;
    case TopField::Rule:
        break;
    }
    return maillog::FilterField::Rule;
}

} // namespace ui
