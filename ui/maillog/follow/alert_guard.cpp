// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/follow/alert_guard.h"

#include <QSettings>

#include <utility>

namespace ui {

namespace {

const QString rulesKey = QStringLiteral("maillog/alertRules");
const QString notesKey = QStringLiteral("maillog/alertNotes");
constexpr std::size_t mostNotes = 200;

} // namespace

AlertGuard::AlertGuard(QSettings& settings, QObject* parent) : QObject(parent), m_settings(settings)
{
    readSettings();
}

void AlertGuard::setRules(std::vector<maillog::AlertRule> rules)
{
    m_rules = std::move(rules);
    writeRules();
    startWatches();
    Q_EMIT rulesChanged();
}

void AlertGuard::forgetNotes()
{
    m_notes.clear();
    writeNotes();
    Q_EMIT notesChanged();
}

void AlertGuard::begin(std::shared_ptr<const maillog::Log> log)
{
    m_log = std::move(log);
    startWatches();
}

void AlertGuard::end()
{
    m_log.reset();
    m_watches.clear();
}

void AlertGuard::startWatches()
{
    m_watches.clear();
    if (!m_log) {
        return;
    }
    for (const maillog::AlertRule& rule : m_rules) {
        if (rule.isOn) {
            maillog::AlertWatch& watch = m_watches.emplace_back(rule);
            (void)watch.take(*m_log, maillog::recentRow(*m_log, rule.minutes));
        }
    }
}

void AlertGuard::take(std::shared_ptr<const maillog::Log> log, maillog::Row firstChanged)
{
    if (!m_log) {
        return;
    }
    m_log = std::move(log);
    bool isNew = false;
    for (maillog::AlertWatch& watch : m_watches) {
        for (maillog::AlertEvent& event : watch.take(*m_log, firstChanged)) {
            const int offset = m_log->columns().offset[m_log->size() - 1];
            m_notes.insert(m_notes.begin(), AlertNote{watch.rule(), std::move(event), offset});
            isNew = true;
            Q_EMIT fired(AlertNote(m_notes.front()));
        }
    }
    if (isNew) {
        m_notes.resize(std::min(m_notes.size(), mostNotes));
        writeNotes();
        Q_EMIT notesChanged();
    }
}

void AlertGuard::readSettings()
{
    for (const QVariant& values : m_settings.value(rulesKey).toList()) {
        m_rules.push_back(ruleFromSettings(values.toMap()));
    }
    for (const QVariant& entry : m_settings.value(notesKey).toList()) {
        const QVariantMap values = entry.toMap();
        AlertNote note;
        note.rule = ruleFromSettings(values.value(QStringLiteral("rule")).toMap());
        note.event = {values.value(QStringLiteral("time")).toLongLong(),
                      values.value(QStringLiteral("count")).toULongLong(),
                      values.value(QStringLiteral("name")).toString().toStdString()};
        note.offsetMinutes = values.value(QStringLiteral("offset")).toInt();
        m_notes.push_back(std::move(note));
    }
}

void AlertGuard::writeRules()
{
    QVariantList all;
    for (const maillog::AlertRule& rule : m_rules) {
        all.append(toSettings(rule));
    }
    m_settings.setValue(rulesKey, all);
}

void AlertGuard::writeNotes()
{
    QVariantList all;
    for (const AlertNote& note : m_notes) {
        all.append(QVariantMap{{QStringLiteral("rule"), toSettings(note.rule)},
                               {QStringLiteral("time"), static_cast<qlonglong>(note.event.time)},
                               {QStringLiteral("count"), static_cast<qulonglong>(note.event.count)},
                               {QStringLiteral("name"), QString::fromStdString(note.event.name)},
                               {QStringLiteral("offset"), note.offsetMinutes}});
    }
    m_settings.setValue(notesKey, all);
}

} // namespace ui
