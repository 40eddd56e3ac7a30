// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of log lines share: a log read from text, and its rows as text.
#pragma once

#include "core/maillog/reader.h"
#include "core/maillog/statistics.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace maillog {

inline QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

inline QString describe(const Check& check)
{
    return QStringList{check.result ? text(spf::word(*check.result)) : QStringLiteral("-"),
                       text(word(check.action)),
                       text(policy::word(check.identity)),
                       check.address ? QString::fromStdString(check.address->toString())
                                     : QStringLiteral("-"),
                       text(check.helo),
                       text(check.sender),
                       text(check.domain),
                       text(check.recipient)}
        .join(QChar(u'|'));
}

/// Read in blocks of `blockSize` bytes.
inline Log read(const QByteArray& bytes, qsizetype blockSize = 1 << 20, Tail tail = Tail::Wait)
{
    Log log;
    ReaderOptions options;
    options.year = 2025;
    Reader reader(log, log.addSource(), options);
    for (qsizetype at = 0; at < bytes.size(); at += blockSize) {
        const auto block = bytes.mid(at, blockSize);
        reader.feed({block.constData(), static_cast<std::size_t>(block.size())});
    }
    reader.finish(tail);
    return log;
}

inline Summary summaryOf(const Log& log)
{
    return summarize(log, RowSet::all(log));
}

} // namespace maillog
