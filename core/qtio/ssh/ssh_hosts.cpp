// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/ssh/ssh_hosts.h"

#include "core/qtio/files/private_files.h"
#include "core/qtio/ssh/ssh_command.h"

#include <QDir>
#include <QSettings>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace qtio {

namespace {

constexpr qint64 largestConfig = 1 << 20;

const QString nameKey = QStringLiteral("name");
const QString destinationKey = QStringLiteral("destination");
const QString roleKey = QStringLiteral("role");
const QString sudoKey = QStringLiteral("sudo");
const QString pathKey = QStringLiteral("config");

QString wordOf(HostRole role)
{
    switch (role) {
    case HostRole::Staging:
        return QStringLiteral("staging");
    case HostRole::Test:
        return QStringLiteral("test");
    case HostRole::Production:
        break;
    }
    return QStringLiteral("production");
}

HostRole roleOf(const QString& word)
{
    for (const HostRole role : {HostRole::Staging, HostRole::Test}) {
        if (word == wordOf(role)) {
            return role;
        }
    }
    return HostRole::Production;
}

/// The words of a line of ssh_config: "Key value value", "Key=value", "quoted values".
QStringList wordsOf(const QString& line)
{
    QStringList words;
    QString word;
    bool isQuoted = false;
    bool isWord = false;
    for (const QChar c : line) {
        const bool isBreak = c.isSpace() || (c == QLatin1Char('=') && words.size() <= (isWord ? 0 : 1));
        if (c == QLatin1Char('"')) {
            isQuoted = !isQuoted;
            isWord = true;
        } else if (!isQuoted && c == QLatin1Char('#') && !isWord) {
            break;
        } else if (isQuoted || !isBreak) {
            word += c;
            isWord = true;
        } else if (isWord) {
            words << std::exchange(word, {});
            isWord = false;
        }
    }
    return isWord ? words << word : words;
}

bool isPattern(const QString& name)
{
    return name.contains(QLatin1Char('*')) || name.contains(QLatin1Char('?')) ||
           name.startsWith(QLatin1Char('!'));
}

/// Reads one config and those it includes.
class ConfigHosts
{
public:
    ConfigHosts(QString sshFolder, const SshConfigReader& reader)
        : m_folder(std::move(sshFolder)), m_reader(reader)
    {
    }

    void read(const QString& text, int depth);

    [[nodiscard]] std::vector<SshConfigHost> take() { return std::move(m_hosts); }

private:
    void beginBlock(const QStringList& names);
    void include(const QStringList& patterns);
    void set(const QString& keyword, const QString& value);

    QString m_folder;
    const SshConfigReader& m_reader;
    std::vector<SshConfigHost> m_hosts;
    std::vector<std::size_t> m_block; ///< the hosts that the lines now are about
    bool m_isForAll = true;           ///< before all blocks, or in "Host *"
};

void ConfigHosts::beginBlock(const QStringList& names)
{
    m_block.clear();
    m_isForAll = names == QStringList{QStringLiteral("*")};
    for (const QString& name : names) {
        const bool isKnown =
            std::ranges::any_of(m_hosts, [&](const auto& host) { return host.alias == name; });
        if (!isPattern(name) && !isKnown && SshDestination::parse(name)) {
            m_block.push_back(m_hosts.size());
            m_hosts.push_back({name, {}, {}, 0});
        }
    }
}

void ConfigHosts::include(const QStringList& patterns)
{
    for (QString pattern : patterns) {
        if (pattern.startsWith(QLatin1String("~/"))) {
            pattern = QDir::homePath() + pattern.mid(1);
        } else if (!pattern.startsWith(QLatin1Char('/'))) {
            pattern = m_folder + QLatin1Char('/') + pattern;
        }
        for (const QString& text : m_reader(pattern)) {
            read(text, 1);
        }
    }
    // What an included file begins ends with it.
    m_block.clear();
    m_isForAll = true;
}

void ConfigHosts::set(const QString& keyword, const QString& value)
{
    for (const std::size_t i : m_block) {
        SshConfigHost& host = m_hosts[i];
        // The first value holds, as for ssh.
        if (keyword == QLatin1String("hostname") && host.hostName.isEmpty()) {
            host.hostName = value;
        } else if (keyword == QLatin1String("user") && host.user.isEmpty()) {
            host.user = value;
        } else if (keyword == QLatin1String("port") && host.port == 0) {
            host.port = value.toUShort();
        }
    }
}

void ConfigHosts::read(const QString& text, int depth)
{
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        QStringList words = wordsOf(line);
        if (words.size() < 2) {
            continue;
        }
        const QString keyword = words.takeFirst().toLower();
        if (keyword == QLatin1String("host")) {
            beginBlock(words);
        } else if (keyword == QLatin1String("match")) {
            beginBlock({});
        } else if (keyword == QLatin1String("include")) {
            if (depth == 0 && m_isForAll) {
                include(words);
            }
        } else {
            set(keyword, words.first());
        }
    }
}

QStringList textsOfFiles(const QString& pattern)
{
    const QFileInfo info(pattern);
    QStringList texts;
    for (const QFileInfo& file :
         QDir(info.path()).entryInfoList({info.fileName()}, QDir::Files, QDir::Name)) {
        if (const auto bytes = file.size() <= largestConfig ? readWhole(file.filePath()) : std::nullopt) {
            texts << QString::fromUtf8(*bytes);
        }
    }
    return texts;
}

} // namespace

std::vector<SshHost> readSshHosts(QSettings& settings, const QString& array)
{
    std::vector<SshHost> hosts;
    const int count = settings.beginReadArray(array);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        SshHost host{settings.value(nameKey).toString(), settings.value(destinationKey).toString(),
                     roleOf(settings.value(roleKey).toString()), settings.value(sudoKey).toBool(),
                     settings.value(pathKey).toString()};
        if (!SshDestination::parse(host.destination)) {
            continue;
        }
        if (host.name.isEmpty()) {
            host.name = host.destination;
        }
        if (!host.configPath.startsWith(QLatin1Char('/'))) {
            host.configPath.clear();
        }
        hosts.push_back(std::move(host));
    }
    settings.endArray();
    return hosts;
}

void writeSshHosts(QSettings& settings, const QString& array, const std::vector<SshHost>& hosts)
{
    settings.remove(array); // the values of entries that are no more
    settings.beginWriteArray(array, static_cast<int>(hosts.size()));
    for (std::size_t i = 0; i < hosts.size(); ++i) {
        settings.setArrayIndex(static_cast<int>(i));
        settings.setValue(nameKey, hosts[i].name);
        settings.setValue(destinationKey, hosts[i].destination);
        settings.setValue(roleKey, wordOf(hosts[i].role));
        settings.setValue(sudoKey, hosts[i].usesSudo);
        settings.setValue(pathKey, hosts[i].configPath);
    }
    settings.endArray();
}

std::vector<SshConfigHost> hostsOfSshConfig(const QString& text, const QString& sshFolder,
                                            const SshConfigReader& reader)
{
    ConfigHosts hosts(sshFolder, reader);
    hosts.read(text, 0);
    return hosts.take();
}

std::vector<SshConfigHost> hostsOfUserSshConfig()
{
    const QString folder = QDir::homePath() + QStringLiteral("/.ssh");
    const auto bytes = readWhole(folder + QStringLiteral("/config"));
    return hostsOfSshConfig(QString::fromUtf8(bytes.value_or(QByteArray())), folder, textsOfFiles);
}

} // namespace qtio
