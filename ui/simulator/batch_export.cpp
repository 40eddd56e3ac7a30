// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/batch_export.h"

#include "core/qtio/json/json_report.h"
#include "ui/words/cli_words.h"
#include "ui/words/spf_words.h"

#include <algorithm>

namespace ui {

namespace {

constexpr std::size_t sliceSize = 100; ///< rows, some milliseconds

} // namespace

QByteArray batchCsvHeader()
{
    return "row,ip,helo,sender,identity,domain,result,action,rule,term,lookups,void_lookups,ms,problem\r\n";
}

QByteArray batchCsvLine(const BatchResults& results, std::size_t row)
{
    const qtio::MailRow& mail = results.mail(row);
    std::vector<std::string> cells(14);
    cells[0] = std::to_string(mail.number);
    if (!mail.request) {
        cells[1] = mail.request.error().text.toStdString();
        cells[13] = words::message(mail.request.error()).toStdString();
    } else {
        cells[1] = mail.request->clientAddress;
        cells[2] = mail.request->heloName;
        cells[3] = mail.request->sender;
        const policy::Decision& decision = results.outcomes[row]->decision;
        cells[4] = policy::word(decision.identity);
        cells[5] = decision.domain;
        cells[6] = decision.result ? spf::word(*decision.result) : std::string_view();
        cells[7] = policy::word(decision.action);
        cells[8] = decision.rule;
        cells[9] = results.term(row);
    }
    if (const spf::Report* report = results.report(row)) {
        const double milliseconds = std::chrono::duration<double, std::milli>(report->elapsed).count();
        cells[10] = std::to_string(report->lookups);
        cells[11] = std::to_string(report->voidLookups);
        cells[12] = QByteArray::number(milliseconds, 'f', 1).toStdString();
        cells[13] = report->problem ? words::message(*report->problem).toStdString() : std::string();
    }
    QByteArrayList quoted;
    for (const std::string& cell : cells) {
        quoted.append(qtio::csvCell(cell));
    }
    return quoted.join(',') + "\r\n";
}

BatchExport::BatchExport(BatchResults results, std::vector<std::uint32_t> rows, BatchFormat format,
                         const QString& path, QObject* parent)
    : QObject(parent), m_results(std::move(results)), m_rows(std::move(rows)), m_format(format), m_file(path)
{
    std::erase_if(m_rows, [this](std::uint32_t row) { return !m_results.kind(row); });
    connect(&m_slice, &QTimer::timeout, this, &BatchExport::writeSlice);
}

void BatchExport::start()
{
    m_slice.start();
}

QByteArray BatchExport::line(std::size_t row) const
{
    if (m_format == BatchFormat::Csv) {
        return batchCsvLine(m_results, row);
    }
    const qtio::MailRow& mail = m_results.mail(row);
    return mail.request ? qtio::batchLine(mail.number, *m_results.outcomes[row], words::message)
                        : qtio::batchLine(mail.number, words::message(mail.request.error()));
}

void BatchExport::fail()
{
    m_slice.stop();
    Q_EMIT failed(m_file.fileName(), m_file.errorString());
}

void BatchExport::writeSlice()
{
    if (!m_file.isOpen()) {
        if (!m_file.open(QIODevice::WriteOnly)) {
            return fail();
        }
        if (m_format == BatchFormat::Csv && m_file.write(batchCsvHeader()) < 0) {
            return fail();
        }
    }
    const std::size_t end = std::min(m_rows.size(), m_next + sliceSize);
    for (; m_next < end; ++m_next) {
        if (m_file.write(line(m_rows[m_next])) < 0) {
            return fail();
        }
    }
    if (m_next < m_rows.size()) {
        return;
    }
    m_slice.stop();
    if (!m_file.commit()) {
        return fail();
    }
    Q_EMIT written(m_file.fileName(), m_rows.size());
}

} // namespace ui
