// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hosts/host_book.h"

#include <QSettings>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

const auto hostsKey = QStringLiteral("hosts");

} // namespace

QString nameOf(qtio::HostRole role)
{
    switch (role) {
    case qtio::HostRole::Staging:
        return HostBook::tr("Staging");
    case qtio::HostRole::Test:
        return HostBook::tr("Test");
    case qtio::HostRole::Production:
        break;
    }
    return HostBook::tr("Production");
}

Ink inkOf(qtio::HostRole role)
{
    switch (role) {
    case qtio::HostRole::Staging:
        return spf::Result::TempError; // the violet of the palette
    case qtio::HostRole::Test:
        return &Tokens::secondaryText;
    case qtio::HostRole::Production:
        break;
    }
    return &Tokens::production;
}

HostBook::HostBook(QSettings& settings, ConfigHosts configHosts, QObject* parent)
    : QObject(parent),
      m_settings(settings),
      m_configHosts(std::move(configHosts)),
      m_saved(qtio::readSshHosts(settings, hostsKey))
{
}

std::vector<qtio::SshConfigHost> HostBook::others() const
{
    std::vector<qtio::SshConfigHost> hosts = m_configHosts();
    std::erase_if(hosts, [this](const qtio::SshConfigHost& host) { return find(host.alias) != nullptr; });
    return hosts;
}

QStringList HostBook::destinations() const
{
    QStringList all;
    for (const qtio::SshHost& host : m_saved)
        all.append(host.destination);
    for (const qtio::SshConfigHost& host : others())
        all.append(host.alias);
    return all;
}

const qtio::SshHost* HostBook::find(const QString& destination) const
{
    const auto found = std::ranges::find(m_saved, destination, &qtio::SshHost::destination);
    return found == m_saved.end() ? nullptr : &*found;
}

qtio::SshHost HostBook::hostFor(const QString& destination) const
{
    const qtio::SshHost* saved = find(destination);
    return saved != nullptr
               ? *saved
               : qtio::SshHost{.name = destination, .destination = destination, .configPath = {}};
}

void HostBook::save(const qtio::SshHost& host, const QString& replaced)
{
    std::erase_if(m_saved, [&](const qtio::SshHost& other) {
        return other.destination == host.destination && other.destination != replaced;
    });
    const auto place = std::ranges::find(m_saved, replaced, &qtio::SshHost::destination);
    if (place != m_saved.end())
        *place = host;
    else
        m_saved.push_back(host);
    write();
}

void HostBook::remove(const QString& destination)
{
    std::erase_if(m_saved, [&](const qtio::SshHost& host) { return host.destination == destination; });
    write();
}

void HostBook::write()
{
    qtio::writeSshHosts(m_settings, hostsKey, m_saved);
    Q_EMIT changed();
}

HostLook HostBook::lookOf(const qtio::FilePlace& place) const
{
    if (!place.isRemote())
        return {};
    const qtio::SshHost host = hostFor(place.host);
    return {.name = host.name, .role = nameOf(host.role), .ink = inkOf(host.role)};
}

} // namespace ui
