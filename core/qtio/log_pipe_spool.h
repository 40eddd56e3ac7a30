// SPDX-License-Identifier: GPL-3.0-or-later
// Standard input while it is written: `journalctl -f -o export | spfpolicy log follow -`.
#pragma once

#include "core/qtio/log_journal.h"
#include "core/qtio/log_spool.h"

#include <QSocketNotifier>

#include <optional>

namespace qtio {

class LogPipeSpool final : public LogSpool
{
    Q_OBJECT

public:
    LogPipeSpool(LogPlace place, const maillog::ZoneRules& zone);

    void stop() override;

    [[nodiscard]] bool hasEnded() const override { return m_hasEnded; }

private:
    void begin() override;
    void take();
    [[nodiscard]] QByteArray linesOf(std::string_view bytes);

    QSocketNotifier m_notifier;
    bool m_isFirst = true;
    bool m_hasEnded = false;
    std::optional<JournalText> m_journal; ///< nothing: lines of text
};

} // namespace qtio
