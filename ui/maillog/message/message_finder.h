// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the lines of a message in a thread of its own: what is near at once, then further and further until
// the message is whole or the bound is reached. A newer choice cancels the older.
#pragma once

#include "ui/maillog/message/message_lines.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>

namespace ui {

class MessageFinder final : public QObject
{
    Q_OBJECT
public:
    explicit MessageFinder(QObject* parent = nullptr);
    ~MessageFinder() override;

    void find(std::shared_ptr<const OpenLogs> logs, maillog::Row row);
    void cancel();

    [[nodiscard]] bool isSearching() const { return m_isSearching; }

Q_SIGNALS:
    /// Once or more often; `isLast`: nothing more comes.
    void found(const ui::FoundMessage& message, bool isLast);

private:
    bool m_isSearching = false; ///< until found() has told the last
    QFutureWatcher<FoundMessage> m_watcher;
};

} // namespace ui
