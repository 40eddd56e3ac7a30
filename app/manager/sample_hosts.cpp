// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manager/sample_hosts.h"

using namespace std::chrono_literals;

namespace {

const auto imsvaConfig = QStringLiteral("/opt/trend/imss/postfix/etc/postfix/SPFPolicyd/config.ini");

std::vector<qtio::SshConfigHost> configHosts()
{
    return {{QStringLiteral("mx-old"), QStringLiteral("192.0.2.9"), QStringLiteral("spfadmin"), 0},
            {QStringLiteral("lab-mx"), QStringLiteral("127.0.0.1"), QStringLiteral("root"), 2222}};
}

qtio::SshProbe answer()
{
    qtio::SshProbe probe;
    probe.user = QStringLiteral("spfadmin");
    probe.address = QStringLiteral("203.0.113.25:22");
    probe.peer = {QStringLiteral("OpenSSH_8.7"), QStringLiteral("ssh-ed25519"),
                  QStringLiteral("SHA256:9fT2mA0rX1bqVnLkQ7wPZs3cYdE5uHgJ8iRtOaBkQ7w")};
    probe.roundTrip = 34ms;
    probe.sudo = qtio::SshProbe::Sudo::Possible;
    qtio::ProbedFile config{
        .path = imsvaConfig, .owner = QStringLiteral("imss"), .group = QStringLiteral("imss")};
    config.mode = 0640;
    config.isReadableWithSudo = true;
    config.isWritableWithSudo = true;
    qtio::ProbedFile log{.path = QStringLiteral("/var/log/maillog"),
                         .owner = QStringLiteral("root"),
                         .group = QStringLiteral("root")};
    log.isReadableWithSudo = true;
    probe.configs = {config};
    probe.logs = {log};
    probe.postfix = {{QStringLiteral("/usr/sbin/postconf"),
                      QStringLiteral("/opt/trend/imss/postfix/etc/postfix"), QStringLiteral("3.5.8")}};
    probe.clockAhead = 200ms;
    probe.utcOffset = 9h;
    probe.zone = QStringLiteral("JST");
    return probe;
}

} // namespace

SampleHosts::SampleHosts() : m_book(m_settings, &configHosts)
{
    using qtio::HostRole;
    const auto add = [this](const char* name, const char* alias, HostRole role) {
        m_book.save({QLatin1String(name), QLatin1String(alias), role, false, {}});
    };
    add("mx1.example.co.jp", "mx1", HostRole::Production);
    add("mx2.example.co.jp", "mx2", HostRole::Production);
    add("stg-mx.example.co.jp", "stg-mx", HostRole::Staging);
}

ui::ServerDialog* SampleHosts::show(QWidget* window)
{
    auto* dialog = new ui::ServerDialog(
        m_book, [](const qtio::ProbeRequest&, QObject*, const qtio::ProbeDone& done) { done(answer()); },
        window);
    dialog->open();
    dialog->connectTo(QStringLiteral("mx1"));
    return dialog;
}
