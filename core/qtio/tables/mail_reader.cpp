// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/tables/mail_reader.h"

#include <utility>

namespace qtio {

namespace {

constexpr std::size_t sliceSize = 2000; ///< rows, some milliseconds

} // namespace

MailReader::MailReader(MailTable table, QObject* parent)
    : QObject(parent), m_table(std::move(table)), m_rows(std::make_shared<std::vector<MailRow>>())
{
    connect(&m_slice, &QTimer::timeout, this, &MailReader::readSlice);
}

void MailReader::start()
{
    m_slice.start();
}

void MailReader::readSlice()
{
    for (std::size_t read = 0; read < sliceSize; ++read) {
        std::optional<MailRow> row = m_table.next();
        if (!row) {
            m_slice.stop();
            Q_EMIT finished(std::exchange(m_rows, std::make_shared<std::vector<MailRow>>()));
            return;
        }
        m_rows->push_back(*std::move(row));
    }
    Q_EMIT progressed();
}

} // namespace qtio
