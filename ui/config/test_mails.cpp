// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/test_mails.h"

#include "ui/words/file_words.h"
#include "ui/words/test_words.h"

#include <QFileInfo>

#include <algorithm>
#include <ranges>
#include <utility>

namespace ui {

namespace {

/// Up to here verdicts follow every edit; more mails wait for a pause in typing.
constexpr std::size_t fewMails = 500;
constexpr int pauseMs = 200;
/// How often a file that somebody else keeps writing is tried.
constexpr int mostTries = 3;

} // namespace

TestMails::TestMails(ConfigDocument& document, qtio::FileStore& store, QObject* parent)
    : QObject(parent), m_document(document), m_store(store)
{
    m_judging.setSingleShot(true);
    m_judging.setInterval(pauseMs);
    connect(&m_judging, &QTimer::timeout, this, &TestMails::judge);
    connect(&m_document, &ConfigDocument::analysed, this, &TestMails::judgeSoon);
    connect(&m_document, &ConfigDocument::pathChanged, this, &TestMails::follow);
    connect(&m_document, &ConfigDocument::saved, this, &TestMails::moveAlong);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &TestMails::checkDisk);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &TestMails::checkDisk);
    follow();
}

TestMails::~TestMails() = default;

int TestMails::failedCount() const
{
    return static_cast<int>(std::ranges::count_if(m_rows, &Row::hasFailed));
}

int TestMails::waitingCount() const
{
    return static_cast<int>(std::ranges::count_if(m_rows, &Row::isWaiting));
}

int TestMails::liveCount() const
{
    return static_cast<int>(
        std::ranges::count_if(m_rows, [](const Row& row) { return row.test && !row.test->assumed; }));
}

bool TestMails::isEditable() const
{
    return m_document.isOpen() && m_isReadable &&
           m_document.readOnlyReason() != ConfigDocument::ReadOnlyReason::Asked;
}

/// Another config is open.
void TestMails::follow()
{
    const QString config = m_document.path();
    const QString path = config.isEmpty() ? QString() : qtio::caseFilePath(config);
    if (path != m_path || path.isEmpty())
        m_pending.clear();
    m_path = path;
    m_run.reset();
    load();
    watch();
}

/// The config was saved, perhaps for the first time or to another place: the mails come along, but never over
/// those that are there.
void TestMails::moveAlong()
{
    const QString path = qtio::caseFilePath(m_document.path());
    if (path != m_path) {
        std::vector<qtio::CaseEdit> edits;
        for (const Row& row : m_rows)
            edits.push_back({std::nullopt, row.cells});
        m_path = path;
        const auto there = m_store.fingerprint(path);
        m_pending = there && there->exists ? std::vector<qtio::CaseEdit>() : std::move(edits);
    }
    if (!m_pending.empty())
        flush();
}

bool TestMails::readTable(qtio::CaseTable& table, qtio::Fingerprint& base)
{
    m_problem = {};
    m_isReadable = true;
    table = {};
    base = {};
    if (m_path.isEmpty())
        return true;
    const auto file = m_store.read(m_path);
    if (!file) {
        m_isReadable = file.error().code == qtio::FileError::Code::NotFound;
        if (!m_isReadable)
            m_problem = [error = file.error()] { return words::message(error); };
        return m_isReadable;
    }
    base = file->fingerprint;
    if (file->bytes.trimmed().isEmpty())
        return true;
    auto parsed = qtio::CaseTable::parse(file->bytes);
    if (!parsed) {
        m_isReadable = false;
        m_problem = [error = parsed.error(), name = QFileInfo(m_path).fileName()] {
            return words::message(error, name);
        };
        return false;
    }
    table = *std::move(parsed);
    return true;
}

void TestMails::load()
{
    qtio::CaseTable table;
    (void)readTable(table, m_seen); // a file that cannot be read shows no rows and says why
    for (const qtio::CaseEdit& edit : m_pending)
        table.apply(edit);
    show(std::move(table));
}

void TestMails::checkDisk()
{
    if (m_path.isEmpty())
        return;
    if (QFileInfo::exists(m_path) && !m_watcher.files().contains(m_path))
        m_watcher.addPath(m_path); // new, or lost when it was replaced
    if (m_store.fingerprint(m_path).value_or(qtio::Fingerprint{}) == m_seen)
        return;
    if (m_pending.empty())
        load();
    else
        flush();
}

void TestMails::watch()
{
    if (const QStringList watched = m_watcher.files() + m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
    if (m_path.isEmpty())
        return;
    m_watcher.addPath(QFileInfo(m_path).absolutePath());
    if (QFileInfo::exists(m_path))
        m_watcher.addPath(m_path);
}

void TestMails::add(const qtio::CaseCells& cells)
{
    edit({{std::nullopt, cells}});
}

void TestMails::change(std::size_t row, const qtio::CaseCells& cells)
{
    if (m_rows.at(row).cells != cells)
        edit({{m_rows[row].cells, cells, row}});
}

void TestMails::remove(const std::vector<std::size_t>& rows)
{
    std::vector<qtio::CaseEdit> edits;
    for (const std::size_t row : rows)
        edits.push_back({m_rows.at(row).cells, std::nullopt, row});
    // From the end, so that the places before stay right.
    std::ranges::sort(edits, std::ranges::greater{}, &qtio::CaseEdit::row);
    edit(std::move(edits));
}

void TestMails::edit(std::vector<qtio::CaseEdit> edits)
{
    if (!isEditable() || edits.empty())
        return;
    std::ranges::move(edits, std::back_inserter(m_pending));
    if (m_path.isEmpty())
        load();
    else
        flush();
}

/// Puts the edits on top of what the file says now.
void TestMails::flush()
{
    qtio::CaseTable table;
    std::optional<qtio::FileError> error;
    for (int tries = 0; tries < mostTries; ++tries) {
        qtio::Fingerprint base;
        if (!readTable(table, base))
            break;
        for (const qtio::CaseEdit& edit : m_pending)
            table.apply(edit);
        const auto written = m_store.write(
            {.path = m_path, .bytes = table.bytes(), .base = base, .backup = qtio::Backup::None});
        if (written) {
            m_pending.clear();
            m_seen = written->fingerprint;
            watch();
            show(std::move(table));
            return;
        }
        m_seen = base;
        error = written.error();
        if (error->code != qtio::FileError::Code::Stale)
            break;
    }
    if (error)
        m_problem = [error = *error] {
            return tr("The test mails were not written and are kept here only: %1")
                .arg(words::message(error));
        };
    show(std::move(table));
}

void TestMails::show(qtio::CaseTable table)
{
    std::vector<Row> before = std::exchange(m_rows, {});
    std::erase_if(before, [](const Row& row) { return !row.evaluated || !row.test; });
    for (std::size_t i = 0; i < table.rowCount(); ++i) {
        Row row{table.cells(i), table.test(i), {}, {}};
        const auto same = std::ranges::find_if(before, [&row](const Row& old) {
            return row.test && !row.test->assumed && old.test->request == row.test->request;
        });
        if (same != before.end())
            row.evaluated = same->evaluated;
        m_rows.push_back(std::move(row));
    }
    judgeRows();
    Q_EMIT rowsChanged();
}

void TestMails::judgeSoon()
{
    if (m_rows.size() <= fewMails)
        judge();
    else
        m_judging.start();
}

void TestMails::judge()
{
    m_judging.stop();
    judgeRows();
    Q_EMIT judged();
}

void TestMails::judgeRows()
{
    for (Row& row : m_rows) {
        if (row.test)
            row.verdict = policy::judge(*row.test, m_document.policy(), row.evaluated);
    }
}

void TestMails::tryLive()
{
    if (isTrying() || !m_makeResolver)
        return;
    m_noResolver.clear();
    auto resolver = m_makeResolver();
    if (!resolver) {
        m_noResolver = resolver.error();
        Q_EMIT judged();
        return;
    }
    auto mails = std::make_shared<std::vector<qtio::MailRow>>();
    for (const Row& row : m_rows) {
        if (row.test && !row.test->assumed)
            mails->push_back(qtio::mailRow(mails->size() + 1, row.test->request));
    }
    m_setup.config = m_document.policy();
    m_resolver = *std::move(resolver);
    m_run = std::make_unique<qtio::BatchRun>(mails, m_setup, *m_resolver, qtio::BatchRun::Order::AsFinished);
    connect(m_run.get(), &qtio::BatchRun::checked, this,
            [this](std::size_t, const qtio::BatchOutcome& outcome) { take(*outcome); });
    connect(m_run.get(), &qtio::BatchRun::finished, this, [this] {
        m_run.release()->deleteLater(); // it is still inside its own signal
        Q_EMIT judged();
    });
    m_run->start();
    Q_EMIT judged();
}

/// The rows may be others than when the run began.
void TestMails::take(const qtio::CheckOutcome& outcome)
{
    if (!outcome.report)
        return;
    for (Row& row : m_rows) {
        if (!row.test || row.test->assumed || row.test->request != outcome.request)
            continue;
        row.evaluated = policy::EvaluatedResult{outcome.decision.domain, outcome.report->result};
        row.verdict = policy::judge(*row.test, m_document.policy(), row.evaluated);
    }
    Q_EMIT judged();
}

} // namespace ui
