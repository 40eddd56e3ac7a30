// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/dns_source.h"

#include "core/dns/zone_file.h"
#include "core/qtio/dns/ares_resolver.h"
#include "core/qtio/dns/named_server_resolver.h"
#include "core/qtio/dns/recording_resolver.h"
#include "core/qtio/dns/system_resolver.h"
#include "core/qtio/dns/zone_resolver.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QNetworkInterface>

#include <algorithm>

namespace ui {

namespace {

struct DnsSourceWords
{
    Q_DECLARE_TR_FUNCTIONS(DnsSource)
};

constexpr qint64 largestFile = 64 * 1024 * 1024;

using Made = tl::expected<std::unique_ptr<qtio::Resolver>, QString>;

tl::expected<std::string, QString> contentsOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return tl::unexpected(DnsSourceWords::tr("%1 could not be read: %2").arg(path, file.errorString()));
    }
    if (file.size() > largestFile) {
        return tl::unexpected(DnsSourceWords::tr("%1 is too large.").arg(path));
    }
    return file.readAll().toStdString();
}

Made makeServer(const QString& place)
{
    const auto server = qtio::Nameserver::parse(place.toStdString());
    if (!server && server.error().code == qtio::NameserverError::Code::HostName) {
        return std::make_unique<qtio::NamedServerResolver>(place.toStdString());
    }
    if (!server) {
        return tl::unexpected(DnsSourceWords::tr("%1 is not the address of a name server.").arg(place));
    }
    qtio::AresResolver::Options options;
    options.servers = {*server};
    return std::make_unique<qtio::AresResolver>(std::move(options));
}

Made makeZone(const QString& path)
{
    const auto text = contentsOf(path);
    if (!text) {
        return tl::unexpected(text.error());
    }
    dns::ZoneFile file = dns::readZoneFile(*text);
    const auto problem = std::find_if(file.problems.begin(), file.problems.end(),
                                      [](const dns::ZoneProblem& each) { return !each.isWarning(); });
    if (problem != file.problems.end()) {
        return tl::unexpected(
            DnsSourceWords::tr("%1 cannot be read as a zone file: line %2, column %3, near \"%4\".")
                .arg(path)
                .arg(problem->line)
                .arg(problem->column)
                .arg(QString::fromStdString(problem->detail)));
    }
    return std::make_unique<qtio::ZoneResolver>(std::move(file.zone),
                                                QFileInfo(path).fileName().toStdString());
}

Made makeReplay(const QString& path)
{
    const auto text = contentsOf(path);
    if (!text) {
        return tl::unexpected(text.error());
    }
    auto recording = dns::Recording::parse(*text);
    if (!recording) {
        return tl::unexpected(DnsSourceWords::tr("%1 holds no recorded answers: line %2 cannot be read.")
                                  .arg(path)
                                  .arg(recording.error().line));
    }
    return std::make_unique<qtio::ReplayResolver>(std::move(*recording),
                                                  QFileInfo(path).fileName().toStdString());
}

} // namespace

QString resolverWords(const DnsSource& source)
{
    switch (source.kind) {
    case DnsSource::Kind::Server:
        return DnsSourceWords::tr("Resolver: %1").arg(source.place);
    case DnsSource::Kind::ZoneFile:
        return DnsSourceWords::tr("Resolver: zone file");
    case DnsSource::Kind::Recorded:
        return DnsSourceWords::tr("Resolver: recorded answers");
    case DnsSource::Kind::System:
        break;
    }
    return DnsSourceWords::tr("Resolver: system");
}

bool isThisComputerOffline()
{
    const QList<QNetworkInterface> all = QNetworkInterface::allInterfaces();
    return std::none_of(all.begin(), all.end(), [](const QNetworkInterface& interface) {
        return interface.flags().testFlag(QNetworkInterface::IsUp) &&
               interface.flags().testFlag(QNetworkInterface::IsRunning) &&
               !interface.flags().testFlag(QNetworkInterface::IsLoopBack);
    });
}

QString offlineWords(const DnsSource& source)
{
    const bool asksNetwork = source.kind == DnsSource::Kind::System || source.kind == DnsSource::Kind::Server;
    return asksNetwork && isThisComputerOffline()
               ? DnsSourceWords::tr("This computer is offline: no name server can be asked. "
                                    "A zone file or recorded answers work without a network.")
               : QString();
}

tl::expected<std::unique_ptr<qtio::Resolver>, QString> makeResolver(const DnsSource& source)
{
    switch (source.kind) {
    case DnsSource::Kind::Server:
        return makeServer(source.place);
    case DnsSource::Kind::ZoneFile:
        return makeZone(source.place);
    case DnsSource::Kind::Recorded:
        return makeReplay(source.place);
    case DnsSource::Kind::System:
        break;
    }
    return std::make_unique<qtio::SystemResolver>();
}

} // namespace ui
