// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hosts/probe_view.h"

#include "ui/common/badge.h"
#include "ui/common/empty_state.h"
#include "ui/common/icon_view.h"
#include "ui/common/label.h"
#include "ui/common/notice_bar.h"
#include "ui/common/surface.h"
#include "ui/words/ssh_words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace ui {

namespace {

/// Above this the times of a log and of this computer cannot be compared by eye.
constexpr double tolerableSeconds = 2.0;

QString modeText(const qtio::ProbedFile& file)
{
    return ProbeView::tr("owner %1 and mode %2 are kept")
        .arg(file.owner)
        .arg(file.mode, 4, 8, QLatin1Char('0'));
}

ProbeLine writingLine(const qtio::ProbedFile& file, const qtio::SshHost& host, const qtio::SshProbe& probe)
{
    const FileAccess access = accessOf(file, host.usesSudo);
    ProbeLine line{.title = ProbeView::tr("Writing"), .detail = {}};
    if (!access.canRead) {
        line.level = Level::Error;
        line.detail = ProbeView::tr("%1 may not be read by %2, with sudo neither").arg(file.path, probe.user);
    } else if (!access.canWrite) {
        line.level = Level::Warning;
        line.detail = ProbeView::tr("%1 may not write it: it opens read-only").arg(probe.user);
    } else {
        line.detail = access.rights == qtio::Rights::Administrator
                          ? ProbeView::tr("through sudo -n; %1").arg(modeText(file))
                          : ProbeView::tr("as %1; %2").arg(probe.user, modeText(file));
    }
    return line;
}

ProbeLine postfixLine(const qtio::SshProbe& probe)
{
    if (probe.postfix.empty())
        return {Level::Warning, ProbeView::tr("Postfix"), ProbeView::tr("no postconf was found"), false};
    QStringList found;
    for (const qtio::ProbedPostfix& postfix : probe.postfix)
        found.append(QStringLiteral("%1 \u00b7 %2").arg(postfix.version, postfix.folder));
    return {Level::Good, ProbeView::tr("Postfix"), found.join(QStringLiteral("; ")), true};
}

ProbeLine logLine(const qtio::SshProbe& probe)
{
    if (probe.logs.empty())
        return {Level::Info, ProbeView::tr("Mail log"), ProbeView::tr("none was found in the usual places"),
                false};
    const auto readable = std::ranges::find_if(probe.logs, &qtio::ProbedFile::isReadable);
    if (readable != probe.logs.end())
        return {Level::Good, ProbeView::tr("Mail log"), readable->path, true};
    const qtio::ProbedFile& first = probe.logs.front();
    return {Level::Warning, ProbeView::tr("Mail log"),
            first.isReadableWithSudo ? ProbeView::tr("%1 is readable with sudo only").arg(first.path)
                                     : ProbeView::tr("%1 may not be read by %2").arg(first.path, probe.user),
            false};
}

ProbeLine clockLine(const qtio::SshProbe& probe)
{
    const double seconds = std::chrono::duration<double>(probe.clockAhead).count();
    const int minutes = static_cast<int>(probe.utcOffset.count() / 60);
    const QString offset = QStringLiteral("UTC%1%2:%3")
                               .arg(minutes < 0 ? QLatin1Char('-') : QLatin1Char('+'))
                               .arg(std::abs(minutes) / 60)
                               .arg(std::abs(minutes) % 60, 2, 10, QLatin1Char('0'));
    return {std::abs(seconds) > tolerableSeconds ? Level::Warning : Level::Good, ProbeView::tr("Clock"),
            ProbeView::tr("%1 s from this computer \u00b7 %2 (%3)")
                .arg(QLocale().toString(std::abs(seconds), 'f', 1), probe.zone, offset),
            false};
}

} // namespace

FileAccess accessOf(const qtio::ProbedFile& file, bool usesSudo)
{
    const bool isEnough = file.isReadable && file.isWritable;
    const bool sudoHelps = (file.isReadableWithSudo && !file.isReadable) ||
                           (file.isWritableWithSudo && !file.isWritable) ||
                           (usesSudo && file.isReadableWithSudo);
    if ((isEnough && !usesSudo) || !sudoHelps)
        return {qtio::Rights::User, file.isReadable, file.isWritable};
    return {qtio::Rights::Administrator, file.isReadableWithSudo, file.isWritableWithSudo};
}

std::vector<ProbeLine> probeLines(const qtio::SshProbe& probe, const qtio::SshHost& host,
                                  const QString& configPath)
{
    std::vector<ProbeLine> lines;
    if (!probe.peer.hostKey.isEmpty())
        lines.push_back({Level::Good, ProbeView::tr("Host key"),
                         QStringLiteral("%1  %2").arg(probe.peer.keyType, probe.peer.hostKey), true});
    const auto file = std::ranges::find(probe.configs, configPath, &qtio::ProbedFile::path);
    if (file != probe.configs.end())
        lines.push_back(writingLine(*file, host, probe));
    else
        lines.push_back({Level::Info, ProbeView::tr("Writing"),
                         configPath.isEmpty() ? ProbeView::tr("no config.ini was found in the usual places; "
                                                              "type where it is")
                                              : ProbeView::tr("shows when it is opened"),
                         false});
    lines.push_back(postfixLine(probe));
    lines.push_back(logLine(probe));
    lines.push_back(clockLine(probe));
    return lines;
}

ProbeView::ProbeView(QWidget* parent)
    : QWidget(parent),
      m_head(new QWidget),
      m_name(new Label(TextRole::Strong)),
      m_facts(new MonoLabel(&Tokens::secondaryText)),
      m_role(new Badge),
      m_choice(new QWidget),
      m_config(new QComboBox),
      m_lines(new QVBoxLayout),
      m_failure(new NoticeBar),
      m_empty(new EmptyState(QStringLiteral("host")))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout(m_head);
    head->setContentsMargins(20, 10, 20, 10);
    head->setSpacing(14);
    head->addWidget(new IconView(QStringLiteral("host"), &Tokens::secondaryText, 22));
    auto* names = new QVBoxLayout;
    names->setSpacing(2);
    m_name->setElide(Qt::ElideMiddle);
    m_facts->setElide(Qt::ElideRight);
    names->addWidget(m_name);
    names->addWidget(m_facts);
    head->addLayout(names, 1);
    head->addWidget(m_role);
    column->addWidget(m_head);
    auto* choice = new QHBoxLayout(m_choice);
    choice->setContentsMargins(20, 0, 20, 8);
    choice->setSpacing(10);
    auto* label = new Label(TextRole::Label);
    label->setText(tr("config.ini &on the server"));
    label->setBuddy(m_config);
    m_config->setObjectName(QStringLiteral("hosts.config"));
    m_config->setEditable(true);
    m_config->setInsertPolicy(QComboBox::NoInsert);
    m_config->setAccessibleName(tr("config.ini on the server"));
    m_config->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    choice->addWidget(label);
    choice->addWidget(m_config, 1);
    column->addWidget(m_choice);
    auto* failure = new QVBoxLayout;
    failure->setContentsMargins(20, 0, 20, 0);
    failure->addWidget(m_failure);
    m_failure->setClosable(false);
    column->addLayout(failure);
    column->addLayout(m_lines);
    m_lines->setSpacing(0);
    column->addWidget(m_empty, 1);
    column->addStretch(1);
    connect(m_config, &QComboBox::editTextChanged, this, [this] {
        refreshLines();
        Q_EMIT configPathChanged();
    });
    showNothing();
}

void ProbeView::showNothing()
{
    m_probe.reset();
    clearLines();
    for (QWidget* part : {m_head, m_choice, static_cast<QWidget*>(m_failure)})
        part->hide();
    m_empty->setTexts(tr("No host chosen"), tr("Choose one at the left, or type user@host:port."));
    m_empty->show();
}

void ProbeView::show(const qtio::SshHost& host, const HostState* state)
{
    const bool isOther = host.destination != m_host.destination;
    m_host = host;
    m_probe.reset();
    clearLines();
    m_head->show();
    m_empty->hide();
    m_failure->hide();
    m_failure->removeButtons();
    m_name->setText(host.name);
    m_role->setSpec(BadgeSpec::of(nameOf(host.role), inkOf(host.role)));
    m_facts->setText(host.destination);
    m_choice->setVisible(state != nullptr && state->answer && *state->answer);
    if (isOther)
        setConfigPath(host.configPath);
    if (state == nullptr || state->isRunning || !state->answer) {
        m_empty->setTexts(tr("Connecting..."), tr("ssh may ask for a password or about the host key."));
        m_empty->show();
    } else if (*state->answer) {
        showLines(**state->answer, host);
    } else {
        m_failure->show(Level::Error, words::message(state->answer->error(), host.destination));
        m_failure->setToolTip(state->answer->error().text);
        connect(m_failure->addButton(tr("Try again"), QStringLiteral("refresh")), &QAbstractButton::clicked,
                this, &ProbeView::retryRequested);
    }
}

void ProbeView::showLines(const qtio::SshProbe& probe, const qtio::SshHost& host)
{
    QStringList facts{probe.user + QLatin1Char('@') +
                      (probe.address.isEmpty() ? host.destination : probe.address)};
    if (!probe.peer.software.isEmpty())
        facts.append(QString(probe.peer.software).replace(QLatin1Char('_'), QLatin1Char(' ')));
    facts.append(
        tr("%1 ms").arg(std::chrono::duration_cast<std::chrono::milliseconds>(probe.roundTrip).count()));
    m_facts->setText(facts.join(QStringLiteral(" \u00b7 ")));
    m_probe = probe;
    const QString before = configPath();
    const QSignalBlocker quiet(m_config);
    m_config->clear();
    for (const qtio::ProbedFile& file : probe.configs)
        m_config->addItem(file.path);
    if (!before.isEmpty())
        m_config->setEditText(before);
    refreshLines();
    Q_EMIT configPathChanged();
}

void ProbeView::clearLines()
{
    while (QLayoutItem* item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void ProbeView::refreshLines()
{
    if (!m_probe)
        return;
    clearLines();
    for (const ProbeLine& line : probeLines(*m_probe, m_host, configPath())) {
        auto* row = new QWidget;
        auto* grid = new QGridLayout(row);
        grid->setContentsMargins(24, 7, 20, 7);
        grid->setHorizontalSpacing(12);
        grid->setVerticalSpacing(2);
        grid->addWidget(new IconView(iconName(line.level), inkOf(line.level), 18), 0, 0, Qt::AlignTop);
        auto* title = new Label(TextRole::Strong);
        title->setText(line.title);
        Label* detail = line.isMono
                            ? static_cast<Label*>(new MonoLabel(&Tokens::secondaryText))
                            : new Label(TextRole::Body, line.level == Level::Good || line.level == Level::Info
                                                            ? Ink(&Tokens::secondaryText)
                                                            : inkOf(line.level));
        detail->setText(line.detail);
        if (line.isMono)
            detail->setElide(Qt::ElideMiddle);
        else
            detail->setWordWrap(true);
        grid->addWidget(title, 0, 1);
        grid->addWidget(detail, 1, 1);
        grid->setColumnStretch(1, 1);
        m_lines->addWidget(row);
        m_lines->addWidget(new Line);
    }
}

QString ProbeView::configPath() const
{
    return m_config->currentText().trimmed();
}

void ProbeView::setConfigPath(const QString& path)
{
    m_config->clear();
    m_config->setEditText(path);
}

} // namespace ui
