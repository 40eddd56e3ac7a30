// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/dns_source.h"

#include "app/cli/files.h"
#include "core/dns/zone_file.h"
#include "core/net/domain_name.h"
#include "core/qtio/dns/ares_resolver.h"
#include "core/qtio/dns/caching_resolver.h"
#include "core/qtio/dns/recording_resolver.h"
#include "core/qtio/dns/zone_resolver.h"
#include "core/qtio/files/file_store.h"
#include "ui/words/cli_words.h"
#include "ui/words/file_words.h"

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace cli {

/// Later parts use earlier ones.
struct DnsSource::Parts
{
    std::unique_ptr<qtio::Resolver> base;
    std::unique_ptr<qtio::Resolver> drafts;
    dns::Recording recording;
    std::unique_ptr<qtio::Resolver> recorder;
    std::unique_ptr<qtio::Resolver> cache;
    QString savePath;

    [[nodiscard]] qtio::Resolver& top() const
    {
        for (const auto* part : {&cache, &recorder, &drafts}) {
            if (*part) {
                return **part;
            }
        }
        return *base;
    }
};

namespace {

using Made = tl::expected<std::unique_ptr<qtio::Resolver>, Exit>;

Exit complain(Context& context, const QString& message)
{
    return usageError(context, u"check"_s, message);
}

/// What the DNS knows is in the file and nowhere else; lines that cannot be read are named and left out.
Made zoneResolver(Context& context, const QString& path)
{
    const std::optional<QByteArray> text = readAll(context, path);
    if (!text) {
        return tl::unexpected(Exit::Trouble);
    }
    dns::ZoneFile file = dns::readZoneFile(text->toStdString());
    constexpr std::size_t most = 10; // a file that is no zone file has them everywhere
    const std::size_t named = std::min(most, file.problems.size());
    for (const dns::ZoneProblem& problem : std::span(file.problems).first(named)) {
        printError(context, words::badPlaceInFile(path, problem.line, words::message(problem)));
    }
    if (named < file.problems.size()) {
        printError(context, words::morePlacesInFile(path, file.problems.size() - named));
    }
    return std::make_unique<qtio::ZoneResolver>(std::move(file.zone), path.toStdString());
}

Made replayResolver(Context& context, const QString& path)
{
    const std::optional<QByteArray> text = readAll(context, path);
    if (!text) {
        return tl::unexpected(Exit::Trouble);
    }
    tl::expected<dns::Recording, dns::RecordingError> recording = dns::Recording::parse(text->toStdString());
    if (!recording) {
        printError(context,
                   words::badPlaceInFile(path, recording.error().line, words::message(recording.error())));
        return tl::unexpected(Exit::Trouble);
    }
    return std::make_unique<qtio::ReplayResolver>(std::move(*recording), path.toStdString());
}

Made serverResolver(Context& context, const std::optional<QString>& server)
{
    qtio::AresResolver::Options options;
    if (server) {
        const auto parsed = qtio::resolveNameserver(server->toStdString());
        if (!parsed) {
            return tl::unexpected(complain(context, words::notANameserver(*server)));
        }
        options.servers = {*parsed};
    }
    return std::make_unique<qtio::AresResolver>(std::move(options));
}

Made baseResolver(Context& context, const Arguments& arguments)
{
    QStringList chosen;
    for (const QString& option : {u"zone"_s, u"dns"_s, u"nameserver"_s}) {
        if (arguments.isSet(option)) {
            chosen.append(u"--"_s + option);
        }
    }
    if (chosen.size() > 1) {
        return tl::unexpected(complain(context, words::optionsExclude(chosen[0], chosen[1])));
    }
    if (const auto zone = arguments.value(u"zone"_s)) {
        return zoneResolver(context, *zone);
    }
    if (const auto recorded = arguments.value(u"dns"_s)) {
        return replayResolver(context, *recorded);
    }
    return serverResolver(context, arguments.value(u"nameserver"_s));
}

/// The zone file of --drafts, which is right or not used at all, and DOMAIN=TEXT of --record; several for one
/// domain are several records.
tl::expected<dns::Zone, Exit> draftsFrom(Context& context, const Arguments& arguments)
{
    dns::Zone zone;
    if (const auto path = arguments.value(u"drafts"_s)) {
        const std::optional<QByteArray> text = readAll(context, *path);
        if (!text) {
            return tl::unexpected(Exit::Trouble);
        }
        dns::ZoneFile file = dns::readZoneFile(text->toStdString());
        for (const dns::ZoneProblem& problem : file.problems) {
            printError(context, words::badPlaceInFile(*path, problem.line, words::message(problem)));
            if (!problem.isWarning()) {
                return tl::unexpected(Exit::Trouble);
            }
        }
        zone = std::move(file.zone);
    }
    for (const QString& draft : arguments.values(u"record"_s)) {
        const qsizetype equals = draft.indexOf(u'=');
        const auto domain = net::DomainName::parse(draft.left(std::max<qsizetype>(equals, 0)).toStdString());
        // A name without a dot has no SPF record (RFC 7208 4.3): most likely the domain was forgotten.
        if (equals < 0 || !domain || domain->ascii().find('.') == std::string::npos) {
            return tl::unexpected(complain(context, words::notADraft(draft)));
        }
        const std::string text = draft.mid(equals + 1).toStdString();
        zone.add(domain->ascii(), dns::RecordType::TXT, dns::Record{.data = dns::Text{{text}}, .ttl = 0});
    }
    return zone;
}

} // namespace

DnsSource::DnsSource() : m_parts(std::make_unique<Parts>()) {}

DnsSource::DnsSource(DnsSource&&) noexcept = default;
DnsSource& DnsSource::operator=(DnsSource&&) noexcept = default;
DnsSource::~DnsSource() = default;

QList<Option> DnsSource::options()
{
    return {
        {u"nameserver"_s, u"HOST[:PORT]"_s},
        {u"zone"_s, u"FILE"_s},
        {u"record"_s, u"DOMAIN=TEXT"_s, true},
        {u"drafts"_s, u"FILE"_s},
        {u"save-dns"_s, u"FILE"_s},
        {u"dns"_s, u"FILE"_s},
    };
}

tl::expected<DnsSource, Exit> DnsSource::open(Context& context, const Arguments& arguments)
{
    DnsSource source;
    Parts& parts = *source.m_parts;
    Made base = baseResolver(context, arguments);
    if (!base) {
        return tl::unexpected(base.error());
    }
    parts.base = std::move(*base);
    if (arguments.isSet(u"record"_s) || arguments.isSet(u"drafts"_s)) {
        tl::expected<dns::Zone, Exit> drafts = draftsFrom(context, arguments);
        if (!drafts) {
            return tl::unexpected(drafts.error());
        }
        parts.drafts = std::make_unique<qtio::OverlayResolver>(std::move(*drafts), parts.top());
    }
    if (const auto path = arguments.value(u"save-dns"_s)) {
        parts.savePath = *path;
        parts.recorder = std::make_unique<qtio::RecordingResolver>(parts.top(), parts.recording);
    }
    if (arguments.isSet(u"batch"_s)) {
        constexpr std::size_t kept = 20'000;
        parts.cache = std::make_unique<qtio::CachingResolver>(parts.top(), kept);
    }
    return source;
}

qtio::Resolver& DnsSource::resolver() const
{
    return m_parts->top();
}

Exit DnsSource::save(Context& context) const
{
    if (m_parts->savePath.isEmpty()) {
        return Exit::Done;
    }
    qtio::LocalFileStore store;
    const auto base = store.fingerprint(m_parts->savePath);
    if (!base && base.error().code != qtio::FileError::Code::NotFound) {
        printError(context, words::message(base.error()));
        return Exit::Trouble;
    }
    const auto written = store.write({.path = m_parts->savePath,
                                      .bytes = QByteArray::fromStdString(m_parts->recording.serialised()),
                                      .base = base.value_or(qtio::Fingerprint{}),
                                      .backup = qtio::Backup::None});
    if (!written) {
        printError(context, words::message(written.error()));
        return Exit::Trouble;
    }
    return Exit::Done;
}

} // namespace cli
