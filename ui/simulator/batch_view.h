// SPDX-License-Identifier: GPL-3.0-or-later
// Many mails through the policy: pasted, out of a file or out of the mail log; results as they come, exports.
#pragma once

#include "core/qtio/dns/caching_resolver.h"
#include "core/qtio/tables/mail_reader.h"
#include "ui/common/services.h"
#include "ui/simulator/batch_model.h"
#include "ui/simulator/conditions.h"
#include "ui/simulator/mail_input.h"

#include <QElapsedTimer>
#include <QWidget>

class QStackedLayout;

namespace ui {

class BatchCard;
class BatchInputs;
class EmptyState;
class NoticeBar;
class ProgressStrip;

class BatchView final : public QWidget
{
    Q_OBJECT

public:
    BatchView(const Services& services, ConditionsNow conditions, ResolverMaker makeResolver,
              QWidget* parent = nullptr);
    ~BatchView() override;

    /// A row of controls that stands among the inputs at the top of the page; hidden until it is placed and
    /// shown there.
    [[nodiscard]] QWidget* inputs() const;

    /// The mails that the log shows; asked when this view comes into sight and when its button is used.
    void setLogSource(std::function<std::vector<MailInputs>()> rows);
    void setMails(const std::vector<MailInputs>& mails);
    /// The mails that the log shows now.
    void takeLog();
    /// Text of a table, as pasted.
    void setText(const QString& text);
    void openFile(const QString& path);

    [[nodiscard]] bool canRun() const;
    void run();
    /// What is finished stays.
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_run != nullptr; }

    /// Source, config or limits are others now: ends a run and greys its results.
    void conditionsChanged();

    /// The `spfpolicy check --batch` call that does the same; empty unless the mails stand in a file that it
    /// can read. Without `configFile` all defaults hold.
    [[nodiscard]] QString command(const QString& configFile) const;

    [[nodiscard]] const BatchModel& model() const { return *m_model; }

    void retranslate();

Q_SIGNALS:
    void started();
    void finished(); ///< not after cancel()
    void changed();  ///< any of canRun(), isRunning(), command()
    void mailChosen(const ui::MailInputs& mail);

protected:
    void showEvent(QShowEvent* event) override;

private:
    using Rows = std::shared_ptr<const std::vector<qtio::MailRow>>;

    /// Where the mails are from.
    struct Origin
    {
        enum class Kind { None, Pasted, File, Log };
        Kind kind = Kind::None;
        QString path;              ///< File
        bool suitsCommand = false; ///< the command line reads the same mails from it
    };

    void buildEmpty();
    void connectParts();
    void paste();
    void pasteClipboard();
    void chooseFile();
    void read(const QByteArray& bytes, Origin origin);
    void take(Rows rows);
    [[nodiscard]] bool prepare();
    void refresh();
    void finish();
    void stop();
    void open(std::size_t row);
    void showState();
    void showProgress();
    void showWords();

    const Services& m_services;
    ConditionsNow m_conditions;
    ResolverMaker m_makeResolver;
    std::function<std::vector<MailInputs>()> m_logRows;
    Origin m_origin;
    std::unique_ptr<qtio::MailReader> m_reader;
    DnsSource m_source; ///< of the last run
    qtio::CheckSetup m_setup;
    std::unique_ptr<qtio::Resolver> m_resolver;
    std::unique_ptr<qtio::CachingResolver> m_cache;
    std::unique_ptr<qtio::BatchRun> m_run; ///< while it runs; goes before the resolvers
    QElapsedTimer m_clock;
    qint64 m_tookMs = -1; ///< of the run that finished last
    QTimer m_refresh;

    BatchModel* m_model;
    BatchInputs* m_inputs;
    NoticeBar* m_notice;
    ProgressStrip* m_progress;
    QStackedLayout* m_stack;
    BatchCard* m_card;
    EmptyState* m_empty;
};

} // namespace ui
