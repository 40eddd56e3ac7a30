// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a long table in slices, so that a window stays fluid meanwhile. Destroying it cancels.
#pragma once

#include "core/qtio/tables/mail_table.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace qtio {

class MailReader final : public QObject
{
    Q_OBJECT

public:
    MailReader(MailTable table, QObject* parent = nullptr);

    /// finished() follows from the event loop.
    void start();

    [[nodiscard]] std::size_t rowCount() const noexcept { return m_rows->size(); }

Q_SIGNALS:
    void progressed();
    void finished(std::shared_ptr<const std::vector<qtio::MailRow>> rows);

private:
    void readSlice();

    MailTable m_table;
    std::shared_ptr<std::vector<MailRow>> m_rows;
    QTimer m_slice;
};

} // namespace qtio
