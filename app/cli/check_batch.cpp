// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/check_batch.h"

#include "app/cli/check_text.h"
#include "core/qtio/json/json_report.h"
#include "core/qtio/runs/batch_run.h"
#include "ui/words/cli_words.h"
#include "ui/words/result_words.h"
#include "ui/words/spf_words.h"

#include <QElapsedTimer>
#include <QEventLoop>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

using Rows = std::shared_ptr<const std::vector<qtio::MailRow>>;

/// Nothing when the header does not name the columns.
Rows readRows(const QByteArray& csv, const QString& protocolState)
{
    qtio::MailTable table(csv, qtio::MailTableForm::Exact);
    if (!table.columns().isUsable()) {
        return nullptr;
    }
    auto rows = std::make_shared<std::vector<qtio::MailRow>>();
    while (auto row = table.next()) {
        if (row->request) {
            row->request->protocolState = protocolState.toStdString();
        }
        rows->push_back(*std::move(row));
    }
    return rows;
}

/// Prints what a batch finds.
class BatchPrinter
{
public:
    BatchPrinter(Context& context, const std::vector<qtio::MailRow>& rows, const BatchOptions& options)
        : m_context(context), m_rows(rows), m_options(options)
    {
        m_clock.start();
    }

    void print(std::size_t row, const qtio::BatchOutcome& outcome)
    {
        if (outcome) {
            printGood(m_rows[row].number, *outcome);
        } else {
            printBad(m_rows[row].number, words::message(m_rows[row].request.error()));
        }
        showProgress(row + 1);
    }

    void end()
    {
        if (m_context.errIsTerminal) {
            m_context.err.write("\r\x1b[K");
        }
    }

private:
    void printBad(std::size_t number, const QString& error)
    {
        if (m_options.json) {
            m_context.out.write(qtio::batchLine(number, error));
        } else {
            printLine(m_context, u"%1\t%2"_s.arg(number).arg(toned(m_context, Tone::Bad, printable(error))));
        }
    }

    void printGood(std::size_t number, const qtio::CheckOutcome& outcome)
    {
        if (m_options.json) {
            m_context.out.write(qtio::batchLine(number, outcome, words::message));
            return;
        }
        const policy::Decision& decision = outcome.decision;
        const QString result = outcome.report ? words::word(outcome.report->result) : u"-"_s;
        const QStringList fields{
            QString::number(number),
            QString::fromStdString(outcome.request.clientAddress),
            QString::fromStdString(outcome.request.heloName),
            u'<' + QString::fromStdString(outcome.request.sender) + u'>',
            result,
            words::word(decision.action),
            QString::fromStdString(decision.rule),
        };
        QStringList safe;
        for (const QString& field : fields) {
            safe.append(printable(field));
        }
        printLine(m_context, toned(m_context, toneOf(decision.action), safe.join(u'\t')));
        printTrace(m_context, outcome);
    }

    void showProgress(std::size_t done)
    {
        constexpr qint64 pause = 200;
        if (!m_context.errIsTerminal || m_clock.elapsed() < m_lastShown + pause) {
            return;
        }
        m_lastShown = m_clock.elapsed();
        const QString words =
            words::batchProgress(static_cast<qsizetype>(done), static_cast<qsizetype>(m_rows.size()));
        m_context.err.write("\r\x1b[K" + words.toUtf8());
    }

    Context& m_context;
    const std::vector<qtio::MailRow>& m_rows;
    const BatchOptions& m_options;
    QElapsedTimer m_clock;
    qint64 m_lastShown = 0;
};

} // namespace

Exit runBatch(Context& context, const QByteArray& csv, const qtio::CheckSetup& setup,
              qtio::Resolver& resolver, const BatchOptions& options)
{
    const Rows rows = readRows(csv, options.protocolState);
    if (!rows) {
        printError(context, words::batchNeedsHeader(options.name));
        return Exit::Trouble;
    }
    BatchPrinter printer(context, *rows, options);
    qtio::BatchRun run(rows, setup, resolver, qtio::BatchRun::Order::AsGiven);
    QEventLoop loop;
    QObject::connect(
        &run, &qtio::BatchRun::checked, &loop,
        [&printer](std::size_t row, const qtio::BatchOutcome& outcome) { printer.print(row, outcome); });
    QObject::connect(&run, &qtio::BatchRun::finished, &loop, &QEventLoop::quit);
    run.start();
    loop.exec();
    printer.end();
    return Exit::Done;
}

} // namespace cli
