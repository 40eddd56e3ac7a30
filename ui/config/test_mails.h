// SPDX-License-Identifier: GPL-3.0-or-later
// The test mails of the config.ini being edited: every edit of the config is judged at once, and edits of the
// mails go into their file at once, on top of what is there by then. There is no second thing to save.
#pragma once

#include "core/qtio/batch_run.h"
#include "core/qtio/case_table.h"
#include "core/qtio/file_store.h"
#include "ui/config/config_document.h"

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

    TestMails(ConfigDocument& document, qtio::FileStore& store, QObject* parent = nullptr);
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
    [[nodiscard]] bool readTable(qtio::CaseTable& table, qtio::Fingerprint& base);
    void edit(std::vector<qtio::CaseEdit> edits);
    void flush();
    void show(qtio::CaseTable table);
    void judgeRows();
    void judgeSoon();
    void take(const qtio::CheckOutcome& outcome);
    void watch();

    ConfigDocument& m_document;
    qtio::FileStore& m_store;
    ResolverMaker m_makeResolver;
    QString m_path; ///< of the test mails; empty as long as the config has no place
    qtio::Fingerprint m_seen;
    bool m_isReadable = true;
    std::function<QString()> m_problem;    ///< says it in the present language
    QString m_noResolver;                  ///< why live cases cannot be tried
    std::vector<qtio::CaseEdit> m_pending; ///< not in the file yet: no place, or writing failed
    std::vector<Row> m_rows;
    QTimer m_judging;
    QFileSystemWatcher m_watcher;
    // A run of live cases; later parts use earlier ones.
    qtio::CheckSetup m_setup;
    std::unique_ptr<qtio::Resolver> m_resolver;
    std::unique_ptr<qtio::BatchRun> m_run;
};

} // namespace ui
