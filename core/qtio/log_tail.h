// SPDX-License-Identifier: GPL-3.0-or-later
// The end of a log that is being written: what was added since the last look, through renames, copytruncate
// and a file that was cut and has grown past its old size. "-" is standard input.
#pragma once

#include "core/qtio/descriptor.h"
#include "core/qtio/log_journal.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>
#include <string_view>

#include <sys/stat.h>

namespace qtio {

class LogTail
{
public:
    /// Begins with the line in which byte `known` lies, or the last one: it may still grow. `zone` is for the
    /// stamps of a journal from a pipe.
    LogTail(QString path, std::optional<quint64> known, const maillog::ZoneRules& zone);

    /// Of the file where the first look begins.
    [[nodiscard]] quint64 offset() const noexcept { return m_offset; }

    /// What a look found. A piece that begins a new file is told by `isNewFile`; what came before it is then
    /// whole.
    using Take = std::function<void(std::string_view text, bool isNewFile)>;
    /// False when nothing can follow any more: a pipe that ended.
    [[nodiscard]] bool look(const Take& take);

private:
    [[nodiscard]] bool lookAtPipe(const Take& take);
    void readOn(const Take& take);
    void startOver(const Take& take);
    [[nodiscard]] bool hasKept() const;
    [[nodiscard]] bool isReplaced() const;

    static constexpr qsizetype headSize = 4096;

    QString m_path;
    Descriptor m_file;
    bool m_isPipe;
    quint64 m_offset = 0;
    QByteArray m_head; ///< the first bytes of what was read of this file
    bool m_wasReplaced = false;
    maillog::ZoneRules m_zone;
    bool m_isFirst = true;
    std::optional<JournalText> m_journal;
};

} // namespace qtio
