// SPDX-License-Identifier: GPL-3.0-or-later
// Standard input while it is written: `journalctl -f -o export | spfpolicy log follow -`; or a named pipe
// into which a daemon writes, which may be started anew.
#pragma once

#include "core/qtio/files/descriptor.h"
#include "core/qtio/log/log_journal.h"
#include "core/qtio/log/log_spool.h"

#include <QSocketNotifier>

#include <optional>

namespace qtio {

class LogPipeSpool final : public LogSpool
{
    Q_OBJECT

public:
    LogPipeSpool(LogPlace place, const maillog::ZoneRules& zone);

    /// A pipe by its name; that of another file is not followed in this way.
    [[nodiscard]] static bool isPipe(const QString& path);

    void stop() override;

    [[nodiscard]] bool hasEnded() const override { return m_hasEnded; }

private:
    void begin() override;
    /// False when it cannot be; errno tells why.
    [[nodiscard]] bool open();
    void take();
    /// Who wrote has closed it.
    void end();
    [[nodiscard]] QByteArray linesOf(QByteArray bytes);
    /// Tells what it is.
    [[nodiscard]] QByteArray takeHead();
    [[nodiscard]] QByteArray endOfLines();
    void tellDamage();

    Descriptor m_input{-1};
    QSocketNotifier m_notifier{QSocketNotifier::Read};
    bool m_isFirst = true;
    bool m_isDamageTold = false;
    QByteArray m_head; ///< while it is too short to tell what it is
    bool m_hasEnded = false;
    std::optional<JournalText> m_journal; ///< nothing: lines of text
};

} // namespace qtio
