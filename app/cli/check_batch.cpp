// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/check_batch.h"

#include "app/cli/check_json.h"
#include "app/cli/check_text.h"
#include "app/cli/csv.h"
#include "core/qtio/json_report.h"
#include "ui/words/cli_words.h"
#include "ui/words/result_words.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonDocument>

#include <map>
#include <vector>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// How many evaluations are under way at a time, and how far they may run ahead of the one printed next.
constexpr std::size_t window = 64;
constexpr std::size_t farthestAhead = 4096;

/// Where ip, helo and sender stand.
struct Columns
{
    qsizetype ip = -1;
    qsizetype helo = -1;
    qsizetype sender = -1;
    qsizetype count = 0;
};

std::optional<Columns> columnsOf(const QStringList& header)
{
    Columns columns;
    columns.count = header.size();
    for (qsizetype i = 0; i < header.size(); ++i) {
        const QString name = header[i].trimmed().toLower();
        if (name == "ip"_L1) {
            columns.ip = i;
        } else if (name == "helo"_L1) {
            columns.helo = i;
        } else if (name == "sender"_L1) {
            columns.sender = i;
        }
    }
    const bool isUsable = columns.ip >= 0 && (columns.helo >= 0 || columns.sender >= 0);
    return isUsable ? std::optional(columns) : std::nullopt;
}

struct Row
{
    policy::Request request;
    QString error; ///< empty for a row that can be checked
};

Row rowOf(const CsvRow& csv, const Columns& columns, const QString& protocolState)
{
    Row row;
    if (!csv.isClosed) {
        row.error = words::batchUnclosedQuote();
    } else if (csv.fields.size() != columns.count) {
        row.error = words::batchRowFields(csv.fields.size(), columns.count);
    } else if (const QString ip = csv.fields[columns.ip].trimmed();
               !net::IpAddress::parse(ip.toStdString())) {
        row.error = words::notAnAddress(ip);
    } else {
        row.request.clientAddress = ip.toStdString();
        row.request.heloName = csv.fields.value(columns.helo).trimmed().toStdString();
        row.request.sender = csv.fields.value(columns.sender).trimmed().toStdString();
        row.request.protocolState = protocolState.toStdString();
    }
    return row;
}

class Batch
{
public:
    Batch(Context& context, std::vector<Row> rows, const CheckSetup& setup, qtio::Resolver& resolver,
          const BatchOptions& options)
        : m_context(context),
          m_rows(std::move(rows)),
          m_setup(setup),
          m_resolver(resolver),
          m_options(options)
    {
    }

    void run()
    {
        m_clock.start();
        startMore();
        if (m_printed < m_rows.size()) {
            m_loop.exec();
        }
        if (m_context.errIsTerminal) {
            m_context.err.write("\r\x1b[K");
        }
    }

private:
    void startMore()
    {
        while (m_started < m_rows.size() && m_running.size() < window &&
               m_started < m_printed + farthestAhead) {
            const std::size_t number = m_started++;
            if (m_rows[number].error.isEmpty()) {
                start(number);
            }
            printReady();
        }
    }

    void start(std::size_t number)
    {
        auto check = std::make_unique<MailCheck>(m_rows[number].request, m_setup, m_resolver);
        QObject::connect(check.get(), &MailCheck::finished, &m_loop, [this, number] { take(number); });
        MailCheck& started = *check;
        m_running.emplace(number, std::move(check));
        started.start();
    }

    void take(std::size_t number)
    {
        const auto found = m_running.find(number);
        m_done.emplace(number, found->second->outcome());
        // It is still inside its own signal.
        found->second.release()->deleteLater();
        m_running.erase(found);
        printReady();
        startMore();
        showProgress();
        if (m_printed == m_rows.size()) {
            m_loop.quit();
        }
    }

    /// Everything that is ready in input order.
    void printReady()
    {
        while (m_printed < m_started) {
            if (!m_rows[m_printed].error.isEmpty()) {
                printBad(m_printed);
            } else if (const auto done = m_done.find(m_printed); done != m_done.end()) {
                printGood(m_printed, done->second);
                m_done.erase(done);
            } else {
                return;
            }
            ++m_printed;
        }
    }

    void printBad(std::size_t number)
    {
        const qint64 row = static_cast<qint64>(number) + 1;
        if (m_options.json) {
            printJson({{u"row"_s, row}, {u"error"_s, m_rows[number].error}});
        } else {
            printLine(m_context,
                      u"%1\t%2"_s.arg(row).arg(toned(m_context, Tone::Bad, printable(m_rows[number].error))));
        }
    }

    void printGood(std::size_t number, const CheckOutcome& outcome)
    {
        const qint64 row = static_cast<qint64>(number) + 1;
        if (m_options.json) {
            QJsonObject json = checkJson(outcome);
            json.insert(u"row"_s, row);
            printJson(json);
            return;
        }
        const policy::Decision& decision = outcome.decision;
        const QString result = outcome.report ? words::word(outcome.report->result) : u"-"_s;
        const QStringList fields{
            QString::number(row),
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

    void printJson(const QJsonObject& json)
    {
        m_context.out.write(QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n');
    }

    void showProgress()
    {
        constexpr qint64 pause = 200;
        if (!m_context.errIsTerminal || m_clock.elapsed() < m_lastShown + pause) {
            return;
        }
        m_lastShown = m_clock.elapsed();
        const QString words =
            words::batchProgress(static_cast<qsizetype>(m_printed), static_cast<qsizetype>(m_rows.size()));
        m_context.err.write("\r\x1b[K" + words.toUtf8());
    }

    Context& m_context;
    std::vector<Row> m_rows;
    const CheckSetup& m_setup;
    qtio::Resolver& m_resolver;
    BatchOptions m_options;
    std::map<std::size_t, std::unique_ptr<MailCheck>> m_running;
    std::map<std::size_t, CheckOutcome> m_done; ///< finished before their turn
    std::size_t m_started = 0;
    std::size_t m_printed = 0;
    QEventLoop m_loop;
    QElapsedTimer m_clock;
    qint64 m_lastShown = 0;
};

} // namespace

Exit runBatch(Context& context, const QByteArray& csv, const CheckSetup& setup, qtio::Resolver& resolver,
              const BatchOptions& options)
{
    const QList<CsvRow> table = readCsv(csv);
    const std::optional<Columns> columns = table.isEmpty() ? std::nullopt : columnsOf(table.first().fields);
    if (!columns) {
        printError(context, words::batchNeedsHeader(options.name));
        return Exit::Trouble;
    }
    std::vector<Row> rows;
    for (const CsvRow& row : table.mid(1)) {
        rows.push_back(rowOf(row, *columns, options.protocolState));
    }
    Batch(context, std::move(rows), setup, resolver, options).run();
    return Exit::Done;
}

} // namespace cli
