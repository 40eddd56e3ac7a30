// SPDX-License-Identifier: GPL-3.0-or-later
// The test mails of the config.ini being edited: every edit of the config is judged at once, and edits of the
// mails go into their file at once, on top of what is there by then. There is no second thing to save.
#pragma once

#include "core/qtio/runs/batch_run.h"
#include "core/qtio/tables/case_table.h"
#include "ui/config/config_file.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace ui {

class TestMails final : public QObject
{
    Q_OBJECT
public:
    struct Row
    {
        qtio::CaseCells cells;
        tl::expected<policy::PolicyCase, qtio::CaseError> test;
        std::optional<policy::EvaluatedResult> evaluated; ///< of a live case that was tried
        std::optional<policy::PolicyVerdict> verdict;

        [[nodiscard]] bool isWaiting() const { return test && !verdict; } ///< a live case not tried yet

        [[nodiscard]] bool hasFailed() const { return !test || (verdict && !verdict->passed); }
    };

    /// The resolver for live cases, or why there is none, as a sentence.
    using ResolverMaker = std::function<tl::expected<std::unique_ptr<qtio::Resolver>, QString>()>;

    explicit TestMails(ConfigFile& file, QObject* parent = nullptr);
    ~TestMails() override;

    void setResolver(ResolverMaker maker) { m_makeResolver = std::move(maker); }

    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }

    [[nodiscard]] int failedCount() const;
    [[nodiscard]] int waitingCount() const;
    [[nodiscard]] int liveCount() const;

    /// Why the file could not be read or written; empty when all is well.
    [[nodiscard]] QString problem() const { return m_problem ? m_problem() : m_noResolver; }

    [[nodiscard]] bool isEditable() const;

    void add(const qtio::CaseCells& cells);
    void change(std::size_t row, const qtio::CaseCells& cells);
    void remove(const std::vector<std::size_t>& rows);
    /// Looks whether somebody else has written the file.
    void checkDisk();

    /// Evaluates all live cases over DNS; their results hold until the next time.
    void tryLive();

    [[nodiscard]] bool isTrying() const { return m_run != nullptr; }

    /// Verdicts on the config as it is now, also while somebody types.
    void judge();

Q_SIGNALS:
    void rowsChanged();
    void judged();

private:
    void follow();
    void moveAlong();
    void load();
    void edit(std::vector<qtio::CaseEdit> edits);
    void flush(qtio::Rights rights);
    void tryToFlush(qtio::Rights rights, int triesLeft);
    void startAnew();
    void finishFlush(qtio::CaseTable table, const std::optional<qtio::FileError>& error);
    /// What the file says; nothing when it cannot be understood, which problem() tells then.
    [[nodiscard]] std::optional<qtio::CaseTable>
    tableOf(const tl::expected<qtio::FileContent, qtio::FileError>& file);
    void show(qtio::CaseTable table);
    void showWithPending(qtio::CaseTable table);
    /// Those that ask nobody for a password.
    [[nodiscard]] qtio::Rights quietRights() const;
    void judgeRows();
    void judgeSoon();
    void take(const qtio::CheckOutcome& outcome);
    void watch();

    ConfigFile& m_file;
    ConfigDocument& m_document;
    qtio::AsyncFileStore& m_store;
    ResolverMaker m_makeResolver;
    qtio::FilePlace m_place; ///< of the test mails; no path as long as the config has none
    qtio::Fingerprint m_seen;
    bool m_isReadable = true;
    std::function<QString()> m_problem;    ///< says it in the present language
    QString m_noResolver;                  ///< why live cases cannot be tried
    std::vector<qtio::CaseEdit> m_pending; ///< not in the file yet: no place, on the way, or writing failed
    std::size_t m_inFlight = 0;            ///< of m_pending, from the front, being written
    std::vector<Row> m_rows;
    QTimer m_judging;
    QFileSystemWatcher m_watcher;
    // A run of live cases; later parts use earlier ones.
    qtio::CheckSetup m_setup;
    std::unique_ptr<qtio::Resolver> m_resolver;
    std::unique_ptr<qtio::BatchRun> m_run;
};

} // namespace ui
