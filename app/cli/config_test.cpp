// SPDX-License-Identifier: GPL-3.0-or-later
// `spfpolicy config test`: whether the mails kept with a config.ini meet the fate that is expected of them.
#include "app/cli/check_text.h"
#include "app/cli/commands.h"
#include "app/cli/config_file.h"
#include "app/cli/dns_source.h"
#include "app/cli/files.h"
#include "app/cli/limit_options.h"
#include "core/qtio/json/json_text.h"
#include "core/qtio/runs/batch_run.h"
#include "core/qtio/tables/case_table.h"
#include "ui/words/cli_words.h"
#include "ui/words/policy_words.h"
#include "ui/words/result_words.h"
#include "ui/words/test_words.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// A row of the file with what became of it.
struct TestedRow
{
    std::size_t line = 0;
    qtio::CaseCells cells;
    tl::expected<policy::PolicyCase, qtio::CaseError> test;
    policy::PolicyVerdict verdict; ///< of a row that is a test mail
};

using TestedRows = std::vector<TestedRow>;

TestedRows rowsOf(const qtio::CaseTable& table)
{
    TestedRows rows;
    for (std::size_t i = 0; i < table.rowCount(); ++i) {
        rows.push_back({table.line(i), table.cells(i), table.test(i), {}});
    }
    return rows;
}

/// The rows that can only be judged after SPF was evaluated; all others are judged.
std::vector<std::size_t> judgeKnown(TestedRows& rows, const config::PolicyConfig& config)
{
    std::vector<std::size_t> live;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!rows[i].test) {
            continue;
        }
        if (const auto verdict = policy::judge(*rows[i].test, config)) {
            rows[i].verdict = *verdict;
        } else {
            live.push_back(i);
        }
    }
    return live;
}

void judgeLive(TestedRows& rows, const std::vector<std::size_t>& live, const qtio::CheckSetup& setup,
               qtio::Resolver& resolver)
{
    auto mails = std::make_shared<std::vector<qtio::MailRow>>();
    for (const std::size_t row : live) {
        mails->push_back(qtio::mailRow(row + 1, rows[row].test->request));
    }
    qtio::BatchRun run(mails, setup, resolver, qtio::BatchRun::Order::AsFinished);
    QEventLoop loop;
    QObject::connect(&run, &qtio::BatchRun::checked, &loop,
                     [&](std::size_t mail, const qtio::BatchOutcome& outcome) {
                         TestedRow& row = rows[live[mail]];
                         row.verdict = policy::verdictOn(*row.test, outcome->decision);
                     });
    QObject::connect(&run, &qtio::BatchRun::finished, &loop, &QEventLoop::quit);
    run.start();
    loop.exec();
}

QJsonObject toJson(std::size_t number, const TestedRow& row)
{
    const auto written = [&](qtio::CaseColumn column) { return qtio::cell(row.cells, column); };
    QJsonObject json{
        {u"row"_s, static_cast<qint64>(number)},
        {u"line"_s, static_cast<qint64>(row.line)},
        {u"ip"_s, written(qtio::CaseColumn::Ip)},
        {u"helo"_s, written(qtio::CaseColumn::Helo)},
        {u"sender"_s, written(qtio::CaseColumn::Sender)},
        {u"result"_s, written(qtio::CaseColumn::Result)},
        {u"expected"_s, written(qtio::CaseColumn::Action)},
        {u"got"_s, QJsonValue()},
        {u"rule"_s, QJsonValue()},
        {u"spf"_s, QJsonValue()},
        {u"passed"_s, row.test && row.verdict.passed},
        {u"note"_s, written(qtio::CaseColumn::Note)},
    };
    if (!row.test) {
        json.insert(u"error"_s, words::message(row.test.error()));
        return json;
    }
    const policy::Decision& decision = row.verdict.decision;
    json.insert(u"expected"_s, qtio::jsonText(policy::word(row.test->expected)));
    json.insert(u"result"_s, row.test->assumed ? qtio::jsonText(spf::word(*row.test->assumed)) : u"live"_s);
    json.insert(u"got"_s, qtio::jsonText(policy::word(decision.action)));
    json.insert(u"rule"_s, qtio::jsonText(decision.rule));
    if (decision.result) {
        json.insert(u"spf"_s, qtio::jsonText(spf::word(*decision.result)));
    }
    return json;
}

QString bytesAsText(const std::string& bytes)
{
    return printable(qtio::jsonText(bytes));
}

/// "192.0.2.10 <a@example.com> mx.example.com softfail"
QString mailText(const TestedRow& row)
{
    const policy::Request& request = row.test->request;
    QStringList parts{bytesAsText(request.clientAddress), u'<' + bytesAsText(request.sender) + u'>'};
    if (!request.heloName.empty()) {
        parts.append(bytesAsText(request.heloName));
    }
    if (const auto result = row.verdict.decision.result) {
        parts.append(words::word(*result));
    }
    return parts.join(u' ');
}

void printRow(Context& context, std::size_t number, const TestedRow& row)
{
    const bool passed = row.test && row.verdict.passed;
    const QString indent(8, u' ');
    const QString head = padded(words::testOutcome(passed), 8) + QString::number(number) + u"  "_s;
    const Tone tone = passed ? Tone::Good : Tone::Bad;
    if (!row.test) {
        printLine(context,
                  toned(context, tone, head + printable(words::rowMessage(row.line, row.test.error()))));
        return;
    }
    const policy::Decision& decision = row.verdict.decision;
    printLine(context, toned(context, tone, head + mailText(row)));
    printLine(context,
              indent + words::comparison(*row.test, row.verdict) + u": "_s + bytesAsText(decision.rule));
    if (!passed) {
        printLine(context, indent + printable(words::reason(decision)));
    }
    if (!row.test->note.empty()) {
        printLine(context, toned(context, Tone::Quiet, indent + bytesAsText(row.test->note)));
    }
}

void print(Context& context, const TestedRows& rows, bool asJson)
{
    if (asJson) {
        QJsonArray json;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            json.append(toJson(i + 1, rows[i]));
        }
        context.out.write(QJsonDocument(json).toJson());
        return;
    }
    int passed = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        printRow(context, i + 1, rows[i]);
        passed += rows[i].test && rows[i].verdict.passed ? 1 : 0;
    }
    printLine(context, words::testSummary(passed, static_cast<int>(rows.size()) - passed));
}

/// What is wrong with the words as a whole; empty when nothing is.
QString complaint(const Arguments& arguments)
{
    const bool configIsInput = arguments.operands.first() == "-"_L1;
    const std::optional<QString> cases = arguments.value(u"cases"_s);
    if (configIsInput && !cases) {
        return words::missingOption(u"--cases"_s);
    }
    if (configIsInput && cases == u"-"_s) {
        return words::optionsExclude(u"FILE -"_s, u"--cases -"_s);
    }
    const tl::expected<spf::Limits, QString> limits = limitsFrom(arguments);
    return limits ? QString() : limits.error();
}

std::optional<TestedRows> readRows(Context& context, const QString& path)
{
    const std::optional<QByteArray> bytes = readAll(context, path);
    if (!bytes) {
        return std::nullopt;
    }
    const auto table = qtio::CaseTable::parse(*bytes);
    if (!table) {
        printError(context, words::message(table.error(), path));
        return std::nullopt;
    }
    return rowsOf(*table);
}

Exit run(Context& context, const Arguments& arguments)
{
    if (const QString wrong = complaint(arguments); !wrong.isEmpty()) {
        return usageError(context, u"config test"_s, wrong);
    }
    const tl::expected<DnsSource, Exit> source = DnsSource::open(context, arguments);
    if (!source) {
        return source.error();
    }
    const QString path = arguments.operands.first();
    const std::optional<config::IniDocument> document = readConfig(context, path);
    if (!document) {
        return Exit::Trouble;
    }
    std::optional<TestedRows> rows =
        readRows(context, arguments.value(u"cases"_s).value_or(qtio::caseFilePath(path)));
    if (!rows) {
        return Exit::Trouble;
    }
    noteErrors(context, path, *document);
    qtio::CheckSetup setup;
    setup.config = config::readPolicyConfig(*document);
    setup.receiver = context.hostName.toStdString();
    setup.time = context.now.toSecsSinceEpoch();
    setup.options.limits = limitsFrom(arguments).value_or(spf::Limits{});
    judgeLive(*rows, judgeKnown(*rows, setup.config), setup, source->resolver());
    print(context, *rows, arguments.isSet(u"json"_s));
    if (const Exit saved = source->save(context); saved != Exit::Done) {
        return saved;
    }
    const bool allPassed =
        std::ranges::all_of(*rows, [](const TestedRow& row) { return row.test && row.verdict.passed; });
    return allPassed ? Exit::Done : Exit::No;
}

} // namespace

Command configTestCommand()
{
    return {
        .name = u"config test"_s,
        .options = QList<Option>{{u"cases"_s, u"FILE.csv"_s}} + limitOptions() + DnsSource::options(),
        .operands = {{u"FILE"_s}},
        .examples = {u"spfpolicy config test config.ini"_s,
                     u"spfpolicy config test new.ini --cases config.ini.tests.csv --zone example.zone"_s},
        .run = run,
    };
}

} // namespace cli
