// SPDX-License-Identifier: GPL-3.0-or-later
// Watches a growing log with the user's rules and remembers what they noticed. Rules and notes are kept in
// the settings.
#pragma once

#include "ui/maillog/follow/alert_words.h"

#include <QObject>

#include <optional>
#include <vector>

class QSettings;

namespace ui {

class AlertGuard final : public QObject
{
    Q_OBJECT
public:
    explicit AlertGuard(QSettings& settings, QObject* parent = nullptr);

    [[nodiscard]] const std::vector<maillog::AlertRule>& rules() const { return m_rules; }

    void setRules(std::vector<maillog::AlertRule> rules);

    /// Newest first.
    [[nodiscard]] const std::vector<AlertNote>& notes() const { return m_notes; }

    void forgetNotes();

    /// Begins at the end of what is there: it is no news.
    void begin(std::shared_ptr<const maillog::Log> log);
    /// Rows from `firstChanged` on are new or changed.
    void take(std::shared_ptr<const maillog::Log> log, maillog::Row firstChanged);
    void end();

Q_SIGNALS:
    void fired(const ui::AlertNote& note);
    void rulesChanged();
    void notesChanged();

private:
    void readSettings();
    void writeRules();
    void writeNotes();
    void startWatches();

    QSettings& m_settings;
    std::vector<maillog::AlertRule> m_rules;
    std::vector<AlertNote> m_notes;
    std::vector<maillog::AlertWatch> m_watches;
    std::shared_ptr<const maillog::Log> m_log; ///< null: not followed
};

} // namespace ui
