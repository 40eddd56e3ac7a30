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

TestMails::TestMails(ConfigFile& file, QObject* parent)
    : QObject(parent), m_file(file), m_document(file.document()), m_store(file.store())
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

qtio::Rights TestMails::quietRights() const
{
    return m_place.isRemote() ? m_file.rights() : qtio::Rights::User;
}

static qtio::FilePlace placeBeside(const qtio::FilePlace& config)
{
    return config.path.isEmpty() ? qtio::FilePlace{}
                                 : qtio::FilePlace{config.host, qtio::caseFilePath(config.path)};
}

/// Another config is open.
void TestMails::follow()
{
    const qtio::FilePlace place = placeBeside(m_document.source().place);
    if (place != m_place || place.path.isEmpty())
        m_pending.clear();
    m_place = place;
    m_run.reset();
    load();
    watch();
}

/// The config was saved, perhaps for the first time or to another place: the mails come along, but never over
/// those that are there.
void TestMails::moveAlong()
{
    const qtio::FilePlace place = placeBeside(m_document.source().place);
    if (place == m_place) {
        if (!m_pending.empty())
            flush(m_file.rights());
        return;
    }
    m_pending.clear();
    for (const Row& row : m_rows)
        m_pending.push_back({std::nullopt, row.cells});
    m_place = place;
    m_store.fingerprint(place, m_file.rights(), this,
                        [this, place](const tl::expected<qtio::Fingerprint, qtio::FileError>& there) {
                            if (place != m_place)
                                return;
                            if (there && there->exists)
                                m_pending.clear();
                            if (!m_pending.empty())
                                flush(m_file.rights());
                        });
}

std::optional<qtio::CaseTable>
TestMails::tableOf(const tl::expected<qtio::FileContent, qtio::FileError>& file)
{
    m_problem = {};
    m_isReadable = true;
    if (!file && file.error().code != qtio::FileError::Code::NotFound) {
        m_isReadable = false;
        m_problem = [error = file.error()] { return words::message(error); };
        return std::nullopt;
    }
    if (!file || file->bytes.trimmed().isEmpty())
        return qtio::CaseTable();
    auto parsed = qtio::CaseTable::parse(file->bytes);
    if (!parsed) {
        m_isReadable = false;
        m_problem = [error = parsed.error(), name = QFileInfo(m_place.path).fileName()] {
            return words::message(error, name);
        };
        return std::nullopt;
    }
    return *std::move(parsed);
}

void TestMails::showWithPending(qtio::CaseTable table)
{
    for (const qtio::CaseEdit& edit : m_pending)
        table.apply(edit);
    show(std::move(table));
}

void TestMails::load()
{
    if (m_place.path.isEmpty()) {
        showWithPending({});
        return;
    }
    m_store.read(m_place, quietRights(), this,
                 [this, place = m_place](const tl::expected<qtio::FileContent, qtio::FileError>& file) {
                     if (place != m_place)
                         return;
                     m_seen = file ? file->fingerprint : qtio::Fingerprint{};
                     // A file that cannot be read shows no rows and says why.
                     showWithPending(tableOf(file).value_or(qtio::CaseTable()));
                 });
}

void TestMails::checkDisk()
{
    if (m_place.path.isEmpty())
        return;
    if (!m_place.isRemote() && QFileInfo::exists(m_place.path) && !m_watcher.files().contains(m_place.path))
        m_watcher.addPath(m_place.path); // new, or lost when it was replaced
    m_store.fingerprint(m_place, quietRights(), this,
                        [this, place = m_place](const tl::expected<qtio::Fingerprint, qtio::FileError>& now) {
                            if (place != m_place || now.value_or(qtio::Fingerprint{}) == m_seen)
                                return;
                            if (m_pending.empty())
                                load();
                            else
                                flush(quietRights());
                        });
}

void TestMails::watch()
{
    if (const QStringList watched = m_watcher.files() + m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
    if (m_place.path.isEmpty() || m_place.isRemote())
        return;
    m_watcher.addPath(QFileInfo(m_place.path).absolutePath());
    if (QFileInfo::exists(m_place.path))
        m_watcher.addPath(m_place.path);
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
    if (m_place.path.isEmpty())
        load();
    else
        flush(quietRights());
}

/// Puts the edits on top of what the file says now.
void TestMails::flush(qtio::Rights rights)
{
    if (m_inFlight == 0) // else it goes on by itself when that is done
        tryToFlush(rights, mostTries);
}

void TestMails::tryToFlush(qtio::Rights rights, int triesLeft)
{
    m_inFlight = m_pending.size();
    const auto write = [this, place = m_place, rights,
                        triesLeft](const tl::expected<qtio::FileContent, qtio::FileError>& file) {
        if (place != m_place) {
            startAnew();
            return;
        }
        auto table = tableOf(file);
        if (!table) {
            m_inFlight = 0;
            showWithPending({});
            return;
        }
        for (std::size_t i = 0; i < m_inFlight; ++i)
            table->apply(m_pending[i]);
        m_seen = file ? file->fingerprint : qtio::Fingerprint{};
        const auto take = [this, place, rights, triesLeft,
                           table = *table](const tl::expected<qtio::Written, qtio::FileError>& written) {
            if (place != m_place) {
                startAnew();
            } else if (written) {
                m_pending.erase(m_pending.begin(),
                                m_pending.begin() + static_cast<std::ptrdiff_t>(m_inFlight));
                m_seen = written->fingerprint;
                watch();
                finishFlush(table, std::nullopt);
            } else if (written.error().code == qtio::FileError::Code::Stale && triesLeft > 1) {
                tryToFlush(rights, triesLeft - 1);
            } else {
                finishFlush(table, written.error());
            }
        };
        m_store.write(
            place, rights,
            {.path = place.path, .bytes = table->bytes(), .base = m_seen, .backup = qtio::Backup::None}, this,
            take);
    };
    m_store.read(m_place, rights, this, write);
}

/// Another config was opened while one was on its way.
void TestMails::startAnew()
{
    m_inFlight = 0;
    if (!m_pending.empty() && !m_place.path.isEmpty())
        flush(quietRights());
}

void TestMails::finishFlush(qtio::CaseTable table, const std::optional<qtio::FileError>& error)
{
    const std::size_t tried = error ? std::exchange(m_inFlight, 0) : 0;
    m_inFlight = 0;
    if (error)
        m_problem = [error = *error] {
            return tr("The test mails were not written and are kept here only: %1")
                .arg(words::message(error));
        };
    const bool goesOn = !error && !m_pending.empty(); // edited meanwhile
    for (std::size_t i = tried; i < m_pending.size(); ++i)
        table.apply(m_pending[i]);
    show(std::move(table));
    if (goesOn)
        flush(quietRights());
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
